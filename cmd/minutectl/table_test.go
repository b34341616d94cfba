package main

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestTableWrapsTheColumnThatHasTheWords(t *testing.T) {
	t.Parallel()
	table := table{columns: []column{{head: "NO"}, {head: "ACTION", most: rest}, {head: "STATE", most: 9}}}
	table.add("1", "Zoë to report on the sluice at the upper weir", "open")
	table.add("12", "Clerk to write", "complete, noted")
	table.section("7 July 2026")
	table.add("3", "Go", "open")
	var b strings.Builder
	if err := table.write(&b, 39); err != nil {
		t.Fatal(err)
	}
	want := `NO  ACTION                    STATE
1   Zoë to report on the      open
    sluice at the upper weir
12  Clerk to write            complete,
                              noted

7 July 2026
3   Go                        open
`
	if b.String() != want {
		t.Errorf("got\n%swant\n%s", b.String(), want)
	}
}

func TestTableKeepsItsShapeWhateverTheWords(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		table := table{columns: []column{{head: "A"}, {head: "B", most: rest}}}
		var words []string
		for range rapid.IntRange(0, 5).Draw(t, "rows") {
			cell := rapid.String().Draw(t, "cell")
			words = append(words, strings.Join(strings.Fields(clean(cell)), ""))
			table.add("x", cell)
		}
		width := rapid.IntRange(0, 60).Draw(t, "width")
		var b strings.Builder
		if err := table.write(&b, width); err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n")
		var got strings.Builder
		for _, line := range lines[1:] {
			if n := columns(line); n > max(width, narrowest+len(gap)+1)+1 {
				t.Fatalf("%q is %d columns wide, want %d", line, n, width)
			}
			got.WriteString(strings.TrimPrefix(line, "x"))
		}
		if strings.Join(strings.Fields(got.String()), "") != strings.Join(words, "") {
			t.Fatalf("words were lost: %q of %q", got.String(), words)
		}
	})
}

func TestColumnsCountWhatATerminalShows(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]int{"": 0, "abc": 3, "Zoë": 3, "Zoe\u0308": 3, "漢字": 4, "🎉": 2, "a\u200db": 2} {
		if got := columns(text); got != want {
			t.Errorf("%q takes %d columns, want %d", text, got, want)
		}
	}
}

func TestCleanLeavesNothingThatMovesTheCursor(t *testing.T) {
	t.Parallel()
	got := clean("a\x1b[31m\x07b\tc\nd\u202ee\x7f")
	if want := "a[31mb c de"; got != want || !utf8.ValidString(got) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestWrapSplitsOnlyWordsThatAreTooWide(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][]string{
		"":                 {""},
		"one two three":    {"one two", "three"},
		"unquestionably a": {"unquesti", "onably a"},
	} {
		if got := wrap(text, 8); !slices.Equal(got, want) {
			t.Errorf("%q gives %q, want %q", text, got, want)
		}
	}
}
