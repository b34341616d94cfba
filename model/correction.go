package model

import "slices"

// Correction is how something in circulated minutes should read. It is kept
// beside the minutes: what was circulated stays as it was.
type Correction struct {
	ID ID `json:"id"`
	// Entry is the entry as it should read, under the identity that it has; one
	// that is new follows After in Item: "" for the first place, Last for the end.
	Entry *Entry `json:"entry,omitempty"`
	Item  ID     `json:"item,omitempty"`
	After ID     `json:"after,omitempty"`
	// Struck says that the entry, or the attendee, of that identity should not
	// be there at all.
	Struck bool `json:"struck,omitempty"`
	// Attendee is somebody as they should be listed.
	Attendee *Attendee `json:"attendee,omitempty"`
	// By is who asked for it, On when.
	By   string `json:"by,omitempty"`
	On   Date   `json:"on,omitempty"`
	Made string `json:"made,omitempty"`
}

func (c Correction) clone() Correction {
	if c.Entry != nil {
		e := c.Entry.clone()
		c.Entry = &e
	}
	if c.Attendee != nil {
		a := c.Attendee.clone()
		c.Attendee = &a
	}
	return c
}

// Correct records a correction to circulated minutes, in the place of an earlier
// one of the same ID. It says something that the minutes, as corrected so far,
// do not. Sealed minutes take none.
type Correct struct{ Correction Correction }

func (c Correct) apply(m *Meeting) (Change, error) {
	if !m.State.Frozen() {
		return nil, &Invalid{"correction", "the minutes are not circulated yet: change the words themselves"}
	}
	if m.Seal != nil {
		return nil, &Sealed{m.ID}
	}
	if err := c.Correction.check(*m); err != nil {
		return nil, err
	}
	now, undo := c.Correction.settled(*m), setCorrections{m.Corrections}
	m.Corrections = slices.Clone(m.Corrections)
	i := slices.IndexFunc(m.Corrections, func(o Correction) bool { return o.ID == now.ID })
	if i >= 0 {
		m.Corrections[i] = now
	} else {
		m.Corrections = append(m.Corrections, now)
	}
	return undo, nil
}

// Uncorrect takes a correction away that was not agreed.
type Uncorrect struct{ ID ID }

func (c Uncorrect) apply(m *Meeting) (Change, error) {
	if m.Seal != nil {
		return nil, &Sealed{m.ID}
	}
	i := slices.IndexFunc(m.Corrections, func(o Correction) bool { return o.ID == c.ID })
	if i < 0 {
		return nil, &Missing{"correction", c.ID}
	}
	undo := setCorrections{m.Corrections}
	m.Corrections = slices.Delete(slices.Clone(m.Corrections), i, i+1)
	if _, err := m.corrected(); err != nil {
		return nil, &Invalid{"correction", "another one rests on it: take that away first"}
	}
	return undo, nil
}

// setCorrections gives the minutes the corrections that they had: only an undo
// does so.
type setCorrections struct{ were []Correction }

func (c setCorrections) apply(m *Meeting) (Change, error) {
	undo := setCorrections{m.Corrections}
	m.Corrections = c.were
	return undo, nil
}
