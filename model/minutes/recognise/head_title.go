package recognise

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"minutebook/model"
	"minutebook/model/find"
	"minutebook/model/minutes/read"
	"minutebook/model/pattern"
)

// stockWords are those of titles that every house style has in some way, or
// that the facts of a meeting say.
var stockWords = set(`minutes minute notes note of the a an meeting held on at in from to for and by record draft unconfirmed ordinary extraordinary special emergency annual general
	regular agm egm commencing starting start beginning pm am hrs hours parish council board committee panel group subject approval confirmation
	next be these are this was is until its s`)

// sortsOf tell what kind of meeting it is.
var (
	extraordinary = pattern.Of(`(?i)\b(?:extraordinary|special|emergency|egm)\b`)
	annual        = pattern.Of(`(?i)\bannual (?:general |parish |town |council |assembly |members'? |public )*(?:meeting|assembly)|\bagm\b|\bannual meeting\b`)
	draftMark     = pattern.Of(`(?i)^\W*(?:(?:draft|unconfirmed|unapproved|confidential draft)(?: minutes)?(?: only)?|(?:draft )?(?:minutes )?(?:are |remain )?(?:draft )?subject to (?:the )?(?:approval|confirmation|agreement)\b.*|these minutes (?:are|remain) (?:a )?(?:draft|unconfirmed|subject)\b.*)\W*$`)
	addressMark   = pattern.Of(`(?i)\b(?:tel|telephone|phone|fax|e-?mail)\b[: .(]*[(+\d\w]|\S+@\S+\.\w+|\bwww\.|https?://|\b[A-Z]{2} \d{5}(?:-\d{4})?\b`)
	postcode      = pattern.Of(`\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b`)
	venueForms    = []*pattern.Pattern{
		pattern.Of(`(?i)\bheld (?:at|in|on)? ?((?:remotely|online|virtually|via|by|over)\b[^\x00.;]{0,60})`),
		pattern.Of(`\b(?:[Hh]eld|[Mm]eeting|[Mm]et|\x00,?)? ?\b(?:at|in|AT|IN) ((?:the |The )?(?:[A-Z]|\d+[A-Za-z]? [A-Z])[^\x00;]*?)(?:,? *(?:on|at|from|commencing|starting|beginning)?:? *(?:at )?\x00|[.;]?\s*$)`),
		pattern.Of(`\x00[ ,.]*(?:[-–—] *)?(?:in |at )?((?:the |The )?[A-Z][^\x00;]*?[a-z][^\x00;]*)$`),
		pattern.Of(`\x00[ ,]*(?:in|at) (the [a-z][a-z'’ ]{3,40})\.?$`),
	}
)

// read takes a line of the head for title, facts or neither.
func (h *header) read(line *headline) {
	l, m := line.l, &h.r.found.Meeting
	if h.settled(line) {
		return
	}
	venue := ""
	if m.Venue == "" {
		venue = venueIn(line.blank, m.Body)
	}
	rest := h.rest(line, venue)
	titled := titleLine(line, m.Body)
	switch {
	case len(line.days)+len(line.times) == 0 && venue == "" && !titled:
		return
	case proseRest(rest):
		h.moments(line, 0.7)
		return
	}
	m.Venue = cmp.Or(m.Venue, venue)
	sure := h.moments(line, 0.9)
	h.kind(l.text)
	as := Facts
	if titled {
		as = Title
		if line.body.score >= knownBody {
			sure = max(sure, 0.95)
		}
	}
	title := ""
	if len(rest) > 0 {
		if !titled {
			if len(rest) > 4 {
				return // more is said here than when and where
			}
			sure = min(sure, 0.75)
		} else {
			title = titleOf(line, venue)
			h.title = append(h.title, title)
		}
	}
	l.take(as, min(sure, 0.97), "head of the minutes")
	l.Label = unsaid(l.Source, h.once(m.Body), venue, title)
	if venue != "" && strings.HasSuffix(l.text, tidy(venue)+",") {
		h.place = l
	}
}

// settled says whether a line needs no more reading: it is of something else, the
// mark of a draft, or the rest of the line above.
func (h *header) settled(line *headline) bool {
	switch l := line.l; {
	case l.taken() && !l.said:
	case draftMark.MatchString(l.text):
		l.drop(0.85, "draft mark")
	default:
		return h.placeGoesOn(line)
	}
	return true
}

// placeGoesOn takes a line that is the rest of the place at the end of the line
// above, which was too long for one: "in the Long Room," and "Quay House".
func (h *header) placeGoesOn(line *headline) bool {
	above, l, m := h.place, line.l, &h.r.found.Meeting
	h.place = nil
	if above == nil || l.gap || l.mark != "" || l.style != above.style || len(line.days)+len(line.times) > 0 || len(strings.Fields(l.text)) > 8 || l.text == m.Body {
		return false
	}
	if l.Block > above.Block+1 {
		return false
	}
	m.Venue += ", " + strings.TrimRight(tidy(l.text), " .")
	l.take(Facts, 0.85, "the place goes on")
	return true
}

// once is words the first time that a line has them, then nothing: they are in
// the meeting once.
func (h *header) once(words string) string {
	if h.told[words] {
		return ""
	}
	h.told[words] = true
	return words
}

// titleLine says whether a line is part of the title: it has the body's name, or
// words such as "minutes".
func titleLine(line *headline, body string) bool {
	if body != "" && (containsWords(line.l.text, body) || containsWords(body, line.blank) && strings.Trim(line.blank, "\x00 ") != "") {
		return true
	}
	if line.l.num.bullet() {
		return false
	}
	return slices.ContainsFunc(find.Tokens(line.blank), func(w string) bool {
		return wordIn("minutes minute meeting notes note agm egm", w)
	})
}

// venueIn finds where the meeting was in words whose days and times are
// blanked out.
func venueIn(blank, body string) string {
	for i, form := range venueForms {
		m := form.FindStringSubmatch(blank)
		if m == nil {
			continue
		}
		venue := strings.Trim(tidy(m[1]), " ,.-–—")
		words := find.Tokens(venue)
		if len(words) == 0 || len(words) > 16 || i == 2 && (len(words) < 2 || slices.ContainsFunc(words, func(w string) bool { return wordIn("minutes meeting notes present apologies minute", w) })) ||
			body != "" && containsWords(body, venue) {
			continue
		}
		return venue
	}
	return ""
}

// rest are the words of a line that neither the body, nor the venue, nor a
// house style has.
func (h *header) rest(line *headline, venue string) []string {
	words := unsaid(strings.ReplaceAll(line.blank, "\x00", " "), h.r.found.Meeting.Body, venue)
	var rest []string
	for _, w := range strings.Fields(words) {
		if tokens := find.Tokens(w); slices.ContainsFunc(tokens, func(t string) bool { return !stockWords[t] }) {
			rest = append(rest, w)
		}
	}
	return rest
}

// proseRest says whether words are more than a title has.
func proseRest(rest []string) bool {
	small := 0
	for _, w := range rest {
		if !capitalWord(w) && !strings.ContainsAny(w, "0123456789&") {
			small++
		}
	}
	return small > 3 || proseWord(rest) && small > 1
}

// aroundBlanks are days and times that were taken out, with what leads to them.
var aroundBlanks = pattern.Of(`(?i)(?:[,–—-] *)?(?:\b(?:held )?(?:on|at|from|commencing|starting|beginning|the) +)*\x00[ ,.–—-]*`)

// titleOf are the words of a title without when and where.
func titleOf(line *headline, venue string) string {
	words := line.blank
	if venue != "" {
		words = regexp.MustCompile(`(?i)\b(?:held )?(?:at |in |on )?`+regexp.QuoteMeta(venue)).ReplaceAllString(words, "\x00")
	}
	words = aroundBlanks.ReplaceAllString(words, " ")
	return strings.Trim(tidy(words), " ,-–—:")
}

// kind reads what sort of meeting it is.
func (h *header) kind(words string) {
	m := &h.r.found.Meeting
	words = strings.ReplaceAll(words, m.Body, "")
	switch {
	case m.Kind != model.Ordinary:
	case annual.MatchString(words):
		m.Kind = model.Annual
	case extraordinary.MatchString(words):
		m.Kind = model.Extraordinary
	}
}

// saysOnlyWhat says whether words name nothing but what a meeting is, as titles do.
func saysOnlyWhat(words string) bool {
	said := find.Tokens(words)
	return len(said) > 0 && !slices.ContainsFunc(said, func(w string) bool { return !generic[w] && !joinsPost[w] })
}

// strangers deals with the lines of the head that say nothing of the meeting:
// an address is dropped, part of the title goes with it, and what stands above
// more of the head stays words rather than the heading of an item.
func (h *header) strangers() {
	last := -1
	for i, line := range h.lines {
		if line.l.As == Title || line.l.As == Facts {
			last = i
		}
	}
	for i, line := range h.lines {
		l := line.l
		switch {
		case l.taken():
		case addressMark.MatchString(l.text) || postcode.MatchString(l.text) && len(strings.Fields(l.text)) < 16:
			l.drop(0.8, "address")
		case i > last || l.kind != read.Heading && !l.bold && !l.upper:
		case saysOnlyWhat(l.text):
			h.title = append(h.title, l.text)
			l.take(Title, 0.85, "head of the minutes")
			l.Label = unsaid(l.Source, l.text)
		default:
			l.take(Paragraph, Sure, "head of the minutes")
		}
	}
}
