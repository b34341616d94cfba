package register_test

import (
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"minutebook/model"
	"minutebook/model/register"
)

func trust() model.Meeting {
	return model.Meeting{ID: "m1", Body: "Harbour Trust", Date: "2026-05-04", Items: []model.Item{
		{ID: "i1", Title: "One", Entries: []model.Entry{
			{ID: "e1", Kind: model.Action, Number: 1, Text: "Pilots to **sound** the [channel](chart.pdf)",
				Action: &model.ActionFacts{Owners: []string{"Pilots", "Cllr Eel"}, Due: model.Due{Words: "by 1 June", Date: "2026-06-01"}, Forum: "Boat Committee"}},
			{ID: "e2", Kind: model.Paragraph, Text: "Words."},
			{ID: "e3", Kind: model.Action, Number: 3, Text: "Thanks to be sent"},
		}},
		{ID: "i2", Title: "Two", Restricted: &model.Restriction{Reason: "pay"}, Entries: []model.Entry{
			{ID: "e4", Kind: model.Action, Number: 2, Text: "Dropped", Action: &model.ActionFacts{Withdrawn: true, Due: model.Due{Words: "in autumn"}}},
		}},
	}}
}

func TestFold(t *testing.T) {
	t.Parallel()
	got := register.Fold(trust(), []model.Event{
		{Meeting: "m1", Action: "e1", N: 2, State: model.Complete, On: "2026-05-20", Note: "Sounded", NotedBy: "m2"},
		{Meeting: "m1", Action: "e1", N: 1, State: model.InProgress, Note: "Begun"},
		{Meeting: "m1", Action: "e4", N: 1, State: model.Complete},
		{Meeting: "m9", Action: "e3", N: 7, State: model.Withdrawn},
	})
	want := []register.Action{
		{Meeting: "m1", ID: "e1", Item: "i1", Printed: "1", Body: "Harbour Trust", Date: "2026-05-04", Number: 1, Text: "Pilots to sound the channel", Owners: []string{"Pilots", "Cllr Eel"},
			Due: model.Due{Words: "by 1 June", Date: "2026-06-01"}, Forum: "Boat Committee", State: model.Complete, On: "2026-05-20", Note: "Sounded", NotedBy: "m2"},
		{Meeting: "m1", ID: "e3", Item: "i1", Printed: "3", Body: "Harbour Trust", Date: "2026-05-04", Number: 3, Text: "Thanks to be sent", State: model.Open},
		{Meeting: "m1", ID: "e4", Item: "i2", Printed: "2", Tombstone: true, Body: "Harbour Trust", Date: "2026-05-04", Number: 2, Text: "Dropped", Due: model.Due{Words: "in autumn"}, State: model.Withdrawn, Restricted: true},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("folded\n%+v, want\n%+v", got, want)
	}
}

func TestFoldDoesNotMindTheOrder(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		var events []model.Event
		for n := range rapid.IntRange(0, 6).Draw(t, "events") {
			events = append(events, model.Event{Meeting: "m1", Action: "e1", N: n + 1, State: rapid.SampledFrom(model.ActionStates).Draw(t, "state")})
		}
		want := model.Open
		if len(events) > 0 {
			want = events[len(events)-1].State
		}
		got := register.Fold(trust(), rapid.Permutation(events).Draw(t, "order"))
		if got[0].State != want {
			t.Fatalf("state is %s, want %s", got[0].State, want)
		}
	})
}

func TestOverdue(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		state model.ActionState
		due   model.Due
		want  bool
	}{
		{model.Open, model.Due{Date: "2026-06-01"}, true},
		{model.InProgress, model.Due{Date: "2026-06-01"}, true},
		{model.Open, model.Due{Date: "2026-06-02"}, false},
		{model.Open, model.Due{Words: "in spring"}, false},
		{model.Open, model.Due{Words: "by 31 June", Date: "2026-06-31"}, false},
		{model.Complete, model.Due{Date: "2026-06-01"}, false},
		{model.Withdrawn, model.Due{Date: "2026-06-01"}, false},
	} {
		if got := (register.Action{State: c.state, Due: c.due}).Overdue("2026-06-02"); got != c.want {
			t.Errorf("%s, due %v: overdue is %v", c.state, c.due, got)
		}
	}
}

func TestFilter(t *testing.T) {
	t.Parallel()
	actions := register.Fold(trust(), []model.Event{{Meeting: "m1", Action: "e1", N: 1, State: model.InProgress, Note: "Lead line bought"},
		{Meeting: "m1", Action: "e3", N: 1, State: model.Open, Chase: "2026-06-02"}})
	for _, c := range []struct {
		name   string
		filter register.Filter
		want   []int
	}{
		{"none", register.Filter{}, []int{1, 3, 2}},
		{"open", register.Filter{Open: true}, []int{1, 3}},
		{"state", register.Filter{States: []model.ActionState{model.Withdrawn, model.Complete}}, []int{2}},
		{"owner", register.Filter{Owner: "eel"}, []int{1}},
		{"part of an owner's word", register.Filter{Owner: "pilot"}, nil},
		{"words of two owners", register.Filter{Owner: "pilots eel"}, nil},
		{"forum", register.Filter{Forum: "boat committee"}, []int{1}},
		{"body", register.Filter{Body: "Trust"}, []int{1, 3, 2}},
		{"another body", register.Filter{Body: "Council"}, nil},
		{"text", register.Filter{Text: "sou chan"}, []int{1}},
		{"note", register.Filter{Text: "lead"}, []int{1}},
		{"due", register.Filter{DueBy: "2026-06-01"}, []int{1}},
		{"due before", register.Filter{DueBy: "2026-05-31"}, nil},
		{"due from", register.Filter{DueFrom: "2026-06-01"}, []int{1}},
		{"due after", register.Filter{DueFrom: "2026-06-02"}, nil},
		{"overdue", register.Filter{Overdue: true}, []int{1}},
		{"to be chased", register.Filter{Chase: true}, []int{3}},
		{"its body", register.Filter{BodyID: "trust"}, nil},
		{"number and owner in the words", register.Filter{Text: "1 pilots"}, []int{1}},
		{"both", register.Filter{Open: true, Text: "thanks"}, []int{3}},
	} {
		var got []int
		c.filter.Today = "2026-06-02"
		for _, a := range c.filter.Select(actions) {
			got = append(got, a.Number)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestOrders(t *testing.T) {
	t.Parallel()
	actions := []register.Action{
		{Meeting: "b", Date: "2026-01-02", Number: 1, Due: model.Due{Words: "soon"}},
		{Meeting: "a", Date: "2026-01-02", Number: 2, Due: model.Due{Date: "2026-03-01"}},
		{Meeting: "a", Date: "2026-01-02", Number: 1},
		{Meeting: "c", Date: "2025-01-02", Number: 9, Due: model.Due{Date: "2026-02-01"}},
	}
	got := ""
	for _, a := range slices.SortedFunc(slices.Values(actions), register.ByMeeting) {
		got += string(a.Meeting) + string(rune('0'+a.Number))
	}
	if want := "c9a1a2b1"; got != want {
		t.Errorf("by meeting: %s, want %s", got, want)
	}
}
