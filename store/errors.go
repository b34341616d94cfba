package store

import (
	"fmt"

	"minutebook/model"
)

// Absent is the error of opening a book that is not there. It wraps the
// system's own error.
type Absent struct {
	Path string
	Err  error
}

func (e *Absent) Error() string {
	return fmt.Sprintf("there is no minute book at %s: check the name, or make one there first", e.Path)
}

func (e *Absent) Unwrap() error { return e.Err }

// Exists is the error of making a book, or restoring one, where a file is.
type Exists struct{ Path string }

func (e *Exists) Error() string {
	return fmt.Sprintf("there is a file at %s already, and it was left as it is: choose another place, or move that file away first", e.Path)
}

// Locked is the error of opening a book that another program has open.
type Locked struct {
	Path string
	// Program, PID and Host say who has it, as far as known.
	Program string
	PID     int
	Host    string
}

func (e *Locked) Error() string {
	who := "another program"
	if e.Program != "" {
		who = fmt.Sprintf("%s (process %d on %s)", e.Program, e.PID, e.Host)
	}
	return fmt.Sprintf("the minute book %s is already open in %s: close it there, then try again", e.Path, who)
}

// Denied is the error of opening a book that the system keeps from whoever
// runs the program. It wraps the system's own error.
type Denied struct {
	Path string
	Err  error
}

func (e *Denied) Error() string {
	return fmt.Sprintf("you may not open the minute book %s, or not change it: ask whoever owns the file for the right to, or work with a copy of it", e.Path)
}

func (e *Denied) Unwrap() error { return e.Err }

// NoFolder is the error of writing a book to a folder that is not there.
type NoFolder struct {
	Path string
	Err  error
}

func (e *NoFolder) Error() string {
	return fmt.Sprintf("there is no folder %s, so nothing was written: plug in the disk or make the folder, then try again", e.Path)
}

func (e *NoFolder) Unwrap() error { return e.Err }

// Newer is the error of opening a book that only a newer program understands.
type Newer struct {
	Path string
	// Format that the book has; Known is the highest this program knows.
	Format, Known int
}

func (e *Newer) Error() string {
	return fmt.Sprintf("the minute book %s is from a newer version of the program: it has format %d, and this version knows formats up to %d; the book was left as it is: open it with the newer version",
		e.Path, e.Format, e.Known)
}

// Folder is the error of a book that is asked for where a folder is.
type Folder struct{ Path string }

func (e *Folder) Error() string {
	return fmt.Sprintf("%s is a folder and not a minute book: name the file of the book, which may be in it", e.Path)
}

// Damaged is the error of a book, or a record in it, that cannot be trusted.
type Damaged struct {
	Path string
	// Record and ID say which record, where it is one: "meeting" and its ID.
	Record string
	ID     model.ID
	// Of says which meeting that is, where the list of meetings still tells:
	// "Harbour Trust, 4 May 2026".
	Of string
	// Why in a few words.
	Why string
	Err error
}

func (e *Damaged) Error() string {
	what := ""
	if e.Record != "" {
		what = fmt.Sprintf("the %s %s in ", e.Record, e.ID)
	}
	if e.Of != "" {
		what = fmt.Sprintf("the %s %s (%s) in ", e.Record, e.ID, e.Of)
	}
	return fmt.Sprintf("%sthe minute book %s is damaged (%s); nothing was changed: keep the file, and restore the latest backup, or save what is readable with \"minutectl recover\"", what, e.Path, e.Why)
}

func (e *Damaged) Unwrap() error { return e.Err }

// Unreadable is the error of recovering a book of which nothing is readable.
type Unreadable struct{ Path string }

func (e *Unreadable) Error() string {
	return fmt.Sprintf("nothing in the minute book %s can be read, and no new book was made: keep the file, and restore the latest backup", e.Path)
}

// Missing is the error of naming a record that the book has not.
type Missing struct {
	// Record says what it is in a word: "meeting", "body", "action".
	Record string
	ID     model.ID
}

func (e *Missing) Error() string {
	return fmt.Sprintf("the minute book has no %s %s: look at the list for those it has", e.Record, e.ID)
}

// ReadOnly is the error of changing a book that was opened for reading.
type ReadOnly struct{ Path string }

func (e *ReadOnly) Error() string {
	return fmt.Sprintf("the minute book %s is open for reading only, and nothing was changed: open it for writing first", e.Path)
}

// Replaced is the error of saving into a book whose file was moved, deleted
// or replaced while it was open: what is written would be lost.
type Replaced struct{ Path string }

func (e *Replaced) Error() string {
	return fmt.Sprintf("the file %s was moved or replaced by another program while the book was open, so nothing was saved; your words are still here: save a copy elsewhere, keep the book out of synchronised folders, then open it again", e.Path)
}

// Unsaved is the error of a save that the disk did not take. It wraps what
// went wrong.
type Unsaved struct {
	Path string
	// Full says that there was no room for it.
	Full bool
	// Closed says that the book takes nothing more until it is opened again.
	Closed bool
	Err    error
}

func (e *Unsaved) Error() string {
	why, do := e.Err.Error(), "try again, or save a copy elsewhere"
	if e.Full {
		why, do = "there is no room left for it", "make room and try again, or save a copy elsewhere"
	}
	if e.Closed {
		do = "save a copy elsewhere, then close the book and open it again"
	}
	return fmt.Sprintf("could not save to %s: %s; what was saved before is safe, and your words are still here: %s", e.Path, why, do)
}

func (e *Unsaved) Unwrap() error { return e.Err }

// NotBackup is the error of a backup that would replace a file which is not
// an earlier backup of the same book.
type NotBackup struct{ Path string }

func (e *NotBackup) Error() string {
	return fmt.Sprintf("%s is not an earlier backup of this minute book, and was left as it is: choose another name", e.Path)
}
