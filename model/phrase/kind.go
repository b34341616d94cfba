package phrase

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The kinds of word that grammar tells apart. Marks and the commonest words are
// each a kind of their own.
const (
	other = iota
	noun
	verb
	nounOrVerb
	pluralNoun
	verbWithS
	nounOrVerbWithS
	pastForm
	ingForm
	adverb
	name
	initials
	figure
	own
	ownMarks = 60
	kinds    = 200
)

// guessed is the kind of a word by how it looks.
func guessed(text string) int {
	r, n := utf8.DecodeRuneInString(text)
	switch {
	case unicode.IsDigit(r):
		return figure
	case unicode.IsUpper(r) && len(text) > n && strings.ToUpper(text) == text:
		return initials
	case unicode.IsUpper(r):
		return name
	}
	for _, e := range []struct {
		ending string
		kind   int
	}{{"ing", ingForm}, {"ed", pastForm}, {"ly", adverb}, {"ss", noun}, {"s", pluralNoun}, {"ion", noun}, {"ment", noun}, {"ity", noun}} {
		if len(text) > 3 && strings.HasSuffix(text, e.ending) {
			return e.kind
		}
	}
	return other
}

// both is the kind of a word that is of two kinds, the commoner first.
func both(a, b int) int {
	switch {
	case a == noun && b == verb, a == verb && b == noun:
		return nounOrVerb
	case a == pluralNoun && b == verbWithS, a == verbWithS && b == pluralNoun:
		return nounOrVerbWithS
	}
	return a
}

// grammar counts which kinds of word follow which.
type grammar struct {
	one, after [kinds]float64
	two        [kinds][kinds]float64
	three      map[[3]uint8]float64
	pairs      map[[2]uint8]float64
	// different is how many kinds were seen after each.
	different [kinds]float64
	total     float64
}

func newGrammar() *grammar {
	return &grammar{three: map[[3]uint8]float64{}, pairs: map[[2]uint8]float64{}}
}

// add counts a word of kind c after words of kinds a and b.
func (g *grammar) add(a, b, c int) {
	g.total++
	g.one[c]++
	g.after[b]++
	if g.two[b][c] == 0 {
		g.different[b]++
	}
	g.two[b][c]++
	g.pairs[[2]uint8{uint8(a), uint8(b)}]++
	g.three[[3]uint8{uint8(a), uint8(b), uint8(c)}]++
}

// fit is how much likelier a word of kind c is after words of kinds a and b
// than anywhere.
func (g *grammar) fit(a, b, c int) float64 {
	const steady = 20 // how many pairs outweigh what is known of the second alone
	anywhere := (g.one[c] + 1) / (g.total + kinds)
	k := 4 + g.different[b]
	second := (g.two[b][c] + k*anywhere) / (g.after[b] + k)
	n := g.pairs[[2]uint8{uint8(a), uint8(b)}]
	return (g.three[[3]uint8{uint8(a), uint8(b), uint8(c)}] + steady*second) / (n + steady) / anywhere
}
