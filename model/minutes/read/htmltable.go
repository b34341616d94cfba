package read

import (
	"strconv"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// mostSpanned is how many columns a cell may span.
const mostSpanned = 100

// table reads a table. One of a single column only sets its words in a frame,
// and one within a cell is read as the lines of that cell.
func (r *pageReader) table(n *html.Node, c around) error {
	r.end()
	outer := r.item
	r.item = nil
	defer func() { r.item = outer }()
	c.kind, c.level, c.lists = Paragraph, 0, 0
	rows, widest := tableRows(n)
	if c.cell || widest < 2 {
		err := r.children(n, c)
		r.end()
		return err
	}
	c.cell = true
	if err := r.caption(n, c); err != nil {
		return err
	}
	r.tables++
	t := r.tables
	r.gap = true
	left := map[int]int{} // rows that the cell above still fills, by column
	for i, row := range rows {
		b := Block{Kind: TableRow, Table: t, HeaderRow: heads(row, i)}
		places := r.bookmarks
		if id := attribute(row, "id"); id != "" {
			places = append(places, id)
		}
		gap := r.gap
		column := 0
		for cell := range row.ChildNodes() {
			if cell.DataAtom != atom.Td && cell.DataAtom != atom.Th {
				continue
			}
			for ; left[column] > 0; column++ {
				left[column]--
				b.Cells = append(b.Cells, Cell{Columns: 1})
			}
			blocks, err := r.cellBlocks(cell, c)
			if err != nil {
				return err
			}
			columns := spanned(cell, "colspan")
			for k := range columns {
				left[column+k] = spanned(cell, "rowspan") - 1
			}
			column += columns
			b.Cells = append(b.Cells, Cell{Blocks: blocks, Columns: columns})
		}
		for ; left[column] > 0; column++ {
			left[column]--
			b.Cells = append(b.Cells, Cell{Columns: 1})
		}
		r.gap, r.bookmarks = gap, places
		if len(b.Cells) > 0 {
			r.put(b)
		}
	}
	r.gap = true
	return nil
}

// caption reads the words above a table, and those that stand in it beside its
// rows.
func (r *pageReader) caption(n *html.Node, c around) error {
	for child := range n.ChildNodes() {
		if child.DataAtom == atom.Caption {
			if err := r.element(child, c); err != nil {
				return err
			}
		}
	}
	return nil
}

// tableRows are the rows of a table, without those of tables within it, and
// how many cells the longest has.
func tableRows(n *html.Node) (rows []*html.Node, widest int) {
	for child := range n.ChildNodes() {
		switch child.Data {
		case "thead", "tbody", "tfoot":
			more, wide := tableRows(child)
			rows, widest = append(rows, more...), max(widest, wide)
		case "tr":
			cells := 0
			for cell := range child.ChildNodes() {
				if cell.DataAtom == atom.Td || cell.DataAtom == atom.Th {
					cells++
				}
			}
			rows, widest = append(rows, child), max(widest, cells)
		}
	}
	return rows, widest
}

// heads says whether a row heads its table.
func heads(row *html.Node, i int) bool {
	if row.Parent != nil && row.Parent.DataAtom == atom.Thead {
		return true
	}
	cells := 0
	for cell := range row.ChildNodes() {
		switch cell.Data {
		case "td":
			return false
		case "th":
			cells++
		}
	}
	return i == 0 && cells > 0
}

// spanned is how many columns or rows a cell spans.
func spanned(cell *html.Node, key string) int {
	n, err := strconv.Atoi(attribute(cell, key))
	if err != nil || n < 1 {
		return 1
	}
	return min(n, mostSpanned)
}

// cellBlocks are the blocks of a cell.
func (r *pageReader) cellBlocks(cell *html.Node, c around) ([]Block, error) {
	out, count := r.out, r.count
	r.out, r.gap, r.bookmarks = nil, false, nil
	if cell.DataAtom == atom.Th {
		c.look.Bold = true
	}
	err := r.element(cell, c)
	r.end()
	blocks := r.out
	for i := range blocks {
		blocks[i].Line = count + 1
	}
	r.out, r.count, r.gap = out, count, false
	return blocks, err
}
