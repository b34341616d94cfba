package calendar

import (
	"minutebook/model"
	"minutebook/model/minutes/actionlog"
	"minutebook/model/register"
)

// Book is what a calendar is gathered from.
type Book interface {
	Meeting(id model.ID) (model.Meeting, error)
	Ledger(meeting model.ID) ([]model.Event, error)
	Register(f register.Filter) ([]register.Action, error)
}

// Gather reads what is wanted for a calendar: of meetings, in the order of their
// dates, those to come and the last of each body, and those that agreed the
// dated actions that wanted wants. The error is one of the book.
func Gather(book Book, meetings []model.Summary, wanted register.Filter) (Input, error) {
	var in Input
	last := map[model.ID]model.ID{}
	for _, m := range meetings {
		if m.State != model.Cancelled {
			last[m.BodyID] = m.ID
		}
	}
	for _, m := range meetings {
		if m.Date < wanted.Today && last[m.BodyID] != m.ID {
			continue
		}
		whole, err := book.Meeting(m.ID)
		if err != nil {
			return in, err
		}
		in.Meetings = append(in.Meetings, whole)
	}
	actions, err := book.Register(wanted)
	if err != nil {
		return in, err
	}
	read := map[model.ID]bool{}
	for _, a := range actions {
		if read[a.Meeting] || !a.Due.Date.Valid() {
			continue
		}
		read[a.Meeting] = true
		m, err := book.Meeting(a.Meeting)
		if err != nil {
			return in, err
		}
		events, err := book.Ledger(a.Meeting)
		if err != nil {
			return in, err
		}
		in.Log.Sources = append(in.Log.Sources, actionlog.Source{Meeting: m, Events: events})
	}
	return in, nil
}
