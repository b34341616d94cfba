package model

// Incoming is what comes into a book from another copy of it: all of it or
// none is kept.
type Incoming struct {
	Batch
	// Histories are actions with all that happened to them, in the place of what
	// the book has of each; nothing that it has is missing in them.
	Histories []History
	// Records are earlier revisions and unfinished words; those that the book
	// has stay as they are.
	Records []Record
	// Back is a body that was handed over and comes back; "" for none.
	Back ID
}

// History is all that happened to one action, in its order.
type History struct {
	Meeting, Action ID
	Events          []Event
}
