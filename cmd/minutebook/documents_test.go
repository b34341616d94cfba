//go:build realwindow

package main

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"minutebook/assets"
)

// The clerk keeps withheld from the public, but not the words before it. The
// sample's meeting keeps an item about the ice works from the public.
const (
	openly, withheld   = "The Clerk had heard from", "Brambledown Quarries"
	restrictedInSample = "ice works"
)

var (
	preview    = bound{"ctrl+shift+p", "Preview"}
	exportFile = bound{"ctrl+shift+e", "Export the minutes"}
)

// harbourBook is a book with two meetings of the sample, of which the last is a
// draft that has an item which is restricted; words are replaced as given, in
// pairs.
func harbourBook(t *testing.T, replaced ...string) string {
	t.Helper()
	book := filepath.Join(t.TempDir(), "harbour.mb")
	ctl(t, book, "", "init")
	for _, day := range []string{"2025-11-18", "2026-03-17"} {
		text, err := assets.Samples.ReadFile("samples/harbour-" + day + ".minutes")
		if err != nil {
			t.Fatal(err)
		}
		draft := strings.Replace(string(text), "/state circulated\n", "/state draft\n", 1)
		ctl(t, book, strings.NewReplacer(replaced...).Replace(draft), "minute", "-")
	}
	return book
}

// atDocuments is a clerk at the last meeting of a book.
func atDocuments(t *testing.T, book string) clerk {
	t.Helper()
	return clerk{newScreen(t, 1366, 768, "").start("--book", book, "--open", "last", "--log-level", "debug"), t}
}

// Documents are previewed, restricted in part, exported, copied, printed and
// set in a style of the clerk's own with nothing but the keyboard. What is kept
// from the public is in nothing that is made for the public.
func TestDocumentsByKeysAlone(t *testing.T) {
	t.Parallel()
	var publicOfOthers, fullOfOthers string
	t.Run("other words restricted", func(t *testing.T) {
		c := atDocuments(t, harbourBook(t, restrictedInSample, "boat sheds", "arrears", "dispute", "29 May", "31 May"))
		publicOfOthers, fullOfOthers = c.previewsBoth()
		c.quit()
	})
	book := harbourBook(t)
	c := atDocuments(t, book)
	public, full := c.previewsBoth()
	if public != publicOfOthers {
		t.Error("the public preview depends on what is restricted")
	}
	if full == public || full == fullOfOthers {
		t.Error("the full preview does not show what is restricted")
	}
	c.typesBesidePreview(book, public)
	c.withholdsWords()
	made := map[string]string{
		"public": c.exportsFor("public", "Right"),
		"full":   c.exportsFor("full", "Right", "Right"),
		"beside": c.exportsBesideChanged(),
		"copied": c.copiesForPublic(book),
		"paper":  c.printsForPublic(),
		"own":    c.exportsInOwnStyle(),
	}
	c.quit()

	for what, words := range made {
		for _, restricted := range []string{withheld, restrictedInSample} {
			if is := strings.Contains(words, restricted); is != (what == "full") {
				t.Errorf("%s: it holds %q: %v\n%s", what, restricted, is, words)
			}
		}
		if !strings.Contains(words, openly) {
			t.Errorf("%s: it does not hold %q:\n%s", what, openly, words)
		}
	}
	if want := "Record of Harbour Oversight Board, 17 March 2026"; !strings.Contains(made["own"], want) || strings.Contains(made["public"], want) {
		t.Errorf("want the title %q in the clerk's own style alone:\n%s", want, made["own"])
	}
	want := filepath.Join(t.TempDir(), filepath.Base(c.file("full")))
	ctl(t, book, "", "export", "--audience", "full", "last", want)
	if read(t, want) != read(t, c.file("full")) {
		t.Error("the full file is not what minutectl exports")
	}
	if left := c.s.opened(); len(left) != 1 {
		t.Errorf("the window had %q opened", left)
	} else if _, err := os.Stat(left[0]); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("what was printed is still there: %v", err)
	}
}

// paper is the middle of what the window shows, pixel by pixel: there the
// preview is the paper alone.
func (c clerk) paper() string {
	c.t.Helper()
	return c.s.run("import", "-window", "root", "-crop", "620x360+300+160", "-depth", "8", "rgb:-")
}

// previewsBoth opens the preview at the restricted item and gives its paper as
// it is for the public and in full. Then it is for the public again.
func (c clerk) previewsBoth() (public, full string) {
	c.t.Helper()
	c.does(bound{"ctrl+Prior", "Previous item"})
	before := c.paper()
	c.does(preview)
	eventually(c.t, "the preview", func() bool { return c.paper() != before })
	c.settle()
	public = c.paper()
	c.byName("Preview: full version")
	eventually(c.t, "the full preview", func() bool { return c.paper() != public })
	c.settle()
	full = c.paper()
	c.byName("Preview: public version")
	eventually(c.t, "the public preview as it was", func() bool { return c.paper() == public })
	return public, full
}

// typesBesidePreview types words at the restricted item. They reach the
// composer with the preview shown, which is that of the public still, and when
// Esc has taken it away.
func (c clerk) typesBesidePreview(book, public string) {
	c.t.Helper()
	c.types("The tenant")
	c.settle()
	if c.paper() != public {
		c.t.Error("the public preview shows what is typed at a restricted item")
	}
	c.press("Escape")
	eventually(c.t, "the running order", func() bool { return c.paper() != public })
	c.types(" agreed")
	c.does(saveNow)
	eventually(c.t, "the words in the composer", func() bool { u, ok := drafted(c.t, book); return ok && u.Text == "The tenant agreed" })
	c.press("ctrl+a", "BackSpace")
}

// withholdsWords restricts words of an entry at the last item.
func (c clerk) withholdsWords() {
	c.t.Helper()
	c.does(bound{"ctrl+Next", "Next item"})
	c.line(openly + " " + withheld + ".")
	c.does(bound{"ctrl+Up", "Choose the entry above"})
	c.does(bound{"ctrl+e", "Edit the chosen entry"})
	c.press("Left", "shift+ctrl+Left", "shift+ctrl+Left")
	c.does(bound{"ctrl+shift+r", "Restricted, on or off"})
	c.line("Commercially confidential")
	c.press("Escape", "Escape")
}

// file is where the export proposes to write the meeting for an audience.
func (c clerk) file(audience string) string {
	return filepath.Join(c.s.home(), "harbour-oversight-board-2026-03-17-"+audience+".docx")
}

// exportsFor writes the meeting for an audience that those keys choose, and
// gives the words of the file.
func (c clerk) exportsFor(audience string, choose ...string) string {
	c.t.Helper()
	c.does(exportFile)
	c.press("Tab", "Tab", "Tab")
	c.press(choose...)
	return c.writes(c.file(audience))
}

// writes presses Enter in the export dialog and gives the words of the file
// that comes of it.
func (c clerk) writes(path string) string {
	c.t.Helper()
	c.press("Return")
	eventually(c.t, filepath.Base(path), func() bool { _, err := os.Stat(path); return err == nil })
	c.settle()
	c.press("Return") // it says where the file is
	return wordsIn(c.t, path)
}

// exportsBesideChanged exports again where somebody has changed the public file
// since. Enter does not replace it, and Enter again writes beside it.
func (c clerk) exportsBesideChanged() string {
	c.t.Helper()
	path := c.file("public")
	changed := read(c.t, path) + "changed elsewhere"
	if err := os.WriteFile(path, []byte(changed), 0o600); err != nil {
		c.t.Fatal(err)
	}
	before := c.files()
	c.does(exportFile)
	c.press("Tab", "Tab", "Tab", "Right", "Return")
	c.settle()
	if got := c.files(); !slices.Equal(got, before) {
		c.t.Errorf("with a changed file there are %q; want %q until Enter is pressed again", got, before)
	}
	beside := c.writes(c.file("public-2"))
	if read(c.t, path) != changed {
		c.t.Error("the file that was changed elsewhere was replaced")
	}
	return beside
}

// files are the Word files that there are.
func (c clerk) files() []string {
	c.t.Helper()
	files, err := filepath.Glob(c.file("*"))
	if err != nil {
		c.t.Fatal(err)
	}
	return files
}

// copiesForPublic copies the item as text and gives what is pasted of it.
func (c clerk) copiesForPublic(book string) string {
	c.t.Helper()
	c.byName("Copy this item as text")
	c.press("Return")
	c.settle()
	c.types("Pasted: ")
	c.press("ctrl+v")
	c.does(saveNow)
	pasted := ""
	eventually(c.t, "what was copied in the composer", func() bool {
		u, ok := drafted(c.t, book)
		pasted = u.Text
		return ok && strings.Contains(pasted, openly)
	})
	c.press("ctrl+a", "BackSpace")
	return pasted
}

// printsForPublic prints the meeting and gives the words of what is handed to
// the program that shows it.
func (c clerk) printsForPublic() string {
	c.t.Helper()
	c.does(bound{"ctrl+p", "Print the minutes"})
	c.press("Return")
	eventually(c.t, "the pages to be opened", func() bool { return len(c.s.opened()) > 0 })
	c.settle()
	path := c.s.opened()[0]
	if !strings.HasPrefix(read(c.t, path), "%PDF-") {
		c.t.Errorf("%s is no PDF", path)
	}
	return wordsIn(c.t, path)
}

// exportsInOwnStyle copies the body's house style, gives it another title and
// exports the meeting in it.
func (c clerk) exportsInOwnStyle() string {
	c.t.Helper()
	c.byName("Body: roster and house style")
	c.byName("House style: copy and change")
	c.line("Quayside")
	c.settle()
	c.press("Right", "ctrl+a")
	c.types("Record of {body}, {date}")
	c.press("Escape", "Escape")
	path := filepath.Join(c.s.home(), "quayside.docx")
	c.does(exportFile)
	c.types(path) // over the one proposed
	c.press("Tab", "Tab", "End", "Tab", "Right")
	return c.writes(path)
}

// wordsIn are the words in all parts of a Word file, whatever stands before it.
func wordsIn(t *testing.T, path string) string {
	t.Helper()
	data := []byte(read(t, path))
	parts, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatalf("%s: %v", filepath.Base(path), err)
	}
	var words strings.Builder
	for _, part := range parts.File {
		if strings.HasSuffix(part.Name, ".xml") {
			addWords(t, &words, part)
		}
	}
	return words.String()
}

// addWords adds the words of a part, a line for a paragraph.
func addWords(t *testing.T, words *strings.Builder, part *zip.File) {
	t.Helper()
	f, err := part.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	for d := xml.NewDecoder(f); ; {
		token, err := d.Token()
		switch token := token.(type) {
		case xml.CharData:
			words.Write(token)
		case xml.EndElement:
			if token.Name.Local == "p" {
				words.WriteByte('\n')
			}
		}
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatalf("%s: %v", part.Name, err)
		}
	}
}
