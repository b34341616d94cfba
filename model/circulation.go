package model

import "slices"

// Circulation is one time that the minutes, or the agenda, left the office.
type Circulation struct {
	// On is the day; Made when it was recorded, RFC 3339.
	On   Date   `json:"on"`
	Made string `json:"made,omitempty"`
	// Rev is the revision of the meeting that was sent.
	Rev int `json:"rev"`
	// Agenda says that it was the agenda and not the minutes.
	Agenda bool `json:"agenda,omitempty"`
	// Audience is for whom it was: "public" or "full".
	Audience string `json:"audience,omitempty"`
	// To are the addresses it was sent to.
	To []string `json:"to,omitempty"`
	// Name and SHA256 are of the exact file, which the book keeps.
	Name   string `json:"name,omitempty"`
	SHA256 string `json:"sha256,omitempty"`
}

// AgendaIssued is when the agenda was last sent out; it says false where it
// never was.
func (m Meeting) AgendaIssued() (Date, bool) {
	for _, c := range slices.Backward(m.Circulated) {
		if c.Agenda {
			return c.On, true
		}
	}
	return "", false
}

func (c Circulation) clone() Circulation {
	c.To = slices.Clone(c.To)
	return c
}

// Circulate records that the minutes, or the agenda, were sent out. The minutes
// are circulated from then on, and every number in them is frozen; an agenda
// freezes the numbers of its items.
type Circulate struct{ Circulation Circulation }

func (c Circulate) apply(m *Meeting) (Change, error) {
	if !c.Circulation.On.Valid() {
		return nil, &Invalid{"circulated", "it needs a day"}
	}
	undo := uncirculate{m.State, m.Circulated, m.Frozen}
	m.Circulated = append(slices.Clip(m.Circulated), c.Circulation.clone())
	m.freeze(c.Circulation.Agenda)
	if !c.Circulation.Agenda {
		m.State = Circulated
	}
	return undo, nil
}

// uncirculate takes a circulation back that was recorded by mistake.
type uncirculate struct {
	state  State
	were   []Circulation
	frozen *Frozen
}

func (c uncirculate) apply(m *Meeting) (Change, error) {
	if len(m.Circulated) == 0 {
		return nil, &Invalid{"circulated", "it was not"}
	}
	redo := Circulate{m.Circulated[len(m.Circulated)-1]}
	m.State, m.Circulated, m.Frozen = c.state, c.were, c.frozen
	return redo, nil
}
