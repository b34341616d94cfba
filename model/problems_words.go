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
	list := make([]word, 0, len(text)/5+1)
	start, stop, capitals := -1, true, 0
	put := func(end int) {
		first, _ := utf8.DecodeRuneInString(text[start:])
		w := word{text: text[start:end], at: start, end: end, great: unicode.IsUpper(first), stop: stop, capitals: capitals}
		if len(lower) == len(text) {
			w.lower = lower[start:end]
		} else {
			w.lower = strings.ToLower(w.text)
		}
		w.class = classes[w.lower]
		if first >= '0' && first <= '9' && strings.Trim(w.text, "0123456789") == "" {
			w.class = counting
		}
		list = append(list, w)
		start, stop, capitals = -1, false, 0
	}
	for i, r := range text {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r):
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
			stop = stop || strings.ContainsRune(".;:!?\n", r)
		}
	}
	if start >= 0 {
		put(len(text))
	}
	return list
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
		// is says whether the nth word from here on follows with only a space
		// between, and is of a class.
		is := func(n int, class wordClass) bool {
			return i+n < len(words) && words[i+n].class&class != 0 && strings.Trim(text[words[i+n-1].end:words[i+n].at], " '’") == ""
		}
		switch {
		case w.class&relativeAlone != 0:
			return w.text
		case w.class&relativeFirst != 0 && is(1, relativeUnit):
			return text[w.at:words[i+1].end]
		case w.lower == "in" && is(1, counting) && is(2, period) && i+3 < len(words) && words[i+3].lower == "time":
			return text[w.at:words[i+3].end]
		case w.class&counting != 0 && is(1, period) && i+2 < len(words) && words[i+2].lower == "ago":
			return text[w.at:words[i+2].end]
		}
	}
	return ""
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
		if i+1 < len(words) && !words[i+1].stop && notAfter[words[i+1].lower] {
			continue
		}
		from := i - 1
		for from > 0 && adverbs[words[from].lower] {
			from--
		}
		if w.stop || from < 0 {
			continue
		}
		if words[from].lower == "was" && from > 0 && words[from-1].lower == "it" {
			return text[words[from-1].at:w.end]
		}
		if (deciders[words[from].lower] || words[from].lower == own) && !slices.ContainsFunc(words[from+1:i+1], func(w word) bool { return w.stop }) {
			return text[words[from].at:w.end]
		}
	}
	return ""
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
