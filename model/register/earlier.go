package register

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"minutebook/model"
)

// Earlier finds actions of the meetings that a body held before one of its
// meetings, as "/done" names them.
type Earlier struct {
	// Body and Date are of the meeting that refers.
	Body model.ID
	Date model.Date
	// Meetings and Actions are those of the book, of whatever body and day.
	Meetings []model.Summary
	Actions  []Action
}

// NoAction is the error of a reference to an action that is not there.
type NoAction struct {
	// Reference as it was written; Why says what there is instead.
	Reference, Why string
}

func (e *NoAction) Error() string {
	return fmt.Sprintf("there is no action %q: %s", e.Reference, e.Why)
}

// Find is the action that reference names: "14" is the last meeting's, "24
// June 2022 14" and "2022-06-24 14" that of the meeting on that day. Where
// numbers run on from meeting to meeting, "2022/15" or "15" is that of whichever
// had it. The error is a *[NoAction].
func (e Earlier) Find(reference string) (Action, error) {
	if a, ok := e.runsOn(strings.TrimSpace(reference)); ok {
		return a, nil
	}
	day, number, err := split(reference)
	if err != nil {
		return Action{}, &NoAction{reference, err.Error()}
	}
	meetings := e.held(day)
	if len(meetings) == 0 && day != "" {
		return Action{}, &NoAction{reference, "the body has no earlier meeting on " + day.Long()}
	}
	if len(meetings) == 0 {
		return Action{}, &NoAction{reference, "the body has no earlier meeting"}
	}
	for _, m := range meetings {
		i := slices.IndexFunc(e.Actions, func(a Action) bool { return a.Meeting == m.ID && a.Number == number })
		if i >= 0 {
			return e.Actions[i], nil
		}
	}
	return Action{}, &NoAction{reference, fmt.Sprintf("the meeting of %s has no action %d", meetings[0].Date.Long(), number)}
}

// runsOn is the action of that printed number in an earlier meeting of the body
// from which numbers run on, the latest where there are several.
func (e Earlier) runsOn(printed string) (found Action, ok bool) {
	ran := map[model.ID]bool{}
	for _, m := range e.Meetings {
		if m.BodyID == e.Body && m.Date < e.Date && m.Numbers.Actions.Run != model.PerMeeting {
			ran[m.ID] = true
		}
	}
	for _, a := range e.Actions {
		if ran[a.Meeting] && a.Printed == printed && a.Date >= found.Date {
			found, ok = a, true
		}
	}
	return found, ok
}

// held are the earlier meetings on day, or, without a day, on the last day
// that had any.
func (e Earlier) held(day model.Date) []model.Summary {
	var held []model.Summary
	for _, m := range e.Meetings {
		if m.BodyID != e.Body || m.Date >= e.Date || m.State == model.Cancelled || day != "" && m.Date != day {
			continue
		}
		if len(held) > 0 && m.Date > held[0].Date {
			held = nil
		}
		if len(held) == 0 || m.Date == held[0].Date {
			held = append(held, m)
		}
	}
	return held
}

// split reads a reference: the number, and the day before it, if any.
func split(reference string) (model.Date, int, error) {
	words := strings.Fields(reference)
	if len(words) == 0 {
		return "", 0, errors.New("an action has a number")
	}
	number, err := strconv.Atoi(words[len(words)-1])
	if err != nil || number < 1 {
		return "", 0, errors.New("an action has a number, as in 14 or 24 June 2022 14")
	}
	said := strings.Join(words[:len(words)-1], " ")
	if said == "" {
		return "", number, nil
	}
	for _, layout := range []string{"2 January 2006", "2 Jan 2006", time.DateOnly} {
		if t, err := time.Parse(layout, said); err == nil {
			return model.DateOf(t), number, nil
		}
	}
	return "", 0, fmt.Errorf("%q is no day such as 24 June 2022", said)
}
