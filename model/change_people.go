package model

import (
	"slices"
	"strings"
)

func attendeeID(a Attendee) ID { return a.ID }

// AddAttendee puts somebody on the attendance list.
type AddAttendee struct {
	Attendee Attendee
	// After is the attendee it follows: "" for the first place, Last for the end.
	After ID
}

func (c AddAttendee) apply(m *Meeting) (Change, error) {
	if err := checkAttendee(c.Attendee); err != nil {
		return nil, err
	}
	if _, ok := m.Attendee(c.Attendee.ID); ok {
		return nil, &Invalid{"attendee", "is there already"}
	}
	i, err := placeAfter(m.Attendees, c.After, attendeeID, "attendee")
	if err != nil {
		return nil, err
	}
	m.Attendees = slices.Insert(m.Attendees, i, c.Attendee.clone())
	return RemoveAttendee{c.Attendee.ID}, nil
}

func checkAttendee(a Attendee) error {
	switch {
	case a.ID == "":
		return &Invalid{"attendee", "has no identity"}
	case strings.TrimSpace(a.Name) == "":
		return &Invalid{"name", "is empty"}
	case strings.ContainsAny(a.Name+a.Post+a.Group+a.Reason+a.DeputyFor, "\n\r"):
		return &Invalid{"attendee", "is one line"}
	case !slices.Contains(Marks, a.Mark):
		return &Invalid{"mark", "is present, apologies or absent"}
	case !slices.Contains(Capacities, a.Capacity):
		return &Invalid{"capacity", "is member, attending or observing"}
	}
	return nil
}

// SetAttendee replaces what is known of an attendee; the ID says of whom.
type SetAttendee struct{ Attendee Attendee }

func (c SetAttendee) apply(m *Meeting) (Change, error) {
	if err := checkAttendee(c.Attendee); err != nil {
		return nil, err
	}
	i := slices.IndexFunc(m.Attendees, func(a Attendee) bool { return a.ID == c.Attendee.ID })
	if i < 0 {
		return nil, &Missing{"attendee", c.Attendee.ID}
	}
	undo := SetAttendee{m.Attendees[i]}
	m.Attendees[i] = c.Attendee.clone()
	return undo, nil
}

// RemoveAttendee takes somebody off the attendance list. Somebody whose coming
// or going is minuted, or who is in the chair or the clerk, stays.
type RemoveAttendee struct{ ID ID }

func (c RemoveAttendee) apply(m *Meeting) (Change, error) {
	i := slices.IndexFunc(m.Attendees, func(a Attendee) bool { return a.ID == c.ID })
	if i < 0 {
		return nil, &Missing{"attendee", c.ID}
	}
	if m.Chair == c.ID || m.Clerk == c.ID || m.moves(c.ID) {
		return nil, &Invalid{"attendee", "is named elsewhere in the minutes"}
	}
	undo := AddAttendee{m.Attendees[i], before(m.Attendees, i, attendeeID)}
	m.Attendees = slices.Delete(m.Attendees, i, i+1)
	return undo, nil
}

// moves says whether an arrival or departure of that attendee is minuted.
func (m Meeting) moves(id ID) bool {
	for _, it := range m.Items {
		for _, e := range it.Entries {
			if e.Movement != nil && e.Movement.Who == id {
				return true
			}
		}
	}
	return false
}

// MoveAttendee gives an attendee another place in the list.
type MoveAttendee struct{ ID, After ID }

func (c MoveAttendee) apply(m *Meeting) (Change, error) {
	i := slices.IndexFunc(m.Attendees, func(a Attendee) bool { return a.ID == c.ID })
	if i < 0 {
		return nil, &Missing{"attendee", c.ID}
	}
	if c.After == c.ID {
		return nil, &Invalid{"attendee", "cannot follow itself"}
	}
	undo := MoveAttendee{c.ID, before(m.Attendees, i, attendeeID)}
	a := m.Attendees[i]
	rest := slices.Delete(slices.Clone(m.Attendees), i, i+1)
	j, err := placeAfter(rest, c.After, attendeeID, "attendee")
	if err != nil {
		return nil, err
	}
	m.Attendees = slices.Insert(rest, j, a)
	return undo, nil
}
