// Package merge brings a book that was worked on elsewhere into this one,
// meeting by meeting. Things are the same where their identity is. What is only
// in the other book comes over; where one of two versions was made from the
// other, the later one counts; where both were changed, this book's stays until
// somebody says otherwise. Minutes that are sealed never change.
package merge

import (
	"minutebook/model"
)

// Book is what is read of each of the two books.
type Book interface {
	Bodies() ([]model.Body, error)
	People() ([]model.Person, error)
	Styles() ([]model.HouseStyle, error)
	Meetings() ([]model.Summary, error)
	Meeting(id model.ID) (model.Meeting, error)
	Ledger(meeting model.ID) ([]model.Event, error)
	Seals(body model.ID) ([]model.Seal, error)
	File(sha256 string) (model.File, error)
	// Records gives visit the records of one kind whose keys begin with these
	// parts, in the order of their keys.
	Records(in string, under []string, visit func(model.Record) error) error
}

// Choice is whose version is to be kept where both were changed.
type Choice string

// The choices. Unsaid leaves this book's, and says that there is a conflict.
const (
	Unsaid Choice = ""
	Ours   Choice = "ours"
	Theirs Choice = "theirs"
)

// Take says whose version is kept of what was changed in both books.
type Take struct {
	// All goes for everything that Of says nothing of.
	All Choice
	Of  map[model.ID]Choice
	// Back is a body that was handed over and is taken back: only what is of it
	// is looked at, and nothing of it can have changed here.
	Back model.ID
}

func (t Take) of(id model.ID) Choice {
	if c, said := t.Of[id]; said {
		return c
	}
	return t.All
}

// What is what becomes of something of the other book.
type What string

// What becomes of things.
const (
	// New is only in the other book, and comes over.
	New What = "new"
	// Newer was made from this book's, and takes its place.
	Newer What = "newer"
	// Older is what this book's was made from: nothing comes over.
	Older What = "older"
	// Conflict was changed in both books: this book's stays.
	Conflict What = "conflict"
	// Taken was changed in both books, and the other's takes its place; Left
	// was, and this book's stays because somebody said so.
	Taken What = "taken"
	Left  What = "left"
	// Events are only new in what happened to the actions of a meeting.
	Events What = "events"
	// Kept cannot come over; Why says why.
	Kept What = "kept"
)

// Comes says whether something comes over.
func (w What) Comes() bool { return w == New || w == Newer || w == Taken || w == Events }

// Kind is what something is.
type Kind string

// The kinds, in the order in which they come over.
const (
	OfBody    Kind = "body"
	OfPerson  Kind = "person"
	OfStyle   Kind = "house style"
	OfMeeting Kind = "meeting"
)

// Part is one thing of the other book that is not as it is in this one.
type Part struct {
	Kind Kind
	ID   model.ID
	// Name is what it is called, "Harbour Trust, 4 May 2026"; Body whose meeting
	// it is, and Date when.
	Name string
	Body model.ID
	Date model.Date
	What What
	// Why says why it does not come over, where that is to be said.
	Why string
	// Differs says in a few words each how the two versions differ.
	Differs []string
	// Events is how many things that happened to actions come over.
	Events int
	// Like is somebody of this book whose name is the same.
	Like string

	base int // revision that this book has
}

// Plan is what would come over.
type Plan struct {
	Parts []Part
	// Same is how many things are as they are here.
	Same int

	ours, theirs Book
	take         Take
	seals        []model.Seal // that come over, those of each body in their order
}

// Conflicts are those parts about which somebody has to say whose is kept.
func (p Plan) Conflicts() []Part {
	var open []Part
	for _, part := range p.Parts {
		if part.What == Conflict {
			open = append(open, part)
		}
	}
	return open
}

// Nothing says whether nothing comes over.
func (p Plan) Nothing() bool {
	for _, part := range p.Parts {
		if part.What.Comes() || part.Events > 0 {
			return false
		}
	}
	return len(p.seals) == 0 && p.take.Back == ""
}

// Compare says what comes over from theirs into ours. Neither is changed.
func Compare(ours, theirs Book, take Take) (Plan, error) {
	c := comparer{Plan: Plan{ours: ours, theirs: theirs, take: take}}
	for _, step := range []func() error{c.bodies, c.people, c.styles, c.meetings} {
		if err := step(); err != nil {
			return Plan{}, err
		}
	}
	return c.Plan, nil
}
