package ui

import (
	"errors"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"minutebook/model"
	"minutebook/model/merge"
)

// top are the words of the dialog that is open.
func top(w *Window) string { return wordsOn(w.window.Canvas().Overlays().Top()) }

// other is another book with something of every sort.
func other() *fakeOther {
	return &fakeOther{plan: merge.Plan{Same: 3, Parts: []merge.Part{
		{Kind: merge.OfMeeting, ID: "m2", Name: "Quay Board, 1 June 2026", What: merge.New},
		{Kind: merge.OfMeeting, ID: "m", Name: "Quay Board, 3 March 2026", What: merge.Conflict, Differs: []string{"Paragraph 1.1 changed"}},
		{Kind: merge.OfPerson, ID: "p", Name: "ann zelenka", What: merge.New, Like: "Ann Zelenka"},
		{Kind: merge.OfMeeting, ID: "m3", Name: "Quay Board, 1 July 2026", What: merge.Kept, Why: "its seal follows that of minutes that do not come over"},
	}}}
}

func TestMergeByKeys(t *testing.T) {
	ui, world := openQuay(t)
	o := other()
	world.others = map[string]*fakeOther{"/home/clerk/Documents/laptop.mb": o}
	typeText(t, ui, "half a line")
	ui.do(ui.command("merge"))
	hit(t, ui, enterKey)
	mustShow(t, top(ui), "Say where the other book is")
	typeText(t, ui, "nowhere.mb")
	hit(t, ui, enterKey)
	world.settle()
	mustShow(t, top(ui), "Not yet")
	for range "nowhere.mb" {
		hit(t, ui, bare(fyne.KeyBackspace))
	}
	typeText(t, ui, "laptop.mb")
	hit(t, ui, enterKey)
	world.settle()
	mustShow(t, top(ui), "3 things are as in this book", "Quay Board, 1 June 2026", "new here", "changed in both: stays", "press T for")
	hit(t, ui, downKey)
	mustShow(t, top(ui), "They differ in: Paragraph 1.1 changed.", "Take theirs")
	picture(t, ui, "merge-both")
	typeText(t, ui, "t")
	mustShow(t, top(ui), "changed in both: theirs")
	typeText(t, ui, "o")
	mustShow(t, top(ui), "changed in both: ours")
	typeText(t, ui, "t")
	hit(t, ui, tabKey, leftKey)
	mustShow(t, top(ui), "changed in both: ours")
	hit(t, ui, rightKey)
	mustShow(t, top(ui), "changed in both: theirs")
	hit(t, ui, key{shift: true, name: fyne.KeyTab}, downKey)
	mustShow(t, top(ui), "may be the same as Ann Zelenka")
	mustNotShow(t, top(ui), "Take theirs")
	typeText(t, ui, "t") // means nothing there
	hit(t, ui, downKey)
	mustShow(t, top(ui), "Its seal follows that of minutes")
	hit(t, ui, enterKey)
	world.settle()
	if len(o.merged) != 1 || o.merged[0].Of["m"] != merge.Theirs || len(o.merged[0].Of) != 1 {
		t.Fatalf("merged is %+v", o.merged)
	}
	if o.open != 0 {
		t.Error("the other book is still open")
	}
	if !onMeeting(ui) || composerText(ui) != "half a line" {
		t.Error("the meeting is not as it was")
	}
	mustShow(t, wordsOn(ui.window.Content()), "Came over from the other book: 2 things")

	// Called off nothing is merged, and a failure is told.
	ui.do(ui.command("merge"))
	typeText(t, ui, "laptop.mb")
	hit(t, ui, enterKey)
	world.settle()
	hit(t, ui, escKey)
	world.settle()
	if len(o.merged) != 1 || o.open != 0 {
		t.Errorf("merged %d times, open %d times", len(o.merged), o.open)
	}
	ui.do(ui.command("merge"))
	typeText(t, ui, "laptop.mb")
	hit(t, ui, enterKey)
	world.settle()
	o.fail = errors.New("the disk is full")
	hit(t, ui, enterKey)
	world.settle()
	mustShow(t, wordsOn(ui.window.Content()), "Could not merge the other book", "the disk is full")
}

func TestHandOverAndTakeBackByKeys(t *testing.T) {
	ui, world := openQuay(t)
	minute(t, ui, "The Board noted the report.")
	world.settle()
	ui.do(ui.command("hand-over"))
	hit(t, ui, enterKey)
	mustShow(t, top(ui), "Quay Board goes into a book of its own", "Quay Board.mb")
	typeText(t, ui, "Zoë Quay")
	hit(t, ui, enterKey)
	world.settle()
	away := world.book.bodies["b"].Away
	if away == nil || away.To != "Zoë Quay" || away.On != "2026-11-21" || away.Path != "/home/clerk/Documents/Quay Board.mb" {
		t.Fatalf("handed over is %+v", away)
	}
	mustShow(t, top(ui), "Quay Board is handed over", "Quay Board.mb", "Read where things stand")
	hit(t, ui, tabKey, enterKey)
	if len(world.shown) != 1 || world.shown[0] != "/home/clerk/Documents/Quay Board.html" {
		t.Errorf("shown is %q", world.shown)
	}
	hit(t, ui, escKey)
	mustShow(t, wordsOn(ui.window.Content()), "handed over to Zoë Quay on 21 November 2026")

	// Its meeting can be read; what is typed stays in the composer.
	ui.Open("m")
	mustShow(t, wordsOn(ui.window.Content()), "Handed over", "The Board noted the report.")
	rev := world.book.meetings["m"].Rev
	minute(t, ui, "More of it.")
	world.settle()
	if composerText(ui) != "More of it." || world.book.meetings["m"].Rev != rev {
		t.Errorf("the composer has %q, and the meeting is at revision %d", composerText(ui), world.book.meetings["m"].Rev)
	}
	mustShow(t, wordsOn(ui.window.Content()), "Quay Board was handed over, so nothing of it changes in this book")
	hit(t, ui, ctrl(fyne.KeyZ))
	if got := world.book.meetings["m"].Rev; got != rev {
		t.Errorf("undo changed it: revision %d", got)
	}

	// A second time it cannot be.
	ui.do(ui.command("hand-over"))
	hit(t, ui, enterKey)
	mustShow(t, top(ui), "handed over to Zoë Quay")
	hit(t, ui, escKey)

	o := &fakeOther{away: world.book.bodies["b"], plan: merge.Plan{Parts: []merge.Part{{Kind: merge.OfBody, ID: "b", Name: "Quay Board", What: merge.Newer}}}}
	world.others = map[string]*fakeOther{"/home/clerk/Documents/Quay Board.mb": o}
	ui.do(ui.command("take-back"))
	hit(t, ui, enterKey)
	world.settle()
	mustShow(t, top(ui), "Take back", "newer there: comes over")
	hit(t, ui, enterKey)
	world.settle()
	if len(o.merged) != 1 || o.merged[0].Back != "b" {
		t.Fatalf("merged is %+v", o.merged)
	}
	mustShow(t, wordsOn(ui.window.Content()), "Quay Board is back")
}

func TestHandOverThatFailsChangesNothing(t *testing.T) {
	ui, world := openQuay(t)
	world.fail = errors.New("there is a file already")
	ui.do(ui.command("hand-over"))
	hit(t, ui, enterKey, enterKey)
	world.settle()
	mustShow(t, top(ui), "There is a file already.")
	if world.book.bodies["b"].Away != nil {
		t.Error("it is handed over all the same")
	}
	hit(t, ui, escKey)
	if ui.dialogOpen() {
		t.Error("the dialog stays")
	}
	if _, ok := ui.screen.(*bookScreen); !ok {
		t.Errorf("the screen is a %T", ui.screen)
	}
}

func TestBodyFile(t *testing.T) {
	for name, want := range map[string]string{"Quay Board": "Quay Board.mb", "a/b\\c": "a-b-c.mb", "..": ".mb", " Weir. ": "Weir.mb"} {
		if got := bodyFile(name); got != want || strings.ContainsAny(got, `/\`) {
			t.Errorf("%q is in %q, want %q", name, got, want)
		}
	}
}

func TestNothingIsTakenBackThatIsNotAway(t *testing.T) {
	ui := newWorld(t, fullBook()).open()
	ui.do(ui.command("take-back"))
	if ui.dialogOpen() {
		t.Error("it asks for a book")
	}
	mustShow(t, screenWords(ui), "No body of this book is handed over")
}

func TestTheBodyInViewIsHandedOverFirst(t *testing.T) {
	book := fullBook()
	book.put(model.Body{ID: "aaa", Rev: 1, Name: "Abbey Trust"})
	ui := newWorld(t, book).open()
	ui.showBody("hob")
	ui.do(ui.command("hand-over"))
	hit(t, ui, enterKey)
	mustShow(t, screenWords(ui), "Harbour Oversight Board goes into a book of its own")
}
