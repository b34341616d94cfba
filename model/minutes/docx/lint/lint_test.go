package lint_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/minutes/docx"
	"minutebook/model/minutes/docx/lint"
	"minutebook/model/ziptest"
)

func words(s string) []model.Span { return []model.Span{{Text: s}} }

// sound is a Word file that nothing is wrong with.
func sound(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	err := docx.Write(&b, minutes.Document{
		Title: "T", Body: "B", Date: "2026-03-03", Language: "en-GB", Mark: "DRAFT", Numbering: [2]string{"%1.", "%1.%2."},
		Look: minutes.Look{Page: "A4", Font: "Arial", Size: 11, Accent: "1F3864", Tint: "EEF2F8"},
		Logo: &minutes.Picture{Data: []byte("x"), Type: "image/png", About: "The arms", Width: 10, Height: 10},
		Blocks: []minutes.Block{
			minutes.Contents{Heading: "Contents", Anchor: "contents", Links: []minutes.Link{{Text: "One", Target: "item-1"}}, Pages: true},
			minutes.Heading{Level: 2, Label: minutes.Label{Printed: "1.", Path: []int{1}}, Text: words("One"), Anchor: "item-1"},
			minutes.Paragraph{Text: []model.Span{{Text: "to "}, {Text: "there", Address: "https://example.org"}}, Anchor: "entry-1"},
			minutes.Table{Caption: "C", Summary: "S", Head: []string{"A", "B"}, Shares: []int{50, 50}, Rows: []minutes.Row{{Cells: [][]model.Span{words("a"), nil}, Anchor: "row-1"}}},
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// with is the file with old in one of its parts put right to new, once.
func with(t *testing.T, data []byte, part, old, by string) []byte {
	t.Helper()
	return ziptest.Changed(t, data, func(name, text string) string {
		if name == part && !strings.Contains(text, old) {
			t.Fatalf("%s lacks %s: %s", part, old, text)
		}
		if name != part {
			return text
		}
		return strings.Replace(text, old, by, 1)
	})
}

// TestEveryFaultIsFound breaks a sound file in one place after another.
func TestEveryFaultIsFound(t *testing.T) {
	t.Parallel()
	whole := sound(t)
	if wrong := lint.Check(whole); wrong != nil {
		t.Fatalf("a sound file is said to be wrong: %q", wrong)
	}
	const body, types, links, styles, numbering = "word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels", "word/styles.xml", "word/numbering.xml"
	for _, c := range []struct{ part, old, by, want string }{
		{types, `PartName="/word/styles.xml"`, `PartName="/word/stiles.xml"`, "which is not there"},
		{types, `PartName="/word/styles.xml"`, `PartName="/word/settings.xml"`, "twice"},
		{types, `Extension="png"`, `Extension="gif"`, "lack word/media/logo.png"},
		{links, `Target="styles.xml"`, `Target="stiles.xml"`, "which is not there"},
		{links, `Id="rId1"`, `Id="rId2"`, "two relationships"},
		{links, `Id="rId101"`, `Id="rId102"`, `"rId101", which is not there`},
		{links, `Id="rId7"`, `Id="rId99"`, `"rId7", which is not there`},
		{body, `w:name="m_entry_1"`, `w:name="m_item_1"`, "twice"},
		{body, `w:name="m_entry_1"`, `w:name="1entry"`, "no name for a bookmark"},
		{body, `w:name="m_item_1"`, `w:name="m_item_9"`, "which is not there"},
		{body, `<w:bookmarkEnd w:id="2"/>`, ``, "does not end"},
		{body, `w:fldCharType="separate"`, `w:fldCharType="begin"`, "fields of a paragraph"},
		{body, `<w:pStyle w:val="TOC1"`, `<w:pStyle w:val="Hyperlink"`, "no paragraph style"},
		{body, `w:val="Heading1"`, `w:val="Heading9"`, "no paragraph style"},
		{body, `<w:numId w:val="1"`, `<w:numId w:val="77"`, "list 77"},
		{body, `<w:tblHeader></w:tblHeader>`, ``, "row of headings"},
		{body, `<w:cantSplit></w:cantSplit>`, ``, "torn apart"},
		{body, `<w:tblCaption w:val="C"/>`, ``, "what it shows"},
		{body, `descr="The arms"`, `descr=""`, "what it shows"},
		{body, `<w:t xml:space="preserve">to </w:t>`, `<w:t>to </w:t>`, "lose the space"},
		{body, `>to <`, ">to\u0085 <", "U+0085"},
		{body, `>to <`, ">to\n <", "line break"},
		{body, `<w:gridCol`, `<w:gridCol w:w="1"></w:gridCol><w:gridCol`, "2 cells in 3 columns"},
		{body, `</w:tbl>`, `</w:tbl><w:tbl></w:tbl>`, "no paragraph follows"},
		{body, `<w:p><w:pPr><w:pStyle w:val="TableText"></w:pStyle></w:pPr></w:p></w:tc>`, `</w:tc>`, "end in a paragraph"},
		{body, `<w:cols`, `<w:sectPr/><w:cols`, "2 sections"},
		{body, `</w:body>`, `<w:p></w:p></w:body>`, "does not end in its section"},
		{styles, `w:styleId="Subtitle"`, `w:styleId="Title"`, "style Title is there twice"},
		{styles, `<w:basedOn w:val="Normal"/>`, `<w:basedOn w:val="None"/>`, `"None"`},
		{styles, `<w:lang w:val="en-GB"`, `<w:lang w:val=""`, "language"},
		{numbering, `<w:num w:numId="2">`, `<w:num w:numId="1">`, "list 1 is there twice"},
		{numbering, `</w:numbering>`, `<w:num w:numId="9"><w:abstractNumId w:val="8"/></w:num></w:numbering>`, "used nowhere"},
		{body, `</w:body>`, ``, "XML"},
	} {
		wrong := lint.Check(with(t, whole, c.part, c.old, c.by))
		if !slices.ContainsFunc(wrong, func(s string) bool { return strings.Contains(s, c.want) }) {
			t.Errorf("%s for %s in %s: found %q, want %q", c.by, c.old, c.part, wrong, c.want)
		}
	}
	if lint.Check([]byte("no package")) == nil {
		t.Error("what is no package is right")
	}
}
