package widget

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"minutebook/assets"
	"minutebook/ui/theme"
)

// testTheme is the window's own theme with its own typeface.
func testTheme(o theme.Options) *theme.Theme {
	o.Regular, o.Bold, o.Italic = assets.FontRegular, assets.FontBold, assets.FontItalic
	return theme.New(o)
}

// window shows content of a size under the light theme.
func window(t testing.TB, content fyne.CanvasObject, width, height float32) fyne.Window {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(testTheme(theme.Options{Variant: theme.Light}))
	w := test.NewTempWindow(t, content)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, height))
	return w
}

// press sends one key to f.
func press(f fyne.Focusable, names ...fyne.KeyName) {
	for _, name := range names {
		f.TypedKey(&fyne.KeyEvent{Name: name})
	}
}

// shifted sends keys to f while Shift is held.
func shifted(f fyne.Focusable, names ...fyne.KeyName) {
	k := f.(desktop.Keyable)
	k.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	press(f, names...)
	k.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
}

func typeIn(f fyne.Focusable, text string) {
	for _, r := range text {
		f.TypedRune(r)
	}
}

// longLine is prose with all that wrapping can stumble over.
const longLine = "The Clerk reported that the number of berths in the inner basin had fallen to forty-two; it was noted, " +
	"with  regret, that \"no reply\" had been had from the Coastguard (see minute 12.3) - and that the next survey, " +
	"due in 2027, would cost £14,500. Zoë Ångström asked whether the anti-disestablishmentarianism of the matter was settled."

// shownLines returns the lines that an input shows.
func shownLines(i *input) []string {
	var lines []string
	for _, t := range i.lines.all[:i.lines.used] {
		lines = append(lines, t.Text)
	}
	return lines
}

// splitsNoWord fails where a line ends inside a word that fits into a line.
func splitsNoWord(t *testing.T, i *input) {
	t.Helper()
	text := i.buffer.text
	space := func(n int) bool { return n < 0 || n >= len(text) || isBreakSpace(text[n]) || text[n] == '\n' }
	for _, s := range i.spans {
		if space(s.from-1) || space(s.from) {
			continue
		}
		from, to := s.from, s.from
		for !space(from - 1) {
			from--
		}
		for !space(to) {
			to++
		}
		if i.ruler()(text[from:to]) <= i.area.Width {
			t.Fatalf("at width %v a word is broken: %q", i.area.Width, strings.Join(shownLines(i), "|"))
		}
	}
}
