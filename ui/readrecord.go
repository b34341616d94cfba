package ui

import (
	"regexp"
	"strings"

	"minutebook/model"
	"minutebook/model/quick"
)

// braced is a day in braces at the end of a note.
var braced = regexp.MustCompile(`\{\s*on\s*:([^{}]*)\}\s*$`)

// noDay is the error of a day in braces that is none.
type noDay struct{ words string }

func (e *noDay) Error() string {
	return trf("“%s” is no day: write it as {on: 27 June 2022}", e.words)
}

// readRecord reads the day and the note from what was typed. The day stands in
// front, "on 27 June, report received", or in braces at the end, "report
// received {on: 27 June}"; without one it is today. A day without year is the
// last such day up to today.
func readRecord(words string, today model.Date) (on model.Date, note string, err error) {
	words = tidy(words)
	if m := braced.FindStringSubmatchIndex(words); m != nil {
		inside := tidy(words[m[2]:m[3]])
		on, ok := readDay(inside, today)
		if !ok {
			return today, words, &noDay{inside}
		}
		return on, tidy(words[:m[0]]), nil
	}
	rest, ok := cutWord(words, "on")
	if !ok {
		return today, words, nil
	}
	fields := strings.Fields(rest)
	for n := min(len(fields), longestDay); n > 0; n-- {
		day := strings.TrimRight(strings.Join(fields[:n], " "), ",:;.")
		if on, ok := readDay(day, today); ok {
			return on, strings.Join(fields[n:], " "), nil
		}
	}
	return today, words, nil
}

// longestDay is how many words a day has at most: Friday 27 June 2022.
const longestDay = 4

// cutWord takes a word, in any case, off the front.
func cutWord(words, word string) (string, bool) {
	first, rest, _ := strings.Cut(words, " ")
	return rest, strings.EqualFold(first, word) && rest != ""
}

// readDay reads a day on which something happened: the last such day up to
// today where the words leave it open.
func readDay(words string, today model.Date) (model.Date, bool) {
	switch strings.ToLower(words) {
	case "today":
		return today, true
	case "yesterday":
		return today.AddDays(-1), true
	case "tomorrow":
		return today.AddDays(1), true
	}
	lastWeek, lastYear := today.AddDays(-8), model.DateOf(today.Time().AddDate(-1, 0, 1))
	ahead, ok := quick.ParseDate(words, today)
	for _, from := range []model.Date{lastWeek, lastYear} {
		if on, ok := quick.ParseDate(words, from); ok && on <= today {
			return on, true
		}
	}
	return ahead, ok
}
