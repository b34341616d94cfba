package ui

import (
	"errors"
	"testing"
)

func TestArchiveByKeys(t *testing.T) {
	ui, world := openQuay(t)
	typeText(t, ui, "half a line")
	ui.do(ui.command("archive"))
	mustShow(t, top(ui), "Archive the whole book", "minutes-2026-11-21.zip", "minutectl unarchive")
	picture(t, ui, "archive")
	world.archiving = func() { mustShow(t, top(ui), "1 of 2: quay-board", "Esc stops it.") }
	hit(t, ui, enterKey)
	world.settle()
	if len(world.archived) != 1 || world.archived[0].Path != "/home/clerk/Documents/minutes-2026-11-21.zip" || world.archived[0].Public || world.archived[0].Documents {
		t.Fatalf("archived is %+v", world.archived)
	}
	mustShow(t, top(ui), "Everything in the book is in", "2 meetings", "give it to nobody")
	hit(t, ui, enterKey)
	if ui.dialogOpen() || composerText(ui) != "half a line" {
		t.Errorf("after it the composer has %q", composerText(ui))
	}

	world.withheld = []string{"Quay Board, 3 March 2026: parts are restricted"}
	ui.do(ui.command("archive"))
	hit(t, ui, rightKey, tabKey, spaceKey)
	mustShow(t, top(ui), "minutes-2026-11-21-public.zip")
	hit(t, ui, enterKey)
	world.settle()
	if len(world.archived) != 2 || !world.archived[1].Public || !world.archived[1].Documents {
		t.Fatalf("archived is %+v", world.archived)
	}
	mustShow(t, top(ui), "What is public is in", "no public minutes of Quay Board, 3 March 2026")
	mustNotShow(t, top(ui), "give it to nobody")
}

func TestArchiveFailsAndStops(t *testing.T) {
	ui, world := openQuay(t)
	ui.do(ui.command("archive"))
	world.fail = errors.New("the disk is full")
	hit(t, ui, enterKey)
	world.settle()
	mustShow(t, top(ui), "Not yet", "The disk is full")
	world.fail = nil
	hit(t, ui, enterKey, escKey) // before it is done
	world.settle()
	if len(world.archived) != 0 || ui.dialogOpen() {
		t.Errorf("archived is %+v", world.archived)
	}
	saysNow(t, ui, "The archive was stopped; there is no file of it")
}
