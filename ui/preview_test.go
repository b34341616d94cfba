package ui

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"minutebook/model"
	"minutebook/model/minutes"
)

// onPreview is the window with a meeting under way at its second item, and its
// preview asked for.
func onPreview(t *testing.T, wide bool) (*Window, *world) {
	t.Helper()
	w := newWorld(t, newFakeBook().put(quayMeeting()...))
	ui := w.open()
	if wide {
		ui.window.Resize(fyne.NewSize(1920, 1080))
	}
	if !ui.Open("m") {
		t.Fatal("the meeting does not open")
	}
	ui.meeting.visit("i2")
	minute(t, ui, "/start 10:00", "a: Ann Zelenka to write to the harbour master.", "The Board noted the report.")
	hit(t, ui, ctrlShift(fyne.KeyP))
	w.pass(time.Second)
	return ui, w
}

// onPaper are the words that the preview shows.
func onPaper(ui *Window) string {
	return strings.Join(strings.Fields(wordsOn(ui.meeting.preview.paper)), " ")
}

func TestPreviewInTheRunningOrdersPlace(t *testing.T) {
	ui, _ := onPreview(t, false)
	v := ui.meeting.preview
	if !v.instead() || ui.window.Canvas().Focused() != ui.meeting.panel.composer {
		t.Fatal("the preview is not there, or has the keyboard")
	}
	mustShow(t, onPaper(ui), "QUAY BOARD", "Note of Meeting 3 March 2026", "Ann Zelenka, Chair", "2. Roads", "Action 1:", "2.1. The Board noted the report.", "DRAFT")
	mustShow(t, wordsOn(ui.foot.object), "scroll the preview")
	hit(t, ui, escKey)
	if v.shown || ui.meeting.root.Objects[1] != fyne.CanvasObject(ui.meeting.sheet) || ui.window.Canvas().Focused() != ui.meeting.panel.composer {
		t.Error("Esc does not lead back to the running order")
	}
	mustShow(t, wordsOn(ui.meeting.sheet), "The Board noted the report.")
	hit(t, ui, ctrlShift(fyne.KeyP), ctrlShift(fyne.KeyP))
	if v.shown {
		t.Error("the key does not put the preview away")
	}
}

func TestPreviewBesideTheRunningOrder(t *testing.T) {
	ui, _ := onPreview(t, true)
	v := ui.meeting.preview
	if !v.besideIt() {
		t.Fatal("there is room for both and they are not side by side")
	}
	mustShow(t, wordsOn(ui.meeting.sheet), "The Board noted the report.")
	mustShow(t, onPaper(ui), "2.1. The Board noted the report.")
	hit(t, ui, escKey)
	if !v.besideIt() {
		t.Error("Esc takes away what is in nobody's way")
	}
	run(ui, "preview-beside")
	if !v.instead() {
		t.Error("it does not go into the place of the running order")
	}
	run(ui, "preview-beside")
	if !v.besideIt() {
		t.Error("and not beside it again")
	}
	ui.window.Resize(fyne.NewSize(700, 700))
	if got := ui.meeting.sheet.Size().Width; got < 400 {
		t.Errorf("in a narrow window the running order has %g of room", got)
	}
}

// In a window of a laptop both have room once the side panes are hidden.
func TestPreviewTakesTheRoomOfThePanes(t *testing.T) {
	ui, _ := onPreview(t, false)
	v := ui.meeting.preview
	hit(t, ui, ctrlShift(fyne.KeyB))
	if !v.besideIt() {
		t.Error("without side panes there is room for both")
	}
	hit(t, ui, ctrlShift(fyne.KeyB))
	if !v.instead() {
		t.Error("with side panes there is not")
	}
	run(ui, "preview-beside")
	ui.window.Resize(fyne.NewSize(1367, 768))
	if !v.besideIt() || ui.meeting.people.object.Size().Width > 0 {
		t.Error("asked for, the preview does not take the room of a pane")
	}
	ui.window.Resize(fyne.NewSize(640, 480))
	v.beside = false
	run(ui, "preview-beside")
	if v.beside {
		t.Error("both are shown in a window that is too small for them")
	}
}

// What is being typed shows in grey at its place, once in a while and not at
// every key, and nothing of it that would not be printed.
func TestPreviewFollowsTheTyping(t *testing.T) {
	ui, w := onPreview(t, true)
	typeText(t, ui, "d: That the quay be closed")
	mustNotShow(t, onPaper(ui), "That the quay")
	waiting := 0
	for _, timer := range w.timers {
		if !timer.off {
			waiting++
		}
	}
	if waiting > 5 {
		t.Errorf("%d timers wait for one line", waiting)
	}
	w.pass(time.Second)
	mustShow(t, onPaper(ui), "2.2. Decision: That the quay be closed")
	v := ui.meeting.preview
	if v.paper.Pale() == "" {
		t.Error("what is not entered is not grey")
	}
	hit(t, ui, enterKey)
	w.pass(time.Second)
	mustShow(t, onPaper(ui), "2.2. Decision: That the quay be closed")
	if v.paper.Pale() != "" {
		t.Error("what is entered is grey")
	}
	for _, line := range []string{"p: the Clerk will ask", "/outcome referred", "/nothing known", "a:"} {
		ui.meeting.panel.composer.Set("", 0)
		typeText(t, ui, line)
		w.pass(time.Second)
		mustNotShow(t, onPaper(ui), "the Clerk will ask", "referred", "known")
	}
	ui.meeting.panel.composer.Set("", 0)
	hit(t, ui, ctrl(fyne.KeyUp), ctrl(fyne.KeyE))
	typeText(t, ui, " at night")
	w.pass(time.Second)
	mustShow(t, onPaper(ui), "That the quay be closed at night")
	hit(t, ui, escKey)
	w.pass(time.Second)
	mustNotShow(t, onPaper(ui), "at night")
}

// longerMeeting has an item of many paragraphs before another, and the first
// is at work.
func longerMeeting() model.Meeting {
	m := longMeeting(60)
	m.Items = append(m.Items, model.Item{ID: "k", Title: "Date of the next meeting", Entries: []model.Entry{{ID: "z", Kind: model.Paragraph, Text: "The last word."}}})
	return m
}

func TestPreviewIsAtTheItem(t *testing.T) {
	w := newWorld(t, newFakeBook().put(longerMeeting()))
	ui := w.open()
	ui.Open("m")
	ui.meeting.goTo("i")
	hit(t, ui, ctrlShift(fyne.KeyP))
	v := ui.meeting.preview
	mustShow(t, onPaper(ui), "Pilotage and moorings")
	mustNotShow(t, onPaper(ui), "The last word.")
	hit(t, ui, ctrl(fyne.KeyPageDown), ctrl(fyne.KeyPageDown))
	w.pass(time.Second)
	mustShow(t, onPaper(ui), "Date of the next meeting", "The last word.")
	hit(t, ui, ctrl(fyne.KeyPageUp), ctrl(fyne.KeyPageUp))
	if at := v.paper.Top(); at != minutes.ItemAnchor("i") && !strings.Contains(onPaper(ui), "Pilotage and moorings") {
		t.Errorf("it shows %s", at)
	}
	hit(t, ui, bare(fyne.KeyPageDown), bare(fyne.KeyPageDown))
	scrolled := onPaper(ui)
	mustNotShow(t, scrolled, "Pilotage and moorings")
	typeText(t, ui, "The Chair thanked all")
	w.pass(time.Second)
	mustShow(t, onPaper(ui), "The Chair thanked all") // typing leads to its place
	hit(t, ui, bare(fyne.KeyPageUp))
	back := onPaper(ui)
	typeText(t, ui, " again")
	w.pass(time.Second)
	if onPaper(ui) != back {
		t.Error("typing on scrolls away from what the clerk scrolled to")
	}
	hit(t, ui, enterKey)
	for range 61 {
		hit(t, ui, ctrl(fyne.KeyUp))
	}
	w.pass(time.Second)
	if !strings.Contains(onPaper(ui), "Pilotage and moorings") {
		t.Error("the chosen entry is not in view")
	}
}

// quietMeeting has a restricted entry, a restricted item and a private note.
func quietMeeting() model.Meeting {
	why := &model.Restriction{Reason: "price"}
	return model.Meeting{ID: "m", Rev: 1, Body: "Quay Board", Style: "note", Date: "2026-03-03", State: model.Draft, Items: []model.Item{
		{ID: "i1", Title: "Contracts", Entries: []model.Entry{
			{ID: "e1", Kind: model.Paragraph, Text: "The Board met the contractor."},
			{ID: "e2", Kind: model.Paragraph, Text: "The offer is 48200 pounds.", Restricted: why},
			{ID: "e3", Kind: model.Private, Text: "Ask him about the lamp."}}},
		{ID: "i2", Title: "The harbour master's leave", PublicTitle: "Staffing", Restricted: why, Entries: []model.Entry{{ID: "e4", Kind: model.Paragraph, Text: "He is ill."}}},
	}}
}

func TestPreviewIsThePublicsUntilAskedForMore(t *testing.T) {
	w := newWorld(t, newFakeBook().put(quietMeeting()))
	ui := w.open()
	ui.Open("m")
	ui.meeting.goTo("i1")
	hit(t, ui, ctrlShift(fyne.KeyP))
	quiet := []string{"48200", "ill.", "harbour master", "lamp"}
	mustShow(t, onPaper(ui), "The Board met the contractor.", "Staffing", "price")
	mustNotShow(t, onPaper(ui), quiet...)
	mustShow(t, wordsOn(ui.meeting.preview.bar), "Public", "Full")
	run(ui, "preview-full")
	mustShow(t, onPaper(ui), "48200", "He is ill.")
	mustNotShow(t, onPaper(ui), "lamp")
	run(ui, "preview-public")
	mustNotShow(t, onPaper(ui), quiet...)

	// What is typed while everything entered is restricted is as secret.
	minute(t, ui, "/restricted price")
	if ui.meeting.work.meeting().Restricting == nil {
		t.Fatal("nothing is being restricted")
	}
	typeText(t, ui, "The reserve price is 51000 pounds")
	w.pass(time.Second)
	mustNotShow(t, onPaper(ui), "51000", "reserve")
	hit(t, ui, enterKey)
	w.pass(time.Second)
	mustNotShow(t, onPaper(ui), "51000", "reserve")
	run(ui, "preview-full")
	mustShow(t, onPaper(ui), "51000")
}

// A full version that is still being made does not come in the place of the
// public one that was asked for meanwhile.
func TestPreviewOfAnotherVersionComesTooLate(t *testing.T) {
	w := newWorld(t, newFakeBook().put(quietMeeting()))
	ui := w.open()
	ui.Open("m")
	ui.meeting.goTo("i1")
	run(ui, "preview-full")
	w.settle()
	typeText(t, ui, "More")
	for _, timer := range w.timers { // the making begins, and waits for its turn
		timer.do()
	}
	w.timers = nil
	run(ui, "preview-public")
	w.settle()
	mustNotShow(t, onPaper(ui), "48200")
	w.pass(time.Second)
	mustShow(t, onPaper(ui), "More", "The Board met the contractor.")
	mustNotShow(t, onPaper(ui), "48200")
}

func TestPreviewAsApprovedAndInAnotherStyle(t *testing.T) {
	ui, w := onPreview(t, false)
	v := ui.meeting.preview
	mustNotShow(t, wordsOn(v.bar), "Public")
	run(ui, "preview-approved")
	mustNotShow(t, onPaper(ui), "DRAFT")
	run(ui, "preview-approved")
	mustShow(t, onPaper(ui), "DRAFT")
	run(ui, "preview-style")
	if ui.window.Canvas().Focused() != v.which {
		t.Fatal("the keyboard is not on the house styles")
	}
	hit(t, ui, bare(fyne.KeyEnd))
	if name := v.names[len(v.names)-1]; v.paper.Document().Look.Accent == "" || v.styleName() != name {
		t.Errorf("End chose %s", v.styleName())
	}
	mustNotShow(t, onPaper(ui), "Note of Meeting")
	hit(t, ui, escKey)
	if ui.window.Canvas().Focused() != ui.meeting.panel.composer || !v.shown || v.styles.Visible() {
		t.Error("Esc does not lead from the house styles to the composer")
	}
	if m := ui.meeting.work.meeting(); m.Style != "note" || m.State != model.Live {
		t.Error("looking at another version changed the meeting")
	}
	w.settle()
}

func TestPreviewOfAnyState(t *testing.T) {
	for _, state := range model.States {
		m := model.Meeting{ID: "m", Rev: 1, Body: "Quay Board", Style: "publication", Date: "2026-03-03", State: state}
		w := newWorld(t, newFakeBook().put(m))
		ui := w.open()
		ui.Open("m")
		hit(t, ui, ctrlShift(fyne.KeyP))
		w.pass(time.Second)
		mustShow(t, onPaper(ui), "Quay Board")
		if strings.Contains(onPaper(ui), "DRAFT") == (state == model.Approved) {
			t.Errorf("%s: the mark is wrong", state)
		}
		run(ui, "preview-full")
		run(ui, "preview-approved")
		mustNotShow(t, onPaper(ui), "DRAFT")
	}
}

// A click on the paper goes to the entry, and leaves the keyboard where it was.
func TestClickOnThePaperGoesThere(t *testing.T) {
	for _, wide := range []bool{true, false} {
		w := newWorld(t, newFakeBook().put(longerMeeting()))
		ui := w.open()
		if wide {
			ui.window.Resize(fyne.NewSize(1920, 1080))
		}
		ui.Open("m")
		ui.meeting.goTo("k")
		typeText(t, ui, "half")
		hit(t, ui, ctrlShift(fyne.KeyP))
		v := ui.meeting.preview
		v.paper.OnTapped(minutes.EntryAnchor("e4"))
		if s := ui.meeting; s.work.item != "i" || s.work.selected != "e4" || s.work.parked["k"] != "half" || !s.panel.composer.Focused() {
			t.Errorf("a click went to %s, %s", s.work.item, s.work.selected)
		}
		if v.shown != wide {
			t.Errorf("wide is %v and the preview is shown: %v", wide, v.shown)
		}
		run(ui, "back")
		if ui.meeting.work.item != "k" || composerText(ui) != "half" {
			t.Error("there is no way back from a click")
		}
		v.paper.OnTapped("no such place")
		hit(t, ui, ctrlShift(fyne.KeyP))
	}
}

// The other faces of the page, and what belongs to the running order, go
// together with the preview.
func TestPreviewBesideOtherFaces(t *testing.T) {
	ui, w := onPreview(t, false)
	v := ui.meeting.preview
	hit(t, ui, ctrl(fyne.KeyF))
	if v.shown || !ui.meeting.find.open {
		t.Error("finding is not seen for the preview")
	}
	hit(t, ui, escKey, ctrlShift(fyne.KeyP), ctrl(fyne.KeyR))
	if !ui.meeting.rolling() {
		t.Fatal("no roll call")
	}
	hit(t, ui, ctrlShift(fyne.KeyP))
	if ui.meeting.rolling() || !v.instead() {
		t.Error("the key does not lead from the roll call to the preview")
	}
	hit(t, ui, escKey)
	ui.window.Resize(fyne.NewSize(1920, 1080))
	hit(t, ui, ctrlShift(fyne.KeyP), ctrl(fyne.KeyR))
	if !ui.meeting.rolling() || !v.besideIt() {
		t.Fatal("the roll call is not beside the preview")
	}
	typeText(t, ui, "x")
	w.pass(time.Second)
	mustShow(t, onPaper(ui), "Absent")
	hit(t, ui, escKey)
	if ui.meeting.rolling() || !v.besideIt() {
		t.Error("the preview went with the roll call")
	}
	ui.setLanguage("fr")
	if !ui.meeting.preview.shown || ui.meeting.preview == v {
		t.Error("the preview does not speak the new language")
	}
	hit(t, ui, ctrlShift(fyne.KeyA))
	run(ui, "meeting")
	if !ui.meeting.preview.shown || !strings.Contains(onPaper(ui), "Note of Meeting") {
		t.Error("the preview is gone after a look at another screen")
	}
}

// The text size of the look is that of the paper too.
func TestPreviewFollowsTheTextSize(t *testing.T) {
	ui, _ := onPreview(t, false)
	v := ui.meeting.preview
	high := func() float32 {
		for _, o := range test.WidgetRenderer(v.paper).Objects() {
			if words, ok := o.(*canvas.Text); ok && words.Text == "2.1." {
				return words.TextSize
			}
		}
		t.Fatal("the paragraph does not show")
		return 0
	}
	before := high()
	hit(t, ui, ctrl(fyne.KeyEqual))
	if after := high(); after <= before {
		t.Errorf("the words are %g high; were %g", after, before)
	}
}
