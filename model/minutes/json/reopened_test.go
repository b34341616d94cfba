package json

import (
	"bytes"
	"testing"

	"minutebook/model"
)

// Minutes whose corrections were worked into their words, or rest on what is no
// longer there, are in a book, and so they are read.
func TestCorrectionsWorkedInAreRead(t *testing.T) {
	t.Parallel()
	m := model.Meeting{ID: "m", BodyID: "b", Body: "Quay Board", Date: "2026-01-12", State: model.Draft, Items: []model.Item{{ID: "i", Title: "Moorings",
		Entries: []model.Entry{{ID: "p", Kind: model.Paragraph, Text: "It rained."}, {ID: "q", Kind: model.Paragraph, Text: "The quay is wet."}}}}}
	for _, c := range []model.Change{
		model.Circulate{Circulation: model.Circulation{On: "2026-01-20"}},
		model.Correct{Correction: model.Correction{ID: "k1", Entry: &model.Entry{ID: "p", Kind: model.Paragraph, Text: "It snowed."}}},
		model.Correct{Correction: model.Correction{ID: "k2", Entry: &model.Entry{ID: "q"}, Struck: true}},
		model.Correct{Correction: model.Correction{ID: "k3", Entry: &model.Entry{ID: "r", Kind: model.Paragraph, Text: "It froze."}, Item: "i", After: "p"}},
		model.SetState{State: model.Draft},
		model.SetEntry{Entry: model.Entry{ID: "p", Kind: model.Paragraph, Text: "It snowed."}},
		model.DeleteEntry{ID: "q"},
	} {
		next, _, err := m.With(c)
		if err != nil {
			t.Fatalf("%T: %v", c, err)
		}
		m = next
	}
	again, _, err := Read(bytes.NewReader(write(t, m, true)))
	if err != nil || len(again.Corrections) != 3 {
		t.Errorf("%d corrections are read: %v", len(again.Corrections), err)
	}
}
