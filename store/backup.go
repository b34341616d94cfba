package store

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"go.etcd.io/bbolt"
)

// compactStep is how many bytes of a copy are written in one transaction.
const compactStep = 16 << 20

// Backup writes a copy of the book as it stands to path, while it is in use.
// The copy is checked before it gets its name, and holds nothing of what was
// deleted. Only an earlier backup of the same book is replaced: another file
// of that name is a *[NotBackup]. A folder that is not there is not made, since
// a disk that is not plugged in looks like that: it is a *[NoFolder].
func (b *Book) Backup(path string) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	replace, err := b.mayReplace(path)
	if err != nil {
		return err
	}
	if _, err := os.Stat(filepath.Dir(path)); err != nil {
		return &NoFolder{filepath.Dir(path), err}
	}
	temp, err := temporary(path)
	if err != nil {
		return fmt.Errorf("could not write the backup: %w", err)
	}
	defer func() { _ = os.Remove(temp) }()
	if !b.options.ReadOnly {
		if err := forgotten(b.update(forgetWords)); err != nil {
			return err
		}
	}
	if err := b.copyTo(temp); err != nil {
		return err
	}
	if err := sound(temp); err != nil {
		return err
	}
	return settle(temp, path, replace)
}

// mayReplace says whether there is an earlier backup of b at path. Anything
// else there is an error.
func (b *Book) mayReplace(path string) (bool, error) {
	there, err := os.Stat(path)
	if errors.Is(err, os.ErrNotExist) {
		return false, nil
	}
	if itself, _ := os.Stat(b.path); err != nil || os.SameFile(there, itself) {
		return false, &NotBackup{path}
	}
	said, err := look(path, false)
	if err != nil {
		return false, &NotBackup{path}
	}
	var id string
	err = b.view(func(tx *bbolt.Tx) error {
		id = string(tx.Bucket(bucketMeta).Get(keyBookID))
		return nil
	})
	if err == nil && said[string(keyBookID)] != id {
		err = &NotBackup{path}
	}
	return err == nil, err
}

// forgotten is the error of forgetting words before the book is copied. Where
// there is no room on the book's own disk a copy elsewhere is wanted all the
// more.
func forgotten(err error) error {
	if errors.As(err, new(*Unsaved)) {
		return nil
	}
	return err
}

// copyTo writes the book into the empty file at path, without what is free.
// Words that only the index still has are forgotten before.
func (b *Book) copyTo(path string) error {
	o := b.options
	o.ReadOnly = false
	to, err := bbolt.Open(path, 0o600, o.bolt(nil))
	if err != nil {
		return fmt.Errorf("could not write the backup: %w", err)
	}
	b.mu.RLock()
	defer b.mu.RUnlock()
	if b.db == nil {
		return errors.Join(errClosed, to.Close())
	}
	err = guarded(func() error { return bbolt.Compact(to, b.db, compactStep) })
	if err = errors.Join(err, to.Close()); err != nil {
		return b.named(fmt.Errorf("could not write the backup: %w", err))
	}
	return nil
}

// sound says whether the file at path is a book with nothing wrong in it.
func sound(path string) error {
	report, err := checkFile(path)
	if err != nil {
		return err
	}
	if !report.Sound() {
		return &Damaged{Path: path, Why: report.Faults[0].String()}
	}
	return nil
}

// Restore makes the book at path to from the backup at path from. The copy is
// checked before it gets its name. A book that is there is not replaced: the
// error is then an *[Exists]. A backup that is not there is an *[Absent], one
// that is not sound a *[Damaged].
func Restore(from, to string) error {
	from, errFrom := filepath.Abs(from)
	to, errTo := filepath.Abs(to)
	if err := errors.Join(errFrom, errTo); err != nil {
		return err
	}
	if err := isFile(from); err != nil {
		return err
	}
	if _, err := os.Lstat(to); err == nil {
		return &Exists{to}
	}
	if err := makeFolder(to); err != nil {
		return err
	}
	temp, err := temporary(to)
	if err != nil {
		return fmt.Errorf("could not restore the minute book: %w", err)
	}
	defer func() { _ = os.Remove(temp) }()
	if err := copyFile(from, temp); err != nil {
		return fmt.Errorf("could not restore the minute book: %w", err)
	}
	if err := sound(temp); err != nil {
		return inFile(err, from)
	}
	return settle(temp, to, false)
}

// inFile puts the name of the file that was asked for in the place of that of
// its copy.
func inFile(err error, path string) error {
	var damaged *Damaged
	var newer *Newer
	switch {
	case errors.As(err, &damaged):
		damaged.Path = path
	case errors.As(err, &newer):
		newer.Path = path
	}
	return err
}

func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer func() { _ = in.Close() }()
	out, err := os.OpenFile(to, os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}

// IsBackup says whether the file at path is an earlier backup of this book.
func (b *Book) IsBackup(path string) bool {
	is, err := b.mayReplace(path)
	return err == nil && is
}
