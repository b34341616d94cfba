package widget

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// markedRows is a register in which rows can be marked.
func markedRows(n int) (*Rows, map[int]bool) {
	r, marks := actionRows(n), map[int]bool{}
	r.Marked = func(n int) bool { return marks[n] }
	r.OnExtend = func(from, to int) {
		if from == to {
			marks[to] = !marks[to]
			return
		}
		for i := min(from, to); i <= max(from, to); i++ {
			marks[i] = true
		}
	}
	return r, marks
}

func theMarked(marks map[int]bool) []int {
	var all []int
	for n, is := range marks {
		if is {
			all = append(all, n)
		}
	}
	slices.Sort(all)
	return all
}

func TestShiftAndUpOrDownMark(t *testing.T) {
	r, marks := markedRows(10)
	window(t, r, 1200, 400)
	press(r, fyne.KeyDown, fyne.KeyDown)
	r.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	press(r, fyne.KeyDown, fyne.KeyDown)
	r.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	press(r, fyne.KeyDown)
	if got := theMarked(marks); !slices.Equal(got, []int{1, 2, 3}) || r.Selected() != 4 {
		t.Errorf("marked %v, at %d", got, r.Selected())
	}
	press(r, fyne.KeyEnd)
	r.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftRight})
	press(r, fyne.KeyDown) // there is no row to go to
	if got := theMarked(marks); len(got) != 3 {
		t.Errorf("marked %v", got)
	}
	r.FocusLost() // Shift is let go elsewhere
	press(r, fyne.KeyUp)
	if got := theMarked(marks); len(got) != 3 {
		t.Errorf("marked %v without Shift", got)
	}
}

func TestClicksMark(t *testing.T) {
	r, marks := markedRows(10)
	window(t, r, 1200, 600)
	l := currentLook()
	click := func(n int, held fyne.KeyModifier) {
		y := r.headHeight(l) + 2
		for i := range n {
			y += r.heightOf(l, i)
		}
		r.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(60, y)}, Modifier: held})
	}
	click(1, 0)
	click(3, fyne.KeyModifierShift)
	click(2, fyne.KeyModifierShortcutDefault)
	if got := theMarked(marks); !slices.Equal(got, []int{1, 3}) || r.Selected() != 2 {
		t.Errorf("marked %v, at %d", got, r.Selected())
	}
}

func TestClickOnATitle(t *testing.T) {
	r := actionRows(10)
	titled := -1
	r.OnTitle = func(n int) { titled = n }
	window(t, r, 1200, 400)
	r.eachColumn(currentLook(), func(n int, x, _ float32) {
		r.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x+2, 5)}})
		if titled != n {
			t.Errorf("the title of column %d gave %d", n, titled)
		}
	})
	if r.Selected() != -1 {
		t.Error("a title chose a row")
	}
}

func TestSortedColumnIsUnderlined(t *testing.T) {
	r := actionRows(3)
	window(t, r, 1200, 400)
	if !r.under.Hidden {
		t.Error("a list that is not sorted underlines a title")
	}
	columns := slices.Clone(r.columns)
	columns[3].Sorted = true
	r.SetColumns(columns...)
	r.eachColumn(currentLook(), func(n int, x, _ float32) {
		if n == 3 && (r.under.Hidden || r.under.Position().X != x) {
			t.Errorf("the line is at %v, shown %v", r.under.Position(), !r.under.Hidden)
		}
	})
}
