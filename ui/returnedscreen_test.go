package ui

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/minutes/docx"
	"minutebook/model/minutes/returned"
	"minutebook/model/ziptest"
)

// draftQuay are minutes that are not circulated yet, revision 7 of them.
func draftQuay() model.Meeting {
	m := quayMeeting()[1].(model.Meeting)
	m.Items[1].Entries = []model.Entry{
		{ID: "p1", Kind: model.Paragraph, Text: "Three quotations were received."},
		{ID: "p2", Kind: model.Paragraph, Text: "The Board noted them."},
		{ID: "a1", Kind: model.Action, Number: 1, Text: "Ann Zelenka to write.", Action: &model.ActionFacts{Owners: []string{"Ann Zelenka"}}}}
	m.State, m.Rev = model.Draft, 7
	return m
}

// typedOver is a draft as somebody sends it back who typed over some words.
func typedOver(t *testing.T, m model.Meeting, words ...string) []byte {
	t.Helper()
	s, err := minutes.LoadStyle("note")
	if err != nil {
		t.Fatal(err)
	}
	d, err := minutes.Compose(m, s, minutes.Full)
	if err != nil {
		t.Fatal(err)
	}
	var file bytes.Buffer
	if err := docx.Write(&file, d); err != nil {
		t.Fatal(err)
	}
	return ziptest.Changed(t, file.Bytes(), func(_, part string) string { return strings.NewReplacer(words...).Replace(part) })
}

// readBack opens the screen of a file that came back, through the dialog.
func readBack(t *testing.T, book *fakeBook, data []byte) (*Window, *world) {
	t.Helper()
	world := newWorld(t, book)
	path := filepath.FromSlash("/home/clerk/Documents/draft.docx")
	world.files[path] = data
	ui := world.open()
	run(ui, "returned")
	typeText(t, ui, path)
	hit(t, ui, bare(fyne.KeyReturn))
	world.settle()
	return ui, world
}

var twoEdits = []string{"Three quotations", "Four quotations", "The Board noted them.", "The Board noted them with regret."}

func TestEditsAreAcceptedAndRejectedByKeys(t *testing.T) {
	m := draftQuay()
	ui, world := readBack(t, newFakeBook().put(quayMeeting()[0], m), typedOver(t, m, twoEdits...))
	s, ok := ui.screen.(*returnedScreen)
	if !ok {
		t.Fatalf("the screen is not there: %s", screenWords(ui))
	}
	mustShow(t, screenWords(ui), "Changed", "Not tracked", "The minutes say", "Three", "The file says", "Four")
	text := func(id model.ID) string {
		e, _, _ := ui.meeting.work.meeting().Entry(id)
		return e.Text
	}
	want(t, text("p1"), "Three quotations were received.") // nothing is applied unasked

	typeText(t, ui, "a")
	want(t, text("p1"), "Four quotations were received.")
	if s.rows.Selected() != 1 {
		t.Errorf("row %d is chosen", s.rows.Selected())
	}
	typeText(t, ui, "r")
	want(t, text("p2"), "The Board noted them.")
	saysNow(t, ui, "All are answered")
	mustShow(t, screenWords(ui), "Accepted", "Rejected")

	hit(t, ui, ctrl(fyne.KeyZ), ctrl(fyne.KeyZ))
	want(t, text("p1"), "Three quotations were received.")
	hit(t, ui, bare(fyne.KeyReturn))
	want(t, text("p1"), "Four quotations were received.")
	hit(t, ui, bare(fyne.KeyEscape))
	if !onMeeting(ui) {
		t.Error("Esc does not lead to the minutes")
	}
	ui.Flush()
	world.settle()
	kept, err := world.book.Meeting(m.ID)
	if err != nil || kept.Items[1].Entries[0].Text != "Four quotations were received." {
		t.Errorf("the book keeps %+v, %v", kept.Items[1].Entries[0], err)
	}
}

func TestAllEditsAreAcceptedOnceAsked(t *testing.T) {
	m := draftQuay()
	ui, _ := readBack(t, newFakeBook().put(quayMeeting()[0], m), typedOver(t, m, twoEdits...))
	text := func() string {
		it := ui.meeting.work.meeting().Items[1]
		return it.Entries[0].Text + " " + it.Entries[1].Text
	}
	run(ui, "proposal-all")
	hit(t, ui, bare(fyne.KeyEscape))
	want(t, text(), "Three quotations were received. The Board noted them.")
	run(ui, "proposal-all")
	hit(t, ui, bare(fyne.KeyReturn))
	want(t, text(), "Four quotations were received. The Board noted them with regret.")
	hit(t, ui, ctrl(fyne.KeyZ))
	want(t, text(), "Three quotations were received. The Board noted them.")
}

func TestWhatChangedInBothIsShownThreefold(t *testing.T) {
	m := draftQuay()
	file := typedOver(t, m, twoEdits...)
	now, _, err := m.With(model.SetEntry{Entry: model.Entry{ID: "p1", Kind: model.Paragraph, Text: "Five quotations were received."}})
	if err != nil {
		t.Fatal(err)
	}
	book := newFakeBook().put(quayMeeting()[0], now)
	book.revisions = map[model.ID][]revision{m.ID: {{model.Revision{Rev: m.Rev}, m}}}
	ui, _ := readBack(t, book, file)
	mustShow(t, screenWords(ui), "earlier version", "Changed in both", "Five", "Four", "When the file was made the minutes said: Three quotations")
	typeText(t, ui, "a")
	want(t, ui.meeting.work.meeting().Items[1].Entries[0].Text, "Four quotations were received.")
}

func TestEditsOfCirculatedMinutesBecomeCorrections(t *testing.T) {
	m := sentQuay()
	ui, _ := readBack(t, newFakeBook().put(quayMeeting()[0], m), typedOver(t, m, twoEdits...))
	mustShow(t, screenWords(ui), "what you accept becomes corrections")
	typeText(t, ui, "a")
	kept := ui.meeting.work.kept()
	if len(kept.Corrections) != 1 || kept.Corrections[0].Entry.Text != "Four quotations were received." || kept.Items[1].Entries[0].Text != "Three quotations were received." {
		t.Errorf("%+v", kept.Corrections)
	}
	hit(t, ui, ctrl(fyne.KeyZ))
	if n := len(ui.meeting.work.kept().Corrections); n != 0 {
		t.Errorf("%d corrections are left", n)
	}
}

func TestFilesThatAreNoDraftOfTheBookSaySo(t *testing.T) {
	m := draftQuay()
	m.ID = "elsewhere"
	ui, _ := readBack(t, newFakeBook(), typedOver(t, m))
	mustShow(t, screenWords(ui), "not in this book", "nothing was changed", "merge that book into this one first")
	ui, _ = readBack(t, newFakeBook(), []byte("Just words.\n"))
	mustShow(t, screenWords(ui), "does not say which meeting", "import it as old minutes")
}

// A move says what is moved, and not only where from and where to.
func TestMoveSaysWhatIsMoved(t *testing.T) {
	m := draftQuay()
	ui, _ := readBack(t, newFakeBook().put(quayMeeting()[0], m), typedOver(t, m, "Three quotations were received.", "The Board noted them.", "The Board noted them.", "Three quotations were received."))
	s := ui.screen.(*returnedScreen)
	moved := slices.IndexFunc(s.found.Proposals, func(p returned.Proposal) bool { return p.Kind == returned.Move })
	if moved < 0 {
		t.Fatalf("nothing is moved: %+v", s.found.Proposals)
	}
	s.rows.Select(moved)
	mustShow(t, screenWords(ui), "What was moved: ")
	mustShow(t, s.row(moved).Cells[2].Words, "The Board noted them.")
}
