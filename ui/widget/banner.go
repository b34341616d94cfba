package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynewidget "fyne.io/fyne/v2/widget"

	"minutebook/ui/theme"
)

// A Banner is a strip that says something that must not be missed, with up to
// two buttons to do something about it.
type Banner struct {
	fynewidget.BaseWidget
	tone    theme.Tone
	words   string
	buttons []*Button
	back    *canvas.Rectangle
	bar     *canvas.Rectangle
	lines   pool[*canvas.Text]
}

// NewBanner returns a banner; buttons after the second are left out.
func NewBanner(tone theme.Tone, words string, buttons ...*Button) *Banner {
	b := &Banner{
		tone: tone, words: words, buttons: buttons[:min(len(buttons), 2)],
		back: newRect(), bar: newRect(), lines: newTexts(),
	}
	b.ExtendBaseWidget(b)
	return b
}

// Set changes what the banner says.
func (b *Banner) Set(tone theme.Tone, words string) {
	b.tone, b.words = tone, words
	b.Refresh()
}

// Words returns what the banner says.
func (b *Banner) Words() string { return b.words }

// CreateRenderer is called by Fyne.
func (b *Banner) CreateRenderer() fyne.WidgetRenderer { return &bannerRenderer{b} }

type bannerRenderer struct{ b *Banner }

var bannerStyle = fyne.TextStyle{Bold: true}

// buttonsWidth is the room that the buttons take at the end of the strip.
func (r *bannerRenderer) buttonsWidth(l look) float32 {
	var wide float32
	for _, button := range r.b.buttons {
		wide += button.MinSize().Width + l.size(theme.SizeUnit)
	}
	return wide
}

func (r *bannerRenderer) lines(l look, width float32) []span {
	room := width - l.size(theme.SizePadding)*2 - r.buttonsWidth(l)
	if width <= 0 {
		room = 1 << 20
	}
	return wrap([]rune(r.b.words), 0, max(room, l.size(theme.SizePane)*4), l.ruler(theme.SizePane, bannerStyle))
}

func (r *bannerRenderer) MinSize() fyne.Size {
	l := currentLook()
	height := float32(len(r.lines(l, r.b.Size().Width))) * l.leading(theme.SizePane)
	for _, button := range r.b.buttons {
		height = max(height, button.MinSize().Height)
	}
	return fyne.NewSize(r.buttonsWidth(l)+l.size(theme.SizePadding)*2+l.size(theme.SizePane)*8, height+l.size(theme.SizeUnit)*2)
}

func (r *bannerRenderer) Layout(size fyne.Size) {
	b, l := r.b, currentLook()
	b.back.FillColor = l.color(b.tone.Back())
	ring(b.back, fyne.NewPos(0, 0), size, 1, l.color(b.tone.Edge()))
	b.bar.FillColor = l.color(b.tone.Words())
	place(b.bar, fyne.NewPos(0, 0), fyne.NewSize(l.size(theme.SizeUnit)/2, size.Height))
	spans, height := r.lines(l, size.Width), l.leading(theme.SizePane)
	y := (size.Height - float32(len(spans))*height) / 2
	b.lines.rewind()
	for _, s := range spans {
		text := string([]rune(b.words)[s.from:s.to])
		l.draw(b.lines.next(), words{text, theme.SizePane, bannerStyle, b.tone.Words()}, l.size(theme.SizePadding), y, height)
		y += height
	}
	x := size.Width - l.size(theme.SizeUnit) - r.buttonsWidth(l)
	for _, button := range b.buttons {
		least := button.MinSize()
		place(button, fyne.NewPos(x, (size.Height-least.Height)/2), least)
		x += least.Width + l.size(theme.SizeUnit)
	}
	b.back.Refresh()
	b.bar.Refresh()
}

func (r *bannerRenderer) Refresh() {
	r.Layout(r.b.Size())
	canvas.Refresh(r.b)
}

func (r *bannerRenderer) Objects() []fyne.CanvasObject {
	all := r.b.lines.appendTo([]fyne.CanvasObject{r.b.back, r.b.bar})
	for _, button := range r.b.buttons {
		all = append(all, button)
	}
	return all
}

func (r *bannerRenderer) Destroy() {}
