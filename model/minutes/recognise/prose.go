package recognise

import (
	"slices"
	"strings"

	"minutebook/model/pattern"
)

// offered is what a paragraph that has no mark may hold all the same, which is
// for the clerk to say: what somebody agreed to do, or what was decided.
func (t *tasks) offered(i int, l *line) []What {
	if len(l.text) < 12 || l.table > 0 && l.head {
		return nil
	}
	list := t.mayMove(i, l)
	for _, s := range sentences(l.text) {
		s = strings.TrimLeft(s, "([ ")
		if !slices.Contains(list, Action) && t.commits(s) {
			list = append(list, Action)
		}
		if !slices.Contains(list, Decision) && (agreedHead.MatchString(s) || agreedAfter.MatchString(s)) && !earlierTold.MatchString(s) {
			list = append(list, Decision)
		}
	}
	return list
}

// commitment is what somebody took on: "agreed to", "was asked to", and "will"
// or "to" behind a name.
var commitment = pattern.Of(`^(.{2,60}?)\s+(?:(?:also |further |kindly |had |has |have )*(?:agreed|undertook|offered|volunteered|promised) to|(?:is|are|was|were) (?:also )?(?:asked|requested|instructed|authori[sz]ed|delegated|tasked) to|(?:will|to|would) (?:also |now |then )?[a-z]+)\s`)

// noVerb follows a "to" that leads to a thing or a place.
var noVerb = pattern.Of(`^\s+to (?:the|a|an|all|this|that|these|his|her|its|their|our|date|and|be)\b`)

// commits says whether a sentence tells what somebody took on to do.
func (t *tasks) commits(sentence string) bool {
	m := commitment.FindStringSubmatchIndex(sentence)
	if m == nil {
		return false
	}
	who := sentence[:m[3]]
	if strings.Contains(who, ":") || noVerb.MatchString(sentence[m[3]:m[1]]) {
		return false
	}
	promised := strings.Contains(sentence[m[3]:m[1]], "ed to") || strings.Contains(sentence[m[3]:m[1]], "undertook")
	if !promised && toBe.MatchString(sentence[m[3]:]) {
		return false
	}
	return t.named(who, promised) != nil
}

// sign is what a line shows that a habit may be learnt by, though it is taken
// for words: a label of whatever kind, bold print, an asterisk.
func (l *line) sign() string {
	switch {
	case strings.HasPrefix(l.text, "*") && len(l.text) > 1:
		return signAsterisk
	case anyLabel.MatchString(l.text):
		return signLabel + anyLabel.FindStringSubmatch(l.text)[1] + ":"
	case l.bold:
		return signBold
	}
	return "words"
}

var anyLabel = pattern.Of(`^([A-Z][\p{L}'’-]{1,20}(?: [\p{L}'’-]{1,20}){0,2})(?: ?\d{1,3})?\s?:\s+\S`)
