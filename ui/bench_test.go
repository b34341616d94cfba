package ui

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	fynewidget "fyne.io/fyne/v2/widget"

	"minutebook/model"
)

// longMeeting has n entries at its only item, every fifth of them an action.
func longMeeting(n int) model.Meeting {
	it := model.Item{ID: "i", Title: "Pilotage and moorings"}
	for i := range n {
		e := model.Entry{ID: model.ID(fmt.Sprint("e", i)), Kind: model.Paragraph, Text: "The Board noted the paper on the loss of two pilot launches over the winter. The Chair asked what effect this had on night arrivals."}
		if i%5 == 4 {
			e.Kind, e.Number, e.Text = model.Action, i/5+1, "Coastguard to review the call-out procedure by 14 August."
		}
		it.Entries = append(it.Entries, e)
	}
	return model.Meeting{ID: "m", Body: "Harbour Oversight Board", Style: "publication", Date: "2026-06-18", State: model.Live, Rev: 1,
		Attendees: []model.Attendee{{ID: "a", Name: "Ann Zelenka", Post: "Chair", Group: "Harbour Authority", Mark: model.Present}},
		Items:     []model.Item{it, {ID: "j", Title: "Any other business"}}}
}

// openLong shows the window with that meeting at its first item.
func openLong(b *testing.B, n int) (*Window, *world) {
	b.Helper()
	w := newWorld(b, newFakeBook().put(longMeeting(n)))
	ui := w.open()
	if !ui.Open("m") {
		b.Fatal("the meeting does not open")
	}
	ui.meeting.goTo("i")
	w.settle()
	return ui, w
}

// BenchmarkKey is a letter and its Backspace at the end of 2,000 characters in
// the composer, with 60 entries above it: read, drawn and laid out, beside the
// same in a bare entry of the toolkit.
func BenchmarkKey(b *testing.B) {
	words := strings.Repeat("The Board noted it. ", 100)
	b.Run("composer", func(b *testing.B) {
		ui, _ := openLong(b, 60)
		c := ui.meeting.panel.composer
		c.Set(words, len(words))
		for b.Loop() {
			c.TypedRune('x')
			c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
		}
	})
	b.Run("against=bare_entry", func(b *testing.B) {
		test.NewTempApp(b)
		e := fynewidget.NewMultiLineEntry()
		e.Wrapping = fyne.TextWrapWord
		window := test.NewTempWindow(b, e)
		window.Resize(fyne.NewSize(640, 400))
		e.SetText(words)
		e.CursorColumn = 1 << 20
		for b.Loop() {
			e.TypedRune('x')
			e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
		}
	})
}

// BenchmarkEnter is an action entered and taken back at an item of 60 entries,
// without the disk.
func BenchmarkEnter(b *testing.B) {
	ui, w := openLong(b, 60)
	s := ui.meeting
	for b.Loop() {
		s.panel.composer.Set("a: Ann Zelenka to write to the Coastguard by 14 August", 54)
		if !s.enter() {
			b.Fatal("not entered")
		}
		s.undo()
		w.work = nil
	}
}

// BenchmarkItemSwitch is going to an item of 60 entries and back.
func BenchmarkItemSwitch(b *testing.B) {
	ui, w := openLong(b, 60)
	for b.Loop() {
		ui.meeting.goTo("j")
		ui.meeting.goTo("i")
		w.work = nil
	}
}

// BenchmarkOpen is opening a meeting of 1,000 entries.
func BenchmarkOpen(b *testing.B) {
	ui, w := openLong(b, 1000)
	for b.Loop() {
		if _, err := openMeeting(ui, "m"); err != nil {
			b.Fatal(err)
		}
		w.work = nil
	}
}
