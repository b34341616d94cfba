package ui

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"minutebook/model"
)

// fakeSpeller knows everything but some words, with what they stand for.
type fakeSpeller map[string][]string

func (f fakeSpeller) Right(word string) bool       { _, wrong := f[word]; return !wrong }
func (f fakeSpeller) Suggest(word string) []string { return f[word] }

var f7Key = bare(fyne.KeyF7)

// openSpelling shows a meeting with one misspelt entry in each of two items,
// the clerk at the second.
func openSpelling(t *testing.T) (*Window, *world) {
	t.Helper()
	m := model.Meeting{ID: "m", Rev: 1, BodyID: "b", Body: "Quay Board", Style: "note", Date: "2026-03-03", State: model.Live,
		Attendees: []model.Attendee{{ID: "a", Name: "Ann Zelenka", Mark: model.Present}},
		Items: []model.Item{
			{ID: "i1", Title: "Tolls", Entries: []model.Entry{{ID: "e1", Kind: model.Action, Number: 1, Text: "Ann Zelenka to pay the pilotege by 14 August",
				Action: &model.ActionFacts{Owners: []string{"Ann Zelenka"}, Due: model.Due{Words: "by 14 August", Date: "2026-08-14"}}}}},
			{ID: "i2", Title: "Roads", Entries: []model.Entry{{ID: "e2", Kind: model.Paragraph, Text: "The **harbor** road."}}}}}
	body := model.Body{ID: "b", Name: "Quay Board", Seats: []model.Seat{{ID: "s", Person: "p", Name: "Ida Quill"}}}
	w := newWorld(t, newFakeBook().put(body, m))
	w.spellers = map[string]Speller{"en-GB": fakeSpeller{"pilotege": {"pilotage", "protege"}, "harbor": {"harbour"}, "teh": {"the", "ten"}, "Quil": {"Quilt"}, "zzz": nil, "Zelenka": nil}}
	ui := w.open()
	if !ui.Open("m") {
		t.Fatal("the meeting does not open")
	}
	w.settle()
	return ui, w
}

func stripWords(ui *Window) string { return ui.meeting.panel.strip.Block().Text }

func TestStripShowsSpellingOnceTheWordIsTyped(t *testing.T) {
	ui, w := openSpelling(t)
	typeText(t, ui, "Pay teh")
	w.settle()
	mustNotShow(t, stripWords(ui), "Spelling")
	typeText(t, ui, " ")
	w.settle()
	mustShow(t, stripWords(ui), "Spelling: **teh** - the, ten · F7")
	picture(t, ui, "spelling-strip")
	if composerText(ui) != "Pay teh " {
		t.Errorf("the words became %q", composerText(ui))
	}
	typeText(t, ui, "Zelenka, Ida Quil ")
	hit(t, ui, leftKey)
	w.settle()
	mustShow(t, stripWords(ui), "Spelling: **teh**")
	minute(t, ui, "", "/venue teh zzz")
	mustNotShow(t, stripWords(ui), "Spelling")
}

func TestSuggestionsBeginWithTheBooksNames(t *testing.T) {
	ui, w := openSpelling(t)
	typeText(t, ui, "Ida Quil was there ")
	w.settle()
	mustShow(t, stripWords(ui), "**Quil** - Quill, Quilt")
}

func TestF7InTheComposer(t *testing.T) {
	ui, w := openSpelling(t)
	typeText(t, ui, "teh end zzz")
	hit(t, ui, f7Key)
	mustShow(t, screenWords(ui), "Spelling: zzz", "Looking for words")
	typeText(t, ui, "1")
	if !ui.dialogOpen() {
		t.Error("a number was taken before there was anything to choose")
	}
	w.settle()
	mustShow(t, screenWords(ui), "Add it to my words", "Leave it as it is")
	hit(t, ui, escKey)
	if ui.dialogOpen() || composerText(ui) != "teh end zzz" || ui.window.Canvas().Focused() != ui.meeting.panel.composer {
		t.Fatalf("Esc: dialog open %v, words %q", ui.dialogOpen(), composerText(ui))
	}
	hit(t, ui, ctrlShift(fyne.KeyS))
	w.settle()
	mustShow(t, screenWords(ui), "Spelling: teh", "the", "ten")
	picture(t, ui, "spelling")
	typeText(t, ui, "2")
	if composerText(ui) != "ten end zzz" {
		t.Errorf("the words are %q", composerText(ui))
	}
	hit(t, ui, ctrl(fyne.KeyZ))
	if composerText(ui) != "teh end zzz" {
		t.Errorf("undone, the words are %q", composerText(ui))
	}
}

func TestF7GoesThroughTheEntries(t *testing.T) {
	ui, w := openSpelling(t)
	typeText(t, ui, "fine words")
	hit(t, ui, f7Key)
	w.settle()
	mustShow(t, screenWords(ui), "Spelling: harbor")
	hit(t, ui, enterKey)
	w.settle()
	if e, _, _ := w.book.meetings["m"].Entry("e2"); e.Text != "The **harbour** road." || composerText(ui) != "fine words" {
		t.Errorf("the entry is %q, the composer %q", e.Text, composerText(ui))
	}
	hit(t, ui, f7Key)
	w.settle()
	if ui.meeting.work.item != "i1" || ui.meeting.work.selected != "e1" {
		t.Errorf("at %s, %s", ui.meeting.work.item, ui.meeting.work.selected)
	}
	hit(t, ui, downKey, enterKey)
	w.settle()
	e, _, _ := w.book.meetings["m"].Entry("e1")
	if e.Text != "Ann Zelenka to pay the protege by 14 August" || e.Number != 1 || e.Action.Due.Date != "2026-08-14" || !slices.Equal(e.Action.Owners, []string{"Ann Zelenka"}) {
		t.Errorf("the action is %+v", e)
	}
	hit(t, ui, f7Key)
	if ui.said != "No spelling to look at" {
		t.Errorf("with nothing left the window says %q", ui.said)
	}
	hit(t, ui, ctrl(fyne.KeyZ), ctrl(fyne.KeyZ), ctrl(fyne.KeyZ))
	all := composerText(ui) + ui.meeting.work.parked["i2"] + ui.meeting.work.parked["i1"]
	if !strings.Contains(all, "fine words") {
		t.Errorf("the unfinished words are %q", all)
	}
}

func TestWordsPassedOverWaitForTheOthers(t *testing.T) {
	ui, w := openSpelling(t)
	for _, word := range []string{"harbor", "pilotege"} {
		hit(t, ui, f7Key)
		w.settle()
		mustShow(t, screenWords(ui), "Spelling: "+word)
		hit(t, ui, escKey)
	}
	hit(t, ui, f7Key)
	if ui.dialogOpen() || !strings.Contains(ui.said, "F7 begins again") {
		t.Errorf("the window says %q", ui.said)
	}
	hit(t, ui, f7Key)
	w.settle()
	mustShow(t, screenWords(ui), "Spelling: pilotege")
}

func TestAddedWordsAreRightEverywhere(t *testing.T) {
	ui, w := openSpelling(t)
	mustShow(t, screenWords(ui), "Spelling: harbor", "Spelling: pilotege")
	hit(t, ui, f7Key)
	w.settle()
	typeText(t, ui, "2") // after its one suggestion
	w.settle()
	if !slices.Equal(w.book.clerk.Words, []string{"harbor"}) {
		t.Errorf("the clerk's words are %q", w.book.clerk.Words)
	}
	words := screenWords(ui)
	mustNotShow(t, words, "Spelling: harbor")
	mustShow(t, words, "Spelling: pilotege")
	w.book.refuse = errors.New("the disk is full")
	hit(t, ui, f7Key)
	w.settle()
	typeText(t, ui, "3")
	mustShow(t, screenWords(ui), "Could not add the word to yours: the disk is full.")
}

func TestMissingDictionaryIsSaidOnceAndBreaksNothing(t *testing.T) {
	ui, w := openSpelling(t)
	hit(t, ui, ctrl(fyne.KeyL))
	asked := 0
	ui.out.Speller = func(_ string, ready func(Speller, error)) {
		asked++
		ready(nil, errors.New("No Welsh dictionary is installed; spelling is not checked"))
	}
	w.book.clerk.Spelling = "cy"
	ui.showMeeting()
	if asked != 1 || ui.said != "No Welsh dictionary is installed; spelling is not checked." {
		t.Errorf("asked %d times, said %q", asked, ui.said)
	}
	ui.unsay()
	ui.showMeeting()
	if asked != 1 || ui.said != "" {
		t.Errorf("the second time, asked %d times, said %q", asked, ui.said)
	}
	typeText(t, ui, "teh end")
	mustNotShow(t, screenWords(ui), "Spelling:")
	hit(t, ui, f7Key)
	if ui.said != "No Welsh dictionary is installed; spelling is not checked." {
		t.Errorf("F7 says %q", ui.said)
	}
	w.book.clerk.Spelling = "none"
	ui.showMeeting()
	hit(t, ui, f7Key)
	if ui.said != "Spelling is switched off" {
		t.Errorf("F7 says %q", ui.said)
	}
}

func TestSpellingLeavesApprovedMinutesAlone(t *testing.T) {
	ui, w := openSpelling(t)
	m := w.book.meetings["m"]
	m.ID, m.State = "done", model.Approved
	w.book.put(m)
	ui.Open("done")
	w.settle()
	hit(t, ui, f7Key)
	if ui.dialogOpen() || ui.said != "No spelling to look at" {
		t.Errorf("F7 says %q", ui.said)
	}
}
