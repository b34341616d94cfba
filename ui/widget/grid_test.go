package widget

import (
	"fmt"
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"minutebook/ui/theme"
)

// wideGrid is a grid of so many people by meetings; asked counts the cells
// asked for.
func wideGrid(people, meetings int) (g *Grid, asked *int) {
	asked = new(int)
	d := GridData{Names: "Name", Sums: "Came", Foot: "Present", Cell: func(row, column int) GridCell {
		*asked++
		return GridCell{fmt.Sprint(row, "/", column), theme.Decision}
	}}
	for n := range people {
		d.Rows = append(d.Rows, GridRow{Name: "Person " + strconv.Itoa(n), Soft: "Clerk", Sum: "1 of 2"})
	}
	for n := range meetings {
		d.Columns = append(d.Columns, GridColumn{Over: "M" + strconv.Itoa(n), Under: "2026", Sum: strconv.Itoa(n)})
	}
	g = NewGrid("None.")
	g.Set(d)
	return g, asked
}

// gridText is all words that the grid shows.
func gridText(g *Grid) map[string]bool {
	all := map[string]bool{}
	for _, t := range g.texts.all[:g.texts.used] {
		all[t.Text] = true
	}
	return all
}

func TestGridShowsTheLatestWithItsHeads(t *testing.T) {
	g, asked := wideGrid(60, 40)
	window(t, g, 1200, 600)
	words := gridText(g)
	for _, w := range []string{"Person 0", "M39", "0/39", "Name", "Came", "Present", "1 of 2", "39"} {
		if !words[w] {
			t.Errorf("%q does not show", w)
		}
	}
	if words["M0"] || words["Person 59"] {
		t.Error("it shows what there is no room for")
	}
	*asked = 0
	g.Refresh()
	p := g.plan(currentLook())
	if *asked == 0 || *asked > p.rows*p.columns {
		t.Errorf("%d cells asked for, %d by %d show", *asked, p.rows, p.columns)
	}
}

func TestGridByKeyboard(t *testing.T) {
	g, _ := wideGrid(60, 40)
	window(t, g, 900, 500)
	opened, told := "", ""
	g.OnOpen = func(row, column int) { opened = fmt.Sprint(row, "/", column) }
	g.OnSelected = func(row, column int) { told = fmt.Sprint(row, "/", column) }
	type step struct {
		keys []fyne.KeyName
		want string
	}
	for _, s := range []step{
		{[]fyne.KeyName{fyne.KeyRight}, "0/39"}, {[]fyne.KeyName{fyne.KeyLeft, fyne.KeyDown}, "1/38"}, {[]fyne.KeyName{fyne.KeyHome}, "1/0"},
		{[]fyne.KeyName{fyne.KeyUp, fyne.KeyUp}, "0/0"}, {[]fyne.KeyName{fyne.KeyEnd}, "0/39"},
	} {
		for _, k := range s.keys {
			g.TypedKey(&fyne.KeyEvent{Name: k})
		}
		row, column := g.Selected()
		if got := fmt.Sprint(row, "/", column); got != s.want {
			t.Errorf("%v: at %s, want %s", s.keys, got, s.want)
		}
		if !gridText(g)[s.want] {
			t.Errorf("%v: the chosen cell does not show", s.keys)
		}
	}
	for range 20 {
		g.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	}
	g.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if opened != "59/39" || told != "59/39" || !gridText(g)["Person 59"] {
		t.Errorf("opened %s, told %s", opened, told)
	}
}

func TestGridByMouse(t *testing.T) {
	g, _ := wideGrid(60, 40)
	window(t, g, 900, 500)
	p := g.plan(currentLook())
	at := func(row, column int) fyne.PointEvent {
		return fyne.PointEvent{Position: fyne.NewPos(p.side+(float32(column)+0.5)*p.wide, p.head+(float32(row)+0.5)*p.high)}
	}
	opened := false
	g.OnOpen = func(int, int) { opened = true }
	g.MouseDown(&desktop.MouseEvent{PointEvent: at(3, 1)})
	_, left := g.Shown()
	if row, column := g.Selected(); row != 3 || column != left+1 {
		t.Errorf("a click chose %d, %d", row, column)
	}
	point := at(3, 1)
	g.DoubleTapped(&point)
	if !opened {
		t.Error("a double click does not open")
	}
	g.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(p.wide*2, -p.high*5)})
	if row, column := g.Shown(); row != 5 || column != left-2 {
		t.Errorf("scrolled to %d, %d from column %d", row, column, left)
	}
	g.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(896, 498-p.bar)}})
	g.DragEnd()
	if row, _ := g.Shown(); row != 60-p.rows {
		t.Errorf("dragged to row %d of %d, %d show", row, 60, p.rows)
	}
	g.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(p.side, 498)}})
	g.DragEnd()
	if _, column := g.Shown(); column != 0 {
		t.Errorf("dragged to column %d", column)
	}
}

func TestEmptyAndTinyGrids(t *testing.T) {
	g := NewGrid("No meeting yet.")
	window(t, g, 600, 300)
	if !gridText(g)["No meeting yet."] {
		t.Error("it does not say why it is empty")
	}
	for _, k := range []fyne.KeyName{fyne.KeyDown, fyne.KeyRight, fyne.KeyEnd, fyne.KeyPageUp, fyne.KeyReturn} {
		g.TypedKey(&fyne.KeyEvent{Name: k})
	}
	if row, column := g.Selected(); row != -1 || column != -1 {
		t.Errorf("nothing is chosen at %d, %d", row, column)
	}
	small, _ := wideGrid(3, 2)
	window(t, small, 120, 40)
	small.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	small.Resize(fyne.NewSize(900, 400))
	if !gridText(small)["1/1"] {
		t.Error("the chosen cell does not show when there is room")
	}
}
