package read

import (
	"slices"
	"strings"
	"unicode"

	"minutebook/model"
)

// end takes a paragraph that is read, and makes room for the next.
func (r *rtfReader) end() {
	p, s := r.para, &r.state
	r.para = rtfParagraph{Block: Block{Bookmarks: slices.Clone(r.marks)}}
	r.count(1)
	p.Style = r.styles[s.style].name
	heading := s.outline
	if heading == 0 {
		heading = r.styles[s.style].outline
	}
	if rest, ok := strings.CutPrefix(p.Style, "Heading "); ok && heading == 0 {
		heading = number(rest, 0)
	}
	if p.Style == "Title" {
		heading = 1
	}
	switch {
	case heading > 0:
		p.Kind, p.Level = Heading, min(heading, 6)
	case p.Label != "":
		p.Kind, p.Level = ListItem, s.level
	default:
		p.Kind = Paragraph
	}
	p.Gone = !p.words.worded && slices.ContainsFunc(p.Revisions, func(v Revision) bool { return v.Kind == Deleted })
	into := &r.blocks
	if s.inTable {
		into = &r.inCell
	} else {
		r.endTable()
	}
	if p.words.worded || p.Gone {
		var tabs int
		p.Spans, tabs = p.words.spans()
		if p.Kind == Heading {
			unstressed(p.Spans)
		}
		p.Indent = wordIndent{&s.left, &s.first}.characters() + tabs*charactersInTab
		p.Gap, r.gap = r.gap, false
		*into = append(*into, p.Block)
	} else if len(p.below) == 0 && !s.inTable {
		r.gap = true
	}
	*into = append(*into, p.below...)
}

// unstressed takes the look of a heading off its words where all have it.
func unstressed(spans []model.Span) {
	bold, italic := true, true
	for _, s := range spans {
		bold, italic = bold && s.Bold, italic && s.Italic
	}
	for i := range spans {
		spans[i].Bold, spans[i].Italic = spans[i].Bold && !bold, spans[i].Italic && !italic
	}
}

// cell ends a cell of a table.
func (r *rtfReader) cell() {
	r.state.inTable = true
	r.end()
	r.count(1)
	if len(r.cells) < mostWordColumns {
		r.cells = append(r.cells, Cell{Blocks: r.inCell, Columns: 1})
	} else {
		last := &r.cells[len(r.cells)-1]
		last.Blocks = append(last.Blocks, r.inCell...)
	}
	r.inCell = nil
}

// row ends a row of a table. The lists of what is merged may be shorter.
func (r *rtfReader) row() {
	if r.table == 0 {
		r.tables++
		r.table, r.headed = r.tables, true
	}
	r.headed = r.headed && r.heads
	row := Block{Kind: TableRow, Table: r.table, HeaderRow: r.headed}
	for i, c := range r.cells {
		n := len(row.Cells)
		if i < len(r.merged) && r.merged[i] && n > 0 {
			row.Cells[n-1].Columns++
			row.Cells[n-1].Blocks = append(row.Cells[n-1].Blocks, c.Blocks...)
			continue
		}
		row.Cells = append(row.Cells, c)
		for _, b := range c.Blocks {
			row.Bookmarks, row.Revisions = append(row.Bookmarks, b.Bookmarks...), append(row.Revisions, b.Revisions...)
		}
	}
	r.count(len(row.Bookmarks) + len(row.Revisions))
	rows := rowBlocks(row, len(r.cells) == 1)
	if len(rows) > 0 {
		rows[0].Gap, r.gap = r.gap, false
	}
	r.blocks = append(r.blocks, rows...)
	r.cells = nil
}

// endTable ends a table where words stand outside it; what stands in a row that
// has no end stands in one.
func (r *rtfReader) endTable() {
	if len(r.inCell) > 0 {
		r.cells = append(r.cells, Cell{Blocks: r.inCell, Columns: 1})
		r.inCell = nil
	}
	if len(r.cells) > 0 {
		r.row()
	}
	r.table = 0
}

// apart reads a group whose words stand elsewhere: then is given its blocks.
func (r *rtfReader) apart(then func(blocks []Block)) {
	outer := r.rtfSpot
	r.rtfSpot = rtfSpot{}
	r.state.into, r.state.inTable, r.state.address, r.state.change = inText, false, "", ""
	r.state.close = func(string) {
		r.end()
		r.endTable()
		blocks := r.blocks
		r.rtfSpot = outer
		then(blocks)
	}
}

// collect reads a group whose words are no text: then is given them.
func (r *rtfReader) collect(then func(words string)) {
	r.state.into, r.state.words, r.state.close = collected, &strings.Builder{}, then
}

// label takes the number or the mark that a program printed before a paragraph.
func (r *rtfReader) label(words string) {
	words = strings.TrimSpace(words)
	if words != "" && !strings.ContainsFunc(words, func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }) || words == "o" {
		words = "•"
	}
	r.para.Label = words
}

// pageBreak ends the page, once.
func (r *rtfReader) pageBreak() {
	if r.para.words.worded {
		r.end()
	}
	if n := len(r.blocks); n > 0 && r.blocks[n-1].Kind != PageBreak && !r.state.inTable {
		r.blocks = append(r.blocks, Block{Kind: PageBreak})
		r.gap = false
	}
}

func (r *rtfReader) running(kind Kind, to *[]Block) {
	r.apart(func(blocks []Block) {
		made := runningBlocks(blocks, kind)
		words := said(made)
		for from := range *to {
			if said((*to)[from:]) == words || said((*to)[:from+1]) == words {
				return
			}
		}
		if words != "" && len(*to) < mostRunning {
			*to = append(*to, made...)
		}
	})
}

// mostRunning is how many blocks of headers, and of footers, are kept of a file
// in which each section has its own.
const mostRunning = 50
