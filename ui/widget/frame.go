package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynewidget "fyne.io/fyne/v2/widget"

	"minutebook/ui/theme"
)

// A Frame is a box of paper with a border, which shows where the clerk is
// writing.
type Frame struct {
	fynewidget.BaseWidget
	content fyne.CanvasObject
	active  bool
	tone    theme.Tone
	box     *canvas.Rectangle
}

// NewFrame returns a box around content.
func NewFrame(content fyne.CanvasObject) *Frame {
	f := &Frame{content: content, box: newRect()}
	f.ExtendBaseWidget(f)
	return f
}

// SetActive shows whether what is in the box has the keyboard.
func (f *Frame) SetActive(active bool) {
	if f.active != active {
		f.active = active
		f.Refresh()
	}
}

// SetTone gives the border the tone's colour; theme.NoTone is the accent.
func (f *Frame) SetTone(tone theme.Tone) {
	if f.tone != tone {
		f.tone = tone
		f.Refresh()
	}
}

// CreateRenderer is called by Fyne.
func (f *Frame) CreateRenderer() fyne.WidgetRenderer { return &frameRenderer{f} }

type frameRenderer struct{ f *Frame }

func framePadding(l look) (across, down float32) {
	return l.size(theme.SizePadding), l.size(theme.SizeUnit) * 1.25
}

func (r *frameRenderer) MinSize() fyne.Size {
	across, down := framePadding(currentLook())
	return r.f.content.MinSize().AddWidthHeight(across*2, down*2)
}

func (r *frameRenderer) Layout(size fyne.Size) {
	f, l := r.f, currentLook()
	across, down := framePadding(l)
	stroke, ink := l.size(theme.SizeLine), theme.Line
	if f.active {
		stroke, ink = l.size(theme.SizeFocus), theme.Accent
	}
	if f.tone != theme.NoTone {
		stroke, ink = l.size(theme.SizeFocus), f.tone.Words()
	}
	f.box.FillColor, f.box.CornerRadius = l.color(theme.Paper), l.size(theme.SizeCorner)
	ring(f.box, fyne.NewPos(0, 0), size, stroke, l.color(ink))
	place(f.content, fyne.NewPos(across, down), fyne.NewSize(size.Width-across*2, size.Height-down*2))
	f.box.Refresh()
}

func (r *frameRenderer) Refresh() {
	r.Layout(r.f.Size())
	canvas.Refresh(r.f)
}

func (r *frameRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.f.box, r.f.content}
}

func (r *frameRenderer) Destroy() {}

// An Edge is a side of a Ground; sides are joined with |.
type Edge uint8

// The sides.
const (
	Top Edge = 1 << iota
	Right
	Bottom
	Left

	allSides = Top | Right | Bottom | Left
)

// A Ground is one of the theme's colours behind content, with hairlines along
// some sides. The desk is what a window is painted in before anything else: it
// is not painted again, which is slow where no graphics card does it.
type Ground struct {
	fynewidget.BaseWidget
	color   fyne.ThemeColorName
	content fyne.CanvasObject
	edges   Edge
	fill    *canvas.Rectangle
	lines   outline
}

// NewGround returns a ground; content may be nil.
func NewGround(color fyne.ThemeColorName, content fyne.CanvasObject, edges Edge) *Ground {
	g := &Ground{color: color, content: content, edges: edges, fill: newRect(), lines: newOutline()}
	g.fill.Hidden = color == theme.Desk
	g.ExtendBaseWidget(g)
	return g
}

// CreateRenderer is called by Fyne.
func (g *Ground) CreateRenderer() fyne.WidgetRenderer { return &groundRenderer{g} }

type groundRenderer struct{ g *Ground }

func (r *groundRenderer) MinSize() fyne.Size {
	if r.g.content == nil {
		return fyne.NewSize(1, 1)
	}
	return r.g.content.MinSize()
}

func (r *groundRenderer) Layout(size fyne.Size) {
	g, l := r.g, currentLook()
	g.fill.FillColor = l.color(g.color)
	place(g.fill, fyne.NewPos(0, 0), size)
	g.lines.draw(g.edges, size, l.size(theme.SizeLine), l.color(theme.Line))
	g.fill.Refresh()
	if g.content != nil {
		place(g.content, fyne.NewPos(0, 0), size)
	}
}

func (r *groundRenderer) Refresh() {
	r.Layout(r.g.Size())
	canvas.Refresh(r.g)
}

func (r *groundRenderer) Objects() []fyne.CanvasObject {
	all := []fyne.CanvasObject{r.g.fill}
	if r.g.content != nil {
		all = append(all, r.g.content)
	}
	return r.g.lines.appendTo(all)
}

func (r *groundRenderer) Destroy() {}
