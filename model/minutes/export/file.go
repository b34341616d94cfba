package export

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"minutebook/model"
)

// WriteFile writes data to the file of that name so that it is there whole or
// not at all: a file of that name that cannot be replaced stays as it was. The
// file is readable by all (0644).
func WriteFile(path string, data []byte) error {
	if err := replace(path, data); err != nil {
		return fmt.Errorf("%s was not written, and what was there is untouched: %w", filepath.Base(path), plainCause(err))
	}
	return nil
}

func replace(path string, data []byte) (err error) {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return errors.New("it is the name of a folder")
	}
	folder := filepath.Dir(path)
	f, err := os.CreateTemp(folder, ".minutes-*.tmp")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, remove(f.Name()))
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
	if err := os.Rename(f.Name(), path); err != nil {
		return err
	}
	syncFolder(folder)
	return nil
}

func remove(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// syncFolder makes the new name last through a power cut where the system can
// do that; where it cannot, the file is written all the same.
func syncFolder(folder string) {
	d, err := os.Open(folder)
	if err != nil {
		return
	}
	_ = d.Sync()
	_ = d.Close()
}

// plainCause is err without the name of the temporary file, which says nothing
// to the reader.
func plainCause(err error) error {
	var p *fs.PathError
	var l *os.LinkError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &worded{"the folder is not there; make it, or choose another", fs.ErrNotExist}
	case errors.Is(err, fs.ErrPermission):
		return &worded{"the folder or the file may not be written to; choose another place", fs.ErrPermission}
	case errors.As(err, &p):
		return p.Err
	case errors.As(err, &l):
		return l.Err
	}
	return err
}

// worded is an error in words for the clerk that a program can still tell.
type worded struct {
	words string
	cause error
}

func (e *worded) Error() string { return e.words }
func (e *worded) Unwrap() error { return e.cause }

// longest is how many characters of a body's name go into the name of a file.
const longest = 60

// FileName is a name for a file of the meeting that every system takes: the
// body in small letters, the day, and ext (".docx").
func FileName(m model.Meeting, ext string) string {
	var b strings.Builder
	n, gap := 0, false
	for _, r := range norm.NFKD.String(strings.ToLower(m.Body)) {
		switch {
		case unicode.Is(unicode.Mn, r):
			continue
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			gap = n > 0
			continue
		}
		if n >= longest {
			break
		}
		if gap {
			b.WriteByte('-')
			gap = false
		}
		b.WriteRune(r)
		n++
	}
	if n > 0 {
		b.WriteByte('-')
	}
	if m.Date.Valid() {
		b.WriteString(string(m.Date))
	} else {
		b.WriteString("minutes") // a bare "con" or "aux" is no name for a file on Windows
	}
	return b.String() + ext
}
