package widget

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"pgregory.net/rapid"

	"minutebook/ui/theme"
)

func TestRowsKeys(t *testing.T) {
	r := actionRows(100)
	window(t, r, 1200, 400)
	var selected, opened []int
	r.OnSelected = func(n int) { selected = append(selected, n) }
	r.OnOpen = func(n int) { opened = append(opened, n) }
	var letters []rune
	r.OnLetter = func(l rune) bool { letters = append(letters, l); return true }
	press(r, fyne.KeyReturn) // nothing is selected yet
	press(r, fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyUp, fyne.KeyEnd, fyne.KeyDown, fyne.KeyHome, fyne.KeyReturn)
	typeIn(r, "cp")
	if want := []int{0, 1, 0, 99, 0}; !slices.Equal(selected, want) {
		t.Errorf("selected %v, not %v", selected, want)
	}
	if !slices.Equal(opened, []int{0}) || string(letters) != "cp" {
		t.Errorf("opened %v, heard %q", opened, string(letters))
	}
	press(r, fyne.KeyPageDown)
	page := r.Selected()
	press(r, fyne.KeyPageDown, fyne.KeyPageUp)
	if page < 5 || r.Selected() != page {
		t.Errorf("a page is %d rows; there and back is row %d", page, r.Selected())
	}
}

func TestRowsMouse(t *testing.T) {
	r := actionRows(100)
	w := window(t, r, 1200, 400)
	opened := -1
	r.OnOpen = func(n int) { opened = n }
	var at fyne.Position
	r.OnSecondary = func(_ int, p fyne.Position) { at = p }
	l := currentLook()
	second := fyne.PointEvent{Position: fyne.NewPos(40, r.headHeight(l)+r.heightOf(l, 0)+5), AbsolutePosition: fyne.NewPos(7, 9)}
	r.MouseDown(&desktop.MouseEvent{PointEvent: second})
	if r.Selected() != 1 || w.Canvas().Focused() != fyne.Focusable(r) {
		t.Errorf("a click selected %d", r.Selected())
	}
	r.DoubleTapped(&second)
	r.TappedSecondary(&second)
	if opened != 1 || at != second.AbsolutePosition {
		t.Errorf("opened %d, menu at %v", opened, at)
	}
	r.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(40, 3)}})
	if r.Selected() != 1 {
		t.Error("a click on the titles selected a row")
	}
}

// A list whose keys come from elsewhere is no stop for Tab, and gives the
// keyboard back when it is clicked.
func TestRowsWorkedFromElsewhere(t *testing.T) {
	r, filter := actionRows(10), NewField("Filter", "")
	r.To = filter
	w := window(t, container.NewVBox(filter, r, NewField("After", "")), 1200, 600)
	w.Canvas().Focus(filter)
	w.Canvas().FocusNext()
	if got := w.Canvas().Focused(); got == fyne.Focusable(r) || got == fyne.Focusable(filter) {
		t.Errorf("Tab led to %T", got)
	}
	l := currentLook()
	click := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(40, r.headHeight(l)+5)}}
	r.MouseDown(click)
	w.Canvas().Unfocus() // as the driver does between the two
	r.MouseUp(click)
	if r.Selected() != 0 || w.Canvas().Focused() != fyne.Focusable(filter) {
		t.Errorf("a click selected %d and left the keyboard with %T", r.Selected(), w.Canvas().Focused())
	}
}

// However the list is worked, the selected row shows, and no room is left
// empty while rows are hidden.
func TestRowsScroll(t *testing.T) {
	r := actionRows(60)
	window(t, r, 700, 400)
	rapid.Check(t, func(rt *rapid.T) {
		r.Resize(fyne.NewSize(700, 400))
		r.Select(-1)
		r.scrollTo(0)
		rt.Repeat(map[string]func(*rapid.T){
			"key": func(rt *rapid.T) {
				press(r, rapid.SampledFrom([]fyne.KeyName{fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyHome, fyne.KeyEnd}).Draw(rt, "key"))
				l := currentLook()
				y := -r.offset
				for n := r.top; n < r.Selected(); n++ {
					y += r.heightOf(l, n)
				}
				if r.Selected() < r.top || y < -0.5 || y+r.heightOf(l, r.Selected()) > r.room(l)+0.5 {
					rt.Fatalf("row %d is not whole in view: top %d, offset %v", r.Selected(), r.top, r.offset)
				}
			},
			"wheel": func(rt *rapid.T) {
				r.wheel.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, rapid.Float32Range(-3000, 3000).Draw(rt, "by"))})
			},
			"jump":  func(rt *rapid.T) { r.scrollTo(rapid.Float32Range(-0.5, 1.5).Draw(rt, "to")) },
			"width": func(rt *rapid.T) { r.Resize(fyne.NewSize(rapid.Float32Range(500, 1200).Draw(rt, "width"), 400)) },
			"": func(rt *rapid.T) {
				l := currentLook()
				filled := -r.offset
				for n := r.top; n < r.Length(); n++ {
					filled += r.heightOf(l, n)
				}
				if filled < r.room(l)-0.5 {
					rt.Fatalf("the rows end at %v of %v", filled, r.room(l))
				}
				if r.offset < 0 || r.offset >= r.heightOf(l, r.top) {
					rt.Fatalf("row %d is scrolled by %v of %v", r.top, r.offset, r.heightOf(l, r.top))
				}
			},
		})
	})
}

// Only what shows is asked for.
func TestRowsAskForWhatShows(t *testing.T) {
	r := actionRows(10_000)
	asked := map[int]bool{}
	row := r.Row
	r.Row = func(n int) Row { asked[n] = true; return row(n) }
	window(t, r, 1200, 600)
	press(r, fyne.KeyEnd)
	r.scrollTo(0.5)
	if len(asked) > 150 {
		t.Errorf("%d rows were asked for", len(asked))
	}
}

func TestRowsHeadingsAreNotSelected(t *testing.T) {
	r := agenda()
	window(t, r, 248, 400)
	r.Select(-1)
	press(r, fyne.KeyDown)
	if r.Selected() != 1 {
		t.Errorf("the first Down selected %d", r.Selected())
	}
	press(r, fyne.KeyUp)
	if r.Selected() != 1 {
		t.Errorf("Up from the first selected %d", r.Selected())
	}
	press(r, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown)
	if r.Selected() != 6 {
		t.Errorf("four Downs more selected %d", r.Selected())
	}
}

func TestRowsShrinkUnderTheSelection(t *testing.T) {
	r := actionRows(100)
	window(t, r, 1200, 400)
	press(r, fyne.KeyEnd)
	r.Length = func() int { return 2 }
	r.Refresh()
	if r.Selected() != -1 || r.Top() != 0 {
		t.Errorf("selected %d, top %d", r.Selected(), r.Top())
	}
	r.Length = func() int { return 0 }
	r.Refresh()
	press(r, fyne.KeyDown, fyne.KeyPageDown, fyne.KeyEnd, fyne.KeyReturn)
	if r.Selected() != -1 {
		t.Errorf("of no rows %d is selected", r.Selected())
	}
	if got := r.texts.all[0].Text; got != "No actions yet. They appear here as they are minuted." {
		t.Errorf("with no rows it says %q", got)
	}
}

// A list may give its cells more lines than two; what is beyond them is cut.
func TestRowsOfManyLines(t *testing.T) {
	words := strings.Repeat("the harbour office ", 40)
	high := func(lines int) (float32, []cellLine) {
		r := NewRows(Table, "", Column{})
		r.Lines = lines
		r.Length, r.Row = func() int { return 1 }, func(int) Row { return Row{Cells: []Cell{{Words: words}}} }
		window(t, r, 300, 600)
		return r.heightOf(currentLook(), 0), Cell{Words: words}.lines(currentLook(), 300, r.cellLines())
	}
	two, short := high(0)
	five, long := high(5)
	if len(short) != 2 || len(long) != 5 || !strings.HasSuffix(long[4].text, "…") {
		t.Errorf("%d and %d lines, the last %q", len(short), len(long), long[len(long)-1].text)
	}
	if more := currentLook().leading(theme.SizePane) * 3; five-two < more-1 || five-two > more+1 {
		t.Errorf("a row of five lines is %v higher than one of two; want %v", five-two, more)
	}
}
