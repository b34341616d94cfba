package recognise

import (
	"strings"

	"minutebook/model"
	"minutebook/model/minutes/read"
	"minutebook/model/pattern"
)

// The cells that name who moved a motion, and what came of it.
var (
	moverHead    = pattern.Of(`(?i)^(?:moved|proposed)(?: by)?$|^(?:mover|proposer)$|^motion(?: by)?$`)
	seconderHead = pattern.Of(`(?i)^(?:seconded(?: by)?|seconder|second(?: by)?)$`)
	resultHead   = pattern.Of(`(?i)^(?:status|result|outcome|vote|decision|carried\??)$`)
)

// motionTable is a table that says who moved and seconded something.
type motionTable struct {
	lines                   []*line
	mover, seconder, result string
}

// motionTables reads the tables of two columns, or of two rows, that say who
// moved what stands above them.
func (t *tasks) motionTables() {
	for _, g := range t.grids() {
		if m := t.motionTable(g); m.mover != "" && m.result != "" && !strings.Contains(m.result, "/") {
			t.motionOf(g.from, m)
		}
	}
}

// motionTable reads a table, as far as it is one of those.
func (t *tasks) motionTable(g grid) motionTable {
	if len(g.rows) > 4 {
		return motionTable{}
	}
	m := motionTable{lines: t.lines[g.from : g.from+g.lines]}
	words := func(row, column int) string { return tidy(g.words(row, column)) }
	if len(g.rows) == 2 && moverHead.MatchString(words(0, 0)) && seconderHead.MatchString(words(0, 1)) {
		m.mover, m.seconder, m.result = t.nameOf(words(1, 0)), t.nameOf(words(1, 1)), words(1, 2)
		return m
	}
	for row := range g.rows {
		switch head := strings.Trim(words(row, 0), " :*"); {
		case moverHead.MatchString(head):
			m.mover = t.nameOf(words(row, 1))
		case seconderHead.MatchString(head):
			m.seconder = t.nameOf(words(row, 1))
		case resultHead.MatchString(head):
			m.result = words(row, 1)
		}
	}
	return m
}

// motionOf finds the words that a table says the mover of, and takes them for a
// decision: those with a label above it, or else the heading above it.
func (t *tasks) motionOf(i int, m motionTable) {
	for k := i - 1; k >= 0 && k > i-25; k-- {
		l := t.lines[k]
		if lab, ok := labelOf(l); ok && (lab.what == Motion || lab.what == Decision) && t.moveLabelled(k, lab, m) {
			return
		}
		if l.As != Item && l.As != Subheading && l.kind != read.Heading || l.As == Subheading && l.Confidence < Sure || sideHeading.MatchString(strings.Trim(l.text, " :")) {
			continue
		}
		t.moveHeading(l, m)
		return
	}
}

// sideHeading heads the names of those for or against, or the motion itself.
var sideHeading = pattern.Of(`(?i)^(?:for|against|in favou?r|abstain(?:ed)?|abstentions?|motion|vote|discussion)$`)

// moveLabelled takes a line with a label, or the one below a label alone, for
// what the table is about; false where it is not.
func (t *tasks) moveLabelled(k int, lab label, m motionTable) bool {
	l := t.lines[k]
	words := strings.TrimSpace(remark.ReplaceAllString(l.text[lab.end:], ""))
	g := guess{what: lab.what, confidence: 0.95, sign: signLabel + lab.name + ":", number: lab.number, mover: m.mover, seconder: m.seconder, result: m.result}
	switch next := t.next(k); {
	case words == "" && (l.kind == read.Heading || next == nil || !t.introduced(l, next, lab.what)):
		return false
	case words == "":
		l.labels(0.9, g.sign)
		g.spans, g.label = next.behind(0), next.mark
		t.become(next, g)
	case l.said || l.As == Decision || l.As == Motion || notFilled(words) || formWords.MatchString(words):
		return true
	default:
		at := len(l.text) - len(words)
		g.spans, g.label = l.behind(at), strings.TrimSpace(l.mark+" "+l.text[:at])
		t.become(l, g)
	}
	t.movedCells(m)
	return true
}

// moveHeading makes the table itself the decision on what the heading above it
// names.
func (t *tasks) moveHeading(heading *line, m motionTable) {
	first := m.lines[0]
	if first.said {
		return
	}
	t.movedCells(m)
	first.take(Decision, 0.8, signMoved)
	first.entries = []model.Entry{{Kind: model.Decision, Text: heading.title(), Resolution: &model.Resolution{Mover: m.mover, Seconder: m.seconder, Result: m.result}}}
}

// movedCells takes the cells of a table whose words a decision has.
func (t *tasks) movedCells(m motionTable) {
	for _, l := range m.lines {
		if l.text != "" {
			l.labels(0.9, signMoved)
		}
	}
}
