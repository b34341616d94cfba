package model

import "slices"

// State is the life of a meeting and of its minutes.
type State string

// The states of a meeting. Actions have states of their own: [ActionState].
const (
	Planned    State = "planned"
	Live       State = "live"
	Adjourned  State = "adjourned"
	Inquorate  State = "inquorate"
	Cancelled  State = "cancelled"
	Draft      State = "draft"
	Circulated State = "circulated"
	Approved   State = "approved"
)

// States are all states, in the order of a meeting's life.
var States = []State{Planned, Live, Adjourned, Inquorate, Cancelled, Draft, Circulated, Approved}

// Frozen says whether numbers are frozen: the minutes have left the office.
func (s State) Frozen() bool { return s == Circulated || s == Approved }

// MeetingKind is what sort of meeting it is.
type MeetingKind string

// The kinds of meeting. The ordinary one is empty, so that it is not written.
const (
	Ordinary      MeetingKind = ""
	Extraordinary MeetingKind = "extraordinary"
	Annual        MeetingKind = "annual"
)

// Meeting is one meeting of one body, with its minutes. Nothing in it follows
// the roster: names, posts and the body's name are as at the meeting.
type Meeting struct {
	ID  ID  `json:"id"`
	Rev int `json:"rev,omitempty"`
	// Made is when the meeting was entered in the book, RFC 3339.
	Made   string `json:"made,omitempty"`
	BodyID ID     `json:"bodyId,omitempty"`
	// Body is the body's name as at the meeting.
	Body  string `json:"body"`
	Style string `json:"style,omitempty"`
	// Title only where it differs from the house style's pattern.
	Title string      `json:"title,omitempty"`
	Kind  MeetingKind `json:"kind,omitempty"`
	Date  Date        `json:"date"`
	State State       `json:"state"`
	// Begin and End are the times it was called for.
	Begin           Clock  `json:"begin,omitempty"`
	End             Clock  `json:"end,omitempty"`
	Venue           string `json:"venue,omitempty"`
	PublicationType string `json:"publicationType,omitempty"`
	PublicationDate Date   `json:"publicationDate,omitempty"`
	// Started and Closed are when it began and ended.
	Started Clock `json:"started,omitempty"`
	Closed  Clock `json:"closed,omitempty"`
	// Chair and Clerk are attendees.
	Chair ID `json:"chair,omitempty"`
	Clerk ID `json:"clerk,omitempty"`
	// Public is the head count of the public; nil where not recorded.
	Public *int `json:"public,omitempty"`
	// Quorum is the body's as at the meeting: how many members must be there;
	// 0 where it has no rule.
	Quorum    int        `json:"quorum,omitempty"`
	Attendees []Attendee `json:"attendees,omitempty"`
	Items     []Item     `json:"items,omitempty"`
	// Restricting is set between /restricted and /unrestricted: everything
	// entered meanwhile is restricted.
	Restricting *Restriction `json:"restricting,omitempty"`
	Next        *Next        `json:"next,omitempty"`
	// Numbering is how its numbers run on from earlier meetings; Frozen are
	// those that have left the office.
	Numbering Numbered `json:"numbering,omitzero"`
	Frozen    *Frozen  `json:"frozen,omitempty"`
	// Circulated is every time that the agenda or the minutes were sent out,
	// Corrections how the minutes should read, Passed how they were approved,
	// each in the order in which it came.
	Circulated  []Circulation `json:"circulated,omitempty"`
	Corrections []Correction  `json:"corrections,omitempty"`
	Passed      []Passed      `json:"passed,omitempty"`
	// Seal is set once the minutes are sealed: nothing in them changes any more.
	Seal *SealMark `json:"seal,omitempty"`
}

// Next is when and where the body meets again.
type Next struct {
	Date  Date   `json:"date"`
	At    Clock  `json:"at,omitempty"`
	Venue string `json:"venue,omitempty"`
}

// Clone is a copy that shares nothing with m.
func (m Meeting) Clone() Meeting {
	m.Public = copyOf(m.Public)
	m.Attendees = slices.Clone(m.Attendees)
	for i := range m.Attendees {
		m.Attendees[i] = m.Attendees[i].clone()
	}
	m.Items = slices.Clone(m.Items)
	for i := range m.Items {
		m.Items[i] = m.Items[i].clone()
	}
	m.Restricting = m.Restricting.clone()
	m.Next = copyOf(m.Next)
	m.Frozen = m.Frozen.clone()
	m.Circulated = slices.Clone(m.Circulated)
	for i := range m.Circulated {
		m.Circulated[i] = m.Circulated[i].clone()
	}
	m.Corrections = slices.Clone(m.Corrections)
	for i := range m.Corrections {
		m.Corrections[i] = m.Corrections[i].clone()
	}
	m.Passed = slices.Clone(m.Passed)
	m.Seal = copyOf(m.Seal)
	return m
}

// Item is the item of that ID.
func (m Meeting) Item(id ID) (Item, bool) {
	i := slices.IndexFunc(m.Items, func(it Item) bool { return it.ID == id })
	if i < 0 {
		return Item{}, false
	}
	return m.Items[i], true
}

// Entry is the entry of that ID and the item it stands in.
func (m Meeting) Entry(id ID) (Entry, Item, bool) {
	for _, it := range m.Items {
		for _, e := range it.Entries {
			if e.ID == id {
				return e, it, true
			}
		}
	}
	return Entry{}, Item{}, false
}

// Actions are the action entries in running order.
func (m Meeting) Actions() []Entry {
	var actions []Entry
	for _, it := range m.Items {
		for _, e := range it.Entries {
			if e.Kind == Action {
				actions = append(actions, e)
			}
		}
	}
	return actions
}

// Action is the action that has that number.
func (m Meeting) Action(number int) (Entry, bool) {
	for _, e := range m.Actions() {
		if e.Number == number {
			return e, true
		}
	}
	return Entry{}, false
}

// NextAction is the number that the next action takes: the highest in the
// meeting plus one, or the first of its series.
func (m Meeting) NextAction() int {
	highest := m.Numbering.Actions.Begins() - 1
	for _, e := range m.Actions() {
		highest = max(highest, e.Number)
	}
	if m.Frozen != nil {
		for _, number := range m.Frozen.Actions {
			highest = max(highest, number)
		}
	}
	return highest + 1
}

// NextDecision is the number that the next decision takes: the one behind the
// highest of its series in the meeting, or the first; "" where decisions have
// none of themselves.
func (m Meeting) NextDecision() string {
	s := m.Numbering.Decisions
	if s.Run == PerMeeting {
		return ""
	}
	highest := s.Begins() - 1
	for _, it := range m.Items {
		for _, e := range it.Entries {
			if e.Resolution != nil {
				highest = max(highest, s.Number(e.Resolution.Number))
			}
		}
	}
	if m.Frozen != nil {
		for _, number := range m.Frozen.Decisions {
			highest = max(highest, s.Number(number))
		}
	}
	return s.YearFirst(highest + 1)
}
