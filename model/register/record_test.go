package register_test

import (
	"errors"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"minutebook/model"
	"minutebook/model/register"
)

// after is the first action of the trust, and its history, after events.
func after(events ...model.Event) (register.Action, []register.Happening) {
	for i := range events {
		events[i].Meeting, events[i].Action, events[i].N = "m1", "e1", i+1
	}
	a := register.Fold(trust(), events)[0]
	return a, register.History(a, events)
}

func TestWhatBecameOfAnAction(t *testing.T) {
	t.Parallel()
	begun := model.Event{State: model.InProgress, On: "2026-05-10", Note: "Lead line bought", By: "Pilots"}
	chased := model.Event{State: model.InProgress, On: "2026-05-12", Chase: "2026-05-30"}
	handed := model.Event{State: model.InProgress, On: "2026-05-13", Owners: []string{"Cllr Eel"}, Note: "Pilots away"}
	done := model.Event{State: model.Complete, On: "2026-05-20", Note: "Sounded", Link: "chart.pdf"}
	noted := model.Event{State: model.Noted, On: "2026-06-08", NotedBy: "m2", Note: "Well done"}

	inHand(t, begun, chased, handed)
	isNoted(t, begun, chased, handed, done, noted)

	a, _ := after(noted) // never said to be complete before
	if a.State != model.Noted || a.On != "2026-06-08" || a.Note != "Well done" || a.NotedBy != "m2" {
		t.Errorf("noted at once: %+v", a)
	}
	a, _ = after(handed, model.Event{State: model.Open, Owners: []string{"Pilots", "Cllr Eel"}})
	if a.Agreed != nil || a.State != model.Open {
		t.Errorf("back with its owners: %+v", a)
	}
}

// inHand is an action that was begun, asked for and handed on.
func inHand(t *testing.T, events ...model.Event) {
	t.Helper()
	a, history := after(events...)
	if a.State != model.InProgress || a.On != "2026-05-10" || a.Note != "Pilots away" || a.Chase != "2026-05-30" || !slices.Equal(a.Owners, []string{"Cllr Eel"}) || !slices.Equal(a.Agreed, []string{"Pilots", "Cllr Eel"}) {
		t.Errorf("in hand: %+v", a)
	}
	if !a.ChaseDue("2026-05-30") || a.ChaseDue("2026-05-29") {
		t.Error("it is to be asked for from 30 May on")
	}
	if what := whats(history); !slices.Equal(what, []register.What{register.Agreed, register.Begun, register.Chasing, register.Reassigned}) {
		t.Errorf("history %v", what)
	}
	if first := history[0]; first.On != "2026-05-04" || first.NotedBy != "m1" || !slices.Equal(first.Owners, []string{"Pilots", "Cllr Eel"}) {
		t.Errorf("agreed: %+v", first)
	}
}

// isNoted is that action once it is done and noted.
func isNoted(t *testing.T, events ...model.Event) {
	t.Helper()
	a, history := after(events...)
	if a.State != model.Noted || a.On != "2026-05-20" || a.Note != "Sounded" || a.Link != "chart.pdf" || a.NotedBy != "m2" || a.Chase != "" {
		t.Errorf("noted: %+v", a)
	}
	if last := history[5]; last.What != register.Noted || last.On != "2026-06-08" || last.NotedBy != "m2" || last.Note != "Well done" {
		t.Errorf("noted: %+v", last)
	}
}

func whats(history []register.Happening) []register.What {
	var list []register.What
	for _, h := range history {
		list = append(list, h.What)
	}
	return list
}

func TestAnActionThatNobodyHadKeepsThat(t *testing.T) {
	t.Parallel()
	event := model.Event{Meeting: "m1", Action: "e3", N: 1, State: model.Open, On: "2026-05-05", Owners: []string{"Clerk"}}
	a := register.Fold(trust(), []model.Event{event})[1]
	if a.Agreed == nil || len(a.Agreed) != 0 || !slices.Equal(a.Owners, []string{"Clerk"}) {
		t.Fatalf("%+v", a)
	}
	if h := register.History(a, []model.Event{event}); len(h[0].Owners) != 0 || !slices.Equal(h[1].Owners, []string{"Clerk"}) {
		t.Errorf("%+v", h)
	}
}

// may says which reason there is against an event, "" for none.
func why(t *testing.T, _ model.Event, err error) register.Why {
	t.Helper()
	var refused *register.Refused
	switch {
	case err == nil:
		return ""
	case !errors.As(err, &refused):
		t.Fatalf("%v is no refusal", err)
	case err.Error() == "":
		t.Fatal("a refusal without words")
	}
	return refused.Why
}

func TestWhatMayBecomeOfAnAction(t *testing.T) {
	t.Parallel()
	on := register.Facts{On: "2026-05-20"}
	said := register.Facts{On: "2026-05-20", Note: "Half done"}
	open, _ := after()
	done, _ := after(model.Event{State: model.Complete, On: "2026-05-20"})
	noted, _ := after(model.Event{State: model.Noted, On: "2026-06-08", NotedBy: "m2"})
	buried := register.Fold(trust(), nil)[2]
	become := func(a register.Action, s model.ActionState, f register.Facts) register.Why {
		e, err := a.Become(s, f)
		return why(t, e, err)
	}
	reassign := func(a register.Action, owners ...string) register.Why {
		e, err := a.Reassign(owners, on)
		return why(t, e, err)
	}
	ask := func(a register.Action, day model.Date) register.Why {
		e, err := a.AskAgain(day, on)
		return why(t, e, err)
	}
	transfer := func(a register.Action, to register.Target) register.Why {
		e, err := a.Transfer(to, on)
		return why(t, e, err)
	}
	supersede := func(a register.Action, by register.Target) register.Why {
		e, err := a.Supersede(by, on)
		return why(t, e, err)
	}
	for name, c := range map[string]struct{ got, want register.Why }{
		"complete":                {become(open, model.Complete, on), ""},
		"begin":                   {become(open, model.InProgress, on), ""},
		"withdraw":                {become(open, model.Withdrawn, on), ""},
		"open as it is":           {become(open, model.Open, on), register.Already},
		"a note on what is open":  {become(open, model.Open, said), ""},
		"complete twice":          {become(done, model.Complete, on), register.Already},
		"complete otherwise":      {become(done, model.Complete, said), ""},
		"open again":              {become(done, model.Open, on), ""},
		"complete what was noted": {become(noted, model.Complete, on), register.Already},
		"noted by none":           {become(done, model.Noted, on), register.NoMeeting},
		"noted":                   {become(done, model.Noted, register.Facts{On: "2026-06-08", NotedBy: "m2"}), ""},
		"no day":                  {become(open, model.Complete, register.Facts{}), register.NoDay},
		"in the minutes":          {become(buried, model.Complete, on), register.InMinutes},
		"a note on a tombstone":   {become(buried, model.Withdrawn, said), register.InMinutes},
		"transferred nowhere":     {become(open, model.Transferred, on), register.NoTarget},
		"to another":              {reassign(open, "Clerk", " Clerk ", ""), ""},
		"to the same":             {reassign(open, "Pilots", "Cllr Eel"), register.Already},
		"to nobody":               {reassign(open, " "), register.NoOwner},
		"what is done":            {reassign(done, "Clerk"), register.Ended},
		"what is buried":          {reassign(buried, "Clerk"), register.InMinutes},
		"ask again":               {ask(open, "2026-06-20"), ""},
		"ask before":              {ask(open, "2026-05-19"), register.Past},
		"ask never":               {ask(open, ""), register.NoDay},
		"ask for what is done":    {ask(done, "2026-06-20"), register.Ended},
		"transfer":                {transfer(open, register.Target{Words: "Pilotage Panel"}), ""},
		"transfer to nowhere":     {transfer(open, register.Target{Words: " "}), register.NoTarget},
		"transfer what is done":   {transfer(done, register.Target{Words: "Pilotage Panel"}), register.Ended},
		"supersede":               {supersede(open, register.Target{Meeting: "m2", Action: "x"}), ""},
		"supersede by itself":     {supersede(open, register.Target{Meeting: "m1", Action: "e1"}), register.Itself},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", name, c.got, c.want)
		}
	}
	e, _ := open.Reassign([]string{"Clerk", " Clerk "}, said)
	if want := (model.Event{Meeting: "m1", Action: "e1", State: model.Open, On: "2026-05-20", Note: "Half done", Owners: []string{"Clerk"}}); !reflect.DeepEqual(e, want) {
		t.Errorf("%+v", e)
	}
	e, _ = open.Transfer(register.Target{Words: " Pilotage Panel ", Meeting: "m2", Action: "x"}, on)
	if want := (model.Event{Meeting: "m1", Action: "e1", State: model.Transferred, On: "2026-05-20", To: "Pilotage Panel", ToMeeting: "m2", ToAction: "x"}); !reflect.DeepEqual(e, want) {
		t.Errorf("%+v", e)
	}
}

// Whatever is recorded by the rules leaves the action as it was said to be.
func TestWhatIsRecordedHolds(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		var events []model.Event
		for range rapid.IntRange(0, 12).Draw(t, "steps") {
			a := register.Fold(trust(), events)[0]
			f := register.Facts{On: rapid.SampledFrom([]model.Date{"2026-05-05", "2026-06-01", "2026-07-01"}).Draw(t, "on"),
				Note: rapid.SampledFrom([]string{"", "Some words", "Others"}).Draw(t, "note"), NotedBy: rapid.SampledFrom([]model.ID{"", "m2"}).Draw(t, "by")}
			var e model.Event
			var err error
			switch rapid.IntRange(0, 4).Draw(t, "what") {
			case 0:
				e, err = a.Reassign([]string{rapid.SampledFrom([]string{"Clerk", "Pilots"}).Draw(t, "owner")}, f)
			case 1:
				e, err = a.AskAgain("2026-08-01", f)
			case 2:
				e, err = a.Transfer(register.Target{Words: "Panel"}, f)
			default:
				e, err = a.Become(rapid.SampledFrom(model.ActionStates).Draw(t, "state"), f)
			}
			if err != nil {
				continue
			}
			e.N = len(events) + 1
			events = append(events, e)
			now := register.Fold(trust(), events)[0]
			switch {
			case now.State != e.State, e.Owners != nil && !slices.Equal(now.Owners, e.Owners), e.Chase != "" && now.Chase != e.Chase,
				e.State.Outstanding() && e.Note != "" && now.Note != e.Note, !now.State.Outstanding() && now.Chase != "", now.To != e.To && e.To != "":
				t.Fatalf("%+v left %+v", e, now)
			}
			if h := register.History(now, events); len(h) != len(events)+1 || h[len(h)-1].On != e.On {
				t.Fatalf("history %+v", h)
			}
		}
	})
}
