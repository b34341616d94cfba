package quick

import (
	"strings"
	"time"

	"minutebook/model"
	"minutebook/model/pattern"
)

// expectedDate is what is said where a date cannot be read.
const expectedDate = "a date such as 24 June 2022 or 24/6/22"

var (
	numericDate = pattern.Of(`^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$`)
	isoDate     = pattern.Of(`^(\d{4})-(\d{2})-(\d{2})$`)
	dayPattern  = pattern.Of(`^(\d{1,2})(?:st|nd|rd|th)?$`)
	yearPattern = pattern.Of(`^[12]\d{3}$`)
)

// ParseDate reads the whole of words as a day, day first: 24 June 2022,
// Friday 24 June, 31 jan, 31/1/27, 31.1.2027, 2027-01-31, Friday, tomorrow.
// A day without year is the first such day on or after from, and needs one.
func ParseDate(words string, from model.Date) (model.Date, bool) {
	return parseDate(words, from, forward)
}

// direction says which way a day without year is looked for.
type direction int

const (
	forward  direction = 1
	backward direction = -1
)

func parseDate(words string, from model.Date, way direction) (model.Date, bool) {
	if len(words) > 60 {
		return "", false
	}
	fields := strings.Fields(strings.ToLower(words))
	if len(fields) == 0 || len(fields) > 4 {
		return "", false
	}
	if len(fields) == 1 {
		if d, ok := relativeDate(fields[0], from, way); ok {
			return d, true
		}
	}
	weekday, named := weekdayOf(strings.TrimSuffix(fields[0], ","))
	if named {
		fields = fields[1:]
	}
	d, ok := dayOf(fields, from, way)
	if !ok || named && d.Time().Weekday() != weekday {
		return "", false
	}
	return d, true
}

func relativeDate(word string, from model.Date, way direction) (model.Date, bool) {
	if !from.Valid() {
		return "", false
	}
	switch word {
	case "today":
		return from, true
	case "tomorrow":
		return from.AddDays(1), true
	}
	weekday, ok := weekdayOf(word)
	if !ok || len(word) < 6 {
		return "", false
	}
	for n := 1; n <= 7; n++ {
		if d := from.AddDays(n * int(way)); d.Time().Weekday() == weekday {
			return d, true
		}
	}
	return "", false
}

func weekdayOf(word string) (time.Weekday, bool) {
	for d := time.Sunday; d <= time.Saturday; d++ {
		name := strings.ToLower(d.String())
		if word == name || word == name[:3] {
			return d, true
		}
	}
	return 0, false
}

func dayOf(fields []string, from model.Date, way direction) (model.Date, bool) {
	switch len(fields) {
	case 1:
		return numericDay(fields[0])
	case 2, 3:
		day := dayPattern.FindStringSubmatch(fields[0])
		month, ok := monthOf(fields[1])
		if day == nil || !ok {
			return "", false
		}
		if len(fields) == 2 {
			return nearestDay(digits(day[1]), month, from, way)
		}
		return yearDay(digits(day[1]), month, fields[2])
	}
	return "", false
}

func yearDay(day int, month time.Month, year string) (model.Date, bool) {
	if !yearPattern.MatchString(year) {
		return "", false
	}
	d, err := model.NewDate(digits(year), month, day)
	return d, err == nil
}

func numericDay(word string) (model.Date, bool) {
	var year, month, day int
	if m := isoDate.FindStringSubmatch(word); m != nil {
		year, month, day = digits(m[1]), digits(m[2]), digits(m[3])
	} else if m := numericDate.FindStringSubmatch(word); m != nil {
		day, month, year = digits(m[1]), digits(m[2]), digits(m[3])
		if len(m[3]) == 2 {
			year += 2000
		}
	} else {
		return "", false
	}
	d, err := model.NewDate(year, time.Month(month), day)
	return d, err == nil
}

// nearestDay is the first such day on or after from, or the last on or before
// it. Eight years hold a 29 February.
func nearestDay(day int, month time.Month, from model.Date, way direction) (model.Date, bool) {
	if !from.Valid() {
		return "", false
	}
	year := from.Time().Year()
	for range 9 {
		d, err := model.NewDate(year, month, day)
		if err == nil && (way == forward && d >= from || way == backward && d <= from) {
			return d, true
		}
		year += int(way)
	}
	return "", false
}

// monthOf reads a month's name, in full or by its first three letters.
func monthOf(word string) (time.Month, bool) {
	word = strings.ToLower(word)
	if word == "sept" {
		return time.September, true
	}
	for m := time.January; m <= time.December; m++ {
		name := strings.ToLower(m.String())
		if word == name || word == name[:3] {
			return m, true
		}
	}
	return 0, false
}

// lastDay is the last day of the month: of that year, or of the first such
// month that does not end before from.
func lastDay(month time.Month, year string, from model.Date) (model.Date, bool) {
	if year != "" {
		if !yearPattern.MatchString(year) {
			return "", false
		}
		return endOf(digits(year), month), true
	}
	if !from.Valid() {
		return "", false
	}
	y := from.Time().Year()
	if endOf(y, month) < from {
		y++
	}
	return endOf(y, month), true
}

func endOf(year int, month time.Month) model.Date {
	return model.DateOf(time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC))
}

// asDate reads a date that must be one.
func asDate(words string, from model.Date, way direction) (model.Date, error) {
	if d, ok := parseDate(words, from, way); ok {
		return d, nil
	}
	if words == "" {
		return "", bad("the date is missing", expectedDate)
	}
	return "", bad(noDate(words, from, way), expectedDate)
}

// noDate says that words are no date, and where only the day of the week is
// wrong, which it is.
func noDate(words string, from model.Date, way direction) string {
	what := "“" + words + "” is no date"
	first, rest, _ := strings.Cut(words, " ")
	if _, ok := weekdayOf(strings.ToLower(strings.TrimSuffix(first, ","))); !ok {
		return what
	}
	if d, ok := parseDate(rest, from, way); ok {
		what += ": " + d.Long() + " is a " + d.Time().Weekday().String()
	}
	return what
}
