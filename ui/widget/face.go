package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"minutebook/ui/theme"
)

// A face is what a button, or one of a row of segments, looks like.
type face struct {
	body, cover, border, focus *canvas.Rectangle
	words, hint                *canvas.Text
}

type faceState struct {
	words, hint                             string
	primary, on, focused, hovered, disabled bool
}

func newFace() face {
	return face{body: newRect(), cover: newRect(), border: newRect(), focus: newRect(), words: &canvas.Text{}, hint: &canvas.Text{}}
}

// focusMargin is how far the focus border lies outside the face, so that faces
// line up with what stands over and under them.
func focusMargin(l look) float32 { return l.size(theme.SizeFocus) + 1 }

// faceGap is the room between two faces in a row.
func faceGap(l look) float32 { return l.size(theme.SizeUnit) * 0.75 }

func (s faceState) wordsStyle() fyne.TextStyle { return fyne.TextStyle{Bold: s.on || s.primary} }

// faceSize is how large a face is. It leaves room for bold words, so that
// turning on does not move its neighbours.
func faceSize(l look, s faceState) fyne.Size {
	unit := l.size(theme.SizeUnit)
	width := l.measure(s.words, l.size(theme.SizePane), fyne.TextStyle{Bold: true}) + unit*2.5
	if s.hint != "" {
		width += l.hintWidth(s.hint)
	}
	return fyne.NewSize(width, l.leading(theme.SizePane)+unit)
}

// hintWidth is the room that a key's name takes after words.
func (l look) hintWidth(hint string) float32 {
	return l.measure(hint, l.size(theme.SizeChip), fyne.TextStyle{}) + l.size(theme.SizeUnit)*0.75
}

// tones are the colours of the back, the outline, the words and the hint.
func (s faceState) tones() (back, edge, ink, hint fyne.ThemeColorName) {
	switch {
	case s.disabled:
		return theme.Pane, theme.Line, theme.Ghost, theme.Ghost
	case s.primary:
		return theme.Accent, theme.Accent, theme.OnAccent, theme.OnAccent
	case s.on:
		return theme.AccentWeak, theme.Accent, theme.Accent, theme.Soft
	}
	return theme.Paper, theme.Outline, theme.Soft, theme.Soft
}

// draw puts the face into its place.
func (f *face) draw(l look, s faceState, at fyne.Position, size fyne.Size) {
	margin, corner := focusMargin(l), l.size(theme.SizeCorner)
	back, edge, ink, hint := s.tones()

	f.body.FillColor, f.body.CornerRadius = l.color(back), corner
	place(f.body, at, size)
	f.cover.FillColor, f.cover.CornerRadius = l.color(theme.Hover), corner
	f.cover.Hidden = !s.hovered || s.disabled
	place(f.cover, at, size)
	stroke := l.size(theme.SizeLine)
	if s.on {
		stroke *= 1.5
	}
	f.border.CornerRadius = corner
	ring(f.border, at, size, stroke, l.color(edge))
	f.focus.CornerRadius, f.focus.Hidden = corner+margin/2, !s.focused
	ring(f.focus, at.SubtractXY(margin, margin), size.AddWidthHeight(margin*2, margin*2), l.size(theme.SizeFocus), l.color(theme.Accent))

	wide := l.measure(s.words, l.size(theme.SizePane), s.wordsStyle())
	all := wide
	if s.hint != "" {
		all += l.hintWidth(s.hint)
	}
	x := at.X + (size.Width-all)/2
	l.draw(f.words, words{s.words, theme.SizePane, s.wordsStyle(), ink}, x, at.Y, size.Height)
	x += wide + l.size(theme.SizeUnit)*0.75
	l.draw(f.hint, words{text: s.hint, size: theme.SizeChip, color: hint}, x, at.Y, size.Height)
	for _, r := range []*canvas.Rectangle{f.body, f.cover, f.border, f.focus} {
		r.Refresh()
	}
}

func (f *face) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{f.body, f.cover, f.border, f.words, f.hint, f.focus}
}
