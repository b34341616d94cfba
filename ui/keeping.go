package ui

import "minutebook/model"

// Keeping is what the window needs of the world to keep the book safe beside
// the clerk's work, and to move what is in it out and in. What takes time is
// done through Aside.
type Keeping struct {
	// Aside does work off the window's goroutine beside all other work, so that
	// nothing the clerk does waits for it, and then done with its error on the
	// window's goroutine.
	Aside func(work func() error, done func(error))
	// Purge removes for good private notes and earlier revisions of meetings. It
	// takes seconds.
	Purge func(meetings ...model.ID) (model.Purged, error)
}
