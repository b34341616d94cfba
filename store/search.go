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
	err = scanned(b, begin, scanLines, func(tx *bbolt.Tx, scan *find.Scan) error {
		best, total, meetings := scan.Best()
		found = find.Result{Total: total, Meetings: meetings}
		shown := shown{tx: tx, q: q, meetings: map[model.ID]*said{}}
		for _, p := range best {
			if hit, ok := shown.hit(p); ok {
				found.Hits = append(found.Hits, hit)
			}
		}
		return shown.damaged
	})
	return found, err
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

func (s *shown) hit(p find.Place) (find.Hit, bool) {
	read, known := s.meetings[p.Meeting]
	if !known {
		var err error
		if read, err = s.read(p.Meeting); err != nil {
			s.damaged = errors.Join(s.damaged, err)
		}
		s.meetings[p.Meeting] = read
	}
	if read == nil {
		return find.Hit{}, false
	}
	return s.q.Hit(read.meeting, read.lines, p)
}

func (s *shown) read(id model.ID) (*said, error) {
	m, actions, err := whole(s.tx, id)
	if err != nil {
		return nil, err
	}
	m = m.InForce()
	return &said{m, find.Lines(m, register.Standings(actions))}, nil
}
