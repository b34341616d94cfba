package ui

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// longOldMinutes are about 200 pages: so many lines, every tenth of them
// doubtful.
func longOldMinutes(lines int) string {
	var b strings.Builder
	b.WriteString("Wexmere Lock Trust\n\nMinutes of the meeting held on 14 March 2017\n\n")
	for i := range lines {
		switch {
		case i%50 == 0:
			fmt.Fprintf(&b, "\n%d. Report of the Navigation Manager\n\n", i/50+1)
		case i%10 == 5:
			fmt.Fprintf(&b, "\nThe gate of lock %d\n\n", i)
		case i%25 == 7:
			fmt.Fprintf(&b, "Action: Bertram Quill to ask firm %d for a price by 30 April 2017.\n", i)
		default:
			fmt.Fprintf(&b, "The Trust noted paper %d on the loss of two keepers over the winter. The Chair asked what effect this had on the hours at weekends.\n", i)
		}
	}
	return b.String()
}

// BenchmarkImport is what a clerk waits for at a file of 200 pages: a key that
// goes to another line, one that accepts, and one that says what a line is.
func BenchmarkImport(b *testing.B) {
	open := func(b *testing.B) (*Window, *world, *importScreen) {
		ui, w := bringing(b, lockBook(), "long.txt", longOldMinutes(5000))
		return ui, w, ui.importing
	}
	b.Run("key_down_at_5000_lines", func(b *testing.B) {
		_, _, s := open(b)
		took := turns{b: b}
		for b.Loop() {
			if s.lines.Selected() == s.lines.Length()-1 {
				s.lines.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
			}
			took.time(func() { s.lines.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown}) })
		}
		took.report()
	})
	b.Run("page_down_at_5000_lines", func(b *testing.B) {
		_, _, s := open(b)
		took := turns{b: b}
		for b.Loop() {
			if s.lines.Selected() == s.lines.Length()-1 {
				s.lines.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
			}
			took.time(func() { s.lines.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown}) })
		}
		took.report()
	})
	b.Run("kind_at_5000_lines", func(b *testing.B) {
		_, _, s := open(b)
		took := turns{b: b}
		s.at.open.working = true // what is worked out beside the window is measured below
		for n := 0; b.Loop(); n++ {
			took.time(func() { s.lines.TypedRune([]rune("bd")[n%2]) })
			s.at.open.todo = nil
		}
		took.report()
	})
	b.Run("accept_at_5000_lines", func(b *testing.B) {
		_, _, s := open(b)
		took := turns{b: b}
		s.at.open.working = true
		for b.Loop() {
			if s.at.open.left() < 2 {
				s.at.open.said = answers{is: s.at.open.said.is}
				clear(s.at.open.said.is)
			}
			took.time(func() { s.lines.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) })
			s.at.open.todo, s.at.open.before = nil, nil
		}
		took.report()
	})
	b.Run("read_again_5000_lines", func(b *testing.B) {
		_, w, s := open(b)
		took := turns{b: b}
		for n := 0; b.Loop(); n++ {
			took.time(func() {
				s.lines.TypedRune([]rune("bd")[n%2])
				w.settle()
			})
		}
		took.report()
	})
}
