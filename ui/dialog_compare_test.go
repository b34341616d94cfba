package ui

import (
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/minutes/compare"
	"minutebook/model/minutes/export"
)

// withRevisions is the full book with two earlier versions of a meeting, the
// first of which has other words, the second none.
func withRevisions(id model.ID) *fakeBook {
	book := fullBook()
	now := book.meetings[id]
	old := now.Clone()
	old.Venue = "The old lifeboat house"
	old.Items[0].Entries[0].Text = strings.Replace(old.Items[0].Entries[0].Text, " ", " (as some say) ", 1)
	book.revisions = map[model.ID][]revision{id: {
		{model.Revision{Rev: 1, Until: "2026-06-18T10:15:30.000000000Z"}, old},
		{model.Revision{Rev: 2, Until: "2026-06-18T10:20:00.000000000Z"}, now.Clone()},
	}}
	return book
}

func onCompare(t *testing.T, world *world, id model.ID) *Window {
	t.Helper()
	w := world.open()
	w.Open(id)
	w.do(w.command("compare"))
	return w
}

func TestCompareShowsWhatChangedAndWritesIt(t *testing.T) {
	book := withRevisions("june")
	world := newWorld(t, book)
	w := onCompare(t, world, "june")
	hit(t, w, enterKey)
	mustShow(t, screenWords(w), "The versions are still being read.")
	world.settle()
	mustShow(t, screenWords(w), "Thursday 18 June 2026, 10:15:30", "2")
	if strings.Contains(screenWords(w), "10:20:00") {
		t.Error("a version is offered that does not differ")
	}
	picture(t, w, "compare")
	hit(t, w, enterKey)
	mustShow(t, screenWords(w), "What changed", "2 changes.", "Venue changed", "The old lifeboat house", "as some say")
	picture(t, w, "compare-changes")
	hit(t, w, downKey, enterKey)
	world.settle()
	path := filepath.FromSlash("/home/clerk/Documents/harbour-oversight-board-2026-06-18-changes.docx")
	earlier, err := book.Revision("june", 1)
	if err != nil {
		t.Fatal(err)
	}
	want, err := export.Compare(".docx", export.Comparison{Input: compare.Input{Earlier: earlier, Later: book.meetings["june"], Style: style(t, book.meetings["june"].Style), Audience: minutes.Full}})
	if err != nil || string(world.files[path]) != string(want) {
		t.Fatalf("%v; written: %d bytes, wanted %d", err, len(world.files[path]), len(want))
	}
	mustShow(t, screenWords(w), "The changes are written", filepath.Base(path), "Open it")
	hit(t, w, tabKey, enterKey)
	world.settle()
	if len(world.shown) != 1 || world.shown[0] != path || w.dialogOpen() || w.window.Canvas().Focused() != w.meeting.panel.composer {
		t.Errorf("shown %v; the dialog open: %v", world.shown, w.dialogOpen())
	}
}

// What is typed is kept by the worker that reads the versions: it waits for one
// of them at the most, and for none once the dialog is closed.
func TestCompareReadsOneVersionAtATime(t *testing.T) {
	book := withRevisions("june")
	world := newWorld(t, book)
	w := onCompare(t, world, "june")
	steps := 0
	for ; len(world.work) > 0; steps++ {
		next := world.work[0]
		world.work = world.work[1:]
		next()
	}
	if steps < 3 { // what there is, and two versions
		t.Errorf("all is read in %d steps", steps)
	}
	hit(t, w, escKey)
	w.do(w.command("compare"))
	hit(t, w, escKey)
	world.work[0]()
	if len(world.work) != 1 {
		t.Errorf("closed, the dialog has %d steps to go", len(world.work)-1)
	}
}

// Esc while a file is read calls it off.
func TestCompareCalledOffStaysAway(t *testing.T) {
	world := newWorld(t, withRevisions("june"))
	w := onCompare(t, world, "june")
	world.settle()
	world.files[document("gone.txt")] = nil
	hit(t, w, tabKey)
	typeText(t, w, "gone.txt")
	hit(t, w, enterKey, escKey)
	focused := w.window.Canvas().Focused()
	world.settle()
	if w.dialogOpen() || focused == nil || w.window.Canvas().Focused() != focused {
		t.Error("the answer about a file took the keyboard away")
	}
}

func TestCompareWithAFile(t *testing.T) {
	world := newWorld(t, fullBook())
	old := juneMeeting()
	old.Venue = "The old lifeboat house"
	data, err := export.Bytes(".json", export.Input{Meeting: old, Style: style(t, "note"), Audience: minutes.Full})
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.FromSlash("/home/clerk/Documents/circulated.json")
	world.files[path] = data
	w := onCompare(t, world, "june")
	mustShow(t, screenWords(w), "Reading the versions …")
	world.settle()
	mustShow(t, screenWords(w), "No earlier version that differs is kept.")
	hit(t, w, enterKey)
	mustShow(t, screenWords(w), "Name a file, or press Esc.")
	typeText(t, w, "edited.docx")
	hit(t, w, enterKey)
	world.settle()
	mustShow(t, screenWords(w), "The book has no such record.") // the file is not there
	world.files[filepath.FromSlash("/home/clerk/Documents/edited.docx")] = []byte("PK")
	hit(t, w, enterKey)
	world.settle()
	mustShow(t, screenWords(w), "name a .json or a .minutes file")
	typeText(t, w, "circulated.json") // over what cannot be read
	hit(t, w, enterKey)
	world.settle()
	mustShow(t, screenWords(w), "circulated.json, and now.", "Venue changed")
	hit(t, w, escKey)
	if w.dialogOpen() || len(world.files) != 2 {
		t.Error("Esc left the dialog open, or wrote a file")
	}
}

func TestCompareOfRestrictedPartsMustSayForWhom(t *testing.T) {
	world := newWorld(t, withRevisions("april"))
	w := onCompare(t, world, "april")
	world.settle()
	hit(t, w, enterKey, enterKey)
	world.settle()
	if len(world.files) != 0 {
		t.Fatal("it was written without saying for whom")
	}
	mustShow(t, screenWords(w), "Nothing is written yet: some parts are restricted.")
	hit(t, w, rightKey, enterKey)
	world.settle()
	public := filepath.FromSlash("/home/clerk/Documents/harbour-oversight-board-2026-04-16-changes-public.docx")
	if len(world.files) != 1 || world.files[public] == nil {
		t.Errorf("written: %v", slices.Collect(maps.Keys(world.files)))
	}
}
