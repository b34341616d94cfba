package widget

import (
	"fyne.io/fyne/v2"

	"minutebook/ui/theme"
)

// The layouts give room on the grid only where they are told to: distances are
// in units before they are scaled.

// scaled returns a distance at the text scale.
func scaled(units float32) float32 { return units * currentLook().size(theme.SizeUnit) / 8 }

// A Stack lays objects one under another, each as wide as there is room and as
// high as it wants to be at that width. Gap is the room between two.
type Stack struct{ Gap float32 }

var _ fyne.Layout = (*Stack)(nil)

// Layout is called by Fyne.
func (s *Stack) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		o.Resize(fyne.NewSize(size.Width, o.Size().Height)) // its height may follow from its width
		height := o.MinSize().Height
		place(o, fyne.NewPos(0, y), fyne.NewSize(size.Width, height))
		y += height + scaled(s.Gap)
	}
}

// MinSize is called by Fyne.
func (s *Stack) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size, gap := fyne.Size{}, float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		one := o.MinSize()
		size = fyne.NewSize(max(size.Width, one.Width), size.Height+gap+one.Height)
		gap = scaled(s.Gap)
	}
	return size
}

// An Across lays objects side by side, each as wide as it wants to be and in
// the middle of the height; where there is more room the one at Grow, counted
// from 0, takes it. A Grow that is no object leaves the room free.
type Across struct {
	Gap  float32
	Grow int
}

var _ fyne.Layout = (*Across)(nil)

// Layout is called by Fyne.
func (a *Across) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	rest := size.Width - a.MinSize(objects).Width
	x := float32(0)
	for n, o := range objects {
		if !o.Visible() {
			continue
		}
		least := o.MinSize()
		if n == a.Grow {
			least.Width += max(rest, 0)
		}
		place(o, fyne.NewPos(x, (size.Height-least.Height)/2), least)
		x += least.Width + scaled(a.Gap)
	}
}

// MinSize is called by Fyne.
func (a *Across) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size, gap := fyne.Size{}, float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		one := o.MinSize()
		size = fyne.NewSize(size.Width+gap+one.Width, max(size.Height, one.Height))
		gap = scaled(a.Gap)
	}
	return size
}

// An Inset leaves room around objects that lie over one another, and is never
// narrower than Least.
type Inset struct{ Top, Right, Bottom, Left, Least float32 }

var _ fyne.Layout = (*Inset)(nil)

// Layout is called by Fyne.
func (i *Inset) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	at := fyne.NewPos(scaled(i.Left), scaled(i.Top))
	for _, o := range objects {
		place(o, at, fyne.NewSize(size.Width-scaled(i.Left+i.Right), size.Height-scaled(i.Top+i.Bottom)))
	}
}

// MinSize is called by Fyne.
func (i *Inset) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.Size{}
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	size = size.AddWidthHeight(scaled(i.Left+i.Right), scaled(i.Top+i.Bottom))
	size.Width = max(size.Width, scaled(i.Least))
	return size
}

// A Dock lays objects along the sides and one in the middle, with no room
// between them. Any may be nil; all must be in the container too.
type Dock struct{ Top, Bottom, Left, Right, Middle fyne.CanvasObject }

var _ fyne.Layout = (*Dock)(nil)

// NewDock returns a container with a Dock.
func NewDock(d Dock) *fyne.Container {
	c := &fyne.Container{Layout: &d}
	for _, o := range []fyne.CanvasObject{d.Middle, d.Top, d.Bottom, d.Left, d.Right} {
		if o != nil {
			c.Objects = append(c.Objects, o)
		}
	}
	return c
}

// least returns how small an object may be, which is nothing where it is not
// shown.
func least(o fyne.CanvasObject) fyne.Size {
	if o == nil || !o.Visible() {
		return fyne.Size{}
	}
	return o.MinSize()
}

// Layout is called by Fyne.
func (d *Dock) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	for _, o := range []fyne.CanvasObject{d.Top, d.Bottom} {
		if o != nil {
			o.Resize(fyne.NewSize(size.Width, o.Size().Height)) // its height may follow from its width
		}
	}
	top, bottom, left, right := least(d.Top).Height, least(d.Bottom).Height, least(d.Left).Width, least(d.Right).Width
	middle := fyne.NewSize(max(size.Width-left-right, 0), max(size.Height-top-bottom, 0))
	for _, side := range []struct {
		o    fyne.CanvasObject
		x, y float32
		size fyne.Size
	}{
		{d.Top, 0, 0, fyne.NewSize(size.Width, top)},
		{d.Bottom, 0, size.Height - bottom, fyne.NewSize(size.Width, bottom)},
		{d.Left, 0, top, fyne.NewSize(left, middle.Height)},
		{d.Right, size.Width - right, top, fyne.NewSize(right, middle.Height)},
		{d.Middle, left, top, middle},
	} {
		if side.o != nil {
			place(side.o, fyne.NewPos(side.x, side.y), side.size)
		}
	}
}

// MinSize is called by Fyne.
func (d *Dock) MinSize([]fyne.CanvasObject) fyne.Size {
	top, bottom, left, right, middle := least(d.Top), least(d.Bottom), least(d.Left), least(d.Right), least(d.Middle)
	return fyne.NewSize(
		max(top.Width, bottom.Width, left.Width+middle.Width+right.Width),
		top.Height+bottom.Height+max(left.Height, middle.Height, right.Height))
}
