package ui

import (
	"slices"

	"minutebook/model"
	"minutebook/model/register"
)

// keepNoted writes to the ledger what a change of the minutes says of earlier
// actions: noted where the meeting now notes one as done, and as it was before
// where it no longer does.
func (s *meetingScreen) keepNoted(before, after model.Meeting) {
	if !notes(before) && !notes(after) {
		return
	}
	events, err := s.notedEvents(before, after)
	if err == nil && len(events) > 0 {
		err = s.w.book.Commit(model.Batch{Events: events})
	}
	if err != nil {
		s.w.failed("note what became of the earlier action (the minutes are kept)", err)
	}
}

// notes says whether the meeting notes any earlier action as done.
func notes(m model.Meeting) bool {
	return slices.ContainsFunc(m.Items, func(it model.Item) bool {
		return slices.ContainsFunc(it.Entries, func(e model.Entry) bool { return e.Done != nil })
	})
}

// earlier finds actions of the body's earlier meetings.
func (s *meetingScreen) earlier(m model.Meeting) (register.Earlier, error) {
	meetings, err := s.w.book.Meetings()
	if err != nil {
		return register.Earlier{}, err
	}
	actions, err := s.w.book.Register(register.Filter{BodyID: m.BodyID})
	return register.Earlier{Body: m.BodyID, Date: m.Date, Meetings: meetings, Actions: actions}, err
}

// known says whether the earlier action that a line names is there.
func (s *meetingScreen) known(action string) error {
	earlier, err := s.earlier(s.work.meeting())
	if err != nil {
		return err
	}
	_, err = earlier.Find(action)
	return err
}

func (s *meetingScreen) notedEvents(before, after model.Meeting) ([]model.Event, error) {
	earlier, err := s.earlier(after)
	if err != nil {
		return nil, err
	}
	made := model.Stamp(s.w.out.Now())
	events := earlier.Noted(before, after)
	for i := range events {
		events[i].Made = made
	}
	for _, gone := range earlier.Noted(after, before) {
		ledger, err := s.w.book.Ledger(gone.Meeting)
		if err != nil {
			return nil, err
		}
		back := register.TakeBack(ledger, gone)
		back.Made = made
		events = append(events, back)
	}
	return events, nil
}
