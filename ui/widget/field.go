package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"minutebook/ui/theme"
)

// A Field is one line to write in, with its label over it and, where something
// is wrong, what that is under it. Up and Down are for whoever uses
// it, as are Enter and Esc.
type Field struct {
	input

	// OnPaste is told of words about to be pasted, and returns whether it took
	// them.
	OnPaste func(text string) bool

	label, problem string
	hovered        bool
	labelText      *canvas.Text
	problemTexts   pool[*canvas.Text]
	box, ring      *canvas.Rectangle
}

var (
	_ fyne.Widget       = (*Field)(nil)
	_ fyne.Shortcutable = (*Field)(nil)
	_ desktop.Hoverable = (*Field)(nil)
)

// NewField returns an empty field. An empty label takes no room.
func NewField(label, placeholder string) *Field {
	f := &Field{
		label: label, labelText: &canvas.Text{}, problemTexts: newTexts(),
		box: newRect(), ring: newRect(),
	}
	f.begin(f, 1)
	f.placeholder = placeholder
	return f
}

// SetError says under the field what is wrong; with "" nothing is.
func (f *Field) SetError(problem string) {
	if f.problem != problem {
		f.problem = problem
		f.Refresh()
	}
}

// Error returns what SetError said.
func (f *Field) Error() string { return f.problem }

// TypedShortcut is called by the driver.
func (f *Field) TypedShortcut(s fyne.Shortcut) {
	if p, ok := s.(*fyne.ShortcutPaste); ok && f.OnPaste != nil && f.OnPaste(p.Clipboard.Content()) {
		return
	}
	f.input.TypedShortcut(s)
}

// MouseIn is called by the driver.
func (f *Field) MouseIn(*desktop.MouseEvent) { f.setHovered(true) }

// MouseMoved is called by the driver.
func (f *Field) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by the driver.
func (f *Field) MouseOut() { f.setHovered(false) }

func (f *Field) setHovered(hovered bool) {
	f.hovered = hovered
	f.Refresh()
}

// CreateRenderer is called by Fyne.
func (f *Field) CreateRenderer() fyne.WidgetRenderer { return &fieldRenderer{f} }

type fieldRenderer struct{ f *Field }

// heights returns those of the label, the box and the line under it.
func (r *fieldRenderer) heights(l look) (label, box, problem float32) {
	if r.f.label != "" {
		label = l.leading(theme.SizePane) + l.size(theme.SizeUnit)/2
	}
	if lines := len(r.lines(l)); lines > 0 {
		problem = l.leading(theme.SizePane)*float32(lines) + l.size(theme.SizeUnit)/2
	}
	return label, l.leading(theme.SizeBody) + l.size(theme.SizeUnit)*1.5, problem
}

// lines are those of what is wrong, at the width that the field has.
func (r *fieldRenderer) lines(l look) []span {
	if r.f.problem == "" {
		return nil
	}
	width := r.f.Size().Width
	if width <= 0 {
		width = 1 << 20
	}
	return wrap([]rune(r.f.problem), 0, width, l.ruler(theme.SizePane, fyne.TextStyle{}))
}

func (r *fieldRenderer) MinSize() fyne.Size {
	l := currentLook()
	label, box, problem := r.heights(l)
	return fyne.NewSize(l.size(theme.SizeBody)*8, label+box+problem)
}

func (r *fieldRenderer) Layout(size fyne.Size) {
	f, l := r.f, currentLook()
	label, box, _ := r.heights(l)
	unit := l.size(theme.SizeUnit)
	l.draw(f.labelText, words{text: f.label, size: theme.SizePane, color: theme.Soft}, 0, 0, l.leading(theme.SizePane))
	f.problemTexts.rewind()
	for n, s := range r.lines(l) {
		line := words{text: string([]rune(f.problem)[s.from:s.to]), size: theme.SizePane, color: theme.Danger}
		l.draw(f.problemTexts.next(), line, 0, label+box+unit/2+float32(n)*l.leading(theme.SizePane), l.leading(theme.SizePane))
	}
	stroke, ink := l.size(theme.SizeLine), l.color(theme.Outline)
	switch {
	case f.focused:
		stroke, ink = l.size(theme.SizeFocus), l.color(theme.Accent)
	case f.problem != "":
		ink = l.color(theme.Danger)
	case f.hovered:
		ink = l.color(theme.Soft)
	}
	f.box.FillColor = l.color(theme.Paper)
	f.box.CornerRadius, f.ring.CornerRadius = l.size(theme.SizeCorner), l.size(theme.SizeCorner)
	place(f.box, fyne.NewPos(0, label), fyne.NewSize(size.Width, box))
	ring(f.ring, fyne.NewPos(0, label), fyne.NewSize(size.Width, box), stroke, ink)
	f.box.Refresh()
	f.ring.Refresh()
	f.lay(fyne.NewPos(unit*1.5, label+unit*0.75), fyne.NewSize(max(size.Width-unit*3, 1), l.leading(theme.SizeBody)))
}

func (r *fieldRenderer) Refresh() {
	r.Layout(r.f.Size())
	canvas.Refresh(r.f)
}

func (r *fieldRenderer) Objects() []fyne.CanvasObject {
	return append(r.f.problemTexts.appendTo([]fyne.CanvasObject{r.f.box, r.f.ring, r.f.labelText}), r.f.objects()...)
}

func (r *fieldRenderer) Destroy() {}
