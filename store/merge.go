package store

import (
	"slices"

	"go.etcd.io/bbolt"

	"minutebook/model"
)

// Merge keeps what comes from another copy of the book: all of it or nothing.
// The error is that of [Book.Commit]; one of a history in which something is
// missing that the book has is a *[model.Stale].
func (b *Book) Merge(in model.Incoming) error {
	return b.update(func(tx *bbolt.Tx) error {
		// What comes back is here again before anything else of it comes.
		back := slices.IndexFunc(in.Bodies, func(s model.Save[model.Body]) bool { return s.Value.ID == in.Back && in.Back != "" })
		if back >= 0 {
			if err := b.keepBatch(tx, model.Batch{Bodies: in.Bodies[back : back+1]}); err != nil {
				return err
			}
		}
		if err := allHere(tx, in.Batch); err != nil {
			return err
		}
		if err := b.keepBatch(tx, in.Batch); err != nil {
			return err
		}
		for _, r := range in.Records {
			if err := places[r.In].put(tx, r, false); err != nil {
				return err
			}
		}
		return b.keepHistories(tx, in.Histories)
	})
}

// keepHistories puts what happened to actions in the place of what the book has
// of them.
func (b *Book) keepHistories(tx *bbolt.Tx, histories []model.History) error {
	for _, h := range histories {
		m, ok, err := kept(tx, h.Meeting)
		if err != nil {
			return err
		}
		if !ok {
			return &Missing{atMeetings.kind, h.Meeting}
		}
		if err := meetingHere(tx, h.Meeting); err != nil {
			return err
		}
		if err := keepHistory(tx, m, h); err != nil {
			return err
		}
		if err := b.reindex(tx, m, nil); err != nil {
			return err
		}
	}
	return nil
}

// keepHistory writes all that happened to one action.
func keepHistory(tx *bbolt.Tx, m model.Meeting, h model.History) error {
	bucket, prefix := tx.Bucket(bucketLedger), under(h.Meeting, h.Action)
	for _, k := range keysUnder(bucket, prefix) {
		var had model.Event
		if err := atLedger.decode(k, bucket.Get(k), &had); err != nil {
			return err
		}
		if !slices.ContainsFunc(h.Events, func(e model.Event) bool { return sameEvent(e, had) }) {
			return &model.Stale{Record: atLedger.kind, ID: h.Meeting, Base: len(h.Events), Kept: count(k)}
		}
		if err := bucket.Delete(k); err != nil {
			return err
		}
	}
	for _, e := range h.Events {
		e.Meeting, e.Action = h.Meeting, h.Action
		if err := addEvent(tx, m, e); err != nil {
			return err
		}
	}
	return nil
}

// sameEvent says whether two events say the same, wherever they stand.
func sameEvent(a, b model.Event) bool {
	a.N, b.N = 0, 0
	x, errX := encode(a)
	y, errY := encode(b)
	return errX == nil && errY == nil && string(x) == string(y)
}
