// Package sample is an invented minute book to try the program with: two
// bodies, each in a house style of its own, three meetings of each over a
// year, and what became of their actions.
package sample

import (
	"cmp"
	"fmt"
	"path"
	"slices"

	"minutebook/assets"
	"minutebook/model"
	"minutebook/model/quick"
	"minutebook/model/register"
)

// become is what became of an action after its meeting.
type become struct {
	body   string
	date   model.Date
	number int
	state  model.ActionState
	on     model.Date
	note   string
}

const (
	harbour = "Harbour Oversight Board"
	arts    = "Thornbeck Arts Panel"
)

// became are the ledger's events beside those that the meetings noted
// themselves.
var became = []become{
	{harbour, "2025-11-18", 1, model.Complete, "2025-11-26", "Mooring lifted"},
	{harbour, "2025-11-18", 3, model.InProgress, "2025-12-09", "Draft with the Harbour Master"},
	{harbour, "2025-11-18", 3, model.Complete, "2026-03-27", "Notice sent to all berth holders"},
	{harbour, "2025-11-18", 2, model.Complete, "2026-02-19", "Reported to the Marine Safety Group"},
	{harbour, "2025-11-18", 5, model.Complete, "2026-04-22", "All forty samples taken"},
	{harbour, "2025-11-18", 6, model.Complete, "2026-05-14", "Paper welcomed by the Coastal Partnership"},
	{harbour, "2025-11-18", 9, model.Complete, "2026-02-25", "Three options costed"},
	{harbour, "2026-03-17", 3, model.Withdrawn, "2026-06-30", "Taken over by the plan for the workforce as a whole"},
	{harbour, "2026-03-17", 5, model.Complete, "2026-04-21", ""},
	{harbour, "2026-03-17", 6, model.InProgress, "2026-06-02", "Chart with the printer"},
	{harbour, "2026-03-17", 7, model.Complete, "2026-07-07", "Presented to the Board"},
	{harbour, "2026-03-17", 8, model.Complete, "2026-05-12", "Tenant agreed"},
	{harbour, "2026-03-17", 9, model.Complete, "2026-05-28", "Terms agreed"},
	{harbour, "2026-03-17", 10, model.Complete, "2026-06-24", ""},
	{harbour, "2026-03-17", 2, model.Complete, "2026-05-21", "Agreed with the Marine Safety Group"},
	{harbour, "2026-07-07", 2, model.Complete, "2026-10-20", "Three apprentices from January"},
	{harbour, "2026-07-07", 3, model.Complete, "2026-08-31", "Patrols held on four weekends"},
	{harbour, "2026-07-07", 5, model.InProgress, "2026-09-15", "Consultant appointed"},
	{harbour, "2026-07-07", 6, model.Complete, "2026-08-20", "Extension granted"},
	{harbour, "2026-07-07", 8, model.Complete, "2026-08-12", ""},
	{harbour, "2026-07-07", 11, model.Complete, "2026-07-22", ""},
	{arts, "2026-02-04", 2, model.Complete, "2026-06-10", "Reported to the Panel"},
	{arts, "2026-06-10", 1, model.Complete, "2026-10-14", "Presented to the Panel"},
	{arts, "2026-10-14", 1, model.Complete, "2026-10-22", ""},
	{arts, "2026-10-14", 3, model.InProgress, "2026-11-02", "First meeting with the trustees held"},
}

// book is the sample as far as it is made.
type book struct {
	newID    func() model.ID
	made     string
	bodies   []model.Body
	people   []model.Person
	meetings []model.Meeting
	events   []model.Event
}

// Book is the sample as one batch, to be kept in any book: newID gives
// identities, made is the stamp of its records, RFC 3339. The error says
// which line of a sample script cannot be read.
func Book(newID func() model.ID, made string) (model.Batch, error) {
	b := &book{newID: newID, made: made}
	scripts, err := read()
	if err != nil {
		return model.Batch{}, err
	}
	for _, s := range scripts {
		if err := b.minute(s); err != nil {
			return model.Batch{}, err
		}
	}
	for _, e := range became {
		if err := b.enter(e); err != nil {
			return model.Batch{}, err
		}
	}
	b.count()
	b.seat()
	return b.batch(), nil
}

// Bodies are the names of the sample's bodies, to tell whether a book has it.
func Bodies() []string { return []string{harbour, arts} }

// script is one sample file.
type script struct {
	name string
	text []byte
	body string
	date model.Date
}

// read gives the scripts in the order of their meetings.
func read() ([]script, error) {
	files, err := assets.Samples.ReadDir("samples")
	if err != nil {
		return nil, err
	}
	var scripts []script
	for _, f := range files {
		s := script{name: f.Name()}
		if s.text, err = assets.Samples.ReadFile(path.Join("samples", f.Name())); err != nil {
			return nil, err
		}
		if s.body, s.date, err = quick.ReadHeader(s.text); err != nil {
			return nil, fmt.Errorf("%s: %w", s.name, err)
		}
		scripts = append(scripts, s)
	}
	slices.SortStableFunc(scripts, func(a, b script) int { return cmp.Compare(a.date, b.date) })
	return scripts, nil
}

// minute reads one script as the body's next meeting, and enters what it
// notes as done.
func (b *book) minute(s script) error {
	body := b.body(s.body)
	earlier := register.Earlier{Body: b.bodies[body].ID, Date: s.date, Actions: b.actions()}
	for _, m := range b.meetings {
		earlier.Meetings = append(earlier.Meetings, m.Summary())
	}
	base := model.Meeting{ID: b.newID(), Made: b.made, BodyID: b.bodies[body].ID, State: model.Planned}
	m, err := quick.ReadScript(s.name, s.text, base, quick.Options{NewID: b.newID,
		Earlier: func(action string) error { _, err := earlier.Find(action); return err }})
	if err != nil {
		return err
	}
	for i, a := range m.Attendees {
		m.Attendees[i].Person = b.person(a.Name)
	}
	b.bodies[body].Style = m.Style
	b.meetings = append(b.meetings, m)
	for _, e := range earlier.Noted(model.Meeting{}, m) {
		b.add(e)
	}
	return nil
}

// body is the place of the body with that name, made where it is new.
func (b *book) body(name string) int {
	if i := slices.IndexFunc(b.bodies, func(body model.Body) bool { return body.Name == name }); i >= 0 {
		return i
	}
	b.bodies = append(b.bodies, model.Body{ID: b.newID(), Name: name})
	return len(b.bodies) - 1
}

// person is who has that name, made where it is new: no two people of the
// sample have one name.
func (b *book) person(name string) model.ID {
	if i := slices.IndexFunc(b.people, func(p model.Person) bool { return p.Name == name }); i >= 0 {
		return b.people[i].ID
	}
	b.people = append(b.people, model.Person{ID: b.newID(), Name: name})
	return b.people[len(b.people)-1].ID
}

func (b *book) actions() []register.Action {
	var all []register.Action
	for _, m := range b.meetings {
		all = append(all, register.Fold(m, b.events)...)
	}
	return all
}

// enter adds what became of an action to the ledger.
func (b *book) enter(e become) error {
	for _, m := range b.meetings {
		if m.Body != e.body || m.Date != e.date {
			continue
		}
		if a, ok := m.Action(e.number); ok {
			b.add(model.Event{Meeting: m.ID, Action: a.ID, State: e.state, On: e.on, Note: e.note})
			return nil
		}
	}
	return fmt.Errorf("the sample has no action %d of %s on %s", e.number, e.body, e.date)
}

func (b *book) add(e model.Event) {
	e.Made = b.made
	b.events = append(b.events, e)
}

// count puts the events in the order in which they happened, and counts those
// of each action.
func (b *book) count() {
	slices.SortStableFunc(b.events, func(a, b model.Event) int { return cmp.Compare(a.On, b.On) })
	n := map[model.ID]int{}
	for i, e := range b.events {
		n[e.Action]++
		b.events[i].N = n[e.Action]
	}
}

// seat gives each body its roster: who sat at its meetings, with post and
// group, from the first time to the last. Who was there for one item, or for
// somebody else, has no seat.
func (b *book) seat() {
	for i := range b.bodies {
		var last model.Date
		for _, m := range b.meetings {
			if m.BodyID == b.bodies[i].ID {
				last = m.Date
				b.bodies[i].Seats = b.seats(b.bodies[i].Seats, m)
			}
		}
		for j, s := range b.bodies[i].Seats {
			if s.To == last {
				b.bodies[i].Seats[j].To = ""
			}
		}
	}
}

// seats are those of a roster after one more meeting.
func (b *book) seats(roster []model.Seat, m model.Meeting) []model.Seat {
	for _, a := range m.Attendees {
		if len(a.Items) > 0 || a.DeputyFor != "" || a.Capacity == model.Observing {
			continue
		}
		j := slices.IndexFunc(roster, func(s model.Seat) bool { return s.Person == a.Person && s.Post == a.Post })
		if j < 0 {
			roster = append(roster, model.Seat{ID: b.newID(), Person: a.Person, Name: a.Name, Post: a.Post, Group: a.Group, Capacity: a.Capacity, From: m.Date})
			j = len(roster) - 1
		}
		roster[j].To = m.Date
	}
	return roster
}

func (b *book) batch() model.Batch {
	batch := model.Batch{Events: b.events}
	for _, body := range b.bodies {
		batch.Bodies = append(batch.Bodies, model.Save[model.Body]{Value: body})
	}
	for _, p := range b.people {
		batch.People = append(batch.People, model.Save[model.Person]{Value: p})
	}
	for _, m := range b.meetings {
		batch.Meetings = append(batch.Meetings, model.Save[model.Meeting]{Value: m})
	}
	return batch
}
