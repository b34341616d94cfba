package main

import (
	"time"

	"fyne.io/fyne/v2"

	"minutebook/cmd/internal/moving"
	"minutebook/model"
	"minutebook/store"
	"minutebook/ui"
)

// keeping is what keeps the book safe beside the clerk's work, and moves what
// is in it.
func (o *outside) keeping() ui.Keeping {
	return ui.Keeping{
		Aside: o.doAside,
		Backup: func(folder string) (string, error) {
			begun := o.m.Now()
			path, err := moving.Backup(o.m.book, folder, begun)
			o.m.journal.log.Info("backup", "path", path, "took", o.m.Now().Sub(begun), "error", err)
			return path, err
		},
		LastBackup: func(folder string) (time.Time, error) {
			return moving.LastBackup(o.m.book, folder, o.m.Now().Location())
		},
		Purge: o.purge,
		Other: func(path string) (ui.Other, error) {
			other, err := moving.Open(o.m.book, path, store.Options{Program: "minutebook", ReadOnly: true})
			if err != nil {
				return nil, err // and no other, which a nil one would be
			}
			return other, nil
		},
		HandOver: func(body model.ID, path string, away model.Away) ([]string, error) {
			wrote, err := moving.HandOver(o.m.book, body, path, away)
			o.m.journal.log.Info("hand over", "body", body, "error", err)
			return wrote, err
		},
		Archive: o.archive,
		Notify:  func(title, words string) { o.app.SendNotification(fyne.NewNotification(title, words)) },
	}
}

// doAside does work on a goroutine that nothing else waits for.
func (o *outside) doAside(work func() error, done func(error)) {
	o.aside.do(func() {
		err := work()
		o.onWindow(func() { done(err) })
	})
}

func (o *outside) archive(a ui.Archive) (ui.Archived, error) {
	begun := o.m.Now()
	done, err := moving.Archive(o.m.book, a.Path, moving.Archiving{Made: model.Stamp(begun), By: "minutebook " + version, Public: a.Public, Documents: a.Documents,
		Tell: func(words string) { o.onWindow(func() { a.Tell(words) }) }, Stopped: a.Stopped})
	o.m.journal.log.Info("archive", "path", a.Path, "public", a.Public, "took", o.m.Now().Sub(begun), "error", err)
	return ui.Archived(done), err
}

func (o *outside) purge(meetings ...model.ID) (model.Purged, error) {
	begun := o.m.Now()
	gone, err := o.m.book.Purge(meetings...)
	o.m.journal.log.Info("purge", "meetings", len(meetings), "notes", gone.Notes, "revisions", gone.Revisions, "took", o.m.Now().Sub(begun), "error", err)
	return gone, err
}
