package store

import (
	"testing"

	"minutebook/model"
)

// Approved minutes are found by the words that hold, those of a correction, and
// not by the words that it put right.
func TestSearchFindsWhatWasCorrected(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	m := meeting("m1", "2026-05-04", 2)
	m.State = model.Draft
	m.Items[0].Entries[0].Kind, m.Items[0].Entries[0].Action, m.Items[0].Entries[0].Number = model.Paragraph, nil, 0
	m.Items[0].Entries[0].Text = "The pontoon is sound."
	e := m.Items[0].Entries[0]
	e.Text = "The jetty is sound."
	added := model.Entry{ID: "added", Kind: model.Action, Text: "Count the bollards."}
	sent := with(t, m, model.Circulate{Circulation: model.Circulation{On: "2026-05-06"}},
		model.Correct{Correction: model.Correction{ID: "c1", Entry: &e}},
		model.Correct{Correction: model.Correction{ID: "c2", Item: m.Items[0].ID, After: model.Last, Entry: &added}})
	must(t, b.Commit(save(sent, 0)))
	finds := func(word string, want bool) {
		t.Helper()
		if found := must1(b.Search(word, 0))(t); (found.Total == 1) != want || len(found.Hits) != found.Total {
			t.Errorf("%s is found %d times: %+v", word, found.Total, found.Hits)
		}
	}
	finds("pontoon", true)
	finds("jetty", false)
	must(t, b.Commit(save(with(t, sent, model.Pass{Passed: model.Passed{On: "2026-06-01"}}), sent.Rev)))
	finds("pontoon", false)
	finds("jetty", true)
	finds("bollards", true)
}
