package minutes

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"minutebook/model"
)

func TestInlineIsClean(t *testing.T) {
	t.Parallel()
	bold := func(s string) model.Span { return model.Span{Text: s, Bold: true} }
	for text, want := range map[string][]model.Span{
		"":                                 nil,
		"\x00\ufeff":                       nil,
		"one\r\ntwo\vthree\u2028four":      {{Text: "one\ntwo\nthree\nfour"}},
		"a\x00b\x1bc\ufeffd\ufffee\ufdd0f": {{Text: "abcdef"}},
		"bad \xff byte\tand tab":           {{Text: "bad \ufffd byte\tand tab"}},
		"*\x1b*bold\x00*\ufeff*":           {bold("bold")},
		"[a\x00b](https://a.org/\x1bx) \u0085end": {{Text: "ab", Address: "https://a.org/x"}, {Text: " \nend"}},
	} {
		if got := inline(text); !slices.Equal(got, want) {
			t.Errorf("inline(%q) = %+v, want %+v", text, got, want)
		}
	}
}

func TestDocumentsHoldNoControlCharacters(t *testing.T) {
	t.Parallel()
	unfit := func(r rune) bool { return r != '\n' && r != '\t' && (isBreak(r) || !printable(r)) }
	parts := []string{"a", "*", "**", "[", "](", ")", "\\", " ", "\n", "\r", "\t", "\x00", "\x1b", "\u0085", "\u2028", "\ufeff", "\ufffe", "\xff"}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(rapid.SampledFrom(parts)).Draw(t, "text"), "")
		spans := slices.Concat(inline(text), plain(text), inline(line(text)))
		for _, s := range spans {
			for _, words := range []string{s.Text, s.Address} {
				if strings.ContainsFunc(words, unfit) || !utf8.ValidString(words) {
					t.Fatalf("%q gives %+v", text, s)
				}
			}
		}
	})
}

func TestRightToLeft(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{"": false, "abc": false, "שלום": true, "1. مرحبا abc": true, "abc שלום": false, "… 12": false} {
		if RightToLeft(plain(text)) != want {
			t.Errorf("%q: from right to left is %t", text, !want)
		}
	}
}
