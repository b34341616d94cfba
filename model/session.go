package model

// Session is one open meeting being written, with what was done and undone.
// It has no clock and no disk, and belongs to one goroutine.
type Session struct {
	now        Meeting
	done, back []Change // what takes back the last steps; what makes them again
	watch      []func(Meeting)
	refused    error
}

// NewSession opens m. Each new state is handed to keep, which must not block;
// nil keeps nothing.
func NewSession(m Meeting, keep func(Meeting)) *Session {
	s := &Session{now: m.Clone()}
	if keep != nil {
		s.Watch(keep)
	}
	return s
}

// Meeting is the meeting as it stands. Whoever has it may keep it.
func (s *Session) Meeting() Meeting { return s.now }

// Watch has f told of every new state, in the order of asking.
func (s *Session) Watch(f func(Meeting)) { s.watch = append(s.watch, f) }

// Refuse has every change answered by why from now on; nil lets them be made.
func (s *Session) Refuse(why error) { s.refused = why }

// CanUndo says whether there is something to take back.
func (s *Session) CanUndo() bool { return len(s.done) > 0 }

// CanRedo says whether there is something to make again.
func (s *Session) CanRedo() bool { return len(s.back) > 0 }

// Do makes a change, or gives the error of [Meeting.With] and leaves the
// meeting as it was. A change that sends the minutes or the agenda out of the
// office cannot be taken back: nothing before it can either. In approved minutes nothing can.
func (s *Session) Do(c Change) error {
	if s.refused != nil {
		return s.refused
	}
	next, undo, err := s.now.With(c)
	if err != nil {
		return err
	}
	s.back = nil
	s.done = append(s.done, undo)
	if next.State.Frozen() && next.State != s.now.State || next.State == Approved || len(next.Circulated) > len(s.now.Circulated) {
		s.done = nil
	}
	s.show(next)
	return nil
}

// Undo takes the last change back as a new revision. It says false where
// there is nothing to take back.
func (s *Session) Undo() (bool, error) { return s.step(&s.done, &s.back) }

// Redo makes again what was last undone.
func (s *Session) Redo() (bool, error) { return s.step(&s.back, &s.done) }

func (s *Session) step(from, to *[]Change) (bool, error) {
	if len(*from) == 0 {
		return false, nil
	}
	if s.refused != nil {
		return false, s.refused
	}
	last := (*from)[len(*from)-1]
	next, again, err := s.now.With(last)
	if err != nil {
		return false, err
	}
	*from = (*from)[:len(*from)-1]
	*to = append(*to, again)
	s.show(next)
	return true, nil
}

func (s *Session) show(m Meeting) {
	s.now = m
	for _, f := range s.watch {
		f(m)
	}
}
