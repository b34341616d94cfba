package model

import (
	"bytes"
	"slices"
)

// Tightened says whether now is what sealed minutes m may become: the same but
// for more being withheld from the public. What was withheld still is.
func (m Meeting) Tightened(now Meeting) bool {
	if m.Seal == nil || now.Seal == nil || *m.Seal != *now.Seal {
		return false
	}
	before, err := Canonical(m)
	after, wrong := Canonical(now)
	if err != nil || wrong != nil || !bytes.Equal(before, after) {
		return false
	}
	for i, it := range m.Items {
		if !it.tightened(now.Items[i]) {
			return false
		}
	}
	for i, c := range m.Corrections {
		if c.Entry != nil && !c.Entry.tightened(*now.Corrections[i].Entry) {
			return false
		}
	}
	return true
}

func (it Item) tightened(now Item) bool {
	if !still(it.Restricted, now.Restricted) || !still(it.OutcomeRestricted, now.OutcomeRestricted) || !still(it.PresenterRestricted, now.PresenterRestricted) ||
		!stillPhrases(it.Withheld, now.Withheld) {
		return false
	}
	for i, p := range it.Papers {
		if !still(p.Restricted, now.Papers[i].Restricted) {
			return false
		}
	}
	for i, e := range it.Entries {
		if !e.tightened(now.Entries[i]) {
			return false
		}
	}
	return true
}

func (e Entry) tightened(now Entry) bool {
	return still(e.Restricted, now.Restricted) && stillPhrases(e.Withheld, now.Withheld)
}

// still says whether what was restricted is so now, for whatever reason.
func still(was, now *Restriction) bool { return was == nil || now != nil }

func stillPhrases(was, now []Phrase) bool {
	return !slices.ContainsFunc(was, func(p Phrase) bool {
		return !slices.ContainsFunc(now, func(other Phrase) bool { return other.Words == p.Words })
	})
}
