package recognise

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"minutebook/model/pattern"
)

// label is a word before the words of an action, a decision, a motion or a vote
// that says what they are: "Action 3:", "DECISION:", "Motion -".
type label struct {
	what What
	// name is the label without number and owner, as a habit calls it: "Action",
	// "Further Action Agreed".
	name string
	// number is the one printed in it, "" for none.
	number string
	// owner is a name in it: "Action JS:". It is for whoever knows the people to
	// say whether it is one.
	owner string
	// end is where the words behind it begin.
	end int
	// loose says that no colon or dash ends it.
	loose bool
	// more says that it speaks of something new among what is reviewed: "Further
	// Action Agreed".
	more bool
}

// The words of labels. Groups: number before, qualifier, noun, number behind,
// owner.
var (
	labelNumber = `(?:\(?(\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s*)?`
	labelBehind = `(?:\s*(?:#|№|(?i:no\.?|number|point)\s*)?\s*\(?([A-Z]{0,2}\d[\d./-]{0,9})\)?)?`
	labelOwner  = `(?:\s*\(([^()]{1,60})\)|\s+(?i:for|by|on)\s+([^:–—]{2,60}?)|\s+([A-Z][^:–—]{1,40}?))?`

	actionLabel = pattern.Of(`^[\[(]?` + labelNumber +
		`((?:(?i:agreed|new|key|further|follow[- ]?up)\s+)?(?i:Actions?(?:\s+(?:points?|items?|required|agreed|arising|needed|to be taken))?|AP(?:\d)?))` +
		labelBehind + labelOwner + `\]?\s*(:|\s[-–—](?:\s|$)|[–—]\s?|-\s|\]|\.\s|$)\s*`)
	bareAction = pattern.Of(`^[\[(]?` + labelNumber + `((?i:Action(?:\s+(?:point|item))?|AP))` + `\s*(?:#|№|(?i:no\.?|number)\s*)?\s*(\d{1,3})\s+`)

	decisionLabel = pattern.Of(`^[\[(]?` + labelNumber +
		`((?:(?i:it was|unanimously)\s+)?(?i:Decisions?(?:\s+(?:made|taken|agreed))?|Resolutions?|Resolved|Decided|Agreed))` +
		labelBehind + `\]?\s*(:|\s[-–—](?:\s|$)|[–—]\s?|-\s|\]|$)\s*`)
	resolvedThat = pattern.Of(`^[\[(]?` + labelNumber + `((?:(?i:it was)\s+)?RESOLVED(?:\s+UNANIMOUSLY)?|AGREED|Resolved)` + labelBehind +
		`,?\s+(?:\(?(?i:unanimously)\)?,?\s+)?(?i:that|to)\s`)

	motionLabel = pattern.Of(`^[\[(]?` + labelNumber + `((?:(?i:proposed|draft|substantive)\s+)?(?i:Motions?|Resolution|Proposal|Assertion))` +
		labelBehind + `\]?(?:\s*\(if required\))?\s*(:|\s[-–—](?:\s|$)|[–—]\s?|\]|$)\s*`)

	voteLabel = pattern.Of(`^[\[(]?((?:(?i:roll[- ]call|recorded|named|result of the)\s+)?(?i:Vot(?:es?|ing)))()\]?\s*(:|\s[-–—](?:\s|$)|[–—]\s?|$)\s*`)
)

// labelAt reads the label that a text begins with.
func labelAt(text string) (label, bool) {
	for _, read := range []func(string) (label, bool){actionLabelAt, motionLabelAt, decisionLabelAt, voteLabelAt} {
		if l, ok := read(text); ok {
			return l, true
		}
	}
	return label{}, false
}

// labelRead is the label of a line, once it was looked for.
type labelRead struct {
	label
	found bool
	// text and mark are what it was looked for in.
	text, mark string
}

// labelOf is the label of a line. A word that only its bold sets apart from
// those behind it is one as well.
func labelOf(l *line) (label, bool) {
	if l.read == nil || l.read.text != l.text || l.read.mark != l.mark {
		l.read = &labelRead{text: l.text, mark: l.mark}
		l.read.label, l.read.found = readLabel(l)
	}
	return l.read.label, l.read.found
}

func readLabel(l *line) (label, bool) {
	if found, ok := labelAt(l.text); ok {
		return found, true
	}
	if l.mark != "" { // a numbering of the file may print the label
		if found, ok := labelAt(l.mark + " "); ok && found.end >= len(l.mark) {
			found.end = 0
			return found, true
		}
	}
	head := boldHead(l)
	if head == "" {
		return label{}, false
	}
	found, ok := labelAt(head + ":")
	if !ok || found.end <= len(head) {
		return label{}, false
	}
	found.end = len(head)
	return found, true
}

// longestLabel is how long a label is at most, in bytes.
const longestLabel = 80

// boldHead are the bold words that a line begins with, where others follow.
func boldHead(l *line) string {
	if l.bold || len(l.spans) < 2 || !l.spans[0].Bold || len(l.spans[0].Text) > longestLabel {
		return ""
	}
	return strings.TrimRight(strings.Join(strings.Fields(l.spans[0].Text), " "), " :-–—.")
}

func actionLabelAt(text string) (label, bool) {
	if !mayLabel(text, "action", "ap") {
		return label{}, false
	}
	if l, ok := signedAction(text); ok {
		return l, true
	}
	m := bareAction.FindStringSubmatch(text)
	if m == nil || !startsLabel(m[2], text) || !capitalOrDigit(text[len(m[0]):]) {
		return label{}, false
	}
	return label{what: Action, name: tidyLabel(m[2]), number: numberOf(m[1], m[3]), end: len(m[0]), loose: true}, true
}

// signedAction reads a label that a colon, a dash or a bracket ends, or that
// stands alone.
func signedAction(text string) (label, bool) {
	m := actionLabel.FindStringSubmatch(text)
	if m == nil || !startsLabel(m[2], text) {
		return label{}, false
	}
	sign, owner := m[len(m)-1], strings.TrimSpace(m[4]+m[5]+m[6])
	l := label{what: Action, name: tidyLabel(m[2]), number: numberOf(m[1], m[3]), owner: owner, end: len(m[0])}
	l.loose = sign == "" || strings.HasPrefix(sign, ".")
	switch {
	case strings.HasPrefix(sign, ".") && (l.number == "" || owner != ""),
		sign == "" && (l.number != "" || owner != "" && !initials(owner)),
		strings.EqualFold(l.name, "ap") && l.number == "":
		return label{}, false
	}
	lower := strings.ToLower(l.name)
	l.more = strings.HasPrefix(lower, "further") || strings.HasPrefix(lower, "new")
	return l, true
}

func motionLabelAt(text string) (label, bool) {
	if !mayLabel(text, "motion", "propos", "draft", "substantive", "assertion") {
		return label{}, false
	}
	m := motionLabel.FindStringSubmatch(text)
	if m == nil || !startsLabel(m[2], text) {
		return label{}, false
	}
	return label{what: Motion, name: tidyLabel(m[2]), number: numberOf("", m[3]), end: len(m[0])}, true
}

func decisionLabelAt(text string) (label, bool) {
	if !mayLabel(text, "decision", "decided", "resol", "agreed", "it was", "unanimously") {
		return label{}, false
	}
	if m := decisionLabel.FindStringSubmatch(text); m != nil && startsLabel(m[2], text) {
		l := label{what: Decision, name: tidyLabel(m[2]), number: numberOf("", m[3]), end: len(m[0])}
		sign := m[len(m)-1]
		lower := strings.ToLower(l.name)
		switch {
		case sign == "" && !strings.HasPrefix(lower, "decision") && !strings.HasPrefix(lower, "resolution"):
			return label{}, false
		case lower == "resolution" && l.number == "" && !strings.HasPrefix(sign, ":"):
			return label{}, false
		}
		return l, true
	}
	if m := resolvedThat.FindStringSubmatch(text); m != nil {
		return label{what: Decision, name: tidyLabel(m[2]), number: numberOf("", m[3]), end: len(m[0]) - len("that "), loose: true}.withThat(text), true
	}
	return label{}, false
}

// withThat has the words behind "RESOLVED" begin with their "That".
func (l label) withThat(text string) label {
	at := strings.LastIndexByte(strings.TrimRight(text[:min(len(text), l.end+len("that "))], " \t"), ' ')
	l.end = at + 1
	return l
}

func voteLabelAt(text string) (label, bool) {
	if !mayLabel(text, "vot", "roll", "recorded", "named", "result") {
		return label{}, false
	}
	m := voteLabel.FindStringSubmatch(text)
	if m == nil || !startsLabel(m[1], text) {
		return label{}, false
	}
	return label{what: Vote, name: tidyLabel(m[1]), end: len(m[0])}, true
}

// mayLabel says quickly whether a text may begin with a label: one of the words
// stands near its start.
func mayLabel(text string, words ...string) bool {
	return hasAny(strings.ToLower(text[:min(len(text), 28)]), words...)
}

// startsLabel says whether the first word of a label is written as one: with a
// capital, or at the very start of its line.
func startsLabel(name, text string) bool {
	r, _ := utf8.DecodeRuneInString(name)
	return unicode.IsUpper(r) || strings.HasPrefix(text, name)
}

func tidyLabel(name string) string {
	name = strings.Join(strings.Fields(name), " ")
	if strings.ToUpper(name) == name && len(name) > 2 {
		name = name[:1] + strings.ToLower(name[1:])
	}
	return name
}

// numberOf is the number of a label: the one behind it, or else the one before
// it where that is figures.
func numberOf(before, behind string) string {
	if behind != "" {
		return strings.TrimRight(behind, ".-/")
	}
	if strings.Trim(before, "0123456789") == "" {
		return before
	}
	return ""
}

func capitalOrDigit(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}

var initialsPattern = pattern.Of(`^[A-Z][A-Za-z]?[A-Z]{1,2}[a-z]?$`)

// noInitials are capitals that are nobody's.
var noInitials = map[string]bool{"TBC": true, "TBA": true, "TBD": true, "NA": true, "NB": true, "PS": true, "OK": true, "UK": true, "US": true,
	"EU": true, "AOB": true, "AGM": true, "ASAP": true, "NOT": true, "NO": true, "TO": true, "BY": true, "AND": true, "IT": true, "HR": false, "THE": true, "FOR": true, "NEW": true, "END": true}

// initials says whether words are initials, or several between "/", "," or
// "and".
func initials(words string) bool {
	parts := nameBreaks.Split(words, -1)
	for _, p := range parts {
		if p = strings.TrimSpace(p); !initialsPattern.MatchString(p) || noInitials[p] {
			return false
		}
	}
	return len(parts) > 0
}

var nameBreaks = pattern.Of(`\s*(?:/|,|;|&|\+|\band\b)\s*(?:and\s+)?`)
