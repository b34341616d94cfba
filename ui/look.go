package ui

import (
	"fyne.io/fyne/v2"

	"minutebook/assets"
	"minutebook/ui/theme"
)

// Look is how the window looks, as it is remembered between one start and the
// next.
type Look struct {
	// Ground is "light", "dark", or "" for what the desktop says.
	Ground string
	// Contrast asks for black on white or white on black.
	Contrast bool
	// Text is the size of words: 1 is normal, 0 means 1.
	Text float32
	// Scale is the size of everything, words and the room around them: 1 is
	// normal, 0 means 1.
	Scale float32
	// HidePanes leaves the side panes of the meeting screen out.
	HidePanes bool
	// Language is that of the screens: "en", "cy", "fr", or "" for the desktop's.
	Language string
}

// Theme is the look as Fyne wants it.
func (l Look) Theme() *theme.Theme {
	grounds := map[string]theme.Variant{"light": theme.Light, "dark": theme.Dark}
	return theme.New(theme.Options{Variant: grounds[l.Ground], HighContrast: l.Contrast, Text: l.Text, Scale: l.Scale,
		Regular: assets.FontRegular, Bold: assets.FontBold, Italic: assets.FontItalic})
}

func (w *Window) applyLook() {
	fyne.CurrentApp().Settings().SetTheme(w.look.Theme())
}

func (w *Window) setLook(ground string, contrast bool) {
	w.look.Ground, w.look.Contrast = ground, contrast
	w.applyLook()
	w.out.KeepLook(w.look)
	w.screen.refresh()
}

// textBy makes words larger or smaller by a tenth at a time; 0 makes them
// normal again.
func (w *Window) textBy(step float32) {
	now := w.look.Theme().Options().Text
	if step == 0 {
		now = 1
	}
	w.resize(now+step, w.look.Scale)
}

// resize gives words and the whole interface another size.
func (w *Window) resize(text, scale float32) {
	w.look.Text, w.look.Scale = text, scale
	used := w.look.Theme().Options()
	w.look.Text, w.look.Scale = used.Text, used.Scale
	w.applyLook()
	w.window.SetMainMenu(w.mainMenu()) // only then is the room under the menu laid out anew
	w.out.KeepLook(w.look)
	w.screen.refresh()
}
