package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// TestEveryKindCanBePressed holds that no button is left out where the window
// is small or the text large.
func TestEveryKindCanBePressed(t *testing.T) {
	for _, size := range []struct{ width, height, text float32 }{{1366, 768, 1}, {1024, 680, 1}, {1366, 768, 1.3}, {1920, 1050, 1.8}, {800, 600, 1.2}} {
		ui, _ := openQuay(t)
		ui.window.Resize(fyne.NewSize(size.width, size.height))
		ui.resize(size.text, 1)
		panel := ui.meeting.panel
		panel.relay()
		if ui.cramped {
			continue // they are in the menu
		}
		for _, k := range panel.kinds {
			at, of := k.button.Position(), k.button.Size()
			if at.X < 0 || at.Y < 0 || at.X+of.Width > panel.composer.Size().Width+1 {
				t.Errorf("%+v: the button for %s lies at %v, %v", size, k.kind, at, of)
			}
			if at.Y+of.Height > panel.composer.Position().Y+1 {
				t.Errorf("%+v: the button for %s lies over the words", size, k.kind)
			}
		}
	}
}

func TestALongTitleLeavesRoomForTheDate(t *testing.T) {
	ui, _ := openQuay(t)
	ui.window.Resize(fyne.NewSize(1024, 680))
	ui.head.show(heading{title: strings.Repeat("The Joint Committee for the Oversight of Harbours ", 4), about: "Tuesday 3 March 2026", state: "LIVE", status: "Saved 10:41"})
	if got, want := ui.head.about.Size().Width, ui.head.about.MinSize().Width; got < want {
		t.Errorf("the date has %v units of %v", got, want)
	}
}

// Nor is one of the bar for finding and replacing.
func TestFindingFitsANarrowSheet(t *testing.T) {
	for _, size := range []struct{ width, height, text float32 }{{1366, 768, 1}, {1024, 600, 1}, {1366, 768, 1.3}, {800, 600, 1.2}} {
		ui, _ := openQuay(t)
		ui.window.Resize(fyne.NewSize(size.width, size.height))
		ui.resize(size.text, 1)
		hit(t, ui, ctrl(fyne.KeyH))
		typeText(t, ui, "e")
		bar := ui.meeting.find
		if bar.rows.Size().Height < bar.rows.MinSize().Height-1 {
			t.Errorf("%+v: the bar is %v high of %v", size, bar.rows.Size().Height, bar.rows.MinSize().Height)
		}
		for _, o := range bar.rows.Objects {
			if end := o.Position().X + o.Size().Width; end > bar.rows.Size().Width+1 || o.Size().Width < 1 {
				t.Errorf("%+v: a part of the bar ends at %v of %v", size, end, bar.rows.Size().Width)
			}
		}
	}
}
