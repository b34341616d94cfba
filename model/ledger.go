package model

// ActionState is the life of an action after it was agreed. It never touches
// the minutes that agreed it.
type ActionState string

// The states of an action.
const (
	Open        ActionState = "open"
	InProgress  ActionState = "progress"
	Complete    ActionState = "complete"
	Noted       ActionState = "noted"
	Transferred ActionState = "transferred"
	Superseded  ActionState = "superseded"
	Withdrawn   ActionState = "withdrawn"
)

// ActionStates are all of them.
var ActionStates = []ActionState{Open, InProgress, Complete, Noted, Transferred, Superseded, Withdrawn}

// Outstanding says whether something is still to be done.
func (s ActionState) Outstanding() bool { return s == Open || s == InProgress }

// Event is what happened to an action after its meeting. Events are only ever
// added; an error is put right by a later event.
type Event struct {
	// Meeting and Action are where the action was agreed: its entry.
	Meeting ID `json:"meeting"`
	Action  ID `json:"action"`
	// N counts the action's events from 1; the book gives it.
	N int `json:"n"`
	// State that the action is in from this event on.
	State ActionState `json:"state"`
	// On is the day it happened.
	On   Date   `json:"on,omitempty"`
	Note string `json:"note,omitempty"`
	// NotedBy is the meeting that noted it, if one did.
	NotedBy ID `json:"notedBy,omitempty"`
	// By is who said or did it, Link where the evidence is.
	By   string `json:"by,omitempty"`
	Link string `json:"link,omitempty"`
	// Chase is the day to ask for it again; it holds until the next event that
	// says another or ends the action.
	Chase Date `json:"chase,omitempty"`
	// Owners are who has it from now on, where that changed.
	Owners []string `json:"owners,omitempty"`
	// To says where a transferred action went, or what took a superseded one's
	// place; ToMeeting and ToAction are that action, where it is in the book.
	To        string `json:"to,omitempty"`
	ToMeeting ID     `json:"toMeeting,omitempty"`
	ToAction  ID     `json:"toAction,omitempty"`
	// Made is when the event was recorded, RFC 3339.
	Made string `json:"made,omitempty"`
}
