package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynewidget "fyne.io/fyne/v2/widget"

	"minutebook/ui/theme"
)

// A Chip is a short word on its tone's colours.
type Chip struct {
	fynewidget.BaseWidget
	words string
	tone  theme.Tone
	shape chipShape
}

// NewChip returns a chip.
func NewChip(words string, tone theme.Tone) *Chip {
	c := &Chip{words: words, tone: tone, shape: newChipShape()}
	c.ExtendBaseWidget(c)
	return c
}

// Set changes the chip.
func (c *Chip) Set(words string, tone theme.Tone) {
	c.words, c.tone = words, tone
	c.Refresh()
}

// CreateRenderer is called by Fyne.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer { return &chipRenderer{c} }

type chipRenderer struct{ c *Chip }

func (r *chipRenderer) MinSize() fyne.Size { return currentLook().chipSize(r.c.words) }

func (r *chipRenderer) Layout(size fyne.Size) {
	l := currentLook()
	r.c.shape.draw(l, r.c.words, r.c.tone, fyne.NewPos(0, (size.Height-l.chipSize("").Height)/2))
}

func (r *chipRenderer) Refresh() {
	r.Layout(r.c.Size())
	canvas.Refresh(r.c)
}

func (r *chipRenderer) Objects() []fyne.CanvasObject { return r.c.shape.objects() }
func (r *chipRenderer) Destroy()                     {}

// A chipShape is a chip as it is drawn, in a Chip or in front of a paragraph.
type chipShape struct {
	body *canvas.Rectangle
	text *canvas.Text
}

func newChipShape() chipShape { return chipShape{newRect(), &canvas.Text{}} }

var chipStyle = fyne.TextStyle{Bold: true}

// chipSize is how large a chip with these words is.
func (l look) chipSize(text string) fyne.Size {
	unit := l.size(theme.SizeUnit)
	wide := l.measure(text, l.size(theme.SizeChip), chipStyle)
	return fyne.NewSize(wide+unit*2, l.leading(theme.SizeChip)+unit/4)
}

func (s *chipShape) draw(l look, text string, tone theme.Tone, at fyne.Position) {
	size := l.chipSize(text)
	s.body.FillColor, s.body.CornerRadius = l.color(tone.Back()), 3
	ring(s.body, at, size, 1, l.color(tone.Edge()))
	s.body.Hidden = text == ""
	s.body.Refresh()
	l.draw(s.text, words{text, theme.SizeChip, chipStyle, tone.Words()}, at.X+l.size(theme.SizeUnit), at.Y, size.Height)
}

func (s *chipShape) objects() []fyne.CanvasObject { return []fyne.CanvasObject{s.body, s.text} }
