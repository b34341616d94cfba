package attended_test

import (
	"testing"

	"minutebook/model"
	"minutebook/model/attended"
)

// A roll call that was put right counts as it should read, once the minutes are
// approved.
func TestGridReadsCorrectedRollCalls(t *testing.T) {
	t.Parallel()
	m := held("2026-03-01", came("ann", "Ann Zed"), came("bo", "Bo Quill"))
	m.State = model.Circulated
	for i := range m.Attendees {
		m.Attendees[i].ID = m.Attendees[i].Person
	}
	bo := sorry("bo", "Bo Quill")
	bo.ID = "bo"
	for _, c := range []model.Change{model.Correct{Correction: model.Correction{ID: "c", Attendee: &bo}}, model.Pass{Passed: model.Passed{On: "2026-04-01"}}} {
		for _, p := range attended.Of(weirs(), []model.Meeting{m}, "2026-05-01").People {
			if p.Attended != 1 {
				t.Errorf("before %T %s attended %d", c, p.Name, p.Attended)
			}
		}
		var err error
		if m, _, err = m.With(c); err != nil {
			t.Fatal(err)
		}
	}
	for _, p := range attended.Of(weirs(), []model.Meeting{m}, "2026-05-01").People {
		if want := map[model.ID]int{"ann": 1, "bo": 0}[p.ID]; p.Attended != want {
			t.Errorf("%s attended %d, want %d", p.Name, p.Attended, want)
		}
	}
}
