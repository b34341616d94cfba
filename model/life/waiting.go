package life

import (
	"cmp"
	"slices"

	"minutebook/model"
)

// Awaiting are earlier minutes that wait for a meeting to approve or ratify
// them.
type Awaiting struct {
	// Approval is the fact that the sentence carries.
	Approval model.Approval
	// Meeting are the minutes, with what is to be corrected in them.
	Meeting model.Meeting
}

// ToApprove is how a later meeting approves the minutes of s, or ratifies how
// they were approved; nil where it need not. The error is one of the book.
func ToApprove(book interface {
	Meeting(id model.ID) (model.Meeting, error)
}, s model.Summary) (*Awaiting, error) {
	if !Closed(s.State) || s.Sealed || s.State == model.Approved && !s.ToRatify {
		return nil, nil
	}
	m, err := book.Meeting(s.ID)
	if err != nil {
		return nil, err
	}
	a := model.Approval{Date: s.Date, Meeting: s.ID, SubjectTo: len(m.Corrections) > 0}
	switch {
	case m.Unratified(model.Whole):
		a.Ratifies = true
		a.Part = unratifiedPart(m)
	case m.PassedFor(model.OpenPart):
		a.Part = model.ClosedPart
	case m.PassedFor(model.ClosedPart):
		a.Part = model.OpenPart
	}
	return &Awaiting{a, m}, nil
}

// Waits are the minutes of m's body that m could approve, the newest first:
// those of earlier meetings that are circulated, wait to be ratified or to have
// their other part approved, or are still a draft. What m approves already is
// not among them. The error is one of the book.
func Waits(book Book, m model.Meeting) ([]Awaiting, error) {
	meetings, err := book.Meetings()
	if err != nil {
		return nil, err
	}
	n := next{Asked: Asked{Date: m.Date, Corrections: func(model.Meeting) []model.Entry { return nil }}, book: book}
	var list []Awaiting
	for _, s := range meetings {
		if s.BodyID != m.BodyID || s.ID == m.ID || s.Date > m.Date {
			continue
		}
		a, earlier, err := n.approval(s)
		if err != nil {
			return nil, err
		}
		if a == nil {
			continue
		}
		said := map[model.Part]bool{}
		for _, had := range Approvals(m) {
			if target, ok := Target(meetings, m, had); ok && target.ID == s.ID {
				said[had.Part] = true
			}
		}
		if part, left := unsaidPart(a.Part, said); left {
			a.Part = part
			list = append(list, Awaiting{*a, earlier})
		}
	}
	slices.SortStableFunc(list, func(a, b Awaiting) int { return cmp.Compare(b.Meeting.Date, a.Meeting.Date) })
	return list, nil
}

// unsaidPart is what is left to approve of a part where some is said already; it
// says false where nothing is.
func unsaidPart(waits model.Part, said map[model.Part]bool) (model.Part, bool) {
	switch {
	case said[model.Whole] || said[waits] || said[model.OpenPart] && said[model.ClosedPart]:
		return waits, false
	case waits == model.Whole && said[model.OpenPart]:
		return model.ClosedPart, true
	case waits == model.Whole && said[model.ClosedPart]:
		return model.OpenPart, true
	}
	return waits, true
}
