package model

import "slices"

// Correction is how something in circulated minutes should read. It is kept
// beside the minutes: what was circulated stays as it was.
type Correction struct {
	ID ID `json:"id"`
	// Entry is the entry as it should read, under the identity that it has; one
	// that is new follows After in Item.
	Entry *Entry `json:"entry,omitempty"`
	Item  ID     `json:"item,omitempty"`
	After ID     `json:"after,omitempty"`
	// Struck says that the entry should not be there at all.
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
// one of the same ID. Sealed minutes take none.
type Correct struct{ Correction Correction }

func (c Correct) apply(m *Meeting) (Change, error) {
	if !m.State.Frozen() {
		return nil, &Invalid{"correction", "the minutes are not circulated yet: change the words themselves"}
	}
	if m.Seal != nil {
		return nil, &Sealed{m.ID}
	}
	i := slices.IndexFunc(m.Corrections, func(o Correction) bool { return o.ID == c.Correction.ID })
	m.Corrections = slices.Clone(m.Corrections)
	if i >= 0 {
		undo := Correct{m.Corrections[i]}
		m.Corrections[i] = c.Correction.clone()
		return undo, nil
	}
	m.Corrections = append(m.Corrections, c.Correction.clone())
	return Uncorrect{c.Correction.ID}, nil
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
	undo := Correct{m.Corrections[i]}
	m.Corrections = slices.Delete(slices.Clone(m.Corrections), i, i+1)
	return undo, nil
}
