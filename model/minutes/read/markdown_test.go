package read

import (
	"strings"
	"testing"
)

func TestMarkdown(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ text, want string }{
		"blocks": {"---\ntitle: Board\n---\n# Minutes\n\nAttendees:\nAda Pike (AP)\nTom Reed (TR)  \nJo Lamb\n\n1\\. Welcome\n\n***\n\n> Quoted *words*\n\n```\nkept as is\n```\n", `
matter title: Board
~h1 Minutes
~p Attendees:
p Ada Pike (AP)
p Tom Reed (TR)
p Jo Lamb
~p [1.] Welcome
~rule
~p (Quote) Quoted /words/
~p (Preformatted) kept as is
`},
		"lists": {"- one\n  continued\n  1. deep\n  2. deeper\n\n* star\n\n3) three\n4) four\n\n- 3.1. Numbered\n", `
li0 [-] one
p continued
li1 [1.] deep
li1 [2.] deeper
~li0 [*] star
~li0 [3)] three
li0 [4)] four
~li0 [3.1.] Numbered
`},
		"spans": {"A **bold** and *it* and ***both*** [link](https://example.org \"t\") [ref][r] <https://example.org> `code` &amp; \\* <br>next <b>raw</b>\n\n[r]: https://ref.example\n", `
p A <bold> and /it/ and </both/> {link -> https://example.org} {ref -> https://ref.example} https://example.org code & *
p next <raw>
`},
		"tables": {"| No | Item |\n|----|------|\n| 1. | **Roads** |\n", `
row 1 head | p No | p Item
row 1 | p 1. | p <Roads>
`},
		"far in and HTML": {"Officers\n\n      * Nothing to report\n\n<!-- a remark -->\n\n<table><tr><td>A<td>B</tr></table>\n\n![Crest](c.png)\n", `
p Officers
~li0 [*] Nothing to report
~matter a remark
~row 1 | p A | p B
~matter ![Crest](c.png)
`},
		"wrapped": {"The harbour master said that the dredging of the inner basin had begun a week\nlate, and that the contractor would work on Sundays to make good the time that\nwas lost.\n", `
p The harbour master said that the dredging of the inner basin had begun a week late, and that the contractor would work on Sundays to make good the time that was lost.
`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			sketched(t, "old.md", c.text, c.want)
		})
	}
}

// TestMarkdownPlaces holds that blocks know their lines behind front matter.
func TestMarkdownPlaces(t *testing.T) {
	t.Parallel()
	d, err := File("old.md", []byte("---\ntitle: Board\n---\n\nOne\nTwo\n\n- Three\n\n| a | b |\n|---|---|\n| c | d |\n"))
	if err != nil {
		t.Fatal(err)
	}
	var at []int
	for _, b := range d.Blocks {
		at = append(at, b.Line)
	}
	if d.Title != "Board" || d.Format != Markdown || len(at) != 6 || at[0] != 2 || at[1] != 5 || at[2] != 6 || at[3] != 8 || at[4] != 10 || at[5] != 12 {
		t.Errorf("%v %+v", at, d)
	}
}

// TestWildMarkdown holds that what would keep the parser busy is read as text.
func TestWildMarkdown(t *testing.T) {
	t.Parallel()
	for _, words := range []string{
		strings.Repeat("> ", 4000) + "words", strings.Repeat("- ", 4000) + "words", strings.Repeat("[a](", 200_000),
		strings.Repeat("|a", 3000) + "|\n" + strings.Repeat("|-", 3000) + "|\n" + strings.Repeat("|a\n", 50_000),
		strings.Repeat(strings.Repeat(" ", 500)+"- a\n", 1000),
	} {
		d, err := File("wild.md", []byte(words))
		if err != nil || d.Format != Markdown {
			t.Errorf("%.20s: %v", words, err)
		}
	}
}
