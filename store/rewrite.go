package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"go.etcd.io/bbolt"

	"minutebook/model"
)

// Purge removes for good what is no longer wanted of meetings: private notes,
// earlier revisions, and, once the minutes went out, words left in the
// composer. Sealed minutes keep their private notes, which the seal covers.
// Then the file is written afresh, since what is deleted in it could still be
// read. Earlier backups keep what was in them.
//
// The error is a *[Missing], a *[model.HandedOver] or that of the disk. Where
// the deleting succeeded and only the writing afresh did not, it is a
// *[Remains].
func (b *Book) Purge(meetings ...model.ID) (model.Purged, error) {
	var all model.Purged
	err := b.update(func(tx *bbolt.Tx) error {
		for _, id := range meetings {
			if err := b.purge(tx, id, &all); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return model.Purged{}, err
	}
	if all.Nothing() {
		return all, nil
	}
	if err := b.Rewrite(); err != nil {
		return all, &Remains{b.path, err}
	}
	return all, nil
}

// purge removes what is no longer wanted of one meeting.
func (b *Book) purge(tx *bbolt.Tx, id model.ID, gone *model.Purged) error {
	m, ok, err := kept(tx, id)
	if err != nil {
		return err
	}
	if !ok {
		return &Missing{atMeetings.kind, id}
	}
	if err := here(tx, m.BodyID); err != nil {
		return err
	}
	next, notes, err := m.WithoutPrivate()
	switch {
	case errors.As(err, new(*model.Sealed)):
		gone.Left += m.PrivateNotes()
	case err != nil:
		return err
	case notes > 0:
		if err := b.keepMeeting(tx, model.Save[model.Meeting]{Base: m.Rev, Value: next}); err != nil {
			return err
		}
		gone.Notes += notes
	}
	revisions := tx.Bucket(bucketRevisions)
	for _, k := range keysUnder(revisions, under(id)) {
		if count(k) < m.Rev {
			gone.Revisions++
		}
		if err := revisions.Delete(k); err != nil {
			return err
		}
	}
	if drafts := tx.Bucket(bucketDrafts); m.State.Frozen() && drafts.Get(key(id)) != nil {
		gone.Words = true
		return drafts.Delete(key(id))
	}
	return nil
}

// Remains is the error of removing something for good where it is deleted, but
// the file still holds what is left of it.
type Remains struct {
	Path string
	Err  error
}

func (e *Remains) Error() string {
	return fmt.Sprintf("it is deleted from the minute book, but the file %s could not be written afresh (%v), so that its remains may still be found in it: make room on the disk and try again", e.Path, e.Err)
}

func (e *Remains) Unwrap() error { return e.Err }

// Rewrite writes the book's file afresh, without anything of what was deleted,
// while the book is open. The new file is checked before it takes the place of
// the old one, at once and whole.
func (b *Book) Rewrite() error {
	b.writing.Lock()
	defer b.writing.Unlock()
	if b.options.ReadOnly {
		return &ReadOnly{b.path}
	}
	real, err := filepath.EvalSymlinks(b.path)
	if err != nil {
		return &Replaced{b.path}
	}
	temp, err := temporary(real)
	if err != nil {
		return fmt.Errorf("could not write the minute book afresh: %w", err)
	}
	defer func() { _ = os.Remove(temp) }()
	if err := b.updating(forgetWords); err != nil { // the write lock is held
		return err
	}
	if err := errors.Join(b.copyTo(temp), sound(temp)); err != nil {
		return err
	}
	return b.swap(temp, real)
}

// swap puts the finished file temp in the place of the book's, and goes on with
// it. The write lock is held.
func (b *Book) swap(temp, real string) error {
	if err := syncFile(temp); err != nil {
		return err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.db == nil {
		return errClosed
	}
	if err := b.stillThere(); err != nil {
		return err
	}
	// While it is open nobody else can have the book; but Windows moves nothing
	// over an open file.
	renamed := os.Rename(temp, real)
	_ = b.shut()
	if renamed != nil {
		renamed = os.Rename(temp, real)
	}
	if renamed == nil {
		renamed = syncFolder(real)
	}
	b.lately = lately{}
	if err := b.open(); err != nil {
		b.broken = errors.Join(renamed, err)
		return &Unsaved{Path: b.path, Closed: true, Err: b.broken}
	}
	return renamed
}
