package phrase

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	// tail is how many characters of a line before the caret are read, in bytes.
	tail = 1000
	// least is how many characters a completion gives at the least.
	least = 3
	// likely is how likely the first word of a completion is at the least, and
	// further how likely each word after it is.
	likely  = 0.05
	further = 0.2
	// trust takes something off the chance of each further word: an offer that
	// goes too far can only be taken word by word.
	trust = 0.8
	// space is what the space after the last word is worth, in words.
	space = 1.2
	// furthest is how many words a completion has at the most.
	furthest = 12
	// patience is how many letters a clerk types on past an offer before it is
	// taken as not wanted: at the speed of minuting about a second. Overlooked is
	// how likely it is all the same, because nobody looked.
	patience   = 2
	overlooked = 0.15
	// novel is how likely a word is that was never learnt, and letter by how much
	// less likely each letter typed makes it to be another such word's.
	novel  = 0.01
	letter = 0.15
	// miscast is how likely a word is whose letters were typed in another case;
	// title is how likely where only its first was.
	miscast = 0.02
	title   = 0.06
)

// Complete gives the likeliest continuation of a line from the caret on, as it
// was typed so far, its prefix included; "" where none is worth showing. What
// was typed stays as it is. A space after the last word is part of what is
// offered where another word is likely to follow.
func (m *Model) Complete(line string) string {
	at := m.caret(line)
	var rest float64
	m.follows, rest = m.next(at.context, m.follows)
	choices := m.follows
	if at.letters != "" {
		choices = m.beginning(at.letters, at.context, m.follows, rest)
	}
	best, whole := m.likeliest(choices, at.letters, at, rest, m.passed(choices, at, rest))
	out, context := "", at.context
	if best.p >= likely {
		out, context = m.surface(best.t, at), append(context[:len(context):len(context)], best.t)
	}
	if whole.p > 0 { // the word may be complete: what follows it
		ended := append(at.context[:len(at.context):len(at.context)], whole.t)
		follows, _ := m.next(ended, nil)
		after := m.mostLikely(follows)
		if p := whole.p * after.p; p >= likely && p*(gain(m.words.text(after.t), 0)+1) > best.p*best.gain {
			out, context = m.words.join("", after.t), append(ended, after.t)
		}
	}
	if out == "" {
		return ""
	}
	if out = m.extend(out, context); utf8.RuneCountInString(out) < least {
		return ""
	}
	return out
}

// FirstWord is what one word of a completion is: its first, with the space
// before it and without that after it.
func FirstWord(completion string) string {
	start := len(completion) - len(strings.TrimLeft(completion, " "))
	if end := strings.IndexByte(completion[start:], ' '); end >= 0 {
		return completion[:start+end]
	}
	return completion
}

// caret is where a line is to go on.
type caret struct {
	// context are the whole words before it, letters those of a word begun.
	context []token
	letters string
	// spaced says that a space stands before letters, start that a sentence
	// begins with them.
	spaced, start bool
}

func (m *Model) caret(line string) caret {
	line = line[strings.LastIndexByte(line, '\n')+1:]
	if len(line) > tail {
		line = line[len(line)-tail:]
		_, line, _ = strings.Cut(line, " ")
	}
	i := len(line) - lastWord(line)
	at := caret{context: m.read(line[:i], m.known), letters: line[i:]}
	before, _ := utf8.DecodeLastRuneInString(line[:i])
	last := at.context[len(at.context)-1]
	at.start = sentenceEnd(m.words.text(last)) || !m.shown(last) && last.word() != 0
	at.spaced = i == 0 || unicode.IsSpace(before)
	return at
}

// lastWord is the length of the word that line ends with: none after a
// genitive s.
func lastWord(line string) int {
	pieces := split(line[strings.LastIndexByte(line, ' ')+1:])
	if len(pieces) == 0 {
		return 0
	}
	last := pieces[len(pieces)-1].text
	if !startsWord(last) || !strings.HasSuffix(line, last) {
		return 0
	}
	return len(last)
}

// offer is a word that may be offered: how likely it is, and how many keys it
// spares.
type offer struct {
	t       token
	p, gain float64
}

// gain is how many keys taking a word spares after so many of its letters. The
// space after it is one of them; taking it costs one, now and then none.
func gain(text string, letters int) float64 {
	return float64(utf8.RuneCountInString(text)-letters) + 0.8
}

// likeliest is the choice most worth offering after letters, and the word that
// letters themselves are. Those passed are less likely.
func (m *Model) likeliest(choices []chance, letters string, at caret, rest float64, passed []token) (best, whole offer) {
	folded, n, sum := strings.ToLower(letters), utf8.RuneCountInString(letters), 1.0
	if letters != "" {
		sum = rest * novel * math.Pow(letter, float64(n))
	}
	for _, c := range choices {
		w := &m.words.words[c.t.word()]
		if !strings.HasPrefix(w.folded, folded) {
			continue
		}
		ended := letters != "" && len(w.folded) == len(folded)
		if !ended && slices.Contains(passed, c.t) {
			c.p *= overlooked
		}
		if letters != "" {
			c.p *= cast(w.text, letters, at.start)
			sum += c.p
		} else if !m.fitsIn(c.t, at) {
			continue
		}
		o := offer{c.t, c.p, gain(w.text, n)}
		switch {
		case ended:
			if o.p > whole.p {
				whole = o
			}
		case o.p*o.gain > best.p*best.gain || o.p*o.gain == best.p*best.gain && o.t < best.t:
			best = o
		}
	}
	best.p /= sum
	whole.p /= sum
	return best, whole
}

// fitsIn says whether a token may begin what is offered at a caret with no word
// begun.
func (m *Model) fitsIn(t token, at caret) bool {
	return m.shown(t) && (t.spaced() || !at.spaced)
}

// passed are the words that were offered earlier in the word begun, and past
// which the clerk typed on.
func (m *Model) passed(choices []chance, at caret, rest float64) []token {
	letters := []rune(at.letters)
	var out []token
	for n := range len(letters) - patience + 1 {
		from := choices
		if n == 0 {
			from = m.follows
		}
		o, _ := m.likeliest(from, string(letters[:n]), at, rest, out[:max(0, n-patience+1)])
		if o.p < likely {
			o.t = 0 // nothing was offered
		}
		out = append(out, newToken(o.t.word(), true))
	}
	return out
}

// cast is how well the case of the letters typed goes with a word.
func cast(text, letters string, start bool) float64 {
	r, _ := utf8.DecodeRuneInString(letters)
	switch {
	case strings.HasPrefix(text, letters):
		return 1
	case !unicode.IsUpper(r) || !strings.HasPrefix(capital(text), letters):
		return miscast
	case start:
		return 1
	}
	return title
}

// surface is what offering a word adds to the line.
func (m *Model) surface(t token, at caret) string {
	text := m.words.text(t)
	if at.letters != "" {
		for range at.letters {
			_, n := utf8.DecodeRuneInString(text)
			text = text[n:]
		}
		return text
	}
	if at.start {
		text = capital(text)
	}
	if t.spaced() && !at.spaced {
		text = " " + text
	}
	return text
}

// join is text and the token after it.
func (v *vocabulary) join(text string, t token) string {
	if t.spaced() {
		text += " "
	}
	return text + v.text(t)
}

// mostLikely is the likeliest token that may be shown.
func (m *Model) mostLikely(follows []chance) (best chance) {
	for _, c := range follows {
		if (c.p > best.p || c.p == best.p && c.t < best.t) && m.shown(c.t) {
			best = c
		}
	}
	return best
}

// extend carries an offer on as far as it spares keys: the clerk takes it whole
// with one key where all of it is right, and word by word otherwise, so that what
// counts is keys for each word got.
func (m *Model) extend(out string, context []token) string {
	best, rate := out, math.Inf(1)
	try := func(text string, keys, words float64) {
		if keys/words < rate {
			best, rate = text, keys/words
		}
	}
	right, keys, words := 1.0, 0.0, 0.0 // how likely all of it is, and what is got where it is not
	for n := 1.0; n <= furthest; n++ {
		if sentenceEnd(m.words.text(context[len(context)-1])) {
			try(out, keys+right, words+right*(n+space))
			break
		}
		follows, rest := m.next(context, m.follows)
		m.follows = follows
		spaced, ended := m.after(follows, rest)
		try(out, keys+right, words+right*(n+ended*space))
		try(out+" ", keys+right*(spaced+(1-spaced)*n), words+right*(n+spaced*space))
		next := m.mostLikely(follows)
		if next.p < further {
			break
		}
		p := right * next.p * trust
		keys += (right - p) * n
		words += (right - p) * n
		right = p
		out = m.words.join(out, next.t)
		context = append(context, next.t)
	}
	return best
}

// after is how likely a space is to come next, and the end of the line.
func (m *Model) after(follows []chance, rest float64) (spaced, ended float64) {
	const seldom = 0.15 // how often an unknown continuation is a mark
	spaced = rest * (1 - seldom)
	for _, c := range follows {
		switch {
		case c.t.spaced():
			spaced += c.p
		case m.words.text(c.t) == lineStart:
			ended += c.p
		}
	}
	return spaced, ended
}
