package recognise

import (
	"regexp"
	"slices"
	"strings"

	"minutebook/model"
	"minutebook/model/find"
	"minutebook/model/minutes/read"
)

// headLines is how many lines the head of the minutes has at most, labelLines
// among how many facts with labels are looked for, headWords how many words a
// line of the head may have.
const headLines, labelLines, headWords = 14, 120, 60

// header reads the head of the minutes.
type header struct {
	r        *reader
	american bool
	lines    []*headline
	// published is when the file says that it was, "" for not.
	published model.Date
	dated     float64 // how sure the day is
	// title are the words of the title that have no other home, told the words
	// that a line above already gave.
	title []string
	told  map[string]bool
}

// headline is a line of the head and what is in it.
type headline struct {
	l *line
	// days and times are those in it, in order; blank is its text with a mark in
	// place of each.
	days, times []moment
	blank       string
	body        bodyFound
	// label is what a label before the words says that they are.
	label factLabel
	value string
}

// head finds the title, the body, the day, the times and the place.
func (r *reader) head() {
	h := &header{r: r, american: r.american(), told: map[string]bool{}}
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

// inLine finds the days and times in words.
func (h *header) inLine(l *line, words string) *headline {
	line := &headline{l: l, days: days(words, h.american)}
	line.times = times(words, line.days)
	blank := []byte(words)
	for _, m := range slices.Concat(line.days, line.times) {
		for i := m.from; i < m.to; i++ {
			blank[i] = 0
		}
	}
	line.blank = regexp.MustCompile("\x00+").ReplaceAllString(string(blank), "\x00")
	return line
}

// otherMeeting says that words are about another meeting than this one.
var otherMeeting = regexp.MustCompile(`(?i)\b(?:next|previous|last|future|following) (?:\w+ )?meetings?\b|^(?:minutes|actions) (?:of|from) (?:the )?(?:previous|last)\b`)

// collect finds the lines of the head: those above the attendance and the first
// item.
func (h *header) collect() {
	for _, l := range h.r.lines {
		if len(h.lines) >= headLines {
			break
		}
		if l.kind == read.Matter || l.kind == read.Header || l.text == "" || l.taken() && !l.said || l.table > 0 {
			continue
		}
		s, rest, ok := labelled(l.raw())
		if ok && s.kind == strong && !(s.mark == "" && rest == "") || l.hasNumber() && len(days(l.text, h.american)) == 0 || len(strings.Fields(l.text)) > headWords {
			break
		}
		if l.said && l.As != Title && l.As != Facts && l.As != Introduced {
			continue
		}
		if began.MatchString(l.text) || headingOnly(l.text) {
			break
		}
		if otherMeeting.MatchString(approvalNote.ReplaceAllString(l.text, "")) {
			continue
		}
		h.lines = append(h.lines, h.inLine(l, l.text))
	}
}

// approvalNote says that minutes are a draft.
var approvalNote = regexp.MustCompile(`(?i)subject to (?:the )?(?:approval|confirmation|agreement)(?: (?:at|of|by) (?:the |its )?(?:next )?(?:meeting|council|board|committee))?`)

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
	for i, words := range []string{h.r.doc.Title, strings.TrimSuffix(h.r.doc.Name, ".txt")} {
		if words == "" || i == 1 && best.score > 0 {
			continue
		}
		words = strings.NewReplacer("_", " ").Replace(words)
		line := h.inLine(nil, words)
		b := h.r.bodyIn(strings.Trim(strings.ReplaceAll(line.blank, "\x00", " "), " -–—"))
		if i == 1 && b.score < 20 {
			continue // a file's name alone says too little
		}
		if b.score > 0 && b.score-2 > best.score {
			best = bodyFound{b.name, b.score - 2}
		}
	}
	if best.score >= 20 {
		h.r.found.Meeting.Body = best.name
	} else {
		h.r.found.Meeting.Body = h.r.cased(best.name)
	}
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
	theHeading factLabel = "heading"
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
	for i, l := range h.r.lines {
		if i > labelLines {
			break
		}
		if l.kind == read.Matter || l.text == "" || l.taken() && !l.said || l.said && l.As != Facts && l.As != Introduced || l.hasNumber() {
			continue
		}
		if slices.Contains(overFacts, strings.Join(find.Tokens(l.text), " ")) && h.factBelow(i) {
			l.take(Introduced, 0.9, "heading of the facts")
			l.Label = l.text
			continue
		}
		label, value, from := h.labelOf(i)
		if label == "" || seen[label] || value == "" {
			continue
		}
		if unfilled.MatchString(value) || !h.fact(from, label, value) {
			continue
		}
		seen[label] = true
		if from != l {
			l.take(Introduced, 0.95, "label "+string(label))
			l.Label = l.text
		}
	}
}

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
	label = factLabels[strings.Join(find.Tokens(strings.Trim(head, "*_ ")), " ")]
	if label == "" || len(head) > 40 {
		return "", "", nil
	}
	if value = tidy(strings.Trim(rest, "*_ \t–-")); value != "" {
		return label, value, l
	}
	if l.table == 0 || i+1 >= len(h.r.lines) {
		return "", "", nil
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

// cutDash cuts words at a dash with spaces around it.
func cutDash(words string) (head, rest string, ok bool) {
	if at := regexp.MustCompile(` [-–—] `).FindStringIndex(words); at != nil {
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
		label, value, _ := h.labelOf(j)
		return label != "" && value != "" || label == "" && strings.Contains(h.r.lines[j].text, ":") && factLabels[strings.Join(find.Tokens(strings.SplitN(h.r.lines[j].text, ":", 2)[0]), " ")] != ""
	}
	return false
}

// fact sets what a label and the words behind it say; false where they do not
// fit.
func (h *header) fact(l *line, label factLabel, value string) bool {
	m := &h.r.found.Meeting
	in := h.inLine(l, value)
	sure := 0.95
	switch label {
	case theDate, theTime:
		if len(in.days) == 0 && len(in.times) == 0 || len(in.days) > 1 || len(find.Tokens(in.blank)) > 4 {
			return false
		}
		sure = h.moments(in, 0.97)
	case theStart, theEnd:
		if len(in.times) == 0 || len(in.days) > 0 {
			return false
		}
		if t := in.times[0]; label == theEnd {
			m.End = t.begin
		} else {
			m.Started = t.begin
		}
		if in.times[0].unsure {
			sure = 0.7
		}
	case theVenue:
		if m.Venue != "" || len(strings.Fields(value)) > 24 {
			return false
		}
		m.Venue = value
	case thePubType:
		m.PublicationType = value
	case thePubDate:
		if len(in.days) == 0 || in.days[0].yearless {
			return false
		}
		m.PublicationDate = in.days[0].date
	case theBody:
		if m.Body != "" || scoreBody(value, 4) == 0 {
			return false
		}
		m.Body = value
	default:
		return false
	}
	l.take(Facts, sure, "label "+string(label))
	l.Label = unsaid(l.Source, m.Venue, m.PublicationType, m.Body)
	return true
}

// moments takes over the day and the times of a line, where nothing surer said
// them; it gives how sure they are.
func (h *header) moments(line *headline, sure float64) float64 {
	m := &h.r.found.Meeting
	for _, d := range line.days {
		on, ok := h.r.withYear(d, h.published)
		if !ok {
			continue
		}
		s := sure
		switch {
		case d.yearless:
			s = min(s, 0.75)
		case d.unsure:
			s = min(s, 0.7)
		case d.weekday >= 0:
			s = max(s, 0.97)
		}
		if s > h.dated {
			m.Date, h.dated = on, s
		}
		sure = s
		break
	}
	for _, t := range line.times {
		if m.Begin == "" {
			m.Begin = t.begin
		}
		if m.End == "" && t.end != "" {
			m.End = t.end
		}
		if t.unsure {
			sure = min(sure, 0.7)
		}
		break
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
var began = regexp.MustCompile(`(?i)\b(?:called (?:the meeting )?to order|meeting (?:was )?(?:opened|started|began|commenced|convened|declared open)|opened the meeting|started the meeting|(?:meeting|session) (?:opened|started))\b[^.]{0,60}?\bat (?:approximately |about )?(` + clockForm + `)`)

// started reads when the meeting began from a sentence, which stays.
func (h *header) started() {
	m := &h.r.found.Meeting
	for i, l := range h.r.lines {
		if i > labelLines || m.Started != "" {
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
		if d := days(words, h.american); len(d) > 0 {
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
