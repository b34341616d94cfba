package text

import (
	"strings"

	"minutebook/model/minutes"
)

// column parts the columns of a table that are set below one another, bar the
// cells of one whose rows are too long for that.
const (
	column = "  "
	bar    = " | "
	// narrowest is how wide a column must be, in columns of type, for words
	// that are broken in it to be read with ease.
	narrowest = 30
)

// table writes a table in columns where only the last of them need be broken,
// and else each row as a paragraph with bars between its cells: no cell is
// broken beside another, so that a row is read and searched in its order.
func (p *printer) table(b minutes.Table) {
	rows := [][]string{b.Head}
	for _, row := range b.Rows {
		cells := make([]string, len(row.Cells))
		for i, c := range row.Cells {
			cells[i] = strings.Join(strings.Fields(words(c)), " ")
		}
		rows = append(rows, cells)
	}
	p.gap()
	var widths []int
	for _, cells := range rows {
		for i, c := range cells {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], columns(c))
		}
	}
	for i, cells := range rows {
		rows[i] = append(cells[:len(cells):len(cells)], make([]string, len(widths)-len(cells))...)
	}
	if !narrowed(rows, widths) {
		for i, cells := range rows {
			if i > 0 {
				p.line("")
			}
			p.wrap("", "  ", strings.Join(said(cells), bar))
		}
		return
	}
	for i, cells := range rows {
		p.row(cells, widths)
		if i == 0 {
			rules := make([]string, len(widths))
			for j, w := range widths {
				rules[j] = strings.Repeat("-", w)
			}
			p.row(rules, widths)
		}
	}
}

// narrowed narrows the last column so that the table fits in a line, and says
// whether it can: no word may be broken.
func narrowed(rows [][]string, widths []int) bool {
	last := len(widths) - 1
	if last < 0 {
		return false
	}
	room := Width
	for _, w := range widths[:last] {
		room -= w + len(column)
	}
	for _, cells := range rows {
		for _, word := range strings.Fields(cells[last]) {
			if columns(word) > room {
				return false
			}
		}
	}
	if room < min(widths[last], narrowest) {
		return false
	}
	widths[last] = min(widths[last], room)
	return true
}

// row writes a row in columns, the last of them in as many lines as it takes.
func (p *printer) row(cells []string, widths []int) {
	last := len(widths) - 1
	var before strings.Builder
	for i, w := range widths[:last] {
		before.WriteString(cells[i] + strings.Repeat(" ", w-columns(cells[i])) + column)
	}
	first := before.String()
	whole := p.width
	p.width = Width
	p.wrap(first, strings.Repeat(" ", columns(first)), cells[last])
	p.width = whole
}

// said is a row without the empty cells at its end.
func said(cells []string) []string {
	for len(cells) > 0 && cells[len(cells)-1] == "" {
		cells = cells[:len(cells)-1]
	}
	return cells
}
