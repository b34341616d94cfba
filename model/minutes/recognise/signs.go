package recognise

import (
	"slices"
	"strings"
	"unicode"

	"minutebook/model"
)

// The signs by which actions, decisions, motions and votes are known. A sign is
// a Piece.Why, and what a habit is learnt by; those that end in a space have the
// words of the source behind it: "label Action:", "column Action by", "list
// under Action items".
const (
	signAsterisk = "asterisk"
	signLabel    = "label "
	signColumn   = "column "
	signList     = "list under "
	// An owner alone behind the words: "Action: JS" at the end of a paragraph, or
	// on a line of its own below it.
	signOwner = "owner at the end"
	signBold  = "bold line"
	signProse = "words of agreement"
	signMoved = "mover and seconder"
	signQuote = "quoted resolution"
	signVotes = "names of those voting"
	signCount = "count of votes"
	// What stands a second time, in a list of what the minutes say above.
	signAgain = "said above"
	// What stands alone at the end of an item: "Noted."
	signOutcome = "what came of the item"
)

// habit is what the clerk taught the program that a sign means in the minutes
// of this body.
func (r *reader) habit(sign string) (What, bool) {
	for _, h := range r.o.Habits {
		if strings.EqualFold(h.Sign, sign) {
			return What(h.Means), true
		}
	}
	return "", false
}

// guess is what a line is taken for, how surely and by which sign.
type guess struct {
	what       What
	confidence float64
	sign       string
	// label are words that the structure says, spans those of the entry.
	label string
	spans []model.Span
	// number, owners and due are what was said beside the words.
	number string
	owners []string
	due    string
	// mover, seconder and result are those of a decision.
	mover, seconder, result string
}

// become takes a line for what was guessed, or for what a habit or the clerk
// says it is, and makes its entries.
func (r *reader) become(l *line, g guess) {
	if means, ok := r.habit(g.sign); ok {
		g.what, g.confidence = means, learnt
	}
	l.take(g.what, g.confidence, g.sign)
	l.item, l.entries, l.people = nil, nil, nil
	switch {
	case l.As == Action:
		l.entries = []model.Entry{r.actionEntry(g)}
	case l.is(Decision, Motion, Vote):
		var said string
		l.entries, said = r.decided(l.As, g)
		g.label = strings.TrimSpace(g.label + " " + said)
	default: // its words stay whole
		return
	}
	l.Label = g.label
}

// is says whether a line was taken for one of these.
func (l *line) is(these ...What) bool { return slices.Contains(these, l.As) }

// labels takes a line for words that what it belongs to says in another
// way.
func (l *line) labels(confidence float64, sign string) {
	if l.said {
		return
	}
	l.item, l.entries, l.people = nil, nil, nil
	l.take(Introduced, confidence, sign)
	l.Label = strings.TrimSpace(l.mark + " " + l.text)
}

// whole is a guess about a line that has no label.
func whole(l *line, what What, confidence float64, sign string) guess {
	return guess{what: what, confidence: confidence, sign: sign, spans: l.spans}
}

// behind are the spans of a line behind so many bytes of its text, without the
// look that all of them have.
func (l *line) behind(end int) []model.Span {
	_, spans := cutSpans(l.spans, l.place(end))
	return unadorned(trimSpans(spans))
}

// ahead are the spans of a line before so many bytes of its text.
func (l *line) ahead(end int) []model.Span {
	spans, _ := cutSpans(l.spans, l.place(end))
	return unadorned(trimSpans(spans))
}

// place is where a byte of the text of a line stands in its spans, which may
// have more space.
func (l *line) place(at int) int {
	ink := 0
	for _, c := range l.text[:at] {
		if !unicode.IsSpace(c) {
			ink++
		}
	}
	for i, c := range model.Words(l.spans) {
		if ink == 0 {
			return i
		}
		if !unicode.IsSpace(c) {
			ink--
		}
	}
	return len(model.Words(l.spans))
}

// unadorned are spans without bold or italics where all of their words are set
// so.
func unadorned(spans []model.Span) []model.Span {
	bold, italic := true, true
	for _, s := range spans {
		if strings.TrimSpace(s.Text) != "" {
			bold, italic = bold && s.Bold, italic && s.Italic
		}
	}
	out := make([]model.Span, 0, len(spans))
	for _, s := range spans {
		s.Bold, s.Italic = s.Bold && !bold, s.Italic && !italic
		out = append(out, s)
	}
	return out
}
