package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"minutebook/model/minutes/recognise"
)

// bringInCommands bring in minutes that are in files.
var bringInCommands = []command{
	{"import", "Import old minutes", "File", nil, nil, (*Window).askImport},
	{"returned", "Read back an edited draft", "File", nil, nil, (*Window).askReturned},
}

// importCommands take old minutes in; what the letters of the screen do is all
// here too, or offered by the kinds.
var importCommands = []command{
	{"import-take", "Take the old minutes in", "Minutes", nil, onImport, inImport((*importScreen).takeIn)},
	{"import-leave", "Leave this file out", "Minutes", nil, onImport, inImport((*importScreen).leaveOut)},
	{"import-right", "The line is right; the next to look at", "Minutes", nil, onImport, inImport((*importScreen).accept)},
	{"import-kind", "The line is something else", "Minutes", nil, onImport, inImport((*importScreen).askKind)},
	{"import-like", "All lines like this", "Minutes", nil, onImport, inImport((*importScreen).sayLike)},
	{"import-undo", "Take back what was said of a line", "Minutes", nil, onImport, inImport((*importScreen).undo)},
	{"import-body", "Body of the old minutes", "Minutes", nil, onImport, inImport(func(s *importScreen) { s.askImportBody(nil) })},
	{"import-day", "Day of the old minutes", "Minutes", nil, onImport, inImport(func(s *importScreen) { s.askDay(nil) })},
	{"import-style", "House style of the old minutes", "Minutes", nil, onImport, inImport((*importScreen).askImportStyle)},
	{"import-people", "People of the old minutes", "Minutes", nil, onImport, inImport((*importScreen).toFacts)},
	{"import-files", "Files that are brought in", "Minutes", nil, onImport, inImport(func(s *importScreen) { s.showPane(paneFiles) })},
	{"import-stop", "Look at no further file", "Minutes", nil, onImport, inImport((*importScreen).stop)},
}

func onImport(w *Window) bool {
	_, ok := w.screen.(*importScreen)
	return ok
}

func inImport(f func(*importScreen)) func(*Window) {
	return func(w *Window) { f(w.screen.(*importScreen)) }
}

// importKeys are the keys of the screen, for the key sheet.
var importKeys = sheetGroup{"On the Import screen", []hint{
	{"Enter", "The guess is right; next to look at"},
	{"1, 2, 3", "What else it may be"},
	{"P, B, I, H", "Paragraph, bullet, item, sub-heading"},
	{"A, E, D, M, V", "Action, earlier one, decision, motion, vote"},
	{"K", "All kinds"},
	{"L", "All like this"},
	{"X", "Leave out"},
	{"N", "Next to look at"},
	{"U, Ctrl+Z, Backspace", "Take back"},
	{"Left, Right", "Lines, people, files"},
	{"Ctrl+Enter", "Take it in"},
}}

// listKey is what a key does in the lists.
func (s *importScreen) listKey(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyEscape:
		s.leaveScreen()
	case fyne.KeyBackspace:
		s.undo()
	default:
		return s.paneBy(name)
	}
	return true
}

// steer lets Up, Down and Esc go from the buttons into the list.
func (s *importScreen) steer(name fyne.KeyName) bool {
	switch {
	case name == fyne.KeyEscape:
		s.leaveScreen()
	case upOrDown(name):
		s.focus()
		s.rows().TypedKey(&fyne.KeyEvent{Name: name})
	default:
		return false
	}
	return true
}

// lineLetter does what a letter or a digit stands for in the list of lines.
func (s *importScreen) lineLetter(r rune) bool {
	if n := int(r - '1'); n >= 0 && n < 3 {
		return s.sayInstead(n)
	}
	switch small := []rune(strings.ToLower(string(r)))[0]; small {
	case 'k':
		s.askKind()
	case 'l':
		s.sayLike()
	case 'u':
		s.undo()
	case 'n':
		s.skip()
	default:
		for _, as := range recognise.Whats {
			if whatLetters[as] == small {
				s.say(as)
				return true
			}
		}
		return false
	}
	return true
}

// skip goes to the next line to look at and says nothing of this one.
func (s *importScreen) skip() {
	if n := s.chosen(); n >= 0 {
		s.goOn(n)
	}
}

// leaveScreen goes back to where the clerk was. What was said of the files stays
// as it is until the program ends.
func (s *importScreen) leaveScreen() {
	s.w.backTo(s.from)
	if waits := s.waiting(); waits > 0 {
		s.w.say(trf("%s. File, Import old minutes goes on there", plural(waits, "file waits as you left it", "files wait as you left them")))
	}
}

// entersNext says whether there is something to add, or to take in, and a next
// to go to.
func entersNext(w *Window) bool { return onMeeting(w) || onImport(w) }

// enterNext adds what is written and goes to the next item; where old minutes
// are brought in it takes them in and goes to the next file.
func (w *Window) enterNext() {
	if s, ok := w.screen.(*importScreen); ok {
		s.takeIn()
		return
	}
	w.meeting.enterAndGo(1)
}
