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

func TestUnknownBlock(t *testing.T) {
	t.Parallel()
	if err := Write(&bytes.Buffer{}, minutes.Document{Blocks: []minutes.Block{nil}}); !errors.As(err, new(*minutes.Unknown)) {
		t.Errorf("an unknown block is %v", err)
	}
}
