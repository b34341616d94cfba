package ui

import "minutebook/model"

// cancelMeeting records that a meeting does not take place. One that has begun
// did, and is closed.
func (w *Window) cancelMeeting() {
	s := w.meeting
	state := s.work.kept().State
	if state == model.Cancelled {
		w.say(tr("The meeting is cancelled already; Start the meeting now begins it all the same"))
		return
	}
	if state != model.Planned {
		w.say(tr("Only a meeting that has not begun can be cancelled. Close the meeting now ends this one"))
		return
	}
	if s.change(s.work.session.Do(model.SetState{State: model.Cancelled})) {
		w.say(tr("The meeting is cancelled. It stays in the book, and the next is made from the one before it; Ctrl+Z takes it back"))
	}
}
