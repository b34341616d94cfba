package ui

import (
	"strings"

	"minutebook/model"
	"minutebook/model/life"
)

// corrections are the words for the corrections to earlier minutes, as their
// house style has them. It may be asked away from the window.
func (w *Window) corrections() func(model.Meeting) []model.Entry {
	styles := w.styles
	return func(earlier model.Meeting) []model.Entry {
		style := styles.Of(earlier)
		return style.Corrections(earlier)
	}
}

// settleOnceSaid settles what the closed meeting agreed about earlier minutes,
// unless those have corrections that its own minutes do not say: a seal cannot
// be taken off again, so the clerk is asked first.
func (s *meetingScreen) settleOnceSaid() {
	m, words := s.work.meeting(), s.w.corrections()
	var unsaid []life.Unsaid
	s.w.out.Later(func() (err error) {
		unsaid, err = life.UnsaidCorrections(s.w.book, m, words)
		return err
	}, func(err error) {
		if err != nil || len(unsaid) == 0 {
			s.settle(false) // which says what is wrong with the book
			return
		}
		var days []string
		for _, u := range unsaid {
			days = append(days, u.Meeting.Date.Long())
		}
		s.w.warn(trf("The minutes of %s have corrections that these minutes do not say, so they are not approved and sealed yet.", strings.Join(days, ", ")),
			offer{tr("Put them in"), func() { s.w.calm(); s.w.askApprove() }}, offer{tr("Approve and seal all the same"), func() { s.w.calm(); s.settle(true) }})
	})
}

// putUnsaid makes the sentence that approves earlier minutes subject to their
// corrections, and puts those under it that it lacks. It is one step to undo.
func (s *meetingScreen) putUnsaid(u life.Unsaid) {
	m := s.work.meeting()
	all, after := model.Many{model.SetEntry{Entry: u.Sentence}}, u.After
	_, it, _ := m.Entry(u.Sentence.ID)
	for _, e := range u.Corrections {
		e.ID, e.Made = s.w.out.NewID(), model.Stamp(s.w.out.Now())
		all = append(all, model.AddEntry{Item: it.ID, After: after, Entry: e})
		after = e.ID
	}
	if m.State == model.Planned { // what is prepared begins no meeting
		all = append(all, model.SetState{State: model.Planned})
	}
	if !s.change(s.work.session.Do(all)) {
		return
	}
	put := plural(len(u.Corrections), "correction", "corrections")
	if now := s.work.meeting(); life.Closed(now.State) {
		s.closing = now.Rev
		s.w.say(trf("Put in: %s. The earlier minutes are sealed once that is saved", put))
		return
	}
	s.w.say(trf("Put in: %s; Ctrl+Z takes it back", put))
}
