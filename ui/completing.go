package ui

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"minutebook/model"
	"minutebook/model/find"
	"minutebook/model/who"
	"minutebook/ui/widget"
)

// completer foretells how a line of minutes goes on. What it has learnt are
// words that may stand in public minutes.
type completer interface {
	// Learn learns from a text of earlier minutes, LearnNow from one of the
	// meeting being minuted, which counts for more.
	Learn(text string)
	LearnNow(text string)
	// Complete is what likely follows the line; "" where nothing is.
	Complete(line string) string
}

// completing is all that the composer offers and does by itself while words
// are typed: people after an @, names that the minutes have abbreviated, words
// as in earlier minutes, and the abbreviations that expand. Only Tab and Right
// take what is offered.
type completing struct {
	composer *widget.Composer
	// abbreviations expand; defined are those that the minutes themselves
	// define, which never do.
	abbreviations []model.Abbreviation
	defined       []model.Abbreviation
	// phrases is nil until it has learnt, and where the clerk wants none.
	phrases completer
	// lesson is the one that phrases and defined are from, or will be.
	lesson *lesson
	// open are the items and entries that might stand in public minutes when last
	// looked.
	open map[model.ID]bool
	// near are those at the meeting, far the body's people and then the book's.
	near    *who.List
	nearRev int // the revision of the meeting that near is of
	far     []*who.List

	offer completion
	// taken is what the last key put into the line; nil after any other key.
	taken *taken
	// kept is the word that was last expanded: it is not again until it changes.
	kept expansion
	// rest is what is left of a phrase of which a word was taken.
	rest string
	// spaced says that what the last key took ended in a space.
	spaced bool
}

// completion is what Tab would put into the line.
type completion struct {
	// from..to are the runes that the words take the place of.
	from, to int
	// choices are what they may be, the likeliest first; Tab goes on to the next.
	choices []who.Found
	// ghost shows in grey after the caret.
	ghost string
	// byWord says that Right takes one word of the ghost.
	byWord bool
	// about says in the strip what a name stands for, beside what is offered.
	about string
}

// taken is an offer that was taken, or an expansion.
type taken struct {
	offer completion
	// at is the choice that stands in the line.
	at int
}

// fewLetters is how many characters a completion must give to be offered.
const fewLetters = 3

// manyPeople is how many people are offered: as many as the strip has room for
// on one line.
const manyPeople = 4

// changed hears that the words or the caret are not what they were.
func (c *completing) changed() {
	c.taken, c.spaced = nil, false
	if k := c.kept; k.word != "" && !c.keeps(k) {
		c.kept = expansion{}
	}
}

// keeps says whether the word that was expanded still stands there, in short
// or in full.
func (c *completing) keeps(k expansion) bool {
	text := []rune(c.composer.Text())
	if k.from > len(text) {
		return false
	}
	rest := string(text[k.from:])
	if strings.HasPrefix(rest, k.long) {
		return true
	}
	after, ok := strings.CutPrefix(rest, k.word)
	next, _ := utf8.DecodeRuneInString(after)
	return ok && (after == "" || closesWord(next))
}

// look works out what is offered for the words before the caret, and shows it
// in grey.
func (c *completing) look(kind model.EntryKind) {
	c.offer = c.find(kind)
	c.composer.SetGhost(c.offer.ghost)
}

func (c *completing) find(kind model.EntryKind) completion {
	from, caret := c.composer.Selected()
	rest := c.rest
	c.rest = ""
	if c.choosing() || from != caret {
		return completion{}
	}
	text := []rune(c.composer.Text())
	atEnd := caret == len(text)
	line := text[:caret]
	begin := 0
	if i := lastIndex(line, '\n'); i >= 0 {
		begin = i + 1
	}
	line = line[begin:]
	if o, ok := c.people(line); ok {
		o.from, o.to = caret-o.to, caret
		if !atEnd {
			o.ghost = ""
		}
		return o
	}
	about, long := c.definition(line)
	if atEnd {
		if ghost := c.definedRest(line); ghost != "" {
			return completion{from: caret, to: caret, ghost: ghost, byWord: true, about: about}
		}
		if ghost := cmp.Or(c.phrase(string(line), begin == 0, kind), rest); ghost != "" {
			return completion{from: caret, to: caret, ghost: ghost, byWord: true, about: about}
		}
	}
	if long != "" {
		word := len(line) - wordStart(line, len(line))
		return completion{from: caret - word, to: caret, choices: []who.Found{{Words: long}}, about: about}
	}
	return completion{}
}

// people are those whom the letters after an @ at the end of the line may mean.
// to is how many runes they take the place of.
func (c *completing) people(line []rune) (completion, bool) {
	at := lastIndex(line, '@')
	if at < 0 || at == len(line)-1 || at > 0 && !opensWord(line[at-1]) && line[at-1] != '/' {
		return completion{}, false
	}
	letters := line[at+1:]
	if slices.ContainsFunc(letters, unicode.IsSpace) {
		return completion{}, false
	}
	found := who.Find(string(letters), manyPeople, append([]*who.List{c.near}, c.far...)...)
	if len(found) == 0 {
		return completion{about: trf("Nobody in the book is like “%s”", string(letters))}, true
	}
	return completion{to: len(letters) + 1, choices: found, ghost: restOfName(letters, found[0].Words)}, true
}

// restOfName is what a name has beyond the letters typed of it, or else the
// whole name, set off from them.
func restOfName(letters []rune, name string) string {
	runes := []rune(name)
	if n := len(letters); n <= len(runes) && slices.Equal(find.Tokens(string(letters)), find.Tokens(string(runes[:n]))) {
		return string(runes[n:])
	}
	return "  " + name
}

// definition is what the abbreviation that ends the line stands for in the
// minutes, said in words, and written out.
func (c *completing) definition(line []rune) (about, long string) {
	word := string(line[wordStart(line, len(line)):])
	if utf8.RuneCountInString(word) < 2 {
		return "", ""
	}
	for _, d := range c.defined {
		switch word {
		case d.Short:
			return word + " is " + d.Long, d.Long
		case d.Short + "s":
			return d.Short + " is " + d.Long, d.Long + "s"
		}
	}
	return "", ""
}

// definedRest is what a name that the minutes have abbreviated has beyond its
// beginning at the end of the line: its first word and some of the next.
func (c *completing) definedRest(line []rune) string {
	if len(c.defined) == 0 {
		return ""
	}
	text := string(line)
	best, rest := 0, ""
	for _, d := range c.defined {
		first, _, ok := strings.Cut(d.Long, " ")
		if !ok {
			continue
		}
		for n := len(first) + 2; n <= min(len(d.Long), len(text)); n++ {
			if !utf8.RuneStart(text[len(text)-n]) || n < len(d.Long) && !utf8.RuneStart(d.Long[n]) {
				continue
			}
			before, _ := utf8.DecodeLastRuneInString(text[:len(text)-n])
			whole := n == len(text) || opensWord(before)
			if n > best && whole && strings.EqualFold(text[len(text)-n:], d.Long[:n]) {
				best, rest = n, d.Long[n:]
			}
		}
	}
	if !enough(rest) {
		return ""
	}
	return rest
}

// phrase is how the line goes on in minutes like these; what follows the word of
// a command goes on as a line. A prefix is put before the first line of an entry
// whose kind was chosen by key, which has none.
func (c *completing) phrase(line string, first bool, kind model.EntryKind) string {
	if first && strings.HasPrefix(line, "/") {
		_, line, _ = strings.Cut(line, " ")
		first = false
	}
	if c.phrases == nil || strings.TrimSpace(line) == "" {
		return ""
	}
	if first {
		line = prefixes[kind] + line
	}
	next := c.phrases.Complete(line)
	if !enough(next) {
		return ""
	}
	return next
}

// enough says whether words are worth a key: they are as many characters as are
// offered at the least, and not spaces alone.
func enough(words string) bool {
	return utf8.RuneCountInString(words) >= fewLetters && strings.TrimSpace(words) != ""
}

// prefixes say what an entry is, where its words do.
var prefixes = map[model.EntryKind]string{model.Bullet: "- ", model.Decision: "d: ", model.Action: "a: ", model.Motion: "m: ",
	model.VoteTaken: "v: ", model.Interest: "i: ", model.Private: "p: "}

// choosing says whether the last key took one of several, so that Tab goes on
// to the next.
func (c *completing) choosing() bool { return c.taken != nil && len(c.taken.offer.choices) > 1 }

// tab takes what is offered. Pressed again straight after, it takes the next
// choice in the place of the first.
func (c *completing) tab() {
	if t := c.taken; c.choosing() {
		c.composer.Undo()
		c.take(t.offer, (t.at+1)%len(t.offer.choices))
		return
	}
	switch o := c.offer; {
	case len(o.choices) > 0:
		c.take(o, 0)
	case o.ghost != "":
		c.composer.Insert(o.ghost)
		c.spaced = strings.HasSuffix(o.ghost, " ")
	}
}

// typing hears of a sign before it is written, and says whether it used it: a
// space typed straight after one that was taken with the words is that one, and
// a stop or comma stands in its place.
func (c *completing) typing(r rune) bool {
	if !c.spaced {
		return false
	}
	c.spaced = false
	if strings.ContainsRune(".,;:!?)", r) {
		_, caret := c.composer.Selected()
		c.composer.Replace(caret-1, caret, string(r))
		return true
	}
	return r == ' '
}

func (c *completing) take(o completion, n int) {
	c.composer.Replace(o.from, o.to, o.choices[n].Words)
	c.taken = &taken{offer: o, at: n}
}

// word takes one word of what is offered, and says whether there was one.
func (c *completing) word() bool {
	if !c.offer.byWord || c.offer.ghost == "" {
		return false
	}
	first := firstWord(c.offer.ghost)
	if c.rest = c.offer.ghost[len(first):]; !enough(c.rest) {
		c.rest = ""
	}
	c.composer.Insert(first)
	return true
}

// back gives the letters back that the last key made into words, and says
// whether it had.
func (c *completing) back() bool { return c.taken != nil && c.composer.Undo() }

// typed expands the abbreviation that r ends, if there is one. It takes one
// undo to have the letters back.
func (c *completing) typed(r rune) {
	from, caret := c.composer.Selected()
	if !closesWord(r) || from != caret || caret == 0 || len(c.abbreviations) == 0 {
		return
	}
	text := []rune(c.composer.Text())
	x, ok := expand(c.abbreviations, text[:caret-1])
	if !ok || x.from == c.kept.from && x.word == c.kept.word || r == ':' && x.from == 0 {
		return
	}
	c.composer.Replace(x.from, caret, x.long+string(r))
	c.kept, c.taken = x, &taken{}
}

// asks says whether there are several to choose from, so that the strip has
// room for nothing else.
func (c *completing) asks() bool { return len(c.offer.choices) > 1 || c.choosing() }

// hints are the keys that take what is offered.
func (c *completing) hints() []hint {
	switch {
	case c.offer.byWord && c.offer.ghost != "":
		return []hint{{"Tab", "takes it"}, {"Right", "one word"}}
	case c.choosing():
		return []hint{{"Tab", "the next"}, {"Backspace", "the letters back"}}
	case len(c.offer.choices) > 0:
		return []hint{{"Tab", "takes it"}}
	}
	return nil
}

// strip says what Tab takes, for the strip under the words; "" for nothing.
func (c *completing) strip() string {
	o, at := c.offer, 0
	if c.choosing() {
		o, at = c.taken.offer, c.taken.at
	}
	if o.about != "" {
		return literal(o.about)
	}
	var parts []string
	for n, f := range o.choices {
		switch {
		case n == at && f.About != "":
			parts = append(parts, bold(f.Words)+literal(", "+f.About))
		case n == at:
			parts = append(parts, bold(f.Words))
		default:
			parts = append(parts, literal(f.Words))
		}
	}
	return strings.Join(parts, "  ·  ")
}

func lastIndex(runes []rune, r rune) int {
	for i := len(runes) - 1; i >= 0; i-- {
		if runes[i] == r {
			return i
		}
	}
	return -1
}
