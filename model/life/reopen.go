package life

import "minutebook/model"

// Reopening is what it means to make a draft of minutes again.
type Reopening struct {
	// Sent counts how often the minutes left the office; with none, reopening is
	// free. On is the last day, To the addresses that had them then.
	Sent int
	On   model.Date
	To   []string
	// Corrections are those recorded since, which stay to be worked in or taken
	// away. Numbers that are out stay as they are in any case.
	Corrections int
	// Never says that they cannot be: they, or a part of them, are approved.
	Never bool
}

// Reopen says what it means to reopen m, and gives the change that does it; nil
// where it cannot be, or m is not closed.
func Reopen(m model.Meeting) (Reopening, model.Change) {
	r := Reopening{Corrections: len(m.Corrections), Never: m.State == model.Approved || len(m.Passed) > 0}
	for _, c := range m.Circulated {
		if !c.Agenda {
			r.Sent, r.On, r.To = r.Sent+1, c.On, c.To
		}
	}
	if r.Never || m.State != model.Circulated {
		return r, nil
	}
	return r, model.SetState{State: model.Draft}
}
