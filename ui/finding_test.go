package ui

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"minutebook/model"
	"minutebook/model/find"
	"minutebook/model/minutes"
)

// shiftEnter presses Shift+Enter where the keyboard is.
func shiftEnter(ui *Window) {
	f := ui.window.Canvas().Focused()
	f.(desktop.Keyable).KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	f.(desktop.Keyable).KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
}

func openToFind(t *testing.T) *Window {
	t.Helper()
	ui, _ := openAgenda(t, "Café roof", "Budget", "Parks")
	minute(t, ui, "The **roof** of the café leaks.", "Nothing of it.", "a: Ann Zelenka to mend the roof by 31 January")
	ui.meeting.goTo("i2")
	minute(t, ui, "The roof and the other roof cost money.")
	ui.meeting.goTo("i1")
	return ui
}

// at is the item and the words of the entry that are shown.
func at(ui *Window) string {
	e, _, _ := ui.meeting.work.meeting().Entry(ui.meeting.work.selected)
	return string(ui.meeting.work.item) + " " + e.Text
}

func TestFindGoesThroughTitlesAndEntries(t *testing.T) {
	ui := openToFind(t)
	typeText(t, ui, "half a sent")
	hit(t, ui, ctrl(fyne.KeyF))
	count := func() string { return wordsOn(ui.meeting.find.count) }
	typeText(t, ui, "CAFE")
	want(t, at(ui)+count(), "i1 1 of 2\n")
	hit(t, ui, enterKey)
	want(t, at(ui)+count(), "i1 The **roof** of the café leaks.2 of 2\n")
	typeAll(t, ui, "roof of") // through the marks
	want(t, at(ui)+count(), "i1 The **roof** of the café leaks.1 of 1\n")
	typeAll(t, ui, "roof")
	want(t, count(), "2 of 4\n")
	hit(t, ui, downKey, enterKey)
	want(t, at(ui)+count(), "i2 The roof and the other roof cost money.4 of 4\n")
	picture(t, ui, "find")
	hit(t, ui, enterKey)
	want(t, at(ui)+count(), "i1 1 of 4\n")
	hit(t, ui, upKey)
	want(t, count(), "4 of 4\n")
	shiftEnter(ui)
	want(t, count(), "3 of 4\n")
	hit(t, ui, escKey)
	want(t, at(ui), "i1 Ann Zelenka to mend the roof by 31 January")
	want(t, composerText(ui), "half a sent")
	if ui.window.Canvas().Focused() != ui.meeting.panel.composer || ui.meeting.find.object.Visible() {
		t.Error("Esc does not lead back to the composer")
	}
	hit(t, ui, ctrlShift(fyne.KeyG))
	want(t, at(ui), "i1 ")
}

func TestFindParksWordsAtTheirItem(t *testing.T) {
	ui := openToFind(t)
	typeText(t, ui, "half a sent")
	hit(t, ui, ctrl(fyne.KeyF))
	typeText(t, ui, "money")
	hit(t, ui, escKey)
	want(t, at(ui)+composerText(ui), "i2 The roof and the other roof cost money.")
	hit(t, ui, ctrlShift(fyne.KeyG))
	want(t, string(ui.meeting.work.item)+composerText(ui), "i1half a sent")
}

func TestFindNothing(t *testing.T) {
	ui, _ := openAgenda(t)
	typeText(t, ui, "words")
	hit(t, ui, ctrl(fyne.KeyF))
	typeText(t, ui, "zzz")
	hit(t, ui, enterKey, upKey, downKey)
	mustShow(t, wordsOn(ui.meeting.find.object), "None")
	hit(t, ui, ctrl(fyne.KeyZ))
	want(t, ui.meeting.find.field.Text()+composerText(ui), "words")
	hit(t, ui, escKey)
	want(t, composerText(ui), "words")
	ui = openToFind(t)
	hit(t, ui, ctrl(fyne.KeyF), enterKey, escKey)
	want(t, at(ui), "i1 ")
}

func TestReplaceShowsEachFirst(t *testing.T) {
	ui := openToFind(t)
	typeText(t, ui, "half")
	hit(t, ui, ctrl(fyne.KeyH))
	typeText(t, ui, "roof")
	mustShow(t, wordsOn(ui.meeting.find.count), "1 of 4")
	hit(t, ui, tabKey)
	if ui.window.Canvas().Focused() != ui.meeting.find.with {
		t.Fatal("Tab does not lead to the second field")
	}
	typeText(t, ui, "roofing")
	mustShow(t, wordsOn(ui.meeting.find.shows), "Now", "Then", "roofing")
	picture(t, ui, "replace")
	hit(t, ui, enterKey)
	mustShow(t, wordsOn(ui.meeting.find.count), "2 of 4")
	hit(t, ui, downKey) // leaves this one
	hit(t, ui, enterKey, enterKey)
	mustShow(t, wordsOn(ui.meeting.find.count), "1 of 4")
	saysNow(t, ui, "That was the last")
	var all []string
	for _, it := range ui.meeting.work.meeting().Items {
		for _, e := range it.Entries {
			all = append(all, e.Text)
		}
	}
	want(t, strings.Join(all, " | "), "The **roofing** of the café leaks. | Nothing of it. | Ann Zelenka to mend the roof by 31 January | The roofing and the other roofing cost money.")
	hit(t, ui, ctrl(fyne.KeyZ))
	e := ui.meeting.work.meeting().Items[1].Entries[0]
	want(t, e.Text, "The roofing and the other roof cost money.")
	if ui.window.Canvas().Focused() != ui.meeting.find.with {
		t.Error("undo takes the keyboard out of the bar")
	}
	hit(t, ui, ctrl(fyne.KeyY), escKey)
	want(t, ui.meeting.work.meeting().Items[1].Entries[0].Text, "The roofing and the other roofing cost money.")
	ui.meeting.goTo("i1")
	want(t, composerText(ui), "half")
}

func TestReplaceAllIsOneStep(t *testing.T) {
	ui := openToFind(t)
	hit(t, ui, ctrl(fyne.KeyH))
	typeText(t, ui, "ann zelenka")
	hit(t, ui, tabKey)
	typeText(t, ui, "The Chair")
	hit(t, ui, tabKey, tabKey, tabKey, tabKey, tabKey, enterKey)
	saysNow(t, ui, "1 replaced in 1 entry")
	e := ui.meeting.work.meeting().Items[0].Entries[2]
	want(t, e.Text, "The Chair to mend the roof by 31 January")
	want(t, strings.Join(e.Action.Owners, "+"), "Chair") // read anew
	typeAll(t, ui, "roof")
	hit(t, ui, tabKey)
	typeAll(t, ui, "deck")
	hit(t, ui, tabKey, tabKey, tabKey, tabKey, tabKey, spaceKey)
	saysNow(t, ui, "4 replaced in 3 entries")
	want(t, ui.meeting.work.meeting().Items[0].Entries[0].Text, "The **deck** of the café leaks.")
	hit(t, ui, ctrl(fyne.KeyZ))
	want(t, ui.meeting.work.meeting().Items[0].Entries[0].Text, "The **roof** of the café leaks.")
	want(t, ui.meeting.work.meeting().Items[1].Entries[0].Text, "The roof and the other roof cost money.")
	hit(t, ui, escKey)
}

func TestReplacedWordsAreReadAnew(t *testing.T) {
	w := newWork(t)
	enterAll(t, w, "a: Clerk to write by 9 April", "a: Clerk to ring {owner: MPS}", "a: Clerk to come {withdrawn}", "/in Ann Zelenka 10:15", "a: tidy")
	for i, c := range []struct{ old, with, text, owners, due string }{
		{"9 April", "10 April", "Clerk to write by 10 April", "Clerk", "2026-04-10"},
		{"ring", "write by 10 April", "Clerk to write by 10 April", "MPS", "2026-04-10"},
		{"come", "go", "Clerk to go", "Clerk", ""},
	} {
		e := w.entries()[i]
		now, n := w.replaced(e, find.Within(e.Text, c.old), c.with)
		if n != 1 {
			t.Fatalf("%q is not replaced", c.old)
		}
		want(t, now.Text+" "+strings.Join(now.Action.Owners, "+")+" "+string(now.Action.Due.Date), c.text+" "+c.owners+" "+c.due)
		if now.ID != e.ID || now.Number != e.Number || now.Made != e.Made || now.Action.Withdrawn != e.Action.Withdrawn {
			t.Errorf("%+v is no longer %+v", now, e)
		}
	}
	e := w.entries()[4] // "a" and the words after it begin alike
	now, n := w.replaced(e, []find.Span{{From: 0, To: 4}}, "/close")
	if n != 1 || now.Kind != model.Action || now.Text != "/close" {
		t.Errorf("%d %+v", n, now)
	}
	if _, n := w.replaced(e, []find.Span{{From: 0, To: 4}}, " "); n != 0 {
		t.Error("an entry is left without words")
	}
}

func TestReplaceLeavesApprovedMinutes(t *testing.T) {
	ui := onMeetingOf(t, fullBook(), "april")
	hit(t, ui, ctrl(fyne.KeyH))
	saysNow(t, ui, "approved")
	if ui.meeting.find.open {
		t.Error("the bar is open")
	}
	hit(t, ui, ctrl(fyne.KeyF))
	typeText(t, ui, "winter")
	mustShow(t, wordsOn(ui.meeting.find.count), "1 of 1")
	hit(t, ui, ctrl(fyne.KeyH))
	if ui.meeting.find.replacing {
		t.Error("what is found can be replaced")
	}
}

func TestFindInAllMinutes(t *testing.T) {
	w := newWorld(t, fullBook())
	ui := w.open()
	ui.Open("june")
	hit(t, ui, ctrl(fyne.KeyF))
	typeText(t, ui, "winter incident")
	hit(t, ui, ctrlShift(fyne.KeyF))
	w.pass(searchPause)
	s, ok := ui.screen.(*searchScreen)
	if !ok || ui.window.Canvas().Focused() != s.field || s.field.Text() != "winter incident" {
		t.Fatal("the keyboard is not in the search with the words")
	}
	w.settle()
	hit(t, ui, enterKey)
	want(t, string(ui.meeting.work.meeting().ID)+" "+string(ui.meeting.work.selected), "april b1")
}

func TestLinkFromChosenWords(t *testing.T) {
	ui, _ := openAgenda(t, "A")
	typeText(t, ui, "See the report now")
	ui.meeting.panel.composer.Select(4, 14)
	fyne.CurrentApp().Clipboard().SetContent("www.example.org/r(1)")
	hit(t, ui, ctrl(fyne.KeyK))
	mustShow(t, screenWords(ui), "Link", "https://www.example.org/r(1)")
	picture(t, ui, "link")
	hit(t, ui, enterKey)
	want(t, composerText(ui), "See [the report](https://www.example.org/r(1)) now")
	hit(t, ui, ctrl(fyne.KeyZ))
	want(t, composerText(ui), "See the report now")
	if ui.window.Canvas().Focused() != ui.meeting.panel.composer {
		t.Error("the keyboard is not in the composer")
	}
}

func TestLinkSaysWhatIsWrong(t *testing.T) {
	ui, _ := openAgenda(t, "A")
	typeText(t, ui, "x")
	fyne.CurrentApp().Clipboard().SetContent("some words")
	run(ui, "link")
	hit(t, ui, enterKey)
	mustShow(t, screenWords(ui), "Say which words lead there.")
	typeText(t, ui, "a [b]")
	hit(t, ui, tabKey, enterKey)
	mustShow(t, screenWords(ui), "An address begins with https://")
	typeText(t, ui, "clerk@example.org")
	hit(t, ui, enterKey)
	mustShow(t, screenWords(ui), "square brackets")
	typeAll(t, ui, "us")
	hit(t, ui, enterKey)
	want(t, composerText(ui), "x[us](mailto:clerk@example.org)")
	hit(t, ui, ctrl(fyne.KeyK))
	mustShow(t, screenWords(ui), "All commands")
	hit(t, ui, escKey)
}

func TestAddressOf(t *testing.T) {
	for words, address := range map[string]string{" https://example.org/a ": "https://example.org/a", "www.example.org": "https://www.example.org",
		"a@example.org": "mailto:a@example.org", "mailto:a@example.org": "mailto:a@example.org", "javascript:alert(1)": "", "two words": "", "": "", "report": "", "file:///etc": ""} {
		got, ok := addressOf(words)
		if ok != (address != "") || ok && got != address {
			t.Errorf("%q: %q %v, not %q", words, got, ok, address)
		}
	}
}

func TestAroundIsCutBetweenWords(t *testing.T) {
	e := model.Entry{Text: "Many words stand before the one that is looked for, so that they are cut; *here* it is,\nand as many follow behind it so that these are cut too."}
	plain := model.Plain(e.Text)
	from := strings.Index(plain, "here")
	want(t, around(e, from, from+4), "…is looked for, so that they are cut; **here** it is, and as many follow behind it so that …")
	want(t, around(e, 0, 4), "**Many** words stand before the one that is looked …")
	want(t, around(e, len(plain), 999), "…behind it so that these are cut too.")
}

func TestNothingIsReplacedUnderAnEdit(t *testing.T) {
	ui := openToFind(t)
	hit(t, ui, ctrl(fyne.KeyH))
	typeText(t, ui, "roof")
	hit(t, ui, tabKey)
	typeText(t, ui, "deck")
	hit(t, ui, ctrl(fyne.KeyE))
	if ui.window.Canvas().Focused() != ui.meeting.panel.composer {
		t.Fatal("an edit does not begin in the composer")
	}
	ui.meeting.find.replace()
	ui.meeting.find.replaceAll()
	saysNow(t, ui, "An entry is being edited")
	hit(t, ui, escKey, escKey)
	if ui.meeting.find.open || ui.meeting.work.editing != "" {
		t.Error("Esc does not lead out of the edit and then of the bar")
	}
	want(t, ui.meeting.work.meeting().Items[0].Entries[0].Text, "The **roof** of the café leaks.")
	hit(t, ui, ctrl(fyne.KeyE), ctrl(fyne.KeyH))
	saysNow(t, ui, "An entry is being edited")
	if ui.meeting.find.open {
		t.Error("the bar opens while an entry is edited")
	}
}

// Looking for words in a long meeting costs no more than a key may.
func BenchmarkFindInLongMeeting(b *testing.B) {
	m := model.Meeting{ID: "m", Items: []model.Item{{ID: "i", Title: "Roof"}}}
	for i := range 1000 {
		m.Items[0].Entries = append(m.Items[0].Entries, model.Entry{ID: model.ID(fmt.Sprint(i)), Kind: model.Paragraph,
			Text: "The Board **noted** the report of the treasurer, and thanked all those who had written it for the café."})
	}
	for b.Loop() {
		if len(finds(minutes.Builtin().Of(m), m, "cafe")) != 1000 {
			b.Fatal("not found")
		}
	}
}

// Ctrl+K again leaves the dialog for a link for all commands, some of which are
// about the words chosen; behind any other dialog it does nothing.
func TestFromLinkToAllCommands(t *testing.T) {
	ui, _ := openQuay(t)
	typeText(t, ui, "Harbour Master")
	ui.meeting.panel.composer.Select(0, 14)
	hit(t, ui, ctrl(fyne.KeyK), ctrl(fyne.KeyK))
	mustShow(t, screenWords(ui), "All commands")
	typeText(t, ui, "save selection")
	hit(t, ui, enterKey)
	mustShow(t, screenWords(ui), "Save as abbreviation")
	hit(t, ui, ctrl(fyne.KeyK))
	mustShow(t, screenWords(ui), "Save as abbreviation")
	hit(t, ui, escKey)
	if from, to := ui.meeting.panel.composer.Selected(); from != 0 || to != 14 || !ui.meeting.panel.composer.Focused() {
		t.Errorf("%d to %d are chosen", from, to)
	}
}
