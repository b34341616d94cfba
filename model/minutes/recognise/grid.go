package recognise

import "strings"

// grid is a table whose cells are lines.
type grid struct {
	rows [][][]*line // of each row each cell
	// from is the place of the first of its lines, which are so many.
	from, lines int
}

// grids are the tables of the document.
func (r *reader) grids() []grid {
	var all []grid
	for i := 0; i < len(r.lines); i++ {
		if r.lines[i].table > 0 {
			g := r.gridAt(i)
			all = append(all, g)
			i += g.lines - 1
		}
	}
	return all
}

// gridAt is the table that begins at a line.
func (r *reader) gridAt(at int) grid {
	g := grid{from: at}
	block := -1
	for _, l := range r.lines[at:] {
		if l.table != r.lines[at].table {
			break
		}
		if l.Block != block {
			block = l.Block
			g.rows = append(g.rows, make([][]*line, l.columns))
		}
		row := g.rows[len(g.rows)-1]
		for l.Cell >= len(row) {
			row = append(row, nil)
		}
		row[l.Cell] = append(row[l.Cell], l)
		g.rows[len(g.rows)-1] = row
		g.lines++
	}
	return g
}

// at are the lines of a cell, none where its row has no such column.
func (g grid) at(row, column int) []*line {
	if row >= len(g.rows) || column >= len(g.rows[row]) {
		return nil
	}
	return g.rows[row][column]
}

// words are those of a cell, a line for each of its paragraphs.
func (g grid) words(row, column int) string {
	var all []string
	for _, l := range g.at(row, column) {
		if l.text != "" {
			all = append(all, l.raw())
		}
	}
	return strings.TrimSpace(strings.Join(all, "\n"))
}
