package store

import (
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"

	"go.etcd.io/bbolt"

	"minutebook/model"
	"minutebook/model/find"
	"minutebook/model/register"
)

// What two readers find of half of the meetings each is what is found by going
// over all of them.
func TestHalvesAreTheWholeBook(t *testing.T) {
	b := newBook(t)
	var batch model.Batch
	for n := range 5*run + 3 {
		m := meeting(fmt.Sprintf("m%03d", n), model.Date(fmt.Sprintf("2026-%02d-%02d", n%12+1, n%28+1)), n%7)
		batch.Meetings = append(batch.Meetings, model.Save[model.Meeting]{Value: m})
	}
	must(t, b.Commit(batch))
	for _, typed := range []string{"silt", "sound berth", "kind:action state:open", "owner:master", "east mark"} {
		q, err := find.Ask(typed)
		must(t, err)
		var hits []find.Hit
		for _, s := range batch.Meetings {
			hits = append(hits, q.Hits(s.Value, nil)...)
		}
		for _, limit := range []int{0, 7} {
			found, err := b.Search(typed, limit)
			must(t, err)
			want := find.Best(hits, limit)
			same(t, "number of lines for "+typed, [2]int{found.Total, found.Meetings}, [2]int{want.Total, want.Meetings})
			same(t, "hits of "+typed, found.Hits, want.Hits)
		}
	}
	for _, f := range []register.Filter{{}, {Open: true, Text: "sou"}, {Owner: "master"}, {DueBy: "2026-06-30"}} {
		sameRegister(t, b, f)
	}
}

// met are the meetings that a scan came to.
type met struct{ ids []string }

func (m *met) Join(other *met) { m.ids = append(m.ids, other.ids...) }

// No meeting is met twice or missed where one was added when only the first of
// the readers looked at the book yet.
func TestHalvesAreOfTheSameBook(t *testing.T) {
	b, want := newBook(t), []string{}
	for n := range 3 * run {
		id := fmt.Sprintf("m%03d", n)
		must(t, b.Commit(save(meeting(id, "2026-05-04", 1), 0)))
		want = append(want, id)
	}
	add := func() error { return b.Commit(save(meeting("a meeting before all others", "2026-05-04", 1), 0)) }
	for _, changes := range []bool{false, true} {
		looked := 0
		begin := func(*bbolt.Tx) *met {
			if looked++; looked == 1 && changes {
				if err := add(); err != nil {
					t.Error(err)
				}
			}
			return &met{}
		}
		read := func(s share, tx *bbolt.Tx, m *met) error {
			return heldOf(s, tx, func(h held) error { m.ids = append(m.ids, string(h.id)); return nil })
		}
		if changes {
			want = append([]string{"a meeting before all others"}, want...)
		}
		must(t, scanned(b, begin, read, func(at looks, m *met) error {
			slices.Sort(m.ids)
			same(t, "meetings", m.ids, want)
			sharedOut(t, at, len(want))
			return nil
		}))
	}
}

// sharedOut has as many things done, each by one of the readers, which all fail.
func sharedOut(t *testing.T, at looks, n int) {
	t.Helper()
	done, failures := make([]int, n), make([]error, n)
	for i := range failures {
		failures[i] = fmt.Errorf("the %dth failed", i)
	}
	err := at.split(func(s share, tx *bbolt.Tx) (err error) {
		for i := range done {
			if s.takes(i) {
				done[i] += facetBrief.count(tx)
				err = errors.Join(err, failures[i])
			}
		}
		return err
	})
	for i := range done {
		if done[i] != n || !errors.Is(err, failures[i]) {
			t.Errorf("the %dth thing met %d meetings, and the error is %v", i, done[i], err)
		}
	}
}

// A reader that fails over what it finds in the file fails alone: the other ends,
// and the error is told.
func TestEitherReaderMayFail(t *testing.T) {
	b := newBook(t)
	for n := range 3 * run {
		must(t, b.Commit(save(meeting(fmt.Sprintf("m%03d", n), "2026-05-04", 1), 0)))
	}
	begin := func(*bbolt.Tx) *met { return &met{} }
	for _, reads := range []bool{true, false} {
		for failing := range everything {
			fail := func(s share) error {
				if s == failing || s == everything {
					panic("a page of the file")
				}
				return nil
			}
			read := func(s share, _ *bbolt.Tx, _ *met) error {
				if reads {
					return fail(s)
				}
				return nil
			}
			err := scanned(b, begin, read, func(at looks, _ *met) error {
				return at.split(func(s share, _ *bbolt.Tx) error { return fail(s) })
			})
			if !errors.As(err, new(*faultError)) {
				t.Errorf("share %d fails (when it reads: %v): %v", failing, reads, err)
			}
			if _, err := b.Search("silt", 3); err != nil {
				t.Errorf("after it: %v", err)
			}
		}
	}
}

// Whoever reads while the file grows, for which the writer waits until nobody
// looks at it, comes to an end, and so does the writer.
func TestReadersEndWhileTheBookGrows(t *testing.T) {
	b := newBook(t)
	var reading sync.WaitGroup
	full := make(chan struct{})
	search := func() error { _, err := b.Search("silt", 20); return err }
	for _, read := range []func() error{
		search, search,
		func() error { _, err := b.Register(register.Filter{Text: "sou"}); return err },
		func() error { _, err := b.Meetings(); return err },
	} {
		reading.Go(func() {
			for !closed(full) {
				if err := read(); err != nil {
					t.Error(err)
					return
				}
			}
		})
	}
	for n := range 12 {
		var batch model.Batch
		for i := range 60 {
			batch.Meetings = append(batch.Meetings, model.Save[model.Meeting]{Value: meeting(fmt.Sprintf("m%03d-%02d", n, i), "2026-05-04", i%7)})
		}
		if err := b.Commit(batch); err != nil {
			t.Error(err)
			break
		}
	}
	close(full)
	reading.Wait()
}
