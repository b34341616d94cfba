package store

import (
	"errors"

	"go.etcd.io/bbolt"

	"minutebook/model"
	"minutebook/model/find"
	"minutebook/model/register"
)

// Search gives the best lines of all meetings that answer what was typed (see
// [find.Question]), at most limit of them, or all where limit is 0. Private
// notes are among them, marked. The error is a *[find.BadTerm]; or a meeting is
// damaged, and what is found in the others comes beside the error.
func (b *Book) Search(typed string, limit int) (found find.Result, err error) {
	q, err := find.Ask(typed)
	if err != nil || q.Empty() {
		return found, err
	}
	begin := func(tx *bbolt.Tx) *find.Scan { return q.Scan(limit, vocabulary(tx)) }
	err = scanned(b, begin, scanLines, func(at looks, scan *find.Scan) (err error) {
		best, total, meetings := scan.Best()
		found = find.Result{Total: total, Meetings: meetings}
		found.Hits, err = hits(at, q, best)
		return err
	})
	return found, err
}

// hits are the lines of places, as they are shown. A line of a meeting that is
// damaged is left out; the error says what is wrong with it.
func hits(at looks, q find.Question, places []find.Place) (list []find.Hit, err error) {
	nth := map[model.ID]int{}
	for _, p := range places {
		if _, known := nth[p.Meeting]; !known {
			nth[p.Meeting] = len(nth)
		}
	}
	each := make([]*find.Hit, len(places))
	err = at.split(func(s share, tx *bbolt.Tx) error {
		shown := shown{tx: tx, q: q, meetings: map[model.ID]*said{}}
		for i, p := range places {
			if s.takes(nth[p.Meeting]) {
				each[i] = shown.hit(p)
			}
		}
		return shown.damaged
	})
	for _, h := range each {
		if h != nil {
			list = append(list, *h)
		}
	}
	return list, err
}

// scanLines goes over the lines of a share of the meetings.
func scanLines(s share, tx *bbolt.Tx, scan *find.Scan) error {
	var lines *follower
	if current(tx) {
		lines = facetLines.follow(tx)
	}
	return heldOf(s, tx, func(h held) error {
		if !scan.Wants(h.body, h.date, h.state, h.signature) {
			return nil
		}
		if lines != nil {
			if record, sound := lines.at(h.id); sound && record != nil {
				return scan.Meeting(h.id, h.date, record)
			}
		}
		m, actions, err := whole(tx, model.ID(h.id))
		if err == nil {
			scan.Whole(m, register.Standings(actions))
		}
		return err
	})
}

// shown reads the meetings of the lines that are shown, each once.
type shown struct {
	tx       *bbolt.Tx
	q        find.Question
	meetings map[model.ID]*said
	damaged  error
}

// said is a meeting, and all that can be found in it.
type said struct {
	meeting model.Meeting
	lines   []find.Line
}

// hit is the line of a place; nil where its meeting is damaged.
func (s *shown) hit(p find.Place) *find.Hit {
	read, known := s.meetings[p.Meeting]
	if !known {
		var err error
		if read, err = s.read(p.Meeting); err != nil {
			s.damaged = errors.Join(s.damaged, err)
		}
		s.meetings[p.Meeting] = read
	}
	if read == nil {
		return nil
	}
	if hit, ok := s.q.Hit(read.meeting, read.lines, p); ok {
		return &hit
	}
	return nil
}

func (s *shown) read(id model.ID) (*said, error) {
	m, actions, err := whole(s.tx, id)
	if err != nil {
		return nil, err
	}
	m = m.InForce()
	return &said{m, find.Lines(m, register.Standings(actions))}, nil
}
