package register_test

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"minutebook/model"
	"minutebook/model/register"
)

func TestOpenByAge(t *testing.T) {
	t.Parallel()
	due := model.Due{Date: "2026-05-01"}
	got := register.OpenByAge([]register.Action{
		{Date: "2026-06-01", State: model.Open}, {Date: "2026-05-03", State: model.InProgress}, {Date: "2026-05-02", State: model.Open, Due: due},
		{Date: "2025-06-02", State: model.Open}, {Date: "2025-06-01", State: model.Open}, {Date: "2026-06-01", State: model.Complete},
	}, "2026-06-02")
	want := []register.Band{{0, 31, 2, 0}, {31, 92, 1, 1}, {92, 183, 0, 0}, {183, 366, 1, 0}, {366, 0, 1, 0}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
}

func TestOpenByOwner(t *testing.T) {
	t.Parallel()
	late := model.Due{Date: "2026-05-01"}
	got := register.OpenByOwner([]register.Action{
		{ID: "a", State: model.Open}, {ID: "b", State: model.Open}, {ID: "c", State: model.Open},
		{ID: "d", State: model.Open, Owners: []string{"Clerk", "Pilots"}, Due: late}, {ID: "e", State: model.InProgress, Owners: []string{"the Pilots"}},
		{ID: "f", State: model.Complete, Owners: []string{"Eel"}},
	}, "2026-06-02")
	want := []register.Load{{"Pilots", 2, 1}, {"Clerk", 1, 1}, {"", 3, 0}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
}

func TestTurns(t *testing.T) {
	t.Parallel()
	meetings := []model.Summary{
		{ID: "m2", BodyID: "b", Body: "Board", Date: "2026-02-02", State: model.Draft}, {ID: "m1", BodyID: "b", Body: "Board", Date: "2026-01-02", State: model.Approved},
		{ID: "x", BodyID: "other", Date: "2026-01-03", State: model.Draft}, {ID: "m3", BodyID: "b", Date: "2026-03-02", State: model.Planned},
	}
	actions := []register.Action{
		{Meeting: "m1", Date: "2026-01-02", State: model.Complete, On: "2026-02-02"}, {Meeting: "m1", Date: "2026-01-02", State: model.Noted, On: "2026-01-10"},
		{Meeting: "m1", Date: "2026-01-02", State: model.Open}, {Meeting: "m1", Date: "2026-01-02", State: model.Withdrawn},
		{Meeting: "m2", Date: "2026-02-02", State: model.Complete, On: "2026-02-20"}, {Meeting: "x", Date: "2026-01-03", State: model.Open},
	}
	want := []register.Turn{{"m1", "Board", "2026-01-02", 4, 1, 3}, {"m2", "Board", "2026-02-02", 1, 2, 2}, {"", "", "", 0, 1, 1}}
	if got := register.Turns("b", meetings, actions); !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
	if got := register.Turns("b", meetings, actions[:4]); len(got) != 2 {
		t.Errorf("nothing closed since: %+v", got)
	}
}

// What is counted by age is what is open, and what the last turn leaves too.
func TestTheGlancesAgree(t *testing.T) {
	t.Parallel()
	days := []model.Date{"2025-01-02", "2025-09-02", "2026-01-02", "2026-05-30"}
	rapid.Check(t, func(t *rapid.T) {
		var meetings []model.Summary
		for _, d := range days {
			meetings = append(meetings, model.Summary{ID: model.ID(d), BodyID: "b", Date: d, State: model.Draft})
		}
		var actions []register.Action
		open := 0
		for range rapid.IntRange(0, 20).Draw(t, "actions") {
			a := register.Action{Date: rapid.SampledFrom(days).Draw(t, "agreed"), State: rapid.SampledFrom(model.ActionStates).Draw(t, "state")}
			a.Meeting = model.ID(a.Date)
			if a.State.Outstanding() {
				open++
			} else {
				a.On = rapid.SampledFrom(append(days, "2026-06-01", "")).Draw(t, "on")
			}
			actions = append(actions, a)
		}
		byAge, left, opened := 0, 0, 0
		for _, b := range register.OpenByAge(actions, "2026-06-02") {
			byAge += b.Open
		}
		for _, turn := range register.Turns("b", meetings, actions) {
			left = turn.Open
			opened += turn.Opened
		}
		if byAge != open || left != open || opened != len(actions) {
			t.Fatalf("%d open, %d by age, %d left; %d opened of %d", open, byAge, left, opened, len(actions))
		}
	})
}
