package ui

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"minutebook/model"
)

// choose selects the row of a seat.
func (s *bodyScreen) chooseSeat(t *testing.T, id model.ID) {
	t.Helper()
	n := s.seats.at(id)
	if n < 0 {
		t.Fatalf("no row has the seat %s", id)
	}
	s.roster.rows.Select(n)
}

func bySeat(b model.Body) map[model.ID]model.Seat {
	all := map[model.ID]model.Seat{}
	for _, s := range b.Seats {
		all[s.ID] = s
	}
	return all
}

// Those of today come first, under their groups, then those who come later, the
// next first, then those who are gone, the last first.
func TestRosterShowsWhoSitsToday(t *testing.T) {
	seats := []model.Seat{{ID: "gone1", To: "2020-01-01"}, {ID: "a", Group: "X"}, {ID: "late2", From: "2028-01-01"}, {ID: "b", Group: "Y", To: "2026-11-21"},
		{ID: "late1", From: "2026-11-22"}, {ID: "gone2", To: "2026-11-20"}, {ID: "c", Group: "X", From: "2026-11-21"}, {ID: "d"}}
	var got []string
	for _, r := range rosterRows(seats, "2026-11-21") {
		if r.heading != "" {
			got = append(got, "["+cut(r.heading, 6)+"]")
			continue
		}
		got = append(got, string(seats[r.seat].ID))
	}
	want(t, strings.Join(got, " "), "[X] a c [Y] b [Witho…] d [Not y…] late1 late2 [No lo…] gone2 gone1")
}

func TestSeatIsChangedWhole(t *testing.T) {
	book := fullBook()
	w, s := onBody(t, book, "hob")
	s.chooseSeat(t, "s2")
	w.do(w.command("edit"))
	mustShow(t, screenWords(w), "Seat of Tomas Reyes", "Harbour Authority", "Holds it", "Acting")
	picture(t, w, "body-seat")
	typeAll(t, w, "Harbour Master")
	hit(t, w, tabKey)
	typeAll(t, w, "Pilotage")
	hit(t, w, tabKey, rightKey, tabKey, rightKey, rightKey, tabKey)
	typeAll(t, w, "no address")
	hit(t, w, enterKey)
	mustShow(t, screenWords(w), "Write an address such as clerk@example.org.")
	typeAll(t, w, "t.reyes@harbour.example")
	hit(t, w, tabKey)
	typeAll(t, w, "1 March 2025")
	hit(t, w, tabKey)
	typeAll(t, w, "1/2/25")
	mustShow(t, screenWords(w), "From Saturday 1 March 2025, until Saturday 1 February 2025.")
	hit(t, w, enterKey)
	mustShow(t, screenWords(w), "The last day is before the first.")
	typeAll(t, w, "31 December 2027")
	hit(t, w, enterKey)
	if w.dialogOpen() {
		t.Fatalf("not kept: %s", screenWords(w))
	}
	want(t, fmt.Sprintf("%+v", bySeat(book.bodies["hob"])["s2"]),
		fmt.Sprintf("%+v", model.Seat{ID: "s2", Person: "p2", Name: "Tomas Reyes", Post: "Harbour Master", Acting: true, Group: "Pilotage", Capacity: model.Observing, From: "2025-03-01", To: "2027-12-31"}))
	want(t, book.people["p2"].Mail, "t.reyes@harbour.example")
	mustShow(t, screenWords(w), "Acting Harbour Master", "t.reyes@harbour.example", "Observing")
	hit(t, w, ctrl(fyne.KeyZ))
	if got := bySeat(book.bodies["hob"])["s2"]; got.Post != "Chief Executive" || book.people["p2"].Mail != "" {
		t.Errorf("taken back: %+v, %+v", got, book.people["p2"])
	}
}

// Another post from a day on leaves what was until then.
func TestAnotherPostFromADayOn(t *testing.T) {
	book := fullBook()
	w, s := onBody(t, book, "hob")
	s.chooseSeat(t, "s2")
	w.do(w.command("edit"))
	typeAll(t, w, "Chair")
	hit(t, w, tabKey, tabKey, tabKey, tabKey, tabKey, tabKey, tabKey)
	typeAll(t, w, "1 January 2027")
	hit(t, w, enterKey)
	b := book.bodies["hob"]
	was := bySeat(b)["s2"]
	if was.Post != "Chief Executive" || was.To != "2026-12-31" {
		t.Errorf("until then: %+v", was)
	}
	var now []string
	for _, seat := range b.SeatsOn("2027-01-01") {
		now = append(now, seat.Name+" "+seat.Post)
	}
	if !slices.Contains(now, "Tomas Reyes Chair") || slices.Contains(now, "Tomas Reyes Chief Executive") {
		t.Errorf("from then on: %q", now)
	}
}

func TestSeatEndsOnADay(t *testing.T) {
	book := fullBook()
	w, s := onBody(t, book, "hob")
	w.do(w.command("seat-end"))
	mustShow(t, screenWords(w), "Choose somebody on the roster first")
	s.chooseSeat(t, "s1")
	w.do(w.command("seat-end"))
	mustShow(t, screenWords(w), "End the seat of Ann Zelenka", "Saturday 21 November 2026")
	typeAll(t, w, "some day")
	hit(t, w, enterKey)
	mustShow(t, screenWords(w), "Say on which day")
	typeAll(t, w, "20 November 2026")
	hit(t, w, enterKey)
	want(t, string(bySeat(book.bodies["hob"])["s1"].To), "2026-11-20")
	mustShow(t, screenWords(w), "The seat of Ann Zelenka ends on 20 November 2026.", "Roster: 2 people")
	hit(t, w, ctrl(fyne.KeyZ))
	want(t, string(bySeat(book.bodies["hob"])["s1"].To), "")
}

func TestSuccession(t *testing.T) {
	book := fullBook()
	w, s := onBody(t, book, "hob")
	s.chooseSeat(t, "s2")
	w.do(w.command("seat-succeed"))
	typeText(t, w, "Dr Una Vale")
	hit(t, w, tabKey)
	typeAll(t, w, "1 January 2027")
	mustShow(t, screenWords(w), "Chief Executive passes from Tomas Reyes to Dr Una Vale: the one until 31 December 2026")
	picture(t, w, "body-succeed")
	hit(t, w, enterKey)
	b := book.bodies["hob"]
	i := slices.IndexFunc(b.Seats, func(seat model.Seat) bool { return seat.Name == "Dr Una Vale" })
	if i < 0 {
		t.Fatalf("nobody came: %s", screenWords(w))
	}
	got := b.Seats[i]
	if got.Post != "Chief Executive" || got.Group != "Harbour Authority" || got.From != "2027-01-01" || book.people[got.Person].Name != "Dr Una Vale" || bySeat(b)["s2"].To != "2026-12-31" {
		t.Errorf("came %+v, went %+v", got, bySeat(b)["s2"])
	}
	mustShow(t, screenWords(w), "Not yet: these seats begin later")
}

func TestGroupsMove(t *testing.T) {
	book := fullBook()
	w, s := onBody(t, book, "hob")
	s.chooseSeat(t, "s1")
	w.do(w.command("group-up"))
	mustShow(t, screenWords(w), "The group is at the end already")
	w.do(w.command("group-down"))
	want(t, names(book.bodies["hob"]), "Cdr. Ola Lindqvist, Ruth Adeyemi, Ann Zelenka, Tomas Reyes")
	mustShow(t, screenWords(w), "Moved the group Harbour Authority.")
	if seat, ok := s.chosenSeat(); !ok || seat.ID != "s1" {
		t.Errorf("chosen is %+v", seat)
	}
}

// paste pastes words into whatever has the keyboard.
func paste(w *Window, words string) {
	clip := fyne.CurrentApp().Clipboard()
	clip.SetContent(words)
	w.window.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
}

const pastedPeople = "Name\tRole\tOrganisation\tEmail\nAnn Zelenka\tChair\tHarbour Authority\tann@harbour.example\nT. Reyes\tHarbour Master\t\t\nUna Vale\tClerk\tTown Council\tuna@town.example\n"

func TestWholeRosterIsPasted(t *testing.T) {
	book := fullBook()
	before := book.bodies["hob"]
	w, _ := onBody(t, book, "hob")
	paste(w, "Una Vale, Clerk") // one line is for the field
	if w.dialogOpen() {
		t.Fatal("one line opened the dialog")
	}
	hit(t, w, escKey)
	paste(w, pastedPeople)
	mustShow(t, screenWords(w), "Paste a list of people", "1 to be added, 2 to be changed, 1 to look at.", "stands in the list as T. Reyes", "was Chief Executive", "Added", "Changed")
	picture(t, w, "body-paste")
	if len(book.commits) != 0 {
		t.Fatal("something was done before it was asked for")
	}
	hit(t, w, enterKey)
	b := book.bodies["hob"]
	if len(book.commits) != 1 || len(b.Seats) != 5 || bySeat(b)["s2"].Post != "Harbour Master" || book.people["p1"].Mail != "ann@harbour.example" {
		t.Errorf("%d commits, %+v, %+v", len(book.commits), b.Seats, book.people["p1"])
	}
	hit(t, w, ctrl(fyne.KeyZ))
	if got := book.bodies["hob"]; fmt.Sprint(got.Seats) != fmt.Sprint(before.Seats) || book.people["p1"].Mail != "" {
		t.Errorf("one press did not take all back: %+v, %+v", got.Seats, book.people["p1"])
	}
}

func TestPastedRosterCanLeaveOutAndEnd(t *testing.T) {
	book := fullBook()
	w, _ := onBody(t, book, "hob")
	fyne.CurrentApp().Clipboard().SetContent(pastedPeople)
	w.do(w.command("roster-paste"))
	typeText(t, w, " ") // the first is left out
	mustShow(t, screenWords(w), "Left out", "1 to be added, 1 to be changed")
	hit(t, w, tabKey, tabKey)
	typeText(t, w, "1 Jan 2027")
	hit(t, w, tabKey, rightKey)
	mustShow(t, screenWords(w), "2 to end", "Ends")
	picture(t, w, "body-paste-ends")
	hit(t, w, enterKey)
	var now []string
	for _, seat := range book.bodies["hob"].SeatsOn("2027-01-01") {
		now = append(now, seat.Name+" "+seat.Post)
	}
	want(t, strings.Join(now, ", "), "Tomas Reyes Harbour Master, Una Vale Clerk")
	want(t, string(bySeat(book.bodies["hob"])["s1"].To), "2026-12-31")
}

func TestNobodyIsPasted(t *testing.T) {
	w, _ := onBody(t, fullBook(), "hob")
	fyne.CurrentApp().Clipboard().SetContent(" \n ")
	w.do(w.command("roster-paste"))
	mustShow(t, screenWords(w), "Nobody was found there.")
	fyne.CurrentApp().Clipboard().SetContent("Una Vale\nBo Lund")
	w.do(w.command("roster-paste"))
	typeText(t, w, " ")
	hit(t, w, downKey)
	typeText(t, w, " ")
	hit(t, w, enterKey)
	mustShow(t, screenWords(w), "Everybody is left out.")
}

// What is pasted stays on the screen where it cannot be kept.
func TestPastedRosterThatCannotBeKeptStays(t *testing.T) {
	book := fullBook()
	w, _ := onBody(t, book, "hob")
	paste(w, pastedPeople)
	book.refuse = errors.New("the disk is full")
	hit(t, w, enterKey)
	mustShow(t, screenWords(w), "It is not kept yet", "Una Vale")
	book.refuse = nil
	hit(t, w, enterKey)
	if w.dialogOpen() || len(book.bodies["hob"].Seats) != 5 {
		t.Error("trying again did not keep it")
	}
}

// changeAll changes all that there is of a body by keyboard.
func changeAll(t *testing.T, w *Window, s *bodyScreen) {
	t.Helper()
	on := w.window.Canvas()
	paste(w, pastedPeople)
	hit(t, w, enterKey)
	s.chooseSeat(t, "s1")
	w.do(w.command("seat-succeed"))
	typeText(t, w, "Lee Ong")
	hit(t, w, enterKey)
	for _, f := range []struct {
		part  int
		field fyne.Focusable
		words string
	}{{0, s.facts.name, "Quay Board"}, {0, s.facts.quorum, "7"}, {0, s.facts.absence, "never"}, {0, s.facts.language, "Welsh"},
		{1, s.standing.field, "Any other business"}, {4, s.short.field, "qb Quay Board"}, {5, s.addresses.field, "press@quay.example"}} {
		s.showPart(f.part)
		on.Focus(f.field)
		typeAll(t, w, f.words)
		hit(t, w, enterKey)
	}
	s.showPart(2)
	for _, segments := range []fyne.Focusable{s.numbers.items, s.numbers.actions, s.numbers.decisions} {
		on.Focus(segments)
		hit(t, w, rightKey)
	}
	on.Focus(s.numbers.year)
	typeAll(t, w, "apr")
	hit(t, w, enterKey)
	s.showPart(3)
	on.Focus(s.style.which)
	hit(t, w, rightKey)
}

// Whatever is changed on a body, no meeting that is there changes.
func TestNoChangeOfABodyReachesItsMeetings(t *testing.T) {
	book := fullBook()
	records := func() string {
		var all strings.Builder
		for _, id := range slices.Sorted(maps.Keys(book.meetings)) {
			all.WriteString(book.json(t, id))
		}
		return all.String()
	}
	before := records()
	w, s := onBody(t, book, "hob")
	changeAll(t, w, s)
	b := book.bodies["hob"]
	want(t, fmt.Sprintf("%s %d %d %s %v %d %d %v %+v %d", b.Name, b.Quorum, b.Absence, b.Language, b.Style == "note", len(b.Standing), len(b.Abbreviations), b.Mail, b.Numbering, len(b.Seats)),
		"Quay Board 7 -1 cy false 3 1 [press@quay.example] {Actions:year Items:year Decisions:year YearBegins:4} 6")
	if after := records(); after != before {
		t.Errorf("a meeting changed:\n%s\nwas\n%s", after, before)
	}
	for range len(s.before) {
		s.undo()
	}
	if got := book.bodies["hob"]; names(got) != names(harbourBoard()) || got.Name != "Harbour Oversight Board" || got.Numbering != (model.Numbering{}) || got.Language != "" {
		t.Errorf("all taken back: %+v", got)
	}
	if records() != before {
		t.Error("taking back changed a meeting")
	}
}

// Two have the same body open. What touches something else is done on top of
// the other's change, and taken back without touching it; what does not fit is
// not forced.
func TestBodyChangedElsewhereMeanwhile(t *testing.T) {
	book := fullBook()
	w, s := onBody(t, book, "hob")
	elsewhere := func(f func(*model.Body)) {
		b := book.bodies["hob"]
		f(&b)
		b.Rev++
		book.put(b)
	}
	elsewhere(func(b *model.Body) { b.Quorum = 9 })
	typeText(t, w, "Town Council: Una Vale")
	hit(t, w, enterKey)
	mustShow(t, screenWords(w), "It was changed elsewhere meanwhile; your change is made to that")
	if b := book.bodies["hob"]; b.Quorum != 9 || len(b.Seats) != 5 {
		t.Errorf("quorum %d, %d seats", b.Quorum, len(b.Seats))
	}
	elsewhere(func(b *model.Body) { b.Language = "cy" })
	hit(t, w, ctrl(fyne.KeyZ))
	if b := book.bodies["hob"]; b.Quorum != 9 || b.Language != "cy" || len(b.Seats) != 4 {
		t.Errorf("taken back: quorum %d, %q, %d seats", b.Quorum, b.Language, len(b.Seats))
	}
	elsewhere(func(b *model.Body) { b.Name = "Theirs" })
	w.window.Canvas().Focus(s.facts.name)
	typeAll(t, w, "Mine")
	hit(t, w, enterKey)
	want(t, book.bodies["hob"].Name, "Theirs")
	want(t, s.facts.name.Text(), "Mine")
	if !strings.Contains(warning(w), "another changed the same thing meanwhile") {
		t.Errorf("told: %q", warning(w))
	}
}

func TestBodyHandedOverStaysAsItIs(t *testing.T) {
	book := fullBook()
	b := harbourBoard()
	b.Away = &model.Away{To: "Ruth", On: "2026-11-01"}
	w, s := onBody(t, book.put(b), "hob")
	mustShow(t, screenWords(w), "Handed over to Ruth on 1 November 2026")
	typeText(t, w, "Town Council: Una Vale")
	hit(t, w, enterKey)
	if !strings.Contains(warning(w), "take it back first") || len(book.commits) != 0 {
		t.Errorf("told %q after %d commits", warning(w), len(book.commits))
	}
	want(t, s.roster.field.Text(), "Town Council: Una Vale")
}

func TestNewBody(t *testing.T) {
	book := fullBook()
	w := newWorld(t, book).open()
	w.do(w.command("new-body"))
	typeText(t, w, "harbour oversight BOARD")
	hit(t, w, enterKey)
	mustShow(t, screenWords(w), "Another body has that name.")
	typeAll(t, w, "Lifeboat Committee")
	hit(t, w, enterKey)
	s, ok := w.screen.(*bodyScreen)
	if !ok || s.body.Name != "Lifeboat Committee" {
		t.Fatalf("on the screen is %T", w.screen)
	}
	typeText(t, w, "Una Vale, Coxswain")
	hit(t, w, enterKey)
	if got := book.bodies[s.id]; names(got) != "Una Vale" {
		t.Errorf("its people: %+v", got.Seats)
	}
}

func TestNumbersOfTheNextMeeting(t *testing.T) {
	book := fullBook()
	b := harbourBoard()
	b.Numbering = model.Numbering{Items: model.PerYear, Actions: model.PerYear, Decisions: model.Running}
	m := juneMeeting()
	m.Date = "2026-06-24"
	m.Numbering = model.Numbered{Items: model.Series{Run: model.PerYear, Year: "26", First: 124}, Actions: model.Series{Run: model.PerYear, Year: "2026", First: 1}}
	w, s := onBody(t, book.put(b, m), "hob")
	s.showPart(2)
	mustShow(t, screenWords(w), "numbers its items from 127/26, its actions from 2026/6 and its decisions from 1.", "keep their numbers", "Its year begins in")
	picture(t, w, "body-numbers")
	w.window.Canvas().Focus(s.numbers.year)
	typeAll(t, w, "Nonsense")
	hit(t, w, enterKey)
	mustShow(t, screenWords(w), "Write a month")
	for typed, month := range map[string]int{"4": 4, "sept": 9, "JANUARY": 1, "x": 0, "13": 0} {
		if got := monthOf(typed); got != month {
			t.Errorf("%q is month %d", typed, got)
		}
	}
}

func TestLanguageOfABody(t *testing.T) {
	for typed, tag := range map[string]string{"Welsh": "cy", "cymraeg": "cy", "english": "", "en-GB": "", "en-US": "en-US", "de": "de", "français": "fr"} {
		if got, err := languageTag(typed); err != nil || got != tag {
			t.Errorf("%q is %q (%v), want %q", typed, got, err, tag)
		}
	}
	if _, err := languageTag("the old tongue"); err == nil {
		t.Error("it is a language")
	}
}
