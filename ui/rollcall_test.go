package ui

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"minutebook/model"
)

// quayRoll is a live meeting of five members, one in attendance and a quorum
// of three, of a body that has one more on its roster.
func quayRoll() (model.Body, model.Meeting) {
	b := model.Body{ID: "b", Name: "Quay Board", Quorum: 3, Seats: []model.Seat{
		{ID: "s1", Person: "p-ann", Name: "Ann Zelenka", Post: "Chair"},
		{ID: "s2", Person: "p-una", Name: "Una Vale", Post: "Pilot", Group: "Pilots"},
		{ID: "s3", Person: "p-old", Name: "Old Hand", To: "2025-12-31"}}}
	m := model.Meeting{ID: "m", Rev: 1, BodyID: "b", Body: "Quay Board", Style: "note", Date: "2026-03-03", State: model.Live, Started: "10:02", Quorum: 3,
		Attendees: []model.Attendee{
			{ID: "ann", Person: "p-ann", Name: "Ann Zelenka", Post: "Chair", Group: "Harbour Authority", Mark: model.Present},
			{ID: "tom", Name: "Tomas Reyes", Post: "Deputy Master for Pilotage and Crews", Group: "Harbour Authority", Mark: model.Present},
			{ID: "zoe", Name: "Zoë Quill", Post: "Treasurer", Group: "Harbour Authority", Mark: model.Present},
			{ID: "dora", Name: "Cllr Dora O'Shea", Group: "Town Council", Mark: model.Present},
			{ID: "pax", Name: "Pax Lindqvist", Group: "Town Council", Mark: model.Present},
			{ID: "ruth", Name: "Ruth Adeyemi", Post: "Clerk", Group: "Officers", Capacity: model.Attending, Mark: model.Present}},
		Items: []model.Item{{ID: "i1", Title: "Minutes"}, {ID: "i2", Title: "Roads"}}}
	return b, m
}

// openRollCall shows the roll call of that meeting.
func openRollCall(t *testing.T) (*Window, *world) {
	t.Helper()
	b, m := quayRoll()
	w := newWorld(t, newFakeBook().put(b, m, model.Person{ID: "p-bea", Name: "Béa Nørgaard"}))
	ui := w.open()
	if !ui.Open("m") {
		t.Fatal("the meeting does not open")
	}
	w.settle()
	hit(t, ui, ctrl(fyne.KeyR))
	return ui, w
}

// chosenName is who is on the chosen line.
func chosenName(ui *Window) string {
	l := ui.meeting.roll.chosen()
	if l.seat != nil {
		return l.seat.Name
	}
	a, _ := ui.meeting.work.meeting().Attendee(l.who)
	return a.Name
}

func person(t *testing.T, ui *Window, id model.ID) model.Attendee {
	t.Helper()
	a, ok := ui.meeting.work.meeting().Attendee(id)
	if !ok {
		t.Fatalf("%q is not on the list", id)
	}
	return a
}

func marks(ui *Window) string {
	var b strings.Builder
	for _, a := range ui.meeting.work.meeting().Attendees {
		b.WriteString(string(a.Mark)[:2] + " ")
	}
	return strings.TrimSpace(b.String())
}

func rollStrip(ui *Window) string { return wordsOn(ui.meeting.roll.strip) }

func TestRollCallIsAFaceOfTheMeeting(t *testing.T) {
	b, m := quayRoll()
	w := newWorld(t, newFakeBook().put(b, m))
	ui := w.open()
	ui.Open("m")
	typeText(t, ui, "half a sent")
	hit(t, ui, leftKey, ctrl(fyne.KeyR))
	shown := wordsOn(ui.window.Content())
	for _, words := range []string{"Roll call", "5 members present; quorum is 3", "1 in attendance", "Quorum 5/3", "Officers · in attendance",
		"On the roster, not yet listed", "Una Vale", "Add a person", "present, apologies, absent, deputy"} {
		if !strings.Contains(shown, words) {
			t.Errorf("%q is not on screen", words)
		}
	}
	if strings.Contains(shown, "Old Hand") || strings.Contains(shown, "half a sent") {
		t.Error("somebody who left the body is offered, or the composer is still there")
	}
	if ui.window.Canvas().Focused() != ui.meeting.roll.rows {
		t.Error("the list has not the keyboard")
	}
	for _, back := range []key{escKey, ctrl(fyne.KeyR)} {
		hit(t, ui, back)
		c := ui.meeting.panel.composer
		if ui.meeting.rolling() || c.Text() != "half a sent" || c.Caret() != 10 || ui.window.Canvas().Focused() != c {
			t.Errorf("%s: back at %q with the caret at %d", back, c.Text(), c.Caret())
		}
		hit(t, ui, ctrl(fyne.KeyR))
	}
	picture(t, ui, "roll call")
}

func TestRollCallOfFive(t *testing.T) {
	ui, w := openRollCall(t)
	typeText(t, ui, "pppap")
	if got := marks(ui); got != "pr pr pr ap pr pr" {
		t.Errorf("the marks are %s", got)
	}
	if chosenName(ui) != "Ruth Adeyemi" {
		t.Errorf("after five it is the turn of %s", chosenName(ui))
	}
	typeText(t, ui, "X")
	if person(t, ui, "ruth").Mark != model.Absent || chosenName(ui) != "Una Vale" {
		t.Errorf("a capital marks %s, and next is %s", person(t, ui, "ruth").Mark, chosenName(ui))
	}
	w.settle()
	if w.book.meetings["m"].Attendees[3].Mark != model.Apologies {
		t.Error("the book does not know")
	}
	hit(t, ui, ctrl(fyne.KeyZ))
	if person(t, ui, "ruth").Mark != model.Present || chosenName(ui) != "Ruth Adeyemi" || !strings.Contains(rollStrip(ui), "Ruth Adeyemi") {
		t.Errorf("taken back: %s at %s, %q", person(t, ui, "ruth").Mark, chosenName(ui), rollStrip(ui))
	}
	hit(t, ui, ctrl(fyne.KeyZ))
	if got := marks(ui); got != "pr pr pr pr pr pr" {
		t.Errorf("the marks are %s; a mark that is there already is no step", got)
	}
	hit(t, ui, ctrl(fyne.KeyY))
	if person(t, ui, "dora").Mark != model.Apologies || !ui.meeting.rolling() {
		t.Error("not made again")
	}
}

func TestLettersJump(t *testing.T) {
	for typed, want := range map[string]string{
		"zoe": "Zoë Quill", "q": "Zoë Quill", "trea": "Zoë Quill", "re": "Tomas Reyes", "to": "Tomas Reyes", "tr": "Tomas Reyes", "zelenk": "Ann Zelenka",
		"/ann": "Ann Zelenka", "/pax": "Pax Lindqvist", "/dora": "Cllr Dora O'Shea", "osh": "Cllr Dora O'Shea", "o'sh": "Cllr Dora O'Shea",
		"/dmpc": "Tomas Reyes", "ra": "Ruth Adeyemi", "una": "Una Vale", "LIND": "Pax Lindqvist", "cllr": "Cllr Dora O'Shea",
	} {
		ui, w := openRollCall(t)
		before := marks(ui)
		typeText(t, ui, typed)
		if chosenName(ui) != want || marks(ui) != before {
			t.Errorf("%q goes to %s; marks %s", typed, chosenName(ui), marks(ui))
		}
		if !strings.Contains(rollStrip(ui), want) {
			t.Errorf("%q: under the list stands %q", typed, rollStrip(ui))
		}
		w.pass(1100 * time.Millisecond)
		if ui.meeting.roll.jump.on {
			t.Errorf("%q goes on after a pause", typed)
		}
	}
}

func TestAJumpEnds(t *testing.T) {
	for name, end := range map[string]func(*Window, *world){
		"a pause": func(_ *Window, w *world) { w.pass(1100 * time.Millisecond) },
		"Space":   func(ui *Window, _ *world) { typeText(t, ui, " ") },
		"Enter":   func(ui *Window, _ *world) { hit(t, ui, enterKey) },
		"Esc":     func(ui *Window, _ *world) { hit(t, ui, escKey) },
		"arrows":  func(ui *Window, _ *world) { hit(t, ui, downKey, upKey) },
	} {
		ui, w := openRollCall(t)
		typeText(t, ui, "rp") // every letter belongs to it: nobody is that
		if person(t, ui, "tom").Mark != model.Present || !strings.Contains(rollStrip(ui), "Nobody here is") {
			t.Fatalf("%s: a letter of a jump did something: %q", name, rollStrip(ui))
		}
		hit(t, ui, bare(fyne.KeyBackspace))
		typeText(t, ui, "e")
		end(ui, w)
		if ui.dialogOpen() || !ui.meeting.rolling() {
			t.Fatalf("%s did more than end the jump", name)
		}
		typeText(t, ui, "x")
		if got := person(t, ui, "tom").Mark; got != model.Absent {
			t.Errorf("after %s X marks nothing: %s", name, got)
		}
	}
}

func TestRosterIsListedByOneKey(t *testing.T) {
	ui, _ := openRollCall(t)
	typeText(t, ui, "una ")
	typeText(t, ui, "a")
	list := ui.meeting.work.meeting().Attendees
	got := list[len(list)-1]
	if len(list) != 7 || got.Name != "Una Vale" || got.Person != "p-una" || got.Group != "Pilots" || got.Mark != model.Apologies {
		t.Fatalf("listed last is %+v", got)
	}
	if strings.Contains(wordsOn(ui.meeting.roll.sheet), "not yet listed") || chosenName(ui) != "Una Vale" {
		t.Errorf("still offered; chosen is %q", chosenName(ui))
	}
	typeText(t, ui, ",ill")
	hit(t, ui, enterKey)
	if r := ui.meeting.work.meeting().Attendees[6].Reason; r != "ill" {
		t.Errorf("the reason is %q", r)
	}
	hit(t, ui, ctrl(fyne.KeyZ), ctrl(fyne.KeyZ))
	if n := len(ui.meeting.work.meeting().Attendees); n != 6 || !strings.Contains(wordsOn(ui.meeting.roll.sheet), "not yet listed") {
		t.Errorf("taken back, %d are listed", n)
	}
}

func TestReasonOfWhoWasJustMarked(t *testing.T) {
	ui, _ := openRollCall(t)
	typeText(t, ui, "a")
	if chosenName(ui) != "Tomas Reyes" || !strings.Contains(rollStrip(ui), "comma") {
		t.Fatalf("chosen is %s; %q", chosenName(ui), rollStrip(ui))
	}
	typeText(t, ui, ",on leave")
	hit(t, ui, enterKey)
	if person(t, ui, "ann").Reason != "on leave" || chosenName(ui) != "Tomas Reyes" {
		t.Errorf("the reason is %q, chosen is %s", person(t, ui, "ann").Reason, chosenName(ui))
	}
	typeText(t, ui, "p")
	typeText(t, ui, ",") // who was just marked is present
	if ui.meeting.roll.ask != nil || !strings.Contains(rollStrip(ui), "press A or X first") {
		t.Errorf("a reason for being present: %q", rollStrip(ui))
	}
	hit(t, ui, bare(fyne.KeyHome))
	typeText(t, ui, ",")
	hit(t, ui, escKey)
	if person(t, ui, "ann").Reason != "on leave" || !ui.meeting.rolling() {
		t.Error("Esc did not leave the reason as it was")
	}
}

// Of two with one name the deputy is of the one on the chosen line.
func TestDeputyOfOneOfTwoAlike(t *testing.T) {
	b, m := quayRoll()
	m.Attendees[4].Name, m.Attendees[4].Group = "Cllr Dora O'Shea", "Port Users"
	ui := newWorld(t, newFakeBook().put(b, m)).open()
	ui.Open("m")
	hit(t, ui, ctrl(fyne.KeyR), bare(fyne.KeyDown), bare(fyne.KeyDown), bare(fyne.KeyDown), bare(fyne.KeyDown))
	typeText(t, ui, "dMo Finn")
	hit(t, ui, enterKey)
	now := ui.meeting.work.meeting()
	if got := now.Attendees[len(now.Attendees)-1]; got.Name != "Mo Finn" || got.Group != "Port Users" {
		t.Errorf("the deputy is %+v; under the list stands %q", got, rollStrip(ui))
	}
	if person(t, ui, "pax").Mark != model.Apologies || person(t, ui, "dora").Mark != model.Present {
		t.Error("the wrong one sent apologies")
	}
}

func TestDeputyTakesTheSeat(t *testing.T) {
	ui, _ := openRollCall(t)
	typeText(t, ui, "/dora ")
	typeText(t, ui, "dbea")
	if !strings.Contains(rollStrip(ui), "Tab writes") || !strings.Contains(rollStrip(ui), "Béa Nørgaard") {
		t.Errorf("under the list stands %q", rollStrip(ui))
	}
	hit(t, ui, tabKey)
	typeText(t, ui, ", Alderman")
	hit(t, ui, enterKey)
	m := ui.meeting.work.meeting()
	got := m.Attendees[len(m.Attendees)-1]
	if got.Name != "Béa Nørgaard" || got.Post != "Alderman" || got.DeputyFor != "Cllr Dora O'Shea" || got.Group != "Town Council" || got.Capacity != model.Member {
		t.Errorf("the deputy is %+v", got)
	}
	if person(t, ui, "dora").Mark != model.Apologies || m.RoomNow("i2").Members != 5 {
		t.Errorf("the member is %s and %d seats are taken", person(t, ui, "dora").Mark, m.RoomNow("i2").Members)
	}
	if shown := wordsOn(ui.meeting.roll.rows); !strings.Contains(shown, "deputy: Béa Nørgaard") || !strings.Contains(shown, "for Cllr Dora O'Shea") {
		t.Error("the list does not say who stands in for whom")
	}
}

func TestDeputyIsOneStep(t *testing.T) {
	ui, _ := openRollCall(t)
	typeText(t, ui, "dBo Li")
	hit(t, ui, enterKey, ctrl(fyne.KeyZ))
	if person(t, ui, "ann").Mark != model.Present || len(ui.meeting.work.meeting().Attendees) != 6 {
		t.Error("not one step to undo")
	}
	typeText(t, ui, "d")
	hit(t, ui, escKey)
	if ui.meeting.roll.ask != nil || !ui.meeting.rolling() || ui.window.Canvas().Focused() != ui.meeting.roll.rows {
		t.Error("Esc does not lead back to the list")
	}
}

// Whoever is absent at the roll call and joins later is shown as present, and
// once more as absent where that is taken back.
func TestLateArrivalIsPresent(t *testing.T) {
	ui, _ := openRollCall(t)
	typeText(t, ui, "x")
	hit(t, ui, upKey)
	absent := func() bool { return strings.Contains(wordsOn(ui.window.Content()), "1 absent") }
	if !absent() || person(t, ui, "ann").Mark != model.Absent {
		t.Fatal("nobody is absent")
	}
	typeText(t, ui, "+")
	if absent() || strings.Contains(wordsOn(ui.meeting.roll.rows), "Absent") {
		t.Errorf("absent and there: %s", wordsOn(ui.meeting.roll.rows))
	}
	hit(t, ui, ctrl(fyne.KeyZ))
	if !absent() {
		t.Error("taken back, the arrival still counts")
	}
}

func TestComingAndGoingChangesTheQuorum(t *testing.T) {
	ui, w := openRollCall(t)
	typeText(t, ui, "-")
	if p := ui.meeting.work.meeting().Passages(); len(p) != 1 || p[0].Who != "ann" || p[0].At != "10:41" || p[0].Item != "i2" {
		t.Fatalf("passages %+v", p)
	}
	hit(t, ui, downKey)
	typeText(t, ui, "-")
	hit(t, ui, downKey)
	typeText(t, ui, "-")
	w.settle()
	shown := wordsOn(ui.window.Content())
	for _, words := range []string{"Inquorate: 2 of 3", "2 members present; quorum is 3", "left 10:41, item 2", "2 here, 3 needed"} {
		if !strings.Contains(shown, words) {
			t.Errorf("%q is not on screen", words)
		}
	}
	if strings.Contains(shown, "Quorum 2/3") {
		t.Error("the head says two things")
	}
	typeText(t, ui, "+")
	if shown := wordsOn(ui.window.Content()); !strings.Contains(shown, "Quorum 3/3") || strings.Contains(shown, "Inquorate") {
		t.Error("one came back, and the warning stays")
	}
	if got := person(t, ui, "zoe").Mark; got != model.Present {
		t.Errorf("coming and going changed what the roll call said: %s", got)
	}
	hit(t, ui, ctrl(fyne.KeyZ))
	if !strings.Contains(wordsOn(ui.window.Content()), "Inquorate: 2 of 3") {
		t.Error("undone, the warning is not back")
	}
}

func TestItemsRemoteAndMoving(t *testing.T) {
	ui, _ := openRollCall(t)
	typeText(t, ui, "ru ")
	typeText(t, ui, "2, 9")
	if !strings.Contains(rollStrip(ui), "Not on the agenda yet: 9") {
		t.Errorf("under the list stands %q", rollStrip(ui))
	}
	hit(t, ui, enterKey)
	if got := person(t, ui, "ruth").Items; !slices.Equal(got, []string{"2", "9"}) {
		t.Errorf("the items are %q", got)
	}
	typeText(t, ui, "3 apples")
	hit(t, ui, enterKey)
	if ui.meeting.roll.ask == nil || !strings.Contains(rollStrip(ui), "apples") {
		t.Errorf("apples are items: %q", rollStrip(ui))
	}
	hit(t, ui, escKey)
	typeText(t, ui, "@")
	if !person(t, ui, "ruth").Remote || !strings.Contains(wordsOn(ui.meeting.roll.rows), "remote") {
		t.Error("she is not remote")
	}
	hit(t, ui, bare(fyne.KeyHome), ctrlShift(fyne.KeyDown))
	order := func() (ids string) {
		for _, a := range ui.meeting.work.meeting().Attendees {
			ids += string(a.ID) + " "
		}
		return ids
	}
	want(t, order(), "tom ann zoe dora pax ruth ")
	if chosenName(ui) != "Ann Zelenka" {
		t.Errorf("chosen is %s", chosenName(ui))
	}
	hit(t, ui, ctrlShift(fyne.KeyUp), ctrlShift(fyne.KeyUp))
	want(t, order(), "ann tom zoe dora pax ruth ")
	if !strings.Contains(rollStrip(ui), "end of the group") {
		t.Errorf("at the end it says %q", rollStrip(ui))
	}
	hit(t, ui, ctrlShift(fyne.KeyDelete))
	want(t, order(), "tom zoe dora pax ruth ")
	hit(t, ui, ctrl(fyne.KeyZ))
	want(t, order(), "ann tom zoe dora pax ruth ")
}

func TestAddingAPerson(t *testing.T) {
	ui, _ := openRollCall(t)
	hit(t, ui, bare(fyne.KeyInsert))
	typeText(t, ui, "Idris Penn, Surveyor (item 1)")
	if strip := rollStrip(ui); !strings.Contains(strip, "Idris Penn") || !strings.Contains(strip, "Harbour Authority") {
		t.Errorf("under the list stands %q", strip)
	}
	hit(t, ui, enterKey)
	m := ui.meeting.work.meeting()
	got := m.Attendees[len(m.Attendees)-1]
	if got.Post != "Surveyor" || got.Group != "Harbour Authority" || !slices.Equal(got.Items, []string{"1"}) || chosenName(ui) != "Idris Penn" {
		t.Errorf("listed is %+v; chosen is %s", got, chosenName(ui))
	}
	hit(t, ui, bare(fyne.KeyInsert))
	typeText(t, ui, "Town Council: bea no")
	hit(t, ui, tabKey)
	want(t, ui.meeting.roll.words.Text(), "Town Council: Béa Nørgaard")
	hit(t, ui, escKey)
	hit(t, ui, bare(fyne.KeyEnd), enterKey)
	typeText(t, ui, "Pilots: Mo Finn")
	hit(t, ui, enterKey)
	if m := ui.meeting.work.meeting(); len(m.Attendees) != 8 || m.Attendees[7].Group != "Pilots" {
		t.Errorf("the last line adds nobody: %d", len(m.Attendees))
	}
}

func TestEverythingAboutAPerson(t *testing.T) {
	ui, _ := openRollCall(t)
	hit(t, ui, downKey, enterKey)
	if !ui.dialogOpen() {
		t.Fatal("Enter opens nothing")
	}
	typeText(t, ui, " OBE")
	hit(t, ui, tabKey, tabKey)
	typeText(t, ui, " East")
	hit(t, ui, enterKey)
	if a := person(t, ui, "tom"); a.Name != "Tomas Reyes OBE" || a.Group != "Harbour Authority East" || ui.dialogOpen() {
		t.Errorf("kept is %+v", a)
	}
	hit(t, ui, ctrl(fyne.KeyE))
	typeText(t, ui, "x")
	hit(t, ui, escKey)
	if a := person(t, ui, "tom"); a.Name != "Tomas Reyes OBE" || !ui.meeting.rolling() {
		t.Errorf("Esc kept %q", a.Name)
	}
	d := newPersonDialog(ui.meeting.roll, person(t, ui, "zoe"))
	d.chair.OnTapped()
	d.items.Set("2", 1)
	if !d.keep() || ui.meeting.work.meeting().Chair != "zoe" || len(person(t, ui, "zoe").Items) != 1 {
		t.Error("the chair is not taken")
	}
	if d := newPersonDialog(ui.meeting.roll, person(t, ui, "zoe")); d.remove() {
		t.Error("who is in the chair is taken off the list")
	}
	d = newPersonDialog(ui.meeting.roll, person(t, ui, "zoe"))
	d.chair.OnTapped()
	if !d.keep() || ui.meeting.work.meeting().Chair != "" {
		t.Error("the chair is not free again")
	}
}

func TestHeadCountAndQuorumOfTheMeeting(t *testing.T) {
	ui, _ := openRollCall(t)
	hit(t, ui, escKey)
	ui.do(ui.command("public"))
	typeText(t, ui, "7")
	hit(t, ui, enterKey)
	if p := ui.meeting.work.meeting().Public; p == nil || *p != 7 || !strings.Contains(wordsOn(ui.window.Content()), "Of the public: 7") {
		t.Error("nobody counted the public")
	}
	typeText(t, ui, "pax")
	if ui.meeting.rolling() || composerText(ui) != "pax" {
		t.Errorf("the composer does not come back with the answer; it holds %q", composerText(ui))
	}
	hit(t, ui, ctrl(fyne.KeyR))
	if !strings.Contains(wordsOn(ui.meeting.roll.count), "7 of the public") {
		t.Error("the roll call does not count the public")
	}
	ui.do(ui.command("quorum"))
	hit(t, ui, escKey)
	if !ui.meeting.rolling() {
		t.Error("what was asked in the roll call leaves it")
	}
	hit(t, ui, escKey)
	ui.do(ui.command("quorum"))
	typeText(t, ui, "6") // over the number that stood there
	hit(t, ui, enterKey)
	if !strings.Contains(wordsOn(ui.window.Content()), "Inquorate: 5 of 6") {
		t.Error("the head does not warn")
	}
	ui.do(ui.command("quorum"))
	hit(t, ui, bare(fyne.KeyBackspace), enterKey)
	if ui.meeting.work.meeting().Quorum != 0 || strings.Contains(wordsOn(ui.window.Content()), "Inquorate") {
		t.Error("the rule is not gone")
	}
}
