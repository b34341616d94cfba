package ui

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
)

func TestWhatIsTypedWithTheKeyboardNowhereReachesTheComposer(t *testing.T) {
	ui, w := openQuay(t)
	on := ui.window.Canvas()
	w.settle()
	on.Unfocus() // as a menu leaves it
	on.OnTypedRune()('T')
	typeText(t, ui, "he end")
	if composerText(ui) != "The end" {
		t.Errorf("the composer holds %q", composerText(ui))
	}
	on.Unfocus()
	on.OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if n := len(ui.meeting.work.entries()); n != 1 {
		t.Errorf("Enter added %d entries", n)
	}
	on.Unfocus()
	on.OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyF1})
	if !ui.dialogOpen() {
		t.Error("F1 does nothing")
	}
}

func TestAClickBesideEverythingGivesTheKeyboardBack(t *testing.T) {
	ui, w := openQuay(t)
	on := ui.window.Canvas()
	on.Unfocus()
	w.pass(100 * time.Millisecond)
	if on.Focused() != ui.meeting.panel.composer {
		t.Errorf("the keyboard is with %T", on.Focused())
	}
	hit(t, ui, ctrl(fyne.KeyK))
	w.pass(100 * time.Millisecond)
	if on.Focused() == ui.meeting.panel.composer || on.Focused() == nil {
		t.Error("the composer took the keyboard from a dialog")
	}
}

func TestACommandFromAMenuLeavesTheKeyboardInTheComposer(t *testing.T) {
	ui, _ := openQuay(t)
	on := ui.window.Canvas()
	on.Unfocus()
	ui.do(ui.command("keys"))
	hit(t, ui, escKey)
	if on.Focused() != ui.meeting.panel.composer {
		t.Errorf("after a dialog from the menu the keyboard is with %T", on.Focused())
	}
}

func TestEnterAddsAfterADialogThatCtrlShiftOpened(t *testing.T) {
	ui, _ := openQuay(t)
	c := ui.meeting.panel.composer
	c.KeyDown(&fyne.KeyEvent{Name: "LeftShift"})
	hit(t, ui, ctrlShift(fyne.KeyE), escKey) // Shift is let go in the dialog
	typeText(t, ui, "agreed")
	hit(t, ui, enterKey)
	if n := len(ui.meeting.work.entries()); n != 1 || composerText(ui) != "" {
		t.Errorf("%d entries; the composer holds %q", n, composerText(ui))
	}
}
