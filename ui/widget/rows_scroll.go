package widget

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"minutebook/ui/theme"
)

// A list scrolls by its first row and how much of that is hidden, never by how
// high everything is: only the rows that show need be measured.

// room returns how high the part is that rows show in.
func (r *Rows) room(l look) float32 {
	return max(r.Size().Height-r.headHeight(l)-r.border(l), 0)
}

// page returns how many rows Page Up and Page Down go.
func (r *Rows) page() int {
	l := currentLook()
	return max(int(r.room(l)/r.lineHeight(l))-1, 1)
}

// heightOf returns how high the nth row is.
func (r *Rows) heightOf(l look, n int) float32 {
	if width := r.Size().Width; width != r.wide {
		r.wide = width
		clear(r.high)
	}
	if known, ok := r.high[n]; ok {
		return known
	}
	height := r.measureRow(l, n)
	r.high[n] = height
	return height
}

// reveal scrolls as little as is needed to show the selected row, with the
// heading right over it.
func (r *Rows) reveal() {
	if r.selected < 0 || r.style == Plain {
		return
	}
	l := currentLook()
	if r.unseen = r.room(l) == 0; r.unseen {
		return
	}
	wanted := r.selected
	if wanted > 0 && r.Row(wanted-1).Heading {
		wanted--
	}
	if wanted <= r.top {
		r.top, r.offset = wanted, 0
		return
	}
	first, filled := r.selected, r.heightOf(l, r.selected)
	for first > r.top && filled < r.room(l)-slack {
		first--
		filled += r.heightOf(l, first)
	}
	if over := filled - r.room(l); first > r.top || first == r.top && over > r.offset {
		r.top, r.offset = first, max(over, 0)
	}
}

// scrollBy moves the rows by so many units, down where it is above 0.
func (r *Rows) scrollBy(by float32) {
	l := currentLook()
	r.move(by, func(n int) float32 { return r.heightOf(l, n) })
	r.settle(l)
	r.show()
}

// scrollTo shows the part of the list that starts at a share of it, 0 to 1.
func (r *Rows) scrollTo(share float32) {
	r.top, r.offset = int(min(max(share, 0), 1)*float32(r.Length())), 0
	r.settle(currentLook())
	r.show()
}

// settle leaves no room empty that a row could show in.
func (r *Rows) settle(l look) {
	r.scrolled.settle(r.Length(), r.room(l), func(n int) float32 { return r.heightOf(l, n) })
}

// at returns the row under a point of the list, or -1.
func (r *Rows) at(p fyne.Position) int {
	l := currentLook()
	y := p.Y - r.headHeight(l) + r.offset
	if p.Y < r.headHeight(l) || p.Y >= r.Size().Height {
		return -1
	}
	for n := r.top; n < r.Length() && y >= 0; n++ {
		y -= r.heightOf(l, n)
		if y < 0 {
			return n
		}
	}
	return -1
}

// bar returns where the scroll bar's thumb starts and how long it is, as
// shares of the whole; a length of 1 is a list that shows whole.
func (r *Rows) bar(l look) (start, length float32) {
	all := r.Length()
	if all == 0 || r.style == Plain {
		return 0, 1
	}
	shown, left := float32(0), r.room(l)+r.offset
	for n := r.top; n < all && left > 0; n++ {
		high := r.heightOf(l, n)
		shown += min(left/high, 1)
		left -= high
	}
	hidden := r.offset / r.heightOf(l, r.top)
	return (float32(r.top) + hidden) / float32(all), min((shown-hidden)/float32(all), 1)
}

// A wheel holds rows that scroll, and cuts them off at its edges; a list that
// shows whole does without, and leaves the mouse's wheel to what it lies in.
type wheel struct {
	fynewidget.BaseWidget
	rows *Rows
}

var (
	_ fyne.Scrollable = (*wheel)(nil)
	_ fyne.Draggable  = (*wheel)(nil)
)

func newWheel(r *Rows) *wheel {
	w := &wheel{rows: r}
	w.ExtendBaseWidget(w)
	return w
}

// Scrolled is called by the driver.
func (w *wheel) Scrolled(e *fyne.ScrollEvent) { w.rows.scrollBy(-e.Scrolled.DY) }

// Dragged is called by the driver; it moves the scroll bar's thumb.
func (w *wheel) Dragged(e *fyne.DragEvent) {
	l := currentLook()
	if e.Position.X < w.Size().Width-l.size(theme.SizePadding) {
		return
	}
	_, length := w.rows.bar(l)
	w.rows.scrollTo(e.Position.Y/w.Size().Height - length/2)
}

// DragEnd is called by the driver.
func (w *wheel) DragEnd() {}

// CreateRenderer is called by Fyne.
func (w *wheel) CreateRenderer() fyne.WidgetRenderer {
	return fynewidget.NewSimpleRenderer(w.rows.view)
}
