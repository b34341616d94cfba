package ui

import (
	"errors"
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"minutebook/model"
)

// onNew is the window with the dialog for a new meeting.
func onNew(t *testing.T, book *fakeBook) *Window {
	t.Helper()
	w := newWorld(t, book).open()
	hit(t, w, ctrl(fyne.KeyN))
	return w
}

func TestNewMeetingOfTheLikelyBodyToday(t *testing.T) {
	book := fullBook()
	w := onNew(t, book)
	mustShow(t, screenWords(w), "New meeting", "Harbour Oversight Board", "Thornbeck Arts Panel", "Its roster of 3 people", "Saturday 21 November 2026")
	picture(t, w, "new")
	hit(t, w, enterKey)
	if w.dialogOpen() || w.meeting == nil {
		t.Fatal("Enter did not make and open the meeting")
	}
	m := book.meetings[w.meeting.work.meeting().ID]
	want(t, fmt.Sprintf("%s %s %q %s %s %d", m.Date, m.BodyID, m.Body, m.Style, m.State, m.Rev), `2026-11-21 hob "Harbour Oversight Board" note planned 1`)
	if m.Made == "" || len(m.Attendees) != 3 {
		t.Fatalf("made %q with %d people", m.Made, len(m.Attendees))
	}
	second := m.Attendees[1]
	second.ID = ""
	want(t, fmt.Sprint(second), fmt.Sprint(model.Attendee{Person: "p2", Name: "Tomas Reyes", Post: "Chief Executive", Group: "Harbour Authority", Mark: model.Present}))
	if m.Chair != m.Attendees[0].ID {
		t.Error("the chair of the last meeting is not in the chair")
	}
	want(t, itemsIn(m), "Apologies 0, Minutes of the last meeting 1, Matters arising 9")
	if a := m.Items[1].Entries[0].Approves; a == nil || a.Meeting != "june" || a.Date != "2026-06-18" {
		t.Errorf("approves %+v", a)
	}
}

func TestNewMeetingWithoutRosterTakesThoseOfTheLast(t *testing.T) {
	book := fullBook()
	b := book.bodies["hob"]
	b.Seats = nil
	w := onNew(t, book.put(b))
	mustShow(t, screenWords(w), "Those of its last meeting")
	hit(t, w, tabKey)
	typeAll(t, w, "20 June")
	hit(t, w, enterKey)
	m := book.meetings[w.meeting.work.meeting().ID]
	if m.Date != "2027-06-20" {
		t.Fatalf("on %s", m.Date)
	}
	// The last meeting by date is the planned one of December, without people.
	if len(m.Attendees) != 0 {
		t.Errorf("attending: %+v", m.Attendees)
	}
}

// Tab leads from the body to the day, past the list that Up and Down in the
// body's field work, and what is typed there takes the place of today.
func TestNewMeetingIsTypedFromFieldToField(t *testing.T) {
	book := fullBook()
	w := onNew(t, book)
	hit(t, w, tabKey)
	typeText(t, w, "20 June 2027")
	mustShow(t, screenWords(w), "Sunday 20 June 2027")
	hit(t, w, tabKey)
	typeText(t, w, "14:00-15:00")
	hit(t, w, enterKey)
	if w.meeting == nil {
		t.Fatalf("no meeting was made: %s", screenWords(w))
	}
	m := w.meeting.work.meeting()
	want(t, fmt.Sprintf("%s %s %s", m.Date, m.Begin, m.Body), "2027-06-20 14:00 Harbour Oversight Board")
}

// typeAll replaces what the field with the keyboard holds.
func typeAll(t *testing.T, w *Window, words string) {
	t.Helper()
	w.window.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
	typeText(t, w, words)
}

func TestNewMeetingOfANewBody(t *testing.T) {
	book := newFakeBook()
	w := onNew(t, book)
	typeText(t, w, "Parish  Council")
	mustShow(t, screenWords(w), "A new body will be made.")
	hit(t, w, tabKey)
	typeAll(t, w, "3/12/26")
	mustShow(t, screenWords(w), "Thursday 3 December 2026")
	hit(t, w, tabKey)
	typeText(t, w, "7pm-9pm")
	hit(t, w, tabKey)
	typeText(t, w, "Village Hall")
	hit(t, w, tabKey)
	typeText(t, w, "Budget meeting")
	hit(t, w, enterKey)
	if w.meeting == nil {
		t.Fatalf("not made: %s", screenWords(w))
	}
	m := book.meetings[w.meeting.work.meeting().ID]
	if m.Body != "Parish Council" || m.Date != "2026-12-03" || m.Begin != "19:00" || m.End != "21:00" || m.Venue != "Village Hall" || m.Title != "Budget meeting" {
		t.Errorf("made %+v", m)
	}
	if b := book.bodies[m.BodyID]; b.Name != "Parish Council" || len(book.commits) != 1 {
		t.Errorf("the body %+v in %d commits", b, len(book.commits))
	}
}

func TestNewMeetingChoosesABodyWithDown(t *testing.T) {
	book := fullBook()
	w := onNew(t, book)
	hit(t, w, downKey, enterKey)
	if got := w.meeting.work.meeting().Body; got != "Thornbeck Arts Panel" {
		t.Errorf("Down chose %q", got)
	}
}

func TestNewMeetingSaysWhatIsMissing(t *testing.T) {
	book := fullBook()
	w := onNew(t, book)
	typeAll(t, w, " ")
	hit(t, w, enterKey)
	mustShow(t, screenWords(w), "Say which body meets.")
	typeText(t, w, "thornbeck arts panel")
	hit(t, w, tabKey)
	typeAll(t, w, "31 June")
	hit(t, w, enterKey)
	mustShow(t, screenWords(w), "Say on which day it meets")
	typeAll(t, w, "4 February 2026")
	hit(t, w, enterKey)
	mustShow(t, screenWords(w), "This body has a meeting on that day already. Press Enter again to make another.")
	picture(t, w, "new-twice")
	if len(book.commits) != 0 {
		t.Fatal("something was made")
	}
	book.refuse = errors.New("the disk is full")
	hit(t, w, enterKey)
	mustShow(t, screenWords(w), "Could not make the meeting: the disk is full.")
	book.refuse = nil
	hit(t, w, enterKey)
	if w.meeting == nil || len(book.meetings) != 5 {
		t.Errorf("Enter again did not make it: %s", screenWords(w))
	}
}

func TestNewMeetingBadTimeStaysAtItsField(t *testing.T) {
	w := onNew(t, fullBook())
	hit(t, w, tabKey, tabKey)
	typeText(t, w, "25:00")
	hit(t, w, enterKey)
	mustShow(t, screenWords(w), "“25:00” is no time")
	hit(t, w, escKey)
	if w.dialogOpen() {
		t.Error("Esc left the dialog open")
	}
}

// The first words of a body's name are a new body's too; the dialog says so,
// and Down chooses the body that they begin.
func TestNewMeetingOfABodyBegun(t *testing.T) {
	w := onNew(t, fullBook())
	hit(t, w, ctrl(fyne.KeyA))
	typeText(t, w, "thórnbeck")
	mustShow(t, screenWords(w), "A new body will be made; Down chooses Thornbeck Arts Panel.")
	hit(t, w, downKey)
	mustNotShow(t, screenWords(w), "A new body")
	hit(t, w, enterKey)
	want(t, w.meeting.work.meeting().Body, "Thornbeck Arts Panel")
}
