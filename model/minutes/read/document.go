// Package read takes in minutes that were written elsewhere, in any format it
// knows, as one list of blocks with hints of how they looked. What the blocks
// mean is for package recognise.
package read

import (
	"strings"

	"minutebook/model"
	"minutebook/model/minutes"
)

// Format is what sort of file the blocks came from.
type Format string

// The formats.
const (
	Word      Format = "docx"
	HTML      Format = "html"
	Markdown  Format = "markdown"
	PlainText Format = "text"
	ODT       Format = "odt"
	RTF       Format = "rtf"
	PDF       Format = "pdf"
)

// Document is a file of minutes as blocks, in the order of its text.
type Document struct {
	// Name is that of the file, without its folder.
	Name   string
	Format Format
	// Title, Author and Language (a BCP 47 tag) are what the file says of
	// itself; "" where it says nothing.
	Title, Author, Language string
	Blocks                  []Block
	// Origin is the meeting and the version that this program made the file of;
	// empty for any other file.
	Origin minutes.Origin
	// Comments are the remarks in the margin, in the order of their places.
	Comments []Comment
	// Look is how it is laid out, as far as that tells a house style.
	Look Look
	// Warnings say in plain words what of the file could not be taken in, such
	// as pictures.
	Warnings []string
}

// Look is what of a file's layout tells a house style.
type Look struct {
	// Font is the typeface of the text; "" where it is not known.
	Font string
	// Letter says that the paper is US Letter rather than A4.
	Letter bool
}

// Kind is what a block is in the file, which need not be what it means.
type Kind string

// The kinds of block.
const (
	// Paragraph is words; ListItem is one of a list; Heading has a style or a
	// mark that says so.
	Paragraph Kind = "paragraph"
	ListItem  Kind = "list item"
	Heading   Kind = "heading"
	// TableRow is a row of a table, in Cells.
	TableRow Kind = "table row"
	// Rule is a line across the page, PageBreak the end of a page.
	Rule      Kind = "rule"
	PageBreak Kind = "page break"
	// Header and Footer stand on every page; each is given once, before and
	// after the text.
	Header Kind = "header"
	Footer Kind = "footer"
	// Matter is data about the file that stands in its text: front matter, an
	// HTML comment.
	Matter Kind = "matter"
)

// Block is one paragraph, heading, list item or row of a table.
type Block struct {
	Kind Kind
	// Level of a heading is 1 to 6, of a list item 0 for the outermost.
	Level int
	// Label is the number or the mark as printed ("1.", "3.2", "(a)", "•")
	// where the file keeps it apart from the words; it is not in Spans.
	Label string
	// Style is the name of the file's style, "Heading 1"; "" where it has none.
	Style string
	// Spans are the words, as all tracked changes left them.
	Spans []model.Span
	// Table counts the tables of the file from 1, for a TableRow; HeaderRow says
	// that the row heads it.
	Table     int
	HeaderRow bool
	Cells     []Cell
	// Line is the line of a text where the block begins, else which block of
	// the file it is, from 1: what a message calls its place.
	Line int
	// Indent is how far from the margin it begins, in characters.
	Indent int
	// Gap says that an empty line stands above it.
	Gap bool
	// Bookmarks are the names of the places within it.
	Bookmarks []string
	// Revisions are the tracked changes within it, in order.
	Revisions []Revision
	// Gone says that all of it was deleted by tracked changes; its Spans are
	// empty then.
	Gone bool
}

// Cell is a cell of a table, with the paragraphs in it.
type Cell struct {
	Blocks []Block
	// Columns is how many columns it spans, at least 1.
	Columns int
}

// RevisionKind is what a tracked change did.
type RevisionKind string

// The kinds of tracked change.
const (
	Inserted  RevisionKind = "inserted"
	Deleted   RevisionKind = "deleted"
	MovedTo   RevisionKind = "moved here"
	MovedFrom RevisionKind = "moved away"
)

// Revision is a tracked change: the words concerned, by whom and when.
type Revision struct {
	Kind RevisionKind
	Text string
	By   string
	// When is RFC 3339, as the file has it; "" where it does not say.
	When string
}

// Comment is a remark on a place in the file.
type Comment struct {
	// Block is the index of the block that it begins in.
	Block int
	// On are the words it was put on; "" where it stands at a point.
	On   string
	Text string
	By   string
	When string
}

// Text is the block's words without their look; of a row, its cells with tabs
// between them.
func (b Block) Text() string {
	if b.Kind != TableRow {
		return model.Words(b.Spans)
	}
	cells := make([]string, len(b.Cells))
	for i, c := range b.Cells {
		cells[i] = c.Text()
	}
	return strings.Join(cells, "\t")
}

// Text is the words of a cell, with a line for each paragraph.
func (c Cell) Text() string {
	lines := make([]string, len(c.Blocks))
	for i, b := range c.Blocks {
		lines[i] = strings.TrimSpace(b.Label + " " + b.Text())
	}
	return strings.Join(lines, "\n")
}
