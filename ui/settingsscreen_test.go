package ui

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// onSettings is the window with the Settings screen.
func onSettings(t *testing.T, world *world) (*Window, *settingsScreen) {
	t.Helper()
	w := world.open()
	w.do(w.command("settings"))
	s, ok := w.screen.(*settingsScreen)
	if !ok {
		t.Fatalf("the screen is a %T", w.screen)
	}
	return w, s
}

func settingsWorld(t *testing.T) *world {
	world := newWorld(t, fullBook())
	world.dictionaries = []string{"cy-GB", "en-GB"}
	return world
}

// down goes to the nth row from the first.
func down(t *testing.T, w *Window, n int) {
	t.Helper()
	for range n {
		hit(t, w, downKey)
	}
}

func TestSettingsByKeysActAtOnceAndAreKept(t *testing.T) {
	world := settingsWorld(t)
	w, s := onSettings(t, world)
	mustShow(t, screenWords(w), "Settings", "How it looks", "Text size", "Interface scale", "Side panes", "Language of the screens", "Spelling", "English (GB)", "Cymraeg (GB)", "Completions")
	hit(t, w, rightKey) // light, and then dark
	down(t, w, 1)
	hit(t, w, rightKey)
	down(t, w, 1)
	hit(t, w, spaceKey)
	down(t, w, 1)
	hit(t, w, enterKey)
	want := Look{Ground: "dark", Text: 1.1, Scale: 1.1, HidePanes: true, Language: "en"}
	if got := world.kept[len(world.kept)-1]; got != want || w.look != want {
		t.Errorf("kept %+v; want %+v", got, want)
	}
	if got := fyne.CurrentApp().Settings().Theme(); got.Size("minutebook.body") != 18 {
		t.Errorf("the theme has words of %v", got.Size("minutebook.body"))
	}
	down(t, w, 2)
	hit(t, w, bare(fyne.KeyEnd), upKey, downKey)
	if got := world.book.clerk.Spelling; got != "en-GB" {
		t.Errorf("spelling is checked in %q", got)
	}
	down(t, w, 1)
	hit(t, w, rightKey)
	if !world.book.clerk.Unprompted {
		t.Error("completions are still learnt from earlier minutes")
	}
	down(t, w, 3)
	if !s.rows[len(s.rows)-1].segments.Focused() {
		t.Error("the keyboard left the last row")
	}
	hit(t, w, escKey)
	if _, ok := w.screen.(*bookScreen); !ok {
		t.Errorf("Esc goes to a %T", w.screen)
	}
}

func TestTabGoesThroughEverySetting(t *testing.T) {
	w, s := onSettings(t, settingsWorld(t))
	for i, r := range s.rows {
		if !r.segments.Focused() || s.at != i {
			t.Fatalf("after %d times Tab the keyboard is not in row %d", i, i)
		}
		hit(t, w, tabKey)
	}
}

// What was set by keys elsewhere shows, and what the clerk's words are stays.
func TestSettingsShowWhatIsSetElsewhere(t *testing.T) {
	world := settingsWorld(t)
	world.book.clerk.Words = []string{"Wexcombe"}
	world.book.clerk.Spelling = "fr-FR"
	w, s := onSettings(t, world)
	mustShow(t, screenWords(w), "Français (FR)")
	hit(t, w, ctrl(fyne.KeyEqual), ctrl(fyne.KeyEqual))
	if got := s.rows[1].segments.Chosen(); textSizes[got] != 1.2 {
		t.Errorf("the screen says %v", textSizes[got])
	}
	hit(t, w, ctrl(fyne.Key0), ctrl(fyne.KeyMinus))
	if got := s.rows[1].segments.Chosen(); textSizes[got] != 0.9 {
		t.Errorf("the screen says %v", textSizes[got])
	}
	world.book.clerk.Words = append(world.book.clerk.Words, "Zelenka") // as the speller may, meanwhile
	hit(t, w, ctrl(fyne.Key0))
	down(t, w, 5)
	hit(t, w, bare(fyne.KeyHome), rightKey)
	if c := world.book.clerk; c.Spelling != "none" || !slices.Equal(c.Words, []string{"Wexcombe", "Zelenka"}) {
		t.Errorf("kept %+v", c)
	}
}

func TestTextGoesFromTheSmallestToTheLargestByKeys(t *testing.T) {
	w, _ := onSettings(t, settingsWorld(t))
	for range textSizes {
		hit(t, w, ctrl(fyne.KeyMinus))
	}
	var got []float32
	for range textSizes {
		got = append(got, w.look.Text)
		hit(t, w, ctrl(fyne.KeyEqual))
	}
	if !slices.Equal(got, textSizes) || w.look.Text != textSizes[len(textSizes)-1] {
		t.Errorf("the sizes are %v, and then %v", got, w.look.Text)
	}
}

func TestASettingThatCannotBeKeptIsNotShownAsSet(t *testing.T) {
	world := settingsWorld(t)
	w, s := onSettings(t, world)
	world.book.refuse = errors.New("the disk is full")
	down(t, w, 6)
	hit(t, w, rightKey)
	mustShow(t, wordsOn(w.window.Content()), "Could not keep the setting: the disk is full.")
	if got := s.rows[6].segments.Chosen(); got != 0 {
		t.Errorf("the screen says %d", got)
	}
}

func TestTheLanguageTakesEffectAtOnce(t *testing.T) {
	t.Cleanup(func() { spoken.Store(nil) })
	world := settingsWorld(t)
	w := world.open()
	w.Open("june")
	typeText(t, w, "half a line")
	hit(t, w, leftKey)
	w.do(w.command("settings"))
	down(t, w, 4)
	hit(t, w, bare(fyne.KeyEnd))
	mustShow(t, screenWords(w), "Réglages", "Langue des écrans", "choisir un réglage")
	if s := w.screen.(*settingsScreen); !s.rows[4].segments.Focused() {
		t.Error("the keyboard is not where it was")
	}
	var menus []string
	for _, m := range w.window.MainMenu().Items {
		menus = append(menus, m.Label)
	}
	if got := strings.Join(menus, " "); !strings.HasPrefix(got, "Fichier Édition Séance") {
		t.Errorf("the menus are %s", got)
	}
	hit(t, w, escKey)
	if c := w.meeting.panel.composer; c.Text() != "half a line" || c.Caret() != 10 {
		t.Errorf("the composer has %q, the caret at %d", c.Text(), c.Caret())
	}
	hit(t, w, ctrl(fyne.KeyL))
	mustShow(t, screenWords(w), "Nouvelle séance")
	if got := world.kept[len(world.kept)-1].Language; got != "fr" {
		t.Errorf("kept %q", got)
	}
}

// The screens behind Settings speak the new language too, each as it was.
func TestTheScreensBehindSpeakIt(t *testing.T) {
	t.Cleanup(func() { spoken.Store(nil) })
	w := settingsWorld(t).open()
	w.showActions()
	w.showBody("hob")
	w.do(w.command("settings"))
	down(t, w, 4)
	hit(t, w, bare(fyne.KeyEnd), escKey)
	if s, ok := w.screen.(*bodyScreen); !ok || s.id != "hob" {
		t.Fatalf("Esc goes to a %T", w.screen)
	}
	mustShow(t, screenWords(w), "Quorum : nombre de membres", "Harbour Oversight Board")
	hit(t, w, escKey)
	mustShow(t, screenWords(w), "Nouvelle séance")
}

// The page of a meeting speaks it too, from wherever Settings were asked for,
// with its words as they were.
func TestTheMeetingSpeaksIt(t *testing.T) {
	t.Cleanup(func() { spoken.Store(nil) })
	w := settingsWorld(t).open()
	w.Open("june")
	typeText(t, w, "half a line")
	w.do(w.command("roll-call"))
	hit(t, w, ctrl(fyne.KeyL))
	w.do(w.command("settings"))
	down(t, w, 4)
	hit(t, w, bare(fyne.KeyEnd), escKey)
	w.showMeeting()
	mustShow(t, screenWords(w), "Ajouter un point", "Décision", "Ordre du jour", "ajouter, point suivant", "half a line")
	w.do(w.command("roll-call"))
	mustShow(t, screenWords(w), "Présent", "Ajouter une personne")
}

func TestSettingsWithoutDictionariesSayWhatToDo(t *testing.T) {
	w, _ := onSettings(t, newWorld(t, fullBook()))
	mustShow(t, screenWords(w), "has no dictionaries")
}

// Every row can be read and reached at any size: none is cut at the right.
func TestSettingsFitAnyWindow(t *testing.T) {
	for _, c := range []struct{ width, height, text, scale float32 }{{1366, 740, 1, 1}, {1366, 740, 2, 1}, {1920, 1050, 1, 1}, {1920, 1050, 2, 1.5}, {1024, 680, 1.5, 1.25}, {640, 400, 0.8, 0.8}} {
		w, s := onSettings(t, settingsWorld(t))
		w.window.Resize(fyne.NewSize(c.width, c.height))
		w.resize(c.text, c.scale)
		w.window.Resize(fyne.NewSize(c.width+1, c.height))
		for i, r := range s.rows {
			down(t, w, 1)
			if right := r.segments.Position().X + r.segments.Size().Width; right > r.object.Size().Width+1 {
				t.Errorf("%+v: row %d ends at %v of %v", c, i, right, r.object.Size().Width)
			}
			if need := r.segments.MinSize(); need.Height > r.segments.Size().Height+1 {
				t.Errorf("%+v: row %d is %v high and needs %v", c, i, r.segments.Size().Height, need.Height)
			}
		}
	}
}

func TestSettingsPictures(t *testing.T) {
	for name, look := range map[string]Look{
		"light": {Ground: "light"}, "dark": {Ground: "dark"}, "contrast-light": {Ground: "light", Contrast: true}, "contrast-dark": {Ground: "dark", Contrast: true},
		"light-200": {Ground: "light", Text: 2}, "dark-scale": {Ground: "dark", Scale: 1.5}, "cy": {Ground: "light", Language: "cy"}, "fr": {Ground: "light", Language: "fr"},
	} {
		w, _ := onSettings(t, settingsWorld(t))
		t.Cleanup(func() { spoken.Store(nil) })
		w.look = look
		w.resize(look.Text, look.Scale)
		w.setLanguage(look.Language)
		s := w.screen.(*settingsScreen)
		for i, r := range s.rows {
			if r.segments.Chosen() < 0 {
				t.Errorf("%s: row %d shows nothing chosen", name, i)
			}
		}
		picture(t, w, "settings-"+name)
		w.window.Resize(fyne.NewSize(1920, 1050))
		picture(t, w, "settings-"+name+"-wide")
	}
}
