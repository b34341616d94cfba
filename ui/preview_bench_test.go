package ui

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"minutebook/model"
	"minutebook/model/minutes"
)

// hugeMeeting has 2,000 paragraphs and 500 actions at 40 items.
func hugeMeeting() model.Meeting {
	m := longMeeting(0)
	m.Items = nil
	for i := range 40 {
		it := model.Item{ID: model.ID(fmt.Sprint("i", i)), Title: fmt.Sprint("Business of berth ", i)}
		for n := range 62 {
			e := model.Entry{ID: model.ID(fmt.Sprint("e", i, "x", n)), Kind: model.Paragraph,
				Text: fmt.Sprintf("The Board noted paper %d.%d on the loss of two pilot launches over the winter. The Chair asked what effect this had on night arrivals.", i, n)}
			if n%5 == 4 {
				e.Kind, e.Number, e.Text = model.Action, i*12+n/5+1, "Coastguard to review the call-out procedure by 14 August."
			}
			it.Entries = append(it.Entries, e)
		}
		m.Items = append(m.Items, it)
	}
	return m
}

// openHuge shows that meeting at its last item in a wide window.
func openHuge(b *testing.B) (*Window, *world) {
	b.Helper()
	w := newWorld(b, newFakeBook().put(hugeMeeting()))
	ui := w.open()
	ui.window.Resize(fyne.NewSize(1920, 1080))
	if !ui.Open("m") {
		b.Fatal("the meeting does not open")
	}
	w.settle()
	return ui, w
}

// BenchmarkPreviewOpen opens the preview of 2,000 paragraphs and 500 actions,
// from the key until it is laid out.
func BenchmarkPreviewOpen(b *testing.B) {
	ui, w := openHuge(b)
	took := turns{b: b}
	for b.Loop() {
		ui.meeting.preview = nil
		took.time(func() { ui.meeting.togglePreview() })
		ui.meeting.leavePreview()
		w.work, w.timers = nil, nil
	}
	took.report()
}

// BenchmarkPreviewKey types a letter with the preview of 2,000 paragraphs and
// 500 actions beside the running order: the key itself; what the window's
// goroutine does for the preview a few times a second meanwhile; and the same
// document made, which it does not do.
func BenchmarkPreviewKey(b *testing.B) {
	begin := func(b *testing.B) (*preview, func()) {
		ui, w := openHuge(b)
		v := ui.meeting.openPreview()
		if !v.besideIt() {
			b.Fatal("the preview is not beside the running order")
		}
		c := ui.meeting.panel.composer
		c.Set(aLine[:400], 400)
		return v, func() {
			c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
			w.work, w.timers = nil, nil
		}
	}
	b.Run("key", func(b *testing.B) {
		v, back := begin(b)
		took := turns{b: b}
		for b.Loop() {
			v.making.waiting = false
			took.time(func() { v.s.panel.composer.TypedRune('x') })
			back()
		}
		took.report()
	})
	b.Run("shown_anew", func(b *testing.B) {
		v, back := begin(b)
		took := turns{b: b}
		for b.Loop() {
			v.s.panel.composer.TypedRune('x')
			var j previewJob
			var of previewOf
			var err error
			ask := func() {
				of = v.state()
				j, err = v.job()
			}
			ask()
			pages, pale, failed := j.pages()
			if err != nil || failed != nil {
				b.Fatal(err, failed)
			}
			took.time(func() { ask(); v.took(of, pages, pale, nil) })
			back()
		}
		took.report()
	})
	b.Run("made_elsewhere", func(b *testing.B) {
		v, _ := begin(b)
		took := turns{b: b}
		for b.Loop() {
			j, err := v.job()
			if err != nil {
				b.Fatal(err)
			}
			took.time(func() { _, _, err = j.pages() })
			if err != nil {
				b.Fatal(err)
			}
		}
		took.report()
	})
}

// BenchmarkPreviewScroll scrolls by one step of the wheel.
func BenchmarkPreviewScroll(b *testing.B) {
	ui, _ := openHuge(b)
	v := ui.meeting.openPreview()
	v.paper.ScrollTo(minutes.ItemAnchor("i3"))
	took := turns{b: b}
	n := 0
	for b.Loop() {
		by := float32(-40)
		if n++; n%600 >= 300 {
			by = 40
		}
		took.time(func() { v.paper.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, by)}) })
	}
	took.report()
}
