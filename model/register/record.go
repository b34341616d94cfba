package register

import (
	"fmt"
	"slices"
	"strings"

	"minutebook/model"
)

// Facts are what is said of what became of an action.
type Facts struct {
	// On is the day it happened.
	On model.Date
	// Note is a few words about it, By who said or did it, Link where the
	// evidence is.
	Note, By, Link string
	// NotedBy is the meeting that noted it, if one did.
	NotedBy model.ID
	// Made is when it is recorded, RFC 3339.
	Made string
}

// Target is where a transferred action went, or what superseded it: words, or
// an action of the book, or both.
type Target struct {
	Words           string
	Meeting, Action model.ID
}

// Why is why something cannot become of an action.
type Why string

// The reasons.
const (
	// InMinutes: the minutes themselves withdrew it. Already: that is recorded.
	// Ended: it is no longer outstanding.
	InMinutes Why = "withdrawn in the minutes"
	Already   Why = "already so"
	Ended     Why = "no longer outstanding"
	// NoDay, NoOwner, NoTarget, NoMeeting: what has to be said was not.
	NoDay     Why = "no day"
	NoOwner   Why = "no owner"
	NoTarget  Why = "no target"
	NoMeeting Why = "no meeting"
	// Itself: it cannot take its own place. Past: the day to ask again has gone
	// by when it is said.
	Itself Why = "itself"
	Past   Why = "past"
)

// Refused is the error of recording what cannot become of an action.
type Refused struct {
	Action Action
	Why    Why
}

func (e *Refused) Error() string {
	n := e.Action.Printed
	switch e.Why {
	case InMinutes:
		return fmt.Sprintf("action %s was withdrawn in the minutes of %s themselves, and nothing more becomes of it", n, e.Action.Date.Long())
	case Already:
		return fmt.Sprintf("that is recorded of action %s already", n)
	case Ended:
		return fmt.Sprintf("action %s is no longer outstanding; open it again first", n)
	case NoDay:
		return fmt.Sprintf("what became of action %s needs the day it happened", n)
	case NoOwner:
		return fmt.Sprintf("action %s needs a name to go to", n)
	case NoTarget:
		return fmt.Sprintf("action %s needs words, or an action, to say where it went", n)
	case NoMeeting:
		return fmt.Sprintf("action %s is noted by a meeting, and none was said", n)
	case Itself:
		return fmt.Sprintf("action %s cannot take its own place", n)
	case Past:
		return fmt.Sprintf("action %s is to be asked for again on a day still to come", n)
	}
	return fmt.Sprintf("action %s: %s", n, string(e.Why))
}

// May says why nothing can be recorded that gives the action a state, before
// anything else is said; nil where something can. The error is a *[Refused].
func (a Action) May(state model.ActionState) error {
	switch {
	case a.Tombstone:
		return &Refused{a, InMinutes}
	case a.State == state && (state == model.Open || state == model.Withdrawn || state == model.Noted),
		a.State == model.Noted && state == model.Complete:
		return &Refused{a, Already}
	case (state == model.Transferred || state == model.Superseded) && !a.State.Outstanding():
		return &Refused{a, Ended}
	}
	return nil
}

// Become records that the action is open again, in progress, complete, noted
// or withdrawn. One that is open or in progress may be said to be so again
// with another note. The error is a *[Refused].
func (a Action) Become(state model.ActionState, f Facts) (model.Event, error) {
	remark := a.State == state && state.Outstanding() && f.Note != "" && f.Note != a.Note
	if err := a.May(state); err != nil && (a.Tombstone || !remark) {
		return model.Event{}, err
	}
	switch {
	case state == model.Noted && f.NotedBy == "":
		return model.Event{}, &Refused{a, NoMeeting}
	case (state == model.Transferred || state == model.Superseded):
		return model.Event{}, &Refused{a, NoTarget}
	case a.State == state && !remark && (f == Facts{a.On, a.Note, a.By, a.Link, a.NotedBy, f.Made}):
		return model.Event{}, &Refused{a, Already}
	}
	return a.event(state, f)
}

// event is an event with the facts. The error says that there is no day.
func (a Action) event(state model.ActionState, f Facts) (model.Event, error) {
	if !f.On.Valid() {
		return model.Event{}, &Refused{a, NoDay}
	}
	return model.Event{Meeting: a.Meeting, Action: a.ID, State: state, On: f.On, Note: f.Note, By: f.By, Link: f.Link, NotedBy: f.NotedBy, Made: f.Made}, nil
}

// still is an event that leaves the state of an outstanding action as it is.
func (a Action) still(f Facts) (model.Event, error) {
	switch {
	case a.Tombstone:
		return model.Event{}, &Refused{a, InMinutes}
	case !a.State.Outstanding():
		return model.Event{}, &Refused{a, Ended}
	}
	return a.event(a.State, f)
}

// Reassign records that others have the action from now on. The error is a
// *[Refused].
func (a Action) Reassign(owners []string, f Facts) (model.Event, error) {
	e, err := a.still(f)
	if err != nil {
		return e, err
	}
	for _, o := range owners {
		if o = strings.TrimSpace(o); o != "" && !slices.Contains(e.Owners, o) {
			e.Owners = append(e.Owners, o)
		}
	}
	switch {
	case len(e.Owners) == 0:
		return model.Event{}, &Refused{a, NoOwner}
	case slices.Equal(e.Owners, a.Owners):
		return model.Event{}, &Refused{a, Already}
	}
	return e, nil
}

// AskAgain records the day to ask for the action again. The error is a
// *[Refused].
func (a Action) AskAgain(day model.Date, f Facts) (model.Event, error) {
	e, err := a.still(f)
	if err != nil {
		return e, err
	}
	switch {
	case !day.Valid():
		return model.Event{}, &Refused{a, NoDay}
	case day < f.On:
		return model.Event{}, &Refused{a, Past}
	case day == a.Chase && f.Note == "":
		return model.Event{}, &Refused{a, Already}
	}
	e.Chase = day
	return e, nil
}

// Transfer records that another body or place has the action now. The error is
// a *[Refused].
func (a Action) Transfer(to Target, f Facts) (model.Event, error) {
	return a.handed(model.Transferred, to, f)
}

// Supersede records that another action, or what the words say, took the
// action's place. The error is a *[Refused].
func (a Action) Supersede(by Target, f Facts) (model.Event, error) {
	return a.handed(model.Superseded, by, f)
}

func (a Action) handed(state model.ActionState, to Target, f Facts) (model.Event, error) {
	if err := a.May(state); err != nil {
		return model.Event{}, err
	}
	to.Words = strings.TrimSpace(to.Words)
	switch {
	case to.Words == "" && to.Action == "":
		return model.Event{}, &Refused{a, NoTarget}
	case to.Action == a.ID && to.Meeting == a.Meeting:
		return model.Event{}, &Refused{a, Itself}
	}
	e, err := a.event(state, f)
	if err != nil {
		return e, err
	}
	e.To, e.ToMeeting, e.ToAction = to.Words, to.Meeting, to.Action
	return e, nil
}
