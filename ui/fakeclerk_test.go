package ui

import (
	"errors"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// typeText types words where the keyboard is.
func typeText(t *testing.T, w *Window, words string) {
	t.Helper()
	for _, r := range words {
		f := w.window.Canvas().Focused()
		if f == nil {
			t.Fatalf("nothing has the keyboard to type %q", words)
		}
		f.TypedRune(r)
	}
}

// hit presses a key the way the desktop driver does: the menu hears of a
// shortcut first, then whoever has the keyboard, then the window.
func hit(t *testing.T, w *Window, keys ...key) {
	t.Helper()
	for _, k := range keys {
		on := w.window.Canvas()
		if s := k.shortcut(); s != nil {
			if !byMenu(w, s) {
				byFocus(w, s)
			}
			continue
		}
		switch f := on.Focused(); {
		case k.name == fyne.KeyTab && !acceptsTab(f):
			next(on, k.shift)
		case f != nil:
			withShift(f, k.shift, func() { f.TypedKey(&fyne.KeyEvent{Name: k.name}) })
		case on.OnTypedKey() != nil:
			on.OnTypedKey()(&fyne.KeyEvent{Name: k.name})
		}
	}
}

func acceptsTab(f fyne.Focusable) bool {
	own, ok := f.(fyne.Tabbable)
	return ok && own.AcceptsTab()
}

func next(on fyne.Canvas, back bool) {
	if back {
		on.FocusPrevious()
		return
	}
	on.FocusNext()
}

// byMenu does the command that the menu has for a shortcut.
func byMenu(w *Window, s fyne.Shortcut) bool {
	for _, m := range w.window.MainMenu().Items {
		for _, item := range m.Items {
			if item.Shortcut != nil && item.Shortcut.ShortcutName() == s.ShortcutName() {
				item.Action()
				return true
			}
		}
	}
	return false
}

func byFocus(w *Window, s fyne.Shortcut) {
	if f, ok := w.window.Canvas().Focused().(fyne.Shortcutable); ok {
		f.TypedShortcut(s)
		return
	}
	w.byShortcut(s)
}

func withShift(f fyne.Focusable, shift bool, do func()) {
	held, ok := f.(desktop.Keyable)
	if !ok || !shift {
		do()
		return
	}
	held.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	do()
	held.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
}

// Short names for the keys that tests press most.
var (
	enterKey = bare(fyne.KeyReturn)
	escKey   = bare(fyne.KeyEscape)
	upKey    = bare(fyne.KeyUp)
	downKey  = bare(fyne.KeyDown)
	leftKey  = bare(fyne.KeyLeft)
	rightKey = bare(fyne.KeyRight)
	tabKey   = bare(fyne.KeyTab)
	spaceKey = bare(fyne.KeySpace)
)

// wordsOn are all words that an object and what it holds show.
func wordsOn(o fyne.CanvasObject) string {
	if o == nil || !o.Visible() {
		return ""
	}
	var inside []fyne.CanvasObject
	switch o := o.(type) {
	case *canvas.Text:
		if o.Text == "" {
			return ""
		}
		return o.Text + "\n"
	case *fyne.Container:
		inside = o.Objects
	case fyne.Widget:
		inside = test.WidgetRenderer(o).Objects()
	}
	var b strings.Builder
	for _, part := range inside {
		b.WriteString(wordsOn(part))
	}
	return b.String()
}

// picture writes what the window shows as a PNG into the folder that
// MINUTEBOOK_PICTURES names, for somebody to look at.
func picture(t *testing.T, w *Window, name string) {
	t.Helper()
	folder := os.Getenv("MINUTEBOOK_PICTURES")
	if folder == "" {
		return
	}
	size := w.window.Canvas().Size()
	w.window.Resize(size.AddWidthHeight(1, 0)) // lays everything out anew, as a real window does
	w.window.Resize(size)
	f, err := os.Create(filepath.Join(folder, name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(png.Encode(f, w.window.Canvas().Capture()), f.Close()); err != nil {
		t.Fatal(err)
	}
}
