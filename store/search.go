package store

import (
	"errors"

	"go.etcd.io/bbolt"

	"minutebook/model"
	"minutebook/model/find"
	"minutebook/model/register"
)

// Search gives the best lines of all meetings that answer what was typed (see
// [find.Question]), at most limit of them, or all where limit is 0. Private
// notes are among them, marked. The error is a *[find.BadTerm]; or a meeting is
// damaged, and what is found in the others comes beside the error.
func (b *Book) Search(typed string, limit int) (find.Result, error) {
	q, err := find.Ask(typed)
	if err != nil || q.Empty() {
		return find.Result{}, err
	}
	var hits []find.Hit
	var damaged error
	err = b.view(func(tx *bbolt.Tx) error {
		return tx.Bucket(bucketMeetings).ForEach(func(k, record []byte) error {
			var m model.Meeting
			if err := atMeetings.decode(k, record, &m); err != nil {
				damaged = errors.Join(damaged, err)
				return nil
			}
			events, err := ledger(tx, m.ID)
			if err != nil {
				damaged = errors.Join(damaged, err)
			}
			hits = append(hits, q.Hits(m, register.Standings(register.Fold(m, events)))...)
			return nil
		})
	})
	return find.Best(hits, limit), errors.Join(err, b.named(damaged))
}
