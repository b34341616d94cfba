package read

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"minutebook/model"
)

// held reads a file and holds what is so of any: it is read into blocks that
// know their places, or refused in words.
func held(t testing.TB, name string, data []byte) {
	t.Helper()
	d, err := File(name, data)
	heldRead(t, name, d, err)
}

func heldRead(t testing.TB, name string, d Document, err error) {
	t.Helper()
	if err != nil {
		var why *Unreadable
		if !errors.As(err, &why) || why.Reason == "" || why.Name != name {
			t.Fatalf("%v is no reason", err)
		}
		return
	}
	if len(d.Blocks) == 0 {
		t.Fatal("nothing was read")
	}
	heldBlocks(t, d.Blocks)
}

func heldBlocks(t testing.TB, blocks []Block) {
	t.Helper()
	for _, b := range blocks {
		if (b.Kind == TableRow) != (len(b.Cells) > 0) || b.Kind == TableRow && b.Table < 1 {
			t.Fatalf("a %s has %d cells", b.Kind, len(b.Cells))
		}
		heldLevel(t, b)
		if slices.ContainsFunc(b.Spans, unfit) {
			t.Fatalf("a %s says %q", b.Kind, b.Text())
		}
		for _, c := range b.Cells {
			if c.Columns < 1 {
				t.Fatal("a cell of no column")
			}
			heldBlocks(t, c.Blocks)
		}
	}
}

// unfit says whether a span says nothing, or what cannot be shown.
func unfit(s model.Span) bool {
	return s.Text == "" || strings.ContainsFunc(s.Text, func(c rune) bool { return unicode.IsControl(c) && c != '\n' && c != '\t' })
}

// heldLevel holds that a block stands in a place that there is.
func heldLevel(t testing.TB, b Block) {
	t.Helper()
	if b.Line < 1 || b.Level < 0 || b.Indent < 0 || b.Kind == Heading && (b.Level < 1 || b.Level > 6) {
		t.Fatalf("a %s of level %d stands %d in, in line %d", b.Kind, b.Level, b.Indent, b.Line)
	}
}

// seed gives a fuzzer the real minutes that are at hand, and what the tables of
// tests have.
func seed(f *testing.F, more ...string) {
	for _, s := range more {
		f.Add([]byte(s))
	}
	shared := os.Getenv("MINUTEBOOK_SHARED")
	if shared == "" {
		return
	}
	paths, err := filepath.Glob(filepath.Join(shared, "*", "*.txt"))
	if err != nil {
		f.Fatal(err)
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
}

func FuzzText(f *testing.F) {
	seed(f, "---\na: b\n---\n# A\n| a | b |\n|---|---|\n| c \n\n| d |\n<table><tr><td>x</table>\n<!-- c -->\n1\\. **x** *y _z_ [a](b.c)\n```\ncode\n```\n> q\n\fA. one\nB. two\n",
		"a | b\n--|--\nc | d\n", "\xff\xfea\x00b\x00", "caf\xe9", "{\n}\nwords")
	f.Fuzz(func(t *testing.T, data []byte) { held(t, "a.txt", data) })
}

func FuzzPage(f *testing.F) {
	seed(f, "<html><ol start=3 type=a><li>x<table><tr><td rowspan=2>a<td>b<tr><td>c</table><dl><dt>a<dd>b</dl><p style='mso-list:l0 level1'><span style='mso-list:Ignore'>1.</span>x<del>d</del><pre>a\nb</pre>",
		"<table><tr><td><table><tr><td>x<td>y</table>", "<html><meta charset=windows-1250><b>\xe9")
	f.Fuzz(func(t *testing.T, data []byte) { held(t, "a.html", append([]byte("<html>"), data...)) })
}

func FuzzMarkdown(f *testing.F) {
	seed(f, "# A\n\n- a\n  1. b\n     > c\n\n| a | b |\n|---|---|\n| c | d |\n\n    * code\n\n<div>\nx\n</div>\n\n[a][b] ![i](j) <b>x</b>\n\n[b]: c\n")
	f.Fuzz(func(t *testing.T, data []byte) { held(t, "a.md", data) })
}

// FuzzPDFWords reads anything as what a program has taken out of a PDF.
func FuzzPDFWords(f *testing.F) {
	seed(f, "  HARBOUR BOARD\n\n1.  Quay            The quay was\n                    mended.\n\f2.  Lamps\n\f", "\f\f\n", "\\")
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := PDFText("a.pdf", data)
		heldRead(t, "a.pdf", d, err)
	})
}

// TestNoWordIsLost holds that all letters of a text are in its blocks, whatever
// marks stand around it and however its lines are set.
func TestNoWordIsLost(t *testing.T) {
	t.Parallel()
	piece := rapid.SampledFrom([]string{"harbour", "Ada", "Board", "agreed", "of", "the", "A.", "1.", "2.1", "(a)", "*", "**", "_", "`", "|", "[", "]", "(", ")", "-", "•", "#", ">",
		"\t", "   ", "\n", "\n", "\n\n", "\n\n", "\n---\n", "\n|---|---|\n", "\\", "&", "\f", ". ", ", ", ":", "re-\n", "~", "!", "b)", "iv.", "<", "```"})
	rapid.Check(t, func(t *rapid.T) {
		words := strings.Join(rapid.SliceOfN(piece, 1, 60).Draw(t, "pieces"), "")
		for _, name := range []string{"a.txt", "a.html"} {
			data := words
			if name == "a.html" {
				data = "<html><p>" + strings.ReplaceAll(words, "<", "&lt;")
			}
			d, err := File(name, []byte(data))
			if err != nil {
				continue
			}
			want := letterRow(words)
			if got := letterRow(allSaid(d.Blocks)); got != want {
				t.Fatalf("%s: %q is read as\n%s", name, words, sketch(d.Blocks))
			}
		}
	})
}

// Where a link leads is kept beside its words, or else both stay words.
func TestLinksLoseNoWord(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"[harbour](harbour)", "[Ada](A.)", "[*a* b](#Board) c", "[](#Board)", "[ ](#Board)", "a [\t](Board.) b", "a [\n](Board.) b"} {
		d, err := File("a.txt", []byte(words))
		if err != nil {
			t.Fatal(err)
		}
		if got, want := letterRow(allSaid(d.Blocks)), letterRow(words); got != want {
			t.Errorf("%q is read as\n%s", words, sketch(d.Blocks))
		}
	}
}

// allSaid is all that blocks say: labels, words, and behind the words of a link
// where it leads.
func allSaid(blocks []Block) string {
	var b strings.Builder
	for _, block := range blocks {
		b.WriteString(block.Label + " ")
		for i, s := range block.Spans {
			b.WriteString(s.Text)
			if i+1 == len(block.Spans) || block.Spans[i+1].Address != s.Address {
				b.WriteString(" " + s.Address + " ")
			}
		}
		for _, c := range block.Cells {
			b.WriteString(" " + allSaid(c.Blocks))
		}
		b.WriteString("\n")
	}
	return b.String()
}

// letterRow is the letters and figures of a text alone.
func letterRow(s string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			return c
		}
		return -1
	}, s)
}
