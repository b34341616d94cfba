package quick

import (
	"reflect"
	"slices"
	"strconv"

	"minutebook/model"
)

// meant is an entry without what is not its meaning: identity, time of entry,
// and nothing where there is nothing.
func meant(m model.Meeting, e model.Entry) model.Entry {
	e.ID, e.Made = "", ""
	e.Withheld = orNil(e.Withheld)
	if e.Movement != nil {
		move := *e.Movement
		move.Who = placeOf(m, move.Who)
		e.Movement = &move
	}
	if e.Action != nil {
		facts := *e.Action
		facts.Owners = orNil(facts.Owners)
		e.Action = &facts
	}
	if e.Vote != nil {
		v := *e.Vote
		v.ForNames, v.AgainstNames, v.AbstainNames = orNil(v.ForNames), orNil(v.AgainstNames), orNil(v.AbstainNames)
		e.Vote = &v
	}
	if e.Approves != nil {
		a := *e.Approves
		a.Meeting = ""
		e.Approves = &a
	}
	if e.Corrects != nil {
		f := *e.Corrects
		f.Meeting = ""
		e.Corrects = &f
	}
	tidy(&e)
	return e
}

// orNil is a list that is nil where it is empty.
func orNil[T any](list []T) []T {
	if len(list) == 0 {
		return nil
	}
	return list
}

// placeOf is an attendee's place in the list, written as an identity.
func placeOf(m model.Meeting, id model.ID) model.ID {
	i := slices.IndexFunc(m.Attendees, func(a model.Attendee) bool { return a.ID == id })
	if i < 0 {
		return ""
	}
	return model.ID(strconv.Itoa(i + 1))
}

// sameEntry says whether two entries of two meetings mean the same.
func sameEntry(m model.Meeting, a model.Entry, n model.Meeting, b model.Entry) bool {
	return reflect.DeepEqual(meant(m, a), meant(n, b))
}

// samePerson says whether two attendees mean the same.
func samePerson(a, b model.Attendee) bool {
	a.ID, b.ID, a.Person, b.Person = "", "", "", ""
	a.Items, b.Items = orNil(a.Items), orNil(b.Items)
	return reflect.DeepEqual(a, b)
}
