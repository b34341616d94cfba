package store

import (
	"bytes"
	"encoding/binary"

	"go.etcd.io/bbolt"

	"minutebook/model/find"
	"minutebook/model/register"
)

// The index writes words as numbers. Its words are those of all meetings, and
// of meetings as they were: what was taken out of the minutes stays among them
// until they are forgotten, which no copy of the book is made without.

// number gives words their numbers, and those that have none new ones.
func number(tx *bbolt.Tx) find.Numbering {
	words := indexOf(tx, bucketWords)
	return func(word string) uint32 {
		if is := words.Get([]byte(word)); len(is) == 4 {
			return binary.BigEndian.Uint32(is)
		}
		n, err := words.NextSequence()
		if err == nil {
			err = words.Put([]byte(word), binary.BigEndian.AppendUint32(nil, uint32(n)))
		}
		if err != nil {
			panic(err) // bbolt has none for this but that the transaction is over, or for reading
		}
		return uint32(n)
	}
}

// vocabulary goes over the words of the book. One that is damaged is passed
// over.
func vocabulary(tx *bbolt.Tx) find.Vocabulary {
	return func(begins string, each func(string, uint32)) {
		if !current(tx) {
			return
		}
		c := indexOf(tx, bucketWords).Cursor()
		for k, v := c.Seek([]byte(begins)); bytes.HasPrefix(k, []byte(begins)); k, v = c.Next() {
			if len(v) == 4 {
				each(string(k), binary.BigEndian.Uint32(v))
			}
		}
	}
}

// forgetWords takes the words away that no meeting has any more.
func forgetWords(tx *bbolt.Tx) error {
	if !current(tx) {
		return nil
	}
	used := map[uint32]bool{}
	use := func(number uint32) { used[number] = true }
	for f, look := range map[facet]func([]byte, func(uint32)) error{facetLines: find.Used, facetRegister: register.Used} {
		c := f.in(tx).Cursor()
		for k, record := c.First(); k != nil; k, record = c.Next() {
			body, sound := f.unseal(k, record)
			if !sound || look(body, use) != nil {
				return nil // nobody knows which words it has; saving the meeting puts it right
			}
		}
	}
	words := indexOf(tx, bucketWords)
	var gone [][]byte
	err := words.ForEach(func(k, v []byte) error {
		if len(v) != 4 || !used[binary.BigEndian.Uint32(v)] {
			gone = append(gone, bytes.Clone(k))
		}
		return nil
	})
	for _, k := range gone {
		if err == nil {
			err = words.Delete(k)
		}
	}
	return err
}
