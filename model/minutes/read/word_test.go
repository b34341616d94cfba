package read

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"minutebook/model/ziptest"
)

const (
	wordSpaces = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"` +
		` xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="urn:wps" xmlns:v="urn:v" xmlns:o="urn:o" xmlns:wp="urn:wp" xmlns:a="urn:a" xmlns:c="urn:c" xmlns:m="urn:m" xmlns:w14="urn:w14"`
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
	d, err := File("a.docx", ziptest.Pack(t, wordParts(body, others)))
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
		return kind + ": " + drawn(b.Spans)
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
			kind += " " + drawn(within.Spans)
		}
	}
	return kind
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
		"spaces around":   {para(wordRunOf("  a b ") + wordRunOf("\u00a0")), []string{"paragraph: a b"}},
		"breaks":          {para(`<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t></w:r>`), []string{"paragraph: a\tb\nc\nd"}},
		"hyphens":         {para(`<w:r><w:t>co</w:t><w:softHyphen/><w:t>op` + "\u00ad" + `era</w:t><w:noBreakHyphen/><w:t>tive</w:t></w:r>`), []string{"paragraph: coopera\u2011tive"}},
		"bold and italic": {para(`<w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r><w:r><w:rPr><w:b w:val="false"/><w:i w:val="on"/></w:rPr><w:t>b</w:t></w:r>`), []string{"paragraph: <a>/b/"}},
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

// lvl is a level of a list.
func lvl(i int, format, text, more string) string {
	return fmt.Sprintf(`<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:lvlText w:val="%s"/>%s</w:lvl>`, i, format, text, more)
}

// listed is a paragraph of a list; each has its place as its words.
func listed(list string, level int) string {
	return para(fmt.Sprintf(`<w:pPr><w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%s"/></w:numPr></w:pPr>`, level, list) + wordRunOf("x"))
}

func TestWordNumbers(t *testing.T) {
	t.Parallel()
	definitions := `<w:abstractNum w:abstractNumId="0">` + lvl(0, "decimal", "%1.", "") + lvl(1, "decimal", "%1.%2", "") + lvl(2, "lowerLetter", "(%3)", "") + lvl(3, "lowerRoman", "%1.%2(%3)(%4)", "") + `</w:abstractNum>` +
		`<w:abstractNum w:abstractNumId="1">` + lvl(0, "upperRoman", "%1.", "") + lvl(1, "decimal", "%1.%2", "<w:isLgl/>") + lvl(2, "lowerLetter", "%3)", `<w:lvlRestart w:val="0"/>`) + `</w:abstractNum>` +
		`<w:abstractNum w:abstractNumId="2">` + lvl(0, "bullet", "\uf0b7", "") + lvl(1, "bullet", "o", "") + lvl(2, "bullet", " ", "") + lvl(3, "none", "", "") + lvl(4, "decimal", "Item", "") + `</w:abstractNum>` +
		`<w:abstractNum w:abstractNumId="3"><w:numStyleLink w:val="House"/></w:abstractNum>` +
		`<w:abstractNum w:abstractNumId="4">` + lvl(0, "decimal", "%1.", "") + lvl(1, "decimal", "%1.%2.", "") + lvl(2, "decimal", "%1.%2.%3.", `<w:lvlRestart w:val="1"/>`) + `</w:abstractNum>` +
		`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>` +
		`<w:num w:numId="4"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="5"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>` +
		`<w:num w:numId="6"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="2"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1)"/></w:lvl></w:lvlOverride></w:num>` +
		`<w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num><w:num w:numId="8"><w:abstractNumId w:val="4"/></w:num>`
	styles := `<w:style w:type="numbering" w:styleId="House"><w:name w:val="House"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`
	type at struct {
		list  string
		level int
	}
	for name, c := range map[string]struct {
		at   []at
		want string
	}{
		"levels":                  {[]at{{"1", 0}, {"1", 1}, {"1", 1}, {"1", 2}, {"1", 3}, {"1", 0}, {"1", 1}}, "1. 1.1 1.2 (a) 1.2(a)(i) 2. 2.1"},
		"levels passed over":      {[]at{{"1", 1}, {"1", 1}, {"1", 0}, {"1", 2}, {"1", 1}}, "1.1 1.2 2. (a) 2.2"},
		"figures in legal style":  {[]at{{"2", 0}, {"2", 1}, {"2", 0}, {"2", 1}}, "I. 1.1 II. 2.1"},
		"never restarted":         {[]at{{"2", 0}, {"2", 1}, {"2", 2}, {"2", 1}, {"2", 2}, {"2", 0}, {"2", 2}}, "I. 1.1 a) 1.2 b) II. c)"},
		"restarted by the first":  {[]at{{"8", 0}, {"8", 1}, {"8", 2}, {"8", 1}, {"8", 2}, {"8", 0}, {"8", 2}}, "1. 1.1. 1.1.1. 1.2. 1.2.2. 2. 2.1.1."},
		"lists that go on":        {[]at{{"1", 0}, {"4", 0}, {"4", 1}, {"1", 0}}, "1. 2. 2.1 3."},
		"a list that starts anew": {[]at{{"1", 0}, {"5", 0}, {"5", 1}, {"5", 0}, {"1", 0}}, "1. 7. 7.1 8. 9."},
		"a level of its own":      {[]at{{"6", 0}, {"6", 0}, {"6", 1}}, "B) C) C.1"},
		"bullets and none":        {[]at{{"3", 0}, {"3", 1}, {"3", 2}, {"3", 3}, {"3", 4}}, "• •   Item"},
		"linked by a style":       {[]at{{"7", 0}, {"7", 1}}, "1. 1.1"},
		"no list":                 {[]at{{"0", 0}, {"99", 0}}, " "},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			body := ""
			for _, a := range c.at {
				body += listed(a.list, a.level)
			}
			d := wordDoc(t, body, map[string]string{"numbering": definitions, "styles": styles})
			var got []string
			for _, b := range d.Blocks {
				got = append(got, b.Label)
				if (b.Kind == ListItem) != (b.Label != "") {
					t.Errorf("%q is a %s", b.Label, b.Kind)
				}
			}
			if got := strings.Join(got, " "); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestWordNumbersThroughStyles(t *testing.T) {
	t.Parallel()
	numbering := `<w:abstractNum w:abstractNumId="0">` + lvl(0, "decimal", "%1.", `<w:pStyle w:val="H1"/>`) + lvl(1, "decimal", "%1.%2", `<w:pStyle w:val="N"/>`) + `</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
	styles := `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>` +
		`<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="H1b" w:customStyle="1"><w:name w:val="my head"/><w:basedOn w:val="H1"/></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Toc" w:customStyle="1"><w:name w:val="Head of contents"/><w:basedOn w:val="H1"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr><w:outlineLvl w:val="9"/></w:pPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="N"><w:name w:val="Numbered"/><w:basedOn w:val="Normal"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style><w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop2"/></w:style><w:style w:type="paragraph" w:styleId="Loop2"><w:name w:val="Loop2"/><w:basedOn w:val="Loop"/></w:style>`
	in := func(style, more string) string {
		return para(`<w:pPr><w:pStyle w:val="` + style + `"/>` + more + `</w:pPr>` + wordRunOf(style))
	}
	d := wordDoc(t, in("Title", "")+in("Toc", "")+in("H1", "")+in("N", "")+in("N", "")+in("H1b", "")+in("N", "")+in("H1", `<w:numPr><w:numId w:val="0"/></w:numPr>`)+in("Loop", ""), map[string]string{"numbering": numbering, "styles": styles})
	reads(t, d, "heading 1: Title", "paragraph: <Toc>", "heading 1 1.: H1", "list item 1 1.1: N", "list item 1 1.2: N", "heading 1 2.: H1b", "list item 1 2.1: N", "heading 1: H1", "paragraph: Loop")
	if d.Blocks[2].Style != "Heading 1" || d.Blocks[5].Style != "my head" {
		t.Errorf("the styles are %q and %q", d.Blocks[2].Style, d.Blocks[5].Style)
	}
}

func TestNumerals(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		format string
		n      int
		want   string
	}{
		{"decimal", 12, "12"}, {"upperRoman", 1994, "MCMXCIV"}, {"lowerRoman", 4, "iv"}, {"lowerRoman", 0, "0"}, {"lowerLetter", 1, "a"}, {"lowerLetter", 28, "bb"}, {"upperLetter", 26, "Z"},
		{"decimalZero", 7, "07"}, {"decimalZero", 12, "12"}, {"ordinal", 1, "1st"}, {"ordinal", 12, "12th"}, {"ordinal", 23, "23rd"}, {"cardinalText", 21, "Twenty-one"}, {"cardinalText", 105, "One hundred five"},
		{"ordinalText", 12, "Twelfth"}, {"ordinalText", 30, "Thirtieth"}, {"ordinalText", 31, "Thirty-first"}, {"hex", 31, "1F"}, {"chicago", 2, "†"}, {"chicago", 5, "**"}, {"numberInDash", 3, "- 3 -"},
		{"decimalEnclosedParen", 3, "(3)"}, {"decimalEnclosedFullstop", 3, "3."}, {"decimalEnclosedCircle", 3, "③"}, {"decimalEnclosedCircle", 30, "30"}, {"japaneseCounting", 3, "3"}, {"none", 3, ""}, {"custom", 3, "003"},
	} {
		if got := numeral(c.n, &numberLevel{format: c.format, custom: "001, 002"}, false); got != c.want {
			t.Errorf("%d in %s is %q, want %q", c.n, c.format, got, c.want)
		}
	}
}

func TestWordLooks(t *testing.T) {
	t.Parallel()
	styles := `<w:style w:type="paragraph" w:styleId="Strong"><w:name w:val="All bold"/><w:rPr><w:b/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Stronger"><w:name w:val="Bolder"/><w:basedOn w:val="Strong"/><w:rPr><w:i/></w:rPr></w:style>` +
		`<w:style w:type="character" w:styleId="C"><w:name w:val="Stress"/><w:rPr><w:b/></w:rPr></w:style><w:style w:type="character" w:styleId="V"><w:name w:val="Hidden"/><w:rPr><w:vanish/></w:rPr></w:style>`
	look := func(rPr, text string) string {
		return `<w:r><w:rPr>` + rPr + `</w:rPr><w:t>` + text + `</w:t></w:r>`
	}
	in := func(style, runs string) string {
		return para(`<w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>` + runs)
	}
	d := wordDoc(t, in("Strong", wordRunOf("a")+look(`<w:rStyle w:val="C"/>`, "b")+look(`<w:rStyle w:val="C"/><w:b/>`, "c")+look(`<w:b w:val="0"/>`, "d"))+
		in("Stronger", wordRunOf("e"))+para(look(`<w:rStyle w:val="C"/>`, "f")+look(`<w:vanish/>`, "secret")+look(`<w:rStyle w:val="V"/>`, "more")+look(`<w:webHidden/>`, "g")), map[string]string{"styles": styles})
	reads(t, d, "paragraph: <a>b<c>d", "paragraph: </e/>", "paragraph: <f>g")
	if want := []string{"Hidden text was left out: it would not be printed."}; !slices.Equal(d.Warnings, want) {
		t.Errorf("warned %q, want %q", d.Warnings, want)
	}
}
