package ui

import (
	"strings"
	"unicode"

	"minutebook/model"
)

// expansion is a word that an abbreviation of the list stands for.
type expansion struct {
	// from..to are the runes of the word; word is as typed.
	from, to int
	word     string
	long     string
}

// expand looks for an abbreviation in the whole word that ends a text. The
// first of the list wins. Part of a name with signs in it, such as an address,
// is no word, nor is the prefix that says what an entry is.
func expand(list []model.Abbreviation, text []rune) (expansion, bool) {
	from := wordStart(text, len(text))
	x := expansion{from: from, to: len(text), word: string(text[from:])}
	if x.word == "" || from > 0 && !opensWord(text[from-1]) {
		return x, false
	}
	if x.long = longOf(list, x.word); x.long != "" {
		return x, true
	}
	for _, s := range []string{"'s", "’s"} {
		if stem, ok := strings.CutSuffix(x.word, s); ok {
			if x.long = longOf(list, stem); x.long != "" {
				x.long += s
				return x, true
			}
		}
	}
	return x, false
}

// wordStart is where the word begins that ends before the rune at to.
func wordStart(text []rune, to int) int {
	for to > 0 && (unicode.IsLetter(text[to-1]) || unicode.IsNumber(text[to-1]) || text[to-1] == '\'' || text[to-1] == '’' || unicode.Is(unicode.Mn, text[to-1])) {
		to--
	}
	return to
}

// opensWord says whether a word may begin behind r.
func opensWord(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune("([“‘\"*{–—", r)
}

// closesWord says whether r ends a word, so that an abbreviation expands.
func closesWord(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune(".,;:!?)]}”\"…/–—-*", r)
}

// longOf is what a word stands for in its own case; "" where it stands for
// nothing. An abbreviation with capitals is meant only so; one in small
// letters begins with a capital where the word does.
func longOf(list []model.Abbreviation, word string) string {
	small := strings.ToLower(word)
	for _, a := range list {
		switch {
		case a.Short == word:
			return a.Long
		case a.Short == small && (word == strings.ToUpper(word) || word == capital(small)):
			return capital(a.Long)
		}
	}
	return ""
}

// abbreviationsFor are the abbreviations that expand in the minutes of a body,
// the body's own before the clerk's.
func abbreviationsFor(book Book, body model.ID) ([]model.Abbreviation, error) {
	clerk, err := book.Clerk()
	if err != nil || body == "" {
		return clerk.Abbreviations, err
	}
	b, err := book.Body(body)
	return append(b.Abbreviations, clerk.Abbreviations...), err
}
