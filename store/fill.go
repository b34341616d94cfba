package store

import (
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strconv"

	"go.etcd.io/bbolt"

	"minutebook/model"
)

// Fill makes the book at path hold these records, each as it is. The book is
// new, or one that holds nothing yet and keeps its identity; one that holds
// something is left as it is, which is a *[NotEmpty]. records gives each record
// to its argument and hands on its errors. The book is there with all of them,
// and checked, or as it was before.
func Fill(path string, o Options, records func(func(model.Record) error) error) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	if _, err := os.Lstat(path); errors.Is(err, os.ErrNotExist) {
		return makeWith(path, o, nil, records)
	}
	o.ReadOnly = false
	b, err := Open(path, o)
	if err != nil {
		return err
	}
	return errors.Join(b.fill(records), b.Close())
}

// NotEmpty is the error of filling a book that holds something already.
type NotEmpty struct{ Path string }

func (e *NotEmpty) Error() string {
	return fmt.Sprintf("the minute book %s holds something already, and was left as it is: name a new book, or merge the other one into it", e.Path)
}

// fill puts a book that holds these records in the place of b.
func (b *Book) fill(records func(func(model.Record) error) error) error {
	b.writing.Lock()
	defer b.writing.Unlock()
	said := map[string][]byte{}
	empty := true
	err := b.view(func(tx *bbolt.Tx) error {
		for _, in := range model.RecordKinds {
			k, _ := places[in].in(tx).Cursor().First()
			empty = empty && k == nil
		}
		return tx.Bucket(bucketMeta).ForEach(func(k, v []byte) error {
			said[string(k)] = append([]byte{}, v...)
			return nil
		})
	})
	switch {
	case err != nil:
		return err
	case !empty:
		return &NotEmpty{b.path}
	}
	real, err := filepath.EvalSymlinks(b.path)
	if err != nil {
		return &Replaced{b.path}
	}
	temp, err := temporary(real)
	if err != nil {
		return fmt.Errorf("could not make the minute book: %w", err)
	}
	defer func() { _ = os.Remove(temp) }()
	if err := makeFilled(temp, b.options, said, records); err != nil {
		return err
	}
	return b.swap(temp, real)
}

// makeWith makes a new book at path that holds these records.
func makeWith(path string, o Options, said map[string][]byte, records func(func(model.Record) error) error) error {
	if err := makeFolder(path); err != nil {
		return err
	}
	temp, err := temporary(path)
	if err != nil {
		return fmt.Errorf("could not make the minute book: %w", err)
	}
	defer func() { _ = os.Remove(temp) }()
	if err := makeFilled(temp, o, said, records); err != nil {
		return err
	}
	return settle(temp, path, false)
}

// makeFilled writes a book that holds these records into the empty file at
// path, and checks it. said is what it says of itself; nil for a new book.
func makeFilled(path string, o Options, said map[string][]byte, records func(func(model.Record) error) error) error {
	if err := makeEmpty(path, o); err != nil {
		return fmt.Errorf("could not make the minute book: %w", err)
	}
	o.ReadOnly = false
	db, err := bbolt.Open(path, 0o600, o.bolt(nil))
	if err != nil {
		return fmt.Errorf("could not make the minute book: %w", err)
	}
	f := filler{db: db}
	err = f.all(said, records)
	if err := errors.Join(err, db.Close()); err != nil {
		return err
	}
	return sound(path)
}

// filler writes records into a book that nobody has open, some of them in each
// transaction.
type filler struct {
	db   *bbolt.DB
	tx   *bbolt.Tx
	size int
}

func (f *filler) all(said map[string][]byte, records func(func(model.Record) error) error) error {
	if err := f.begin(); err != nil {
		return err
	}
	defer func() { _ = f.tx.Rollback() }() // of what is not committed by then
	for k, v := range said {
		if err := f.tx.Bucket(bucketMeta).Put([]byte(k), v); err != nil {
			return err
		}
	}
	if err := records(f.add); err != nil {
		return err
	}
	if err := f.next(); err != nil {
		return err
	}
	if _, err := fillIndex(f.tx, nil, math.MaxInt); err != nil {
		return err
	}
	if err := f.tx.Bucket(bucketMeta).Put(keyIndex, strconv.AppendInt(nil, indexFormat, 10)); err != nil {
		return err
	}
	return f.tx.Commit()
}

func (f *filler) begin() (err error) {
	f.size = 0
	f.tx, err = f.db.Begin(true)
	return err
}

// next begins another transaction.
func (f *filler) next() error {
	if err := f.tx.Commit(); err != nil {
		return err
	}
	return f.begin()
}

func (f *filler) add(r model.Record) error {
	at, ok := places[r.In]
	if !ok {
		return &model.Invalid{Field: "records", Why: "there are none called " + strconv.Quote(r.In)}
	}
	if err := at.put(f.tx, r, true); err != nil {
		return err
	}
	if f.size += len(r.Body); f.size < compactStep {
		return nil
	}
	return f.next()
}
