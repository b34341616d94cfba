package widget

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"minutebook/ui/theme"
)

// cellLines is how many lines a cell may have.
func (r *Rows) cellLines() int {
	if r.Lines > 0 {
		return r.Lines
	}
	return 2
}

type rowsRenderer struct{ r *Rows }

func (d *rowsRenderer) MinSize() fyne.Size {
	r, l := d.r, currentLook()
	height := r.headHeight(l)
	if r.style == Plain {
		for n := range r.Length() {
			height += r.heightOf(l, n)
		}
		if r.Length() == 0 {
			height += l.leading(theme.SizePane) + l.size(theme.SizeUnit)
		}
		return fyne.NewSize(l.size(theme.SizeGutter)*2, height)
	}
	return fyne.NewSize(l.size(theme.SizeGutter)*6, height+r.lineHeight(l)*3)
}

func (d *rowsRenderer) Layout(size fyne.Size) {
	r, l := d.r, currentLook()
	head := r.headHeight(l)
	room := fyne.NewSize(size.Width, r.room(l))
	if r.style != Plain {
		place(r.wheel, fyne.NewPos(0, head), room)
	} else {
		place(r.view, fyne.NewPos(0, head), room)
	}
	if r.unseen {
		r.reveal()
	}
	r.settle(l)
	r.show()
}

func (d *rowsRenderer) Refresh() {
	clear(d.r.high)
	d.Layout(d.r.Size())
	canvas.Refresh(d.r)
}

func (d *rowsRenderer) Objects() []fyne.CanvasObject {
	r := d.r
	if r.style == Plain {
		return r.edge.appendTo([]fyne.CanvasObject{r.back, r.view})
	}
	all := r.titles.appendTo([]fyne.CanvasObject{r.back, r.head, r.under})
	return r.edge.appendTo(append(all, r.wheel, r.thumb))
}

func (d *rowsRenderer) Destroy() {}

// inset is the room before the first column and after the last.
func (r *Rows) inset(l look) float32 { return l.size(theme.SizePadding) }

// lineHeight is how high a row of one line is.
func (r *Rows) lineHeight(l look) float32 {
	if r.style != Table {
		return l.leading(theme.SizePane) + l.size(theme.SizeUnit)*1.5
	}
	return l.leading(theme.SizePane) + l.size(theme.SizeUnit)*2.25
}

// headHeight is how high the row of titles is; a list without titles has none.
func (r *Rows) headHeight(l look) float32 {
	for _, c := range r.columns {
		if c.Title != "" {
			return l.leading(theme.SizeChip) + l.size(theme.SizeUnit)*2
		}
	}
	return 0
}

// border is the room that the line around a table takes of its rows.
func (r *Rows) border(l look) float32 {
	if r.style != Table {
		return 0
	}
	return l.size(theme.SizeFocus)
}

// eachColumn calls do with every column's place.
func (r *Rows) eachColumn(l look, do func(n int, x, width float32)) {
	scale := l.size(theme.SizeMeasure) / 8
	rest, sharing := r.Size().Width-r.inset(l)*2, 0
	for _, c := range r.columns {
		rest -= c.Width * scale
		if c.Width == 0 {
			sharing++
		}
	}
	x := r.inset(l)
	for n, c := range r.columns {
		width := c.Width * scale
		if c.Width == 0 {
			width = max(rest/float32(sharing), 0)
		}
		if n == len(r.columns)-1 {
			width += l.size(theme.SizeGap) // cellRoom takes it off again
		}
		do(n, x, width)
		x += width
	}
}

// cellRoom is how wide a cell's words may be.
func cellRoom(l look, width float32) float32 { return max(width-l.size(theme.SizeGap), 1) }

func (c Cell) style() fyne.TextStyle { return fyne.TextStyle{Bold: c.Bold} }

// lines breaks a cell's words into so many lines at most, the last cut short
// where there are more. Where parts are in bold there is room for all to be.
func (c Cell) lines(l look, width float32, most int) []cellLine {
	style := c.style()
	style.Bold = style.Bold || len(c.Found) > 0
	measure := l.ruler(theme.SizePane, style)
	runes := []rune(c.Words)
	spans := wrap(runes, 0, cellRoom(l, width), measure)
	var lines []cellLine
	for n, s := range spans {
		at := len(string(runes[:s.from]))
		if n == most-1 && len(spans) > most {
			rest := strings.ReplaceAll(string(runes[s.from:]), "\n", " ")
			return append(lines, cellLine{shorten(rest, cellRoom(l, width), measure), at})
		}
		lines = append(lines, cellLine{string(runes[s.from:s.to]), at})
	}
	return lines
}

// cellLine is a line of a cell, and the byte of its words that it starts at.
type cellLine struct {
	text string
	from int
}

// pieces are the parts of a line that are in bold and those that are not, by
// turns; the first is not.
func (n cellLine) pieces(found [][2]int) []string {
	var all []string
	at := 0
	for _, f := range found {
		from, to := min(max(f[0]-n.from, at), len(n.text)), min(max(f[1]-n.from, at), len(n.text))
		if from < to {
			all = append(all, n.text[at:from], n.text[from:to])
			at = to
		}
	}
	return append(all, n.text[at:])
}

// measureRow works out how high the nth row is; a heading has room over it.
func (r *Rows) measureRow(l look, n int) float32 {
	row, lines := r.Row(n), 1
	if row.Heading && n > 0 {
		return r.lineHeight(l) + l.size(theme.SizeGap)
	}
	if !row.Heading {
		r.eachColumn(l, func(n int, _, width float32) {
			if n < len(row.Cells) && row.Cells[n].Tone == theme.NoTone && row.Cells[n].Words != "" {
				lines = max(lines, len(row.Cells[n].lines(l, width, r.cellLines())))
			}
		})
	}
	return r.lineHeight(l) + float32(lines-1)*l.leading(theme.SizePane)
}

// show draws the rows that are in view.
func (r *Rows) show() {
	l, size := currentLook(), r.Size()
	r.rects.rewind()
	r.texts.rewind()
	y := -r.offset
	for n := r.top; n < r.Length() && y < r.room(l); n++ {
		height := r.heightOf(l, n)
		r.drawRow(l, n, y, height)
		y += height
	}
	if r.Length() == 0 {
		at := r.inset(l)
		height := min(r.lineHeight(l)*1.5, max(r.room(l), 1))
		text := shorten(r.empty, size.Width-at*2, l.ruler(theme.SizePane, fyne.TextStyle{}))
		l.draw(r.texts.next(), words{text: text, size: theme.SizePane, color: theme.Soft}, at, 0, height)
	}
	objects := r.rects.appendTo(r.view.Objects[:0])
	r.view.Objects = r.texts.appendTo(objects)
	r.drawFrame(l, size)
}

func (r *Rows) drawFrame(l look, size fyne.Size) {
	ground, thick, ink := theme.Paper, l.size(theme.SizeLine), theme.Line
	if r.style == Plain {
		ground, thick = theme.Pane, 0
	}
	switch {
	case r.style == Leaf: // the selected line shows who has the keyboard
		thick = 0
	case r.focused:
		thick, ink = l.size(theme.SizeFocus), theme.Accent
	}
	r.back.FillColor = l.color(ground)
	place(r.back, fyne.NewPos(0, 0), size)
	r.edge.draw(allSides, size, thick, l.color(ink))

	head := r.headHeight(l)
	r.head.FillColor, r.head.StrokeColor, r.head.StrokeWidth = l.color(theme.Pane), l.color(theme.Line), l.size(theme.SizeLine)
	place(r.head, fyne.NewPos(0, 0), fyne.NewSize(size.Width, head))
	r.titles.rewind()
	r.under.Hidden = true
	r.eachColumn(l, func(n int, x, width float32) {
		style := fyne.TextStyle{Bold: true}
		measure := l.ruler(theme.SizeChip, style)
		text := shorten(r.columns[n].Title, cellRoom(l, width), measure)
		if r.columns[n].End {
			x += cellRoom(l, width) - measure([]rune(text))
		}
		ink := theme.Soft
		if r.columns[n].Sorted {
			ink = theme.Text
			r.drawSorted(l, r.under, x, measure([]rune(text)), head)
		}
		l.draw(r.titles.next(), words{text, theme.SizeChip, style, ink}, x, 0, head)
	})

	start, length := r.bar(l)
	room, wide := r.room(l), l.size(theme.SizeUnit)*0.75
	r.thumb.FillColor, r.thumb.CornerRadius = l.color(theme.Ghost), wide/2
	r.thumb.Hidden = length >= 1
	high := max(room*length, wide*4)
	place(r.thumb, fyne.NewPos(size.Width-wide-4, head+start*(room-high)/max(1-length, 0.001)), fyne.NewSize(wide, high))
	for _, rect := range []*canvas.Rectangle{r.back, r.head, r.thumb} {
		rect.Refresh()
	}
}

func (r *Rows) drawRow(l look, n int, y, height float32) {
	row, width := r.Row(n), r.Size().Width
	selected := n == r.selected && !row.Heading
	switch {
	case selected:
		r.drawSelected(l, y, height)
	case r.marked(n):
		r.rect(l, theme.AccentWeak, 0, y, width, height)
	case n == r.hovered && !row.Heading:
		r.rect(l, theme.Hover, 0, y, width, height)
	}
	if r.style == Table {
		r.rect(l, theme.Line, 0, y+height-1, width, l.size(theme.SizeLine))
	}
	switch {
	case selected:
		r.rect(l, theme.Accent, r.border(l), y, 3, height)
	case row.Bar != theme.NoTone:
		r.rect(l, row.Bar.Words(), r.border(l), y, 3, height)
	}
	if row.Heading {
		r.drawHeading(l, row, y, height)
		return
	}
	if r.marked(n) {
		r.drawMark(l, y)
	}
	r.eachColumn(l, func(c int, x, wide float32) {
		if c < len(row.Cells) && row.Cells[c].Words != "" {
			r.drawCell(l, row.Cells[c], r.columns[c], x, wide, y+(r.lineHeight(l)-l.leading(theme.SizePane))/2, selected)
		}
	})
}

// drawSelected draws the ground of the selected row. On a sheet it alone shows
// that the list has the keyboard.
func (r *Rows) drawSelected(l look, y, height float32) {
	size := fyne.NewSize(r.Size().Width, height)
	ground, stroke, ink := theme.Selected, l.size(theme.SizeLine), theme.SelectedEdge
	switch {
	case r.style == Leaf && r.focused:
		ground, stroke, ink = theme.AccentWeak, l.size(theme.SizeFocus), theme.Accent
	case r.style == Plain:
		ground = theme.AccentWeak
	case r.style == Table: // in high contrast nothing else tells it from the lines between rows
		stroke = l.size(theme.SizeFocus)
	}
	in := r.border(l)
	size.Width -= in * 2
	r.rect(l, ground, in, y, size.Width, height)
	ring(r.rects.all[r.rects.used-1], fyne.NewPos(in, y), size, stroke, l.color(ink))
}

func (r *Rows) drawHeading(l look, row Row, y, height float32) {
	if len(row.Cells) > 0 {
		text, ink := shorten(row.Cells[0].Words, r.Size().Width-r.inset(l)*2, l.ruler(theme.SizePane, fyne.TextStyle{Bold: true})), theme.Soft
		if r.style == Leaf {
			ink = theme.Text
		}
		l.draw(r.texts.next(), words{text, theme.SizePane, fyne.TextStyle{Bold: true}, ink}, r.inset(l), y+height-r.lineHeight(l), r.lineHeight(l))
	}
}

func (r *Rows) drawCell(l look, c Cell, in Column, x, width, y float32, selected bool) {
	line := l.leading(theme.SizePane)
	if c.Tone != theme.NoTone {
		chip := chipShape{r.rects.next(), r.texts.next()}
		chip.draw(l, c.Words, c.Tone, fyne.NewPos(x, y+(line-l.chipSize("").Height)/2))
		return
	}
	ink := theme.Text
	if c.Soft {
		ink = theme.Soft
	}
	style := c.style()
	if selected && r.style == Plain && !c.Soft {
		style.Bold = true
	}
	for _, one := range c.lines(l, width, r.cellLines()) {
		at := x
		if in.End {
			at += cellRoom(l, width) - l.measure(one.text, l.size(theme.SizePane), style)
		}
		for n, piece := range one.pieces(c.Found) {
			style := style
			style.Bold = style.Bold || n%2 == 1
			if piece != "" || len(one.text) == 0 {
				at += l.draw(r.texts.next(), words{piece, theme.SizePane, style, ink}, at, y, line)
			}
		}
		y += line
	}
}

func (r *Rows) rect(l look, ink fyne.ThemeColorName, x, y, width, height float32) {
	rect := r.rects.next()
	rect.FillColor, rect.CornerRadius, rect.StrokeWidth = l.color(ink), 0, 0 // it may have been a chip
	place(rect, fyne.NewPos(x, y), fyne.NewSize(width, height))
	rect.Refresh()
}
