package ui

import (
	"errors"
	"strings"
	"testing"
	"time"

	"minutebook/model"
	"minutebook/model/register"
)

// backed is a world whose book is copied into a folder.
func backed(t *testing.T, last string) *world {
	world := newWorld(t, newFakeBook().put(quayMeeting()...))
	world.book.clerk.Backup = model.Backup{Folder: "/backups", Last: last}
	return world
}

func TestBackupOfTheDay(t *testing.T) {
	world := backed(t, "2026-11-20T10:00:00Z")
	w := world.open()
	world.pass(10 * time.Second)
	if len(world.backedUp) != 0 {
		t.Fatal("the copy is made while the window is still coming up")
	}
	world.pass(time.Minute)
	if len(world.backedUp) != 1 {
		t.Fatalf("there are %d copies", len(world.backedUp))
	}
	if got := stamped(world.book.clerk.Backup.Last); !got.Equal(world.backedUp[0]) {
		t.Errorf("the book says that it was at %v", got)
	}
	work := func(after time.Duration) {
		world.pass(after)
		w.showBook()
		world.pass(time.Minute)
	}
	work(6 * time.Hour)
	if len(world.backedUp) != 1 {
		t.Errorf("in one day there are %d copies", len(world.backedUp))
	}
	work(18 * time.Hour)
	if len(world.backedUp) != 2 {
		t.Errorf("on two days there are %d copies", len(world.backedUp))
	}
	if said := wordsOn(w.window.Content()); strings.Contains(said, "backup") {
		t.Errorf("the clerk is told of it: %s", said)
	}
}

func TestBackupWaitsForTheEndOfTheMeeting(t *testing.T) {
	world := backed(t, "2026-11-20T10:00:00Z")
	w := world.open()
	w.Open("m")
	minute(t, w, "/start", "The Board noted the report.")
	world.pass(3 * time.Hour)
	minute(t, w, "The Board went on.")
	world.pass(time.Minute)
	if len(world.backedUp) != 0 {
		t.Fatal("a copy is made while the meeting is live")
	}
	minute(t, w, "/close")
	world.pass(time.Minute)
	if len(world.backedUp) != 1 {
		t.Errorf("after it closed there are %d copies", len(world.backedUp))
	}
	// A second meeting that closes on that day makes one more.
	w.hasChanged(model.Meeting{State: model.Live}, model.Meeting{State: model.Draft})
	world.pass(time.Minute)
	if len(world.backedUp) != 2 {
		t.Errorf("there are %d copies", len(world.backedUp))
	}
}

func TestBackupThatFailsIsToldOnce(t *testing.T) {
	world := backed(t, "")
	w := world.open()
	world.fail = errors.New("there is no folder /backups")
	world.pass(time.Minute)
	mustShow(t, wordsOn(w.window.Content()), "Could not make a backup: there is no folder /backups.", "The book itself is safe.")
	w.calm()
	work := func(after time.Duration) {
		world.pass(after)
		w.showBook()
		world.pass(time.Minute)
	}
	work(26 * time.Hour)
	if strings.Contains(wordsOn(w.window.Content()), "Could not make a backup") {
		t.Error("it is told again")
	}
	world.fail = nil
	work(time.Hour)
	if len(world.backedUp) != 1 {
		t.Fatalf("there are %d copies", len(world.backedUp))
	}
	world.fail = errors.New("there is no folder /backups")
	work(24 * time.Hour)
	mustShow(t, wordsOn(w.window.Content()), "Could not make a backup")
}

func TestBackupMadeInTheTerminalCounts(t *testing.T) {
	world := backed(t, "")
	world.backedUp = []time.Time{world.now.Add(-time.Hour)}
	world.open()
	world.pass(2 * time.Minute)
	if len(world.backedUp) != 1 {
		t.Error("another copy is made")
	}
	if got := stamped(world.book.clerk.Backup.Last); !got.Equal(world.backedUp[0]) {
		t.Errorf("the book says that the last is of %v", got)
	}
}

func TestBackupSettings(t *testing.T) {
	world := settingsWorld(t)
	w, s := onSettings(t, world)
	mustShow(t, screenWords(w), "Keeping the book safe", "Backups", "No folder is chosen", "Back up now", "Folder for backups", "Reminder")
	down(t, w, len(s.rows)-1)
	hit(t, w, rightKey) // on: which asks for the folder
	if !w.dialogOpen() {
		t.Fatal("no folder is asked for")
	}
	typeText(t, w, "Backups")
	hit(t, w, enterKey)
	mustShow(t, wordsOn(w.window.Canvas().Overlays().Top()), "Name the whole folder")
	for range "Backups" {
		hit(t, w, bare("BackSpace"))
	}
	typeText(t, w, "/home/clerk")
	hit(t, w, enterKey)
	mustShow(t, wordsOn(w.window.Canvas().Overlays().Top()), "The book itself is in that folder")
	typeText(t, w, "/Backups")
	hit(t, w, enterKey)
	world.settle()
	if b := world.book.clerk.Backup; b.Folder != "/home/clerk/Backups" || b.Last == "" || len(world.backedUp) != 1 {
		t.Errorf("kept is %+v, and there are %d copies", b, len(world.backedUp))
	}
	mustShow(t, screenWords(w), "Last backup: today 10:41")
	world.now = world.now.AddDate(0, 0, 9)
	s.refresh()
	mustShow(t, screenWords(w), "21 November 2026", "9 days ago", "more than a week ago")
	hit(t, w, tabKey, enterKey) // the button under it
	world.settle()
	if len(world.backedUp) != 2 {
		t.Errorf("there are %d copies", len(world.backedUp))
	}
	s.focus()
	hit(t, w, leftKey)
	if b := world.book.clerk.Backup; b.On() || b.Folder == "" {
		t.Errorf("off, kept is %+v", b)
	}
}

func TestAgo(t *testing.T) {
	now := time.Date(2026, time.March, 1, 0, 30, 0, 0, time.UTC)
	for then, want := range map[string]string{"2026-03-01T00:01:00Z": "today 00:01", "2026-02-28T23:59:00Z": "yesterday 23:59", "2026-02-27T12:00:00Z": "27 February 2026 (2 days ago)"} {
		if got := ago(stamped(then), now); got != want {
			t.Errorf("%s is %q, want %q", then, got, want)
		}
	}
}

func TestReminder(t *testing.T) {
	due := func(state model.ActionState, day model.Date) register.Action {
		return register.Action{State: state, Due: model.Due{Date: day}}
	}
	actions := []register.Action{due(model.Open, "2026-11-21"), due(model.InProgress, "2026-11-20"), due(model.Complete, "2026-11-01"), due(model.Open, "2026-12-01"), due(model.Open, "")}
	if d, o := dueBy(actions, "2026-11-21"); d != 1 || o != 1 {
		t.Errorf("%d are due and %d overdue", d, o)
	}
	for words, n := range map[string][2]int{"1 action is due today": {1, 0}, "2 actions are overdue": {0, 2}, "1 action is due today, 2 actions are overdue": {1, 2}} {
		if got := remindWords(n[0], n[1]); got != words {
			t.Errorf("it says %q, want %q", got, words)
		}
	}
	world := newWorld(t, newFakeBook().put(quayMeeting()...))
	m := world.book.meetings["m"]
	m.Items[0].Entries = []model.Entry{{ID: "a1", Kind: model.Action, Number: 1, Text: "Ann to tell of barnaclegate.", Restricted: &model.Restriction{Reason: "staffing"},
		Action: &model.ActionFacts{Owners: []string{"Ann"}, Due: model.Due{Date: "2026-11-01"}}}}
	world.book.put(m)
	world.open()
	if len(world.notified) != 0 {
		t.Errorf("unasked the desktop is told %q", world.notified)
	}
	world.book.clerk.Remind = true
	world.openAnother()
	if len(world.notified) != 1 || world.notified[0] != "1 action is overdue" {
		t.Errorf("the desktop is told %q", world.notified)
	}
}
