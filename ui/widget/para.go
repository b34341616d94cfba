package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynewidget "fyne.io/fyne/v2/widget"

	// Only for its reader of marks: the paper on screen shows the words that
	// documents print and searches find.
	"minutebook/model"
	"minutebook/ui/theme"
)

// A ParaStyle is how a paragraph is set.
type ParaStyle uint8

// The styles. Body, Heading and Subheading have a gutter where the number
// hangs; PaneText and Caption are for side panes and have one only where there
// is a number; a Message is the words of a dialog.
const (
	Body ParaStyle = iota
	Heading
	Subheading
	PaneText
	Caption
	Message
)

// A Block is what a Para shows.
type Block struct {
	Style    ParaStyle
	Number   string     // hangs in the gutter
	Bullet   int        // 1 for a dot before the text, which is indented; 2 for a dash, indented further
	Chip     string     // words of the chip before the text, or ""
	Tone     theme.Tone // the chip's colours
	Text     string     // with **bold**, *italic* and [words](address)
	Withheld string     // phrases of the text that are underlined as left out of public minutes, one a line
	Note     string     // soft words under the text
	Trailing string     // soft words at the far end of the first line
	Yields   bool       // the trailing words go under the text where the line has no room for both
	Soft     bool       // the text is in the soft colour, as what is not yet there
	Bar      theme.Tone // a bar down the margin
}

// A Para shows a paragraph: wrapped words, with what stands around them. It
// does not take the keyboard; whoever shows it selects it.
type Para struct {
	fynewidget.BaseWidget
	click

	// OnTapped is called when the paragraph is clicked.
	OnTapped func()
	// OnSecondary is called with the place on the canvas when it is clicked
	// with the other button.
	OnSecondary func(at fyne.Position)

	block    Block
	spans    []model.Span
	selected bool
	hovered  bool

	set   setting   // the words as they are set for a width
	drawn paraState // what is on screen
	rects pool[*canvas.Rectangle]
	texts pool[*canvas.Text]
	chip  chipShape
}

var (
	_ fyne.Widget            = (*Para)(nil)
	_ fyne.Tappable          = (*Para)(nil)
	_ fyne.SecondaryTappable = (*Para)(nil)
	_ desktop.Hoverable      = (*Para)(nil)
	_ desktop.Mouseable      = (*Para)(nil)
)

// NewPara returns a paragraph.
func NewPara(b Block) *Para {
	p := &Para{block: b, spans: model.Inline(b.Text), rects: newRects(), texts: newTexts(), chip: newChipShape()}
	p.ExtendBaseWidget(p)
	return p
}

// Set changes what the paragraph shows; what is the same already costs
// nothing.
func (p *Para) Set(b Block) {
	if p.block == b {
		return
	}
	p.block, p.spans = b, model.Inline(b.Text)
	p.Refresh()
}

// Block returns what the paragraph shows.
func (p *Para) Block() Block { return p.block }

// SetSelected shows the paragraph as the selected one, by its ground and a bar.
func (p *Para) SetSelected(selected bool) {
	if p.selected != selected {
		p.selected = selected
		p.Refresh()
	}
}

// Selected tells whether the paragraph shows as selected.
func (p *Para) Selected() bool { return p.selected }

// Tapped is called by the driver.
func (p *Para) Tapped(*fyne.PointEvent) {
	p.giveBack()
	if p.OnTapped != nil {
		p.OnTapped()
	}
}

// TappedSecondary is called by the driver.
func (p *Para) TappedSecondary(e *fyne.PointEvent) {
	p.giveBack()
	if p.OnSecondary != nil {
		p.OnSecondary(e.AbsolutePosition)
	}
}

// MouseDown is called by the driver.
func (p *Para) MouseDown(*desktop.MouseEvent) { p.down(p) }

// MouseUp is called by the driver.
func (p *Para) MouseUp(*desktop.MouseEvent) {}

// MouseIn is called by the driver.
func (p *Para) MouseIn(*desktop.MouseEvent) { p.setHovered(p.OnTapped != nil) }

// MouseMoved is called by the driver.
func (p *Para) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by the driver.
func (p *Para) MouseOut() { p.setHovered(false) }

func (p *Para) setHovered(hovered bool) {
	if p.hovered != hovered {
		p.hovered = hovered
		p.Refresh()
	}
}

// A paraState is everything that decides what a paragraph looks like.
type paraState struct {
	look              look
	block             Block
	selected, hovered bool
	size              fyne.Size
}

func (p *Para) state(l look, size fyne.Size) paraState {
	return paraState{l, p.block, p.selected, p.hovered, size}
}

// CreateRenderer is called by Fyne.
func (p *Para) CreateRenderer() fyne.WidgetRenderer { return &paraRenderer{p: p} }

type paraRenderer struct{ p *Para }

// MinSize is the height that the words take at the width the paragraph has.
func (r *paraRenderer) MinSize() fyne.Size {
	l := currentLook()
	g := r.p.geometry(l)
	r.p.arrange(l, r.p.Size().Width)
	return fyne.NewSize(g.left+g.right+l.size(theme.SizeBody)*4, r.p.set.height+g.pad*2)
}

func (r *paraRenderer) Layout(size fyne.Size) {
	l := currentLook()
	r.p.arrange(l, size.Width)
	r.p.draw(l, size)
	r.p.drawn = r.p.state(l, size)
}

// Refresh costs nothing where all is as it was drawn last: a container
// refreshes everything in it whenever one of its parts changes.
func (r *paraRenderer) Refresh() {
	if r.p.drawn == r.p.state(currentLook(), r.p.Size()) {
		return
	}
	r.p.set = setting{}
	r.Layout(r.p.Size())
	canvas.Refresh(r.p)
}

func (r *paraRenderer) Objects() []fyne.CanvasObject {
	all := r.p.rects.appendTo(nil)
	all = append(all, r.p.chip.objects()...)
	return r.p.texts.appendTo(all)
}

func (r *paraRenderer) Destroy() {}
