package model

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Misspelled is a word that is not spelt right, and where it stands in its
// text, in characters (runes).
type Misspelled struct {
	Word     string
	From, To int
}

// Misspelt are the words of text that right does not know, in their order.
// Left out are words with digits, with more than one capital, of one letter,
// in addresses, and the short names of months, as in "by 14 dec"; a hyphenated word is right where its parts are. right is
// asked with the apostrophe as it stands and with a straight one.
func Misspelt(text string, right func(word string) bool) []Misspelled {
	return misspelt(text, wordsOf(text), right)
}

func misspelt(text string, words []word, right func(word string) bool) []Misspelled {
	var list []Misspelled
	addresses := strings.ContainsAny(text, `@/\_`) || strings.Contains(text, "www.")
	runes, bytes := 0, 0 // counted so far
	for _, w := range words {
		if !checked(w) || spelt(w.text, right) || addresses && inAddress(text, w) {
			continue
		}
		runes += len([]rune(text[bytes:w.at]))
		n := len([]rune(w.text))
		list = append(list, Misspelled{Word: w.text, From: runes, To: runes + n})
		runes, bytes = runes+n, w.end
	}
	return list
}

// checked says whether a word is one that a dictionary can know.
func checked(w word) bool {
	if len(w.text) < 2 || w.capitals > 1 && !strings.Contains(w.text, "-") || strings.ContainsAny(w.text, "0123456789&") {
		return false
	}
	_, first := utf8.DecodeRuneInString(w.text)
	return first < len(w.text) && !slices.Contains(shortMonths, w.text)
}

// shortMonths are months as a due date may have them.
var shortMonths = []string{"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"}

// inAddress says whether a word is part of an address or a path.
func inAddress(text string, w word) bool {
	from := strings.LastIndexFunc(text[:w.at], unicode.IsSpace) + 1
	to := len(text)
	if end := strings.IndexFunc(text[w.end:], unicode.IsSpace); end >= 0 {
		to = w.end + end
	}
	return strings.ContainsAny(text[from:to], `@/\_`) || strings.HasPrefix(text[from:to], "www.")
}

// spelt says whether a word is right: as it stands, without the 's of a
// genitive, or in its hyphenated parts.
func spelt(word string, right func(string) bool) bool {
	if right(word) { // most are
		return true
	}
	word = strings.ReplaceAll(word, "’", "'")
	bare := strings.TrimSuffix(word, "'s")
	if right(word) || bare != word && right(bare) {
		return true
	}
	parts := strings.Split(bare, "-")
	if len(parts) == 1 {
		return false
	}
	for _, part := range parts {
		if len([]rune(part)) > 1 && part != strings.ToUpper(part) && !right(part) {
			return false
		}
	}
	return true
}
