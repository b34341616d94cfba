package minutes

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// show writes spans so that a test can say them: <b>, <i>, {address}.
func show(spans []Span) string {
	var b strings.Builder
	for _, s := range spans {
		out := s.Text
		if s.Address != "" {
			out += "{" + s.Address + "}"
		}
		if s.Italic {
			out = "<i>" + out + "</i>"
		}
		if s.Bold {
			out = "<b>" + out + "</b>"
		}
		b.WriteString(out)
	}
	return b.String()
}

func TestInline(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"":                                 "",
		"plain words":                      "plain words",
		"**bold** words":                   "<b>bold</b> words",
		"some *italic* words":              "some <i>italic</i> words",
		"***both***":                       "<b><i>both</i></b>",
		"**bold and *both* of them**":      "<b>bold and </b><b><i>both</i></b><b> of them</b>",
		"*italic and **both***":            "<i>italic and </i><b><i>both</i></b>",
		"(*so*), she said":                 "(<i>so</i>), she said",
		"from A* to C*":                    "from A* to C*",
		"5 * 3 * 2":                        "5 * 3 * 2",
		"*Clerk":                           "*Clerk",
		"** not bold **":                   "** not bold **",
		"see [the plan](https://a.org/x)":  "see the plan{https://a.org/x}",
		"[a](b(c)d) e":                     "a{b(c)d} e",
		"[minutes] (of May)":               "[minutes] (of May)",
		"[minutes](of May)":                "[minutes](of May)",
		"[empty]()":                        "[empty]()",
		"**[bold link](https://a.org)**":   "<b>bold link{https://a.org}</b>",
		`\*not italic*`:                    "*not italic*",
		`\**not bold**`:                    "**not bold**",
		`\[no link](https://a.org)`:        "[no link](https://a.org)",
		`\\server\papers`:                  `\\server\papers`,
		`a \ b`:                            `a \ b`,
		"two\nlines":                       "two\nlines",
		"one\r\ntwo\vthree\u2028four":      "one\ntwo\nthree\nfour",
		"a\x00b\x1bc\ufeffd\ufffee\ufdd0f": "abcdef",
		"bad \xff byte":                    "bad \ufffd byte",
	} {
		if got := show(Inline(in)); got != want {
			t.Errorf("Inline(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestInlineKeepsEveryCharacterButMarks(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOf(rapid.SampledFrom([]string{"*", "**", "[", "](", ")", "\\", "a", "b", " ", "é", ".", "\n"})).Draw(t, "s"), "")
		keep := func(s string) string {
			return strings.Map(func(r rune) rune {
				if strings.ContainsRune("*[]()\\", r) {
					return -1
				}
				return r
			}, s)
		}
		words := ""
		for _, span := range Inline(s) {
			if span.Text == "" {
				t.Fatalf("Inline(%q) has an empty span", s)
			}
			words += span.Text + span.Address
		}
		if keep(words) != keep(s) {
			t.Fatalf("Inline(%q) = %q", s, words)
		}
	})
}

func TestTarget(t *testing.T) {
	t.Parallel()
	for address, want := range map[string]bool{
		"https://a.org/b?c=d": true, "http://a.org": true, "mailto:a@b.org": true,
		"": false, "#": false, "#x": false, "javascript:alert(1)": false, "file:///etc/passwd": false, "//a.org": false, "https:": false, "data:text/html,x": false,
	} {
		if _, ok := (Span{Address: address}).Target(); ok != want {
			t.Errorf("%q: linked %t, want %t", address, ok, want)
		}
	}
}

func TestFill(t *testing.T) {
	t.Parallel()
	v := values{"name": "P. Moss", "time": "19:31", "note": "report received.", "empty": ""}
	for pattern, want := range map[string]string{
		"{name} joined.":                        "P. Moss joined.",
		"{name} joined[ at {time}].":            "P. Moss joined at 19:31.",
		"{name} joined[ during item {empty}].":  "P. Moss joined.",
		"Done[: {note}].":                       "Done: report received.",
		"[A {name}[, and {empty}].][ {empty}.]": "A P. Moss.",
		"[{empty}]":                             "",
	} {
		if err := checkPattern(pattern, []string{"name", "time", "note", "empty"}); err != nil {
			t.Error(err)
		}
		if got := fill(pattern, v); got != want {
			t.Errorf("fill(%q) = %q, want %q", pattern, got, want)
		}
	}
	for _, pattern := range []string{"{other}", "{name", "name}", "[{name}", "{name}]", "]["} {
		if checkPattern(pattern, []string{"name"}) == nil {
			t.Errorf("%q passes for a pattern", pattern)
		}
	}
}

func TestRightToLeft(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{"": false, "abc": false, "שלום": true, "1. مرحبا abc": true, "abc שלום": false, "… 12": false} {
		if RightToLeft(plain(text)) != want {
			t.Errorf("%q: from right to left is %t", text, !want)
		}
	}
}
