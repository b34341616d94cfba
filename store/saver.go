package store

import (
	"sync"

	"minutebook/model"
)

// Saver keeps one meeting as it is being written, away from the goroutine
// that writes it. It is a mailbox for the newest: one save at a time is under
// way, and of those that wait only the newest is made. A save that fails
// loses nothing: what was to be saved waits until something newer comes or
// Retry is called.
type Saver struct {
	write func(m model.Meeting, base int) error
	told  func(rev int, err error)

	mu   sync.Mutex
	idle *sync.Cond
	// kept is the revision that was saved last.
	kept int
	// newest is what is to be saved, nil where everything is.
	newest *model.Meeting
	// failed is why the latest save did not succeed, nil where it did.
	failed  error
	running bool
}

// NewSaver is a saver of the meeting that the book holds at revision kept, 0
// where it is new. write saves the meeting over revision base; told hears of
// every save when it is on disk or has failed. Both are called one at a time
// from the saver's own goroutine; told must not wait for whoever calls Flush.
func NewSaver(kept int, write func(m model.Meeting, base int) error, told func(rev int, err error)) *Saver {
	s := &Saver{write: write, told: told, kept: kept}
	s.idle = sync.NewCond(&s.mu)
	return s
}

// Keep takes m to be saved and returns at once.
func (s *Saver) Keep(m model.Meeting) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.newest = &m
	s.start()
}

// Retry tries to save again what could not be saved, and returns at once.
func (s *Saver) Retry() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.newest != nil {
		s.start()
	}
}

// start sets the saver to work. mu is held.
func (s *Saver) start() {
	s.failed = nil
	if !s.running {
		s.running = true
		go s.run()
	}
}

func (s *Saver) run() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for s.newest != nil && s.failed == nil {
		m, base := s.newest, s.kept
		s.mu.Unlock()
		err := s.write(*m, base)
		s.told(m.Rev, err)
		s.mu.Lock()
		if err == nil {
			s.kept = m.Rev
		}
		switch {
		case s.newest != m: // something newer came meanwhile
		case err == nil:
			s.newest = nil
		default:
			s.failed = err
		}
	}
	s.running = false
	s.idle.Broadcast()
}

// Flush waits until everything taken is saved or has failed to be. The error
// is why the newest is not saved; nil says that it is on disk.
func (s *Saver) Flush() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	for s.running {
		s.idle.Wait()
	}
	return s.failed
}
