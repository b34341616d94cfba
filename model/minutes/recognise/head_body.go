package recognise

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"minutebook/model/find"
	"minutebook/model/pattern"
	"minutebook/model/roster"
)

// sorts are what sort of meeting or minutes it is, docWord what the document is.
const (
	sorts   = `(?:(?:draft|unconfirmed|ordinary|extraordinary|annual|regular|special|emergency|general|full|monthly|quarterly|formal|virtual|remote|public|open|action|summary|agm|egm) +)*`
	docWord = `(?:minutes|meeting|mtg|notes? of|agm\b|egm\b)`
)

// bodyForms are how the name of a body stands in a title; it is their first
// group.
var bodyForms = []struct {
	pattern *pattern.Pattern
	score   int
}{
	{pattern.Of(`(?i)\b(?:minutes|notes?|record|proceedings) +of +(?:the|a|an)? *` + sorts + `(?:meeting +)?of +(?:the +)?(.+?)(?: +(?:held|on|at|which|that|meeting|minutes|convened)\b| *[,;:\x00–—(]| +- |$)`), 5},
	{pattern.Of(`(?i)\b(?:meeting|agm|egm) +of +(?:the +)?(.+?)(?: +(?:held|on|at|which|that|meeting|minutes|convened)\b| *[,;:\x00–—(]| +- |$)`), 3},
	{pattern.Of(`(?i)^\W*(?:the +)?(.+?)[,.:;]? *(?:[-–—|:]+ *)?(?:\([^)]*\) *)?` + sorts + docWord), 4},
	{pattern.Of(`(?i)^\W*` + sorts + `(?:minutes|notes?) *[-–—|:]+ *(?:the +)?(.+?)(?: *[\x00,;–—|(]| +- |$)`), 4},
}

// generic are the words of names that no body goes by alone.
var generic = set(`board committee council meeting parish town group working the of directors trustees governors management executive general full team staff
	minutes members panel annual ordinary governing body club society district`)

// knownBody is the score of a body that the book knows.
const knownBody = 20

// bodyFound is a body's name as found in words, and how well it does for one.
type bodyFound struct {
	name  string
	score int
}

// bodyIn finds the name of a body in words whose days and times are blanked
// out.
func (r *reader) bodyIn(words string) (best bodyFound) {
	for _, known := range r.o.Bodies {
		if containsWords(words, known) && len(known) > len(best.name) {
			best = bodyFound{known, knownBody}
		}
	}
	if best.score > 0 {
		return best
	}
	consider := func(name string, score int) {
		name = bodyName(name)
		if score = scoreBody(name, score); score > best.score {
			best = bodyFound{name, score}
		}
	}
	for _, form := range bodyForms {
		if m := form.pattern.FindStringSubmatch(words); m != nil {
			consider(m[1], form.score)
		}
	}
	if !strings.Contains(words, "\x00") || strings.Trim(words, "\x00 ,-–—") != "" {
		consider(strings.Trim(words, "\x00 ,-–—"), 2)
	}
	return best
}

func containsWords(words, part string) bool {
	folded, want := " "+strings.Join(find.Tokens(words), " ")+" ", " "+strings.Join(find.Tokens(part), " ")+" "
	return strings.Contains(folded, want)
}

// afterBody are words that stand behind the name of a body and do not belong to
// it.
var afterBody = set(`telco teleconference call meeting meetings minutes agm egm draft ordinary extraordinary special`)

// bodyName is a name without what is no part of it.
func bodyName(name string) string {
	if i := strings.IndexAny(name, "(\x00|"); i >= 0 {
		name = name[:i]
	}
	fields := strings.Fields(strings.Trim(name, " .,;:-–—"))
	for len(fields) > 1 && afterBody[asWord(fields[len(fields)-1])] {
		fields = fields[:len(fields)-1]
	}
	for len(fields) > 0 && strings.Trim(fields[len(fields)-1], "-–—,.;:") == "" {
		fields = fields[:len(fields)-1]
	}
	return strings.Trim(strings.Join(fields, " "), " .,;:-–—")
}

// scoreBody says how well words do for the name of a body; 0 where they cannot
// be one.
func scoreBody(name string, score int) int {
	fields := strings.Fields(name)
	if len(fields) == 0 || len(fields) > 12 || strings.ContainsAny(name, "@/:?!") || monthOnly(name) || !anyWord(fields, notOfHeading) || anyWord(fields, notOfBody) {
		return 0
	}
	group := anyWord(fields, roster.NamesGroup)
	if _, rest, sure := nameAt(fields); sure == knownName && len(rest) == 0 && !group {
		return 0 // a person's
	}
	if group {
		score += 4
	}
	if !anyWord(fields, ownWord) {
		score -= 5
	}
	if len(fields) == 1 && !group {
		score -= 3
	}
	return max(score, 0)
}

// notOfHeading says whether a word is more than one of the heading of an item,
// notOfBody whether it is none of a name, ownWord whether it tells a body from
// others.
func notOfHeading(w string) bool { return !headingWord(w) && !joinsPost[asWord(w)] }
func notOfBody(w string) bool {
	return !capitalWord(w) && !joinsPost[strings.ToLower(w)] && !strings.Contains(w, "&")
}
func ownWord(w string) bool {
	return !generic[asWord(w)] && !joinsPost[asWord(w)] && !strings.ContainsAny(w, "0123456789")
}

// monthOnly says whether words are a month with or without year: "January 2020".
func monthOnly(words string) bool {
	return !slices.ContainsFunc(strings.Fields(words), func(w string) bool {
		w = strings.Trim(w, ",.")
		return monthCalled(strings.ToLower(w)) == 0 && strings.Trim(w, "0123456789") != ""
	})
}

// pairs are words of two letters that stand for no more than one word.
var pairs = map[string]string{"ST": "St", "DE": "De", "LE": "Le", "LA": "La"}

// cased is a name in capitals as the rest of the file writes its words: what it
// has in small letters is in small ones.
func (r *reader) cased(name string) string {
	if strings.ToUpper(name) != name {
		return name
	}
	written := r.written()
	fields := strings.Fields(name)
	for i, w := range fields {
		form, known := written[w]
		switch {
		case joinsPost[strings.ToLower(w)]:
			fields[i] = strings.ToLower(w)
		case known && form == w:
		case !known && len(w) == 2:
			fields[i] = cmp.Or(pairs[w], w) // "CE", "UK"
		case known || len(w) > 3 || strings.ContainsAny(w, "AEIOUY"):
			runes := []rune(strings.ToLower(w))
			runes[0] = unicode.ToUpper(runes[0])
			fields[i] = string(runes)
		}
	}
	return strings.Join(fields, " ")
}

// written is how the lines that are not in capitals write each word in capitals;
// what they write in two ways is in small letters.
func (r *reader) written() map[string]string {
	written := map[string]string{}
	for _, l := range r.lines {
		if l.upper {
			continue
		}
		for _, w := range strings.Fields(l.text) {
			w = strings.Trim(w, ".,;:()[]'’‘\"“”")
			if key := strings.ToUpper(w); w != "" && (written[key] == "" || written[key] == key) {
				written[key] = w
			}
		}
	}
	return written
}
