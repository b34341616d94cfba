package bring

import (
	"slices"

	"minutebook/model"
	"minutebook/model/find"
	"minutebook/model/roster"
)

// Who is who an attendee is in the book.
type Who struct {
	// Attendee of the meeting, and the name as printed.
	Attendee model.ID
	Name     string
	// Person is who that is; "" where New is set and somebody is added to the
	// book, or where nobody knows and the meeting has the name alone.
	Person model.ID
	New    bool
	// Confidence is from 0 to 1; 1 where the clerk chose.
	Confidence float64
	// Instead are others of the book who may be meant, likeliest first.
	Instead []model.Person
}

// How sure a match is.
const (
	sameOnBody  = 0.97 // the name of somebody on the body
	sameInBook  = 0.9  // the name of somebody in the book
	sameOfThese = 0.85 // the name of several, of whom one is on the body
	fewLetters  = 0.7  // a name that initials stand for, on the body
	brandNew    = 0.9  // nobody has a name like it
	perhapsNew  = 0.6  // somebody may have that name
)

// who finds who an attendee is: somebody of the book, somebody new, or, where
// two fit alike, nobody in particular. A person too many is seen and put right,
// two made one are not; so a changed surname is never guessed.
func (k *Known) who(b model.Body, a model.Attendee) Who {
	w := Who{Attendee: a.ID, Name: a.Name}
	all := k.called(b, a.Name)
	if len(roster.Plain(a.Name)) < 2 {
		return w.bySurname(b, all, a)
	}
	person, why, ok := roster.Who(b, all, a.Name, "")
	switch {
	case ok:
		w.Person, w.Confidence = person.ID, sureness(b, person, why)
	case why != nil: // several have that name
		w.Confidence = perhapsNew
	default:
		w.New, w.Confidence = !a.Unsure, brandNew
	}
	for _, p := range all {
		if p.ID != w.Person && roster.Alike(p.Name, a.Name) {
			w.Instead = append(w.Instead, p)
		}
	}
	if w.New && len(w.Instead) > 0 {
		w.Confidence = perhapsNew
	}
	return w
}

// sureness is how sure it is that somebody is meant; why is what is unsure
// about it, nil for nothing.
func sureness(b model.Body, who model.Person, why *roster.Guess) float64 {
	switch {
	case why == nil && sits(b, who.ID):
		return sameOnBody
	case why == nil:
		return sameInBook
	case why.Why == roster.OneOfThese:
		return sameOfThese
	}
	return fewLetters
}

// bySurname finds whom a surname alone may mean, with or without an honorific:
// the only one of that name on the body, perhaps.
func (w Who) bySurname(b model.Body, all []model.Person, a model.Attendee) Who {
	var seated []model.Person
	for _, p := range all {
		if sits(b, p.ID) {
			seated = append(seated, p)
		}
	}
	if len(seated) == 1 {
		w.Person = seated[0].ID
	}
	for _, p := range all {
		if p.ID != w.Person {
			w.Instead = append(w.Instead, p)
		}
	}
	switch {
	case w.Person != "":
		w.Confidence = fewLetters
	case len(all) > 0:
		w.Confidence = perhapsNew
	default:
		w.New, w.Confidence = !a.Unsure, brandNew
	}
	return w
}

// called are the people of the book with that surname, in their own name or on
// the roster of the body, but for those whose honorific is another's.
func (k *Known) called(b model.Body, name string) []model.Person {
	words := roster.Plain(name)
	if len(words) == 0 {
		return nil
	}
	surname := words[len(words)-1]
	all := slices.Clone(k.surnames[surname])
	for _, s := range b.Seats {
		own := roster.Plain(s.Name)
		if s.Person == "" || len(own) == 0 || own[len(own)-1] != surname || slices.ContainsFunc(all, func(p model.Person) bool { return p.ID == s.Person }) {
			continue
		}
		if p, ok := k.person(s.Person); ok {
			all = append(all, p)
		}
	}
	return slices.DeleteFunc(all, func(p model.Person) bool { return roster.Apart(p.Name, name) })
}

// person is the person of that identity.
func (k *Known) person(id model.ID) (model.Person, bool) {
	i, ok := k.places[id]
	if !ok {
		return model.Person{}, false
	}
	return k.people[i], true
}

// sits says whether somebody has or had a seat on a body.
func sits(b model.Body, person model.ID) bool {
	return slices.ContainsFunc(b.Seats, func(s model.Seat) bool { return s.Person == person })
}

// sameWords says whether two texts are the same but for case, accents and
// punctuation.
func sameWords(a, b string) bool { return slices.Equal(find.Tokens(a), find.Tokens(b)) }
