// Package ideal is a clerk who never presses a key too many: it says how few keys
// a line takes with the completions offered, so that they can be measured.
package ideal

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"minutebook/model"
	"minutebook/model/phrase"
)

// least is how many characters a completion that counts gives.
const least = 3

// Way is how words get into a line.
type Way string

// The ways of getting words into a line.
const (
	// Typed is one character by its own key.
	Typed Way = "typed"
	// Whole is all of the completion offered, by Tab.
	Whole Way = "whole"
	// Word is its first word, by Right.
	Word Way = "word"
	// Short is an abbreviation typed in full and the character after it, on
	// which it expands.
	Short Way = "short"
)

// Stroke is one thing that a clerk does to a line.
type Stroke struct {
	How Way
	// Adds is what it adds to the line.
	Adds string
	// Typed are the characters typed for it: none where a completion is taken,
	// but for a mark that stands in the place of its last space.
	Typed string
}

// Keys are how many keys it takes, but for modifiers.
func (s Stroke) Keys() int {
	n := utf8.RuneCountInString(s.Typed)
	if s.How == Whole || s.How == Word {
		n++
	}
	return n
}

// Strokes are those by which a line is written with the fewest keys: offered gives the
// completion shown once so much of it stands there, and short are the
// abbreviations prepared. No completion of fewer than three characters is taken.
// Enter is not among the strokes.
func Strokes(line string, offered func(typed string) string, short []model.Abbreviation) []Stroke {
	keys := make([]int, len(line)+1)
	chosen := make([]Stroke, len(line))
	for i := len(line) - 1; i >= 0; i-- {
		if !utf8.RuneStart(line[i]) {
			continue
		}
		for n, s := range ways(line, i, offered(line[:i]), short) {
			if k := s.Keys() + keys[i+len(s.Adds)]; n == 0 || k < keys[i] {
				keys[i], chosen[i] = k, s
			}
		}
	}
	var out []Stroke
	for i := 0; i < len(line); i += len(chosen[i].Adds) {
		out = append(out, chosen[i])
	}
	return out
}

// ways are the strokes that bring line forward from place i.
func ways(line string, i int, offer string, short []model.Abbreviation) []Stroke {
	rest := line[i:]
	var out []Stroke
	for _, o := range []Stroke{{How: Whole, Adds: offer}, unspaced(rest, offer), {How: Word, Adds: phrase.FirstWord(offer)}} {
		if utf8.RuneCountInString(o.Adds) >= least && strings.HasPrefix(rest, o.Adds) {
			out = append(out, o)
		}
	}
	if opens(line[:i]) {
		for _, a := range short {
			if adds, typed, ok := expanded(rest, a); ok {
				out = append(out, Stroke{How: Short, Adds: adds, Typed: typed})
			}
		}
	}
	_, n := utf8.DecodeRuneInString(rest)
	return append(out, Stroke{How: Typed, Adds: rest[:n], Typed: rest[:n]})
}

// unspaced is the whole of an offer where its last space is too much: at the end
// of the line, where it means nothing, or before a mark, which takes its place.
func unspaced(rest, offer string) Stroke {
	s := Stroke{How: Whole}
	if words, ok := strings.CutSuffix(offer, " "); ok && strings.HasPrefix(rest, words) {
		switch after := rest[len(words):]; {
		case after == "":
			s.Adds = words
		case utf8.RuneCountInString(words) >= least && strings.ContainsRune(marks, rune(after[0])):
			s.Adds, s.Typed = words+after[:1], after[:1]
		}
	}
	return s
}

// marks are those before which no space stands.
const marks = ".,;:!?)"

// expanded is what an abbreviation gives at the start of rest, with the space or
// mark on which it expands, and what is typed for it. It may begin with a capital,
// and a genitive may come between.
func expanded(rest string, a model.Abbreviation) (adds, typed string, ok bool) {
	long, short := a.Long, a.Short
	if !strings.HasPrefix(rest, long) && short == strings.ToLower(short) {
		long, short = capital(long), capital(short)
	}
	after, ok := strings.CutPrefix(rest, long)
	if !ok {
		return "", "", false
	}
	n := 0
	for _, s := range []string{"'s", "’s"} {
		if strings.HasPrefix(after, s) {
			n = len(s)
		}
	}
	r, size := utf8.DecodeRuneInString(after[n:])
	if !unicode.IsSpace(r) && (size == 0 || !strings.ContainsRune(closing, r)) {
		return "", "", false
	}
	after = after[:n+size]
	return long + after, short + after, true
}

// opening are the signs behind which an abbreviation may begin, closing those on
// which it expands.
const (
	opening = "([“‘\"*{–—"
	closing = ".,;:!?)]}”\"…/–—-*"
)

func capital(text string) string {
	r, n := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(r)) + text[n:]
}

// opens says whether an abbreviation may stand at the end of text.
func opens(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(text)
	return text == "" || unicode.IsSpace(r) || strings.ContainsRune(opening, r)
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '\'' || r == '’' }
