package ui

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"minutebook/model"
)

// liveBoard is a book with a live meeting of the board after that in June.
func liveBoard() *fakeBook {
	return fullBook().put(model.Meeting{ID: "live", Rev: 1, Made: "2026-11-20T09:00:00Z", BodyID: "hob", Body: "Harbour Oversight Board", Style: "note", Date: "2026-11-21",
		State: model.Live, Started: "10:00", Items: []model.Item{{ID: "l1", Title: "Matters arising", Entries: []model.Entry{
			{ID: "la", Kind: model.Action, Number: 1, Text: "Harbour Authority to act at once.", Action: &model.ActionFacts{Owners: []string{"Harbour Authority"}}}}}}})
}

// onLive is the window on the live meeting, with words in the composer.
func onLive(t *testing.T, book *fakeBook) *Window {
	t.Helper()
	w := newWorld(t, book).open()
	w.Open("live")
	typeText(t, w, "The Chair said that")
	return w
}

func composerSays(t *testing.T, w *Window, words string) {
	t.Helper()
	c := w.meeting.panel.composer
	if !onMeeting(w) || !c.Focused() || c.Text() != words {
		t.Errorf("the composer has %q, the keyboard %v", c.Text(), c.Focused())
	}
}

func TestOneKeyListsTheOpenActionsWhileLive(t *testing.T) {
	w := onLive(t, liveBoard())
	hit(t, w, ctrlShift(fyne.KeyA))
	words := screenWords(w)
	mustShow(t, words, "Open actions: Harbour Oversight Board", "berth survey", "call-out procedure")
	mustNotShow(t, words, "Łucja", "winter incident list")
	picture(t, w, "open-actions")
	hit(t, w, escKey)
	composerSays(t, w, "The Chair said that")
	hit(t, w, ctrlShift(fyne.KeyA), ctrlShift(fyne.KeyA))
	registerOf(t, w)
	hit(t, w, escKey)
	composerSays(t, w, "The Chair said that")
}

func TestMeetingThatIsNotLiveGoesToTheActionsScreen(t *testing.T) {
	w := newWorld(t, fullBook()).open()
	w.Open("june")
	hit(t, w, ctrlShift(fyne.KeyA))
	registerOf(t, w)
	hit(t, w, escKey)
	run(w, "open-actions")
	mustShow(t, screenWords(w), "Open actions: Harbour Oversight Board", "Nothing like that is open")
}

func TestOpenActionIsCompletedWhileLive(t *testing.T) {
	book := liveBoard()
	w := onLive(t, book)
	before := book.json(t, "june")
	hit(t, w, ctrlShift(fyne.KeyA))
	typeText(t, w, "coast owner:authority")
	words := screenWords(w)
	mustShow(t, words, "berth survey")
	mustNotShow(t, words, "call-out procedure")
	hit(t, w, downKey)
	typeText(t, w, "c")
	mustShow(t, screenWords(w), "Complete action 1 on Saturday 21 November 2026", "The minutes of 18 June 2026 stay as they are.")
	typeText(t, w, "published")
	picture(t, w, "open-actions-record")
	hit(t, w, enterKey)
	got := newest(book, 1)
	if len(got) != 1 || got[0].Action != "a1" || got[0].Meeting != "june" || got[0].State != model.Complete || got[0].Note != "published" {
		t.Fatalf("recorded %+v", got)
	}
	hit(t, w, escKey, escKey)
	composerSays(t, w, "The Chair said that")
	if book.json(t, "june") != before {
		t.Error("the minutes of June changed")
	}
}

func TestOpenActionIsNotedInTheseMinutes(t *testing.T) {
	book := liveBoard()
	world := newWorld(t, book)
	w := world.open()
	w.Open("live")
	typeText(t, w, "The Chair said that")
	hit(t, w, ctrlShift(fyne.KeyA), enterKey, downKey)
	typeText(t, w, "n")
	composerSays(t, w, "The Chair said that")
	world.settle()
	it, _ := w.meeting.work.meeting().Item("l1")
	last := it.Entries[len(it.Entries)-1]
	if last.Done == nil || !strings.HasSuffix(last.Done.Action, " 2") {
		t.Errorf("entered %+v", last)
	}
	got := newest(book, 1)
	if len(got) != 1 || got[0].Action != "a2" || got[0].State != model.Noted || got[0].NotedBy != "live" {
		t.Errorf("recorded %+v", got)
	}
}

func TestOtherLettersFilterTheOpenActions(t *testing.T) {
	w := onLive(t, liveBoard())
	hit(t, w, ctrlShift(fyne.KeyA), enterKey)
	typeText(t, w, "moor")
	mustShow(t, screenWords(w), "Nothing like that is open")
	hit(t, w, escKey)
	if w.dialogOpen() {
		hit(t, w, escKey)
	}
	composerSays(t, w, "The Chair said that")
}

func TestEnterGoesToTheOpenAction(t *testing.T) {
	w := onLive(t, liveBoard())
	hit(t, w, ctrlShift(fyne.KeyA), enterKey, downKey, enterKey)
	if m := w.meeting.work.meeting(); m.ID != "june" || w.meeting.work.selected != "a2" {
		t.Fatalf("went to %s %s", m.ID, w.meeting.work.selected)
	}
	w.Open("live")
	composerSays(t, w, "The Chair said that")
}

func TestOpenActionsWhileAnEntryIsEdited(t *testing.T) {
	book := liveBoard()
	w := newWorld(t, book).open()
	w.Open("live")
	hit(t, w, ctrl(fyne.KeyUp), ctrl(fyne.KeyE))
	words := w.meeting.panel.composer.Text()
	hit(t, w, ctrlShift(fyne.KeyA), enterKey)
	typeText(t, w, "n")
	mustShow(t, screenWords(w), "An entry is being edited")
	hit(t, w, escKey)
	composerSays(t, w, words)
	if len(book.events) != 1 {
		t.Errorf("recorded %+v", newest(book, 1))
	}
}

func TestChosenActionOfFrozenMinutesIsCompletedByC(t *testing.T) {
	book := fullBook()
	w := newWorld(t, book).open()
	w.Open("april")
	before := book.json(t, "april")
	book.put(model.Event{Meeting: "april", Action: "b1", State: model.Open, On: "2026-06-01"})
	w.meeting.refresh()
	hit(t, w, ctrl(fyne.KeyUp), ctrl(fyne.KeyUp))
	if w.meeting.work.selected != "b1" {
		t.Fatalf("chosen is %q", w.meeting.work.selected)
	}
	typeText(t, w, "c")
	mustShow(t, screenWords(w), "Complete action 1 on Saturday 21 November 2026", "The minutes of 16 April 2026 stay as they are.")
	picture(t, w, "meeting-record")
	typeText(t, w, "on 2 November, list sent")
	book.refuse = errors.New("the disk is full")
	hit(t, w, enterKey)
	mustShow(t, screenWords(w), "Could not record it: the disk is full.", "list sent")
	book.refuse = nil
	hit(t, w, enterKey)
	e := book.events[len(book.events)-1]
	if e.State != model.Complete || e.On != "2026-11-02" || e.Note != "list sent" || e.Action != "b1" {
		t.Errorf("recorded %+v", e)
	}
	if book.json(t, "april") != before || w.dialogOpen() {
		t.Error("the minutes changed, or the dialog stays")
	}
	mustShow(t, screenWords(w), "Complete on 2 November 2026: list sent")
	composerSays(t, w, "")
}

func TestCIsALetterWhereMinutesAreWritten(t *testing.T) {
	w := newWorld(t, fullBook()).open()
	w.Open("june")
	hit(t, w, ctrl(fyne.KeyUp))
	typeText(t, w, "c")
	if w.dialogOpen() || w.meeting.panel.composer.Text() != "c" {
		t.Errorf("the composer has %q", w.meeting.panel.composer.Text())
	}
	hit(t, w, escKey)
}

func TestAnythingIsRecordedOfTheChosenActionByCommand(t *testing.T) {
	book := fullBook()
	w := newWorld(t, book).open()
	w.Open("june")
	run(w, "action-complete") // nothing is chosen
	if w.dialogOpen() {
		t.Fatal("it asks of no action")
	}
	hit(t, w, ctrl(fyne.KeyUp))
	run(w, "action-reassign")
	typeText(t, w, "Ann Zelenka")
	hit(t, w, enterKey)
	mustShow(t, screenWords(w), "Reassign action 5 to Ann Zelenka")
	hit(t, w, enterKey)
	e := book.events[len(book.events)-1]
	if e.Action != "a5" || fmt.Sprint(e.Owners) != "[Ann Zelenka]" || e.State != model.Open {
		t.Errorf("recorded %+v", e)
	}
	composerSays(t, w, "")
}
