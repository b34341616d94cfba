package json

import (
	"errors"
	"fmt"
	"slices"
	"strings"

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
	c := checker{ids: map[model.ID]bool{}, numbers: map[int]bool{}, people: m.Attendees}
	for i, a := range m.Attendees {
		if err := c.attendee(fmt.Sprintf("meeting.attendees[%d]", i), a); err != nil {
			return err
		}
	}
	if err := facts(m); err != nil {
		return err
	}
	if err := numbering(m); err != nil {
		return err
	}
	for i, it := range m.Items {
		if err := c.item(fmt.Sprintf("meeting.items[%d]", i), i, it); err != nil {
			return err
		}
	}
	if err := life(m); err != nil {
		return err
	}
	return events(f)
}

// events says which event of the ledger could not have been recorded.
func events(f file) error {
	m := f.Meeting
	for i, e := range f.Ledger {
		at := fmt.Sprintf("ledger[%d]", i)
		if _, _, ok := m.InForce().Entry(e.Action); !ok || e.Meeting != m.ID {
			return bad(at+".action", "is no action of the meeting")
		}
		if !slices.Contains(model.ActionStates, e.State) {
			return bad(at+".state", "is no state of an action")
		}
	}
	return nil
}

// facts says which of the meeting's own facts is in a form that none can have.
func facts(m model.Meeting) error {
	bare := model.Meeting{Attendees: m.Attendees}
	for _, f := range []struct {
		name  string
		fact  model.Fact
		value string
	}{
		{"body", model.FactBody, m.Body}, {"style", model.FactStyle, m.Style}, {"title", model.FactTitle, m.Title}, {"kind", model.FactKind, string(m.Kind)},
		{"begin", model.FactBegin, string(m.Begin)}, {"end", model.FactEnd, string(m.End)}, {"venue", model.FactVenue, m.Venue},
		{"publicationType", model.FactPublicationType, m.PublicationType}, {"publicationDate", model.FactPublicationDate, string(m.PublicationDate)},
		{"started", model.FactStarted, string(m.Started)}, {"closed", model.FactClosed, string(m.Closed)},
		{"chair", model.FactChair, string(m.Chair)}, {"clerk", model.FactClerk, string(m.Clerk)},
	} {
		if f.value == "" {
			continue
		}
		if _, _, err := bare.With(model.SetFact{Fact: f.fact, Value: f.value}); err != nil {
			return invalid("meeting."+f.name, err)
		}
	}
	switch {
	case m.Public != nil && *m.Public < 0:
		return bad("meeting.public", "is below nought")
	case m.Quorum < 0:
		return bad("meeting.quorum", "is below nought")
	case m.Next != nil && !m.Next.Date.Valid():
		return bad("meeting.next.date", "is no day as 2022-06-24")
	case m.Next != nil && !clock(m.Next.At):
		return bad("meeting.next.at", "is no time as 09:05")
	}
	return nil
}

// numbering says what is wrong with how the numbers of the meeting run on, or
// with those that are out.
func numbering(m model.Meeting) error {
	if _, _, err := (model.Meeting{}).With(model.SetNumbering{Numbering: m.Numbering}); err != nil {
		return invalid("meeting.numbering", err)
	}
	if m.Frozen == nil {
		return nil
	}
	for name, numbers := range map[string]map[model.ID]string{"items": m.Frozen.Items, "places": m.Frozen.Places, "paragraphs": m.Frozen.Paragraphs, "decisions": m.Frozen.Decisions} {
		for _, number := range numbers {
			if number == "" {
				return bad("meeting.frozen."+name, "has an empty number")
			}
		}
	}
	for _, number := range m.Frozen.Actions {
		if number < 1 {
			return bad("meeting.frozen.actions", "has a number below 1")
		}
	}
	return nil
}

// life says what in the life of the minutes could not have been recorded.
func life(m model.Meeting) error {
	for i, c := range m.Circulated {
		if !c.On.Valid() {
			return bad(fmt.Sprintf("meeting.circulated[%d].on", i), "is no day as 2022-06-24")
		}
	}
	for i, p := range m.Passed {
		if !p.On.Valid() {
			return bad(fmt.Sprintf("meeting.passed[%d].on", i), "is no day as 2022-06-24")
		}
	}
	i, err := m.BadCorrection()
	var missing *model.Missing
	switch place := fmt.Sprintf("meeting.corrections[%d]", i); {
	case errors.As(err, &missing):
		return bad(place, "is of what the meeting has not")
	case err != nil:
		return invalid(place, err)
	}
	return nil
}

// clock says whether c is a time of day, or none.
func clock(c model.Clock) bool { return c == "" || c.Valid() }

// invalid is what the model finds wrong, at that place.
func invalid(place string, err error) error {
	var wrong *model.Invalid
	if errors.As(err, &wrong) {
		return bad(place, wrong.Why)
	}
	return bad(place, err.Error())
}

func bad(place, what string) error { return &Malformed{Place: place, What: what} }

type checker struct {
	ids     map[model.ID]bool
	numbers map[int]bool
	people  []model.Attendee
}

// attends says whether somebody named elsewhere is on the attendance list.
func (c *checker) attends(at string, who model.ID) error {
	if who == "" || slices.ContainsFunc(c.people, func(a model.Attendee) bool { return a.ID == who }) {
		return nil
	}
	return bad(at, "is nobody on the attendance list")
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
	if it.Minutes < 0 {
		return bad(at+".minutes", "is below nought")
	}
	if err := phrases(at, it.Withheld); err != nil {
		return err
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
	if err := c.entryFacts(at, e); err != nil {
		return err
	}
	if err := phrases(at, e.Withheld); err != nil {
		return err
	}
	c.numbers[e.Number] = true
	return c.id(at, e.ID)
}

// phrases says which withheld phrase has no words.
func phrases(at string, list []model.Phrase) error {
	for i, p := range list {
		if strings.TrimSpace(p.Words) == "" {
			return bad(fmt.Sprintf("%s.withheld[%d].words", at, i), "is missing")
		}
	}
	return nil
}

// entryFacts says what stands beside an entry's words in a form that none can
// have.
func (c *checker) entryFacts(at string, e model.Entry) error {
	switch {
	case !clock(e.At):
		return bad(at+".at", "is no time as 09:05")
	case e.Movement != nil && !slices.Contains(model.Ways, e.Movement.Way):
		return bad(at+".movement.way", "is in, out, adjourn or resume")
	case e.Approves != nil && !e.Approves.Date.Valid():
		return bad(at+".approves.date", "is no day as 2022-06-24")
	case e.Corrects != nil && !e.Corrects.Date.Valid():
		return bad(at+".corrects.date", "is no day as 2022-06-24")
	case e.Action != nil && e.Action.Due.Date != "" && !e.Action.Due.Date.Valid():
		return bad(at+".action.due.date", "is no day as 2022-06-24")
	case e.Vote != nil && slices.ContainsFunc([]*int{e.Vote.For, e.Vote.Against, e.Vote.Abstain}, func(n *int) bool { return n != nil && *n < 0 }):
		return bad(at+".vote", "has a count below nought")
	case e.Movement != nil:
		return c.attends(at+".movement.who", e.Movement.Who)
	}
	return nil
}
