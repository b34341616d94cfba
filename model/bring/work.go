package bring

import (
	"regexp"
	"slices"

	"minutebook/model"
	"minutebook/model/minutes/recognise"
)

// work reads the document with all that was said and chosen, and plans anew.
func (p *Plan) work() {
	bodies, people := p.known.names()
	o := recognise.Options{Bodies: bodies, Names: people, Date: dateIn(p.doc.Name)}
	if p.chosen.date != "" {
		o.Date = p.chosen.date
	}
	if p.bare == nil || p.read != o.Date {
		found := recognise.Meeting(p.doc, o)
		p.bare, p.read = &found, o.Date
	}
	p.first = *p.bare
	p.body(p.first)
	if o.Habits = p.habits(); len(o.Habits) > 0 {
		p.first = recognise.Meeting(p.doc, o)
	}
	p.Found = p.first
	if o.Said = p.said; len(p.said) > 0 {
		p.Found = recognise.Meeting(p.doc, o)
	}
	p.Found, p.Doubts = recognise.Accept(p.doc, o, p.Found, p.least)
	p.Found.Meeting = p.Found.Meeting.Clone() // which choices change
	if p.chosen.body == "" && !p.chosen.newBody {
		p.body(p.Found) // a correction may have named it
	}
	if p.chosen.date != "" || p.Found.Meeting.Date == "" {
		p.Found.Meeting.Date = o.Date
	}
	p.match()
}

// day is one in the name of a file, as programs write it.
var day = regexp.MustCompile(`(?:^|\D)((?:19|20)\d\d)-?([01]\d)-?([0-3]\d)(?:\D|$)`)

// dateIn is the day that a file's name says; "" where it says none.
func dateIn(name string) model.Date {
	found := day.FindStringSubmatch(name)
	if found == nil {
		return ""
	}
	if d := model.Date(found[1] + "-" + found[2] + "-" + found[3]); d.Valid() {
		return d
	}
	return ""
}

// habits are those of the body, with what was learnt for always here.
func (p *Plan) habits() []model.Habit { return merged(p.Body.Habits, p.always) }

// body chooses the body.
func (p *Plan) body(found recognise.Found) {
	name := found.Meeting.Body
	switch {
	case p.chosen.body != "":
		if b, ok := p.known.body(p.chosen.body); ok {
			_, guess, _ := p.known.bodyOf(name)
			p.Body, p.NewBody, p.Guess = b, false, BodyGuess{1, "you chose it", without(guess.Instead, b.ID)}
			return
		}
	case p.chosen.newBody:
		_, guess, _ := p.known.bodyOf(p.chosen.bodyName)
		p.Body, p.NewBody, p.Guess = model.Body{Name: p.chosen.bodyName}, true, BodyGuess{1, "you named it", guess.Instead}
		return
	}
	b, guess, ok := p.known.bodyOf(name)
	if !ok && name == "" {
		b, guess, ok = p.known.bodyWith(found.Meeting.Attendees)
	}
	if !ok {
		b = model.Body{Name: name}
		guess.Confidence, guess.Why = recognise.Sure, "a name that the book does not have"
		if name == "" || len(p.known.like(telling(name))) > 0 {
			guess.Confidence = 0.6
		}
	}
	p.Body, p.NewBody, p.Guess = b, !ok, guess
}

func without(list []model.Body, id model.ID) []model.Body {
	return slices.DeleteFunc(list, func(b model.Body) bool { return b.ID == id })
}

// match plans what follows from the body and from what was found.
func (p *Plan) match() {
	m := &p.Found.Meeting
	m.BodyID = p.Body.ID
	if m.Body == "" || p.chosen.newBody || sameWords(m.Body, p.Body.Name) {
		m.Body = p.Body.Name
	}
	if p.chosen.kind != nil {
		m.Kind = *p.chosen.kind
	}
	p.People = p.People[:0:0]
	for _, a := range m.Attendees {
		p.People = append(p.People, p.whois(a))
	}
	p.styled()
	p.inBook()
	p.Rough = nil
	if p.Body.Name == "" {
		p.Rough = append(p.Rough, NoBody)
	}
	if !m.Date.Valid() {
		p.Rough = append(p.Rough, NoDay)
	}
	if !slices.ContainsFunc(m.Items, func(it model.Item) bool { return len(it.Entries) > 0 }) {
		p.Rough = append(p.Rough, NothingMinuted)
	}
}

// inBook finds what of the file the book has already.
func (p *Plan) inBook() {
	p.Clash, p.Ours = nil, nil
	m := p.Found.Meeting
	for i, s := range p.known.meetings {
		if s.ID == p.doc.Origin.Meeting && s.ID != "" {
			p.Ours = &p.known.meetings[i]
		}
		if !p.NewBody && s.BodyID == p.Body.ID && s.Date == m.Date && s.Kind == m.Kind {
			p.Clash = &p.known.meetings[i]
		}
	}
}

// whois is who an attendee is, as chosen or else as guessed. A guess of less
// confidence than the plan asks for is not made.
func (p *Plan) whois(a model.Attendee) Who {
	w := p.known.who(p.Body, a)
	if c, ok := p.chosen.people[a.ID]; ok {
		if was, ok := p.known.person(w.Person); ok && w.Person != c.person {
			w.Instead = append([]model.Person{was}, w.Instead...)
		}
		w.Instead = slices.DeleteFunc(w.Instead, func(o model.Person) bool { return o.ID == c.person })
		w.Person, w.New, w.Confidence = c.person, c.add, 1
		return w
	}
	if w.Confidence < p.least {
		if was, ok := p.known.person(w.Person); ok {
			w.Instead = append([]model.Person{was}, w.Instead...)
		}
		w.Person, w.New = "", false
	}
	return w
}

// styled chooses the house style: the one chosen, the one nearest to how the
// file looks, or the body's.
func (p *Plan) styled() {
	m := &p.Found.Meeting
	switch found := p.Found.Style; {
	case p.chosen.style != "":
		p.Style, p.StyleWhy = p.chosen.style, ""
	case found != "" && (len(p.known.styles) == 0 || slices.Contains(p.known.styles, found)):
		p.Style, p.StyleWhy = found, p.Found.StyleWhy
	default:
		p.Style, p.StyleWhy = p.Body.Style, ""
	}
	m.Style = p.Style
}
