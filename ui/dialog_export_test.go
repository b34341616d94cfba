package ui

import (
	"bytes"
	"errors"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/minutes/export"
	"minutebook/ui/widget"
)

// onExport is the window with the export dialog over a meeting.
func onExport(t *testing.T, world *world, meeting model.ID) *Window {
	t.Helper()
	w := world.open()
	w.Open(meeting)
	hit(t, w, ctrlShift(fyne.KeyE))
	return w
}

func style(t *testing.T, name string) minutes.Style {
	t.Helper()
	s, err := minutes.LoadStyle(name)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestExportWritesWhatExportMakes(t *testing.T) {
	for _, ext := range export.Formats() {
		book := fullBook()
		world := newWorld(t, book)
		w := onExport(t, world, "june")
		path := filepath.FromSlash("/tmp/out/minutes") + ext
		typeText(t, w, path) // over the path that is selected
		hit(t, w, enterKey)
		world.settle()
		wanted, err := export.Bytes(ext, export.Input{Meeting: juneMeeting(), Style: style(t, "note")})
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(world.files[path], wanted) {
			t.Errorf("%s: %d bytes written, %d wanted", ext, len(world.files[path]), len(wanted))
		}
		mustShow(t, screenWords(w), "The minutes are written", "minutes"+ext, "Open it")
		hit(t, w, escKey)
		if w.dialogOpen() || len(world.shown) != 0 {
			t.Error("Esc left the dialog open, or opened the file")
		}
	}
}

func TestExportProposesAFileInTheDocuments(t *testing.T) {
	world := newWorld(t, fullBook())
	w := onExport(t, world, "june")
	mustShow(t, screenWords(w), filepath.FromSlash("/home/clerk/Documents/harbour-oversight-board-2026-06-18.docx"))
	picture(t, w, "export")
	hit(t, w, enterKey)
	world.settle()
	if len(world.files) != 1 {
		t.Fatalf("%d files", len(world.files))
	}
	picture(t, w, "export-done")
	hit(t, w, tabKey, enterKey)
	world.settle()
	if len(world.shown) != 1 {
		t.Error("“Open it” did not open the file")
	}
}

func TestExportFormatFollowsThePathAndThePathTheFormat(t *testing.T) {
	world := newWorld(t, fullBook())
	w := onExport(t, world, "june")
	typeText(t, w, "notes.txt")
	mustShow(t, screenWords(w), "It will be written to "+filepath.FromSlash("/home/clerk/Documents/notes.txt"))
	hit(t, w, tabKey, rightKey) // from text to Markdown
	hit(t, w, enterKey)
	world.settle()
	if _, ok := world.files[filepath.FromSlash("/home/clerk/Documents/notes.md")]; !ok {
		t.Errorf("written: %v", world.files)
	}
}

func TestExportAddsTheEndWhereThereIsNone(t *testing.T) {
	world := newWorld(t, fullBook())
	w := onExport(t, world, "june")
	typeText(t, w, `"v1.2 of the minutes"`)
	hit(t, w, enterKey)
	world.settle()
	if _, ok := world.files[filepath.FromSlash("/home/clerk/Documents/v1.2 of the minutes.docx")]; !ok {
		t.Errorf("written: %v", world.files)
	}
}

func TestExportOfRestrictedPartsMustSayForWhom(t *testing.T) {
	world := newWorld(t, fullBook())
	w := onExport(t, world, "april")
	hit(t, w, enterKey)
	world.settle()
	if len(world.files) != 0 {
		t.Fatal("it was written without saying for whom")
	}
	mustShow(t, screenWords(w), "Nothing is written yet: some parts are restricted.")
	picture(t, w, "export-restricted")
	hit(t, w, rightKey, enterKey) // the keyboard is where the answer goes: public
	world.settle()
	wanted, err := export.Bytes(".docx", export.Input{Meeting: world.book.meetings["april"], Ledger: world.book.events, Style: style(t, ""), Audience: minutes.Public})
	if err != nil {
		t.Fatal(err)
	}
	for path, data := range world.files {
		if !bytes.Equal(data, wanted) {
			t.Errorf("%s is not the public file", path)
		}
	}
	if len(world.files) != 1 {
		t.Errorf("%d files", len(world.files))
	}
}

func TestExportReplacesOnlyWhenAskedTwice(t *testing.T) {
	world := newWorld(t, fullBook())
	path := filepath.FromSlash("/home/clerk/Documents/a.txt")
	world.files[path] = []byte("old")
	w := onExport(t, world, "june")
	typeText(t, w, "a.txt")
	hit(t, w, enterKey)
	world.settle()
	mustShow(t, screenWords(w), "There is a file of that name already. Press Enter again to replace it.")
	want(t, string(world.files[path]), "old")
	hit(t, w, enterKey)
	world.settle()
	if string(world.files[path]) == "old" {
		t.Error("Enter again did not replace it")
	}
}

func TestExportThatFailsKeepsTheDialog(t *testing.T) {
	world := newWorld(t, fullBook())
	w := onExport(t, world, "june")
	world.fail = errors.New("the disk is full")
	hit(t, w, enterKey)
	world.settle()
	mustShow(t, screenWords(w), "The disk is full.", "Export the minutes")
	world.fail = nil
	hit(t, w, enterKey)
	world.settle()
	mustShow(t, screenWords(w), "The minutes are written")
}

func TestExportOfPrivateNotesIsAsked(t *testing.T) {
	book := fullBook()
	m := book.meetings["arts"]
	m.Items[0].Entries = append(m.Items[0].Entries, model.Entry{ID: "n1", Kind: model.Private, Text: "Ring the mason."})
	world := newWorld(t, book.put(m))
	w := onExport(t, world, "arts")
	mustNotShow(t, screenWords(w), "With private notes")
	typeText(t, w, "a.minutes")
	mustShow(t, screenWords(w), "With private notes")
	hit(t, w, tabKey, tabKey, tabKey, spaceKey, tabKey)
	hit(t, w, enterKey)
	world.settle()
	data := string(world.files[filepath.FromSlash("/home/clerk/Documents/a.minutes")])
	mustShow(t, data, "p: Ring the mason.")
}

func TestExportClosedMeanwhileTellsAllTheSame(t *testing.T) {
	world := newWorld(t, fullBook())
	w := onExport(t, world, "june")
	typeText(t, w, "a.txt")
	hit(t, w, enterKey, enterKey, escKey)
	world.settle()
	mustShow(t, screenWords(w), "The minutes are written: ")
	if len(world.files) != 1 || w.dialogOpen() {
		t.Errorf("%d files", len(world.files))
	}
	hit(t, w, ctrlShift(fyne.KeyE), enterKey, escKey)
	world.fail = errors.New("the disk is full")
	world.settle()
	want(t, warning(w), "Could not write the minutes: the disk is full.")
}

func TestDialogLeavesRoomForItsScrollBarOnlyWhereThereIsOne(t *testing.T) {
	ui, _ := openQuay(t)
	ui.window.Resize(fyne.NewSize(1366, 740))
	f := newForm(widget.NewField("One", ""), widget.NewField("Two", ""), widget.NewField("Three", ""))
	f.show(ui, "A form", widget.Choice{Words: "Keep", Default: true})
	wide := f.parts.Objects[0].Size().Width
	f.refuse(nil, "Not like that.")
	if got := f.parts.Objects[0].Size().Width; got != wide {
		t.Errorf("what is refused makes the fields %v wide, not %v", got, wide)
	}
	ui.window.Resize(fyne.NewSize(1366, 300))
	f.laid()
	if got := f.parts.Objects[0].Size().Width; got >= wide {
		t.Errorf("the scroll bar lies over fields %v wide", got)
	}
}
