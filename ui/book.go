// Package ui is what the clerk sees: one window with a screen for each thing
// there is to do. It knows the minute book only by the interface [Book], and
// reaches the clock, the disk and the desktop only through [Outside].
package ui

import (
	"log/slog"
	"time"

	"minutebook/model"
	"minutebook/model/find"
	"minutebook/model/minutes/read"
	"minutebook/model/register"
)

// Book is what the window needs of the minute book. Every value given out is
// the caller's to keep.
type Book interface {
	// Path is where the book lies.
	Path() string
	// Bodies are all bodies, by name.
	Bodies() ([]model.Body, error)
	// Body is the body of that ID.
	Body(id model.ID) (model.Body, error)
	// People are all people the book knows, by name.
	People() ([]model.Person, error)
	// Styles are the house styles that the office made, by name.
	Styles() ([]model.HouseStyle, error)
	// Meetings are all meetings, by date and then by making.
	Meetings() ([]model.Summary, error)
	// Meeting is the meeting of that ID.
	Meeting(id model.ID) (model.Meeting, error)
	// Revisions are the earlier revisions of a meeting that are kept, oldest
	// first; Revision is the meeting as it was at one of them.
	Revisions(meeting model.ID) ([]model.Revision, error)
	Revision(meeting model.ID, rev int) (model.Meeting, error)
	// Commit keeps all of the batch or none of it; a *model.Stale says that
	// another was faster.
	Commit(batch model.Batch) error
	// Unfinished are the words left in the composer of a meeting, if any.
	Unfinished(meeting model.ID) (model.Unfinished, error)
	// KeepUnfinished keeps them; none take the old ones away.
	KeepUnfinished(words model.Unfinished) error
	// Clerk is what the clerk has set for their own writing.
	Clerk() (model.Clerk, error)
	// KeepClerk keeps that.
	KeepClerk(clerk model.Clerk) error
	// Ledger is what happened to the actions of a meeting afterwards.
	Ledger(meeting model.ID) ([]model.Event, error)
	// Actions is the register of all meetings, whole; Register is what a screen
	// asks for.
	Actions() ([]register.Action, error)
	// Register are the actions of all meetings that a filter wants, the
	// newest meeting first. They come in brief, since they may be many thousands:
	// what is shown of them is read whole with Action.
	Register(f register.Filter) ([]register.Action, error)
	// Action is one action, whole, by the meeting that agreed it and its entry.
	Action(meeting, id model.ID) (register.Action, error)
	// Written is what the program wrote last to the file at that path; empty
	// where it knows of nothing. KeepWritten notes what was written to files.
	Written(path string) (model.Written, error)
	KeepWritten(files ...model.Written) error
	// Seals are the seals on the approved minutes of a body, in their order.
	Seals(body model.ID) ([]model.Seal, error)
	// File is a file that the book keeps as it left the office, by its SHA-256.
	File(sha256 string) (model.File, error)
	// Search finds the best lines of all meetings that answer what was typed
	// (see find.Question), at most limit of them. A *find.BadTerm says what of it
	// means nothing.
	Search(typed string, limit int) (find.Result, error)
}

// Saver keeps the newest state of one meeting, off the window's goroutine.
type Saver interface {
	// Keep hands over a state and returns at once.
	Keep(m model.Meeting)
	// Retry tries again what could not be kept.
	Retry()
	// Flush waits until everything handed over has been tried. The error is why
	// the newest is not kept.
	Flush() error
}

// Paper is what is to be printed: its name without an extension, the document
// as a Word file and as a web page.
type Paper struct {
	Name      string
	Word, Web []byte
}

// Outside is what the window needs of the world around it. None may be nil.
type Outside struct {
	// Now is the time.
	Now func() time.Time
	// NewID makes an identity that was never made before.
	NewID func() model.ID
	// Saver starts keeping the meeting whose kept revision is base. It tells,
	// on the window's goroutine, of every revision tried.
	Saver func(base int, told func(rev int, err error)) Saver
	// Later does work off the window's goroutine, one after another, and then
	// done with its error on it.
	Later func(work func() error, done func(error))
	// After does f on the window's goroutine once d has passed, unless it is
	// called off first.
	After func(d time.Duration, f func()) (callOff func())
	// Speller reads the dictionary of a language, a BCP 47 tag, off the window's
	// goroutine, and then tells ready on it. Its error says in plain words why
	// spelling is not checked.
	Speller func(language string, ready func(Speller, error))
	// Exists says whether a file is there.
	Exists func(path string) bool
	// Folder are the names of the files and of the folders in a folder, in order;
	// an error where there is no such folder.
	Folder func(path string) (files, folders []string, err error)
	// ReadFile reads a file that the clerk named.
	ReadFile func(path string) ([]byte, error)
	// ReadMinutes reads the file of that name, with minutes that were written
	// elsewhere, off the window's goroutine. Its error is a *[read.Unreadable].
	ReadMinutes func(name string, data []byte) (read.Document, error)
	// Unchanged says whether nothing is lost by replacing the file at path, of
	// which note is what was noted when it was written: nil where it is as it
	// was, or there is none; else an *[export.Changed], or why it cannot be read.
	Unchanged func(path string, note model.Written) error
	// WriteFile writes a document whole or not at all.
	WriteFile func(path string, data []byte) error
	// Show opens a file with the program the desktop has for it, a folder in
	// the one that shows folders, and an https, http or mailto address.
	Show func(path string) error
	// PDF makes a PDF of a Word file off the window's goroutine, which takes
	// seconds, and then tells done on it, unless it is called off first. Its
	// error says in plain words why there is none, and what to do.
	PDF func(docx []byte, done func(pdf []byte, err error)) (callOff func())
	// Print opens minutes where the clerk prints them: as a PDF, or, where none
	// can be made, in the browser; why says so then. It takes seconds, off the
	// window's goroutine, and then tells done on it, unless it is called off
	// first. What is printed is kept from others' sight, and no longer than the
	// program runs.
	Print func(paper Paper, done func(why string, err error)) (callOff func())
	// Home is the clerk's own folder, which the screens call ~.
	Home string
	// Documents is the folder that exports go to unless told otherwise.
	Documents string
	// Version of the program, to be shown.
	Version string
	// Sample puts the invented sample into the book.
	Sample func() error
	// Language is the desktop's, as a BCP 47 tag; "" where it does not say.
	Language string
	// Dictionaries are the languages that spelling can be checked in, as BCP 47
	// tags.
	Dictionaries func() []string
	// Look is how the window looked last; KeepLook remembers it.
	Look     Look
	KeepLook func(Look)
	// Keeping keeps the book safe, and moves what is in it out and in.
	Keeping Keeping
	// Quit ends the program once everything is kept.
	Quit func()
	Log  *slog.Logger
}
