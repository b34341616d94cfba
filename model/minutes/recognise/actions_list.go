package recognise

import (
	"strings"

	"minutebook/model"
	"minutebook/model/minutes/read"
	"minutebook/model/pattern"
)

// The headings of a list of actions or decisions.
var (
	actionsHeading = pattern.Of(`(?i)^(?:(?:summary|list|table|log|schedule|register|record) of |(?:agreed|new|key|further|main|follow[- ]?up) )*(?:actions|action (?:points?|items?|list|log|summary|register|tracker|table)s?)(?: (?:agreed|arising|required|to be taken|points?|items?|list|log|summary|from (?:this|the|today's) meeting|(?:and|/|&) (?:owners?|deadlines?|next steps)))*(?: \([^)]*\))?$`)
	toDoHeading    = pattern.Of(`(?i)^(?:to[- ]do(?: list)?|tasks|next steps and actions)$`)
	decidedHeading = pattern.Of(`(?i)^(?:(?:summary|list|table|record) of |(?:key|main) )*(?:decisions|resolutions)(?: (?:made|taken|agreed|passed|reached|from (?:this|the) meeting))?$`)
)

// headed says whether a line stands by itself above what follows: a heading, a
// title, or a word with a colon.
func (l *line) headed() bool {
	switch {
	case l.text == "" || l.table > 0 && !l.bold:
		return false
	case l.As == Item, l.As == Subheading, l.kind == read.Heading:
		return true
	case l.bold || strings.HasSuffix(l.text, ":") && l.mark == "":
		return len(l.text) < 80
	}
	return false
}

// title is what a heading says, without number and colon.
func (l *line) title() string {
	if l.As == Item && l.item != nil && l.item.Title != "" {
		return strings.TrimRight(l.item.Title, ":. ")
	}
	return strings.TrimRight(l.text, ":. ")
}

// listHeading says what a line heads: actions, earlier actions, decisions, or
// "" for none of them.
func (t *tasks) listHeading(l *line) What {
	if l.text == "" || len(l.text) > longestLabel || l.As == Dropped || l.As == People {
		return ""
	}
	words := l.title()
	switch {
	case decidedHeading.MatchString(words):
		return Decision
	case actionsHeading.MatchString(words), toDoHeading.MatchString(words):
		return Action
	case actionsWord.MatchString(words) && earlierHeading.MatchString(words) && l.headed() && !strings.Contains(strings.ToLower(words), "plan"):
		return EarlierAction
	}
	if means, ok := t.habit(signList + words); ok && l.headed() {
		return means
	}
	return ""
}

// lists takes what is listed under a heading as actions or decisions, leaves out
// what is said above, and numbers the actions.
func (t *tasks) lists() {
	t.listed()
	t.again()
	t.number()
}

func (t *tasks) listed() {
	for i, l := range t.lines {
		what := t.listHeading(l)
		if what == "" || l.said && l.As != Introduced && l.As != Item && l.As != Subheading {
			continue
		}
		if what == Action && t.means == Decision && t.surely >= Sure {
			continue // "Action items" heads what was decided on
		}
		points := t.points(i, what)
		taken := t.take(points, what, l.title())
		if what != EarlierAction && taken > 0 && taken == len(points) {
			l.labels(0.9, signList+l.title())
		}
	}
}

// take takes the points under a heading, and says how many are of its kind.
func (t *tasks) take(points []*line, what What, heading string) int {
	taken := 0
	for _, p := range points {
		if t.point(p, what, heading) {
			t.inList[p] = true
			taken++
		}
	}
	return taken
}

// points are the lines of the list under a heading.
func (t *tasks) points(i int, what What) []*line {
	var out []*line
	for k := i + 1; k < len(t.lines); k++ {
		l := t.lines[k]
		if l.text == "" || l.kind == read.PageBreak || l.As == Dropped || !strings.ContainsFunc(l.text[:1], beginsWords) {
			continue
		}
		first := l
		if len(out) > 0 {
			first = out[0]
		}
		if t.endsList(l, first, what) {
			break
		}
		out = append(out, l)
	}
	return out
}

// beginsWords says whether words may begin with a sign.
func beginsWords(c rune) bool { return c != '{' && c != '<' && c != '|' }

// endsList says whether the list that begins with first ends above a line.
func (t *tasks) endsList(l, first *line, what What) bool {
	lab, labelled := labelOf(l)
	labelled = labelled && strings.TrimSpace(l.text[lab.end:]) != ""
	switch {
	case l.table > 0, l.kind == read.Heading, l.kind == read.Rule:
		return true
	case labelled:
		return false
	case l.bold, strings.HasSuffix(l.text, ":"), l.noPoint(what):
		return true
	case first.listed():
		return !l.listed() && (l.gap || l.indent <= first.indent)
	}
	return what == EarlierAction || l.gap && what == Action && t.sense(l.text) != Action
}

// noPoint says whether a line was taken for something that no list has.
func (l *line) noPoint(what What) bool {
	if l.is(Item, Subheading) {
		return what != Action || !looksTask(l.text)
	}
	return l.is(Next, Closing, Signature, Facts, People, Title, Approval)
}

// listed says whether a line is a point of a list.
func (l *line) listed() bool { return l.mark != "" || l.kind == read.ListItem }

// point takes a line of a list, and says whether it is one of its kind.
func (t *tasks) point(l *line, what What, heading string) bool {
	if l.is(Action, EarlierAction, Decision, Motion, Vote, Introduced) {
		return !l.said || l.As == what // it has a label as well
	}
	if l.said || notFilled(l.text) || l.upper && len(strings.Fields(l.text)) > 1 && t.ownersOf(l.text) == nil {
		return false // what a form asks for is none
	}
	g := guess{what: what, confidence: 0.9, sign: signList + heading, label: l.mark, spans: l.behind(0)}
	switch {
	case what == EarlierAction:
		g.confidence, g.label = 0.85, ""
	case what == Action && result.MatchString(l.text):
		return false
	case what == Action:
		t.listedAction(l, &g)
	}
	t.become(l, g)
	return true
}

// listedAction reads the number and the owner of an action in a list.
func (t *tasks) listedAction(l *line, g *guess) {
	if len(l.num.path) == 1 && strings.Trim(l.mark, "().: 0123456789") == "" {
		g.number = strings.Trim(l.mark, "().: ")
	}
	t.aside(g)
	if !looksTask(l.text) && t.ownersOf(l.text) == nil && len(g.owners) == 0 {
		g.confidence = 0.75
	}
}

// again takes what stands a second time, in a list of what the minutes say
// elsewhere, off the meeting; its words stay in the record.
func (t *tasks) again() {
	for _, l := range t.lines {
		if !t.inList[l] || l.said || len(l.entries) == 0 {
			continue
		}
		if t.elsewhere(l) {
			l.entries = nil
			l.take(Dropped, 0.9, signAgain)
			l.Label = ""
		}
	}
}

// elsewhere says whether the minutes say the same in their course as a point of
// a list. A paragraph that does is what the list says it is.
func (t *tasks) elsewhere(l *line) bool {
	e := l.entries[0]
	mine := plainWords(e.Text)
	var same *line
	for _, other := range t.lines {
		if t.inList[other] || other == l {
			continue
		}
		if 2*len(other.text) < len(l.text) || len(other.text) > 2*len(l.text) {
			continue
		}
		if len(other.entries) > 0 {
			if o := other.entries[0]; o.Kind == e.Kind && alike(mine, plainWords(o.Text)) {
				other.Confidence = max(other.Confidence, 0.9)
				return true
			}
			continue
		}
		if same == nil && t.free(other) && alike(mine, plainWords(other.text)) {
			same = other
		}
	}
	if same == nil {
		return false
	}
	t.become(same, guess{what: l.As, confidence: 0.9, sign: l.Why, spans: same.behind(0), owners: ownersIn(e)})
	return len(same.entries) > 0 && same.entries[0].Kind == e.Kind
}

func ownersIn(e model.Entry) []string {
	if e.Action == nil {
		return nil
	}
	return e.Action.Owners
}

// alike says whether two lists of words are nearly the same.
func alike(a, b []string) bool {
	if len(a) < 3 || len(b) < 3 {
		return false
	}
	count := map[string]int{}
	for _, w := range a {
		count[w]++
	}
	common := 0
	for _, w := range b {
		if count[w] > 0 {
			count[w]--
			common++
		}
	}
	return 10*common >= 9*max(len(a), len(b))
}

func plainWords(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(c rune) bool { return !isWord(c) })
}

// number gives the actions without a printed number those behind the highest,
// in the order of the minutes.
func (t *tasks) number() {
	highest := 0
	for _, l := range t.lines {
		for _, e := range l.entries {
			highest = max(highest, e.Number)
		}
	}
	for _, l := range t.lines {
		for i := range l.entries {
			if e := &l.entries[i]; e.Kind == model.Action && e.Number == 0 {
				highest++
				e.Number = highest
			}
		}
	}
}
