package model

import "slices"

// Part is which part of minutes is approved, where they are approved apart.
type Part string

// The parts.
const (
	Whole      Part = ""
	OpenPart   Part = "open"
	ClosedPart Part = "restricted"
)

// How says in what manner minutes were approved.
type How string

// The ways to approve.
const (
	AtMeeting How = ""
	ByMail    How = "mail"
	ByChair   How = "chair"
)

// Passed is how the minutes, or one part of them, came to be approved.
type Passed struct {
	Part Part `json:"part,omitempty"`
	How  How  `json:"how,omitempty"`
	// Meeting approved them, on the day On; without a meeting On is the day of
	// the chair's action or of the last answer by mail.
	Meeting ID   `json:"meeting,omitempty"`
	On      Date `json:"on"`
	// SignedBy is who signed them, as printed.
	SignedBy string `json:"signedBy,omitempty"`
	// Ratified is the meeting that ratified what was done by mail or by the
	// chair, RatifiedOn its day.
	Ratified   ID   `json:"ratified,omitempty"`
	RatifiedOn Date `json:"ratifiedOn,omitempty"`
}

// PassedFor says whether a part of the minutes is approved: with
// [Whole], all of them.
func (m Meeting) PassedFor(part Part) bool {
	has := func(p Part) bool {
		return slices.ContainsFunc(m.Passed, func(one Passed) bool { return one.Part == p })
	}
	switch {
	case has(Whole):
		return true
	case part == Whole:
		return has(OpenPart) && has(ClosedPart)
	}
	return has(part)
}

// Pass records that the minutes, which are circulated, or one part of them are
// approved. Once all of them are, the minutes are [Approved].
type Pass struct{ Passed Passed }

func (c Pass) apply(m *Meeting) (Change, error) {
	if !c.Passed.On.Valid() {
		return nil, &Invalid{"approved", "it needs a day"}
	}
	if !m.State.Frozen() {
		return nil, &Invalid{"approved", "the minutes are not circulated yet"}
	}
	if m.PassedFor(c.Passed.Part) {
		return nil, &Invalid{"approved", "they are approved already"}
	}
	undo := unpass{m.State, m.Passed}
	m.Passed = append(slices.Clip(m.Passed), c.Passed)
	if m.PassedFor(Whole) || c.Passed.Part == OpenPart && !m.HasRestricted() {
		m.State = Approved
	}
	return undo, nil
}

// unpass takes an approval or its ratification back, or makes it again.
type unpass struct {
	state State
	were  []Passed
}

func (c unpass) apply(m *Meeting) (Change, error) {
	redo := unpass{m.State, m.Passed}
	m.State, m.Passed = c.state, c.were
	return redo, nil
}

// Unratified says whether something of a part of the minutes was approved by
// mail or by the chair, and no meeting has ratified it.
func (m Meeting) Unratified(part Part) bool {
	return slices.ContainsFunc(m.Passed, func(p Passed) bool { return p.unratified(part) })
}

func (p Passed) unratified(part Part) bool {
	return p.How != AtMeeting && p.Ratified == "" && (part == Whole || p.Part == Whole || p.Part == part)
}

// Ratify records that a meeting ratified what was approved by mail or by the
// chair: all of the minutes, or one part of them.
type Ratify struct {
	Part    Part
	Meeting ID
	On      Date
}

func (c Ratify) apply(m *Meeting) (Change, error) {
	if !c.On.Valid() || c.Meeting == "" {
		return nil, &Invalid{"ratified", "it needs a meeting and its day"}
	}
	if !m.Unratified(c.Part) {
		return nil, &Invalid{"ratified", "there is nothing to ratify"}
	}
	undo := unpass{m.State, m.Passed}
	m.Passed = slices.Clone(m.Passed)
	for i := range m.Passed {
		if m.Passed[i].unratified(c.Part) {
			m.Passed[i].Ratified, m.Passed[i].RatifiedOn = c.Meeting, c.On
		}
	}
	return undo, nil
}
