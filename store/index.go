package store

import (
	"bytes"
	"slices"
	"strconv"

	"go.etcd.io/bbolt"

	"minutebook/model"
	"minutebook/model/find"
	"minutebook/model/register"
)

// indexOf is a bucket of the index.
func indexOf(tx *bbolt.Tx, name []byte) *bbolt.Bucket { return tx.Bucket(bucketIndex).Bucket(name) }

// entries are what the index says of one meeting.
type entries struct {
	// list and register are by key.
	list, register map[string][]byte
	// words are those that the meeting can be found by, sorted.
	words []string
	// written says that they are known to be in the index, and not only that
	// they should be.
	written bool
}

// indexEntries is what the index should say of m and its ledger.
func indexEntries(m model.Meeting, events []model.Event) (entries, error) {
	e := entries{list: map[string][]byte{}, register: map[string][]byte{}, words: find.Vocabulary(m, nil)}
	summary, err := encode(m.Summary())
	if err != nil {
		return e, err
	}
	k := key(m.ID)
	e.list[string(k)] = atList.seal(k, m.Rev, summary)
	for _, a := range register.Fold(m, events) {
		body, err := encode(a)
		if err != nil {
			return e, err
		}
		k := key(a.Meeting, a.ID)
		e.register[string(k)] = atRegister.seal(k, 0, body)
	}
	return e, nil
}

// state is the state that the list gives the meeting.
func (now entries) state(id model.ID) (model.State, error) {
	k := key(id)
	var s model.Summary
	err := atList.decode(k, now.list[string(k)], &s)
	return s.State, err
}

// index brings the index from what it should have said of a meeting to what
// it should say now. Only what differs from what it says is written.
func (now entries) index(tx *bbolt.Tx, id model.ID, before entries) error {
	if err := difference(indexOf(tx, bucketList), before.list, now.list, before.written); err != nil {
		return err
	}
	if err := difference(indexOf(tx, bucketRegister), before.register, now.register, before.written); err != nil {
		return err
	}
	words := indexOf(tx, bucketWords)
	for _, w := range without(before.words, now.words) {
		if err := words.Delete(key(w, string(id))); err != nil {
			return err
		}
	}
	came := now.words
	if before.written {
		came = without(now.words, before.words)
	}
	for _, w := range came {
		k := key(w, string(id))
		if words.Get(k) != nil {
			continue
		}
		if err := words.Put(k, []byte{}); err != nil {
			return err
		}
	}
	return nil
}

// without is what is in list and not in other; both are sorted.
func without(list, other []string) []string {
	var left []string
	for _, s := range list {
		if _, found := slices.BinarySearch(other, s); !found {
			left = append(left, s)
		}
	}
	return left
}

// difference writes what is new in now and takes away what was only before,
// in the order of the keys. Unless what was before is known to be written, it
// looks.
func difference(b *bbolt.Bucket, before, now map[string][]byte, written bool) error {
	var gone, came []string
	for k := range before {
		if _, stays := now[k]; !stays {
			gone = append(gone, k)
		}
	}
	for k, v := range now {
		is, there := before[k]
		if !written {
			is = b.Get([]byte(k))
			there = is != nil
		}
		if !there || !bytes.Equal(is, v) {
			came = append(came, k)
		}
	}
	slices.Sort(gone)
	for _, k := range gone {
		if err := b.Delete([]byte(k)); err != nil {
			return err
		}
	}
	slices.Sort(came)
	for _, k := range came {
		if err := b.Put([]byte(k), now[k]); err != nil {
			return err
		}
	}
	return nil
}

// indexed is what the index says of the meeting that was saved last, so that
// it need not be worked out again for the next save of it.
type indexed struct {
	// sum is the checksum of the meeting's record.
	sum string
	// plain says that the record is known to have nothing that a
	// [model.Meeting] has not.
	plain bool
	entries
}

// indexed is what the index says, or should say, of a meeting as it is kept.
// The write lock is held.
func (b *Book) indexed(tx *bbolt.Tx, id model.ID) (entries, error) {
	record := tx.Bucket(bucketMeetings).Get(key(id))
	if e, ok := opened(record); ok && e.SHA256 == b.lately.sum {
		return b.lately.entries, nil
	}
	m, ok, err := kept(tx, id)
	if err != nil || !ok {
		return entries{}, err
	}
	events, err := ledger(tx, id)
	if err != nil {
		return entries{}, err
	}
	return indexEntries(m, events)
}

// reindex brings the index to what it should say of m, which has just been
// kept, or of its ledger. body is m as it is written, where that is known.
func (b *Book) reindex(tx *bbolt.Tx, m model.Meeting, before entries, body []byte) error {
	events, err := ledger(tx, m.ID)
	if err != nil {
		return err
	}
	now, err := indexEntries(m, events)
	if err != nil {
		return err
	}
	if err := now.index(tx, m.ID, before); err != nil {
		return err
	}
	now.written = true
	record, _ := opened(tx.Bucket(bucketMeetings).Get(key(m.ID)))
	plain := bytes.Equal(record.Body, body) || b.lately.plain && record.SHA256 == b.lately.sum
	b.lately = indexed{record.SHA256, plain, now}
	return nil
}

// fillIndex writes an index that is empty.
func fillIndex(tx *bbolt.Tx) error {
	meetings, err := all[model.Meeting](tx, atMeetings, nil)
	if err != nil {
		return err
	}
	for _, m := range meetings {
		events, err := ledger(tx, m.ID)
		if err != nil {
			return err
		}
		now, err := indexEntries(m, events)
		if err != nil {
			return err
		}
		if err := now.index(tx, m.ID, entries{}); err != nil {
			return err
		}
	}
	return nil
}

// renewIndex gives a book whose index has another layout a new one.
func (b *Book) renewIndex() error {
	current := strconv.Itoa(indexFormat)
	var has string
	if err := b.view(func(tx *bbolt.Tx) error {
		has = string(tx.Bucket(bucketMeta).Get(keyIndex))
		return nil
	}); err != nil || has == current {
		return err
	}
	return b.update(func(tx *bbolt.Tx) error {
		if err := tx.DeleteBucket(bucketIndex); err != nil {
			return err
		}
		if err := makeBuckets(tx); err != nil {
			return err
		}
		if err := fillIndex(tx); err != nil {
			return err
		}
		return tx.Bucket(bucketMeta).Put(keyIndex, []byte(current))
	})
}
