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
	// Typed are the characters typed for it, none where a completion is taken.
	Typed string
}

// Keys are how many keys it takes, but for modifiers.
func (s Stroke) Keys() int { return max(1, utf8.RuneCountInString(s.Typed)) }

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
	for _, o := range []Stroke{{How: Whole, Adds: offer}, {How: Word, Adds: phrase.FirstWord(offer)}} {
		if utf8.RuneCountInString(o.Adds) >= least && strings.HasPrefix(rest, o.Adds) {
			out = append(out, o)
		}
	}
	before, _ := utf8.DecodeLastRuneInString(line[:i])
	for _, a := range short {
		if adds, ok := expansion(rest, a); ok && !inWord(before) {
			out = append(out, Stroke{How: Short, Adds: adds, Typed: a.Short + adds[len(a.Long):]})
		}
	}
	_, n := utf8.DecodeRuneInString(rest)
	return append(out, Stroke{How: Typed, Adds: rest[:n], Typed: rest[:n]})
}

// expansion is what an abbreviation gives at the start of rest, with the space
// or mark on which it expands.
func expansion(rest string, a model.Abbreviation) (string, bool) {
	if !strings.HasPrefix(rest, a.Long) {
		return "", false
	}
	r, n := utf8.DecodeRuneInString(rest[len(a.Long):])
	return rest[:len(a.Long)+n], unicode.IsSpace(r) || unicode.IsPunct(r)
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '\'' || r == '’' }
