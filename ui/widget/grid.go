package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynewidget "fyne.io/fyne/v2/widget"

	"minutebook/ui/theme"
)

// A GridCell is what a grid shows where a row and a column meet: a letter or
// two on a chip. Without words it is empty.
type GridCell struct {
	Words string
	Tone  theme.Tone
}

// A GridRow is the head of a row: whose it is, words that are soft beside that,
// and the sum of the row.
type GridRow struct{ Name, Soft, Sum string }

// A GridColumn is the head of a column in two lines, and its sum.
type GridColumn struct{ Over, Under, Sum string }

// GridData is what a grid shows.
type GridData struct {
	// Names, Sums and Foot are the titles over the names, over their sums, and
	// before the sums of the columns.
	Names, Sums, Foot string
	Rows              []GridRow
	Columns           []GridColumn
	// Cell is asked only for what shows.
	Cell func(row, column int) GridCell
}

// A Grid is a table of many narrow columns, worked by keyboard and mouse: a
// cell is selected, what does not fit is scrolled to by whole rows and columns,
// and the heads of rows and columns always show.
type Grid struct {
	fynewidget.BaseWidget
	keys

	// OnSelected is told which cell the clerk selected, OnOpen which one they
	// want to open, by Enter or a double click.
	OnSelected, OnOpen func(row, column int)
	// OnLetter is told of a letter typed while the grid has the keyboard.
	OnLetter func(r rune) bool

	data        GridData
	empty       string
	row, column int // that are selected
	top, left   int // that show first
	dragging    gridPart
	wheelX      float32 // what was scrolled and is no whole row or column yet
	wheelY      float32
	unseen      bool // the selected cell is to be scrolled to when there is room

	back, head, foot, side, mark *canvas.Rectangle
	edge                         outline
	thumbs                       [2]*canvas.Rectangle
	rects                        pool[*canvas.Rectangle]
	texts                        pool[*canvas.Text]
}

var (
	_ fyne.Widget         = (*Grid)(nil)
	_ fyne.Focusable      = (*Grid)(nil)
	_ fyne.Shortcutable   = (*Grid)(nil)
	_ fyne.DoubleTappable = (*Grid)(nil)
	_ fyne.Scrollable     = (*Grid)(nil)
	_ fyne.Draggable      = (*Grid)(nil)
	_ desktop.Mouseable   = (*Grid)(nil)
)

// gridPart is what of a grid is dragged.
type gridPart uint8

const (
	noPart gridPart = iota
	besideBar
	belowBar
)

// NewGrid returns an empty grid. The words of empty show where there are no
// rows, and say why.
func NewGrid(empty string) *Grid {
	g := &Grid{empty: empty, back: newRect(), edge: newOutline(), head: newRect(), foot: newRect(), side: newRect(), mark: newRect(),
		thumbs: [2]*canvas.Rectangle{newRect(), newRect()}, rects: newRects(), texts: newTexts()}
	g.ExtendBaseWidget(g)
	return g
}

// Set shows other data, with the last column selected.
func (g *Grid) Set(d GridData) {
	g.data = d
	g.row, g.column = 0, max(len(d.Columns)-1, 0)
	g.top, g.left = 0, 0
	g.reveal()
	g.Refresh()
}

// Change shows other data with a cell selected.
func (g *Grid) Change(d GridData, row, column int) {
	g.data = d
	g.choose(row, column)
}

// SetEmpty changes the words that show where there are no rows.
func (g *Grid) SetEmpty(words string) {
	g.empty = words
	g.Refresh()
}

// Selected returns the selected cell; -1 where there are none.
func (g *Grid) Selected() (row, column int) {
	if g.row >= len(g.data.Rows) || g.column >= len(g.data.Columns) {
		return -1, -1
	}
	return g.row, g.column
}

// Shown returns the first row and column that show.
func (g *Grid) Shown() (row, column int) { return g.top, g.left }

// choose selects a cell for the clerk.
func (g *Grid) choose(row, column int) {
	row = max(min(row, len(g.data.Rows)-1), 0)
	column = max(min(column, len(g.data.Columns)-1), 0)
	changed := row != g.row || column != g.column
	g.row, g.column = row, column
	g.reveal()
	g.Refresh()
	if r, c := g.Selected(); changed && r >= 0 && g.OnSelected != nil {
		g.OnSelected(r, c)
	}
}

func (g *Grid) open() {
	if r, c := g.Selected(); r >= 0 && g.OnOpen != nil {
		g.OnOpen(r, c)
	}
}

// reveal scrolls as little as is needed to show the selected cell.
func (g *Grid) reveal() {
	p := g.plan(currentLook())
	if g.unseen = p.rows <= 0 || p.columns <= 0; g.unseen {
		return
	}
	g.top = max(min(g.top, g.row), g.row-p.rows+1)
	g.left = max(min(g.left, g.column), g.column-p.columns+1)
	g.settle(p)
}

// settle leaves no room empty that a row or a column could show in.
func (g *Grid) settle(p gridPlan) {
	g.top = max(min(g.top, len(g.data.Rows)-p.rows), 0)
	g.left = max(min(g.left, len(g.data.Columns)-p.columns), 0)
}

// FocusGained is called by the driver.
func (g *Grid) FocusGained() {
	g.setFocused(true)
	g.Refresh()
}

// FocusLost is called by the driver.
func (g *Grid) FocusLost() {
	g.setFocused(false)
	g.Refresh()
}

// TypedRune is called by the driver.
func (g *Grid) TypedRune(letter rune) {
	if g.OnLetter != nil {
		g.OnLetter(letter)
	}
}

// TypedKey is called by the driver.
func (g *Grid) TypedKey(e *fyne.KeyEvent) {
	page := max(g.plan(currentLook()).rows-1, 1)
	switch e.Name {
	case fyne.KeyUp:
		g.choose(g.row-1, g.column)
	case fyne.KeyDown:
		g.choose(g.row+1, g.column)
	case fyne.KeyLeft:
		g.choose(g.row, g.column-1)
	case fyne.KeyRight:
		g.choose(g.row, g.column+1)
	case fyne.KeyPageUp:
		g.choose(g.row-page, g.column)
	case fyne.KeyPageDown:
		g.choose(g.row+page, g.column)
	case fyne.KeyHome:
		g.choose(g.row, 0)
	case fyne.KeyEnd:
		g.choose(g.row, len(g.data.Columns)-1)
	case fyne.KeyReturn, fyne.KeyEnter:
		g.open()
	default:
		g.handOn(g, e.Name)
	}
}

// TypedShortcut is called by the driver.
func (g *Grid) TypedShortcut(s fyne.Shortcut) { g.handOnShortcut(s) }

// MouseDown is called by the driver; it takes the keyboard and selects.
func (g *Grid) MouseDown(e *desktop.MouseEvent) {
	focus(g)
	if row, column, ok := g.at(e.Position); ok {
		g.choose(row, column)
	}
}

// MouseUp is called by the driver.
func (g *Grid) MouseUp(*desktop.MouseEvent) { focus(g) }

// DoubleTapped is called by the driver; it opens.
func (g *Grid) DoubleTapped(e *fyne.PointEvent) {
	if row, column, ok := g.at(e.Position); ok && row == g.row && column == g.column {
		g.open()
	}
}

// at returns the cell under a point. Left of the columns it is the row's, in
// the selected column.
func (g *Grid) at(point fyne.Position) (row, column int, ok bool) {
	p := g.plan(currentLook())
	row, column = g.top+int((point.Y-p.head)/p.high), g.column
	if point.Y < p.head {
		row = g.row
	}
	if point.X >= p.side {
		column = g.left + int((point.X-p.side)/p.wide)
	}
	inside := point.Y < p.head+float32(p.rows)*p.high && point.X < p.side+float32(p.columns)*p.wide
	return row, column, inside && row < len(g.data.Rows) && column < len(g.data.Columns)
}

// Scrolled is called by the driver.
func (g *Grid) Scrolled(e *fyne.ScrollEvent) {
	p := g.plan(currentLook())
	g.wheelX -= e.Scrolled.DX
	g.wheelY -= e.Scrolled.DY
	right, down := int(g.wheelX/p.wide), int(g.wheelY/p.high)
	g.wheelX -= float32(right) * p.wide
	g.wheelY -= float32(down) * p.high
	g.scrollTo(p, g.top+down, g.left+right)
}

func (g *Grid) scrollTo(p gridPlan, top, left int) {
	g.top, g.left = top, left
	g.settle(p)
	g.Refresh()
}

// Dragged is called by the driver; it moves the thumb of a scroll bar.
func (g *Grid) Dragged(e *fyne.DragEvent) {
	p := g.plan(currentLook())
	if g.dragging == noPart {
		switch {
		case e.Position.X >= g.Size().Width-p.bar:
			g.dragging = besideBar
		case e.Position.Y >= g.Size().Height-p.bar:
			g.dragging = belowBar
		default:
			return
		}
	}
	if g.dragging == besideBar {
		share := (e.Position.Y - p.head) / max(float32(p.rows)*p.high, 1)
		g.scrollTo(p, int(share*float32(len(g.data.Rows)))-p.rows/2, g.left)
		return
	}
	share := (e.Position.X - p.side) / max(float32(p.columns)*p.wide, 1)
	g.scrollTo(p, g.top, int(share*float32(len(g.data.Columns)))-p.columns/2)
}

// DragEnd is called by the driver.
func (g *Grid) DragEnd() { g.dragging = noPart }

// CreateRenderer is called by Fyne.
func (g *Grid) CreateRenderer() fyne.WidgetRenderer { return &gridRenderer{g} }
