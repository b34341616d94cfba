package returned

import (
	"fmt"

	"minutebook/model"
	"minutebook/model/corrections"
	"minutebook/model/minutes"
	"minutebook/model/minutes/read"
)

// Book is what is asked of the minute book.
type Book interface {
	Meeting(id model.ID) (model.Meeting, error)
	// Revision is a meeting as it was at an earlier revision.
	Revision(meeting model.ID, rev int) (model.Meeting, error)
	Revisions(meeting model.ID) ([]model.Revision, error)
	// File is a file as it left the office, by its SHA-256.
	File(sha256 string) (model.File, error)
}

// Basis is what the file is compared with.
type Basis string

// The bases, the best first.
const (
	// Same is the meeting as it stands, which is the version that the file was
	// made of; Revision is that version, which the book still has; Sent is the
	// file that was circulated; Today is the meeting as it stands though the file
	// was made of an earlier version.
	Same     Basis = "same"
	Revision Basis = "revision"
	Sent     Basis = "circulated file"
	Today    Basis = "today"
)

// Source is the meeting that a file is of.
type Source struct {
	// Now is the meeting as it stands, Base as it was when the file was made, as
	// far as the book can tell.
	Now, Base model.Meeting
	Basis     Basis
	// Version is the revision that the file was made of; 0 where it does not say.
	Version int
}

// NotOurs is the error of a file that this program did not make, or that no
// longer says so.
type NotOurs struct{ Name string }

func (e *NotOurs) Error() string {
	return fmt.Sprintf("%s does not say which meeting it is of: it was not made by this program, or what it says of itself was taken out of it; nothing was changed: import it as old minutes, or make its edits in the minutes by hand", e.Name)
}

// OtherBook is the error of a file that is of a meeting of another book.
type OtherBook struct {
	Name string
	Err  error
}

func (e *OtherBook) Error() string {
	return fmt.Sprintf("%s is of a meeting that is not in this book; nothing was changed: read it back in the book that it was exported from, or merge that book into this one first", e.Name)
}

func (e *OtherBook) Unwrap() error { return e.Err }

// Of finds the meeting that a file is of, and what to compare it with. The error
// is a *[NotOurs], an *[OtherBook], or the book's.
func Of(book Book, d read.Document, styles []minutes.Style) (Source, error) {
	if d.Origin.Meeting == "" {
		return Source{}, &NotOurs{d.Name}
	}
	now, err := book.Meeting(d.Origin.Meeting)
	if err != nil {
		return Source{}, &OtherBook{d.Name, err}
	}
	s := Source{Now: now, Base: now, Basis: Same, Version: d.Origin.Version}
	if s.Version == now.Rev {
		return s, nil
	}
	if s.Version > 0 {
		if base, err := book.Revision(now.ID, s.Version); err == nil {
			s.Base, s.Basis = base, Revision
			return s, nil
		}
	}
	s.Basis = Today
	if base, ok := sent(book, s, styles); ok {
		s.Base, s.Basis = base, Sent
	}
	return s, nil
}

// sent is the meeting as the file has it that was circulated at that version.
func sent(book Book, s Source, styles []minutes.Style) (model.Meeting, bool) {
	for _, c := range s.Now.Circulated {
		if c.Rev != s.Version || c.SHA256 == "" || c.Agenda {
			continue
		}
		f, err := book.File(c.SHA256)
		if err != nil {
			continue
		}
		d, err := read.File(c.Name, f.Data)
		if err != nil {
			continue
		}
		near := nearest(book, s)
		n := 0
		found, err := Read(Input{Document: d, Base: near, Now: near, Styles: styles, NewID: func() model.ID {
			n++
			return model.ID(fmt.Sprintf("sent-%d", n))
		}})
		if err != nil {
			continue
		}
		return all(near, found.Proposals), true
	}
	return model.Meeting{}, false
}

// nearest is the first version that the book still has after the one meant.
func nearest(book Book, s Source) model.Meeting {
	list, err := book.Revisions(s.Now.ID)
	if err != nil {
		return s.Now
	}
	for _, r := range list {
		if r.Rev >= s.Version {
			if m, err := book.Revision(s.Now.ID, r.Rev); err == nil {
				return m
			}
		}
	}
	return s.Now
}

// all is the meeting with all proposals made in it that it takes, whatever its
// state.
func all(m model.Meeting, list []Proposal) model.Meeting {
	state, seal := m.State, m.Seal
	m.State, m.Seal = model.Draft, nil
	for _, i := range Ordered(list) {
		if c, err := list[i].Change(m); err == nil {
			if next, _, err := m.With(c); err == nil {
				m = next
			}
		}
	}
	m.State, m.Seal = state, seal
	return m
}

// Accept is the change that accepting a proposal makes of the meeting as it is
// recorded: to minutes that have left the office, the corrections that come to
// the same, each made by mint. The error is an *[Unfit], a *[model.Sealed] or
// says why the change cannot be made.
func Accept(m model.Meeting, p Proposal, mint func() model.Correction) (model.Change, error) {
	if m.Seal != nil {
		return nil, &model.Sealed{Meeting: m.ID}
	}
	now := m
	if len(m.Corrections) > 0 {
		now = m.Corrected()
	}
	c, err := p.Change(now)
	if err != nil || !corrections.Takes(m) {
		return c, err
	}
	all, err := corrections.Of(m, c, mint)
	return all, err
}
