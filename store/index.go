package store

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"strconv"

	"go.etcd.io/bbolt"

	"minutebook/model"
	"minutebook/model/find"
	"minutebook/model/register"
)

// The index says what would otherwise be read out of all meetings: one record
// of each in every facet of it. Nothing in it is only there. So what of it is
// damaged, or of another layout, is made afresh from the meeting.

// facet is what the index tells of meetings for one use.
type facet int

// The facets. The list is there for whoever looks at a damaged book; it alone
// is written in a form that can be read without this program.
const (
	facetList facet = iota
	facetBrief
	facetRegister
	facetSaid
	facetLines
)

// facetBuckets are the buckets of the facets; beside them is the one of words.
var facetBuckets = [...][]byte{facetList: bucketList, facetBrief: bucketBrief, facetRegister: bucketRegister, facetSaid: bucketSaid, facetLines: bucketLines}

// entries are what the facets say of one meeting, nil where that is nothing.
type entries [len(facetBuckets)][]byte

// in is its bucket.
func (f facet) in(tx *bbolt.Tx) *bbolt.Bucket { return indexOf(tx, facetBuckets[f]) }

func (f facet) path() string { return string(bucketIndex) + "/" + string(facetBuckets[f]) }

// indexOf is a bucket of the index.
func indexOf(tx *bbolt.Tx, name []byte) *bbolt.Bucket { return tx.Bucket(bucketIndex).Bucket(name) }

// indexEntries is what the index should say of m and its ledger; number gives
// words their numbers.
func indexEntries(m model.Meeting, events []model.Event, number find.Numbering) (e entries, err error) {
	k := key(m.ID)
	body, err := encode(m.Summary())
	if err != nil {
		return e, err
	}
	e[facetList] = atList.seal(k, m.Rev, body)
	actions := register.Fold(m, events)
	lines, signature := find.Pack(m, register.Standings(actions), number)
	briefs, words := register.Pack(actions, number, signature)
	for f, body := range map[facet][]byte{facetBrief: packHeld(summary(m, actions), signature), facetRegister: briefs, facetSaid: words, facetLines: lines} {
		if body != nil {
			e[f] = f.seal(k, body)
		}
	}
	return e, nil
}

// summary is m as a list shows it, with the actions that are still to be done.
func summary(m model.Meeting, actions []register.Action) model.Summary {
	s := m.Summary()
	for _, a := range actions {
		if a.State.Outstanding() {
			s.Open++
		}
	}
	return s
}

// sums are the checksums of records of the index, which are read ten thousand
// at a time: they tell a damaged one, not a forged one.
var sums = crc32.MakeTable(crc32.Castagnoli)

func (f facet) sum(k, body []byte) []byte {
	sum := crc32.Update(crc32.Update(crc32.Checksum(facetBuckets[f], sums), sums, k), sums, body)
	return binary.BigEndian.AppendUint32(nil, sum)
}

// seal is the record of body under key k.
func (f facet) seal(k, body []byte) []byte { return append(f.sum(k, body), body...) }

// unseal is what the record under key k holds, if it is sound.
func (f facet) unseal(k, record []byte) (body []byte, sound bool) {
	if len(record) < crc32.Size {
		return nil, false
	}
	body = record[crc32.Size:]
	sum := crc32.Update(crc32.Update(crc32.Checksum(facetBuckets[f], sums), sums, k), sums, body)
	return body, binary.BigEndian.Uint32(record) == sum
}

// current says whether the index is of the layout of this program.
func current(tx *bbolt.Tx) bool {
	return string(tx.Bucket(bucketMeta).Get(keyIndex)) == strconv.Itoa(indexFormat)
}

// follower reads the records of a facet for meetings in the order of their
// identities, as many or as few of them as are wanted.
type follower struct {
	facet
	bucket *bbolt.Bucket
	cursor *bbolt.Cursor
	begun  bool
}

func (f facet) follow(tx *bbolt.Tx) *follower {
	bucket := f.in(tx)
	return &follower{facet: f, bucket: bucket, cursor: bucket.Cursor()}
}

// at is what the facet says of a meeting, nil where that is nothing. sound is
// false where it is damaged.
func (f *follower) at(id []byte) (body []byte, sound bool) {
	var k, record []byte
	if f.begun {
		k, record = f.cursor.Next()
	}
	if !bytes.Equal(k, id) {
		k, record = f.cursor.Seek(id)
	}
	f.begun = true
	if !bytes.Equal(k, id) {
		return nil, true
	}
	return f.unseal(k, record)
}

// count is how many meetings the facet tells of.
func (f facet) count(tx *bbolt.Tx) (n int) {
	c := f.in(tx).Cursor()
	for k, _ := c.First(); k != nil; k, _ = c.Next() {
		n++
	}
	return n
}

// whole reads a meeting, and its actions, that the index says nothing of.
func whole(tx *bbolt.Tx, id model.ID) (model.Meeting, []register.Action, error) {
	m, ok, err := kept(tx, id)
	if err != nil || !ok {
		return m, nil, cmp.Or[error](err, &Missing{atMeetings.kind, id})
	}
	events, err := ledger(tx, id)
	return m, register.Fold(m, events), err
}

// write brings the index to what it should say of a meeting. Only what differs
// from what it says is written.
func (now entries) write(tx *bbolt.Tx, id model.ID) error {
	k := key(id)
	for i, record := range now {
		bucket := facet(i).in(tx)
		is := bucket.Get(k)
		var err error
		switch {
		case record == nil && is != nil:
			err = bucket.Delete(k)
		case record != nil && !bytes.Equal(is, record):
			err = bucket.Put(k, record)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// lately is the meeting that was saved last.
type lately struct {
	// sum is the checksum of its record.
	sum string
	// plain says that the record is known to have nothing that a
	// [model.Meeting] has not.
	plain bool
}

// reindex brings the index to what it should say of m, which has just been
// kept, or of its ledger. body is m as it is written, where that is known. The
// write lock is held.
func (b *Book) reindex(tx *bbolt.Tx, m model.Meeting, body []byte) error {
	if err := reindex(tx, m); err != nil {
		return err
	}
	record, _ := opened(tx.Bucket(bucketMeetings).Get(key(m.ID)))
	plain := bytes.Equal(record.Body, body) || b.lately.plain && record.SHA256 == b.lately.sum
	b.lately = lately{record.SHA256, plain}
	return nil
}

func reindex(tx *bbolt.Tx, m model.Meeting) error {
	events, err := ledger(tx, m.ID)
	if err != nil {
		return err
	}
	now, err := indexEntries(m, events, number(tx))
	if err != nil {
		return err
	}
	return now.write(tx, m.ID)
}

// atOnce is how many meetings are indexed in one transaction.
const atOnce = 500

// renewIndex gives a book whose index has another layout a new one, some
// meetings at a time. Where it does not come to its end it begins anew the
// next time.
func (b *Book) renewIndex() error {
	current := strconv.Itoa(indexFormat)
	var has string
	if err := b.view(func(tx *bbolt.Tx) error {
		has = string(tx.Bucket(bucketMeta).Get(keyIndex))
		return nil
	}); err != nil || has == current {
		return err
	}
	err := b.update(func(tx *bbolt.Tx) error {
		return errors.Join(tx.Bucket(bucketMeta).Delete(keyIndex), tx.DeleteBucket(bucketIndex), makeBuckets(tx))
	})
	for after := []byte{}; err == nil && after != nil; {
		err = b.update(func(tx *bbolt.Tx) error {
			after, err = fillIndex(tx, after, atOnce)
			if err == nil && after == nil {
				err = tx.Bucket(bucketMeta).Put(keyIndex, []byte(current))
			}
			return err
		})
	}
	return err
}

// fillIndex indexes so many meetings behind a key, and gives the key of the
// last of them; nil where there are no more.
func fillIndex(tx *bbolt.Tx, after []byte, most int) (last []byte, err error) {
	c := tx.Bucket(bucketMeetings).Cursor()
	for k, record := c.Seek(append(bytes.Clone(after), 0)); k != nil && most > 0; k, record = c.Next() {
		var m model.Meeting
		if err := atMeetings.decode(k, record, &m); err != nil {
			return nil, err
		}
		if err := reindex(tx, m); err != nil {
			return nil, err
		}
		last, most = bytes.Clone(k), most-1
	}
	if most > 0 {
		return nil, nil
	}
	return last, nil
}
