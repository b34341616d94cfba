package read

import (
	"encoding/xml"
	"slices"
)

// table reads a table. Within a cell its rows stand among the paragraphs until
// the cell is read: see flatten.
func (s *wordStory) table() {
	s.flush()
	s.tables++
	t := wordTable{number: s.tables, heads: true}
	s.each(func(e xml.StartElement) { s.inTable(&t, e) })
}

// wordTable is a table while it is read.
type wordTable struct {
	number int
	// heads says that all rows so far head it.
	heads bool
}

func (s *wordStory) inTable(t *wordTable, e xml.StartElement) {
	within := func(e xml.StartElement) { s.inTable(t, e) }
	switch name := e.Name.Local; name {
	case "tr":
		s.row(t)
	case "AlternateContent":
		s.choose(within)
	case "ins", "del", "moveTo", "moveFrom":
		s.changed(e, within)
	default:
		if !s.place(e) && !isProperties(name) {
			s.each(within)
		}
	}
}

// wordRow is a row while it is read.
type wordRow struct {
	Block
	// before is how many columns it leaves out at its beginning.
	before int
	change Revision
	// cells is how many it has, deleted ones too.
	cells int
}

// row reads a row of a table.
func (s *wordStory) row(t *wordTable) {
	s.count(1)
	r := &wordRow{Block: Block{Kind: TableRow, Table: t.number}}
	var read func(e xml.StartElement)
	read = func(e xml.StartElement) {
		switch name := e.Name.Local; name {
		case "trPr":
			s.rowProperties(r)
		case "tc":
			s.under(r.change, func() { s.cell(r) })
		case "AlternateContent":
			s.choose(read)
		default:
			if !s.place(e) && !isProperties(name) {
				s.each(read)
			}
		}
	}
	s.each(read)
	t.heads = t.heads && r.HeaderRow
	r.HeaderRow = t.heads
	s.putRow(r)
}

func (s *wordStory) rowProperties(r *wordRow) {
	s.each(func(e xml.StartElement) {
		switch name := e.Name.Local; name {
		case "tblHeader":
			r.HeaderRow = toggled(e) == on
		case "gridBefore":
			r.before = number(attr(e, "val"), 0)
		case "ins", "del":
			if r.change.Kind != Deleted {
				r.change = revision(wordChanges[name], e)
			}
		}
	})
}

// mostWordColumns is how many columns a table of Word may have.
const mostWordColumns = 63

// wordCell is what the properties of a cell say.
type wordCell struct {
	columns int
	// under says that it goes on with the cell above, after with the cell before.
	under, after bool
	change       Revision
}

func (s *wordStory) cellProperties(c *wordCell) {
	s.each(func(e xml.StartElement) {
		val := attr(e, "val")
		switch e.Name.Local {
		case "gridSpan":
			c.columns = min(max(1, number(val, 1)), mostWordColumns)
		case "vMerge":
			c.under = val != "restart"
		case "hMerge":
			c.after = val != "restart"
		case "cellDel":
			c.change = revision(Deleted, e)
		case "cellIns":
			c.change = revision(Inserted, e)
		}
	})
}

// cell reads a cell of a row.
func (s *wordStory) cell(r *wordRow) {
	s.count(1)
	c := wordCell{columns: 1}
	blocks := s.within(func() {
		s.each(func(e xml.StartElement) {
			if e.Name.Local == "tcPr" {
				s.cellProperties(&c)
				return
			}
			if c.change.Kind != "" {
				s.under(c.change, func() { s.block(e) })
				return
			}
			s.block(e)
		})
	})
	r.cells++
	if c.under && !s.run.gone {
		if slices.ContainsFunc(blocks, func(b Block) bool { return b.Kind != TableRow && !b.Gone }) {
			s.leaveOut(hidden)
		}
		blocks = nil
	}
	for _, b := range blocks {
		r.Bookmarks = append(r.Bookmarks, b.Bookmarks...)
		r.Revisions = append(r.Revisions, b.Revisions...)
		s.count(len(b.Bookmarks) + len(b.Revisions))
	}
	n := len(r.Cells)
	switch {
	case c.change.Kind == Deleted && !s.run.gone:
	case c.after && n > 0:
		r.Cells[n-1].Columns += c.columns
		r.Cells[n-1].Blocks = append(r.Cells[n-1].Blocks, blocks...)
	default:
		if n == 0 && r.before > 0 {
			r.Cells = append(r.Cells, Cell{Columns: min(r.before, mostWordColumns)})
		}
		r.Cells = append(r.Cells, Cell{Blocks: blocks, Columns: c.columns})
	}
}

// putRow adds a row to the blocks.
func (s *wordStory) putRow(r *wordRow) {
	rows := rowBlocks(r.Block, r.cells == 1)
	if len(rows) > 0 && rows[0].Kind == TableRow {
		rows[0].Gap, s.gap = s.gap, false
	}
	s.blocks = append(s.blocks, rows...)
}
