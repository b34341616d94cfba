package recognise

import (
	"testing"

	"minutebook/model"
	"minutebook/model/minutes/read"
)

// TestNothingIsThrownAway holds that what nobody knows stays a paragraph.
func TestNothingIsThrownAway(t *testing.T) {
	d := read.Document{Blocks: []read.Block{{Kind: read.Paragraph, Line: 1, Spans: []model.Span{{Text: "The lamps were lit."}}}}}
	f := Meeting(d, Options{})
	if len(f.Meeting.Items) != 1 || len(f.Meeting.Items[0].Entries) != 1 || f.Meeting.Items[0].Entries[0].Text != "The lamps were lit." {
		t.Fatalf("%+v", f.Meeting.Items)
	}
	if len(f.Pieces) != 1 || f.Pieces[0].As != Paragraph || f.Pieces[0].IDs[0] != f.Meeting.Items[0].Entries[0].ID {
		t.Errorf("%+v", f.Pieces)
	}
}
