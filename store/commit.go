package store

import (
	"bytes"
	"errors"
	"maps"
	"os"
	"runtime"
	"slices"
	"strings"
	"syscall"

	"go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"

	"minutebook/model"
)

// Commit keeps a batch in one transaction: all of it or nothing, and what is
// kept is on disk when it returns. A record whose base is not what the book
// holds is a *[model.Stale]; sealed minutes that would change are a
// *[model.Sealed]; what an event names and the book has not is a
// *[Missing]; a house style that is needed as it was is a *[model.StyleInUse];
// what the disk does not take is an *[Unsaved].
//
// Nothing changes of a body that is handed over, which is a
// *[model.HandedOver]; only the body itself may come back.
//
// A meeting moves to a later revision with every save. Bodies, people
// and house styles may leave that to the book, which counts one on. What is kept already is not
// written again.
func (b *Book) Commit(batch model.Batch) error {
	return b.update(func(tx *bbolt.Tx) error {
		if err := allHere(tx, batch); err != nil {
			return err
		}
		return b.keepBatch(tx, batch)
	})
}

// keepBatch keeps a batch, whoever has the bodies in it.
func (b *Book) keepBatch(tx *bbolt.Tx, batch model.Batch) error {
	for _, s := range batch.Bodies {
		s.Value.Rev = max(s.Value.Rev, s.Base+1)
		if err := keepWhole(tx, atBodies, s.Value.ID, s.Value.Rev, s); err != nil {
			return err
		}
	}
	for _, s := range batch.People {
		s.Value.Rev = max(s.Value.Rev, s.Base+1)
		if err := keepWhole(tx, atPeople, s.Value.ID, s.Value.Rev, s); err != nil {
			return err
		}
	}
	for _, s := range batch.Meetings {
		if err := b.keepMeeting(tx, s); err != nil {
			return err
		}
	}
	// Last but for events: what the batch gives another style needs the old one no more.
	for _, s := range batch.Styles {
		if err := keepStyle(tx, s); err != nil {
			return err
		}
	}
	for _, s := range batch.Seals {
		if err := addSeal(tx, s); err != nil {
			return err
		}
	}
	for _, f := range batch.Files {
		if err := addFile(tx, f); err != nil {
			return err
		}
	}
	return b.addEvents(tx, batch.Events)
}

// keepMeeting keeps a meeting, the revision before it, and what the index
// says of it.
func (b *Book) keepMeeting(tx *bbolt.Tx, s model.Save[model.Meeting]) error {
	m, body, err := normal(s.Value)
	if err != nil {
		return err
	}
	if err := leaveSealed(tx, m); err != nil {
		return err
	}
	plain := ""
	if b.lately.plain {
		plain = b.lately.sum
	}
	old, err := keep[model.Meeting](tx, atMeetings, written{m.ID, m.Rev, s.Base, body}, plain)
	if err != nil {
		return err
	}
	if err := b.keepRevision(tx, m, old); err != nil {
		return err
	}
	return b.reindex(tx, m, body)
}

// KeepUnfinished keeps the words being typed at a meeting, in the place of
// those kept before; empty ones are taken away.
func (b *Book) KeepUnfinished(u model.Unfinished) error {
	if err := checkID(u.Meeting); err != nil {
		return err
	}
	body, err := encode(u)
	if err != nil {
		return err
	}
	return b.update(func(tx *bbolt.Tx) error {
		drafts, k := tx.Bucket(bucketDrafts), key(u.Meeting)
		if u.Empty() {
			return drafts.Delete(k)
		}
		return drafts.Put(k, atDrafts.seal(k, 0, body))
	})
}

// KeepClerk keeps what the clerk has set, in the place of what was set before.
func (b *Book) KeepClerk(c model.Clerk) error {
	body, err := encode(c)
	if err != nil {
		return err
	}
	return b.update(func(tx *bbolt.Tx) error {
		return tx.Bucket(bucketClerk).Put(keyClerk, atClerk.seal(keyClerk, 0, body))
	})
}

// checkID sees that an identity can be part of a key.
func checkID(id model.ID) error {
	if id == "" || len(id) > 200 || strings.ContainsRune(string(id), 0) {
		return &model.Invalid{Field: "id", Why: "an identity has 1 to 200 bytes, none of them zero"}
	}
	return nil
}

// keepWhole keeps a record of which nothing follows.
func keepWhole[T any](tx *bbolt.Tx, at place, id model.ID, rev int, s model.Save[T]) error {
	body, err := encode(s.Value)
	if err != nil {
		return err
	}
	_, err = keep[T](tx, at, written{id, rev, s.Base, body}, "")
	return err
}

// written is a record as it was written, and the revision it was made from.
type written struct {
	id        model.ID
	rev, base int
	body      []byte
}

// keep writes a record over the one it was made from, and gives that one; nil
// where there was none or nothing is changed. plain is the checksum of a
// record that is known to have no fields but those of a T.
func keep[T any](tx *bbolt.Tx, at place, w written, plain string) (replaced *envelope, err error) {
	if err := checkID(w.id); err != nil {
		return nil, err
	}
	records, k := tx.Bucket(at.bucket), key(w.id)
	record := bytes.Clone(records.Get(k)) // what is in the book moves when it is written to
	if record == nil {
		if w.base != 0 {
			return nil, &model.Stale{Record: at.kind, ID: w.id, Base: w.base}
		}
		return nil, records.Put(k, at.seal(k, w.rev, w.body))
	}
	old, err := at.unseal(k, record)
	if err != nil {
		return nil, err
	}
	body := w.body
	if old.SHA256 != plain {
		if body, err = carry[T](old.Body, body); err != nil {
			return nil, err
		}
	}
	switch {
	case old.Rev == w.rev && bytes.Equal(old.Body, body):
		return nil, nil
	case old.Rev != w.base:
		return nil, &model.Stale{Record: at.kind, ID: w.id, Base: w.base, Kept: old.Rev}
	case w.rev <= old.Rev:
		return nil, &model.Invalid{Field: "rev", Why: "what is changed has a later revision than before"}
	}
	return &old, records.Put(k, at.seal(k, w.rev, body))
}

// addEvents adds events to the ledger, each behind those of its action.
func (b *Book) addEvents(tx *bbolt.Tx, events []model.Event) error {
	byMeeting := map[model.ID][]model.Event{}
	for _, e := range events {
		byMeeting[e.Meeting] = append(byMeeting[e.Meeting], e)
	}
	for _, id := range slices.Sorted(maps.Keys(byMeeting)) {
		m, ok, err := kept(tx, id)
		if err != nil {
			return err
		}
		if !ok {
			return &Missing{atMeetings.kind, id}
		}
		for _, e := range byMeeting[id] {
			if err := addEvent(tx, m, e); err != nil {
				return err
			}
		}
		if err := b.reindex(tx, m, nil); err != nil {
			return err
		}
	}
	return nil
}

// kept is the meeting of that ID, if the book has it.
func kept(tx *bbolt.Tx, id model.ID) (m model.Meeting, ok bool, err error) {
	record := tx.Bucket(bucketMeetings).Get(key(id))
	if record == nil {
		return m, false, nil
	}
	err = atMeetings.decode(key(id), record, &m)
	return m, err == nil, err
}

func addEvent(tx *bbolt.Tx, m model.Meeting, e model.Event) error {
	if entry, _, ok := m.InForce().Entry(e.Action); !ok || entry.Kind != model.Action {
		return &Missing{"action", e.Action}
	}
	if err := checkID(e.Action); err != nil {
		return err
	}
	events, prefix := tx.Bucket(bucketLedger), under(e.Meeting, e.Action)
	e.N = 1
	for _, k := range keysUnder(events, prefix) {
		e.N = count(k) + 1
	}
	body, err := encode(e)
	if err != nil {
		return err
	}
	k := counted(prefix, e.N)
	return events.Put(k, atLedger.seal(k, 0, body))
}

// update runs fn in a transaction and brings what it wrote to disk. An error
// of fn leaves the book as it was. One of the disk is not trusted to have
// done so: the book is opened again to see what is there.
func (b *Book) update(fn func(*bbolt.Tx) error) error {
	b.writing.Lock()
	defer b.writing.Unlock()
	return b.updating(fn)
}

// updating is update where the write lock is held already.
func (b *Book) updating(fn func(*bbolt.Tx) error) error {
	if b.options.ReadOnly {
		return &ReadOnly{b.path}
	}
	refused, before, err := b.try(fn)
	if err != nil {
		b.lately = lately{}
	}
	if err == nil || refused {
		return err
	}
	return b.suspect(before, err)
}

// try runs fn in a transaction. It says whether it was refused before the
// disk had any part in it, and the number of the transaction before it.
func (b *Book) try(fn func(*bbolt.Tx) error) (refused bool, before uint64, err error) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	switch {
	case b.db == nil && b.broken == nil:
		return true, 0, errClosed
	case b.broken != nil:
		return true, 0, &Unsaved{Path: b.path, Closed: true, Err: b.broken}
	}
	if err := b.stillThere(); err != nil {
		return true, 0, err
	}
	err = guarded(func() error {
		return b.db.Update(func(tx *bbolt.Tx) error {
			before = uint64(tx.ID()) - 1
			refused = true // so it stays where fn does not return
			err := fn(tx)
			refused = err != nil
			return err
		})
	})
	return refused, before, b.named(err)
}

// stillThere sees that the book's name still leads to the file that is open.
func (b *Book) stillThere() error {
	there, err := os.Stat(b.path)
	if err != nil {
		return &Replaced{b.path}
	}
	if open, err := b.file.Stat(); err != nil || !os.SameFile(there, open) {
		return &Replaced{b.path}
	}
	return nil
}

// suspect opens the book again after the disk refused a save, to see that it
// is as it was before. Where the save can be seen all the same, it is not
// known to last, and nothing more is written until the caller opens the book.
func (b *Book) suspect(before uint64, cause error) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	failed := &Unsaved{Path: b.path, Full: noRoom(cause), Err: cause}
	_ = b.shut()
	err := b.open()
	if err == nil {
		err = guarded(func() error {
			return b.db.View(func(tx *bbolt.Tx) error {
				if uint64(tx.ID()) != before {
					return errors.New("the disk does not say whether it was saved")
				}
				return nil
			})
		})
	}
	if err != nil {
		b.broken = errors.Join(cause, err)
		failed.Closed = true
	}
	return failed
}

// noRoom says whether an error of the disk means that it is full.
// bbolt hands some of them on as words only.
func noRoom(err error) bool {
	if errors.Is(err, berrors.ErrMaxSizeReached) {
		return true
	}
	full := []syscall.Errno{syscall.ENOSPC, syscall.EFBIG, syscall.EDQUOT}
	if runtime.GOOS == "windows" {
		full = append(full, 39, 112) // ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL
	}
	return slices.ContainsFunc(full, func(e syscall.Errno) bool {
		return errors.Is(err, e) || strings.Contains(err.Error(), e.Error())
	})
}
