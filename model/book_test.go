package model

import "testing"

func TestSummarySaysHowFarTheMinutesAre(t *testing.T) {
	fact := CorrectsFact{Date: "2026-01-08", Reference: "3.2", Meeting: "jan"}
	m := Meeting{ID: "m", State: Approved, Passed: []Passed{{How: ByMail, On: "2026-02-01"}},
		Items: []Item{{ID: "i", Title: "Minutes", Entries: []Entry{{ID: "e", Kind: Paragraph, Text: "Put right.", Corrects: &fact}}}}}
	if s := m.Summary(); !s.ToRatify || s.Sealed || len(s.Corrects) != 1 || s.Corrects[0] != fact {
		t.Errorf("approved by mail: %+v", s)
	}
	m.Passed[0].Ratified, m.Passed[0].RatifiedOn, m.Seal = "n", "2026-03-01", &SealMark{N: 1}
	if s := m.Summary(); s.ToRatify || !s.Sealed {
		t.Errorf("ratified and sealed: %+v", s)
	}
}
