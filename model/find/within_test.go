package find

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestWithin(t *testing.T) {
	for _, c := range []struct{ text, typed, found string }{
		{"The roof of the Roofers' hall", "roof", "roof|Roof"},
		{"Zoë and ZOE and Zoe\u0308.", "zoe", "Zoë|ZOE|Zoe\u0308"},
		{"two  words\nhere", "Words here", "words\nhere"},
		{"aaaa", "aa", "aa|aa"},
		{"“quoted” – don’t", `"quoted" - don't`, "“quoted” – don’t"},
		{"Straße", "strasse", "Straße"}, {"Straße", "s", "S"}, {"ﬁne", "f", ""}, {"ﬁne", "fine", "ﬁne"},
		{"nothing", "", ""}, {"short", "much longer", ""}, {"a\xffb", "b", "b"},
	} {
		var all []string
		for _, s := range Within(c.text, c.typed) {
			all = append(all, c.text[s.From:s.To])
		}
		if got := strings.Join(all, "|"); got != c.found {
			t.Errorf("%q in %q: %q, not %q", c.typed, c.text, got, c.found)
		}
	}
}

// What is cut out of a text is found there, and what is found lies in the text
// in order.
func TestWithinFindsWhatIsThere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		letters := rapid.StringOfN(rapid.SampledFrom([]rune("aAbé ßœ-\n")), 0, 30, -1)
		before, typed, behind := letters.Draw(t, "before"), letters.Draw(t, "typed"), letters.Draw(t, "behind")
		text := before + "." + typed + "." + behind
		found := Within(text, "."+typed+".")
		if len(found) == 0 {
			t.Fatalf("%q is not found in %q", typed, text)
		}
		last := 0
		for _, s := range found {
			if s.From < last || s.To <= s.From || s.To > len(text) {
				t.Fatalf("%+v lies behind %d or beyond %d", s, last, len(text))
			}
			last = s.To
		}
	})
}
