//go:build realwindow

package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// wantedOld is what is to come of the old minutes.
const wantedOld = "old-wanted.minutes"

// ofStyle is the house style that the file comes nearest to, which is not what is
// tried here.
var ofStyle = regexp.MustCompile(`(?m)^/style .*\n`)

// Old minutes are chosen, put right in two lines and taken in with nothing but
// the keyboard; what is in the book then is what was meant.
func TestImportByKeys(t *testing.T) {
	t.Parallel()
	book := filepath.Join(t.TempDir(), "trust.mb")
	trustBook(t, book)
	file := filepath.Join(t.TempDir(), "march.txt")
	if err := os.WriteFile(file, []byte(oldMinutes), 0o600); err != nil {
		t.Fatal(err)
	}
	s := newScreen(t, 1366, 768, oldMinutes)
	c := clerk{s.start("--book", book, "--log-level", "debug"), t}
	c.settle()
	c.byName("Import old minutes")
	c.settle()
	c.line(file)
	c.settle()
	c.press("Return") // The upper gate is a sub-heading
	c.settle()
	c.press("p") // The lower gate is none
	c.settle()
	c.press("Down", "d")
	c.settle()
	c.press("u", "d") // taken back, and said again
	c.settle()
	for range 3 { // what is doubtful yet is told first
		if strings.Contains(c.title(), "14 March 2017") || strings.Contains(c.title(), "Canal Trust") {
			break
		}
		c.press("ctrl+Return")
		c.settle()
	}
	c.quit()
	kept := filepath.Join(t.TempDir(), "kept.minutes")
	ctl(t, book, "", "export", "14 March 2017", kept)
	wanted := read(t, filepath.Join("testdata", wantedOld))
	sameLines(t, wanted, ofStyle.ReplaceAllString(read(t, kept), ""))
	if t.Failed() {
		t.Logf("the minutes kept:\n%s", read(t, kept))
	}
}
