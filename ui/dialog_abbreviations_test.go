package ui

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"minutebook/model"
)

func TestReadAbbreviation(t *testing.T) {
	for line, want := range map[string]model.Abbreviation{
		"hm Harbour Master":    {Short: "hm", Long: "Harbour Master"},
		" hm  =  Harbour  Man": {Short: "hm", Long: "Harbour Man"},
		"hm: Harbour Master":   {Short: "hm", Long: "Harbour Master"},
		"don't do not":         {Short: "don't", Long: "do not"},
	} {
		if got, err := readAbbreviation(line); err != nil || got != want {
			t.Errorf("%q: %v, %v", line, got, err)
		}
	}
	for line, want := range map[string]error{"": errNoShort, "hm": errNoShort, "h/m Harbour Master": errShortSigns} {
		if _, err := readAbbreviation(line); !errors.Is(err, want) {
			t.Errorf("%q: %v", line, err)
		}
	}
}

func TestSelectionBecomesAnAbbreviation(t *testing.T) {
	ui, w, _ := openTown(t)
	typeText(t, ui, "The Dredging Trust")
	ui.meeting.panel.composer.Select(4, 18)
	ui.do(ui.command("save-abbreviation"))
	typeText(t, ui, "hm")
	hit(t, ui, enterKey)
	if !strings.Contains(dialogWords(ui), "stands for “Harbour Master” already") {
		t.Errorf("letters that are taken: %q", dialogWords(ui))
	}
	retype(t, ui, "dt")
	hit(t, ui, enterKey)
	if got := w.book.bodies["b"].Abbreviations[2]; got != (model.Abbreviation{Short: "dt", Long: "Dredging Trust"}) {
		t.Fatalf("the body has %v", got)
	}
	want(t, composerText(ui), "The Dredging Trust")
	ui.meeting.panel.composer.Set("", 0)
	typeText(t, ui, "dt ")
	want(t, composerText(ui), "Dredging Trust ")
}

func TestChosenEntryBecomesAnAbbreviationOfTheClerk(t *testing.T) {
	ui, w, _ := openTown(t)
	minute(t, ui, "The report was noted.")
	hit(t, ui, ctrl(fyne.KeyUp))
	ui.do(ui.command("save-abbreviation"))
	typeText(t, ui, "rn")
	hit(t, ui, tabKey, tabKey, rightKey, enterKey)
	if got := fmt.Sprint(w.book.clerk.Abbreviations); got != "[{hm hot meal} {tfc to follow} {rn The report was noted.}]" {
		t.Errorf("the clerk has %s", got)
	}
}

func TestAbbreviationsOfTheClerkAreEdited(t *testing.T) {
	ui, w, _ := openTown(t)
	ui.do(ui.command("abbreviations"))
	typeText(t, ui, "rn The report was noted.")
	hit(t, ui, enterKey)
	hit(t, ui, upKey, upKey) // to the first
	hit(t, ui, tabKey, enterKey)
	retype(t, ui, "hm hot meals")
	hit(t, ui, enterKey)
	if got := fmt.Sprint(w.book.clerk.Abbreviations); got != "[{hm hot meals} {tfc to follow} {rn The report was noted.}]" {
		t.Errorf("the clerk has %s", got)
	}
	hit(t, ui, tabKey, downKey, bare(fyne.KeyDelete))
	if got := fmt.Sprint(w.book.clerk.Abbreviations); got != "[{hm hot meals} {rn The report was noted.}]" {
		t.Errorf("one removed, the clerk has %s", got)
	}
	typeText(t, ui, "x")
	hit(t, ui, enterKey)
	if !ui.dialogOpen() || !strings.Contains(dialogWords(ui), "a space and what they stand for") {
		t.Errorf("a line without words: %q", dialogWords(ui))
	}
	hit(t, ui, escKey)
	hit(t, ui, escKey)
	if ui.dialogOpen() {
		t.Error("Esc does not lead out")
	}
	typeText(t, ui, "rn ")
	want(t, composerText(ui), "The report was noted. ")
}

func TestAbbreviationsOfABody(t *testing.T) {
	ui, w, _ := openTown(t)
	typeText(t, ui, "The dt ")
	ui.showBody("b")
	s := ui.screen.(*bodyScreen)
	s.showPart(4)
	ui.window.Canvas().Focus(s.short.field)
	typeText(t, ui, "dt Dredging Trust")
	hit(t, ui, enterKey)
	typeText(t, ui, "nonsense")
	hit(t, ui, enterKey)
	if s.short.field.Error() == "" {
		t.Error("nonsense is an abbreviation")
	}
	if got := fmt.Sprint(w.book.bodies["b"].Abbreviations); got != "[{hm Harbour Master} {IT information technology} {dt Dredging Trust}]" {
		t.Errorf("the body has %s", got)
	}
	hit(t, ui, escKey, upKey)
	ui.do(ui.command("delete"))
	if got := len(w.book.bodies["b"].Abbreviations); got != 2 {
		t.Errorf("one removed, the body has %d", got)
	}
	ui.do(ui.command("undo"))
	if got := len(w.book.bodies["b"].Abbreviations); got != 3 {
		t.Errorf("taken back, the body has %d", got)
	}
	ui.showMeeting()
	typeText(t, ui, "dt ")
	want(t, composerText(ui), "The dt Dredging Trust ")
}
