package roster

import (
	"strings"
	"unicode"

	"minutebook/model"
)

// readLines reads lines such as "Name, Post", under headings for groups and
// capacities. A blank line ends a group only where a heading follows it.
func readLines(text string) []Line {
	r := &lineReader{all: strings.Split(text, "\n")}
	for r.at = range r.all {
		if line := unbulleted(r.all[r.at]); line != "" {
			r.read(line)
		}
	}
	r.unheaded()
	return r.lines
}

// lineReader goes through lines from the first to the last.
type lineReader struct {
	all      []string
	at       int
	group    string
	capacity model.Capacity
	said     bool // a heading said the capacity
	away     bool // a heading said that they did not come
	waits    bool // nobody stands under the group yet
	lines    []Line
}

func (r *lineReader) read(line string) {
	if head, rest, ok := strings.Cut(line, ":"); ok && !strings.Contains(head, ",") && !strings.Contains(head, "@") {
		r.headed(tidy(head), tidy(rest))
		return
	}
	if r.isHeading(line) {
		r.heading(line)
		return
	}
	r.people(line)
}

// headed reads a line with a colon in it: a heading, with or without people
// behind it, or a post and who has it.
func (r *lineReader) headed(head, rest string) {
	switch {
	case rest == "":
		r.heading(head)
	case isOne(head, capacityWords) || away[fold(head)] || !isPost(head):
		if !isOne(head, capacityWords) && !away[fold(head)] && isName(head) && !isName(firstPart(rest)) {
			r.people(head + ", " + rest)
			return
		}
		group, capacity, said, gone := r.group, r.capacity, r.said, r.away
		r.heading(head)
		r.people(rest)
		if isOne(head, capacityWords) || away[fold(head)] {
			return // it stands for the lines below, too
		}
		if !isGroup(head) {
			r.unheaded()
			r.group, r.capacity, r.said, r.away = group, capacity, said, gone
		}
	default:
		for _, part := range names(rest) {
			l := person(part)
			l.setPost(first(join(head, l.Post), head))
			r.add(l)
		}
	}
}

func firstPart(words string) string {
	part, _, _ := strings.Cut(words, ",")
	part, _ = cutBrackets(part)
	return part
}

func join(a, b string) string {
	if b == "" || sameWords(a, b) {
		return a
	}
	return a + ", " + b
}

func isOne(words string, of map[string]model.Capacity) bool {
	_, ok := of[fold(words)]
	return ok
}

// heading sets what the lines below it are under.
func (r *lineReader) heading(words string) {
	r.unheaded()
	words = strings.Trim(words, " :*#_")
	if away[fold(words)] {
		r.away = true
		return
	}
	r.away = false
	if c, ok := capacityWords[fold(words)]; ok {
		r.capacity, r.said, r.group = c, true, ""
		return
	}
	r.group, r.waits = words, words != ""
}

// unheaded takes a heading that nobody stands under for a line after all.
func (r *lineReader) unheaded() {
	if r.waits {
		r.lines, r.waits = append(r.lines, bare(r.group)), false
	}
}

// isHeading says whether a line by itself is a heading: it names a capacity or
// an organisation, or it is no name and people follow it.
func (r *lineReader) isHeading(line string) bool {
	plain := strings.Trim(line, " :*#_")
	switch {
	case isOne(plain, capacityWords) || away[fold(plain)]:
		return true
	case strings.ContainsAny(line, ",@") || honoured(plain) || dash.MatchString(line):
		return false
	case r.listed() || !r.followed():
		return false
	case isGroup(plain):
		return true
	case isName(plain):
		return upper(plain) && !r.nextUpper()
	}
	return !isPost(plain) && len([]rune(plain)) > 1
}

// listed says whether the line has the mark of a list before it.
func (r *lineReader) listed() bool {
	raw := tidy(r.all[r.at])
	return unbulleted(raw) != raw
}

// followed says whether the next line is about somebody: there is one, with no
// blank line between, or it is marked as one of a list.
func (r *lineReader) followed() bool {
	for n := r.at + 1; n < len(r.all); n++ {
		if tidy(r.all[n]) != "" {
			return true
		}
	}
	return false
}

func (r *lineReader) nextUpper() bool {
	for n := r.at + 1; n < len(r.all); n++ {
		if line := unbulleted(r.all[n]); line != "" {
			return upper(line)
		}
	}
	return false
}

// upper says whether all letters are capitals.
func upper(words string) bool { return !strings.ContainsFunc(words, unicode.IsLower) }

// people reads a line about one person, or about several with commas between
// their names.
func (r *lineReader) people(line string) {
	for _, part := range names(line) {
		r.add(person(part))
	}
}

// names are the parts of a line that are about one person each. Commas divide
// people only where every part looks like a name.
func names(line string) []string {
	if strings.Contains(line, ";") {
		var all []string
		for _, part := range strings.Split(line, ";") {
			if part = tidy(strings.TrimPrefix(tidy(part), "and ")); part != "" {
				all = append(all, names(part)...)
			}
		}
		return all
	}
	parts := commas(strings.NewReplacer(" and ", ",", " & ", ",").Replace(line))
	if len(parts) < 2 || !strings.Contains(line, " and ") && !strings.Contains(line, " & ") && len(parts) < 3 && !honoured(parts[1]) {
		return []string{line}
	}
	for _, part := range parts {
		if rest, _ := cutBrackets(part); !isName(rest) {
			return []string{line}
		}
	}
	return parts
}

// commas are the parts between commas that stand in no brackets.
func commas(line string) []string {
	var parts []string
	depth, from := 0, 0
	for i, c := range line {
		switch {
		case c == '(':
			depth++
		case c == ')':
			depth--
		case c == ',' && depth <= 0:
			parts = append(parts, tidy(line[from:i]))
			from = i + 1
		}
	}
	parts = append(parts, tidy(line[from:]))
	out := parts[:0]
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return out
}

func (r *lineReader) add(l Line) {
	if l.Name == "" {
		return
	}
	r.waits = false
	l.Group = first(l.Group, r.group)
	l.group()
	if r.said {
		l.setCapacity(r.capacity)
	}
	if r.away {
		l.unsure(WasAway, "")
	}
	if !isName(l.Name) && !honoured(l.Name) && l.Mail == "" {
		l.unsure(NoPerson, "")
	}
	r.lines = append(r.lines, l)
}
