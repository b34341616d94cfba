package large_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"minutebook/cmd/internal/large"
	"minutebook/model"
)

// The book is the same every time, as large as was asked for, and has
// something of everything that is measured.
func TestBatches(t *testing.T) {
	t.Parallel()
	size := large.Size{Bodies: 3, Meetings: 150, Items: 4, Paragraphs: 12, Actions: 5}
	var data [2]bytes.Buffer
	var meetings, actions, events, private, restricted int
	for i := range data {
		for b := range large.Batches(size) {
			if err := json.NewEncoder(&data[i]).Encode(b); err != nil {
				t.Fatal(err)
			}
			if i > 0 {
				continue
			}
			events += len(b.Events)
			for _, kept := range b.Meetings {
				meetings++
				actions += len(kept.Value.Actions())
				private += privateNotes(kept.Value)
				if kept.Value.HasRestricted() {
					restricted++
				}
			}
		}
	}
	if !bytes.Equal(data[0].Bytes(), data[1].Bytes()) {
		t.Error("the second book is another")
	}
	if meetings != size.Meetings || actions != size.Meetings*size.Actions || events == 0 || events >= actions || private == 0 || restricted == 0 {
		t.Errorf("%d meetings, %d actions, %d events, %d private notes, %d meetings with restricted parts", meetings, actions, events, private, restricted)
	}
}

func privateNotes(m model.Meeting) (n int) {
	for _, it := range m.Items {
		for _, e := range it.Entries {
			if e.Kind == model.Private {
				n++
			}
		}
	}
	return n
}
