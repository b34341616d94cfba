// Package packed writes small records that are read many thousands at a time:
// numbers and texts one behind another, without names. What is kept so can
// always be made afresh, so that its layout may change from one version of the
// program to the next.
package packed

import (
	"encoding/binary"
	"errors"
)

// Writer writes a record. Its zero value is empty.
type Writer struct{ record []byte }

// Record is what was written.
func (w *Writer) Record() []byte { return w.record }

// Number writes a number that is not negative; a negative one is written as 0.
func (w *Writer) Number(n int) {
	w.record = binary.AppendUvarint(w.record, uint64(max(n, 0)))
}

// Flag writes yes or no.
func (w *Writer) Flag(yes bool) {
	n := 0
	if yes {
		n = 1
	}
	w.Number(n)
}

// Text writes a text, of whatever bytes.
func (w *Writer) Text(s string) {
	w.Number(len(s))
	w.record = append(w.record, s...)
}

// Texts writes a list of texts, which may be nil.
func (w *Writer) Texts(list []string) {
	if list == nil {
		w.Number(0)
		return
	}
	w.Number(len(list) + 1)
	for _, s := range list {
		w.Text(s)
	}
}

// Part writes another record as a part of this one.
func (w *Writer) Part(part []byte) {
	w.Number(len(part))
	w.record = append(w.record, part...)
}

// ErrSpoilt is the error of a record that is not as it was written.
var ErrSpoilt = errors.New("it is not as it was written")

// Reader reads what a [Writer] wrote, in the same order. What it gives out is
// a part of the record and not a copy. Behind a fault it gives nothing but
// empty values.
type Reader[T string | []byte] struct {
	rest   T
	spoilt bool
}

// Read is a reader of a record.
func Read[T string | []byte](record T) Reader[T] { return Reader[T]{rest: record} }

// Err is [ErrSpoilt] where something was not there to be read.
func (r *Reader[T]) Err() error {
	if r.spoilt {
		return ErrSpoilt
	}
	return nil
}

// Rest is what was not read yet.
func (r *Reader[T]) Rest() T { return r.rest }

// Number reads a number.
func (r *Reader[T]) Number() int {
	if len(r.rest) > 0 && r.rest[0] < 0x80 { // as most are
		n := int(r.rest[0])
		r.rest = r.rest[1:]
		return n
	}
	return r.number()
}

func (r *Reader[T]) number() int {
	var n uint64
	for i := range min(len(r.rest), binary.MaxVarintLen64) {
		b := r.rest[i]
		n |= uint64(b&0x7f) << (7 * i)
		if b < 0x80 {
			r.rest = r.rest[i+1:]
			if n > 1<<40 { // no record is as long
				break
			}
			return int(n)
		}
	}
	r.spoil()
	return 0
}

// Count reads how many of something follow, each of a byte at least.
func (r *Reader[T]) Count() int {
	n := r.Number()
	if n > len(r.rest) {
		r.spoil()
		return 0
	}
	return n
}

// Flag reads yes or no.
func (r *Reader[T]) Flag() bool { return r.Number() != 0 }

// Text reads a text, or a part.
func (r *Reader[T]) Text() T {
	n := r.Number()
	if n > len(r.rest) {
		r.spoil()
	}
	if r.spoilt {
		n = 0
	}
	text := r.rest[:n]
	r.rest = r.rest[n:]
	return text
}

// Texts reads a list of texts.
func (r *Reader[T]) Texts() []T {
	n, some := r.texts()
	if !some {
		return nil
	}
	room := make([]T, 0, n)
	return r.textsIn(&room, n)
}

// lists is how many texts of lists have their room together.
const lists = 1024

// TextsIn reads a list of texts as [Reader.Texts] does, where very many lists are
// read: each has its room in that of all, which is made anew when it is full.
// Without a room it has its own.
func (r *Reader[T]) TextsIn(room *[]T) []T {
	if room == nil {
		return r.Texts()
	}
	n, some := r.texts()
	if !some {
		return nil
	}
	if *room == nil || n > cap(*room)-len(*room) {
		*room = make([]T, 0, max(n, lists))
	}
	return r.textsIn(room, n)
}

// texts reads how many texts a list has, if there is one.
func (r *Reader[T]) texts() (n int, some bool) {
	n = r.Number()
	if n == 0 {
		return 0, false
	}
	if n-1 > len(r.rest) {
		r.spoil()
		return 0, false
	}
	return n - 1, true
}

func (r *Reader[T]) textsIn(room *[]T, n int) []T {
	from := len(*room)
	for range n {
		*room = append(*room, r.Text())
	}
	return (*room)[from:len(*room):len(*room)]
}

func (r *Reader[T]) spoil() {
	r.spoilt = true
	r.rest = r.rest[:0]
}
