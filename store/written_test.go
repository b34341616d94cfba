package store

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go.etcd.io/bbolt"

	"minutebook/model"
)

const wroteAt = "2026-05-04T10:00:00Z"

func TestWritten(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	path := filepath.FromSlash("/home/clerk/Zoë's minutes.docx")
	if w, err := b.Written(path); err != nil || w != (model.Written{}) {
		t.Fatalf("of a file never written: %+v, %v", w, err)
	}
	must(t, b.KeepWritten(model.WroteFile(path, []byte("one"), wroteAt)))
	must(t, b.KeepWritten(model.WroteFile(path, []byte("two"), wroteAt), model.WroteFile("/b", nil, wroteAt)))
	w, err := b.Written(path)
	must(t, err)
	if !w.Same([]byte("two")) || w.Same([]byte("one")) || w.At != wroteAt || w.Path != path {
		t.Errorf("%+v", w)
	}
	for _, bad := range []string{"", "a\x00b", strings.Repeat("x", longestPath+1)} {
		if err := b.KeepWritten(model.Written{Path: bad}); !errors.As(err, new(*model.Invalid)) {
			t.Errorf("a path of %d bytes: %v", len(bad), err)
		}
	}
	must(t, b.Close())
	if report, err := Check(b.Path()); err != nil || len(report.Faults) > 0 {
		t.Errorf("%+v, %v", report, err)
	}
}

// A book from before there were notes of files is read and written as it is.
func TestWrittenInABookWithoutAny(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	must(t, b.Close())
	db, err := bbolt.Open(b.Path(), 0o600, nil)
	must(t, err)
	must(t, db.Update(func(tx *bbolt.Tx) error { return tx.DeleteBucket(bucketWritten) }))
	must(t, db.Close())
	o := testOptions()
	o.ReadOnly = true
	reader, err := Open(b.Path(), o)
	must(t, err)
	if w, err := reader.Written("/a"); err != nil || w.Path != "" {
		t.Errorf("%+v, %v", w, err)
	}
	must(t, reader.Close())
	writer, err := Open(b.Path(), testOptions())
	must(t, err)
	must(t, writer.KeepWritten(model.WroteFile("/a", []byte("x"), wroteAt)))
	if w, err := writer.Written("/a"); err != nil || !w.Same([]byte("x")) {
		t.Errorf("%+v, %v", w, err)
	}
	must(t, writer.Close())
	if _, err := os.Stat(b.Path()); err != nil {
		t.Fatal(err)
	}
}
