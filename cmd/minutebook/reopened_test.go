//go:build realwindow

package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// Real minutes are opened again: three of their fifteen actions are completed
// from the register by keyboard, and not a byte of their documents changes. The
// next meeting offers just those three as completed, and the others as open.
func TestReopenedMinutesByKeys(t *testing.T) {
	t.Parallel()
	shared := os.Getenv("MINUTEBOOK_SHARED")
	if shared == "" {
		t.Skip("MINUTEBOOK_SHARED names no folder of real minutes")
	}
	s := &story{book: filepath.Join(t.TempDir(), "reopened.mb"), folder: t.TempDir()}
	ctl(t, s.book, "", "init")
	ctl(t, s.book, "", "minute", filepath.Join(shared, "seeds", "2022-06-24.minutes"))
	s.clerk = clerk{newScreen(t, 1366, 768, "").start("--book", s.book, "--open", "last", "--log-level", "debug"), t}
	formats := []string{".docx", ".html", ".txt"}
	var before []string
	for _, ext := range formats {
		before = append(before, s.export("before"+ext))
	}

	s.does(bound{"ctrl+shift+a", "Actions"})
	s.settle()
	s.press("Home", "Down", "c")
	s.line("on 1 September 2022, report received")
	s.settle()
	s.press("End", "shift+Up", "space") // the last two together
	s.line("on 2 September 2022")
	s.settle()
	s.press("Escape")
	for i, ext := range formats {
		if s.export("after"+ext) != before[i] {
			t.Errorf("completing actions changed the %s file", ext)
		}
	}

	s.makes("23 September 2022", "", "")
	lines := s.export("next.minutes")
	if got, want := numbersIn(lines, `(?m)^/done 24 June 2022 (\d+)`), "2 14 15"; got != want {
		t.Errorf("offered as completed are actions %q; want %q", got, want)
	}
	if got, want := numbersIn(lines, `(?m)^- Action (\d+), 24 June 2022: `), "1 3 4 5 6 7 8 9 11 13 10 12"; got != want { // by owner
		t.Errorf("offered as open are actions %q; want %q", got, want)
	}
	s.quit()
}

// numbersIn are the numbers that a pattern finds, with a space between them.
func numbersIn(text, pattern string) string {
	var all []string
	for _, m := range regexp.MustCompile(pattern).FindAllStringSubmatch(text, -1) {
		all = append(all, m[1])
	}
	return strings.Join(all, " ")
}
