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
	for i := 0; i < len(t.lines); i++ {
		l := t.lines[i]
		if l.table == 0 || i > 0 && t.lines[i-1].table == l.table {
			continue
		}
		m := t.motionTable(i)
		if m.mover == "" || m.result == "" || strings.Contains(m.result, "/") {
			continue
		}
		t.motionOf(i, m)
	}
}

// motionTable reads the table that begins with line i.
func (t *tasks) motionTable(i int) motionTable {
	m := motionTable{}
	rows := map[int]map[int]string{}
	var order []int
	for k := i; k < len(t.lines) && t.lines[k].table == t.lines[i].table; k++ {
		l := t.lines[k]
		if rows[l.Block] == nil {
			rows[l.Block] = map[int]string{}
			order = append(order, l.Block)
		}
		rows[l.Block][l.Cell] = strings.TrimSpace(rows[l.Block][l.Cell] + " " + l.text)
		m.lines = append(m.lines, l)
	}
	if len(order) > 4 {
		return motionTable{}
	}
	for at, block := range order {
		row := rows[block]
		if at == 0 && len(order) == 2 && moverHead.MatchString(row[0]) && seconderHead.MatchString(row[1]) {
			below := rows[order[1]]
			m.mover, m.seconder, m.result = t.nameOf(below[0]), t.nameOf(below[1]), below[2]
			return m
		}
		value := strings.TrimSpace(row[1])
		switch head := strings.Trim(row[0], " :*"); {
		case moverHead.MatchString(head):
			m.mover = t.nameOf(value)
		case seconderHead.MatchString(head):
			m.seconder = t.nameOf(value)
		case resultHead.MatchString(head):
			m.result = value
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
