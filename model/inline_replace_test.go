package model

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestReplaceInline(t *testing.T) {
	for _, c := range []struct{ text, old, words, want string }{
		{"The Quay Board met", "Quay", "Dock", "The Dock Board met"},
		{"the **Quay** Board", "Quay", "Dock", "the **Dock** Board"},
		{"the **Quay** Board", "Quay Board", "Panel", "the **Panel**"},
		{"the **Quay** Board", "the Quay", "a Dock", "a Dock Board"},
		{"the **Quay** Board", "Quay", "", "the  Board"},
		{"see [the paper](http://example.org/paper) now", "paper", "plan", "see [the plan](http://example.org/paper) now"},
		{"see [go](go) go", "go go", "it", "see [it](go)"},
		{`a \*b and *c*`, "*b", "x", `a x and *c*`},
		{"*a* and ***b***", "b", "both", "*a* and ***both***"},
		{"plain", "plain", "**loud**", "**loud**"},
		{"see [go](go)", "go", "", ""},
	} {
		from := strings.LastIndex(Plain(c.text), c.old)
		got, ok := ReplaceInline(c.text, from, from+len(c.old), c.words)
		if ok != (c.want != "") || ok && got != c.want {
			t.Errorf("%q, %q for %q: %q %v, not %q", c.text, c.words, c.old, got, ok, c.want)
		}
	}
	if got, ok := ReplaceInline("short", 3, 9, "x"); ok || got != "short" {
		t.Errorf("beyond the end: %q %v", got, ok)
	}
}

// Whatever is replaced, the other words and how they look stay.
func TestReplaceInlineLeavesTheRest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.SampledFrom([]rune(`ab *[]()\`)), 1, 30, -1).Draw(t, "text")
		plain := Plain(text)
		if plain == "" {
			return
		}
		from := rapid.IntRange(0, len(plain)-1).Draw(t, "from")
		to := rapid.IntRange(from+1, len(plain)).Draw(t, "to")
		got, ok := ReplaceInline(text, from, to, "x")
		want := text
		if ok {
			want = plain[:from] + "x" + plain[to:]
			got = Plain(got)
		}
		if got != want {
			t.Fatalf("%q for %d to %d of %q: %q, not %q", "x", from, to, text, got, want)
		}
	})
}
