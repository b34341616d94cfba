package read

import (
	"bytes"
	"errors"
	"testing"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/minutes/docx"
	"minutebook/model/ziptest"
)

// sound checks what holds for whatever was read: the error says why, each block
// has words or needs none, and every place is one.
func sound(t *testing.T, d Document, err error) {
	t.Helper()
	var why *Unreadable
	if err != nil {
		if !errors.As(err, &why) || why.Reason == "" {
			t.Fatalf("the error is %v", err)
		}
		return
	}
	for i, b := range d.Blocks {
		if b.Line != i+1 {
			t.Fatalf("block %d stands in line %d", i, b.Line)
		}
		soundBlock(t, b)
		for _, c := range b.Cells {
			if c.Columns < 1 {
				t.Fatalf("a cell of %d columns", c.Columns)
			}
			for _, within := range c.Blocks {
				if within.Kind == TableRow {
					t.Fatal("a row stands in a cell")
				}
				soundBlock(t, within)
			}
		}
	}
	for _, c := range d.Comments {
		if c.Block < 0 || c.Block >= max(1, len(d.Blocks)) {
			t.Fatalf("a comment on block %d of %d", c.Block, len(d.Blocks))
		}
	}
}

func soundBlock(t *testing.T, b Block) {
	t.Helper()
	for _, s := range b.Spans {
		if s.Text == "" {
			t.Fatal("a span without words")
		}
	}
	bare := b.Kind == TableRow || b.Kind == Rule || b.Kind == PageBreak
	if b.Gone && len(b.Spans) > 0 || !b.Gone && !bare && len(b.Spans) == 0 {
		t.Fatalf("a %s, gone %v, has %d spans", b.Kind, b.Gone, len(b.Spans))
	}
	if b.Level < 0 || b.Indent < 0 || b.Kind == Heading && (b.Level < 1 || b.Level > 6) {
		t.Fatalf("a %s of level %d, set in by %d", b.Kind, b.Level, b.Indent)
	}
}

// written is a Word file of this program's own.
func written(t testing.TB) []byte {
	t.Helper()
	words := []model.Span{{Text: "See "}, {Text: "the report", Address: "https://example.org/"}, {Text: " at length", Bold: true}}
	d := minutes.Document{Title: "T", Body: "B", Language: "en-GB", Mark: "DRAFT", Date: "2026-03-03", Numbering: [2]string{"%1.", "%1.%2."}, Origin: minutes.Origin{Meeting: "k3x9", Version: 2},
		Look: minutes.Look{Page: "A4", Font: "Arial", Size: 11, Accent: "1F3864", Tint: "EEF2F8"},
		Blocks: []minutes.Block{minutes.Title{Lines: []string{"Board", "Note"}}, minutes.Heading{Level: 2, Label: minutes.Label{Printed: "1.", Path: []int{1}}, Text: words, Anchor: "item-1"},
			minutes.Paragraph{Label: minutes.Label{Printed: "1.1.", Path: []int{1, 1}}, Text: words, Anchor: "entry-1"}, minutes.List{Points: []minutes.Point{{Text: words}}},
			minutes.Table{Caption: "C", Summary: "S", Head: []string{"A", "B"}, Shares: []int{50, 50}, Rows: []minutes.Row{{Cells: [][]model.Span{words, words}, Anchor: "row-1"}}}}}
	var b bytes.Buffer
	if err := docx.Write(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// FuzzWord reads Word files whose text, styles, lists and comments are anything.
func FuzzWord(f *testing.F) {
	own := ziptest.Parts(f, written(f))
	numbers := `<w:numbering><w:abstractNum w:abstractNumId="0">` + lvl(0, "decimal", "%1.", "") + lvl(1, "lowerRoman", "%1.%2", "") + `</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`
	remarks := `<w:comments><w:comment w:id="0">` + para(wordRunOf("c")) + `</w:comment></w:comments>`
	f.Add(own["word/document.xml"], own["word/styles.xml"], own["word/numbering.xml"], remarks)
	for _, body := range []string{
		para(endOf("del")+wordRunOf("a")) + para(gone("x")+by("ins", wordRunOf("n"))) + listed("1", 1) + listed("1", 0),
		wordTableOf(wordRowOf(wordCellOf("a") + sized(`<w:vMerge/><w:gridSpan w:val="2"/>`, "b") + `<w:tc>` + wordTableOf(wordRowOf(wordCellOf("n"))) + `</w:tc>`)),
		para(fieldOf(`HYPERLINK "https://example.org/" \l "p"`, wordRunOf("it"))) + `<w:commentRangeStart w:id="0"/>` + para(bookmark("1", "m")+wordRunOf("b")+`<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`) + unmark("1"),
		para(`<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>` + para(wordRunOf("in")) + `</w:txbxContent></w:drawing></mc:Choice><mc:Fallback/></mc:AlternateContent><w:br w:type="page"/><w:sym w:font="Symbol" w:char="F061"/></w:r>`),
	} {
		f.Add(`<w:document><w:body>`+body+`</w:body></w:document>`, own["word/styles.xml"], numbers, remarks)
	}
	f.Fuzz(func(t *testing.T, document, styles, numbering, comments string) {
		rels := ""
		for sort, target := range map[string]string{"styles": "styles.xml", "numbering": "numbering.xml", "comments": "comments.xml"} {
			rels += `<Relationship Id="` + sort + `" Type="` + relTypes + sort + `" Target="` + target + `"/>`
		}
		data := ziptest.Pack(t, map[string]string{"word/document.xml": document, "word/styles.xml": styles, "word/numbering.xml": numbering, "word/comments.xml": comments,
			"word/_rels/document.xml.rels": `<Relationships>` + rels + `</Relationships>`})
		d, err := File("a.docx", data)
		sound(t, d, err)
	})
}

// FuzzPacked reads anything that may be a packed file.
func FuzzPacked(f *testing.F) {
	f.Add(written(f))
	f.Add(ziptest.Pack(f, wordParts(para(wordRunOf("a")), nil)))
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := packedFile("a.docx", data)
		sound(t, d, err)
	})
}
