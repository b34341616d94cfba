package model

// Unnumbered is the number of a decision that is to have none where the
// meeting numbers its decisions. It is understood by AddEntry and SetEntry, and
// is never kept.
const Unnumbered = "none"

// numberDecision gives a decision without number the one that it had, or else
// the next.
func (e *Entry) numberDecision(had string, next func() string) {
	number := had
	switch {
	case e.Resolution != nil && e.Resolution.Number == Unnumbered:
		e.Resolution = copyOf(e.Resolution)
		if e.Resolution.Number = ""; *e.Resolution == (Resolution{}) {
			e.Resolution = nil
		}
		return
	case e.Kind != Decision || e.Resolution != nil && e.Resolution.Number != "":
		return
	case number == "":
		number = next()
	}
	if number == "" {
		return
	}
	r := Resolution{}
	if e.Resolution != nil {
		r = *e.Resolution
	}
	r.Number = number
	e.Resolution = &r
}

// renumberDecision has what an entry becomes keep the number of the decision it
// was. The error is an *[Invalid] where the number is out and would change.
func (m *Meeting) renumberDecision(old Entry, e *Entry) error {
	had := ""
	if old.Resolution != nil {
		had = old.Resolution.Number
	}
	switch {
	case m.Numbering.Decisions.Run == PerMeeting:
		e.numberDecision("", func() string { return "" })
	case old.Kind == Decision && had == "":
		e.numberDecision("", func() string { return "" }) // it was entered without
	default:
		e.numberDecision(had, m.NextDecision)
	}
	out := m.decisionOut(e.ID)
	if out != "" && (e.Resolution == nil || e.Resolution.Number != out) {
		return &Invalid{"number", "is out and does not change"}
	}
	return nil
}
