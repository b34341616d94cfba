package store

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"

	"go.etcd.io/bbolt"

	"minutebook/model"
)

// places are those of all records that are more than an index, by name.
var places = map[string]place{
	model.InBodies: atBodies, model.InPeople: atPeople, model.InStyles: atStyles, model.InClerk: atClerk, model.InWritten: atWritten,
	model.InMeetings: atMeetings, model.InDrafts: atDrafts, model.InRevisions: atRevisions, model.InLedger: atLedger, model.InSealed: atSealed, model.InFiles: atFiles,
}

// parts says how many parts the keys of records have, and whether the last is a
// count.
func (p place) parts() (n int, counted bool) {
	switch p.kind {
	case atRevisions.kind, atSealed.kind:
		return 2, true
	case atLedger.kind:
		return 3, true
	}
	return 1, false
}

// Records gives visit the records of one kind whose keys begin with these
// parts, in the order of their keys, as the book stands at one moment. visit
// keeps them if it likes, and may not change the book. The error is a *[Damaged] or
// that of visit.
func (b *Book) Records(in string, beginning []string, visit func(model.Record) error) error {
	at, ok := places[in]
	if !ok {
		return &model.Invalid{Field: "records", Why: "there are none called " + strconv.Quote(in)}
	}
	return b.view(func(tx *bbolt.Tx) error { return at.records(tx, beginning, visit) })
}

// AllRecords gives visit all records of the book as it stands at one moment, by
// kind in the order of [model.RecordKinds]. The error is that of [Book.Records].
func (b *Book) AllRecords(visit func(model.Record) error) error {
	return b.view(func(tx *bbolt.Tx) error {
		for _, in := range model.RecordKinds {
			if err := places[in].records(tx, nil, visit); err != nil {
				return err
			}
		}
		return nil
	})
}

func (p place) records(tx *bbolt.Tx, beginning []string, visit func(model.Record) error) error {
	bucket := p.in(tx)
	if bucket == nil { // a book for reading that was made before there were any
		return nil
	}
	n, _ := p.parts()
	prefix := key(beginning...)
	if len(beginning) > 0 && len(beginning) < n {
		prefix = append(prefix, 0)
	}
	c := bucket.Cursor()
	for k, v := c.Seek(prefix); k != nil && bytes.HasPrefix(k, prefix); k, v = c.Next() {
		r, err := p.carried(k, v)
		if err != nil {
			return err
		}
		if err := visit(r); err != nil {
			return err
		}
	}
	return nil
}

// carried is what is kept under k as a record to be carried elsewhere.
func (p place) carried(k, v []byte) (model.Record, error) {
	n, isCounted := p.parts()
	r := model.Record{In: p.path(), Key: splitKey(k, n, isCounted)}
	under, record := k, v
	at := p
	if p.kind == atRevisions.kind {
		packed, until, err := unpack(v)
		if err != nil {
			return r, p.damaged(k, "it cannot be unpacked")
		}
		r.Until, r.Last = until, bytes.HasSuffix(v, []byte(lastOfState))
		under, record, at = []byte(r.Key[0]), packed, atMeetings
	}
	e, err := at.unseal(under, record)
	if err != nil {
		return r, err
	}
	r.Rev, r.Body = e.Rev, json.RawMessage(bytes.Clone(e.Body))
	return r, nil
}

// splitKey are the parts of a key, a count in decimal digits.
func splitKey(k []byte, n int, isCounted bool) []string {
	if !isCounted {
		return []string{string(k)}
	}
	plain, end := k[:max(len(k)-9, 0)], count(k)
	return append(strings.SplitN(string(plain), "\x00", n-1), strconv.Itoa(end))
}

// recordKey is the key of a record that comes from elsewhere; what it says must
// fit what it holds. The error is a *[model.Invalid].
func (p place) recordKey(r model.Record) ([]byte, error) {
	wrong := func(why string) ([]byte, error) {
		return nil, &model.Invalid{Field: "the " + p.kind + " " + strings.Join(r.Key, " "), Why: why}
	}
	n, isCounted := p.parts()
	if len(r.Key) != n {
		return wrong("its key has not as many parts as it should")
	}
	for _, part := range r.Key {
		if part == "" || len(part) > longestPath || strings.ContainsRune(part, 0) {
			return wrong("its key has a part that cannot be one")
		}
	}
	held := p.holds()
	if err := json.Unmarshal(r.Body, held); err != nil {
		return wrong("its words are not what they should be")
	}
	if !named(held, r) {
		return wrong("its key is not that of what it holds")
	}
	if !isCounted {
		return []byte(r.Key[0]), nil
	}
	end, err := strconv.Atoi(r.Key[n-1])
	if err != nil || end < 0 || strconv.Itoa(end) != r.Key[n-1] {
		return wrong("its key does not end in a count")
	}
	return counted(under(r.Key[:n-1]...), end), nil
}

// named says whether the key of a record is that of what it holds.
func named(held any, r model.Record) bool {
	is := func(parts ...string) bool { return strings.Join(parts, "\x00") == strings.Join(r.Key, "\x00") }
	switch v := held.(type) {
	case *model.Meeting:
		if r.In == model.InRevisions {
			return is(string(v.ID), strconv.Itoa(v.Rev)) && v.Rev == r.Rev
		}
		return is(string(v.ID)) && v.Rev == r.Rev
	case *model.Body:
		return is(string(v.ID))
	case *model.Person:
		return is(string(v.ID))
	case *model.HouseStyle:
		return is(string(v.ID))
	case *model.Clerk:
		return is(string(keyClerk))
	case *model.Written:
		return is(v.Path)
	case *model.Unfinished:
		return is(string(v.Meeting))
	case *model.Event:
		return is(string(v.Meeting), string(v.Action), strconv.Itoa(v.N))
	case *model.Seal:
		return is(string(v.Body), strconv.Itoa(v.N))
	case *model.File:
		return is(v.SHA256) && v.SHA256 == model.NewFile(v.Name, v.Data).SHA256
	}
	return false
}

// put writes a record that comes from elsewhere. Unless over, one that is there
// stays as it is.
func (p place) put(tx *bbolt.Tx, r model.Record, over bool) error {
	k, err := p.recordKey(r)
	if err != nil {
		return err
	}
	bucket := p.in(tx)
	if !over && bucket.Get(k) != nil {
		return nil
	}
	var compact bytes.Buffer
	if err := json.Compact(&compact, r.Body); err != nil {
		return err
	}
	if p.kind != atRevisions.kind {
		return bucket.Put(k, p.seal(k, r.Rev, compact.Bytes()))
	}
	packed, err := pack(atMeetings.seal([]byte(r.Key[0]), r.Rev, compact.Bytes()))
	if err != nil {
		return err
	}
	packed = append(packed, r.Until...)
	if r.Last {
		packed = append(packed, lastOfState...)
	}
	return bucket.Put(k, packed)
}
