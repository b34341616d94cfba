package diff

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Run is a stretch of words of which the same became.
type Run struct {
	Text string
	Mark Mark
}

// Words are the words of before and after in one row, marked. Without those
// inserted they are before, without those deleted after.
func Words(before, after string) []Run {
	a, b := Tokens(before), Tokens(after)
	var out []Run
	steps := Tidy(Of(a, b), func(s Step) int {
		if s.Mark == Inserted {
			return Weight(b[s.B])
		}
		return Weight(a[s.A])
	})
	for _, s := range steps {
		text := ""
		if s.Mark == Inserted {
			text = b[s.B]
		} else {
			text = a[s.A]
		}
		if n := len(out); n > 0 && out[n-1].Mark == s.Mark {
			out[n-1].Text += text
		} else {
			out = append(out, Run{text, s.Mark})
		}
	}
	return out
}

// Weight is how much a token counts in being the same: its letters and
// figures.
func Weight(token string) int {
	n := 0
	for _, r := range token {
		if ofWord(r) {
			n++
		}
	}
	return n
}

// Tokens are the words of a text, and what stands between them, each by itself.
// A figure such as 1,200 or 10:15 and a word such as Board's is one.
func Tokens(text string) []string {
	var out []string
	for text != "" {
		n := token(text)
		out = append(out, text[:n])
		text = text[n:]
	}
	return out
}

// token is the length of the first token of a text.
func token(text string) int {
	first, n := utf8.DecodeRuneInString(text)
	if !ofWord(first) {
		return n
	}
	before := first
	for n < len(text) {
		r, size := utf8.DecodeRuneInString(text[n:])
		next, _ := utf8.DecodeRuneInString(text[n+size:])
		if !ofWord(r) && !joins(before, r, next) {
			break
		}
		before, n = r, n+size
	}
	return n
}

func ofWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r)
}

// joins says whether r makes one word of what stands before and behind it.
func joins(before, r, next rune) bool {
	switch {
	case unicode.IsDigit(before) && unicode.IsDigit(next):
		return strings.ContainsRune(".,:/", r)
	case unicode.IsLetter(before) && unicode.IsLetter(next):
		return r == '\'' || r == '’'
	}
	return false
}

// Likeness is how alike the words of two texts are, whatever their order and
// capitals: from 0 to 1. Two texts without words are as alike as can be.
func Likeness(a, b string) float64 {
	inA, all := bag(a)
	inB, more := bag(b)
	if all+more == 0 {
		return 1
	}
	shared := 0
	for word, n := range inA {
		shared += min(n, inB[word])
	}
	return 2 * float64(shared) / float64(all+more)
}

// bag is how often each word stands in a text, and how many there are.
func bag(text string) (words map[string]int, all int) {
	words = map[string]int{}
	for _, t := range Tokens(strings.ToLower(text)) {
		if Weight(t) > 0 {
			words[t]++
			all++
		}
	}
	return words, all
}
