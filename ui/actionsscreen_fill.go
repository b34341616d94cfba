package ui

import (
	"slices"

	"minutebook/model"
	"minutebook/model/register"
)

// fill shows the actions that are wanted and keeps the one chosen. Where that
// is no longer among them, the one that took its place is.
func (s *actionsScreen) fill() {
	s.asked++
	f, order := s.wanted(), s.order()
	found, err := s.w.book.Register(f)
	order.sort(found)
	s.filled(found, err)
}

// fillSoon does the same off the window's goroutine, since a large book is long
// in answering; the rows stay until then. Whatever asks for the action chosen
// has the list filled at once: see catchUp.
func (s *actionsScreen) fillSoon() {
	s.asked++
	asked, f, order := s.asked, s.wanted(), s.order()
	var found []register.Action
	s.w.out.Later(func() (err error) {
		found, err = s.w.book.Register(f)
		order.sort(found)
		return err
	}, func(err error) {
		if asked == s.asked && asked != s.answered {
			s.filled(found, err)
		}
	})
}

// catchUp fills the list at once where it was asked for and does not show yet,
// so that nothing is done to an action that the filter has ruled out.
func (s *actionsScreen) catchUp() {
	if s.answered != s.asked {
		s.fill()
	}
}

// filled shows what was found.
func (s *actionsScreen) filled(found []register.Action, err error) {
	s.answered = s.asked
	if err != nil {
		s.w.failed("read the actions", err)
	}
	at := max(s.rows.Selected(), 0)
	was, had := s.chosen()
	s.arrange(found)
	s.rows.Refresh()
	if i := slices.IndexFunc(s.lines, func(l actionLine) bool {
		return had && l.heading == "" && s.shown[l.n].ID == was.ID && s.shown[l.n].Meeting == was.Meeting
	}); i >= 0 {
		at = i
	}
	s.goToRow(at)
	s.told()
}

// actionOrder is how the list is sorted.
type actionOrder struct {
	by   model.ActionSort
	down bool
}

func (s *actionsScreen) order() actionOrder { return actionOrder{s.sort, s.down} }

// sort puts actions that come with the newest meeting first into that order.
func (o actionOrder) sort(found []register.Action) {
	if o.by != model.SortMeeting || !o.down {
		register.Sort(found, o.by, o.down)
	}
}

// goToRow selects a row, or the next that is an action.
func (s *actionsScreen) goToRow(at int) {
	last := len(s.lines) - 1
	at = min(at, last)
	for at >= 0 && at < last && s.lines[at].heading != "" {
		at++
	}
	s.rows.Select(at)
}
