package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"minutebook/ui/theme"
)

type gridRenderer struct{ g *Grid }

// MinSize lets the window be as small as it likes.
func (d *gridRenderer) MinSize() fyne.Size {
	l := currentLook()
	return fyne.NewSize(l.size(theme.SizeGutter)*6, l.leading(theme.SizePane)*6)
}

func (d *gridRenderer) Layout(fyne.Size) {
	if d.g.unseen {
		d.g.reveal()
	}
	d.g.settle(d.g.plan(currentLook()))
	d.g.draw()
}

func (d *gridRenderer) Refresh() {
	d.g.draw()
	canvas.Refresh(d.g)
}

func (d *gridRenderer) Objects() []fyne.CanvasObject {
	g := d.g
	all := g.rects.appendTo([]fyne.CanvasObject{g.back, g.head, g.foot, g.side})
	all = append(all, g.mark)
	return g.edge.appendTo(append(g.texts.appendTo(all), g.thumbs[0], g.thumbs[1]))
}

func (d *gridRenderer) Destroy() {}

// gridPlan is how a grid is laid out: how high its head and a row are, how wide
// what stands before the columns and a column are, how wide the names, how many
// rows and columns show, and how wide a scroll bar is.
type gridPlan struct {
	head, high, side, wide, name, bar float32
	rows, columns                     int
}

func (g *Grid) plan(l look) gridPlan {
	unit, step, size := l.size(theme.SizeUnit), l.size(theme.SizeMeasure)/8, g.Size()
	p := gridPlan{head: l.leading(theme.SizeChip)*2 + unit*1.5, high: l.leading(theme.SizePane) + unit*1.25, wide: 58 * step, bar: unit * 1.75}
	sum := 92 * step
	p.name = min(240*step, max(size.Width*0.4-sum, 80*step))
	if spare := size.Width - p.name - sum - p.bar - float32(len(g.data.Columns))*p.wide; spare > 0 {
		p.name += min(spare, 160*step)
	}
	p.side = p.name + sum
	p.rows = max(int((size.Height-p.head-p.high-p.bar)/p.high), 0)
	p.columns = max(int((size.Width-p.side-p.bar)/p.wide), 0)
	p.rows, p.columns = min(p.rows, len(g.data.Rows)), min(p.columns, len(g.data.Columns))
	return p
}

// draw draws what is in view.
func (g *Grid) draw() {
	l, size := currentLook(), g.Size()
	p := g.plan(l)
	g.rects.rewind()
	g.texts.rewind()
	g.back.FillColor = l.color(theme.Paper)
	place(g.back, fyne.NewPos(0, 0), size)
	thick, ink := l.size(theme.SizeLine), theme.Line
	if g.focused {
		thick, ink = l.size(theme.SizeFocus), theme.Accent
	}
	g.edge.draw(allSides, size, thick, l.color(ink))
	inset := l.size(theme.SizePadding)
	bottom := p.head + float32(p.rows)*p.high
	has := len(g.data.Rows) > 0
	for _, band := range []*canvas.Rectangle{g.head, g.foot, g.side} {
		band.FillColor, band.StrokeColor, band.StrokeWidth, band.Hidden = l.color(theme.Pane), l.color(theme.Line), l.size(theme.SizeLine), !has
	}
	place(g.head, fyne.NewPos(0, 0), fyne.NewSize(size.Width, p.head))
	place(g.foot, fyne.NewPos(0, bottom), fyne.NewSize(size.Width, p.high))
	place(g.side, fyne.NewPos(p.side, 0), fyne.NewSize(l.size(theme.SizeLine), bottom+p.high))
	g.mark.Hidden = true
	if !has {
		g.put(l, g.empty, theme.Soft, false, inset, 0, size.Width-inset*2, p.high*1.5)
		g.drawThumbs(l, p)
		return
	}
	g.put(l, g.data.Names, theme.Soft, true, inset, p.head-p.high, p.name-inset, p.high)
	g.put(l, g.data.Sums, theme.Soft, true, p.name, p.head-p.high, p.side-p.name-4, p.high)
	g.put(l, g.data.Foot, theme.Soft, true, inset, bottom, p.name-inset, p.high)
	for i := range p.rows {
		g.drawRow(l, p, g.top+i, p.head+float32(i)*p.high)
	}
	for i := range p.columns {
		g.drawColumn(l, p, g.left+i, p.side+float32(i)*p.wide, bottom)
	}
	g.drawThumbs(l, p)
	for _, r := range []*canvas.Rectangle{g.back, g.head, g.foot, g.side, g.mark} {
		r.Refresh()
	}
}

// drawRow draws a row from its name to its last cell.
func (g *Grid) drawRow(l look, p gridPlan, n int, y float32) {
	row, inset, chosen := g.data.Rows[n], l.size(theme.SizePadding), n == g.row
	if chosen {
		g.rect(l, theme.Selected, 1, y, g.Size().Width-2, p.high)
	}
	g.rect(l, theme.Line, 0, y+p.high-1, g.Size().Width, l.size(theme.SizeLine))
	used := g.put(l, row.Name, theme.Text, chosen, inset, y, p.name-inset-4, p.high)
	if left := p.name - inset - used - 12; row.Soft != "" && left > l.size(theme.SizeGutter) {
		g.put(l, row.Soft, theme.Soft, false, inset+used+8, y, left, p.high)
	}
	g.put(l, row.Sum, theme.Text, false, p.name, y, p.side-p.name-4, p.high)
	for i := range p.columns {
		c := g.left + i
		x := p.side + float32(i)*p.wide
		if cell := g.data.Cell(n, c); cell.Words != "" {
			size := l.chipSize(cell.Words)
			chip := chipShape{g.rects.next(), g.texts.next()}
			chip.draw(l, cell.Words, cell.Tone, fyne.NewPos(x+(p.wide-size.Width)/2, y+(p.high-size.Height)/2))
		}
		if chosen && c == g.column {
			g.mark.Hidden = false
			g.mark.CornerRadius = 3
			ring(g.mark, fyne.NewPos(x+2, y+1), fyne.NewSize(p.wide-4, p.high-3), max(l.size(theme.SizeFocus), 2), l.color(theme.Accent))
		}
	}
}

// drawColumn draws the head of a column and its sum.
func (g *Grid) drawColumn(l look, p gridPlan, n int, x, bottom float32) {
	column, line := g.data.Columns[n], l.leading(theme.SizeChip)
	ink := theme.Soft
	if n == g.column {
		ink = theme.Text
	}
	y := (p.head - line*2) / 2
	g.middle(l, words{column.Over, theme.SizeChip, fyne.TextStyle{Bold: true}, ink}, x, y, p.wide, line)
	g.middle(l, words{column.Under, theme.SizeChip, fyne.TextStyle{}, ink}, x, y+line, p.wide, line)
	g.middle(l, words{column.Sum, theme.SizePane, fyne.TextStyle{}, theme.Text}, x, bottom, p.wide, p.high)
}

// middle draws words in the middle of a column.
func (g *Grid) middle(l look, w words, x, y, wide, high float32) {
	measure := l.ruler(w.size, w.style)
	w.text = shorten(w.text, wide-4, measure)
	l.draw(g.texts.next(), w, x+(wide-measure([]rune(w.text)))/2, y, high)
}

// put draws words, cut where there is no room, and returns how wide they are.
func (g *Grid) put(l look, text string, ink fyne.ThemeColorName, bold bool, x, y, wide, high float32) float32 {
	style := fyne.TextStyle{Bold: bold}
	return l.draw(g.texts.next(), words{shorten(text, wide, l.ruler(theme.SizePane, style)), theme.SizePane, style, ink}, x, y, high)
}

func (g *Grid) rect(l look, ink fyne.ThemeColorName, x, y, width, height float32) {
	rect := g.rects.next()
	rect.FillColor, rect.CornerRadius, rect.StrokeWidth, rect.Hidden = l.color(ink), 0, 0, false // it may have been a chip
	place(rect, fyne.NewPos(x, y), fyne.NewSize(width, height))
	rect.Refresh()
}

// drawThumbs draws the thumbs of the scroll bars, where something is hidden.
func (g *Grid) drawThumbs(l look, p gridPlan) {
	thick := l.size(theme.SizeUnit) * 0.75
	down, along := float32(p.rows)*p.high, float32(p.columns)*p.wide
	rows, columns := float32(max(len(g.data.Rows), 1)), float32(max(len(g.data.Columns), 1))
	for _, t := range g.thumbs {
		t.FillColor, t.CornerRadius = l.color(theme.Ghost), thick/2
	}
	g.thumbs[0].Hidden = p.rows >= len(g.data.Rows)
	place(g.thumbs[0], fyne.NewPos(g.Size().Width-thick-4, p.head+down*float32(g.top)/rows), fyne.NewSize(thick, max(down*float32(p.rows)/rows, thick*4)))
	g.thumbs[1].Hidden = p.columns >= len(g.data.Columns)
	place(g.thumbs[1], fyne.NewPos(p.side+along*float32(g.left)/columns, g.Size().Height-thick-4), fyne.NewSize(max(along*float32(p.columns)/columns, thick*4), thick))
	g.thumbs[0].Refresh()
	g.thumbs[1].Refresh()
}
