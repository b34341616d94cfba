package main

import (
	"encoding/json"
	"os"
	"testing"

	"minutebook/model"
	"minutebook/model/minutes"
)

func TestPublicIsWrittenWhereItDiffers(t *testing.T) {
	t.Parallel()
	style, err := minutes.LoadStyle("")
	if err != nil {
		t.Fatal(err)
	}
	m := model.Meeting{ID: "m", Body: "Board", Date: "2026-03-03", Items: []model.Item{{ID: "i", Title: "Charges", Entries: []model.Entry{{ID: "e", Kind: model.Paragraph, Text: "Agreed."}}}}}
	for _, c := range []struct {
		restricted *model.Restriction
		want       int
	}{{nil, 1}, {&model.Restriction{Reason: "staffing"}, 2}} {
		m.Items[0].Restricted = c.restricted
		w := writer{folder: t.TempDir()}
		if err := w.inStyle(named{"board", m}, style); err != nil || w.count != c.want || len(w.findings) > 0 {
			t.Errorf("there are %d documents, want %d, with %v (%v)", w.count, c.want, w.findings, err)
		}
		if files, err := os.ReadDir(w.folder); err != nil || len(files) != 2*c.want {
			t.Errorf("there are %v (%v)", files, err)
		}
	}
}

func TestTrialIsAStyle(t *testing.T) {
	t.Parallel()
	s, err := trial()
	if err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := minutes.ReadStyle(data); err != nil {
		t.Error(err)
	}
	if s.Look.Legible() == s.Look {
		t.Error("its colours can be read, and so try nothing")
	}
}

func TestMeetingsAreThere(t *testing.T) {
	t.Parallel()
	found, err := samples()
	if err != nil || len(found) != 6 {
		t.Errorf("there are %d samples (%v)", len(found), err)
	}
	if _, err := seeds(t.TempDir()); err == nil {
		t.Error("a folder without real minutes passes for one with them")
	}
	if found, err := seeds(""); err != nil || len(found) > 0 {
		t.Errorf("without a folder there are %v (%v)", found, err)
	}
}
