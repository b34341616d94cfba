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

// What was done to the minutes last is taken back first, whatever words wait in
// the composer, and made again the same way; then it is the words' turn.
func TestUndoBeginsWithWhatWasDoneLast(t *testing.T) {
	ui, _ := openQuay(t)
	minute(t, ui, "First", "Second")
	typeText(t, ui, "half")
	count := func(n int, words string) {
		t.Helper()
		if got := len(ui.meeting.work.entries()); got != n || composerText(ui) != words {
			t.Errorf("%d entries and %q, not %d and %q", got, composerText(ui), n, words)
		}
	}
	hit(t, ui, ctrl(fyne.KeyUp), ctrlShift(fyne.KeyDelete), ctrl(fyne.KeyUp), ctrlShift(fyne.KeyDelete))
	count(0, "half")
	hit(t, ui, ctrl(fyne.KeyZ))
	count(1, "half")
	hit(t, ui, ctrl(fyne.KeyY))
	count(0, "half")
	hit(t, ui, ctrl(fyne.KeyZ), ctrl(fyne.KeyZ))
	count(2, "half")
	hit(t, ui, ctrl(fyne.KeyZ))
	count(2, "")
	hit(t, ui, ctrl(fyne.KeyUp), ctrlShift(fyne.KeyDelete))
	typeText(t, ui, "new")
	hit(t, ui, ctrl(fyne.KeyZ))
	count(1, "")
}
