package export

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// WriteFile writes data to the file of that name so that it is there whole or
// not at all: a file of that name that cannot be replaced stays as it was. The
// file is readable by all (0644). The error says in plain words what happened,
// what is safe, and what to do.
func WriteFile(path string, data []byte) error {
	if err := theDisk.replace(path, data); err != nil {
		return fmt.Errorf("%s was not written, and what was there is untouched: %w", filepath.Base(path), plainCause(err))
	}
	return nil
}

// disk is what writing a file needs of the system, so that a test can have any
// step of it fail.
type disk struct {
	stat   func(path string) (fs.FileInfo, error)
	create func(folder, pattern string) (temporary, error)
	rename func(from, to string) error
	remove func(path string) error
	// settle makes a new name last through a power cut where the system can do
	// that; where it cannot, the file is written all the same.
	settle func(folder string)
}

// temporary is a file that nobody has been told of yet.
type temporary interface {
	io.WriteCloser
	Name() string
	Chmod(mode fs.FileMode) error
	Sync() error
}

var theDisk = disk{
	stat:   os.Stat,
	create: func(folder, pattern string) (temporary, error) { return os.CreateTemp(folder, pattern) },
	rename: os.Rename,
	remove: os.Remove,
	settle: syncFolder,
}

// replace writes the file under another name, and gives it its own only when
// all of it is on the disk.
func (d disk) replace(path string, data []byte) (err error) {
	if info, err := d.stat(path); err == nil && info.IsDir() {
		return errors.New("it is the name of a folder")
	}
	folder := filepath.Dir(path)
	f, err := d.create(folder, ".minutes-*.tmp")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, d.discard(f.Name()))
		}
	}()
	_, err = f.Write(data)
	if err == nil {
		err = f.Chmod(0o644)
	}
	if err == nil {
		err = f.Sync()
	}
	if e := f.Close(); err == nil {
		err = e
	}
	if err != nil {
		return err
	}
	if err := d.rename(f.Name(), path); err != nil {
		return err
	}
	d.settle(folder)
	return nil
}

// discard takes the temporary file away.
func (d disk) discard(path string) error {
	if err := d.remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

func syncFolder(folder string) {
	d, err := os.Open(folder)
	if err != nil {
		return
	}
	_ = d.Sync()
	_ = d.Close()
}
