// Package brief makes the chair's brief: on one page, what the next meeting of a
// body has to deal with of what earlier ones left.
package brief

import (
	"cmp"
	"slices"

	"minutebook/model"
	"minutebook/model/life"
	"minutebook/model/minutes/actionlog"
	"minutebook/model/register"
)

// Book is what a brief is gathered from.
type Book interface {
	Meetings() ([]model.Summary, error)
	Meeting(id model.ID) (model.Meeting, error)
	Ledger(meeting model.ID) ([]model.Event, error)
	Register(f register.Filter) ([]register.Action, error)
}

// Input is what a brief is made of.
type Input struct {
	// Log has the meetings whose actions may be in it, the style, the audience
	// and the day it is made on.
	Log actionlog.Input
	// Body is whose meeting it is for, Name its name.
	Body model.ID
	Name string
	// When and where the meeting is, as far as known, what kind of meeting it
	// is, and who is in the chair.
	When  model.Next
	Kind  model.MeetingKind
	Chair string
	// Last is the meeting before; without ID there was none.
	Last model.Summary
	// Approve are the minutes to be approved or ratified.
	Approve []life.Awaiting
	// Meetings and Actions are all of the body's, the actions without their
	// words: they are only counted.
	Meetings []model.Summary
	Actions  []register.Action
}

// Gather finds what the brief for a meeting is made of: the one of that ID or,
// where it is "", the body's next. What is left to choose, in Log, are the
// style and the audience. The error is one of the book.
func Gather(book Book, body model.Body, meeting model.ID, today model.Date) (Input, error) {
	in := Input{Body: body.ID, Name: body.Name}
	in.Log.Today, in.Log.About = today, body.Name
	meetings, err := book.Meetings()
	if err != nil {
		return in, err
	}
	meetings = slices.DeleteFunc(slices.Clone(meetings), func(m model.Summary) bool { return m.State == model.Cancelled })
	own := slices.DeleteFunc(slices.Clone(meetings), func(m model.Summary) bool { return m.BodyID != body.ID })
	slices.SortStableFunc(own, func(a, b model.Summary) int { return cmp.Compare(a.Date, b.Date) })
	if err := in.meeting(book, own, meeting); err != nil {
		return in, err
	}
	for _, m := range own {
		if m.ID == meeting || !before(m, in.When.Date) {
			continue
		}
		waits, err := life.ToApprove(book, m)
		if err != nil {
			return in, err
		}
		if waits != nil {
			in.Approve = append(in.Approve, *waits)
		}
	}
	return in, in.sources(book, own)
}

// before says whether a meeting is before a day, or the day is not known.
func before(m model.Summary, day model.Date) bool { return day == "" || m.Date < day }

// meeting finds the meeting that the brief is for, and the one before.
func (in *Input) meeting(book Book, own []model.Summary, id model.ID) error {
	next := slices.IndexFunc(own, func(m model.Summary) bool {
		return m.ID == id || id == "" && m.State == model.Planned && m.Date >= in.Log.Today
	})
	if next < 0 {
		next = len(own)
	} else {
		m, err := book.Meeting(own[next].ID)
		if err != nil {
			return err
		}
		in.When, in.Kind, in.Name = model.Next{Date: m.Date, At: m.Begin, Venue: m.Venue}, m.Kind, cmp.Or(m.Body, in.Name)
		if a, ok := m.Attendee(m.Chair); ok {
			in.Chair = a.Name
		}
	}
	for i := range own[:next] {
		if own[i].State != model.Planned {
			in.Last = own[i]
		}
	}
	if in.When.Date != "" || in.Last.ID == "" {
		return nil
	}
	m, err := book.Meeting(in.Last.ID)
	if err == nil && m.Next != nil && m.Next.Date >= in.Log.Today {
		in.When = *m.Next
	}
	return err
}

// sources reads the meetings whose actions the next one has to deal with, and
// counts.
func (in *Input) sources(book Book, own []model.Summary) error {
	actions, err := book.Register(register.Filter{BodyID: in.Body, Today: in.Log.Today})
	if err != nil {
		return err
	}
	in.Meetings, in.Actions = own, actions
	offer := register.Since(actions, in.Last)
	others, err := book.Register(register.Filter{Open: true, Forum: in.Name, Today: in.Log.Today})
	if err != nil {
		return err
	}
	wanted := slices.Concat(offer.Completed, offer.Open, others)
	slices.SortFunc(wanted, register.ByMeeting)
	for i, a := range wanted {
		if i > 0 && a.Meeting == wanted[i-1].Meeting {
			continue
		}
		m, err := book.Meeting(a.Meeting)
		if err != nil {
			return err
		}
		events, err := book.Ledger(a.Meeting)
		if err != nil {
			return err
		}
		in.Log.Sources = append(in.Log.Sources, actionlog.Source{Meeting: m, Events: events})
	}
	return nil
}
