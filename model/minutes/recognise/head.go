package recognise

import (
	"cmp"
	"slices"
	"strings"

	"minutebook/model"
	"minutebook/model/find"
	"minutebook/model/minutes/read"
	"minutebook/model/pattern"
)

// headLines is how many lines the head of the minutes has at most, labelLines
// among how many facts with labels are looked for, headWords how many words a
// line of the head may have.
const headLines, labelLines, headWords = 14, 120, 60

// header reads the head of the minutes.
type header struct {
	r     *reader
	lines []*headline
	// published is when the file says that it was, "" for not.
	published model.Date
	dated     float64 // how sure the day is
	// title are the words of the title that have no other home, told the words
	// that a line above already gave.
	title []string
	told  map[string]bool
	// place is the line whose end is a place and a comma, so that the place may go
	// on with the next; nil for none.
	place *line
}

// headline is a line of the head and what is in it.
type headline struct {
	l *line
	// days and times are those in it, in order; blank is its text with a mark in
	// place of each.
	days, times []moment
	blank       string
	body        bodyFound
}

// head finds the title, the body, the day, the times and the place.
func (r *reader) head() {
	r.american = r.monthsFirst()
	h := &header{r: r, told: map[string]bool{}}
	h.matter()
	h.labels()
	h.collect()
	h.body()
	for _, line := range h.lines {
		h.read(line)
	}
	h.strangers()
	h.started()
	h.fallbacks()
	m := &r.found.Meeting
	m.Title = strings.Join(h.title, ", ")
}

// matter reads what the file says of itself.
func (h *header) matter() {
	for _, l := range h.r.lines {
		if l.kind != read.Matter {
			continue
		}
		key, value, ok := strings.Cut(l.text, ":")
		if ok && strings.EqualFold(strings.TrimSpace(key), "date") {
			if d := days(value, false); len(d) > 0 && !d[0].yearless {
				h.published = d[0].date
			}
		}
	}
}

// blanks are a day or a time that was taken out of words.
var blanks = pattern.Of("\x00+")

// inLine finds the days and times in words.
func (h *header) inLine(l *line, words string) *headline {
	line := &headline{l: l, days: days(words, h.r.american)}
	line.times = times(words, line.days)
	blank := []byte(words)
	for _, m := range slices.Concat(line.days, line.times) {
		for i := m.from; i < m.to; i++ {
			blank[i] = 0
		}
	}
	line.blank = blanks.ReplaceAllString(string(blank), "\x00")
	return line
}

// otherMeeting says that words are about another meeting than this one.
var otherMeeting = pattern.Of(`(?i)\b(?:next|previous|last|future|following) (?:\w+ )?meetings?\b|^(?:previous|last) minutes\b|^(?:minutes|actions) (?:of|from) (?:the )?(?:previous|last)\b`)

// collect finds the lines of the head: those above the attendance and the first
// item.
func (h *header) collect() {
	for _, l := range h.r.lines {
		if l.kind == read.Matter || l.kind == read.Header || l.text == "" || l.grown || l.taken() && !l.said || l.table > 0 {
			continue
		}
		if len(h.lines) >= headLines || h.below(l) {
			break
		}
		other := otherMeeting.MatchString(approvalNote.ReplaceAllString(l.text, ""))
		if !other && (!l.said || l.is(Title, Facts, Introduced)) {
			h.lines = append(h.lines, h.inLine(l, l.text))
		}
	}
}

// below says whether a line is no more of the head: the label of a list, an
// item, or a paragraph.
func (h *header) below(l *line) bool {
	if len(strings.Fields(l.text)) > headWords || began.MatchString(l.text) || headingOnly(l.text) {
		return true
	}
	if s, _, ok := labelled(l.raw()); ok && s.kind == strong {
		return true
	}
	return l.hasNumber() && len(days(l.text, h.r.american)) == 0
}

// approvalNote says that minutes are a draft.
var approvalNote = pattern.Of(`(?i)subject to (?:the )?(?:approval|confirmation|agreement)(?: (?:at|of|by) (?:the |its )?(?:next )?(?:meeting|council|board|committee))?`)

// headingOnly says whether words are the heading of an item: "Call to order".
func headingOnly(words string) bool {
	fields := strings.Fields(words)
	known := func(w string) bool { return headingWord(w) || joinsPost[strings.ToLower(w)] }
	title := func(w string) bool {
		return wordIn("minutes notes meeting", asWord(w)) || strings.ContainsAny(w, "0123456789")
	}
	return len(fields) > 0 && !slices.ContainsFunc(fields, func(w string) bool { return !known(w) }) && !slices.ContainsFunc(fields, title)
}

// body decides whose meeting it is: the likeliest name in the head, or else in
// what the file says of itself.
func (h *header) body() {
	var best bodyFound
	counts := map[string]int{}
	for i, line := range h.lines {
		line.body = h.r.bodyIn(line.blank)
		b := line.body
		if b.score == 0 {
			continue
		}
		counts[strings.ToLower(b.name)]++
		if b.score += counts[strings.ToLower(b.name)] * 2; i < 2 {
			b.score += 2
		}
		if line.l.bold || line.l.upper || line.l.kind == read.Heading {
			b.score++
		}
		if b.score > best.score {
			best = b
		}
	}
	if b := h.bodyOf(h.r.doc.Title); b.score-2 > best.score {
		best = bodyFound{b.name, b.score - 2}
	}
	if b := h.bodyOf(h.r.doc.Name); best.score == 0 && b.score >= knownBody {
		best = b // else a file's name says too little
	}
	if best.score < knownBody {
		best.name = h.r.cased(best.name)
	}
	if m := &h.r.found.Meeting; m.Body == "" {
		m.Body = best.name
	}
}

// bodyOf is the body's name in a title of the file.
func (h *header) bodyOf(words string) bodyFound {
	line := h.inLine(nil, strings.ReplaceAll(words, "_", " "))
	return h.r.bodyIn(strings.Trim(strings.ReplaceAll(line.blank, "\x00", " "), " -–—"))
}

// factLabel is what a label says that the words behind it are.
type factLabel string

const (
	theDate    factLabel = "date"
	theTime    factLabel = "time"
	theEnd     factLabel = "end"
	theStart   factLabel = "started"
	theVenue   factLabel = "venue"
	thePubType factLabel = "publication type"
	thePubDate factLabel = "publication date"
	theBody    factLabel = "body"
)

// factLabels are the labels of facts, folded.
var factLabels = map[string]factLabel{
	"date": theDate, "date held": theDate, "held on": theDate, "date of meeting": theDate, "meeting date": theDate, "when": theDate, "date and time": theDate, "day": theDate,
	"date time": theDate, "meeting held": theDate, "held": theDate, "on": theDate,
	"time": theTime, "times": theTime, "start time": theTime, "starts": theTime, "start": theTime, "begins": theTime, "meeting time": theTime, "time of meeting": theTime,
	"end time": theEnd, "ends": theEnd, "finish": theEnd, "end": theEnd,
	"opened": theStart, "meeting opened": theStart, "started": theStart, "meeting started": theStart, "time started": theStart, "commenced": theStart, "meeting commenced": theStart, "called to order": theStart,
	"opening time": theStart, "time opened": theStart,
	"venue": theVenue, "location": theVenue, "place": theVenue, "where": theVenue, "held at": theVenue, "place of meeting": theVenue, "meeting place": theVenue, "room": theVenue, "meeting location": theVenue,
	"publication type": thePubType, "publication date": thePubDate, "date of publication": thePubDate, "published": thePubDate, "published on": thePubDate,
	"body": theBody, "committee": theBody, "board": theBody, "council": theBody, "name of committee": theBody, "group": theBody, "name of meeting": theBody, "meeting of": theBody, "committee name": theBody,
}

// overFacts are headings of parts of the head.
var overFacts = []string{"key information", "meeting details", "meeting information", "meeting times", "details", "meeting", "details of meeting", "information", "meeting time", "date and venue", "key facts", "about the meeting"}

// labels reads the facts that have labels before them, in lines or cells.
func (h *header) labels() {
	seen := map[factLabel]bool{}
	for i, l := range h.r.atop(labelLines) {
		if !h.mayBeFact(l) {
			continue
		}
		if slices.Contains(overFacts, plainly(l.text)) && h.factBelow(i) {
			l.take(Introduced, 0.9, "heading of the facts")
			l.Label = l.Source
			continue
		}
		label, value, from := h.labelOf(i)
		if label == "" || seen[label] || value == "" || unfilled.MatchString(value) || !h.fact(from, label, value) {
			continue
		}
		seen[label] = true
		if from != l {
			l.take(Introduced, 0.95, "label "+string(label))
			l.Label = l.Source
		}
	}
}

// mayBeFact says whether a line may give a fact.
func (h *header) mayBeFact(l *line) bool {
	if l.said {
		return l.As == Facts || l.As == Introduced
	}
	return l.kind != read.Matter && l.text != "" && !l.grown && !l.taken() && !l.hasNumber()
}

// plainly is a text as labels are compared.
func plainly(text string) string { return strings.Join(find.Tokens(text), " ") }

// labelOf is the label of a line with the words behind it, or in the next cell
// of its row.
func (h *header) labelOf(i int) (label factLabel, value string, from *line) {
	l := h.r.lines[i]
	head, rest, colon := strings.Cut(l.raw(), ":")
	if !colon {
		if head, rest, colon = strings.Cut(l.raw(), "\t"); !colon {
			head, rest, _ = cutDash(l.raw())
		}
	}
	label = factLabels[plainly(strings.Trim(head, "*_ "))]
	if label == "" || len(head) > 40 {
		return "", "", nil
	}
	if value = tidy(strings.Trim(rest, "*_ \t–-")); value != "" {
		return label, value, l
	}
	if i+1 >= len(h.r.lines) {
		return "", "", nil
	}
	if l.table == 0 {
		return h.labelAbove(label, l, h.r.lines[i+1])
	}
	for _, next := range h.r.lines[i+1:] {
		if next.Block != l.Block {
			break
		}
		if next.Cell > l.Cell && next.text != "" {
			return label, next.text, next
		}
	}
	return "", "", nil
}

// labelAbove is a label that ends in a colon with the words in the line below it,
// as a list of terms is set where it has no table.
func (h *header) labelAbove(is factLabel, l, below *line) (label factLabel, value string, from *line) {
	if !strings.HasSuffix(l.text, ":") || below.taken() || below.table > 0 || below.hasNumber() || strings.HasSuffix(below.text, ":") || len(strings.Fields(below.text)) > 12 {
		return "", "", nil
	}
	return is, below.text, below
}

// dashed is a dash with spaces around it.
var dashed = pattern.Of(` [-–—] `)

// cutDash cuts words at a dash with spaces around it.
func cutDash(words string) (head, rest string, ok bool) {
	if at := dashed.FindStringIndex(words); at != nil {
		return words[:at[0]], words[at[1]:], true
	}
	return words, "", false
}

// factBelow says whether the line below a heading is a fact.
func (h *header) factBelow(i int) bool {
	for j := i + 1; j < len(h.r.lines) && j < i+3; j++ {
		if h.r.lines[j].text == "" {
			continue
		}
		head, _, _ := strings.Cut(h.r.lines[j].text, ":")
		return factLabels[plainly(head)] != ""
	}
	return false
}

// fact sets what a label and the words behind it say; false where they do not
// fit.
func (h *header) fact(l *line, label factLabel, value string) bool {
	m := &h.r.found.Meeting
	in := h.inLine(l, value)
	sure, ok := 0.95, true
	switch label {
	case theDate, theTime:
		if ok = in.when(); ok {
			sure = h.moments(in, 0.97)
		}
	case theStart:
		sure, ok = in.timeFor(&m.Started)
	case theEnd:
		sure, ok = in.timeFor(&m.End)
	case theVenue:
		ok = learn(&m.Venue, value, len(strings.Fields(value)) < 25)
	case thePubType:
		m.PublicationType = value
	case thePubDate:
		if ok = len(in.days) > 0 && !in.days[0].yearless; ok {
			m.PublicationDate = in.days[0].date
		}
	case theBody:
		ok = learn(&m.Body, value, scoreBody(value, 4) > 0)
	}
	if ok {
		l.take(Facts, sure, "label "+string(label))
		l.Label = unsaid(l.Source, m.Venue, m.PublicationType, m.Body)
	}
	return ok
}

// when says whether a line says no more than a day or times.
func (line *headline) when() bool {
	return len(line.days)+len(line.times) > 0 && len(line.days) < 2 && len(find.Tokens(line.blank)) < 5
}

// learn sets a fact that nothing said before, where it fits.
func learn(of *string, value string, fits bool) bool {
	if *of != "" || !fits {
		return false
	}
	*of = value
	return true
}

// timeFor sets a time of day to the only one of a line, and says how sure it is.
func (line *headline) timeFor(of *model.Clock) (sure float64, ok bool) {
	if len(line.times) == 0 || len(line.days) > 0 {
		return 0, false
	}
	if *of = line.times[0].begin; line.times[0].unsure {
		return 0.7, true
	}
	return 0.95, true
}

// moments takes over the day and the times of a line, where nothing surer said
// them; it gives how sure they are.
func (h *header) moments(line *headline, sure float64) float64 {
	m := &h.r.found.Meeting
	if len(line.days) > 0 {
		d := line.days[0]
		on, ok := h.r.withYear(d, h.published)
		switch {
		case !ok:
		case d.yearless:
			sure = min(sure, 0.75)
		case d.unsure:
			sure = min(sure, 0.7)
		case d.weekday >= 0:
			sure = max(sure, 0.97)
		}
		if ok && sure > h.dated {
			m.Date, h.dated = on, sure
		}
	}
	if len(line.times) > 0 {
		t := line.times[0]
		m.Begin, m.End = cmp.Or(m.Begin, t.begin), cmp.Or(m.End, t.end)
		if t.unsure {
			sure = min(sure, 0.7)
		}
	}
	return sure
}

// unsaid are the words of a source that none of what is kept of it has.
func unsaid(source string, kept ...string) string {
	left := map[string]int{}
	for _, words := range kept {
		for _, w := range find.Tokens(words) {
			left[w]++
		}
	}
	var label []string
	for _, w := range strings.Fields(source) {
		rest := false
		for _, t := range find.Tokens(w) {
			if left[t]--; left[t] < 0 {
				rest = true
			}
		}
		if rest {
			label = append(label, w)
		}
	}
	return strings.Join(label, " ")
}

// began finds when a meeting began in a sentence.
var began = pattern.Of(`(?i)\b(?:called (?:the meeting )?to order|meeting (?:was )?(?:opened|started|began|commenced|convened|declared open)|opened the meeting|started the meeting|(?:meeting|session) (?:opened|started))\b[^.]{0,60}?\bat (?:approximately |about )?(` + clockForm + `)`)

// started reads when the meeting began from a sentence, which stays.
func (h *header) started() {
	m := &h.r.found.Meeting
	for _, l := range h.r.atop(labelLines) {
		if m.Started != "" {
			return
		}
		if l.kind == read.Matter || l.As == Dropped {
			continue
		}
		if !hasAny(l.text, "order", "pened", "tarted", "egan", "ommenced", "onvened", "ORDER") {
			continue
		}
		if at := began.FindStringSubmatch(l.text); at != nil {
			if c, ok, _ := timeOfDay(strings.TrimRight(at[1], ".")); ok {
				m.Started = c
			}
		}
	}
}

// fallbacks take the day from the title of the file, its name, what it says of
// itself, or the options.
func (h *header) fallbacks() {
	m := &h.r.found.Meeting
	if m.Date != "" {
		return
	}
	for _, words := range []string{h.r.doc.Title, strings.ReplaceAll(h.r.doc.Name, "_", " ")} {
		if d := days(words, h.r.american); len(d) > 0 {
			if on, ok := h.r.withYear(d[0], h.published); ok {
				m.Date = on
				return
			}
		}
	}
	if m.Date = h.published; m.Date == "" {
		m.Date = h.r.o.Date
	}
}
