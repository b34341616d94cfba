package main

import (
	"fmt"
	"io"
	"strings"
	"unicode"
)

// plainWidth is how wide a table is where it does not go to a terminal.
const plainWidth = 80

// table is text in columns. One of them takes the width that the others leave
// and wraps; where that is too little, it wraps all the same at narrowest.
type table struct {
	columns []column
	rows    []row
}

// column is one column of a table.
type column struct {
	head string
	// most is how wide it may be before it wraps; 0 for as wide as its words,
	// rest for what the others leave.
	most int
}

// row is the cells of one line, or, without cells, a title across the table.
type row struct {
	title string
	cells []string
}

const (
	// rest makes a column as wide as what the others leave.
	rest = -1
	// narrowest is the least width of that column.
	narrowest = 20
	// gap stands between columns.
	gap = "  "
)

func (t *table) add(cells ...string) { t.rows = append(t.rows, row{cells: cells}) }

// section puts a title over the rows that follow.
func (t *table) section(title string) { t.rows = append(t.rows, row{title: title}) }

// write lays the table out, width columns wide. Columns without heads have no
// line for them.
func (t *table) write(w io.Writer, width int) error {
	var heads []string
	for _, c := range t.columns {
		heads = append(heads, c.head)
	}
	widths := t.widths(width)
	headed := strings.Join(heads, "") != ""
	if headed {
		if err := writeRow(w, heads, widths); err != nil {
			return err
		}
	}
	for i, r := range t.rows {
		if r.cells == nil {
			above := "\n"
			if i == 0 && !headed {
				above = ""
			}
			if _, err := fmt.Fprintf(w, "%s%s\n", above, clean(r.title)); err != nil {
				return err
			}
			continue
		}
		if err := writeRow(w, r.cells, widths); err != nil {
			return err
		}
	}
	return nil
}

// writeRow writes one row on as many lines as its cells need.
func writeRow(w io.Writer, row []string, widths []int) error {
	cells := make([][]string, len(row))
	lines := 1
	for i, cell := range row {
		cells[i] = wrap(clean(cell), widths[i])
		lines = max(lines, len(cells[i]))
	}
	for n := range lines {
		if _, err := fmt.Fprintln(w, line(cells, widths, n)); err != nil {
			return err
		}
	}
	return nil
}

// widths are those of the columns: as wide as their widest cell, up to the
// most they may have, and what is left for the one that takes the rest.
func (t *table) widths(width int) []int {
	widths := make([]int, len(t.columns))
	left, taker := width, -1
	for i, c := range t.columns {
		widths[i] = columns(c.head)
		for _, r := range t.rows {
			if r.cells != nil {
				widths[i] = max(widths[i], columns(clean(r.cells[i])))
			}
		}
		switch {
		case c.most == rest:
			taker = i
			continue
		case c.most > 0:
			widths[i] = min(widths[i], max(c.most, columns(c.head)))
		}
		left -= widths[i] + len(gap)
	}
	if taker >= 0 && widths[taker] > left {
		widths[taker] = max(left, narrowest)
	}
	return widths
}

// line is the nth line of a row.
func line(cells [][]string, widths []int, n int) string {
	var b strings.Builder
	for i, lines := range cells {
		words := ""
		if n < len(lines) {
			words = lines[n]
		}
		b.WriteString(words)
		b.WriteString(strings.Repeat(" ", max(0, widths[i]-columns(words))))
		b.WriteString(gap)
	}
	return strings.TrimRight(b.String(), " ")
}

// wrap breaks text into lines of at most width columns, within a word only
// where the word alone is wider.
func wrap(text string, width int) []string {
	lines := []string{""}
	used := 0
	for _, word := range strings.Fields(text) {
		for n, piece := range pieces(word, width) {
			last, wide := len(lines)-1, columns(piece)
			switch {
			case lines[last] == "":
				lines[last] = piece
				used = wide
			case n == 0 && used+1+wide <= width:
				lines[last] += " " + piece
				used += 1 + wide
			default:
				lines = append(lines, piece)
				used = wide
			}
		}
	}
	return lines
}

// pieces cuts a word into pieces of at most width columns, each of at least
// one character.
func pieces(word string, width int) []string {
	var cut []string
	start, used := 0, 0
	for i, r := range word {
		n := runeColumns(r)
		if used+n > width && i > start {
			cut = append(cut, word[start:i])
			start, used = i, 0
		}
		used += n
	}
	return append(cut, word[start:])
}

// clean takes out what would disturb a terminal: control characters and those
// that turn the direction of writing.
func clean(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return ' '
		case unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r):
			return -1
		}
		return r
	}, text)
}

// columns is how many columns of a terminal text takes.
func columns(text string) int {
	n := 0
	for _, r := range text {
		n += runeColumns(r)
	}
	return n
}

// runeColumns is how many columns a character takes: none for marks that
// combine, two for wide characters.
func runeColumns(r rune) int {
	switch {
	case r < 0x300:
		return 1
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case wide(r):
		return 2
	}
	return 1
}

func wide(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana) ||
		r >= 0xff01 && r <= 0xff60 || r >= 0x1f300 && r <= 0x1faff
}
