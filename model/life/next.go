package life

import (
	"strings"

	"minutebook/model"
	"minutebook/model/register"
)

// Asked is the meeting that is wanted.
type Asked struct {
	Body model.Body
	Date model.Date
	Kind model.MeetingKind
	// Made is the moment as RFC 3339, NewID makes identities.
	Made  string
	NewID func() model.ID
	// Corrections words the corrections to earlier minutes as the entries that
	// follow the sentence approving them; nil says none of them.
	Corrections func(earlier model.Meeting) []model.Entry
}

// Proposal is a new meeting, and what it was made from.
type Proposal struct {
	// Meeting is planned and nobody's yet.
	Meeting model.Meeting
	// Last is the meeting it follows; nil where the body never met.
	Last *model.Summary
	// Approves are the meetings whose minutes it is to approve or to ratify.
	Approves []model.Summary
	// Completed are the actions reported complete that it is to note, Open those
	// that are still to be done.
	Completed, Open []register.Action
}

// Next is a body's new meeting, made from its last: the roster of that day or,
// where there is none, the people of the last meeting; chair and clerk; the
// standing items; time and place, where the last meeting said them of that day;
// under Minutes the sentences that approve the minutes not approved yet; and
// under Matters arising the open actions by owner. An extraordinary meeting has
// people only: it is called for business of its own. The error is one of the
// book.
func Next(book Book, a Asked) (Proposal, error) {
	meetings, err := book.Meetings()
	if err != nil {
		return Proposal{}, err
	}
	n := next{Asked: a, book: book, meetings: meetings}
	n.Meeting = model.Meeting{ID: a.NewID(), Rev: 1, Made: a.Made, BodyID: a.Body.ID, Body: a.Body.Name, Style: a.Body.Style,
		Date: a.Date, Kind: a.Kind, Quorum: a.Body.Quorum, Numbering: a.Body.Numbered(a.Date, meetings), State: model.Planned}
	if err := n.people(); err != nil {
		return Proposal{}, err
	}
	if a.Kind == model.Extraordinary {
		return n.Proposal, nil
	}
	for _, title := range a.Body.Standing {
		n.Meeting.Items = append(n.Meeting.Items, model.Item{ID: a.NewID(), Title: title})
	}
	if err := n.minutes(); err != nil {
		return Proposal{}, err
	}
	return n.Proposal, n.arising()
}

// next is a meeting being made.
type next struct {
	Asked
	Proposal
	book     Book
	meetings []model.Summary
	// held are the meetings that were read.
	held map[model.ID]model.Meeting
}

// Before is the body's newest meeting on or before that day, or else its newest
// of all; nil where it never met.
func Before(meetings []model.Summary, body model.ID, date model.Date) *model.Summary {
	var last *model.Summary
	for _, m := range meetings {
		if m.BodyID == body && m.State != model.Cancelled && (last == nil || m.Date <= date || last.Date > date) {
			last = &m
		}
	}
	return last
}

// people puts the people on the list, and those of the last meeting who held an
// office into it again.
func (n *next) people() error {
	m := &n.Meeting
	for _, s := range n.Body.SeatsOn(n.Date) {
		m.Attendees = append(m.Attendees, model.Attendee{ID: n.NewID(), Person: s.Person, Name: s.Name, Post: PostOf(s),
			Group: s.Group, Capacity: s.Capacity, Mark: model.Present})
	}
	n.Last = Before(n.meetings, n.Body.ID, n.Date)
	if n.Last == nil {
		return nil
	}
	last, err := n.book.Meeting(n.Last.ID)
	if err != nil {
		return err
	}
	if m.Style == "" {
		m.Style = last.Style
	}
	if len(m.Attendees) == 0 {
		m.Attendees = sameAgain(last.Attendees, n.NewID)
	}
	m.Chair, m.Clerk = inOffice(*m, last, last.Chair), inOffice(*m, last, last.Clerk)
	if last.Next != nil && last.Next.Date == n.Date {
		m.Begin, m.Venue = last.Next.At, last.Next.Venue
	}
	return nil
}

// PostOf is the post of a seat as it is printed, one held for the time being
// with the word for that.
func PostOf(s model.Seat) string {
	if !s.Acting || s.Post == "" || strings.HasPrefix(strings.ToLower(s.Post), "acting ") {
		return s.Post
	}
	return "Acting " + s.Post
}

// sameAgain are the people of an earlier meeting as they come to the next:
// all present, for all of it. Deputies came only for somebody else.
func sameAgain(earlier []model.Attendee, newID func() model.ID) []model.Attendee {
	var list []model.Attendee
	for _, a := range earlier {
		if a.DeputyFor == "" {
			list = append(list, model.Attendee{ID: newID(), Person: a.Person, Name: a.Name, Post: a.Post, Group: a.Group,
				Capacity: a.Capacity, Mark: model.Present})
		}
	}
	return list
}

// inOffice is whoever held an office at the last meeting, as an attendee of m;
// "" where they are not one.
func inOffice(m, last model.Meeting, who model.ID) model.ID {
	was, ok := last.Attendee(who)
	if !ok {
		return ""
	}
	for _, a := range m.Attendees {
		known := a.Person != "" && was.Person != "" // by whoever listed both
		if known && a.Person == was.Person || !known && a.Name == was.Name {
			return a.ID
		}
	}
	return ""
}

// minutes puts the sentences that approve earlier minutes into the item for
// them, which is added where the body has none.
func (n *next) minutes() error {
	var entries []model.Entry
	for _, s := range n.meetings {
		if s.BodyID != n.Body.ID || s.Date >= n.Date || history(s) {
			continue
		}
		sentence, earlier, err := n.approval(s)
		if err != nil {
			return err
		}
		if sentence == nil {
			continue
		}
		n.Approves = append(n.Approves, s)
		entries = append(entries, model.Entry{ID: n.NewID(), Kind: model.Paragraph, Approves: sentence})
		if sentence.SubjectTo {
			for _, c := range n.Corrections(earlier) {
				c.ID = n.NewID()
				entries = append(entries, c)
			}
		}
	}
	if err := n.actions(); err != nil || len(entries) == 0 {
		return err
	}
	if len(n.Completed) > 0 {
		for i := len(entries) - 1; i >= 0; i-- {
			if entries[i].Approves != nil { // with the latest of them
				entries[i].Approves.Completed = true
				break
			}
		}
	}
	it := n.item(minutesItem, false)
	it.Entries = entries
	return nil
}

// history says whether a draft came into the book so long after its meeting that
// it is of the office's past: what became of it then is not known here, and a
// new meeting does not set out to approve it.
func history(s model.Summary) bool {
	return s.State == model.Draft && len(s.Made) >= len("2006-01-02") && model.Date(s.Made[:len("2006-01-02")]) > s.Date.AddDays(longAgo)
}

// longAgo is how many days after its meeting a draft is of the past.
const longAgo = 400

// approval is how the new meeting approves the minutes of an earlier one; nil
// where it need not.
func (n *next) approval(s model.Summary) (*model.Approval, model.Meeting, error) {
	w, err := ToApprove(n.book, s)
	if w == nil || err != nil {
		return nil, model.Meeting{}, err
	}
	w.Approval.SubjectTo = w.Approval.SubjectTo && n.Corrections != nil
	return &w.Approval, w.Meeting, nil
}

// unratifiedPart is the part that waits to be ratified: one of them, or all.
func unratifiedPart(m model.Meeting) model.Part {
	for _, part := range []model.Part{model.OpenPart, model.ClosedPart} {
		if !m.Unratified(part) {
			return map[model.Part]model.Part{model.OpenPart: model.ClosedPart, model.ClosedPart: model.OpenPart}[part]
		}
	}
	return model.Whole
}

// actions takes what became of the body's actions.
func (n *next) actions() error {
	all, err := n.book.Actions()
	if err != nil {
		return err
	}
	n.Completed = Completed(n.meetings, all, n.Body.ID, n.Date)
	n.Open = Outstanding(n.meetings, all, n.Body.ID, n.Date)
	return nil
}
