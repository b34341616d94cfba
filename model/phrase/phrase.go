// Package phrase completes what a clerk types from what the office has minuted
// before: the words of earlier meetings, of the meeting being minuted and of the
// line itself, and a stock of formal English for a book that is still empty.
package phrase

import "strings"

// Model is what is learnt from an office's minutes. One goroutine at a time may
// use it: learn in the background, then hand it over.
type Model struct {
	words   *vocabulary
	grammar *grammar
	// book holds the stock and then the earlier minutes, now the meeting being
	// minuted.
	book, now *corpus
	// stock is where the office's own words begin in book; total is how many
	// words book has.
	stock int
	total float64
	// room for the work of one completion, used again for the next
	slots   []int32
	recent  []float64
	lately  []int
	follows []chance
	choices []chance
}

// lineStart stands before every line. What follows it follows a full stop too.
const lineStart = "\n"

// prefixes are those of quick lines whose words read otherwise than a paragraph's.
var prefixes = []string{"- ", "-- ", "a: ", "d: ", "m: ", "v: ", "i: ", "p: ", "# ", "## "}

// New is a model that knows the stock of formal English and nothing else.
func New() *Model {
	m := &Model{words: newVocabulary(), grammar: newGrammar(), book: newCorpus(), now: newCorpus()}
	m.words.number(unknown)
	m.learnStock()
	return m
}

// unknown stands for every word that was never learnt.
const unknown = ""

// Learn takes in the words of one entry or title from earlier minutes, inline
// marks taken out, after its prefix as a quick line ("a: ", "# ") where it has
// one: see [Texts].
func (m *Model) Learn(text string) { m.learn(m.book, text) }

// LearnNow takes in the same of the meeting being minuted: it weighs more, the
// newest most.
func (m *Model) LearnNow(text string) { m.learn(m.now, text) }

func (m *Model) learn(c *corpus, text string) {
	for line := range strings.Lines(text) {
		tokens := m.read(line, m.words.number)
		if len(tokens) == 1 {
			continue // the mark alone
		}
		for i, t := range tokens {
			c.add(m.words, t)
			if i > 0 {
				m.grammar.add(m.words.kind(tokens[max(0, i-2)]), m.words.kind(tokens[i-1]), m.words.kind(t))
			}
			if c == m.book {
				m.words.words[t.word()].seen++
				m.total++
			}
		}
	}
}

// read gives the tokens of a line, from the mark before it on; number gives
// those of words.
func (m *Model) read(line string, number func(string) int) []token {
	tokens := []token{newToken(number(lineStart), false)}
	for _, p := range prefixes {
		if rest, ok := strings.CutPrefix(line, p); ok {
			tokens = append(tokens, newToken(number(p), false))
			line = rest
			break
		}
	}
	start := true
	for _, p := range split(line) {
		if start {
			p.text, p.spaced = m.words.decapitalised(p.text), true
		}
		tokens = append(tokens, newToken(number(p.text), p.spaced))
		start = sentenceEnd(p.text)
	}
	return tokens
}

// known is the number of a word, or that of the unknown one.
func (m *Model) known(text string) int {
	if n, ok := m.words.lookup(text); ok {
		return n
	}
	return 0
}

// shown says whether a token may stand in a completion: what stands for
// the start of a line, a prefix or an unknown word may not.
func (m *Model) shown(t token) bool {
	text := m.words.text(t)
	return text != unknown && text != lineStart && !strings.HasSuffix(text, " ")
}
