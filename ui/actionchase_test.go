package ui

import (
	"errors"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"minutebook/model"
)

func TestLettersToTheOwners(t *testing.T) {
	book := fullBook().put(model.Person{ID: "p2", Rev: 2, Name: "Tomas Reyes", Mail: "tomas@example.org"})
	world := newWorld(t, book)
	w := world.open()
	hit(t, w, ctrlShift(fyne.KeyA))
	typeText(t, w, "m")
	mustShow(t, screenWords(w), "Write to the owners", "Harbour Authority", "actions 1 and 5", "tomas@example.org", "No address is known of Coastguard, Harbour Authority")
	picture(t, w, "actions-chase")

	hit(t, w, tabKey, tabKey)
	typeText(t, w, "1 dec")
	hit(t, w, enterKey)
	world.settle()
	if len(world.files) != 5 {
		t.Fatalf("%d files: %s", len(world.files), screenWords(w))
	}
	letter := string(world.files[document("tomas-reyes.eml")])
	if !strings.Contains(letter, "To: <tomas@example.org>") || !strings.Contains(letter, "recruitment of pilots") || strings.Contains(letter, "berth") {
		t.Errorf("the letter is %q", letter)
	}
	mustShow(t, screenWords(w), "5 letters are written", "tomas-reyes.eml: action 3", "No address is known of", "/home/clerk/Documents")
	hit(t, w, enterKey)
	for _, a := range allActions(t, w) {
		if a.State.Outstanding() && a.Chase != "2026-12-01" {
			t.Errorf("%s is to be asked for again on %q", a.ID, a.Chase)
		}
	}
	typeText(t, w, "m")
	hit(t, w, enterKey)
	world.settle()
	mustShow(t, screenWords(w), "already. Press Enter again to replace them")
	hit(t, w, enterKey)
	world.settle()
	mustShow(t, screenWords(w), "5 letters are written")
}

func TestLettersAboutMarkedActionsAlone(t *testing.T) {
	book := fullBook()
	m := book.meetings["june"]
	m.Items[1].Entries[1].Restricted = &model.Restriction{Reason: "security"}
	book.put(m)
	world := newWorld(t, book)
	w := world.open()
	hit(t, w, ctrlShift(fyne.KeyA))
	typeText(t, w, "xxm")
	words := screenWords(w)
	mustShow(t, words, "1 action is restricted and left out")
	hit(t, w, tabKey, tabKey)
	typeText(t, w, "yesterday")
	hit(t, w, enterKey)
	mustShow(t, screenWords(w), "That is no day to come")
	d := w.window.Canvas().Focused()
	d.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	for range "yesterday" {
		d.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	}
	world.fail = errors.New("the disk is full")
	hit(t, w, enterKey)
	world.settle()
	mustShow(t, screenWords(w), "the disk is full", "0 letters were written before that")
	world.fail = nil
	hit(t, w, tabKey, tabKey, rightKey, enterKey)
	world.settle()
	if len(world.files) != 2 || world.files[document("coastguard.eml")] == nil {
		t.Errorf("%d files: %s", len(world.files), screenWords(w))
	}
	if len(book.events) != 1 {
		t.Errorf("recorded %+v", newest(book, 1))
	}
}

func TestNobodyToWriteTo(t *testing.T) {
	w := onActions(t, fullBook())
	registerOf(t, w).choose(segmentComplete)
	typeText(t, w, "m")
	mustShow(t, screenWords(w), "there is nobody to write to")
}
