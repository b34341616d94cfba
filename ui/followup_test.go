package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"minutebook/model"
)

// openTroubled shows a closed meeting with things to follow up in two items.
func openTroubled(t *testing.T) (*Window, *world) {
	t.Helper()
	para := func(id model.ID, text string) model.Entry {
		return model.Entry{ID: id, Kind: model.Paragraph, Text: text}
	}
	m := model.Meeting{ID: "m", Rev: 1, BodyID: "b", Body: "Quay Board", Style: "note", Date: "2026-03-03", State: model.Draft,
		Attendees: []model.Attendee{{ID: "a", Name: "Ann Zelenka", Mark: model.Present}, {ID: "u", Name: "P. Moss", Mark: model.Present, Unsure: true}},
		Items: []model.Item{
			{ID: "i1", Title: "Tolls", Outcome: "agreed", Entries: []model.Entry{para("e1", "It was agreed that tolls stay."), para("e2", "The QWP and the HBR will be ready next week.")}},
			{ID: "i2", Title: "Roads", Entries: []model.Entry{para("e3", "Ida Quill reported.")}}}}
	body := model.Body{ID: "b", Name: "Quay Board", Abbreviations: []model.Abbreviation{{Short: "hbr", Long: "Harbour Roads"}},
		Seats: []model.Seat{{ID: "s", Person: "p", Name: "Ida Quill"}}}
	w := newWorld(t, newFakeBook().put(body, m))
	ui := w.open()
	if !ui.Open("m") {
		t.Fatal("the meeting does not open")
	}
	w.settle()
	return ui, w
}

var (
	nextKey = ctrl(fyne.KeyJ)
	fixKey  = ctrlShift(fyne.KeyY)
	listKey = ctrlShift(fyne.KeyK)
)

func TestCtrlJGoesRoundWhatIsToFollowUp(t *testing.T) {
	ui, _ := openTroubled(t)
	for _, want := range []struct {
		says  string
		entry model.ID
	}{
		{"1 of 6: P. Moss is not known. Ctrl+Shift+Y: the name is right", ""},
		{"2 of 6: “It was agreed”, but no decision. Ctrl+Shift+Y: make it a decision", "e1"},
		{"3 of 6: “next week” will not be clear later", "e2"},
		{"4 of 6: QWP is not explained", "e2"},
		{"5 of 6: No outcome: Roads", ""},
		{"6 of 6: Ida Quill is cited but not present", "e3"},
		{"1 of 6: P. Moss is not known. Ctrl+Shift+Y: the name is right", ""},
	} {
		hit(t, ui, nextKey)
		if ui.said != want.says || ui.meeting.work.selected != want.entry {
			t.Errorf("said %q at %q, not %q at %q", ui.said, ui.meeting.work.selected, want.says, want.entry)
		}
		if ui.window.Canvas().Focused() != ui.meeting.panel.composer {
			t.Error("the keyboard left the composer")
		}
	}
}

func TestOneKeyPutsRightAndTheNextFollows(t *testing.T) {
	ui, w := openTroubled(t)
	hit(t, ui, fixKey)
	if !strings.Contains(ui.said, "Ctrl+J first") {
		t.Errorf("before anything was gone to, the window says %q", ui.said)
	}
	hit(t, ui, nextKey, nextKey, fixKey)
	w.settle()
	if e, _, _ := w.book.meetings["m"].Entry("e1"); e.Kind != model.Decision || e.Text != "It was agreed that tolls stay." {
		t.Errorf("the entry is kept as %+v", e)
	}
	if ui.said != "It is a decision now; Ctrl+Z takes it back" {
		t.Errorf("the window says %q", ui.said)
	}
	hit(t, ui, nextKey)
	if !strings.HasPrefix(ui.said, "2 of 5: “next week”") {
		t.Errorf("after a fix Ctrl+J says %q", ui.said)
	}
	rev := ui.meeting.work.meeting().Rev
	hit(t, ui, fixKey)
	if ui.meeting.work.meeting().Rev != rev || !strings.Contains(ui.said, "your own words") {
		t.Errorf("without a certain fix the meeting went to revision %d, and the window says %q", ui.meeting.work.meeting().Rev, ui.said)
	}
	hit(t, ui, ctrl(fyne.KeyZ))
	if e, _, _ := ui.meeting.work.meeting().Entry("e1"); e.Kind != model.Paragraph {
		t.Errorf("undone, the entry is a %s", e.Kind)
	}
}

func TestFollowUpListJumpsAndFixes(t *testing.T) {
	ui, w := openTroubled(t)
	typeText(t, ui, "half a line")
	hit(t, ui, listKey)
	mustShow(t, screenWords(ui), "Follow-up", "P. Moss is not known", "the name is right", "No outcome: Roads")
	picture(t, ui, "followup")
	hit(t, ui, downKey)
	typeText(t, ui, "f")
	w.settle()
	if e, _, _ := w.book.meetings["m"].Entry("e1"); e.Kind != model.Decision || !ui.dialogOpen() {
		t.Errorf("F made it %s; dialog open: %v", e.Kind, ui.dialogOpen())
	}
	typeText(t, ui, "f") // now at the relative date
	mustShow(t, screenWords(ui), "Enter goes there")
	hit(t, ui, enterKey)
	if ui.dialogOpen() || ui.meeting.work.selected != "e2" || ui.window.Canvas().Focused() != ui.meeting.panel.composer {
		t.Errorf("Enter: dialog open %v, at %q", ui.dialogOpen(), ui.meeting.work.selected)
	}
	if composerText(ui) != "half a line" {
		hit(t, ui, ctrl(fyne.KeyPageDown))
	}
	hit(t, ui, listKey, escKey)
	if ui.dialogOpen() || ui.window.Canvas().Focused() != ui.meeting.panel.composer {
		t.Error("Esc does not lead back to the composer")
	}
	if all := composerText(ui) + ui.meeting.work.parked["i2"] + ui.meeting.work.parked["i1"]; all != "half a line" {
		t.Errorf("the unfinished words are %q", all)
	}
}

func TestPutRightUntilNothingIsLeft(t *testing.T) {
	m := model.Meeting{ID: "m", Rev: 1, Body: "Quay Board", Date: "2026-03-03", State: model.Draft, Restricting: &model.Restriction{Reason: "tender"},
		Items: []model.Item{{ID: "i", Title: "Tolls", Outcome: "agreed"}}}
	w := newWorld(t, newFakeBook().put(m))
	ui := w.open()
	ui.Open("m")
	hit(t, ui, listKey)
	typeText(t, ui, "F")
	mustShow(t, screenWords(ui), "Nothing left to follow up. Esc goes back.")
	typeText(t, ui, "F")
	hit(t, ui, enterKey, escKey, listKey)
	if ui.dialogOpen() || ui.said != "Nothing to follow up" || ui.meeting.work.meeting().Restricting != nil {
		t.Errorf("with nothing left the window says %q", ui.said)
	}
	hit(t, ui, nextKey)
	if ui.said != "Nothing to follow up" {
		t.Errorf("Ctrl+J says %q", ui.said)
	}
}

func TestAgendaListsTheFirstToFollowUp(t *testing.T) {
	ui, _ := openTroubled(t)
	minute(t, ui, "The ABC came.", "The DEF came.")
	words := screenWords(ui)
	mustShow(t, words, "Follow-up · 8", "P. Moss is not known", "Follow-up list", "Ctrl+Shift+K")
	mustNotShow(t, words, "ABC is not explained")
}

func TestEveryProblemHasWords(t *testing.T) {
	for _, k := range model.ProblemKinds {
		p := model.Problem{Kind: k, Words: "Words"}
		if words := problemWords(p); words == string(k) || words == "" {
			t.Errorf("%s is told as %q", k, words)
		}
		if fixWords(p) != "" {
			t.Errorf("%s has no fix but is told one", k)
		}
	}
}
