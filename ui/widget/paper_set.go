package widget

import (
	"strings"

	"fyne.io/fyne/v2"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/ui/theme"
)

// A paperSet is a part as it is set: words and shapes at their places, in
// units, from the top left of the room for words.
type paperSet struct {
	height float32
	runs   []paperRun
	shapes []paperShape
	spots  []paperSpot
	logo   *paperShape // where the logo stands
}

// A paperRun is words of one style on one line.
type paperRun struct {
	x, y, height float32
	text         string
	size         float32
	style        fyne.TextStyle
	ink          paperInk
}

// A paperShape is a rule or a ground.
type paperShape struct {
	x, y, width, height float32
	ink                 paperInk
}

// A paperSpot is words that lead elsewhere in the document.
type paperSpot struct {
	x, y, width, height float32
	target              string
}

// A paperWord is a word whose width was measured.
type paperWord struct {
	text  string
	size  float32
	style fyne.TextStyle
}

// Lengths in points, as Word has them too.
const (
	paperMargin  = 65  // beside the words
	paperNarrow  = 22  // the same where the room is narrow
	paperHang    = 36  // what a number hangs by
	paperBullet  = 20  // a step of bullets
	paperBox     = 10  // between the rule of a box and its words
	paperFact    = 113 // before the second column of facts
	paperLeading = 1.4 // height of a line
)

// paperPages are the sizes of pages in points.
var paperPages = map[string]fyne.Size{"A4": {Width: 595, Height: 842}, "Letter": {Width: 612, Height: 792}}

// A pen sets one part.
type pen struct {
	p    *Paper
	set  *paperSet
	unit float32 // units in a point
	// size of ordinary words in points; width of the room in units.
	size, width float32
	y           float32
	numbered    bool // paragraphs are, so that their words are set in
	part        paperPart
}

// A hand is how words are written: how large, in points, how, and where.
type hand struct {
	size         float32
	bold, italic bool
	ink          paperInk
	// left and width are the room, first how much of it the first line leaves.
	left, width, first float32
	leading            float32 // of a line as a multiple of the size; 0 is the usual
}

// set sets a part for the width that there is.
func (p *Paper) set(part paperPart) *paperSet {
	now := p.setFor
	k := pen{p: p, set: &paperSet{}, unit: now.unit, size: float32(p.pages.doc.Look.Size), width: now.width,
		numbered: p.pages.doc.Numbering[1] != "", part: part}
	if k.size <= 0 {
		k.size = 11
	}
	if part.edge != nil {
		k.edge(part.edge)
	} else {
		k.block()
	}
	k.set.height = k.y
	return k.set
}

func (k *pen) pt(points float32) float32 { return points * k.unit }

func (k *pen) down(points float32) { k.y += k.pt(points) }

// plain is ordinary words over the whole width after left, in units.
func (k *pen) plain(left float32) hand {
	return hand{size: k.size, left: left, width: k.width - left}
}

// base is how far unnumbered words are set in.
func (k *pen) base() float32 {
	if k.numbered {
		return k.pt(paperHang)
	}
	return 0
}

func (k *pen) block() {
	switch b := k.part.block.(type) {
	case minutes.Title:
		k.title(b)
	case minutes.Facts:
		k.facts(b.Rows, 0, paperFact, k.size)
		k.down(9)
	case minutes.Contents:
		k.link(b.Links[0])
	case minutes.Heading:
		k.heading(b)
	case minutes.People:
		k.people(b)
	case minutes.Paragraph:
		k.paragraph(b)
	case minutes.List:
		k.point(b.Points[0])
	case minutes.Action:
		k.action(b)
	case minutes.Resolution:
		k.resolution(b)
	case minutes.Vote:
		k.vote(b)
	case minutes.Stub:
		k.box(stubBox, b.Label, b.Name, b.Text, nil)
	case minutes.Table:
		k.table(b)
	case minutes.Signature:
		k.signature(b)
	case minutes.BackLink:
		k.down(20)
		k.rule(0, k.width, hairInk)
		k.down(8)
		k.link(b.Link)
		k.down(8)
	}
}

// words writes spans and leaves the pen under them. It returns how many lines
// they took.
func (k *pen) words(spans []model.Span, h hand) int {
	if h.leading == 0 {
		h.leading = paperLeading
	}
	size, height := k.pt(h.size), k.pt(h.size*h.leading)
	s := setter{bold: h.bold, italic: h.italic, measures: map[fyne.TextStyle]ruler{}, width: max(h.width, size), x: h.first,
		rule: func(style fyne.TextStyle) ruler { return k.p.ruler(size, style) }}
	for _, one := range spans {
		if strings.ContainsRune(one.Text, '\t') {
			one.Text = strings.ReplaceAll(one.Text, "\t", " ")
		}
		s.read(fragment{Span: one})
	}
	s.flush()
	mirror := minutes.RightToLeft(spans)
	for _, f := range s.done {
		x := h.left + f.x
		if mirror {
			x = h.left + max(h.width-f.x-f.width, 0)
		}
		y, ink := k.y+float32(f.line)*height, h.ink
		if _, ok := f.Target(); ok {
			ink = linkInk
			k.shape(x, y+height*0.82, f.width, max(k.pt(0.5), 1), linkInk)
		}
		k.run(f.Text, x, y, h.size, height, s.style(f.Span), ink)
	}
	k.y += float32(s.line+1) * height
	return s.line + 1
}

// ruler measures words, each of them once.
func (p *Paper) ruler(size float32, style fyne.TextStyle) ruler {
	return func(r []rune) float32 {
		if len(r) == 0 {
			return 0
		}
		word := paperWord{string(r), size, style}
		width, ok := p.widths[word]
		if !ok {
			if len(p.widths) > mostPaperWords {
				clear(p.widths)
			}
			width = currentLook().measure(word.text, size, style)
			p.widths[word] = width
		}
		return width
	}
}

// mostPaperWords is how many widths are remembered.
const mostPaperWords = 20000

// run puts words at a place as they are.
func (k *pen) run(text string, x, y, size, height float32, style fyne.TextStyle, ink paperInk) {
	if strings.TrimSpace(text) != "" {
		k.set.runs = append(k.set.runs, paperRun{x, y, height, text, k.pt(size), style, k.pale(ink)})
	}
}

// pale is the ink, or grey for all words of what is not there yet.
func (k *pen) pale(ink paperInk) paperInk {
	if k.p.pale != "" && k.part.anchor == k.p.pale {
		return paleInk
	}
	return ink
}

func (k *pen) shape(x, y, width, height float32, ink paperInk) {
	k.set.shapes = append(k.set.shapes, paperShape{x, y, width, height, ink})
}

// rule draws a line across.
func (k *pen) rule(x, width float32, ink paperInk) { k.shape(x, k.y, width, 1, ink) }

// number hangs a number at x and returns how much of the first line behind it,
// which starts at hang, it takes.
func (k *pen) number(printed string, x, hang float32, h hand) (first float32) {
	if printed == "" {
		return 0
	}
	if h.leading == 0 {
		h.leading = paperLeading
	}
	style := fyne.TextStyle{Bold: h.bold, Italic: h.italic}
	width := k.p.ruler(k.pt(h.size), style)([]rune(printed))
	k.run(printed, x, k.y, h.size, k.pt(h.size*h.leading), style, h.ink)
	return max(x+width+k.pt(5)-hang, 0)
}

func text(words string) []model.Span { return []model.Span{{Text: words}} }

func (k *pen) title(b minutes.Title) {
	k.shape(0, k.y, k.width, k.pt(4.5), accentInk)
	k.down(20)
	for i, line := range b.Lines {
		h := k.plain(0)
		h.ink, h.size, h.leading = softInk, k.size*14/11, 1.25
		if i == 0 {
			h.ink, h.size, h.bold = accentInk, k.size*2, true
		}
		k.words(text(line), h)
		k.down(9)
	}
	k.down(6)
}

// facts writes labels and what stands behind them, in points of their size.
func (k *pen) facts(rows []minutes.Fact, left, column, size float32) {
	for _, r := range rows {
		h := k.plain(left)
		h.size, h.bold = size, true
		hang := left + min(k.pt(column), h.width*0.4)
		first, style := float32(0), fyne.TextStyle{Bold: true}
		if label := r.Label + ":"; k.p.ruler(k.pt(size), style)([]rune(label)) < h.width*0.7 {
			first = k.number(label, left, hang, h)
		} else {
			k.words(text(label), h)
		}
		h = k.plain(hang)
		h.size, h.first = size, first
		k.words(r.Text, h)
		k.down(2)
	}
}

// link writes words that lead elsewhere in the document.
func (k *pen) link(l minutes.Link) {
	h := k.plain(0)
	h.ink = linkInk
	y := k.y
	k.words(text(l.Text), h)
	k.set.spots = append(k.set.spots, paperSpot{0, y, k.width, k.y - y, l.Target})
	k.down(2)
	if k.part.last {
		k.down(6)
	}
}

func (k *pen) heading(b minutes.Heading) {
	h := hand{size: k.size, bold: true, leading: 1.25, width: k.width}
	over, under := float32(9), float32(3)
	switch b.Level {
	case 2:
		h.size, h.ink, over, under = k.size*14/11, accentInk, 18, 6
	case 3:
		h.size, h.ink, over, under = k.size*12/11, accentInk, 12, 5
	}
	k.down(over)
	if b.Label.Printed != "" {
		h.left = k.pt(paperHang)
		h.width -= h.left
		h.first = k.number(b.Label.Printed, 0, h.left, h)
	}
	k.words(b.Text, h)
	k.down(under)
}

func (k *pen) people(b minutes.People) {
	if b.Running {
		k.words(b.Line(), k.plain(0))
		k.down(8)
		return
	}
	k.words(b.Names[0].Text, k.plain(0))
	k.down(2)
	if k.part.last {
		k.down(6)
	}
}

func (k *pen) paragraph(b minutes.Paragraph) {
	h := k.plain(k.base())
	switch b.Role {
	case minutes.Aside:
		h = k.plain(0)
		h.italic, h.ink = true, softInk
	case minutes.Outcome:
		h.bold = true
	case minutes.Plain:
		if b.Label.Printed == "" {
			h = k.plain(0)
		}
	}
	if b.Label.Printed != "" {
		h.left = k.pt(paperHang)
		h.width = k.width - h.left
		h.first = k.number(b.Label.Printed, 0, h.left, h)
	}
	k.words(b.Text, h)
	k.down(8)
}

func (k *pen) point(b minutes.Point) {
	left := k.base() + k.pt(paperBullet)*float32(b.Level+1)
	sign := "•"
	if b.Level > 0 {
		sign = "–"
	}
	k.run(sign, left-k.pt(paperBullet*0.7), k.y, k.size, k.pt(k.size*paperLeading), fyne.TextStyle{}, textInk)
	k.words(b.Text, k.plain(left))
	k.down(4)
	if k.part.last {
		k.down(4)
	}
}

// A boxStyle is the rule and the ground of a box.
type boxStyle struct{ rule, ground paperInk }

var (
	actionBox   = boxStyle{accentInk, tintInk}
	decisionBox = boxStyle{decisionInk, decisionGround}
	motionBox   = boxStyle{motionInk, motionGround}
	stubBox     = boxStyle{stubInk, stubGround}
)

// box writes words behind a number and a name in a box, and more in it under
// them.
func (k *pen) box(style boxStyle, label minutes.Label, name string, words []model.Span, more func(left float32)) {
	k.boxBeside(style, label, name, words, nil, more)
}

func (k *pen) boxBeside(style boxStyle, label minutes.Label, name string, words, margin []model.Span, more func(left float32)) {
	k.down(5)
	outer := min(k.base()+k.pt(paperBullet)*float32(k.part.inList), k.width/6)
	left, from := outer+k.pt(paperBox), k.y
	ground := len(k.set.shapes)
	k.set.shapes = append(k.set.shapes, paperShape{}, paperShape{})
	k.down(5)
	h := k.plain(left)
	h.width -= k.pt(6)
	column := float32(0)
	if len(margin) > 0 {
		column = h.width * 0.3
		h.width -= column
	}
	if label.Printed != "" {
		h.left += k.pt(paperHang)
		h.width -= k.pt(paperHang)
		h.first = k.number(label.Printed, left, h.left, h)
	}
	top := k.y
	if name != "" {
		words = append([]model.Span{{Text: name + " ", Bold: true}}, words...)
	}
	k.words(words, h)
	if more != nil {
		more(left)
	}
	if column > 0 {
		bottom := k.y
		k.y = top
		x := h.left + h.width + k.pt(12)
		k.words(margin, hand{size: k.size - 1, ink: softInk, left: x, width: column - k.pt(12)})
		k.y = max(k.y, bottom)
		k.shape(x-k.pt(6), top, 1, k.y-top, hairInk)
	}
	k.down(5)
	k.set.shapes[ground] = paperShape{outer, from, k.width - outer, k.y - from, style.ground}
	k.set.shapes[ground+1] = paperShape{outer, from, k.pt(3), k.y - from, style.rule}
	k.down(8)
}

func (k *pen) action(b minutes.Action) {
	k.boxBeside(actionBox, minutes.Label{}, b.Name, b.Text, b.Margin, nil)
}

func (k *pen) resolution(b minutes.Resolution) {
	style := decisionBox
	if b.Motion {
		style = motionBox
	}
	k.box(style, b.Label, b.Name, b.Text, func(left float32) {
		if len(b.Detail) > 0 {
			h := k.plain(left)
			if b.Label.Printed != "" {
				h = k.plain(left + k.pt(paperHang))
			}
			h.ink = softInk
			k.words(b.Detail, h)
		}
	})
}

func (k *pen) vote(b minutes.Vote) {
	k.box(motionBox, minutes.Label{}, b.Name, b.Text, func(left float32) { k.facts(b.Names, left, paperFact*0.65, k.size) })
}

// table sets one row of a table, or its headings.
func (k *pen) table(b minutes.Table) {
	cells, h := [][]model.Span(nil), hand{size: k.size - 1, leading: 1.3}
	if len(b.Rows) > 0 {
		cells = b.Rows[0].Cells
	} else {
		h.bold, h.ink = true, onAccentInk
		for _, words := range b.Head {
			cells = append(cells, text(words))
		}
		k.down(4)
	}
	from, ground := k.y, len(k.set.shapes)
	if len(b.Rows) == 0 {
		k.shape(0, 0, 0, 0, accentInk)
	}
	bottom, x := k.y, float32(0)
	var edges []float32
	for i, cell := range cells {
		width := k.width / float32(len(cells))
		if i < len(b.Shares) {
			width = k.width * float32(b.Shares[i]) / 100
		}
		k.y = from + k.pt(4)
		h.left, h.width = x+k.pt(5), width-k.pt(10)
		k.words(cell, h)
		bottom = max(bottom, k.y+k.pt(4))
		edges = append(edges, x)
		x += width
	}
	k.y = bottom
	if len(b.Rows) == 0 {
		k.set.shapes[ground] = paperShape{0, from, x, bottom - from, accentInk}
	}
	for _, edge := range append(edges, x) {
		k.shape(edge, from, 1, bottom-from, hairInk)
	}
	k.rule(0, x, hairInk)
	if k.part.last {
		k.down(12)
	}
}

func (k *pen) signature(b minutes.Signature) {
	if b.Apart {
		k.down(40)
		k.rule(0, k.width, hairInk)
	}
	if len(b.Text) > 0 {
		k.down(16)
		k.words(b.Text, k.plain(0))
	}
	for _, line := range b.Lines {
		k.down(24)
		width := min(k.pt(paperFact*3), k.width)
		from := k.y
		h := k.plain(0)
		h.width = k.pt(paperFact - 8)
		k.words(text(line), h)
		k.shape(k.pt(paperFact), from+k.pt(k.size*paperLeading)-2, width-k.pt(paperFact), 1, textInk)
	}
	k.down(12)
}

// edge sets the head or the foot of the sheet, with the room over and under it.
func (k *pen) edge(e *paperEdge) {
	const over, under, size = 30, 26, 9
	if e.foot {
		k.down(over)
		if len(e.running.Left)+len(e.running.Right) > 0 {
			k.rule(0, k.width, hairInk)
			k.down(6)
		}
	} else {
		k.down(over)
	}
	h := hand{size: size, ink: softInk, width: k.width}
	from := k.y
	right := runningWords(e.running.Right)
	wide := k.p.ruler(k.pt(size), fyne.TextStyle{})([]rune(right))
	h.width = max(k.width-wide-k.pt(12), k.width/2)
	k.words(text(runningWords(e.running.Left)), h)
	bottom := k.y
	k.y = from
	h.left, h.width = max(k.width-wide, k.width/2), min(wide+1, k.width/2)
	k.words(text(right), h)
	k.y = max(k.y, bottom)
	if e.foot {
		k.down(under)
		k.y += currentLook().size(theme.SizePadding) // of the desk
		return
	}
	k.down(18)
	if l := e.logo; l != nil {
		const inMillimetre = 72 / 25.4
		k.set.logo = &paperShape{x: 0, y: k.y, width: min(k.pt(float32(l.Width)*inMillimetre), k.width), height: k.pt(float32(l.Height) * inMillimetre)}
		k.y += k.set.logo.height
		k.down(14)
	}
}

// runningWords are the pieces of a line at the head or foot. What a page knows
// of itself is left open: where pages end is for the program that prints.
func runningWords(pieces []minutes.Piece) string {
	var b strings.Builder
	for _, p := range pieces {
		if p.Field != minutes.NoField {
			b.WriteString("…")
			continue
		}
		b.WriteString(p.Text)
	}
	return b.String()
}
