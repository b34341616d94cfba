package model

import "slices"

// ActionFilter says which actions are wanted. What is left empty is not asked.
type ActionFilter struct {
	// Open wants what is still to be done: open or in progress.
	Open bool `json:"open,omitempty"`
	// Overdue wants what is still to be done though its day has gone by, Chase
	// what is to be asked for again by now. Today is the day that tells.
	Overdue bool `json:"overdue,omitempty"`
	Chase   bool `json:"chase,omitempty"`
	Today   Date `json:"-"`
	// Owner and Forum are whole words of one owner and of the forum: "Smith"
	// finds "Cllr Smith". Body is the same of the body's name.
	Owner string `json:"owner,omitempty"`
	Forum string `json:"forum,omitempty"`
	Body  string `json:"body,omitempty"`
	// BodyID is the body itself.
	BodyID ID `json:"bodyId,omitempty"`
	// Text are words, or beginnings of words, of all that is known of the action.
	Text string `json:"text,omitempty"`
	// DueFrom and DueBy want what is due on a day from the one up to the other.
	DueFrom Date `json:"dueFrom,omitempty"`
	DueBy   Date `json:"dueBy,omitempty"`
	// States wants one of these.
	States []ActionState `json:"states,omitempty"`
}

// ActionSort is what a list of actions is sorted by.
type ActionSort string

// The ways to sort. What a list is not sorted by follows the order of the
// meetings and the numbers in them.
const (
	SortMeeting ActionSort = ""
	SortDue     ActionSort = "due"
	SortOwner   ActionSort = "owner"
	SortState   ActionSort = "state"
	SortNumber  ActionSort = "number"
)

// ActionSorts are all of them.
var ActionSorts = []ActionSort{SortMeeting, SortDue, SortOwner, SortState, SortNumber}

// ActionGroup is what the actions of a list stand together by.
type ActionGroup string

// The ways to group.
const (
	GroupNone    ActionGroup = ""
	GroupOwner   ActionGroup = "owner"
	GroupMeeting ActionGroup = "meeting"
)

// ActionGroups are all of them.
var ActionGroups = []ActionGroup{GroupNone, GroupOwner, GroupMeeting}

// View is a way to look at the action register, kept under a name.
type View struct {
	Name   string       `json:"name"`
	Wanted ActionFilter `json:"wanted,omitzero"`
	Sort   ActionSort   `json:"sort,omitempty"`
	// Down sorts from the last to the first.
	Down  bool        `json:"down,omitempty"`
	Group ActionGroup `json:"group,omitempty"`
}

func (v View) clone() View {
	v.Wanted.States = slices.Clone(v.Wanted.States)
	return v
}
