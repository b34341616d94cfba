package text

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"minutebook/model"
	"minutebook/model/minutes"
)

func write(t *testing.T, blocks ...minutes.Block) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, minutes.Document{Blocks: blocks}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func plain(s string) []model.Span { return []model.Span{{Text: s}} }

func TestLinesAreEightyColumns(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("several words of an ordinary sentence ", 12)
	out := write(t, minutes.Title{Lines: []string{long}}, minutes.Paragraph{Label: minutes.Label{Printed: "1.1."}, Text: plain(long)},
		minutes.List{Points: []minutes.Point{{Text: plain(long), Under: []minutes.Block{minutes.Action{Name: "Action 1:", Text: plain(long)}}}, {Level: 1, Text: plain(long)}}},
		minutes.Facts{Rows: []minutes.Fact{{Label: "Venue", Text: plain(long)}}}, minutes.People{Names: []minutes.Name{{Text: plain(long)}}})
	for _, l := range strings.Split(out, "\n") {
		if n := utf8.RuneCountInString(l); n > Width {
			t.Errorf("a line of %d columns: %q", n, l)
		}
		if strings.HasSuffix(l, " ") {
			t.Errorf("a line ends in a space: %q", l)
		}
	}
}

func TestLayout(t *testing.T) {
	t.Parallel()
	got := write(t, minutes.Title{Lines: []string{"Board", "Note"}}, minutes.Heading{Level: 2, Label: minutes.Label{Printed: "1."}, Text: plain("Plots")},
		minutes.Paragraph{Label: minutes.Label{Printed: "1.1."}, Text: plain("one\ntwo")}, minutes.Paragraph{Text: []model.Span{{Text: "a"}, {Text: "b", Address: "https://a.org"}, {Text: "c", Address: "#"}}},
		minutes.Signature{Lines: []string{"Signed"}})
	want := "Board\n=====\n\nNote\n\n\n1. Plots\n--------\n\n1.1. one\n     two\n\na[b](https://a.org)c\n\nSigned ....................................\n"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func row(cells ...string) minutes.Row {
	var r minutes.Row
	for _, c := range cells {
		r.Cells = append(r.Cells, plain(c))
	}
	return r
}

// A table of which only the last column must be broken stands in columns; in
// any other each row is a paragraph, so that its words keep their order.
func TestTables(t *testing.T) {
	t.Parallel()
	long := strings.TrimSpace(strings.Repeat("several words ", 6))
	got := write(t, minutes.Table{Head: []string{"Item", "No.", "Decision"}, Rows: []minutes.Row{row("128/17", "", long), row("7", "26/1")}})
	want := "Item    No.   Decision\n------  ----  " + strings.Repeat("-", 66) + "\n" +
		"128/17        several words several words several words several words several\n" + strings.Repeat(" ", 14) + "words several words\n7       26/1\n"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	got = write(t, minutes.Table{Head: []string{"No.", "Action", "Owner"}, Rows: []minutes.Row{row("1", long, "Ann"), row("2", "withdrawn", "")}})
	want = "No. | Action | Owner\n\n1 | several words several words several words several words several words\n  several words | Ann\n\n2 | withdrawn\n"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := write(t, minutes.Table{Head: []string{"A", "B"}, Rows: []minutes.Row{row("x", strings.Repeat("y", 90))}}); !strings.Contains(got, "\nx |\n  yyy") {
		t.Errorf("a word too long for a line is in\n%s", got)
	}
}

func TestUnwrapped(t *testing.T) {
	t.Parallel()
	long := strings.TrimSpace(strings.Repeat("several words of an ordinary sentence ", 12))
	d := minutes.Document{Blocks: []minutes.Block{minutes.Paragraph{Label: minutes.Label{Printed: "1.1."}, Text: plain(long)},
		minutes.List{Points: []minutes.Point{{Text: plain("one\ntwo")}}}, minutes.Table{Head: []string{"No.", "What"}, Rows: []minutes.Row{row("1", long)}}}}
	var b bytes.Buffer
	if err := WriteUnwrapped(&b, d); err != nil {
		t.Fatal(err)
	}
	if got := b.String(); !strings.HasPrefix(got, "1.1. "+long+"\n\n- one\n  two\n\nNo.  What\n") {
		t.Errorf("got\n%s", got)
	}
	if err := WriteUnwrapped(&b, minutes.Document{Blocks: []minutes.Block{nil}}); !errors.As(err, new(*minutes.Unknown)) {
		t.Errorf("an unknown block is %v", err)
	}
}

func TestChoices(t *testing.T) {
	t.Parallel()
	got := write(t, minutes.People{Running: true, Names: []minutes.Name{{Text: plain("Ann (Chair)")}, {Text: plain("Ben Jr.")}}},
		minutes.Action{Name: "Action 1:", Text: plain("Ann to write"), Margin: plain("Ann\nby May")}, minutes.Action{Name: "Action 2", Row: "row-2"},
		minutes.Resolution{Label: minutes.Label{Printed: "1.1"}, Name: "Decision:", Text: plain("So"), Detail: plain("Carried.")},
		minutes.Signature{Text: plain("Signed as a record."), Lines: []string{"Secretary", "Date"}})
	want := "Ann (Chair), Ben Jr.\n\nAction 1: Ann to write\n  Ann; by May\n\nAction 2\n\n1.1 Decision: So\n    Carried.\n\nSigned as a record.\n\n" +
		"Secretary ....................................\n\nDate      ....................................\n"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestUnknownBlock(t *testing.T) {
	t.Parallel()
	if err := Write(&bytes.Buffer{}, minutes.Document{Blocks: []minutes.Block{nil}}); !errors.As(err, new(*minutes.Unknown)) {
		t.Errorf("an unknown block is %v", err)
	}
}
