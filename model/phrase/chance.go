package phrase

import (
	"math"
	"strings"
	"unicode/utf8"
)

// What a word counts for that is met in each place. All figures here and in
// offer.go were chosen by trying others on minutes that had no part in making
// the stock.
const (
	inStock = 0.5
	inBook  = 0.6
	inNow   = 2
	inLine  = 2
	// A word of the meeting counts for so much more just after it was said, and
	// less and less over so many words.
	fresh    = 0.3
	freshFor = 300.0
)

// doubts say how far the words that follow one word, two words and so on are
// doubted, against those that follow fewer.
var doubts = [reach]float64{3, 9, 4, 2, 1, 1}

// How common a word is of itself: what a word counts for that was said in this
// meeting, always and just after it was said; how much the list of common words
// counts for; and how much grammar does.
const (
	saidNow    = 16.0
	saidAlways = 0.2
	saidFor    = 600.0
	saidReach  = 3000
	commonList = 6000
	grammarPow = 0.3
)

// chance is how likely a token is to come next.
type chance struct {
	t token
	p float64
	// seen is how much was seen of it after one and more words of the context.
	seen [reach]float64
}

// next gives how likely tokens are to follow context, of those that did before,
// and how much is left for all others. The tokens are put into room.
func (m *Model) next(context []token, room []chance) (found []chance, rest float64) {
	found = room[:0]
	m.slots = grown(m.slots, 2*len(m.words.words))
	hit := func(t token, length int, weight float64) {
		if m.slots[t] == 0 {
			found = append(found, chance{t: t})
			m.slots[t] = int32(len(found))
		}
		found[m.slots[t]-1].seen[length-1] += weight
	}
	m.book.follow(m.words, context, func(place, length int) {
		if place < m.stock {
			hit(m.book.text[place], length, inStock)
		} else {
			hit(m.book.text[place], length, inBook)
		}
	})
	m.now.follow(m.words, context, func(place, length int) {
		age := float64(len(m.now.text) - place)
		hit(m.now.text[place], length, inNow*(1+fresh*math.Exp(-age/freshFor)))
	})
	for place := 1; place < len(context); place++ {
		if length := m.words.match(context, place, context, len(context)); length > 0 {
			hit(context[place], length, inLine)
		}
	}
	for i := range found {
		m.slots[found[i].t] = 0
		for k := reach - 2; k >= 0; k-- {
			found[i].seen[k] += found[i].seen[k+1]
		}
	}
	return found, blend(found)
}

// blend works out how likely each token is from what was seen of it after
// shorter and longer contexts, and gives what is left for all others.
func blend(found []chance) (rest float64) {
	rest = 1
	for k, doubt := range doubts {
		total, types := 0.0, 0.0
		for i := range found {
			total += found[i].seen[k]
			types += math.Min(1, found[i].seen[k])
		}
		if total == 0 {
			break
		}
		shorter := doubt * types
		for i := range found {
			found[i].p = (found[i].seen[k] + shorter*found[i].p) / (total + shorter)
		}
		rest *= shorter / (total + shorter)
	}
	return rest
}

// beginning gives how likely each word is that has the first letter of
// letters: those that followed context before, and all that are known.
func (m *Model) beginning(letters string, context []token, follows []chance, rest float64) []chance {
	first, _ := utf8.DecodeRuneInString(strings.ToLower(letters))
	out := m.choices[:0]
	add := func(word int, p float64) {
		t := newToken(word, true)
		if m.slots[t] == 0 {
			out = append(out, chance{t: t})
			m.slots[t] = int32(len(out))
		}
		out[m.slots[t]-1].p += p
	}
	for _, c := range follows {
		if r, _ := utf8.DecodeRuneInString(m.words.words[c.t.word()].folded); r == first {
			add(c.t.word(), c.p)
		}
	}
	total := m.total + commonList + m.said(context)
	fits := m.fits(context)
	for _, n := range m.words.initial[first] {
		w := &m.words.words[n]
		if count := w.seen + w.prior*commonList + m.recent[n]; count > 0 {
			add(n, rest*count/total*fits[w.kind])
		}
	}
	for _, c := range out {
		m.slots[c.t] = 0
	}
	m.choices = out
	return out
}

// fits is by how much each kind of word is likelier after context.
func (m *Model) fits(context []token) (f [kinds]float64) {
	last := len(context) - 1
	a, b := m.words.kind(context[max(0, last-1)]), m.words.kind(context[last])
	for c := range f {
		f[c] = math.Pow(m.grammar.fit(a, b, c), grammarPow)
	}
	return f
}

// said sets in recent how much each word was said of late, in this meeting and
// this line, and gives the sum of it.
func (m *Model) said(context []token) float64 {
	m.recent = grown(m.recent, len(m.words.words))
	for _, w := range m.lately {
		m.recent[w] = 0
	}
	m.lately = m.lately[:0]
	total := 0.0
	add := func(tokens []token) {
		for i, t := range tokens {
			x := saidNow * (saidAlways + math.Exp(-float64(len(tokens)-i)/saidFor))
			m.recent[t.word()] += x
			m.lately = append(m.lately, t.word())
			total += x
		}
	}
	add(context)
	add(m.now.text[max(0, len(m.now.text)-saidReach):])
	return total
}

// grown is s with room for n.
func grown[T any](s []T, n int) []T {
	if len(s) < n {
		s = append(s, make([]T, n-len(s))...)
	}
	return s
}
