package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"minutebook/model"
	"minutebook/model/minutes/recognise"
)

// oldMinutes are invented minutes as a text, with what is asked for changed.
func oldMinutes(t testing.TB, change ...string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "old-minutes.txt"))
	if err != nil {
		t.Fatal(err)
	}
	return []byte(strings.NewReplacer(change...).Replace(string(data)))
}

const documents = "/home/clerk/Documents/"

// lockBook has the body of those minutes and two people.
func lockBook() *fakeBook {
	return newFakeBook().put(model.Body{ID: "lock", Rev: 1, Name: "Wexmere Lock Trust"}, model.Body{ID: "quay", Rev: 1, Name: "Quay Board"},
		model.Person{ID: "orla", Rev: 1, Name: "Lady Orla Fennimore"}, model.Person{ID: "bert", Rev: 1, Name: "Bertram Quill"})
}

// bringing shows the window with files brought in, which are made of the name
// and the text by turns.
func bringing(t testing.TB, b *fakeBook, files ...string) (*Window, *world) {
	t.Helper()
	w := newWorld(t, b)
	var paths []string
	for i := 0; i < len(files); i += 2 {
		path := filepath.FromSlash(documents + files[i])
		w.files[path] = []byte(files[i+1])
		paths = append(paths, path)
	}
	ui := w.open()
	ui.bringIn(paths)
	w.settle()
	return ui, w
}

// atHand is the file at hand, which must have been read.
func atHand(t testing.TB, ui *Window) *openFile {
	t.Helper()
	if ui.importing == nil || ui.importing.at == nil || ui.importing.at.open == nil {
		t.Fatal("no file is at hand")
	}
	return ui.importing.at.open
}

// lineOf is the line of the file at hand that begins so.
func lineOf(t testing.TB, o *openFile, begins string) int {
	t.Helper()
	n := slices.IndexFunc(o.shown.Found.Pieces, func(p recognise.Piece) bool { return strings.HasPrefix(p.Source, begins) })
	if n < 0 {
		t.Fatalf("no line begins %q", begins)
	}
	return n
}

// goToLine chooses a line by key.
func goToLine(t *testing.T, ui *Window, begins string) int {
	t.Helper()
	n := lineOf(t, atHand(t, ui), begins)
	hit(t, ui, bare(fyne.KeyHome))
	for range n {
		hit(t, ui, downKey)
	}
	if at := ui.importing.lines.Selected(); at != n {
		t.Fatalf("the choice is at %d; want %d", at, n)
	}
	return n
}

// Enter says that a guess is right, and goes from one that is not sure to the
// next; after the last it goes to what takes the file in.
func TestImportAcceptsAll(t *testing.T) {
	ui, w := bringing(t, lockBook(), "march.txt", string(oldMinutes(t)))
	o, s := atHand(t, ui), ui.importing
	picture(t, ui, "import")
	left := o.left()
	if left < 2 || !o.unsure(s.lines.Selected()) || s.lines.Selected() != o.nextUnsure(-1) {
		t.Fatalf("%d to look at; the first chosen is line %d", left, s.lines.Selected())
	}
	mustShow(t, screenWords(ui), "Look here")
	acceptsLines(t, ui, w, left)
	acceptsFacts(t, ui, w)
	if !s.take.Focused() {
		t.Fatal("the keyboard is not where the file is taken in")
	}
	hit(t, ui, enterKey)
	w.settle()
	m := lastMeeting(t, w)
	if m.Body != "Wexmere Lock Trust" || m.BodyID != "lock" || m.Date != "2017-03-14" || m.State != model.Draft || len(m.Items) < 3 {
		t.Errorf("in the book is %+v", m)
	}
	if !onMeeting(ui) || ui.meeting.work.meeting().ID != m.ID || ui.importing != nil {
		t.Error("the meeting is not open")
	}
	if i := slices.IndexFunc(m.Attendees, func(a model.Attendee) bool { return a.Person == "orla" }); i < 0 {
		t.Errorf("somebody whom the book knows is not known in the meeting: %+v", m.Attendees)
	}
}

// acceptsLines says of so many lines, one after another, that they are right.
func acceptsLines(t *testing.T, ui *Window, w *world, left int) {
	t.Helper()
	o, s := atHand(t, ui), ui.importing
	for n := left; n > 0; n-- {
		at := s.lines.Selected()
		if !o.unsure(at) || o.left() != n {
			t.Fatalf("%d are left at line %d; want %d", o.left(), at, n)
		}
		hit(t, ui, enterKey)
		w.settle()
		if o.unsure(at) {
			t.Fatalf("line %d is still to be looked at", at)
		}
	}
}

// acceptsFacts says of all facts and people, if any are doubtful, that they are
// right.
func acceptsFacts(t *testing.T, ui *Window, w *world) {
	t.Helper()
	s := ui.importing
	for s.pane == paneFacts && s.openFacts() > 0 {
		n := s.openFacts()
		typeText(t, ui, " ")
		w.settle()
		if s.openFacts() != n-1 {
			t.Fatalf("%d facts are left of %d", s.openFacts(), n)
		}
	}
}

// lastMeeting is the meeting that came in last.
func lastMeeting(t *testing.T, w *world) model.Meeting {
	t.Helper()
	for _, c := range slices.Backward(w.book.commits) {
		if len(c.Meetings) > 0 {
			return w.book.meetings[c.Meetings[0].Value.ID]
		}
	}
	t.Fatal("no meeting came in")
	return model.Meeting{}
}

// A letter, a digit and the list of all kinds say what a line is. The choice and
// what shows stay where they are, and each is taken back.
func TestImportChangesKinds(t *testing.T) {
	ui, w := bringing(t, lockBook(), "march.txt", string(oldMinutes(t)))
	o, s := atHand(t, ui), ui.importing
	n := goToLine(t, ui, "The lower gate will")
	top := s.lines.Top()
	was := o.as(n)
	for _, one := range []struct {
		do func()
		as recognise.What
	}{
		{func() { typeText(t, ui, "d") }, recognise.Decision},
		{func() { typeText(t, ui, "A") }, recognise.Action},
		{func() { typeText(t, ui, "x") }, recognise.Dropped},
		{func() { typeText(t, ui, "k"); typeText(t, ui, "motion"); hit(t, ui, enterKey) }, recognise.Motion},
	} {
		one.do()
		if o.as(n) != one.as {
			t.Errorf("the line is %q at once; want %q", o.as(n), one.as)
		}
		w.settle()
		p := o.shown.Found.Pieces[n]
		if p.As != one.as || o.as(n) != one.as || s.lines.Selected() != n || s.lines.Top() != top {
			t.Errorf("read again it is %q at line %d, scrolled to %d; want %q", p.As, s.lines.Selected(), s.lines.Top(), one.as)
		}
	}
	first := o.instead(n)[0]
	typeText(t, ui, "1")
	w.settle()
	if o.as(n) != first {
		t.Errorf("1 made it %q; want %q", o.as(n), first)
	}
	for _, as := range []recognise.What{recognise.Motion, recognise.Dropped, recognise.Action, recognise.Decision} {
		hit(t, ui, bare(fyne.KeyBackspace))
		w.settle()
		if o.as(n) != as {
			t.Errorf("taken back it is %q; want %q", o.as(n), as)
		}
	}
	hit(t, ui, upKey, upKey, ctrl(fyne.KeyZ))
	w.settle()
	if o.as(n) != was || s.lines.Selected() != n || len(o.said.is) != 0 {
		t.Errorf("all taken back it is %q at line %d, with %v", o.as(n), s.lines.Selected(), o.said.is)
	}
}

// What is said, taken back and said again before any of it is worked out counts
// as it was said last.
func TestImportAnswersInHaste(t *testing.T) {
	ui, w := bringing(t, lockBook(), "march.txt", string(oldMinutes(t)))
	o := atHand(t, ui)
	n := goToLine(t, ui, "The lower gate will")
	typeText(t, ui, "d")
	w.settle()
	typeText(t, ui, "ud")
	if o.as(n) != recognise.Decision || len(o.said.is) != 1 {
		t.Errorf("said, taken back and said again at once, it is %q", o.as(n))
	}
	w.settle()
	if p := o.shown.Found.Pieces[n]; p.As != recognise.Decision {
		t.Errorf("worked out it is %q", p.As)
	}
	typeText(t, ui, "u")
	w.settle()
	typeText(t, ui, "u")
	mustShow(t, screenWords(ui), "Nothing was said here that could be taken back")
}

// What is said of one line is said of all with its sign by one key, and the next
// file of the body is read so; taken back, it is forgotten.
func TestImportAllLikeThis(t *testing.T) {
	b := lockBook()
	ui, w := bringing(t, b, "march.txt", string(oldMinutes(t)), "may.txt", string(oldMinutes(t, "14 March", "16 May", "The upper gate\n", "The boat house\n")))
	o, s := atHand(t, ui), ui.importing
	goToLine(t, ui, "The upper gate")
	n := s.lines.Selected()
	typeText(t, ui, "b")
	w.settle()
	like := o.like(n)
	if len(like) < 2 {
		t.Fatalf("like the line are %v, by %q", like, o.sign(n))
	}
	mustShow(t, screenWords(ui), fmt.Sprintf("all %d with this sign", len(like)+1))
	typeText(t, ui, "l")
	w.settle()
	for _, i := range append(like, n) {
		if o.as(i) != recognise.Bullet || o.unsure(i) || o.shown.Found.Pieces[i].As != recognise.Bullet {
			t.Errorf("line %d is %q", i, o.as(i))
		}
	}
	hit(t, ui, ctrl(fyne.KeyZ))
	w.settle()
	if o.as(like[0]) == recognise.Bullet || len(o.said.always) != 0 {
		t.Error("what was said of all is not taken back")
	}
	typeText(t, ui, "l")
	w.settle()
	takesIn(t, ui, w)
	if habits := b.bodies["lock"].Habits; len(habits) != 1 || habits[0].Means != string(recognise.Bullet) {
		t.Fatalf("the body learnt %v", habits)
	}
	o = atHand(t, ui)
	if p := o.shown.Found.Pieces[lineOf(t, o, "The boat house")]; p.As != recognise.Bullet || ui.importing.at.name != "may.txt" {
		t.Errorf("in %s the line is %q", ui.importing.at.name, p.As)
	}
}

// takesIn takes the file at hand in, however much is left to look at.
func takesIn(t *testing.T, ui *Window, w *world) {
	t.Helper()
	s := ui.importing
	f := s.at
	for range 3 {
		hit(t, ui, ctrl(fyne.KeyReturn))
		w.settle()
		if f.state == fileTaken {
			return
		}
	}
	t.Fatalf("%s is not taken in: %s", f.name, screenWords(ui))
}

// What nobody looked at comes in as paragraphs that are followed up, after a
// second press.
func TestImportUnlookedIsFollowedUp(t *testing.T) {
	ui, w := bringing(t, lockBook(), "march.txt", string(oldMinutes(t)))
	left := atHand(t, ui).left()
	hit(t, ui, ctrl(fyne.KeyReturn))
	w.settle()
	if len(w.book.meetings) != 0 {
		t.Fatal("it is taken in at the first press")
	}
	mustShow(t, screenWords(ui), "were not looked at")
	hit(t, ui, ctrl(fyne.KeyReturn))
	w.settle()
	unsure := 0
	for _, it := range lastMeeting(t, w).Items {
		for _, e := range it.Entries {
			if e.Unsure {
				unsure++
			}
		}
	}
	if unsure == 0 || unsure > left {
		t.Errorf("%d entries are followed up; %d were not looked at", unsure, left)
	}
}

// A meeting that the book has is not brought in twice: it is left out, or is of
// another day.
func TestImportClash(t *testing.T) {
	b := lockBook().put(model.Meeting{ID: "m", BodyID: "lock", Body: "Wexmere Lock Trust", Date: "2017-03-14", State: model.Draft, Rev: 1})
	ui, w := bringing(t, b, "march.txt", string(oldMinutes(t)))
	mustShow(t, screenWords(ui), "The book has the meeting of Wexmere Lock Trust on 14 March 2017")
	hit(t, ui, ctrl(fyne.KeyReturn))
	mustShow(t, screenWords(ui), "Leave the file out")
	hit(t, ui, escKey)
	if ui.dialogOpen() || !onImport(ui) || len(b.meetings) != 1 {
		t.Fatal("Esc does not go back to the file")
	}
	hit(t, ui, ctrl(fyne.KeyReturn), tabKey, enterKey) // Say another day
	mustShow(t, screenWords(ui), "On which day was the meeting?")
	typeText(t, ui, "15 March 2017")
	hit(t, ui, enterKey)
	w.settle()
	if p := atHand(t, ui).shown; p.Clash != nil || p.Found.Meeting.Date != "2017-03-15" {
		t.Fatalf("the day is %s, and in the book is %v", p.Found.Meeting.Date, p.Clash)
	}
	takesIn(t, ui, w)
	if len(b.meetings) != 2 {
		t.Errorf("the book has %d meetings", len(b.meetings))
	}

	ui, w = bringing(t, b, "again.txt", string(oldMinutes(t)))
	hit(t, ui, ctrl(fyne.KeyReturn), enterKey)
	w.settle()
	if ui.importing != nil || len(b.meetings) != 2 {
		t.Error("the file is not left out")
	}
}

// A file that does not say its day is asked for it before it is taken in.
func TestImportWithoutDay(t *testing.T) {
	ui, w := bringing(t, lockBook(), "march.txt", string(oldMinutes(t, "14 March 2017 at ", "", "17 January 2017", "January", "16 May 2017", "in May", " by 30 April 2017", "")))
	mustShow(t, screenWords(ui), "The file does not say on which day the meeting was")
	hit(t, ui, ctrl(fyne.KeyReturn))
	typeText(t, ui, "soon")
	hit(t, ui, enterKey)
	mustShow(t, screenWords(ui), "Say the day with its year")
	hit(t, ui, slices.Repeat([]key{bare(fyne.KeyBackspace)}, len("soon"))...)
	typeText(t, ui, "14 March 2017")
	hit(t, ui, enterKey)
	w.settle()
	takesIn(t, ui, w)
	if m := lastMeeting(t, w); m.Date != "2017-03-14" {
		t.Errorf("the meeting is of %q", m.Date)
	}
}

// A file without a body's name is asked for it: one of the book, or a new one.
func TestImportIntoANewBody(t *testing.T) {
	b := lockBook()
	ui, w := bringing(t, b, "march.txt", string(oldMinutes(t)))
	run(ui, "import-body")
	typeText(t, ui, "Tidal Moorings Panel")
	hit(t, ui, enterKey)
	w.settle()
	if p := atHand(t, ui).shown; !p.NewBody || p.Body.Name != "Tidal Moorings Panel" {
		t.Fatalf("the body is %+v", p.Body)
	}
	takesIn(t, ui, w)
	m := lastMeeting(t, w)
	if body := b.bodies[m.BodyID]; body.Name != "Tidal Moorings Panel" || len(body.Seats) == 0 {
		t.Errorf("the new body is %+v", body)
	}
}

// Of three files the one that cannot be read is named with its reason; the
// others come in, and at the end it is said what came of each.
func TestImportUnreadableAmongThree(t *testing.T) {
	b := lockBook()
	ui, w := bringing(t, b, "march.txt", string(oldMinutes(t)), "torn.docx", "PK\x03\x04torn", "may.txt", string(oldMinutes(t, "14 March", "16 May")))
	s := ui.importing
	if s.files[1].state != fileUnread || s.files[1].why == "" || s.files[2].state != fileLooked {
		t.Fatalf("the files are %d and %d: %s", s.files[1].state, s.files[2].state, s.files[1].why)
	}
	hit(t, ui, leftKey)
	mustShow(t, screenWords(ui), "torn.docx", "Not read", "To confirm")
	picture(t, ui, "import-files")
	hit(t, ui, rightKey)
	takesIn(t, ui, w)
	if s.at.name != "may.txt" || s.at.open == nil {
		t.Fatalf("after the first comes %s", s.at.name)
	}
	takesIn(t, ui, w)
	mustShow(t, screenWords(ui), "Old minutes: what came in", "2 in the book, 1 not read.", "torn.docx", "14 March 2017", "16 May 2017")
	picture(t, ui, "import-sum")
	hit(t, ui, enterKey)
	if ui.dialogOpen() || !onMeeting(ui) || ui.meeting.work.meeting().Date != "2017-05-16" || len(b.meetings) != 2 {
		t.Error("the meeting that came in last is not open")
	}
}

// Leaving keeps what was said of the files until the program ends, which asks
// before.
func TestImportIsLeftAndComeBackTo(t *testing.T) {
	ui, w := bringing(t, lockBook(), "march.txt", string(oldMinutes(t)))
	o := atHand(t, ui)
	n := goToLine(t, ui, "The lower gate will")
	typeText(t, ui, "d")
	w.settle()
	hit(t, ui, escKey)
	if _, ok := ui.screen.(*bookScreen); !ok {
		t.Fatal("Esc does not go back to the minute book")
	}
	mustShow(t, screenWords(ui), "1 file waits as you left it. File, Import")
	hit(t, ui, ctrl(fyne.KeyQ))
	mustShow(t, screenWords(ui), "not in the book yet")
	if w.quit != 0 {
		t.Fatal("the window went without asking")
	}
	run(ui, "import")
	if !onImport(ui) || atHand(t, ui) != o || o.as(n) != recognise.Decision {
		t.Fatal("what was said of the file is gone")
	}
	run(ui, "import")
	if !ui.dialogOpen() {
		t.Error("no others can be added")
	}
	hit(t, ui, escKey)
	hit(t, ui, ctrl(fyne.KeyQ), ctrl(fyne.KeyQ))
	if w.quit != 1 {
		t.Error("asked twice, the window does not go")
	}
}

// Who somebody is can be said otherwise: somebody of the book, somebody new, or
// nobody.
func TestImportMatchesPeople(t *testing.T) {
	b := lockBook().put(model.Person{ID: "other", Rev: 1, Name: "Otis Quill"})
	ui, w := bringing(t, b, "march.txt", string(oldMinutes(t)))
	hit(t, ui, rightKey)
	picture(t, ui, "import-facts")
	mustShow(t, screenWords(ui), "Lady Orla Fennimore", "somebody new in the book", "Wexmere Lock Trust", "Tuesday 14 March 2017")
	goToFact(t, ui, "Bertram Quill")
	hit(t, ui, enterKey)
	typeText(t, ui, "otis")
	hit(t, ui, enterKey)
	w.settle()
	goToFact(t, ui, "Ivo Marchbanks")
	hit(t, ui, enterKey)
	typeText(t, ui, "alone")
	hit(t, ui, enterKey)
	w.settle()
	takesIn(t, ui, w)
	m := lastMeeting(t, w)
	for name, person := range map[string]model.ID{"Bertram Quill": "other", "Lady Orla Fennimore": "orla", "Ivo Marchbanks": ""} {
		i := slices.IndexFunc(m.Attendees, func(a model.Attendee) bool { return a.Name == name })
		if i < 0 || m.Attendees[i].Person != person {
			t.Errorf("%s is not %q: %+v", name, person, m.Attendees)
		}
	}
}

// goToFact chooses the row of a fact or of somebody.
func goToFact(t *testing.T, ui *Window, name string) {
	t.Helper()
	s := ui.importing
	n := slices.IndexFunc(s.shownFacts, func(f importFact) bool { return f.name == name })
	if n < 0 {
		t.Fatalf("there is no row for %s in %+v", name, s.shownFacts)
	}
	s.facts.Select(n)
}

// Looking at the files that wait can be ended; they are looked at when the clerk
// comes to them.
func TestImportStopsLooking(t *testing.T) {
	w := newWorld(t, lockBook())
	var paths []string
	for i := range 5 {
		path := filepath.FromSlash(fmt.Sprintf("%s%d.txt", documents, i))
		w.files[path] = oldMinutes(t, "14 March", fmt.Sprint(14+i, " March"))
		paths = append(paths, path)
	}
	ui := w.open()
	ui.importAll(paths)
	for range 2 { // the first file, and the first look at another
		next := w.work[0]
		w.work = w.work[1:]
		next()
	}
	mustShow(t, screenWords(ui), "files looked at")
	run(ui, "import-stop")
	w.settle()
	s := ui.importing
	waits := 0
	for _, f := range s.files {
		if f.state == fileWaits {
			waits++
		}
	}
	if waits < 2 || s.looking {
		t.Fatalf("%d files wait", waits)
	}
	takesIn(t, ui, w)
	takesIn(t, ui, w)
	takesIn(t, ui, w)
	if s.at.open == nil || !s.at.undecided() {
		t.Errorf("%s is not read when it is come to", s.at.name)
	}
}

// Files and folders that are dropped come in: of folders those in them and one
// folder deeper, and what is passed over is told.
func TestImportDropped(t *testing.T) {
	w := newWorld(t, lockBook())
	for _, name := range []string{"old/march.txt", "old/budget.xlsx", "old/2016/may.txt", "old/2016/drafts/june.txt", "one.txt"} {
		w.files[filepath.FromSlash(documents+name)] = oldMinutes(t, "14 March 2017", fmt.Sprint(len(name), " March 2016"))
	}
	ui := w.open()
	ui.dropped(fyne.NewPos(0, 0), []fyne.URI{storage.NewFileURI(documents + "old"), storage.NewFileURI(documents + "one.txt")})
	w.settle()
	var names []string
	for _, f := range ui.importing.files {
		names = append(names, f.name)
	}
	if !slices.Equal(names, []string{"march.txt", "may.txt", "one.txt"}) {
		t.Errorf("brought in are %v", names)
	}
	mustShow(t, screenWords(ui), "Passed over: 1 file that is no minutes, 1 folder too deep")
	run(ui, "about")
	ui.dropped(fyne.NewPos(0, 0), []fyne.URI{storage.NewFileURI(documents + "two.txt")})
	w.settle()
	if len(ui.importing.files) != 3 {
		t.Error("a file came in behind a dialog")
	}
}

// Files are chosen in a folder, several with Space, or typed.
func TestImportChoosesFiles(t *testing.T) {
	w := newWorld(t, lockBook())
	for _, name := range []string{"a.txt", "b.txt", "c.txt", "notes.xlsx", "old/d.txt"} {
		w.files[filepath.FromSlash(documents+name)] = oldMinutes(t)
	}
	ui := w.open()
	run(ui, "import")
	w.settle()
	mustShow(t, screenWords(ui), "a.txt", "b.txt", "old/", "3 files that may be minutes")
	if strings.Contains(screenWords(ui), "notes.xlsx") {
		t.Error("a file is offered that is no minutes")
	}
	picture(t, ui, "import-choose")
	hit(t, ui, enterKey) // opens the folder
	w.settle()
	mustShow(t, screenWords(ui), "d.txt", "the folder above")
	hit(t, ui, upKey, enterKey)
	w.settle()
	mustShow(t, screenWords(ui), "old/")
	hit(t, ui, enterKey)
	w.settle()
	hit(t, ui, bare(fyne.KeyBackspace))
	w.settle()
	hit(t, ui, downKey)
	typeText(t, ui, "  ")
	hit(t, ui, enterKey)
	w.settle()
	if n := len(ui.importing.files); n != 2 {
		t.Fatalf("%d files are brought in", n)
	}
	run(ui, "import")
	w.settle()
	typeText(t, ui, "c.txt; \"old\"")
	hit(t, ui, enterKey)
	w.settle()
	if n := len(ui.importing.files); n != 4 {
		t.Errorf("%d files are brought in", n)
	}
	run(ui, "import")
	w.settle()
	typeText(t, ui, "nowhere")
	hit(t, ui, enterKey)
	w.settle()
	if f := ui.importing.files[len(ui.importing.files)-1]; f.state != fileUnread || f.why == "" {
		t.Errorf("a file that is not there is %d: %s", f.state, f.why)
	}
}

// A draft that this program made is known again: what was edited in it is read
// back, or it is left out.
func TestImportOfOurOwnDraft(t *testing.T) {
	b := newFakeBook().put(quayMeeting()[0], draftQuay())
	data := typedOver(t, draftQuay(), "Three quotations", "Four quotations")
	ui, w := bringing(t, b, "draft.docx", string(data))
	mustShow(t, screenWords(ui), "Known", "This program made the file")
	hit(t, ui, ctrl(fyne.KeyReturn))
	mustShow(t, screenWords(ui), "A draft that came back")
	hit(t, ui, escKey)
	if !onImport(ui) {
		t.Fatal("Esc does not go back to the file")
	}
	hit(t, ui, ctrl(fyne.KeyReturn), enterKey)
	w.settle()
	if _, ok := ui.screen.(*returnedScreen); !ok || ui.importing != nil || len(b.meetings) != 1 {
		t.Errorf("the edits are not read back: %T", ui.screen)
	}
	mustShow(t, screenWords(ui), "Edited draft")

	ui, w = bringing(t, b, "draft.docx", string(data))
	hit(t, ui, ctrl(fyne.KeyReturn), tabKey, enterKey)
	w.settle()
	if ui.importing != nil || onImport(ui) || len(b.meetings) != 1 {
		t.Error("the draft is not left out")
	}
}
