package recognise

import (
	"fmt"
	"strings"
	"unicode"

	"minutebook/model"
	"minutebook/model/minutes/read"
)

// line is a piece while it is read: a paragraph, or one of a cell.
type line struct {
	Piece
	// kind, level, style, indent and gap are those of its block.
	kind   read.Kind
	level  int
	style  string
	indent int
	gap    bool
	// table counts from 1, 0 outside of tables; columns are how many cells the
	// row has; head says that the row heads its table.
	table, columns int
	head           bool
	// mark is the number or mark printed before the words: "3.2.", "(a)", "•".
	mark string
	// num is the mark read as a number; spelled says that the mark is among the
	// words of what the line became.
	num     numeral
	spelled bool
	// cutAt is where in its words it is to be cut (0 for nowhere), cutNum the
	// number that the second part begins with, cutRest where its words begin.
	cutAt, cutRest int
	cutNum         numeral
	// spans are the words without that, text the same without their look, with
	// single spaces.
	spans []model.Span
	text  string
	// bold and upper say that all of the words are bold or capitals.
	bold, upper bool
	// numbered is the line of a table that has the number of this one; nil for
	// none.
	numbered *line
	// into is the line whose words this one goes on with, nil for none; grown says
	// that another goes on with those of this one.
	into  *line
	grown bool
	// said says that the clerk decided what it is.
	said bool
	// What it became, once taken: attendees, the item that it heads, or entries;
	// none where assemble makes the entry of its kind from its words.
	people  []model.Attendee
	item    *model.Item
	entries []model.Entry
	// read is the label that the words begin with, once it was looked for.
	read *labelRead
}

// take takes the line for something, unless the clerk said otherwise.
func (l *line) take(as What, confidence float64, why string) {
	if l.said {
		return
	}
	l.As, l.Confidence, l.Why = as, confidence, why
}

// taken says whether a stage, or the clerk, has decided what the line is.
func (l *line) taken() bool { return l.As != "" }

// spelt says whether more goes with the words of the line: a number that is
// neither a mark nor that of a paragraph, or those of another line.
func (l *line) spelt() bool {
	return l.grown || strings.ContainsFunc(l.mark, isWord) && (!l.num.deep() || l.num.year != "")
}

// drop takes the line for page furniture.
func (l *line) drop(confidence float64, why string) { l.take(Dropped, confidence, why) }

// id is an identity for what a line becomes, by its place: the n-th of a kind
// of thing ("a" for an attendee, "i" for an item, "e" for an entry).
func (l *line) id(kind string, n int) model.ID {
	return model.ID(fmt.Sprintf("%s%d-%d-%d-%d", kind, l.Block, l.Cell, l.Part, n))
}

// cut makes lines of the blocks.
func (r *reader) cut() {
	for i, b := range r.doc.Blocks {
		if b.Kind != read.TableRow {
			r.lines = append(r.lines, newLine(Place{Block: i}, b))
			continue
		}
		for c, cell := range b.Cells {
			for p, within := range cell.Blocks {
				l := newLine(Place{i, c, p}, within)
				l.Line, l.table, l.columns, l.head = b.Line, b.Table, len(b.Cells), b.HeaderRow
				r.lines = append(r.lines, l)
			}
		}
	}
}

func newLine(at Place, b read.Block) *line {
	l := &line{Piece: Piece{Place: at, Line: b.Line, Source: strings.TrimSpace(b.Label + " " + b.Text())},
		kind: b.Kind, level: b.Level, style: b.Style, indent: b.Indent, gap: b.Gap, mark: b.Label}
	l.set(b.Spans)
	return l
}

// set gives the line its words.
func (l *line) set(spans []model.Span) {
	l.spans = spans
	l.text = strings.Join(strings.Fields(model.Words(spans)), " ")
	l.bold = l.text != ""
	for _, s := range spans {
		l.bold = l.bold && (s.Bold || strings.TrimSpace(s.Text) == "")
	}
	l.upper = strings.ContainsFunc(l.text, unicode.IsUpper) && !strings.ContainsFunc(l.text, unicode.IsLower)
}
