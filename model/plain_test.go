package model_test

import (
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"minutebook/model"
)

func TestPlain(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"":                                  "",
		"plain words":                       "plain words",
		"a **bold** and *slanted* word":     "a bold and slanted word",
		"**all of it**":                     "all of it",
		"**bold *and* slanted**":            "bold and slanted",
		"grades A* to C*":                   "grades A* to C*",
		"2 * 3 * 4":                         "2 * 3 * 4",
		"(*see below*)":                     "(see below)",
		"an open *star":                     "an open *star",
		`a literal \*star\*`:                "a literal *star*",
		`\\server\papers`:                   `\\server\papers`,
		"[the plan](https://example.org/a)": "the plan",
		"[**the** plan](plan.pdf), noted":   "the plan, noted",
		"[128/17] Title":                    "[128/17] Title",
		"[an] (aside)":                      "[an] (aside)",
		"[not a link](with a space)":        "[not a link](with a space)",
		"two\n*lines*":                      "two\nlines",
		"*over\nlines*":                     "*over\nlines*",
		"caf\u00e9 **\u05e9\u05dc\u05d5\u05dd** \U0001F642": "caf\u00e9 \u05e9\u05dc\u05d5\u05dd \U0001F642",
	} {
		if got := model.Plain(text); got != want {
			t.Errorf("Plain(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestPlainOnlyTakesMarksAway(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.SampledFrom([]rune("ab *[]()\\\n\u00e9"))).Draw(t, "text")
		got := model.Plain(text)
		if !utf8.ValidString(got) {
			t.Fatalf("Plain(%q) = %q is not text", text, got)
		}
		rest := []rune(text)
		for _, r := range got {
			i := 0
			for i < len(rest) && rest[i] != r {
				i++
			}
			if i == len(rest) {
				t.Fatalf("Plain(%q) = %q is not what was there with something left out", text, got)
			}
			rest = rest[i+1:]
		}
	})
}
