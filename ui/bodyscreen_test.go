package ui

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"minutebook/model"
)

// onBody is the window with the screen of a body.
func onBody(t *testing.T, book *fakeBook, id model.ID) (*Window, *bodyScreen) {
	t.Helper()
	w := newWorld(t, book).open()
	w.showBody(id)
	return w, w.screen.(*bodyScreen)
}

func names(b model.Body) string {
	var all []string
	for _, s := range b.Seats {
		all = append(all, s.Name)
	}
	return strings.Join(all, ", ")
}

func TestBodyShowsRosterAndStyle(t *testing.T) {
	w, _ := onBody(t, fullBook(), "hob")
	mustShow(t, screenWords(w), "Harbour Oversight Board", "Roster: 3 people", "until 1 Jan 2026", "Cdr. Ola Lindqvist", "Chief Executive", "Coastguard", "No longer: these seats have ended")
	picture(t, w, "body")
	none, _ := onBody(t, fullBook(), "tap")
	mustShow(t, screenWords(none), "Nobody yet. Type the first name in the line below, or paste a whole list there.", "Roster: 0 people")
	picture(t, none, "body-none")
}

func TestRosterTakesLinesAsPresentDoes(t *testing.T) {
	book := fullBook()
	june := book.json(t, "june")
	w, s := onBody(t, book, "hob")
	typeText(t, w, "Town Council: Dr Zoë Ndiaye, Treasurer (acting)")
	hit(t, w, enterKey)
	seats := book.bodies["hob"].Seats
	if last := seats[len(seats)-1]; last.Name != "Dr Zoë Ndiaye" || last.Post != "Treasurer (acting)" || last.Group != "Town Council" || last.ID == "" {
		t.Errorf("added %+v", last)
	}
	if p := book.people[seats[len(seats)-1].Person]; p.Name != "Dr Zoë Ndiaye" || len(book.commits) != 1 {
		t.Errorf("the person %+v in %d commits", p, len(book.commits))
	}
	typeText(t, w, "Ann Zelenka")
	hit(t, w, enterKey)
	seats = book.bodies["hob"].Seats
	if last := seats[len(seats)-1]; last.Person != "p1" || last.Group != "Town Council" {
		t.Errorf("a name the book knows: %+v", last)
	}
	typeText(t, w, "/observing County: Björn Halvorsen")
	hit(t, w, enterKey)
	seats = book.bodies["hob"].Seats
	if last := seats[len(seats)-1]; last.Capacity != model.Observing {
		t.Errorf("observing: %+v", last)
	}
	want(t, s.roster.of.line(s.seats.at(seats[len(seats)-1].ID)), "/observing County: Björn Halvorsen")
	want(t, fmt.Sprint(s.roster.rows.Selected()), fmt.Sprint(s.seats.at(seats[len(seats)-1].ID)))
	if len(book.people) != 4 || book.json(t, "june") != june {
		t.Errorf("%d people; the meeting stays: %v", len(book.people), book.json(t, "june") == june)
	}
}

func TestRosterRefusesWhatIsNoSeat(t *testing.T) {
	book := fullBook()
	w, s := onBody(t, book, "hob")
	for _, line := range []string{"/start 10:00", "Clerk: Jo Bloggs (item 3)", "/apologies Jo Bloggs", "/nonsense"} {
		typeAll(t, w, line)
		hit(t, w, enterKey)
		if s.roster.field.Error() == "" || s.roster.field.Text() != line {
			t.Errorf("%q: refused with %q, and the line is %q", line, s.roster.field.Error(), s.roster.field.Text())
		}
	}
	if len(book.commits) != 0 {
		t.Error("something was kept")
	}
}

func TestRosterIsEditedMovedRemovedAndBroughtBack(t *testing.T) {
	book := fullBook()
	w, _ := onBody(t, book, "hob")
	hit(t, w, downKey, downKey, ctrl(fyne.KeyE), bare(fyne.KeyEnd))
	typeText(t, w, " and Deputy")
	hit(t, w, enterKey)
	if seat := book.bodies["hob"].Seats[1]; seat.Post != "Chief Executive and Deputy" || seat.Person != "p2" || seat.ID != "s2" {
		t.Errorf("edited: %+v", seat)
	}
	hit(t, w, ctrlShift(fyne.KeyUp))
	want(t, names(book.bodies["hob"]), "Tomas Reyes, Ann Zelenka, Cdr. Ola Lindqvist, Ruth Adeyemi")
	hit(t, w, ctrlShift(fyne.KeyDown))
	want(t, names(book.bodies["hob"]), "Ann Zelenka, Tomas Reyes, Cdr. Ola Lindqvist, Ruth Adeyemi")
	hit(t, w, ctrlShift(fyne.KeyDown))
	mustShow(t, screenWords(w), "The group ends here.")
	hit(t, w, ctrlShift(fyne.KeyDelete))
	want(t, names(book.bodies["hob"]), "Ann Zelenka, Cdr. Ola Lindqvist, Ruth Adeyemi")
	mustShow(t, screenWords(w), "Removed Tomas Reyes.", "Take back Ctrl+Z")
	picture(t, w, "body-removed")
	hit(t, w, ctrl(fyne.KeyZ))
	want(t, names(book.bodies["hob"]), "Ann Zelenka, Tomas Reyes, Cdr. Ola Lindqvist, Ruth Adeyemi")
	hit(t, w, ctrl(fyne.KeyZ), ctrl(fyne.KeyZ), ctrl(fyne.KeyZ))
	if b := book.bodies["hob"]; names(b) != names(harbourBoard()) || b.Seats[1].Post != "Chief Executive" {
		t.Errorf("all taken back: %+v", b.Seats)
	}
	hit(t, w, ctrl(fyne.KeyZ))
	mustShow(t, screenWords(w), "There is nothing to take back")
}

func TestEscLeavesTheLineAsItWasAndThenTheScreen(t *testing.T) {
	book := fullBook()
	w, s := onBody(t, book, "hob")
	hit(t, w, downKey, bare(fyne.KeyF2))
	typeText(t, w, "xyz")
	hit(t, w, escKey)
	if w.dialogOpen() {
		t.Error("Esc left the dialog open")
	}
	typeText(t, w, "half a name")
	hit(t, w, escKey)
	want(t, s.roster.field.Text(), "")
	hit(t, w, escKey)
	if _, ok := w.screen.(*bookScreen); !ok || len(book.commits) != 0 {
		t.Error("Esc kept something, or did not go back")
	}
}

func TestStandingItems(t *testing.T) {
	book := fullBook()
	w, s := onBody(t, book, "hob")
	s.showPart(1)
	w.window.Canvas().Focus(s.standing.field)
	typeText(t, w, "Any other business")
	hit(t, w, enterKey, upKey, ctrlShift(fyne.KeyUp))
	want(t, strings.Join(book.bodies["hob"].Standing, ", "), "Minutes of the last meeting, Apologies, Any other business")
	hit(t, w, ctrl(fyne.KeyE))
	typeAll(t, w, "# Minutes")
	hit(t, w, enterKey, downKey, ctrlShift(fyne.KeyDelete))
	want(t, strings.Join(book.bodies["hob"].Standing, ", "), "Minutes, Any other business")
}

func TestBodyNameQuorumAndStyle(t *testing.T) {
	book := fullBook()
	w, s := onBody(t, book, "hob")
	on := w.window.Canvas()
	on.Focus(s.facts.name)
	typeAll(t, w, "thornbeck arts panel")
	hit(t, w, enterKey)
	mustShow(t, screenWords(w), "Another body has that name.")
	typeAll(t, w, "Harbour Board")
	hit(t, w, tabKey)
	want(t, book.bodies["hob"].Name, "Harbour Board")
	want(t, book.meetings["june"].Body, "Harbour Oversight Board")
	typeAll(t, w, "many")
	hit(t, w, enterKey)
	mustShow(t, screenWords(w), "The quorum is a whole number, or nothing.")
	typeAll(t, w, "5")
	hit(t, w, enterKey)
	s.showPart(3)
	on.Focus(s.style.which)
	hit(t, w, rightKey)
	if b := book.bodies["hob"]; b.Quorum != 5 || b.Style != "publication" {
		t.Errorf("quorum %d, style %s", b.Quorum, b.Style)
	}
	if len(book.commits) != 3 {
		t.Errorf("%d commits", len(book.commits))
	}
}

func TestBodyThatCannotBeKeptStaysAsItWas(t *testing.T) {
	book := fullBook()
	w, s := onBody(t, book, "hob")
	book.refuse = errors.New("the disk is full")
	typeText(t, w, "Board: Jo Bloggs")
	hit(t, w, enterKey)
	want(t, warning(w), "Could not keep the change: the disk is full.")
	want(t, s.roster.field.Text(), "Board: Jo Bloggs")
	if len(s.body.Seats) != 4 {
		t.Error("the screen shows what is not kept")
	}
	book.refuse = nil
	hit(t, w, enterKey)
	if len(book.bodies["hob"].Seats) != 5 {
		t.Error("trying again did not keep it")
	}
}

// A roster of long names, to be looked at.
func TestBodyWithLongNames(t *testing.T) {
	book := fullBook()
	b := harbourBoard()
	for range 30 {
		b.Seats = append(b.Seats, model.Seat{ID: "x", Name: "The Right Honourable Bartholomew Featherstonehaugh-Cholmondeley", Post: "Acting Deputy Commissioner for Waterborne Operations and Resilience", Group: "Association of Harbour Authorities and Navigation Trusts", Capacity: model.Attending})
	}
	w, _ := onBody(t, book.put(b), "hob")
	picture(t, w, "body-long")
	w.setLook("dark", false)
	picture(t, w, "body-long-dark")
}
