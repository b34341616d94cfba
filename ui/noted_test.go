package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"minutebook/model"
)

// Noting an earlier action as done marks it complete; taking that back makes
// it what it was.
func TestDoneAndItsUndoReachTheRegister(t *testing.T) {
	june := juneMeeting()
	later := model.Meeting{ID: "sept", Rev: 1, BodyID: june.BodyID, Body: june.Body, Style: "note", Date: "2026-09-17", State: model.Planned,
		Items: []model.Item{{ID: "i", Title: "Matters arising"}}}
	w := newWorld(t, newFakeBook().put(harbourBoard(), june, later, model.Event{Meeting: "june", Action: "a2", State: model.InProgress, On: "2026-07-01"}))
	ui := w.open()
	if !ui.Open("sept") {
		t.Fatal("the meeting does not open")
	}
	state := func(number int) model.ActionState {
		w.settle()
		actions, err := w.book.Actions()
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range actions {
			if a.Meeting == "june" && a.Number == number {
				return a.State
			}
		}
		t.Fatalf("there is no action %d", number)
		return ""
	}
	minute(t, ui, "/done 2, report received")
	if got := state(2); got != model.Noted {
		t.Errorf("noted as done, action 2 is %s", got)
	}
	hit(t, ui, ctrl(fyne.KeyZ))
	if got := state(2); got != model.InProgress {
		t.Errorf("taken back, action 2 is %s", got)
	}
	hit(t, ui, ctrl(fyne.KeyY))
	if got := state(2); got != model.Noted {
		t.Errorf("made again, action 2 is %s", got)
	}
	minute(t, ui, "/done 99")
	if composerText(ui) == "" {
		t.Error("an action that is not there was taken")
	}
}
