package ui

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"pgregory.net/rapid"

	"minutebook/model"
	"minutebook/model/quick"
)

// A command about the running order shows it first; one about the list acts in
// the list and leaves the composer alone.
func TestCommandsInTheRollCall(t *testing.T) {
	b, m := quayRoll()
	ui := newWorld(t, newFakeBook().put(b, m)).open()
	ui.Open("m")
	typeText(t, ui, "half")
	hit(t, ui, ctrl(fyne.KeyR))
	for _, id := range staysInRoll {
		if leavesRoll(ui.command(id)) { // which fails where there is no such command
			t.Errorf("%s leaves the roll call", id)
		}
	}
	for _, id := range []string{"palette", "keys", "panes", "larger"} {
		if leavesRoll(ui.command(id)) {
			t.Errorf("%s leaves the roll call", id)
		}
	}
	hit(t, ui, ctrl(fyne.Key3))
	if ui.meeting.rolling() || ui.meeting.work.kind != model.Action || composerText(ui) != "half" {
		t.Error("Ctrl+3 acts where nobody sees it")
	}
	if !ui.meeting.panel.composer.Focused() {
		t.Error("the composer is shown without the keyboard")
	}
	hit(t, ui, ctrl(fyne.KeyR), ctrl(fyne.KeyDown), ctrl(fyne.KeyZ))
	if chosenName(ui) != "Tomas Reyes" || composerText(ui) != "half" {
		t.Errorf("Ctrl+Down is at %s; the composer holds %q", chosenName(ui), composerText(ui))
	}
	hit(t, ui, ctrl(fyne.KeyPageUp))
	if ui.meeting.rolling() || ui.meeting.work.item != "i1" {
		t.Error("the running order is not shown for the item before")
	}
}

// The bar for finding is gone when the running order comes back: the keyboard is
// in the composer then, and the foot says what it does there.
func TestRollCallEndsFinding(t *testing.T) {
	b, m := quayRoll()
	ui := newWorld(t, newFakeBook().put(b, m)).open()
	ui.Open("m")
	hit(t, ui, ctrl(fyne.KeyF))
	typeText(t, ui, "roads")
	hit(t, ui, ctrl(fyne.KeyR), escKey)
	if ui.meeting.find.open || !ui.meeting.panel.composer.Focused() {
		t.Error("finding goes on without the keyboard")
	}
	mustShow(t, wordsOn(ui.foot.object), "add, next item")
}

// Words written for what is asked wait too, and are kept of the meeting as it
// is by then.
func TestAskedWordsWait(t *testing.T) {
	ui, _ := openRollCall(t)
	typeText(t, ui, "a,on lea")
	hit(t, ui, ctrl(fyne.KeyR))
	if ui.meeting.rolling() {
		t.Fatal("the roll call is still there")
	}
	ui.meeting.setMark("ann", model.Absent)
	hit(t, ui, ctrl(fyne.KeyR))
	typeText(t, ui, "ve")
	hit(t, ui, enterKey)
	if a := person(t, ui, "ann"); a.Reason != "on leave" || a.Mark != model.Absent {
		t.Errorf("kept is %+v", a)
	}
	typeText(t, ui, "d")
	typeText(t, ui, "Bo Li")
	if err := ui.meeting.work.session.Do(model.RemoveAttendee{ID: "tom"}); err != nil {
		t.Fatal(err)
	}
	hit(t, ui, enterKey)
	if ui.meeting.roll.words.Text() != "Bo Li" || !strings.Contains(rollStrip(ui), "press Esc") {
		t.Errorf("a deputy for nobody: %q", rollStrip(ui))
	}
}

func TestPanesBesideTheRollCall(t *testing.T) {
	ui, _ := openRollCall(t)
	ui.meeting.newPerson()
	if ui.meeting.roll.ask == nil || composerText(ui) != "" {
		t.Error("the pane adds a person where nobody sees it")
	}
	hit(t, ui, escKey)
	if err := ui.meeting.addItem("Quay lamps"); err != nil || ui.meeting.rolling() || composerText(ui) != "" {
		t.Error("the agenda adds an item where nobody sees it")
	}
	hit(t, ui, ctrl(fyne.KeyR))
	ui.meeting.goTo("i1")
	if ui.meeting.rolling() {
		t.Error("an item clicked in the agenda is not shown")
	}
}

func TestRollCallByMouse(t *testing.T) {
	ui, _ := openRollCall(t)
	r := ui.meeting.roll
	press := func(words string) {
		t.Helper()
		for _, b := range rollButtons() {
			if b.words == words {
				b.do(r)
				return
			}
		}
		t.Fatalf("no button says %q", words)
	}
	press("Apologies")
	press("Absent")
	press("Remote")
	if got := marks(ui); got != "ap ab pr pr pr pr" || !person(t, ui, "zoe").Remote {
		t.Errorf("the marks are %s", got)
	}
	r.rows.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(60, 50)}})
	if chosenName(ui) != "Ann Zelenka" {
		t.Errorf("a click chose %s", chosenName(ui))
	}
	said := map[string]func(){}
	for _, item := range r.offers() {
		said[item.Label] = item.Action
	}
	said["Leaves now"]()
	said["Move down"]()
	if m := ui.meeting.work.meeting(); len(m.Passages()) != 1 || m.Attendees[0].ID != "tom" {
		t.Error("the menu did nothing")
	}
	for _, words := range []string{"A deputy", "Reason", "Some items only", "Everything", "Take off the list", "Joins now", "Remote", "Present"} {
		if said[words] == nil {
			t.Errorf("the menu has no %q", words)
		}
	}
}

func TestSixtyPeopleScroll(t *testing.T) {
	b, m := quayRoll()
	m.Attendees, m.Quorum = nil, 0
	for n := range 60 {
		m.Attendees = append(m.Attendees, model.Attendee{ID: model.ID(fmt.Sprint("a", n)), Name: fmt.Sprintf("Élodie Müller-%c%c", 'A'+n/26, 'a'+n%26),
			Group: fmt.Sprint("Group ", n/10), Mark: model.Present})
	}
	ui := newWorld(t, newFakeBook().put(b, m)).open()
	ui.Open("m")
	hit(t, ui, ctrl(fyne.KeyR))
	r := ui.meeting.roll
	for range 60 {
		typeText(t, ui, "p")
	}
	if chosenName(ui) != "Ann Zelenka" || r.rows.Top() == 0 {
		t.Errorf("after sixty it is the turn of %q, at the top stands line %d", chosenName(ui), r.rows.Top())
	}
	hit(t, ui, bare(fyne.KeyHome))
	if r.rows.Top() != 0 || chosenName(ui) != "Élodie Müller-Aa" {
		t.Errorf("Home is at %s, with line %d on top", chosenName(ui), r.rows.Top())
	}
	hit(t, ui, bare(fyne.KeyPageDown), bare(fyne.KeyPageDown))
	if r.rows.Top() == 0 {
		t.Error("Page Down does not scroll")
	}
	typeText(t, ui, "muller")
	if chosenName(ui) != "Élodie Müller-Aa" {
		t.Errorf("without accents it goes to %q", chosenName(ui))
	}
	typeText(t, ui, " ")
	typeText(t, ui, "ch")
	if chosenName(ui) != "Élodie Müller-Ch" || !strings.Contains(wordsOn(r.rows), "Müller-Ch") {
		t.Errorf("%q is chosen, and is not in view", chosenName(ui))
	}
	picture(t, ui, "sixty people")
}

// In a small window name and post share a column, and none is cut to nothing.
func TestRollCallInASmallWindow(t *testing.T) {
	ui, _ := openRollCall(t)
	wide := wordsOn(ui.meeting.roll.rows)
	ui.window.Resize(fyne.NewSize(700, 500))
	ui.window.Resize(fyne.NewSize(820, 500))
	narrow := wordsOn(ui.meeting.roll.rows)
	if !ui.meeting.roll.narrow || !strings.Contains(narrow, "Tomas Reyes\n") || !strings.Contains(narrow, "Deputy Master for") {
		t.Errorf("in a small window the list shows %q", narrow)
	}
	ui.window.Resize(fyne.NewSize(1366, 768))
	want(t, wordsOn(ui.meeting.roll.rows), wide)
}

func TestEmptyRollCallSaysWhatToDo(t *testing.T) {
	m := model.Meeting{ID: "m", Rev: 1, Body: "Quay Board", Style: "note", Date: "2026-03-03", State: model.Planned}
	ui := newWorld(t, newFakeBook().put(m)).open()
	ui.Open("m")
	hit(t, ui, ctrl(fyne.KeyR))
	if !strings.Contains(wordsOn(ui.meeting.roll.sheet), "Press Insert to add a person") {
		t.Error("an empty list says nothing")
	}
	typeText(t, ui, "pax-@,")
	hit(t, ui, escKey, enterKey)
	typeText(t, ui, "Ann Zelenka")
	hit(t, ui, enterKey)
	typeText(t, ui, "-")
	if got := ui.meeting.work.meeting(); len(got.Attendees) != 1 || len(got.Passages()) != 1 || !got.Items[0].Opening() {
		t.Errorf("the meeting has %+v", got)
	}
}

func TestApprovedMinutesKeepTheirAttendance(t *testing.T) {
	b, m := quayRoll()
	m.State = model.Approved
	ui := newWorld(t, newFakeBook().put(b, m)).open()
	ui.Open("m")
	hit(t, ui, ctrl(fyne.KeyR))
	typeText(t, ui, "x-@")
	if marks(ui) != "pr pr pr pr pr pr" || !strings.Contains(rollStrip(ui), "approved") {
		t.Errorf("marks %s, %q", marks(ui), rollStrip(ui))
	}
	if strings.Contains(wordsOn(ui.window.Content()), "Quorum 5/3") {
		t.Error("the quorum of a meeting that is over is shown as if it were held")
	}
}

// The roll called by keys is the meeting that quick lines make.
func TestRollCallIsWhatQuickLinesMake(t *testing.T) {
	ui, w := openRollCall(t)
	typeText(t, ui, "pap")
	hit(t, ui, upKey, upKey)
	typeText(t, ui, ",ill")
	hit(t, ui, enterKey)
	typeText(t, ui, "/dora ")
	typeText(t, ui, "dBéa Nørgaard")
	hit(t, ui, enterKey)
	typeText(t, ui, "lind ")
	typeText(t, ui, "x")
	typeText(t, ui, "ru ")
	typeText(t, ui, "2")
	hit(t, ui, enterKey)
	typeText(t, ui, "@")
	typeText(t, ui, "zoe ")
	typeText(t, ui, "-")
	hit(t, ui, bare(fyne.KeyInsert))
	typeText(t, ui, "Pilots: Mo Finn, Pilot")
	hit(t, ui, enterKey)
	typeText(t, ui, "re ")
	typeText(t, ui, "+")
	ui.do(ui.command("public"))
	typeText(t, ui, "4")
	hit(t, ui, enterKey)
	w.settle()
	byKeys := quick.Print(w.book.meetings["m"], true)

	_, m := quayRoll()
	work := newMinuting(m, &Outside{Now: func() time.Time { return w.now }, NewID: func() model.ID { w.ids++; return model.ID(fmt.Sprint("x", w.ids)) }}, nil, nil)
	for _, line := range []string{"/apologies Tomas Reyes, ill", "/apologies Cllr Dora O'Shea", "/deputy Béa Nørgaard for Cllr Dora O'Shea",
		"/absent Pax Lindqvist", "/attending Officers: Ruth Adeyemi (item 2)", "/remote Ruth Adeyemi", "/out Zoë Quill", "/present Pilots: Mo Finn, Pilot",
		"/in Tomas Reyes", "/public 4"} {
		if _, err := work.enter(line); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
	}
	want(t, string(byKeys), string(quick.Print(work.meeting(), true)))
}

// No sequence of keys in the list touches the words in the composer or an
// entry, and undoing all of it gives the meeting back.
func TestAnyKeysInTheRollCall(t *testing.T) {
	b, m := quayRoll()
	w := newWorld(t, newFakeBook().put(b, m))
	ui := w.open()
	ui.Open("m")
	typeText(t, ui, "words that wait")
	hit(t, ui, ctrl(fyne.KeyR))
	before := string(quick.Print(ui.meeting.work.meeting(), true))
	rapid.Check(t, func(rt *rapid.T) {
		steps := rapid.SliceOfN(rapid.SampledFrom([]string{"p", "a", "x", "@", "-", "+", "/", "z", "o", " ", "down", "up", "end", "home", "later", "move", "remove", "undo"}), 1, 10).Draw(rt, "keys")
		for _, s := range steps {
			switch s {
			case "down":
				hit(t, ui, downKey)
			case "up":
				hit(t, ui, upKey)
			case "end":
				hit(t, ui, bare(fyne.KeyEnd))
			case "home":
				hit(t, ui, bare(fyne.KeyHome))
			case "later":
				w.pass(2 * time.Second)
			case "move":
				hit(t, ui, ctrlShift(fyne.KeyDown))
			case "remove":
				hit(t, ui, ctrlShift(fyne.KeyDelete))
			case "undo":
				hit(t, ui, ctrl(fyne.KeyZ))
			default:
				typeText(t, ui, s)
			}
			ui.meeting.roll.stopAsking()
			if composerText(ui) != "words that wait" || !ui.meeting.rolling() {
				rt.Fatalf("after %q the composer holds %q", s, composerText(ui))
			}
		}
		for ui.meeting.work.session.CanUndo() {
			hit(t, ui, ctrl(fyne.KeyZ))
		}
		if after := string(quick.Print(ui.meeting.work.meeting(), true)); after != before {
			rt.Fatalf("undone it is\n%s\nand was\n%s", after, before)
		}
	})
}
