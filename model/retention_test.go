package model

import (
	"errors"
	"testing"
)

func TestWithoutPrivate(t *testing.T) {
	m := start()
	m.Rev = 4
	m.Items[0].Entries = []Entry{{ID: "e1", Kind: Paragraph, Text: "Said."}, {ID: "e2", Kind: Private, Text: "Thought."}}
	next, n, err := m.WithoutPrivate()
	if err != nil || n != 1 || next.Rev != 5 || next.PrivateNotes() != 0 || len(next.Items[0].Entries) != 1 {
		t.Errorf("without its note it is %+v, %d, %v", next, n, err)
	}
	if m.PrivateNotes() != 1 {
		t.Error("the meeting itself was changed")
	}
	if again, n, err := next.WithoutPrivate(); err != nil || n != 0 || again.Rev != 5 {
		t.Errorf("a second time it is revision %d, %d, %v", again.Rev, n, err)
	}
	m.Seal = &SealMark{N: 1}
	var sealed *Sealed
	if same, _, err := m.WithoutPrivate(); !errors.As(err, &sealed) || same.PrivateNotes() != 1 {
		t.Errorf("sealed it gives %v", err)
	}
}
