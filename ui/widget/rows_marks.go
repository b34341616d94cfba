package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"minutebook/ui/theme"
)

// tick is what a marked row wears at its start.
const tick = "✓"

// steps are the keys that go by one row.
var steps = map[fyne.KeyName]int{fyne.KeyUp: -1, fyne.KeyDown: 1}

// KeyDown is called by the driver; it remembers that Shift is held.
func (r *Rows) KeyDown(e *fyne.KeyEvent) { r.holdShift(e.Name, true) }

// KeyUp is called by the driver.
func (r *Rows) KeyUp(e *fyne.KeyEvent) { r.holdShift(e.Name, false) }

func (r *Rows) holdShift(name fyne.KeyName, held bool) {
	if name == desktop.KeyShiftLeft || name == desktop.KeyShiftRight {
		r.shift = held
	}
}

// extend goes on by so many rows with Shift held: the row that is left and the
// one that is reached are marked.
func (r *Rows) extend(by int) {
	from := r.Selected()
	r.choose(r.selected+by, by)
	if to := r.Selected(); from >= 0 && to >= 0 && to != from {
		r.OnExtend(from, to)
		r.show()
	}
}

// marks does what a click with Shift or Ctrl held does to the marks. It says
// whether the click was one.
func (r *Rows) marks(n int, held fyne.KeyModifier) bool {
	if r.OnExtend == nil || n < 0 || r.Row(n).Heading {
		return false
	}
	from := r.Selected()
	switch {
	case held&fyne.KeyModifierShift != 0 && from >= 0:
		r.choose(n, 1)
		r.OnExtend(from, n)
	case held&fyne.KeyModifierShortcutDefault != 0:
		r.choose(n, 1)
		r.OnExtend(n, n)
	default:
		return false
	}
	r.show()
	return true
}

// titled tells OnTitle of a click on the title of a column. It says whether
// the click was in the row of titles.
func (r *Rows) titled(at fyne.Position) bool {
	l := currentLook()
	if at.Y >= r.headHeight(l) {
		return false
	}
	if r.OnTitle != nil {
		r.eachColumn(l, func(n int, x, width float32) {
			if at.X >= x && at.X < x+width {
				r.OnTitle(n)
			}
		})
	}
	return true
}

// marked says whether the nth row is marked.
func (r *Rows) marked(n int) bool { return r.Marked != nil && r.Marked(n) }

// drawMark draws the tick of a marked row.
func (r *Rows) drawMark(l look, y float32) {
	l.draw(r.texts.next(), words{tick, theme.SizeChip, fyne.TextStyle{Bold: true}, theme.Accent}, r.border(l)+3, y, r.lineHeight(l))
}

// drawSorted underlines the title of the column that the rows are sorted by.
func (r *Rows) drawSorted(l look, under *canvas.Rectangle, x, width, head float32) {
	thick := max(l.size(theme.SizeFocus), 2)
	under.FillColor = l.color(theme.Accent)
	place(under, fyne.NewPos(x, head-thick-1), fyne.NewSize(width, thick))
	under.Hidden = false
	under.Refresh()
}
