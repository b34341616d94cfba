package store

import (
	"bytes"
	"cmp"
	"errors"
	"slices"

	"go.etcd.io/bbolt"

	"minutebook/model"
)

// in is the bucket of these records.
func (p place) in(tx *bbolt.Tx) *bbolt.Bucket {
	if p.indexed {
		return indexOf(tx, p.bucket)
	}
	return tx.Bucket(p.bucket)
}

// one reads a record by its ID.
func one[T any](b *Book, at place, id model.ID) (T, error) {
	var v T
	err := b.view(func(tx *bbolt.Tx) error {
		record := at.in(tx).Get(key(id))
		if record == nil {
			return &Missing{at.kind, id}
		}
		return at.decode(key(id), record, &v)
	})
	return v, err
}

// all reads the records whose keys begin with prefix.
func all[T any](tx *bbolt.Tx, at place, prefix []byte) ([]T, error) {
	var list []T
	c := at.in(tx).Cursor()
	for k, record := c.Seek(prefix); k != nil && bytes.HasPrefix(k, prefix); k, record = c.Next() {
		var v T
		if err := at.decode(k, record, &v); err != nil {
			return nil, err
		}
		list = append(list, v)
	}
	return list, nil
}

// Meeting is the meeting of that ID. The error is a *[Missing] or a
// *[Damaged].
func (b *Book) Meeting(id model.ID) (model.Meeting, error) {
	m, err := one[model.Meeting](b, atMeetings, id)
	var damaged *Damaged
	if errors.As(err, &damaged) {
		if s, lost := one[model.Summary](b, atList, id); lost == nil {
			damaged.Of = s.Body + ", " + s.Date.Long()
		}
	}
	return m, err
}

// Body is the body of that ID. The error is a *[Missing] or a *[Damaged].
func (b *Book) Body(id model.ID) (model.Body, error) {
	return one[model.Body](b, atBodies, id)
}

// Bodies are all bodies, by name.
func (b *Book) Bodies() (bodies []model.Body, err error) {
	err = b.view(func(tx *bbolt.Tx) error {
		bodies, err = all[model.Body](tx, atBodies, nil)
		return err
	})
	slices.SortStableFunc(bodies, func(a, b model.Body) int { return cmp.Compare(a.Name, b.Name) })
	return bodies, err
}

// People are all people, by name.
func (b *Book) People() (people []model.Person, err error) {
	err = b.view(func(tx *bbolt.Tx) error {
		people, err = all[model.Person](tx, atPeople, nil)
		return err
	})
	slices.SortStableFunc(people, func(a, b model.Person) int { return cmp.Compare(a.Name, b.Name) })
	return people, err
}

// Ledger is what happened to the actions of a meeting: by action, each one's
// events in their order.
func (b *Book) Ledger(meeting model.ID) (events []model.Event, err error) {
	err = b.view(func(tx *bbolt.Tx) error {
		events, err = ledger(tx, meeting)
		return err
	})
	return events, err
}

func ledger(tx *bbolt.Tx, meeting model.ID) ([]model.Event, error) {
	return all[model.Event](tx, atLedger, under(meeting))
}

// Unfinished are the words that were being typed at a meeting; empty where
// there are none.
func (b *Book) Unfinished(meeting model.ID) (model.Unfinished, error) {
	u := model.Unfinished{Meeting: meeting}
	err := b.view(func(tx *bbolt.Tx) error {
		if record := tx.Bucket(bucketDrafts).Get(key(meeting)); record != nil {
			return atDrafts.decode(key(meeting), record, &u)
		}
		return nil
	})
	return u, err
}

// Clerk is what the clerk has set; empty where that is nothing.
func (b *Book) Clerk() (c model.Clerk, err error) {
	err = b.view(func(tx *bbolt.Tx) error {
		if record := tx.Bucket(bucketClerk).Get(keyClerk); record != nil {
			return atClerk.decode(keyClerk, record, &c)
		}
		return nil
	})
	return c, err
}
