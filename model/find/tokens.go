// Package find searches the words of meetings: how a text falls into words,
// what can be found in a meeting, and which hits come first.
package find

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// longest is how many letters of a word are looked at.
const longest = 64

// Tokens are the words of text as they are compared: without case, accents
// and apostrophes, in their order. "Zoë's café, item 3.2" gives zoes, cafe,
// item, 3, 2.
func Tokens(text string) []string {
	return strings.Fields(fold(text))
}

// letters are those that do not fall into a letter and an accent.
var letters = map[rune]string{'\u00df': "ss", '\u00f8': "o", '\u0142': "l", '\u0111': "d", '\u00f0': "d", '\u00fe': "th", '\u00e6': "ae", '\u0153': "oe"}

// fold is text without case, accents and apostrophes, and with its longest
// words cut short.
func fold(text string) string {
	f := folder{}
	f.out.Grow(len(text))
	for _, r := range norm.NFKD.String(text) {
		if r < utf8.RuneSelf {
			f.plain(byte(r))
		} else {
			f.accented(r)
		}
	}
	return f.out.String()
}

// A folder writes the letters of words, as many of each as are looked at.
type folder struct {
	out    strings.Builder
	length int // of the word being written
}

func (f *folder) letter(r rune) {
	if f.length++; f.length <= longest {
		f.out.WriteRune(r)
	}
}

func (f *folder) end() {
	f.length = 0
	f.out.WriteByte(' ')
}

// plain takes one of the characters that most texts are made of.
func (f *folder) plain(c byte) {
	switch {
	case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
		f.letter(rune(c))
	case 'A' <= c && c <= 'Z':
		f.letter(rune(c - 'A' + 'a'))
	case c == '\'': // within a word
	default:
		f.end()
	}
}

// accented takes any other.
func (f *folder) accented(r rune) {
	switch {
	case unicode.Is(unicode.Mn, r), r == '\u2019':
		return
	case !unicode.IsLetter(r) && !unicode.IsNumber(r):
		f.end()
		return
	}
	plain := unicode.ToLower(unicode.ToUpper(r))
	said, ok := letters[plain]
	if !ok {
		f.letter(plain)
		return
	}
	for _, r := range said {
		f.letter(r)
	}
}

// Query is what is searched for: every word of it must be there. A word also
// finds those that begin with it.
type Query struct{ words []string }

// Parse is the query that a clerk typed.
func Parse(typed string) Query {
	words := Tokens(typed)
	slices.Sort(words)
	return Query{slices.Compact(words)}
}

// Empty says whether nothing is searched for.
func (q Query) Empty() bool { return len(q.words) == 0 }

// Words are the different words of the query, folded.
func (q Query) Words() []string { return slices.Clone(q.words) }

// In says whether every word of the query begins a word of text.
func (q Query) In(text string) bool { return q.missing(Tokens(text)) == 0 }

// InWords is In for a text whose [Tokens] are known.
func (q Query) InWords(words []string) bool { return q.missing(words) == 0 }

// Names says whether every word of the query is a whole word of one of the
// names: "MPS" names "the MPS" and not "DMPS".
func (q Query) Names(names ...string) bool {
	return slices.ContainsFunc(names, func(name string) bool {
		words := Tokens(name)
		return !slices.ContainsFunc(q.words, func(w string) bool { return !slices.Contains(words, w) })
	})
}

// missing is how many words of the query begin none of words.
func (q Query) missing(words []string) int {
	n := 0
	for _, w := range q.words {
		if !slices.ContainsFunc(words, func(word string) bool { return strings.HasPrefix(word, w) }) {
			n++
		}
	}
	return n
}
