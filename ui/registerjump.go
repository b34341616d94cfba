package ui

import "minutebook/model"

// returning is the way back from a meeting to the screen that it was opened
// from: the register, or what was found.
type returning struct {
	to screen
	// at is where in the meeting the clerk was put, whose words the composer
	// then held.
	at    place
	words string
}

// jumpFrom opens a meeting at an entry, with a way back to the screen. Where
// the item is not known it is the one that the entry stands in.
func (w *Window) jumpFrom(s screen, meeting, item, entry model.ID) {
	if entry != "" && item == "" {
		if m, err := w.book.Meeting(meeting); err == nil {
			_, it, _ := m.Entry(entry)
			item = it.ID
		}
	}
	w.openAt(meeting, item, entry)
	if w.meeting == nil || !onMeeting(w) || w.meeting.work.meeting().ID != meeting {
		return // it could not be opened; the clerk has been told
	}
	w.meeting.register = &returning{to: s, at: w.meeting.here(), words: w.meeting.panel.composer.Text()}
	if _, ok := s.(*actionsScreen); ok {
		w.say(tr("Esc goes back to the register"))
		return
	}
	w.say(tr("Esc goes back to where you came from"))
}

// untouched says whether the clerk is where that screen put them and has
// written nothing since.
func (s *meetingScreen) untouched() bool {
	r := s.register
	return r != nil && s.here() == r.at && s.work.editing == "" && s.work.kind == "" && s.panel.composer.Text() == r.words
}

// toRegister goes back to the screen that the meeting was opened from.
func (s *meetingScreen) toRegister() {
	to := s.register.to
	s.register = nil
	s.w.show(to)
}
