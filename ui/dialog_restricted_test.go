package ui

import (
	"bytes"
	"log/slog"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"minutebook/model"
	"minutebook/ui/theme"
	"minutebook/ui/widget"
)

// withPhrase is the meeting of June with words to withhold in its last entry.
func withPhrase(t *testing.T, state model.State) (*Window, model.ID) {
	t.Helper()
	book := fullBook()
	m := book.meetings["june"]
	it := &m.Items[len(m.Items)-1]
	it.Entries = append(it.Entries, model.Entry{ID: "said", Kind: model.Paragraph, Text: "The Clerk paid **Orrin Vance** 4,917 pounds."})
	m.State = state
	w := onMeetingOf(t, book.put(m), "june")
	w.meeting.goTo(it.ID)
	return w, "said"
}

// selectWords selects words of the composer.
func selectWords(t *testing.T, w *Window, words string) {
	t.Helper()
	c := w.meeting.panel.composer
	at := strings.Index(c.Text(), words)
	if at < 0 {
		t.Fatalf("the composer has no %q: %q", words, c.Text())
	}
	from := len([]rune(c.Text()[:at]))
	c.Select(from, from+len([]rune(words)))
}

func entryOf(w *Window, id model.ID) model.Entry {
	e, _, _ := w.meeting.work.meeting().Entry(id)
	return e
}

func TestNoWordsSelectedToRestrict(t *testing.T) {
	w, _ := withPhrase(t, model.Draft)
	run(w, "restrict-words")
	if w.dialogOpen() {
		t.Fatal("it asks why, and no words are selected")
	}
	mustShow(t, screenWords(w), "Edit an entry with Ctrl+E and choose words in it first")
}

func TestSelectedWordsAreRestricted(t *testing.T) {
	w, id := withPhrase(t, model.Draft)
	hit(t, w, ctrl(fyne.KeyUp), ctrl(fyne.KeyE))
	selectWords(t, w, "rrin Van")
	hit(t, w, ctrlShift(fyne.KeyR))
	mustShow(t, screenWords(w), "“Orrin Vance” is left out of the public minutes, wherever it stands in this entry")
	typeText(t, w, "personal data")
	hit(t, w, tabKey)
	typeText(t, w, "2")
	picture(t, w, "restrict-words")
	hit(t, w, enterKey)
	e := entryOf(w, id)
	if len(e.Withheld) != 1 || e.Withheld[0] != (model.Phrase{Words: "Orrin Vance", Restriction: model.Restriction{Reason: "personal data", Paragraph: "2"}}) {
		t.Fatalf("withheld: %+v", e.Withheld)
	}
	if w.meeting.work.editing != id || !strings.Contains(composerText(w), "**Orrin Vance**") {
		t.Error("the entry is no longer being edited as it was")
	}
	hit(t, w, bare(fyne.KeyEnd))
	typeText(t, w, " It was late.")
	hit(t, w, enterKey)
	if e := entryOf(w, id); len(e.Withheld) != 1 || !strings.HasSuffix(e.Text, "late.") || e.Restricted != nil {
		t.Errorf("edited, it is %+v", e)
	}
	hit(t, w, escKey)
	mustShow(t, screenWords(w), "Part restricted", "Not public: “Orrin Vance” (personal data, paragraph 2)")
	picture(t, w, "withheld")
	if b := shownBlock(t, w, id); b.Withheld != "Orrin Vance" || b.Bar != theme.Restricted {
		t.Errorf("the entry shows as %+v", b)
	}
	hit(t, w, ctrl(fyne.KeyUp), ctrl(fyne.KeyE))
	selectWords(t, w, "Orrin Vance")
	hit(t, w, ctrlShift(fyne.KeyR))
	if len(entryOf(w, id).Withheld) != 0 || w.dialogOpen() {
		t.Error("the same words again are not let in")
	}
	hit(t, w, escKey)
	if ok, err := w.meeting.work.session.Undo(); !ok || err != nil || len(entryOf(w, id).Withheld) != 1 {
		t.Error("it cannot be taken back")
	}
}

func shownBlock(t *testing.T, w *Window, id model.ID) widget.Block {
	t.Helper()
	for i, e := range w.meeting.work.entries() {
		if e.ID == id {
			return w.meeting.paras[i].Block()
		}
	}
	t.Fatal("the entry is not shown")
	return widget.Block{}
}

func TestWordsThatAreNotKeptYetAreNotRestricted(t *testing.T) {
	w, id := withPhrase(t, model.Draft)
	hit(t, w, ctrl(fyne.KeyUp), ctrl(fyne.KeyE))
	typeText(t, w, " And Quillonbrook.")
	selectWords(t, w, "Quillonbrook")
	hit(t, w, ctrlShift(fyne.KeyR))
	if w.dialogOpen() || len(entryOf(w, id).Withheld) > 0 {
		t.Error("words that the entry does not have are restricted")
	}
	mustShow(t, screenWords(w), "does not say these words as it is kept")
	if !strings.Contains(composerText(w), "And Quillonbrook.") {
		t.Error("the words are gone from the composer")
	}
}

func TestReasonsGivenBeforeAreOffered(t *testing.T) {
	w, id := withPhrase(t, model.Draft)
	hit(t, w, ctrl(fyne.KeyUp), ctrlShift(fyne.KeyR))
	mustShow(t, screenWords(w), "As before", "commercial") // of April
	hit(t, w, tabKey, tabKey, tabKey, enterKey)            // past the other fields to the first
	hit(t, w, enterKey)
	if r := entryOf(w, id).Restricted; w.dialogOpen() || r == nil || r.Reason != "commercial" {
		t.Errorf("restricted by %+v", r)
	}
}

func TestWithheldWordsOfAChosenEntryAreShownAndLetIn(t *testing.T) {
	w, id := withPhrase(t, model.Draft)
	if err := w.meeting.work.session.Do(model.RestrictPhrase{ID: id, Words: "Orrin Vance", Restriction: &model.Restriction{Reason: "personal data"}}); err != nil {
		t.Fatal(err)
	}
	hit(t, w, ctrl(fyne.KeyUp), ctrlShift(fyne.KeyR))
	mustShow(t, screenWords(w), "Not public: “Orrin Vance” (personal data)", "Let the words in again", "Restrict all of the entry")
	hit(t, w, escKey)
	if len(entryOf(w, id).Withheld) != 1 {
		t.Error("Esc let the words in")
	}
	hit(t, w, ctrlShift(fyne.KeyR), tabKey, enterKey)
	if len(entryOf(w, id).Withheld) != 0 || w.dialogOpen() {
		t.Error("the words are not let in")
	}
}

func TestApprovedMinutesAreTightenedInPlainWords(t *testing.T) {
	w, id := withPhrase(t, model.Approved)
	before := w.meeting.work.meeting()
	hit(t, w, ctrl(fyne.KeyUp), ctrlShift(fyne.KeyR))
	mustShow(t, screenWords(w), "The chosen entry is left out", "tightened, not loosened", "Only these words of it")
	picture(t, w, "tighten")
	typeText(t, w, "personal data")
	hit(t, w, tabKey, tabKey)
	typeText(t, w, "Quillonbrook")
	hit(t, w, enterKey)
	mustShow(t, screenWords(w), "The entry does not say these words.")
	for range "Quillonbrook" {
		hit(t, w, bare(fyne.KeyBackspace))
	}
	typeText(t, w, "orrin vance")
	hit(t, w, enterKey)
	if e := entryOf(w, id); len(e.Withheld) != 1 || e.Restricted != nil || w.dialogOpen() {
		t.Errorf("not tightened: %+v", e)
	}
	hit(t, w, ctrlShift(fyne.KeyR))
	typeText(t, w, "price")
	hit(t, w, enterKey, ctrlShift(fyne.KeyR))
	if e := entryOf(w, id); e.Restricted == nil || w.dialogOpen() {
		t.Errorf("restricted by %+v", e.Restricted)
	}
	hit(t, w, escKey, ctrlShift(fyne.KeyR))
	mustShow(t, screenWords(w), "All of item", "tightened, not loosened")
	typeText(t, w, "staffing")
	hit(t, w, enterKey)
	after := w.meeting.work.meeting()
	it, _ := after.Item(w.meeting.work.item)
	if it.Restricted == nil || it.Restricted.Reason != "staffing" || len(after.Items) != len(before.Items) {
		t.Errorf("the item is restricted by %+v", it.Restricted)
	}
	hit(t, w, ctrl(fyne.KeyZ))
	if now := w.meeting.work.meeting(); now.Rev != after.Rev {
		t.Error("it was taken back")
	}
}

func TestTitleIsRestrictedInPartFromTheItemsDialog(t *testing.T) {
	w, _ := withPhrase(t, model.Draft)
	it, _ := w.meeting.itemHere()
	word := strings.Fields(it.Title)[0]
	d := &itemDialog{s: w.meeting, it: it}
	d.build()
	d.withheld.Set(word+"; ", 0)
	if _, wrong, why := d.changes(); wrong != d.reason || why == "" {
		t.Errorf("without a reason it says %q", why)
	}
	d.reason.Set("price", 0)
	d.restricted.Choose(0)
	changes, _, why := d.changes()
	if why != "" || len(changes) != 1 || w.meeting.work.session.Do(changes) != nil {
		t.Fatalf("changes %v, %s", changes, why)
	}
	w.meeting.change(nil)
	now, _ := w.meeting.itemHere()
	if len(now.Withheld) != 1 || now.Withheld[0].Words != word || now.Restricted != nil {
		t.Errorf("the item is %+v", now)
	}
	again := &itemDialog{s: w.meeting, it: now}
	again.build()
	if changes, _, why := again.changes(); len(changes) != 0 || why != "" {
		t.Errorf("unchanged it changes %v %s", changes, why)
	}
	again.withheld.Set("", 0)
	if changes, _, _ := again.changes(); len(changes) != 1 || w.meeting.work.session.Do(changes) != nil {
		t.Errorf("it cannot be let in again: %v", changes)
	}
}

// What is restricted stands in the meeting's own screen, and neither in the
// title of a window, a list that others may see, a message that stays, nor the
// log.
func TestNothingRestrictedIsInTitlesListsOrLogs(t *testing.T) {
	const canary = "quillonbrook"
	world := newWorld(t, fullBook())
	var log bytes.Buffer
	world.log = slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug}))
	w := world.open()
	if !w.Open("june") {
		t.Fatal("it does not open")
	}
	minute(t, w, "/restricted "+canary+" price", "# Tender of "+canary, "The tender of "+canary+" was read.", "a: "+canary+" to reply by 9 April", "/presenter "+canary, "p: a note on "+canary)
	hit(t, w, ctrl(fyne.KeyUp), ctrl(fyne.KeyE), escKey)
	hit(t, w, ctrl(fyne.KeyUp), ctrl(fyne.KeyUp), ctrlShift(fyne.KeyUp), ctrl(fyne.KeyZ), ctrl(fyne.KeyY))
	run(w, "follow-up")
	hit(t, w, escKey)
	minute(t, w, "/unrestricted", "/no such "+canary)
	world.settle()
	run(w, "save")
	run(w, "book")
	world.settle()
	if words := strings.ToLower(screenWords(w)); strings.Contains(words, canary) {
		t.Errorf("the list of meetings shows it: %s", words)
	}
	if title := strings.ToLower(w.window.Title()); strings.Contains(title, canary) {
		t.Errorf("the window is called %s", title)
	}
	if log.Len() == 0 || strings.Contains(strings.ToLower(log.String()), canary) {
		t.Errorf("the log says:\n%s", log.String())
	}
}
