package life

import (
	"slices"

	"minutebook/model"
)

// Approving says how minutes are approved at a meeting.
type Approving struct {
	Part model.Part
	// SignedBy is who signed them; "" is the chair of that meeting.
	SignedBy string
	// Made is the moment as RFC 3339, NewID makes identities. Corrections words
	// corrections as for [Asked].
	Made        string
	NewID       func() model.ID
	Corrections func(earlier model.Meeting) []model.Entry
}

// ApproveAt works out what it takes to record that the minutes of m were
// approved at a later meeting, beside what that meeting says of it itself: the
// minutes are passed, or what was done by mail or by the chair is ratified; a
// meeting that is not closed gets the sentence that approves them, where it has
// none; once it is closed the minutes are sealed. The error is one of the book,
// or that of the change.
func ApproveAt(book Book, m, later model.Meeting, how Approving) (Settlement, error) {
	meetings, err := book.Meetings()
	if err != nil {
		return Settlement{}, err
	}
	s := settling{book: book, m: later, made: how.Made, meetings: meetings, touched: map[model.ID]*earlier{m.ID: {base: m.Rev, now: m}}, signedBy: how.SignedBy}
	a := model.Approval{Date: m.Date, Meeting: m.ID, Part: how.Part, SubjectTo: len(m.Corrections) > 0, Ratifies: m.Unratified(how.Part)}
	if err := s.approve(a); err != nil {
		return Settlement{}, err
	}
	if Closed(later.State) {
		if err := s.seal(); err != nil {
			return Settlement{}, err
		}
	}
	r := s.result()
	if Closed(later.State) || slices.ContainsFunc(Approvals(later), func(had model.Approval) bool {
		target, ok := Target(meetings, later, had)
		return ok && target.ID == m.ID && had.Part == how.Part
	}) {
		return r, nil
	}
	said := how.withSentence(later, m, a)
	r.Batch.Meetings = append(r.Batch.Meetings, model.Save[model.Meeting]{Base: later.Rev, Value: said})
	return r, nil
}

// withSentence is a meeting with the sentence that approves earlier minutes.
func (how Approving) withSentence(later, earlier model.Meeting, a model.Approval) model.Meeting {
	n := next{Asked: Asked{NewID: how.NewID}, Proposal: Proposal{Meeting: later.Clone()}}
	entries := []model.Entry{{ID: how.NewID(), Kind: model.Paragraph, Made: how.Made, Approves: &a}}
	if a.SubjectTo && how.Corrections != nil {
		for _, c := range how.Corrections(earlier) {
			c.ID, c.Made = how.NewID(), how.Made
			entries = append(entries, c)
		}
	}
	it := n.item(minutesItem, true)
	it.Entries = append(it.Entries, entries...)
	n.Meeting.Rev++
	return n.Meeting
}
