package minutes_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"minutebook/model"
	"minutebook/model/minutes"
	reader "minutebook/model/minutes/read"
)

// saidWords are the words of a file that is read, with its labels.
func saidWords(t *testing.T, name string, data []byte, format reader.Format) []string {
	t.Helper()
	d, err := reader.File(name, data)
	if err != nil {
		t.Fatal(err)
	}
	if d.Format != format {
		t.Errorf("%s is read as %s", name, d.Format)
	}
	var b strings.Builder
	for _, block := range d.Blocks {
		b.WriteString(block.Label + " " + block.Text() + "\n")
	}
	return split(b.String())
}

// TestTextsAndPagesAreReadBack holds that what this program writes as text, page
// or Markdown is read with the same words, in all house styles, and that lines
// of eighty columns make the same paragraphs as whole ones.
func TestTextsAndPagesAreReadBack(t *testing.T) {
	t.Parallel()
	for name, m := range minuted(t, "harbour", "plain", "council", "board", "motions") {
		for _, styled := range minutes.StyleNames() {
			d, err := minutes.Compose(m, style(t, styled), said(m))
			if err != nil {
				t.Fatal(err)
			}
			f, what := write(t, d), name+" in the style "+styled
			want := textWords(f.unwrapped)
			sameWords(t, what+", unwrapped", want, saidWords(t, "a.txt", f.unwrapped, reader.PlainText))
			sameWords(t, what+", text", want, saidWords(t, "a.txt", f.text, reader.PlainText))
			sameWords(t, what+", Markdown", want, saidWords(t, "a.md", f.markdown, reader.Markdown))
			sameWords(t, what+", page", slices.Concat(split(d.Skip), want), saidWords(t, "a.html", f.html, reader.HTML))
		}
	}
}

// TestWrappedTextIsWhole holds that the paragraphs of a text of eighty columns
// are those of the same text with every paragraph in one line.
func TestWrappedTextIsWhole(t *testing.T) {
	t.Parallel()
	for name, m := range minuted(t, "harbour", "plain", "council", "board", "motions") {
		if name == "council" {
			continue // its votes stand right below its resolutions, as a line that goes on would
		}
		f := write(t, compose(t, m, said(m)))
		whole, err := reader.File("a.txt", f.unwrapped)
		if err != nil {
			t.Fatal(err)
		}
		wrapped, err := reader.File("a.txt", f.text)
		if err != nil {
			t.Fatal(err)
		}
		for i := range max(len(whole.Blocks), len(wrapped.Blocks)) {
			if i >= len(whole.Blocks) || i >= len(wrapped.Blocks) {
				t.Errorf("%s: %d blocks, unwrapped %d", name, len(wrapped.Blocks), len(whole.Blocks))
				break
			}
			a, b := whole.Blocks[i], wrapped.Blocks[i]
			if a.Kind != b.Kind || a.Label != b.Label || strings.Join(strings.Fields(a.Text()), " ") != strings.Join(strings.Fields(b.Text()), " ") {
				t.Errorf("%s: line %d is %s [%s] %q, unwrapped %s [%s] %q", name, b.Line, b.Kind, b.Label, b.Text(), a.Kind, a.Label, a.Text())
				break
			}
		}
	}
}

// minuted are the meetings of those archives in testdata and, where they are at
// hand, the two real ones, by name.
func minuted(t *testing.T, archives ...string) map[string]model.Meeting {
	t.Helper()
	found := map[string]model.Meeting{}
	for _, name := range archives {
		archive, err := txtar.ParseFile("testdata/" + name + ".txtar")
		if err != nil {
			t.Fatal(err)
		}
		found[name] = read(t, name, archive.Files[0].Data)
	}
	for _, name := range []string{"2022-06-24", "2021-06-25"} {
		path := shared("seeds/" + name + ".minutes")
		if path == "" {
			continue
		}
		script, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		found[name] = read(t, path, script)
	}
	return found
}

// said is the audience of a document in which all is said.
func said(m model.Meeting) minutes.Audience {
	if m.HasRestricted() {
		return minutes.Full
	}
	return minutes.Unsaid
}
