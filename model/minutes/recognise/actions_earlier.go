package recognise

import (
	"minutebook/model/minutes/read"
	"minutebook/model/pattern"
)

// reviewed says that words tell what became of an action: "Update:", "Response
// from the county:".
var reviewed = pattern.Of(`\b(?:Update|Response|Reply|Progress|Status|Outcome|Result|Position|Completed?|Closed|Discharged|Done|Ongoing|Outstanding|Carried forward)\b(?:[^.:;]{0,100}:|\s*\.?$)`)

// earlierHeading is above the actions of earlier meetings.
var earlierHeading = pattern.Of(`(?i)\b(?:review|update|progress|follow(?:ing)?[- ]?up|outstanding|previous|prior|last|earlier|brought forward|carried forward|matters arising|arising from)\b`)

// past says whether a label stands in a log of earlier actions: under a heading
// that says so, or with others, of which one tells what became of it.
func (t *tasks) past(i int, lab label) bool {
	if lab.more {
		return false
	}
	l := t.lines[i]
	if reviewed.MatchString(l.text[lab.end:]) {
		return true
	}
	if h := t.above(i); actionsWord.MatchString(h) && earlierHeading.MatchString(h) {
		return true
	}
	if lab.number == "" && l.num.n() == 0 {
		return false
	}
	for _, step := range []int{-1, 1} {
		if t.inLog(i, step) {
			return true
		}
	}
	return false
}

var actionsWord = pattern.Of(`(?i)\bactions?\b`)

// inLog looks along the numbered actions around one for what became of them;
// other words between them end the log unless they stand in the same block.
func (t *tasks) inLog(i, step int) bool {
	home := t.lines[i]
	for k := i + step; k >= 0 && k < len(t.lines) && k-i < 60 && i-k < 60; k += step {
		l := t.lines[k]
		lab, ok := labelOf(l)
		switch {
		case ok && lab.what == Action && (lab.number != "" || l.num.n() > 0):
			if reviewed.MatchString(l.text[lab.end:]) {
				return true
			}
		case ok && lab.more || l.Block == home.Block:
		case reviewedLine.MatchString(l.text):
			return true
		default:
			return false
		}
	}
	return false
}

// reviewedLine begins by saying what became of the action above it.
var reviewedLine = pattern.Of(`^(?:Update|Response|Reply|Progress|Status|Outcome)\b[^.:;]{0,100}:`)

// above is the heading that a line stands under, "" for none.
func (t *tasks) above(i int) string {
	for k := i - 1; k >= 0; k-- {
		l := t.lines[k]
		switch {
		case l.As == Item:
			return l.title()
		case l.headed():
			if _, ok := labelOf(l); !ok || l.kind == read.Heading {
				return l.title()
			}
		}
	}
	return ""
}
