package model

// restricted looks for what is restricted without saying why, and for withheld
// words that stand nowhere any more.
func (c *collector) restricted(it Item) {
	whole := []*Restriction{it.Restricted, it.OutcomeRestricted, it.PresenterRestricted, it.PurposeRestricted}
	for _, p := range it.Papers {
		whole = append(whole, p.Restricted)
	}
	c.reasons(Problem{Item: it.ID, Words: it.Title}, whole, it.Withheld)
	for _, p := range it.Lost() {
		c.add(Problem{Kind: LostPhrase, Item: it.ID, Words: p.Words})
	}
	for _, e := range it.Entries {
		if e.Kind == Private {
			continue // it leaves out of all minutes
		}
		c.reasons(Problem{Item: it.ID, Entry: e.ID, Words: e.Text, Number: e.Number}, []*Restriction{e.Restricted}, e.Withheld)
		for _, p := range e.Lost() {
			why := p.Restriction
			if e.Restricted != nil {
				why = *e.Restricted
			}
			c.add(Problem{Kind: LostPhrase, Item: it.ID, Entry: e.ID, Words: p.Words, Number: e.Number,
				Fix: Many{RestrictEntry{e.ID, &why}, RestrictPhrase{e.ID, p.Words, nil}}})
		}
	}
}

// reasons lists a part once where anything of it is restricted without reason.
func (c *collector) reasons(part Problem, whole []*Restriction, phrases []Phrase) {
	for _, p := range phrases {
		whole = append(whole, &p.Restriction)
	}
	for _, r := range whole {
		if r != nil && r.Reason == "" {
			part.Kind = NoReason
			c.add(part)
			return
		}
	}
}
