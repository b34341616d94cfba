package register

import (
	"cmp"
	"slices"

	"minutebook/model"
)

// Counts are figures of many actions.
type Counts struct{ All, Open, Overdue, Complete int }

// Count counts actions by what is left to do of them on today.
func Count(actions []Action, today model.Date) Counts {
	c := Counts{All: len(actions)}
	for i := range actions {
		switch a := &actions[i]; {
		case a.State.Outstanding():
			c.Open++
			if a.Overdue(today) {
				c.Overdue++
			}
		case a.State == model.Complete || a.State == model.Noted:
			c.Complete++
		}
	}
	return c
}

// Band is how many actions have been open for so long.
type Band struct {
	// From and Below are days since the meeting that agreed them; Below 0 has
	// no end.
	From, Below int
	Open        int
	// Overdue are those of them whose day has gone by.
	Overdue int
}

// bands are where one band of age ends and the next begins, in days: a month, a
// quarter, half a year, a year.
var bands = []int{31, 92, 183, 366}

// OpenByAge counts what is still to be done on today by how long ago it was
// agreed, the newest first. Every band is there, if only with 0.
func OpenByAge(actions []Action, today model.Date) []Band {
	list := []Band{{Below: bands[0]}}
	for i, from := range bands {
		b := Band{From: from}
		if i+1 < len(bands) {
			b.Below = bands[i+1]
		}
		list = append(list, b)
	}
	for _, a := range actions {
		if !a.State.Outstanding() {
			continue
		}
		age := 0
		if a.Date.Valid() && today.Valid() {
			age = int(today.Time().Sub(a.Date.Time()).Hours() / 24)
		}
		i := 0
		for i < len(bands) && age >= bands[i] {
			i++
		}
		list[i].Open++
		if a.Overdue(today) {
			list[i].Overdue++
		}
	}
	return list
}

// Load is how much somebody still has to do.
type Load struct {
	// Owner is "" for what nobody owns.
	Owner         string
	Open, Overdue int
}

// OpenByOwner counts what is still to be done on today by who has it, the most
// first and what nobody owns last. An action with two owners counts for both.
func OpenByOwner(actions []Action, today model.Date) []Load {
	var list []Load
	for _, g := range Grouped(Filter{Open: true}.Select(actions), model.GroupOwner) {
		l := Load{Owner: g.Owner, Open: len(g.Actions)}
		for _, a := range g.Actions {
			if a.Overdue(today) {
				l.Overdue++
			}
		}
		list = append(list, l)
	}
	slices.SortStableFunc(list, func(a, b Load) int {
		if (a.Owner == "") != (b.Owner == "") {
			return cmp.Compare(b.Owner, a.Owner)
		}
		return cmp.Compare(b.Open, a.Open)
	})
	return list
}

// Turn is what a meeting did to the number of open actions.
type Turn struct {
	// Meeting is "" for the time since the last one; Date is its day.
	Meeting model.ID
	Body    string
	Date    model.Date
	// Opened were agreed at it. Closed came to an end after the meeting before,
	// up to the day of this one. Open is how many were left behind it.
	Opened, Closed, Open int
}

// Turns counts, for every meeting of the body that had one, the actions opened
// and closed, the first meeting first; one more turn follows where some were
// closed since the last meeting. Planned and cancelled meetings have none.
// Actions and meetings of other bodies are passed over.
func Turns(body model.ID, meetings []model.Summary, actions []Action) []Turn {
	var turns []Turn
	for _, m := range meetings {
		if m.BodyID == body && m.State != model.Planned && m.State != model.Cancelled {
			turns = append(turns, Turn{Meeting: m.ID, Body: m.Body, Date: m.Date})
		}
	}
	slices.SortStableFunc(turns, func(a, b Turn) int { return cmp.Compare(a.Date, b.Date) })
	place := map[model.ID]int{}
	for i, t := range turns {
		place[t.Meeting] = i
	}
	turns = append(turns, Turn{})
	for _, a := range actions {
		at, ok := place[a.Meeting]
		if !ok {
			continue
		}
		turns[at].Opened++
		if !a.State.Outstanding() {
			turns[closing(turns, at, cmp.Or(a.On, a.Date))].Closed++
		}
	}
	open := 0
	for i := range turns {
		open += turns[i].Opened - turns[i].Closed
		turns[i].Open = open
	}
	if last := len(turns) - 1; turns[last].Closed == 0 {
		turns = turns[:last]
	}
	return turns
}

// closing is the turn in which an action of the turn at was closed on a day:
// the first one then or later. The last of turns is the time since.
func closing(turns []Turn, at int, day model.Date) int {
	last := len(turns) - 1
	for at < last && turns[at].Date < day {
		at++
	}
	return at
}
