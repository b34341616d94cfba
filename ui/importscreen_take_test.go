package ui

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"minutebook/model"
)

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
