package ui

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"minutebook/model"
	"minutebook/model/register"
	"minutebook/ui/widget"
)

// onActions is the window with the Actions screen of all bodies.
func onActions(t *testing.T, book *fakeBook) *Window {
	t.Helper()
	world := newWorld(t, book)
	w := world.open()
	hit(t, w, ctrlShift(fyne.KeyA))
	world.settle()
	return w
}

func TestActionsShowWhatIsOpen(t *testing.T) {
	w := onActions(t, fullBook())
	words := screenWords(w)
	mustShow(t, words, "All bodies · 6 open, 2 overdue, 1 complete", "HOB 18 Jun 2026", "TAP 4 Feb 2026",
		"overdue 144 days", "by 18 December", "Operations Safety Group", "Overdue", "Open",
		"Open by age, in months", "3 to 6", "Open by owner", "Coastguard", "At each meeting")
	mustNotShow(t, words, "winter incident list")
	picture(t, w, "actions")
}

func TestActionsOfTheBodyInView(t *testing.T) {
	world := newWorld(t, fullBook())
	w := world.open()
	w.Open("arts")
	hit(t, w, ctrlShift(fyne.KeyA))
	world.settle()
	words := screenWords(w)
	mustShow(t, words, "Thornbeck Arts Panel · 1 open, 1 overdue, 0 complete", "4 Feb 2026", "This body only")
	mustNotShow(t, words, "berth survey", "TAP")
	hit(t, w, escKey)
	if w.screen != screen(w.meeting) {
		t.Error("Esc did not go back to the meeting")
	}
}

func TestActionsSegmentsAndFilter(t *testing.T) {
	w := onActions(t, fullBook())
	s := w.screen.(*actionsScreen)
	count := func(want int) {
		t.Helper()
		s.catchUp()
		if len(s.shown) != want {
			t.Errorf("%d actions show, not %d", len(s.shown), want)
		}
	}
	count(6)
	w.window.Canvas().Focus(s.segments)
	hit(t, w, rightKey)
	count(2)
	hit(t, w, rightKey)
	count(0)
	mustShow(t, screenWords(w), "Nothing is to be asked for again by today")
	hit(t, w, rightKey)
	count(1)
	mustShow(t, screenWords(w), "Complete", "Wednesday 20 May 2026", "Sent to all members")
	hit(t, w, rightKey)
	count(7)
	w.window.Canvas().Focus(s.rows)
	typeText(t, w, "fcoastguard")
	count(2)
	typeText(t, w, " zzz")
	count(0)
	mustShow(t, screenWords(w), "No action like that here")
	hit(t, w, escKey)
	count(7)
}

func TestCompletingAnActionAddsOneEventAndLeavesTheMinutes(t *testing.T) {
	book := fullBook()
	w := onActions(t, book)
	before, events := book.json(t, "june"), len(book.events)
	s := w.screen.(*actionsScreen)
	hit(t, w, downKey) // to action 2
	typeText(t, w, "c")
	mustShow(t, screenWords(w), "Complete action ", "Saturday 21 November 2026", "The minutes of 18 June 2026 stay as they are.")
	typeText(t, w, "on 27 June, report received")
	mustShow(t, screenWords(w), "Saturday 27 June 2026")
	picture(t, w, "actions-record")
	hit(t, w, enterKey)
	if len(book.events) != events+1 || len(book.commits) != 1 || len(book.commits[0].Meetings) != 0 {
		t.Fatalf("%d events, commits %v", len(book.events)-events, book.commits)
	}
	e := book.events[events]
	if e.Meeting != "june" || e.Action != "a2" || e.State != model.Complete || e.On != "2026-06-27" || e.Note != "report received" || e.Made == "" {
		t.Errorf("recorded %+v", e)
	}
	if after := book.json(t, "june"); after != before {
		t.Errorf("the minutes changed:\n%s\n%s", before, after)
	}
	if !s.rows.Focused() || s.record.visible() {
		t.Error("the keyboard is not back in the list")
	}
	if got := s.shown[s.rows.Selected()].ID; got != "a3" {
		t.Errorf("the choice is %s, not what took the place of the action", got)
	}
	mustShow(t, screenWords(w), "Action 2: complete on 27 June 2026; it is under Complete and All")
}

func TestActionKeepsTheChoiceWhereItStaysInTheList(t *testing.T) {
	book := fullBook()
	w := onActions(t, book)
	s := w.screen.(*actionsScreen)
	hit(t, w, downKey)
	typeText(t, w, "p")
	hit(t, w, enterKey)
	if got := s.shown[s.rows.Selected()]; got.ID != "a2" || got.State != model.InProgress {
		t.Errorf("the choice is %+v", got)
	}
	mustShow(t, screenWords(w), "In progress")
}

func TestLettersAndTheirStates(t *testing.T) {
	for letter, state := range map[string]model.ActionState{"c": model.Complete, "C": model.Complete, " ": model.Complete, "p": model.InProgress, "w": model.Withdrawn} {
		book := fullBook()
		w := onActions(t, book)
		typeText(t, w, letter)
		hit(t, w, enterKey)
		if last := book.events[len(book.events)-1]; last.State != state || last.On != "2026-11-21" || last.Note != "" {
			t.Errorf("%q recorded %+v", letter, last)
		}
	}
}

func TestOpenAgain(t *testing.T) {
	book := fullBook()
	w := onActions(t, book)
	typeText(t, w, "o")
	mustShow(t, screenWords(w), "That is recorded of action 1 already")
	s := w.screen.(*actionsScreen)
	s.segments.Choose(segmentComplete)
	s.choose(segmentComplete)
	typeText(t, w, "oso")
	hit(t, w, enterKey)
	if last := book.events[len(book.events)-1]; last.Action != "b1" || last.State != model.Open || last.N != 2 || last.Note != "so" {
		t.Errorf("recorded %+v", last)
	}
}

func TestEscLeavesTheActionAsItIs(t *testing.T) {
	book := fullBook()
	w := onActions(t, book)
	typeText(t, w, "cwords")
	s := w.screen.(*actionsScreen)
	s.record.words.Set("", 0)
	typeText(t, w, "on 1 June 2026")
	mustShow(t, screenWords(w), "That day is before the meeting.")
	typeText(t, w, " {on: 1 Jan 2027}")
	mustShow(t, screenWords(w), "That day is still to come.")
	hit(t, w, escKey)
	if len(book.events) != 1 || w.screen.(*actionsScreen).record.object.Visible() {
		t.Error("Esc recorded something, or left the panel open")
	}
	hit(t, w, escKey)
	if _, ok := w.screen.(*bookScreen); !ok {
		t.Error("Esc did not go back to the minute book")
	}
}

func TestRecordThatIsRefusedKeepsTheWords(t *testing.T) {
	book := fullBook()
	w := onActions(t, book)
	typeText(t, w, "cno day {on: 31 June}")
	hit(t, w, enterKey)
	mustShow(t, screenWords(w), "“31 June” is no day")
	s := w.screen.(*actionsScreen)
	s.record.words.Set("fine", 4)
	book.refuse = errors.New("the disk is full")
	hit(t, w, enterKey)
	mustShow(t, screenWords(w), "Could not record it: the disk is full.", "fine")
	book.refuse = nil
	hit(t, w, enterKey)
	if last := book.events[len(book.events)-1]; last.Note != "fine" || len(book.events) != 2 {
		t.Errorf("recorded %+v", book.events)
	}
}

func TestWithdrawnInTheMinutesStays(t *testing.T) {
	book := fullBook()
	m := book.meetings["arts"]
	m.Items[0].Entries[0].Action.Withdrawn = true
	book.put(m)
	w := newWorld(t, book).open()
	w.Open("arts")
	hit(t, w, ctrlShift(fyne.KeyA))
	s := w.screen.(*actionsScreen)
	s.choose(segmentAll)
	w.window.Canvas().Focus(s.rows)
	typeText(t, w, "c")
	mustShow(t, screenWords(w), "Action 1 is withdrawn in the minutes themselves")
	if s.record.visible() {
		t.Error("the panel opened all the same")
	}
}

func TestEnterOpensTheMeetingAtTheAction(t *testing.T) {
	w := onActions(t, fullBook())
	hit(t, w, downKey, downKey, downKey, enterKey)
	if work := w.meeting.work; work.meeting().ID != "june" || work.item != "i3" || work.selected != "a4" {
		t.Errorf("opened at %s %s %s", work.meeting().ID, work.item, work.selected)
	}
}

func TestReadRecord(t *testing.T) {
	t.Parallel()
	const today = model.Date("2026-11-21") // a Saturday
	for _, c := range []struct {
		words string
		on    model.Date
		note  string
	}{
		{"", today, ""},
		{"report received", today, "report received"},
		{"on 27 June", "2026-06-27", ""},
		{"on 27 June, report received", "2026-06-27", "report received"},
		{"On 27 June 2022: report received", "2022-06-27", "report received"},
		{"on 3 November Smith rang", "2026-11-03", "Smith rang"},
		{"on 22 November it began", "2025-11-22", "it began"},
		{"on 21 November", today, ""},
		{"on Friday, by letter", "2026-11-20", "by letter"},
		{"on yesterday", "2026-11-20", ""},
		{"on 27/6/22 by post", "2022-06-27", "by post"},
		{"on 1 December 2026, at the meeting", "2026-12-01", "at the meeting"},
		{"on the agenda for July", today, "on the agenda for July"},
		{"on", today, "on"},
		{"report received {on: 27 Jun 2022}", "2022-06-27", "report received"},
		{"  spaced   out  { on : today } ", today, "spaced out"},
	} {
		on, note, err := readRecord(c.words, today)
		if err != nil || on != c.on || note != c.note {
			t.Errorf("%q: %s, %q, %v", c.words, on, note, err)
		}
	}
	if _, note, err := readRecord("x {on: 31 June}", today); err == nil || note != "x {on: 31 June}" {
		t.Errorf("a day that is none: %q, %v", note, err)
	}
}

func TestInitials(t *testing.T) {
	t.Parallel()
	for name, short := range map[string]string{"Harbour Oversight Board": "HOB", "Board": "Board", "Zoë Émile": "ZÉ", "council of elders": "counci", "": ""} {
		want(t, initials(name), short)
	}
}

// Sixty actions, long words and nothing at all, to be looked at.
func TestActionsInQuantity(t *testing.T) {
	book := newFakeBook().put(harbourBoard())
	m := juneMeeting()
	for n := 6; n <= 60; n++ {
		m.Items[2].Entries = append(m.Items[2].Entries, model.Entry{ID: model.ID(fmt.Sprint("z", n)), Kind: model.Action, Number: n,
			Text:   strings.Repeat("Deputy Commissioner for Waterborne Operations to write at length about everything ", n%4+1),
			Action: &model.ActionFacts{Owners: []string{"Deputy Commissioner for Waterborne Operations", "Bartholomew Featherstonehaugh-Cholmondeley"}[:n%3], Due: model.Due{Words: "before the end of the calendar year", Date: "2026-12-31"}}})
	}
	book.put(m, model.Event{Meeting: "june", Action: "z7", State: model.InProgress, Note: "A first draft is with the members"})
	w := onActions(t, book)
	s := w.screen.(*actionsScreen)
	for _, line := range s.row(6).Cells {
		if strings.Count(line.Words, "\n") > 1 {
			t.Errorf("%q is more than two lines", line.Words)
		}
	}
	if len(s.shown) != 60 {
		t.Fatalf("%d actions show", len(s.shown))
	}
	hit(t, w, bare(fyne.KeyEnd))
	if s.shown[s.rows.Selected()].Number != 60 {
		t.Errorf("End chose action %d", s.shown[s.rows.Selected()].Number)
	}
	picture(t, w, "actions-60")
	typeText(t, w, "c")
	picture(t, w, "actions-60-record")
	none := onActions(t, newFakeBook())
	mustShow(t, screenWords(none), "No meeting has agreed an action yet")
	picture(t, none, "actions-none")
}

func TestActionIsCompletedByMouse(t *testing.T) {
	w := onActions(t, fullBook())
	s := w.screen.(*actionsScreen)
	before := s.shown[s.rows.Selected()]
	row := s.buttons.(*fyne.Container)
	row.Objects[0].(*widget.Button).Tapped(&fyne.PointEvent{})
	if !s.record.visible() || s.buttons.Visible() {
		t.Fatal("nothing asks for a note")
	}
	typeText(t, w, "Seen")
	s.record.record.Tapped(&fyne.PointEvent{})
	if s.record.visible() || !s.buttons.Visible() {
		t.Error("the panel is still there")
	}
	for _, a := range allActions(t, w) {
		if a.ID == before.ID && a.Meeting == before.Meeting && a.State != model.Complete {
			t.Errorf("the action is %s", a.State)
		}
	}
}

func TestNothingChosenIsNothingRecorded(t *testing.T) {
	w := onActions(t, fullBook())
	s := w.screen.(*actionsScreen)
	s.filter.Set("no action is called so", 0)
	s.fill()
	s.do(toComplete)
	if s.record.visible() {
		t.Error("it asks for a note on no action")
	}
}

// allActions is the register, whole.
func allActions(t *testing.T, w *Window) []register.Action {
	t.Helper()
	all, err := w.book.Register(register.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// What the filter has ruled out is never recorded, even where the list does not
// show that yet.
func TestRecordingCatchesUpWithTheFilter(t *testing.T) {
	book := fullBook()
	world := newWorld(t, book)
	w := world.open()
	hit(t, w, ctrlShift(fyne.KeyA))
	s := registerOf(t, w)
	before := s.shown[s.rows.Selected()]
	s.filter.Set("owner:coastguard", 0)
	if s.fillSoon(); keyOf(s.shown[s.rows.Selected()]) != keyOf(before) {
		t.Fatal("the list does not wait for the book")
	}
	w.window.Canvas().Focus(s.rows)
	typeText(t, w, "c")
	hit(t, w, enterKey)
	if e := newest(book, len(book.events)-1)[0]; e.Action == before.ID || e.State != model.Complete {
		t.Errorf("it recorded %+v", e)
	}
	shown := len(s.shown)
	world.settle()
	if len(s.shown) != shown {
		t.Errorf("a late answer shows %d actions in the place of %d", len(s.shown), shown)
	}
}
