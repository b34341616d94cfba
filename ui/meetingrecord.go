package ui

import (
	"strings"
	"unicode"

	"minutebook/model"
	"minutebook/model/register"
	"minutebook/ui/widget"
)

// chosenAction is the action that is chosen in the running order, if one is
// and its meeting is kept.
func (s *meetingScreen) chosenAction() (register.Action, bool) {
	e, _, ok := s.work.meeting().Entry(s.work.selected)
	if !ok || e.Kind != model.Action || s.work.editing != "" {
		return register.Action{}, false
	}
	for _, a := range register.Fold(s.work.meeting(), s.ledger) {
		if a.ID == e.ID {
			return a, true
		}
	}
	return register.Action{}, false
}

// recordChosen records something of the chosen action: the same event that the
// register records. The minutes are left alone.
func (s *meetingScreen) recordChosen(d deed) {
	a, ok := s.chosenAction()
	if !ok {
		s.w.say(tr("Choose an action first"))
		return
	}
	if s.saved < s.work.meeting().Rev && !s.flush() {
		return // it must be in the book before anything becomes of it
	}
	s.w.recordIn(d, a, func(made record) {
		s.refresh()
		s.w.say(made.words)
	})
}

// recordIn asks in a dialog what is to be recorded of an action.
func (w *Window) recordIn(d deed, a register.Action, then func(record)) {
	p := newRecordPanel(w)
	f := newForm(caption(a.Text), p.parts)
	f.wide = true
	f.follow(p.link, p.by)
	p.laid = func() {
		switch {
		case p.visible() && !f.open():
			f.show(w, trf("Action %s", printedNumber(a)), widget.Choice{Words: tr("Record"), Do: func() bool { p.enter(); return false }, Default: true},
				widget.Choice{Words: d.leaving(), Cancel: true})
		case p.visible():
			f.laid()
		case f.open():
			f.modal.Close()
		}
	}
	p.recorded = func(made record) {
		f.modal.OnClosed = func() { then(made) }
		f.modal.Close()
	}
	p.ask(d, []register.Action{a})
}

// recordLetter completes the chosen action where the minutes are frozen, so
// that a letter typed over it is no word of them. It says whether it did.
func (s *meetingScreen) recordLetter(r rune) bool {
	if unicode.ToLower(r) != 'c' || !s.work.meeting().State.Frozen() || s.panel.composer.Text() != "" {
		return false
	}
	if _, ok := s.chosenAction(); !ok {
		return false
	}
	s.recordChosen(toComplete)
	return true
}

// ofAction says whether a command of an entry's menu is for actions alone.
func ofAction(id string) bool { return id == "owner-due" || strings.HasPrefix(id, "action-") }
