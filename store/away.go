package store

import (
	"bytes"

	"go.etcd.io/bbolt"

	"minutebook/model"
)

// here says whether a body is in this book's hands: the error is a
// *[model.HandedOver] where it is in somebody else's.
func here(tx *bbolt.Tx, id model.ID) error {
	record := tx.Bucket(bucketBodies).Get(key(id))
	if id == "" || !bytes.Contains(record, []byte(`"away":`)) {
		return nil // most are, and are not read for it
	}
	var b model.Body
	if err := atBodies.decode(key(id), record, &b); err != nil {
		return err
	}
	if b.Away == nil {
		return nil
	}
	return &model.HandedOver{Body: b.ID, Name: b.Name, Away: *b.Away}
}

// allHere says whether a batch changes only what is in this book's hands. A
// body that is handed over may only come back.
func allHere(tx *bbolt.Tx, batch model.Batch) error {
	for _, s := range batch.Bodies {
		if s.Value.Away == nil {
			continue
		}
		if err := here(tx, s.Value.ID); err != nil {
			return err
		}
	}
	for _, s := range batch.Meetings {
		if err := here(tx, s.Value.BodyID); err != nil {
			return err
		}
		if err := meetingHere(tx, s.Value.ID); err != nil {
			return err
		}
	}
	for _, e := range batch.Events {
		if err := meetingHere(tx, e.Meeting); err != nil {
			return err
		}
	}
	for _, s := range batch.Seals {
		if err := here(tx, s.Body); err != nil {
			return err
		}
	}
	return nil
}

// meetingHere says whether the body of a meeting, as it is kept, is in this
// book's hands.
func meetingHere(tx *bbolt.Tx, id model.ID) error {
	list := indexOf(tx, bucketList)
	record := list.Get(key(id))
	if record == nil {
		return nil
	}
	var s model.Summary
	if err := atList.decode(key(id), record, &s); err != nil {
		return nil // the meeting itself says; a list that is damaged is no reason to refuse it
	}
	return here(tx, s.BodyID)
}
