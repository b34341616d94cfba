// Package docx writes minutes as a Word document. The body is built with
// godocx; every other part of the package is a readable file in parts, and
// what godocx cannot say is put in afterwards: see tokens.
package docx

import (
	"bytes"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/gomutex/godocx/docx"
	"github.com/gomutex/godocx/wml/ctypes"
	"github.com/gomutex/godocx/wml/stypes"

	"minutebook/model"
	"minutebook/model/minutes"
)

// Write writes the document. The same document gives the same bytes. The error
// is w's, a *[minutes.Unknown], or says which part could not be made.
func Write(w io.Writer, d minutes.Document) error {
	b, err := newWriter(d)
	if err != nil {
		return err
	}
	for _, block := range d.Blocks {
		if err := b.block(block, 0); err != nil {
			return err
		}
	}
	var out bytes.Buffer
	if err := b.pack(&out); err != nil {
		return err
	}
	_, err = w.Write(out.Bytes())
	return err
}

// writer builds the body of one document.
type writer struct {
	doc    minutes.Document
	root   *docx.RootDoc
	tokens tokens
	names  bookmarks
	count  counter
}

// base is how far paragraphs are set in beside numbers in the margin, in
// twentieths of a point.
func (w *writer) base() int {
	if w.doc.Numbering[1] != "" {
		return 720
	}
	return 0
}

// Widths in twentieths of a point: the step of a bullet, the room for the rule
// of a box.
const (
	bulletStep = 397
	boxStep    = 200
)

// block adds a block. indent sets it in further where it stands in a list.
func (w *writer) block(b minutes.Block, indent int) error {
	switch b := b.(type) {
	case minutes.Title:
		w.title(b)
	case minutes.Facts:
		w.facts(b.Rows)
	case minutes.Contents:
		w.contents(b)
	case minutes.Heading:
		w.heading(b)
	case minutes.People:
		w.people(b)
	case minutes.Paragraph:
		w.minute(b)
	case minutes.List:
		return w.list(b)
	case minutes.Action:
		w.boxed("MinuteAction", indent, b.Anchor, minutes.Label{}, b.Name, b.Text)
	case minutes.Resolution:
		style := map[bool]string{false: "MinuteDecision", true: "MinuteMotion"}[b.Motion]
		w.boxed(style, indent, b.Anchor, b.Label, b.Name, below(b.Text, b.Detail))
	case minutes.Vote:
		w.boxed("MinuteVote", indent, b.Anchor, minutes.Label{}, b.Name, voters(b))
	case minutes.Stub:
		w.boxed("MinuteStub", indent, b.Anchor, b.Label, b.Name, b.Text)
	case minutes.Table:
		w.table(b)
	case minutes.Signature:
		w.signature(b)
	case minutes.BackLink:
		w.innerLink(w.paragraph("BackLink", plain(b.Link.Text)), b.Link)
	default:
		return &minutes.Unknown{Block: b}
	}
	return nil
}

func plain(s string) []model.Span { return []model.Span{{Text: s}} }

func (w *writer) title(b minutes.Title) {
	for i, l := range b.Lines {
		style := "Title"
		if i > 0 {
			style = "Subtitle"
		}
		w.words(w.paragraph(style, plain(l)), plain(l))
	}
}

func (w *writer) people(b minutes.People) {
	for _, n := range b.Names {
		w.words(w.paragraph("Attendee", n.Text), n.Text)
	}
}

func (w *writer) signature(b minutes.Signature) {
	for _, l := range b.Lines {
		w.words(w.paragraph("SignatureLine", plain(l)), plain(l+"\t\t"))
	}
}

func (w *writer) facts(rows []minutes.Fact) {
	for _, r := range rows {
		p := w.paragraph("KeyInformation", r.Text)
		w.run(p, r.Label+":").Style("ActionLabel")
		w.run(p, "\t")
		w.words(p, r.Text)
	}
}

// contents are links without a field: nothing asks to be updated, and nothing
// that is updated changes a number.
func (w *writer) contents(b minutes.Contents) {
	p := w.paragraph("TOCHeading", nil)
	w.bookmarked(p, b.Anchor, func() { w.words(p, plain(b.Heading)) })
	for _, l := range b.Links {
		w.innerLink(w.paragraph("TOC1", plain(l.Text)), l)
	}
}

// headingStyles are the styles of the levels below the title.
var headingStyles = map[int]string{2: "HeadingPlain", 3: "Heading2", 4: "Heading3"}

func (w *writer) heading(b minutes.Heading) {
	style := headingStyles[b.Level]
	number := 0
	if b.Level == 2 {
		switch number = w.count.heading(b.Label); {
		case number > 0:
			style = "Heading1"
		case b.Label.Printed != "":
			style = "HeadingReference"
		}
	}
	p := w.paragraph(style, b.Text)
	if number > 0 {
		p.Numbering(number, 0)
	} else if b.Label.Printed != "" {
		w.run(p, b.Label.Printed+"\t")
	}
	w.bookmarked(p, b.Anchor, func() { w.words(p, b.Text) })
}

// minute is a paragraph of the minutes, numbered by Word where its number is
// the one that Word would print.
func (w *writer) minute(b minutes.Paragraph) {
	style := map[minutes.Role]string{minutes.Plain: "MinuteParagraph", minutes.Aside: "MinuteAside", minutes.Outcome: "MinuteOutcome"}[b.Role]
	number := w.count.paragraph(b.Label)
	switch {
	case b.Role != minutes.Plain:
	case number > 0:
		style = "MinuteNumbered"
	case b.Label.Printed != "":
		style = "MinuteReferenced"
	}
	p := w.paragraph(style, b.Text)
	if strings.HasSuffix(model.Words(b.Text), ":") {
		p.GetCT().Property.KeepNext = &ctypes.OnOff{} // with the list that it opens
	}
	w.number(p, number, b.Label)
	w.bookmarked(p, b.Anchor, func() { w.words(p, b.Text) })
}

// number numbers p by Word's own numbering of that id, or, where id is 0, in
// letters.
func (w *writer) number(p *docx.Paragraph, id int, l minutes.Label) {
	if id > 0 {
		p.Numbering(id, 1)
	} else if l.Printed != "" {
		w.run(p, l.Printed+"\t")
	}
}

// boxed is a paragraph with a rule at its side, behind its literal name: an
// action, a decision. Its number stands within the box.
func (w *writer) boxed(style string, indent int, anchor string, l minutes.Label, name string, text []model.Span) {
	number := w.count.paragraph(l)
	p := w.paragraph(style, text)
	switch margin := style == "MinuteVote" && w.base() > 0; {
	case margin || l.Printed != "":
		left, hanging := w.base()+boxStep, uint64(w.base())
		p.Indent(&ctypes.Indent{Left: &left, Hanging: &hanging})
		if margin {
			w.run(p, "\t") // a vote stands below its motion, whose number stands there
		}
	case indent > 0:
		p.Indent(&ctypes.Indent{Left: &indent})
	}
	w.number(p, number, l)
	w.bookmarked(p, anchor, func() {
		if name != "" {
			w.run(p, name).Style("ActionLabel")
			w.run(p, " ")
		}
		w.words(p, text)
	})
}

// below is text with more in the next line of its paragraph.
func below(text, more []model.Span) []model.Span {
	if len(more) == 0 {
		return text
	}
	return slices.Concat(text, plain("\n"), more)
}

// voters is what a vote says, with the names in lines below.
func voters(b minutes.Vote) []model.Span {
	text := b.Text
	for _, side := range b.Names {
		text = below(text, append([]model.Span{{Text: side.Label + ": ", Bold: true}}, side.Text...))
	}
	return text
}

func (w *writer) list(b minutes.List) error {
	for _, point := range b.Points {
		style := "MinuteBullet"
		if point.Level > 0 {
			style = "MinuteBullet2"
		}
		p := w.paragraph(style, point.Text)
		w.bookmarked(p, point.Anchor, func() { w.words(p, point.Text) })
		for _, under := range point.Under {
			if err := w.block(under, w.base()+(point.Level+1)*bulletStep+boxStep); err != nil {
				return err
			}
		}
	}
	return nil
}

func (w *writer) table(b minutes.Table) {
	widths := make([]uint64, len(b.Shares))
	total := pages[w.doc.Look.Page].text()
	for i, share := range b.Shares {
		widths[i] = uint64(total * share / 100)
	}
	t := w.root.AddTable()
	t.Style("ActionTable")
	t.Width(total, stypes.TableWidthDxa)
	t.Layout(stypes.TableLayoutFixed)
	t.Grid(widths...)
	t.GetCT().TableProp.TableLook = ctypes.NewCTString(w.tokens.add(lookToken,
		`<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>`+
			`<w:tblCaption w:val="`+escape(b.Caption)+`"/><w:tblDescription w:val="`+escape(b.Summary)+`"/>`))
	head := make([][]model.Span, len(b.Head))
	for i, h := range b.Head {
		head[i] = plain(h)
	}
	rows := [][][]model.Span{head}
	for _, r := range b.Rows {
		rows = append(rows, r.Cells)
	}
	for i, cells := range rows {
		row := t.AddRow()
		for j, words := range cells {
			c := row.AddCell()
			c.Width(int(widths[j]), stypes.TableWidthDxa)
			p := c.AddEmptyPara()
			w.dress(p, "TableText", words)
			w.words(p, words)
		}
		made := t.GetCT().RowContents[i].Row
		made.Property.CantSplit = &ctypes.OnOff{}
		if i == 0 {
			made.Property.Header = &ctypes.OnOff{}
		}
		for _, c := range made.Contents {
			c.Cell.Property.Shading = nil // it would paint white over the row of headings
		}
	}
	w.paragraph("TableText", nil) // Word wants a paragraph between a table and what follows
}

// paragraph adds an empty paragraph in a style, running from right to left
// where its words do.
func (w *writer) paragraph(style string, text []model.Span) *docx.Paragraph {
	p := w.root.AddEmptyParagraph()
	w.dress(p, style, text)
	return p
}

func (w *writer) dress(p *docx.Paragraph, style string, text []model.Span) {
	p.Style(style)
	if minutes.RightToLeft(text) {
		p.GetCT().Property.Bidi = &ctypes.OnOff{}
	}
}

// page is a size of paper in twentieths of a point.
type page struct{ width, height int }

// margin is that of the sides of a page.
const margin = 1304

func (p page) text() int { return p.width - 2*margin }

var pages = map[string]page{"A4": {11906, 16838}, "Letter": {12240, 15840}}

func itoa(n int) string { return strconv.Itoa(n) }
