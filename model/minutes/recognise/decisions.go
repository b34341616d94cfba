package recognise

import (
	"strings"

	"minutebook/model"
	"minutebook/model/minutes/read"
	"minutebook/model/pattern"
)

// decisions finds decisions and motions: by a label, by who moved them, by a
// quotation, in a table, or by the words of a sentence.
func (t *tasks) decisions() {
	t.motionTables()
	for i, l := range t.lines {
		switch {
		case l.said && (l.As == Decision || l.As == Motion):
			t.become(l, t.wordedDecision(l))
		case !t.free(l):
		default:
			t.decision(i, l)
		}
	}
}

// decision takes a line for a decision or a motion where it is one.
func (t *tasks) decision(i int, l *line) {
	if lab, ok := labelOf(l); ok {
		if lab.what == Decision || lab.what == Motion {
			t.labelledDecision(i, lab)
		}
		return
	}
	raw := model.Words(l.spans)
	if quotedThat.MatchString(raw) && i > 0 {
		t.quotation(i, l)
		return
	}
	if got, ok := t.movedIn(raw); ok && !l.headed() {
		t.movedLine(i, l, got)
		return
	}
	switch {
	case l.As == Subheading:
	case decidedLoud.MatchString(raw):
		t.become(l, whole(l, Decision, 0.85, signProse))
	case agreedTo.MatchString(raw):
		t.become(l, whole(l, Decision, 0.75, signProse))
	case t.governed(i):
	case thatApproved.MatchString(raw):
		t.become(l, whole(l, Decision, 0.75, signProse))
	case agreedHead.MatchString(raw) && !earlierTold.MatchString(raw):
		t.become(l, whole(l, Decision, 0.6, signProse))
	}
}

// deciding are those who decide things.
const deciding = `(?i:(?:the )?(?:board|council|committee|panel|trustees|governors|directors|members|councillors|parish council|meeting|executive|cabinet|commission)(?: members)?)`

var (
	quotedThat   = pattern.Of(`^["“‘']["“‘' ]*That\s`)
	thatApproved = pattern.Of(`^That\s.{5,200}\b(?:is|are|be|was|were|been)\s(?:(?:and (?:is|are) hereby|hereby|duly)\s)?(?:approved|adopted|accepted|ratified|authori[sz]ed|agreed|paid|appointed|elected|noted)\b[^a-z]`)
	// decidedLoud has its verb in capitals, which marks it: "The Board AGREED the
	// price". agreedTo has the verb alone before the words.
	decidedLoud = pattern.Of(`^(?:` + deciding + `\s|It was\s|Unanimously\s)?(?:AGREED|RESOLVED|DECIDED|APPROVED|ADOPTED)\s+(?i:unanimously\s+)?[a-z£0-9]`)
	agreedTo    = pattern.Of(`^Agreed(?i:\s+unanimously)?\s+(?:that|to)\s+[a-z]`)
	agreedHead  = pattern.Of(`^(?i:it was (?:(?:unanimously|further|also|therefore) )?(?:agreed|resolved|decided)\b|` + deciding + `(?: (?:have|has))?(?: (?:unanimously|also|further))? (?:agreed (?:that|the)|resolved|decided|approved|adopted|ratified|accepted (?:that|the))\b)`)
	// agreedAfter is told behind what led up to it: "After discussion it was agreed".
	agreedAfter = pattern.Of(`^(?i:(?:after|following|on|having|in view of)\s[^.;:]{3,80}?,?\s(?:it was (?:unanimously )?|` + deciding + ` (?:unanimously )?)(?:agreed|resolved|decided)\b)`)
	// earlierTold is told of another meeting.
	earlierTold = pattern.Of(`(?i)\b(?:had (?:previously|already)|previously|at the (?:last|previous|\w+) meeting|last (?:month|year))\b`)
)

// wordedDecision is a decision or motion that the clerk says a line is.
func (t *tasks) wordedDecision(l *line) guess {
	if lab, ok := labelOf(l); ok && lab.what != Vote && strings.TrimSpace(l.text[lab.end:]) != "" {
		return guess{spans: l.behind(lab.end), number: lab.number, label: strings.TrimSpace(l.mark + " " + l.text[:lab.end])}
	}
	return whole(l, l.As, 1, signProse).plain()
}

// labelledDecision takes a line with the label "Decision" or "Motion".
func (t *tasks) labelledDecision(i int, lab label) {
	l := t.lines[i]
	if t.titles(i, lab) {
		return
	}
	if lab.what == Motion && proposedOnly.MatchString(lab.name) {
		return
	}
	words := strings.TrimSpace(remark.ReplaceAllString(l.text[lab.end:], ""))
	g := guess{what: lab.what, confidence: 0.95, sign: signLabel + lab.name + ":", number: lab.number,
		label: strings.TrimSpace(l.mark + " " + l.text[:lab.end]), spans: l.behind(len(l.text) - len(words))}
	if len(words) < len(strings.TrimSpace(l.text[lab.end:])) {
		g.label = strings.TrimSpace(l.mark + " " + l.text[:len(l.text)-len(words)])
	}
	if lab.what == Decision && strings.EqualFold(lab.name, "agreed") {
		g.confidence = 0.85
	}
	if words == "" {
		t.introducesDecision(i, lab, g)
		return
	}
	if notFilled(words) || formWords.MatchString(words) {
		return
	}
	if lab.what == Motion {
		g.result = t.settledBelow(i).result
	}
	t.become(l, g)
}

// proposedOnly labels words that were put forward.
var proposedOnly = pattern.Of(`(?i)^(?:proposed|draft)\b`)

// remark is what stands in brackets behind a label: "(if any)".
var remark = pattern.Of(`^\s*\([^()]{2,40}\)\s*(?::|[-–—])?\s*`)

// settledBelow takes the line below a motion where it says only what came of it:
// for a vote where it has counts, or else for a label.
func (t *tasks) settledBelow(i int) (got motioned) {
	next := t.next(i)
	if next == nil || next.table > 0 || !t.free(next) || !settles(next.text) {
		return got
	}
	if got.settle(next.text, 0); got.votes != "" {
		t.become(next, guess{what: Vote, confidence: 0.85, sign: signCount, spans: next.spans})
	} else {
		next.labels(0.85, signCount)
	}
	return got
}

// introducesDecision takes a label that stands alone above decisions.
func (t *tasks) introducesDecision(i int, lab label, g guess) {
	l := t.lines[i]
	var taken []*line
	for _, p := range t.lines[i+1:] {
		if !t.introduced(l, p, lab.what) || len(taken) > 0 && (!p.listed() || p.num.shape != taken[0].num.shape) {
			break
		}
		g.spans, g.label, g.number = p.behind(0), p.mark, ""
		t.become(p, g)
		if taken = append(taken, p); !p.listed() {
			break
		}
	}
	if len(taken) > 0 {
		l.labels(g.confidence, g.sign)
	}
}

// introduced says whether a line may be what a label above it labels.
func (t *tasks) introduced(l, p *line, what What) bool {
	if p.table != l.table || p.kind == read.Heading || notFilled(p.text) || formWords.MatchString(p.text) {
		return false
	}
	_, labelled := labelOf(p)
	return !labelled && (t.free(p) || p.said && p.As == what)
}

// quotation takes a quoted resolution that other words led up to.
func (t *tasks) quotation(i int, l *line) {
	g := whole(l, Decision, 0.9, signQuote)
	before := t.lines[i-1]
	if before.Block == l.Block && before.Cell == l.Cell {
		if got, ok := t.movedIn(before.text); ok {
			g.mover, g.seconder, g.result = got.mover, got.seconder, got.result
		}
	}
	t.become(l, g)
}

// movedLine takes a line that says who moved what. Where running prose tells it
// and neither names nor result are known, it is left for the clerk to say.
func (t *tasks) movedLine(i int, l *line, got motioned) {
	if t.governed(i) || t.toldOnly(i, l, got) || got.prose && !t.sureOf(got) {
		return
	}
	if tail := movedTail.FindStringIndex(l.text); tail != nil && tail[0] == 0 && t.movesAbove(i, l, got) {
		return
	}
	g := guess{confidence: 0.85, sign: signMoved, spans: l.behind(0)}
	if got.end() == "" && got.votes == "" {
		below := t.settledBelow(i)
		g.result, got.result, got.votes, got.vote = below.result, below.result, below.votes, below.vote
	}
	g.what = got.kind(l.text)
	t.become(l, g)
}

// kind says whether what was moved is a motion or was decided.
func (got motioned) kind(text string) What {
	if got.end() == "" && got.votes == "" || startsMotion.MatchString(text) || failed.MatchString(got.end()) {
		return Motion
	}
	return Decision
}

var (
	startsMotion = pattern.Of(`^(?i:(?:a |the )?motion)\b`)
	failed       = pattern.Of(`(?i)\b(?:lost|defeated|failed|rejected|not carried)\b`)
)

// sureOf says whether running prose surely tells of a motion: it says what came
// of it, or those who moved it were there.
func (t *tasks) sureOf(got motioned) bool {
	if got.mover == "" || got.seconder == "" {
		return false
	}
	_, mover := t.person(got.mover)
	_, seconder := t.person(got.seconder)
	return got.end() != "" || got.votes != "" || mover && seconder
}

// toldOnly says whether who moved what is told in passing, of another meeting,
// or ahead of the words that were resolved.
func (t *tasks) toldOnly(i int, l *line, got motioned) bool {
	if earlierTold.MatchString(l.text) && got.votes == "" && got.result == "" {
		return true
	}
	return t.quotedBelow(i) || got.from == got.to && len(sentenceStarts(l.text)) > 4
}

// quotedBelow says whether a line leads up to a resolution that is quoted.
func (t *tasks) quotedBelow(i int) bool {
	next := t.next(i)
	return next != nil && next.Block == t.lines[i].Block && quotedThat.MatchString(next.text)
}

// movesAbove takes a line that says only who moved what stands above it, "That
// the payments are approved:" with a list perhaps.
func (t *tasks) movesAbove(i int, l *line, got motioned) bool {
	for k := i - 1; k >= 0 && k > i-12; k-- {
		above := t.lines[k]
		if above.As == Item || above.As == Subheading {
			return false
		}
		if (above.As == Decision || above.As == Motion) && len(above.entries) > 0 && !above.said {
			e := &above.entries[0]
			if e.Resolution == nil {
				e.Resolution = &model.Resolution{}
			}
			if e.Resolution.Mover != "" {
				return false
			}
			e.Resolution.Mover, e.Resolution.Seconder, e.Resolution.Result = got.mover, got.seconder, got.result
			above.Confidence = max(above.Confidence, 0.85)
			t.become(l, guess{what: Vote, confidence: 0.85, sign: signMoved, spans: l.spans})
			return true
		}
	}
	return false
}

// governed says whether what a line tells is said again as a decision with a
// label further down in its item.
func (t *tasks) governed(i int) bool {
	for k := i + 1; k < len(t.lines) && k < i+12; k++ {
		l := t.lines[k]
		if l.As == Item || l.kind == read.Heading {
			return false
		}
		lab, ok := labelOf(l)
		switch {
		case ok && lab.what == Decision && !t.titles(k, lab):
			return true
		case ok && lab.what == Vote:
			return false
		}
	}
	return false
}

// titles says whether a label "Resolution 2026-11:" heads what was moved below
// it.
func (t *tasks) titles(i int, lab label) bool {
	l := t.lines[i]
	if !strings.HasPrefix(strings.ToLower(lab.name), "resolution") {
		return false
	}
	if l.As == Subheading && l.mark != "" && !l.num.bullet() {
		return true
	}
	for k := i + 1; k < len(t.lines) && k < i+3; k++ {
		if _, ok := t.movedIn(t.lines[k].text); ok {
			return true
		}
	}
	return false
}
