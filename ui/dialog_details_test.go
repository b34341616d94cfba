package ui

import (
	"fmt"
	"strings"
	"testing"

	"minutebook/model"
)

// run does a command by its ID, as the palette does.
func run(w *Window, id string) { w.do(w.command(id)) }

func onMeetingOf(t *testing.T, book *fakeBook, id model.ID) *Window {
	t.Helper()
	w := newWorld(t, book).open()
	if !w.Open(id) {
		t.Fatal("the meeting does not open")
	}
	return w
}

func TestDetailsChangeTheFactsAsOneStep(t *testing.T) {
	w := onMeetingOf(t, fullBook(), "dec")
	before := w.meeting.work.meeting()
	run(w, "details")
	typeAll(t, w, "11 December 2026")
	hit(t, w, tabKey)
	typeText(t, w, "10am-11.30am")
	hit(t, w, tabKey)
	typeText(t, w, "Quay House")
	hit(t, w, tabKey)
	typeText(t, w, "Winter meeting")
	hit(t, w, tabKey, rightKey, tabKey, leftKey, tabKey)
	typeText(t, w, "General")
	hit(t, w, tabKey)
	typeText(t, w, "20 Dec")
	hit(t, w, tabKey)
	typeText(t, w, "14 January 2027 10:00, Town Hall")
	picture(t, w, "details")
	hit(t, w, enterKey)
	if w.dialogOpen() {
		t.Fatal("not kept: " + screenWords(w))
	}
	m := w.meeting.work.meeting()
	want(t, fmt.Sprintf("%s %s %s %s %s %s %s", m.Date, m.Begin, m.End, m.Kind, m.Style, m.PublicationType, m.PublicationDate),
		"2026-12-11 10:00 11:30 extraordinary note General 2026-12-20")
	want(t, m.Venue+", "+m.Title, "Quay House, Winter meeting")
	if m.Next == nil || *m.Next != (model.Next{Date: "2027-01-14", At: "10:00", Venue: "Town Hall"}) {
		t.Errorf("next %+v", m.Next)
	}
	run(w, "undo")
	if got := w.meeting.work.meeting(); got.Date != before.Date || got.Venue != "" || got.Next != nil {
		t.Errorf("one undo leaves %+v", got)
	}
}

func TestDetailsTakeFactsAway(t *testing.T) {
	book := fullBook()
	m := book.meetings["dec"]
	m.Begin, m.End, m.Venue, m.Next = "10:00", "11:00", "Quay House", &model.Next{Date: "2027-01-14"}
	w := onMeetingOf(t, book.put(m), "dec")
	run(w, "details")
	mustShow(t, screenWords(w), "10:00-11:00", "14 January 2027")
	hit(t, w, tabKey)
	typeAll(t, w, " ")
	hit(t, w, tabKey)
	typeAll(t, w, " ")
	hit(t, w, enterKey)
	if got := w.meeting.work.meeting(); got.Begin != "" || got.End != "" || got.Venue != "" || got.Next == nil {
		t.Errorf("kept %+v", got)
	}
}

func TestDetailsThatCannotBeStayInTheDialog(t *testing.T) {
	w := onMeetingOf(t, fullBook(), "june")
	rev := w.meeting.work.meeting().Rev
	run(w, "details")
	typeAll(t, w, "19 June 2026")
	hit(t, w, enterKey)
	mustShow(t, screenWords(w), "Not yet", "Details of the meeting")
	hit(t, w, escKey)
	if w.dialogOpen() || w.meeting.work.meeting().Rev != rev {
		t.Error("the meeting with entries was given another day, or Esc left the dialog open")
	}
}

func TestRenumberShowsFirstWhatItChanges(t *testing.T) {
	book := fullBook()
	m := book.meetings["june"]
	m.Items[1].Entries[0].Number, m.Items[1].Entries[1].Number = 2, 1
	w := onMeetingOf(t, book.put(m), "june")
	run(w, "renumber")
	mustShow(t, screenWords(w), "Renumber the actions in running order?", "Coastguard to review")
	picture(t, w, "renumber")
	hit(t, w, escKey)
	if got := w.meeting.work.meeting().Items[1].Entries[0].Number; got != 2 {
		t.Errorf("Esc renumbered: %d", got)
	}
	run(w, "renumber")
	hit(t, w, enterKey)
	if got := w.meeting.work.meeting().Items[1].Entries[0].Number; got != 1 {
		t.Errorf("Enter did not renumber: %d", got)
	}
	run(w, "renumber")
	if w.dialogOpen() {
		t.Error("it asks though nothing would change")
	}
}

func TestRestrictedAsksWhyAndIsTurnedOff(t *testing.T) {
	w := onMeetingOf(t, fullBook(), "june")
	hit(t, w, ctrlShift("R"), enterKey)
	mustShow(t, screenWords(w), "Say why, in a few words that may be public.")
	typeText(t, w, "Staffing")
	picture(t, w, "restricted")
	hit(t, w, enterKey)
	if r := w.meeting.work.meeting().Restricting; r == nil || r.Reason != "Staffing" {
		t.Fatalf("restricting: %+v", r)
	}
	hit(t, w, ctrlShift("R"))
	if w.meeting.work.meeting().Restricting != nil || w.dialogOpen() {
		t.Error("it was not turned off at once")
	}
	hit(t, w, ctrl("Up"), ctrlShift("R"))
	typeText(t, w, "Price")
	hit(t, w, enterKey)
	entries := w.meeting.work.entries()
	if last := entries[len(entries)-1]; last.Restricted == nil || last.Restricted.Reason != "Price" {
		t.Errorf("the chosen entry: %+v", last)
	}
}

// Every dialog closes with Esc and gives the keyboard back.
func TestEveryDialogHasEnterAndEsc(t *testing.T) {
	for _, id := range []string{"new", "export", "details", "go-to", "palette", "keys", "language", "about", "restricted"} {
		w := onMeetingOf(t, fullBook(), "june")
		had := w.window.Canvas().Focused()
		run(w, id)
		if !w.dialogOpen() {
			t.Errorf("%s opens no dialog", id)
			continue
		}
		if _, ok := w.window.Canvas().Focused().(interface{ TypedRune(rune) }); !ok {
			t.Errorf("%s: nothing has the keyboard", id)
		}
		if !strings.Contains(screenWords(w), "Enter") {
			t.Errorf("%s does not show what Enter does", id)
		}
		run(w, "about")
		hit(t, w, escKey)
		if w.dialogOpen() {
			t.Errorf("%s: Esc does not close it, or another opened over it", id)
		}
		if w.window.Canvas().Focused() != had {
			t.Errorf("%s: the keyboard is not back", id)
		}
	}
}
