package markdown

import (
	"bytes"
	"errors"
	"testing"

	"minutebook/model"
	"minutebook/model/minutes"
)

func plain(s string) []model.Span { return []model.Span{{Text: s}} }

func TestChoices(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	err := Write(&b, minutes.Document{Blocks: []minutes.Block{
		minutes.People{Running: true, Names: []minutes.Name{{Text: plain("Ann *Chair*")}, {Text: plain("Ben")}}},
		minutes.Action{Name: "Action 1:", Text: plain("Ann to write"), Margin: plain("Ann\nby May")},
		minutes.Action{Name: "Action 2", Row: "row-2"},
		minutes.Heading{Level: 2, Text: plain("Action log"), Anchor: "part-log"},
		minutes.Table{Head: []string{"No.", "Action"}, Rows: []minutes.Row{{Anchor: "row-2", Cells: [][]model.Span{plain("2"), plain("Ben to read")}}}},
		minutes.Signature{Text: plain("Signed as a record."), Lines: []string{"Chair"}},
	}})
	if err != nil {
		t.Fatal(err)
	}
	want := `Ann \*Chair\*, Ben.

**Action 1:** Ann to write\
Ann; by May

**[Action 2](#action-log)**

## Action log

| No. | Action |
| --- | --- |
| 2 | Ben to read |

Signed as a record.

Chair ..............................
`
	if got := b.String(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestUnknownBlock(t *testing.T) {
	t.Parallel()
	if err := Write(&bytes.Buffer{}, minutes.Document{Blocks: []minutes.Block{nil}}); !errors.As(err, new(*minutes.Unknown)) {
		t.Errorf("an unknown block is %v", err)
	}
}
