//go:build realwindow

package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
)

// An action is marked complete with the keyboard alone. The register no longer
// lists it as open, and the minutes that agreed it stay as they are.
func TestActionIsCompletedInTheActionsScreen(t *testing.T) {
	t.Parallel()
	s := invented(t)
	book, folder := newBook(t, s), t.TempDir()
	ctl(t, book, s.text, "minute", "-")
	before, after := filepath.Join(folder, "before.docx"), filepath.Join(folder, "after.docx")
	ctl(t, book, "", "export", "last", before)
	open := openActions(t, book)

	w := newScreen(t, 1366, 768, "").start("--book", book)
	w.press("ctrl+shift+a")
	w.settle()
	w.completes()
	w.quit()

	left := openActions(t, book)
	if len(left) != len(open)-1 {
		t.Fatalf("%d actions are open; want one fewer than the %d there were", len(left), len(open))
	}
	ctl(t, book, "", "export", "last", after)
	if read(t, before) != read(t, after) {
		t.Error("completing an action changed the exported minutes")
	}
}

// completes marks the first action listed as complete.
func (w *window) completes() {
	w.s.t.Helper()
	w.press("Home", "c")
	w.settle()
	w.press("Return")
	w.settle()
}

func openActions(t *testing.T, book string) []string {
	t.Helper()
	out := ctl(t, book, "", "actions", "--open", "--json")
	var found []string
	for line := range strings.Lines(out) {
		if strings.Contains(line, `"number"`) {
			found = append(found, line)
		}
	}
	return found
}

// A book that a window has open is refused to a second window and to
// minutectl, with who has it; once it is free the second window shows it.
func TestOpenBookSaysWhoHasIt(t *testing.T) {
	t.Parallel()
	s := invented(t)
	book := newBook(t, s)
	display := newScreen(t, 1366, 768, "")
	first := display.start("--book", book, "--open", "last")
	who := fmt.Sprintf("already open in minutebook (process %d", first.c.Process.Pid)

	out, err := tryCtl(book, "", "meetings")
	if err == nil || !strings.Contains(out, who) {
		t.Errorf("minutectl beside the window: %v, %q; want that it is %q", err, out, who)
	}
	second := display.launch("--book", book, "--open", "last")
	second.expects = []string{who}
	eventually(t, "the second window's words", func() bool { return strings.Contains(second.said(), who) })
	second.takesKeyboard()
	second.press("Return") // try again: still taken
	eventually(t, "the second refusal", func() bool { return strings.Count(second.said(), who) == 2 })

	second.settle()
	if err := first.c.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	first.leaves(0)
	second.takesKeyboard()
	second.press("Return")
	eventually(t, "the book in the second window", func() bool {
		out, err := tryCtl(book, "", "meetings")
		return err != nil && strings.Contains(out, fmt.Sprintf("process %d", second.c.Process.Pid))
	})
	second.line("# Typed once the book was free")
	second.quit()
	if got := keptLines(t, book); len(got) != 1 || got[0] != "# Typed once the book was free" {
		t.Errorf("the book has %q", got)
	}
}

// A meeting asked for that is not there is said so, on the terminal and in the
// window, which then shows the book.
func TestUnknownMeetingIsSaidSo(t *testing.T) {
	t.Parallel()
	book := newBook(t, invented(t))
	w := newScreen(t, 1366, 768, "").launch("--book", book, "--open", "1 January 1999")
	w.expects = []string{"there is no meeting on 1 January 1999"}
	w.takesKeyboard()
	if !strings.Contains(w.said(), w.expects[0]) {
		t.Errorf("said %q; want %q", w.said(), w.expects[0])
	}
	w.press("Return")
	w.quit()
}

// A settings file that was cut short by a crash is no reason to complain, and
// the look chosen in the window is remembered over it.
func TestLookIsRememberedOverBrokenSettings(t *testing.T) {
	t.Parallel()
	s := newScreen(t, 1366, 768, "")
	s.remember("")
	w := s.start("--book", newBook(t, invented(t)))
	w.press("ctrl+k")
	w.settle()
	w.line("High contrast on black")
	w.quit()
	for _, want := range []string{`"look.ground":"dark"`, `"look.contrast":true`, `"window.size":"1366x768"`} {
		if got := read(t, s.settings()); !strings.Contains(got, want) {
			t.Errorf("the settings are %s; want %s in them", got, want)
		}
	}
}

// Whoever ends the program with a signal, as a desktop does when its user
// leaves, ends it in order: the words in the composer are kept.
func TestSignalledWindowKeepsUnfinishedWords(t *testing.T) {
	for _, signal := range []syscall.Signal{syscall.SIGTERM, syscall.SIGINT, syscall.SIGHUP} {
		t.Run(signal.String(), func(t *testing.T) {
			book := newBook(t, invented(t))
			w := newScreen(t, 1366, 768, "").start("--book", book, "--open", "last")
			w.line("# Any other business")
			const words = "The Clerk reported that the roof"
			w.types(words)
			w.pause(2) // they have arrived, and are not on disk yet
			if err := w.c.Process.Signal(signal); err != nil {
				t.Fatal(err)
			}
			w.leaves(0)
			if got := unfinished(t, book); got != words {
				t.Errorf("unfinished are %q; want %q", got, words)
			}
			if got := keptLines(t, book); len(got) != 1 {
				t.Errorf("the book has %q; want the one line entered", got)
			}
		})
	}
}

// A computer that cannot show the window says so, and what to use instead.
func TestNoWindow(t *testing.T) {
	book := newBook(t, invented(t))
	t.Run("no display", func(t *testing.T) {
		s := &screen{t: t, env: environment(t)}
		w := s.launch("--book", book)
		w.expects = []string{"no display to show a window on"}
		w.leaves(1)
		if !strings.Contains(w.said(), "minutectl") {
			t.Errorf("said %q; want it to name minutectl", w.said())
		}
	})
	t.Run("no OpenGL", func(t *testing.T) {
		w := newScreen(t, 800, 600, "", "-extension", "GLX").launch("--book", book)
		w.expects = []string{"needs OpenGL 2.1"}
		w.leaves(1)
		if !strings.Contains(w.said(), "minutectl") {
			t.Errorf("said %q; want it to name minutectl", w.said())
		}
	})
	ctl(t, book, "", "check") // and the book is free again
}

// Keys that come faster than the window is drawn go where they would have gone
// a moment later: Esc to the dialog that was opened just before it, and the
// words after it to the composer.
func TestKeysFasterThanTheScreen(t *testing.T) {
	book := newBook(t, invented(t))
	w := newScreen(t, 1366, 768, "").start("--book", book, "--open", "last")
	var want []string
	for n, opens := range []string{"F1", "ctrl+k", "ctrl+shift+e", "F1", "ctrl+g", "ctrl+f", "ctrl+n", "F1", "ctrl+shift+k", "F1"} {
		w.s.run("xdotool", "key", "--delay", "0", opens, "Escape")
		want = append(want, fmt.Sprintf("The Board noted paper %d", n))
		w.line(want[n])
	}
	w.quit()
	kept := keptLines(t, book)
	if got := kept[max(len(kept)-len(want), 0):]; !slices.Equal(got, want) {
		t.Errorf("the book ends with %q; want %q", got, want)
	}
}
