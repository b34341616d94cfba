package read

import (
	"archive/zip"
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"minutebook/model"
)

// zipped is a packed file of those parts.
func zipped(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	names := make([]string, 0, len(parts))
	for name := range parts {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		f, err := z.Create(name)
		if err == nil {
			_, err = f.Write([]byte(parts[name]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const (
	wordSpaces = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"` +
		` xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="urn:wps" xmlns:v="urn:v" xmlns:o="urn:o" xmlns:wp="urn:wp" xmlns:a="urn:a" xmlns:c="urn:c" xmlns:m="urn:m"`
	relTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
)

// wordParts are the parts of a Word file with that body, and others beside it,
// named by their sort: "styles", "numbering".
func wordParts(body string, others map[string]string) map[string]string {
	parts := map[string]string{
		"[Content_Types].xml": `<Types/>`,
		"_rels/.rels":         `<Relationships><Relationship Id="r1" Type="` + relTypes + `officeDocument" Target="word/document.xml"/><Relationship Id="r2" Type="x/core-properties" Target="docProps/core.xml"/><Relationship Id="r3" Type="x/custom-properties" Target="docProps/custom.xml"/></Relationships>`,
		"word/document.xml":   `<?xml version="1.0" encoding="UTF-8"?><w:document` + wordSpaces + `><w:body>` + body + `</w:body></w:document>`,
	}
	rels := ""
	for sort, part := range others {
		if strings.Contains(sort, "/") {
			parts[sort] = part
			continue
		}
		if sort == "rels" {
			rels += part
			continue
		}
		parts["word/"+sort+".xml"] = fmt.Sprintf(`<w:%s%s>%s</w:%[1]s>`, strings.TrimRight(sort, "0123456789"), wordSpaces, part)
		rels += fmt.Sprintf(`<Relationship Id="%s" Type="%s%s" Target="%[1]s.xml"/>`, sort, relTypes, strings.TrimRight(sort, "0123456789"))
	}
	parts["word/_rels/document.xml.rels"] = `<Relationships>` + rels + `</Relationships>`
	return parts
}

// wordDoc is what is read of a Word file with that body.
func wordDoc(t testing.TB, body string, others map[string]string) Document {
	t.Helper()
	d, err := File("a.docx", zipped(t, wordParts(body, others)))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// shown is a block in a line: what it is, its label, its words with their marks.
func shown(b Block) string {
	kind := string(b.Kind)
	if b.Level > 0 {
		kind += fmt.Sprint(" ", b.Level)
	}
	if b.HeaderRow {
		kind += " head"
	}
	if b.Gone {
		kind += " gone"
	}
	if b.Label != "" {
		kind += " " + b.Label
	}
	if b.Kind != TableRow {
		return kind + ": " + marked(b.Spans)
	}
	for _, c := range b.Cells {
		kind += " |"
		if c.Columns != 1 {
			kind += fmt.Sprint(c.Columns, "|")
		}
		for i, within := range c.Blocks {
			if i > 0 {
				kind += " ¶"
			}
			if within.Label != "" {
				kind += " " + within.Label
			}
			kind += " " + marked(within.Spans)
		}
	}
	return kind
}

func marked(spans []model.Span) string {
	var b strings.Builder
	for _, s := range spans {
		text := s.Text
		if s.Italic {
			text = "*" + text + "*"
		}
		if s.Bold {
			text = "**" + text + "**"
		}
		if s.Address != "" {
			text = "[" + text + "](" + s.Address + ")"
		}
		b.WriteString(text)
	}
	return b.String()
}

func lines(blocks []Block) []string {
	out := make([]string, len(blocks))
	for i, b := range blocks {
		out[i] = shown(b)
	}
	return out
}

// reads checks the blocks of a document.
func reads(t *testing.T, d Document, want ...string) {
	t.Helper()
	if got := lines(d.Blocks); !slices.Equal(got, want) {
		t.Errorf("got\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

func para(inner string) string { return `<w:p>` + inner + `</w:p>` }

func wordRunOf(text string) string {
	return `<w:r><w:t xml:space="preserve">` + text + `</w:t></w:r>`
}

func TestWordParagraphs(t *testing.T) {
	t.Parallel()
	styled := func(pPr, text string) string { return para(`<w:pPr>` + pPr + `</w:pPr>` + wordRunOf(text)) }
	for name, c := range map[string]struct {
		body string
		want []string
	}{
		"words":           {para(wordRunOf("One ") + wordRunOf("and two")), []string{"paragraph: One and two"}},
		"nothing":         {para("") + para(wordRunOf("  ")), nil},
		"spaces around":   {para(wordRunOf("  a b ") + wordRunOf("\u00a0")), []string{"paragraph: a b"}},
		"breaks":          {para(`<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t></w:r>`), []string{"paragraph: a\tb\nc\nd"}},
		"hyphens":         {para(`<w:r><w:t>co</w:t><w:softHyphen/><w:t>op` + "\u00ad" + `era</w:t><w:noBreakHyphen/><w:t>tive</w:t></w:r>`), []string{"paragraph: coopera\u2011tive"}},
		"bold and italic": {para(`<w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r><w:r><w:rPr><w:b w:val="false"/><w:i w:val="on"/></w:rPr><w:t>b</w:t></w:r>`), []string{"paragraph: **a***b*"}},
		"page break":      {para(wordRunOf("a")) + para(`<w:r><w:br w:type="page"/></w:r>`) + para(wordRunOf("b")), []string{"paragraph: a", "page break: ", "paragraph: b"}},
		"page break in a paragraph": {para(wordRunOf("a")+`<w:r><w:br w:type="page"/></w:r>`) + para(wordRunOf("b")),
			[]string{"paragraph: a", "page break: ", "paragraph: b"}},
		"page break between words": {para(wordRunOf("a") + `<w:r><w:br w:type="page"/></w:r>` + wordRunOf("b")), []string{"paragraph: a\nb"}},
		"new page":                 {para(wordRunOf("a")) + styled(`<w:pageBreakBefore/>`, "b"), []string{"paragraph: a", "page break: ", "paragraph: b"}},
		"rule":                     {para(wordRunOf("a")) + para(`<w:pPr><w:pBdr><w:bottom w:val="single"/></w:pBdr></w:pPr>`), []string{"paragraph: a", "rule: "}},
		"outline":                  {styled(`<w:outlineLvl w:val="1"/>`, "a") + styled(`<w:outlineLvl w:val="9"/>`, "b"), []string{"heading 2: a", "paragraph: b"}},
		"structured tags":          {`<w:sdt><w:sdtPr><w:alias w:val="no"/></w:sdtPr><w:sdtContent>` + para(`<w:sdt><w:sdtContent>`+wordRunOf("in")+`</w:sdtContent></w:sdt><w:smartTag>`+wordRunOf("side")+`</w:smartTag>`) + `</w:sdtContent></w:sdt>`, []string{"paragraph: inside"}},
		"formula":                  {para(wordRunOf("so ") + `<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>`), []string{"paragraph: so x+1"}},
		"symbols": {para(`<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Symbol" w:char="F0AE"/><w:sym w:font="Wingdings" w:char="00E8"/><w:sym w:font="Arial" w:char="00E9"/></w:r>`),
			[]string{"paragraph: ✓→➔é"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			reads(t, wordDoc(t, c.body, nil), c.want...)
		})
	}
}
