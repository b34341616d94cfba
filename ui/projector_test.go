package ui

import (
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"minutebook/model"
)

// projected is all that the projector shows, part by part.
func projected(w *Window) string {
	over, words, under := w.projector.board.Words()
	return strings.Join([]string{over, words, under}, " / ")
}

func wantProjected(t *testing.T, w *Window, want string) {
	t.Helper()
	if got := projected(w); got != want {
		t.Errorf("the projector shows %q; want %q", got, want)
	}
}

func onProjector(t *testing.T) (*Window, *world) {
	t.Helper()
	w, world := openQuay(t)
	w.do(w.command("projector"))
	if w.projector == nil {
		t.Fatal("no projector")
	}
	return w, world
}

func TestProjectorShowsWhatIsUnderDiscussion(t *testing.T) {
	w, _ := onProjector(t)
	wantProjected(t, w, "Quay Board · 2. Roads /  / No motion or decision yet")
	typeText(t, w, "m: That the slipway **be** cleared")
	wantProjected(t, w, "Quay Board · 2. Roads / That the slipway be cleared / Motion")
	hit(t, w, enterKey)
	wantProjected(t, w, "Quay Board · 2. Roads / That the slipway be cleared / Motion")
	minute(t, w, "Ann spoke for it.", "a: Ann Zelenka to write by 1 June 2026")
	wantProjected(t, w, "Quay Board · 2. Roads / That the slipway be cleared / Motion")
	minute(t, w, "d: That it be noted {mover: A. Smith; seconder: B. Jones; result: carried}")
	wantProjected(t, w, "Quay Board · 2. Roads / That it be noted / Decision · Moved by A. Smith · seconded by B. Jones · Carried")
	hit(t, w, ctrl(fyne.KeyUp), ctrl(fyne.KeyUp), ctrl(fyne.KeyUp), ctrl(fyne.KeyUp))
	wantProjected(t, w, "Quay Board · 2. Roads / That the slipway be cleared / Motion")
	hit(t, w, ctrl(fyne.KeyE))
	typeText(t, w, " by May")
	wantProjected(t, w, "Quay Board · 2. Roads / That the slipway be cleared by May / Motion")
	hit(t, w, escKey)
	wantProjected(t, w, "Quay Board · 2. Roads / That the slipway be cleared / Motion")
	hit(t, w, escKey, ctrl(fyne.KeyPageUp))
	wantProjected(t, w, "Quay Board · 1. Minutes /  / No motion or decision yet")
}

// Nothing restricted or private reaches the projector, whatever the clerk does.
func TestProjectorKeepsSecrets(t *testing.T) {
	const private = "Quay Board / In private session / "
	w, _ := onProjector(t)
	typeText(t, w, "p: secret words")
	wantProjected(t, w, "Quay Board · 2. Roads /  / No motion or decision yet")
	hit(t, w, enterKey)
	hit(t, w, ctrl(fyne.KeyUp))
	wantProjected(t, w, "Quay Board · 2. Roads /  / No motion or decision yet")
	hit(t, w, escKey)
	minute(t, w, "/restricted Staffing")
	wantProjected(t, w, private)
	typeText(t, w, "m: That secret pay be raised")
	wantProjected(t, w, private)
	hit(t, w, enterKey)
	minute(t, w, "/unrestricted")
	wantProjected(t, w, private) // the last motion is restricted
	hit(t, w, ctrl(fyne.KeyUp), ctrl(fyne.KeyE))
	typeText(t, w, " again")
	wantProjected(t, w, private)
	w.meeting.work.selected = "" // as when words come back after a crash
	w.project()
	wantProjected(t, w, private)
	hit(t, w, escKey)
	if err := w.meeting.work.session.Do(model.RestrictItem{ID: "i1", Restriction: &model.Restriction{Reason: "Staffing"}}); err != nil {
		t.Fatal(err)
	}
	hit(t, w, ctrl(fyne.KeyPageUp))
	typeText(t, w, "d: That it stay secret")
	wantProjected(t, w, private)
	if strings.Contains(wordsOn(w.projector.board), "secret") {
		t.Error("a secret is drawn")
	}
}

func TestProjectorOpensAndClosesByKeys(t *testing.T) {
	w, world := onProjector(t)
	typeText(t, w, "The keyboard is with the clerk")
	if got := composerText(w); got != "The keyboard is with the clerk" {
		t.Errorf("the composer has %q", got)
	}
	first := w.projector.window
	w.do(w.command("projector"))
	if w.projector != nil {
		t.Error("the command does not close it")
	}
	w.do(w.command("projector"))
	if w.projector == nil || w.projector.window == first {
		t.Fatal("it does not open again")
	}
	press := w.projector.window.Canvas().OnTypedKey()
	press(&fyne.KeyEvent{Name: fyne.KeyF})
	if !w.projector.window.FullScreen() {
		t.Error("F does not fill the screen")
	}
	press(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if w.projector != nil {
		t.Error("Esc does not close it")
	}
	w.do(w.command("projector"))
	hit(t, w, ctrl(fyne.KeyW))
	wantProjected(t, w, " / No meeting is open / ")
	hit(t, w, ctrl(fyne.KeyQ))
	if w.projector != nil || world.quit != 1 {
		t.Error("it stays when the program ends")
	}
}

// The words are as large as the room takes: whole words, all of them, within
// the window.
func TestProjectorWordsFit(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("That the Board instruct the Chief Executive to prepare a report on harbourmastership. ", 12))
	w, _ := onProjector(t)
	board := w.projector.board
	var before float32
	for _, c := range []struct {
		words string
		size  fyne.Size
	}{{long, fyne.NewSize(800, 600)}, {long, fyne.NewSize(1920, 1080)}, {"That the report be accepted", fyne.NewSize(1920, 1080)}, {"Agreed", fyne.NewSize(1920, 1080)}} {
		w.projector.window.Resize(c.size)
		board.Write("Quay Board", c.words, "Motion")
		if got := strings.Join(board.Lines(), " "); strings.Join(strings.Fields(got), " ") != c.words {
			t.Errorf("at %v it reads %q", c.size, got)
		}
		if high := float32(len(board.Lines())) * board.TextSize() * 1.25; high > c.size.Height {
			t.Errorf("at %v the words are %v high", c.size, high)
		}
		if board.TextSize() < before {
			t.Errorf("fewer words or more room at %v, and the words are smaller: %v", c.size, board.TextSize())
		}
		before = board.TextSize()
		for _, l := range board.Lines() {
			if wide := fyne.MeasureText(l, board.TextSize(), fyne.TextStyle{Bold: true}).Width; wide > c.size.Width {
				t.Errorf("%q is %v wide", l, wide)
			}
		}
	}
	if before < 150 {
		t.Errorf("one word on a large screen has %v", before)
	}
}

func TestProjectorPictures(t *testing.T) {
	folder := os.Getenv("MINUTEBOOK_PICTURES")
	for name, c := range map[string]struct{ ground, line string }{
		"short":   {"light", "m: That the report be accepted"},
		"long":    {"dark", "d: " + strings.Repeat("That the Board, having considered the tenders received, instruct the Harbour Master to clear the slipway; ", 9) + "{mover: A. Smith; seconder: B. Jones; result: carried}"},
		"private": {"light", "/restricted Staffing"},
	} {
		w, _ := openQuay(t)
		w.setLook(c.ground, false)
		w.do(w.command("projector"))
		w.projector.window.Resize(fyne.NewSize(1920, 1080))
		minute(t, w, c.line)
		if w.projector.board.Lines()[0] == "" {
			t.Errorf("%s: nothing shows", name)
		}
		if folder == "" {
			continue
		}
		f, err := os.Create(filepath.Join(folder, "projector-"+name+".png"))
		if err != nil {
			t.Fatal(err)
		}
		if err := png.Encode(f, w.projector.window.Canvas().Capture()); err != nil {
			t.Fatal(err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	}
}
