package moving

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"minutebook/model"
	"minutebook/store"
)

func newBook(t *testing.T) *store.Book {
	t.Helper()
	n := 0
	o := store.Options{Program: "a test", Now: time.Now, NewID: func() model.ID { n++; return model.ID(t.Name()) }}
	book, err := store.Create(filepath.Join(t.TempDir(), "book.mb"), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = book.Close() })
	return book
}

func TestBackupsAreNamedAndThinnedOut(t *testing.T) {
	t.Parallel()
	book, folder := newBook(t), t.TempDir()
	now := time.Date(2026, time.May, 4, 10, 0, 0, 0, time.UTC)
	// What looks like a copy and is none stays.
	letter := filepath.Join(folder, "book-2020-01-01-000000.mb")
	if err := os.WriteFile(letter, []byte("Dear Trust"), 0o600); err != nil {
		t.Fatal(err)
	}
	for i := range 40 {
		if _, err := Backup(book, folder, now.Add(time.Duration(i)*12*time.Hour)); err != nil {
			t.Fatal(err)
		}
	}
	files, err := os.ReadDir(folder)
	if err != nil || len(files) != 1+14 {
		t.Errorf("there are %d files, %v", len(files), err)
	}
	if _, err := os.Stat(letter); err != nil {
		t.Error("the letter is gone")
	}
	last, err := LastBackup(book, folder, time.UTC)
	if err != nil || !last.Equal(now.Add(39*12*time.Hour)) {
		t.Errorf("the last is of %v, %v", last, err)
	}
	if _, err := Backup(book, filepath.Join(folder, "none"), now); err == nil {
		t.Error("a folder that is not there takes a copy")
	}
}
