// Package bring takes minutes that were written elsewhere into a book: of which
// body they are, who is who, in which style they go out again, and what was
// learnt of how that body writes. It says what it would do, lets a clerk choose
// otherwise, and gives what is to be kept.
package bring

import (
	"slices"

	"minutebook/model"
	"minutebook/model/roster"
)

// Known is what a book knows already. It is used by one goroutine at a time.
type Known struct {
	bodies   []model.Body
	people   []model.Person
	meetings []model.Summary
	styles   []string
	// surnames are the people by the last word of their names.
	surnames map[string][]model.Person
	// places are where people stand in people.
	places map[model.ID]int
}

// NewKnown is what a book knows: its bodies, people, meetings, and the names of
// the house styles there are.
func NewKnown(bodies []model.Body, people []model.Person, meetings []model.Summary, styles []string) *Known {
	k := &Known{bodies: slices.Clone(bodies), meetings: slices.Clone(meetings), styles: styles, surnames: map[string][]model.Person{}, places: map[model.ID]int{}}
	for _, p := range people {
		k.meet(p)
	}
	return k
}

// Bodies are the bodies that there are to choose from.
func (k *Known) Bodies() []model.Body { return k.bodies }

// Keep has k know what was kept of a plan, so that the next file finds it.
func (k *Known) Keep(b model.Batch) {
	for _, s := range b.Bodies {
		if i := slices.IndexFunc(k.bodies, func(o model.Body) bool { return o.ID == s.Value.ID }); i >= 0 {
			k.bodies[i] = s.Value
		} else {
			k.bodies = append(k.bodies, s.Value)
		}
	}
	for _, s := range b.People {
		k.meet(s.Value)
	}
	for _, s := range b.Meetings {
		k.meetings = append(k.meetings, s.Value.Summary())
	}
}

// meet has k know somebody.
func (k *Known) meet(p model.Person) {
	k.places[p.ID] = len(k.people)
	k.people = append(k.people, p)
	if words := roster.Plain(p.Name); len(words) > 0 {
		last := words[len(words)-1]
		k.surnames[last] = append(k.surnames[last], p)
	}
}

// body is the body of that identity.
func (k *Known) body(id model.ID) (model.Body, bool) {
	i := slices.IndexFunc(k.bodies, func(b model.Body) bool { return b.ID == id })
	if i < 0 {
		return model.Body{}, false
	}
	return k.bodies[i], true
}

// names are those of bodies and people, for the recogniser.
func (k *Known) names() (bodies, people []string) {
	for _, b := range k.bodies {
		bodies = append(bodies, b.Name)
	}
	for _, p := range k.people {
		people = append(people, p.Name)
	}
	return bodies, people
}
