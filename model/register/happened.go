package register

import (
	"slices"

	"minutebook/model"
)

// What is what happened to an action.
type What string

// What can happen. Agreed is the meeting's own doing; Said is a note that
// changes nothing else.
const (
	Agreed     What = "agreed"
	Said       What = "said"
	Begun      What = "begun"
	Completed  What = "completed"
	Noted      What = "noted"
	Unnoted    What = "unnoted"
	Reopened   What = "reopened"
	Withdrawn  What = "withdrawn"
	Reassigned What = "reassigned"
	Moved      What = "transferred"
	Superseded What = "superseded"
	Chasing    What = "chase"
)

// Happening is one line of the history of an action.
type Happening struct {
	What What       `json:"what"`
	On   model.Date `json:"on,omitempty"`
	By   string     `json:"by,omitempty"`
	Note string     `json:"note,omitempty"`
	Link string     `json:"link,omitempty"`
	// NotedBy is the meeting that noted it, or that agreed it.
	NotedBy model.ID `json:"notedBy,omitempty"`
	// Owners are who has it from then on, where that is said.
	Owners []string `json:"owners,omitempty"`
	// Chase is the day to ask again.
	Chase model.Date `json:"chase,omitempty"`
	// To, ToMeeting and ToAction say where it went, or what superseded it.
	To        string   `json:"to,omitempty"`
	ToMeeting model.ID `json:"toMeeting,omitempty"`
	ToAction  model.ID `json:"toAction,omitempty"`
	// Made is when it was recorded, RFC 3339.
	Made string `json:"made,omitempty"`
}

// History is what happened to a, from the meeting that agreed it on. Events of
// other actions are passed over.
func History(a Action, events []model.Event) []Happening {
	owners := a.Owners
	if a.Agreed != nil {
		owners = a.Agreed
	}
	lines := []Happening{{What: Agreed, On: a.Date, Owners: slices.Clone(owners), NotedBy: a.Meeting}}
	was := Action{State: model.Open}
	for _, e := range inOrder(events) {
		if e.Meeting != a.Meeting || e.Action != a.ID {
			continue
		}
		lines = append(lines, Happening{What: was.happen(e), On: e.On, By: e.By, Note: e.Note, Link: e.Link, NotedBy: e.NotedBy, Owners: slices.Clone(e.Owners),
			Chase: e.Chase, To: e.To, ToMeeting: e.ToMeeting, ToAction: e.ToAction, Made: e.Made})
	}
	return lines
}

// happen has an event happen to the action and says what that was.
func (a *Action) happen(e model.Event) What {
	was := a.State
	if e.State != "" {
		a.State = e.State
	}
	if e.Owners != nil {
		if a.Agreed == nil {
			a.Agreed = append([]string{}, a.Owners...) // never nil: nobody may have had it
		}
		a.Owners = slices.Clone(e.Owners)
		if slices.Equal(a.Owners, a.Agreed) {
			a.Agreed = nil
		}
	}
	if e.Chase != "" {
		a.Chase = e.Chase
	}
	if !a.State.Outstanding() {
		a.Chase = ""
	}
	a.facts(e, was)
	switch {
	case a.State != was:
		return became(a.State, was)
	case e.Owners != nil:
		return Reassigned
	case e.Chase != "":
		return Chasing
	case a.State.Outstanding():
		return Said
	}
	return became(a.State, was)
}

// facts takes over what an event says beside the state.
func (a *Action) facts(e model.Event, was model.ActionState) {
	switch {
	case a.State == model.Noted && (was == model.Complete || was == model.Noted):
		a.NotedBy = e.NotedBy // what was said of its completion stays
	case a.State == was && a.State.Outstanding():
		if e.Note != "" {
			a.Note, a.By, a.Link = e.Note, e.By, e.Link
		}
		if a.State == model.InProgress && e.Chase == "" && e.Owners == nil {
			a.On, a.Made = e.On, e.Made
		}
	default:
		a.On, a.Note, a.By, a.Link, a.Made = e.On, e.Note, e.By, e.Link, e.Made
		a.NotedBy, a.To, a.ToMeeting, a.ToAction = e.NotedBy, e.To, e.ToMeeting, e.ToAction
	}
}

// became is what happened to an action that got a state.
func became(state, was model.ActionState) What {
	switch state {
	case model.Open:
		return Reopened
	case model.InProgress:
		return Begun
	case model.Complete:
		if was == model.Noted {
			return Unnoted
		}
		return Completed
	case model.Noted:
		return Noted
	case model.Transferred:
		return Moved
	case model.Superseded:
		return Superseded
	case model.Withdrawn:
		return Withdrawn
	}
	return Said
}
