package ui

import (
	"strings"
	"testing"

	"minutebook/model"
)

func TestPurgeFromTheMeeting(t *testing.T) {
	ui, w := openQuay(t)
	minute(t, ui, "The Board noted the report.")
	w.settle()
	if canPurge(ui) {
		t.Fatal("a meeting that goes on can be purged")
	}
	minute(t, ui, "/close")
	w.settle()
	m := w.book.meetings["m"]
	m.Items[0].Entries = append(m.Items[0].Entries, model.Entry{ID: "p1", Kind: model.Private, Text: "The chair was cross."})
	m.Rev++
	if !ui.leaveMeeting() {
		t.Fatal("the meeting stays")
	}
	w.book.put(m)
	w.book.revisions = map[model.ID][]revision{"m": {{Revision: model.Revision{Rev: 1}, meeting: m}}}
	ui.Open("m")
	typeText(t, ui, "half a")

	ui.do(ui.command("purge"))
	if !strings.Contains(wordsOn(ui.window.Canvas().Overlays().Top()), "removed for good") {
		t.Fatal("it does not say what would go")
	}
	hit(t, ui, escKey)
	w.settle()
	if len(privateIn(w.book.meetings["m"])) == 0 {
		t.Fatal("it went though it was called off")
	}
	ui.do(ui.command("purge"))
	hit(t, ui, enterKey)
	w.settle()
	if left := privateIn(w.book.meetings["m"]); len(left) > 0 || len(w.book.revisions["m"]) > 0 {
		t.Errorf("left are %q and %d versions", left, len(w.book.revisions["m"]))
	}
	if composerText(ui) != "half a" {
		t.Errorf("the composer has %q", composerText(ui))
	}
	if head := wordsOn(ui.window.Content()); !strings.Contains(head, "1 earlier version") {
		t.Error("it does not say what went")
	}
	// The meeting goes on at its new revision.
	minute(t, ui, " sentence more.")
	w.settle()
	if entries := w.book.meetings["m"].Items[1].Entries; len(entries) == 0 || entries[len(entries)-1].Text != "half a sentence more." {
		t.Errorf("the book holds %+v", entries)
	}
}
