package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"minutebook/model"
	"minutebook/model/minutes"
)

func TestAYearLeavesWhatThePapersAreAbout(t *testing.T) {
	t.Parallel()
	y, err := newYear(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = y.book.Close() }()
	if len(y.own) != 3 || y.own[0].Seal == nil || y.own[1].Seal == nil || len(y.own[1].Corrections) != 3 || y.own[2].State != model.Circulated {
		t.Errorf("the meetings are %+v", y.own)
	}
	if y.next.State != model.Planned || len(y.next.Items) < 4 {
		t.Errorf("the next meeting is %+v", y.next)
	}
}

// Every paper is in the folder, public beside full where they differ, and none
// that is public says what is restricted.
func TestPapersAreWritten(t *testing.T) {
	t.Parallel()
	style, err := minutes.LoadStyle("council")
	if err != nil {
		t.Fatal(err)
	}
	own, err := trial()
	if err != nil {
		t.Fatal(err)
	}
	w := writer{folder: t.TempDir()}
	if n, err := w.afterwards([]minutes.Style{style}, own); err != nil || n != w.count || len(w.findings) > 0 {
		t.Fatalf("there are %d papers of %d, with %v (%v)", n, w.count, w.findings, err)
	}
	for _, name := range []string{"agenda", "brief", "extract", "changes", "tracked", "actions", "resolutions", "standing", "sealed"} {
		full, public := w.page(t, "year-"+name+"-council-full"), w.page(t, "year-"+name+"-council-public")
		if full == "" || strings.Contains(public, "rent be halved") || strings.Contains(public, "negotiate with the tenant") {
			t.Errorf("the %s is missing, or says for the public what is restricted", name)
		}
	}
	for words, name := range map[string]string{
		"As corrected": "changes", "Ann Zelenka": "standing", "Seal 2:": "sealed", "Near misses had fallen to five": "sealed",
		"for decision": "agenda", "HOB/2026/01": "resolutions", "Overdue": "brief"} {
		if full := w.page(t, "year-"+name+"-council-full"); !strings.Contains(full, words) {
			t.Errorf("the %s lacks %q", name, words)
		}
	}
	if w.page(t, "year-attendance-council-full") == "" || w.page(t, "torture-standing-trial-full") == "" {
		t.Error("papers are missing")
	}
}

// page is a web page that was written, "" where there is none.
func (w *writer) page(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(w.folder, name+".html"))
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	return string(data)
}
