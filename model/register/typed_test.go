package register_test

import (
	"reflect"
	"testing"
	"time"

	"pgregory.net/rapid"

	"minutebook/model"
	"minutebook/model/register"
)

// isoDay reads a day in figures alone.
func isoDay(words string) (model.Date, bool) {
	t, err := time.Parse(time.DateOnly, words)
	return model.DateOf(t), err == nil
}

func TestTyped(t *testing.T) {
	t.Parallel()
	for typed, want := range map[string]register.Filter{
		"":                               {},
		"berth  survey":                  {Text: "berth survey"},
		"owner:smith roof":               {Owner: "smith", Text: "roof"},
		`owner:"cllr smith" roof`:        {Owner: "cllr smith", Text: "roof"},
		`forum:“Safety Group”`:           {Forum: "Safety Group"},
		"body:finance state:open":        {Body: "finance", States: []model.ActionState{model.Open}},
		"state:outstanding":              {States: []model.ActionState{model.Open, model.InProgress}},
		"state:prog":                     {States: []model.ActionState{model.InProgress}},
		"state:overdue":                  {Overdue: true},
		"State:chase":                    {Chase: true},
		"due:overdue":                    {Overdue: true},
		"due:2026-06-01":                 {DueBy: "2026-06-01"},
		"due:2026-06":                    {DueFrom: "2026-06-01", DueBy: "2026-06-30"},
		"due:2026":                       {DueFrom: "2026-01-01", DueBy: "2026-12-31"},
		"due:soon":                       {Text: "due:soon"},
		"state:asleep":                   {Text: "state:asleep"},
		"colour:red 10:15":               {Text: "colour:red 10:15"},
		"owner: state: due: words":       {Text: "words"}, // more is being typed
		"owner:smith owner:jones survey": {Owner: "smith jones", Text: "survey"},
	} {
		if got := register.Typed(typed, isoDay); !reflect.DeepEqual(got, want) {
			t.Errorf("%q is %+v, want %+v", typed, got, want)
		}
	}
}

// What a filter says in words reads as the same filter.
func TestTypedReadsWhatWordsSay(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.SampledFrom([]string{"", "smith", "Cllr Smith", "Zoë O’Brien"})
		f := register.Filter{Owner: name.Draw(t, "owner"), Forum: name.Draw(t, "forum"), Body: name.Draw(t, "body"), Text: rapid.SampledFrom([]string{"", "roof", "berth survey"}).Draw(t, "text"),
			Overdue: rapid.Bool().Draw(t, "overdue"), Chase: rapid.Bool().Draw(t, "chase"),
			States: rapid.SampledFrom([][]model.ActionState{nil, {model.Open}, {model.Complete, model.Noted}}).Draw(t, "states")}
		days := rapid.SampledFrom([][2]model.Date{{}, {"", "2026-05-04"}, {"2026-02-01", "2026-02-28"}, {"2026-01-01", "2026-12-31"}}).Draw(t, "due")
		f.DueFrom, f.DueBy = days[0], days[1]
		if got := register.Typed(f.Words(), isoDay); !reflect.DeepEqual(got, f) {
			t.Fatalf("%q reads as %+v, not %+v", f.Words(), got, f)
		}
	})
}

// What both filters want is what each of them wants.
func TestFilterAnd(t *testing.T) {
	t.Parallel()
	actions := register.Fold(trust(), []model.Event{{Meeting: "m1", Action: "e1", N: 1, State: model.InProgress, Note: "Lead line bought", Chase: "2026-06-01"}})
	filters := []register.Filter{{}, {Open: true}, {Overdue: true, Today: "2026-07-01"}, {Owner: "eel"}, {Text: "thanks"}, {States: []model.ActionState{model.Open, model.Withdrawn}},
		{States: []model.ActionState{model.Withdrawn}}, {States: []model.ActionState{model.InProgress}}, {DueBy: "2026-06-01"}, {DueFrom: "2026-06-01"}, {Chase: true, Today: "2026-07-01"}, {Body: "trust"}}
	for _, a := range filters {
		for _, b := range filters {
			a.Today, b.Today = "2026-07-01", "2026-07-01"
			if got, want := a.And(b).Select(actions), b.Select(a.Select(actions)); !reflect.DeepEqual(got, want) {
				t.Errorf("%+v and %+v: %d actions, want %d", a, b, len(got), len(want))
			}
		}
	}
}

// Whatever was recorded of an action, putting it back leaves it as it was: its
// state, who has it, and what was said of it.
func TestPutBack(t *testing.T) {
	t.Parallel()
	m := trust()
	facts := register.Facts{On: "2026-05-20", Note: "said", By: "Ann", Link: "a.pdf", Made: "2026-05-20T10:00:00Z"}
	rapid.Check(t, func(t *rapid.T) {
		var events []model.Event
		action := func() register.Action { return register.Fold(m, events)[0] }
		record := func() (model.Event, error) {
			a := action()
			switch rapid.IntRange(0, 4).Draw(t, "what") {
			case 0:
				return a.Reassign([]string{rapid.SampledFrom([]string{"Ann", "Bo"}).Draw(t, "owner")}, facts)
			case 1:
				return a.AskAgain("2026-08-01", facts)
			case 2:
				return a.Transfer(register.Target{Words: "the Council"}, facts)
			default:
				return a.Become(rapid.SampledFrom([]model.ActionState{model.Open, model.InProgress, model.Complete, model.Withdrawn}).Draw(t, "state"), facts)
			}
		}
		add := func(e model.Event) {
			e.N = len(events) + 1
			events = append(events, e)
		}
		for range rapid.IntRange(0, 4).Draw(t, "before") {
			if e, err := record(); err == nil {
				add(e)
			}
		}
		before := action()
		e, err := record()
		if err != nil {
			return
		}
		add(e)
		back, err := before.PutBack(e, "2026-06-01", "put back", "2026-06-01T10:00:00Z")
		if err != nil {
			if e.Chase == "" || before.Chase != "" {
				t.Fatalf("%+v cannot be put back: %v", e, err)
			}
			return
		}
		add(back)
		isAsBefore(t, before, action())
	})
}

// isAsBefore says where an action that was put back is not as it was.
func isAsBefore(t *rapid.T, before, now register.Action) {
	t.Helper()
	if now.State != before.State || !reflect.DeepEqual(now.Owners, before.Owners) || now.Chase != before.Chase || now.To != before.To {
		t.Fatalf("it was %+v and is %+v", before, now)
	}
	if before.Note != "" && (now.Note != before.Note || now.Link != before.Link || now.By != before.By) || before.Note == "" && now.Note != "put back" {
		t.Fatalf("what was said was %+v and is %+v", before, now)
	}
}
