package minutes

import "minutebook/model"

// Document is the minutes of one meeting as they will be printed.
type Document struct {
	// Title is the whole title in one line, for properties and window titles.
	Title string
	// Body is the name of the body, Occasion says which of its meetings.
	Body, Occasion string
	Date           model.Date
	// Language is a BCP 47 tag.
	Language string
	// Mark stands on every page until the minutes are approved: "DRAFT"; "" in
	// approved ones. It is no part of the words.
	Mark string
	// Skip words the link past the head of a page on the web.
	Skip string
	// Header and Footer stand on every printed page.
	Header, Footer Running
	// Logo stands above the title; nil for none.
	Logo *Picture
	// LinesNumbered numbers the lines in the margin, for a draft to be talked
	// about.
	LinesNumbered bool
	Origin        Origin
	// Numbering is how items and their paragraphs are numbered, with %1 for the
	// number of the item and %2 for that of the paragraph; "" for not at all.
	Numbering [2]string
	Look      Look
	Blocks    []Block
}

// Running is the line at the head or the foot of every printed page.
type Running struct{ Left, Right []Piece }

// Piece is a piece of such a line: words, or a field that every page fills.
type Piece struct {
	Text  string
	Field Field
}

// Field is what a page knows of itself.
type Field int

// The fields.
const (
	// NoField is words.
	NoField Field = iota
	// PageNumber is the number of the page, PageCount how many there are.
	PageNumber
	PageCount
)

// Origin says what a document was made of, so that a copy that comes back is
// known again. It is no part of the words.
type Origin struct {
	Meeting model.ID
	// Version is the revision of the meeting; 0 where it is in no book.
	Version int
}

// Picture is a picture with what it shows in words.
type Picture struct {
	// Data is the file, a PNG or a JPEG; Type is its media type.
	Data []byte
	Type string
	// About says what it shows to those who cannot see it.
	About string
	// Width and Height are in millimetres on paper.
	Width, Height float64
}

// Block is one piece of a document. The set is closed; a writer is a type
// switch over all of it.
type Block interface{ block() }

// Label is a printed number.
type Label struct {
	// Printed is the number as it stands in the document: "3.", "3.2.",
	// "128/17"; "" where there is none.
	Printed string
	// Path is the number in figures, [3] or [3 2], where it follows the order;
	// nil where it was given.
	Path []int
}

// Title stands at the head: its first line is the name of the document, the
// others stand below it.
type Title struct{ Lines []string }

// Fact is a label and what stands behind it: "Venue", "Room 4".
type Fact struct {
	Label string
	Text  []model.Span
}

// Facts are a few facts below one another.
type Facts struct{ Rows []Fact }

// Link leads to the block with the anchor Target.
type Link struct{ Text, Target string }

// Contents lists the headings of the document. Pages adds the number of the
// page behind each where there are pages.
type Contents struct {
	Heading, Anchor string
	Links           []Link
	Pages           bool
}

// Heading heads a part. Levels run from 2 (below the title) to 4.
type Heading struct {
	Level  int
	Label  Label
	Text   []model.Span
	Anchor string
}

// Name is somebody in the attendance list, with what stands behind the name.
type Name struct {
	Text   []model.Span
	Anchor string
}

// People are names below one another, or, Running, one behind another in a
// paragraph, with ", " between them and a full stop at the end.
type People struct {
	Names   []Name
	Running bool
}

// Line is running people in one paragraph.
func (p People) Line() []model.Span {
	var out []model.Span
	for i, n := range p.Names {
		if i > 0 {
			out = append(out, model.Span{Text: ", "})
		}
		out = append(out, n.Text...)
	}
	if len(out) > 0 && !endsSentence(out[len(out)-1].Text) {
		out = append(out, model.Span{Text: "."})
	}
	return out
}

// Role is what a paragraph is there for.
type Role int

// The roles of a paragraph.
const (
	// Plain is an ordinary paragraph.
	Plain Role = iota
	// Aside is a paragraph that the house style worded from recorded facts.
	Aside
	// Outcome says what came of an item.
	Outcome
)

// Paragraph is a paragraph, numbered where the style numbers paragraphs.
type Paragraph struct {
	Label  Label
	Text   []model.Span
	Anchor string
	Role   Role
}

// Point is a bullet.
type Point struct {
	// Level is 0 for the first, 1 for the second.
	Level  int
	Text   []model.Span
	Anchor string
	// Under are the actions, or the stubs of them, that stand between this
	// bullet and the next of its list.
	Under []Block
}

// List is a bulleted list.
type List struct{ Points []Point }

// Action is an action. Name is its literal label, "Action 3:". Margin is what
// stands at its right, after its text to a reader who hears it: its owner and
// when it is due; nil where the style sets nothing there. Row is the anchor of its row in the table of actions where the text
// stands only there; Text is empty then.
type Action struct {
	Name   string
	Text   []model.Span
	Margin []model.Span
	Anchor string
	Row    string
}

// Resolution is a decision, or a motion on which one may be taken. Name is its
// literal label; Detail says who moved it and what came of it.
type Resolution struct {
	Motion bool
	Label  Label
	Name   string
	Text   []model.Span
	Detail []model.Span
	Anchor string
}

// Vote is the vote on the motion or decision above it, with the names of those
// who voted where they were recorded.
type Vote struct {
	Name   string
	Text   []model.Span
	Names  []Fact
	Anchor string
}

// Stub stands where the public version leaves something out. It keeps the
// place and the number. Name is the literal label of an action left out.
type Stub struct {
	Label  Label
	Name   string
	Text   []model.Span
	Anchor string
}

// Table is a table with one row of headings.
type Table struct {
	// Caption names it; Summary describes it to those who cannot see it.
	Caption, Summary string
	Head             []string
	// Shares are the widths of the columns as parts of a hundred.
	Shares []int
	Rows   []Row
}

// Row is a row of a table. Anchor is "" where nothing leads there.
type Row struct {
	Cells  [][]model.Span
	Anchor string
}

// Signature is the lines to be filled in by hand: "Signed (Chair)", "Date".
// Text stands above them. Apart puts them on a page of their own.
type Signature struct {
	Text  []model.Span
	Lines []string
	Apart bool
}

// BackLink leads back to the contents.
type BackLink struct{ Link Link }

func (Title) block()      {}
func (Facts) block()      {}
func (Contents) block()   {}
func (Heading) block()    {}
func (People) block()     {}
func (Paragraph) block()  {}
func (List) block()       {}
func (Action) block()     {}
func (Resolution) block() {}
func (Vote) block()       {}
func (Stub) block()       {}
func (Table) block()      {}
func (Signature) block()  {}
func (BackLink) block()   {}

// Unknown is the error of a writer that meets a block it does not know.
type Unknown struct{ Block Block }

func (e *Unknown) Error() string { return "there is no way to write a block of this kind" }
