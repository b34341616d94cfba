package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"minutebook/ui/theme"
	"minutebook/ui/widget"
)

var (
	headingStyle = widget.LabelStyle{Size: theme.SizeHeading, Bold: true}
	softStyle    = widget.LabelStyle{Color: theme.Soft}
)

// form is what a dialog, or a column of fields, is composed of: parts one under another, which scroll
// where the window is too small for them. What has the keyboard is in view.
type form struct {
	object *fyne.Container
	scroll *container.Scroll
	parts  *fyne.Container
	says   *widget.Para // why something was not done
	modal  *widget.Modal
	on     fyne.Canvas // nil until the dialog is shown
	wide   bool        // the dialog has room for a list or a path
	over   bool        // the parts are higher than the room, so that they scroll
}

func newForm(parts ...fyne.CanvasObject) *form {
	f := &form{says: widget.NewPara(widget.Block{})}
	f.says.Hide()
	f.parts = container.New(formMargin{f}, stacked(12, append(parts, f.says)...))
	f.scroll = container.NewVScroll(f.parts)
	f.object = container.New(formLayout{f}, f.scroll)
	return f
}

// refuse says why something was not done, and gives the keyboard to the part
// where it can be put right, if any.
func (f *form) refuse(at fyne.Focusable, why string) bool {
	f.says.Set(widget.Block{Style: widget.Message, Chip: tr("Not yet"), Tone: theme.Restricted, Text: literal(why)})
	f.says.Show()
	f.laid()
	f.object.Refresh() // where the dialog is as high as it can be, its parts are not laid out by that
	if at != nil && f.on != nil {
		f.on.Focus(at)
	}
	f.reveal(f.says)
	return false
}

// calm takes away what refuse said.
func (f *form) calm() {
	if f.says.Visible() {
		f.says.Hide()
		f.laid()
	}
}

// show opens the form as a dialog. It says false where another is open.
func (f *form) show(w *Window, title string, choices ...widget.Choice) bool {
	f.modal = widget.NewModal(title, f.object, choices...)
	f.modal.SetWide(f.wide)
	f.on = w.window.Canvas()
	return f.modal.Open(f.on)
}

// open says whether the form is still a dialog that can be seen.
func (f *form) open() bool { return f.modal != nil && f.modal.IsOpen() }

// laid lays the dialog out anew after a part changed its height.
func (f *form) laid() {
	if f.modal != nil {
		f.modal.Refresh()
	}
}

// follow keeps fields and segments in view while the keyboard goes through
// them.
func (f *form) follow(parts ...fyne.CanvasObject) {
	for _, part := range parts {
		switch p := part.(type) {
		case *widget.Field:
			p.OnFocus = f.following(p, p.OnFocus)
		case *widget.Segments:
			p.OnFocus = f.following(p, p.OnFocus)
		}
	}
}

// following is before, and shows a part when it has the keyboard.
func (f *form) following(part fyne.CanvasObject, before func(focused bool)) func(focused bool) {
	return func(focused bool) {
		if before != nil {
			before(focused)
		}
		if focused {
			f.reveal(part)
		}
	}
}

// reveal scrolls as little as is needed to show a part.
func (f *form) reveal(o fyne.CanvasObject) {
	top, ok := topIn(f.parts, o)
	if !ok {
		return
	}
	bottom := top + o.Size().Height
	y := max(min(f.scroll.Offset.Y, top), bottom-f.scroll.Size().Height)
	if y != f.scroll.Offset.Y {
		f.scroll.ScrollToOffset(fyne.NewPos(0, max(y, 0)))
	}
}

// topIn is how far down in a container something stands. The driver does not
// know that of what was not drawn yet, such as words that were hidden.
func topIn(within *fyne.Container, o fyne.CanvasObject) (top float32, ok bool) {
	for _, part := range within.Objects {
		if part == o {
			return part.Position().Y, true
		}
		if inner, is := part.(*fyne.Container); is {
			if top, ok = topIn(inner, o); ok {
				return part.Position().Y + top, true
			}
		}
	}
	return 0, false
}

// formEdge is how far the form's scroll reaches beyond its parts, so that it
// cuts no border off.
const formEdge = 4

// formMargin takes back what the scroll reaches beyond the parts, and leaves
// room for the scroll bar where there is one.
type formMargin struct{ f *form }

// Layout is called by Fyne.
func (m formMargin) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if m.f.over {
		size.Width -= themed(fynetheme.SizeNameScrollBar)
	}
	objects[0].Move(fyne.NewPos(formEdge, formEdge))
	objects[0].Resize(size.SubtractWidthHeight(formEdge*2, formEdge*2))
}

// MinSize is called by Fyne.
func (formMargin) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().AddWidthHeight(formEdge*2, formEdge*2)
}

// formLayout asks for as much height as the parts want.
type formLayout struct{ f *form }

// Layout is called by Fyne.
func (l formLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	size = size.AddWidthHeight(formEdge*2, formEdge*2)
	l.f.parts.Resize(fyne.NewSize(size.Width, l.f.parts.Size().Height)) // its height follows from its width
	objects[0].Resize(size)
	objects[0].Move(fyne.NewPos(-formEdge, -formEdge))
	if over := l.f.parts.MinSize().Height > size.Height+1; over != l.f.over {
		l.f.over = over
		l.f.parts.Layout.Layout(l.f.parts.Objects, l.f.parts.Size())
	}
}

// MinSize is called by Fyne.
func (l formLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	l.f.parts.Resize(fyne.NewSize(objects[0].Size().Width, l.f.parts.Size().Height))
	return l.f.parts.MinSize().SubtractWidthHeight(formEdge*2, formEdge*2)
}

// labelled is a part with its name over it, as a field has it.
func labelled(name string, part fyne.CanvasObject) fyne.CanvasObject {
	return stacked(3, widget.NewLabel(name, softStyle), part)
}

// beside lays parts in columns of one width.
type beside struct{}

// Layout is called by Fyne.
func (beside) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	gap := themed(theme.SizePadding)
	width := (size.Width - gap*float32(len(objects)-1)) / float32(len(objects))
	for i, o := range objects {
		o.Move(fyne.NewPos(float32(i)*(width+gap), 0))
		o.Resize(fyne.NewSize(width, o.MinSize().Height))
	}
}

// MinSize is called by Fyne.
func (beside) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	n := float32(len(objects))
	return fyne.NewSize(size.Width*n+themed(theme.SizePadding)*(n-1), size.Height)
}

// inRow lays what is shown of its parts one behind another, each as wide as it
// is by itself, on as many rows as it takes.
type inRow struct{ width float32 }

func (*inRow) each(objects []fyne.CanvasObject, width float32, put func(o fyne.CanvasObject, at fyne.Position)) fyne.Size {
	gap := themed(theme.SizePadding)
	var at fyne.Position
	var all fyne.Size
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		size := o.MinSize()
		if at.X > 0 && at.X+size.Width > width {
			at = fyne.NewPos(0, all.Height+gap)
		}
		put(o, at)
		all = all.Max(fyne.NewSize(at.X+size.Width, at.Y+size.Height))
		at.X += size.Width + gap
	}
	return all
}

// Layout is called by Fyne.
func (r *inRow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	r.width = size.Width
	r.each(objects, size.Width, func(o fyne.CanvasObject, at fyne.Position) {
		o.Move(at)
		o.Resize(o.MinSize())
	})
}

// MinSize is the height of the parts in the width that they had last.
func (r *inRow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := float32(0)
	for _, o := range objects {
		width = max(width, o.MinSize().Width)
	}
	room := r.width
	if room <= 0 {
		room = 1 << 20
	}
	return fyne.NewSize(width, r.each(objects, room, func(fyne.CanvasObject, fyne.Position) {}).Height)
}

// caption is a soft line of a dialog that says something about a field.
func caption(words string) *widget.Para {
	p := widget.NewPara(widget.Block{})
	setCaption(p, words)
	return p
}

func setCaption(p *widget.Para, words string) {
	p.Set(widget.Block{Style: widget.Message, Text: literal(words)})
	if words == "" {
		p.Hide()
	} else {
		p.Show()
	}
}

// lines gives a list in a dialog the height of so many rows.
type lines struct{ n float32 }

func newLines(n float32, list fyne.CanvasObject) *fyne.Container {
	return container.New(lines{n}, list)
}

// Layout is called by Fyne.
func (lines) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
	objects[0].Move(fyne.NewPos(0, 0))
}

// MinSize is called by Fyne.
func (l lines) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(objects[0].MinSize().Width, listRow()*l.n+2)
}

// listRow is the height of a row with one line of words.
func listRow() float32 { return themed(theme.SizePane)*theme.Leading + unit()*2.25 }
