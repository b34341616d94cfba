package ui

import (
	"time"

	"fyne.io/fyne/v2"
)

// A menu that closes, or a click beside everything, leaves the keyboard with
// no one. Nothing that is typed then may be lost.

// strayAfter is how long nobody may have the keyboard before the screen takes
// it back: long enough for a click to give it to another part.
const strayAfter = 50 * time.Millisecond

// keepKeyboard gives the keyboard to the screen where no one has it and
// neither a dialog nor a menu is open.
func (w *Window) keepKeyboard() {
	on := w.window.Canvas()
	if on.Focused() == nil && len(on.Overlays().List()) == 0 && w.screen != nil {
		w.screen.focus()
	}
}

// keepKeyboardSoon does so in a moment.
func (w *Window) keepKeyboardSoon() { w.out.After(strayAfter, w.keepKeyboard) }

// strayKey is a key pressed while no one has the keyboard: a command's, or
// else one for the screen.
func (w *Window) strayKey(e *fyne.KeyEvent) {
	if w.byKey(e.Name) {
		return
	}
	w.keepKeyboard()
	if f := w.window.Canvas().Focused(); f != nil {
		f.TypedKey(e)
	}
}

// strayRune is a letter typed while no one has the keyboard.
func (w *Window) strayRune(r rune) {
	w.keepKeyboard()
	if f := w.window.Canvas().Focused(); f != nil {
		f.TypedRune(r)
	}
}
