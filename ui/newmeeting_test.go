package ui

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"minutebook/model"
)

func itemsIn(m model.Meeting) string {
	var all []string
	for _, it := range m.Items {
		all = append(all, fmt.Sprintf("%s %d", it.Title, len(it.Entries)))
	}
	return strings.Join(all, ", ")
}

// newOf is the window with the dialog for a new meeting, everything known of
// it told.
func newOf(t *testing.T, book *fakeBook) (*world, *Window) {
	t.Helper()
	world := newWorld(t, book)
	w := world.open()
	hit(t, w, ctrl(fyne.KeyN))
	tell(world)
	return world, w
}

// tell lets what is worked out be told.
func tell(w *world) {
	w.pass(time.Second)
	w.settle()
}

func made(t *testing.T, w *Window, book *fakeBook) model.Meeting {
	t.Helper()
	if w.dialogOpen() || w.meeting == nil {
		t.Fatalf("no meeting was made: %s", screenWords(w))
	}
	return book.meetings[w.meeting.work.meeting().ID]
}

func TestNewMeetingSaysWhatItTakesOver(t *testing.T) {
	book := fullBook()
	_, w := newOf(t, book)
	mustShow(t, screenWords(w), "It takes over 3 people, 2 standing items, the minutes of 18 June 2026 to approve, 1 completed action to note, 5 open actions.", "Earlier minutes", "Open actions")
	picture(t, w, "new-takes")
	hit(t, w, enterKey)
	m := made(t, w, book)
	if a := m.Items[1].Entries[0].Approves; !a.Completed {
		t.Error("the completed action is not noted with the minutes")
	}
}

func TestNewMeetingLeavesOutMinutesAndActions(t *testing.T) {
	book := fullBook()
	world, w := newOf(t, book)
	hit(t, w, tabKey, tabKey, tabKey, tabKey, tabKey, tabKey, rightKey)
	tell(world)
	mustShow(t, screenWords(w), "It takes over 3 people, 2 standing items, 5 open actions.")
	hit(t, w, tabKey, rightKey)
	tell(world)
	mustShow(t, screenWords(w), "It takes over 3 people, 2 standing items.")
	hit(t, w, enterKey)
	want(t, itemsIn(made(t, w, book)), "Apologies 0, Minutes of the last meeting 0")
}

func TestNewMeetingOfAnotherKind(t *testing.T) {
	book := fullBook()
	world, w := newOf(t, book)
	hit(t, w, tabKey, tabKey, tabKey, tabKey, tabKey, rightKey)
	tell(world)
	mustShow(t, screenWords(w), "It takes over 3 people. It is called for business of its own")
	mustNotShow(t, screenWords(w), "Earlier minutes")
	hit(t, w, enterKey)
	m := made(t, w, book)
	want(t, fmt.Sprintf("%s %d %s", m.Kind, len(m.Attendees), itemsIn(m)), "extraordinary 3 ")
	hit(t, w, ctrl(fyne.KeyN), tabKey, tabKey, tabKey, tabKey, tabKey, rightKey, rightKey, enterKey, enterKey)
	if m := made(t, w, book); m.Kind != model.Annual || len(m.Items) != 3 {
		t.Errorf("%s with %s", m.Kind, itemsIn(m))
	}
}

// What the clerk takes out of a field stays out.
func TestNewMeetingWithoutTheTimeOffered(t *testing.T) {
	book := fullBook()
	m := book.meetings["dec"]
	m.Next = &model.Next{Date: "2027-02-11", At: "14:00", Venue: "Custom House"}
	_, w := newOf(t, book.put(m))
	hit(t, w, tabKey, tabKey, bare(fyne.KeyDelete), enterKey)
	got := made(t, w, book)
	want(t, fmt.Sprintf("%s %q %s", got.Date, got.Begin, got.Venue), `2027-02-11 "" Custom House`)
}

// The day, time and place are those that the last minutes say; whatever the
// clerk types takes their place.
func TestNewMeetingIsWhenTheLastMinutesSay(t *testing.T) {
	book := fullBook()
	m := book.meetings["dec"]
	m.Next = &model.Next{Date: "2027-02-11", At: "14:00", Venue: "Custom House"}
	world, w := newOf(t, book.put(m))
	mustShow(t, screenWords(w), "Thursday 11 February 2027 · as the minutes of 10 December 2026 say", "14:00", "Custom House")
	hit(t, w, downKey) // another body has other days
	tell(world)
	mustShow(t, screenWords(w), "Saturday 21 November 2026")
	mustNotShow(t, screenWords(w), "Custom House")
	hit(t, w, upKey, tabKey)
	typeText(t, w, "12 February 2027")
	hit(t, w, tabKey, tabKey)
	typeText(t, w, "Town Hall")
	hit(t, w, enterKey)
	got := made(t, w, book)
	want(t, fmt.Sprintf("%s %s %s", got.Date, got.Begin, got.Venue), "2027-02-12 14:00 Town Hall")
}

func TestRhythm(t *testing.T) {
	on := func(days ...model.Date) []model.Summary {
		var all []model.Summary
		for _, d := range days {
			all = append(all, model.Summary{BodyID: "b", Date: d})
		}
		return all
	}
	for _, c := range []struct {
		meetings []model.Summary
		want     model.Date
	}{
		{on("2026-05-19", "2026-07-21", "2026-09-15"), "2026-11-17"}, // third Tuesdays
		{on("2026-01-05", "2026-02-02", "2026-03-02"), "2026-04-06"}, // first Mondays
		{on("2026-05-19", "2026-07-21", "2026-10-20"), ""},           // not as far apart
		{on("2026-05-19", "2026-07-21", "2026-09-16"), ""},           // another weekday
		{on("2026-07-21", "2026-09-15"), ""},                         // two are no rhythm
		{on("2026-01-30", "2026-03-31", "2026-05-29"), ""},
		{on("2025-07-29", "2025-09-30", "2025-12-30"), ""},
		{on("2026-06-30", "2026-09-29", "2026-12-29"), "2027-03-30"}, // fifth Tuesdays
		{on("2025-07-31", "2026-01-29", "2026-07-30"), ""},           // the next month has no fifth Thursday
	} {
		if got := rhythm(c.meetings, "b"); got != c.want {
			t.Errorf("%v: %s, want %s", c.meetings, got, c.want)
		}
	}
	if got := rhythm(on("2026-05-19", "2026-07-21", "2026-09-15"), "other"); got != "" {
		t.Errorf("of another body: %s", got)
	}
}

// What another has in hand gets no meeting here.
func TestNoNewMeetingOfABodyHandedOver(t *testing.T) {
	book := fullBook()
	b := harbourBoard()
	b.Away = &model.Away{To: "Ruth", On: "2026-11-01"}
	_, w := newOf(t, book.put(b))
	mustShow(t, screenWords(w), "The body is handed over: take it back first")
	hit(t, w, enterKey)
	if !w.dialogOpen() || len(book.commits) != 0 {
		t.Error("a meeting was made")
	}
}

// A body's policy numbers its new meeting behind the earlier ones.
func TestNewMeetingIsNumberedByThePolicy(t *testing.T) {
	book := fullBook()
	b := harbourBoard()
	b.Numbering = model.Numbering{Actions: model.PerYear, Items: model.PerYear}
	june := juneMeeting()
	june.Numbering = model.Numbered{Items: model.Series{Run: model.PerYear, Year: "26", First: 124}, Actions: model.Series{Run: model.PerYear, Year: "2026", First: 1}}
	_, w := newOf(t, book.put(b, june))
	hit(t, w, enterKey)
	got := made(t, w, book).Numbering
	if got.Items.First <= 124 || got.Items.Year != "26" || got.Actions.First < 2 || got.Actions.Year != "2026" {
		t.Errorf("numbered %+v", got)
	}
}

// A register that cannot be read is told of, and nothing is made of half of it.
func TestNewMeetingWhoseLastCannotBeRead(t *testing.T) {
	book := fullBook()
	world := newWorld(t, book)
	w := world.open()
	hit(t, w, ctrl(fyne.KeyN))
	book.unread = errors.New("the disk has gone")
	tell(world)
	mustShow(t, screenWords(w), "Could not read what the last meeting left: the disk has gone.")
	hit(t, w, enterKey)
	mustShow(t, screenWords(w), "The disk has gone.")
	book.unread = nil
	hit(t, w, enterKey)
	made(t, w, book)
}

// A meeting that has not begun opens at its first item, one that has at its last.
func TestMeetingOpensWhereItIsGoneOnWith(t *testing.T) {
	book := fullBook()
	_, w := newOf(t, book)
	hit(t, w, enterKey)
	m := made(t, w, book)
	if got := w.meeting.work.item; got != m.Items[0].ID {
		t.Errorf("planned, it opens at %q; want %q", got, m.Items[0].ID)
	}
	m.State = model.Draft
	book.put(m)
	again := newWorld(t, book).open()
	again.Open(m.ID)
	if got := again.meeting.work.item; got != m.Items[len(m.Items)-1].ID {
		t.Errorf("minuted, it opens at %q; want %q", got, m.Items[len(m.Items)-1].ID)
	}
}
