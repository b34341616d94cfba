package ui

import (
	"bytes"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"minutebook/model"
)

// contract is what each key does, by the command's ID. No other key does
// anything but write and move in what is written.
var contract = map[string]string{
	"Ctrl+Enter": "enter-next", "Ctrl+Shift+Enter": "enter-previous",
	"Ctrl+1": "paragraph", "Ctrl+2": "decision", "Ctrl+3": "action", "Ctrl+4": "motion", "Ctrl+5": "interest", "Ctrl+6": "private", "Ctrl+7": "vote",
	"Ctrl+Shift+L": "bullet", "Ctrl+Shift+R": "restricted",
	"Ctrl+Up": "select-up", "Ctrl+Down": "select-down", "Ctrl+E": "edit", "F2": "edit",
	"Ctrl+Shift+Up": "move-up", "Ctrl+Shift+Down": "move-down", "Ctrl+Shift+Delete": "delete",
	"Ctrl+Z": "undo", "Ctrl+Y": "redo", "Ctrl+Shift+Z": "redo",
	"Ctrl+PgUp": "previous-item", "Ctrl+PgDn": "next-item", "Ctrl+Shift+N": "new-item",
	"Ctrl+T": "time", "Ctrl+B": "bold", "Ctrl+I": "italic",
	"Ctrl+K": "palette", "Ctrl+G": "go-to", "Ctrl+J": "follow-up",
	"Ctrl+Shift+P": "preview", "Ctrl+Shift+E": "export", "Ctrl+P": "print", "Ctrl+L": "book", "Ctrl+Shift+A": "actions",
	"Ctrl+N": "new", "Ctrl+O": "open", "Ctrl+W": "close", "Ctrl+Q": "quit", "Ctrl+S": "save",
	"F1": "keys", "Ctrl+Shift+H": "keys", "F6": "next-pane", "Ctrl+Shift+J": "next-pane", "F9": "panes", "Ctrl+Shift+B": "panes",
	"Ctrl+0": "normal", "Ctrl+=": "larger", "Ctrl+-": "smaller",
	// What is followed up has a list, and a fix by one key.
	"Ctrl+Shift+K": "follow-up-list", "Ctrl+Shift+Y": "follow-up-fix",
}

// pending are keys of the contract whose work there may not be yet.
var pending = []string{"Ctrl+Shift+G", "Ctrl+F", "Ctrl+H", "Ctrl+Shift+F", "Ctrl+R", "F7", "Ctrl+Shift+S"}

// writes are the commands whose work it is to change the words in the
// composer.
var writes = []string{"enter-next", "enter-previous", "time", "bold", "italic", "undo", "redo", "edit"}

func TestKeysAreThoseOfTheContract(t *testing.T) {
	t.Parallel()
	bound := map[string]string{}
	for _, c := range commands() {
		for _, k := range c.keys {
			if other, ok := bound[k.String()]; ok {
				t.Errorf("%s does both %s and %s", k, other, c.id)
			}
			bound[k.String()] = c.id
		}
	}
	for k, id := range contract {
		if bound[k] != id {
			t.Errorf("%s does %q; want %q", k, bound[k], id)
		}
	}
	for k, id := range bound {
		if _, ok := contract[k]; !ok && !slices.Contains(pending, k) {
			t.Errorf("%s does %q, and nothing in the contract", k, id)
		}
	}
}

// The entry's own keys, those of input methods and those that a keyboard has
// no easy place for are no command's.
func TestKeysThatAreNeverACommands(t *testing.T) {
	t.Parallel()
	never := []key{ctrl(fyne.KeyA), ctrl(fyne.KeyC), ctrl(fyne.KeyV), ctrl(fyne.KeyX), ctrl(fyne.KeyLeft), ctrl(fyne.KeyRight),
		ctrl(fyne.KeyBackspace), ctrl(fyne.KeyDelete), ctrl(fyne.KeySpace), ctrlShift(fyne.KeyU)}
	for _, c := range commands() {
		twin := false
		for _, k := range c.keys {
			twin = twin || k.ctrl
			if slices.Contains(never, k) {
				t.Errorf("%s is %q's", k, c.id)
			}
			if name := string(k.name); !k.ctrl && (k.shift || len(name) < 2 || name[0] != 'F') {
				t.Errorf("%s alone is %q's", k, c.id)
			}
		}
		if len(c.keys) > 0 && !twin {
			t.Errorf("%q has a bare key and none with Ctrl", c.id)
		}
	}
}

// The menu has every command once, under its own menu and with its key.
func TestMenuIsTheCommandTable(t *testing.T) {
	ui, _ := openQuay(t)
	left := map[string]command{}
	for _, c := range commands() {
		left[c.menu+"/"+c.title] = c
	}
	if len(left) != len(commands()) {
		t.Error("two commands of one menu have one title")
	}
	for _, m := range ui.window.MainMenu().Items {
		for _, item := range m.Items {
			if item.IsSeparator {
				continue
			}
			c, ok := left[m.Label+"/"+item.Label]
			if !ok {
				t.Errorf("%s/%s is no command, or there twice", m.Label, item.Label)
				continue
			}
			delete(left, m.Label+"/"+item.Label)
			i := slices.IndexFunc(c.keys, func(k key) bool { return k.ctrl })
			if shown := item.Shortcut; (i >= 0) != (shown != nil) || shown != nil && shown.ShortcutName() != c.keys[i].shortcut().ShortcutName() {
				t.Errorf("%s/%s shows another key than %v", m.Label, item.Label, c.keys)
			}
		}
	}
	for name := range left {
		t.Errorf("the menu has no %s", name)
	}
}

// A line in a menu is between two commands, and each that is asked for is there.
func TestMenusAreInGroups(t *testing.T) {
	ui, _ := openQuay(t)
	lines := 0
	for _, m := range ui.window.MainMenu().Items {
		was := true // nothing is over the first
		for i, item := range m.Items {
			if item.IsSeparator && (was || i == len(m.Items)-1) {
				t.Errorf("%s has a line at %d with nothing on one side of it", m.Label, i)
			}
			if was = item.IsSeparator; was {
				lines++
			}
		}
	}
	if want := len(beginsGroup) + 1; lines != want { // and one over Quit
		t.Errorf("there are %d lines; want %d", lines, want)
	}
	for name, first := range map[string]string{"File": "New meeting", "Edit": "Undo", "View": "Minute book", "Minutes": "Issue the agenda"} {
		i := slices.IndexFunc(ui.window.MainMenu().Items, func(m *fyne.Menu) bool { return m.Label == name })
		if got := ui.window.MainMenu().Items[i].Items[0].Label; got != first {
			t.Errorf("%s begins with %q; want %q", name, got, first)
		}
	}
}

// hearing has the window's log written where the test can read it.
func hearing(ui *Window) *bytes.Buffer {
	var said bytes.Buffer
	ui.out.Log = slog.New(slog.NewTextHandler(&said, &slog.HandlerOptions{Level: slog.LevelDebug}))
	return &said
}

// did says whether a command was done, by what the log says.
func did(said *bytes.Buffer, c command) bool {
	return strings.Contains(said.String(), "msg=command title="+quoted(c.title)+"\n")
}

func quoted(words string) string {
	if strings.ContainsAny(words, " =\"") {
		return `"` + words + `"`
	}
	return words
}

// midMeeting is the window with a meeting under way at its second item, an
// entry chosen or not, and words in the composer.
func midMeeting(t *testing.T, chosen bool) (*Window, *world) {
	t.Helper()
	w := newWorld(t, newFakeBook().put(quayMeeting()...))
	ui := w.openAnother()
	if !ui.Open("m") {
		t.Fatal("the meeting does not open")
	}
	ui.meeting.visit("i2")
	minute(t, ui, "/start 10:00", "a: Ann Zelenka to write to the harbour master.", "The Board noted the report next week.")
	if chosen {
		ui.meeting.selectBy(-1)
	}
	typeText(t, ui, unfinishedWords)
	w.pass(time.Second)
	return ui, w
}

const unfinishedWords = "The Clerk reported that"

// Every key does its command in the meeting, and no key changes the words in
// the composer but those whose work it is; a key that leaves the item leaves
// the words there.
func TestEveryKeyInTheMeeting(t *testing.T) {
	newWorld(t, newFakeBook()).open()
	for _, c := range commands() {
		for _, k := range c.keys {
			for _, chosen := range []bool{false, true} {
				t.Run(fmt.Sprintf("%s %s %v", c.id, k, chosen), func(t *testing.T) { keyInTheMeeting(t, c, k, chosen) })
			}
		}
	}
}

func keyInTheMeeting(t *testing.T, c command, k key, chosen bool) {
	ui, w := midMeeting(t, chosen)
	said, item := hearing(ui), ui.meeting.work.item
	m := ui.meeting
	on := c.enabled == nil || c.enabled(ui)
	hit(t, ui, k)
	w.settle()
	if did(said, c) != on {
		t.Errorf("%s: done is %v, and enabled is %v", k, did(said, c), on)
	}
	if slices.Contains(writes, c.id) {
		return
	}
	switch now := m.panel.composer.Text(); {
	case m.work.item == item && now != unfinishedWords:
		t.Errorf("%s made the words in the composer %q", k, now)
	case m.work.item != item && (now != "" || m.work.parked[item] != unfinishedWords):
		t.Errorf("%s left %q for the words in the composer, and %q where they were written", k, now, m.work.parked[item])
	}
}

// A key whose command means nothing on a screen does nothing there but say, as
// its entry in the menu does, where it would.
func TestKeysOfWhatCannotBeDoneDoNothing(t *testing.T) {
	ui := newWorld(t, fullBook()).open()
	for _, c := range commands() {
		if c.enabled == nil || c.enabled(ui) {
			continue
		}
		said, before := hearing(ui), screenWords(ui)
		for _, k := range c.keys {
			hit(t, ui, k)
			if ui.said != "" && ui.said != ui.notHere(c) {
				t.Errorf("%s says %q", k, ui.said)
			}
			ui.unsay()
			ui.headChanged()
			if did(said, c) || screenWords(ui) != before || ui.dialogOpen() {
				t.Errorf("%s did something in the minute book", k)
			}
		}
	}
}

// No key and no menu fires behind a dialog: the dialog stays as it is, and so
// does everything under it.
func TestNothingFiresBehindADialog(t *testing.T) {
	newWorld(t, newFakeBook()).open()
	for _, dialog := range []string{"about", "palette", "export", "keys", "new-item"} {
		ui, w := midMeeting(t, true)
		run(ui, dialog)
		w.pass(time.Second)
		said, kept := hearing(ui), w.book.json(t, "m")
		words, text := screenWords(ui), composerText(ui)
		for _, c := range commands() {
			for _, k := range c.keys {
				if !k.ctrl && dialog == "keys" && c.id == "keys" {
					continue // it closes its own sheet
				}
				hit(t, ui, k)
				w.pass(time.Second / 2) // all of them within the minute that the head shows
				if did(said, c) || !ui.dialogOpen() || composerText(ui) != text || w.book.json(t, "m") != kept {
					t.Fatalf("%s did something behind the dialog %q", k, dialog)
				}
				if now := screenWords(ui); now != words {
					t.Fatalf("%s changed what is shown with the dialog %q:\n%s\nwas\n%s", k, dialog, now, words)
				}
			}
		}
	}
}

// Every command can be found in the palette by its name and done from there.
func TestEveryCommandInThePalette(t *testing.T) {
	newWorld(t, newFakeBook()).open()
	for n, c := range commands() {
		if raceDetector && n%3 > 0 {
			continue // some will do there: it is ten times as slow
		}
		if c.id != "palette" {
			t.Run(c.id, func(t *testing.T) { commandInThePalette(t, c) })
		}
	}
}

func commandInThePalette(t *testing.T, c command) {
	ui, w := midMeeting(t, true)
	said, text := hearing(ui), composerText(ui)
	on := c.enabled == nil || c.enabled(ui)
	hit(t, ui, ctrl(fyne.KeyK))
	typeText(t, ui, c.title)
	hit(t, ui, enterKey)
	w.settle()
	if did(said, c) != on {
		t.Errorf("%q by its name: done is %v, and enabled is %v", c.title, did(said, c), on)
	}
	if m := ui.meeting; m != nil && !slices.Contains(writes, c.id) && m.work.item == "i2" && m.panel.composer.Text() != text {
		t.Errorf("%q made the words in the composer %q", c.title, m.panel.composer.Text())
	}
}

// Esc leads back to the composer from every part of the page.
func TestEscLeadsBackFromEveryPart(t *testing.T) {
	ui, _ := openQuay(t)
	for n := range 12 {
		for range n {
			hit(t, ui, ctrlShift(fyne.KeyJ))
		}
		hit(t, ui, escKey)
		if ui.window.Canvas().Focused() != ui.meeting.panel.composer {
			t.Fatalf("Esc leads nowhere from part %d: %T", n, ui.window.Canvas().Focused())
		}
	}
}

// A new item is asked for by its title; the words in the composer wait where
// they were being written.
func TestNewItemLeavesTheWordsWhereTheyWere(t *testing.T) {
	newWorld(t, newFakeBook()).open()
	ui, w := midMeeting(t, false)
	hit(t, ui, ctrlShift(fyne.KeyN), enterKey)
	mustShow(t, screenWords(ui), "Say what the item is about.")
	typeText(t, ui, "Quay lamps")
	hit(t, ui, enterKey)
	if at, _ := ui.meeting.work.meeting().Item(ui.meeting.work.item); at.Title != "Quay lamps" || composerText(ui) != "" {
		t.Errorf("at %q with %q in the composer", at.Title, composerText(ui))
	}
	hit(t, ui, ctrl(fyne.KeyPageUp))
	want(t, composerText(ui), unfinishedWords)
	w.settle()
	if kept := w.book.meetings["m"]; len(kept.Items) != 3 || kept.Items[2].Title != "Quay lamps" || kept.State != model.Live {
		t.Errorf("the book holds %+v", kept.Items)
	}
}
