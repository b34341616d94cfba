package model

import "slices"

// AsListed is the meeting with the marks that the minutes list people under:
// whoever the roll call found absent and who joined later was present. What is
// recorded of them stays as it is.
func (m Meeting) AsListed() Meeting {
	if !slices.ContainsFunc(m.Attendees, func(a Attendee) bool { return a.Mark == Absent }) {
		return m
	}
	joined := map[ID]bool{}
	for _, it := range m.Items {
		for _, e := range it.Entries {
			if e.Movement != nil && e.Movement.Way == In {
				joined[e.Movement.Who] = true
			}
		}
	}
	m.Attendees = slices.Clone(m.Attendees)
	for i, a := range m.Attendees {
		if a.Mark == Absent && joined[a.ID] {
			m.Attendees[i].Mark = Present
		}
	}
	return m
}
