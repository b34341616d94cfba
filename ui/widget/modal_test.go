package widget

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
)

func TestModalTakesAndGivesBackTheKeyboard(t *testing.T) {
	c := NewComposer()
	w := window(t, c, 800, 600)
	w.Canvas().Focus(c)
	name := NewField("Name", "")
	made := 0
	m := NewModal("Export", name,
		Choice{Words: "Export", Default: true, Do: func() bool { made++; return name.Text() != "" }},
		Choice{Words: "Cancel", Cancel: true})
	closed := 0
	m.OnClosed = func() { closed++ }
	if Open(w.Canvas()) || !m.Open(w.Canvas()) || !Open(w.Canvas()) {
		t.Fatal("it did not open")
	}
	if NewModal("Another", name).Open(w.Canvas()) {
		t.Error("two are open")
	}
	if w.Canvas().Focused() != fyne.Focusable(name) {
		t.Fatalf("the keyboard is with %T", w.Canvas().Focused())
	}
	press(name, fyne.KeyReturn)
	if made != 1 || !Open(w.Canvas()) {
		t.Fatalf("made %d times; open: %v", made, Open(w.Canvas()))
	}
	typeIn(name, "minutes.docx")
	press(name, fyne.KeyReturn)
	if made != 2 || Open(w.Canvas()) || closed != 1 {
		t.Fatalf("made %d times; open: %v; closed %d times", made, Open(w.Canvas()), closed)
	}
	if w.Canvas().Focused() != fyne.Focusable(c) {
		t.Errorf("the keyboard went to %T", w.Canvas().Focused())
	}
	m.Close()
	if closed != 1 {
		t.Error("it closed twice")
	}
}

func TestModalKeepsTheKeyboardInside(t *testing.T) {
	outside := NewField("Outside", "")
	w := window(t, outside, 800, 600)
	w.Canvas().Focus(outside)
	one, two := NewField("One", ""), NewField("Two", "")
	m := NewModal("Question", container.NewVBox(one, two), Choice{Words: "Yes", Default: true}, Choice{Words: "No", Cancel: true})
	m.Open(w.Canvas())
	seen := map[fyne.Focusable]bool{}
	for range 8 {
		seen[w.Canvas().Focused()] = true
		w.Canvas().FocusNext()
	}
	if len(seen) != 4 || seen[outside] || !seen[two] || !seen[m.Button(1)] {
		t.Errorf("Tab went through %d parts; outside: %v", len(seen), seen[outside])
	}
	w.Canvas().Focus(two)
	m.MouseDown(&desktop.MouseEvent{})
	w.Canvas().Unfocus()
	m.Tapped(&fyne.PointEvent{})
	if w.Canvas().Focused() != fyne.Focusable(two) {
		t.Errorf("a click beside it gave the keyboard to %T", w.Canvas().Focused())
	}
}

func TestModalEscape(t *testing.T) {
	for name, choices := range map[string][]Choice{
		"with a choice":    {{Words: "Delete", Default: true, Do: func() bool { return true }}, {Words: "Keep", Cancel: true}},
		"without a choice": {{Words: "Delete", Default: true}},
	} {
		t.Run(name, func(t *testing.T) {
			w := window(t, NewField("", ""), 800, 600)
			m := NewModal("Delete", NewLabel("Really?", LabelStyle{}), choices...)
			m.Open(w.Canvas())
			focused := w.Canvas().Focused()
			if focused != fyne.Focusable(m.Button(0)) {
				t.Fatalf("with nothing to fill in the keyboard is with %T", focused)
			}
			press(focused, fyne.KeyEscape)
			if Open(w.Canvas()) {
				t.Error("Esc did not close it")
			}
		})
	}
}

// Esc inside a composer in a modal belongs to the composer first.
func TestModalComposerKeepsItsEscape(t *testing.T) {
	w := window(t, NewField("", ""), 800, 600)
	c := NewComposer()
	c.OnEscape = func() bool { return true }
	NewModal("Write", c, Choice{Words: "Done", Default: true}).Open(w.Canvas())
	press(c, fyne.KeyEscape)
	if !Open(w.Canvas()) {
		t.Error("it closed")
	}
	c.OnEscape = nil
	press(c, fyne.KeyEscape)
	if Open(w.Canvas()) {
		t.Error("it stayed")
	}
}
