package widget

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"
)

// prose returns n runes of prose.
func prose(n int) string {
	return string([]rune(strings.Repeat(longLine+" ", n/len(longLine)+1))[:n])
}

// keyCost measures a letter and the Backspace that takes it back.
func keyCost(b *testing.B, f fyne.Focusable) {
	b.Helper()
	letters := []rune("the number of ")
	n := 0
	for b.Loop() {
		f.TypedRune(letters[n%len(letters)])
		press(f, fyne.KeyBackspace)
		n++
	}
}

func BenchmarkKey(b *testing.B) {
	for _, size := range []struct {
		name  string
		runes int
	}{{"200", 200}, {"2000", 2000}} {
		b.Run("composer/"+size.name, func(b *testing.B) {
			c := NewComposer()
			window(b, c, 640, 200)
			c.Set(prose(size.runes), size.runes)
			c.FocusGained()
			keyCost(b, c)
		})
		b.Run("entry/"+size.name, func(b *testing.B) {
			e := fynewidget.NewMultiLineEntry()
			e.Wrapping = fyne.TextWrapWord
			window(b, e, 640, 200)
			e.SetText(prose(size.runes))
			e.FocusGained()
			e.CursorRow = 1 << 20 // the end
			e.Refresh()
			keyCost(b, e)
		})
	}
}

// BenchmarkParagraphs lays out the sixty paragraphs of a long item.
func BenchmarkParagraphs(b *testing.B) {
	window(b, NewLabel("", LabelStyle{}), 760, 600)
	for b.Loop() {
		box := container.New(&Stack{Gap: 4})
		for range 60 {
			box.Add(NewPara(Block{Number: "3.1", Text: "**Noted** " + longLine}))
		}
		box.Resize(box.MinSize().Max(fyne.NewSize(700, 0)))
	}
}

// BenchmarkScroll scrolls ten thousand rows by one row.
func BenchmarkScroll(b *testing.B) {
	r := actionRows(10_000)
	window(b, r, 1300, 600)
	r.Select(0)
	n := 0
	for b.Loop() {
		n++
		if n%5000 == 0 {
			r.scrollTo(0)
		}
		r.scrollBy(39)
	}
}
