package model

import "fmt"

// Missing is the error of a change that names something the meeting has not.
type Missing struct {
	// What it is in a word: "item", "entry", "attendee".
	What string
	ID   ID
}

func (e *Missing) Error() string { return fmt.Sprintf("the meeting has no %s %q", e.What, e.ID) }

// Invalid is the error of a change that would make something that cannot be.
type Invalid struct {
	// Field is what was to be changed; Why says what is wrong with it.
	Field, Why string
}

func (e *Invalid) Error() string { return e.Field + ": " + e.Why }

// Sealed is the error of a change to approved minutes.
type Sealed struct{ Meeting ID }

func (e *Sealed) Error() string {
	return "the minutes are approved: nothing in them changes any more"
}
