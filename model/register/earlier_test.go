package register

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"minutebook/model"
)

func earlier() Earlier {
	return Earlier{Body: "panel", Date: "2026-06-10",
		Meetings: []model.Summary{
			{ID: "first", BodyID: "panel", Date: "2025-10-15"},
			{ID: "last", BodyID: "panel", Date: "2026-02-04"},
			{ID: "other", BodyID: "board", Date: "2026-05-01"},
			{ID: "cancelled", BodyID: "panel", Date: "2026-05-02", State: model.Cancelled},
			{ID: "this", BodyID: "panel", Date: "2026-06-10"},
		},
		Actions: []Action{
			{Meeting: "first", ID: "a", Number: 1}, {Meeting: "first", ID: "b", Number: 2},
			{Meeting: "last", ID: "c", Number: 1},
			{Meeting: "other", ID: "d", Number: 7}, {Meeting: "this", ID: "e", Number: 3},
		},
	}
}

func TestEarlierFindsTheActionThatWordsName(t *testing.T) {
	t.Parallel()
	for reference, want := range map[string]model.ID{
		"1": "c", " 1 ": "c", "15 October 2025 2": "b", "15 Oct 2025 1": "a", "2025-10-15 2": "b",
	} {
		if a, err := earlier().Find(reference); err != nil || a.ID != want {
			t.Errorf("%q is %q (%v), want %q", reference, a.ID, err, want)
		}
	}
	for reference, why := range map[string]string{
		"2":                  "the meeting of 4 February 2026 has no action 2",
		"7":                  "has no action 7",
		"3":                  "has no action 3",
		"":                   "has a number",
		"the lights":         "has a number",
		"0":                  "has a number",
		"31 February 2026 1": "no day",
		"1 May 2026 7":       "no earlier meeting on 1 May 2026",
		"10 June 2026 3":     "no earlier meeting on 10 June 2026",
	} {
		_, err := earlier().Find(reference)
		var none *NoAction
		if !errors.As(err, &none) || none.Reference != reference || !strings.Contains(none.Why, why) {
			t.Errorf("%q: %v, want %q", reference, err, why)
		}
	}
	e := earlier()
	e.Body = "new"
	if _, err := e.Find("1"); err == nil || !strings.Contains(err.Error(), "no earlier meeting") {
		t.Errorf("a body without meetings: %v", err)
	}
}

func TestEarlierNotesOnlyWhatIsNew(t *testing.T) {
	t.Parallel()
	done := func(id model.ID, action, note string) model.Entry {
		return model.Entry{ID: id, Kind: model.Paragraph, Done: &model.DoneFact{Action: action, Note: note}}
	}
	base := model.Meeting{ID: "this", Date: "2026-06-10", Items: []model.Item{{ID: "i", Title: "Actions", Entries: []model.Entry{done("x", "1", "")}}}}
	m := base.Clone()
	m.Items[0].Entries = append(m.Items[0].Entries, done("y", "15 October 2025 2", "sent"), done("z", "99", ""), model.Entry{ID: "w", Kind: model.Paragraph, Text: "Noted."})
	want := []model.Event{{Meeting: "first", Action: "b", State: model.Noted, On: "2026-06-10", Note: "sent", NotedBy: "this"}}
	if got := earlier().Noted(base, m); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

// Where numbers run on, the number alone says which action is meant, whichever
// meeting had it.
func TestEarlierFindsNumbersThatRunOn(t *testing.T) {
	byYear := model.UsedNumbers{Actions: model.Used{Run: model.PerYear, Year: "2026", First: 1, Last: 15}}
	e := Earlier{Body: "b", Date: "2026-06-01",
		Meetings: []model.Summary{
			{ID: "jan", BodyID: "b", Date: "2026-01-10", Numbers: byYear}, {ID: "mar", BodyID: "b", Date: "2026-03-10", Numbers: byYear},
			{ID: "other", BodyID: "o", Date: "2026-02-10", Numbers: byYear}, {ID: "jul", BodyID: "b", Date: "2026-07-10", Numbers: byYear}},
		Actions: []Action{
			{Meeting: "jan", ID: "a", Date: "2026-01-10", Number: 3, Printed: "2026/3"}, {Meeting: "mar", ID: "b", Date: "2026-03-10", Number: 15, Printed: "2026/15"},
			{Meeting: "other", ID: "c", Date: "2026-02-10", Number: 4, Printed: "2026/4"}, {Meeting: "jul", ID: "d", Date: "2026-07-10", Number: 16, Printed: "2026/16"}},
	}
	for reference, want := range map[string]model.ID{"2026/3": "a", "2026/15": "b", "15": "b", "10 January 2026 3": "a", "2026/4": "", "2026/16": "", "3": ""} {
		a, err := e.Find(reference)
		if a.ID != want || (err == nil) != (want != "") {
			t.Errorf("%s is %q (%v), not %q", reference, a.ID, err, want)
		}
	}
}
