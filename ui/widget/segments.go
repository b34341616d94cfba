package widget

import (
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynewidget "fyne.io/fyne/v2/widget"

	"minutebook/ui/theme"
)

// A Segment is one of a row: its words, and the key that chooses it, or "".
type Segment struct{ Words, Hint string }

// Segments is a row of buttons of which one is on. It is one stop for the
// keyboard; Left, Right, Home, End, Space and the first letters of their words
// choose.
type Segments struct {
	fynewidget.BaseWidget
	keys
	click

	// OnChanged is told which segment the clerk chose.
	OnChanged func(chosen int)
	// Wrap breaks the row into several where there is too little room; otherwise
	// it is as wide as all its segments.
	Wrap bool

	all     []Segment
	chosen  int
	hovered int
	faces   []*face
	places  []segmentPlace
}

type segmentPlace struct {
	at   fyne.Position
	size fyne.Size
}

var (
	_ fyne.Widget       = (*Segments)(nil)
	_ fyne.Tappable     = (*Segments)(nil)
	_ fyne.Focusable    = (*Segments)(nil)
	_ fyne.Shortcutable = (*Segments)(nil)
	_ desktop.Hoverable = (*Segments)(nil)
	_ desktop.Mouseable = (*Segments)(nil)
)

// NewSegments returns a row with the first segment chosen.
func NewSegments(changed func(chosen int), all ...Segment) *Segments {
	s := &Segments{OnChanged: changed, all: all, hovered: -1}
	for range all {
		f := newFace()
		s.faces = append(s.faces, &f)
	}
	s.ExtendBaseWidget(s)
	return s
}

// Chosen returns the chosen segment's index, or -1 for none.
func (s *Segments) Chosen() int { return s.chosen }

// Choose turns a segment on without telling OnChanged; -1 turns all off.
func (s *Segments) Choose(n int) {
	s.chosen = min(max(n, -1), len(s.all)-1)
	s.Refresh()
}

// Next chooses the next segment for the clerk; after the last comes the first.
func (s *Segments) Next() {
	if len(s.all) > 0 {
		s.pick((s.chosen + 1) % len(s.all))
	}
}

func (s *Segments) pick(n int) {
	n = min(max(n, 0), len(s.all)-1)
	if n == s.chosen || n < 0 {
		return
	}
	s.Choose(n)
	if s.OnChanged != nil {
		s.OnChanged(n)
	}
}

// at returns the segment under a point, or -1.
func (s *Segments) at(p fyne.Position) int {
	for n, place := range s.places {
		if d := p.Subtract(place.at); d.X >= 0 && d.Y >= 0 && d.X < place.size.Width && d.Y < place.size.Height {
			return n
		}
	}
	return -1
}

// Tapped is called by the driver.
func (s *Segments) Tapped(e *fyne.PointEvent) {
	s.giveBack()
	if n := s.at(e.Position); n >= 0 {
		s.pick(n)
	}
}

// MouseDown is called by the driver.
func (s *Segments) MouseDown(*desktop.MouseEvent) { s.down(s) }

// MouseUp is called by the driver.
func (s *Segments) MouseUp(*desktop.MouseEvent) {}

// MouseIn is called by the driver.
func (s *Segments) MouseIn(e *desktop.MouseEvent) { s.hover(s.at(e.Position)) }

// MouseMoved is called by the driver.
func (s *Segments) MouseMoved(e *desktop.MouseEvent) { s.hover(s.at(e.Position)) }

// MouseOut is called by the driver.
func (s *Segments) MouseOut() { s.hover(-1) }

func (s *Segments) hover(n int) {
	if s.hovered != n {
		s.hovered = n
		s.Refresh()
	}
}

// FocusGained is called by the driver.
func (s *Segments) FocusGained() {
	s.setFocused(true)
	s.Refresh()
}

// FocusLost is called by the driver.
func (s *Segments) FocusLost() {
	s.setFocused(false)
	s.Refresh()
}

// TypedRune is called by the driver. A letter chooses the next segment that
// begins with it.
func (s *Segments) TypedRune(r rune) {
	for n := range s.all {
		n = (s.chosen + 1 + n) % len(s.all)
		if first, _ := utf8.DecodeRuneInString(s.all[n].Words); n >= 0 && unicode.ToLower(first) == unicode.ToLower(r) {
			s.pick(n)
			return
		}
	}
}

// TypedKey is called by the driver.
func (s *Segments) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		s.pick(s.chosen - 1)
	case fyne.KeyRight:
		s.pick(s.chosen + 1)
	case fyne.KeyHome:
		s.pick(0)
	case fyne.KeyEnd:
		s.pick(len(s.all) - 1)
	case fyne.KeySpace:
		s.Next()
	default:
		s.handOn(s, e.Name)
	}
}

// TypedShortcut is called by the driver.
func (s *Segments) TypedShortcut(shortcut fyne.Shortcut) { s.handOnShortcut(shortcut) }

func (s *Segments) state(n int) faceState {
	on := n == s.chosen
	return faceState{
		words: s.all[n].Words, hint: s.all[n].Hint, on: on, hovered: n == s.hovered,
		focused: s.focused && (on || s.chosen < 0 && n == 0),
	}
}

// CreateRenderer is called by Fyne.
func (s *Segments) CreateRenderer() fyne.WidgetRenderer { return &segmentsRenderer{s} }

type segmentsRenderer struct{ s *Segments }

// set returns where the segments stand in a width, and how large they are
// together.
func (r *segmentsRenderer) set(l look, width float32) ([]segmentPlace, fyne.Size) {
	var places []segmentPlace
	var at fyne.Position
	var all fyne.Size
	for n := range r.s.all {
		size := faceSize(l, r.s.state(n))
		if r.s.Wrap && at.X > 0 && at.X+size.Width > width {
			at = fyne.NewPos(0, at.Y+size.Height+faceGap(l))
		}
		places = append(places, segmentPlace{at, size})
		all = all.Max(fyne.NewSize(at.X+size.Width, at.Y+size.Height))
		at.X += size.Width + faceGap(l)
	}
	return places, all
}

// MinSize is the height that the segments take at the width they have.
func (r *segmentsRenderer) MinSize() fyne.Size {
	l := currentLook()
	width := r.s.Size().Width
	if width <= 0 {
		width = 1 << 20
	}
	_, all := r.set(l, width)
	if r.s.Wrap {
		all.Width = min(all.Width, l.size(theme.SizeGutter)*2)
	}
	return all
}

func (r *segmentsRenderer) Layout(size fyne.Size) {
	l := currentLook()
	r.s.places, _ = r.set(l, size.Width)
	for n, f := range r.s.faces {
		f.draw(l, r.s.state(n), r.s.places[n].at, r.s.places[n].size)
	}
}

func (r *segmentsRenderer) Refresh() {
	r.Layout(r.s.Size())
	canvas.Refresh(r.s)
}

func (r *segmentsRenderer) Objects() []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, f := range r.s.faces {
		all = append(all, f.objects()...)
	}
	return all
}

func (r *segmentsRenderer) Destroy() {}
