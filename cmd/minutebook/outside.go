package main

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"minutebook/cmd/internal/office"
	"minutebook/cmd/internal/pdftext"
	"minutebook/cmd/internal/sample"
	"minutebook/cmd/internal/spelling"
	"minutebook/model"
	"minutebook/model/minutes/export"
	written "minutebook/model/minutes/read"
	"minutebook/store"
	"minutebook/ui"
)

// outside is the world around the window: the clock, the disk, the desktop,
// and the goroutines that work off the window's own.
type outside struct {
	m    *Main
	app  fyne.App
	work worker
	// aside does what nothing else may wait for.
	aside worker
	// latest keeps the meeting that was opened last; nil before there is one.
	latest *store.Saver
	// dictionaries are those read so far, by language. They are the window's
	// goroutine's.
	dictionaries map[string]*spelling.Dictionary

	office office.Office
	papers papers

	// mu is held by whatever comes from elsewhere onto the window's goroutine.
	// Once the program ends nothing comes any more.
	mu    sync.Mutex
	ended bool
}

// forWindow is what the window is given; quit ends the program.
func (o *outside) forWindow(quit func()) ui.Outside {
	look := rememberedLook(o.app.Preferences())
	return ui.Outside{
		Now: o.m.Now, NewID: o.m.NewID,
		Saver: o.saver, Later: o.later, After: o.after, Speller: o.speller,
		PDF: o.pdf, Print: o.print,
		Exists: exists, Unchanged: export.Unchanged, ReadFile: export.ReadFile, ReadMinutes: minutesIn, Folder: folder, WriteFile: export.WriteFile, Show: o.show, Home: home(), Documents: documents(o.m.Env),
		Version: version, Sample: o.sample,
		Language: string(lang.SystemLocale()), Dictionaries: func() []string { return dictionaries(spelling.Folders(o.m.Env)) },
		Look: look, KeepLook: func(l ui.Look) { keepLook(o.app.Preferences(), l) },
		Keeping: o.keeping(),
		Quit:    quit, Log: o.m.journal.log,
	}
}

// minutesIn reads minutes that were written elsewhere.
func minutesIn(name string, data []byte) (written.Document, error) {
	return pdftext.Read(context.Background(), name, data)
}

// onWindow does f on the window's goroutine, soon, unless the program ends.
func (o *outside) onWindow(f func()) {
	fyne.Do(func() {
		o.mu.Lock()
		defer o.mu.Unlock()
		if !o.ended {
			f()
		}
	})
}

// end lets nothing more come onto the window's goroutine, and waits for the
// work that is under way.
func (o *outside) end() {
	o.mu.Lock()
	o.ended = true
	o.mu.Unlock()
	o.papers.clear()
	o.work.wait()
	o.aside.wait()
}

// rescue waits until what was on its way to the book is there, when the window
// can no longer be asked.
func (o *outside) rescue() {
	o.end()
	if o.latest == nil {
		return
	}
	if err := o.latest.Flush(); err != nil {
		o.m.complain(err)
	}
}

// saver keeps one meeting of the book. What it tells is told on the window's
// goroutine.
func (o *outside) saver(base int, told func(rev int, err error)) ui.Saver {
	write := func(m model.Meeting, base int) error {
		begun := o.m.Now()
		err := o.m.book.Commit(model.Batch{Meetings: []model.Save[model.Meeting]{{Base: base, Value: m}}})
		o.m.journal.log.Debug("save", "meeting", m.ID, "rev", m.Rev, "took", o.m.Now().Sub(begun), "error", err)
		if err != nil {
			o.m.journal.log.Error("could not save", "meeting", m.ID, "rev", m.Rev, "error", err)
		}
		return err
	}
	o.latest = store.NewSaver(base, write, func(rev int, err error) { o.onWindow(func() { told(rev, err) }) })
	return o.latest
}

func (o *outside) later(work func() error, done func(error)) {
	o.work.do(func() {
		err := work()
		o.onWindow(func() { done(err) })
	})
}

func (o *outside) after(d time.Duration, f func()) (callOff func()) {
	off := false // known to the window's goroutine only
	timer := time.AfterFunc(d, func() {
		o.onWindow(func() {
			if !off {
				f()
			}
		})
	})
	return func() {
		off = true
		timer.Stop()
	}
}

// speller reads a dictionary on a goroutine of its own: it takes longer than
// words may wait for the disk.
func (o *outside) speller(language string, ready func(ui.Speller, error)) {
	read := func() {
		begun := o.m.Now()
		d, err := spelling.Open(language, spelling.Folders(o.m.Env))
		o.m.journal.log.Debug("read a dictionary", "language", language, "took", o.m.Now().Sub(begun), "error", err)
		o.onWindow(func() {
			if err != nil {
				ready(nil, err)
				return
			}
			if o.dictionaries == nil {
				o.dictionaries = map[string]*spelling.Dictionary{}
			}
			o.dictionaries[language] = d
			ready(d, nil)
		})
	}
	// The window shows itself first.
	o.onWindow(func() {
		if d, ok := o.dictionaries[language]; ok {
			ready(d, nil)
			return
		}
		go read()
	})
}

// exists says whether a file is there. One that cannot be looked at counts as
// there, so that it is not replaced unasked.
func exists(path string) bool {
	_, err := os.Lstat(path)
	return !errors.Is(err, os.ErrNotExist)
}

// folder gives the names of the files and of the folders in a folder. What a
// link leads to counts as what it is.
func folder(path string) (files, folders []string, err error) {
	entries, err := os.ReadDir(path)
	if err != nil {
		return nil, nil, err
	}
	for _, e := range entries {
		info, err := os.Stat(filepath.Join(path, e.Name()))
		switch {
		case err != nil: // a link that leads nowhere
		case info.IsDir():
			folders = append(folders, e.Name())
		case info.Mode().IsRegular():
			files = append(files, e.Name())
		}
	}
	return files, folders, nil
}

// show opens a file with the program that the desktop has for it.
func (o *outside) show(path string) error {
	if u, err := url.Parse(path); err == nil && (u.Scheme == "https" || u.Scheme == "http" || u.Scheme == "mailto") {
		return o.app.OpenURL(u)
	}
	path, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") { // C:/minutes
		path = "/" + path
	}
	return o.app.OpenURL(&url.URL{Scheme: "file", Path: path})
}

func (o *outside) sample() error {
	batch, err := sample.Book(o.m.NewID, model.Stamp(o.m.Now()))
	if err != nil {
		return fmt.Errorf("make the sample: %w", err)
	}
	return o.m.book.Commit(batch)
}

// home is the clerk's own folder, "" where the system names none.
func home() string {
	folder, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	return folder
}

// documents is the folder that documents go to unless another is named.
func documents(env func(string) string) string {
	folder := filepath.Join(home(), "Documents")
	if named := env("XDG_DOCUMENTS_DIR"); filepath.IsAbs(named) && runtime.GOOS != "windows" {
		folder = named
	}
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		return home()
	}
	return folder
}

// openBook opens the book, or makes an empty one where there is none.
func (m *Main) openBook() error {
	o := store.Options{Program: "minutebook", Now: m.Now, NewID: m.NewID}
	book, err := store.Open(m.path, o)
	var absent *store.Absent
	if errors.As(err, &absent) {
		book, err = store.Create(m.path, o)
	}
	if err != nil {
		m.journal.log.Error("open the book", "path", m.path, "error", err)
		m.complain(err)
		return err
	}
	m.journal.log.Info("opened the book", "path", m.path, "version", version)
	m.book = book
	return nil
}
