package register_test

import (
	"slices"
	"testing"

	"minutebook/model"
	"minutebook/model/register"
)

func TestTakingANotingBack(t *testing.T) {
	t.Parallel()
	done := model.Event{Meeting: "m1", Action: "e1", N: 1, State: model.Complete, On: "2026-05-20", Note: "Sounded", By: "Pilots", Link: "chart.pdf"}
	noted := model.Event{Meeting: "m1", Action: "e1", N: 2, State: model.Noted, On: "2026-06-08", NotedBy: "m2"}
	before := register.Fold(trust(), []model.Event{done})[0]
	back := register.TakeBack([]model.Event{noted, done}, noted)
	back.N = 3
	events := []model.Event{done, noted, back}
	a := register.Fold(trust(), events)[0]
	a.Made, before.Made = "", ""
	if !slices.Equal([]any{a.State, a.On, a.Note, a.By, a.Link, a.NotedBy}, []any{before.State, before.On, before.Note, before.By, before.Link, before.NotedBy}) {
		t.Errorf("taken back: %+v, was %+v", a, before)
	}
	if h := register.History(a, events); h[3].What != register.Unnoted {
		t.Errorf("%+v", h[3])
	}
	noted.N, back = 1, register.TakeBack([]model.Event{noted}, noted)
	back.N = 2
	if a := register.Fold(trust(), []model.Event{noted, back})[0]; a.State != model.Open || a.On != "" || a.NotedBy != "" {
		t.Errorf("open again: %+v", a)
	}
}

func TestNoteCompleted(t *testing.T) {
	t.Parallel()
	next := model.Meeting{ID: "m2", BodyID: "trust", Date: "2026-06-08", Items: []model.Item{{ID: "i", Title: "Minutes", Entries: []model.Entry{
		{ID: "a", Kind: model.Paragraph, Approves: &model.Approval{Date: "2026-05-04", Completed: true}}}}}}
	action := func(id model.ID, body model.ID, day model.Date, state model.ActionState, on model.Date) register.Action {
		return register.Action{Meeting: "m1", ID: id, BodyID: body, Date: day, State: state, On: on}
	}
	actions := []register.Action{
		action("done", "trust", "2026-05-04", model.Complete, "2026-05-20"),
		action("that day", "trust", "2026-05-04", model.Complete, "2026-06-08"),
		action("open", "trust", "2026-05-04", model.Open, ""),
		action("noted", "trust", "2026-05-04", model.Noted, "2026-05-01"),
		action("later", "trust", "2026-05-04", model.Complete, "2026-06-09"),
		action("of others", "board", "2026-05-04", model.Complete, "2026-05-20"),
		action("its own", "trust", "2026-06-08", model.Complete, "2026-06-08"),
	}
	events := register.NoteCompleted(next, actions, "stamp")
	var ids []model.ID
	for _, e := range events {
		ids = append(ids, e.Action)
		if e.State != model.Noted || e.NotedBy != "m2" || e.On != "2026-06-08" || e.Made != "stamp" || e.Meeting != "m1" {
			t.Errorf("%+v", e)
		}
	}
	if !slices.Equal(ids, []model.ID{"done", "that day"}) {
		t.Errorf("noted %v", ids)
	}
	for i, a := range actions {
		if slices.Contains(ids, a.ID) {
			actions[i].State = model.Noted
		}
	}
	if again := register.NoteCompleted(next, actions, "stamp"); again != nil {
		t.Errorf("again: %+v", again)
	}
	next.Items[0].Entries[0].Approves.Completed = false
	if none := register.NoteCompleted(next, []register.Action{actions[0], action("x", "trust", "2026-05-04", model.Complete, "2026-05-20")}, ""); none != nil {
		t.Errorf("nothing was said of them: %+v", none)
	}
}

func TestSince(t *testing.T) {
	t.Parallel()
	last := model.Summary{ID: "m3", BodyID: "trust", Body: "Harbour Trust", Date: "2026-06-08"}
	offer := register.Since([]register.Action{
		{ID: "open", BodyID: "trust", Date: "2026-06-08", Number: 2, State: model.Open},
		{ID: "old", BodyID: "trust", Date: "2025-06-08", State: model.InProgress},
		{ID: "done", BodyID: "trust", Date: "2026-05-04", State: model.Complete, On: "2026-06-20"},
		{ID: "said late", BodyID: "trust", Date: "2026-05-04", Number: 3, State: model.Complete, On: "2026-05-20", Made: "2026-06-10T09:00:00Z"},
		{ID: "long done", BodyID: "trust", Date: "2026-05-04", State: model.Complete, On: "2026-05-20", Made: "2026-05-21T09:00:00Z"},
		{ID: "noted", BodyID: "trust", Date: "2026-05-04", State: model.Noted, On: "2026-06-20"},
		{ID: "gone", BodyID: "trust", Date: "2026-05-04", State: model.Withdrawn, On: "2026-06-20"},
		{ID: "to come", BodyID: "trust", Date: "2026-07-04", State: model.Open},
		{ID: "of others", BodyID: "board", Date: "2026-06-08", State: model.Open},
	}, last)
	if got := ids(offer.Completed); !slices.Equal(got, []model.ID{"done", "long done", "said late"}) {
		t.Errorf("completed %v", got)
	}
	if got := ids(offer.Open); !slices.Equal(got, []model.ID{"old", "open"}) {
		t.Errorf("open %v", got)
	}
}

func ids(actions []register.Action) []model.ID {
	var list []model.ID
	for _, a := range actions {
		list = append(list, a.ID)
	}
	return list
}
