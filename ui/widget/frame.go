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
	content   fyne.CanvasObject
	active    bool
	tone      theme.Tone
	box, edge *canvas.Rectangle
}

// NewFrame returns a box around content.
func NewFrame(content fyne.CanvasObject) *Frame {
	f := &Frame{content: content, box: newRect(), edge: newRect()}
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
	f.box.FillColor = l.color(theme.Paper)
	f.box.CornerRadius, f.edge.CornerRadius = l.size(theme.SizeCorner), l.size(theme.SizeCorner)
	place(f.box, fyne.NewPos(0, 0), size)
	ring(f.edge, fyne.NewPos(0, 0), size, stroke, l.color(ink))
	place(f.content, fyne.NewPos(across, down), fyne.NewSize(size.Width-across*2, size.Height-down*2))
	f.box.Refresh()
	f.edge.Refresh()
}

func (r *frameRenderer) Refresh() {
	r.Layout(r.f.Size())
	canvas.Refresh(r.f)
}

func (r *frameRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.f.box, r.f.edge, r.f.content}
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
)

// A Ground is one of the theme's colours behind content, with hairlines along
// some sides.
type Ground struct {
	fynewidget.BaseWidget
	color   fyne.ThemeColorName
	content fyne.CanvasObject
	edges   Edge
	fill    *canvas.Rectangle
	lines   [4]*canvas.Rectangle
}

// NewGround returns a ground; content may be nil.
func NewGround(color fyne.ThemeColorName, content fyne.CanvasObject, edges Edge) *Ground {
	g := &Ground{color: color, content: content, edges: edges, fill: newRect()}
	for n := range g.lines {
		g.lines[n] = newRect()
		g.lines[n].Hidden = edges&(1<<n) == 0
	}
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
	thick := l.size(theme.SizeLine)
	places := [4]segmentPlace{
		{fyne.NewPos(0, 0), fyne.NewSize(size.Width, thick)},
		{fyne.NewPos(size.Width-thick, 0), fyne.NewSize(thick, size.Height)},
		{fyne.NewPos(0, size.Height-thick), fyne.NewSize(size.Width, thick)},
		{fyne.NewPos(0, 0), fyne.NewSize(thick, size.Height)},
	}
	for n, line := range g.lines {
		line.FillColor = l.color(theme.Line)
		place(line, places[n].at, places[n].size)
		line.Refresh()
	}
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
	for _, line := range r.g.lines {
		all = append(all, line)
	}
	return all
}

func (r *groundRenderer) Destroy() {}
