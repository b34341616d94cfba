package store

import (
	"strings"

	"go.etcd.io/bbolt"

	"minutebook/model"
)

// longestPath is how long the path of a file may be that the book notes, in
// bytes: no system has longer ones.
const longestPath = 32000

// Written is what the program wrote last to the file at that path; empty where
// the book knows of nothing.
func (b *Book) Written(path string) (w model.Written, err error) {
	err = b.view(func(tx *bbolt.Tx) error {
		// A book that an older program made and this one only reads has no such bucket.
		if bucket := tx.Bucket(bucketWritten); bucket != nil {
			if record := bucket.Get([]byte(path)); record != nil {
				return atWritten.decode([]byte(path), record, &w)
			}
		}
		return nil
	})
	return w, err
}

// KeepWritten notes what was written to files, in the place of what was noted
// of them before.
func (b *Book) KeepWritten(files ...model.Written) error {
	return b.update(func(tx *bbolt.Tx) error {
		bucket, err := tx.CreateBucketIfNotExists(bucketWritten)
		if err != nil {
			return err
		}
		for _, w := range files {
			if w.Path == "" || len(w.Path) > longestPath || strings.ContainsRune(w.Path, 0) {
				return &model.Invalid{Field: "path", Why: "a path has 1 to 32,000 bytes, none of them zero"}
			}
			body, err := encode(w)
			if err != nil {
				return err
			}
			if err := bucket.Put([]byte(w.Path), atWritten.seal([]byte(w.Path), 0, body)); err != nil {
				return err
			}
		}
		return nil
	})
}
