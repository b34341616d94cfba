package json

import (
	"fmt"
	"slices"

	"minutebook/model"
)

// check says what in a file could not be in a book. The place is the name of
// the field, as "meeting.items[2].entries[0].kind".
func check(f file) error {
	m := f.Meeting
	switch {
	case m.ID == "":
		return bad("meeting.id", "is missing")
	case m.Body == "":
		return bad("meeting.body", "is missing")
	case !m.Date.Valid():
		return bad("meeting.date", "is no day as 2022-06-24")
	case !slices.Contains(model.States, m.State):
		return bad("meeting.state", "is no state of a meeting")
	}
	c := checker{ids: map[model.ID]bool{}, numbers: map[int]bool{}}
	for i, a := range m.Attendees {
		if err := c.attendee(fmt.Sprintf("meeting.attendees[%d]", i), a); err != nil {
			return err
		}
	}
	for i, it := range m.Items {
		if err := c.item(fmt.Sprintf("meeting.items[%d]", i), i, it); err != nil {
			return err
		}
	}
	for i, e := range f.Ledger {
		at := fmt.Sprintf("ledger[%d]", i)
		if _, _, ok := m.Entry(e.Action); !ok || e.Meeting != m.ID {
			return bad(at+".action", "is no action of the meeting")
		}
		if !slices.Contains(model.ActionStates, e.State) {
			return bad(at+".state", "is no state of an action")
		}
	}
	return nil
}

func bad(place, what string) error { return &Malformed{Place: place, What: what} }

type checker struct {
	ids     map[model.ID]bool
	numbers map[int]bool
}

func (c *checker) id(at string, id model.ID) error {
	switch {
	case id == "":
		return bad(at+".id", "is missing")
	case c.ids[id]:
		return bad(at+".id", "stands for something else already")
	}
	c.ids[id] = true
	return nil
}

func (c *checker) attendee(at string, a model.Attendee) error {
	switch {
	case a.Name == "":
		return bad(at+".name", "is missing")
	case !slices.Contains(model.Marks, a.Mark):
		return bad(at+".mark", "is present, apologies or absent")
	case !slices.Contains(model.Capacities, a.Capacity):
		return bad(at+".capacity", "is attending, observing or left out")
	}
	return c.id(at, a.ID)
}

func (c *checker) item(at string, place int, it model.Item) error {
	if it.Opening() && place > 0 {
		return bad(at+".title", "is missing")
	}
	for i, e := range it.Entries {
		if err := c.entry(fmt.Sprintf("%s.entries[%d]", at, i), e); err != nil {
			return err
		}
	}
	return c.id(at, it.ID)
}

func (c *checker) entry(at string, e model.Entry) error {
	switch {
	case !slices.Contains(model.EntryKinds, e.Kind):
		return bad(at+".kind", "is no kind of entry")
	case e.Number < 0 || (e.Number > 0) != (e.Kind == model.Action):
		return bad(at+".number", "is for an action, and an action has one")
	case e.Number > 0 && c.numbers[e.Number]:
		return bad(at+".number", "is another action's already")
	case e.Level < 0 || e.Level > 1:
		return bad(at+".level", "is 0 or 1")
	case e.Kind == model.Movement && e.Movement == nil:
		return bad(at+".movement", "is missing")
	}
	c.numbers[e.Number] = true
	return c.id(at, e.ID)
}
