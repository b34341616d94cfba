package ui

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"minutebook/model"
	"minutebook/model/find"
	"minutebook/ui/theme"
)

// searchFor is the window with the search screen and what a question found.
func searchFor(t *testing.T, w *world, words string) (*Window, *searchScreen) {
	t.Helper()
	ui := w.open()
	hit(t, ui, ctrlShift(fyne.KeyF))
	typeText(t, ui, words)
	w.pass(searchPause)
	return ui, ui.screen.(*searchScreen)
}

func TestSearchShowsWhatCanBeAsked(t *testing.T) {
	w := newWorld(t, fullBook())
	ui, s := searchFor(t, w, "")
	mustShow(t, screenWords(ui), "Find in all minutes", "owner:smith state:open", "the words beside each other", "The beginning of a word is enough.")
	picture(t, ui, "search-empty")
	hit(t, ui, downKey, downKey, downKey, enterKey)
	if s.field.Text() != "body:finance" || !s.field.Focused() {
		t.Errorf("the question is %q", s.field.Text())
	}
}

func TestSearchFindsMarksAndCounts(t *testing.T) {
	w := newWorld(t, fullBook())
	ui, s := searchFor(t, w, "circulate")
	words := screenWords(ui)
	mustShow(t, words, "2 lines, in 2 meetings", "16 Apr 2026", "Harbour Oversight Board", "Action", "Dredging", "Complete · Harbour Authority", "Harbour Authority to")
	picture(t, ui, "search")
	h, ok := s.chosen()
	if !ok || h.Meeting != "april" || s.asked != "circulate" {
		t.Fatalf("the choice is %+v", h)
	}
	cell := foundCell(h)
	if len(cell.Found) != 1 || cell.Words[cell.Found[0][0]:cell.Found[0][1]] != "circulate" {
		t.Errorf("found stands out as %v in %q", cell.Found, cell.Words)
	}
}

func TestSearchTellsWhatIsRestricted(t *testing.T) {
	w := newWorld(t, fullBook())
	ui, s := searchFor(t, w, "dredging contractor")
	mustShow(t, screenWords(ui), "Restricted", "1 line, in 1 meeting")
	if row := s.row(0); row.Bar != theme.Restricted {
		t.Error("no bar tells what is restricted")
	}
}

func TestSearchJumpsAndComesBackToTheSameLine(t *testing.T) {
	w := newWorld(t, fullBook())
	ui := w.open()
	ui.Open("june")
	typeText(t, ui, "words that wait")
	composer := ui.meeting.panel.composer
	hit(t, ui, ctrlShift(fyne.KeyF))
	typeText(t, ui, "circulate")
	w.pass(searchPause)
	s := ui.screen.(*searchScreen)
	hit(t, ui, downKey, enterKey)
	want(t, string(ui.meeting.work.meeting().ID)+" "+string(ui.meeting.work.selected), "arts c1")
	hit(t, ui, ctrlShift(fyne.KeyG))
	w.settle()
	if h, _ := s.chosen(); ui.screen != screen(s) || h.Meeting != "arts" || !s.rows.Focused() {
		t.Fatalf("back at %+v", h)
	}
	hit(t, ui, escKey)
	if !onMeeting(ui) || ui.meeting.work.meeting().ID != "june" || composerText(ui) != "words that wait" {
		t.Errorf("Esc goes to %v with %q", ui.screen.heading(), composerText(ui))
	}
	if ui.window.Canvas().Focused() == fyne.Focusable(nil) || composer == nil {
		t.Error("nothing has the keyboard")
	}
}

func TestEscFromTheSearchLeavesTheComposer(t *testing.T) {
	w := newWorld(t, fullBook())
	ui := w.open()
	ui.Open("dec")
	typeText(t, ui, "/start 10:00")
	hit(t, ui, enterKey)
	typeText(t, ui, "half a sen")
	hit(t, ui, ctrlShift(fyne.KeyF))
	typeText(t, ui, "coast")
	w.pass(searchPause)
	hit(t, ui, escKey)
	want(t, composerText(ui), "half a sen")
	if ui.window.Canvas().Focused() != ui.meeting.panel.composer {
		t.Error("the keyboard is not in the composer")
	}
	hit(t, ui, ctrlShift(fyne.KeyF))
	if s := ui.screen.(*searchScreen); s.field.Text() != "coast" {
		t.Errorf("the question is %q", s.field.Text())
	}
}

func TestSearchSaysWhatMeansNothing(t *testing.T) {
	w := newWorld(t, fullBook())
	ui, s := searchFor(t, w, "dredging colour:red")
	mustShow(t, screenWords(ui), "no such thing to search by", "its words are as you typed them")
	want(t, s.field.Text(), "dredging colour:red")
	picture(t, ui, "search-unclear")
	for range "colour:red" {
		hit(t, ui, bare(fyne.KeyBackspace))
	}
	w.pass(searchPause)
	mustNotShow(t, screenWords(ui), "no such thing")
	mustShow(t, screenWords(ui), "2 lines, in 1 meeting")
}

func TestSearchOfNothingThere(t *testing.T) {
	w := newWorld(t, fullBook())
	ui, _ := searchFor(t, w, "zzzz")
	mustShow(t, screenWords(ui), "No line answers that.")
}

// slowBook answers what it is asked in the order in which it is asked.
type slowBook struct {
	*fakeBook
	asked []string
}

func (b *slowBook) Search(typed string, limit int) (find.Result, error) {
	b.asked = append(b.asked, typed)
	return b.fakeBook.Search(typed, limit)
}

func TestTheNewestQuestionWins(t *testing.T) {
	w := newWorld(t, fullBook())
	ui := w.open()
	book := &slowBook{fakeBook: w.book}
	ui.book = book
	hit(t, ui, ctrlShift(fyne.KeyF))
	s := ui.screen.(*searchScreen)
	for _, words := range []string{"circ", "ulate ", "draft"} {
		typeText(t, ui, words)
		s.search() // before the one before it has ended
	}
	w.settle()
	if strings.Join(book.asked, "|") != "circ|circulate draft" || s.asked != "circulate draft" || s.found.Total != 1 {
		t.Errorf("asked %q, shows %q with %d lines", book.asked, s.asked, s.found.Total)
	}
}

func TestSearchThatFailsSaysSo(t *testing.T) {
	w := newWorld(t, fullBook())
	ui := w.open()
	ui.book = failingSearch{w.book}
	hit(t, ui, ctrlShift(fyne.KeyF))
	typeText(t, ui, "dredging")
	w.pass(time.Second)
	if !ui.alert.Visible() {
		t.Error("nothing is said")
	}
}

type failingSearch struct{ *fakeBook }

func (failingSearch) Search(string, int) (find.Result, error) {
	return find.Result{}, errors.New("the disk is gone")
}

func TestSearchGroupsByMeeting(t *testing.T) {
	w := newWorld(t, fullBook())
	ui, s := searchFor(t, w, "dredging")
	hit(t, ui, downKey)
	typeText(t, ui, "g")
	mustShow(t, screenWords(ui), "Harbour Oversight Board, 16 April 2026 · 2 lines")
	if s.lines[0].heading == "" || s.rows.Selected() != 2 {
		t.Errorf("row %d of %+v", s.rows.Selected(), s.lines)
	}
	picture(t, ui, "search-grouped")
	typeText(t, ui, "g")
	mustNotShow(t, screenWords(ui), "16 April 2026 · 2 lines")
}

func TestMarkedLinesAreExtracted(t *testing.T) {
	w := newWorld(t, fullBook())
	ui, s := searchFor(t, w, "body:harbour winter word")
	_ = s
	ui.window.Canvas().Focus(s.field)
	s.field.Set("in:2026-04-16 w", 15)
	s.typed()
	w.pass(searchPause)
	ui.window.Canvas().Focus(s.rows)
	typeText(t, ui, "a")
	mustShow(t, screenWords(ui), "2 marked")
	typeText(t, ui, "e")
	mustShow(t, screenWords(ui), "Extract from the minutes", "2 chosen parts, of which 1 restricted: left out of the public version.", "harbour-oversight-board-2026-04-16-extract-public.docx")
	picture(t, ui, "search-extract")
	typeText(t, ui, "x.txt")
	hit(t, ui, enterKey)
	w.settle()
	text := string(w.files[filepath.FromSlash("/home/clerk/Documents/x.txt")])
	mustShow(t, text, "winter incident list", "Approved")
	mustNotShow(t, text, "contractor")
	if len(w.book.clerk.Exports["hob"].Formats) != 0 {
		t.Error("the extract changed what the minutes are exported as")
	}
	hit(t, ui, escKey) // what was written
	hit(t, ui, escKey)
	if len(s.marked) != 0 || ui.screen != screen(s) {
		t.Error("Esc does not take the marks away first")
	}
}

func TestAnExtractIsOfOneMeeting(t *testing.T) {
	w := newWorld(t, fullBook())
	ui, s := searchFor(t, w, "circulate")
	ui.window.Canvas().Focus(s.rows)
	typeText(t, ui, "xxe")
	mustShow(t, screenWords(ui), "An extract is of one meeting")
	if ui.dialogOpen() {
		t.Error("it is extracted all the same")
	}
}

func TestAllRestrictedIsNotExtractedForThePublic(t *testing.T) {
	w := newWorld(t, fullBook())
	ui, s := searchFor(t, w, "contractor")
	ui.window.Canvas().Focus(s.rows)
	typeText(t, ui, "e")
	hit(t, ui, enterKey)
	w.settle()
	mustShow(t, screenWords(ui), "all that is chosen is restricted")
	if len(w.files) > 0 {
		t.Fatal("it is written all the same")
	}
	hit(t, ui, rightKey, enterKey)
	w.settle()
	if len(w.files) != 1 {
		t.Errorf("%d files for those who may read it", len(w.files))
	}
}

func TestExtractFromTheMeeting(t *testing.T) {
	w := newWorld(t, fullBook())
	ui := w.open()
	ui.Open("june")
	ui.do(ui.command("extract")) // the item
	mustShow(t, screenWords(ui), "Of the minutes of 18 June 2026: 1 chosen part.")
	typeText(t, ui, "item.txt")
	hit(t, ui, enterKey)
	w.settle()
	item, _ := ui.meeting.work.kept().Item(ui.meeting.work.item)
	text := string(w.files[filepath.FromSlash("/home/clerk/Documents/item.txt")])
	mustShow(t, text, model.Plain(item.Title), "Extract from the minutes")
	hit(t, ui, escKey)
	if ui.dialogOpen() || composerText(ui) != "" {
		t.Error("the composer is not as it was")
	}
}

func TestFoundFarInIsShown(t *testing.T) {
	t.Parallel()
	text := strings.Repeat("The Board heard much of other things. ", 8) + "Then the weir broke."
	from := strings.Index(text, "weir")
	c := foundCell(find.Hit{Line: find.Line{Text: text}, Marked: []find.Span{{From: from, To: from + 4}}})
	if !strings.HasPrefix(c.Words, "… ") || len(c.Words) > 100 || c.Words[c.Found[0][0]:c.Found[0][1]] != "weir" {
		t.Errorf("%q with %v", c.Words, c.Found)
	}
}
