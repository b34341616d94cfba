// Package attended is the attendance register of a body: who came to which of
// its meetings, and who has not come for long.
package attended

import (
	"cmp"
	"slices"
	"strings"

	"minutebook/model"
	"minutebook/model/find"
)

// Cell is what the roll call of one meeting says of somebody. Deputised is for
// somebody who was away and in whose place another came.
type Cell string

// The cells. The empty one is of a meeting at which nobody looked for them.
const (
	Unlisted  Cell = ""
	Present   Cell = "present"
	Apologies Cell = "apologies"
	Absent    Cell = "absent"
	Deputised Cell = "deputised"
)

// Meeting is a meeting as the head of a column.
type Meeting struct {
	ID   model.ID          `json:"id"`
	Date model.Date        `json:"date"`
	Kind model.MeetingKind `json:"kind,omitempty"`
}

// Person is a row: somebody, and the meetings in the order of the grid.
type Person struct {
	// ID is who this is in the book, "" where nobody has said.
	ID    model.ID `json:"id,omitempty"`
	Name  string   `json:"name"`
	Post  string   `json:"post,omitempty"`
	Group string   `json:"group,omitempty"`
	// Capacity at the latest meeting; Seated says that they have a seat today.
	Capacity model.Capacity `json:"capacity,omitempty"`
	Seated   bool           `json:"seated,omitempty"`
	Cells    []Cell         `json:"cells"`
	// Attended and Expected count the meetings they came to and those whose
	// roll call has them. Deputies sent do not count as coming.
	Attended int `json:"attended"`
	Expected int `json:"expected"`
	// Last is the day of the latest meeting they came to, "" for none.
	Last model.Date `json:"last,omitempty"`
	// Until is the day on which they will have been away for as long as the
	// body allows; Away says that it has come. Only members in their seats are
	// watched, from the last meeting they came to, or else the first that
	// looked for them.
	Until model.Date `json:"until,omitempty"`
	Away  bool       `json:"away,omitempty"`
}

// Grid is the attendance register: people by meetings.
type Grid struct {
	Body     string    `json:"body"`
	Meetings []Meeting `json:"meetings"`
	People   []Person  `json:"people"`
}

// DefaultMonths is after how many months without attending a member is pointed
// out where the body says nothing: the rule of many statutes.
const DefaultMonths = 6

// Of is the register of a body from its meetings, of whatever order, that were
// held: planned and cancelled ones are passed over, approved minutes read as corrected. Members come first, then
// in the order of the latest roll call that has them.
func Of(b model.Body, meetings []model.Meeting, today model.Date) Grid {
	held := slices.DeleteFunc(slices.Clone(meetings), func(m model.Meeting) bool {
		return m.State == model.Planned || m.State == model.Cancelled
	})
	slices.SortStableFunc(held, func(a, b model.Meeting) int { return cmp.Compare(a.Date, b.Date) })
	for i, m := range held {
		held[i] = m.InForce()
	}
	g := gathering{Grid: Grid{Body: b.Name}, rows: map[string]int{}, named: namesOf(b, held)}
	for n, m := range held {
		g.Meetings = append(g.Meetings, Meeting{m.ID, m.Date, m.Kind})
		for place, a := range m.AsListed().Attendees {
			g.attendee(n, place, m, a)
		}
	}
	for i := range g.People {
		g.People[i].Cells = append(g.People[i].Cells, make([]Cell, len(held)-len(g.People[i].Cells))...)
		g.count(b, i, today)
	}
	return g.sorted()
}

// gathering is a register being made.
type gathering struct {
	Grid
	rows  map[string]int        // by who it is
	named map[string][]model.ID // the people who bear a name
	first []model.Date          // that looked for them
	order []int                 // their place in the latest roll call, and in which
}

// namesOf are the people who bear a name, by the body's seats and its meetings.
func namesOf(b model.Body, meetings []model.Meeting) map[string][]model.ID {
	named := map[string][]model.ID{}
	add := func(name string, id model.ID) {
		if key := nameKey(name); id != "" && !slices.Contains(named[key], id) {
			named[key] = append(named[key], id)
		}
	}
	for _, s := range b.Seats {
		add(s.Name, s.Person)
	}
	for _, m := range meetings {
		for _, a := range m.Attendees {
			add(a.Name, a.Person)
		}
	}
	return named
}

func nameKey(name string) string { return strings.Join(find.Tokens(name), " ") }

// who tells people apart: by identity, and by name only where nobody said. Then
// it is the only person who bears the name, if there is one who is not at the
// meeting besides.
func (g *gathering) who(m model.Meeting, a model.Attendee) (key string, id model.ID) {
	if a.Person != "" {
		return "person " + string(a.Person), a.Person
	}
	name := nameKey(a.Name)
	if of := g.named[name]; len(of) == 1 && !slices.ContainsFunc(m.Attendees, func(o model.Attendee) bool {
		return o.ID != a.ID && (o.Person == of[0] || o.Person == "" && nameKey(o.Name) == name)
	}) {
		return "person " + string(of[0]), of[0]
	}
	return "name " + name, ""
}

func (g *gathering) attendee(n, place int, m model.Meeting, a model.Attendee) {
	key, id := g.who(m, a)
	i, ok := g.rows[key]
	if !ok {
		i = len(g.People)
		g.rows[key] = i
		g.People = append(g.People, Person{ID: id})
		g.first, g.order = append(g.first, m.Date), append(g.order, 0)
	}
	p := &g.People[i]
	p.Name, p.Post, p.Group, p.Capacity = a.Name, a.Post, a.Group, a.Capacity
	g.order[i] = place - n*10000
	p.Cells = append(p.Cells, make([]Cell, n+1-len(p.Cells))...)
	p.Cells[n] = cell(m, a)
}

// cell is what the roll call says of somebody.
func cell(m model.Meeting, a model.Attendee) Cell {
	away := Absent
	switch a.Mark {
	case model.Present:
		return Present
	case model.Apologies:
		away = Apologies
	case model.Absent:
	}
	if slices.ContainsFunc(m.Attendees, func(d model.Attendee) bool { return d.DeputyFor == a.Name && d.Mark == model.Present }) {
		return Deputised
	}
	return away
}

// count works out what a row says beyond its cells.
func (g *gathering) count(b model.Body, i int, today model.Date) {
	p := &g.People[i]
	for n, c := range p.Cells {
		switch c {
		case Present:
			p.Attended++
			p.Expected++
			p.Last = g.Meetings[n].Date
		case Apologies, Absent, Deputised:
			p.Expected++
		case Unlisted:
		}
	}
	seat := slices.IndexFunc(b.SeatsOn(today), func(s model.Seat) bool {
		return s.Capacity == model.Member && (p.ID != "" && s.Person == p.ID || p.ID == "" && nameKey(s.Name) == nameKey(p.Name))
	})
	p.Seated = seat >= 0
	months := cmp.Or(b.Absence, DefaultMonths)
	if !p.Seated || p.Capacity != model.Member || months < 0 {
		return
	}
	since := cmp.Or(p.Last, g.first[i])
	if p.Last != "" && g.Meetings[len(g.Meetings)-1].Date == p.Last {
		return // came to the latest
	}
	p.Until = addMonths(since, months)
	p.Away = p.Until <= today
}

// addMonths is the same day so many months later, or the last of that month
// where it is shorter.
func addMonths(d model.Date, months int) model.Date {
	t := d.Time()
	later := t.AddDate(0, months, 0)
	if later.Day() != t.Day() {
		later = later.AddDate(0, 0, -later.Day())
	}
	return model.DateOf(later)
}

// sorted is the register with its rows in order.
func (g *gathering) sorted() Grid {
	at := make([]int, len(g.People))
	for i := range at {
		at[i] = i
	}
	rank := func(i int) int {
		if g.People[i].Capacity == model.Member {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(at, func(a, b int) int { return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(g.order[a], g.order[b])) })
	people := make([]Person, len(at))
	for i, from := range at {
		people[i] = g.People[from]
	}
	g.People = people
	return g.Grid
}
