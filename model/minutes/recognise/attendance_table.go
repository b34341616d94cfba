package recognise

import (
	"slices"
	"strings"

	"minutebook/model"
	"minutebook/model/find"
)

// table reads the table that begins at the line it is at: how many lines that
// is, and whether it is one of attendance.
func (a *rollCall) table() (lines int, ok bool) {
	g := a.r.gridAt(a.at)
	if columns, ok := g.people(a.open != nil); ok {
		a.listed(g, columns)
		return g.lines, true
	}
	if !a.labelsIn(g) {
		return g.lines, false
	}
	a.begun, a.open = true, nil
	a.boxes(g)
	return g.lines, true
}

// columnOf is what a column of a table of people is about.
type columnOf int

const (
	notKnown columnOf = iota
	ofName
	ofPost
	ofInitials
	ofMark
)

// columnHeads are what columns are headed.
var columnHeads = map[string]columnOf{
	"name": ofName, "names": ofName, "attendee": ofName, "attendees": ofName, "full name": ofName, "who": ofName, "person": ofName, "delegate": ofName, "councillor": ofName, "member": ofName,
	"post": ofPost, "role": ofPost, "title": ofPost, "job title": ofPost, "position": ofPost, "organisation": ofPost, "organization": ofPost, "representing": ofPost,
	"company": ofPost, "affiliation": ofPost, "department": ofPost, "office": ofPost, "capacity": ofPost, "designation": ofPost, "ward": ofPost,
	"initials": ofInitials, "initial": ofInitials, "abbreviation": ofInitials,
	"present": ofMark, "attendance": ofMark, "status": ofMark, "attended": ofMark, "apologies": ofMark, "present absent": ofMark, "here": ofMark,
}

// people reads the head of a table of people: a column of names and others that
// are known. Below a label a table needs no head, only names in its first
// column.
func (g grid) people(open bool) ([]columnOf, bool) {
	if len(g.rows) == 0 {
		return nil, false
	}
	columns := make([]columnOf, len(g.rows[0]))
	known := 0
	for i := range columns {
		columns[i] = columnHeads[strings.Join(find.Tokens(g.words(0, i)), " ")]
		if columns[i] != notKnown {
			known++
		}
	}
	if slices.Contains(columns, ofName) && known > 1 && len(g.rows) > 1 {
		return columns, g.namesIn(slices.Index(columns, ofName), 1)
	}
	if !open || !g.namesIn(0, 0) {
		return nil, false
	}
	clear(columns)
	columns[0] = ofName
	for i := 1; i < len(columns); i++ {
		columns[i] = ofPost
	}
	return columns, true
}

// namesIn says whether most cells of a column, from a row on, name one person.
func (g grid) namesIn(column, from int) bool {
	names, others := 0, 0
	for row := from; row < len(g.rows); row++ {
		words := g.words(row, column)
		if words == "" {
			continue
		}
		if _, sure := peopleIn(words, section{mark: model.Present}, manner{each: true}); sure > singleName {
			names++
		} else {
			others++
		}
	}
	return names > 0 && names > 2*others
}

// listed reads a table with a person in each row.
func (a *rollCall) listed(g grid, columns []columnOf) {
	a.begun = true
	s := section{mark: model.Present}
	if a.open != nil {
		s = *a.open
	}
	a.open = nil
	name := slices.Index(columns, ofName)
	for row := range g.rows {
		words := g.words(row, name)
		if row == 0 && g.headed() {
			g.introduce(row)
			continue
		}
		people, sure := peopleIn(words, s, manner{each: true})
		if sure == 0 {
			s = a.heads(g, row, name, s)
			continue
		}
		a.columns(g, row, columns, s, people)
		a.add(g.rows[row][name][0], s, people, sure)
		g.introduce(row, people...)
	}
}

// heads reads a row that names nobody: a label or a group of those below.
func (a *rollCall) heads(g grid, row, name int, s section) section {
	words := g.words(row, name)
	if head, rest, ok := labelled(words); ok && rest == "" && head.mark != "" {
		g.introduce(row)
		return head
	}
	if words != "" {
		s.group = strings.Trim(tidy(words), " :")
		g.introduce(row)
		for _, l := range g.rows[row][name] {
			l.Why, l.Label = "group", ""
		}
	}
	return s
}

// headed says whether the first row heads the columns.
func (g grid) headed() bool {
	for i := range g.rows[0] {
		if columnHeads[strings.Join(find.Tokens(g.words(0, i)), " ")] == ofName {
			return true
		}
	}
	return false
}

// columns gives the first of a row's people what the other columns say.
func (a *rollCall) columns(g grid, row int, columns []columnOf, s section, people []about) {
	p := &people[0]
	for i, c := range columns {
		words := tidy(g.words(row, i))
		if words == "" || i >= len(g.rows[row]) || c == ofName {
			continue
		}
		switch {
		case c == ofMark:
			markOf(p, words)
			if g.words(0, i) != "" && strings.EqualFold(tidy(g.words(0, i)), "apologies") && ticked(words) {
				p.Mark = model.Apologies
			}
		case c == ofInitials || areInitials(words, strings.Fields(p.Name)):
			p.initials = words
		default:
			p.setPost(words, s)
		}
	}
}

func ticked(words string) bool {
	return wordIn("x ✓ ✔ y yes * √ ☑ ☒", strings.ToLower(words))
}

// markOf reads the mark of a column of attendance.
func markOf(p *about, words string) {
	if s, ok := sectionOf(words); ok && s.mark != "" {
		p.Mark, p.Capacity, p.Remote = s.mark, s.capacity, p.Remote || s.remote
		return
	}
	switch strings.ToLower(words) {
	case "a", "ap", "apol", "apols":
		p.Mark = model.Apologies
	case "n", "no", "abs", "-", "✗", "✘":
		p.Mark = model.Absent
	default:
		if !ticked(words) && !strings.EqualFold(words, "p") {
			p.note(words, section{mark: p.Mark}, nil)
		}
	}
}

// introduce takes the lines of a row that nothing else took for what the
// structure says, of those people.
func (g grid) introduce(row int, people ...about) {
	var posts []string
	for _, p := range people {
		posts = append(posts, p.Post, p.Reason, p.DeputyFor)
	}
	for _, cell := range g.rows[row] {
		for _, l := range cell {
			if !l.taken() && l.text != "" {
				l.take(Introduced, 0.9, "table of attendance")
				l.Label = unsaid(l.Source, posts...)
			}
		}
	}
}

// labelsIn says whether the cells of a table are labels of attendance with
// people beside or below: within the first rows, and not behind numbers.
func (a *rollCall) labelsIn(g grid) bool {
	for row := range min(len(g.rows), 6) {
		for column := range g.rows[row] {
			s, rest, ok := labelled(g.words(row, column))
			if !ok || s.kind != strong && s.kind != weak || column > 0 && strings.Trim(g.words(row, column-1), "0123456789. ") == "" && g.words(row, column-1) != "" {
				continue
			}
			beside := g.words(row, column+1)
			below := g.words(row+1, column)
			for _, words := range []string{rest, beside, below} {
				if words != "" && a.readsAll(words, s) {
					return true
				}
			}
		}
	}
	return false
}

// readsAll says whether every line of words names people.
func (a *rollCall) readsAll(words string, s section) bool {
	for line := range strings.Lines(words) {
		if strings.TrimSpace(line) != "" && !a.reads(line, s) {
			return false
		}
	}
	return true
}

// boxes reads a table with labels in some cells and people beside or below
// them.
func (a *rollCall) boxes(g grid) {
	columns := map[int]section{}
	for row := range g.rows {
		skip := -1
		for column := range g.rows[row] {
			words := g.words(row, column)
			if column == skip || words == "" {
				continue
			}
			if s, rest, ok := labelled(words); ok {
				delete(columns, column)
				if beside := g.words(row, column+1); rest == "" && beside != "" && !isLabel(beside) {
					if a.cell(g.rows[row][column+1], nil, s) {
						introduceAll(g.rows[row][column], s)
					}
					skip = column + 1
				} else if rest == "" {
					columns[column] = s
					introduceAll(g.rows[row][column], s)
				} else {
					a.labelledCell(g.rows[row][column], s)
				}
				continue
			}
			s, open := columns[column]
			if !open {
				continue
			}
			var posts []*line
			if _, other := columns[column+1]; !other && column+1 < len(g.rows[row]) && !isLabel(g.words(row, column+1)) {
				posts, skip = g.rows[row][column+1], column+1
			}
			a.cell(g.rows[row][column], posts, s)
		}
	}
}

func isLabel(words string) bool {
	_, _, ok := labelled(words)
	return ok
}

func introduceAll(cell []*line, s section) {
	for _, l := range cell {
		if !l.taken() && l.text != "" {
			l.take(Introduced, 0.9, "label "+s.label)
			l.Label = l.Source
		}
	}
}

// labelledCell reads a cell with a label and people behind it.
func (a *rollCall) labelledCell(cell []*line, s section) {
	for _, l := range cell {
		if head, rest, ok := labelled(l.raw()); ok {
			s = head
			a.headed(l, head, rest)
			a.open = nil
			continue
		}
		if l.text != "" && a.namesPeople(l, s) {
			a.rows = append(a.rows, row{l: l, words: l.raw(), s: s})
		}
	}
}

// cell reads the people of a cell, with their posts in the cell beside it; false
// where it names none.
func (a *rollCall) cell(cell, posts []*line, s section) bool {
	if s.kind == public {
		return a.publicCell(cell, s)
	}
	if s.kind == distribution {
		return false
	}
	type named struct {
		l      *line
		people []about
		sure   float64
	}
	var all []named
	n := 0
	for _, l := range cell {
		if l.text == "" {
			continue
		}
		if nobodyNote.MatchString(l.text) {
			l.take(Introduced, 0.95, "nobody")
			l.Label = l.Source
			return true
		}
		people, sure := peopleIn(l.raw(), s, manner{})
		if sure == 0 {
			return false
		}
		all = append(all, named{l, people, sure})
		n += len(people)
	}
	held := postsOf(posts)
	if len(held) == n {
		i := 0
		for _, one := range all {
			for p := range one.people {
				one.people[p].setPost(held[i], s)
				i++
			}
		}
		for _, l := range posts {
			if l.text != "" {
				l.take(Introduced, 0.9, "posts of the people beside")
			}
		}
	}
	for _, one := range all {
		a.add(one.l, s, one.people, one.sure)
	}
	return n > 0
}

// postsOf are the posts in the lines of a cell, one a line, or the same one
// several times.
func postsOf(lines []*line) []string {
	var posts []string
	for _, l := range lines {
		words := tidy(stuckPost(l.raw()))
		if words == "" {
			continue
		}
		fields := strings.Fields(words)
		if same := !slices.ContainsFunc(fields, func(w string) bool { return w != fields[0] }); same && len(fields) > 1 {
			posts = append(posts, fields...)
			continue
		}
		posts = append(posts, words)
	}
	return posts
}

// publicCell reads how many watched, and who of them is named.
func (a *rollCall) publicCell(cell []*line, s section) bool {
	var words []string
	for _, l := range cell {
		words = append(words, l.raw())
	}
	all := tidy(stuckPost(strings.Join(words, " ")))
	n, ok := countAt(all)
	if !ok || len(cell) == 0 {
		return false
	}
	a.r.found.Meeting.Public = &n
	s = section{mark: model.Present, capacity: model.Observing, label: s.label}
	people, sure := []about(nil), 0.0
	if _, also, found := strings.Cut(all, "also "); found {
		people, sure = peopleIn(also, s, manner{})
	}
	if sure > 0 {
		for i := range people {
			people[i].sure = guessed
		}
		a.add(cell[0], s, people, guessed)
		for _, l := range cell[1:] {
			l.take(Introduced, 0.7, "people of the line above")
		}
		return true
	}
	if len(strings.Fields(all)) > 4 {
		return false
	}
	for _, l := range cell {
		l.take(Facts, 0.9, "public")
		l.Label = l.Source
	}
	return true
}
