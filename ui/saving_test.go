package ui

import (
	"errors"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
)

func TestOneWarningWhereNothingCanBeSaved(t *testing.T) {
	ui, w := openQuay(t)
	minute(t, ui, "/start 10:00")
	w.settle()
	w.book.refuse = errors.New("the disk is full")
	minute(t, ui, "Kept on screen")
	typeText(t, ui, "half")
	w.pass(2 * time.Second)
	shown := wordsOn(ui.window.Content())
	for _, words := range []string{"Not saved", "Save a copy elsewhere", "Ctrl+S tries again"} {
		if !strings.Contains(shown, words) {
			t.Errorf("%q is not on screen", words)
		}
	}
	hit(t, ui, ctrl(fyne.KeyQ))
	if strings.Contains(wordsOn(ui.window.Content()), "everything is kept") || w.quit > 0 {
		t.Error("it claims that everything is kept, or quits")
	}
}

func TestChooserFitsASmallWindow(t *testing.T) {
	ui, _ := openQuay(t)
	ui.window.Resize(fyne.NewSize(1366, 740))
	ui.resize(2, 1)
	if most := ui.roomFor(chooserRows, chooserRest); most >= chooserRows {
		t.Errorf("at 200 %% a list of %v rows is to fit into 740 units", most)
	}
	ui.textBy(0)
	if most := ui.roomFor(chooserRows, chooserRest); most != chooserRows {
		t.Errorf("at 100 %% %v rows are shown", most)
	}
}
