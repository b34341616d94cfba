package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"minutebook/cmd/internal/identity"
	"minutebook/store"
)

// stopping is a context that is called off once it was asked so often.
type stopping struct {
	context.Context
	left int
}

func (s *stopping) Err() error {
	if s.left--; s.left < 0 {
		return context.Canceled
	}
	return nil
}

// Called off between two files, an import says what is in the book and what is
// not, and what it wrote for other programs is whole.
func TestImportIsCalledOffBetweenFiles(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	var out, said bytes.Buffer
	p := &program{out: &out, err: &said, env: os.Getenv, now: time.Now, newID: identity.New}
	book, err := store.Create(filepath.Join(folder, "b.mb"), p.options(false))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = book.Close() }()
	var files []string
	for month := range 5 {
		file := filepath.Join(folder, fmt.Sprintf("2024-%02d-14.txt", month+1))
		if err := os.WriteFile(file, []byte("1. Roof\n\nNothing was said of it.\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	err = p.newIntake(book, importing{body: "Quay Board", asJSON: true}).all(&stopping{t.Context(), 2}, files)
	want := "it was called off: 2 of 5 files are in the book, 0 could not be taken in, and not tried were " + files[2] + " and 2 more"
	if err == nil || err.Error() != want {
		t.Errorf("%v, not %s", err, want)
	}
	meetings, err := book.Meetings()
	if err != nil || len(meetings) != 2 {
		t.Errorf("the book has %d meetings (%v)", len(meetings), err)
	}
	var written struct{ Files []fileReport }
	if err := json.Unmarshal(out.Bytes(), &written); err != nil || len(written.Files) != 2 {
		t.Errorf("%v: %s", err, out.String())
	}
}
