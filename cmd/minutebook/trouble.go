package main

import (
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"minutebook/ui/theme"
	"minutebook/ui/widget"
)

// showTrouble fills the window with what is in the way of opening the book,
// and lets the clerk try again. Where the book is open and only the meeting
// asked for was not found, trying again shows the book.
func (s *shown) showTrouble(err error) {
	again, title := "Try again", "The minute book cannot be opened"
	if s.m.book != nil {
		again, title = "Show the minute book", "There is no such meeting"
	}
	words := widget.NewPara(widget.Block{Text: underHome(sentence(err), home()), Style: widget.Message})
	modal := widget.NewModal(title, words,
		widget.Choice{Words: again, Default: true, Do: s.tryAgain},
		widget.Choice{Words: "Quit", Cancel: true, Do: func() bool { s.app.Quit(); return true }})
	s.window.SetContent(container.NewStack(widget.NewGround(theme.Desk, nil, 0)))
	modal.Open(s.window.Canvas())
}

// tryAgain opens the book once more. It says that the modal may close: what
// is shown then is the book, or a new modal with what is still in the way.
func (s *shown) tryAgain() bool {
	if s.m.book == nil {
		if err := s.m.openBook(); err != nil {
			fyne.Do(func() { s.showTrouble(err) })
			return true
		}
	}
	fyne.Do(s.showBook)
	return true
}

// underHome is words in which the clerk's own folder is ~.
func underHome(words, home string) string {
	if home == "" {
		return words
	}
	return strings.ReplaceAll(words, home+string(filepath.Separator), "~"+string(filepath.Separator))
}

// sentence makes an error a sentence: a capital at the start, a full stop at
// the end.
func sentence(err error) string {
	words := strings.TrimSpace(err.Error())
	first, n := utf8.DecodeRuneInString(words)
	return string(unicode.ToUpper(first)) + strings.TrimRight(words[n:], ".") + "."
}
