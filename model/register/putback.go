package register

import (
	"slices"

	"minutebook/model"
)

// PutBack is the event that puts an action back as a was before e was recorded
// of it: nothing that was recorded is taken away. Where nothing had been said
// of a, it is of the day on and words say why. The error is a *[Refused]: that
// nobody had the action, or that there was no day to ask again, cannot be
// recorded once more.
func (a Action) PutBack(e model.Event, on model.Date, words, made string) (model.Event, error) {
	back := model.Event{Meeting: a.Meeting, Action: a.ID, State: a.State, On: a.On, Note: a.Note, By: a.By, Link: a.Link, NotedBy: a.NotedBy,
		Chase: a.Chase, To: a.To, ToMeeting: a.ToMeeting, ToAction: a.ToAction, Made: made}
	switch {
	case e.Owners != nil && len(a.Owners) == 0:
		return model.Event{}, &Refused{a, NoOwner}
	case e.Chase != "" && a.Chase == "" && a.State.Outstanding():
		return model.Event{}, &Refused{a, NoDay}
	case e.Owners != nil:
		back.Owners = slices.Clone(a.Owners)
	}
	if back.On == "" {
		back.On = on
	}
	if back.Note == "" {
		back.Note = words
	}
	return back, nil
}
