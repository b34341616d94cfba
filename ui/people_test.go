package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"minutebook/model"
)

// offered runs the line of somebody's menu.
func offered(t *testing.T, ui *Window, who model.ID, words string) {
	t.Helper()
	a, ok := ui.meeting.work.meeting().Attendee(who)
	if !ok {
		t.Fatalf("nobody is %q", who)
	}
	all := ui.meeting.personOffers(a)
	i := slices.IndexFunc(all, func(m *fyne.MenuItem) bool { return m.Label == words })
	if i < 0 {
		t.Fatalf("%q is not offered", words)
	}
	all[i].Action()
}

func TestAttendanceByMouse(t *testing.T) {
	ui, w := openQuay(t)
	offered(t, ui, "a", "Sent apologies")
	if a, _ := ui.meeting.work.meeting().Attendee("a"); a.Mark != model.Apologies {
		t.Errorf("marked %q", a.Mark)
	}
	hit(t, ui, ctrl(fyne.KeyZ))
	if a, _ := ui.meeting.work.meeting().Attendee("a"); a.Mark != model.Present {
		t.Errorf("taken back it is %q", a.Mark)
	}
	offered(t, ui, "a", "Takes the chair")
	if ui.meeting.work.meeting().Chair != "a" {
		t.Error("nobody is in the chair")
	}
	offered(t, ui, "a", "Leaves now")
	w.settle()
	if !strings.Contains(wordsOn(ui.meeting.people.object), "left 10:41") {
		t.Error("the pane does not say who left")
	}
	offered(t, ui, "a", "Joins now")
	if !strings.Contains(wordsOn(ui.meeting.people.object), "joined 10:41") {
		t.Error("the pane does not say who came back")
	}
}

func TestPanesOfferTheNextPersonAndItem(t *testing.T) {
	ui, _ := openQuay(t)
	ui.meeting.newPerson()
	typeText(t, ui, "Priya Nair")
	hit(t, ui, enterKey)
	if n := len(ui.meeting.work.meeting().Attendees); n != 2 || composerText(ui) != "" {
		t.Errorf("%d on the list; the composer holds %q", n, composerText(ui))
	}
	for _, words := range []string{"Add a person", "Add an item"} {
		if !strings.Contains(wordsOn(ui.meeting.object()), words) {
			t.Errorf("%q is not offered", words)
		}
	}
}

func TestApprovedMinutesOfferNoChange(t *testing.T) {
	m := model.Meeting{ID: "m", Rev: 1, BodyID: "b", Body: "Quay Board", Style: "note", Date: "2026-03-03", State: model.Approved,
		Attendees: []model.Attendee{{ID: "a", Name: "Ann Zelenka", Mark: model.Present}}, Items: []model.Item{{ID: "i", Title: "Roads"}}}
	ui := newWorld(t, newFakeBook().put(model.Body{ID: "b", Name: "Quay Board"}, m)).open()
	ui.Open("m")
	shown := wordsOn(ui.meeting.object())
	for _, words := range []string{"Add an item", "Add a person", "Enter adds"} {
		if strings.Contains(shown, words) {
			t.Errorf("%q is offered", words)
		}
	}
	if !strings.Contains(shown, "corrected by a later meeting") {
		t.Error("nothing says how an error is put right")
	}
}

// Nor do they let words be written for nothing: the strip says why before
// Enter, and no entry is taken into the composer.
func TestApprovedMinutesSayWhyBeforeEnter(t *testing.T) {
	ui := onMeetingOf(t, fullBook(), "april")
	typeText(t, ui, "a: Clerk to write")
	mustShow(t, wordsOn(ui.meeting.panel.strip), "These minutes are approved")
	mustNotShow(t, wordsOn(ui.meeting.panel.strip), "Becomes")
	hit(t, ui, ctrl(fyne.KeyUp), ctrl(fyne.KeyE))
	if ui.meeting.work.editing != "" || composerText(ui) != "a: Clerk to write" {
		t.Errorf("edits with %q in the composer", composerText(ui))
	}
	mustShow(t, wordsOn(ui.meeting.panel.strip), "Not yet", "Record the correction in the next")
}
