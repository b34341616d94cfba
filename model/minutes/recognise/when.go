package recognise

import (
	"strings"

	"minutebook/model"
	"minutebook/model/quick"
)

// stretch is some of the words of a text: from one up to before another.
type stretch struct{ from, to int }

// dayIn is the first day that words name, and which words they are; a day
// without year is the first after from. It is "" where there is none.
func dayIn(ts []token, from model.Date) (model.Date, stretch) {
	for i := range ts {
		for n := 4; n >= 1; n-- {
			if i+n > len(ts) {
				continue
			}
			if n == 1 && strings.Trim(ts[i].bare(), "0123456789") == ts[i].bare() {
				continue // a weekday alone names no day
			}
			if day, ok := quick.ParseDate(dayWords(ts[i:i+n]), from); ok {
				return day, stretch{i, i + n}
			}
		}
	}
	return "", stretch{}
}

// dayWords are words as a day is written, "June 8, 2022" with its day first.
func dayWords(ts []token) string {
	words := make([]string, len(ts))
	for i, t := range ts {
		words[i] = strings.Trim(t.text, ".,;:()–—")
		if len(words[i]) == 10 && words[i][4] == '.' {
			words[i] = strings.ReplaceAll(words[i], ".", "-")
		}
	}
	for i := 0; i+1 < len(words); i++ {
		if months[strings.ToLower(words[i])] && figure(words[i+1], 2) > 0 {
			words[i], words[i+1] = words[i+1], words[i]
			break
		}
	}
	return strings.ReplaceAll(strings.Join(words, " "), " of ", " ")
}

var months = set("january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec")

// clockIn is the first time of day that words name, and which words they are.
func clockIn(ts []token) (model.Clock, stretch) {
	for i := range ts {
		if c, n := clockAt(ts, i); n > 0 {
			return c, stretch{i, i + n}
		}
	}
	return "", stretch{}
}

// clockAt is the time of day that begins with word i, and of how many words it
// is; 0 for none.
func clockAt(ts []token, i int) (model.Clock, int) {
	word := strings.ToLower(strings.Trim(ts[i].text, ",;()–—"))
	if i+1 < len(ts) {
		switch half := strings.ReplaceAll(strings.ToLower(strings.Trim(ts[i+1].text, ",;()")), ".", ""); half {
		case "noon":
			if word == "12" {
				return "12:00", 2
			}
		case "am", "pm":
			return clockOf(word+half, 2)
		case "hrs", "hours":
			return clockOf(word, 2)
		}
	}
	word = strings.TrimSuffix(strings.TrimSuffix(strings.TrimRight(word, "."), "hours"), "hrs")
	at := i > 0 && strings.EqualFold(ts[i-1].bare(), "at")
	if strings.ContainsAny(word, ":m") || at && (strings.Contains(word, ".") || len(word) == 4) {
		return clockOf(strings.ReplaceAll(word, ".m", "m"), 1)
	}
	return "", 0
}

// clockOf reads a time of day that is of so many words; of 0 where it is none.
func clockOf(word string, of int) (model.Clock, int) {
	c, ok := quick.ParseClock(word)
	if !ok {
		return "", 0
	}
	return c, of
}

// besides are words but for those of stretches.
func besides(ts []token, gone ...stretch) []token {
	var out []token
	for i, t := range ts {
		in := false
		for _, g := range gone {
			in = in || i >= g.from && i < g.to
		}
		if !in {
			out = append(out, t)
		}
	}
	return out
}

// allAmong says whether all words are among some.
func allAmong(ts []token, among map[string]bool) bool {
	for _, t := range ts {
		for _, w := range strings.FieldsFunc(strings.ToLower(t.text), func(c rune) bool { return !isWord(c) && c != '\'' && c != '’' }) {
			if !among[w] {
				return false
			}
		}
	}
	return true
}
