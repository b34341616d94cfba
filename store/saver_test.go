package store

import (
	"errors"
	"sync"
	"testing"

	"minutebook/model"
)

func TestSaverKeepsTheNewest(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	m := meeting("m1", "2026-05-04", 8)
	must(t, b.Commit(save(m, 0)))
	var told []int
	s := NewSaver(1, func(m model.Meeting, base int) error { return b.Commit(save(m, base)) }, func(rev int, err error) {
		if err != nil {
			t.Errorf("revision %d: %v", rev, err)
		}
		told = append(told, rev)
	})
	for range 300 {
		m.Rev++
		s.Keep(m)
	}
	must(t, s.Flush())
	got, err := b.Meeting("m1")
	must(t, err)
	if got.Rev != 301 || told[len(told)-1] != 301 {
		t.Errorf("revision %d is kept, %v were told", got.Rev, told)
	}
	for i := 1; i < len(told); i++ {
		if told[i] <= told[i-1] {
			t.Errorf("told %v, which goes back", told)
		}
	}
}

func TestSaverDropsWhatIsOvertaken(t *testing.T) {
	t.Parallel()
	var written []int
	gate, begun := make(chan struct{}), make(chan struct{}, 10)
	s := NewSaver(0, func(m model.Meeting, base int) error {
		written = append(written, base, m.Rev)
		begun <- struct{}{}
		<-gate
		return nil
	}, func(int, error) {})
	s.Keep(model.Meeting{Rev: 1})
	<-begun
	for rev := 2; rev <= 9; rev++ {
		s.Keep(model.Meeting{Rev: rev})
	}
	close(gate)
	must(t, s.Flush())
	same(t, "writes", written, []int{0, 1, 1, 9})
}

func TestSaverLosesNothingToAFailure(t *testing.T) {
	t.Parallel()
	full := errors.New("no room")
	broken, kept := true, 0
	var told []error
	s := NewSaver(4, func(m model.Meeting, base int) error {
		if broken {
			return full
		}
		if base != 4 {
			t.Errorf("base is %d, though nothing was kept since 4", base)
		}
		kept = m.Rev
		return nil
	}, func(_ int, err error) { told = append(told, err) })
	s.Keep(model.Meeting{Rev: 5})
	if err := s.Flush(); !errors.Is(err, full) {
		t.Errorf("flush says %v", err)
	}
	s.Keep(model.Meeting{Rev: 7})
	if err := s.Flush(); !errors.Is(err, full) {
		t.Errorf("flush says %v", err)
	}
	broken = false
	s.Retry()
	must(t, s.Flush())
	if kept != 7 || len(told) != 3 || told[2] != nil {
		t.Errorf("kept %d, told %v", kept, told)
	}
	s.Retry() // nothing is left to be tried
	must(t, s.Flush())
	if len(told) != 3 {
		t.Errorf("told %v", told)
	}
}

func TestSaversSideBySide(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	var work sync.WaitGroup
	for _, id := range []string{"m1", "m2", "m3"} {
		work.Go(func() {
			m := meeting(id, "2026-05-04", 6)
			s := NewSaver(0, func(m model.Meeting, base int) error { return b.Commit(save(m, base)) }, func(rev int, err error) {
				if err != nil {
					t.Errorf("%s revision %d: %v", id, rev, err)
				}
			})
			for range 40 {
				m.Rev++
				s.Keep(m)
				if _, err := b.Meetings(); err != nil {
					t.Error(err)
				}
			}
			if err := s.Flush(); err != nil {
				t.Error(err)
			}
			if got, err := b.Meeting(m.ID); err != nil || got.Rev != m.Rev {
				t.Errorf("%s: revision %d is kept of %d, %v", id, got.Rev, m.Rev, err)
			}
		})
	}
	work.Wait()
}
