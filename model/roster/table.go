package roster

import (
	"slices"
	"strings"

	"minutebook/model"
	"minutebook/model/quick"
)

// role is what a column says of a person.
type role int

const (
	unknown role = iota
	isFullName
	isGiven
	isSurname
	isHonorific
	isPostOf
	isGroupOf
	isMailOf
	isCapacity
	isFrom
	isTo
	isNumber
	isTitle // an honorific or a post: its words decide
)

// heads are what the first row calls columns, folded.
var heads = map[string]role{
	"name": isFullName, "full name": isFullName, "names": isFullName, "person": isFullName, "member": isFullName, "members": isFullName, "attendee": isFullName, "display name": isFullName, "councillor": isFullName, "trustee": isFullName,
	"first name": isGiven, "first": isGiven, "forename": isGiven, "forenames": isGiven, "given name": isGiven, "christian name": isGiven, "firstname": isGiven,
	"surname": isSurname, "last name": isSurname, "last": isSurname, "family name": isSurname, "lastname": isSurname,
	"title": isTitle, "honorific": isHonorific, "rank": isHonorific, "prefix": isHonorific, "salutation": isHonorific,
	"post": isPostOf, "role": isPostOf, "job title": isPostOf, "position": isPostOf, "office": isPostOf, "job": isPostOf, "designation": isPostOf, "role on board": isPostOf, "post held": isPostOf,
	"organisation": isGroupOf, "organization": isGroupOf, "org": isGroupOf, "company": isGroupOf, "group": isGroupOf, "representing": isGroupOf, "department": isGroupOf, "employer": isGroupOf, "authority": isGroupOf, "body": isGroupOf, "institution": isGroupOf, "agency": isGroupOf, "nominated by": isGroupOf,
	"email": isMailOf, "e mail": isMailOf, "mail": isMailOf, "email address": isMailOf, "e mail address": isMailOf, "emails": isMailOf, "contact": isMailOf,
	"capacity": isCapacity, "status": isCapacity, "type": isCapacity, "attendance": isCapacity, "membership": isCapacity,
	"from": isFrom, "start": isFrom, "start date": isFrom, "since": isFrom, "appointed": isFrom, "term begins": isFrom, "joined": isFrom, "date appointed": isFrom,
	"to": isTo, "until": isTo, "end": isTo, "end date": isTo, "term ends": isTo, "expires": isTo, "left": isTo, "term expires": isTo,
	"no": isNumber, "number": isNumber, "id": isNumber, "ref": isNumber,
}

// tableOf is a text as rows of cells, where it is a table.
func tableOf(text string) ([][]string, bool) {
	rows := cells(text, '\t')
	with, tabs := 0, 0
	for _, row := range rows {
		if len(filled(row)) > 1 {
			with++
		}
		if len(row) > 1 {
			tabs++
		}
	}
	if with*3 >= len(rows) && with > 0 || with > 0 && tabs*2 >= len(rows) {
		return rows, true
	}
	head, _, _ := strings.Cut(strings.TrimLeft(text, "\n "), "\n")
	for _, between := range []rune{',', ';'} {
		if row := split(head, between); len(row) > 1 && len(headRoles(row)) == len(row) && slices.ContainsFunc(headRoles(row), naming) {
			return cells(text, between), true
		}
	}
	return nil, false
}

func naming(r role) bool { return r == isFullName || r == isSurname }

// headRoles are the roles that the cells of a first row name, those without one
// left out.
func headRoles(row []string) []role {
	var all []role
	for _, cell := range row {
		if r := heads[fold(cell)]; r != unknown {
			all = append(all, r)
		}
	}
	return all
}

// cells are the rows of a table; empty ones are left out. A cell in quotation
// marks may have line ends in it, as a spreadsheet writes it.
func cells(text string, between rune) [][]string {
	var rows [][]string
	for _, line := range whole(text, between) {
		if row := split(line, between); len(filled(row)) > 0 {
			rows = append(rows, row)
		}
	}
	return rows
}

// whole are the lines of a text, with those that a quoted cell has in it joined.
func whole(text string, between rune) []string {
	var out []string
	lines := strings.Split(text, "\n")
	for i := 0; i < len(lines); i++ {
		line := lines[i]
		for n := 1; opens(line, between) && n <= mostInCell && i+n < len(lines); n++ {
			joined := line + "\n" + strings.Join(lines[i+1:i+n+1], "\n")
			if !opens(joined, between) {
				line, i = joined, i+n
				break
			}
		}
		out = append(out, line)
	}
	return out
}

// mostInCell is how many more lines a cell may have.
const mostInCell = 6

// opens says whether the last cell of a line begins with a quotation mark that
// nothing closes.
func opens(line string, between rune) bool {
	_, open := splitQuoted(line, between)
	return open
}

func split(line string, between rune) []string {
	row, open := splitQuoted(line, between)
	if open {
		row = strings.Split(line, string(between))
	}
	for i, cell := range row {
		row[i] = strings.TrimSpace(cell)
	}
	return row
}

// splitQuoted cuts a line into cells; open says that a quoted one was not
// closed.
func splitQuoted(line string, between rune) (row []string, open bool) {
	var cell strings.Builder
	quoted, begun := false, false
	runes := []rune(line)
	for i := 0; i < len(runes); i++ {
		r := runes[i]
		switch {
		case quoted && r == '"' && i+1 < len(runes) && runes[i+1] == '"':
			cell.WriteRune(r)
			i++
		case quoted && r == '"' && (i+1 == len(runes) || runes[i+1] == between):
			quoted = false
		case !quoted && r == between:
			row, begun = append(row, cell.String()), false
			cell.Reset()
			continue
		case !begun && r == '"':
			quoted = true
		default:
			cell.WriteRune(r)
		}
		begun = true
	}
	return append(row, cell.String()), quoted
}

func filled(row []string) []string {
	return slices.DeleteFunc(slices.Clone(row), func(cell string) bool { return strings.TrimSpace(cell) == "" })
}

// readTable reads rows of cells. The first may name the columns; what they are
// otherwise is seen from what stands in them.
func readTable(rows [][]string) (lines []Line, named bool) {
	roles, named := rolesNamed(rows[0])
	if named {
		rows = rows[1:]
	} else {
		roles = rolesSeen(rows)
	}
	for i, r := range roles {
		if r == isTitle {
			roles[i] = titleRole(rows, i, roles)
		}
	}
	t := &tableReader{roles: roles, named: named}
	for _, row := range rows {
		t.read(row)
	}
	t.unheaded()
	return t.lines, named
}

// rolesNamed are the roles of columns that a first row names, if it does.
func rolesNamed(row []string) ([]role, bool) {
	known := headRoles(row)
	if len(known) == 0 || len(known) == 1 && len(filled(row)) > 1 && !naming(known[0]) || !slices.ContainsFunc(known, func(r role) bool { return naming(r) || r == isMailOf }) {
		return nil, false
	}
	roles := make([]role, len(row))
	for i, cell := range row {
		roles[i] = heads[fold(cell)]
	}
	return roles, true
}

// titleRole is what a column called "Title" has in it: honorifics, or posts.
func titleRole(rows [][]string, at int, roles []role) role {
	honours, all := 0, 0
	for _, row := range rows {
		if at < len(row) && row[at] != "" {
			all++
			if allIn(row[at], honorifics) {
				honours++
			}
		}
	}
	if honours*2 > all || slices.Contains(roles, isPostOf) && all == 0 {
		return isHonorific
	}
	return isPostOf
}

func allIn(words string, in map[string]bool) bool {
	all := strings.Fields(fold(words))
	return len(all) > 0 && !slices.ContainsFunc(all, func(w string) bool { return !in[w] })
}

// rolesSeen are the roles of columns that nobody named.
func rolesSeen(rows [][]string) []role {
	width := 0
	for _, row := range rows {
		width = max(width, len(row))
	}
	roles := make([]role, width)
	var words []int // columns of words, from the left
	for i := range roles {
		if roles[i] = plainRole(rows, i); roles[i] == unknown {
			words = append(words, i)
		}
	}
	if len(words) == 0 {
		return roles
	}
	name := max(slices.IndexFunc(words, func(i int) bool { return most(rows, i, isName) }), 0)
	full := words[name]
	roles[full] = isFullName
	words = slices.Delete(words, name, name+1)
	if slices.Contains(roles, isHonorific) && len(words) > 0 && most(rows, words[0], oneWord) && most(rows, full, oneWord) {
		roles[full], roles[words[0]] = isGiven, isSurname
		words = words[1:]
	}
	for _, i := range words {
		isOrg := most(rows, i, func(c string) bool { return isGroup(c) && !isPost(c) })
		switch {
		case !isOrg && !slices.Contains(roles, isPostOf):
			roles[i] = isPostOf
		case !slices.Contains(roles, isGroupOf):
			roles[i] = isGroupOf
		}
	}
	return roles
}

// plainRole is the role of a column that its cells leave no doubt of.
func plainRole(rows [][]string, at int) role {
	switch {
	case most(rows, at, func(c string) bool { return address.MatchString(c) && oneWord(c) }):
		return isMailOf
	case most(rows, at, func(c string) bool { return strings.Trim(c, "0123456789.()") == "" }):
		return isNumber
	case most(rows, at, func(c string) bool { return allIn(c, honorifics) }):
		return isHonorific
	}
	return unknown
}

func oneWord(cell string) bool { return len(strings.Fields(cell)) == 1 }

// most says whether more than half of what stands in a column is such.
func most(rows [][]string, at int, is func(string) bool) bool {
	yes, all := 0, 0
	for _, row := range rows {
		if at < len(row) && row[at] != "" {
			all++
			if is(row[at]) {
				yes++
			}
		}
	}
	return yes*2 > all
}

// tableReader goes through the rows of a table.
type tableReader struct {
	roles    []role
	named    bool
	group    string
	capacity model.Capacity
	said     bool
	waits    bool // nobody stands under the group yet
	lines    []Line
}

// unheaded takes a heading that nobody stands under for a person after all.
func (t *tableReader) unheaded() {
	if t.waits {
		t.lines, t.waits = append(t.lines, bare(t.group)), false
	}
}

func (t *tableReader) read(row []string) {
	if only := filled(row); len(only) == 1 && t.heads(row, only[0]) {
		return
	}
	at := func(want role) string {
		for i, cell := range row {
			if t.roleOf(i) == want && cell != "" {
				return cell
			}
		}
		return ""
	}
	name := strings.Join(filled([]string{at(isHonorific), at(isGiven), at(isSurname)}), " ")
	if full := at(isFullName); full != "" {
		name = tidyLines(strings.TrimSpace(at(isHonorific) + " " + full))
		if honoured(full) {
			name = tidyLines(full)
		}
	}
	for _, one := range strings.Split(name, "\n") {
		t.person(one, tidy(filled(row)[0]), at, len(strings.Split(name, "\n")) > 1)
	}
}

// person adds the person that a row is about, or one of several in its cell;
// other is what stands in the row where no name does.
func (t *tableReader) person(name, other string, at func(role) string, several bool) {
	l := person(name)
	if !several && l.Post != "" && turned(l.Name, l.Post) {
		l.Name, l.Post = l.Post+" "+l.Name, ""
	}
	if mail := at(isMailOf); mail != "" {
		if found := address.FindString(mail); found != "" {
			l.Mail = mailOf(found)
		} else {
			l.unsure(BadMail, tidy(mail))
		}
	}
	if l.Name == "" && l.Mail != "" {
		l = Line{Name: nameIn(l.Mail), Mail: l.Mail, Unsure: append(l.Unsure, Guess{Why: FromMail})}
	}
	if l.Name == "" {
		l.Name = first(tidy(at(isPostOf)), tidy(at(isGroupOf)), tidy(at(unknown)), other)
		l.unsure(NoName, "")
	}
	acting := l.Acting
	if post := tidy(at(isPostOf)); post != "" && post != l.Name {
		l.setPost(post)
		l.Acting = l.Acting || acting
	}
	l.Group = first(tidy(at(isGroupOf)), l.Group, t.group)
	l.group()
	t.capacityOf(&l, at(isCapacity))
	l.From, l.To = day(&l, at(isFrom)), day(&l, at(isTo))
	if l.Name != "" {
		t.waits = false
		t.lines = append(t.lines, l)
	}
}

func (t *tableReader) capacityOf(l *Line, said string) {
	if c, ok := capacityWords[fold(said)]; ok {
		l.setCapacity(c)
	} else if t.said {
		l.setCapacity(t.capacity)
	}
}

// day reads a date of the table; words that name none are told of.
func day(l *Line, words string) model.Date {
	words = tidy(words)
	if words == "" || words == "-" {
		return ""
	}
	d, ok := quick.ParseDate(words, "2000-01-01")
	if !ok {
		l.unsure(BadDate, words)
	}
	return d
}

// heads says whether a row with one cell is a heading over the next.
func (t *tableReader) heads(row []string, only string) bool {
	plain := strings.Trim(tidy(only), " :")
	if c, ok := capacityWords[fold(plain)]; ok {
		t.unheaded()
		t.capacity, t.said, t.group = c, true, ""
		return true
	}
	if t.roleOf(slices.Index(row, only)) == isMailOf || len(t.roles) < 2 || isName(plain) || honoured(plain) || strings.Contains(plain, ",") || isPost(plain) {
		return false
	}
	if isGroup(plain) || strings.HasSuffix(tidy(only), ":") || upper(plain) {
		t.unheaded()
		t.group, t.waits = plain, plain != ""
		return true
	}
	return false
}

func (t *tableReader) roleOf(i int) role {
	if i < 0 || i >= len(t.roles) {
		return unknown
	}
	return t.roles[i]
}

// tidyLines is words with single spaces, their line ends kept.
func tidyLines(words string) string {
	var lines []string
	for _, line := range strings.Split(words, "\n") {
		if line = tidy(line); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}
