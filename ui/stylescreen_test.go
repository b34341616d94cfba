package ui

import (
	"bytes"
	"errors"
	"image"
	"image/png"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"minutebook/model"
	"minutebook/model/minutes"
)

// quayStyle is a house style of the office's own, a copy of a program's with a
// change.
func quayStyle(t testing.TB, change func(*minutes.Style)) model.HouseStyle {
	t.Helper()
	s, err := minutes.Builtin().Load("note")
	if err != nil {
		t.Fatal(err)
	}
	s.Name = "Quay board"
	if change != nil {
		change(&s)
	}
	h, err := s.Record()
	if err != nil {
		t.Fatal(err)
	}
	h.Rev = 1
	return h
}

// onStyleScreen is the window with the editor of the office's own style, which
// the body has.
func onStyleScreen(t *testing.T, world *world) (*Window, *styleScreen) {
	t.Helper()
	b := world.book.bodies["hob"]
	b.Style = "Quay board"
	world.book.put(b)
	if len(world.book.styles) == 0 {
		world.book.put(quayStyle(t, nil))
	}
	w := world.open()
	w.showBody("hob")
	w.showStyle("Quay board", "hob")
	return w, w.screen.(*styleScreen)
}

// kept is the style as the book has it.
func kept(t *testing.T, book *fakeBook) minutes.Style {
	t.Helper()
	s, err := minutes.ReadStyleFile("", book.styles["quay board"].File)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// toField gives the keyboard to a field of the editor, in whatever part it is.
func toField(t *testing.T, w *Window, s *styleScreen, id string) {
	t.Helper()
	for n := range s.sections {
		s.list.Select(n)
		s.open(n)
		for _, f := range s.fields {
			if f.id == id {
				w.window.Canvas().Focus(f.focusable)
				return
			}
		}
	}
	t.Fatalf("there is no field %s", id)
}

func TestTitleIsSeenInThePreviewAsItIsTyped(t *testing.T) {
	world := newWorld(t, fullBook())
	june := world.book.json(t, "june")
	w, s := onStyleScreen(t, world)
	mustShow(t, screenWords(w), "Quay board", "Title, line by line", "As it will be: Harbour Oversight Board · 18 June 2026", "Note of Meeting 18 June 2026", "Used by 1 body")
	picture(t, w, "style")
	hit(t, w, tabKey, tabKey) // to the second line
	typeAll(t, w, "Record of {date}")
	world.pass(stylePause)
	mustShow(t, screenWords(w), "Record of 18 June 2026", "It may use {body} {date} {full-date}")
	if s.paper.Document().Title != "HARBOUR OVERSIGHT BOARD - Record of 18 June 2026" {
		t.Errorf("the paper shows %q", s.paper.Document().Title)
	}
	want(t, kept(t, world.book).Title[1], "Record of {date}")
	hit(t, w, enterKey)
	typeText(t, w, "{venue}")
	hit(t, w, enterKey)
	want(t, strings.Join(kept(t, world.book).Title, "|"), "{body}|Record of {date}|{venue}")
	mustShow(t, screenWords(w), "Changed: Title · Title, line by line", "Take back Ctrl+Z")
	hit(t, w, ctrl(fyne.KeyZ))
	want(t, strings.Join(kept(t, world.book).Title, "|"), "{body}|Record of {date}")
	hit(t, w, ctrl(fyne.KeyZ))
	want(t, strings.Join(kept(t, world.book).Title, "|"), "{body}|Note of [{Sort} ]Meeting {date}")
	mustShow(t, screenWords(w), "Note of Meeting 18 June 2026")
	hit(t, w, ctrl(fyne.KeyZ))
	mustShow(t, screenWords(w), "There is nothing to take back")
	if world.book.json(t, "june") != june {
		t.Error("the meeting was changed")
	}
}

// What is not right stays as it was typed, says what may stand there, and comes
// back when the style is opened again; the style stays as it was till then.
func TestWrongPatternStaysAsTypedAndIsNotLost(t *testing.T) {
	world := newWorld(t, fullBook())
	w, s := onStyleScreen(t, world)
	toField(t, w, s, "words.closed")
	typeAll(t, w, "The Board rose at {tide}.")
	world.pass(stylePause)
	mustShow(t, screenWords(w), "uses {tide}; it may use {time}.", "Sentences · not right yet")
	picture(t, w, "style-wrong")
	want(t, kept(t, world.book).Words.Closed, "The meeting closed at {time}.")
	want(t, world.book.styles["quay board"].Unfinished["words.closed"], "The Board rose at {tide}.")
	hit(t, w, escKey)
	if _, ok := w.screen.(*bodyScreen); !ok {
		t.Fatal("Esc did not lead back to the body")
	}
	w.showStyle("quay board", "hob")
	s = w.screen.(*styleScreen)
	mustShow(t, screenWords(w), "Sentences · not right yet")
	toField(t, w, s, "words.closed")
	field := w.window.Canvas().Focused()
	for _, f := range s.fields {
		if f.focusable == field {
			want(t, f.field.Text(), "The Board rose at {tide}.")
			if f.field.Error() == "" {
				t.Error("it does not say what is wrong")
			}
		}
	}
	typeAll(t, w, "The Board rose at {time}.")
	hit(t, w, escKey)
	want(t, kept(t, world.book).Words.Closed, "The Board rose at {time}.")
	if left := world.book.styles["quay board"].Unfinished; len(left) != 0 {
		t.Errorf("not right yet: %v", left)
	}
	if style, err := w.styles.Load("Quay board"); err != nil || style.Words.Closed != "The Board rose at {time}." {
		t.Errorf("the window words it %q, %v", style.Words.Closed, err)
	}
}

// A row that is emptied goes, and the one after it is not written over.
func TestRowsComeAndGo(t *testing.T) {
	world := newWorld(t, fullBook())
	w, s := onStyleScreen(t, world)
	rows := func() (all []string) {
		for _, r := range kept(t, world.book).Facts.Rows {
			all = append(all, r.Label)
		}
		return all
	}
	before := rows()
	toField(t, w, s, "facts, row 1")
	byFocus(w, &fyne.ShortcutSelectAll{})
	hit(t, w, bare(fyne.KeyBackspace))
	world.pass(stylePause)
	if got := rows(); !slices.Equal(got, before[1:]) {
		t.Errorf("after emptying: %v", got)
	}
	typeText(t, w, "Place: {venue}")
	hit(t, w, enterKey)
	if got := rows(); !slices.Equal(got, append([]string{"Place"}, before[1:]...)) {
		t.Errorf("after typing on: %v", got)
	}
	byFocus(w, &fyne.ShortcutSelectAll{})
	hit(t, w, bare(fyne.KeyBackspace), enterKey)
	if got := rows(); !slices.Equal(got, append([]string{"Place"}, before[2:]...)) {
		t.Errorf("after taking the second out: %v", got)
	}
	toField(t, w, s, rowID("facts", len(before)-1))
	typeText(t, w, "Chair")
	world.pass(stylePause)
	mustShow(t, screenWords(w), "Write what it is, a colon and its value")
	typeText(t, w, ": {nobody}")
	world.pass(stylePause)
	mustShow(t, screenWords(w), "uses {nobody}; it may use {body}")
}

func TestChoicesShowAndBringTheirFields(t *testing.T) {
	world := newWorld(t, fullBook())
	w, s := onStyleScreen(t, world)
	toField(t, w, s, "actions")
	mustNotShow(t, screenWords(w), "Heading of the log")
	hit(t, w, rightKey, rightKey)
	mustShow(t, screenWords(w), "Heading of the log", "Action log")
	if got := kept(t, world.book); got.Actions != minutes.ActionsLog || got.Log == nil {
		t.Errorf("kept %q with %v", got.Actions, got.Log)
	}
	picture(t, w, "style-actions")
	toField(t, w, s, "log")
	hit(t, w, leftKey) // none, though the words of actions stand only there
	mustShow(t, screenWords(w), "there is no log")
	if kept(t, world.book).Log == nil {
		t.Error("a style was kept in which actions are nowhere")
	}
	toField(t, w, s, "actions")
	hit(t, w, leftKey)
	if got := kept(t, world.book); got.Actions != minutes.ActionsColumn || got.Log != nil {
		t.Errorf("with actions in a column, the log %v", got.Log)
	}
	hit(t, w, ctrl(fyne.KeyZ), ctrl(fyne.KeyZ), ctrl(fyne.KeyZ), ctrl(fyne.KeyZ))
	if got := kept(t, world.book); got.Actions != "" || got.Log != nil {
		t.Errorf("all taken back: %q, %v", got.Actions, got.Log)
	}
}

func TestStyleOfTheProgramIsCopiedToBeChanged(t *testing.T) {
	world := newWorld(t, fullBook())
	w := world.open()
	w.showBody("hob")
	w.screen.(*bodyScreen).showPart(3)
	mustShow(t, screenWords(w), "House style", "Look at it", "Copy")
	w.do(w.command("style"))
	mustShow(t, screenWords(w), "It comes with the program. Copy it to change it.", "Title, line by line")
	picture(t, w, "style-fixed")
	s := w.screen.(*styleScreen)
	for n := range s.sections { // every part can be looked at
		s.open(n)
		for _, f := range s.fields {
			if f.focusable != nil {
				t.Errorf("%s can be changed", f.id)
			}
		}
	}
	w.do(w.command("style-copy"))
	typeAll(t, w, "note")
	hit(t, w, enterKey)
	mustShow(t, screenWords(w), "is that of a house style that comes with the program")
	typeAll(t, w, "a/b")
	hit(t, w, enterKey)
	mustShow(t, screenWords(w), "is made of letters, digits, spaces and hyphens")
	typeAll(t, w, "Harbour style")
	hit(t, w, enterKey)
	world.pass(0)
	s, ok := w.screen.(*styleScreen)
	if !ok || s.style.Name != "Harbour style" || s.fixed != "" {
		t.Fatalf("on the screen is %T", w.screen)
	}
	if b := world.book.bodies["hob"]; b.Style != "Harbour style" || world.book.meetings["june"].Style != "note" {
		t.Errorf("the body has %q, the meeting %q", b.Style, world.book.meetings["june"].Style)
	}
	hit(t, w, escKey)
	body, ok := w.screen.(*bodyScreen)
	if !ok {
		t.Fatalf("Esc led to %T", w.screen)
	}
	mustShow(t, screenWords(w), "Harbour style", "Change")
	picture(t, w, "body-own-style")
	w.window.Canvas().Focus(body.roster.field)
	hit(t, w, escKey)
	if _, ok := w.screen.(*bookScreen); !ok {
		t.Errorf("Esc led to %T", w.screen)
	}
}

// A style in which minutes went out stays as it is.
func TestStyleOfMinutesThatWentOutStays(t *testing.T) {
	book := fullBook()
	m := book.meetings["june"]
	m.Style, m.State = "Quay board", model.Circulated
	world := newWorld(t, book.put(m))
	w, s := onStyleScreen(t, world)
	mustShow(t, screenWords(w), "Minutes went out in it (Harbour Oversight Board, 18 June 2026), so it stays as it is.")
	if s.fields[0].focusable != nil {
		t.Error("it can be changed")
	}
}

func TestStyleThatCannotBeKeptStaysOnTheScreen(t *testing.T) {
	world := newWorld(t, fullBook())
	w, s := onStyleScreen(t, world)
	toField(t, w, s, "words.closed")
	world.book.refuse = errors.New("the disk is full")
	typeAll(t, w, "The Board rose.")
	world.pass(stylePause)
	want(t, warning(w), "Could not keep the change: the disk is full.")
	want(t, s.style.Words.Closed, "The Board rose.")
	world.book.refuse = nil
	hit(t, w, enterKey)
	want(t, kept(t, world.book).Words.Closed, "The Board rose.")
}

func TestStyleGoesOutToAFileAndComesIn(t *testing.T) {
	world := newWorld(t, fullBook())
	w, _ := onStyleScreen(t, world)
	w.do(w.command("style-export"))
	hit(t, w, enterKey)
	world.settle()
	path := filepath.FromSlash("/home/clerk/Documents/Quay-board.style.json")
	file, ok := world.files[path]
	if !ok {
		t.Fatalf("written are %v", world.files)
	}
	mustShow(t, screenWords(w), "The house style is written")
	world.files[path] = bytes.Replace(file, []byte("The meeting closed at {time}."), []byte("The Board rose at {time}."), 1)

	w.do(w.command("style-import"))
	typeAll(t, w, "Quay-board.style.json")
	hit(t, w, enterKey)
	world.settle()
	mustShow(t, screenWords(w), "There is a house style Quay board already.")
	want(t, kept(t, world.book).Words.Closed, "The meeting closed at {time}.")
	hit(t, w, enterKey)
	world.settle()
	want(t, kept(t, world.book).Words.Closed, "The Board rose at {time}.")
	mustShow(t, screenWords(w), "The house style Quay board is in the book")

	w.do(w.command("style-import"))
	typeAll(t, w, "Quay-board.style.json")
	hit(t, w, tabKey)
	typeAll(t, w, "Quay two")
	picture(t, w, "style-import")
	hit(t, w, enterKey)
	world.settle()
	if _, ok := world.book.styles["quay two"]; !ok || world.book.bodies["hob"].Style != "Quay two" {
		t.Errorf("the body has %q", world.book.bodies["hob"].Style)
	}
	world.files[path] = bytes.Replace(file, []byte(`"capitals"`), []byte(`"capitols"`), 1)
	w.do(w.command("style-import"))
	typeAll(t, w, "Quay-board.style.json")
	hit(t, w, enterKey)
	world.settle()
	mustShow(t, screenWords(w), "Quay-board.style.json: line 10: a house style has no", "capitols")
	picture(t, w, "style-import-wrong")
	typeAll(t, w, "nothing.json")
	hit(t, w, enterKey)
	world.settle()
	mustShow(t, screenWords(w), "The book has no such record.")
	hit(t, w, escKey)
}

func TestStyleIsDeletedOnlyWhereNobodyHasIt(t *testing.T) {
	world := newWorld(t, fullBook())
	w, _ := onStyleScreen(t, world)
	hit(t, w, escKey)
	w.do(w.command("style-delete"))
	mustShow(t, screenWords(w), "Harbour Oversight Board uses it: give it another style first.")
	picture(t, w, "style-delete")
	hit(t, w, enterKey)
	mustShow(t, screenWords(w), "is in use (Harbour Oversight Board)")
	hit(t, w, escKey)
	w.screen.(*bodyScreen).setStyle("note")
	w.do(w.command("style-delete"))
	mustShow(t, screenWords(w), "It is not in use.")
	hit(t, w, enterKey)
	if len(world.book.styles) != 0 || w.styles.Own("Quay board") {
		t.Error("it is still there")
	}
	mustShow(t, screenWords(w), "Deleted the house style Quay board.")
	hit(t, w, ctrl(fyne.KeyZ))
	if len(world.book.styles) != 1 || !w.styles.Own("Quay board") {
		t.Error("it did not come back")
	}
}

func TestLogoIsTakenIn(t *testing.T) {
	world := newWorld(t, fullBook())
	var picture bytes.Buffer
	if err := png.Encode(&picture, image.NewGray(image.Rect(0, 0, 40, 20))); err != nil {
		t.Fatal(err)
	}
	world.files[filepath.FromSlash("/home/clerk/Documents/crane.png")] = picture.Bytes()
	world.files[filepath.FromSlash("/home/clerk/Documents/words.txt")] = []byte("words")
	w, s := onStyleScreen(t, world)
	toField(t, w, s, "logo")
	mustShow(t, screenWords(w), "There is no logo.")
	typeAll(t, w, "words.txt")
	hit(t, w, enterKey)
	world.settle()
	mustShow(t, screenWords(w), "neither a PNG nor a JPEG")
	typeAll(t, w, "crane.png")
	hit(t, w, enterKey)
	world.settle()
	l := kept(t, world.book).Logo
	if l == nil || l.About != "crane" || !bytes.Equal(l.Data, picture.Bytes()) {
		t.Fatalf("kept %+v", l)
	}
	mustShow(t, screenWords(w), "There is a logo of", "What it shows, in words", "Take the logo away")
	toField(t, w, s, "logo.height")
	typeAll(t, w, "tall")
	world.pass(stylePause)
	mustShow(t, screenWords(w), "Write a number")
	typeAll(t, w, "900")
	world.pass(stylePause)
	mustShow(t, screenWords(w), "its height is 900 mm; it is from 5 to 60")
	typeAll(t, w, "25")
	world.pass(stylePause)
	if kept(t, world.book).Logo.Height != 25 {
		t.Error("the height was not kept")
	}
}

// A body without minutes sees its style on an invented meeting.
func TestStyleIsShownOnTheSample(t *testing.T) {
	world := newWorld(t, fullBook().put(model.Body{ID: "new", Rev: 1, Name: "New Panel"}))
	w := world.open()
	w.showBody("new")
	w.do(w.command("style"))
	mustShow(t, screenWords(w), "As it will be, with an invented meeting", "Used by 2 bodies and 3 meetings") // they name none
	if blocks := w.screen.(*styleScreen).paper.Document().Blocks; len(blocks) < 10 {
		t.Errorf("the sample has %d blocks", len(blocks))
	}
}

// Every part of the editor is reached by Tab, Up and Down, and what is on a small
// screen.
func TestEditorByKeys(t *testing.T) {
	world := newWorld(t, fullBook())
	w, s := onStyleScreen(t, world)
	for n := range s.sections {
		if got := s.list.Selected(); got != n || s.at != n {
			t.Fatalf("part %d is chosen and %d open; want %d", got, s.at, n)
		}
		w.window.Canvas().Focus(s.list)
		seen := 0
		hit(t, w, enterKey)
		for range s.fields {
			i := slices.IndexFunc(s.fields, func(f *shownField) bool { return f.focusable == w.window.Canvas().Focused() })
			if i == seen {
				seen++
			}
			hit(t, w, downKey)
		}
		if seen != len(s.fields) {
			t.Errorf("%s: %d of %d fields are reached", s.sections[n].title, seen, len(s.fields))
		}
		w.window.Canvas().Focus(s.list)
		hit(t, w, downKey)
	}
	w.window.Resize(fyne.NewSize(800, 600))
	mustNotShow(t, screenWords(w), "As it will be")
	picture(t, w, "style-small")
	w.window.Resize(fyne.NewSize(1920, 1080))
	mustShow(t, screenWords(w), "As it will be")
	picture(t, w, "style-1920")
	w.window.Resize(fyne.NewSize(1366, 768))
	mustShow(t, screenWords(w), "As it will be")
	if len(world.book.commits) != 0 {
		t.Errorf("looking changed something: %d commits", len(world.book.commits))
	}
}
