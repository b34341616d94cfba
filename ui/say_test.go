package ui

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
)

func TestWhatIsSaidOutlastsTheSave(t *testing.T) {
	ui, w := openQuay(t)
	minute(t, ui, "First")
	hit(t, ui, upKey, ctrlShift(fyne.KeyDelete))
	w.settle() // the save is told
	w.pass(2 * time.Second)
	if !strings.Contains(wordsOn(ui.window.Content()), "Ctrl+Z brings it back") {
		t.Error("two seconds after a deletion nothing says how to bring it back")
	}
	w.pass(10 * time.Second)
	shown := wordsOn(ui.window.Content())
	if strings.Contains(shown, "brings it back") || !strings.Contains(shown, "Saved 10:41") {
		t.Error("it stands there for ever")
	}
}

func TestWhatIsSaidStaysOnItsScreen(t *testing.T) {
	ui, w := openQuay(t)
	minute(t, ui, "/start 10:00")
	w.settle()
	hit(t, ui, ctrl(fyne.KeyW), ctrl(fyne.KeyW))
	if ui.meeting != nil || strings.Contains(wordsOn(ui.window.Content()), "is live") {
		t.Error("the minute book still says what belonged to the meeting")
	}
}
