package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"minutebook/model"
)

func TestAMeetingThatDoesNotTakePlace(t *testing.T) {
	ui, world := openQuay(t)
	typeText(t, ui, "half a line")
	ui.do(ui.command("cancel-meeting"))
	world.settle()
	saysNow(t, ui, "CANCELLED", "The meeting is cancelled.")
	if m := world.book.meetings["m"]; m.State != model.Cancelled || composerText(ui) != "half a line" {
		t.Errorf("it is %s, and the composer has %q", m.State, composerText(ui))
	}
	ui.do(ui.command("cancel-meeting"))
	saysNow(t, ui, "cancelled already")
	hit(t, ui, ctrl(fyne.KeyZ))
	world.settle()
	if m := world.book.meetings["m"]; m.State != model.Planned || composerText(ui) != "half a line" {
		t.Errorf("taken back it is %s, and the composer has %q", m.State, composerText(ui))
	}
	ui.do(ui.command("cancel-meeting"))
	ui.do(ui.command("start")) // it takes place all the same
	ui.do(ui.command("cancel-meeting"))
	saysNow(t, ui, "Only a meeting that has not begun can be cancelled")
	if m := ui.meeting.work.meeting(); m.State != model.Live {
		t.Errorf("live it is %s", m.State)
	}
}
