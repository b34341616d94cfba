// Package docx writes minutes as a Word document. The body is built with
// godocx; every other part of the package is a readable file in parts, and
// what godocx cannot say is put in afterwards: see tokens.
package docx

import (
	"bytes"
	"io"
	"strconv"
	"strings"

	"github.com/gomutex/godocx/docx"
	"github.com/gomutex/godocx/wml/ctypes"

	"minutebook/model"
	"minutebook/model/minutes"
)

// Write writes the document. The same document gives the same bytes. The error
// is w's, a *[minutes.Unknown], or says which part could not be made.
func Write(w io.Writer, d minutes.Document) error {
	b := newWriter(d)
	if d.Logo != nil {
		if err := b.logo(*d.Logo); err != nil {
			return err
		}
	}
	for _, block := range d.Blocks {
		if err := b.block(block, 0); err != nil {
			return err
		}
	}
	b.shut()
	if err := b.answer(); err != nil {
		return err
	}
	var out bytes.Buffer
	if err := b.pack(&out); err != nil {
		return err
	}
	_, err := w.Write(out.Bytes())
	return err
}

// writer builds the body of one document.
type writer struct {
	doc    minutes.Document
	root   *docx.RootDoc
	tokens tokens
	names  bookmarks
	count  counter
	// room is how far words are set in beside a number in the margin,
	// reference beside the reference of an item, in twentieths of a point.
	room, reference int
	// above is the box written last, nil where anything stands below it.
	above *box
	// media are the pictures.
	media []part
	// tabled says that a table stands last in the body.
	tabled bool
	// calls are the numbers of pages that the contents list calls for.
	calls []call
}

func newWriter(d minutes.Document) *writer {
	root := docx.NewRootDoc()
	root.Document = &docx.Document{Root: root, Body: docx.NewBody(root), RID: firstLink}
	w := &writer{doc: d, root: root}
	w.room, w.reference = w.rooms()
	return w
}

// base is how far paragraphs are set in beside numbers in the margin, in
// twentieths of a point.
func (w *writer) base() int {
	if w.doc.Numbering[1] != "" {
		return w.room
	}
	return 0
}

// bulletStep is how far a bullet is set in, in twentieths of a point.
const bulletStep = 397

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
		w.action(b, indent)
	case minutes.Resolution:
		w.resolution(b, indent)
	case minutes.Vote:
		w.vote(b, indent)
	case minutes.Stub:
		w.boxed("MinuteStub", indent, b.Anchor, b.Label, b.Name, b.Text)
	case minutes.Table:
		w.table(b)
	case minutes.Signature:
		w.signature(b)
	case minutes.BackLink:
		w.innerLink(w.paragraph("BackLink", plain(b.Link.Text)), b.Link, linkLook, "")
	default:
		return &minutes.Unknown{Block: b}
	}
	return nil
}

func (w *writer) title(b minutes.Title) {
	for i, l := range b.Lines {
		style := "Title"
		if i > 0 {
			style = "Subtitle"
		}
		w.words(w.paragraph(style, plain(l)), plain(l))
	}
}

// people are names, each in a paragraph or all in one.
func (w *writer) people(b minutes.People) {
	if !b.Running {
		for _, n := range b.Names {
			p := w.paragraph("Attendee", n.Text)
			w.bookmarked(p, n.Anchor, func() { w.words(p, n.Text) })
		}
		return
	}
	if len(b.Names) == 0 {
		return
	}
	p := w.paragraph("Attendees", b.Names[0].Text)
	for i, n := range b.Names {
		w.bookmarked(p, n.Anchor, func() { w.words(p, n.Text) })
		if i < len(b.Names)-1 {
			w.run(p, ", ")
		} else {
			w.run(p, ".")
		}
	}
}

// facts are labels with what they say in a column beside them.
func (w *writer) facts(rows []minutes.Fact) {
	column := factColumn
	for _, r := range rows {
		column = max(column, min(w.headingFace(w.sizeOf("Normal")).width(r.Label+":")+boxStep, 2*factColumn))
	}
	for i, r := range rows {
		p := w.paragraph("KeyInformation", r.Text)
		if i == len(rows)-1 {
			after := uint64(factsGap)
			spacing(p).After = &after
		}
		if column > factColumn {
			hanging := uint64(column)
			p.Indent(&ctypes.Indent{Left: &column, Hanging: &hanging})
		}
		w.run(p, r.Label+":").Style("ActionLabel")
		w.run(p, "\t")
		w.words(p, r.Text)
	}
}

// factColumn is how wide the labels of facts are.
const factColumn = 2268

// factsGap is the room below the last of some facts. Their style has none, nor
// says that it is left out between them: LibreOffice would then part a heading
// from the facts below it.
const factsGap = 180

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
	if b.Role != minutes.Plain && number == 0 && b.Label.Printed != "" {
		left, hanging := w.room, uint64(w.room)
		p.Indent(&ctypes.Indent{Left: &left, Hanging: &hanging})
	}
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

func (w *writer) list(b minutes.List) error {
	for i, point := range b.Points {
		style := "MinuteBullet"
		if point.Level > 0 {
			style = "MinuteBullet2"
		}
		p := w.paragraph(style, point.Text)
		if i == len(b.Points)-1 {
			w.leave(p)
		}
		w.bookmarked(p, point.Anchor, func() { w.words(p, point.Text) })
		for _, under := range point.Under {
			if err := w.block(under, w.base()+(point.Level+1)*bulletStep+boxStep); err != nil {
				return err
			}
		}
	}
	return nil
}

// leave sets what follows the last bullet of a list as far off as what follows
// a paragraph.
func (w *writer) leave(p *docx.Paragraph) {
	after := uint64(paragraphGap)
	spacing(p).After = &after
}

// spacing is the room above and below a paragraph that its style does not say.
func spacing(p *docx.Paragraph) *ctypes.Spacing {
	prop := p.GetCT().Property
	if prop.Spacing == nil {
		prop.Spacing = &ctypes.Spacing{}
	}
	return prop.Spacing
}

// paragraphGap is the room below a paragraph, in twentieths of a point.
const paragraphGap = 140

// signature is a sentence and lines to write on, kept together.
func (w *writer) signature(b minutes.Signature) {
	var made []*docx.Paragraph
	if len(b.Text) > 0 {
		p := w.paragraph("SignatureText", b.Text)
		w.words(p, b.Text)
		made = append(made, p)
	}
	column := signColumn
	for _, l := range b.Lines {
		column = max(column, min(w.ordinary().width(l)+boxStep, w.text()/2))
	}
	for _, l := range b.Lines {
		p := w.paragraph("SignatureLine", plain(l))
		w.run(p, l)
		w.inline(p, `<w:r><w:tab/></w:r>`)
		w.inline(p, `<w:r><w:tab/></w:r>`)
		if column != signColumn {
			p.GetCT().Property.Tabs = w.signTabs(column)
		}
		made = append(made, p)
	}
	for i, p := range made {
		if i < len(made)-1 {
			p.GetCT().Property.KeepNext = &ctypes.OnOff{}
		}
		if i == 0 && b.Apart {
			p.GetCT().Property.PageBreakBefore = &ctypes.OnOff{}
		}
	}
}

// page is a size of paper in twentieths of a point.
type page struct{ width, height int }

// margin is that of the sides of a page.
const margin = 1304

var sizes = map[string]page{"A4": {11906, 16838}, "Letter": {12240, 15840}}

// text is how wide the text is on the document's paper.
func (w *writer) text() int { return sizes[w.doc.Look.Page].width - 2*margin }

func itoa(n int) string { return strconv.Itoa(n) }
