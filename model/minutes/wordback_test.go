package minutes_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"pgregory.net/rapid"

	"minutebook/model/minutes"
	"minutebook/model/minutes/html"
	reader "minutebook/model/minutes/read"
)

// readBack is a file as it is read back, which must be of that format.
func readBack(t rapid.TB, name string, data []byte, format reader.Format) reader.Document {
	t.Helper()
	d, err := reader.File(name, data)
	if err != nil {
		t.Fatal(err)
	}
	if d.Format != format {
		t.Fatalf("%s is read as %s", name, d.Format)
	}
	return d
}

// blockWords are the words of the text of a document that was read back, with
// its labels, without the numbers of pages in its contents list.
func blockWords(d reader.Document) []string {
	var b strings.Builder
	for _, block := range d.Blocks {
		words := block.Text()
		switch block.Kind {
		case reader.Header, reader.Footer:
			continue
		case reader.Paragraph, reader.ListItem, reader.Heading, reader.TableRow, reader.Rule, reader.PageBreak, reader.Matter:
		}
		if strings.HasPrefix(block.Style, "TOC ") && strings.Contains(words, "\t") {
			words = words[:strings.LastIndex(words, "\t")]
		}
		b.WriteString(block.Label + " " + words + "\n")
	}
	return split(b.String())
}

// program is where a program is; the test is skipped where it is not.
func program(t *testing.T, name, why string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skip(why)
	}
	return path
}

func runIn(t *testing.T, dir, name string, args ...string) {
	t.Helper()
	c := exec.Command(name, args...)
	c.Dir = dir
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v: %s", name, err, out)
	}
}

// composed are the invented minutes in their styles and, where they are at
// hand, the two real ones, by name.
func composed(t *testing.T) map[string]minutes.Document {
	t.Helper()
	found := map[string]minutes.Document{}
	for name, m := range minuted(t, "harbour", "plain", "council", "board", "motions", "annual") {
		found[name] = compose(t, m, said(m))
	}
	return found
}

func TestWordFilesOfEveryStyleAreReadBack(t *testing.T) {
	t.Parallel()
	archive, err := txtar.ParseFile("testdata/harbour.txtar")
	if err != nil {
		t.Fatal(err)
	}
	m := read(t, "harbour", archive.Files[0].Data)
	for _, name := range minutes.StyleNames() {
		d, err := minutes.Compose(m, style(t, name), minutes.Full)
		if err != nil {
			t.Fatal(err)
		}
		f := write(t, d)
		sameWords(t, name, textWords(f.text), blockWords(readBack(t, "m.docx", f.docx, reader.Word)))
	}
}

// TestLibreOfficeSavesAreRead reads what LibreOffice makes of our Word files.
func TestLibreOfficeSavesAreRead(t *testing.T) {
	t.Parallel()
	soffice := program(t, "soffice", "LibreOffice is not installed, so what it makes of a document cannot be read: make setup installs it")
	for _, c := range []struct {
		to, ext string
		format  reader.Format
	}{
		{"docx:MS Word 2007 XML", "docx", reader.Word}, {"odt", "odt", reader.ODT}, {"rtf", "rtf", reader.RTF},
	} {
		dir := t.TempDir()
		var names []string
		documents := composed(t)
		for name, d := range documents {
			path := filepath.Join(dir, name+".docx")
			if err := os.WriteFile(path, write(t, d).docx, 0o600); err != nil {
				t.Fatal(err)
			}
			names = append(names, path)
		}
		runIn(t, dir, soffice, append([]string{"--headless", "-env:UserInstallation=file://" + filepath.Join(t.TempDir(), "profile"), "--convert-to", c.to, "--outdir", "saved"}, names...)...)
		for name, d := range documents {
			data, err := os.ReadFile(filepath.Join(dir, "saved", name+"."+c.ext))
			if err != nil {
				t.Fatal(err)
			}
			got := readBack(t, name, data, c.format)
			sameWords(t, name+" as "+c.ext, textWords(write(t, d).text), blockWords(got))
			if got.Language != d.Language {
				t.Errorf("%s as %s is in %q", name, c.ext, got.Language)
			}
		}
	}
}

// TestPandocFilesAreRead reads the Word files that pandoc makes of our pages.
func TestPandocFilesAreRead(t *testing.T) {
	t.Parallel()
	pandoc := program(t, "pandoc", "pandoc is not installed, so the Word files that it makes cannot be read: apt install pandoc")
	dir := t.TempDir()
	for name, d := range composed(t) {
		var page bytes.Buffer
		if err := html.Write(&page, d); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name+".html"), page.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		runIn(t, dir, pandoc, name+".html", "-o", name+".docx")
		data, err := os.ReadFile(filepath.Join(dir, name+".docx"))
		if err != nil {
			t.Fatal(err)
		}
		got := blockWords(readBack(t, name, data, reader.Word))
		want := textWords(write(t, d).text)
		if len(got) < len(want) { // pandoc puts the title and the skip link before it
			t.Fatalf("%s: %d words of %d", name, len(got), len(want))
		}
		sameWords(t, name, want, got[len(got)-len(want):])
	}
}
