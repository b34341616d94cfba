package ui

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"minutebook/model"
	"minutebook/model/quick"
)

// newWork is the writing of a meeting with two items, of which the clerk is at
// the second.
func newWork(t *testing.T) *minuting {
	t.Helper()
	out := newWorld(t, newFakeBook()).outside()
	m := model.Meeting{ID: "m", Body: "Quay Board", Date: "2026-03-03", State: model.Planned, Items: []model.Item{
		{ID: "i1", Title: "Minutes"}, {ID: "i2", Title: "Roads"}}}
	return newMinuting(m, &out, []string{"Harbour Authority"}, nil)
}

func enterAll(t *testing.T, w *minuting, lines ...string) {
	t.Helper()
	for _, l := range lines {
		if _, err := w.enter(l); err != nil {
			t.Fatalf("%q: %v", l, err)
		}
	}
}

// order is the running order of the clerk's item in a few letters.
func order(w *minuting) string {
	var parts []string
	for _, e := range w.entries() {
		word := string(e.Kind[0]) + ":" + e.Text
		if e.Number > 0 {
			word = fmt.Sprintf("a%d:%s", e.Number, e.Text)
		}
		parts = append(parts, word)
	}
	return strings.Join(parts, " | ")
}

func want(t *testing.T, got, wanted string) {
	t.Helper()
	if got != wanted {
		t.Errorf("got  %s\nwant %s", got, wanted)
	}
}

func TestEnterAddsAtTheEndOrAfterTheChosen(t *testing.T) {
	w := newWork(t)
	enterAll(t, w, "One", "a: Clerk to write", "Three")
	want(t, order(w), "p:One | a1:Clerk to write | p:Three")
	w.selectBy(-1)
	w.selectBy(-1)
	enterAll(t, w, "Between", "a: Clerk to ring")
	want(t, order(w), "p:One | a1:Clerk to write | p:Between | a2:Clerk to ring | p:Three")
	w.selected = ""
	enterAll(t, w, "Last")
	want(t, order(w), "p:One | a1:Clerk to write | p:Between | a2:Clerk to ring | p:Three | p:Last")
}

func TestHashGoesOnAndEnterFollows(t *testing.T) {
	w := newWork(t)
	enterAll(t, w, "# Parks", "Green")
	if n := len(w.meeting().Items); n != 3 || w.meeting().Items[2].Entries[0].Text != "Green" {
		t.Errorf("%d items, the last with %s", n, order(w))
	}
	enterAll(t, w, "/item 1", "Agreed")
	if w.item != "i1" {
		t.Errorf("at %s after /item 1", w.item)
	}
	want(t, order(w), "p:Agreed")
}

func TestEditKeepsNumberAndPlace(t *testing.T) {
	w := newWork(t)
	enterAll(t, w, "a: Clerk to write", "a: Clerk to ring", "End")
	w.selectBy(-1)
	w.selectBy(-1)
	w.selectBy(-1)
	line, ok := w.edit()
	if !ok || line != "a: Clerk to write" {
		t.Fatalf("editing shows %q", line)
	}
	enterAll(t, w, "a: Clerk to write to the diocese by 9 April")
	want(t, order(w), "a1:Clerk to write to the diocese by 9 April | a2:Clerk to ring | p:End")
	if e, _, _ := w.meeting().Entry(w.selected); e.Action.Due.Date != "2026-04-09" {
		t.Errorf("due %+v", e.Action.Due)
	}
	if _, ok := w.edit(); !ok {
		t.Fatal("cannot edit again")
	}
	if _, err := w.enter("/outcome noted"); !errors.Is(err, errCommandWhileEditing) {
		t.Errorf("a command in the place of an entry: %v", err)
	}
	w.stopEditing()
	want(t, order(w), "a1:Clerk to write to the diocese by 9 April | a2:Clerk to ring | p:End")
}

// A line that names somebody whom nobody listed lists them, while an entry is
// edited as at any time.
func TestEditedArrivalListsWhoIsUnknown(t *testing.T) {
	w := newWork(t)
	enterAll(t, w, "/in P. Moss 10:15")
	w.selectBy(-1)
	if _, ok := w.edit(); !ok {
		t.Fatal("the arrival cannot be edited")
	}
	before := len(w.meeting().Attendees)
	enterAll(t, w, "/in Ottoline Vane 10:20")
	e, _, _ := w.meeting().Entry(w.selected)
	who, ok := w.meeting().Attendee(e.Movement.Who)
	if !ok || who.Name != "Ottoline Vane" || !who.Unsure || e.At != "10:20" {
		t.Errorf("%+v joins at %s", who, e.At)
	}
	if _, err := w.session.Undo(); err != nil || len(w.meeting().Attendees) != before {
		t.Errorf("one undo leaves %d on the list, not %d: %v", len(w.meeting().Attendees), before, err)
	}
}

func TestKindChangesWithTheSameWords(t *testing.T) {
	w := newWork(t)
	enterAll(t, w, "a: Clerk to ring", "Harbour Authority to survey the berths by 30 June")
	w.selectBy(-1)
	if err := w.setKind(model.Action); err != nil {
		t.Fatal(err)
	}
	want(t, order(w), "a1:Clerk to ring | a2:Harbour Authority to survey the berths by 30 June")
	e, _, _ := w.meeting().Entry(w.selected)
	if len(e.Action.Owners) != 1 || e.Action.Owners[0] != "Harbour Authority" || e.Action.Due.Date != "2026-06-30" {
		t.Errorf("read as %+v", e.Action)
	}
	if err := w.setKind(model.Decision); err != nil {
		t.Fatal(err)
	}
	want(t, order(w), "a1:Clerk to ring | d:Harbour Authority to survey the berths by 30 June")
}

func TestKindByKeyIsForOneEntry(t *testing.T) {
	w := newWork(t)
	if err := w.setKind(model.Decision); err != nil {
		t.Fatal(err)
	}
	enterAll(t, w, "That it be done", "Then")
	want(t, order(w), "d:That it be done | p:Then")
	for range 2 {
		if err := w.setKind(model.Action); err != nil {
			t.Fatal(err)
		}
	}
	enterAll(t, w, "Asked for twice")
	want(t, order(w), "d:That it be done | p:Then | p:Asked for twice")
}

func TestMoveAndRemove(t *testing.T) {
	w := newWork(t)
	enterAll(t, w, "1", "2", "3")
	w.selectBy(-1)
	for _, step := range []struct {
		by   int
		want string
	}{{-1, "p:1 | p:3 | p:2"}, {-1, "p:3 | p:1 | p:2"}, {1, "p:1 | p:3 | p:2"}, {1, "p:1 | p:2 | p:3"}, {1, "p:1 | p:2 | p:3"}} {
		if _, err := w.move(step.by); err != nil {
			t.Fatal(err)
		}
		want(t, order(w), step.want)
	}
	w.selectBy(-1)
	if _, err := w.remove(func(model.Entry) bool { return false }); err != nil {
		t.Fatal(err)
	}
	want(t, order(w), "p:1 | p:3")
	if e, _, _ := w.meeting().Entry(w.selected); e.Text != "3" {
		t.Errorf("%q is chosen after a deletion", e.Text)
	}
	if _, err := w.session.Undo(); err != nil {
		t.Fatal(err)
	}
	want(t, order(w), "p:1 | p:2 | p:3")
}

func TestMoveGoesOnIntoTheItemBeside(t *testing.T) {
	ui, _ := openQuay(t)
	minute(t, ui, "/item 1", "One", "/item 2", "Two", "Three", "a: Clerk to write")
	w := ui.meeting.work
	up, down := ctrlShift(fyne.KeyUp), ctrlShift(fyne.KeyDown)
	typeText(t, ui, "left here")
	hit(t, ui, ctrl(fyne.KeyUp), up, up)
	want(t, order(w), "a1:Clerk to write | p:Two | p:Three")
	hit(t, ui, up)
	want(t, order(w), "p:One | a1:Clerk to write")
	if w.item != "i1" || composerText(ui) != "" || w.parked["i2"] != "left here" {
		t.Errorf("the clerk is at %s with %q, parked %v", w.item, composerText(ui), w.parked)
	}
	hit(t, ui, up, up, up)
	want(t, order(w), "a1:Clerk to write | p:One")
	hit(t, ui, down, down)
	want(t, order(w), "a1:Clerk to write | p:Two | p:Three")
	want(t, composerText(ui), "left here")
	hit(t, ui, down, down, down)
	want(t, order(w), "p:Two | p:Three | a1:Clerk to write")
	if e, _, _ := w.meeting().Entry(w.selected); e.Number != 1 {
		t.Error("it is not chosen any more")
	}
}

// What was secret because of its item stays so in another.
func TestMovedOutOfARestrictedItemItStaysRestricted(t *testing.T) {
	w := newWork(t)
	enterAll(t, w, "Secret", "p: Mine")
	if err := w.session.Do(model.RestrictItem{ID: "i2", Restriction: &model.Restriction{Reason: "Staffing"}}); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		w.selected = w.entries()[0].ID
		if item, err := w.move(-1); err != nil || item != "i1" {
			t.Fatalf("moved to %s: %v", item, err)
		}
	}
	w.item = "i1"
	want(t, order(w), "p:Secret | p:Mine")
	if e := w.entries(); e[0].Restricted == nil || e[0].Restricted.Reason != "Staffing" || e[1].Restricted != nil {
		t.Errorf("restricted: %v, %v", e[0].Restricted, e[1].Restricted)
	}
	for range 2 {
		if _, err := w.session.Undo(); err != nil {
			t.Fatal(err)
		}
	}
	w.item = "i2"
	if e := w.entries(); len(e) != 2 || e[0].Restricted != nil {
		t.Errorf("taken back: %v", e)
	}
}

func TestKindKeepsWords(t *testing.T) {
	for _, text := range []string{"Said", "/present Somebody", "# Title", `\\server`, "a: said", "- said", "words {owner: Clerk}", "two\nlines", "two\n\nlines {due: }", `\`, "## x"} {
		w := newWork(t)
		if err := w.session.Do(model.AddEntry{Item: "i2", After: model.Last, Entry: model.Entry{ID: "e", Kind: model.Paragraph, Text: text}}); err != nil {
			t.Fatal(err)
		}
		w.selected = "e"
		for _, kind := range []model.EntryKind{model.Decision, model.Motion, model.Action, model.VoteTaken, model.Interest, model.Private, model.Bullet, model.Paragraph, model.Paragraph} {
			if err := w.setKind(kind); err != nil {
				t.Errorf("%q as %s: %v", text, kind, err)
			}
			if e := w.entries()[0]; e.Kind != kind || e.Text != text || e.ID != "e" {
				t.Errorf("%q as %s is %+v", text, kind, e)
			}
		}
	}
	w := newWork(t)
	enterAll(t, w, "d: That it be so {mover: A. Smith}")
	w.selectBy(-1)
	if err := w.setKind(model.Motion); err != nil || w.entries()[0].Resolution.Mover != "A. Smith" {
		t.Errorf("%v: as a motion it is %+v", err, w.entries()[0])
	}
}

func TestUnreadableLineIsKeptPrivate(t *testing.T) {
	w := newWork(t)
	_, err := w.enter("/flurb 3")
	var bad *quick.LineError
	if !errors.As(err, &bad) {
		t.Fatalf("an unknown command: %v", err)
	}
	if err := w.keepPrivate("/flurb 3"); err != nil {
		t.Fatal(err)
	}
	want(t, order(w), "p:/flurb 3")
	if e := w.entries()[0]; e.Kind != model.Private {
		t.Errorf("kept as %s", e.Kind)
	}
}

func TestWordsWaitAtTheirItem(t *testing.T) {
	w := newWork(t)
	enterAll(t, w, "Entered")
	if got := w.goTo("i1", "half a sent"); got != "" {
		t.Errorf("words at an item nobody wrote at: %q", got)
	}
	if got := w.goTo("i2", ""); got != "half a sent" {
		t.Errorf("came back to %q", got)
	}
	w.selectBy(-1)
	if _, ok := w.edit(); !ok {
		t.Fatal("cannot edit")
	}
	w.goTo("i1", "Entered and changed")
	if got := w.goTo("i2", ""); got != "Entered and changed" {
		t.Errorf("words of an edit that was left are %q", got)
	}
}

func TestUnfinishedWordsComeBack(t *testing.T) {
	w := newWork(t)
	enterAll(t, w, "One", "Two")
	w.selectBy(-1)
	w.goTo("i1", "parked here")
	w.kind = model.Action
	u := w.unfinished("Clerk to", 5)
	again := newWork(t)
	again.session = newRecording(w.meeting(), w.out, nil)
	again.resume(u)
	if got := again.unfinished("Clerk to", 5); fmt.Sprint(got) != fmt.Sprint(u) || got.Parked["i2"] != "parked here" {
		t.Errorf("came back as %+v, left as %+v", got, u)
	}
	if again.alreadyEntered(model.Unfinished{Item: "i2", Text: "Two and more"}) {
		t.Error("words that are not in the meeting are taken for entered")
	}
	if !again.alreadyEntered(model.Unfinished{Item: "i2", Text: "Two"}) {
		t.Error("an entered line is offered again")
	}
}

func TestPastedLinesAreOneStep(t *testing.T) {
	w := newWork(t)
	enterAll(t, w, "Before")
	if err := w.enterLines([]string{"First", "/close", "- a bullet", "a: Clerk to file it", "# Parks", "Green"}); err != nil {
		t.Fatal(err)
	}
	want(t, order(w), "p:Green")
	w.goTo("i2", "")
	want(t, order(w), "p:Before | p:First | p:/close | b:a bullet | a1:Clerk to file it")
	if _, err := w.session.Undo(); err != nil {
		t.Fatal(err)
	}
	want(t, order(w), "p:Before")
}

func TestRestrict(t *testing.T) {
	w := newWork(t)
	enterAll(t, w, "Open")
	if err := w.restrict(model.Restriction{Reason: "tender"}); err != nil {
		t.Fatal(err)
	}
	enterAll(t, w, "Secret")
	if err := w.restrict(model.Restriction{}); err != nil {
		t.Fatal(err)
	}
	w.selectBy(-1)
	w.selectBy(-1)
	if err := w.restrict(model.Restriction{Reason: "staffing"}); err != nil {
		t.Fatal(err)
	}
	for i, reason := range []string{"staffing", "tender"} {
		if r := w.entries()[i].Restricted; r == nil || r.Reason != reason {
			t.Errorf("entry %d is restricted by %v", i, r)
		}
	}
	if w.meeting().Restricting != nil {
		t.Error("still restricting")
	}
}
