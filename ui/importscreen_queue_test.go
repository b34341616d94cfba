package ui

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"minutebook/model/minutes/recognise"
)

// Of three files the one that cannot be read is named with its reason; the
// others come in, and at the end it is said what came of each.
func TestImportUnreadableAmongThree(t *testing.T) {
	b := lockBook()
	ui, w := bringing(t, b, "march.txt", string(oldMinutes(t)), "torn.docx", "PK\x03\x04torn", "may.txt", string(oldMinutes(t, "14 March", "16 May")))
	s := ui.importing
	if s.files[1].state != fileUnread || s.files[1].why == "" || s.files[2].state != fileLooked {
		t.Fatalf("the files are %d and %d: %s", s.files[1].state, s.files[2].state, s.files[1].why)
	}
	hit(t, ui, leftKey)
	mustShow(t, screenWords(ui), "torn.docx", "Not read", "To confirm")
	picture(t, ui, "import-files")
	hit(t, ui, rightKey)
	takesIn(t, ui, w)
	if s.at.name != "may.txt" || s.at.open == nil {
		t.Fatalf("after the first comes %s", s.at.name)
	}
	takesIn(t, ui, w)
	mustShow(t, screenWords(ui), "Old minutes: what came in", "2 in the book, 1 not read.", "torn.docx", "14 March 2017", "16 May 2017")
	picture(t, ui, "import-sum")
	hit(t, ui, enterKey)
	if ui.dialogOpen() || !onMeeting(ui) || ui.meeting.work.meeting().Date != "2017-05-16" || len(b.meetings) != 2 {
		t.Error("the meeting that came in last is not open")
	}
}

// Leaving keeps what was said of the files until the program ends, which asks
// before.
func TestImportIsLeftAndComeBackTo(t *testing.T) {
	ui, w := bringing(t, lockBook(), "march.txt", string(oldMinutes(t)))
	o := atHand(t, ui)
	n := goToLine(t, ui, "The lower gate will")
	typeText(t, ui, "d")
	w.settle()
	hit(t, ui, escKey)
	if _, ok := ui.screen.(*bookScreen); !ok {
		t.Fatal("Esc does not go back to the minute book")
	}
	mustShow(t, screenWords(ui), "1 file waits as you left it. File, Import")
	hit(t, ui, ctrl(fyne.KeyQ))
	mustShow(t, screenWords(ui), "not in the book yet")
	if w.quit != 0 {
		t.Fatal("the window went without asking")
	}
	run(ui, "import")
	if !onImport(ui) || atHand(t, ui) != o || o.as(n) != recognise.Decision {
		t.Fatal("what was said of the file is gone")
	}
	run(ui, "import")
	if !ui.dialogOpen() {
		t.Error("no others can be added")
	}
	hit(t, ui, escKey)
	hit(t, ui, ctrl(fyne.KeyQ), ctrl(fyne.KeyQ))
	if w.quit != 1 {
		t.Error("asked twice, the window does not go")
	}
}

// Looking at the files that wait can be ended; they are looked at when the clerk
// comes to them.
func TestImportStopsLooking(t *testing.T) {
	w := newWorld(t, lockBook())
	var paths []string
	for i := range 5 {
		path := filepath.FromSlash(fmt.Sprintf("%s%d.txt", documents, i))
		w.files[path] = oldMinutes(t, "14 March", fmt.Sprint(14+i, " March"))
		paths = append(paths, path)
	}
	ui := w.open()
	ui.importAll(paths)
	for range 2 { // the first file, and the first look at another
		next := w.work[0]
		w.work = w.work[1:]
		next()
	}
	mustShow(t, screenWords(ui), "files looked at")
	run(ui, "import-stop")
	w.settle()
	s := ui.importing
	waits := 0
	for _, f := range s.files {
		if f.state == fileWaits {
			waits++
		}
	}
	if waits < 2 || s.looking {
		t.Fatalf("%d files wait", waits)
	}
	takesIn(t, ui, w)
	takesIn(t, ui, w)
	takesIn(t, ui, w)
	if s.at.open == nil || !s.at.undecided() {
		t.Errorf("%s is not read when it is come to", s.at.name)
	}
}

// Files and folders that are dropped come in: of folders those in them and one
// folder deeper, and what is passed over is told.
func TestImportDropped(t *testing.T) {
	w := newWorld(t, lockBook())
	for _, name := range []string{"old/march.txt", "old/budget.xlsx", "old/2016/may.txt", "old/2016/drafts/june.txt", "one.txt"} {
		w.files[filepath.FromSlash(documents+name)] = oldMinutes(t, "14 March 2017", fmt.Sprint(len(name), " March 2016"))
	}
	ui := w.open()
	ui.dropped(fyne.NewPos(0, 0), []fyne.URI{storage.NewFileURI(documents + "old"), storage.NewFileURI(documents + "one.txt")})
	w.settle()
	var names []string
	for _, f := range ui.importing.files {
		names = append(names, f.name)
	}
	if !slices.Equal(names, []string{"march.txt", "may.txt", "one.txt"}) {
		t.Errorf("brought in are %v", names)
	}
	mustShow(t, screenWords(ui), "Passed over: 1 file that is no minutes, 1 folder too deep")
	run(ui, "about")
	ui.dropped(fyne.NewPos(0, 0), []fyne.URI{storage.NewFileURI(documents + "two.txt")})
	w.settle()
	if len(ui.importing.files) != 3 {
		t.Error("a file came in behind a dialog")
	}
}

// Files are chosen in a folder, several with Space, or typed.
func TestImportChoosesFiles(t *testing.T) {
	w := newWorld(t, lockBook())
	for _, name := range []string{"a.txt", "b.txt", "c.txt", "notes.xlsx", "old/d.txt"} {
		w.files[filepath.FromSlash(documents+name)] = oldMinutes(t)
	}
	ui := w.open()
	run(ui, "import")
	w.settle()
	mustShow(t, screenWords(ui), "a.txt", "b.txt", "old/", "3 files that may be minutes")
	if strings.Contains(screenWords(ui), "notes.xlsx") {
		t.Error("a file is offered that is no minutes")
	}
	picture(t, ui, "import-choose")
	hit(t, ui, enterKey) // opens the folder
	w.settle()
	mustShow(t, screenWords(ui), "d.txt", "the folder above")
	hit(t, ui, upKey, enterKey)
	w.settle()
	mustShow(t, screenWords(ui), "old/")
	hit(t, ui, enterKey)
	w.settle()
	hit(t, ui, bare(fyne.KeyBackspace))
	w.settle()
	hit(t, ui, downKey)
	typeText(t, ui, "  ")
	hit(t, ui, enterKey)
	w.settle()
	if n := len(ui.importing.files); n != 2 {
		t.Fatalf("%d files are brought in", n)
	}
	run(ui, "import")
	w.settle()
	typeText(t, ui, "c.txt; \"old\"")
	hit(t, ui, enterKey)
	w.settle()
	if n := len(ui.importing.files); n != 4 {
		t.Errorf("%d files are brought in", n)
	}
	run(ui, "import")
	w.settle()
	typeText(t, ui, "nowhere")
	hit(t, ui, enterKey)
	w.settle()
	if f := ui.importing.files[len(ui.importing.files)-1]; f.state != fileUnread || f.why == "" {
		t.Errorf("a file that is not there is %d: %s", f.state, f.why)
	}
}
