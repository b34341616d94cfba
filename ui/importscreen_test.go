package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

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
