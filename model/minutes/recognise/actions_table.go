package recognise

import (
	"strings"

	"minutebook/model/pattern"
)

// column is what a column of a table has.
type column string

const (
	colNumber column = "number"
	colTask   column = "task"
	colMatter column = "matter"
	colOwner  column = "owner"
	colDue    column = "due"
	colState  column = "state"
)

// taskHeads are the words above the columns of tables of actions.
var taskHeads = []struct {
	kind  column
	heads *pattern.Pattern
}{
	{colOwner, pattern.Of(`(?i)^(?:action(?:ed)? (?:by|for|owner|holder|on|lead)|by(?: whom)?|who\??|owners?|lead(?: officer)?|respons\w*(?: (?:person|officer|party))?|person responsible|assigned(?: to)?|assignee|actionees?|whom|allocated to|owner\(s\)|initials)$`)},
	{colDue, pattern.Of(`(?i)^(?:due(?: (?:date|by))?|by when\??|when\??|deadline|action date|target(?: date)?|timescales?|time ?frame|date(?: due)?|complet\w+ (?:by|date)|to be completed by|review date)$`)},
	{colState, pattern.Of(`(?i)^(?:status|updates?|progress|outcome|complete[d]?\??|comments?|position|rag|done\??|response|result)$`)},
	{colTask, pattern.Of(`(?i)^(?:actions?|action (?:points?|items?|required|agreed|to be taken|needed|description|details?)s?|agreed actions?|tasks?|what\??|to do|description(?: of action)?|details? of action|next steps?)$`)},
	{colNumber, pattern.Of(`(?i)^(?:no\.?|nr\.?|#|№|ref\.?|reference|number|item no\.?|action no\.?|minute(?: no\.?)?|min\.?(?: ref\.?)?)$`)},
	{colMatter, pattern.Of(`(?i)^(?:(?:agenda )?items?|discussion|subject|notes?|minutes?|issues?|topics?|matters?|points?|details?|agenda|decisions?|description|summary)$`)},
}

func taskColumn(head string) column {
	head = strings.Trim(strings.Join(strings.Fields(head), " "), ":. *")
	for _, c := range taskHeads {
		if c.heads.MatchString(head) {
			return c.kind
		}
	}
	return ""
}

// taskGrid is a table with what its columns have and how they are headed.
type taskGrid struct {
	grid
	kinds map[int]column
	heads map[int]string
}

// tables reads the tables that have actions in a column, or colOwner beside what
// was minuted.
func (t *tasks) tables() {
	for _, table := range t.grids() {
		g := &taskGrid{grid: table}
		if !g.readHeads() {
			continue
		}
		_, task := g.column(colTask)
		_, matter := g.column(colMatter)
		_, owner := g.column(colOwner)
		_, state := g.column(colState)
		switch {
		case task && (owner || state):
			t.actionTable(g)
		case matter && owner:
			t.ownerColumn(g)
		}
	}
}

// readHeads reads the first row as heads of columns; false where it has none.
func (g *taskGrid) readHeads() bool {
	g.kinds, g.heads = map[int]column{}, map[int]string{}
	for c, lines := range g.rows[0] {
		words := cellText(lines)
		if kind := taskColumn(words); kind != "" {
			g.kinds[c], g.heads[c] = kind, strings.Trim(words, ": ")
		}
	}
	return len(g.kinds) > 1
}

func (g *taskGrid) column(kind column) (int, bool) {
	best, ok := 0, false
	for c, k := range g.kinds {
		if k == kind && (!ok || c < best) {
			best, ok = c, true
		}
	}
	return best, ok
}

// cell is the text of a cell of a row.
func (g *taskGrid) cell(row int, kind column) string {
	c, ok := g.column(kind)
	if !ok {
		return ""
	}
	return cellText(g.at(row, c))
}

func cellText(lines []*line) string {
	var words []string
	for _, l := range lines {
		if s := strings.TrimSpace(l.mark + " " + l.text); s != "" {
			words = append(words, s)
		}
	}
	return strings.Join(words, " ")
}

// actionTable reads a table in which every row is an action.
func (t *tasks) actionTable(g *taskGrid) {
	if g.blank() {
		return // a form that nobody filled in
	}
	task, _ := g.column(colTask)
	owner, hasOwner := g.column(colOwner)
	sign := signColumn + g.heads[task]
	if hasOwner {
		sign = signColumn + g.heads[owner]
	}
	earlier := t.reviewedTable(g)
	for row := 1; row < len(g.rows); row++ {
		words := cellText(g.at(row, task))
		if words == "" || notFilled(words) {
			continue
		}
		if earlier || finished.MatchString(g.cell(row, colState)) {
			t.rowEarlier(g, row, sign) // what is done is not open
			continue
		}
		t.rowAction(g, row, task, sign)
	}
	t.introduce(g.rows[0], sign)
}

// blank says whether no row of a table has an owner, or that all are of a form.
func (g *taskGrid) blank() bool {
	c, ok := g.column(colOwner)
	for row := 1; row < len(g.rows); row++ {
		if words := cellText(g.at(row, c)); ok && words != "" && !notFilled(words) {
			return false
		}
		if words := cellText(g.at(row, c)); !ok && words != "" {
			return false
		}
	}
	return true
}

// reviewedTable says whether a table is a log of earlier actions: what became
// of most of them is in a column, or it stands under a heading that says so.
func (t *tasks) reviewedTable(g *taskGrid) bool {
	if h := t.above(g.from); earlierHeading.MatchString(h) && actionsWord.MatchString(h) {
		return true
	}
	told, rows := 0, 0
	for row := 1; row < len(g.rows); row++ {
		if g.cell(row, colTask) == "" {
			continue
		}
		rows++
		if s := g.cell(row, colState); s != "" && !fresh.MatchString(s) {
			told++
		}
	}
	return rows > 0 && 2*told > rows
}

// fresh is the state of an action that was only just agreed.
var fresh = pattern.Of(`(?i)^(?:open|new|not started|to do|-|–|tbc|pending)$`)

// finished is the state of an action that is done, open of one that is not.
var (
	finished = pattern.Of(`(?i)^(?:complete[d]?|done|closed|discharged|finished|actioned)\.?$`)
	open     = pattern.Of(`(?i)^(?:open|new|not started|to do|pending)$`)
)

// rowEarlier takes a row for an earlier action; its words stay.
func (t *tasks) rowEarlier(g *taskGrid, row int, sign string) {
	for c := range g.kinds {
		for _, l := range g.at(row, c) {
			if !l.said && l.text != "" {
				t.become(l, guess{what: EarlierAction, confidence: 0.85, sign: sign})
			}
		}
	}
}

// rowAction takes a row for an action: the words of one cell, with the owner,
// the number and when it is due of the others.
func (t *tasks) rowAction(g *taskGrid, row, task int, sign string) {
	made := false
	for _, l := range g.at(row, task) {
		if l.text == "" {
			continue
		}
		if made { // further paragraphs of the cell
			continue
		}
		made = true
		guess := guess{what: Action, confidence: 0.9, sign: sign, label: l.mark, spans: l.behind(0), due: g.cell(row, colDue)}
		guess.owners = t.cellOwners(g.cell(row, colOwner))
		if n := strings.Trim(g.cell(row, colNumber), " .()"); n != "" && strings.Trim(n, "0123456789") == "" {
			guess.number = n
		}
		if lab, ok := labelOf(l); ok && lab.what == Action && lab.owner == "" {
			guess.spans, guess.label = l.behind(lab.end), strings.TrimSpace(l.mark+" "+l.text[:lab.end])
			if guess.number == "" {
				guess.number = lab.number
			}
		}
		if notFilled(guess.due) {
			guess.due = ""
		}
		if !l.said || l.As == Action {
			t.become(l, guess)
		}
		if l.As == Action {
			t.beside(g, row, sign, colNumber, colOwner, colDue)
			if open.MatchString(g.cell(row, colState)) {
				t.beside(g, row, sign, colState)
			}
		}
	}
}

// cellOwners are those whom a cell names, as listed where they are.
func (t *tasks) cellOwners(words string) []string {
	if words == "" || notFilled(words) {
		return nil
	}
	if named := t.onlyOwner(words); named != nil {
		return named
	}
	return []string{words}
}

// beside takes the cells of a row whose words an action has.
func (t *tasks) beside(g *taskGrid, row int, sign string, kinds ...column) {
	for _, kind := range kinds {
		c, ok := g.column(kind)
		if !ok {
			continue
		}
		for _, l := range g.at(row, c) {
			if l.text != "" && !notFilled(l.text) {
				l.labels(0.9, sign)
			}
		}
	}
}

// introduce takes the heads of the columns.
func (t *tasks) introduce(row [][]*line, sign string) {
	for _, lines := range row {
		for _, l := range lines {
			if l.text != "" {
				l.labels(0.9, sign)
			}
		}
	}
}

// ownerColumn reads minutes that stand in a table, with colOwner in a column
// beside the sentences.
func (t *tasks) ownerColumn(g *taskGrid) {
	matter, _ := g.column(colMatter)
	owner, _ := g.column(colOwner)
	sign := signColumn + g.heads[owner]
	any := false
	for row := 1; row < len(g.rows); row++ {
		for _, named := range g.at(row, owner) {
			if named.text == "" || notFilled(named.text) || named.said {
				continue
			}
			who := t.onlyOwner(named.text)
			if who == nil {
				continue
			}
			if t.beneath(g, row, matter, named, who, sign) {
				any = true
			}
		}
	}
	if any || g.kinds[owner] == colOwner {
		t.introduce(g.rows[0], sign)
	}
}

// beneath finds the sentence that an owner stands beside, and takes it for the
// action.
func (t *tasks) beneath(g *taskGrid, row, matter int, named *line, who []string, sign string) bool {
	var open []*line
	for _, l := range g.at(row, matter) {
		if l.text != "" && (t.open(l) || l.said && l.As == Action) && l.As != Action {
			open = append(open, l)
		}
	}
	l, confidence := t.sentenceOf(open, named, who)
	if l == nil {
		return false
	}
	t.become(l, guess{what: Action, confidence: confidence, sign: sign, spans: l.behind(0), owners: who, due: g.dueBeside(row, named)})
	if l.As != Action {
		return false
	}
	named.labels(confidence, sign)
	if c, ok := g.column(colDue); ok {
		if due := beside(g.at(row, c), g.rows[row], named); due != nil {
			due.labels(confidence, signColumn+g.heads[c])
		}
	}
	return true
}

// sentenceOf is the one of the lines of a cell that an owner stands beside: the
// one that names the owner, or that says what is to be done.
func (t *tasks) sentenceOf(lines []*line, named *line, who []string) (*line, float64) {
	for _, l := range lines {
		if owns := t.ownersOf(l.text); owns != nil && owns[0] == who[0] {
			return l, 0.95
		}
	}
	var tasks []*line
	for _, l := range lines {
		if looksTask(l.text) {
			tasks = append(tasks, l)
		}
	}
	switch {
	case len(tasks) == 1:
		return tasks[0], 0.85
	case len(lines) == 1:
		return lines[0], 0.8
	case len(lines) > 1:
		return nearestLine(lines, named), 0.6
	}
	return nil, 0
}

// nearestLine is the line of a cell that stands at the height of another.
func nearestLine(lines []*line, at *line) *line {
	best := lines[len(lines)-1]
	for _, l := range lines {
		if l.Line <= at.Line {
			best = l
		}
	}
	return best
}

// dueBeside is when the action of an owner is due, by the cell beside it.
func (g *taskGrid) dueBeside(row int, named *line) string {
	c, ok := g.column(colDue)
	if !ok {
		return ""
	}
	if l := beside(g.at(row, c), g.rows[row], named); l != nil && !notFilled(l.text) {
		return l.text
	}
	return ""
}

// beside is the line of a cell that belongs to one of another cell of its row:
// the one of the same place among those with words.
func beside(lines []*line, row [][]*line, named *line) *line {
	at := 0
	for _, l := range row[named.Cell] {
		if l == named {
			break
		}
		if l.text != "" {
			at++
		}
	}
	for _, l := range lines {
		if l.text == "" {
			continue
		}
		if at == 0 {
			return l
		}
		at--
	}
	return nil
}
