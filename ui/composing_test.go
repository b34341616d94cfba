package ui

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"pgregory.net/rapid"

	"minutebook/model"
)

// writingKey is a key that a clerk may press while writing. It may change the
// words in the composer, or take entries away, only where it says so.
type writingKey struct {
	name         string
	press        func(t *testing.T, ui *Window)
	writes, undo bool
}

func pressing(name string, k key, writes, undo bool) writingKey {
	return writingKey{name, func(t *testing.T, ui *Window) { hit(t, ui, k) }, writes, undo}
}

func writing(words string) writingKey {
	return writingKey{words, func(t *testing.T, ui *Window) { typeText(t, ui, words) }, true, false}
}

// writingKeyboard are the keys, those for words more often than the others.
func writingKeyboard() []writingKey {
	keys := []writingKey{
		pressing("Enter", enterKey, true, false), pressing("Tab", tabKey, true, false), pressing("Right", rightKey, true, false),
		pressing("Left", leftKey, false, false), pressing("Backspace", backKey, true, false), pressing("Esc", escKey, false, false),
		pressing("undo", ctrl(fyne.KeyZ), true, true), pressing("redo", ctrl(fyne.KeyY), true, true),
		pressing("up", ctrl(fyne.KeyUp), false, false), pressing("down", ctrl(fyne.KeyDown), false, false), pressing("Up", upKey, false, false),
		pressing("move up", ctrlShift(fyne.KeyUp), false, false), pressing("move down", ctrlShift(fyne.KeyDown), false, false),
		pressing("next item", ctrl(fyne.KeyPageDown), false, false), pressing("previous item", ctrl(fyne.KeyPageUp), false, false),
	}
	for n, name := range []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6, fyne.Key7} {
		keys = append(keys, pressing(fmt.Sprint("kind ", n+1), ctrl(name), false, false))
	}
	for _, words := range []string{"a", "h", "m", " ", ".", "@", "s", "o", "T", "The ", "hm", "SSOs ", "@so", "a: ", "d: ", "??", "é"} {
		keys = append(keys, writing(words), writing(words))
	}
	return append(keys, pressing("Enter", enterKey, true, false), pressing("undo", ctrl(fyne.KeyZ), true, true))
}

// TestNoSequenceOfKeysLosesAWord presses any keys in any order. What was
// entered goes only by undo, words in the composer change only by keys that
// write or wait at the item where they were typed, Enter keeps them in one place or the other, and an undo that is redone
// leaves the meeting as it was.
func TestNoSequenceOfKeysLosesAWord(t *testing.T) {
	ui, w, phrases := openTown(t)
	phrases.Learn("The Harbour Master thanked the pilots")
	keys := writingKeyboard()
	opened := 0
	rapid.Check(t, func(rt *rapid.T) {
		opened++
		m := w.book.meetings["m"].Clone()
		m.ID, m.Items, m.Rev = model.ID(fmt.Sprint("m", opened)), []model.Item{{ID: "i1", Title: "Minutes"}, {ID: "i2", Title: "Roads"}}, 1
		w.book.put(m)
		if !ui.Open(m.ID) {
			rt.Fatal("the meeting does not open")
		}
		w.pass(time.Second)
		for _, k := range rapid.SliceOfN(rapid.SampledFrom(keys), 1, 60).Draw(rt, "keys") {
			before, words := entryWords(ui), composerText(ui)
			k.press(t, ui)
			after, now := entryWords(ui), composerText(ui)
			if !k.writes && now != words && words != "" && !waits(ui, words) {
				rt.Fatalf("%s made %q of %q", k.name, now, words)
			}
			for _, text := range before {
				if !k.undo && count(after, text) < count(before, text) {
					rt.Fatalf("%s lost %q: %q is left", k.name, text, after)
				}
			}
			if k.name == "Enter" && now != words && !entered(after, words) {
				rt.Fatalf("Enter lost %q: the entries are %q", words, after)
			}
			if ui.window.Canvas().Focused() != ui.meeting.panel.composer {
				rt.Fatalf("%s left the composer", k.name)
			}
		}
		redoIsIdentity(rt, ui)
	})
}

// waits says whether words wait at some item for the clerk to come back.
func waits(ui *Window, words string) bool {
	for _, parked := range ui.meeting.work.parked {
		if parked == words {
			return true
		}
	}
	return false
}

func entryWords(ui *Window) []string {
	var all []string
	for _, it := range ui.meeting.work.meeting().Items {
		for _, e := range it.Entries {
			all = append(all, e.Text)
		}
	}
	return all
}

func count(list []string, text string) int {
	n := 0
	for _, one := range list {
		if one == text {
			n++
		}
	}
	return n
}

// entered says whether an entry has the words of a line, but for the prefix that
// says its kind.
func entered(entries []string, line string) bool {
	return slices.ContainsFunc(entries, func(text string) bool { return text != "" && strings.HasSuffix(strings.TrimRight(line, " "), text) })
}

// redoIsIdentity takes everything back and makes it again.
func redoIsIdentity(rt *rapid.T, ui *Window) {
	session := ui.meeting.work.session
	before := asJSON(rt, session.Meeting())
	n := 0
	for {
		did, err := session.Undo()
		if err != nil {
			rt.Fatal(err)
		}
		if !did {
			break
		}
		n++
	}
	for range n {
		if _, err := session.Redo(); err != nil {
			rt.Fatal(err)
		}
	}
	if after := asJSON(rt, session.Meeting()); after != before {
		rt.Fatalf("taken back and made again, the meeting was\n%s\nand is\n%s", before, after)
	}
}

func asJSON(rt *rapid.T, m model.Meeting) string {
	m.Rev = 0
	data, err := json.Marshal(m)
	if err != nil {
		rt.Fatal(err)
	}
	return string(data)
}
