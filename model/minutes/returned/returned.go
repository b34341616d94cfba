// Package returned reads minutes that left the book as a file, were edited
// elsewhere and came back. What was edited becomes proposals beside the meeting:
// nothing is applied unasked, and the file never takes the place of the meeting.
package returned

import (
	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/minutes/read"
)

// Kind is what a proposal would do. The set is closed.
type Kind string

// The kinds of proposal.
const (
	// Reword gives an entry, an item, somebody on the attendance list or a fact
	// of the meeting other words.
	Reword Kind = "reword"
	Insert Kind = "insert"
	Delete Kind = "delete"
	// Move gives something another place.
	Move Kind = "move"
	// Note is a remark in the margin of the file, to be kept as a private note.
	Note Kind = "comment"
)

// Proposal is one thing that was edited in the file.
type Proposal struct {
	Kind Kind
	// Where is the place in the minutes in words, by the numbers in the file:
	// "Item 3, Finance: paragraph 3.2".
	Where string
	// Item and Entry, or Attendee, are what it is about; all are empty for a
	// fact of the meeting. Those of something that is new are its identities to
	// be.
	Item, Entry, Attendee model.ID
	// Facts names what of it differs, in words: "text", "due", "post".
	Facts []string
	// Before is what the file said when it left, After what it says now, Now what
	// the book says where that is neither, each in the small Markdown.
	Before, After, Now string
	// Conflict says that the book changed there meanwhile: Now is its wording, ""
	// where it is gone.
	Conflict bool
	// By and When (RFC 3339) are of the tracked change or the comment; "" where it
	// was not tracked.
	By, When string
	// Remark is worth knowing before it is accepted.
	Remark string
	// Hand says why it cannot be taken over as it is, and what to do instead; ""
	// where it can.
	Hand string

	place place
	sets  []set
	// whole says that all that the file says of what it is about is as it says,
	// fixed what an entry becomes.
	whole bool
	fixed *fixed
	entry *model.Entry
	item  *model.Item
	who   *model.Attendee
}

// Tracked says whether the file tells who made the change.
func (p Proposal) Tracked() bool { return p.By != "" || p.When != "" }

// Input is a file that came back, and the meeting that it is of.
type Input struct {
	Document read.Document
	// Base is the meeting as it was when the file was made, Now as it stands.
	Base, Now model.Meeting
	// Styles are house styles that the file may be in, the likeliest first.
	Styles []minutes.Style
	// Later are the corrections that later meetings made to the minutes.
	Later []minutes.Later
	// NewID makes identities for what is new.
	NewID func() model.ID
}

// Returned is what was found in a file.
type Returned struct {
	// Style and Audience are those that the file was made in.
	Style    string
	Audience minutes.Audience
	// Extract says that the file is an extract: what it does not have is not
	// missed.
	Extract bool
	// Proposals are in the order of the file; what was deleted stands where it
	// was.
	Proposals []Proposal
	// Already counts what was edited and reads so in the book by now.
	Already int
	// Left says in plain words what differs in the file and is no matter of the
	// meeting's words: a printed number, the wording of the house style.
	Left []string
}

// NoMinutes is the error of a file that has the agenda of the meeting and not its
// minutes.
type NoMinutes struct{ Name string }

func (e *NoMinutes) Error() string {
	return e.Name + " is the agenda of the meeting: what is edited in minutes is read back"
}

// Read finds what was edited in a file. The error is a *[NoMinutes], or that of
// composing the meeting.
func Read(in Input) (Returned, error) {
	r, err := newReader(in)
	if err != nil {
		return Returned{}, err
	}
	r.match()
	if !r.found.Extract {
		r.missing()
	}
	r.order()
	shape := r.shape()
	r.decided()
	r.differences()
	r.behind(shape)
	r.unsaid()
	r.comments()
	return r.result(), nil
}
