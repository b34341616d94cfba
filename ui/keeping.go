package ui

import (
	"time"

	"minutebook/model"
	"minutebook/model/merge"
)

// Keeping is what the window needs of the world to keep the book safe beside
// the clerk's work, and to move what is in it out and in. What takes time is
// done through Aside.
type Keeping struct {
	// Aside does work off the window's goroutine beside all other work, so that
	// nothing the clerk does waits for it, and then done with its error on the
	// window's goroutine.
	Aside func(work func() error, done func(error))
	// Backup writes a compacted copy of the book into a folder, lets go those of
	// its copies there that are too old, and says where the new one is. It takes
	// seconds.
	Backup func(folder string) (path string, err error)
	// LastBackup is when the latest copy in a folder was made; the zero time
	// where there is none.
	LastBackup func(folder string) (time.Time, error)
	// Purge removes for good private notes and earlier revisions of meetings. It
	// takes seconds.
	Purge func(meetings ...model.ID) (model.Purged, error)
	// Other opens another book, to merge it into this one or to take a body back
	// from it.
	Other func(path string) (Other, error)
	// HandOver writes a body into a book of its own at path, with the pages that
	// say where things stand beside it, and says which files it wrote. Nothing
	// of the body changes here from then on.
	HandOver func(body model.ID, path string, away model.Away) (wrote []string, err error)
	// Archive writes everything in the book, or what of it is public, to one zip
	// file that is there whole or not at all. It takes seconds.
	Archive func(a Archive) (Archived, error)
	// Notify has the desktop tell the clerk something.
	Notify func(title, words string)
}

// Other is another book that is open to be merged. Nothing in it changes.
type Other interface {
	// Away is the body in it that was handed over.
	Away() (model.Body, error)
	// Plan says what would come over, Merge lets it.
	Plan(take merge.Take) (merge.Plan, error)
	Merge(plan merge.Plan) error
	Close() error
}
