package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	fynewidget "fyne.io/fyne/v2/widget"

	"minutebook/ui/theme"
)

// A Column of a list of rows. Width is in units before they are scaled; columns
// with none share what is left.
type Column struct {
	Title string
	Width float32
	End   bool // words stand at the column's end
	// Sorted says that the rows are sorted by it: its title is underlined.
	Sorted bool
}

// A Cell is what one row shows in one column: words in up to two lines, or as
// many as the list allows, on a chip where there is a tone.
type Cell struct {
	Words string
	Tone  theme.Tone
	Soft  bool
	Bold  bool
	// Found are parts of the words, each from a byte to another, in order, that
	// stand out in bold.
	Found [][2]int
}

// A Row of a list. A heading is a caption between rows: only its first cell
// shows, and it cannot be selected.
type Row struct {
	Cells   []Cell
	Heading bool
	Bar     theme.Tone // a bar at its start
}

// RowsStyle is where a list of rows stands.
type RowsStyle uint8

// The styles.
const (
	Table RowsStyle = iota // a framed table that scrolls
	Plain                  // lines of a side pane, as high as they are many
	Leaf                   // lines on a sheet, which scroll
)

// Rows is a list of rows worked by keyboard: Up, Down, Page Up, Page Down,
// Home and End select, Enter opens. Only what shows is asked for and drawn, so
// that it may be as long as it likes.
type Rows struct {
	fynewidget.BaseWidget
	keys

	// Length returns how many rows there are, and Row the nth of them. Both are
	// asked again after Refresh.
	Length func() int
	Row    func(n int) Row
	// OnSelected is told which row the clerk selected.
	OnSelected func(n int)
	// OnOpen is told which row the clerk wants to open, by Enter or a double
	// click.
	OnOpen func(n int)
	// OnLetter is told of a letter typed while the list has the keyboard.
	OnLetter func(r rune) bool
	// OnSecondary is told which row was clicked with the other button, and where
	// on the canvas. It is selected by then.
	OnSecondary func(n int, at fyne.Position)
	// Marked says whether the nth row is marked, to be dealt with together with
	// others; nil where none ever is.
	Marked func(n int) bool
	// OnExtend is told that the rows from one to another are to be marked: the
	// clerk went there with Shift held. From a row to itself turns its mark
	// over. Nil where rows are not marked.
	OnExtend func(from, to int)
	// Lines is how many lines the words of a cell may take, 2 where it is 0. What
	// is beyond them is cut.
	Lines int
	// OnTitle is told of a click on the title of a column.
	OnTitle func(column int)
	// To is what hands the list its keys, where the list is no stop for Tab: a
	// click in the list gives the keyboard to it.
	To fyne.Focusable

	columns  []Column
	style    RowsStyle
	empty    string
	selected int
	hovered  int
	shift    bool // Shift is held
	scrolled
	high   map[int]float32
	wide   float32 // the heights were worked out for
	unseen bool    // the selected row is to be scrolled to when there is room

	back, head, thumb *canvas.Rectangle
	edge              outline
	under             *canvas.Rectangle // the title of the column that is sorted by
	titles            pool[*canvas.Text]
	rects             pool[*canvas.Rectangle]
	texts             pool[*canvas.Text]
	view              *fyne.Container
	wheel             *wheel
}

var (
	_ fyne.Widget            = (*Rows)(nil)
	_ fyne.Focusable         = (*Rows)(nil)
	_ fyne.Disableable       = (*Rows)(nil)
	_ fyne.Shortcutable      = (*Rows)(nil)
	_ fyne.DoubleTappable    = (*Rows)(nil)
	_ fyne.SecondaryTappable = (*Rows)(nil)
	_ desktop.Hoverable      = (*Rows)(nil)
	_ desktop.Mouseable      = (*Rows)(nil)
	_ desktop.Keyable        = (*Rows)(nil)
)

// NewRows returns an empty list. The words of empty show where there are no
// rows, and say what to do.
func NewRows(style RowsStyle, empty string, columns ...Column) *Rows {
	r := &Rows{
		Length: func() int { return 0 }, Row: func(int) Row { return Row{} },
		columns: columns, style: style, empty: empty, selected: -1, hovered: -1, high: map[int]float32{},
		back: newRect(), edge: newOutline(), head: newRect(), thumb: newRect(), under: newRect(),
		titles: newTexts(), rects: newRects(), texts: newTexts(),
		view: container.NewWithoutLayout(),
	}
	r.wheel = newWheel(r)
	r.ExtendBaseWidget(r)
	return r
}

// SetEmpty changes the words that show where there are no rows.
func (r *Rows) SetEmpty(words string) {
	r.empty = words
	r.Refresh()
}

// SetColumns changes the columns; the rows must have cells for them by then.
func (r *Rows) SetColumns(columns ...Column) {
	r.columns = columns
	r.Refresh()
}

// Selected returns the selected row, or -1.
func (r *Rows) Selected() int {
	if r.selected >= r.Length() {
		return -1
	}
	return r.selected
}

// Select selects a row and scrolls to it, without telling OnSelected; -1
// selects none.
func (r *Rows) Select(n int) {
	r.selected = min(max(n, -1), r.Length()-1)
	r.reveal()
	r.show()
}

// Top returns the first row that shows.
func (r *Rows) Top() int { return r.top }

// choose selects a row for the clerk; headings are stepped over in the
// direction by, and at an end nothing changes.
func (r *Rows) choose(n, by int) {
	last := r.Length() - 1
	n = min(max(n, 0), last)
	for n >= 0 && n <= last && r.Row(n).Heading {
		n += by
	}
	if n < 0 || n > last || n == r.selected {
		r.Select(r.selected)
		return
	}
	r.Select(n)
	if r.OnSelected != nil {
		r.OnSelected(n)
	}
}

func (r *Rows) open() {
	if n := r.Selected(); n >= 0 && r.OnOpen != nil {
		r.OnOpen(n)
	}
}

// Disabled tells the driver whether Tab passes the list by.
func (r *Rows) Disabled() bool { return r.To != nil }

// Enable and Disable are the driver's; To alone says whether Tab stops here.
func (r *Rows) Enable() {}

// Disable is the other half of Enable.
func (r *Rows) Disable() {}

// FocusGained is called by the driver.
func (r *Rows) FocusGained() {
	r.setFocused(true)
	r.show()
}

// FocusLost is called by the driver.
func (r *Rows) FocusLost() {
	r.shift = false
	r.setFocused(false)
	r.show()
}

// TypedRune is called by the driver.
func (r *Rows) TypedRune(letter rune) {
	if r.OnLetter != nil {
		r.OnLetter(letter)
	}
}

// TypedKey is called by the driver.
func (r *Rows) TypedKey(e *fyne.KeyEvent) {
	if by, ok := steps[e.Name]; ok && r.shift && r.OnExtend != nil {
		r.extend(by)
		return
	}
	switch e.Name {
	case fyne.KeyUp:
		r.choose(r.selected-1, -1)
	case fyne.KeyDown:
		r.choose(r.selected+1, 1)
	case fyne.KeyPageUp:
		r.choose(r.selected-r.page(), -1)
	case fyne.KeyPageDown:
		r.choose(r.selected+r.page(), 1)
	case fyne.KeyHome:
		r.choose(0, 1)
	case fyne.KeyEnd:
		r.choose(r.Length()-1, -1)
	case fyne.KeyReturn, fyne.KeyEnter:
		if r.OnOpen == nil {
			r.handOn(r, e.Name)
			return
		}
		r.open()
	default:
		r.handOn(r, e.Name)
	}
}

// TypedShortcut is called by the driver.
func (r *Rows) TypedShortcut(s fyne.Shortcut) { r.handOnShortcut(s) }

// MouseDown is called by the driver; it takes the keyboard and selects.
func (r *Rows) MouseDown(e *desktop.MouseEvent) {
	r.takeKeyboard()
	if r.titled(e.Position) {
		return
	}
	if n := r.at(e.Position); n >= 0 && !r.Row(n).Heading && !r.marks(n, e.Modifier) {
		r.choose(n, 1)
	}
}

// MouseUp is called by the driver.
func (r *Rows) MouseUp(*desktop.MouseEvent) { r.takeKeyboard() }

func (r *Rows) takeKeyboard() {
	if r.To != nil {
		focus(r.To)
		return
	}
	focus(r)
}

// DoubleTapped is called by the driver; it opens.
func (r *Rows) DoubleTapped(e *fyne.PointEvent) {
	if n := r.at(e.Position); n >= 0 && n == r.selected {
		r.open()
	}
}

// TappedSecondary is called by the driver.
func (r *Rows) TappedSecondary(e *fyne.PointEvent) {
	if n := r.at(e.Position); n >= 0 && n == r.selected && r.OnSecondary != nil {
		r.OnSecondary(n, e.AbsolutePosition)
	}
}

// MouseIn is called by the driver.
func (r *Rows) MouseIn(e *desktop.MouseEvent) { r.hover(r.at(e.Position)) }

// MouseMoved is called by the driver.
func (r *Rows) MouseMoved(e *desktop.MouseEvent) { r.hover(r.at(e.Position)) }

// MouseOut is called by the driver.
func (r *Rows) MouseOut() { r.hover(-1) }

func (r *Rows) hover(n int) {
	if r.hovered != n {
		r.hovered = n
		r.show()
	}
}

// CreateRenderer is called by Fyne.
func (r *Rows) CreateRenderer() fyne.WidgetRenderer { return &rowsRenderer{r} }
