package actionlog

import (
	"strings"
	"testing"

	"minutebook/model"
	"minutebook/model/minutes"
)

// What was said of an action afterwards is not told to the public where a
// correction withholds words of it, or where a correction added it.
func TestNothingIsSaidOfWhatACorrectionWithholds(t *testing.T) {
	t.Parallel()
	style, err := minutes.LoadStyle("note")
	if err != nil {
		t.Fatal(err)
	}
	why := model.Restriction{Reason: "Commercial"}
	withheld := func(id model.ID) *model.Entry {
		return &model.Entry{ID: id, Kind: model.Action, Text: "Dredge for Brackley and Sons.", Action: &model.ActionFacts{Owners: []string{"Clerk"}},
			Withheld: []model.Phrase{{Words: "Brackley and Sons", Restriction: why}}}
	}
	m := board("a", "Weir Board", "2026-03-02")
	m.State = model.Circulated
	for _, c := range []model.Change{
		model.Correct{Correction: model.Correction{ID: "x", Entry: withheld("a1")}},
		model.Correct{Correction: model.Correction{ID: "y", Item: "i", After: model.Last, Entry: withheld("new")}},
		model.Pass{Passed: model.Passed{On: "2026-04-01"}},
	} {
		if m, _, err = m.With(c); err != nil {
			t.Fatal(err)
		}
	}
	source := Source{Meeting: m, Events: []model.Event{
		{Meeting: "a", Action: "a1", N: 1, State: model.InProgress, On: "2026-04-02", Note: "Brackley asked", Owners: []string{"Brackley"}},
		{Meeting: "a", Action: "new", N: 1, State: model.InProgress, On: "2026-04-02", Note: "Brackley asked", By: "Brackley"}}}
	seen := source.Seen(style, minutes.Public)
	if len(seen) != 3 {
		t.Fatalf("%d actions are seen", len(seen))
	}
	for _, a := range seen {
		if said := a.Text + a.Note + a.By + strings.Join(a.Owners, " "); strings.Contains(said, "Brackley") {
			t.Errorf("action %d says %q", a.Number, said)
		}
	}
}
