package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"minutebook/model"
)

// onSent is the window on circulated minutes, at an item with entries.
func onSent(t *testing.T) (*Window, *world) {
	t.Helper()
	world := newWorld(t, newFakeBook().put(model.Body{ID: "b", Rev: 1, Name: "Quay Board"}, sentQuay()))
	return asked(t, world, "m", ""), world
}

func TestCirculatedMinutesAreCorrectedByTheSameKeys(t *testing.T) {
	w, world := onSent(t)
	mustShow(t, screenWords(w), "CIRCULATED", "Correction", "Enter records what you type as a correction")
	w.meeting.choose("p1")
	hit(t, w, ctrl(fyne.KeyE))
	mustShow(t, screenWords(w), "How it should read")
	w.meeting.panel.composer.Set("", 0)
	minute(t, w, "Two quotations were received.")
	hit(t, w, escKey)
	minute(t, w, "One of them was late.", "a: Ann Zelenka to ask for it by 14 August")
	w.meeting.choose("p2")
	hit(t, w, ctrlShift(fyne.KeyDelete))
	hit(t, w, escKey)
	world.settle()
	words := screenWords(w)
	mustShow(t, words, "Was 2.1 Three quotations were received.", "Should read 2.1 Two quotations were received.", "To be struck 2.2 The Board noted them.",
		"To be added 2.3 One of them was late.", "To be added · Action 2 Ann Zelenka to ask", "4 corrections kept for the meeting", "21 November 2026")
	picture(t, w, "corrected")
	kept := world.book.meetings["m"]
	if len(kept.Corrections) != 4 || kept.Items[1].Entries[0].Text != "Three quotations were received." || len(kept.Items[1].Entries) != 4 {
		t.Fatalf("the book holds %+v, and %+v", kept.Corrections, kept.Items[1].Entries)
	}
	hit(t, w, ctrl(fyne.KeyZ))
	world.settle()
	if n := len(world.book.meetings["m"].Corrections); n != 3 {
		t.Errorf("taken back, %d corrections are left", n)
	}
	mustNotShow(t, screenWords(w), "To be struck")
	hit(t, w, ctrl(fyne.KeyY))
	mustShow(t, screenWords(w), "To be struck")
}

func TestAnEntryThatWasCorrectedIsEditedAsItShouldRead(t *testing.T) {
	w, world := onSent(t)
	minute(t, w, "One of them was late.")
	hit(t, w, ctrl(fyne.KeyUp), ctrl(fyne.KeyUp), ctrl(fyne.KeyE)) // past the private note
	if got := composerText(w); got != "One of them was late." {
		t.Fatalf("it edits %q", got)
	}
	minute(t, w, " Very late.")
	world.settle()
	if c := world.book.meetings["m"].Corrections; len(c) != 1 || c[0].Entry.Text != "One of them was late. Very late." {
		t.Errorf("corrections: %+v", c)
	}
}

func TestAttendanceIsCorrectedInTheRollCall(t *testing.T) {
	w, world := onSent(t)
	hit(t, w, ctrl(fyne.KeyR))
	hit(t, w, downKey)
	typeText(t, w, "x")
	mustShow(t, screenWords(w), "Bo Orr Absent")
	hit(t, w, escKey, escKey)
	world.settle()
	kept := world.book.meetings["m"]
	if kept.Attendees[1].Mark != model.Present {
		t.Error("the list that was circulated changed")
	}
	if len(kept.Corrections) != 1 || kept.Corrections[0].Attendee == nil || kept.Corrections[0].Attendee.Mark == model.Present {
		t.Errorf("corrections: %+v", kept.Corrections)
	}
}

// What cannot be a correction says so and stays in the composer.
func TestWhatIsNoCorrectionKeepsItsWords(t *testing.T) {
	w, world := onSent(t)
	minute(t, w, "# Rivers")
	mustShow(t, screenWords(w), "These minutes are circulated", "reopen them as a draft")
	if composerText(w) != "# Rivers" {
		t.Errorf("the composer holds %q", composerText(w))
	}
	w.meeting.choose("p1")
	hit(t, w, ctrlShift(fyne.KeyDown))
	world.settle()
	mustShow(t, screenWords(w), "reopen them as a draft")
	if m := world.book.meetings["m"]; len(m.Items) != 2 || len(m.Corrections) != 0 || m.Items[1].Entries[0].ID != "p1" {
		t.Errorf("the book holds %+v", m)
	}
}

func TestCorrectionsAreListedAndTakenAway(t *testing.T) {
	w, world := onSent(t)
	w.do(w.command("corrections"))
	mustShow(t, screenWords(w), "No corrections yet")
	w.do(w.command("asker"))
	typeText(t, w, "Bo Orr")
	hit(t, w, enterKey)
	mustShow(t, screenWords(w), "asked for by Bo Orr")
	minute(t, w, "One of them was late.", "Another came by hand.")
	w.do(w.command("corrections"))
	mustShow(t, screenWords(w), "One of them was late.", "Another came by hand.", "Bo Orr · 21 November 2026", "To be added")
	picture(t, w, "corrections")
	hit(t, w, downKey)
	w.meeting.work.selected = ""
	hit(t, w, enterKey)
	if e, _, _ := w.meeting.work.meeting().Entry(w.meeting.work.selected); e.Text != "Another came by hand." || w.dialogOpen() {
		t.Errorf("Enter goes to %q", e.Text)
	}
	w.do(w.command("corrections"))
	hit(t, w, tabKey, tabKey, enterKey) // take it away
	world.settle()
	c := world.book.meetings["m"].Corrections
	if len(c) != 1 || c[0].Entry.Text != "Another came by hand." || c[0].By != "Bo Orr" {
		t.Fatalf("corrections: %+v", c)
	}
	hit(t, w, tabKey, tabKey, tabKey, enterKey) // who asked for it
	typeText(t, w, " and others")
	hit(t, w, enterKey)
	world.settle()
	if c := world.book.meetings["m"].Corrections; len(c) != 1 || c[0].By != "Bo Orr and others" {
		t.Errorf("corrections: %+v", c)
	}
}

func TestTableOfChangesAndCorrectedMinutes(t *testing.T) {
	w, world := onSent(t)
	w.do(w.command("table-of-changes"))
	mustShow(t, screenWords(w), "No corrections are recorded")
	minute(t, w, "One of them was late.")
	w.do(w.command("table-of-changes"))
	world.settle()
	mustShow(t, screenWords(w), "What changed", "One of them was late.", "1 change")
	picture(t, w, "table-of-changes")
	hit(t, w, tabKey, backKey, backKey, backKey, backKey)
	typeText(t, w, "txt") // for docx
	hit(t, w, enterKey)
	world.settle()
	if got := string(world.files[document("quay-board-2026-03-03-changes.txt")]); !strings.Contains(got, "From: As circulated\nTo: As corrected") || !strings.Contains(got, "One of them was late.") {
		t.Errorf("the table of changes: %s", got)
	}
	hit(t, w, escKey)
	w.do(w.command("corrected-minutes"))
	typeText(t, w, "/tmp/out/m.txt")
	hit(t, w, enterKey)
	world.settle()
	if got := string(world.files["/tmp/out/m.txt"]); !strings.Contains(got, "One of them was late.") {
		t.Errorf("the corrected minutes: %s", got)
	}
	hit(t, w, escKey)
	hit(t, w, ctrlShift(fyne.KeyE)) // the minutes as they were circulated
	typeText(t, w, "/tmp/out/n.txt")
	hit(t, w, enterKey)
	world.settle()
	if got := string(world.files["/tmp/out/n.txt"]); got == "" || strings.Contains(got, "One of them was late.") {
		t.Errorf("the minutes as circulated: %s", got)
	}
}
