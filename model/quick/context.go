package quick

import (
	"fmt"

	"minutebook/model"
)

// Context is what a line is read against.
type Context struct {
	Meeting model.Meeting
	// Item is the current item; "" before any.
	Item model.ID
	// After is the entry to insert behind; "" and [model.Last] mean at the end.
	After model.ID
	// Names are further known names that an action may have as owner, beside
	// those of the meeting: roster, people, posts, organisations of the book.
	Names []string
	// Now is the time of a command that says none; "" in a script. Where there
	// is one, a clerk is typing: an unknown person who comes in is then put on
	// the list, marked unsure, rather than refused.
	Now model.Clock
	// Made is the stamp for Entry.Made; "" in a script.
	Made string
	// NewID makes identities; nil gives some that are good for looking only.
	NewID func() model.ID
	// Kind is the one chosen by key: the line is that kind's text, whatever
	// it starts with, unless it is a command or an item. "" reads the prefix.
	Kind model.EntryKind
	// Pasted text has no commands: a line that starts with "/" is text.
	Pasted bool
	// fixed is where the number goes that a line gives its paragraph.
	fixed *string
}

// Reading is what a line would do.
type Reading struct {
	// Command is the command word without its slash; "item" for "# Title";
	// "" for an entry.
	Command string
	// Kind and Entry are the entry that will be made, if any, with its
	// identity and an action's number.
	Kind  model.EntryKind
	Entry *model.Entry
	// Changes are to be done as one. There may be none: going back to an item
	// only moves.
	Changes model.Many
	// Item is the current item afterwards.
	Item model.ID
	// NewItem says that "# Title" makes an item rather than going to one.
	NewItem bool
	// Notes are worth telling before Enter: two dates, two people who fit.
	Notes []string
}

// reader reads one line.
type reader struct {
	c      Context
	out    Reading
	issued int
	// fixed is the number that the line gives its paragraph; "" for none.
	fixed string
}

func newReader(c Context) *reader {
	r := &reader{c: c, out: Reading{Item: c.Item}}
	r.c.fixed = &r.fixed
	return r
}

func (r *reader) newID() model.ID {
	if r.c.NewID != nil {
		return r.c.NewID()
	}
	r.issued++
	return model.ID(fmt.Sprintf("new-%d", r.issued))
}

func (r *reader) do(changes ...model.Change) { r.out.Changes = append(r.out.Changes, changes...) }

func (r *reader) note(words string) { r.out.Notes = append(r.out.Notes, words) }

// item is the item that the line speaks of: the current one, or else the
// opening one, made where there is none.
func (r *reader) item() model.ID {
	if r.out.Item != "" {
		return r.out.Item
	}
	if items := r.c.Meeting.Items; len(items) > 0 && items[0].Opening() {
		r.out.Item = items[0].ID
		return r.out.Item
	}
	id := r.newID()
	r.do(model.AddItem{Item: model.Item{ID: id}})
	r.out.Item = id
	return id
}

// enter makes the entry.
func (r *reader) enter(e model.Entry) {
	item := r.item()
	after := r.c.After
	if after == "" {
		after = model.Last
	}
	e.ID, e.Made = r.newID(), r.c.Made
	if e.Kind == model.Action && e.Number == 0 {
		e.Number = r.c.Meeting.NextAction()
	}
	r.do(model.AddEntry{Item: item, After: after, Entry: e})
	if r.fixed != "" {
		r.do(model.FixNumber{ID: e.ID, Number: r.fixed})
	}
	if e.Restricted == nil && e.Kind != model.Private && r.c.Meeting.Restricting != nil {
		stamp := *r.c.Meeting.Restricting
		e.Restricted = &stamp
	}
	r.noteLost(e)
	r.out.Kind, r.out.Entry = e.Kind, &e
}
