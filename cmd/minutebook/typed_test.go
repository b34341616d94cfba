//go:build realwindow

package main

import (
	"bytes"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"minutebook/assets"
	"minutebook/cmd/internal/identity"
	"minutebook/cmd/internal/which"
	"minutebook/store"
)

// script is a meeting in quick lines, as it is typed.
type script struct {
	name, text string
	// header is what minutectl sets the meeting up with, and lines are typed.
	header string
	lines  []string
	// words is the document to compare with, "" where there is none, and
	// ignore is a run of words in it to pass over.
	words, ignore string
}

var headerCommands = []string{"/body ", "/style ", "/title ", "/date ", "/time ", "/venue ", "/kind ", "/publication-type ", "/publication-date "}

func newScript(name, text string) script {
	s := script{name: name, text: text}
lines:
	for line := range strings.Lines(text) {
		for _, command := range headerCommands {
			if strings.HasPrefix(line, command) {
				s.header += line
				continue lines
			}
		}
		if line = strings.TrimRight(line, "\n"); line != "" {
			s.lines = append(s.lines, line)
		}
	}
	return s
}

// invented is the project's own script: a first meeting of eighty lines.
func invented(t *testing.T) script {
	t.Helper()
	const name = "harbour-2025-11-18"
	text, err := assets.Samples.ReadFile("samples/" + name + ".minutes")
	if err != nil {
		t.Fatal(err)
	}
	return newScript(name, string(text))
}

// scripts are the meetings to type: the invented one and, where there is the
// folder that MINUTEBOOK_SHARED names, two real ones.
func scripts(t *testing.T) []script {
	t.Helper()
	all := []script{invented(t)}
	shared := os.Getenv("MINUTEBOOK_SHARED")
	if shared == "" {
		t.Log("MINUTEBOOK_SHARED names no folder of real minutes: an invented meeting alone is typed")
		return all
	}
	for name, ignore := range map[string]string{"2022-06-24": "", "2021-06-25": "3"} {
		s := newScript(name, read(t, filepath.Join(shared, "seeds", name+".minutes")))
		s.words, s.ignore = filepath.Join(shared, "seeds", name+".txt"), ignore
		all = append(all, s)
	}
	return all
}

// newBook makes a book in which the script's meeting is set up.
func newBook(t *testing.T, s script) string {
	t.Helper()
	book := filepath.Join(t.TempDir(), "typed.mb")
	ctl(t, book, "", "init")
	ctl(t, book, s.header, "minute", "-")
	return book
}

// exports writes the open meeting to a file, by keyboard.
func (w *window) exports(path string) {
	w.s.t.Helper()
	w.press("ctrl+shift+e")
	w.settle()
	w.press("ctrl+a")
	w.line(path)
	eventually(w.s.t, filepath.Base(path), func() bool { _, err := os.Stat(path); return err == nil })
	w.settle()
	w.press("Return") // it says where the file is
	w.settle()
}

// What is typed into the window line by line, with nothing but a keyboard, is
// what the exported documents say, word for word, and what the book holds.
func TestTypedMeetingIsExportedWordForWord(t *testing.T) {
	t.Parallel()
	for _, s := range scripts(t) {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			book, folder := newBook(t, s), t.TempDir()
			w := newScreen(t, 1366, 768, s.text).start("--book", book, "--open", "last")
			for _, line := range s.lines {
				w.line(line)
			}
			w.settle()
			var files []string
			for _, ext := range []string{".docx", ".html", ".txt"} {
				files = append(files, filepath.Join(folder, "typed"+ext))
				w.exports(files[len(files)-1])
			}
			w.quit()
			kept := filepath.Join(folder, "kept.minutes")
			ctl(t, book, "", "export", "last", kept)
			sameLines(t, s.text, read(t, kept))
			for _, file := range files {
				s.sameWords(t, book, file)
			}
		})
	}
}

// sameWords compares a document that the window exported with the one that the
// script was made from or, for an invented script, with minutectl's export.
func (s script) sameWords(t *testing.T, book, file string) {
	t.Helper()
	if s.words == "" {
		want := filepath.Join(t.TempDir(), "want"+filepath.Ext(file))
		ctl(t, book, "", "export", "last", want)
		if read(t, want) != read(t, file) {
			t.Errorf("%s is not what minutectl exports", filepath.Base(file))
		}
		return
	}
	tool := filepath.Join(os.Getenv("MINUTEBOOK_SHARED"), "tools", "samewords")
	args := []string{s.words, file}
	if s.ignore != "" {
		args = append(args, "--ignore", s.ignore)
	}
	out, err := exec.Command(tool, args...).CombinedOutput()
	t.Logf("%s: %s", filepath.Base(file), bytes.TrimSpace(out))
	if err != nil {
		t.Errorf("%s: %v", filepath.Base(file), err)
	}
}

// sameLines tells of the first line in which two scripts differ.
func sameLines(t *testing.T, want, got string) {
	t.Helper()
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range max(len(w), len(g)) {
		var a, b string
		if i < len(w) {
			a = w[i]
		}
		if i < len(g) {
			b = g[i]
		}
		if a != b {
			t.Errorf("line %d:\n typed %q\n kept  %q", i+1, a, b)
			return
		}
	}
}

// The program is killed ten times while a meeting is typed, right after Enter
// or with half a line typed. Every time all that was entered is in the book,
// and the half line is in the composer of the next window.
func TestKilledWindowLosesNothing(t *testing.T) {
	t.Parallel()
	all := scripts(t)
	s := all[0]
	for _, other := range all {
		if other.name == "2022-06-24" {
			s = other
		}
	}
	seed := uint64(time.Now().UnixNano())
	chance := rand.New(rand.NewPCG(seed, 0))
	points := map[int]bool{}
	for len(points) < 10 {
		points[1+chance.IntN(len(s.lines)-1)] = true
	}
	t.Logf("killed as seed %d has it, after lines %v", seed, points)

	book := newBook(t, s)
	display := newScreen(t, 1366, 768, s.text)
	w := display.start("--book", book, "--open", "last")
	half, kills := 0, 0
	for i, line := range s.lines {
		w.line(string([]rune(line)[half:]))
		half = 0
		if !points[i+1] {
			continue
		}
		w.settle()
		if kills++; kills%2 == 0 && i+1 < len(s.lines) {
			next := []rune(s.lines[i+1])
			half = 1 + chance.IntN(len(next)-1)
			w.types(string(next[:half]))
			eventually(t, "half a line on disk", func() bool { u, ok := drafted(t, book); return ok && u.Text == string(next[:half]) })
		}
		w.kill()
		if got := keptLines(t, book); strings.Join(got, "\n") != strings.Join(s.lines[:i+1], "\n") {
			t.Errorf("killed after line %d: the book has %d lines", i+1, len(got))
			sameLines(t, strings.Join(s.lines[:i+1], "\n"), strings.Join(got, "\n"))
		}
		if want := string([]rune(s.lines[min(i+1, len(s.lines)-1)])[:half]); unfinished(t, book) != want {
			t.Errorf("killed after line %d: unfinished are %q; want %q", i+1, unfinished(t, book), want)
		}
		w = display.start("--book", book, "--open", "last")
	}
	w.quit()
	kept := filepath.Join(t.TempDir(), "kept.minutes")
	ctl(t, book, "", "export", "last", kept)
	sameLines(t, s.text, read(t, kept))
}

// The words in the composer come back with the caret where it was, whatever
// ended the program: what is typed next goes on there.
func TestKilledWindowKeepsTheCaret(t *testing.T) {
	t.Parallel()
	const words = "The Clerk reported the roof."
	book, w := quayBook(t)
	w.types(words)
	w.press(slices.Repeat([]string{"Left"}, len(" the roof."))...)
	behind := len(words) - len(" the roof.")
	eventually(t, "the words and their caret on disk", func() bool {
		u, ok := drafted(t, book)
		return ok && u.Text == words && u.Caret == behind
	})
	w.kill()
	w = w.s.start("--book", book, "--open", "last", "--log-level", "debug")
	w.types(" on")
	w.does(saveNow)
	eventually(t, "what is typed then on disk", func() bool {
		u, ok := drafted(t, book)
		return ok && u.Text == "The Clerk reported on the roof." && u.Caret == behind+len(" on")
	})
	w.does(bound{"ctrl+q", "Quit"})
	w.leaves(0)
}

// keptLines are the lines that the book holds, without the meeting's header.
func keptLines(t *testing.T, book string) []string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "kept.minutes")
	ctl(t, book, "", "check")
	ctl(t, book, "", "export", "last", file)
	return newScript("", read(t, file)).lines
}

// unfinished are the words that the book keeps for the composer.
func unfinished(t *testing.T, path string) string {
	t.Helper()
	book, err := store.Open(path, store.Options{Program: "test", Now: time.Now, NewID: identity.New, ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = book.Close() }()
	meetings, err := book.Meetings()
	if err != nil {
		t.Fatal(err)
	}
	last, err := which.Meeting(meetings, "last")
	if err != nil {
		t.Fatal(err)
	}
	words, err := book.Unfinished(last.ID)
	if err != nil {
		t.Fatal(err)
	}
	return words.Text
}
