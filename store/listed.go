package store

import (
	"cmp"
	"slices"
	"sync"

	"go.etcd.io/bbolt"

	"minutebook/model"
)

// Meetings are all meetings as a list shows them: by date, those of one day
// in the order in which they were made.
func (b *Book) Meetings() (list []model.Summary, err error) {
	err = b.view(func(tx *bbolt.Tx) error {
		list, err = b.listed.at(tx)
		return err
	})
	return list, err
}

// ReadAhead reads the list of meetings before anybody asks for it: who does first
// has it at once. What is wrong with it is told when it is asked for.
func (b *Book) ReadAhead() {
	_ = b.view(func(tx *bbolt.Tx) error { return b.listed.ahead(tx) })
}

// listed is the list of meetings as it was read last: every screen asks for
// it, and ten thousand take long.
type listed struct {
	mu   sync.Mutex
	db   *bbolt.DB
	tx   int
	list []model.Summary
	// spare is a copy for whoever asks first; nil where somebody has.
	spare []model.Summary
}

// at is the list at a transaction: a copy of it.
func (l *listed) at(tx *bbolt.Tx) ([]model.Summary, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if sound, err := l.read(tx); err != nil {
		return sound, err
	}
	list := l.spare
	if l.spare = nil; list == nil {
		list = slices.Clone(l.list)
	}
	return list, nil
}

// ahead reads the list and makes the copy that is asked for first.
func (l *listed) ahead(tx *bbolt.Tx) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	_, err := l.read(tx)
	if err == nil {
		l.spare = slices.Clone(l.list)
	}
	return err
}

// read reads the list anew where anything was kept since. Where it cannot be
// read, it gives what is sound of it. mu is held.
func (l *listed) read(tx *bbolt.Tx) (sound []model.Summary, err error) {
	if l.db == tx.DB() && l.tx == tx.ID() {
		return nil, nil
	}
	list, err := summaries(tx)
	if err != nil {
		return list, err
	}
	byDate(list)
	l.db, l.tx, l.list, l.spare = tx.DB(), tx.ID(), list, nil
	return nil, nil
}

// byDate puts a list into the order of dates. What is moved until that is found
// are places in it, which are small; then each meeting moves once.
func byDate(list []model.Summary) {
	order := make([]int, len(list))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int {
		a, b := &list[i], &list[j]
		return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.Made, b.Made), cmp.Compare(a.ID, b.ID))
	})
	const there = -1
	for first := range order {
		if order[first] == there {
			continue
		}
		hand, to := list[first], first
		for order[to] != first {
			from := order[to]
			list[to], order[to] = list[from], there
			to = from
		}
		list[to], order[to] = hand, there
	}
}

func summaries(tx *bbolt.Tx) ([]model.Summary, error) {
	list := slices.Grow([]model.Summary(nil), facetBrief.count(tx))
	same := shared{}
	err := eachHeld(tx, func(h held) error {
		s, err := h.summary(same)
		list = append(list, s)
		return err
	})
	return list, err
}
