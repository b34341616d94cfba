// Package widget holds the parts that screens are composed of: an entry for
// minuting, buttons, lists, paragraphs and the sheet they lie on. They know
// nothing of meetings.
//
// Every part takes its colours and sizes from package theme when it is drawn,
// shows the keyboard's focus, and hands on the keys and shortcuts it has no
// use for. None opens anything while someone types. A click takes the keyboard
// to a Composer, a Field or Rows; a click on any other part leaves it where it
// was.
package widget

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"minutebook/ui/theme"
)

// A look is the theme that widgets are drawn in now.
type look struct {
	theme   *theme.Theme
	variant fyne.ThemeVariant
}

var plainLook = theme.New(theme.Options{Variant: theme.Light})

// currentLook returns the program's look; under a theme that is not ours, the
// plain light one.
func currentLook() look {
	settings := fyne.CurrentApp().Settings()
	if t, ok := settings.Theme().(*theme.Theme); ok {
		return look{t, settings.ThemeVariant()}
	}
	return look{plainLook, settings.ThemeVariant()}
}

func (l look) color(name fyne.ThemeColorName) color.Color { return l.theme.Color(name, l.variant) }

func (l look) size(name fyne.ThemeSizeName) float32 { return l.theme.Size(name) }

// leading is the height of a line of words of the named size.
func (l look) leading(name fyne.ThemeSizeName) float32 {
	return float32(math.Round(float64(l.size(name) * theme.Leading)))
}

// ruler measures words of the named size and style.
func (l look) ruler(name fyne.ThemeSizeName, style fyne.TextStyle) ruler {
	size := l.size(name)
	return func(r []rune) float32 {
		if len(r) == 0 {
			return 0
		}
		return l.measure(string(r), size, style)
	}
}

// measure is how wide words are in a size.
func (l look) measure(words string, size float32, style fyne.TextStyle) float32 {
	box, _ := fyne.CurrentApp().Driver().RenderedTextSize(words, size, style, l.theme.Typeface(words, style))
	return box.Width
}

// words is a run of words on the canvas, in one size, style and colour.
type words struct {
	text  string
	size  fyne.ThemeSizeName
	style fyne.TextStyle
	color fyne.ThemeColorName
}

// draw puts the words into t, in the middle of a line that starts at x, y and
// is height high. It returns how wide they are.
func (l look) draw(t *canvas.Text, w words, x, y, height float32) float32 {
	ink, size := l.color(w.color), l.size(w.size)
	changed := t.Text != w.text || t.TextSize != size || t.TextStyle != w.style || t.Color != ink || !t.Visible()
	t.Text, t.TextSize, t.TextStyle, t.Color, t.FontSource = w.text, size, w.style, ink, l.theme.Typeface(w.text, w.style)
	fill := t.MinSize()
	t.Resize(fill)
	t.Move(fyne.NewPos(x, y+(height-fill.Height)/2))
	if changed {
		t.Hidden = false
		t.Refresh()
	}
	return fill.Width
}

// ring shapes r into the border of size, drawn inside it, stroke units wide.
func ring(r *canvas.Rectangle, at fyne.Position, size fyne.Size, stroke float32, ink color.Color) {
	r.StrokeWidth, r.StrokeColor = stroke, ink
	place(r, at.AddXY(stroke/2, stroke/2), fyne.NewSize(max(size.Width-stroke, 0), max(size.Height-stroke, 0)))
}

// An outline is a border over what it is around. Each side is a shape of its own:
// one around a hollow is painted as slowly as if it were full, where no graphics
// card does it.
type outline [4]*canvas.Rectangle

func newOutline() outline { return outline{newRect(), newRect(), newRect(), newRect()} }

// draw shapes these sides of the border of size, drawn inside it, thick units
// wide.
func (o outline) draw(sides Edge, size fyne.Size, thick float32, ink color.Color) {
	for n, at := range [...]segmentPlace{
		{fyne.NewPos(0, 0), fyne.NewSize(size.Width, thick)},
		{fyne.NewPos(size.Width-thick, 0), fyne.NewSize(thick, size.Height)},
		{fyne.NewPos(0, size.Height-thick), fyne.NewSize(size.Width, thick)},
		{fyne.NewPos(0, 0), fyne.NewSize(thick, size.Height)},
	} {
		o[n].FillColor, o[n].Hidden = ink, sides&(1<<n) == 0 || thick == 0
		place(o[n], at.at, at.size)
		o[n].Refresh()
	}
}

// appendTo adds the sides to objects.
func (o outline) appendTo(objects []fyne.CanvasObject) []fyne.CanvasObject {
	for _, side := range o {
		objects = append(objects, side)
	}
	return objects
}

// place moves and resizes.
func place(o fyne.CanvasObject, at fyne.Position, size fyne.Size) {
	o.Move(at)
	o.Resize(size)
}

// shorten returns text cut to the width, with an ellipsis where it was cut.
func shorten(text string, width float32, measure ruler) string {
	runes := []rune(text)
	if len(runes) == 0 || measure(runes) <= width {
		return text
	}
	dots := []rune("…")
	n := fit(runes, width-measure(dots), measure)
	for n > 0 && isBreakSpace(runes[n-1]) {
		n--
	}
	return string(runes[:n]) + "…"
}

// pool keeps canvas objects from one drawing to the next.
type pool[T fyne.CanvasObject] struct {
	all  []T
	used int
	make func() T
}

// next returns an object that is not yet used in this drawing.
func (p *pool[T]) next() T {
	if p.used == len(p.all) {
		p.all = append(p.all, p.make())
	}
	p.used++
	return p.all[p.used-1]
}

// rewind starts a new drawing.
func (p *pool[T]) rewind() { p.used = 0 }

// appendTo adds those in use to objects.
func (p *pool[T]) appendTo(objects []fyne.CanvasObject) []fyne.CanvasObject {
	for _, o := range p.all[:p.used] {
		objects = append(objects, o)
	}
	return objects
}

func newTexts() pool[*canvas.Text] {
	return pool[*canvas.Text]{make: func() *canvas.Text { return &canvas.Text{} }}
}

func newRects() pool[*canvas.Rectangle] {
	return pool[*canvas.Rectangle]{make: newRect}
}

// newRect returns a rectangle that can be painted before it is laid out.
func newRect() *canvas.Rectangle { return canvas.NewRectangle(color.Transparent) }
