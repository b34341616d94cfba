package export

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"minutebook/model"
)

// words are the words of a text in one form: in small letters, without accents
// and without what does not show. A figure is one word, without what parts its
// thousands.
func words(s string) []string {
	tokens := model.Tokens(plainForm(s))
	out := make([]string, len(tokens))
	for i, t := range tokens {
		out[i] = t.Word
	}
	return out
}

// plainForm is s with letters that look alike as one: of accents, ligatures and
// wide forms nothing is left.
func plainForm(s string) string {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return strings.Map(func(r rune) rune {
				if unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r) {
					return -1
				}
				return r
			}, norm.NFKD.String(s))
		}
	}
	return s
}

// index is the words and the runs of words of a text.
type index struct{ words, runs map[string]bool }

func newIndex() index { return index{map[string]bool{}, map[string]bool{}} }

// indexOf is the index of texts.
func indexOf(texts ...string) index {
	x := newIndex()
	for _, s := range texts {
		x.add(s)
	}
	return x
}

// add takes in a text. Figures with spaces between their thousands count as one
// figure too.
func (x index) add(text string) {
	list := words(text)
	for i, w := range list {
		x.words[w] = true
		if i+run <= len(list) {
			x.runs[strings.Join(list[i:i+run], " ")] = true
		}
		if figure := spaced(list[i:]); figure != "" {
			x.words[figure] = true
		}
	}
}

// spaced is the figure that a list of words begins with, its thousands apart:
// "4", "917", "233"; "" for none.
func spaced(list []string) string {
	if !isFigure(list[0]) || len(list[0]) > 3 {
		return ""
	}
	figure := list[0]
	for _, w := range list[1:] {
		if !isFigure(w) || len(w) != 3 {
			break
		}
		figure += w
	}
	if len(figure) <= 3 {
		return ""
	}
	return figure
}

func isFigure(w string) bool { return w != "" && w[0] >= '0' && w[0] <= '9' }

// without takes out what is in other too, and words that tell nothing.
func (x index) without(other index) {
	for w := range x.words {
		if other.words[w] || !telling(w) {
			delete(x.words, w)
		}
	}
	for r := range x.runs {
		if other.runs[r] {
			delete(x.runs, r)
		}
	}
}

// long is how many letters a word has at least that gives itself away inside
// another, as in an address without spaces.
const long = 6

// beyond is what is in x and not in other.
func (x index) beyond(other index) index {
	out := newIndex()
	for w := range x.words {
		if !other.words[w] {
			out.words[w] = true
		}
	}
	for r := range x.runs {
		if !other.runs[r] {
			out.runs[r] = true
		}
	}
	return out
}

// in says whether a text, of which is left what is not allowed, holds something
// of x, or a word made with one of it.
func (x index) in(text index) bool {
	for r := range x.runs {
		if text.runs[r] {
			return true
		}
	}
	for w := range text.words {
		if x.words[w] {
			return true
		}
		for secret := range x.words {
			if (len(secret) >= long || isFigure(secret)) && strings.Contains(w, secret) {
				return true
			}
		}
	}
	return false
}

// telling says whether a single word tells something: a word of three letters
// or a figure of four.
func telling(w string) bool {
	if isFigure(w) {
		return len(w) >= 4
	}
	return len([]rune(w)) >= 3
}
