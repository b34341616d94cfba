package store

import (
	"errors"

	"go.etcd.io/bbolt"

	"minutebook/model"
	"minutebook/model/find"
	"minutebook/model/packed"
	"minutebook/model/register"
)

// held is a meeting as the index has it in brief: what a list shows of it, and
// by what it is passed over where neither its actions nor its words are wanted.
type held struct {
	id, bodyID, body, date, state []byte
	open                          int
	signature                     find.Signature
	// rest is what only a list shows.
	rest packed.Reader[[]byte]
}

// packHeld is the record in brief of a meeting.
func packHeld(s model.Summary, signature find.Signature) []byte {
	var w packed.Writer
	for _, text := range []string{string(s.BodyID), s.Body, string(s.Date), string(s.State)} {
		w.Text(text)
	}
	w.Number(s.Open)
	w.Part(signature)
	for _, text := range []string{string(s.Kind), s.Title, s.Style, s.Made} {
		w.Text(text)
	}
	w.Number(s.Items)
	w.Number(s.Actions)
	w.Flag(s.Restricted)
	w.Flag(s.Sealed)
	w.Flag(s.ToRatify)
	w.Number(s.Corrections)
	for _, u := range []model.Used{s.Numbers.Actions, s.Numbers.Items, s.Numbers.Decisions} {
		w.Text(string(u.Run))
		w.Text(u.Year)
		w.Number(u.First)
		w.Number(u.Last)
	}
	w.Number(len(s.Corrects))
	for _, c := range s.Corrects {
		w.Text(string(c.Date))
		w.Text(c.Reference)
		w.Text(string(c.Meeting))
	}
	return w.Record()
}

// readHeld is what packHeld wrote of a meeting. It is a part of the record.
func readHeld(id, record []byte) (held, error) {
	r := packed.Read(record)
	h := held{id: id, bodyID: r.Text(), body: r.Text(), date: r.Text(), state: r.Text(), open: r.Number(), signature: r.Text()}
	h.rest = r
	return h, r.Err()
}

// shared are names that many meetings have. Each is made into a string once.
type shared map[string]string

func (n shared) of(text []byte) string {
	name, known := n[string(text)]
	if !known {
		name = string(text)
		n[name] = name
	}
	return name
}

// summary is the meeting as a list shows it.
func (h held) summary(same shared) (model.Summary, error) {
	r := h.rest
	s := model.Summary{ID: model.ID(h.id), BodyID: model.ID(same.of(h.bodyID)), Body: same.of(h.body), Date: model.Date(h.date), State: model.State(same.of(h.state)), Open: h.open,
		Kind: model.MeetingKind(same.of(r.Text())), Title: string(r.Text()), Style: same.of(r.Text()), Made: string(r.Text()), Items: r.Number(), Actions: r.Number(), Restricted: r.Flag(), Sealed: r.Flag(), ToRatify: r.Flag(), Corrections: r.Number()}
	for _, u := range []*model.Used{&s.Numbers.Actions, &s.Numbers.Items, &s.Numbers.Decisions} {
		*u = model.Used{Run: model.Run(same.of(r.Text())), Year: same.of(r.Text()), First: r.Number(), Last: r.Number()}
	}
	for range r.Count() {
		s.Corrects = append(s.Corrects, model.CorrectsFact{Date: model.Date(r.Text()), Reference: string(r.Text()), Meeting: model.ID(r.Text())})
	}
	return s, r.Err()
}

// forRegister is the meeting as its actions are filtered by it.
func (h held) forRegister() register.Held {
	return register.Held{Meeting: model.ID(h.id), BodyID: model.ID(h.bodyID), Body: string(h.body), Date: model.Date(h.date)}
}

// eachHeld gives fn every meeting, by identity. One that the index has nothing
// sound of, or all where it is of another layout, is read whole; the error
// joins those of the meetings where that could not be, with the others given
// all the same, and those of fn.
func eachHeld(tx *bbolt.Tx, fn func(held) error) error { return heldOf(everything, tx, fn) }

// heldOf is eachHeld for a share of the meetings.
func heldOf(s share, tx *bbolt.Tx, fn func(held) error) error {
	var failed []error
	if !current(tx) {
		c, n := tx.Bucket(bucketMeetings).Cursor(), 0
		for k, _ := c.First(); k != nil; k, _ = c.Next() {
			if n++; s.has(n) {
				failed = append(failed, wholeHeld(tx, k, fn))
			}
		}
		return errors.Join(failed...)
	}
	c, n := facetBrief.in(tx).Cursor(), 0
	for k, record := c.First(); k != nil; k, record = c.Next() {
		if n++; !s.has(n) {
			continue
		}
		body, sound := facetBrief.unseal(k, record)
		h, err := readHeld(k, body)
		if !sound || err != nil {
			failed = append(failed, wholeHeld(tx, k, fn))
			continue
		}
		if err := fn(h); err != nil {
			failed = append(failed, err)
		}
	}
	return errors.Join(failed...)
}

// wholeHeld gives fn a meeting that is read whole. Without a signature all of
// its words may be wanted.
func wholeHeld(tx *bbolt.Tx, id []byte, fn func(held) error) error {
	m, actions, err := whole(tx, model.ID(id))
	if err != nil {
		return err
	}
	h, err := readHeld(id, packHeld(summary(m, actions), nil))
	if err != nil {
		return err
	}
	return fn(h)
}
