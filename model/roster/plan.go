package roster

import (
	"slices"
	"strings"

	"minutebook/model"
)

// Doing is what a pasted list makes of a seat.
type Doing string

// What can be done. A change from a day on ends the seat and begins another.
const (
	Add    Doing = "add"
	Change Doing = "change"
	Keep   Doing = "keep"
	End    Doing = "end"
)

// Step is what happens to one seat.
type Step struct {
	Do   Doing      `json:"do"`
	Seat model.Seat `json:"seat"`
	// Was is the seat before; nil where it is new.
	Was *model.Seat `json:"was,omitempty"`
	// Person is whoever sits there, as they will be in the book; Base is the
	// revision that the book has of them, 0 for somebody new.
	Person model.Person `json:"person"`
	Base   int          `json:"base"`
	// NewMail says that the person's address changes.
	NewMail bool `json:"newMail,omitempty"`
	// Unsure are the guesses behind the step.
	Unsure []Guess `json:"unsure,omitempty"`
}

// Options say how a list is taken over.
type Options struct {
	// From is the day on which new seats begin, and changed ones change; ""
	// puts the roster right as if it had always been so.
	From model.Date
	// Whole says that the list is all of the roster: whoever is not in it ends
	// the day before From, or, without From, the day before Today.
	Whole bool
	Today model.Date
}

// Plan is what a pasted list makes of a roster, step by step: the people of the
// list in its order, then whoever is not in it.
func Plan(b model.Body, people []model.Person, lines []Line, o Options, newID func() model.ID) []Step {
	p := &planner{b: b, people: slices.Clone(people), o: o, newID: newID, used: map[model.ID]bool{}}
	var steps []Step
	for _, l := range lines {
		steps = append(steps, p.step(l))
	}
	if o.Whole {
		steps = append(steps, p.others()...)
	}
	return steps
}

type planner struct {
	b      model.Body
	people []model.Person
	o      Options
	newID  func() model.ID
	used   map[model.ID]bool // seats that a line spoke of
}

// day is the one that the list is about.
func (p *planner) day() model.Date {
	if p.o.From != "" {
		return p.o.From
	}
	return p.o.Today
}

func (p *planner) step(l Line) Step {
	s := Step{Do: Add, Unsure: slices.Clone(l.Unsure)}
	who, why, ok := Who(p.b, p.people, l.Name, l.Mail)
	if why != nil {
		s.Unsure = append(s.Unsure, *why)
	}
	s.Person, s.Base = who, who.Rev
	if !ok {
		s.Person, s.Base = model.Person{ID: p.newID(), Name: l.Name}, 0
	}
	if l.Mail != "" && !strings.EqualFold(s.Person.Mail, l.Mail) {
		if s.Person.Mail != "" {
			s.Unsure = append(s.Unsure, Guess{HadMail, s.Person.Mail})
		}
		s.Person.Mail, s.NewMail = l.Mail, true
	}
	p.remember(s.Person)
	was, sits := p.seatOf(s.Person.ID, l)
	if !sits {
		s.Seat = model.Seat{ID: p.newID(), Person: s.Person.ID, Name: l.Name, Post: l.Post, Acting: l.Acting, Group: l.Group, Capacity: l.Capacity,
			From: first(l.From, p.o.From), To: l.To}
		return s
	}
	p.used[was.ID] = true
	s.Was = &was
	s.Seat = after(was, l)
	s.Seat.Person = s.Person.ID
	switch {
	case s.Seat == was && !s.NewMail:
		s.Do = Keep
	case s.Seat == was:
		s.Do = Change
	default:
		s.Do = Change
		if p.o.From != "" && p.o.From > was.From && was.Post != s.Seat.Post {
			s.Seat.ID, s.Seat.From = p.newID(), p.o.From
		}
	}
	return s
}

// first is the first of some words that says anything.
func first[T ~string](words ...T) T {
	for _, w := range words {
		if w != "" {
			return w
		}
	}
	return ""
}

// remember lets a later line of the list mean the same person.
func (p *planner) remember(who model.Person) {
	i := slices.IndexFunc(p.people, func(o model.Person) bool { return o.ID == who.ID })
	if i < 0 {
		p.people = append(p.people, who)
		return
	}
	p.people[i] = who
}

// seatOf is the seat that a line is about: of those that the person has that
// day or later the one with that post, or else the first.
func (p *planner) seatOf(who model.ID, l Line) (model.Seat, bool) {
	var found []model.Seat
	for _, s := range p.b.Seats {
		theirs := s.Person == who || s.Person == "" && slices.Equal(plainName(s.Name), plainName(l.Name))
		if theirs && !p.used[s.ID] && (s.To == "" || s.To >= p.day()) {
			found = append(found, s)
		}
	}
	for _, s := range found {
		if sameWords(s.Post, l.Post) {
			return s, true
		}
	}
	if len(found) == 0 {
		return model.Seat{}, false
	}
	return found[0], true
}

// after is a seat as a line has it. What the line leaves out stays; so does a
// name that is only written otherwise.
func after(s model.Seat, l Line) model.Seat {
	if !slices.Equal(plainName(s.Name), plainName(l.Name)) && !shortOf(plainName(l.Name), plainName(s.Name)) || honoured(l.Name) && !sameWords(l.Name, s.Name) && !shortOf(plainName(l.Name), plainName(s.Name)) {
		s.Name = l.Name
	}
	if l.Post != "" && (!sameWords(l.Post, s.Post) || s.Acting != l.Acting) {
		s.Post, s.Acting = l.Post, l.Acting
	}
	if l.Group != "" && !sameWords(l.Group, s.Group) {
		s.Group = l.Group
	}
	if l.capacitySaid {
		s.Capacity = l.Capacity
	}
	s.From, s.To = first(l.From, s.From), first(l.To, s.To)
	return s
}

// others are the seats of that day that the list does not speak of.
func (p *planner) others() []Step {
	var steps []Step
	for _, s := range p.b.SeatsOn(p.day()) {
		if p.used[s.ID] {
			continue
		}
		was := s
		i := slices.IndexFunc(p.people, func(o model.Person) bool { return o.ID == s.Person })
		var who model.Person
		if i >= 0 {
			who = p.people[i]
		}
		s.To = p.day().AddDays(-1)
		step := Step{Do: End, Seat: s, Was: &was, Person: who, Base: who.Rev}
		if s.From > s.To {
			s.To = s.From
			step.Seat = s
		}
		steps = append(steps, step)
	}
	return steps
}

// Apply is the body with the steps taken, and the people to be kept with it: the
// new ones, and those whose address changes. b itself stays as it is.
func Apply(b model.Body, steps []Step) (model.Body, []model.Save[model.Person]) {
	b = b.Clone()
	var people []model.Save[model.Person]
	for _, s := range steps {
		if s.Do == Keep {
			continue
		}
		b.Seats = s.on(b.Seats)
		if s.Do == End || s.Base > 0 && !s.NewMail {
			continue
		}
		who := s.Person
		who.Rev = s.Base + 1
		save := model.Save[model.Person]{Base: s.Base, Value: who}
		if i := slices.IndexFunc(people, func(o model.Save[model.Person]) bool { return o.Value.ID == who.ID }); i >= 0 {
			people[i] = save
		} else {
			people = append(people, save)
		}
	}
	return b, people
}

// on are the seats with the step taken: one that is new comes behind the last
// of its group, or right behind the one that it follows.
func (s Step) on(seats []model.Seat) []model.Seat {
	at := -1
	if s.Was != nil {
		at = slices.IndexFunc(seats, func(o model.Seat) bool { return o.ID == s.Was.ID })
	}
	switch {
	case at >= 0 && s.Seat.ID == s.Was.ID:
		seats[at] = s.Seat
		return seats
	case at >= 0:
		seats[at].To = s.Seat.From.AddDays(-1)
		return slices.Insert(seats, at+1, s.Seat)
	}
	return Insert(seats, s.Seat)
}

// Insert puts a new seat behind the last of its group, or at the end.
func Insert(seats []model.Seat, s model.Seat) []model.Seat {
	at := len(seats)
	for i, o := range seats {
		if sameWords(o.Group, s.Group) {
			at = i + 1
		}
	}
	return slices.Insert(slices.Clone(seats), at, s)
}

// Succeed is a roster on which somebody has the post of another from a day on:
// that seat ends the day before, and theirs begins, with the same post, group
// and capacity, not acting unless said.
func Succeed(seats []model.Seat, id model.ID, by model.Seat, on model.Date) []model.Seat {
	at := slices.IndexFunc(seats, func(s model.Seat) bool { return s.ID == id })
	if at < 0 {
		return seats
	}
	seats = slices.Clone(seats)
	was := seats[at]
	seats[at].To = on.AddDays(-1)
	by.Post, by.Group, by.Capacity = first(by.Post, was.Post), first(by.Group, was.Group), was.Capacity
	by.From = on
	return slices.Insert(seats, at+1, by)
}

// Totals are how many steps do what.
type Totals struct{ Added, Changed, Ended, Kept int }

// Sum counts steps by what they do.
func Sum(steps []Step) Totals {
	var t Totals
	for _, s := range steps {
		switch s.Do {
		case Add:
			t.Added++
		case Change:
			t.Changed++
		case End:
			t.Ended++
		case Keep:
			t.Kept++
		}
	}
	return t
}

// Nothing says whether nothing would change.
func (t Totals) Nothing() bool { return t.Added+t.Changed+t.Ended == 0 }
