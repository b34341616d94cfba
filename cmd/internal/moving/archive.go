// Package moving takes what is in a minute book out and in: archives, another
// book to be merged, and a body that is handed over. Both programs do it alike.
package moving

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"minutebook/model"
	"minutebook/model/archive"
	"minutebook/model/minutes"
	"minutebook/model/minutes/export"
	"minutebook/store"
)

// Archiving says what an archive is made of.
type Archiving struct {
	// Made is when, RFC 3339, By the program.
	Made, By string
	// Documents adds the minutes as Word files and web pages; Public leaves out
	// what is restricted.
	Documents, Public bool
	// Tell hears how far it is; Stopped, where it is not nil, is asked at every
	// meeting whether no more is wanted.
	Tell    func(words string)
	Stopped func() bool
}

var errStopped = errors.New("the archive was stopped; there is no file of it")

// Archived is what an archive holds.
type Archived struct {
	Meetings int
	// Withheld are meetings of which no public minutes are in it, and why.
	Withheld []string
}

// Archive writes all that the book holds to a new file at path. It is there
// whole or not at all; one that is there stays.
func Archive(book *store.Book, path string, a Archiving) (Archived, error) {
	var done Archived
	err := newFile(path, func(to io.Writer) (err error) {
		done, err = a.write(book, to)
		return err
	})
	return done, err
}

// newFile makes a file that is there whole or not at all.
func newFile(path string, write func(io.Writer) error) error {
	if _, err := os.Lstat(path); err == nil {
		return fmt.Errorf("there is a file %s already, and it was left as it is: choose another name", path)
	}
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*.new")
	if errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("there is no folder %s: make it first, or choose another place", filepath.Dir(path))
	}
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(f.Name()) }()
	err = write(f)
	if err == nil {
		err = f.Sync()
	}
	if err := errors.Join(err, f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}

func (a Archiving) write(book *store.Book, to io.Writer) (Archived, error) {
	list, err := book.Meetings()
	if err != nil {
		return Archived{}, err
	}
	own, err := book.Styles()
	if err != nil {
		return Archived{}, err
	}
	styles, names := minutes.Builtin().With(own), export.Names(list)
	w := archive.NewWriter(to, a.Made, a.By, a.Public)
	done := Archived{Meetings: len(list)}
	for i, s := range list {
		if a.Stopped != nil && a.Stopped() {
			return done, errStopped
		}
		a.Tell(fmt.Sprintf("%d of %d: %s", i+1, len(list), names[s.ID]))
		why, err := a.meeting(book, w, s, names[s.ID], styles)
		if err != nil {
			return done, err
		}
		if why != nil {
			done.Withheld = append(done.Withheld, fmt.Sprintf("%s, %s: %v", s.Body, s.Date.Long(), why))
		}
	}
	if !a.Public {
		if err := book.AllRecords(func(r model.Record) error { return w.Record(r, names[model.ID(r.Key[0])]) }); err != nil {
			return done, err
		}
	}
	return done, w.Close()
}

// meeting adds the minutes of a meeting: those for the public, and, where that
// is something else, in full. why says what keeps the public ones out.
func (a Archiving) meeting(book *store.Book, w *archive.Writer, s model.Summary, name string, styles minutes.Styles) (why, err error) {
	m, err := book.Meeting(s.ID)
	if err != nil {
		return nil, err
	}
	ledger, err := book.Ledger(s.ID)
	if err != nil {
		return nil, err
	}
	style, err := styles.Load(m.Style)
	if err != nil { // its style is gone, its words are not
		if style, err = styles.Load(""); err != nil {
			return nil, err
		}
	}
	formats := []string{".json", ".minutes"}
	if a.Documents {
		formats = append(formats, ".docx", ".html")
	}
	in := export.Input{Meeting: m, Ledger: ledger, Style: style, Audience: minutes.Public, Name: name}
	files, why := filesOf(in, formats)
	if why == nil { // a file that would show too much is none to give away
		if err := addFiles(w.Public, name, files, "meetings"); err != nil {
			return nil, err
		}
	}
	if !m.HasRestricted() || a.Public {
		return why, nil
	}
	in.Audience = minutes.Full
	files, err = filesOf(in, formats[1:]) // the record says more than the JSON would
	if err != nil {
		return why, err
	}
	return why, addFiles(w.Restricted, name, files, "meetings with restricted parts")
}

// ofMeeting is a file of a meeting.
type ofMeeting struct {
	ext  string
	data []byte
}

// filesOf are the files of a meeting, all of them or none.
func filesOf(in export.Input, formats []string) ([]ofMeeting, error) {
	var files []ofMeeting
	for _, ext := range formats {
		data, err := export.Bytes(ext, in)
		if err != nil {
			return nil, err
		}
		files = append(files, ofMeeting{ext, data})
	}
	return files, nil
}

// addFiles adds the files of a meeting of that name, which counts once.
func addFiles(add func(path string, data []byte, counted string) error, name string, files []ofMeeting, counted string) error {
	for _, f := range files {
		if err := add("meetings/"+name+"/"+name+f.ext, f.data, counted); err != nil {
			return err
		}
		counted = ""
	}
	return nil
}

// Unarchive makes the book at path, which is new or empty, from an archive. All
// parts are looked at first; nothing is kept where one of them is wrong.
func Unarchive(from, path string, o store.Options) (*archive.Reader, error) {
	f, err := os.Open(from)
	if errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("there is no archive %s; check its name", from)
	}
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // it is only read
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	r, err := archive.Open(f, info.Size())
	if err != nil {
		return nil, err
	}
	if err := r.Check(); err != nil {
		return nil, err
	}
	if r.Restricted == nil {
		return nil, &archive.PublicOnly{}
	}
	return r, store.Fill(path, o, r.Records)
}
