package ui

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"minutebook/model"
)

// openAgenda shows the window with a planned meeting of items with these
// titles, at the first.
func openAgenda(t *testing.T, titles ...string) (*Window, *world) {
	t.Helper()
	m := model.Meeting{ID: "m", Rev: 1, BodyID: "b", Body: "Quay Board", Style: "note", Date: "2026-11-21", State: model.Planned,
		Attendees: []model.Attendee{{ID: "a", Name: "Ann Zelenka", Post: "Chair", Group: "Harbour Authority", Mark: model.Present}}}
	for i, title := range titles {
		m.Items = append(m.Items, model.Item{ID: model.ID(fmt.Sprint("i", i+1)), Title: title})
	}
	w := newWorld(t, newFakeBook().put(model.Body{ID: "b", Name: "Quay Board"}, m))
	ui := w.open()
	if !ui.Open("m") {
		t.Fatal("the meeting does not open")
	}
	if len(titles) > 0 {
		ui.meeting.goTo("i1")
	}
	ui.meeting.places = places{}
	w.settle()
	return ui, w
}

// agenda is the agenda in a line: titles with outcome and how many entries.
func agenda(ui *Window) string {
	var all []string
	for _, it := range ui.meeting.work.meeting().Items {
		words := it.Title
		if it.Outcome != "" {
			words += "=" + it.Outcome
		}
		if n := len(it.Entries); n > 0 {
			words += fmt.Sprint("+", n)
		}
		all = append(all, words)
	}
	return strings.Join(all, ", ")
}

func saysNow(t *testing.T, ui *Window, words ...string) {
	t.Helper()
	mustShow(t, wordsOn(ui.head.object), words...)
}

func TestGoToAndBackToWhereIWas(t *testing.T) {
	ui, _ := openAgenda(t, "Apologies", "Minutes", "Roof repairs", "Budget", "Parks")
	minute(t, ui, "One", "Two")
	hit(t, ui, ctrl(fyne.KeyUp))
	typeText(t, ui, "half")
	hit(t, ui, ctrl(fyne.KeyG))
	typeText(t, ui, "roof")
	hit(t, ui, enterKey)
	want(t, string(ui.meeting.work.item), "i3")
	typeText(t, ui, "a sent")
	hit(t, ui, ctrl(fyne.KeyG))
	typeText(t, ui, "5")
	hit(t, ui, enterKey)
	want(t, string(ui.meeting.work.item), "i5")
	hit(t, ui, ctrlShift(fyne.KeyG))
	want(t, string(ui.meeting.work.item)+composerText(ui), "i3a sent")
	hit(t, ui, ctrlShift(fyne.KeyG))
	want(t, string(ui.meeting.work.item)+composerText(ui), "i1half")
	if e, _, _ := ui.meeting.work.meeting().Entry(ui.meeting.work.selected); e.Text != "Two" {
		t.Errorf("the entry chosen was %q", e.Text)
	}
	hit(t, ui, ctrlShift(fyne.KeyG))
	saysNow(t, ui, "nothing to go back to")
	if ui.window.Canvas().Focused() != ui.meeting.panel.composer {
		t.Error("the keyboard is not in the composer")
	}
}

func TestGoToByReference(t *testing.T) {
	ui, _ := openAgenda(t, "Apologies", "Roof")
	minute(t, ui, "# [128/17] Parks", "# [5] Trees")
	hit(t, ui, ctrl(fyne.KeyG))
	typeText(t, ui, "128/17")
	hit(t, ui, enterKey)
	it, _ := ui.meeting.work.meeting().Item(ui.meeting.work.item)
	want(t, it.Title, "Parks")
	hit(t, ui, ctrl(fyne.KeyG))
	typeText(t, ui, "5")
	hit(t, ui, enterKey)
	it, _ = ui.meeting.work.meeting().Item(ui.meeting.work.item)
	want(t, it.Title, "Trees")
}

func TestItemsPassedThroughAreNoPlaceToGoBackTo(t *testing.T) {
	ui, _ := openAgenda(t, "One", "Two", "Three", "Four")
	hit(t, ui, ctrl(fyne.KeyPageDown), ctrl(fyne.KeyPageDown), ctrl(fyne.KeyPageDown))
	typeText(t, ui, "x")
	hit(t, ui, ctrl(fyne.KeyPageUp), ctrlShift(fyne.KeyG))
	want(t, string(ui.meeting.work.item), "i4")
	hit(t, ui, ctrlShift(fyne.KeyG))
	want(t, string(ui.meeting.work.item), "i1")
}

func TestOutcomeByKeys(t *testing.T) {
	ui, _ := openAgenda(t, "Apologies", "Roof")
	for _, c := range []struct{ typed, outcome string }{
		{"n", "noted"}, {"ag", "agreed"}, {"ap", "approved"}, {"def", "deferred"}, {"ref Finance Committee", "referred to Finance Committee"},
		{"Referred to the Board", "referred to the Board"}, {"agreed in part", "agreed in part"}, {"none", ""},
	} {
		run(ui, "outcome")
		if !ui.dialogOpen() {
			t.Fatal("no dialog")
		}
		typeText(t, ui, c.typed)
		hit(t, ui, enterKey)
		if ui.dialogOpen() {
			t.Fatalf("%q: not taken: %s", c.typed, screenWords(ui))
		}
		it, _ := ui.meeting.work.meeting().Item("i1")
		want(t, it.Outcome, c.outcome)
	}
	saysNow(t, ui, "“Apologies” has no outcome")
	hit(t, ui, ctrl(fyne.KeyZ))
	saysNow(t, ui, "Taken back: “Apologies” is agreed in part")
	hit(t, ui, ctrl(fyne.KeyY))
	saysNow(t, ui, "Made again: “Apologies” has no outcome")
	run(ui, "outcome")
	typeText(t, ui, "refer")
	hit(t, ui, enterKey)
	mustShow(t, screenWords(ui), "Type to whom as well")
	hit(t, ui, escKey)
}

func TestOutcomeOf(t *testing.T) {
	for typed, outcome := range map[string]string{"Noted": "noted", " NONE ": "", "": "", "ref Parks": "referred to Parks", "referred to": "",
		"referred": "", "refer to X": "referred to X", "References checked": "References checked", "re Parks": "re Parks"} {
		if got := outcomeOf(typed); got != outcome {
			t.Errorf("%q: %q, not %q", typed, got, outcome)
		}
	}
}

func TestItemsMoveByKeysAndBack(t *testing.T) {
	ui, _ := openAgenda(t, "A", "B", "C", "D")
	minute(t, ui, "under A", "# [7/1] E")
	ui.meeting.goTo("i2")
	typeText(t, ui, "half")
	run(ui, "item-up")
	want(t, agenda(ui), "B, A+1, C, D, E")
	saysNow(t, ui, "“B” is item 1 now")
	run(ui, "item-up")
	saysNow(t, ui, "at that end of the agenda already")
	run(ui, "item-down")
	run(ui, "item-down")
	want(t, agenda(ui), "A+1, C, B, D, E")
	want(t, composerText(ui), "half")
	if it := ui.meeting.work.meeting().Items[4]; it.Reference != "7/1" {
		t.Errorf("the planned reference became %q", it.Reference)
	}
	hit(t, ui, ctrl(fyne.KeyZ), ctrl(fyne.KeyZ))
	saysNow(t, ui, "Taken back: “", "is item 1")
	hit(t, ui, ctrl(fyne.KeyZ))
	want(t, agenda(ui), "A+1, B, C, D, E")
	ui.meeting.goTo("i2")
	want(t, composerText(ui), "half")
}

func TestOpeningStaysBeforeTheAgenda(t *testing.T) {
	ui, _ := openAgenda(t)
	minute(t, ui, "Before all", "# A", "# B")
	run(ui, "item-up")
	run(ui, "item-up")
	saysNow(t, ui, "at that end of the agenda already")
	want(t, agenda(ui), "+1, B, A")
	hit(t, ui, ctrl(fyne.KeyPageUp))
	for _, id := range []string{"item", "outcome", "item-up", "item-down", "withdraw-item", "delete-item"} {
		run(ui, id)
		saysNow(t, ui, "before the agenda")
	}
	want(t, agenda(ui), "+1, B, A")
}

func TestItemCommandsWithoutAnItem(t *testing.T) {
	ui, _ := openAgenda(t)
	typeText(t, ui, "words")
	for _, id := range []string{"item", "outcome", "item-up", "item-down", "withdraw-item", "delete-item", "go-to", "back"} {
		run(ui, id)
		if ui.dialogOpen() || composerText(ui) != "words" {
			t.Errorf("%s opens a dialog or takes words", id)
		}
	}
}

func TestWithdrawnItemKeepsItsPlace(t *testing.T) {
	ui, _ := openAgenda(t, "A", "B", "C")
	run(ui, "withdraw-item")
	want(t, agenda(ui), "A=withdrawn, B, C")
	mustShow(t, wordsOn(ui.meeting.agenda.object), "withdrawn")
	run(ui, "withdraw-item")
	saysNow(t, ui, "withdrawn already")
	hit(t, ui, ctrl(fyne.KeyZ))
	want(t, agenda(ui), "A, B, C")
	saysNow(t, ui, "Taken back: “A” has no outcome")
}

func TestDeletedItemComesBackWithEverything(t *testing.T) {
	ui, _ := openAgenda(t, "A", "B", "C")
	minute(t, ui, "under A")
	ui.meeting.goTo("i2")
	minute(t, ui, "One", "a: Ann Zelenka to act")
	typeText(t, ui, "half")
	hit(t, ui, ctrl(fyne.KeyPageDown))
	typeText(t, ui, "at C")
	hit(t, ui, ctrl(fyne.KeyPageUp))
	run(ui, "delete-item")
	want(t, agenda(ui), "A+1, C")
	saysNow(t, ui, "“B” deleted with 2 entries", "still in the composer")
	want(t, string(ui.meeting.work.item)+" "+composerText(ui), "i3 at C\nhalf")
	hit(t, ui, ctrl(fyne.KeyZ))
	want(t, agenda(ui), "A+1, B+2, C")
	saysNow(t, ui, "Taken back: “B” is in with 2 entries")
	want(t, string(ui.meeting.work.item)+" "+composerText(ui), "i2 at C\nhalf")
	hit(t, ui, ctrl(fyne.KeyY))
	want(t, agenda(ui), "A+1, C")
	saysNow(t, ui, "Made again: “B” is out with 2 entries")
	want(t, string(ui.meeting.work.item)+" "+composerText(ui), "i3 at C\nhalf")
}

func TestDeletingWhileAnEntryIsEdited(t *testing.T) {
	for _, c := range []struct{ more, left string }{{"", "half"}, {" and more", "half\nOne and more"}} {
		ui, _ := openAgenda(t, "A", "B")
		minute(t, ui, "One")
		typeText(t, ui, "half")
		hit(t, ui, ctrl(fyne.KeyE))
		typeText(t, ui, c.more)
		run(ui, "delete-item")
		want(t, agenda(ui)+" "+composerText(ui), "B "+c.left)
		if ui.meeting.work.editing != "" {
			t.Error("an entry that is gone is edited")
		}
	}
}

func TestLeavingAnEditKeepsTheWordsBeforeIt(t *testing.T) {
	ui, _ := openAgenda(t, "A", "B")
	minute(t, ui, "One")
	typeText(t, ui, "half")
	hit(t, ui, ctrl(fyne.KeyE), ctrl(fyne.KeyPageDown), ctrl(fyne.KeyPageUp))
	want(t, composerText(ui), "half")
	hit(t, ui, ctrl(fyne.KeyE))
	typeText(t, ui, " changed")
	hit(t, ui, ctrl(fyne.KeyPageDown), ctrl(fyne.KeyPageUp))
	want(t, composerText(ui), "half\nOne changed")
}

func TestItemWithMarkedActionsStays(t *testing.T) {
	book := fullBook().put(model.Event{Meeting: "june", Action: "a4", State: model.InProgress, On: "2026-07-01"})
	ui := onMeetingOf(t, book, "june")
	ui.meeting.goTo("i3")
	run(ui, "delete-item")
	if _, ok := ui.meeting.work.meeting().Item("i3"); !ok {
		t.Fatal("the item is gone, and what the register says hangs in the air")
	}
	mustShow(t, wordsOn(ui.meeting.panel.object), "Action 4", "stays")
}

func TestItemsOfMinutesThatAreOutStay(t *testing.T) {
	for _, state := range []model.State{model.Circulated, model.Approved} {
		m := juneMeeting()
		m.State = state
		ui := onMeetingOf(t, fullBook().put(m), "june")
		for _, id := range []string{"item-up", "delete-item"} {
			run(ui, id)
			if len(ui.meeting.work.meeting().Items) != 3 || ui.meeting.work.meeting().Items[2].ID != "i3" {
				t.Errorf("%s: %s changed the agenda", state, id)
			}
			mustShow(t, wordsOn(ui.meeting.panel.object), "Not yet")
		}
	}
}

func TestThisItemByKeyboard(t *testing.T) {
	ui, _ := openAgenda(t, "Roof", "Budget", "Parks")
	typeText(t, ui, "half")
	run(ui, "item")
	typeAll(t, ui, "Roof repairs")
	hit(t, ui, tabKey)
	typeText(t, ui, "128/17")
	hit(t, ui, tabKey)
	typeAll(t, ui, "2")
	hit(t, ui, tabKey)
	typeText(t, ui, "decision")
	hit(t, ui, tabKey)
	typeText(t, ui, "10")
	hit(t, ui, tabKey)
	typeText(t, ui, "Ann Zelenka")
	hit(t, ui, tabKey)
	typeText(t, ui, "ref Finance")
	hit(t, ui, tabKey)
	typeText(t, ui, "Survey, second part")
	hit(t, ui, tabKey)
	typeText(t, ui, "https://example.org/a,b")
	hit(t, ui, tabKey)
	typeText(t, ui, "Quotations")
	hit(t, ui, tabKey, tabKey, tabKey, tabKey, rightKey, tabKey)
	typeText(t, ui, "Price")
	hit(t, ui, tabKey)
	typeText(t, ui, "A building")
	picture(t, ui, "item")
	hit(t, ui, enterKey)
	if ui.dialogOpen() {
		t.Fatal("not kept: " + screenWords(ui))
	}
	it := ui.meeting.work.meeting().Items[1]
	want(t, fmt.Sprintf("%s %s %s %s %s %v %s", it.ID, it.Title, it.Reference, it.Presenter, it.Outcome, it.Papers, it.PublicTitle),
		"i1 Roof repairs 128/17 Ann Zelenka referred to Finance [{Survey, second part https://example.org/a,b <nil>} {Quotations  <nil>}] A building")
	if it.Purpose != "decision" || it.Minutes != 10 {
		t.Errorf("it is for %q and takes %d minutes", it.Purpose, it.Minutes)
	}
	if it.Restricted == nil || it.Restricted.Reason != "Price" {
		t.Errorf("restricted: %+v", it.Restricted)
	}
	want(t, composerText(ui), "half")
	for range 4 {
		hit(t, ui, ctrl(fyne.KeyZ)) // the words in the composer first
	}
	for composerText(ui) != "" {
		hit(t, ui, ctrl(fyne.KeyZ))
	}
	hit(t, ui, ctrl(fyne.KeyZ), ctrl(fyne.KeyZ))
	if it := ui.meeting.work.meeting().Items[0]; it.Title != "Roof" || it.Papers != nil || it.Restricted != nil {
		t.Errorf("one undo leaves %+v", it)
	}
}

func TestThisItemSaysWhatIsWrong(t *testing.T) {
	ui, _ := openAgenda(t, "Roof", "Budget")
	rev := ui.meeting.work.meeting().Rev
	for _, c := range []struct {
		tabs  int
		typed string
		says  string
	}{{0, " ", "An item has a title."}, {2, "3", "a number from 1 to 2"}, {2, "x", "a number from 1 to 2"}, {4, "an hour", "a number of minutes"}, {6, "Referred to", "Say to whom"}, {8, "P1", "Give the paper a title as well."}} {
		run(ui, "item")
		for range c.tabs {
			hit(t, ui, tabKey)
		}
		typeAll(t, ui, c.typed)
		hit(t, ui, enterKey)
		mustShow(t, screenWords(ui), c.says)
		hit(t, ui, escKey)
	}
	if ui.dialogOpen() || ui.meeting.work.meeting().Rev != rev {
		t.Error("something was changed, or a dialog stays")
	}
	run(ui, "item")
	hit(t, ui, enterKey)
	if ui.dialogOpen() || ui.meeting.work.meeting().Rev != rev {
		t.Error("Enter without a change changes something")
	}
}

func TestApprovedItemMayBeRestrictedAndNothingElse(t *testing.T) {
	ui := onMeetingOf(t, fullBook(), "april")
	run(ui, "item")
	typeAll(t, ui, "Other")
	hit(t, ui, enterKey)
	mustShow(t, screenWords(ui), "Not yet")
	hit(t, ui, escKey)
	run(ui, "item")
	for range 10 {
		hit(t, ui, tabKey)
	}
	typeText(t, ui, "Price")
	hit(t, ui, enterKey)
	if it := ui.meeting.work.meeting().Items[0]; ui.dialogOpen() || it.Restricted == nil || it.Title != "Dredging" {
		t.Errorf("%+v %s", it, screenWords(ui))
	}
}

func TestAgendaPaneMarksItems(t *testing.T) {
	long := "A title that goes on about the roof of the northern pavilion, its gutters, and everything that was ever said of either of them"
	ui, w := openAgenda(t, "A", "B", long, "D")
	minute(t, ui, "/start 10:00", "first")
	w.pass(time.Minute)
	ui.meeting.goTo("i4")
	minute(t, ui, "early", "/outcome agreed")
	w.pass(time.Minute)
	ui.meeting.goTo("i2")
	minute(t, ui, "then this", "/outcome referred to Finance")
	typeText(t, ui, "half")
	ui.meeting.goTo("i3")
	minute(t, ui, "/outcome withdrawn")
	blocks := map[string]string{}
	for _, line := range ui.meeting.agenda.pool[:ui.meeting.agenda.used] {
		b := line.Block()
		blocks[b.Number] = b.Trailing + "/" + b.Note
	}
	want(t, blocks["1"]+" "+blocks["2"]+" "+blocks["3"]+" "+blocks["4"], "/ words ✓/referred to Finance /withdrawn ✓/taken out of order")
	mustShow(t, strings.ReplaceAll(wordsOn(ui.meeting.agenda.object), "\n", " "), "either of them")
}

func TestFortyItemsShowTheCurrentOne(t *testing.T) {
	var titles []string
	for i := range 40 {
		titles = append(titles, fmt.Sprint("Item about ", i+1))
	}
	ui, _ := openAgenda(t, titles...)
	hit(t, ui, ctrl(fyne.KeyG))
	typeText(t, ui, "37")
	hit(t, ui, enterKey)
	want(t, string(ui.meeting.work.item), "i37")
	pane := ui.meeting.agenda
	line := pane.pool[37]
	if !line.Selected() {
		t.Fatal("the current item is not marked")
	}
	top := line.Position().Y - pane.scroll.Offset.Y
	if top < 0 || top+line.Size().Height > pane.scroll.Size().Height {
		t.Errorf("the current item is out of view: at %v of %v", top, pane.scroll.Size().Height)
	}
}

func TestItemMenuByMouse(t *testing.T) {
	ui, _ := openAgenda(t, "A", "B", "C")
	line := ui.meeting.agenda.pool[2] // behind the heading and A
	line.TappedSecondary(&fyne.PointEvent{AbsolutePosition: fyne.NewPos(60, 200)})
	want(t, string(ui.meeting.work.item), "i2")
	menu := wordsOn(ui.window.Canvas().Overlays().Top())
	mustShow(t, menu, "This item", "Outcome of the item", "Withdraw", "Move the item up", "Move the item down", "Delete the item")
}

func TestTimeOnItem(t *testing.T) {
	ui, w := openAgenda(t, "A", "B", "C")
	mustNotShow(t, wordsOn(ui.head.object), "Item 1")
	w.pass(9 * time.Minute)
	minute(t, ui, "/start 10:50")
	saysNow(t, ui, "Item 1 ")
	w.pass(12*time.Minute + 10*time.Second)
	saysNow(t, ui, "Item 1, 12 min")
	hit(t, ui, ctrl(fyne.KeyPageDown))
	w.pass(20 * time.Second)
	hit(t, ui, ctrl(fyne.KeyPageDown))
	minute(t, ui, "Said")
	w.pass(63 * time.Minute)
	saysNow(t, ui, "Item 3, 1 h 3 min")
	hit(t, ui, ctrl(fyne.KeyPageUp))
	w.pass(2 * time.Minute)
	saysNow(t, ui, "Item 2, 2 min") // passing through an hour ago was no beginning
	hit(t, ui, ctrl(fyne.KeyPageDown))
	saysNow(t, ui, "Item 3, 1 h 5 min")

	ui.Flush()
	again := newWorld(t, w.book)
	again.now = w.now
	reopened := again.open()
	reopened.Open("m")
	saysNow(t, reopened, "Item 3, 1 h 5 min")
	for _, it := range w.book.meetings["m"].Items {
		for _, e := range it.Entries {
			mustNotShow(t, e.Text, "min")
		}
	}
}

// The head is shown anew once a minute while the meeting is live and on screen,
// and not otherwise.
func TestTimeOnItemIsIdle(t *testing.T) {
	ui, w := openAgenda(t, "A")
	waits := func() (n int) {
		for _, timer := range w.timers {
			if !timer.off {
				n++
			}
		}
		return n
	}
	w.pass(time.Minute)
	if n := waits(); n != 0 {
		t.Errorf("%d timers wait before the meeting", n)
	}
	minute(t, ui, "/start")
	w.pass(time.Minute)
	if n := waits(); n != 1 || !w.timers[0].at.Equal(w.now.Add(time.Minute)) {
		t.Errorf("%d timers wait, the first until %v", n, w.timers[0].at)
	}
	hit(t, ui, ctrl(fyne.KeyL))
	w.pass(2 * time.Minute)
	if n := waits(); n != 0 {
		t.Errorf("%d timers wait behind another screen", n)
	}
	ui.showMeeting()
	saysNow(t, ui, "Item 1, 3 min")
	minute(t, ui, "/close")
	w.pass(time.Minute)
	if n := waits(); n != 0 {
		t.Errorf("%d timers wait after the meeting", n)
	}
}

func TestTimeOnItemLeavesOtherDaysOut(t *testing.T) {
	now := time.Date(2026, time.November, 21, 10, 41, 0, 0, time.UTC)
	m := model.Meeting{Started: "10:00", Items: []model.Item{{ID: "i", Title: "A", Entries: []model.Entry{
		{ID: "1", Made: model.Stamp(now.AddDate(0, 0, -1))}, {ID: "2", Made: model.Stamp(now.Add(-30 * time.Minute))}}}}}
	var spent itemTime
	spent.visit(m, "i", now)
	want(t, now.Sub(spent.began(m, now)).String(), "30m0s")
	m.Started = "23:00" // yesterday, then
	want(t, sitting(m, now).Format(time.DateTime), "2026-11-20 23:00:00")
}
