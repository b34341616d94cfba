package moving

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"minutebook/model/backup"
	"minutebook/store"
)

// Backup writes a compacted copy of the book into a folder, under a name that
// says when it was made, and lets go those of its copies there that need not be
// kept. A copy that cannot be let go is no reason to fail.
func Backup(book *store.Book, folder string, now time.Time) (string, error) {
	path := filepath.Join(folder, backup.Name(book.Path(), now))
	if err := book.Backup(path); err != nil {
		return "", err
	}
	copies, err := backups(book, folder, now.Location())
	if err != nil {
		return path, err
	}
	var made []time.Time
	for t := range copies {
		made = append(made, t)
	}
	for _, t := range backup.LetGo(made) {
		if old := copies[t]; book.IsBackup(old) {
			_ = os.Remove(old)
		}
	}
	return path, nil
}

// backups are the copies in a folder by when they were made, as their names say.
func backups(book *store.Book, folder string, in *time.Location) (map[time.Time]string, error) {
	files, err := os.ReadDir(folder)
	if errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("there is no folder %s: plug in the disk or make the folder, or choose another", folder)
	}
	if err != nil {
		return nil, err
	}
	copies := map[time.Time]string{}
	for _, f := range files {
		if t, ok := backup.Made(book.Path(), f.Name(), in); ok && f.Type().IsRegular() {
			copies[t] = filepath.Join(folder, f.Name())
		}
	}
	return copies, nil
}

// LastBackup is when the latest copy in a folder was made; the zero time where
// there is none.
func LastBackup(book *store.Book, folder string, in *time.Location) (time.Time, error) {
	copies, err := backups(book, folder, in)
	var last time.Time
	for t := range copies {
		if t.After(last) {
			last = t
		}
	}
	return last, err
}
