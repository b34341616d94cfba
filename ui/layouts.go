package ui

import (
	"fyne.io/fyne/v2"

	"minutebook/ui/theme"
	"minutebook/ui/widget"
)

// unit is one step of the grid at the present scale.
func unit() float32 { return fyne.CurrentApp().Settings().Theme().Size(theme.SizeUnit) }

// measure is a distance that holds words, given in units before it is scaled.
func measure(units float32) float32 {
	return units * fyne.CurrentApp().Settings().Theme().Size(theme.SizeMeasure) / 8
}

// rule is a hairline.
func rule() fyne.CanvasObject { return widget.NewGround(theme.Line, nil, 0) }

// flow lays objects out like row, and goes on in another line where the width
// takes no more.
type flow struct {
	gap   float32 // in steps of the grid
	width float32 // that was laid out last; the height follows from it
}

// Layout is called by Fyne.
func (f *flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f.width = size.Width
	f.each(objects, func(o fyne.CanvasObject, at fyne.Position) {
		o.Resize(o.MinSize())
		o.Move(at)
	})
}

// MinSize is the height of all lines at the width that was laid out last.
func (f *flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, f.each(objects, func(fyne.CanvasObject, fyne.Position) {}))
}

// each tells where every object goes, and gives the height of all.
func (f *flow) each(objects []fyne.CanvasObject, put func(fyne.CanvasObject, fyne.Position)) (height float32) {
	gap := f.gap * unit()
	var at fyne.Position
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		least := o.MinSize()
		if at.X > 0 && f.width > 0 && at.X+least.Width > f.width {
			at = fyne.NewPos(0, height+gap)
		}
		put(o, at)
		at.X += least.Width + gap
		height = max(height, at.Y+least.Height)
	}
	return height
}

// row lays objects out beside one another at the width they want, gap steps
// of the grid apart, as high as the highest. What does not fit is left out.
type row struct{ gap float32 }

// Layout is called by Fyne.
func (r row) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	x := float32(0)
	for _, o := range objects {
		least := o.MinSize()
		if x > 0 && x+least.Width > size.Width {
			o.Resize(fyne.NewSize(0, 0))
			o.Move(fyne.NewPos(-size.Width-least.Width, -size.Height))
			continue
		}
		o.Resize(least)
		o.Move(fyne.NewPos(x, (size.Height-least.Height)/2))
		x += least.Width + r.gap*unit()
	}
}

// MinSize is the height of the highest; the width gives way.
func (r row) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var height float32
	for _, o := range objects {
		height = max(height, o.MinSize().Height)
	}
	return fyne.NewSize(0, height)
}
