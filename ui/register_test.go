package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"minutebook/model"
	"minutebook/model/register"
)

// register is the Actions screen that the window shows.
func registerOf(t *testing.T, w *Window) *actionsScreen {
	t.Helper()
	s, ok := w.screen.(*actionsScreen)
	if !ok {
		t.Fatalf("the screen is %T", w.screen)
	}
	return s
}

// newest are the events recorded after the first n.
func newest(book *fakeBook, n int) []model.Event { return book.events[n:] }

// numbersShown are the numbers of the actions in the list, in their order.
func numbersShown(s *actionsScreen) []int {
	var numbers []int
	for _, l := range s.lines {
		if l.heading == "" {
			numbers = append(numbers, s.shown[l.n].Number)
		}
	}
	return numbers
}

func shift(name fyne.KeyName) key { return key{name: name, shift: true} }

func TestSeveralActionsAreCompletedInOneGo(t *testing.T) {
	book := fullBook()
	w := onActions(t, book)
	s := registerOf(t, w)
	before := book.json(t, "june")
	hit(t, w, shift(fyne.KeyDown), shift(fyne.KeyDown)) // 1, 2 and 3
	hit(t, w, downKey)
	typeText(t, w, "x") // 4, and on to 5
	mustShow(t, screenWords(w), "4 marked", "✓")
	picture(t, w, "actions-marked")
	typeText(t, w, "c")
	mustShow(t, screenWords(w), "Complete actions 1, 2, 3 and 4 on Saturday 21 November 2026")
	typeText(t, w, "all sent")
	hit(t, w, enterKey)
	completesFour(t, book.commits)
	if len(s.marked) != 0 || len(s.shown) != 2 || book.json(t, "june") != before {
		t.Errorf("%d marked, %d shown", len(s.marked), len(s.shown))
	}
	mustShow(t, screenWords(w), "Actions 1, 2, 3 and 4: complete on 21 November 2026", "U puts it back")
	typeText(t, w, "u")
	if len(book.commits) != 2 || len(book.commits[1].Events) != 4 || len(s.shown) != 6 {
		t.Fatalf("%d commits, %d shown", len(book.commits), len(s.shown))
	}
	if e := book.commits[1].Events[0]; e.State != model.Open || e.Note != "Put back: recorded by mistake" {
		t.Errorf("put back %+v", e)
	}
	mustShow(t, screenWords(w), "Actions 1, 2, 3 and 4: as before")
	typeText(t, w, "u")
	mustShow(t, screenWords(w), "Nothing was recorded here that could be put back")
}

// completesFour fails where what was committed is not that the first four
// actions are complete, in one go and apart from their meeting.
func completesFour(t *testing.T, commits []model.Batch) {
	t.Helper()
	if len(commits) != 1 || len(commits[0].Events) != 4 || len(commits[0].Meetings) != 0 {
		t.Fatalf("commits %+v", commits)
	}
	for i, e := range commits[0].Events {
		if e.Meeting != "june" || e.State != model.Complete || e.Note != "all sent" || string(e.Action) != "a"+string(rune('1'+i)) {
			t.Errorf("recorded %+v", e)
		}
	}
}

func TestCtrlZPutsBackAndEscUnmarks(t *testing.T) {
	book := fullBook()
	w := onActions(t, book)
	s := registerOf(t, w)
	hit(t, w, bare(fyne.KeyInsert), bare(fyne.KeyInsert))
	hit(t, w, escKey)
	if len(s.marked) != 0 || w.screen != screen(s) {
		t.Fatal("Esc did not take the marks away first")
	}
	typeText(t, w, "a")
	if len(s.marked) != 6 {
		t.Fatalf("%d marked", len(s.marked))
	}
	typeText(t, w, "a")
	if len(s.marked) != 0 {
		t.Fatalf("%d marked", len(s.marked))
	}
	hit(t, w, bare(fyne.KeyHome))
	typeText(t, w, "p")
	hit(t, w, enterKey, ctrl(fyne.KeyZ))
	got := newest(book, 1)
	if len(got) != 2 || got[0].State != model.InProgress || got[1].State != model.Open {
		t.Errorf("recorded %+v", got)
	}
}

func TestReassignTransferSupersedeAndAskAgain(t *testing.T) {
	book := fullBook()
	w := onActions(t, book)
	typeText(t, w, "r")
	mustShow(t, screenWords(w), "Who has action 1 now?", "Priya Nair")
	typeText(t, w, "Mei Tanaka, Priya Nair")
	hit(t, w, bare(fyne.KeyEnd), enterKey)
	mustShow(t, screenWords(w), "Reassign action 1 to Mei Tanaka, Priya Nair")
	typeText(t, w, "on leave")
	hit(t, w, enterKey)
	hit(t, w, downKey)
	typeText(t, w, "h")
	typeText(t, w, "14 dec")
	hit(t, w, enterKey)
	mustShow(t, screenWords(w), "Ask again for action 2 on Monday 14 December 2026")
	hit(t, w, enterKey, downKey)
	typeText(t, w, "t")
	typeText(t, w, "Thornbeck")
	hit(t, w, enterKey)
	mustShow(t, screenWords(w), "Transfer action 3 to Thornbeck Arts Panel")
	hit(t, w, enterKey)
	s := registerOf(t, w)
	if a, _ := s.chosen(); a.ID != "a4" {
		t.Fatalf("chosen is %+v", a)
	}
	typeText(t, w, "s")
	typeText(t, w, "align")
	hit(t, w, enterKey)
	mustShow(t, screenWords(w), "Supersede action 4 by action 5 of 18 June 2026")
	hit(t, w, enterKey)
	want := []model.Event{
		{Meeting: "june", Action: "a1", State: model.Open, Note: "on leave", Owners: []string{"Mei Tanaka", "Priya Nair"}},
		{Meeting: "june", Action: "a2", State: model.Open, Chase: "2026-12-14"},
		{Meeting: "june", Action: "a3", State: model.Transferred, To: "Thornbeck Arts Panel"},
		{Meeting: "june", Action: "a4", State: model.Superseded, To: "action 5 of 18 June 2026", ToMeeting: "june", ToAction: "a5"},
	}
	got := newest(book, 1)
	if len(got) != len(want) {
		t.Fatalf("recorded %+v", got)
	}
	for i, e := range want {
		e.On, e.N, e.Made = "2026-11-21", got[i].N, got[i].Made
		if !slices.Equal(got[i].Owners, e.Owners) || got[i].To != e.To || got[i].State != e.State || got[i].Chase != e.Chase || got[i].ToAction != e.ToAction || got[i].Action != e.Action || got[i].Note != e.Note || got[i].On != e.On {
			t.Errorf("recorded %+v, want %+v", got[i], e)
		}
	}
	mustShow(t, screenWords(w), "Mei Tanaka, Priya Nair", "ask again on 14 Dec 2026")
	s.choose(segmentAll)
	hit(t, w, bare(fyne.KeyHome), downKey, downKey)
	mustShow(t, screenWords(w), "Transferred to Thornbeck Arts Panel")
	typeText(t, w, "r")
	mustShow(t, screenWords(w), "Action 3 is no longer outstanding: open it again first")
}

func TestEvidenceAndWhoSaidSo(t *testing.T) {
	world := newWorld(t, fullBook())
	w := world.open()
	hit(t, w, ctrlShift(fyne.KeyA))
	typeText(t, w, "e")
	mustShow(t, screenWords(w), "No evidence is recorded of this action")
	typeText(t, w, "n")
	typeText(t, w, "half done")
	hit(t, w, tabKey)
	typeText(t, w, "https://example.org/survey")
	hit(t, w, tabKey)
	typeText(t, w, "Tomas Reyes")
	hit(t, w, enterKey)
	e := world.book.events[len(world.book.events)-1]
	if e.Note != "half done" || e.Link != "https://example.org/survey" || e.By != "Tomas Reyes" || e.State != model.Open {
		t.Fatalf("recorded %+v", e)
	}
	mustShow(t, screenWords(w), "Said by Tomas Reyes", "Evidence: https://example.org/survey")
	typeText(t, w, "e")
	world.settle()
	typeText(t, w, "n")
	typeText(t, w, "done")
	hit(t, w, tabKey)
	typeText(t, w, "reports/survey.pdf")
	hit(t, w, enterKey)
	typeText(t, w, "e")
	mustShow(t, screenWords(w), "Which evidence?")
	hit(t, w, enterKey)
	world.settle()
	if want := []string{"https://example.org/survey", document("reports/survey.pdf")}; !slices.Equal(world.shown, want) {
		t.Errorf("opened %q, want %q", world.shown, want)
	}
	typeText(t, w, "i")
	mustShow(t, screenWords(w), "History of action 1", "half done", "Agreed")
	picture(t, w, "actions-history")
	hit(t, w, downKey, enterKey)
	world.settle()
	if len(world.shown) != 3 {
		t.Errorf("opened %q", world.shown)
	}
}

func TestNoteNeedsWords(t *testing.T) {
	book := fullBook()
	w := onActions(t, book)
	typeText(t, w, "n")
	hit(t, w, enterKey)
	if len(book.events) != 1 || !registerOf(t, w).record.visible() {
		t.Errorf("recorded %+v", newest(book, 1))
	}
}

func TestTypedFilter(t *testing.T) {
	for typed, want := range map[string][]int{
		"owner:coastguard":            {2},
		`owner:"harbour authority"`:   {1, 5},
		"body:thornbeck":              {1},
		"forum:safety":                {2},
		"due:overdue":                 {1, 1},
		"state:overdue body:harbour":  {1},
		"due:2026-12":                 {4},
		"due:30/6/26":                 {1, 1},
		"berth":                       {1},
		"owner:coastguard state:prog": nil,
	} {
		w := onActions(t, fullBook())
		typeText(t, w, "f"+typed)
		registerOf(t, w).catchUp()
		if got := numbersShown(registerOf(t, w)); !slices.Equal(got, want) {
			t.Errorf("%q shows %v, want %v", typed, got, want)
		}
	}
}

func TestSortAndGroup(t *testing.T) {
	w := onActions(t, fullBook())
	s := registerOf(t, w)
	for _, c := range []struct {
		keys string
		want []int
		says string
	}{
		{"1", []int{1, 1, 2, 3, 4, 5}, "By number, the lowest first"},
		{"1", []int{5, 4, 3, 2, 1, 1}, "By number, the highest first"},
		{"4", []int{1, 1, 4, 2, 3, 5}, "By due date, the soonest first"},
		{"3", []int{2, 1, 5, 1, 4, 3}, "By owner, A to Z"},
		{"2", []int{1, 2, 3, 4, 5, 1}, "By meeting, the newest first"},
		{"2", []int{1, 1, 2, 3, 4, 5}, "By meeting, the oldest first"},
	} {
		typeText(t, w, c.keys)
		s.catchUp()
		if got := numbersShown(s); !slices.Equal(got, c.want) {
			t.Errorf("%s shows %v, want %v", c.says, got, c.want)
		}
		mustShow(t, screenWords(w), c.says)
	}
	typeText(t, w, "g")
	s.catchUp()
	mustShow(t, screenWords(w), "Coastguard · 1 action", "Harbour Authority · 2 actions", "each owner's together")
	picture(t, w, "actions-grouped")
	typeText(t, w, "g")
	s.catchUp()
	mustShow(t, screenWords(w), "Harbour Oversight Board 18 June 2026 · 5 actions", "Thornbeck Arts Panel 4 February 2026 · 1 action")
	hit(t, w, bare(fyne.KeyHome))
	if a, ok := s.chosen(); !ok || a.Number != 1 {
		t.Errorf("Home chose %+v", a)
	}
	typeText(t, w, "g")
	if s.group != model.GroupNone {
		t.Error("it is grouped still")
	}
	for n, c := range s.columns() {
		if c.Sorted != (n == 0) {
			t.Errorf("column %d says sorted %v", n, c.Sorted)
		}
	}
	s.sortByColumn(3)
	if s.sort != model.SortState {
		t.Errorf("a click on a title sorts by %q", s.sort)
	}
}

func TestViewsAreKeptShownAndDeleted(t *testing.T) {
	book := fullBook()
	w := onActions(t, book)
	typeText(t, w, "fowner:coastguard")
	hit(t, w, enterKey)
	typeText(t, w, "4g")
	typeText(t, w, "v")
	mustShow(t, screenWords(w), "No view is kept yet", "owner:coastguard")
	hit(t, w, enterKey)
	mustShow(t, screenWords(w), "Give the view a name.")
	typeText(t, w, "Coastguard by due date")
	hit(t, w, enterKey)
	mustShow(t, screenWords(w), "Kept as the view “Coastguard by due date”")
	if len(book.clerk.Views) != 1 || book.clerk.Views[0].Wanted.Owner != "coastguard" || book.clerk.Views[0].Sort != model.SortDue || !book.clerk.Views[0].Wanted.Open {
		t.Fatalf("kept %+v", book.clerk.Views)
	}
	w = onActions(t, book)
	s := registerOf(t, w)
	s.choose(segmentAll)
	typeText(t, w, "v")
	picture(t, w, "actions-views")
	hit(t, w, enterKey)
	if s.filter.Text() != "owner:coastguard" || s.segment != segmentOpen || s.sort != model.SortDue || s.group != model.GroupOwner || len(s.shown) != 1 {
		t.Errorf("shows %q, segment %d, sorted by %q", s.filter.Text(), s.segment, s.sort)
	}
	typeText(t, w, "v")
	hit(t, w, bare(fyne.KeyDelete))
	if len(book.clerk.Views) != 0 {
		t.Errorf("kept %+v", book.clerk.Views)
	}
	hit(t, w, escKey)
	if !s.rows.Focused() {
		t.Error("the keyboard is not back in the list")
	}
}

func TestThereAndBackAgain(t *testing.T) {
	for name, back := range map[string]key{"Esc": escKey, "Ctrl+Shift+G": ctrlShift(fyne.KeyG)} {
		w := onActions(t, fullBook())
		s := registerOf(t, w)
		hit(t, w, downKey, downKey, downKey, enterKey)
		if work := w.meeting.work; work.meeting().ID != "june" || work.selected != "a4" {
			t.Fatalf("opened at %s %s", work.meeting().ID, work.selected)
		}
		hit(t, w, back)
		if a, _ := s.chosen(); w.screen != screen(s) || a.ID != "a4" || !s.rows.Focused() {
			t.Errorf("%s: back at %T with %s", name, w.screen, a.ID)
		}
		hit(t, w, enterKey)
		typeText(t, w, "words")
		hit(t, w, escKey)
		if w.screen != screen(w.meeting) {
			t.Errorf("%s: Esc left words behind", name)
		}
		hit(t, w, ctrl(fyne.KeyPageUp), ctrlShift(fyne.KeyG), ctrlShift(fyne.KeyG))
		for range 4 {
			if w.screen == screen(s) {
				break
			}
			hit(t, w, ctrlShift(fyne.KeyG))
		}
		if w.screen != screen(s) {
			t.Errorf("%s: Ctrl+Shift+G never came back to the register", name)
		}
	}
}

func TestFiguresAsChartsTablesOrNothing(t *testing.T) {
	w := onActions(t, fullBook())
	s := registerOf(t, w)
	if !s.glance.strip.Visible() || s.glance.tables.Visible() {
		t.Error("the charts do not show first")
	}
	typeText(t, w, "b")
	mustShow(t, screenWords(w), "Age in months", "Opened", "Closed", "Priya Nair")
	picture(t, w, "actions-tables")
	w.window.Canvas().Focus(s.glance.charts[1].table)
	hit(t, w, downKey)
	w.window.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutCopy{})
	if got := fyne.CurrentApp().Clipboard().Content(); !strings.HasPrefix(got, "Open by owner\nOwner\tOpen\nHarbour Authority\t2\n") {
		t.Errorf("copied %q", got)
	}
	run(w, "register-copy")
	if got := fyne.CurrentApp().Clipboard().Content(); !strings.Contains(got, "3 to 6\t5") || !strings.Contains(got, "HOB 18 June 2026\t5\t1") {
		t.Errorf("copied %q", got)
	}
	s.toRows()
	typeText(t, w, "b")
	if s.glance.object.Visible() {
		t.Error("the figures still show")
	}
	if fresh := newActionsScreen(w, "").glance; w.look.Figures != "none" || fresh.strip.Visible() || fresh.tables.Visible() {
		t.Errorf("the choice is not kept: %q", w.look.Figures)
	}
	w.window.Resize(fyne.NewSize(1366, 420))
	typeText(t, w, "b")
	screenWords(w)
	if s.glance.object.Visible() {
		t.Error("the figures take the room of the list")
	}
}

// A book that cannot be read says so and shows no charts.
func TestActionOfTheBookThatIsGone(t *testing.T) {
	w := onActions(t, fullBook())
	s := registerOf(t, w)
	a := s.entire(register.Action{Meeting: "nowhere", ID: "none", Number: 7})
	if a.Number != 7 || !strings.Contains(a.Text, "cannot be read") {
		t.Errorf("it is %+v", a)
	}
}
