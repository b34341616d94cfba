//go:build realwindow

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"minutebook/cmd/internal/identity"
	"minutebook/cmd/internal/which"
	"minutebook/model"
	"minutebook/store"
)

// bound is a key and the title of the command it does.
type bound struct{ key, title string }

// keyTable is every key of the command table, as the documentation has it: a
// test of the window's package holds the two to each other.
func keyTable(t *testing.T) []bound {
	t.Helper()
	var all []bound
	menu := ""
	for line := range strings.Lines(read(t, filepath.Join("..", "..", "docs", "keys.md"))) {
		line = strings.TrimSpace(line)
		if name, ok := strings.CutPrefix(line, "## "); ok {
			menu = name
		}
		cells := strings.Split(line, " | ")
		if len(cells) != 2 || strings.HasPrefix(line, "| Keys") || !slices.Contains([]string{"File", "Edit", "Meeting", "Insert", "View", "Help"}, menu) {
			continue
		}
		for key := range strings.SplitSeq(strings.TrimPrefix(cells[0], "| "), ", ") {
			all = append(all, bound{xKey(key), strings.TrimSuffix(cells[1], " |")})
		}
	}
	if len(all) < 40 {
		t.Fatalf("the documentation has only %d keys", len(all))
	}
	return all
}

// xKey is a key as xdotool names it.
func xKey(key string) string {
	parts := strings.Split(key, "+")
	last := len(parts) - 1
	if strings.HasSuffix(key, "++") {
		parts, last = append(parts[:last-1], "plus"), last-1
	}
	names := map[string]string{"Enter": "Return", "PgUp": "Prior", "PgDn": "Next", "=": "equal", "-": "minus"}
	if name, ok := names[parts[last]]; ok {
		parts[last] = name
	} else if len(parts[last]) == 1 {
		parts[last] = strings.ToLower(parts[last])
	}
	for i := range last {
		parts[i] = strings.ToLower(parts[i])
	}
	return strings.Join(parts, "+")
}

// commands are the titles of the commands that the window's log says were
// done, in their order.
func (w *window) commands() []string {
	data, err := os.ReadFile(filepath.Join(w.s.home(), ".local", "state", "minutebook", "minutebook.log"))
	if err != nil {
		w.s.t.Fatal(err)
	}
	var all []string
	for line := range strings.Lines(string(data)) {
		if _, title, ok := strings.Cut(strings.TrimSpace(line), "msg=command title="); ok {
			all = append(all, strings.Trim(title, `"`))
		}
	}
	return all
}

// does presses a key and waits until the log says that its command was done,
// and nothing else.
func (w *window) does(b bound) {
	w.s.t.Helper()
	before := w.commands()
	w.press(b.key)
	eventually(w.s.t, fmt.Sprintf("%s to do %q", b.key, b.title), func() bool { return len(w.commands()) > len(before) })
	if did := w.commands()[len(before):]; len(did) != 1 || did[0] != b.title {
		w.s.t.Fatalf("%s did %q; want %q", b.key, did, b.title)
	}
}

var saveNow = bound{"ctrl+s", "Save now"}

// escapes leaves whatever a key has opened; no dialog may be open then.
func (w *window) escapes() {
	w.s.t.Helper()
	w.press("Escape")
	w.does(saveNow)
}

// title is the title of the window.
func (w *window) title() string {
	w.s.t.Helper()
	return strings.TrimSpace(w.s.run("xdotool", "getwindowfocus", "getwindowname"))
}

// byName does a command from the palette.
func (w *window) byName(title string) {
	w.s.t.Helper()
	w.does(bound{"ctrl+k", "All commands"})
	before := len(w.commands())
	w.line(title)
	eventually(w.s.t, title, func() bool { return len(w.commands()) > before })
}

// drafted are the words that the book keeps for the composer of its last
// meeting while the window has it open: read from a copy.
func drafted(t *testing.T, book string) (words model.Unfinished, ok bool) {
	t.Helper()
	copied := filepath.Join(t.TempDir(), "copy.mb")
	if err := os.WriteFile(copied, []byte(read(t, book)), 0o600); err != nil {
		t.Fatal(err)
	}
	b, err := store.Open(copied, store.Options{Program: "test", Now: time.Now, NewID: identity.New, ReadOnly: true})
	if err != nil {
		return words, false // copied while it was written to
	}
	defer func() { _ = b.Close() }()
	meetings, err := b.Meetings()
	if err != nil {
		return words, false
	}
	last, err := which.Meeting(meetings, "last")
	if err != nil {
		return words, false
	}
	words, err = b.Unfinished(last.ID)
	return words, err == nil
}

// whole says whether these are all the words that were not entered, in the
// composer or waiting at the item where they were written.
func whole(u model.Unfinished, words string) bool {
	found := u.Text == words
	for _, parked := range u.Parked {
		if parked != "" && (found || parked != words) || u.Text != "" && u.Text != words {
			return false
		}
		found = found || parked == words
	}
	return found
}

const quayScript = `/body Quay Board
/style note
/date 3 March 2026
/present Board: Ann Zelenka, Chair
# Minutes
The minutes were read.
# Roads
The Board noted the report.
a: Ann Zelenka to write to the harbour master by 14 April.
The Chair thanked the Clerk.
`

// quayBook is a book with that meeting, and a window that shows it and logs
// what it does.
func quayBook(t *testing.T) (string, *window) {
	t.Helper()
	book := filepath.Join(t.TempDir(), "quay.mb")
	ctl(t, book, "", "init")
	ctl(t, book, quayScript, "minute", "-")
	return book, newScreen(t, 1366, 768, "").start("--book", book, "--open", "last", "--log-level", "debug")
}

// Every key of the command table does its command in the real window, with
// words in the composer. None changes the words, but those whose work it is;
// Esc leads back from whatever it opened.
func TestEveryKeyDoesItsCommand(t *testing.T) {
	t.Parallel()
	const words = "The Clerk reported that"
	book, w := quayBook(t)
	meeting := w.title()
	w.types(words)
	w.does(saveNow)
	eventually(t, "the words on disk", func() bool { u, ok := drafted(t, book); return ok && u.Text == words })
	var last []bound
	for _, b := range keyTable(t) {
		switch b.title {
		case "Close the meeting's page", "Quit":
			last = append(last, b) // closing before quitting, as in the table
			continue
		case "Add and go to the next item", "Add and go to the previous item", "The time", "Bold", "Italic", "Undo", "Redo":
			continue // their work is to change words: see below
		}
		w.does(b)
		w.escapes()
		if w.title() != meeting {
			w.byName("The open meeting")
			eventually(t, "the meeting after "+b.title, func() bool { return w.title() == meeting })
		}
		w.does(bound{"ctrl+Next", "Next item"}) // to the words, which are at the last
		if u, ok := drafted(t, book); ok && !whole(u, words) {
			t.Errorf("after %s the unfinished words are %+v", b.key, u)
		}
	}
	w.types(" so") // the keyboard is in the composer
	for _, b := range last {
		w.does(b)
		if b.title != "Quit" {
			eventually(t, "the minute book", func() bool { return w.title() != meeting })
		}
	}
	w.leaves(0)
	if u, ok := drafted(t, book); !ok || u.Text != words+" so" || len(u.Parked) > 0 {
		t.Errorf("in the end the unfinished words are %+v", u)
	}
}

// What the keys do to the minutes, the words and the window is what they say.
func TestKeysChangeTheMinutes(t *testing.T) {
	t.Parallel()
	const wanted = `/present Board: Ann Zelenka, Chair
# Minutes
The minutes were read.
In the first.
# Roads
The Board noted the report.
d: Quorum was present.
a: Ann Zelenka to write to the harbour master by 14 April.
The Chair thanked the Clerk. Twice.
The roads **must** *all* go.
Before.
# Budget
- Nil.
/restricted Staffing
Secret.
/unrestricted
Open.
`
	book, w := quayBook(t)
	up, undo, redo := bound{"ctrl+Up", "Choose the entry above"}, bound{"ctrl+z", "Undo"}, bound{"ctrl+y", "Redo"}

	w.types("Quorum was present.")
	w.does(bound{"ctrl+2", "Decision"})
	w.press("Return")
	w.does(up)
	w.does(bound{"ctrl+shift+Up", "Move up"})
	w.does(bound{"ctrl+shift+Up", "Move up"})
	w.does(bound{"ctrl+Down", "Choose the entry below"})
	w.does(bound{"ctrl+Down", "Choose the entry below"})
	w.does(bound{"F2", "Edit the chosen entry"})
	w.line(" Twice.")
	w.press("Escape")

	w.types("The roads ")
	w.does(bound{"ctrl+b", "Bold"})
	w.types("must")
	w.press("Right", "Right")
	w.types(" ")
	w.does(bound{"ctrl+i", "Italic"})
	w.types("all")
	w.press("Right")
	w.line(" go.")
	w.does(undo) // the entry
	w.does(redo)
	w.does(up)
	w.does(bound{"ctrl+shift+Delete", "Delete the chosen entry"})
	w.does(undo)
	w.press("Escape")

	w.types("It was ")
	w.does(bound{"ctrl+t", "The time"})
	w.does(saveNow)
	eventually(t, "the time in the composer", func() bool {
		u, ok := drafted(t, book)
		rest, found := strings.CutPrefix(u.Text, "It was ")
		_, err := time.Parse("15:04", rest)
		return ok && found && err == nil
	})
	w.press("ctrl+a", "BackSpace")

	w.types("Before.")
	w.does(bound{"ctrl+shift+Return", "Add and go to the previous item"})
	w.types("In the first.")
	w.does(bound{"ctrl+Return", "Add and go to the next item"})
	w.does(bound{"ctrl+shift+n", "New item"})
	w.line("Budget")
	w.types("Nil.")
	w.does(bound{"ctrl+shift+l", "Bullet"})
	w.press("Return")
	w.does(bound{"ctrl+shift+r", "Restricted, on or off"})
	w.line("Staffing")
	w.line("Secret.")
	w.does(bound{"ctrl+shift+r", "Restricted, on or off"})
	w.line("Open.")
	w.does(bound{"ctrl+equal", "Larger text"})
	w.does(bound{"F9", "Side panes, on or off"})
	for _, want := range []string{`"look.text":1.`, `"look.panes.hidden":true`} {
		eventually(t, want+" in the settings", func() bool {
			data, err := os.ReadFile(w.s.settings())
			return err == nil && strings.Contains(string(data), want)
		})
	}
	w.does(bound{"ctrl+q", "Quit"})
	w.leaves(0)
	kept := filepath.Join(t.TempDir(), "kept.minutes")
	ctl(t, book, "", "export", "--audience", "full", "last", kept)
	sameLines(t, wanted, strings.Join(newScript("", read(t, kept)).lines, "\n")+"\n")
}

// While a dialog is open no key of the command table does anything.
func TestNoKeyFiresBehindADialog(t *testing.T) {
	t.Parallel()
	const words = "The Clerk reported that"
	book, w := quayBook(t)
	w.types(words)
	var all []string
	for _, b := range keyTable(t) {
		all = append(all, b.key)
	}
	for _, opens := range []bound{{"ctrl+shift+e", "Export the minutes"}, {"ctrl+k", "All commands"}, {"ctrl+shift+n", "New item"}} {
		w.does(opens)
		before := len(w.commands())
		w.press(all...)
		w.press("Escape", saveNow.key) // what was pressed before is done by then
		eventually(t, "the dialog to close", func() bool { return len(w.commands()) > before })
		if did := w.commands()[before:]; len(did) != 1 || did[0] != saveNow.title {
			t.Errorf("behind %q the keys did %q", opens.title, did)
		}
	}
	w.does(bound{"ctrl+q", "Quit"})
	w.leaves(0)
	if u, ok := drafted(t, book); !ok || u.Text != words || len(u.Parked) > 0 {
		t.Errorf("the unfinished words are %+v; want %q", u, words)
	}
	if got := strings.Join(keptLines(t, book), "\n"); !strings.HasSuffix(quayScript, got+"\n") {
		t.Errorf("the book has\n%s", got)
	}
}
