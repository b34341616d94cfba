package recognise

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"minutebook/model"
	house "minutebook/model/minutes"
	"minutebook/model/minutes/read"
	writer "minutebook/model/minutes/text"
	"minutebook/model/quick"
)

// TestSeeds reads two real minutes: items, paragraphs, points and actions as
// the clerk would have typed them, in the style that prints the same words.
func TestSeeds(t *testing.T) {
	shared := os.Getenv("MINUTEBOOK_SHARED")
	if shared == "" {
		t.Skip("the real minutes are not at hand: MINUTEBOOK_SHARED is not set")
	}
	for _, c := range []struct{ day, style, furniture string }{{"2021-06-25", "note", "3"}, {"2022-06-24", "publication", ""}} {
		source, err := os.ReadFile(filepath.Join(shared, "seeds", c.day+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		script, err := os.ReadFile(filepath.Join(shared, "seeds", c.day+".minutes"))
		if err != nil {
			t.Fatal(err)
		}
		want, err := quick.ReadScript(c.day, script, model.Meeting{}, quick.Options{})
		if err != nil {
			t.Fatal(err)
		}
		d, err := read.File(c.day+".txt", source)
		if err != nil {
			t.Fatal(err)
		}
		found := Meeting(d, Options{})
		if found.Style != c.style {
			t.Errorf("%s: the style is %s (%s), want %s", c.day, found.Style, found.StyleWhy, c.style)
		}
		if found.Meeting.Frozen != nil {
			t.Errorf("%s: numbers that go with the order were frozen", c.day)
		}
		sameItems(t, c.day, found.Meeting, want)
		got, text := printedWords(printedAs(t, found)), printedWords(string(source))
		if c.furniture != "" && text[len(text)-1] == c.furniture {
			text = text[:len(text)-1]
		}
		if i := differs(got, text); i >= 0 {
			t.Errorf("%s: printed anew, word %d differs: %q, and the source has %q", c.day, i, around(got, i), around(text, i))
		}
	}
}

// sameItems holds that two meetings have the same items with the same words of
// the same kinds.
func sameItems(t *testing.T, name string, got, want model.Meeting) {
	t.Helper()
	if len(got.Items) != len(want.Items) {
		t.Fatalf("%s: %d items, want %d", name, len(got.Items), len(want.Items))
	}
	for i, w := range want.Items {
		g := got.Items[i]
		if g.Title != w.Title || g.Reference != w.Reference || len(g.Entries) != len(w.Entries) {
			t.Errorf("%s: item %d is %q %q with %d entries, want %q %q with %d", name, i+1, g.Reference, g.Title, len(g.Entries), w.Reference, w.Title, len(w.Entries))
			continue
		}
		for k, we := range w.Entries {
			if ge := g.Entries[k]; ge.Kind != we.Kind || ge.Text != we.Text || ge.Level != we.Level || ge.Number != we.Number {
				t.Errorf("%s: item %d, entry %d is %s %q, want %s %q", name, i+1, k+1, ge.Kind, ge.Text, we.Kind, we.Text)
			}
		}
	}
}

// printedAs are minutes as text, as found and in the style that was found.
func printedAs(t *testing.T, f Found) string {
	t.Helper()
	s, err := house.LoadStyle(f.Style)
	if err != nil {
		t.Fatal(err)
	}
	d, err := house.Compose(f.Meeting, s, house.Full)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := writer.WriteUnwrapped(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

var (
	targets  = regexp.MustCompile(`\]\([^)]*\)`)
	inText   = regexp.MustCompile(`[\w.'/&-]*\w`)
	straight = strings.NewReplacer("’", "'", "‘", "'")
)

// printedWords are the words of a text, numbers such as 1.1 too; case, signs and
// the addresses of links do not count.
func printedWords(text string) []string {
	var words []string
	for _, w := range inText.FindAllString(straight.Replace(targets.ReplaceAllString(text, "]")), -1) {
		if w = strings.ToLower(strings.Trim(w, ".'")); strings.Trim(w, ".'-") != "" {
			words = append(words, w)
		}
	}
	return words
}

// differs is the first word that differs; -1 where none does.
func differs(a, b []string) int {
	for i := range max(len(a), len(b)) {
		if i >= len(a) || i >= len(b) || a[i] != b[i] {
			return i
		}
	}
	return -1
}

func around(words []string, i int) []string {
	return slices.Clone(words[min(max(0, i-4), len(words)):min(len(words), i+6)])
}
