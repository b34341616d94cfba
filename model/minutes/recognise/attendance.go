package recognise

import (
	"strconv"
	"strings"

	"minutebook/model"
	"minutebook/model/minutes/read"
	"minutebook/model/pattern"
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
	// post is theirs where a column apart gives it.
	post string
}

// farthest is how many lines may stand before the first list of attendance,
// and between two.
const farthest, gapLines = 120, 6

// lists reads the lists. They stand together: one begins with a strong label,
// and weak ones count only near.
func (a *rollCall) lists() {
	since, near := 0, len(a.r.atop(farthest))
	for a.at = 0; a.at < len(a.r.lines) && !a.over(since, near); a.at++ {
		l := a.r.lines[a.at]
		if a.skips(l) {
			continue
		}
		lines, ok := 1, false
		if l.table > 0 {
			lines, ok = a.table()
			a.at += lines - 1
		} else {
			ok = a.line(l) || a.postsApart()
		}
		if ok {
			since = 0
			continue
		}
		if since += lines; l.table == 0 {
			a.open = nil
		}
		if a.begun && l.hasNumber() && !a.ahead(2) {
			break
		}
	}
	a.readRows()
}

// over says whether no list can begin any more, since the lines near the head
// are through, or go on, so many lines behind the last.
func (a *rollCall) over(since, near int) bool {
	return !a.begun && a.at >= near || a.begun && since > gapLines
}

// skips says whether a line is none of a list whatever its words are.
func (a *rollCall) skips(l *line) bool {
	if l.said && l.As != People && l.As != Introduced {
		a.open = nil
		return true
	}
	return l.kind == read.Matter || l.text == "" && l.mark == "" || l.taken() && !l.said
}

// postsApart reads lines with nothing but posts below a list of names with
// none: as many as there are names, they are theirs, as far as guessing goes.
func (a *rollCall) postsApart() bool {
	if a.open == nil {
		return false
	}
	from := len(a.rows)
	for from > 0 && a.rows[from-1].s == *a.open {
		from--
	}
	names := a.rows[from:]
	posts := a.postLines(len(names))
	if len(names) < 2 || len(posts) != len(names) {
		return false
	}
	for _, row := range names {
		if people, _ := peopleIn(row.words, row.s, manner{}); len(people) != 1 || people[0].Post != "" {
			return false
		}
	}
	for i, l := range posts {
		names[i].post = l.text
		l.take(Introduced, guessed, "column of posts")
	}
	for a.r.lines[a.at] != posts[len(posts)-1] {
		a.at++
	}
	return true
}

// postLines are the lines from here on that are posts and no more, at most so
// many.
func (a *rollCall) postLines(most int) []*line {
	var posts []*line
	for _, l := range a.r.lines[a.at:] {
		if l.text == "" {
			continue
		}
		fields := strings.Fields(l.text)
		if len(posts) == most || len(fields) > 8 || l.hasNumber() || l.kind == read.Heading || kindOf(l.text) != isPostPart || !anyWord(fields, postWord) {
			break
		}
		posts = append(posts, l)
	}
	return posts
}

// hasNumber says whether the line has a number such as items have.
func (l *line) hasNumber() bool { return l.num.shape != "" && !l.num.bullet() }

// line reads one line; false where it has nothing to do with attendance.
func (a *rollCall) line(l *line) bool {
	words := l.text
	if a.severalLabels(l) {
		return true
	}
	if s, rest, ok := labelled(l.raw()); ok && !a.isItem(l, rest) && a.fits(s, rest) {
		return a.headed(l, s, rest)
	}
	if n, ok := headCount(words); ok && (a.begun || a.open != nil) && !l.hasNumber() {
		a.r.found.Meeting.Public = &n
		l.take(Facts, 0.95, "public")
		l.Label = l.Source
		return true
	}
	if a.open == nil {
		return a.before(l)
	}
	switch {
	case nobodyNote.MatchString(words):
		l.take(Introduced, 0.95, "nobody")
		l.Label = l.Source
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
		a.rows = append(a.rows, row{l: l, words: l.raw(), s: *a.open})
		return true
	}
	return false
}

// severalLabels reads a line with several labels in it, each with who it is
// about.
func (a *rollCall) severalLabels(l *line) bool {
	if l.hasNumber() || len(l.text) > 4000 {
		return false
	}
	cut := labelsWithin(l.raw())
	if len(cut) < 2 {
		return false
	}
	for i, words := range cut {
		s, rest, ok := labelled(words)
		rest = strings.Trim(rest, " .;")
		if !ok || s.mark == "" || rest == "" || !a.reads(rest, s) && !nobodyNote.MatchString(rest) || i == 0 && s.kind != strong && !a.begun {
			return false
		}
	}
	for _, words := range cut {
		s, rest, _ := labelled(words)
		a.headed(l, s, strings.Trim(rest, " .;"))
	}
	return true
}

// isItem says whether a line with a number is an item rather than a label: one
// that names nobody behind its words.
func (a *rollCall) isItem(l *line, rest string) bool {
	return l.hasNumber() && (rest == "" || !namesFirst(rest)) && !a.peopleFollow(l)
}

// fits says whether a label begins or goes on a list of attendance here.
func (a *rollCall) fits(s section, rest string) bool {
	near := a.open != nil || a.begun
	switch {
	case s.kind == public:
		_, ok := countAt(rest)
		return (near || a.ahead(4)) && (ok || rest == "" && a.peopleNext())
	case s.kind == distribution:
		return near
	case rest == "":
		return a.fitsBelow(s, near)
	case !a.namesAny(rest, s):
		return false
	}
	return s.kind == strong || near || a.ahead(4)
}

// namesAny says whether words name people, nobody, or whom a template has; the
// head count of the public may stand behind them.
func (a *rollCall) namesAny(words string, s section) bool {
	words, _, _ = publicOff(words)
	return a.reads(words, s) || nobodyNote.MatchString(words) || unfilled.MatchString(words)
}

// fitsBelow says whether a label with nothing behind it stands above people.
func (a *rollCall) fitsBelow(s section, near bool) bool {
	if s.kind == office {
		return near && a.officeNext()
	}
	return (s.kind == strong || near || a.ahead(3)) && a.peopleNext()
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
	seen := 0
	for i := a.at + 1; i < len(a.r.lines) && seen < 3; i++ {
		l := a.r.lines[i]
		if l.text == "" || l.kind == read.Matter || l.taken() && l.As != Facts {
			continue
		}
		seen++
		if s, rest, ok := labelled(l.raw()); ok && rest == "" {
			continue
		} else if ok && (a.reads(rest, s) || nobodyNote.MatchString(rest)) {
			return true
		}
		if a.somebody(i) {
			return true
		}
		if len(strings.Fields(l.text)) > 6 || l.hasNumber() {
			return false
		}
	}
	return false
}

// somebody says whether a line below a label names people, nobody or how many
// there were.
func (a *rollCall) somebody(i int) bool {
	l := a.r.lines[i]
	if _, ok := countAt(l.text); ok && len(l.text) < 4 || nobodyNote.MatchString(l.text) {
		return true
	}
	if !a.namesPeople(l, section{mark: model.Present}) {
		return false
	}
	return !l.hasNumber() || l.kind == read.ListItem && l.num.n() == 1 && a.numberedNames(i)
}

// numberedNames says whether a line and the next are names, in a list with
// numbers.
func (a *rollCall) numberedNames(i int) bool {
	for _, l := range a.r.lines[i:] {
		if l.text == "" {
			continue
		}
		people, sure := peopleIn(l.raw(), section{mark: model.Present}, manner{each: true})
		if sure < likelyName || len(people) != 1 {
			return false
		}
		if l.num.n() == 2 {
			return true
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
	before := a.open
	a.begun = a.begun || s.kind == strong || s.kind == weak
	a.open = &s
	n, counted := countAt(rest)
	switch {
	case rest == "" && l.hasNumber():
		return true // the item keeps its heading
	case rest == "":
		l.introduces(s)
		return true
	case s.kind == distribution:
		a.open = before
		return false
	case s.kind == public && counted:
		a.r.found.Meeting.Public = &n
		l.take(Facts, 0.95, "public")
		l.Label = l.Source
		a.alsoPublic(l, rest)
	case nobodyNote.MatchString(rest):
		l.introduces(s)
	case unfilled.MatchString(rest):
		l.drop(0.85, "unfilled template")
	default:
		a.rows = append(a.rows, row{l: l, words: a.besidePublic(rest), s: s})
		if s.kind != office && s.kind != public {
			return true
		}
	}
	a.open = before
	return true
}

// besidePublic are words about people without the head count of the public
// behind them, which the meeting gets: "Mrs Reed (Clerk) and 4 members of the
// public".
func (a *rollCall) besidePublic(words string) string {
	people, n, ok := publicOff(words)
	if !ok || a.r.found.Meeting.Public != nil {
		return words
	}
	a.r.found.Meeting.Public = &n
	return people
}

// publicOff cuts the head count of the public off words about people.
func publicOff(words string) (people string, n int, ok bool) {
	at := publicBehind.FindStringSubmatchIndex(words)
	if at == nil || at[0] == 0 {
		return words, 0, false
	}
	if n, ok = headCount(words[at[2]:at[3]]); !ok {
		return words, 0, false
	}
	return words[:at[0]], n, true
}

// publicBehind finds where the head count of the public stands behind people.
var publicBehind = pattern.Of(`(?i)(?:[,;]|[,;]? (?:and|plus|&)) +([\w() ]+ of the (?:general )?public)\.?$`)

// introduces takes a line for the label of a section.
func (l *line) introduces(s section) {
	l.take(Introduced, 0.95, "label "+s.label)
	l.Label = l.Source
}

// alsoPublic reads people who are named behind a head count.
func (a *rollCall) alsoPublic(l *line, rest string) {
	if _, also, ok := strings.Cut(rest, "also "); ok {
		a.rows = append(a.rows, row{l: l, words: also, s: section{mark: model.Present, capacity: model.Observing}})
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
		l.Label = l.Source
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
	if len(fields) == 0 || len(fields) > 7 || l.num.shape != "" || strings.ContainsAny(words, ",;()@") {
		return false
	}
	next := a.nextLine()
	if next == nil || next.hasNumber() || !a.namesPeople(next, *a.open) {
		return false
	}
	if strings.HasSuffix(l.text, ":") {
		return true
	}
	_, rest, sure := nameAt(fields)
	if sure == knownName && (len(rest) == 0 || givenOrTitled(words)) {
		return false
	}
	return l.over(next) || groupName(fields, firstOf(next.text))
}

// over says whether a line looks like the heading of the next.
func (l *line) over(next *line) bool {
	return l.bold && !next.bold || l.kind == read.Heading && next.kind != read.Heading || next.num.bullet()
}

// groupName says whether words that look no different from the names below are
// that of a group: an organisation, or letters above whole names.
func groupName(fields []string, below string) bool {
	if _, _, sure := nameAt(strings.Fields(below)); sure <= singleName {
		return false
	}
	name, rest, sure := nameAt(fields)
	if anyWord(fields, postWord) {
		return sure == 0 || len(rest) > 0
	}
	return len(name) == 1 && len(fields) == 1 && strings.ToUpper(fields[0]) == fields[0] && len(fields[0]) > 1
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
		if l.text != "" && l.As != Dropped {
			return l
		}
	}
	return nil
}

// namesPeople says whether a line is about people: names, perhaps with posts.
func (a *rollCall) namesPeople(l *line, s section) bool {
	if l.kind == read.Matter || len(l.text) > 4000 {
		return false
	}
	_, sure := peopleIn(l.raw(), s, manner{})
	switch {
	case sure == 0:
		return false
	case l.hasNumber():
		return sure >= knownName && !l.bold && l.kind != read.Heading
	case l.kind == read.Heading || l.upper && a.open == nil:
		return sure >= likelyName && givenName(strings.Fields(l.text)[0])
	case l.upper && a.mixed():
		return sure == knownName
	}
	return sure > singleName || len(strings.Fields(firstOf(l.text))) == 1 && a.neighbours(l)
}

// mixed says whether the last name of the list is not in capitals.
func (a *rollCall) mixed() bool { return len(a.rows) > 0 && !a.rows[len(a.rows)-1].l.upper }

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
var publicCount = pattern.Of(`(?i)^(?:and |there (?:was|were) |plus |also present:? )?(?:(\d{1,4}|no|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)(?: \(\d+\))? (?:other )?(?:members?|number) of the (?:general )?public|(?:members? of the )?(?:general )?public(?: (?:present|attending|in attendance))?[:–—-]? *(\d{1,4}))(?: (?:were |was )?(?:also )?(?:present|attended|attending|in attendance|in the gallery))?\.?$`)

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
