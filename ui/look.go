package ui

import (
	"slices"

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
	// Figures is how the figures over the actions are shown: "" as charts, or
	// "tables" or "none".
	Figures string
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

// textBy makes words so many steps larger, or smaller; 0 makes them normal
// again.
func (w *Window) textBy(steps int) {
	now, to := w.look.Theme().Options().Text, float32(1)
	switch {
	case steps > 0:
		to = theme.MaxText
		for _, size := range slices.Backward(textSizes) {
			if size > now+0.01 {
				to = size
			}
		}
	case steps < 0:
		to = theme.MinText
		for _, size := range textSizes {
			if size < now-0.01 {
				to = size
			}
		}
	}
	w.resize(to, w.look.Scale)
}

// resize gives words and the whole interface another size.
func (w *Window) resize(text, scale float32) {
	w.look.Text, w.look.Scale = text, scale
	used := w.look.Theme().Options()
	w.look.Text, w.look.Scale = used.Text, used.Scale
	w.applyLook()
	w.window.SetMainMenu(w.mainMenu()) // only then is the room under the menu laid out anew
	w.fit(w.window.Content().Size())
	w.out.KeepLook(w.look)
	w.screen.refresh()
}

// setLanguage has the screens speak another language from now on; "" is the
// desktop's.
func (w *Window) setLanguage(tag string) {
	w.look.Language = tag
	w.out.KeepLook(w.look)
	w.speak()
	if w.meeting != nil {
		w.meeting.buildAgain()
	}
	w.window.SetMainMenu(w.mainMenu())
	w.show(again(w.screen))
}

// speak has the screens speak the language of the look.
func (w *Window) speak() {
	if err := speak(w.look.Language, w.out.Language); err != nil {
		w.out.Log.Error("read the words of a language", "error", err)
	}
}

// again is a screen made afresh, in the language spoken now, and with it those
// that it goes back to.
func again(s screen) screen {
	switch s := s.(type) {
	case *settingsScreen:
		return newSettingsScreen(s.w, again(s.from), s.at)
	case *bookScreen:
		return newBookScreen(s.w)
	case *actionsScreen:
		fresh := newActionsScreen(s.w, s.body)
		fresh.from = again(s.from)
		return fresh
	case *styleScreen:
		return s.afresh()
	case *bodyScreen:
		fresh := newBodyScreen(s.w, s.id)
		fresh.from = again(s.from)
		return fresh
	}
	return s
}

// buildAgain makes the page of the meeting afresh, with the words as they are
// in the composer.
func (s *meetingScreen) buildAgain() {
	words, caret := s.panel.composer.Text(), s.panel.composer.Caret()
	s.leaveRoll()
	if s.roll != nil && s.roll.ask == nil { // what is asked, and its words, wait as they are
		s.roll = nil
	}
	previewed := s.preview != nil && s.preview.shown
	s.leavePreview()
	s.preview = nil
	s.build()
	s.panel.composer.Set(words, caret)
	s.fill()
	if previewed {
		s.openPreview()
	}
}
