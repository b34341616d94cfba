package actionlog

import (
	"bufio"
	"io"
	"strings"
)

// byteOrderMark tells a spreadsheet that what follows is UTF-8.
const byteOrderMark = "\uFEFF"

// WriteCSV writes the log as RFC 4180 has it: lines end in CR LF, and every
// cell that needs it stands in quotation marks. It begins with a byte order
// mark, without which Excel reads accents wrong. Days are as in 2026-03-14.
//
// A spreadsheet takes a cell that begins with = + - @ for a formula, so an
// apostrophe stands before it there. A program that reads the file may take
// away an apostrophe before one of these characters.
func (l Log) WriteCSV(w io.Writer) error {
	b := bufio.NewWriter(w)
	// A failure stays in the buffered writer and comes out at its flush.
	_, _ = b.WriteString(byteOrderMark)
	heads := make([]string, len(l.Columns))
	for i, c := range l.Columns {
		heads[i] = c.Head
	}
	csvLine(b, heads)
	for _, row := range l.Rows {
		cells := make([]string, len(row))
		for i, c := range row {
			switch l.Columns[i].Kind {
			case Count:
				cells[i] = c.Count()
			case Day:
				cells[i] = string(c.Day)
			case Words, Label:
				cells[i] = disarmed(c.Text)
			}
		}
		csvLine(b, cells)
	}
	return b.Flush()
}

func csvLine(b *bufio.Writer, cells []string) {
	for i, c := range cells {
		if i > 0 {
			_ = b.WriteByte(',')
		}
		if strings.ContainsAny(c, ",\"\n\r") || strings.TrimSpace(c) != c {
			c = `"` + strings.ReplaceAll(strings.ReplaceAll(c, `"`, `""`), "\n", "\r\n") + `"`
		}
		_, _ = b.WriteString(c)
	}
	_, _ = b.WriteString("\r\n")
}

// disarmed is text that no spreadsheet takes for a formula. Spaces before it do
// not help, and so do not keep the apostrophe away; nor do the wide forms of
// the characters that some keyboards write.
func disarmed(s string) string {
	if first := strings.TrimLeft(s, " \u00a0\n"); first != "" && strings.ContainsRune("=+-@\t\r＝＋－＠", []rune(first)[0]) {
		return "'" + s
	}
	return s
}
