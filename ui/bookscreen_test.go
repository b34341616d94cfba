package ui

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"minutebook/model"
	"minutebook/ui/widget"
)

// harbourBoard is an invented body with a roster and standing items.
func harbourBoard() model.Body {
	return model.Body{ID: "hob", Rev: 1, Name: "Harbour Oversight Board", Style: "note", Quorum: 3,
		Standing: []string{"Apologies", "Minutes of the last meeting"},
		Seats: []model.Seat{
			{ID: "s1", Person: "p1", Name: "Ann Zelenka", Post: "Chair", Group: "Harbour Authority"},
			{ID: "s2", Person: "p2", Name: "Tomas Reyes", Post: "Chief Executive", Group: "Harbour Authority"},
			{ID: "s3", Person: "p3", Name: "Cdr. Ola Lindqvist", Post: "Operations", Group: "Coastguard"},
			{ID: "s4", Person: "p4", Name: "Ruth Adeyemi", Group: "Coastguard", To: "2026-01-01"},
		}}
}

// juneMeeting is a meeting of that body with five actions.
func juneMeeting() model.Meeting {
	action := func(n int, text, owner, due string, date model.Date, forum string) model.Entry {
		return model.Entry{ID: model.ID(fmt.Sprint("a", n)), Kind: model.Action, Number: n, Text: text,
			Action: &model.ActionFacts{Owners: []string{owner}, Due: model.Due{Words: due, Date: date}, Forum: forum}}
	}
	return model.Meeting{ID: "june", Rev: 4, Made: "2026-06-01T09:00:00Z", BodyID: "hob", Body: "Harbour Oversight Board", Style: "note",
		Date: "2026-06-18", State: model.Draft, Venue: "Quay House", Chair: "t1",
		Attendees: []model.Attendee{
			{ID: "t1", Person: "p1", Name: "Ann Zelenka", Post: "Chair", Group: "Harbour Authority", Mark: model.Present},
			{ID: "t2", Person: "p2", Name: "Tomas Reyes", Post: "Chief Executive", Group: "Harbour Authority", Mark: model.Apologies, Reason: "leave"},
			{ID: "t3", Person: "p3", Name: "Cdr. Ola Lindqvist", Group: "Coastguard", Mark: model.Present, Items: []string{"2"}},
			{ID: "t4", Name: "Mei Tanaka", Mark: model.Present, DeputyFor: "Tomas Reyes"},
		},
		Items: []model.Item{
			{ID: "i1", Title: "Minutes and matters arising", Entries: []model.Entry{{ID: "e1", Kind: model.Paragraph, Text: "The Board noted the paper on the loss of two pilot launches."}}},
			{ID: "i2", Title: "Pilotage and moorings", Entries: []model.Entry{
				action(1, "Harbour Authority to publish the berth survey and share the outcome with the Coastguard by 30 June.", "Harbour Authority", "by 30 June", "2026-06-30", ""),
				action(2, "Coastguard to review the call-out procedure. For discussion at the next Operations Safety Group meeting.", "Coastguard", "", "", "Operations Safety Group"),
				action(3, "Chief Executive to brief the Board on recruitment of pilots in autumn.", "Tomas Reyes", "in autumn", "", ""),
				{ID: "e2", Kind: model.Decision, Text: "That the moorings budget be brought forward."},
			}},
			{ID: "i3", Title: "Risk register", Entries: []model.Entry{
				action(4, "Finance to report the cost of launch hire by 18 December.", "Priya Nair", "by 18 December", "2026-12-18", ""),
				action(5, "Both organisations to align their reviews of engagement.", "Harbour Authority", "", "", ""),
			}},
		}}
}

// fullBook is a book with two bodies and four meetings.
func fullBook() *fakeBook {
	april := model.Meeting{ID: "april", Rev: 2, Made: "2026-04-01T09:00:00Z", BodyID: "hob", Body: "Harbour Oversight Board", Date: "2026-04-16", State: model.Approved,
		Items: []model.Item{{ID: "x1", Title: "Dredging", Entries: []model.Entry{
			{ID: "b1", Kind: model.Action, Number: 1, Text: "Harbour Authority to circulate the winter incident list.", Action: &model.ActionFacts{Owners: []string{"Harbour Authority"}, Due: model.Due{Words: "by 12 May", Date: "2026-05-12"}}},
			{ID: "b2", Kind: model.Paragraph, Text: "A word with the dredging contractor.", Restricted: &model.Restriction{Reason: "commercial"}}}}}}
	planned := model.Meeting{ID: "dec", Rev: 1, Made: "2026-11-01T09:00:00Z", BodyID: "hob", Body: "Harbour Oversight Board", Date: "2026-12-10", State: model.Planned}
	other := model.Meeting{ID: "arts", Rev: 1, Made: "2026-02-01T09:00:00Z", BodyID: "tap", Body: "Thornbeck Arts Panel", Date: "2026-02-04", State: model.Circulated, Kind: model.Extraordinary,
		Items: []model.Item{{ID: "y1", Title: "Mural", Entries: []model.Entry{
			{ID: "c1", Kind: model.Action, Number: 1, Text: "Łucja Brzezińska to circulate a draft brief in March 2026.", Action: &model.ActionFacts{Owners: []string{"Łucja Brzezińska"}, Due: model.Due{Words: "in March 2026", Date: "2026-03-31"}}}}}}}
	return newFakeBook().put(harbourBoard(), model.Body{ID: "tap", Rev: 1, Name: "Thornbeck Arts Panel"},
		model.Person{ID: "p1", Rev: 1, Name: "Ann Zelenka"}, model.Person{ID: "p2", Rev: 1, Name: "Tomas Reyes"},
		april, juneMeeting(), planned, other,
		model.Event{Meeting: "april", Action: "b1", State: model.Complete, On: "2026-05-20", Note: "Sent to all members"})
}

func mustShow(t *testing.T, words string, wanted ...string) {
	t.Helper()
	for _, w := range wanted {
		if !strings.Contains(words, w) {
			t.Errorf("%q does not show in: %s", w, words)
		}
	}
}

func mustNotShow(t *testing.T, words string, unwanted ...string) {
	t.Helper()
	for _, w := range unwanted {
		if strings.Contains(words, w) {
			t.Errorf("%q shows in: %s", w, words)
		}
	}
}

// screenWords are all words of the window and of the dialog over it, with a
// space between them.
func screenWords(w *Window) string {
	on := w.window.Canvas()
	size := on.Size()
	w.window.Resize(size.AddWidthHeight(1, 0)) // lays everything out anew, as a real window does
	w.window.Resize(size)
	words := wordsOn(on.Content())
	for _, o := range on.Overlays().List() {
		words += wordsOn(o)
	}
	return strings.Join(strings.Fields(words), " ")
}

// warning is what the window warns of.
func warning(w *Window) string {
	if !w.alert.Visible() {
		return ""
	}
	return w.alert.Objects[0].(*widget.Banner).Words()
}

func TestBookListsBodiesAndMeetings(t *testing.T) {
	w := newWorld(t, fullBook()).open()
	words := screenWords(w)
	mustShow(t, words, "Minute book", "2 bodies · 4 meetings · 6 actions still open", "Harbour Oversight Board", "Thornbeck Arts Panel",
		"Thursday 10 December 2026", "PLANNED", "DRAFT", "APPROVED", "CIRCULATED", "Extraordinary meeting", "with restricted parts")
	if newest, oldest := strings.Index(words, "10 December"), strings.Index(words, "16 April"); newest > oldest {
		t.Error("the newest meeting does not come first")
	}
	picture(t, w, "book")
}

func TestBookFiltersAndOpensByKeyboard(t *testing.T) {
	w := newWorld(t, fullBook()).open()
	typeText(t, w, "arts")
	s := w.screen.(*bookScreen)
	if got := s.selected().meeting; got != "arts" {
		t.Fatalf("the filter chose %q", got)
	}
	mustNotShow(t, screenWords(w), "Harbour Oversight Board")
	hit(t, w, enterKey)
	if w.meeting == nil || w.meeting.work.meeting().ID != "arts" {
		t.Fatal("Enter did not open the meeting")
	}
	hit(t, w, ctrl("L"))
	hit(t, w, upKey, upKey, upKey, downKey, enterKey)
	if got := w.meeting.work.meeting().ID; got != "june" {
		t.Errorf("Up, Down and Enter opened %q", got)
	}
}

func TestBookSearchesAllMinutesAndJumps(t *testing.T) {
	world := newWorld(t, fullBook())
	w := world.open()
	typeText(t, w, "launch hire")
	mustNotShow(t, screenWords(w), "In the minutes")
	world.pass(time.Second)
	mustShow(t, screenWords(w), "In the minutes: 1 line", "Finance to report the cost of launch hire")
	picture(t, w, "book-search")
	hit(t, w, downKey, enterKey)
	work := w.meeting.work
	if work.meeting().ID != "june" || work.item != "i3" || work.selected != "a4" {
		t.Errorf("jumped to %s, %s, %s", work.meeting().ID, work.item, work.selected)
	}
}

func TestBookEscShowsAllThenGoesBack(t *testing.T) {
	w := newWorld(t, fullBook()).open()
	w.Open("june")
	hit(t, w, ctrl("L"))
	typeText(t, w, "nothing like this")
	mustShow(t, screenWords(w), "No meeting and no words like that")
	hit(t, w, escKey)
	mustShow(t, screenWords(w), "Thornbeck Arts Panel")
	hit(t, w, escKey)
	if w.screen != screen(w.meeting) {
		t.Error("Esc did not go back to the open meeting")
	}
}

func TestEmptyBookOffersTwoWaysToBegin(t *testing.T) {
	world := newWorld(t, newFakeBook())
	w := world.open()
	mustShow(t, screenWords(w), "This minute book is empty", "New meeting", "Look at a sample")
	picture(t, w, "book-empty")
	hit(t, w, enterKey)
	if !w.dialogOpen() {
		t.Fatal("Enter on the first button opened no dialog")
	}
	hit(t, w, escKey, tabKey, enterKey)
	world.settle()
	mustShow(t, screenWords(w), "Harbour Oversight Board", "Thursday 18 June 2026")
	hit(t, w, enterKey)
	if w.meeting == nil {
		t.Error("Enter after the sample opened no meeting")
	}
}

func TestSampleThatFailsLeavesTheWayToTryAgain(t *testing.T) {
	world := newWorld(t, newFakeBook())
	w := world.open()
	world.fail = errors.New("the disk is full")
	hit(t, w, tabKey, enterKey)
	world.settle()
	want(t, warning(w), "Could not put the sample into the book: the disk is full.")
	mustShow(t, screenWords(w), "Look at a sample")
}

func TestUndoInTheFilterIsTheFiltersOwn(t *testing.T) {
	w := newWorld(t, fullBook()).open()
	hit(t, w, ctrl("Z"), ctrl("Y")) // with nothing to take back
	typeText(t, w, "arts")
	hit(t, w, ctrl("Z"))
	want(t, w.screen.(*bookScreen).filter.Text(), "")
	hit(t, w, ctrlShift("Z"))
	want(t, w.screen.(*bookScreen).filter.Text(), "arts")
	hit(t, w, ctrlShift("A"), ctrl("Z"), ctrl("L"), tabKey, ctrl("Z"))
}

func TestSmallWindowShowsFewerColumns(t *testing.T) {
	w := newWorld(t, fullBook()).open()
	hit(t, w, downKey)
	before := w.screen.(*bookScreen).selected()
	w.window.Resize(fyne.NewSize(700, 500))
	words := wordsOn(w.window.Content())
	mustShow(t, words, "18 Jun 2026", "DRAFT")
	mustNotShow(t, words, "Items")
	if after := w.screen.(*bookScreen).selected(); after.meeting != before.meeting {
		t.Errorf("the choice went from %s to %s", before.meeting, after.meeting)
	}
	hit(t, w, ctrlShift("A"))
	mustShow(t, wordsOn(w.window.Content()), "Owner and due")
	w.window.Resize(fyne.NewSize(1920, 1080))
	mustNotShow(t, wordsOn(w.window.Content()), "Owner and due")
	typeText(t, w, "c")
	if !w.screen.(*actionsScreen).record.visible() {
		t.Error("the keyboard did not stay with the list")
	}
}

// Each letter typed chooses the first of what is left: the meeting, where its
// date or body was typed, and not a line of another that was chosen before.
func TestTypingChoosesTheFirstFound(t *testing.T) {
	w := newWorld(t, fullBook()).open()
	s := w.screen.(*bookScreen)
	hit(t, w, downKey, downKey)
	typeText(t, w, "harbour")
	if first := slices.IndexFunc(s.shown, func(r bookRow) bool { return r.meeting != "" }); s.rows.Selected() != first {
		t.Errorf("row %d is chosen, not %d", s.rows.Selected(), first)
	}
}
