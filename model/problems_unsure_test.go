package model

import "testing"

// An entry that was read from a file is listed once until somebody looked at it:
// by saying so, by giving it another kind, or by sending the minutes out.
func TestUnsureUntilLookedAt(t *testing.T) {
	m := Meeting{ID: "m", State: Draft, Items: []Item{{ID: "i", Title: "Roof", Entries: []Entry{
		{ID: "1", Kind: Paragraph, Text: "It was agreed that the roof be mended.", Unsure: true}}}}}
	unsure := func(m Meeting) (fixes []Change) {
		for _, p := range Problems(m, nil) {
			if p.Kind == UnsureEntry || p.Kind == DecisionWords {
				fixes = append(fixes, p.Fix)
			}
		}
		return fixes
	}
	fixes := unsure(m)
	if len(fixes) != 2 {
		t.Fatalf("%d problems", len(fixes))
	}
	for _, fix := range fixes {
		next, undo, err := m.With(fix)
		if err != nil {
			t.Fatal(err)
		}
		if e, _, _ := next.Entry("1"); e.Unsure {
			t.Errorf("still unsure after %+v", fix)
		}
		back, _, err := next.With(undo)
		if e, _, _ := back.Entry("1"); err != nil || !e.Unsure {
			t.Errorf("undone it is not unsure (%v)", err)
		}
	}
	m.State = Circulated
	for _, p := range Problems(m, nil) {
		if p.Kind == UnsureEntry {
			t.Error("still asked of minutes that were sent out")
		}
	}
}
