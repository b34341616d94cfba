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
	person, why, ok := roster.Who(b, all, a.Name, "")
	named := len(roster.Plain(a.Name)) > 1
	switch {
	case ok && !named:
		// "Mr Smith" may be any of that surname.
		w.Person, w.Confidence = person.ID, fewLetters
	case ok && why == nil && sits(b, person.ID):
		w.Person, w.Confidence = person.ID, sameOnBody
	case ok && why == nil:
		w.Person, w.Confidence = person.ID, sameInBook
	case ok && why.Why == roster.OneOfThese:
		w.Person, w.Confidence = person.ID, sameOfThese
	case ok:
		w.Person, w.Confidence = person.ID, fewLetters
	case why != nil: // several have that name
		w.Confidence = perhapsNew
	default:
		w.New, w.Confidence = !a.Unsure, brandNew
	}
	for _, p := range all {
		if p.ID != w.Person && !roster.Apart(p.Name, a.Name) && (roster.SameName(p.Name, a.Name) || roster.MayBe(p.Name, a.Name) || !named) {
			w.Instead = append(w.Instead, p)
		}
	}
	if w.New && len(w.Instead) > 0 {
		w.New, w.Confidence = named, perhapsNew
	}
	if seated := slices.DeleteFunc(slices.Clone(w.Instead), func(p model.Person) bool { return !sits(b, p.ID) }); w.Person == "" && !named && len(seated) == 1 {
		w.Person, w.Confidence = seated[0].ID, fewLetters
		w.Instead = slices.DeleteFunc(w.Instead, func(p model.Person) bool { return p.ID == w.Person })
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
