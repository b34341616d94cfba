package ui

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"image/png"
	"io"
	"log/slog"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"minutebook/model"
	"minutebook/model/find"
	"minutebook/model/minutes/read"
	"minutebook/model/register"
)

// fakeBook is a minute book in memory. It gives out copies, as a book does.
type fakeBook struct {
	bodies     map[model.ID]model.Body
	people     map[model.ID]model.Person
	styles     map[model.ID]model.HouseStyle
	meetings   map[model.ID]model.Meeting
	unfinished map[model.ID]model.Unfinished
	events     []model.Event
	clerk      model.Clerk
	// revisions are the earlier ones of meetings, with when they ended.
	revisions map[model.ID][]revision
	written   map[string]model.Written
	seals     []model.Seal
	files     map[string]model.File
	// refuse is what every write answers; nil while all is well.
	refuse error
	// unread is what reading the register answers; nil while all is well.
	unread error
	// commits are the batches kept, in their order.
	commits []model.Batch
}

var _ Book = (*fakeBook)(nil)

func newFakeBook() *fakeBook {
	return &fakeBook{bodies: map[model.ID]model.Body{}, people: map[model.ID]model.Person{}, styles: map[model.ID]model.HouseStyle{},
		meetings: map[model.ID]model.Meeting{}, unfinished: map[model.ID]model.Unfinished{}}
}

// put lays records into the book as they are, for a test to begin with.
func (b *fakeBook) put(records ...any) *fakeBook {
	for _, r := range records {
		switch r := r.(type) {
		case model.Body:
			b.bodies[r.ID] = r.Clone()
		case model.Person:
			b.people[r.ID] = r
		case model.HouseStyle:
			b.styles[r.ID] = r.Clone()
		case model.Meeting:
			b.meetings[r.ID] = r.Clone()
		case model.Event:
			b.addEvent(r)
		default:
			panic(fmt.Sprintf("no record: %T", r))
		}
	}
	return b
}

func (b *fakeBook) Path() string { return "/home/clerk/book.mb" }

func (b *fakeBook) Bodies() ([]model.Body, error) {
	all := slices.Collect(maps.Values(b.bodies))
	slices.SortFunc(all, func(a, b model.Body) int { return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID)) })
	for i := range all {
		all[i] = all[i].Clone()
	}
	return all, nil
}

var errNoSuch = errors.New("the book has no such record")

func (b *fakeBook) Body(id model.ID) (model.Body, error) {
	body, ok := b.bodies[id]
	if !ok {
		return body, errNoSuch
	}
	return body.Clone(), nil
}

func (b *fakeBook) People() ([]model.Person, error) {
	all := slices.Collect(maps.Values(b.people))
	slices.SortFunc(all, func(a, b model.Person) int { return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID)) })
	return all, nil
}

func (b *fakeBook) inOrder() []model.Meeting {
	all := slices.Collect(maps.Values(b.meetings))
	slices.SortFunc(all, func(a, b model.Meeting) int {
		return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.Made, b.Made), cmp.Compare(a.ID, b.ID))
	})
	return all
}

func (b *fakeBook) Meetings() ([]model.Summary, error) {
	var all []model.Summary
	for _, m := range b.inOrder() {
		s := m.Summary()
		s.Open = len(register.Filter{Open: true}.Select(register.Fold(m, b.events)))
		all = append(all, s)
	}
	return all, nil
}

func (b *fakeBook) Meeting(id model.ID) (model.Meeting, error) {
	m, ok := b.meetings[id]
	if !ok {
		return m, errNoSuch
	}
	return m.Clone(), nil
}

// revision is a meeting as it was until then.
type revision struct {
	model.Revision
	meeting model.Meeting
}

func (b *fakeBook) Revisions(id model.ID) ([]model.Revision, error) {
	var all []model.Revision
	for _, r := range b.revisions[id] {
		all = append(all, r.Revision)
	}
	return all, nil
}

func (b *fakeBook) Revision(id model.ID, rev int) (model.Meeting, error) {
	for _, r := range b.revisions[id] {
		if r.Rev == rev {
			return r.meeting.Clone(), nil
		}
	}
	return model.Meeting{}, errNoSuch
}

func (b *fakeBook) Seals(body model.ID) ([]model.Seal, error) {
	return slices.DeleteFunc(slices.Clone(b.seals), func(s model.Seal) bool { return s.Body != body }), nil
}

func (b *fakeBook) File(sha256 string) (model.File, error) {
	f, ok := b.files[sha256]
	if !ok {
		return f, errNoSuch
	}
	return f, nil
}

func (b *fakeBook) Clerk() (model.Clerk, error) { return b.clerk.Clone(), nil }

func (b *fakeBook) KeepClerk(c model.Clerk) error {
	if b.refuse == nil {
		b.clerk = c.Clone()
	}
	return b.refuse
}

// Commit keeps a batch, or refuses all of it.
func (b *fakeBook) Commit(batch model.Batch) error {
	if b.refuse != nil {
		return b.refuse
	}
	if err := b.check(batch); err != nil {
		return err
	}
	for _, s := range batch.Bodies {
		s.Value.Rev = max(s.Value.Rev, s.Base+1)
		b.bodies[s.Value.ID] = s.Value.Clone()
	}
	for _, s := range batch.People {
		s.Value.Rev = max(s.Value.Rev, s.Base+1)
		b.people[s.Value.ID] = s.Value
	}
	for _, s := range batch.Meetings {
		b.meetings[s.Value.ID] = s.Value.Clone()
	}
	b.keepStyles(batch.Styles)
	for _, e := range batch.Events {
		b.addEvent(e)
	}
	b.seals = append(b.seals, batch.Seals...)
	for _, f := range batch.Files {
		if b.files == nil {
			b.files = map[string]model.File{}
		}
		b.files[f.SHA256] = f
	}
	b.commits = append(b.commits, batch)
	return nil
}

func (b *fakeBook) check(batch model.Batch) error {
	for _, s := range batch.Bodies {
		if kept := b.bodies[s.Value.ID].Rev; kept != s.Base {
			return &model.Stale{Record: "body", ID: s.Value.ID, Base: s.Base, Kept: kept}
		}
	}
	for _, s := range batch.People {
		if kept := b.people[s.Value.ID].Rev; kept != s.Base {
			return &model.Stale{Record: "person", ID: s.Value.ID, Base: s.Base, Kept: kept}
		}
	}
	for _, s := range batch.Meetings {
		if kept := b.meetings[s.Value.ID].Rev; kept != s.Base {
			return &model.Stale{Record: "meeting", ID: s.Value.ID, Base: s.Base, Kept: kept}
		}
	}
	if err := b.checkStyles(batch); err != nil {
		return err
	}
	for _, e := range batch.Events {
		entry, _, ok := b.meetings[e.Meeting].Entry(e.Action)
		if !ok || entry.Kind != model.Action {
			return errNoSuch
		}
	}
	return nil
}

func (b *fakeBook) addEvent(e model.Event) {
	e.N = 1
	for _, other := range b.events {
		if other.Meeting == e.Meeting && other.Action == e.Action {
			e.N++
		}
	}
	b.events = append(b.events, e)
}

func (b *fakeBook) Unfinished(meeting model.ID) (model.Unfinished, error) {
	u := b.unfinished[meeting]
	u.Meeting = meeting
	return u, nil
}

func (b *fakeBook) KeepUnfinished(u model.Unfinished) error {
	if b.refuse != nil {
		return b.refuse
	}
	delete(b.unfinished, u.Meeting)
	if !u.Empty() {
		b.unfinished[u.Meeting] = u
	}
	return nil
}

func (b *fakeBook) Ledger(meeting model.ID) ([]model.Event, error) {
	var all []model.Event
	for _, e := range b.events {
		if e.Meeting == meeting {
			all = append(all, e)
		}
	}
	return all, nil
}

func (b *fakeBook) Actions() ([]register.Action, error) {
	var all []register.Action
	for _, m := range b.inOrder() {
		all = append(all, register.Fold(m, b.events)...)
	}
	slices.SortFunc(all, register.ByMeeting)
	return all, b.unread
}

func (b *fakeBook) Register(f register.Filter) ([]register.Action, error) {
	all, err := b.Actions()
	wanted := f.Select(all)
	for i, a := range wanted {
		wanted[i] = a.Brief()
	}
	slices.SortFunc(wanted, register.Newest)
	return wanted, err
}

func (b *fakeBook) Action(meeting, id model.ID) (register.Action, error) {
	for _, a := range register.Fold(b.meetings[meeting], b.events) {
		if a.ID == id {
			return a, nil
		}
	}
	return register.Action{}, errNoSuch
}

func (b *fakeBook) Search(typed string, limit int) (find.Result, error) {
	q, err := find.Ask(typed)
	var hits []find.Hit
	for _, m := range b.inOrder() {
		hits = append(hits, q.Hits(m, register.Standings(register.Fold(m, b.events)))...)
	}
	return find.Best(hits, limit), err
}

// json is a meeting as the book would write it.
func (b *fakeBook) json(t *testing.T, id model.ID) string {
	t.Helper()
	data, err := json.Marshal(b.meetings[id])
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

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

func (s *fakeSaver) Retry()       { s.world.later(func() { _ = s.save() }) }
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
// faster than starting one.
func (w *world) openAnother() *Window {
	w.t.Helper()
	out := w.outside()
	shown := test.NewTempWindow(w.t, nil)
	ui := New(shown, w.book, out, "")
	shown.Resize(fyne.NewSize(1366, 768))
	w.settle()
	return ui
}

// typeText types words where the keyboard is.
func typeText(t *testing.T, w *Window, words string) {
	t.Helper()
	for _, r := range words {
		f := w.window.Canvas().Focused()
		if f == nil {
			t.Fatalf("nothing has the keyboard to type %q", words)
		}
		f.TypedRune(r)
	}
}

// hit presses a key the way the desktop driver does: the menu hears of a
// shortcut first, then whoever has the keyboard, then the window.
func hit(t *testing.T, w *Window, keys ...key) {
	t.Helper()
	for _, k := range keys {
		on := w.window.Canvas()
		if s := k.shortcut(); s != nil {
			if !byMenu(w, s) {
				byFocus(w, s)
			}
			continue
		}
		switch f := on.Focused(); {
		case k.name == fyne.KeyTab && !acceptsTab(f):
			next(on, k.shift)
		case f != nil:
			withShift(f, k.shift, func() { f.TypedKey(&fyne.KeyEvent{Name: k.name}) })
		case on.OnTypedKey() != nil:
			on.OnTypedKey()(&fyne.KeyEvent{Name: k.name})
		}
	}
}

func acceptsTab(f fyne.Focusable) bool {
	own, ok := f.(fyne.Tabbable)
	return ok && own.AcceptsTab()
}

func next(on fyne.Canvas, back bool) {
	if back {
		on.FocusPrevious()
		return
	}
	on.FocusNext()
}

// byMenu does the command that the menu has for a shortcut.
func byMenu(w *Window, s fyne.Shortcut) bool {
	for _, m := range w.window.MainMenu().Items {
		for _, item := range m.Items {
			if item.Shortcut != nil && item.Shortcut.ShortcutName() == s.ShortcutName() {
				item.Action()
				return true
			}
		}
	}
	return false
}

func byFocus(w *Window, s fyne.Shortcut) {
	if f, ok := w.window.Canvas().Focused().(fyne.Shortcutable); ok {
		f.TypedShortcut(s)
		return
	}
	w.byShortcut(s)
}

func withShift(f fyne.Focusable, shift bool, do func()) {
	held, ok := f.(desktop.Keyable)
	if !ok || !shift {
		do()
		return
	}
	held.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	do()
	held.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
}

// Short names for the keys that tests press most.
var (
	enterKey = bare(fyne.KeyReturn)
	escKey   = bare(fyne.KeyEscape)
	upKey    = bare(fyne.KeyUp)
	downKey  = bare(fyne.KeyDown)
	leftKey  = bare(fyne.KeyLeft)
	rightKey = bare(fyne.KeyRight)
	tabKey   = bare(fyne.KeyTab)
	spaceKey = bare(fyne.KeySpace)
)

// wordsOn are all words that an object and what it holds show.
func wordsOn(o fyne.CanvasObject) string {
	if o == nil || !o.Visible() {
		return ""
	}
	var inside []fyne.CanvasObject
	switch o := o.(type) {
	case *canvas.Text:
		if o.Text == "" {
			return ""
		}
		return o.Text + "\n"
	case *fyne.Container:
		inside = o.Objects
	case fyne.Widget:
		inside = test.WidgetRenderer(o).Objects()
	}
	var b strings.Builder
	for _, part := range inside {
		b.WriteString(wordsOn(part))
	}
	return b.String()
}

// picture writes what the window shows as a PNG into the folder that
// MINUTEBOOK_PICTURES names, for somebody to look at.
func picture(t *testing.T, w *Window, name string) {
	t.Helper()
	folder := os.Getenv("MINUTEBOOK_PICTURES")
	if folder == "" {
		return
	}
	size := w.window.Canvas().Size()
	w.window.Resize(size.AddWidthHeight(1, 0)) // lays everything out anew, as a real window does
	w.window.Resize(size)
	f, err := os.Create(filepath.Join(folder, name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(png.Encode(f, w.window.Canvas().Capture()), f.Close()); err != nil {
		t.Fatal(err)
	}
}
