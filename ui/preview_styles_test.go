package ui

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"minutebook/model/minutes"
)

func TestPreviewFollowsTheHouseStyles(t *testing.T) {
	ui, w := onPreview(t, false)
	run(ui, "preview-style")
	mustNotShow(t, wordsOn(ui.meeting.preview.bar), "Quay board")
	hit(t, ui, escKey)
	called := func(occasion string) {
		t.Helper()
		w.book.put(quayStyle(t, func(s *minutes.Style) { s.Occasion = occasion }))
		if err := ui.readStyles(); err != nil {
			t.Fatal(err)
		}
		ui.screen.refresh()
		w.pass(time.Second)
	}
	called("Quay notes") // copied or taken in since the meeting was opened
	run(ui, "preview-style")
	mustShow(t, wordsOn(ui.meeting.preview.bar), "Quay board")
	hit(t, ui, bare(fyne.KeyEnd))
	w.pass(time.Second)
	mustShow(t, onPaper(ui), "Quay notes")
	called("Quay minutes") // changed while it is shown
	mustShow(t, onPaper(ui), "Quay minutes")
	mustNotShow(t, onPaper(ui), "Quay notes")
}
