package recognise

import (
	"strconv"
	"strings"

	"minutebook/model"
	"minutebook/model/minutes/read"
	"minutebook/model/pattern"
)

// weigh looks at the whole document for what its signs mean.
func (r *reader) weigh() *tasks {
	t := &tasks{reader: r, inList: map[*line]bool{}}
	t.decide()
	return t
}

// actions finds actions, and what became of earlier ones.
func (t *tasks) actions() {
	t.tables()
	t.signed()
}

// tasks reads the actions of a document.
type tasks struct {
	*reader
	// means is what the label "Action:" labels in this document, surely how
	// surely.
	means  What
	surely float64
	// asterisks says that an asterisk marks an action.
	asterisks bool
	// inList are the points of lists under a heading of actions or decisions.
	inList map[*line]bool
}

// decide weighs what the label "Action:" means, by all that stands behind it:
// what somebody is to do, or what came of it.
func (t *tasks) decide() {
	toDos, results := 0, 0
	for _, l := range t.lines {
		if lab, ok := labelOf(l); ok && lab.what == Action {
			sense := t.sense(l.text[lab.end:])
			if sense == Action {
				toDos++
			}
			if sense == Decision {
				results++
			}
		}
	}
	t.means, t.surely = Action, 0.85
	switch {
	case results > toDos:
		t.means, t.surely = Decision, 0.9
		if results < 3*toDos {
			t.surely = 0.7
		}
	case results > 0 && toDos < 3*results:
		t.surely = 0.7
	}
	t.asterisks = asteriskTasks(t.lines)
}

// sense is what words behind "Action:" are: an action, a decision, or "" where
// they do not tell.
func (t *tasks) sense(words string) What {
	words = strings.TrimSpace(words)
	switch {
	case words == "" || notFilled(words):
		return ""
	case looksTask(words):
		return Action
	case result.MatchString(words):
		return Decision
	case t.onlyOwner(words) != nil, t.ownersOf(words) != nil:
		return Action
	}
	return ""
}

// looksTask says whether words are made like those of an action: "JS to write",
// "To be placed on the board", "Write to the county".
func looksTask(words string) bool {
	if beginsTo.MatchString(words) || imperative(words) && !result.MatchString(words) {
		return true
	}
	head := words[:min(len(words), longestOwners)]
	at := toDo.FindStringIndex(head)
	if at == nil || len(strings.Fields(head[:at[0]])) > 12 {
		return false
	}
	return !result.MatchString(words)
}

// signed takes what a label or an asterisk marks.
func (t *tasks) signed() {
	for i, l := range t.lines {
		if l.text == "" || !t.open(l) {
			continue
		}
		if lab, ok := labelOf(l); ok && lab.what == Action {
			t.labelled(i, lab)
			continue
		}
		switch {
		case l.said && l.As == Action:
			t.become(l, t.worded(l))
		case l.said:
		case t.starred(l):
			t.become(l, t.star(l))
		default:
			t.ending(l)
		}
	}
}

// open says whether this stage may take a line.
func (t *tasks) open(l *line) bool {
	switch {
	case l.said:
		return l.As == Action
	case l.kind == read.Matter, l.kind == read.Header, l.kind == read.Footer, l.kind == read.Rule:
		return false
	case l.table > 0 && l.head:
		return false
	}
	if l.is(Subheading, Item) { // a label is none
		_, ok := labelOf(l)
		return ok && l.kind != read.Heading
	}
	return l.is("", Paragraph, Bullet)
}

// plain is a guess without the look that all of its words have.
func (g guess) plain() guess {
	g.spans = unadorned(g.spans)
	return g
}

// worded is an action that the clerk says a line is, of whichever manner.
func (t *tasks) worded(l *line) guess {
	if strings.HasPrefix(l.text, "*") {
		return t.star(l)
	}
	if owners, words, label := t.tail(l); owners != nil {
		return guess{what: Action, confidence: 1, sign: signOwner, spans: words, owners: owners, label: label}
	}
	if m := anyLabel.FindStringSubmatchIndex(l.text); m != nil && t.onlyOwner(l.text[m[2]:m[3]]) == nil {
		end := m[3] + strings.IndexByte(l.text[m[3]:], ':') + 1
		g := guess{what: Action, confidence: 1, sign: l.sign(), spans: l.behind(end), label: strings.TrimSpace(l.mark + " " + l.text[:end])}
		t.aside(&g)
		return g
	}
	g := whole(l, Action, 1, signProse).plain()
	t.aside(&g)
	return g
}

// starred says whether an asterisk marks a line.
func (t *tasks) starred(l *line) bool {
	if !strings.HasPrefix(l.text, "*") || strings.HasPrefix(l.text, "**") {
		return false
	}
	if _, ok := t.habit(signAsterisk); ok {
		return true
	}
	return t.asterisks
}

func (t *tasks) star(l *line) guess {
	g := guess{what: Action, confidence: 0.85, sign: signAsterisk, label: "*", spans: l.behind(1)}
	words := strings.TrimLeft(l.text, "* ")
	switch {
	case notFilled(words):
		g.what = Paragraph
	case looksTask(words) && t.asterisks:
		g.confidence = 0.95
	}
	return g
}

// asteriskTasks says whether asterisks mark actions in a document: most of what
// stands behind them is to be done.
func asteriskTasks(lines []*line) bool {
	all, tasks := 0, 0
	for _, l := range lines {
		for _, at := range asterisksIn(l.text) {
			all++
			if taskOf.MatchString(strings.TrimLeft(l.text[at:], "* ")) {
				tasks++
			}
		}
	}
	return tasks > 0 && 2*tasks >= all
}

var asteriskSign = pattern.Of(`(?:^|[\s(])(\*\s?)[\p{L}£]`)

// asterisksIn are the places of a text where an asterisk stands before a word
// and opens no emphasis.
func asterisksIn(text string) []int {
	if !strings.Contains(text, "*") {
		return nil
	}
	var places []int
	for _, m := range asteriskSign.FindAllStringSubmatchIndex(text, -1) {
		behind := text[m[3]:]
		if end := strings.IndexByte(behind, '*'); end > 0 && behind[end-1] != ' ' && end < 200 {
			continue
		}
		places = append(places, m[2])
	}
	return places
}

// labelled takes a line with the label "Action".
func (t *tasks) labelled(i int, lab label) {
	l := t.lines[i]
	words := strings.TrimSpace(l.text[lab.end:])
	g := guess{what: t.means, confidence: t.surely, sign: signLabel + lab.name + ":", number: lab.number,
		label: strings.TrimSpace(l.mark + " " + l.text[:lab.end]), spans: l.behind(lab.end)}
	if g.number == "" && strings.HasSuffix(l.num.shape, "n)") && !l.num.deep() {
		g.number = strconv.Itoa(l.num.n())
	}
	if lab.owner != "" {
		if g.owners = t.onlyOwner(lab.owner); g.owners == nil {
			return
		}
	}
	switch {
	case words == "":
		t.labels(i, g)
	case notFilled(words) && !l.said: // the words say that there is none
	case !notFilled(words) && t.past(i, lab):
		t.become(l, guess{what: EarlierAction, confidence: 0.9, sign: g.sign})
	case !l.said && t.below(i, g, t.onlyOwner(words)):
	default:
		t.weighs(&g, t.sense(words), lab)
		if g.what == Action {
			t.aside(&g)
		}
		t.become(l, g)
	}
}

// weighs sets what the words behind a label are and how surely, by what the
// label means in the file and what they look like.
func (t *tasks) weighs(g *guess, sense What, lab label) {
	switch {
	case g.what == Action && sense == Decision:
		g.what, g.confidence = Decision, 0.6
	case g.what == Decision && sense == Action:
		g.what, g.confidence = Action, 0.6
	case sense == g.what && t.surely < Sure:
		g.confidence = Sure
	case sense == g.what:
		g.confidence = 0.95
	}
	if lab.loose {
		g.confidence = min(g.confidence, 0.85)
	}
}

// labels takes a label that stands alone above the words of an action.
func (t *tasks) labels(i int, g guess) {
	l := t.lines[i]
	next := t.next(i)
	if next == nil || l.said || l.columnsOf(next) {
		return
	}
	name := strings.ToLower(strings.TrimPrefix(g.sign, signLabel))
	if strings.HasPrefix(name, "actions") || strings.Contains(name, "s:") || next.mark != "" {
		return // a list, see lists
	}
	if _, ok := labelOf(next); ok || !t.open(next) || next.bold && !l.bold {
		return
	}
	if t.sense(next.text) != Action {
		return
	}
	l.labels(g.confidence, g.sign)
	g.spans, g.label, g.confidence = unadorned(next.spans), "", 0.85
	t.become(next, g)
}

// columnsOf says whether only one of two lines stands in a table, or they are
// of different tables.
func (l *line) columnsOf(other *line) bool { return l.table != other.table }

// next is the line below, nil below the last.
func (t *tasks) next(i int) *line {
	if i+1 < len(t.lines) {
		return t.lines[i+1]
	}
	return nil
}

// below takes a label with nothing but an owner behind it, which belongs to the
// words above it: in the same paragraph, or in the one above.
func (t *tasks) below(i int, g guess, owners []string) bool {
	if t.means != Action || i == 0 || owners == nil {
		return false
	}
	above := t.lines[i-1]
	if above.said || !t.open(above) || above.text == "" || above.columnsOf(t.lines[i]) || above.As == Item || above.As == Subheading {
		return false
	}
	confidence := 0.75
	if looksTask(above.text) || t.ownersOf(above.text) != nil || strings.HasPrefix(above.text, "It was agreed") {
		confidence = 0.9
	}
	t.lines[i].labels(confidence, signOwner)
	t.become(above, guess{what: Action, confidence: confidence, sign: signOwner, spans: above.behind(0), owners: owners, number: g.number})
	return true
}

// aside takes an owner in brackets off the end of the words: "(Ivy Marsh)".
func (t *tasks) aside(g *guess) {
	text := model.Words(g.spans)
	m := bracketed.FindStringSubmatchIndex(text)
	if m == nil || len(g.owners) > 0 {
		return
	}
	words := strings.TrimSpace(text[m[2]:m[3]])
	if by := byDate.FindStringSubmatch(words); by != nil {
		words = strings.TrimSpace(by[1])
		if t.onlyOwner(words) == nil {
			return
		}
		g.due = strings.TrimSpace(by[2])
	}
	owners := t.onlyOwner(words)
	if owners == nil {
		g.due = ""
		return
	}
	g.owners = owners
	g.label = strings.TrimSpace(g.label + " " + strings.TrimSpace(text[m[0]:]))
	g.spans, _ = cutSpans(g.spans, m[0])
	g.spans = trimSpans(g.spans)
}

var (
	bracketed = pattern.Of(`\s*[(\[]([^()\[\]]{2,60})[)\]][.\s]*$`)
	byDate    = pattern.Of(`^(.+?)(?:\s*[,;:–—-]\s*|\s+)((?:by|before|due)\s.+|\d{1,2}[./-]\d{1,2}[./-]\d{2,4})$`)
)

// tail are the owners that stand behind the words of a line with a label or in
// brackets, the words, and what else stood there.
func (t *tasks) tail(l *line) (owners []string, words []model.Span, label string) {
	m := ownerTail.FindStringSubmatchIndex(l.text)
	if m == nil {
		return nil, nil, ""
	}
	if owners = t.onlyOwner(l.text[m[2]:m[3]]); owners == nil {
		return nil, nil, ""
	}
	return owners, l.ahead(m[0]), strings.TrimSpace(l.text[m[0]:])
}

var ownerTail = pattern.Of(`\s*[(\[]?\b(?:A(?:ction|CTION)(?:\s+(?:by|for|on))?|(?:Owner|Lead|To be actioned by))\s*(?::|-|–|—)?\s*([^:()\[\]]{2,60}?)\s*[)\]]?\s*\.?$`)

// ending takes an owner that stands alone at the end of a paragraph.
func (t *tasks) ending(l *line) {
	if t.means != Action || !strings.Contains(strings.ToLower(l.text), "action") {
		return
	}
	owners, words, label := t.tail(l)
	if owners == nil || len(words) == 0 {
		return
	}
	t.become(l, guess{what: Action, confidence: 0.85, sign: signOwner, spans: words, owners: owners, label: label})
}
