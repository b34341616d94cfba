package store

import (
	"testing"

	"minutebook/model"
	"minutebook/model/merge"
)

// with is a meeting after changes.
func with(t *testing.T, m model.Meeting, changes ...model.Change) model.Meeting {
	t.Helper()
	for _, c := range changes {
		next, _, err := m.With(c)
		must(t, err)
		m = next
	}
	return m
}

// What happened to an action that a correction added comes over with the rest.
func TestMergeOfWhatHappenedToACorrectedAction(t *testing.T) {
	t.Parallel()
	m := ofTrust(meeting("m1", "2026-05-04", 4))
	m.State = model.Draft
	m = with(t, m, model.Circulate{Circulation: model.Circulation{On: "2026-05-06"}},
		model.Correct{Correction: model.Correction{ID: "c1", Item: m.Items[0].ID, After: model.Last, Entry: &model.Entry{ID: "added", Kind: model.Action, Text: "Count the buoys."}}},
		model.Pass{Passed: model.Passed{On: "2026-06-01"}})
	ours, theirs := pair(t, m)
	must(t, theirs.Commit(model.Batch{Events: []model.Event{{Meeting: "m1", Action: "added", State: model.Complete, On: "2026-06-10", Made: "2026-06-10T10:00:00Z"}}}))
	merged(t, ours, theirs, merge.Take{})
	if events := must1(ours.Ledger("m1"))(t); len(events) != 1 || events[0].Action != "added" {
		t.Errorf("there are %+v", events)
	}
}

// Minutes that were ratified and sealed elsewhere are the same minutes.
func TestMergeOfRatifiedMinutes(t *testing.T) {
	t.Parallel()
	m := ofTrust(meeting("m1", "2026-05-04", 4))
	m.State = model.Draft
	m = with(t, m, model.Circulate{Circulation: model.Circulation{On: "2026-05-06"}}, model.Pass{Passed: model.Passed{How: model.ByMail, On: "2026-06-01"}})
	ours, theirs := pair(t, m)
	sealed, seal, err := model.SealMeeting(with(t, m, model.Ratify{Meeting: "m2", On: "2026-07-01"}), nil, "")
	must(t, err)
	must(t, theirs.Commit(model.Batch{Meetings: []model.Save[model.Meeting]{{Base: m.Rev, Value: sealed}}, Seals: []model.Seal{seal}}))
	if plan := merged(t, ours, theirs, merge.Take{}); len(plan.Conflicts()) > 0 {
		t.Fatalf("there are conflicts: %s", what(plan))
	}
	if got := must1(ours.Meeting("m1"))(t); got.Seal == nil || len(must1(ours.Seals("b1"))(t)) != 1 {
		t.Errorf("it is not sealed: %+v", got.Passed)
	}
}
