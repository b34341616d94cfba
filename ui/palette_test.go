package ui

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestPaletteRunsWhatIsTyped(t *testing.T) {
	w := onMeetingOf(t, fullBook(), "june")
	hit(t, w, ctrl(fyne.KeyK))
	mustShow(t, screenWords(w), "All commands", "Export the minutes", "Ctrl+Shift+E")
	picture(t, w, "palette")
	typeText(t, w, "minute book")
	hit(t, w, enterKey)
	if _, ok := w.screen.(*bookScreen); !ok || w.dialogOpen() {
		t.Error("the Minute book is not shown")
	}
	hit(t, w, ctrl(fyne.KeyK))
	typeText(t, w, "export")
	hit(t, w, enterKey)
	if !w.dialogOpen() {
		t.Error("the export dialog did not open from the palette")
	}
}

func TestPaletteFindsByEnglishTitleAndIdToo(t *testing.T) {
	for _, typed := range []string{"Exporter le proc", "export the min", "export"} {
		w := onMeetingOf(t, fullBook(), "june")
		speaks(t, "fr")
		hit(t, w, ctrl(fyne.KeyK))
		typeText(t, w, typed)
		mustShow(t, screenWords(w), "Exporter le procès-verbal")
		hit(t, w, enterKey)
		mustShow(t, screenWords(w), "Exporter le procès-verbal", "Lignes rapides")
	}
	w := onMeetingOf(t, fullBook(), "june")
	speaks(t, "cy")
	hit(t, w, ctrl(fyne.KeyK))
	typeText(t, w, "select-up") // an id, and no word of any title
	mustShow(t, screenWords(w), "Dewis y cofnod uwchben")
}

func TestPaletteSaysWhatCannotBeDoneHere(t *testing.T) {
	w := newWorld(t, fullBook()).open()
	hit(t, w, ctrl(fyne.KeyK))
	typeText(t, w, "next item")
	hit(t, w, enterKey)
	mustShow(t, screenWords(w), "Not here: this is for an open meeting.")
	typeAll(t, w, "house style: delete")
	hit(t, w, enterKey)
	mustShow(t, screenWords(w), "Not here: this is for the Body screen.")
	typeAll(t, w, "nothing like it")
	hit(t, w, enterKey)
	mustShow(t, screenWords(w), "Nothing like that. Esc goes back.")
	hit(t, w, escKey)
	if w.dialogOpen() {
		t.Error("Esc left it open")
	}
}

func TestGoToItemByNumberAndWords(t *testing.T) {
	w := onMeetingOf(t, fullBook(), "june")
	hit(t, w, ctrl(fyne.KeyG))
	typeText(t, w, "2")
	hit(t, w, enterKey)
	want(t, string(w.meeting.work.item), "i2")
	hit(t, w, ctrl(fyne.KeyG))
	picture(t, w, "go-to")
	typeText(t, w, "matters")
	hit(t, w, enterKey)
	want(t, string(w.meeting.work.item), "i1")
	hit(t, w, ctrl(fyne.KeyG), downKey, downKey, enterKey)
	want(t, string(w.meeting.work.item), "i3")
}

func TestAskBodyAsksWhichWhereItCannotKnow(t *testing.T) {
	w := newWorld(t, fullBook()).open()
	run(w, "body")
	if s, ok := w.screen.(*bodyScreen); !ok || s.id != "hob" {
		t.Fatalf("the body of the chosen meeting is not shown: %T", w.screen)
	}
	hit(t, w, escKey, ctrlShift(fyne.KeyA))
	s := w.screen.(*actionsScreen)
	s.filter.Set("zzz", 3)
	s.fill()
	run(w, "body")
	mustShow(t, screenWords(w), "Which body?", "Thornbeck Arts Panel")
	typeText(t, w, "arts")
	hit(t, w, enterKey)
	if s, ok := w.screen.(*bodyScreen); !ok || s.id != "tap" {
		t.Error("the body chosen is not shown")
	}
	empty := newWorld(t, newFakeBook()).open()
	run(empty, "body")
	mustShow(t, screenWords(empty), "There is no body yet.")
}
