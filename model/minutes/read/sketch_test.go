package read

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"minutebook/model"
)

// sketch draws blocks a line each: a gap above as "~", what the block is, its
// label in brackets and its words with their marks.
func sketch(blocks []Block) string {
	var b strings.Builder
	for _, block := range blocks {
		if block.Gap {
			b.WriteByte('~')
		}
		b.WriteString(sketchOf(block) + "\n")
	}
	return b.String()
}

func sketchOf(b Block) string {
	kind := string(b.Kind)
	switch b.Kind {
	case Heading:
		kind = fmt.Sprint("h", b.Level)
	case ListItem:
		kind = fmt.Sprint("li", b.Level)
	case Paragraph:
		kind = "p"
	case TableRow:
		var cells []string
		for _, c := range b.Cells {
			cell := strings.TrimSpace(strings.ReplaceAll(sketch(c.Blocks), "\n", " "))
			if c.Columns > 1 {
				cell += fmt.Sprint(" x", c.Columns)
			}
			cells = append(cells, cell)
		}
		head := ""
		if b.HeaderRow {
			head = " head"
		}
		return fmt.Sprintf("row %d%s | %s", b.Table, head, strings.Join(cells, " | "))
	case Rule, PageBreak, Header, Footer, Matter:
	}
	if b.Style != "" {
		kind += " (" + b.Style + ")"
	}
	if b.Label != "" {
		kind += " [" + b.Label + "]"
	}
	return strings.TrimSpace(kind + " " + drawn(b.Spans))
}

// drawn is the words of spans with marks for their look.
func drawn(spans []model.Span) string {
	var b strings.Builder
	for _, s := range spans {
		text := s.Text
		if s.Italic {
			text = "/" + text + "/"
		}
		if s.Bold {
			text = "<" + text + ">"
		}
		if s.Address != "" {
			text = "{" + text + " -> " + s.Address + "}"
		}
		b.WriteString(text)
	}
	return b.String()
}

// sketched reads a file and holds its blocks to be those sketched.
func sketched(t *testing.T, name, data, want string) {
	t.Helper()
	d, err := File(name, []byte(data))
	if err != nil {
		t.Fatal(err)
	}
	if got := sketch(d.Blocks); got != strings.TrimPrefix(want, "\n") {
		t.Errorf("got\n%swant\n%s", got, strings.TrimPrefix(want, "\n"))
	}
}

// refusedWith holds that a file is not taken in, and that the reason has words.
func refusedWith(t *testing.T, name string, data []byte, words string) {
	t.Helper()
	d, err := File(name, data)
	var why *Unreadable
	if !errors.As(err, &why) {
		t.Fatalf("%s was taken in: %v, %v", name, err, d.Format)
	}
	if why.Name != name || !strings.Contains(why.Reason, words) || strings.HasSuffix(why.Reason, ".") {
		t.Errorf("%s is refused with %q, want words of %q", name, why.Error(), words)
	}
}
