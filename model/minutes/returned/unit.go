package returned

import (
	"slices"
	"strings"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/minutes/read"
)

// region is the part of the minutes that something stands in.
type region int

// The regions, in their order.
const (
	inHead region = iota
	inContents
	inPeople
	inTables
	inBody
	inEnd
)

// unit is what one paragraph, or one row of a table, said when the file was
// made.
type unit struct {
	region region
	// anchors are the names of its places, as bookmarks have them.
	anchors []string
	label   minutes.Label
	// row says that it is a row of a table.
	row   bool
	cells []cell
	// about is what its words are of; first says that it stands where that is
	// minuted, and not where it is told again.
	about subject
	first bool
	// under is the item that it stands under, listed as whom the heading above
	// somebody says that they are there.
	under  model.ID
	listed listing
}

// listing is what the headings of an attendance list say of those below them.
type listing struct {
	mark     model.Mark
	capacity model.Capacity
	group    string
}

// cell is the words of a unit, or of a cell of its row.
type cell struct {
	styled
	// parts are those of the words that are the meeting's own, in their order;
	// between them stands what the house style says.
	parts []part
}

// part is words that one fact of the meeting prints as.
type part struct {
	field
	from, to int
}

// text is all of a unit in one line.
func (u unit) text() string { return joinedCells(u.cells, func(c cell) string { return c.text }) }

func joinedCells[T any](cells []T, text func(T) string) string {
	all := make([]string, len(cells))
	for i, c := range cells {
		all[i] = oneLine(text(c))
	}
	return strings.Join(all, "\t")
}

// sort is what something in the minutes is.
type sort int

// What subjects are.
const (
	noSubject sort = iota
	aMeeting
	anItem
	anEntry
	aPerson
)

// subject is something that the minutes speak of.
type subject struct {
	sort sort
	id   model.ID
}

// block is a paragraph, a name of several in one, or a row of a table, as it is
// in the file now.
type block struct {
	// at is its place among the blocks of the document.
	at      int
	anchors []string
	label   string
	style   string
	kind    read.Kind
	level   int
	row     bool
	head    bool
	cells   []styled
	changes []read.Revision
}

func (b block) text() string { return joinedCells(b.cells, func(c styled) string { return c.text }) }

// anchorKey is the name of a place, whatever the format of the file makes of it.
func anchorKey(name string) string {
	name = strings.ToLower(name)
	return strings.ReplaceAll(strings.TrimPrefix(strings.TrimPrefix(name, "m_"), "m-"), "_", "-")
}

// blocksOf are the blocks of a file that have words, and those that tracked
// changes deleted.
func blocksOf(d read.Document) (there, gone []block) {
	for i, b := range d.Blocks {
		switch b.Kind {
		case read.Header, read.Footer, read.PageBreak, read.Rule, read.Matter:
			continue
		case read.Paragraph, read.ListItem, read.Heading, read.TableRow:
		}
		out := block{at: i, label: b.Label, style: b.Style, kind: b.Kind, level: b.Level, row: b.Kind == read.TableRow, head: b.HeaderRow}
		out.take(b)
		if b.Gone {
			gone = append(gone, out)
		} else if out.text() != "" && strings.Trim(out.text(), "\t") != "" {
			there = append(there, out)
		}
	}
	return there, gone
}

// take takes in the words of a block and of its cells.
func (b *block) take(from read.Block) {
	b.note(from)
	if from.Kind != read.TableRow {
		b.cells = append(b.cells, flatten(from.Spans))
		return
	}
	for _, c := range from.Cells {
		var spans []model.Span
		for i, within := range c.Blocks {
			b.note(within)
			if i > 0 {
				spans = append(spans, model.Span{Text: "\n"})
			}
			if within.Label != "" {
				spans = append(spans, model.Span{Text: within.Label + " "})
			}
			spans = append(spans, within.Spans...)
		}
		b.cells = append(b.cells, flatten(spans))
	}
}

func (b *block) note(from read.Block) {
	for _, name := range from.Bookmarks {
		if key := anchorKey(name); !slices.Contains(b.anchors, key) {
			b.anchors = append(b.anchors, key)
		}
	}
	b.changes = append(b.changes, from.Revisions...)
}
