package main

import (
	"minutebook/model"
	"minutebook/ui"
)

// keeping is what keeps the book safe beside the clerk's work.
func (o *outside) keeping() ui.Keeping {
	return ui.Keeping{
		Aside: o.doAside,
		Purge: o.purge,
	}
}

// doAside does work on a goroutine that nothing else waits for.
func (o *outside) doAside(work func() error, done func(error)) {
	o.aside.do(func() {
		err := work()
		o.onWindow(func() { done(err) })
	})
}

func (o *outside) purge(meetings ...model.ID) (model.Purged, error) {
	begun := o.m.Now()
	gone, err := o.m.book.Purge(meetings...)
	o.m.journal.log.Info("purge", "meetings", len(meetings), "notes", gone.Notes, "revisions", gone.Revisions, "took", o.m.Now().Sub(begun), "error", err)
	return gone, err
}
