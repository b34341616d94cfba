package recognise

import (
	"slices"
	"strings"

	"minutebook/model"
	"minutebook/model/minutes/read"
	"minutebook/model/pattern"
)

// sentencesFar is how many lines may stand before a sentence about who was
// there.
const sentencesFar = 200

var (
	apologiesFrom = pattern.Of(`(?i)\b(?:apolog(?:y|ies)|regrets)(?: for (?:absence|non-attendance|lateness|not attending|being unable to attend|the meeting))?(?: of absence)?(?:(?: (?:were|was|had|have|has|been|also|duly|noted|and|received|accepted|given|tendered|sent|recorded|approved|submitted|made|offered|presented|extended)))*(?: in advance)? (?:from|by|for|of|on behalf of):? +(.+)`)
	apologiesSent = pattern.Of(`(?i)^(.+?) (?:had |have |has )?(?:also )?(?:sent|gave|given|tendered|offered|submitted|sends|presented) (?:their |his |her )?(?:apologies|regrets)\b(.*)`)
	acceptedFor   = pattern.Of(`(?i)\b(?:accepted|received|noted|given|approved|tendered)(?: and (?:accepted|approved|noted))? (?:for|from|by)[: ]+(.+)`)
	presentWere   = pattern.Of(`(?i)^(?:(?:also |those |members |others )?(present|in attendance|attending|absent)(?: at the meeting| on behalf of the [a-z]+)? (?:was|were|are))[: ]+(.+)`)
	werePresent   = pattern.Of(`(?i)^(.+?) (?:was|were) (?:also )?(present|in attendance|absent|unable to attend|not present)(?: (?:at the meeting|throughout|as observers?))?\.?$`)
	chairs        = []*pattern.Pattern{
		pattern.Of(`(?i)\b(?:chaired|presided over|called to order|opened|convened)(?: at [^,]{3,12}?)?(?: by| with)(?: the| our)? (.+)`),
		pattern.Of(`(?i)^(?:in the (?:absence|chair)[^,.]*, )?(.+?),? (?:was |were )?(?:in|took|taking|take|taken|assumed|occupied|occupying) the chair\b`),
		pattern.Of(`(?i)^(.+?),? (?:standing in|acting|stood in|serving|presiding)(?: as)?(?: the)?(?: acting)? (?:chair|chairman|chairwoman|chairperson)\b`),
		pattern.Of(`(?i)^(.+?),? (?:was |acted |presided )(?:elected |appointed )?(?:as )?(?:the )?(?:chair|chairman|chairperson|chairwoman)(?: of| for)(?: the| this)? meeting\b`),
	}
)

// sentences reads attendance that sentences give. Where a line says no more than
// that it is taken; else the words stay where they are.
func (a *rollCall) sentences() {
	apologies := 0 // lines since one that is about apologies
	for _, l := range a.r.atop(sentencesFar) {
		if l.taken() && !l.said || l.kind == read.Matter || l.text == "" {
			continue
		}
		title := aboutApologies(l.text)
		if title {
			apologies = 1
		} else if apologies > 0 {
			apologies++
		}
		if l.hasNumber() && !title {
			apologies = 0
		}
		a.prose(l, apologies > 0 && apologies < 4)
		a.chaired(l)
	}
}

// aboutApologies says whether a line is the heading of an item about
// apologies, or begins with one.
func aboutApologies(words string) bool {
	fields := strings.Fields(strings.ToLower(words))
	return slices.ContainsFunc(fields[:min(len(fields), 6)], func(w string) bool {
		return strings.HasPrefix(w, "apolog") || strings.HasPrefix(w, "regrets")
	})
}

// prose reads the sentences of a line.
func (a *rollCall) prose(l *line, apologies bool) {
	if len(l.text) > 3000 || !apologies && !hasAny(l.text, "polog", "egrets", "resent", "RESENT", "ttend", "bsent") {
		return
	}
	all, others := 0, 0
	for _, sentence := range sentences(l.raw()) {
		if s, people, sure := a.sentence(sentence, apologies); sure > 0 {
			a.add(l, s, people, sure)
			all++
		} else {
			others++
		}
	}
	// The words stay: an item that records apologies has them.
	if all > 0 && (others > 0 || apologies || l.hasNumber()) && !l.said {
		l.As, l.Confidence, l.Why = "", 0, ""
	}
}

// sentence reads who a sentence says was there or was not.
func (a *rollCall) sentence(words string, apologies bool) (s section, people []about, sure float64) {
	words = strings.TrimRight(words, ". ")
	if m := apologiesFrom.FindStringSubmatch(words); m != nil && (apologies || !strings.Contains(words, ":")) {
		return a.from(m[1], away)
	}
	if s, people, sure = a.label(words, apologies); sure > 0 {
		return s, people, sure
	}
	for _, form := range attendedForms {
		m := form.pattern.FindStringSubmatch(words)
		if m == nil || apologies && form.mark != model.Apologies {
			continue
		}
		s = away
		if form.mark != model.Apologies {
			s = thereOrNot(m[form.how])
		}
		if people, sure = peopleIn(m[form.who], s, manner{}); sure < form.least {
			sure = 0
		}
		return s, people, sure
	}
	if !apologies {
		return s, nil, 0
	}
	if m := acceptedFor.FindStringSubmatch(words); m != nil {
		return a.from(m[1], away)
	}
	if people, sure = peopleIn(words, away, manner{}); sure < likelyName || aboutApologies(words) {
		sure = 0
	}
	return away, people, sure
}

// away is the section of those who sent apologies.
var away = section{mark: model.Apologies}

// attendedForms are sentences about who was there; who and how count the groups
// of their patterns, least is how sure the names must be.
var attendedForms = []struct {
	pattern  *pattern.Pattern
	mark     model.Mark
	who, how int
	least    float64
}{
	{apologiesSent, model.Apologies, 1, 0, singleName},
	{presentWere, model.Present, 2, 1, singleName},
	{werePresent, model.Present, 1, 2, likelyName},
}

// thereOrNot is the section that words such as "in attendance" mean.
func thereOrNot(words string) section {
	words = strings.ToLower(words)
	if strings.HasPrefix(words, "unable") || strings.HasPrefix(words, "not") {
		return section{mark: model.Absent}
	}
	s, _ := sectionOf(words)
	return s
}

// label reads a sentence with a label before it. Where apologies are the topic,
// others mean nothing.
func (a *rollCall) label(words string, apologies bool) (section, []about, float64) {
	head, rest, ok := labelled(words)
	if !ok || rest == "" || apologies && head.mark != model.Apologies {
		return head, nil, 0
	}
	if head.kind != strong && (head.kind != weak || head.mark == "" || !a.begunOrMany(rest)) {
		return head, nil, 0
	}
	people, sure := peopleIn(rest, head, manner{})
	return head, people, sure
}

// begunOrMany says whether a weak label in a sentence counts: once there is a
// list, or where it names several.
func (a *rollCall) begunOrMany(rest string) bool {
	return len(a.r.people) > 0 || strings.Contains(rest, ",")
}

// from reads the names that words begin with, and the reason behind them.
func (a *rollCall) from(words string, s section) (section, []about, float64) {
	names, rest := namesOf(words)
	if len(names) == 0 {
		return s, nil, 0
	}
	var people []about
	sure := knownName
	for _, words := range names {
		p := personOf(words, s)
		if p.sure == 0 {
			return s, nil, 0
		}
		if reason := reasonOf(rest); p.Reason == "" {
			p.Reason = reason
		}
		sure = min(sure, p.sure)
		people = append(people, p)
	}
	return s, people, sure
}

// because finds why somebody did not come.
var because = pattern.Of(`(?i)^(?:,? ?(?:both|all|who (?:was|were|is|are)|,))* ?(?:due to|because of|owing to|on account of|for|as (?:he|she|they) (?:was|were|had)) (.{3,80}?)[.;]?$`)

func reasonOf(words string) string {
	if m := because.FindStringSubmatch(strings.TrimSpace(words)); m != nil && reasonNote.MatchString(m[1]) {
		return m[1]
	}
	return ""
}

// namesOf are the names that words begin with, with brackets behind them, and
// what follows.
func namesOf(words string) (names []string, rest string) {
	fields := strings.Fields(strings.NewReplacer(",", " , ", ";", " , ", "(", " ( ", ")", " ) ").Replace(words))
	for {
		fields = withoutJoints(fields)
		name, after, sure := nameAt(fields)
		if sure == 0 || sure == singleName && len(names) == 0 && len(after) > 0 && capitalWord(after[0]) {
			break
		}
		brackets := ""
		brackets, fields = bracketsOff(after)
		names = append(names, strings.Join(name, " ")+brackets)
		if len(fields) == 0 || fields[0] != "," && fields[0] != "and" && fields[0] != "&" {
			break
		}
	}
	return names, strings.Join(fields, " ")
}

// withoutJoints are words without commas and joining words at their front.
func withoutJoints(fields []string) []string {
	for len(fields) > 0 && wordIn(", and & also from both the", strings.ToLower(fields[0])) {
		fields = fields[1:]
	}
	return fields
}

// bracketsOff takes the brackets off the front of words.
func bracketsOff(fields []string) (brackets string, rest []string) {
	if len(fields) == 0 || fields[0] != "(" {
		return "", fields
	}
	end := slices.Index(fields, ")")
	if end < 0 {
		end = len(fields)
	}
	return " (" + strings.Join(fields[1:end], " ") + ")", fields[min(end+1, len(fields)):]
}

// chaired reads who took the chair from the sentences of a line, of those who
// are listed.
func (a *rollCall) chaired(l *line) {
	if slices.ContainsFunc(a.r.people, func(p *person) bool { return p.chair && p.Mark == model.Present }) {
		return
	}
	if !hasAny(l.text, "hair", "to order", "resid", "onvened", "opened") {
		return
	}
	for _, sentence := range sentences(l.text) {
		for _, form := range chairs {
			m := form.FindStringSubmatch(sentence)
			if m == nil {
				continue
			}
			if p := a.listedAs(m[1]); p != nil && p.Mark == model.Present {
				p.chair = true
				return
			}
		}
	}
}

// listedAs is the person of the list whom words begin with, with an office
// before the name or behind it.
func (a *rollCall) listedAs(words string) *person {
	for _, p := range a.r.people {
		p.plain = plainOf(p)
	}
	fields := strings.Fields(strings.NewReplacer(",", "", ".", "").Replace(words))
	for from := range min(len(fields), 4) {
		name, _, sure := nameAt(fields[from:])
		if sure == 0 {
			continue
		}
		if p := a.r.whom(strings.Join(name, " ")); p != nil {
			return p
		}
		return nil
	}
	return nil
}
