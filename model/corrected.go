package model

import (
	"errors"
	"reflect"
	"slices"
	"strings"
)

// Corrected is the meeting as its corrections have it read, with none left to
// apply. What public minutes leave out of an entry they leave out of the
// corrected one too. Numbers stay: an action struck out is withdrawn.
func (m Meeting) Corrected() Meeting {
	out, _ := m.corrected() // what cannot be made is not recorded
	return out
}

// InForce is the meeting as its minutes read: with the corrections once they are
// approved, until then as they were circulated.
func (m Meeting) InForce() Meeting {
	if m.State != Approved || len(m.Corrections) == 0 {
		return m
	}
	return m.Corrected()
}

// corrected is Corrected, with an error where a correction cannot be made.
func (m Meeting) corrected() (Meeting, error) {
	out := m.Clone()
	out.Corrections = nil
	var wrong error
	for _, c := range m.Corrections {
		wrong = errors.Join(wrong, c.amend(&out))
	}
	return out, wrong
}

// BadCorrection finds a correction that could not be among those of m: its place
// there, and why; -1 where there is none. What one is of may be gone from minutes
// that were made a draft again, or may read as it should.
func (m Meeting) BadCorrection() (int, error) {
	now := m.Clone()
	for i, c := range m.Corrections {
		err := c.amend(&now)
		var gone *Missing
		if err != nil && (m.State.Frozen() || !errors.As(err, &gone)) {
			return i, err
		}
	}
	return -1, nil
}

// amend makes a correction in minutes.
func (c Correction) amend(m *Meeting) error {
	switch {
	case c.ID == "":
		return &Invalid{"correction", "has no identity"}
	case c.Attendee != nil && c.Entry == nil:
		return c.amendAttendee(m)
	case c.Entry == nil || c.Attendee != nil:
		return &Invalid{"correction", "is of one entry or of one person"}
	}
	if e := c.Entry; e.Kind == Private {
		return &Invalid{"correction", "private notes are no part of the minutes"}
	}
	i, j, err := m.entryAt(c.Entry.ID)
	switch {
	case err != nil && c.Struck:
		return err
	case err != nil:
		return c.insert(m)
	}
	e := &m.Items[i].Entries[j]
	if e.Kind == Private {
		return &Invalid{"correction", "private notes are no part of the minutes"}
	}
	if c.Struck {
		return c.strike(m, i, j)
	}
	return c.replace(e)
}

// replace has an entry read as it should.
func (c Correction) replace(e *Entry) error {
	now := c.Entry.clone()
	if (now.Kind == Action) != (e.Kind == Action) {
		return &Invalid{"correction", "an action stays one, and nothing else becomes one: strike it out and add another"}
	}
	now.Number = e.Number
	if e.Restricted != nil {
		now.Restricted = e.Restricted.clone()
	}
	for _, p := range e.Withheld {
		if !slices.Contains(now.Withheld, p) {
			now.Withheld = append(now.Withheld, p)
		}
	}
	if err := checkEntry(now); err != nil {
		return err
	}
	*e = now
	return nil
}

// strike takes an entry out. An action stays as a tombstone.
func (c Correction) strike(m *Meeting, i, j int) error {
	e := &m.Items[i].Entries[j]
	if e.Kind != Action {
		m.Items[i].Entries = slices.Delete(m.Items[i].Entries, j, j+1)
		return nil
	}
	facts := ActionFacts{}
	if e.Action != nil {
		facts = *e.Action
	}
	facts.Withdrawn = true
	e.Action = &facts
	return nil
}

// insert adds an entry that the minutes lack. An action takes the next number.
func (c Correction) insert(m *Meeting) error {
	i, err := m.itemAt(c.Item)
	if err != nil {
		return err
	}
	e := c.Entry.clone()
	if e.Kind == Action && e.Number == 0 {
		e.Number = m.NextAction()
	}
	if err := checkEntry(e); err != nil {
		return err
	}
	if err := m.checkNumber(e); err != nil {
		return err
	}
	j, err := placeAfter(m.Items[i].Entries, c.After, entryID, "entry")
	if err != nil {
		return err
	}
	m.Items[i].Entries = slices.Insert(m.Items[i].Entries, j, e)
	return nil
}

// amendAttendee lists somebody as they should be, or not at all.
func (c Correction) amendAttendee(m *Meeting) error {
	i := slices.IndexFunc(m.Attendees, func(a Attendee) bool { return a.ID == c.Attendee.ID })
	if c.Struck {
		_, err := RemoveAttendee{c.Attendee.ID}.apply(m)
		return err
	}
	if err := checkAttendee(*c.Attendee); err != nil {
		return err
	}
	if i >= 0 {
		m.Attendees[i] = c.Attendee.clone()
	} else {
		m.Attendees = append(m.Attendees, c.Attendee.clone())
	}
	return nil
}

// check says why a correction cannot be recorded beside those that m has.
func (c Correction) check(m Meeting) error {
	m = m.Clone()
	i := slices.IndexFunc(m.Corrections, func(o Correction) bool { return o.ID == c.ID })
	without := m.Clone()
	if i < 0 {
		m.Corrections = append(m.Corrections, c)
	} else {
		m.Corrections[i] = c
		without.Corrections = slices.Delete(without.Corrections, i, i+1)
	}
	now, err := m.corrected()
	if err != nil {
		return err
	}
	if before, err := without.corrected(); err == nil && reflect.DeepEqual(before, now) {
		return &Invalid{"correction", "reads as the minutes do"}
	}
	return nil
}

// settled is a correction as it is recorded: a new action has its number, and
// what is struck out is there as it was.
func (c Correction) settled(m Meeting) Correction {
	c = c.clone()
	if c.Struck {
		now := m.Corrected()
		if c.Entry != nil {
			e, _, _ := now.Entry(c.Entry.ID)
			c.Entry = &e
		} else if a, ok := now.Attendee(c.Attendee.ID); ok {
			c.Attendee = &a
		}
		return c
	}
	if c.Entry == nil {
		return c
	}
	c.Entry.Text = strings.TrimRight(c.Entry.Text, "\n")
	if old, _, ok := m.Entry(c.Entry.ID); ok {
		c.Entry.Number = old.Number
	} else if was, _, ok := m.Corrected().Entry(c.Entry.ID); ok {
		c.Entry.Number = was.Number
	} else if c.Entry.Kind == Action && c.Entry.Number == 0 {
		c.Entry.Number = m.Corrected().NextAction()
	}
	return c
}

// entryOrCorrection is the entry of that ID, or the one that a correction adds
// to the minutes.
func (m *Meeting) entryOrCorrection(id ID) (*Entry, error) {
	i, j, err := m.entryAt(id)
	if err == nil {
		return &m.Items[i].Entries[j], nil
	}
	for _, c := range m.Corrections {
		if c.Entry != nil && c.Entry.ID == id {
			return c.Entry, nil
		}
	}
	return nil, err
}
