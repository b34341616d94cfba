package ui

import "sync/atomic"

// stopper says to work off the window's goroutine that the clerk wants no more
// of it.
type stopper struct{ asked atomic.Bool }

func (s *stopper) stop()         { s.asked.Store(true) }
func (s *stopper) stopped() bool { return s.asked.Load() }
