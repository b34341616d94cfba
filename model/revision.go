package model

// Revision is an earlier state of a meeting that the book still keeps.
type Revision struct {
	Rev int
	// Until is when another took its place, RFC 3339; "" where the book was
	// written by a program that did not note it.
	Until string
}
