package ui

import (
	"testing"

	"minutebook/model"
)

// BenchmarkStyle changes a house style beside minutes of 2,000 paragraphs and
// 500 actions: the editor opened, a letter typed, and what is done once the
// clerk pauses.
func BenchmarkStyle(b *testing.B) {
	book := newFakeBook().put(model.Body{ID: "hob", Name: "Harbour Oversight Board", Style: "Quay board"}, quayStyle(b, nil))
	m := hugeMeeting()
	m.BodyID = "hob"
	w := newWorld(b, book.put(m))
	ui := w.open()
	ui.showBody("hob")
	b.Run("open", func(b *testing.B) {
		took := turns{b: b}
		for b.Loop() {
			took.time(func() { ui.showStyle("Quay board", "hob") })
			ui.backTo(ui.screen.(*styleScreen).from)
		}
		took.report()
	})
	ui.showStyle("Quay board", "hob")
	s := ui.screen.(*styleScreen)
	field := s.fields[1].field
	ui.window.Canvas().Focus(field)
	key, pause := turns{b: b}, turns{b: b}
	n := 0
	typed := func() {
		w.timers = nil
		if n++; n%20 == 0 {
			field.Set("Note of {date}", 4)
			s.typed(s.fields[1], "Note of {date}")
		}
		key.time(func() { field.TypedRune('x') })
		pause.time(func() { w.pass(stylePause) })
	}
	b.Run("key", func(b *testing.B) {
		key = turns{b: b}
		for b.Loop() {
			typed()
		}
		key.report()
	})
	b.Run("pause", func(b *testing.B) {
		pause = turns{b: b}
		for b.Loop() {
			typed()
		}
		pause.report()
	})
}
