package register

import (
	"slices"

	"minutebook/model"
)

// Noted are the ledger events of what m notes as done and base, m as it was
// before, did not yet: noted by m on its day. An action that was complete
// before keeps what was said of its completion. A reference that Find does not
// know gives none.
func (e Earlier) Noted(base, m model.Meeting) []model.Event {
	var events []model.Event
	for _, it := range m.Items {
		for _, entry := range it.Entries {
			if entry.Done == nil {
				continue
			}
			if _, _, known := base.Entry(entry.ID); known {
				continue
			}
			a, err := e.Find(entry.Done.Action)
			if err != nil {
				continue
			}
			events = append(events, model.Event{Meeting: a.Meeting, Action: a.ID, State: model.Noted, On: m.Date, Note: entry.Done.Note, NotedBy: m.ID})
		}
	}
	return events
}

// TakeBack is the event that takes noted back: the action is as it was without
// anything of the meeting that noted it. ledger are all events of the action's
// meeting.
func TakeBack(ledger []model.Event, noted model.Event) model.Event {
	a := Action{State: model.Open}
	for _, e := range inOrder(ledger) {
		if e.Action == noted.Action && e.NotedBy != noted.NotedBy {
			a.happen(e)
		}
	}
	return model.Event{Meeting: noted.Meeting, Action: noted.Action, State: a.State, On: a.On, Note: a.Note, By: a.By, Link: a.Link, NotedBy: a.NotedBy,
		Chase: a.Chase, To: a.To, ToMeeting: a.ToMeeting, ToAction: a.ToAction}
}

// NoteCompleted are the events of a meeting that agreed earlier minutes "and
// the completed actions noted": every action of its body that an earlier
// meeting agreed and that was complete by its day is noted by it. What is
// noted already is left alone, so that asking again gives none. made is the
// stamp of the events, RFC 3339.
func NoteCompleted(m model.Meeting, actions []Action, made string) []model.Event {
	if !notesCompleted(m) {
		return nil
	}
	var events []model.Event
	for _, a := range actions {
		if of(a, m.Summary()) && a.Date < m.Date && a.State == model.Complete && a.NotedBy == "" && a.On <= m.Date && !a.Tombstone {
			events = append(events, model.Event{Meeting: a.Meeting, Action: a.ID, State: model.Noted, On: m.Date, NotedBy: m.ID, Made: made})
		}
	}
	return events
}

// notesCompleted says whether m noted completed actions with earlier minutes.
func notesCompleted(m model.Meeting) bool {
	return slices.ContainsFunc(m.Items, func(it model.Item) bool {
		return slices.ContainsFunc(it.Entries, func(e model.Entry) bool { return e.Approves != nil && e.Approves.Completed })
	})
}

// of says whether an action is of the body that holds a meeting.
func of(a Action, m model.Summary) bool {
	return a.BodyID == m.BodyID && (a.BodyID != "" || a.Body == m.Body)
}

// Offer is what the next meeting has to do with the actions of its body.
type Offer struct {
	// Completed are those that were completed and that no meeting has noted, Open
	// the matters arising. Both are in the order of [ByMeeting].
	Completed, Open []Action
}

// Since is what the meeting after last is offered of the body's actions that
// were agreed up to last: what was completed since, or before and was not noted
// at last, and what is still open.
func Since(actions []Action, last model.Summary) Offer {
	var o Offer
	for _, a := range actions {
		switch {
		case !of(a, last) || a.Date > last.Date:
		case a.State.Outstanding():
			o.Open = append(o.Open, a)
		case a.State == model.Complete && a.NotedBy == "":
			o.Completed = append(o.Completed, a)
		}
	}
	slices.SortFunc(o.Completed, ByMeeting)
	slices.SortFunc(o.Open, ByMeeting)
	return o
}
