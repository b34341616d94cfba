package ui

import (
	"cmp"
	"fmt"
	"io"
	"log/slog"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"minutebook/model"
	"minutebook/model/minutes/read"
)

// world is everything outside the window, under a test's control. Nothing in
// it happens until settle or pass is called.
type world struct {
	t    testing.TB
	book *fakeBook
	now  time.Time
	ids  int
	// files are those written, by path; fail is what writing answers.
	files map[string][]byte
	fail  error
	// failOn is what the paths end in that only fail; "" for all. noShow is what
	// opening a file with the desktop's program answers.
	failOn string
	noShow error
	// made are the Word files that PDFs are being made of; printed is what was
	// printed, and why not as a PDF.
	made    []pdfMaking
	printed []Paper
	noPDF   string
	// shown are the paths opened with the desktop's programs.
	shown []string
	quit  int
	kept  []Look
	// desktop is its language, dictionaries are those it has.
	desktop      string
	dictionaries []string
	work         []func()
	working      bool // off the window's goroutine
	timers       []*timer
	// spellers are the dictionaries that can be read, by language; one that is
	// not there never comes.
	spellers map[string]Speller
	// backedUp is when backups were made, notified what the desktop was told, and
	// others are the other books that there are, by path.
	backedUp []time.Time
	notified []string
	others   map[string]*fakeOther
	// archived is what was archived; archiving is done meanwhile, and withheld is
	// what has no public minutes.
	archived  []Archive
	archiving func()
	withheld  []string
	// close closes the window that was opened last; nil while there is none.
	close func()
	// log hears what the window tells of; nil for nobody.
	log *slog.Logger
}

type timer struct {
	at  time.Time
	do  func()
	off bool
}

// newWorld is a world on Saturday 21 November 2026 at 10:41.
func newWorld(t testing.TB, book *fakeBook) *world {
	return &world{t: t, book: book, now: time.Date(2026, time.November, 21, 10, 41, 0, 0, time.UTC), files: map[string][]byte{}}
}

func (w *world) outside() Outside {
	return Outside{
		Now:   func() time.Time { return w.now },
		NewID: func() model.ID { w.ids++; return model.ID(fmt.Sprintf("new-%d", w.ids)) },
		Saver: func(base int, told func(int, error)) Saver { return &fakeSaver{world: w, base: base, told: told} },
		Later: w.doLater,
		After: w.after,
		Speller: func(language string, ready func(Speller, error)) {
			w.later(func() {
				if speller, ok := w.spellers[language]; ok {
					ready(speller, nil)
				}
			})
		},
		Exists:       w.exists,
		ReadFile:     w.read,
		ReadMinutes:  read.File,
		Folder:       w.folder,
		Unchanged:    w.unchanged,
		PDF:          w.pdf,
		Print:        w.print,
		WriteFile:    w.write,
		Show:         func(path string) error { w.shown = append(w.shown, path); return cmp.Or(w.noShow, w.fail) },
		Documents:    filepath.FromSlash("/home/clerk/Documents"),
		Version:      "1.2.3",
		Sample:       w.sample,
		Look:         Look{Ground: "light", Language: "en"},
		Language:     w.desktop,
		Dictionaries: func() []string { return w.dictionaries },
		KeepLook:     func(l Look) { w.kept = append(w.kept, l) },
		Keeping:      w.keeping(),
		Quit:         func() { w.quit++ },
		Log:          cmp.Or(w.log, slog.New(slog.NewTextHandler(io.Discard, nil))),
	}
}

func (w *world) exists(path string) bool {
	w.mustWork(path)
	_, ok := w.files[path]
	return ok
}

func (w *world) read(path string) ([]byte, error) {
	w.mustWork(path)
	data, ok := w.files[path]
	if !ok {
		return nil, errNoSuch
	}
	return data, nil
}

func (w *world) later(f func()) { w.work = append(w.work, f) }

// settle does all work that waits, and what comes of it.
func (w *world) settle() {
	for len(w.work) > 0 {
		next := w.work[0]
		w.work = w.work[1:]
		next()
	}
}

func (w *world) after(d time.Duration, f func()) func() {
	t := &timer{at: w.now.Add(d), do: f}
	w.timers = append(w.timers, t)
	return func() { t.off = true }
}

// pass lets time go by.
func (w *world) pass(d time.Duration) {
	until := w.now.Add(d)
	for {
		i := slices.IndexFunc(w.timers, func(t *timer) bool { return !t.at.After(until) })
		if i < 0 {
			break
		}
		for j, t := range w.timers {
			if t.at.Before(w.timers[i].at) {
				i = j
			}
		}
		t := w.timers[i]
		w.timers = slices.Delete(w.timers, i, i+1)
		w.now = t.at
		if !t.off {
			t.do()
		}
		w.settle()
	}
	w.now = until
	w.settle()
}

func (w *world) write(path string, data []byte) error {
	w.mustWork(path)
	if w.fail != nil && strings.HasSuffix(path, w.failOn) {
		return w.fail
	}
	w.files[path] = slices.Clone(data)
	return nil
}

func (w *world) sample() error {
	if w.fail != nil {
		return w.fail
	}
	w.book.put(harbourBoard(), juneMeeting())
	return nil
}

// fakeSaver keeps the newest state when the world settles.
type fakeSaver struct {
	world  *world
	base   int
	told   func(int, error)
	newest *model.Meeting
}

func (s *fakeSaver) Keep(m model.Meeting) {
	s.newest = &m
	s.world.later(func() { _ = s.save() })
}

func (s *fakeSaver) Retry() { s.world.later(func() { _ = s.save() }) }

func (s *fakeSaver) Flush() error { return s.save() }

func (s *fakeSaver) save() error {
	if s.newest == nil {
		return nil
	}
	m := *s.newest
	err := s.world.book.Commit(model.Batch{Meetings: []model.Save[model.Meeting]{{Base: s.base, Value: m}}})
	if err == nil {
		s.base, s.newest = m.Rev, nil
	}
	s.told(m.Rev, err)
	return err
}

// open shows the window on the book, as the program would.
func (w *world) open() *Window {
	w.t.Helper()
	test.NewTempApp(w.t).Settings().SetTheme(w.outside().Look.Theme())
	return w.openAnother()
}

// openAnother shows a window in the program that is there already, which is
// faster than starting one. The window before it closes: the looks of the
// program reach every window that is open.
func (w *world) openAnother() *Window {
	w.t.Helper()
	out := w.outside()
	if w.close != nil {
		w.close()
	}
	shown := test.NewWindow(nil)
	w.close = sync.OnceFunc(shown.Close)
	w.t.Cleanup(w.close)
	ui := New(shown, w.book, out, "")
	shown.Resize(fyne.NewSize(1366, 768))
	w.settle()
	return ui
}
