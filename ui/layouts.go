package ui

import (
	"fyne.io/fyne/v2"

	"minutebook/ui/theme"
	"minutebook/ui/widget"
)

// unit is one step of the grid at the present text size.
func unit() float32 { return fyne.CurrentApp().Settings().Theme().Size(theme.SizeUnit) }

// rule is a hairline.
func rule() fyne.CanvasObject { return widget.NewGround(theme.Line, nil, 0) }

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
