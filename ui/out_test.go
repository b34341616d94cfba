package ui

import (
	"bytes"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/minutes/export"
)

func document(name string) string { return filepath.FromSlash("/home/clerk/Documents/" + name) }

// exportAgain opens the dialog over the open meeting once more.
func exportAgain(t *testing.T, world *world, w *Window) {
	t.Helper()
	for w.dialogOpen() {
		hit(t, w, escKey)
	}
	world.settle()
	hit(t, w, ctrlShift(fyne.KeyE))
}

func TestExportRemembersTheLastChoices(t *testing.T) {
	world := newWorld(t, fullBook())
	w := onExport(t, world, "june")
	world.files[filepath.FromSlash("/srv/minutes")] = nil // a folder that is there
	typeText(t, w, "/srv/minutes/a.md")
	hit(t, w, tabKey, tabKey, leftKey, enterKey) // the style before "note"
	world.settle()
	exportAgain(t, world, w)
	mustShow(t, screenWords(w), filepath.FromSlash("/srv/minutes/harbour-oversight-board-2026-06-18.md"))
	kept := world.book.clerk.Exports[world.book.meetings["june"].BodyID]
	if len(kept.Formats) != 1 || kept.Formats[0] != ".md" || kept.Folder != filepath.FromSlash("/srv/minutes") || kept.Style == "" {
		t.Errorf("kept is %+v", kept)
	}
	delete(world.files, filepath.FromSlash("/srv/minutes")) // and that has gone
	exportAgain(t, world, w)
	world.settle()
	mustShow(t, screenWords(w), document("harbour-oversight-board-2026-06-18.md"))
}

// For whom a file was is asked each time, and the two files have two names.
func TestExportNeverRemembersForWhom(t *testing.T) {
	world := newWorld(t, fullBook())
	w := onExport(t, world, "april")
	hit(t, w, enterKey, rightKey, rightKey, enterKey) // full
	world.settle()
	if len(world.files) != 1 {
		t.Fatalf("%d files", len(world.files))
	}
	for path := range world.files {
		if !strings.HasSuffix(path, "-full.docx") {
			t.Errorf("the full file is %s", path)
		}
	}
	exportAgain(t, world, w)
	hit(t, w, enterKey)
	world.settle()
	mustShow(t, screenWords(w), "Nothing is written yet: some parts are restricted.")
	hit(t, w, rightKey)
	mustShow(t, screenWords(w), "-public.docx")
}

func TestExportDoesNotReplaceWhatSomebodyChanged(t *testing.T) {
	world := newWorld(t, fullBook())
	w := onExport(t, world, "june")
	typeText(t, w, "a.txt")
	hit(t, w, enterKey)
	world.settle()
	made := string(world.files[document("a.txt")])
	exportAgain(t, world, w) // as it was written: replaced without a question
	typeText(t, w, "a.txt")
	hit(t, w, enterKey)
	world.settle()
	mustShow(t, screenWords(w), "The minutes are written")

	world.files[document("a.txt")] = []byte("my own words")
	exportAgain(t, world, w)
	typeText(t, w, "a.txt")
	hit(t, w, enterKey)
	world.settle()
	mustShow(t, screenWords(w), "a.txt has been changed since Minutebook wrote it, on 21 November 10:41. Replacing it loses those changes. Enter now writes a-2.txt beside it.", "Replace the changed file")
	picture(t, w, "export-changed")
	hit(t, w, enterKey)
	world.settle()
	want(t, string(world.files[document("a.txt")]), "my own words")
	want(t, string(world.files[document("a-2.txt")]), made)

	exportAgain(t, world, w)
	typeText(t, w, "a.txt")
	hit(t, w, enterKey)
	world.settle()
	hit(t, w, tabKey, tabKey, tabKey, spaceKey) // the button
	world.settle()
	want(t, string(world.files[document("a.txt")]), made)
}

// A disk far away may answer after the clerk went on to another file, or away.
func TestExportThatWaitsForTheDiskLosesNoWords(t *testing.T) {
	world := newWorld(t, fullBook())
	world.files[document("a.txt")] = []byte("not ours")
	w := onExport(t, world, "june")
	typeText(t, w, "a.txt")
	hit(t, w, enterKey)
	mustShow(t, screenWords(w), "Writing …")
	typeText(t, w, "2.txt")
	world.settle()
	if words := screenWords(w); strings.Contains(words, "already") || strings.Contains(words, "Writing …") {
		t.Errorf("the answer about another file came:\n%s", words)
	}
	mustShow(t, screenWords(w), "a.txt2.txt")
	world.files[document("a.txt2.txt")] = nil
	hit(t, w, enterKey, escKey)
	world.settle()
	mustShow(t, screenWords(w), "Nothing is written")
	if world.files[document("a.txt2.txt")] != nil || string(world.files[document("a.txt")]) != "not ours" {
		t.Errorf("written: %d files", len(world.files))
	}
}

func TestExportOfAPDF(t *testing.T) {
	world := newWorld(t, fullBook())
	w := onExport(t, world, "june")
	typeText(t, w, "a.docx")
	hit(t, w, tabKey, tabKey, tabKey, spaceKey, tabKey, enterKey) // with a PDF beside it
	world.settle()
	mustShow(t, screenWords(w), "Making the PDF, which takes a few seconds. Esc calls it off.")
	picture(t, w, "export-pdf")
	world.makePDFs(nil)
	mustShow(t, screenWords(w), "The minutes are written", "a.docx", "a.pdf", "Open the file: Word", "Open the file: PDF")
	if !bytes.Equal(world.files[document("a.pdf")], append([]byte("%PDF of "), world.files[document("a.docx")]...)) {
		t.Error("the PDF is not of the Word file")
	}

	exportAgain(t, world, w) // both again, and then without an office program
	mustShow(t, screenWords(w), "With a PDF beside it")
	hit(t, w, tabKey, rightKey, enterKey)
	world.settle()
	world.makePDFs(errNoOffice)
	mustShow(t, screenWords(w), "There is no program on this computer that can make a PDF: install LibreOffice.")

	hit(t, w, enterKey) // once more, and called off
	world.settle()
	hit(t, w, escKey)
	world.makePDFs(nil)
	if w.dialogOpen() || len(world.files) != 2 {
		t.Errorf("called off, there are %d files", len(world.files))
	}
	mustShow(t, screenWords(w), "Making the PDF was called off")
	mustNotShow(t, screenWords(w), "the Word file is written")
}

func TestCallingOffThePDFSaysThatTheWordFileIsThere(t *testing.T) {
	world := newWorld(t, fullBook())
	w := onExport(t, world, "june")
	typeText(t, w, "a.docx")
	hit(t, w, tabKey, tabKey, tabKey, spaceKey, enterKey) // Enter exports; Space is for the button
	world.settle()
	mustShow(t, screenWords(w), "Making the PDF")
	hit(t, w, escKey)
	world.settle()
	mustShow(t, screenWords(w), "Making the PDF was called off; the Word file is written")
	if len(world.files) != 1 || world.files[document("a.docx")] == nil {
		t.Errorf("%d files", len(world.files))
	}
}

func TestExportOfActions(t *testing.T) {
	world := newWorld(t, fullBook())
	w := world.open()
	w.Open("june")
	run(w, "export-actions")
	mustShow(t, screenWords(w), "Export the action log", "Excel", "harbour-oversight-board-2026-06-18-actions.xlsx")
	typeText(t, w, "a.csv")
	hit(t, w, enterKey)
	world.settle()
	mustShow(t, screenWords(w), "The action log is written")
	for _, a := range world.book.meetings["june"].Actions() {
		mustShow(t, string(world.files[document("a.csv")]), model.Plain(a.Text))
	}
	hit(t, w, escKey, ctrlShift(fyne.KeyA))
	world.settle()
	shown := w.screen.(*actionsScreen).shown
	hit(t, w, ctrlShift(fyne.KeyE))
	picture(t, w, "export-actions")
	typeText(t, w, "b.csv")
	hit(t, w, enterKey)
	world.settle()
	if lines := strings.Count(string(world.files[document("b.csv")]), "\r\n"); lines != len(shown)+1 {
		t.Errorf("%d lines are of %d actions:\n%s\n%s", lines, len(shown), world.files[document("b.csv")], screenWords(w))
	}
}

func TestCopyAsText(t *testing.T) {
	world := newWorld(t, fullBook())
	w := world.open()
	w.Open("april")
	m := world.book.meetings["april"]
	for _, c := range []struct {
		keys     []key
		audience minutes.Audience
	}{{nil, minutes.Public}, {[]key{rightKey}, minutes.Full}} {
		run(w, "copy-minutes")
		mustShow(t, screenWords(w), "Some parts are restricted")
		hit(t, w, c.keys...)
		hit(t, w, enterKey)
		world.settle()
		wanted, err := export.Text(export.Input{Meeting: m, Style: style(t, m.Style), Audience: c.audience}, "")
		if err != nil {
			t.Fatal(err)
		}
		want(t, fyne.CurrentApp().Clipboard().Content(), wanted)
	}
	mustShow(t, screenWords(w), "The minutes are on the clipboard, in full")
	run(w, "copy-minutes")
	hit(t, w, escKey)
	w.Open("june")
	june := world.book.meetings["june"]
	run(w, "copy-item")
	world.settle()
	wanted, err := export.Text(export.Input{Meeting: june, Style: style(t, june.Style), Audience: minutes.Public}, w.meeting.work.item)
	if err != nil || wanted == "" {
		t.Fatal(err)
	}
	want(t, fyne.CurrentApp().Clipboard().Content(), wanted)
	it, _ := june.Item(w.meeting.work.item)
	mustShow(t, wanted, model.Plain(it.Title))
	if other := june.Items[0]; other.ID != it.ID && strings.Contains(wanted, other.Title) {
		t.Errorf("the item comes with another:\n%s", wanted)
	}
}

func TestPrint(t *testing.T) {
	world := newWorld(t, fullBook())
	w := world.open()
	w.Open("april")
	hit(t, w, ctrl(fyne.KeyP))
	mustShow(t, screenWords(w), "Print the minutes", "Some parts are restricted")
	hit(t, w, enterKey)
	mustShow(t, screenWords(w), "Making the pages, which takes a few seconds.")
	picture(t, w, "print")
	world.settle()
	m := world.book.meetings["april"]
	in := export.Input{Meeting: m, Style: style(t, m.Style), Audience: minutes.Public}
	word, err := export.Bytes(".docx", in)
	if err != nil {
		t.Fatal(err)
	}
	if len(world.printed) != 1 || !bytes.Equal(world.printed[0].Word, word) || len(world.printed[0].Web) == 0 {
		t.Errorf("%d papers are printed, or not the public one", len(world.printed))
	}
	mustShow(t, screenWords(w), "The pages are open: print them there")
	if w.dialogOpen() {
		t.Error("the dialog stays")
	}
}

func TestPrintThatCannotBeAPDF(t *testing.T) {
	world := newWorld(t, fullBook())
	world.noPDF = "The minutes were opened in the browser, because no PDF could be made."
	w := world.open()
	w.Open("june")
	hit(t, w, ctrl(fyne.KeyP))
	world.settle()
	want(t, warning(w), world.noPDF)
	world.fail = errors.New("there is no room for what is to be printed")
	hit(t, w, ctrl(fyne.KeyP))
	world.settle()
	want(t, warning(w), "Could not print the minutes: there is no room for what is to be printed.")
	printed := len(world.printed)
	world.fail = nil
	hit(t, w, ctrl(fyne.KeyP), escKey)
	world.settle()
	if len(world.printed) != printed || w.dialogOpen() {
		t.Error("printing is not called off")
	}
	mustShow(t, screenWords(w), "Nothing is printed")
}

func TestSegmentsAreChosenByTheirFirstLetter(t *testing.T) {
	world := newWorld(t, fullBook())
	w := onExport(t, world, "june")
	hit(t, w, tabKey)
	typeText(t, w, "m")
	mustShow(t, screenWords(w), "harbour-oversight-board-2026-06-18.md")
	typeText(t, w, "p")
	mustShow(t, screenWords(w), "harbour-oversight-board-2026-06-18.pdf")
}
