package recognise

import (
	"regexp"
	"strconv"
	"strings"

	"minutebook/model"
	"minutebook/model/minutes/read"
)

// attendance finds who was there, who was not, and in what capacity: in the
// lists at the head of the minutes, in sentences that say so, and in the items
// that record apologies.
func (r *reader) attendance() {
	a := &rollCall{r: r}
	a.lists()
	a.asked()
	a.sentences()
	a.once()
	a.settle()
}

// rollCall goes through the lines for the lists of attendance.
type rollCall struct {
	r *reader
	// at is the line that it is at, in the section that is open, if any.
	at   int
	open *section
	// rows are the lines about people that are waiting to be read together.
	rows []row
	// begun says that a list of attendance was found, ended that it is over.
	begun bool
}

// row is a line, or a cell, that names people of a section.
type row struct {
	l     *line
	words string
	s     section
}

// farthest is how many lines may stand before the first list of attendance,
// and between two.
const farthest, gapLines = 120, 6

// lists reads the lists. They stand together: one begins with a strong label,
// and weak ones count only near.
func (a *rollCall) lists() {
	since := 0
	for a.at = 0; a.at < len(a.r.lines); a.at++ {
		l := a.r.lines[a.at]
		switch {
		case l.kind == read.Matter || l.text == "" && l.mark == "":
			continue
		case l.taken() && !l.said:
			continue
		case l.said && l.As != People && l.As != Introduced:
			a.open = nil
			continue
		}
		if !a.begun && a.at > farthest || a.begun && since > gapLines {
			break
		}
		if l.table > 0 {
			lines, ok := a.table()
			if since += lines; ok {
				since = 0
			}
			a.at += lines - 1
			continue
		}
		if a.line(l) {
			since = 0
			continue
		}
		a.open = nil
		if a.begun {
			since++
			if l.hasNumber() && !l.num.bullet() && !a.ahead(2) {
				break
			}
		}
	}
	a.readRows()
}

// hasNumber says whether the line has a number such as items have.
func (l *line) hasNumber() bool { return l.num.shape != "" && !l.num.bullet() }

// line reads one line; false where it has nothing to do with attendance.
func (a *rollCall) line(l *line) bool {
	words := l.text
	if s, rest, ok := labelled(l.raw()); ok && !a.isItem(l, rest) && a.fits(s, rest) {
		return a.headed(l, s, rest)
	}
	if n, ok := headCount(words); ok && (a.begun || a.open != nil) && !l.hasNumber() {
		a.r.found.Meeting.Public = &n
		l.take(Facts, 0.95, "public")
		l.Label = words
		return true
	}
	if a.open == nil {
		return a.before(l)
	}
	switch {
	case nobodyNote.MatchString(words):
		l.take(Introduced, 0.95, "nobody")
		l.Label = words
		return true
	case a.open.kind == distribution:
		return a.distributed(l)
	case unfilled.MatchString(words):
		l.drop(0.85, "unfilled template")
		return true
	case a.isGroup(l):
		a.open.group = strings.Trim(words, " :")
		l.take(Introduced, 0.9, "group")
		return true
	case a.namesPeople(l, *a.open):
		a.rows = append(a.rows, row{l, l.raw(), *a.open})
		return true
	}
	return false
}

// isItem says whether a line with a number is an item rather than a label: one
// that names nobody behind its words.
func (a *rollCall) isItem(l *line, rest string) bool {
	return l.hasNumber() && (rest == "" || !namesFirst(rest)) && !a.peopleFollow(l)
}

// fits says whether a label begins or goes on a list of attendance here.
func (a *rollCall) fits(s section, rest string) bool {
	known := rest == "" || nobodyNote.MatchString(rest) || unfilled.MatchString(rest) || a.reads(rest, s)
	near := a.open != nil || a.begun
	if s.kind == public {
		_, ok := countAt(rest)
		return (near || a.ahead(4)) && (ok || rest == "" && a.peopleNext())
	}
	if s.kind == distribution {
		return near
	}
	switch {
	case !known:
		return false
	case rest == "" && s.kind == office:
		return near && a.officeNext()
	case rest == "" && s.kind == strong:
		return a.peopleNext()
	case rest == "":
		return (near || a.ahead(3)) && a.peopleNext()
	case s.kind == strong:
		return true
	}
	return near || a.ahead(4)
}

// reads says whether words name people.
func (a *rollCall) reads(words string, s section) bool {
	_, sure := peopleIn(words, s, manner{})
	return sure > 0
}

// ahead says whether a strong label stands within the next lines.
func (a *rollCall) ahead(lines int) bool {
	for i := a.at + 1; i < len(a.r.lines) && lines > 0; i++ {
		l := a.r.lines[i]
		if l.text == "" || l.taken() {
			continue
		}
		lines--
		if s, rest, ok := labelled(l.raw()); ok && s.kind == strong && (rest == "" || a.reads(rest, s)) {
			return true
		}
	}
	return false
}

// officeNext says whether the label of an office stands above a name.
func (a *rollCall) officeNext() bool {
	l, next := a.r.lines[a.at], a.nextLine()
	if next == nil || !strings.HasSuffix(l.text, ":") && !l.bold {
		return false
	}
	people, sure := peopleIn(next.raw(), section{mark: model.Present}, manner{})
	return sure >= likelyName && len(people) == 1
}

// peopleNext says whether the lines below name people, perhaps under a group or
// another label.
func (a *rollCall) peopleNext() bool {
	for i, seen := a.at+1, 0; i < len(a.r.lines) && seen < 3; i++ {
		l := a.r.lines[i]
		if l.text == "" || l.kind == read.Matter || l.taken() && l.As != Facts {
			continue
		}
		seen++
		if s, rest, ok := labelled(l.raw()); ok && (rest == "" || a.reads(rest, s) || nobodyNote.MatchString(rest)) {
			if rest != "" {
				return true
			}
			continue
		}
		if nobodyNote.MatchString(l.text) || a.namesPeople(l, section{mark: model.Present}) && !l.hasNumber() {
			return true
		}
		if _, ok := countAt(l.text); ok && len(l.text) < 4 {
			return true
		}
		if len(strings.Fields(l.text)) > 6 || l.hasNumber() {
			return false
		}
	}
	return false
}

// peopleFollow says whether the line below names people in the way of a list.
func (a *rollCall) peopleFollow(*line) bool {
	for _, next := range a.r.lines[a.at+1:] {
		if next.text != "" {
			return !next.hasNumber() && a.namesPeople(next, section{mark: model.Present}) && strings.ContainsAny(next.text, ",(-–") || next.num.bullet() && a.namesPeople(next, section{mark: model.Present})
		}
	}
	return false
}

// headed opens the section that a line heads, and reads who is named behind it.
func (a *rollCall) headed(l *line, s section, rest string) bool {
	if a.open != nil && s.kind == weak && s.mark == model.Present && a.open.mark == model.Present {
		s.group = ""
	}
	before := a.open
	if s.kind == strong || s.kind == weak {
		a.begun = true
	}
	a.open = &s
	switch n, counted := countAt(rest); {
	case l.hasNumber() && rest == "":
		return true // the item keeps its heading
	case s.kind == public && counted:
		a.r.found.Meeting.Public = &n
		l.take(Facts, 0.95, "public")
		l.Label = l.text
		a.open = before
		a.alsoPublic(l, rest)
	case rest == "" || nobodyNote.MatchString(rest):
		l.take(Introduced, 0.95, "label "+s.label)
		l.Label = l.text
		if rest != "" {
			a.open = before
		}
	case unfilled.MatchString(rest):
		l.drop(0.85, "unfilled template")
		a.open = before
	case s.kind == distribution:
		a.open = before
		return false
	default:
		a.rows = append(a.rows, row{l, rest, s})
		if s.kind == office || s.kind == public {
			a.open = before
		}
	}
	return true
}

// alsoPublic reads people who are named behind a head count.
func (a *rollCall) alsoPublic(l *line, rest string) {
	if _, also, ok := strings.Cut(rest, "also "); ok {
		a.rows = append(a.rows, row{l, also, section{mark: model.Present, capacity: model.Observing}})
	}
}

// before reads a line above a list that is part of its heading: "Board and
// advisors" above "Present".
func (a *rollCall) before(l *line) bool {
	if a.begun || l.hasNumber() || len(strings.Fields(l.text)) > 5 || strings.ContainsAny(l.text, ".,;") {
		return false
	}
	for _, next := range a.r.lines[a.at+1:] {
		if next.text == "" {
			continue
		}
		s, rest, ok := labelled(next.raw())
		if !ok || s.kind != strong || rest != "" || next.hasNumber() {
			return false
		}
		at := a.at
		a.at++
		follow := a.peopleNext()
		a.at = at
		if !follow || !membersWords(l.text) {
			return false
		}
		l.take(Introduced, 0.85, "heading of the list")
		l.Label = l.text
		return true
	}
	return false
}

// membersWords says whether words are about who sits on a body: "Board and
// advisors", "Committee members".
func membersWords(words string) bool {
	for _, w := range strings.Fields(strings.ToLower(words)) {
		if w = strings.Trim(w, ":"); !labelFillers[w] && tellerOf(w) < 0 && !joinsPost[w] {
			return false
		}
	}
	return true
}

// isGroup says whether a line is the name of a group of the people below it.
func (a *rollCall) isGroup(l *line) bool {
	words := strings.Trim(l.text, " :")
	fields := strings.Fields(words)
	if len(fields) == 0 || len(fields) > 7 || l.hasNumber() || strings.ContainsAny(words, ",;()@") || l.num.bullet() {
		return false
	}
	next := a.nextLine()
	if next == nil || next.hasNumber() || !a.namesPeople(next, *a.open) {
		return false
	}
	name, rest, sure := nameAt(fields)
	colon := strings.HasSuffix(l.text, ":")
	switch {
	case sure == knownName && len(rest) == 0 && !colon:
		return false
	case colon, l.bold && !next.bold, l.kind == read.Heading && next.kind != read.Heading, next.num.bullet():
		return true
	case postWord(words) || anyWord(fields, postWord):
		_, _, below := nameAt(strings.Fields(firstOf(next.text)))
		return below > singleName && (sure == 0 || len(rest) > 0)
	case len(name) == 1 && len(fields) == 1:
		_, _, below := nameAt(strings.Fields(firstOf(next.text)))
		return below > singleName && strings.ToUpper(words) == words && len(words) > 1
	}
	return false
}

func anyWord(fields []string, is func(string) bool) bool {
	for _, f := range fields {
		if is(f) {
			return true
		}
	}
	return false
}

// nextLine is the next line with words.
func (a *rollCall) nextLine() *line {
	for _, l := range a.r.lines[a.at+1:] {
		if l.text != "" && !(l.taken() && l.As == Dropped) {
			return l
		}
	}
	return nil
}

// namesPeople says whether a line is about people: names, perhaps with posts.
func (a *rollCall) namesPeople(l *line, s section) bool {
	if l.kind == read.Matter || l.kind == read.Rule || len(l.text) > 4000 {
		return false
	}
	_, sure := peopleIn(l.raw(), s, manner{})
	if l.hasNumber() && l.kind != read.ListItem {
		return sure >= knownName && !l.bold && l.kind != read.Heading
	}
	if l.kind == read.Heading || l.upper && a.open == nil {
		return sure >= likelyName && givenName(strings.Fields(l.text)[0])
	}
	if l.upper && len(a.rows) > 0 && !a.rows[len(a.rows)-1].l.upper && sure < knownName {
		return false
	}
	if sure == singleName {
		return len(strings.Fields(firstOf(l.text))) == 1 && a.neighbours(l)
	}
	return sure > 0
}

// neighbours says whether a line of a single word stands in a list.
func (a *rollCall) neighbours(l *line) bool {
	return l.num.bullet() || strings.Contains(l.text, ",") || !l.gap
}

// distributed leaves a line of who gets the minutes as it is.
func (a *rollCall) distributed(*line) bool {
	a.open = nil
	return false
}

// publicCount finds how many of the public there were; behind it a line says no
// more.
var publicCount = regexp.MustCompile(`(?i)^(?:and |there (?:was|were) |plus |also present:? )?(?:(\d{1,4}|no|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)(?: \(\d+\))? (?:other )?(?:members?|number) of the (?:general )?public|(?:members? of the )?(?:general )?public(?: (?:present|attending|in attendance))?[:–—-]? *(\d{1,4}))(?: (?:were |was )?(?:also )?(?:present|attended|attending|in attendance|in the gallery))?\.?$`)

// headCount reads a line that says no more than how many watched.
func headCount(words string) (int, bool) {
	m := publicCount.FindStringSubmatch(tidy(words))
	if m == nil {
		return 0, false
	}
	return countAt(m[1] + m[2])
}

var countWords = strings.Fields("no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty")

// countAt reads the number that words begin with.
func countAt(words string) (int, bool) {
	fields := strings.Fields(strings.ToLower(words))
	if len(fields) == 0 {
		return 0, false
	}
	first := strings.Trim(fields[0], ".,()")
	if n, err := strconv.Atoi(first); err == nil && n >= 0 && n < 10000 {
		return n, true
	}
	for n, w := range countWords {
		if w == first {
			return n, true
		}
	}
	return 0, first == "none" || first == "nil"
}
