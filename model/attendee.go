package model

import "slices"

// Capacity is in what role somebody is at a meeting.
type Capacity string

// The capacities. A member has the empty one, so that it is not written out.
const (
	Member    Capacity = ""
	Attending Capacity = "attending"
	Observing Capacity = "observing"
)

// Capacities are all of them, in the order in which they are printed.
var Capacities = []Capacity{Member, Attending, Observing}

// Mark is what the roll call found.
type Mark string

// The marks of the roll call.
const (
	Present   Mark = "present"
	Apologies Mark = "apologies"
	Absent    Mark = "absent"
)

// Marks are all of them, in the order in which they are printed.
var Marks = []Mark{Present, Apologies, Absent}

// Attendee is a person as at one meeting. A later change of the roster never
// reaches it.
type Attendee struct {
	ID ID `json:"id"`
	// Person is who this is in the book; "" where nobody has said.
	Person ID `json:"person,omitempty"`
	// Name as printed, with honorific or rank.
	Name string `json:"name"`
	Post string `json:"post,omitempty"`
	// Group is the heading under which the name stands: an organisation.
	Group    string   `json:"group,omitempty"`
	Capacity Capacity `json:"capacity,omitempty"`
	Mark     Mark     `json:"mark"`
	// Reason given with apologies or absence.
	Reason string `json:"reason,omitempty"`
	Remote bool   `json:"remote,omitempty"`
	// DeputyFor is the name of the person whose place is taken.
	DeputyFor string `json:"deputyFor,omitempty"`
	// Items are the references of the only items attended, as printed;
	// empty where the whole meeting was.
	Items []string `json:"items,omitempty"`
	// Unsure marks somebody the program did not know, for follow-up.
	Unsure bool `json:"unsure,omitempty"`
}

func (a Attendee) clone() Attendee {
	a.Items = slices.Clone(a.Items)
	return a
}

// Groups are the groups of the attendees that keep accepts, in the order of
// their first name; "" stands for those without one.
func (m Meeting) Groups(keep func(Attendee) bool) []string {
	var groups []string
	for _, a := range m.Attendees {
		if keep(a) && !slices.Contains(groups, a.Group) {
			groups = append(groups, a.Group)
		}
	}
	return groups
}

// Attendee is the attendee of that ID.
func (m Meeting) Attendee(id ID) (Attendee, bool) {
	i := slices.IndexFunc(m.Attendees, func(a Attendee) bool { return a.ID == id })
	if i < 0 {
		return Attendee{}, false
	}
	return m.Attendees[i], true
}
