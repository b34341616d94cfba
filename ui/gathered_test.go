package ui

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/minutes/export"
)

// weirBook is a book with a body of so many people that held so many meetings,
// one each month; the second member came last to the first of them.
func weirBook(people, meetings int) *fakeBook {
	body := model.Body{ID: "weir", Rev: 1, Name: "Weir Board"}
	book := newFakeBook()
	for p := range people {
		id := model.ID(fmt.Sprint("p", p))
		body.Seats = append(body.Seats, model.Seat{Person: id, Name: fmt.Sprint("Member ", p), Post: "Warden", Capacity: model.Member, From: "2019-01-01"})
	}
	for n := range meetings {
		day := model.DateOf(model.Date("2026-11-02").Time().AddDate(0, n-meetings+1, 0))
		m := model.Meeting{ID: model.ID(fmt.Sprint("w", n)), Rev: 1, Made: fmt.Sprintf("2019-%04d", n), BodyID: "weir", Body: "Weir Board", Date: day, State: model.Approved}
		for p, s := range body.Seats {
			a := model.Attendee{ID: model.ID(fmt.Sprint("t", p)), Person: s.Person, Name: s.Name, Post: s.Post, Capacity: model.Member, Mark: model.Present}
			switch {
			case p == 1 && n > 0:
				a.Mark = model.Absent
			case (p+n)%7 == 3:
				a.Mark = model.Apologies
			}
			m.Attendees = append(m.Attendees, a)
		}
		m.Items = []model.Item{{ID: "i", Title: "Weir gates", Entries: []model.Entry{
			{ID: "d", Kind: model.Decision, Text: fmt.Sprintf("That gate %d be painted.", n), Resolution: &model.Resolution{Mover: "Member 0", Seconder: "Member 2"}},
			{ID: "r", Kind: model.Decision, Text: "That the claim be settled.", Restricted: &model.Restriction{Reason: "legal"}},
			{ID: "a", Kind: model.Action, Number: n + 1, Text: "Warden to report on the gate.", Action: &model.ActionFacts{Owners: []string{"Warden"}, Due: model.Due{Date: "2026-12-24"}}}}}}
		book.put(m)
	}
	return book.put(body)
}

// gather is the window in which a command about a body was done.
func gather(t *testing.T, w *world, command string) *Window {
	t.Helper()
	ui := w.open()
	ui.do(ui.command(command))
	w.settle()
	return ui
}

func TestAttendanceIsAGridWithItsWatch(t *testing.T) {
	w := newWorld(t, weirBook(60, 40))
	ui := gather(t, w, "attendance")
	s := ui.screen.(*attendanceScreen)
	words := screenWords(ui)
	mustShow(t, words, "Weir Board · 60 people · 40 meetings", "Long absence", "Member 1 came last on", "has been away for as long as allowed since",
		"2 Nov 2026", "Warden", "1 of 40", "P present, A apologies", "Member 0, 2 November 2026, ordinary meeting: present.")
	mustNotShow(t, words, "2 Aug 2023", "Member 6 came last")
	picture(t, ui, "attendance")
	hit(t, ui, downKey, leftKey)
	mustShow(t, screenWords(ui), "Member 1, 2 October 2026, ordinary meeting: absent.")
	hit(t, ui, bare(fyne.KeyHome))
	mustShow(t, screenWords(ui), "2 Aug 2023", "Member 1, 2 August 2023, ordinary meeting: present.", "Member 0")
	hit(t, ui, enterKey)
	if !onMeeting(ui) || ui.meeting.work.meeting().ID != "w0" {
		t.Fatal("Enter did not open the meeting")
	}
	hit(t, ui, escKey)
	w.settle()
	if row, column := s.grid.Selected(); ui.screen != screen(s) || row != 1 || column != 0 {
		t.Errorf("back at %d, %d", row, column)
	}
	typeText(t, ui, "g")
	words = screenWords(ui)
	mustShow(t, words, "Came last", "Away for as long as allowed since", "Member 1 · Warden")
	picture(t, ui, "attendance-table")
	typeText(t, ui, "c")
	text := strings.Split(fyne.CurrentApp().Clipboard().Content(), "\n")
	if len(text) != 62 || strings.Count(text[1], "\t") != 44 || !strings.HasPrefix(text[2], "Member 1\tP\tX\tX") {
		t.Errorf("%d lines, the third %q", len(text), text[2])
	}
	hit(t, ui, escKey)
	if _, ok := ui.screen.(*bookScreen); !ok {
		t.Error("Esc does not go back")
	}
}

func TestAttendanceIsExported(t *testing.T) {
	w := newWorld(t, weirBook(3, 4))
	ui := gather(t, w, "attendance")
	hit(t, ui, ctrlShift(fyne.KeyE))
	mustShow(t, screenWords(ui), "Export the attendance register", "weir-board-2026-11-21-attendance.docx")
	mustNotShow(t, screenWords(ui), "For whom")
	typeText(t, ui, "att.html")
	hit(t, ui, enterKey)
	w.settle()
	mustShow(t, string(w.files[filepath.FromSlash("/home/clerk/Documents/att.html")]), "Attendance register", "Member 2")
}

func TestAttendanceOfABodyThatHasNotMet(t *testing.T) {
	w := newWorld(t, newFakeBook().put(model.Body{ID: "weir", Rev: 1, Name: "Weir Board"}))
	ui := gather(t, w, "attendance")
	mustShow(t, screenWords(ui), "This body has held no meeting yet.")
	hit(t, ui, downKey, enterKey)
	typeText(t, ui, "c")
	mustShow(t, screenWords(ui), "nothing to copy")
}

func TestResolutionsAreListedAndLedTo(t *testing.T) {
	w := newWorld(t, weirBook(3, 5))
	ui := gather(t, w, "resolutions")
	s := ui.screen.(*resolutionsScreen)
	words := screenWords(ui)
	mustShow(t, words, "Weir Board · 10 resolutions", "That gate 4 be painted.", "Member 0, seconded by", "Restricted", "2 Nov 2026")
	picture(t, ui, "resolutions")
	typeText(t, ui, "fseptember painted")
	if len(s.shown) != 1 {
		t.Fatalf("%d show", len(s.shown))
	}
	hit(t, ui, downKey, enterKey)
	want(t, string(ui.meeting.work.meeting().ID)+" "+string(ui.meeting.work.selected), "w2 d")
	hit(t, ui, escKey)
	w.settle()
	if r, _ := s.chosen(); ui.screen != screen(s) || r.Meeting != "w2" {
		t.Errorf("back at %+v", r)
	}
	ui.window.Canvas().Focus(s.filter)
	hit(t, ui, escKey)
	if len(s.shown) != 10 {
		t.Errorf("%d show without the filter", len(s.shown))
	}
}

func TestResolutionsAreExportedForThePublicUnlessSaid(t *testing.T) {
	w := newWorld(t, weirBook(3, 2))
	ui := gather(t, w, "resolutions")
	hit(t, ui, ctrlShift(fyne.KeyE))
	mustShow(t, screenWords(ui), "weir-board-2026-11-21-resolutions-public.docx", "left out of the public version")
	typeText(t, ui, "r.txt")
	hit(t, ui, enterKey)
	w.settle()
	text := string(w.files[filepath.FromSlash("/home/clerk/Documents/r.txt")])
	mustShow(t, text, "gate 1")
	mustNotShow(t, text, "claim")
}

func TestBriefIsShownAndExported(t *testing.T) {
	w := newWorld(t, weirBook(3, 2).put(model.Meeting{ID: "next", Rev: 1, Made: "2026-11-03T09:00:00Z", BodyID: "weir", Body: "Weir Board", Date: "2026-12-07", State: model.Planned, Begin: "18:30"}))
	ui := gather(t, w, "brief")
	s := ui.screen.(*briefScreen)
	words := screenWords(ui)
	mustShow(t, words, "Weir Board · for the meeting of 7 December 2026", "Minutes to approve", "Warden", "for the chair’s eyes")
	picture(t, ui, "brief")
	hit(t, ui, bare(fyne.KeyPageDown))
	before := s.paper.Top()
	hit(t, ui, bare(fyne.KeyHome))
	if before == "" || s.paper.Document().Occasion != "Chair’s brief" {
		t.Errorf("the paper is at %q", before)
	}
	s.whom.OnKey(fyne.KeyUp)
	s.setAudience(minutes.Public)
	w.settle()
	mustShow(t, screenWords(ui), "without restricted parts")
	hit(t, ui, enterKey)
	mustShow(t, screenWords(ui), "Export the chair’s brief", "say who the file is for")
	typeText(t, ui, "b.html")
	hit(t, ui, enterKey)
	w.settle()
	if len(w.files) != 0 {
		t.Fatal("nobody said for whom, and it is written")
	}
	hit(t, ui, rightKey, enterKey)
	w.settle()
	mustShow(t, string(w.files[filepath.FromSlash("/home/clerk/Documents/b.html")]), "Chair’s brief", "7 December 2026")
	hit(t, ui, escKey, escKey)
	if _, ok := ui.screen.(*bookScreen); !ok {
		t.Error("Esc does not go back")
	}
}

func TestBriefOfTheOpenMeeting(t *testing.T) {
	w := newWorld(t, fullBook())
	ui := w.open()
	ui.Open("dec")
	typeText(t, ui, "words that wait")
	ui.do(ui.command("brief"))
	w.settle()
	mustShow(t, screenWords(ui), "for the meeting of 10 December 2026", "Overdue (1)")
	hit(t, ui, escKey)
	want(t, composerText(ui), "words that wait")
}

func TestCalendarIsWrittenAndOpened(t *testing.T) {
	w := newWorld(t, fullBook())
	ui := w.open()
	ui.Open("dec")
	ui.do(ui.command("calendar"))
	w.settle()
	mustShow(t, screenWords(ui), "Calendar: Harbour Oversight Board", "harbour-oversight-board-2026-11-21-calendar.ics", "Meetings to come and open actions with a day.")
	mustNotShow(t, screenWords(ui), "House style", "Format")
	picture(t, ui, "calendar")
	hit(t, ui, enterKey)
	w.settle()
	path := filepath.FromSlash("/home/clerk/Documents/harbour-oversight-board-2026-11-21-calendar.ics")
	mustShow(t, string(w.files[path]), "BEGIN:VCALENDAR", "20261210", "launch hire")
	if len(w.shown) != 1 || w.shown[0] != path || ui.dialogOpen() {
		t.Errorf("opened %v", w.shown)
	}
}

func TestCalendarOfNothing(t *testing.T) {
	w := newWorld(t, newFakeBook().put(model.Body{ID: "weir", Rev: 1, Name: "Weir Board"}))
	ui := gather(t, w, "calendar-all")
	if ui.dialogOpen() {
		t.Error("it asks where nothing goes")
	}
	mustShow(t, screenWords(ui), "nothing for a calendar")
}

// What is gathered is the same as what the export makes of the same input.
func TestExtractIsWhatExportMakes(t *testing.T) {
	w := newWorld(t, fullBook())
	ui := w.open()
	ui.Open("june")
	ui.meeting.work.selected = "e1"
	ui.do(ui.command("extract"))
	typeText(t, ui, "e.md")
	hit(t, ui, enterKey)
	w.settle()
	wanted, err := export.Extract(".md", export.Input{Meeting: juneMeeting(), Style: style(t, "note"), Name: "e.md"}, []model.ID{"e1"})
	if err != nil {
		t.Fatal(err)
	}
	want(t, string(w.files[filepath.FromSlash("/home/clerk/Documents/e.md")]), string(wanted))
}
