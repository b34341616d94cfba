package phrase

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A token is one word or one mark of a text, with whether a space stands
// before it: the number of the word twice, and one more where a space does.
type token uint32

func newToken(word int, spaced bool) token {
	if spaced {
		return token(word<<1 | 1)
	}
	return token(word << 1)
}

func (t token) word() int    { return int(t >> 1) }
func (t token) spaced() bool { return t&1 == 1 }

// piece is a token still in letters.
type piece struct {
	text   string
	spaced bool
}

// split takes a text apart into words and marks. The genitive s is a piece of
// its own, and so are a hyphen and each part beside it.
func split(text string) []piece {
	var out []piece
	spaced := false
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if unicode.IsSpace(r) || unicode.IsControl(r) {
			spaced = true
			i += n
			continue
		}
		end := i + n
		if wordRune(r) {
			end = i + wordLen(text[i:])
		} else if apostrophe(r) && genitive(text[end:]) {
			end++
		}
		out = append(out, piece{text: text[i:end], spaced: spaced})
		spaced = false
		i = end
	}
	return out
}

// wordLen is the length in bytes of the word that text starts with.
func wordLen(text string) int {
	i := 0
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		within := apostrophe(r) && i > 0 && !genitive(text[i+n:]) && startsWord(text[i+n:])
		if !wordRune(r) && !within {
			break
		}
		i += n
	}
	return i
}

// genitive says whether what follows an apostrophe is an s that ends a word.
func genitive(rest string) bool {
	return strings.HasPrefix(rest, "s") && !startsWord(rest[1:])
}

func startsWord(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return wordRune(r)
}

func wordRune(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
}

func apostrophe(r rune) bool { return r == '\'' || r == '’' }

func sentenceEnd(word string) bool { return word == "." || word == "?" || word == "!" }

// vocabulary numbers words. Words that differ only in case have numbers of
// their own and share a class.
type vocabulary struct {
	numbers map[string]int
	classes map[string]int
	words   []word
	// class of each word: those that differ only in case share one.
	class []uint32
	// initial lists the words by their first letter, folded.
	initial map[rune][]int
	// marks counts the marks that have a kind of their own.
	marks int
}

type word struct {
	text, folded string
	kind         int
	// prior is how common the word is in formal English, as a share of all.
	prior float64
	// seen is how often it stands in the stock and in earlier minutes.
	seen float64
}

func newVocabulary() *vocabulary {
	return &vocabulary{numbers: map[string]int{}, classes: map[string]int{}, initial: map[rune][]int{}}
}

// number is that of a word, which is taken in where it is new.
func (v *vocabulary) number(text string) int {
	if n, ok := v.numbers[text]; ok {
		return n
	}
	text = strings.Clone(text)
	folded := strings.ToLower(text)
	if text == lineStart {
		folded = "."
	}
	class, ok := v.classes[folded]
	if !ok {
		class = len(v.classes)
		v.classes[folded] = class
	}
	w := word{text: text, folded: folded, kind: guessed(text)}
	n := len(v.words)
	if r, _ := utf8.DecodeRuneInString(folded); wordRune(r) {
		v.initial[r] = append(v.initial[r], n)
	} else if v.marks < ownMarks {
		w.kind = own + v.marks
		v.marks++
	}
	v.numbers[text] = n
	v.words = append(v.words, w)
	v.class = append(v.class, uint32(class))
	return n
}

// lookup is the number of a word that may not be known.
func (v *vocabulary) lookup(text string) (n int, ok bool) {
	if n, ok = v.numbers[text]; ok {
		return n, true
	}
	n, ok = v.numbers[strings.ToLower(text)]
	return n, ok
}

func (v *vocabulary) text(t token) string { return v.words[t.word()].text }
func (v *vocabulary) kind(t token) int    { return v.words[t.word()].kind }

// match is how many words before place i of a and place j of b are the same,
// up to reach.
func (v *vocabulary) match(a []token, i int, b []token, j int) int {
	n := 0
	for n < reach && n < i && n < j && v.class[a[i-1-n].word()] == v.class[b[j-1-n].word()] {
		n++
	}
	return n
}

// decapitalised is the first word of a sentence as it would stand within one.
func (v *vocabulary) decapitalised(text string) string {
	if _, ok := v.numbers[strings.ToLower(text)]; ok && text == capital(strings.ToLower(text)) {
		return strings.ToLower(text)
	}
	return text
}

func capital(text string) string {
	r, n := utf8.DecodeRuneInString(text)
	if r == utf8.RuneError {
		return text
	}
	return string(unicode.ToUpper(r)) + text[n:]
}
