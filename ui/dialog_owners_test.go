package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"minutebook/model"
)

// dialogWords are what the open dialog shows.
func dialogWords(ui *Window) string { return wordsOn(ui.window.Canvas().Overlays().Top()) }

// retype writes words in the place of what the field with the keyboard holds.
func retype(t *testing.T, ui *Window, words string) {
	t.Helper()
	byFocus(ui, &fyne.ShortcutSelectAll{})
	typeText(t, ui, words)
	if words == "" {
		hit(t, ui, backKey)
	}
}

func TestOwnerAndDueOfTheChosenAction(t *testing.T) {
	ui, _, _ := openTown(t)
	minute(t, ui, "a: Look into the drains", "Said")
	hit(t, ui, ctrl(fyne.KeyUp), ctrl(fyne.KeyUp))
	ui.do(ui.command("owner-due"))
	retype(t, ui, "okafor, Dredging Trust")
	hit(t, ui, tabKey)
	retype(t, ui, "by 14 dec")
	hit(t, ui, tabKey)
	retype(t, ui, "Audit Panel")
	for _, words := range []string{"Look into the drains", "Owner Sol Okafor, Dredging Trust", "Due Monday 14 December 2026", "Report to Audit Panel"} {
		if !strings.Contains(strings.Join(strings.Fields(dialogWords(ui)), " "), words) {
			t.Errorf("the dialog does not say %q: %q", words, dialogWords(ui))
		}
	}
	hit(t, ui, enterKey)
	e := ui.meeting.work.entries()[0]
	if e.Text != "Look into the drains" || strings.Join(e.Action.Owners, "|") != "Sol Okafor|Dredging Trust" ||
		e.Action.Due != (model.Due{Words: "by 14 dec", Date: "2026-12-14"}) || e.Action.Forum != "Audit Panel" || e.Number != 1 {
		t.Errorf("the action is %+v, %+v", e, e.Action)
	}
	if ui.window.Canvas().Focused() != ui.meeting.panel.composer {
		t.Error("the keyboard is not back in the composer")
	}
	hit(t, ui, ctrl(fyne.KeyZ))
	if e := ui.meeting.work.entries()[0]; len(e.Action.Owners) > 0 {
		t.Error("one undo does not take it back")
	}
}

func TestOwnerAndDueOfTheActionBeingTyped(t *testing.T) {
	ui, _, _ := openTown(t)
	typeText(t, ui, "a: Sol Okafor to write by 14 dec")
	ui.do(ui.command("owner-due"))
	retype(t, ui, "adair")
	hit(t, ui, tabKey)
	retype(t, ui, "")
	hit(t, ui, enterKey)
	want(t, composerText(ui), "a: Sol Okafor to write by 14 dec {owner: Zoë Adair; due: }")
	hit(t, ui, ctrl(fyne.KeyZ))
	want(t, composerText(ui), "a: Sol Okafor to write by 14 dec")
	hit(t, ui, ctrl(fyne.KeyY), enterKey)
	e := ui.meeting.work.entries()[0]
	if e.Text != "Sol Okafor to write by 14 dec" || strings.Join(e.Action.Owners, "|") != "Zoë Adair" || e.Action.Due != (model.Due{}) {
		t.Errorf("the action is %+v, %+v", e, e.Action)
	}
	hit(t, ui, ctrl(fyne.KeyUp), ctrl(fyne.KeyE))
	ui.do(ui.command("owner-due"))
	retype(t, ui, "Sol Okafor")
	hit(t, ui, tabKey)
	retype(t, ui, "by 14 dec")
	hit(t, ui, enterKey, enterKey)
	e = ui.meeting.work.entries()[0]
	if strings.Join(e.Action.Owners, "|") != "Sol Okafor" || e.Action.Due.Date != "2026-12-14" {
		t.Errorf("edited, the action is %+v", e.Action)
	}
}

func TestClickOnTheStripAsksForOwnerAndDue(t *testing.T) {
	ui, _, _ := openTown(t)
	tap := func() { ui.meeting.panel.strip.Tapped(&fyne.PointEvent{}) }
	typeText(t, ui, "Said")
	tap()
	if ui.dialogOpen() {
		t.Fatal("a paragraph has an owner")
	}
	hit(t, ui, enterKey)
	minute(t, ui, "a: Clerk to write")
	hit(t, ui, ctrl(fyne.KeyUp))
	tap()
	if !strings.Contains(dialogWords(ui), "Clerk to write") {
		t.Error("a click on the strip of a chosen action asks nothing")
	}
}

func TestOwnerAndDueAsksForAnAction(t *testing.T) {
	ui, _, _ := openTown(t)
	minute(t, ui, "Said")
	typeText(t, ui, "No action")
	ui.do(ui.command("owner-due"))
	if ui.dialogOpen() || !strings.Contains(strip(ui), "Type an action") || composerText(ui) != "No action" {
		t.Errorf("the strip says %q", strip(ui))
	}
}
