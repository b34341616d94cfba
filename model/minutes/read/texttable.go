package read

import (
	"strings"

	"minutebook/model/pattern"
)

// divider is the line between the head of a table and its rows.
var divider = pattern.Of(`^\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?$`)

// row is a row of a table in the lines of its cells.
type row struct {
	first textLine
	cells [][]textLine
}

// table reads a table whose cells stand between bars. A cell may go over many
// lines, with empty ones among them, as converters leave it.
func (r *textReader) table(l textLine) bool {
	if r.depth > 1 {
		return false
	}
	if strings.HasPrefix(l.words, "|") {
		return r.barred(l)
	}
	if strings.Contains(l.words, "|") && r.at+1 < len(r.lines) && isDivider(r.lines[r.at+1].words) {
		return r.unbarred(l)
	}
	return false
}

func isDivider(words string) bool { return strings.Contains(words, "|") && divider.MatchString(words) }

// barred reads a table whose rows begin and end with a bar.
func (r *textReader) barred(l textLine) bool {
	at, head := r.at, -1
	columns := r.columnsFrom(at)
	if columns == 0 {
		return false
	}
	var rows []row
	for at < len(r.lines) && strings.HasPrefix(r.lines[at].words, "|") {
		if isDivider(r.lines[at].words) {
			if len(rows) == 1 {
				head = 0
			}
			at++
			continue
		}
		cells, next, ok := r.cut(r.lines, at, columns)
		if !ok {
			break
		}
		rows = append(rows, row{first: r.lines[at], cells: cells})
		at = next
	}
	if len(rows) == 0 {
		return false
	}
	r.rows(rows, head)
	r.at = at
	return true
}

// columnsFrom is how many columns the table has that begins in that line: as its
// divider says, else as two rows agree; 0 where it is no table.
func (r *textReader) columnsFrom(at int) int {
	for i := at; i < min(len(r.lines), at+headLines) && r.lookAhead(1); i++ {
		words := r.lines[i].words
		if isDivider(words) {
			return len(bars(words)) - 1
		}
	}
	first := bars(r.lines[at].words)
	if len(first) < 2 || !strings.HasSuffix(r.lines[at].words, "|") {
		return 0
	}
	if at+1 < len(r.lines) && len(bars(r.lines[at+1].words)) == len(first) || len(first) > 2 {
		return len(first) - 1
	}
	return 0
}

// headLines is how many lines the head of a table may have at most, rowLines
// one row of it.
const (
	headLines = 40
	rowLines  = 5000
)

// bars are where the bars stand in a line.
func bars(words string) []int {
	var at []int
	for i := 0; i < len(words); i++ {
		switch words[i] {
		case '\\':
			i++
		case '|':
			at = append(at, i)
		}
	}
	return at
}

// cut cuts the row that begins in that line into its cells, and says which line
// is next.
func (r *textReader) cut(lines []textLine, at, columns int) (cells [][]textLine, next int, ok bool) {
	cell := []textLine{}
	for i := at; i < min(len(lines), at+rowLines) && r.lookAhead(1); i++ {
		l := lines[i]
		rest, offset := l.words, 0
		for _, bar := range bars(l.words) {
			cell = append(cell, within(l, rest[:bar-offset]))
			rest, offset = l.words[bar+1:], bar+1
			if i > at || bar > 0 {
				cells = append(cells, cell)
			}
			cell = []textLine{}
			if len(cells) == columns {
				return cells, i + 1, strings.TrimSpace(rest) == ""
			}
		}
		cell = append(cell, within(l, rest))
	}
	return nil, 0, false
}

var breaks = pattern.Of(`(?i)<br\s*/?>`)

// within is a part of a line as a line of its own.
func within(l textLine, part string) textLine {
	return newTextLine(l.number, strings.ReplaceAll(part, `\|`, "|"))
}

// unbarred reads a table without bars around its rows.
func (r *textReader) unbarred(l textLine) bool {
	var rows []row
	for r.at < len(r.lines) && strings.Contains(r.lines[r.at].words, "|") {
		if l := r.lines[r.at]; !isDivider(l.words) {
			parts := strings.Split(strings.ReplaceAll(strings.Trim(l.words, "|"), `\|`, "\x00"), "|")
			next := row{first: l}
			for _, part := range parts {
				next.cells = append(next.cells, []textLine{newTextLine(l.number, strings.ReplaceAll(part, "\x00", "|"))})
			}
			rows = append(rows, next)
		}
		r.at++
	}
	r.rows(rows, 0)
	return true
}

// rows adds the rows of a table.
func (r *textReader) rows(rows []row, head int) {
	r.tables++
	r.lists = nil
	for i, row := range rows {
		b := Block{Kind: TableRow, Table: r.tables, HeaderRow: i == head}
		for _, lines := range row.cells {
			b.Cells = append(b.Cells, Cell{Blocks: r.blocks(broken(lines)), Columns: 1})
		}
		r.add(b, row.first)
	}
}

// broken are the lines of a cell, with those parted that HTML breaks.
func broken(lines []textLine) []textLine {
	var all []textLine
	for _, l := range lines {
		for _, part := range breaks.Split(l.raw, -1) {
			all = append(all, newTextLine(l.number, part))
		}
	}
	return all
}
