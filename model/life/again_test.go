package life

import (
	"strings"
	"testing"

	"minutebook/model"
)

// What was approved in part by mail, and then as a whole at a meeting, is
// ratified by that: settling once does all that there is to do.
func TestSettlingTwiceDoesNoMore(t *testing.T) {
	t.Parallel()
	for name, mailed := range map[string]model.Part{"the open part": model.OpenPart, "the restricted part": model.ClosedPart, "all": model.Whole} {
		s := board()
		second, err := s.Meeting("second")
		if err != nil {
			t.Fatal(err)
		}
		second, _, err = second.With(model.Pass{Passed: model.Passed{Part: mailed, How: model.ByMail, On: "2026-03-20"}})
		if err != nil {
			t.Fatal(err)
		}
		s.put(second)
		m := approving(model.Approval{Date: "2026-03-09"})
		once := settle(t, s, m)
		s.keep(t, once.Batch)
		if got, _ := s.Meeting("second"); got.Seal == nil || got.Unratified(model.Whole) {
			t.Errorf("%s by mail, all by the meeting: sealed %v, to be ratified %v", name, got.Seal != nil, got.Unratified(model.Whole))
		}
		if again := settle(t, s, m); !again.Empty() {
			t.Errorf("%s by mail: settling again does %s", name, outcomes(again))
		}
	}
}

// An action that a correction adds, or words otherwise, is listed as the
// approved minutes read.
func TestListedAsCorrected(t *testing.T) {
	t.Parallel()
	s := board()
	first, _ := s.Meeting("first")
	for _, c := range []model.Correction{
		{ID: "x1", Item: "i1", After: model.Last, Entry: &model.Entry{ID: "a9", Kind: model.Action, Text: "Orr to count the cleats.", Action: &model.ActionFacts{Owners: []string{"Orr"}}}},
		{ID: "x2", Entry: &model.Entry{ID: "a2", Kind: model.Action, Text: "Orr to price the lanterns.", Action: &model.ActionFacts{Owners: []string{"Orr"}}, Restricted: &model.Restriction{Reason: "Prices"}}},
	} {
		var err error
		if first, _, err = first.With(model.Correct{Correction: c}); err != nil {
			t.Fatal(err)
		}
	}
	first, _, err := first.With(model.Pass{Passed: model.Passed{On: "2026-02-01"}})
	if err != nil {
		t.Fatal(err)
	}
	s.put(first)
	actions, _ := s.Actions()
	n := 0
	listed, err := Listed(s, actions, func() model.ID { n++; return model.ID(strings.Repeat("n", n)) })
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	for _, e := range listed {
		if strings.HasPrefix(e.Text, "Action 4, 12 January 2026: ") {
			found["added"] = strings.HasSuffix(e.Text, "Orr to count the cleats.")
		}
		if strings.HasPrefix(e.Text, "Action 2, 12 January 2026: ") {
			found["reworded"] = strings.HasSuffix(e.Text, "Orr to price the lanterns.")
			found["restricted"] = e.Restricted != nil
		}
	}
	for _, what := range []string{"added", "reworded", "restricted"} {
		if !found[what] {
			t.Errorf("it is not listed as %s: %+v", what, listed)
		}
	}
}
