package model

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Defined are the abbreviations that the words of text themselves define,
// either way round, "Senior Shore Officers (SSOs)" or "HOB (Harbour Oversight
// Board)", in the order of the text. Both sides are in the singular where the
// abbreviation stands in the plural.
//
// The letters must be the initials of the words beside them. Small words (of,
// and, for, the, in ...), the later parts of a hyphenated word and capitals
// inside a word may have a letter or none.
func Defined(text string) []Abbreviation {
	if !strings.Contains(text, "(") {
		return nil
	}
	var list []Abbreviation
	text = Plain(text)
	for at := 0; ; {
		open := strings.IndexByte(text[at:], '(')
		if open < 0 {
			return list
		}
		open += at
		end := strings.IndexByte(text[open:], ')')
		if end < 0 {
			return list
		}
		before, inside := text[at:open], text[open+1:open+end]
		if a, ok := definedBy(before, inside); ok && !slices.Contains(list, a) {
			list = append(list, a)
		}
		at = open + 1
		if !strings.Contains(inside, "(") {
			at = open + end + 1
		}
	}
}

// definedBy reads one pair of brackets with the words in front of it.
func definedBy(before, inside string) (Abbreviation, bool) {
	if short, plural, ok := abbreviationIn(inside); ok {
		before = lastSentence(before)
		start, ok := initials(letters(short), parts(before))
		return abbreviation(short, spelled(before, start.at), plural), ok
	}
	last := before
	if i := strings.LastIndexFunc(strings.TrimRightFunc(before, unicode.IsSpace), unicode.IsSpace); i >= 0 {
		last = before[i:]
	}
	if short, plural, ok := abbreviationIn(last); ok {
		words := parts(inside)
		if len(words) > 0 && strings.EqualFold(words[0].word, "the") {
			words = words[1:]
		}
		if start, ok := initials(letters(short), words); ok && start == words[0] {
			return abbreviation(short, spelled(inside, start.at), plural), true
		}
	}
	return Abbreviation{}, false
}

// abbreviationIn is the one abbreviation that words are, without what quotes
// it, and whether it stands in the plural.
func abbreviationIn(words string) (short string, plural, ok bool) {
	short = strings.Trim(strings.TrimPrefix(strings.TrimSpace(words), "the "), "\"'“”‘’")
	for _, s := range []string{"’s", "'s", "s"} {
		if bare, cut := strings.CutSuffix(short, s); cut {
			if last, _ := utf8.DecodeLastRuneInString(bare); unicode.IsUpper(last) {
				short, plural = bare, true
				break
			}
		}
	}
	capitals := 0
	for _, r := range short {
		switch {
		case unicode.IsUpper(r):
			capitals++
		case !unicode.IsLower(r) && r != '&' && r != '-':
			return "", false, false
		}
	}
	return short, plural, capitals >= 2 && utf8.RuneCountInString(short) <= 12 && 2*capitals >= utf8.RuneCountInString(short)
}

// abbreviation puts both sides into the singular where the short one stood in
// the plural.
func abbreviation(short, long string, plural bool) Abbreviation {
	if plural {
		long = singular(long)
	}
	return Abbreviation{Short: short, Long: long}
}

func singular(long string) string {
	for _, end := range []struct{ many, one string }{{"ies", "y"}, {"sses", "ss"}, {"ches", "ch"}, {"shes", "sh"}, {"xes", "x"}, {"ss", "ss"}, {"s", ""}} {
		if stem, ok := strings.CutSuffix(long, end.many); ok {
			return stem + end.one
		}
	}
	return long
}

// lastSentence is what follows the last end of a sentence or a clause: no
// definition reaches back over one.
func lastSentence(text string) string {
	for i := len(text) - 2; i >= 0; i-- {
		if strings.IndexByte(".;:!?\n", text[i]) >= 0 && (text[i] == '\n' || text[i+1] == ' ' || text[i+1] == '\n') {
			return text[i+1:]
		}
	}
	return text
}

// spelled are the words of a definition from byte at on.
func spelled(text string, at int) string {
	return strings.Join(strings.Fields(strings.Trim(text[at:], " \"'“”‘’,")), " ")
}

// part is a word, a part of a hyphenated one, or what a capital begins inside
// one; at counts bytes.
type part struct {
	word    string
	at      int
	initial rune
	// inner says that it does not begin a word.
	inner bool
}

// parts are the words of text with their parts.
func parts(text string) []part {
	var list []part
	last := rune(' ')
	for i, r := range text {
		letter := unicode.IsLetter(r) || unicode.IsDigit(r)
		begins := !unicode.IsLetter(last) && !unicode.IsDigit(last) && last != '\'' && last != '’'
		hump := unicode.IsUpper(r) && unicode.IsLower(last)
		if letter && (begins || hump) {
			list = append(list, part{word: wordAt(text[i:]), at: i, initial: unicode.ToUpper(r), inner: hump || last == '-'})
		}
		last = r
	}
	return list
}

func wordAt(text string) string {
	end := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '’' })
	if end < 0 {
		return text
	}
	return text[:end]
}

func letters(short string) []rune {
	var list []rune
	for _, r := range short {
		if unicode.IsLetter(r) {
			list = append(list, unicode.ToUpper(r))
		}
	}
	return list
}

var smallWords = []string{"of", "and", "for", "the", "in", "on", "to", "a", "an", "at", "by", "with", "or", "de", "la", "y", "i"}

func small(word string) bool { return slices.Contains(smallWords, word) }

// initials says with which of words the letters begin that end with the last
// of them, if they are the initials of the words before it.
func initials(letters []rune, words []part) (part, bool) {
	words = words[max(0, len(words)-4*len(letters)):] // no definition is longer
	m := matching{letters, words, map[[2]int]bool{}}
	start := m.back(len(letters), len(words))
	if start < 0 {
		return part{}, false
	}
	return words[start], true
}

// matching holds letters against words from the end; failed remembers how many
// of each were tried in vain.
type matching struct {
	letters []rune
	words   []part
	failed  map[[2]int]bool
}

func (m matching) back(letters, words int) int {
	if letters == 0 || words == 0 || m.failed[[2]int{letters, words}] {
		return -1
	}
	w := m.words[words-1]
	skip := w.inner || small(w.word)
	if w.initial == m.letters[letters-1] {
		if letters == 1 && !skip {
			return words - 1
		}
		if start := m.back(letters-1, words-1); start >= 0 {
			return start
		}
	}
	if skip {
		if start := m.back(letters, words-1); start >= 0 {
			return start
		}
	}
	m.failed[[2]int{letters, words}] = true
	return -1
}
