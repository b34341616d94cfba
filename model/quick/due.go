package quick

import (
	"strings"

	"minutebook/model"
)

// phrase is what an action's words say of when it is due.
type phrase struct {
	words string
	date  model.Date
	// rank orders phrases where there are several: a date before a season
	// before another meeting or an event.
	rank int
}

const (
	dated = iota
	inSeason
	atEvent
)

// readDue reads due and forum from an action's words. The note, where there
// is one, says what is to be looked at.
func readDue(text string, from model.Date) (due model.Due, forum, note string) {
	d := dueReader{text: text, words: wordsOf(text, 0), from: from}
	for i := range d.words {
		d.at(i)
	}
	best := -1
	for i, p := range d.found {
		if best < 0 || p.rank < d.found[best].rank {
			best = i
		}
	}
	if best >= 0 {
		due = model.Due{Words: d.found[best].words, Date: d.found[best].date}
	}
	return due, d.forum, d.conflict()
}

// ParseDue is a due as said in braces: a date, or words as in an action. Dates
// without a year look forward from a day.
func ParseDue(words string, from model.Date) model.Due {
	if date, ok := ParseDate(words, from); ok {
		return model.Due{Words: words, Date: date}
	}
	d := dueReader{text: words, words: wordsOf(words, 0), from: from}
	if date, n := d.month(0); n > 0 && n == len(d.words) {
		return model.Due{Words: words, Date: date}
	}
	due, _, _ := readDue(words, from)
	return model.Due{Words: words, Date: due.Date}
}

type dueReader struct {
	text  string
	words []word
	from  model.Date
	found []phrase
	forum string
	// notes on dates that cannot be.
	note string
}

// conflict says that there are two dates, or that one cannot be.
func (d *dueReader) conflict() string {
	if d.note != "" {
		return d.note
	}
	first := -1
	for i, p := range d.found {
		switch {
		case p.date == "":
		case first < 0:
			first = i
		case p.date != d.found[first].date:
			return "two dates: " + d.found[first].words + ", " + p.words + "; the first is taken"
		}
	}
	return ""
}

// lower is the word at i in small letters; "" beyond the last.
func (d *dueReader) lower(i int) string {
	if i < 0 || i >= len(d.words) {
		return ""
	}
	return strings.ToLower(d.words[i].text)
}

// between is the text from the start of word i to the end of word j.
func (d *dueReader) between(i, j int) string { return d.text[d.words[i].start:d.words[j].end] }

// at reads what begins at word i.
func (d *dueReader) at(i int) {
	switch d.lower(i) {
	case "by", "on", "in", "until", "during":
		d.when(i, i+1)
	case "before":
		d.before(i, i+1)
	case "prior":
		if d.lower(i+1) == "to" {
			d.before(i, i+2)
		}
	case "next":
		d.nextMeeting(i)
	case "at":
		d.meeting(i)
	}
}

// when reads a date, month or season behind the preposition at i.
func (d *dueReader) when(i, j int) {
	if d.words[i].stop {
		return
	}
	j = d.skip(j, "the")
	ends := false
	if d.lower(j) == "end" && d.lower(j+1) == "of" {
		j, ends = j+2, true
	}
	prep := d.lower(i)
	if date, n := d.date(j); n > 0 && !ends && prep != "in" && prep != "during" {
		d.dated(i, j+n-1, date, prep == "on")
		return
	}
	if date, n := d.month(j); n > 0 && prep != "on" {
		d.dated(i, j+n-1, date, prep == "in" || prep == "during")
		return
	}
	if n := d.season(j); n > 0 && prep != "on" {
		d.found = append(d.found, phrase{d.between(i, j+n-1), "", inSeason})
	}
}

// dated keeps a date. One that may tell of the past is due only if it is not.
func (d *dueReader) dated(i, j int, date model.Date, mayBePast bool) {
	if mayBePast && date < d.from {
		return
	}
	d.found = append(d.found, phrase{d.between(i, j), date, dated})
}

func (d *dueReader) skip(j int, word string) int {
	if d.lower(j) == word {
		return j + 1
	}
	return j
}

// longestDate is how many words a date has at most.
const longestDate = 4

// date is the longest date that begins at word j, and how many words it has.
// Of words that are a date but for one that cannot be, no part is taken.
func (d *dueReader) date(j int) (model.Date, int) {
	for n := d.run(j, longestDate); n > 0; n-- {
		words := d.between(j, j+n-1)
		if date, ok := ParseDate(words, d.from); ok {
			return date, n
		}
		if n > 1 && looksLikeDate(words) {
			if d.note == "" {
				d.note = noDate(words, d.from, forward)
			}
			return "", 0
		}
	}
	return "", 0
}

// looksLikeDate says whether words have the form of a date.
func looksLikeDate(words string) bool {
	fields := strings.Fields(words)
	if _, ok := weekdayOf(strings.ToLower(fields[0])); ok {
		fields = fields[1:]
	}
	if len(fields) < 2 || !dayPattern.MatchString(strings.ToLower(fields[0])) {
		return false
	}
	_, ok := monthOf(fields[1])
	return ok && (len(fields) == 2 || len(fields) == 3 && yearPattern.MatchString(fields[2]))
}

// run is how many words from j on, at most limit, stand without punctuation
// between them.
func (d *dueReader) run(j, limit int) int {
	n := 0
	for n < limit && j+n < len(d.words) {
		n++
		if d.words[j+n-1].stop {
			break
		}
	}
	return n
}

// month is the last day of the month that begins at word j, with its year if
// one follows. A month before a capital is a person's name: May Smith.
func (d *dueReader) month(j int) (model.Date, int) {
	if j >= len(d.words) || !startsUpper(d.words[j].text) {
		return "", 0
	}
	month, ok := monthOf(d.words[j].text)
	if !ok {
		return "", 0
	}
	if d.words[j].stop || j+1 == len(d.words) {
		date, _ := lastDay(month, "", d.from)
		return date, 1
	}
	if date, ok := lastDay(month, d.words[j+1].text, d.from); ok && d.words[j+1].text != "" {
		return date, 2
	}
	if strings.HasSuffix(d.words[j].text, "'s") || startsUpper(d.words[j+1].text) {
		return "", 0
	}
	date, _ := lastDay(month, "", d.from)
	return date, 1
}

// season is how many words the season at j has, with its year if one follows.
func (d *dueReader) season(j int) int {
	switch d.lower(j) {
	case "spring", "summer", "autumn", "winter":
	default:
		return 0
	}
	if !d.words[j].stop && j+1 < len(d.words) && yearPattern.MatchString(d.words[j+1].text) {
		return 2
	}
	return 1
}

// before reads a date or an event behind "before" or "prior to" at i.
func (d *dueReader) before(i, j int) {
	if j >= len(d.words) || d.words[j-1].stop {
		return
	}
	if date, n := d.date(j); n > 0 {
		d.dated(i, j+n-1, date, false)
		return
	}
	if date, n := d.month(j); n > 0 {
		d.dated(i, j+n-1, firstDay(date).AddDays(-1), false)
		return
	}
	if n := d.season(j); n > 0 {
		d.found = append(d.found, phrase{d.between(i, j+n-1), "", inSeason})
		return
	}
	if !d.event(j) {
		return
	}
	end := j
	for end+1 < len(d.words) && !d.words[end].stop {
		end++
	}
	d.found = append(d.found, phrase{d.between(i, end), "", atEvent})
}

func firstDay(d model.Date) model.Date {
	if !d.Valid() {
		return d
	}
	return d[:len(d)-2] + "01"
}

// events begin with one of these, or with a capital.
var events = setOf("the a an its their his her our next any")

// event says whether what happens is named at word j.
func (d *dueReader) event(j int) bool {
	w := d.lower(j)
	return events[w] || startsUpper(d.words[j].text) || len(w) > 4 && strings.HasSuffix(w, "ing")
}

// longestForum is how many words the name of a forum has at most.
const longestForum = 10

// meetingAfter is the place of the word "meeting" that the name at j leads up
// to.
func (d *dueReader) meetingAfter(j int) (int, bool) {
	for k := j; k < len(d.words) && k <= j+longestForum; k++ {
		if d.lower(k) == "meeting" {
			return k, true
		}
		if d.words[k].stop {
			break
		}
	}
	return 0, false
}

// nextMeeting reads "the next X meeting" around the word "next" at i.
func (d *dueReader) nextMeeting(i int) {
	k, ok := d.meetingAfter(i + 1)
	if !ok {
		return
	}
	from := i
	if p := d.lower(from - 1); p == "the" || p == "its" || p == "their" || p == "our" {
		from--
	}
	switch d.lower(from - 1) {
	case "at", "to", "for", "by", "until", "in":
		from--
	case "before":
		from-- // the same words, found twice, are one phrase
	}
	end := k
	forum := ""
	if k > i+1 {
		forum = d.between(i+1, k-1)
	} else if n := d.meetingOf(k); n > 0 {
		end = k + n
		forum = d.between(d.skip(k+2, "the"), end)
	}
	d.keepForum(forum)
	d.found = append(d.found, phrase{d.between(from, end), "", atEvent})
}

// meetingOf is how many words "of the Audit Panel" has behind "meeting" at k.
func (d *dueReader) meetingOf(k int) int {
	if d.words[k].stop || d.lower(k+1) != "of" {
		return 0
	}
	j := d.skip(k+2, "the")
	last := 0
	for n := j; n < len(d.words) && n < j+longestForum; n++ {
		if startsUpper(d.words[n].text) {
			last = n - k
		} else if w := d.lower(n); w != "and" && w != "of" && w != "the" && w != "for" && w != "&" {
			break
		}
		if d.words[n].stop {
			break
		}
	}
	return last
}

// meeting reads the forum of "at the X meeting" at i.
func (d *dueReader) meeting(i int) {
	j := d.skip(i+1, "the")
	if j >= len(d.words) || d.lower(j) == "next" || !startsUpper(d.words[j].text) {
		return
	}
	if k, ok := d.meetingAfter(j); ok && k > j {
		d.keepForum(d.between(j, k-1))
	}
}

func (d *dueReader) keepForum(forum string) {
	if d.forum == "" {
		d.forum = forum
	}
}
