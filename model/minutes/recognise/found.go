// Package recognise turns the blocks of minutes that were written elsewhere
// into a meeting. It guesses, says how sure it is of each guess and where it
// came from, and throws nothing away: what it does not understand stays a
// paragraph.
//
// A document goes through the stages that recognise.go lists. Each has files of
// its own name:
//
//   - line.go and split.go cut blocks into lines by their text alone; mark.go
//     reads the numbers and marks before them, sequence.go and runon.go find
//     where another item or title begins in a line
//   - furniture.go and contents.go drop what pages, forms and lists of contents
//     add
//   - head.go finds title, body, day, times and place
//   - attendance.go finds who was there, from labels, rows, tables and prose;
//     attendance_who.go says for all stages whom a name means
//   - items.go and headings.go find the agenda items, presented.go who spoke to
//     one and what came of it
//   - nearest.go says which house style the file is most like
//   - closing.go finds the end, the next meeting and the signature
//   - entries.go calls the readers of the kinds of entry: actions.go,
//     approvals.go, interests.go, movements.go, decisions.go, votes.go; prose.go
//     says what a plain paragraph may hold all the same
//   - assemble.go makes the meeting
//
// Stages share words.go, sentences.go, grid.go (tables), when.go (days and times),
// forms.go (what nobody filled in), spans.go and signs.go. accept.go and habit.go go
// round the whole: what is left open, and what a body has taught.
package recognise

import (
	"minutebook/model"
)

// What is what a piece of the source is taken for. The set is closed.
type What string

// What pieces may be.
const (
	// Dropped is page furniture and other words that no minutes consist of; they
	// are kept in the record of what was dropped.
	Dropped What = "dropped"
	// Title, Facts (date, time, venue) and Introduced (a label such as
	// "Present", "Actions" or a table's head, whose words the house style has)
	// stand at the head of what they are about.
	Title      What = "title"
	Facts      What = "facts"
	Introduced What = "label"
	// People is one or more attendees.
	People What = "people"
	// Item heads an agenda item, Subheading a part of one.
	Item       What = "item"
	Subheading What = "subheading"
	Paragraph  What = "paragraph"
	Bullet     What = "bullet"
	Action     What = "action"
	// EarlierAction is an action of an earlier meeting with what became of it: it
	// stays words.
	EarlierAction What = "earlier action"
	Decision      What = "decision"
	Motion        What = "motion"
	Vote          What = "vote"
	Interest      What = "interest"
	Movement      What = "movement"
	// Approval is the sentence that approves earlier minutes.
	Approval What = "approval"
	// Next is when the body meets again, Closing when the meeting ended, Signature
	// where the minutes are signed.
	Next      What = "next meeting"
	Closing   What = "closing"
	Signature What = "signature"
)

// Whats are all of them, in the order in which they are offered.
var Whats = []What{Paragraph, Bullet, Item, Subheading, Action, EarlierAction, Decision, Motion, Vote, Interest, Movement,
	Approval, People, Title, Facts, Introduced, Next, Closing, Signature, Dropped}

// Place is where a piece stands in the source.
type Place struct {
	// Block is an index into the blocks of the document, Cell the cell of a row
	// of a table (0 in other blocks), Part which of the pieces that are told
	// apart in it.
	Block, Cell, Part int
}

// Piece is a piece of the source and what it was taken for.
type Piece struct {
	Place
	// Line is the line of a text, or which block of the file it is.
	Line int
	// Source is how it stands in the file.
	Source string
	As     What
	// Confidence is from 0 to 1; 1 where the clerk said so.
	Confidence float64
	// Why names in a few words the sign that it was taken by: "asterisk",
	// "label Action:". It is what a habit is learnt by.
	Why string
	// Label are words of the source that the structure says in another way and
	// that are in the meeting no more: "Action 3:", "Present".
	Label string
	// IDs are the attendees, the item or the entries that it became.
	IDs []model.ID
	// Instead are other things that it might be, likeliest first.
	Instead []What
}

// Found is what was found in a file.
type Found struct {
	// Meeting is all that was taken for structure or words, as a draft. Its
	// identities are made of places in the source, so that they stay when it is
	// read again with corrections.
	Meeting model.Meeting
	// Pieces are the whole source in its order: every word of it is in the
	// meeting, in the label of its piece, or in a piece that was dropped.
	Pieces []Piece
	// Style is the name of the house style that comes nearest to how the source
	// looks, StyleWhy in a few words what says so.
	Style, StyleWhy string
	// Initials are the letters that the minutes have for attendees, as their list
	// gives them: "MW".
	Initials map[model.ID]string
	// Signed is who signed and when, as the source says it; "" for nobody.
	Signed string
}

// Said is what a clerk said that pieces are.
type Said map[Place]What

// Habit is something learnt of the minutes of a body: a sign, as Piece.Why
// names it, and what it means there.
type Habit = model.Habit

// Options are what is known when a file is read.
type Options struct {
	Said   Said
	Habits []Habit
	// Bodies are names of bodies that the book knows, Names those of people.
	Bodies, Names []string
	// Date is taken where the source names no day; "" for none.
	Date model.Date
}
