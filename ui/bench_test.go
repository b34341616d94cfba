package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

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

// turns are how long each turn of a benchmark took of what it measures.
type turns struct {
	b    *testing.B
	took []time.Duration
}

// time does something and remembers how long it took.
func (t *turns) time(f func()) {
	begun := t.b.Elapsed()
	f()
	t.took = append(t.took, t.b.Elapsed()-begun)
}

// report gives the time under which nineteen turns of twenty stayed.
func (t *turns) report() {
	slices.Sort(t.took)
	t.b.ReportMetric(float64(t.took[(len(t.took)*95+99)/100-1])/float64(time.Millisecond), "p95-ms")
	t.b.ReportMetric(0, "ns/op") // a turn is more than what is measured
}

// aLine is 2,000 characters for the composer.
var aLine = strings.Repeat("The Board noted it. ", 100)

// BenchmarkLive is what a clerk waits for while minuting, each beside a letter
// typed behind 2,000 characters in a bare entry of the toolkit.
func BenchmarkLive(b *testing.B) {
	b.Run("key_to_model", func(b *testing.B) { benchKey(b, true) })
	b.Run("key_to_widget", func(b *testing.B) { benchKey(b, false) })
	b.Run("commit_at_60_entries", func(b *testing.B) { benchEnter(b, 60) })
	b.Run("item_switch_of_60_entries", benchItemSwitch)
	b.Run("open_1000_entries", benchOpen)
	b.Run("key_with_1000_meetings_learnt", func(b *testing.B) { benchLearnt(b, false) })
	b.Run("completion_with_1000_meetings_learnt", func(b *testing.B) { benchLearnt(b, true) })
	b.Run("against=key_in_a_bare_entry", benchBareEntry)
}

// benchKey types a letter at the end of 2,000 characters in the composer, with
// 60 entries above it, until it is read or until everything is laid out.
func benchKey(b *testing.B, toModel bool) {
	ui, _ := openLong(b, 60)
	c := ui.meeting.panel.composer
	show := c.OnChanged
	read := show
	if toModel {
		read = func(text string, _ int) {
			if _, err := ui.meeting.work.read(text); err != nil {
				b.Fatal(err)
			}
		}
	}
	c.Set(aLine, len(aLine))
	took := turns{b: b}
	for b.Loop() {
		c.OnChanged = read
		took.time(func() { c.TypedRune('x') })
		c.OnChanged = show
		c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	}
	took.report()
}

func benchBareEntry(b *testing.B) {
	test.NewTempApp(b)
	e := fynewidget.NewMultiLineEntry()
	e.Wrapping = fyne.TextWrapWord
	window := test.NewTempWindow(b, e)
	window.Resize(fyne.NewSize(640, 400))
	e.SetText(aLine)
	e.CursorRow = 1 << 20 // the end
	e.Refresh()
	took := turns{b: b}
	for b.Loop() {
		took.time(func() { e.TypedRune('x') })
		e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	}
	took.report()
}

// benchEnter enters an action at an item of n entries, without the disk.
func benchEnter(b *testing.B, n int) {
	ui, w := openLong(b, n)
	s := ui.meeting
	took := turns{b: b}
	for b.Loop() {
		s.panel.composer.Set("a: Ann Zelenka to write to the Coastguard by 14 August", 54)
		took.time(func() {
			if !s.enter() {
				b.Fatal("not entered")
			}
		})
		s.undo()
		w.work = nil
	}
	took.report()
}

// benchItemSwitch goes to an item of 60 entries from one of 60 others.
func benchItemSwitch(b *testing.B) {
	m := longMeeting(60)
	for n, e := range m.Items[0].Entries {
		e.ID, e.Number, e.Text = "j"+e.ID, e.Number+12, fmt.Sprint("After paper ", n, " ", e.Text)
		m.Items[1].Entries = append(m.Items[1].Entries, e)
	}
	w := newWorld(b, newFakeBook().put(m))
	ui := w.open()
	if !ui.Open("m") {
		b.Fatal("the meeting does not open")
	}
	took := turns{b: b}
	for b.Loop() {
		ui.meeting.goTo("j")
		took.time(func() { ui.meeting.goTo("i") })
		w.work = nil
	}
	took.report()
}

// benchOpen opens a meeting of 1,000 entries at the item that has them, in a
// window that shows another.
func benchOpen(b *testing.B) {
	m := longMeeting(1000)
	m.Items = m.Items[:1]
	w := newWorld(b, newFakeBook().put(m))
	ui := w.open()
	took := turns{b: b}
	for b.Loop() {
		took.time(func() {
			if !ui.Open("m") {
				b.Fatal("the meeting does not open")
			}
		})
		ui.closeMeeting()
		ui.closeMeeting()
		w.work = nil
	}
	took.report()
}
