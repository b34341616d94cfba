package ui

import (
	"bytes"
	"errors"
	"image"
	"image/png"
	"testing"

	"fyne.io/fyne/v2"

	"minutebook/model/minutes"
)

// What is half typed in a field is kept when the window goes, whatever way it
// goes, and when the clerk asks to save.
func TestWhatIsTypedIsKeptWhenTheWindowGoes(t *testing.T) {
	for name, leave := range map[string]func(*Window){
		"quit":   func(w *Window) { w.quit() },
		"closed": func(w *Window) { w.closeRequested() },
		"killed": func(w *Window) { w.Flush() },
		"saved":  func(w *Window) { w.saveNow() },
	} {
		world := newWorld(t, fullBook())
		w, _ := onStyleScreen(t, world)
		hit(t, w, tabKey, tabKey)
		typeAll(t, w, "Record of {date}")
		leave(w)
		if got := kept(t, world.book).Title[1]; got != "Record of {date}" {
			t.Errorf("%s: the style has %q", name, got)
		}
		w.backTo(w.screen.(*styleScreen).from)
		w.window.Canvas().Focus(w.screen.(*bodyScreen).facts.name)
		typeAll(t, w, "Quay Board "+name)
		leave(w)
		want(t, world.book.bodies["hob"].Name, "Quay Board "+name)
	}
}

// A picture that is read while the clerk goes elsewhere is kept, and the
// keyboard stays where they went.
func TestLogoReadLateTakesNoKeyboard(t *testing.T) {
	world := newWorld(t, fullBook())
	var picture bytes.Buffer
	if err := png.Encode(&picture, image.NewGray(image.Rect(0, 0, 40, 20))); err != nil {
		t.Fatal(err)
	}
	world.files[document("crane.png")] = picture.Bytes()
	w, s := onStyleScreen(t, world)
	toField(t, w, s, "logo")
	hit(t, w, enterKey)
	mustShow(t, screenWords(w), "Say which file it is.")
	typeAll(t, w, "crane.png")
	hit(t, w, enterKey, escKey)
	focused := w.window.Canvas().Focused()
	world.settle()
	if kept(t, world.book).Logo == nil {
		t.Error("the logo is lost")
	}
	if focused == nil || w.window.Canvas().Focused() != focused {
		t.Error("the keyboard is taken away")
	}
}

// Esc while the file of a house style is read takes nothing in.
func TestImportOfAStyleCalledOff(t *testing.T) {
	world := newWorld(t, fullBook())
	file, err := style(t, "council").File()
	if err != nil {
		t.Fatal(err)
	}
	file = bytes.Replace(file, []byte(`"council"`), []byte(`"Pier council"`), 1)
	world.files[document("a.style.json")] = file
	w := world.open()
	w.showBody("hob")
	for _, off := range []bool{true, false} {
		w.do(w.command("style-import"))
		typeText(t, w, "a.style.json")
		hit(t, w, enterKey)
		if off {
			hit(t, w, escKey)
		}
		world.settle()
		if _, in := world.book.styles["pier council"]; in == off {
			t.Errorf("called off: %v, and taken in: %v", off, in)
		}
	}
}

func TestStyleFileThatIsThereIsReplacedOnlyWhenAskedTwice(t *testing.T) {
	world := newWorld(t, fullBook())
	world.files[document("a.style.json")] = []byte("old")
	w := world.open()
	w.showBody("hob")
	w.do(w.command("style-export"))
	typeAll(t, w, "a.style.json")
	hit(t, w, enterKey)
	world.settle()
	mustShow(t, screenWords(w), "Press Enter again to replace it.")
	want(t, string(world.files[document("a.style.json")]), "old")
	hit(t, w, enterKey)
	world.settle()
	mustShow(t, screenWords(w), "The house style is written")
	if string(world.files[document("a.style.json")]) == "old" {
		t.Error("Enter again did not replace it")
	}
}

// The public version is the safe one: nobody sees the full one who has not
// asked for it while there was something to leave out, and never in another
// meeting.
func TestPreviewFallsBackToThePublicVersion(t *testing.T) {
	world := newWorld(t, fullBook())
	w := world.open()
	w.Open("june")
	w.do(w.command("preview-full"))
	if w.meeting.preview.audience != minutes.Public {
		t.Error("what will be restricted from now on would show")
	}
	w.Open("april")
	w.do(w.command("preview-full"))
	if w.meeting.preview.audience != minutes.Full {
		t.Error("the full version is not shown")
	}
	w.Open("june")
	w.Open("april")
	w.do(w.command("preview"))
	if w.meeting.preview.audience != minutes.Public {
		t.Error("the meeting opened anew shows what is restricted")
	}
}

// Once there is nothing more to be said against a preview its bar is as high as
// before.
func TestPreviewTakesBackItsWarning(t *testing.T) {
	w, world := onPreview(t, true)
	v := w.meeting.preview
	before := v.paper.Size()
	v.refuse(errors.New("the house style is broken"))
	if v.paper.Size() == before {
		t.Fatal("the warning takes no room")
	}
	v.now()
	world.settle()
	if v.wrong.Visible() || v.paper.Size() != before {
		t.Errorf("the paper is %v, not %v", v.paper.Size(), before)
	}
}

// A change of language is one of the house style's screen too, with all that
// can be taken back.
func TestTheStyleScreenSpeaksIt(t *testing.T) {
	t.Cleanup(func() { spoken.Store(nil) })
	world := newWorld(t, fullBook())
	w, _ := onStyleScreen(t, world)
	hit(t, w, tabKey, tabKey)
	typeAll(t, w, "Record of {date}")
	w.do(w.command("settings"))
	w.setLanguage("cy")
	hit(t, w, escKey)
	s, ok := w.screen.(*styleScreen)
	if !ok || s.sections[0].title != tr("Title") || len(s.before) != 1 {
		t.Fatalf("Esc goes to a %T", w.screen)
	}
	hit(t, w, ctrl(fyne.KeyZ))
	want(t, kept(t, world.book).Title[1], "Note of [{Sort} ]Meeting {date}")
}

// What is typed is set away from the window, and never shown over what was asked
// for since.
func TestMinutesSetLateDoNotShow(t *testing.T) {
	world := newWorld(t, fullBook())
	w, s := onStyleScreen(t, world)
	hit(t, w, tabKey, tabKey)
	typeAll(t, w, "Record of {date}")
	for _, timer := range world.timers {
		if !timer.off {
			timer.do()
		}
	}
	world.timers = nil
	mustShow(t, wordsOn(s.paper), "Note of Meeting 18 June 2026")
	s.undo()
	s.paper.ScrollPages(-9)
	world.settle()
	mustShow(t, wordsOn(s.paper), "Note of Meeting 18 June 2026")
}
