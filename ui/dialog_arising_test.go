package ui

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"minutebook/model"
)

// arisingBook is a book in which the last meeting's actions 1, 2 and 5 were
// completed since, and one of them in words that public minutes leave out.
func arisingBook() *fakeBook {
	book := fullBook()
	june := juneMeeting()
	june.Items[2].Entries[1].Restricted = &model.Restriction{Reason: "staffing"}
	book.put(june)
	for i, id := range []model.ID{"a1", "a2", "a5"} {
		book.put(model.Event{Meeting: "june", Action: id, State: model.Complete, On: "2026-09-01", Note: fmt.Sprint("Done ", i), Made: "2026-09-01T10:00:00Z"})
	}
	book.put(model.Event{Meeting: "april", Action: "b1", State: model.Noted, On: "2026-06-18", NotedBy: "june", Made: "2026-06-18T10:00:00Z"})
	dec := book.meetings["dec"]
	dec.State = model.Live
	dec.Items = []model.Item{{ID: "m", Title: "Minutes", Entries: []model.Entry{{ID: "ap", Kind: model.Paragraph, Approves: &model.Approval{Date: "2026-06-18", Meeting: "june"}}}},
		{ID: "ma", Title: "Matters arising"}}
	return book.put(dec)
}

func onArising(t *testing.T, book *fakeBook) (*world, *Window) {
	t.Helper()
	world := newWorld(t, book)
	w := world.open()
	w.Open("dec")
	w.meeting.goTo("ma")
	typeText(t, w, "Half a sen")
	w.do(w.command("arising"))
	world.settle()
	return world, w
}

func linesOf(m model.Meeting, item model.ID) string {
	var all []string
	for _, it := range m.Items {
		for _, e := range it.Entries {
			if it.ID != item {
				continue
			}
			line := string(e.Kind) + " " + cut(e.Text, 30)
			if e.Done != nil {
				line = "done " + e.Done.Action
			}
			if e.Restricted != nil {
				line += " restricted"
			}
			all = append(all, line)
		}
	}
	return strings.Join(all, "\n")
}

func TestNextMeetingKnowsWhatBecameOfEarlierActions(t *testing.T) {
	book := arisingBook()
	before := book.json(t, "june")
	world, w := onArising(t, book)
	mustShow(t, screenWords(w), "What became of earlier actions", "Completed since the last meeting", "Still open", "3 completed actions to note and 0 open actions to list, at item 2 Matters arising.", "Done 0", "on 1 Sep 2026")
	picture(t, w, "arising")
	hit(t, w, downKey)
	typeText(t, w, " ") // the second is left
	hit(t, w, downKey, downKey)
	typeText(t, w, " ") // the first that is open
	mustShow(t, screenWords(w), "2 completed actions to note and 1 open action to list")
	hit(t, w, enterKey)
	m := w.meeting.work.meeting()
	want(t, linesOf(m, "ma"), "done 18 June 2026 1\ndone 18 June 2026 5 restricted\nheading Tomas Reyes\nbullet Action 3, 18 June 2026: Chief…")
	want(t, composerText(w), "Half a sen")
	world.pass(time.Second)
	state := map[model.ID]model.ActionState{}
	for _, e := range book.events {
		state[e.Action] = e.State
	}
	if state["a1"] != model.Noted || state["a5"] != model.Noted || state["a2"] != model.Complete {
		t.Errorf("in the register: %v", state)
	}
	if book.json(t, "june") != before {
		t.Error("the earlier minutes changed")
	}
	w.do(w.command("arising"))
	world.settle()
	mustShow(t, screenWords(w), "In the minutes", "1 completed action to note")
	hit(t, w, escKey)
	hit(t, w, ctrl(fyne.KeyZ), ctrl(fyne.KeyZ)) // the press that leaves the composer says so first
	if got := linesOf(w.meeting.work.meeting(), "ma"); got != "" {
		t.Errorf("one change is not taken back at once:\n%s", got)
	}
}

func TestCompletedAreNotedWithTheEarlierMinutes(t *testing.T) {
	book := arisingBook()
	_, w := onArising(t, book)
	hit(t, w, tabKey, tabKey, tabKey, rightKey)
	mustShow(t, screenWords(w), "All of them with the earlier minutes", "3 completed actions to note")
	hit(t, w, enterKey)
	m := w.meeting.work.meeting()
	e, _, _ := m.Entry("ap")
	if !e.Approves.Completed || linesOf(m, "ma") != "" {
		t.Errorf("approves %+v; %s", e.Approves, linesOf(m, "ma"))
	}
}

func TestAllThatIsOpenIsListed(t *testing.T) {
	_, w := onArising(t, arisingBook())
	hit(t, w, tabKey, tabKey, enterKey) // all that are open
	mustShow(t, screenWords(w), "2 open actions to list")
	hit(t, w, enterKey, tabKey)
	mustShow(t, screenWords(w), "0 open actions to list")
}

func TestNothingArises(t *testing.T) {
	book := fullBook()
	world := newWorld(t, book)
	w := world.open()
	w.Open("april")
	w.do(w.command("arising"))
	world.settle()
	mustNotShow(t, screenWords(w), "What became of earlier actions", "No action of an earlier meeting") // approved minutes take none
	first := model.Meeting{ID: "first", Rev: 1, BodyID: "tap", Body: "Thornbeck Arts Panel", Date: "2025-01-01", State: model.Planned}
	book.put(first)
	w.Open("first")
	w.do(w.command("arising"))
	world.settle()
	mustShow(t, screenWords(w), "No action of an earlier meeting is open")
}

// At no item yet, the item for it is made.
func TestArisingMakesItsItem(t *testing.T) {
	book := arisingBook()
	dec := book.meetings["dec"]
	dec.Items = nil
	world := newWorld(t, book.put(dec))
	w := world.open()
	w.Open("dec")
	w.do(w.command("arising"))
	world.settle()
	mustShow(t, screenWords(w), "Matters arising, which is made")
	hit(t, w, enterKey)
	want(t, itemsIn(w.meeting.work.meeting()), "Matters arising 3")
}
