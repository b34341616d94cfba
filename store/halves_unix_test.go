//go:build unix

package store

import (
	"errors"
	"os"
	"testing"
	"time"
)

// A file that is cut off under the program, as on a drive that goes away, ends a
// search with an error: not the program, and nobody waits.
func TestASearchOfAFileThatWentAwayEnds(t *testing.T) {
	opened := newBook(t)
	path := opened.Path() + " cut"
	kept, err := os.ReadFile(opened.Path())
	must(t, err)
	must(t, os.WriteFile(path, kept, 0o600))
	b, err := Open(path, Options{ReadOnly: true}) // never closed: bbolt keeps its lock
	must(t, err)
	must(t, os.Truncate(path, 0))
	ended := make(chan error, 1)
	go func() {
		_, err := b.Search("silt", 3)
		ended <- err
	}()
	select {
	case err := <-ended:
		if !errors.As(err, new(*faultError)) {
			t.Errorf("the error is %v", err)
		}
	case <-time.After(time.Minute):
		t.Error("the search does not end")
	}
}
