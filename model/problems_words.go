package model

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is a word in a text, with what matters of it to those who read it for
// problems. at and end count bytes.
type word struct {
	text, lower string
	at, end     int
	// great says that it begins with a capital, stop that the end of a sentence
	// or of a clause stands before it.
	great, stop bool
	// capitals are how many it has.
	capitals int
	class    wordClass
}

// wordClass says what a word can be part of.
type wordClass uint8

const (
	relativeAlone wordClass = 1 << iota // tomorrow
	relativeFirst                       // next ...
	relativeUnit                        // ... week
	counting                            // two ...
	period                              // ... weeks
	deciding                            // agreed
	saying                              // reported
)

var classes = func() map[string]wordClass {
	all := map[string]wordClass{}
	for class, words := range map[wordClass]string{
		relativeAlone: "tomorrow yesterday tonight",
		relativeFirst: "next last this",
		relativeUnit: "week fortnight month quarter year weekend monday tuesday wednesday thursday friday saturday sunday january february march " +
			"april june july august september october november december spring summer autumn winter morning afternoon evening",
		counting: "a an one two three four five six seven eight nine ten twelve few",
		period:   "day days week weeks fortnight month months year years day's week's month's year's fortnight's day’s week’s month’s year’s fortnight’s",
		deciding: "agreed resolved approved decided adopted ratified",
		saying: "reported said asked presented stated advised explained confirmed updated thanked proposed moved seconded suggested declared " +
			"introduced outlined commented observed raised queried reminded informed told replied responded added requested undertook " +
			"summarised highlighted welcomed noted agreed abstained spoke",
	} {
		for _, w := range strings.Fields(words) {
			all[w] |= class
		}
	}
	return all
}()

// wordsOf takes a text apart in one pass. An apostrophe, a hyphen or an
// ampersand within a word is part of it.
func wordsOf(text string) []word {
	lower := strings.ToLower(text)
	if len(lower) != len(text) {
		lower = "" // a letter of another length: each word has its own
	}
	list := make([]word, 0, len(text)/5+1)
	start, stop, capitals := -1, true, 0
	put := func(end int) {
		list = append(list, newWord(text, lower, word{at: start, end: end, stop: stop, capitals: capitals}))
		start, stop, capitals = -1, false, 0
	}
	for i, r := range text {
		switch {
		case ofWord(r):
			if start < 0 {
				start = i
			}
			if unicode.IsUpper(r) {
				capitals++
			}
		case start >= 0 && within(r) && continues(text[i+utf8.RuneLen(r):]):
		default:
			if start >= 0 {
				put(i)
			}
			stop = stop || r != ' ' && strings.ContainsRune(".;:!?\n", r)
		}
	}
	if start >= 0 {
		put(len(text))
	}
	return list
}

// newWord fills in what the letters of a word say of it.
func newWord(text, lower string, w word) word {
	w.text = text[w.at:w.end]
	if lower != "" {
		w.lower = lower[w.at:w.end]
	} else {
		w.lower = strings.ToLower(w.text)
	}
	first, _ := utf8.DecodeRuneInString(w.text)
	w.great, w.class = unicode.IsUpper(first), classes[w.lower]
	if first >= '0' && first <= '9' && strings.Trim(w.text, "0123456789") == "" {
		w.class = counting
	}
	return w
}

func ofWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

func within(r rune) bool { return r == '\'' || r == '’' || r == '-' || r == '&' }

func continues(rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// relativeDate is the first phrase that says a day only to those who know when
// it was written: "next week", "in two months' time", "three days ago".
func relativeDate(text string, words []word) string {
	for i, w := range words {
		if w.class == 0 && w.lower != "in" {
			continue
		}
		if n := relative(text, words[i:]); n > 0 {
			return text[w.at:words[i+n-1].end]
		}
	}
	return ""
}

// relative is how many of the first words are such a phrase; 0 where they are
// none.
func relative(text string, words []word) int {
	// is says whether the nth word follows with only a space between, and is of
	// a class.
	is := func(n int, class wordClass) bool {
		return n < len(words) && words[n].class&class != 0 && strings.Trim(text[words[n-1].end:words[n].at], " '’") == ""
	}
	first := words[0]
	switch {
	case first.class&relativeAlone != 0:
		return 1
	case first.class&relativeFirst != 0 && is(1, relativeUnit):
		return 2
	case first.class&counting != 0 && is(1, period) && len(words) > 2 && words[2].lower == "ago":
		return 3
	case first.lower == "in" && is(1, counting) && is(2, period) && len(words) > 3 && words[3].lower == "time":
		return 4
	}
	return 0
}

var (
	deciders = setOf("board", "committee", "council", "panel", "trustees", "governors", "members", "meeting", "subcommittee", "sub-committee",
		"directors", "cabinet")
	adverbs  = setOf("unanimously", "also", "then", "formally", "therefore", "further", "accordingly")
	shouted  = setOf("RESOLVED", "AGREED", "APPROVED")
	notAfter = setOf("with", "by")
)

// decisionWords is the first phrase of a text that says that something was
// decided: "it was agreed that", "the Board approved", "RESOLVED". own is the
// last word of the body's name, in small letters.
func decisionWords(text string, words []word, own string) string {
	for i, w := range words {
		if w.class&deciding == 0 {
			continue
		}
		if shouted[w.text] || w.stop && w.lower == "resolved" {
			return w.text
		}
		if from, ok := decided(words[:i+1], own); ok && (i+1 == len(words) || words[i+1].stop || !notAfter[words[i+1].lower]) {
			return text[words[from].at:w.end]
		}
	}
	return ""
}

// decided says whether words end with who decided something and that they did,
// and at which of them that begins.
func decided(words []word, own string) (from int, ok bool) {
	last := len(words) - 1
	for from = last - 1; from > 0 && adverbs[words[from].lower]; from-- {
	}
	if from < 0 || slices.ContainsFunc(words[from+1:], func(w word) bool { return w.stop }) {
		return 0, false
	}
	if words[from].lower == "was" && from > 0 && words[from-1].lower == "it" {
		return from - 1, true
	}
	return from, deciders[words[from].lower] || words[from].lower == own
}

// abbreviations lists those that text uses and nothing explains, and those it
// defines otherwise than the minutes did before.
func (c *collector) abbreviations(text string, words []word, add func(ProblemKind, string)) {
	for _, a := range Defined(text) {
		long := strings.ToLower(a.Long)
		if before, ok := c.defined[a.Short]; ok && before != long {
			add(TwiceDefined, a.Short)
			continue
		}
		c.defined[a.Short] = long
	}
	for i, w := range words {
		if w.capitals < 2 {
			continue
		}
		short, _, ok := abbreviationIn(w.text)
		if !ok || c.explained(short) || c.told[short] || shouting(words, i) || spelledOut(short, c.known.right) {
			continue
		}
		c.told[short] = true
		add(Undefined, short)
	}
}

// explained says whether the reader of the minutes can know what an
// abbreviation stands for. One that is defined further down counts.
func (c *collector) explained(short string) bool {
	upper := strings.ToUpper(short)
	return common[upper] || c.named.has(short) || c.known.named.has(short) || c.definedAnywhere(short) || strings.Trim(upper, "IVX") == ""
}

// definedAnywhere says whether any entry or title of the minutes defines short.
func (c *collector) definedAnywhere(short string) bool {
	if c.all == nil {
		c.all = map[string]bool{}
		for _, it := range c.m.Items {
			for _, a := range Defined(it.Title) {
				c.all[a.Short] = true
			}
			for _, e := range it.Entries {
				if e.Kind != Private {
					for _, a := range Defined(e.Text) {
						c.all[a.Short] = true
					}
				}
			}
		}
	}
	return c.all[short]
}

// shouting says whether a word in capitals stands beside others: such words
// are a heading or a cry, and no abbreviations.
func shouting(words []word, i int) bool {
	capitals := func(n int) bool {
		return n >= 0 && n < len(words) && len(words[n].text) > 1 && words[n].text == strings.ToUpper(words[n].text) && words[n].text != words[n].lower
	}
	return capitals(i) && (capitals(i-1) && (capitals(i-2) || capitals(i+1)) || capitals(i+1) && capitals(i+2) || len(words) == 2 && capitals(1-i))
}

// spelledOut says whether letters in capitals are an ordinary word written
// large.
func spelledOut(short string, right func(string) bool) bool {
	lower := strings.ToLower(short)
	return large[lower] || utf8.RuneCountInString(short) > 8 || right != nil && utf8.RuneCountInString(short) > 3 && short == strings.ToUpper(short) && right(lower)
}

// large are words that minutes write in capitals for weight.
var large = setOf("not", "all", "and", "the", "no", "or", "but", "only", "must", "noted", "agreed", "resolved", "approved", "action", "actions",
	"decision", "decisions", "that", "item", "items", "part", "exempt", "public", "private", "draft", "final", "new", "yes", "minutes", "closed",
	"open", "to", "of", "in", "is", "by", "for", "it", "at", "on", "note", "deferred", "received", "carried", "lost", "motion", "vote")

// common are abbreviations that need no explaining.
var common = setOf("UK", "US", "USA", "EU", "UN", "GB", "AGM", "EGM", "AOB", "CEO", "CFO", "COO", "CIO", "CTO", "VAT", "PDF", "IT", "HR", "PA", "PC",
	"TV", "BBC", "NHS", "MP", "KC", "QC", "JP", "OBE", "MBE", "CBE", "KBE", "DBE", "BA", "MA", "BSC", "MSC", "PHD", "FAQ", "ID", "GDPR", "FOI", "ICT",
	"CV", "PR", "PIN", "GP", "AM", "PM", "BST", "GMT", "UTC", "OK", "NB", "PS", "RSVP", "CCTV", "SMS", "URL", "USB", "WIFI", "WI-FI", "HM", "HMRC",
	"A&E", "Q&A", "R&D", "TBC", "TBA", "DNA", "HIV", "VIP", "RAF", "ISO", "KPI", "NI", "PLC", "LLP", "COVID", "COVID-19", "GCSE", "PO", "AD", "BC")
