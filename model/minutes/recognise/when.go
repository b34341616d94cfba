package recognise

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"minutebook/model"
	"minutebook/model/pattern"
	"minutebook/model/quick"
)

// moment is a day or a time of day in a text, from a byte to a byte.
type moment struct {
	from, to int
	// date is the day; where its year is missing it is the day in year 4, which
	// has all of them. weekday is the one printed with it, -1 for none.
	date     model.Date
	yearless bool
	weekday  time.Weekday
	// begin and end are times of day; "" where there is none.
	begin, end model.Clock
	// unsure says that reading it took guessing.
	unsure bool
}

const (
	monthNames   = `(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)`
	weekdayNames = `(?:(monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|weds?|thurs?|thu|fri|sat|sun)\.?,? *(?:the +)?)?`
	noYear       = 4
)

// dayForms are how days are printed; the groups of each are, in its order, what
// the letters say: w a weekday, d a day, m a month's name, n its number, y a
// year.
var dayForms = []struct {
	pattern *pattern.Pattern
	groups  string
}{
	{pattern.Of(`(?i)\b` + weekdayNames + `(\d{1,2}) ?(?:st|nd|rd|th)?(?: of)?[ -]+` + monthNames + `\.?,?[ -]+((?:19|20)\d\d)\b`), "wdmy"},
	{pattern.Of(`(?i)\b` + weekdayNames + monthNames + `\.? +(\d{1,2})(?:st|nd|rd|th)?,? +((?:19|20)\d\d)\b`), "wmdy"},
	{pattern.Of(`(?i)\b` + weekdayNames + `((?:19|20)\d\d)[-./](\d{1,2})[-./](\d{1,2})(?:\b|T)`), "wynd"},
	{pattern.Of(`(?i)\b` + weekdayNames + `(\d{1,2})[-./](\d{1,2})[-./]((?:19|20)\d\d|\d\d)\b`), "wdny"},
	{pattern.Of(`(?i)\b` + weekdayNames + `(\d{1,2}) ?(?:st|nd|rd|th)?(?: of)? +` + monthNames + `\b`), "wdm"},
	{pattern.Of(`(?i)\b` + weekdayNames + monthNames + `\.? +(\d{1,2})(?:st|nd|rd|th)?\b`), "wmd"},
}

// days are those in a text, in their order. american says that 3/5/22 is the
// fifth of March.
func days(text string, american bool) []moment {
	var all []moment
	if !strings.ContainsAny(text, "0123456789") {
		return nil
	}
	for _, form := range dayForms {
		for _, at := range form.pattern.FindAllStringSubmatchIndex(text, -1) {
			if slices.ContainsFunc(all, func(m moment) bool { return at[0] < m.to && m.from < at[1] }) {
				continue
			}
			if m, ok := dayMatched(text, at, form.groups, american); ok {
				all = append(all, m)
			}
		}
	}
	slices.SortFunc(all, func(a, b moment) int { return a.from - b.from })
	return all
}

// dayMatched reads a day from the groups of a match.
func dayMatched(text string, at []int, groups string, american bool) (moment, bool) {
	m := moment{from: at[0], to: at[1], weekday: -1}
	year, month, day := noYear, 0, 0
	for i, g := range groups {
		if at[2*i+2] < 0 {
			continue
		}
		word := strings.ToLower(text[at[2*i+2]:at[2*i+3]])
		n, _ := strconv.Atoi(word) // 0 for words
		switch g {
		case 'w':
			m.weekday = weekdayCalled(word)
		case 'd':
			day = n
		case 'm':
			month = monthCalled(word)
		case 'n':
			month = n
		case 'y':
			if year = n; n < 100 {
				year += 2000
			}
		}
	}
	m.yearless = year == noYear
	if groups == "wdny" {
		return m.numbers(year, month, day, american)
	}
	d, err := model.NewDate(year, time.Month(month), day)
	m.date, m.unsure = d, err == nil && !m.agrees(d)
	return m, err == nil
}

// agrees says whether a day is on the weekday that is printed with it, if one
// is.
func (m moment) agrees(d model.Date) bool {
	return m.weekday < 0 || m.yearless || d.Time().Weekday() == m.weekday
}

// numbers reads a day in numbers: the day first, unless the file is american,
// the month would be none, or the weekday says otherwise.
func (m moment) numbers(year, month, day int, american bool) (moment, bool) {
	if american || month > 12 {
		day, month = month, day
	}
	d, err := model.NewDate(year, time.Month(month), day)
	other, err2 := model.NewDate(year, time.Month(day), month)
	switch {
	case err == nil && m.agrees(d):
		m.date, m.unsure = d, m.weekday < 0 && err2 == nil && d != other && !american
	case err2 == nil && m.agrees(other):
		m.date = other
	default:
		m.date, m.unsure = d, true
	}
	return m, err == nil || m.date != ""
}

func weekdayCalled(word string) time.Weekday {
	for d := time.Sunday; d <= time.Saturday; d++ {
		if len(word) >= 3 && word[:3] == strings.ToLower(d.String()[:3]) {
			return d
		}
	}
	return -1
}

func monthCalled(word string) int {
	for m := time.January; m <= time.December; m++ {
		if name := strings.ToLower(m.String()); word == name || word == name[:3] || word == "sept" && m == time.September {
			return int(m)
		}
	}
	return 0
}

// clockForm is a time of day; clockSpan is one, or two with a dash or "to"
// between them.
const clockForm = `(?:\d{1,2}[.:]\d{2} ?(?:[ap]\.?m\b\.?)?|\d{1,2} ?(?:[ap]\.?m\b\.?)|\d{4} ?(?:hrs|hours)\b|(?:12 )?(?:noon|midday))`

var (
	clockSpan  = pattern.Of(`(?i)(?:\b|^)(` + clockForm + `|\d{1,2})(?: ?(?:-|–|—|to|until|till) ?)(` + clockForm + `)`)
	clockAlone = pattern.Of(`(?i)(?:\b|^)(` + clockForm + `)`)
)

// times are the times of day in a text, where no day stands.
func times(text string, taken []moment) []moment {
	var all []moment
	low := strings.ToLower(text)
	if !strings.ContainsAny(text, "0123456789") && !strings.Contains(low, "noon") && !strings.Contains(low, "midday") {
		return nil
	}
	add := func(m moment, ok bool) {
		over := func(o moment) bool { return m.from < o.to && o.from < m.to }
		if ok && !slices.ContainsFunc(taken, over) && !slices.ContainsFunc(all, over) {
			all = append(all, m)
		}
	}
	for _, at := range clockSpan.FindAllStringSubmatchIndex(text, -1) {
		m, ok := spanOf(text[at[2]:at[3]], text[at[4]:at[5]])
		m.from, m.to = at[0], at[1]
		add(m, ok)
	}
	for _, at := range clockAlone.FindAllStringSubmatchIndex(text, -1) {
		c, ok, unsure := timeOfDay(text[at[2]:at[3]])
		add(moment{from: at[0], to: at[1], weekday: -1, begin: c, unsure: unsure}, ok)
	}
	slices.SortFunc(all, func(a, b moment) int { return a.from - b.from })
	return all
}

// spanOf reads two times of day: "10 - 12.30pm".
func spanOf(first, last string) (moment, bool) {
	m := moment{weekday: -1}
	end, ok, _ := timeOfDay(last)
	bare := halfOf(first) == ""
	whole := first
	if bare && halfOf(last) != "" && len(first) < 6 {
		whole += halfOf(last)
	}
	begin, ok2, unsure := timeOfDay(whole)
	if ok && ok2 && begin > end && bare { // 11-1pm
		begin, _, _ = timeOfDay(first + "am")
	}
	m.begin, m.end, m.unsure = begin, end, unsure
	return m, ok && ok2
}

func halfOf(words string) string {
	switch w := strings.ToLower(strings.NewReplacer(".", "", " ", "").Replace(words)); {
	case strings.HasSuffix(w, "am"):
		return "am"
	case strings.HasSuffix(w, "pm"):
		return "pm"
	}
	return ""
}

// timeOfDay reads a time of day. Without "pm" the hours from one to seven are
// those of the afternoon, as far as guessing goes: bodies seldom meet before
// eight.
func timeOfDay(words string) (c model.Clock, ok, unsure bool) {
	w := strings.ToLower(strings.TrimSpace(words))
	if strings.HasSuffix(w, "noon") || strings.HasSuffix(w, "midday") {
		return "12:00", true, false
	}
	w = strings.TrimSpace(strings.TrimSuffix(strings.TrimSuffix(w, "hours"), "hrs"))
	if half := halfOf(w); half != "" {
		w = strings.TrimRight(strings.TrimRight(w, "."), "apm. ") + half
	}
	c, ok = quick.ParseClock(w)
	if !ok || halfOf(w) != "" || strings.HasPrefix(w, "0") || c < "01:00" || c >= "08:00" {
		return c, ok, false
	}
	c, err := model.NewClock(int(c[1]-'0')+12, int(c[3]-'0')*10+int(c[4]-'0'))
	return c, err == nil, true
}

// yearsIn are the years that a text names, and of each where it stands.
func yearsIn(text string, found func(year, at int)) {
	for i := 0; i+4 <= len(text); i++ {
		if c := text[i : i+2]; c != "20" && c != "19" || i > 0 && isDigit(text[i-1]) {
			continue
		}
		if isDigit(text[i+2]) && isDigit(text[i+3]) && (i+4 == len(text) || !isDigit(text[i+4])) {
			found(int(text[i]-'0')*1000+int(text[i+1]-'0')*100+int(text[i+2]-'0')*10+int(text[i+3]-'0'), i)
			i += 3
		}
	}
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// monthsFirst says whether the file prints dates with the month first: "May 28,
// 2020" rather than "28 May 2020".
func (r *reader) monthsFirst() bool {
	if r.doc.Look.Letter || strings.EqualFold(r.doc.Language, "en-US") {
		return true
	}
	first, second := 0, 0
	for _, l := range r.lines {
		yearsIn(l.text, func(_, at int) {
			switch before := l.text[:at]; {
			case strings.HasSuffix(before, ", ") && at > 2 && isDigit(before[at-3]):
				first++
			case strings.HasSuffix(before, " ") && at > 4 && monthCalled(lastWord(before)) > 0:
				second++
			}
		})
	}
	return first > second
}

// lastWord is the last word of a text, in small letters.
func lastWord(text string) string {
	text = strings.TrimRight(text, " ,.")
	return strings.ToLower(text[strings.LastIndexByte(text, ' ')+1:])
}

// withYear gives a day without year the one that fits its weekday, the days that
// the file names and when it was published.
func (r *reader) withYear(m moment, near model.Date) (model.Date, bool) {
	if !m.yearless {
		return m.date, true
	}
	years := map[int]int{}
	for _, l := range r.lines {
		yearsIn(l.text, func(year, _ int) { years[year]++ })
	}
	best, most := model.Date(""), -1
	try := func(year, votes int) {
		d, err := model.NewDate(year, m.date.Time().Month(), m.date.Time().Day())
		if err != nil || m.weekday >= 0 && d.Time().Weekday() != m.weekday {
			return
		}
		if near.Valid() && d > near {
			votes -= 100
		}
		if votes > most || best == "" || votes == most && d > best {
			best, most = d, votes
		}
	}
	if near.Valid() {
		try(near.Time().Year(), 50)
		try(near.Time().Year()-1, 20)
	}
	for _, year := range slices.Sorted(maps.Keys(years)) {
		try(year, min(years[year], 40))
	}
	return best, best != ""
}

// dayIn is the first day that running text names; one without year is the first
// after the meeting. It is "" where there is none.
func (r *reader) dayIn(text string) (model.Date, moment) {
	for _, m := range days(text, r.american) {
		if day, ok := m.after(r.found.Meeting.Date); ok {
			return day, m
		}
	}
	return "", moment{}
}

// after is the day, or, where its year is missing, the first such day on or after
// another. Eight years hold a 29 February.
func (m moment) after(from model.Date) (model.Date, bool) {
	if !m.yearless {
		return m.date, true
	}
	if !from.Valid() {
		return "", false
	}
	for year := from.Time().Year(); year < from.Time().Year()+9; year++ {
		if d, err := model.NewDate(year, m.date.Time().Month(), m.date.Time().Day()); err == nil && d >= from {
			return d, true
		}
	}
	return "", false
}

// clockBehindAt is a time of four figures, which only "at" tells from a year.
var clockBehindAt = pattern.Of(`(?i)\bat (\d{4})\b`)

// clockIn is the first time of day that running text names, where no day stands:
// one with a colon or the half of the day, or one behind "at", since sums are
// written so too.
func clockIn(text string, taken ...moment) (model.Clock, moment) {
	for _, m := range times(text, taken) {
		said := strings.ToLower(text[m.from:m.to])
		if hasAny(said, ":", "m", "noon", "hrs", "hours") || lastWord(text[:m.from]) == "at" {
			return m.begin, m
		}
	}
	if at := clockBehindAt.FindStringSubmatchIndex(text); at != nil {
		if c, ok := quick.ParseClock(text[at[2]:at[3]]); ok {
			return c, moment{from: at[2], to: at[3]}
		}
	}
	return "", moment{}
}

// besides are words but for those of moments.
func besides(ts []token, gone ...moment) []token {
	return slices.DeleteFunc(slices.Clone(ts), func(t token) bool {
		return slices.ContainsFunc(gone, func(m moment) bool { return t.at < m.to && m.from < t.at+len(t.text) })
	})
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
