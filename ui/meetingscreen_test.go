package ui

import (
	"errors"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"minutebook/model"
)

// openQuay shows the window with a planned meeting of two items, at the last.
func openQuay(t *testing.T) (*Window, *world) {
	t.Helper()
	w := newWorld(t, newFakeBook().put(quayMeeting()...))
	ui := w.open()
	if !ui.Open("m") {
		t.Fatal("the meeting does not open")
	}
	w.settle()
	ui.meeting.visit("i2")
	return ui, w
}

// quayMeeting is a planned meeting of two items, and its body.
func quayMeeting() []any {
	m := model.Meeting{ID: "m", Rev: 1, BodyID: "b", Body: "Quay Board", Style: "note", Date: "2026-03-03", State: model.Planned,
		Attendees: []model.Attendee{{ID: "a", Name: "Ann Zelenka", Post: "Chair", Group: "Harbour Authority", Mark: model.Present}},
		Items:     []model.Item{{ID: "i1", Title: "Minutes"}, {ID: "i2", Title: "Roads"}}}
	return []any{model.Body{ID: "b", Name: "Quay Board"}, m}
}

// minute types lines with real key events, Enter behind each.
func minute(t *testing.T, ui *Window, lines ...string) {
	t.Helper()
	for _, l := range lines {
		typeText(t, ui, l)
		hit(t, ui, enterKey)
	}
}

func composerText(ui *Window) string { return ui.meeting.panel.composer.Text() }

func TestEnterAddsAndTheCaretStays(t *testing.T) {
	ui, w := openQuay(t)
	minute(t, ui, "The Board noted the report.", "a: Ann Zelenka to write to the Coastguard by 14 August")
	w.settle()
	if composerText(ui) != "" || ui.window.Canvas().Focused() != ui.meeting.panel.composer {
		t.Error("the caret left the composer, or the words did not")
	}
	kept := w.book.meetings["m"]
	if len(kept.Items[1].Entries) != 2 || kept.State != model.Live {
		t.Fatalf("the book holds %+v", kept.Items)
	}
	shown := wordsOn(ui.window.Content())
	for _, words := range []string{"Action 1", "due Friday 14 August 2026", "Saved 10:41", "2.1"} {
		if !strings.Contains(shown, words) {
			t.Errorf("%q is not on screen", words)
		}
	}
	if u := w.book.unfinished["m"]; !u.Empty() {
		t.Errorf("entered words are still unfinished: %+v", u)
	}
}

func TestUnfinishedWordsReachTheBook(t *testing.T) {
	ui, w := openQuay(t)
	typeText(t, ui, "half a sent")
	w.pass(300 * time.Millisecond)
	if u := w.book.unfinished["m"]; u.Text != "half a sent" || u.Caret != 11 || u.Item != "i2" {
		t.Errorf("300 ms after the last key the book holds %+v", u)
	}
	for range 12 { // without a pause
		typeText(t, ui, "x")
		w.pass(100 * time.Millisecond)
	}
	if n := len(w.book.unfinished["m"].Text); n < 11+7 {
		t.Errorf("while typing without pause for 1.2 s the book got %d characters", n)
	}
	again := newWorld(t, w.book).open()
	again.Open("m")
	if composerText(again) != w.book.unfinished["m"].Text {
		t.Errorf("opened again, the composer holds %q", composerText(again))
	}
}

func TestCaretReachesTheBook(t *testing.T) {
	ui, w := openQuay(t)
	typeText(t, ui, "half a sent")
	w.pass(300 * time.Millisecond)
	hit(t, ui, leftKey, leftKey)
	w.pass(300 * time.Millisecond)
	if u := w.book.unfinished["m"]; u.Text != "half a sent" || u.Caret != 9 {
		t.Errorf("300 ms after the caret moved the book holds %+v", u)
	}
}

// Words that an edit took the place of are in the book too, and are back once
// the edit ends, be it in another window.
func TestWordsBehindAnEditReachTheBook(t *testing.T) {
	ui, w := openQuay(t)
	minute(t, ui, "The Board noted it")
	typeText(t, ui, "half a sent")
	hit(t, ui, ctrl(fyne.KeyE))
	typeText(t, ui, ", with thanks")
	w.pass(300 * time.Millisecond)
	again := newWorld(t, w.book).open()
	again.Open("m")
	if got := composerText(again); got != "The Board noted it, with thanks" || again.meeting.work.editing == "" {
		t.Fatalf("opened again, the composer holds %q", got)
	}
	hit(t, again, enterKey)
	if got := composerText(again); got != "half a sent" {
		t.Errorf("after the edit the composer holds %q", got)
	}
}

// Words are let go of as unfinished only once they are on disk as an entry.
func TestEnteredWordsStayUnfinishedUntilKept(t *testing.T) {
	ui, w := openQuay(t)
	typeText(t, ui, "Said in the meeting")
	w.pass(300 * time.Millisecond)
	hit(t, ui, enterKey)
	saving := w.work
	w.work = nil // the disk is slow: what Enter began is not done yet
	w.pass(time.Second)
	if u := w.book.unfinished["m"]; u.Text != "Said in the meeting" {
		t.Errorf("before the entry is kept the unfinished words are %q", u.Text)
	}
	w.work = saving
	w.settle()
	if u := w.book.unfinished["m"]; !u.Empty() || len(w.book.meetings["m"].Items[1].Entries) != 1 {
		t.Errorf("once the entry is kept the unfinished words are %q", u.Text)
	}
}

// A line that only goes elsewhere changes nothing in the meeting, and is let
// go of all the same.
func TestLineThatOnlyMovesIsLetGoOf(t *testing.T) {
	ui, w := openQuay(t)
	typeText(t, ui, "/item 1")
	w.pass(300 * time.Millisecond)
	hit(t, ui, enterKey)
	w.pass(300 * time.Millisecond)
	if u := w.book.unfinished["m"]; u.Text != "" || ui.meeting.work.item != "i1" {
		t.Errorf("at %s the unfinished words are %q", ui.meeting.work.item, u.Text)
	}
}

func TestWordsOutliveASaveThatFails(t *testing.T) {
	ui, w := openQuay(t)
	w.book.refuse = errors.New("the disk is full")
	minute(t, ui, "Kept on screen")
	w.settle()
	shown := wordsOn(ui.window.Content())
	for _, words := range []string{"NOT SAVED", "the disk is full", "Kept on screen", "Save a copy elsewhere"} {
		if !strings.Contains(shown, words) {
			t.Errorf("%q is not on screen", words)
		}
	}
	hit(t, ui, ctrl(fyne.KeyQ))
	if w.quit != 0 {
		t.Error("the program ended with words that are not kept")
	}
	w.book.refuse = nil
	hit(t, ui, ctrl(fyne.KeyS))
	w.settle()
	if n := len(w.book.meetings["m"].Items[1].Entries); n != 1 || ui.alert.Visible() {
		t.Errorf("put right and saved, the book holds %d entries; warning shown: %v", n, ui.alert.Visible())
	}
}

func TestQuittingWithoutWhatCannotBeSavedTakesTwoPresses(t *testing.T) {
	ui, w := openQuay(t)
	w.book.refuse = errors.New("the disk is full")
	minute(t, ui, "Kept on screen")
	w.settle()
	hit(t, ui, ctrl(fyne.KeyQ))
	if w.quit != 0 {
		t.Fatal("the program ended at the first press")
	}
	hit(t, ui, ctrl(fyne.KeyQ))
	if w.quit != 1 {
		t.Error("the clerk cannot leave")
	}
}

func TestLineThatCannotBeReadStays(t *testing.T) {
	ui, w := openQuay(t)
	minute(t, ui, "/flurb 3")
	if composerText(ui) != "/flurb 3" || len(ui.meeting.work.entries()) != 0 {
		t.Fatalf("the line is %q", composerText(ui))
	}
	if !strings.Contains(wordsOn(ui.window.Content()), "/flurb") {
		t.Error("nothing says why")
	}
	hit(t, ui, enterKey)
	w.settle()
	e := ui.meeting.work.entries()
	if len(e) != 1 || e[0].Kind != model.Private || e[0].Text != "/flurb 3" || composerText(ui) != "" {
		t.Errorf("asked for again: %+v, composer %q", e, composerText(ui))
	}
}

func TestEscapeNeverLosesWords(t *testing.T) {
	ui, _ := openQuay(t)
	minute(t, ui, "First")
	typeText(t, ui, "half ")
	hit(t, ui, ctrl(fyne.KeyUp), ctrl(fyne.KeyE))
	if composerText(ui) != "First" {
		t.Fatalf("editing shows %q", composerText(ui))
	}
	typeText(t, ui, " and more")
	hit(t, ui, escKey)
	if composerText(ui) != "half " || ui.meeting.work.entries()[0].Text != "First" {
		t.Errorf("left the edit with %q, entry %q", composerText(ui), ui.meeting.work.entries()[0].Text)
	}
	hit(t, ui, ctrl(fyne.KeyZ))
	if composerText(ui) != "First and more" {
		t.Errorf("Ctrl+Z brings back %q", composerText(ui))
	}
}

func TestUndoLeavesTheComposerOnlyAfterSayingSo(t *testing.T) {
	ui, _ := openQuay(t)
	minute(t, ui, "First")
	typeText(t, ui, "words")
	for composerText(ui) != "" {
		hit(t, ui, ctrl(fyne.KeyZ))
	}
	hit(t, ui, ctrl(fyne.KeyZ))
	if len(ui.meeting.work.entries()) != 1 {
		t.Fatal("the press that leaves the composer took an entry back")
	}
	hit(t, ui, ctrl(fyne.KeyZ))
	if len(ui.meeting.work.entries()) != 0 || !strings.Contains(wordsOn(ui.head.object), "First") {
		t.Errorf("undo left %d entries and says %q", len(ui.meeting.work.entries()), wordsOn(ui.head.object))
	}
	hit(t, ui, ctrl(fyne.KeyY))
	if len(ui.meeting.work.entries()) != 1 {
		t.Error("redo does not bring it back")
	}
}

func TestItemsByKeyKeepTheirWords(t *testing.T) {
	ui, _ := openQuay(t)
	typeText(t, ui, "for the roads")
	hit(t, ui, ctrl(fyne.KeyPageUp))
	if ui.meeting.work.item != "i1" || composerText(ui) != "" {
		t.Fatalf("at %s with %q", ui.meeting.work.item, composerText(ui))
	}
	typeText(t, ui, "Agreed")
	hit(t, ui, ctrl(fyne.KeyReturn))
	if ui.meeting.work.item != "i2" || composerText(ui) != "for the roads" {
		t.Errorf("at %s with %q", ui.meeting.work.item, composerText(ui))
	}
	it, _ := ui.meeting.work.meeting().Item("i1")
	if len(it.Entries) != 1 || it.Entries[0].Text != "Agreed" {
		t.Errorf("item 1 holds %+v", it.Entries)
	}
}

func TestLiveMeetingWantsASecondPress(t *testing.T) {
	ui, w := openQuay(t)
	minute(t, ui, "/start")
	hit(t, ui, ctrl(fyne.KeyQ))
	if w.quit != 0 {
		t.Fatal("a live meeting was left at the first press")
	}
	hit(t, ui, ctrl(fyne.KeyQ))
	if w.quit != 1 {
		t.Error("the second press does not quit")
	}
}

// The screen after any change shows what a screen built afresh shows.
func TestScreenFollowsEveryChange(t *testing.T) {
	ui, w := openQuay(t)
	for _, line := range []string{"One", "- two", "-- three", "a: Ann Zelenka to act", "d: That it be so", "m: That it be done", "v: unanimous", "i: none",
		"p: private", "## Sub", "# Parks", "In the park ??", "/outcome noted", "/presenter Ann Zelenka", "/paper Plan, P1", "/in Ann Zelenka 10:15",
		"/apologies Bo Li, ill", "/restricted tender", "secret", "/unrestricted", "/venue Quay House", "/start 10:00", "/chair Ann Zelenka",
		"/approve 2 February 2026", "/next 1 May 2026", "/close 11:00"} {
		ui.meeting.panel.composer.Set(line, len(line))
		hit(t, ui, enterKey)
		if composerText(ui) != "" {
			t.Fatalf("%q was not taken: %s", line, wordsOn(ui.meeting.panel.object))
		}
		w.settle()
		fresh, err := openMeeting(ui, "m")
		if err != nil {
			t.Fatal(err)
		}
		fresh.goTo(ui.meeting.work.item)
		for name, part := range map[string][2]fyne.CanvasObject{
			"sheet": {ui.meeting.sheet, fresh.sheet}, "agenda": {ui.meeting.agenda.object, fresh.agenda.object}, "people": {ui.meeting.people.object, fresh.people.object}} {
			part[1].Resize(part[0].Size())
			if a, b := wordsOn(part[0]), wordsOn(part[1]); a != b {
				t.Fatalf("after %q the %s shows\n%s\nnot\n%s", line, name, a, b)
			}
		}
	}
}

func TestNoCommandBehindADialog(t *testing.T) {
	ui, _ := openQuay(t)
	minute(t, ui, "First")
	hit(t, ui, ctrl(fyne.KeyK))
	if !ui.dialogOpen() {
		t.Fatal("no palette")
	}
	before := ui.meeting.work.meeting().Rev
	for _, c := range ui.commands {
		ui.do(c)
	}
	if ui.meeting.work.meeting().Rev != before || ui.screen != screen(ui.meeting) {
		t.Error("a command ran behind a dialog")
	}
	hit(t, ui, escKey)
	if ui.dialogOpen() || ui.window.Canvas().Focused() != ui.meeting.panel.composer {
		t.Error("Esc does not lead back to the composer")
	}
}

func TestUndoChoosesWhatItBringsBack(t *testing.T) {
	ui, _ := openQuay(t)
	minute(t, ui, "First", "Second", "Third")
	hit(t, ui, upKey, ctrl(fyne.KeyUp), ctrlShift(fyne.KeyDelete), ctrl(fyne.KeyZ))
	if e, _, _ := ui.meeting.work.meeting().Entry(ui.meeting.work.selected); e.Text != "Second" {
		t.Errorf("chosen is %q", e.Text)
	}
}

func TestRestrictionIsUnmissable(t *testing.T) {
	ui, _ := openQuay(t)
	minute(t, ui, "/restricted Staffing")
	if b := ui.meeting.panel.strip.Block(); b.Chip != "RESTRICTED" || !strings.Contains(b.Text, "Staffing") {
		t.Errorf("the strip shows %+v", b)
	}
}

func TestPastedEntriesAreWhatCtrlZTakesBack(t *testing.T) {
	ui, _ := openQuay(t)
	typeText(t, ui, "gone")
	hit(t, ui, ctrl(fyne.KeyZ)) // the composer has something to make again
	typeText(t, ui, "x")
	hit(t, ui, bare(fyne.KeyBackspace))
	if !ui.meeting.paste("One\nTwo") {
		t.Fatal("not taken")
	}
	hit(t, ui, ctrl(fyne.KeyZ))
	if n := len(ui.meeting.work.entries()); n != 0 || composerText(ui) != "" {
		t.Errorf("%d entries are left, and %q in the composer", n, composerText(ui))
	}
}

func TestLeavingAnEditForAnotherItemSaysWhereItsWordsAre(t *testing.T) {
	ui, _ := openAgenda(t, "A", "B")
	minute(t, ui, "/item 1", "First")
	typeText(t, ui, "half")
	hit(t, ui, ctrl(fyne.KeyUp), ctrl(fyne.KeyE))
	typeText(t, ui, " and more")
	hit(t, ui, ctrl(fyne.KeyPageDown))
	saysNow(t, ui, "The entry is as it was")
	hit(t, ui, ctrl(fyne.KeyPageUp))
	mustShow(t, composerText(ui), "half", "First and more")
}
