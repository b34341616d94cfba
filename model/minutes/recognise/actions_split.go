package recognise

import (
	"slices"
	"strings"

	"minutebook/model/pattern"
)

// Where the words of an action begin within a paragraph: behind an asterisk, or
// a label behind other words.
var midLabel = pattern.Of(`(?:^|[.;:!?)\]–—-])\s*((?:\(?\d{1,3}[.)]\s*)?[\[(]?(?:(?:Further|New|Agreed|FURTHER|NEW) )?A(?:ction|CTION)[sS]?(?: (?:[Pp]oints?|[Ii]tems?|[Rr]equired|[Aa]greed|AGREED|POINTS?))?(?: ?[#№]? ?\d{1,3})?(?: ?\([^()]{1,40}\))? ?:)`)

// taskParts tells apart, in a line, the actions that stand in it and the words
// around them.
func taskParts(asterisks bool) func(*line) []*line {
	return func(l *line) []*line {
		raw := l.raw()
		var places []int
		if asterisks {
			places = starPlaces(raw)
		}
		places = append(places, labelPlaces(raw)...)
		places = append(places, movedPlaces(raw)...)
		slices.Sort(places)
		places = slices.DeleteFunc(slices.Compact(places), func(at int) bool { return at <= 0 || at >= len(raw) })
		if len(places) == 0 {
			return nil
		}
		return l.at(places...)
	}
}

// starPlaces are where the sentences with an asterisk begin and end.
func starPlaces(raw string) []int {
	var places []int
	for _, at := range asterisksIn(raw) {
		places = append(places, at, at+sentenceEnd(raw[at:]))
	}
	return places
}

// labelPlaces are where the words behind a label begin and end. Those of a log,
// which tell what became of the action, stay together.
func labelPlaces(raw string) []int {
	if !strings.Contains(raw, ":") || !hasAny(raw, "Action", "ACTION") {
		return nil
	}
	found := midLabel.FindAllStringSubmatchIndex(raw, -1)
	var places []int
	for i, m := range found {
		at, end := m[2], len(raw)
		if i+1 < len(found) {
			end = found[i+1][2]
		}
		words := raw[m[3]:end]
		if ownerWords.MatchString(words) && at > 0 {
			places = append(places, lastSentence(raw[:at]))
			continue
		}
		places = append(places, at)
		further := saysFurther.MatchString(raw[at:m[3]])
		if at > 0 && (further || !reviewed.MatchString(words)) && (further || i+1 == len(found)) {
			places = append(places, m[3]+sentenceEnd(words))
		}
	}
	return places
}

var saysFurther = pattern.Of(`^\W*(?i:further|new)\b`)

// ownerWords are words that may be owners alone: initials, or up to three names
// with capitals.
var ownerWords = pattern.Of(`^\s*(?:The |the )?[A-Z][\w.'’-]*(?:(?:\s*[/,&+]\s*|\s+and\s+|\s+)(?:the )?[A-Z][\w.'’-]*){0,5}\s*[)\]]?\.?\s*$`)

// movedPlaces are where a sentence that says who moved and seconded something
// begins and ends, behind others, and where a quoted resolution does.
func movedPlaces(raw string) []int {
	var places []int
	if strings.Contains(raw, "That") {
		if m := quoteBegins.FindStringSubmatchIndex(raw); m != nil && !movedHead.MatchString(raw) {
			places = append(places, m[2])
		}
	}
	if !mentions(raw, "second") {
		return places
	}
	if m := movedTail.FindStringSubmatchIndex(raw); m != nil && m[2] > 0 && !movedSentence.MatchString(raw[m[2]:]) {
		return append(places, lastSentence(strings.TrimRight(raw[:m[2]], " ")))
	}
	starts := sentenceStarts(raw)
	for i, at := range starts {
		if i == 0 || !movedSentence.MatchString(raw[at:]) {
			continue
		}
		end := len(raw)
		if i+1 < len(starts) {
			end = starts[i+1]
		}
		if !mentions(raw[at:end], "second") {
			continue
		}
		places = append(places, at)
		if i+1 < len(starts) && !settledSentence.MatchString(raw[end:]) {
			places = append(places, end)
		}
	}
	return places
}

var (
	quoteBegins     = pattern.Of(`(?i:resolved|agreed|moved|carried|voted|decided)\b[^.;"“”]{0,40}[:,]?\s+(["“‘'][\s"“‘']*That\s)`)
	movedSentence   = pattern.Of(`^(?i:it was (?:then )?(?:proposed|moved)|(?:on|upon|following) (?:a |the )?(?:proposition|proposal|motion)|proposed by|moved by|a motion was)\b`)
	settledSentence = pattern.Of(`^(?i:(?:all|it|this|the motion|motion)?\s*(?:was |were )?(?:unanimously )?(?:agreed|carried|approved|in favou?r|passed|resolved|lost)\b[^.]{0,30}\.)`)
)
