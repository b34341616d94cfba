package widget

import (
	"fyne.io/fyne/v2"

	"minutebook/ui/theme"
)

// lay gives the words their room in the widget.
func (i *input) lay(at fyne.Position, area fyne.Size) {
	i.at, i.area = at, area
	i.arrange()
}

// arrange breaks the text into lines, brings the caret into view and draws.
func (i *input) arrange() {
	measure := i.ruler()
	if i.maxRows == 1 {
		i.window(measure)
	} else {
		i.spans = wrap(i.buffer.text, 0, i.wrapWidth(), measure)
	}
	i.arrangeGhost(measure)
}

// arrangeGhost breaks the ghost into lines after those of the text, and draws.
func (i *input) arrangeGhost(measure ruler) {
	i.tail = nil
	if i.ghostShows() {
		last := len(i.spans) - 1
		taken := i.xOf(len(i.buffer.text), last, measure)
		i.tail = wrap([]rune(i.ghost), taken, i.wrapWidth(), measure)
	}
	i.reveal()
	i.draw()
}

// wrapWidth is the width of a line; before the first layout there is none, and
// nothing is broken.
func (i *input) wrapWidth() float32 {
	if i.area.Width <= 0 {
		return 1 << 20
	}
	return i.area.Width
}

// window chooses the part of a single line to show, so that the caret is in it
// and no room is left over at the end.
func (i *input) window(measure ruler) {
	text, caret, width := i.buffer.text, i.buffer.caret, i.wrapWidth()
	left := min(i.spans[0].from, caret)
	for left < caret && measure(text[left:caret]) > width {
		left += max((caret-left)/8, 1)
	}
	for left > 0 && measure(text[left-1:]) <= width {
		left--
	}
	right := left
	if left < len(text) {
		right += fit(text[left:], width, measure)
	}
	i.spans = []span{{left, max(right, caret)}}
}

func (i *input) ghostShows() bool {
	from, to := i.buffer.selection()
	return i.ghost != "" && i.focused && from == to && to == len(i.buffer.text) && i.maxRows > 1
}

// reveal scrolls so that the caret's line shows.
func (i *input) reveal() {
	if i.maxRows == 1 {
		i.top = 0
		return
	}
	row := i.rowOf(i.buffer.caret)
	i.top = min(max(i.top, row-i.rows()+1), row)
	i.top = min(i.top, max(i.allRows()-i.rows(), 0))
}

// draw puts every visible line, mark and the caret in its place. Only lines
// that changed are painted anew.
func (i *input) draw() {
	l := currentLook()
	i.marks.rewind()
	i.lines.rewind()
	i.ghosts.rewind()
	height := l.leading(theme.SizeBody)
	measure := l.ruler(theme.SizeBody, fyne.TextStyle{})
	for row := i.top; row < len(i.spans) && row < i.top+i.rows(); row++ {
		s := i.spans[row]
		y := i.at.Y + float32(row-i.top)*height
		i.drawMark(l, row, y, height, measure)
		l.draw(i.lines.next(), words{text: string(i.buffer.text[s.from:s.to]), size: theme.SizeBody, color: theme.Text}, i.at.X, y, height)
	}
	i.drawGhost(l, height, measure)
	i.drawCursor(l, height, measure)
	i.cursor.Refresh()
}

func (i *input) drawMark(l look, row int, y, height float32, measure ruler) {
	from, to := i.buffer.selection()
	s := i.spans[row]
	if from == to || to < s.from || from > s.to || to == s.from && row > 0 {
		return
	}
	x, end := i.xOf(from, row, measure), i.xOf(to, row, measure)
	if to > s.to { // the selection goes on in the next line
		end = min(end+l.size(theme.SizeUnit)/2, i.area.Width)
	}
	if end <= x {
		return
	}
	mark := i.marks.next()
	mark.FillColor = l.color(theme.Marked)
	place(mark, fyne.NewPos(i.at.X+x, y), fyne.NewSize(end-x, height))
}

func (i *input) drawGhost(l look, height float32, measure ruler) {
	if len(i.buffer.text) == 0 && i.ghost == "" && i.placeholder != "" {
		text := shorten(i.placeholder, i.wrapWidth(), measure)
		l.draw(i.ghosts.next(), words{text: text, size: theme.SizeBody, color: theme.Ghost}, i.at.X, i.at.Y, height)
		return
	}
	last := len(i.spans) - 1
	runes := []rune(i.ghost)
	for n, s := range i.tail {
		row, x := last+n, float32(0)
		if n == 0 {
			x = i.xOf(len(i.buffer.text), last, measure)
		}
		if row < i.top || row >= i.top+i.rows() || s.from == s.to {
			continue
		}
		y := i.at.Y + float32(row-i.top)*height
		l.draw(i.ghosts.next(), words{text: string(runes[s.from:s.to]), size: theme.SizeBody, color: theme.Ghost}, i.at.X+x, y, height)
	}
}

func (i *input) drawCursor(l look, height float32, measure ruler) {
	row := i.rowOf(i.buffer.caret)
	i.cursor.Hidden = !i.focused || row < i.top || row >= i.top+i.rows()
	if i.cursor.Hidden {
		return
	}
	i.cursor.FillColor = l.color(theme.Accent)
	x := i.xOf(i.buffer.caret, row, measure)
	y := float32(row-i.top)*height + height*0.1
	place(i.cursor, i.at.AddXY(x, y), fyne.NewSize(2, height*0.8))
}

// objects returns what draw drew, from back to front.
func (i *input) objects() []fyne.CanvasObject {
	all := i.marks.appendTo(nil)
	all = i.ghosts.appendTo(all)
	all = i.lines.appendTo(all)
	return append(all, i.cursor)
}
