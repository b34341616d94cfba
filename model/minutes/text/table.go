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
)

// table writes a table in columns where each row fits in a line, and else each
// row as a paragraph with bars between its cells: a cell is never broken beside
// another, so that a row is read and searched in its order.
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
	widths := make([]int, len(b.Head))
	total := -len(column)
	for i := range widths {
		for _, cells := range rows {
			widths[i] = max(widths[i], columns(cells[i]))
		}
		total += widths[i] + len(column)
	}
	if total > Width {
		for i, cells := range rows {
			if i > 0 {
				p.line("")
			}
			p.wrap("", "  ", strings.Join(said(cells), bar))
		}
		return
	}
	rule := make([]string, len(widths))
	for i, w := range widths {
		rule[i] = strings.Repeat("-", w)
	}
	p.line(aligned(rows[0], widths))
	p.line(strings.Join(rule, column))
	for _, cells := range rows[1:] {
		p.line(aligned(cells, widths))
	}
}

// said is a row without the empty cells at its end.
func said(cells []string) []string {
	for len(cells) > 0 && cells[len(cells)-1] == "" {
		cells = cells[:len(cells)-1]
	}
	return cells
}

func aligned(cells []string, widths []int) string {
	var b strings.Builder
	for i, c := range cells {
		b.WriteString(c + strings.Repeat(" ", widths[i]-columns(c)) + column)
	}
	return b.String()
}
