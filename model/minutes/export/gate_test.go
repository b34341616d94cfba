package export

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/ziptest"
)

// gated is a meeting whose restricted words are partly ordinary ones.
func gated(t *testing.T) Input {
	t.Helper()
	m := meeting(t, script)
	m.Items[0].Entries[0].Text = "The Board noted the report, and the heron that nests there, by 9 April, 1,250 pounds and the old weir."
	return input(t, m, minutes.Public)
}

// again is a package with parts changed, or added where there are none of the
// name.
func again(t *testing.T, data []byte, change map[string]func(string) string) []byte {
	t.Helper()
	parts := ziptest.Parts(t, data)
	for name, f := range change {
		parts[name] = f(parts[name])
	}
	return ziptest.Pack(t, parts)
}

func putBefore(mark, words string) func(string) string {
	return func(s string) string { return strings.Replace(s, mark, words+mark, 1) }
}

func only(words string) func(string) string { return func(string) string { return words } }

// TestGateCatchesABrokenWriter writes restricted words into every corner of a
// public file.
func TestGateCatchesABrokenWriter(t *testing.T) {
	t.Parallel()
	in := gated(t)
	const custom = `<?xml version="1.0"?><Properties xmlns:vt="v"><property name="x"><vt:lpwstr>Quillonbrook</vt:lpwstr></property></Properties>`
	for name, c := range map[string]struct{ part, where string }{
		"body":          {"word/document.xml", `<w:p><w:r><w:t>of Quillonbrook.</w:t></w:r></w:p>`},
		"split in runs": {"word/document.xml", `<w:p><w:r><w:t>Quillon</w:t></w:r><w:bookmarkStart w:id="9" w:name="x"/><w:r><w:rPr><w:b/></w:rPr><w:t>brook</w:t></w:r></w:p>`},
		"entities":      {"word/document.xml", `<w:p><w:r><w:t>&#81;uillon&#98;rook</w:t></w:r></w:p>`},
		"soft hyphen":   {"word/document.xml", "<w:p><w:r><w:t>Quillon\u00adbrook</w:t></w:r></w:p>"},
		"figure":        {"word/document.xml", `<w:p><w:r><w:t>4917233</w:t></w:r></w:p>`},
		"figure apart":  {"word/document.xml", `<w:p><w:r><w:t>4 917 233</w:t></w:r></w:p>`},
		"figure stops":  {"word/document.xml", `<w:p><w:r><w:t>4.917.233,00</w:t></w:r></w:p>`},
		"alt text":      {"word/document.xml", `<w:p><w:r><w:drawing><wp:docPr id="7" name="p" descr="Letter of Quillonbrook"/></w:drawing></w:r></w:p>`},
		"bookmark":      {"word/document.xml", `<w:bookmarkStart w:id="7" w:name="of_quillonbrook"/>`},
		"comment":       {"word/document.xml", `<!-- quillonbrook -->`},
		"deleted text":  {"word/document.xml", `<w:p><w:del><w:r><w:delText>Quillonbrook</w:delText></w:r></w:del></w:p>`},
		"field":         {"word/document.xml", `<w:p><w:r><w:instrText>TITLE "Quillonbrook"</w:instrText></w:r></w:p>`},
	} {
		data, err := write(".docx", in)
		if err != nil {
			t.Fatal(err)
		}
		wantLeak(t, name, ".docx", in, again(t, data, map[string]func(string) string{c.part: putBefore("<w:sectPr", c.where)}), c.part)
	}
	data, err := write(".docx", in)
	if err != nil {
		t.Fatal(err)
	}
	for part, change := range map[string]func(string) string{
		"word/header1.xml":             putBefore("</w:hdr>", `<w:p><w:r><w:t>Quillonbrook</w:t></w:r></w:p>`),
		"word/footer1.xml":             putBefore("</w:ftr>", `<w:p><w:r><w:t>Quillonbrook</w:t></w:r></w:p>`),
		"docProps/core.xml":            putBefore("</cp:coreProperties>", "<dc:description>Quillonbrook</dc:description>"),
		"docProps/app.xml":             putBefore("</Properties>", "<Manager>quillonbrook</Manager>"),
		"docProps/custom.xml":          only(custom),
		"word/comments.xml":            only(`<w:comments xmlns:w="w"><w:comment w:author="Quillonbrook"/></w:comments>`),
		"word/_rels/document.xml.rels": putBefore("</Relationships>", `<Relationship Id="q" Target="https://example.org/%51uillonbrook"/>`),
		"word/quillonbrook.xml":        only("<x/>"),
		"customXml/item1.xml":          only(`<x>4,917,233</x>`),
	} {
		wantLeak(t, part, ".docx", in, again(t, data, map[string]func(string) string{part: change}), part)
	}
	if err := guarded(".docx", in, again(t, data, nil)); err != nil {
		t.Errorf("the file as it was is refused: %v", err)
	}
}

func wantLeak(t *testing.T, what, ext string, in Input, data []byte, part string) {
	t.Helper()
	var leak *Leak
	if err := guarded(ext, in, data); !errors.As(err, &leak) || leak.Part != part || leak.Place != "item 1" {
		t.Errorf("%s: %v", what, err)
	} else if said := strings.ToLower(err.Error()); part != "word/quillonbrook.xml" && strings.Contains(said, "quillon") {
		t.Errorf("%s: the refusal itself says what was withheld: %s", what, said)
	}
}

func TestGateReadsEveryFormat(t *testing.T) {
	t.Parallel()
	in := gated(t)
	for ext, all := range map[string][]string{
		".html": {"<p>Quillonbrook</p>", "<p>Quil<b>lon</b>br<span class=\"x\">ook</span></p>", "<p>&#81;uillonbrook</p>", "<!-- quillonbrook -->", `<img alt="of Quillonbrook">`, `<p title="x" data-x="Quillonbrook">`,
			`<meta name="description" content="Quillonbrook">`, `<a href="https://quillonbrookltd.example.org">x</a>`, `<a href="x.html?of=%51uillonbrook">x</a>`, "<p>4&nbsp;917&nbsp;233</p>", "<p>ＱＵＩＬＬＯＮＢＲＯＯＫ</p>", "<p>4’917’233</p>"},
		".txt":     {"Quillonbrook", "quillon\u200bbrook", "The tender from somebody was 4917233 pounds"},
		".md":      {"**Quillon**brook", "[x](https://example.org/quillonbrook)"},
		".csv":     {"1,\"Quillonbrook\",2", "1,4917233"},
		".json":    {`{"format":"x","note":"of\nQuillonbrook"}`, `{"\u0051uillonbrook":1}`, `{"a":[{"b":"4,917,233"}]}`, `{"a":[4917233]}`, `{} quillonbrook`},
		".minutes": {"Noted {text: of\\nquillonbrook}"},
	} {
		made := func(in Input) ([]byte, error) {
			if slices.Contains(Formats(), ext) {
				return write(ext, in)
			}
			return []byte("1,2"), nil
		}
		for _, words := range all {
			data, err := made(in)
			if err != nil {
				t.Fatal(err)
			}
			if data = append(data, words...); ext == ".json" {
				data = []byte(words)
			}
			if ext == ".md" {
				words = strings.ReplaceAll(words, "*", "")
				data = append(data, words...)
			}
			var leak *Leak
			if err := Guard(ext, in, data, made); !errors.As(err, &leak) {
				t.Errorf("%s: %q passes: %v", ext, words, err)
			}
		}
	}
}

func TestGateKnowsPhrasesOfOrdinaryWords(t *testing.T) {
	t.Parallel()
	in := gated(t)
	hidden := &in.Meeting.Items[0].Entries[3]
	hidden.Text, hidden.Restricted, hidden.Action = "The heron nests there by the old weir", &model.Restriction{Reason: "price"}, nil
	for words, want := range map[string]bool{
		"It is said that the heron nests there, by the old weir.": true,
		"The heron nests there.":                                  false, // four words that are public one by one
		"The old weir, 1,250 pounds.":                             false,
		"The Board noted the report, and the heron":               false,
	} {
		data, err := write(".txt", in)
		if err != nil {
			t.Fatal(err)
		}
		if got := guarded(".txt", in, append(data, words...)) != nil; got != want {
			t.Errorf("%q is refused: %t", words, got)
		}
	}
}

func TestNameOfTheFileIsSearchedToo(t *testing.T) {
	t.Parallel()
	in := gated(t)
	for name, want := range map[string]bool{"public.docx": false, "harbour-board-2026-03-03.docx": false, "Quillonbrook tender.docx": true, "quillonbrooktender.docx": true, "4917233.docx": true, "report.docx": false} {
		in.Name = name
		_, err := Bytes(".docx", in)
		var leak *Leak
		if errors.As(err, &leak) != want || want && leak.Part != NameOfFile {
			t.Errorf("a file named %s: %v", name, err)
		}
	}
	in.Name, in.Audience = "quillonbrook.docx", minutes.Full
	if _, err := Bytes(".docx", in); err != nil {
		t.Errorf("in full: %v", err)
	}
}

func TestLeakSaysWhere(t *testing.T) {
	t.Parallel()
	for part, want := range map[string]string{"": "the file would", "word/header1.xml": "the header would", "word/footer1.xml": "the footer would", "docProps/app.xml": "the properties (app.xml) would", NameOfFile: "its name would", "xl/x.xml": "xl/x.xml would"} {
		if got := (&Leak{part, "item 3"}).Error(); !strings.Contains(got, want) || !strings.Contains(got, "item 3") {
			t.Errorf("%s: %s", part, got)
		}
	}
}
