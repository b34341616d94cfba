package recognise

import (
	"strconv"
	"strings"
)

// nearest finds the house style that comes nearest to how the file looks, by
// the signs of each.
func (r *reader) nearest() {
	s := signs{}
	for _, l := range r.lines {
		s.see(l)
	}
	r.found.Style, r.found.StyleWhy = s.style()
}

// signs count what tells a house style.
type signs struct {
	references, dotted, undotted, paragraphs int
	resolved, councillors, moved, rolls      int
	log, contents, note                      int
}

func (s *signs) see(l *line) {
	low := strings.ToLower(l.text)
	s.numbers(l)
	if strings.HasPrefix(low, "note of ") {
		s.note++
	}
	if strings.Contains(l.text, "RESOLVED") {
		s.resolved++
	}
	if hasAny(low, "cllr", "councillor", "parish council", "town council") {
		s.councillors++
	}
	s.votes(low)
	if (l.head || strings.HasPrefix(low, "action log")) && strings.Contains(low, "action") {
		s.log++
	}
	if l.As == Dropped && (l.Why == "contents" || strings.HasPrefix(l.Why, "link")) || low == "key information" {
		s.contents++
	}
}

// votes counts motions and votes by name.
func (s *signs) votes(low string) {
	if hasAny(low, "moved by", "motion", "roll call") {
		s.moved++
	}
	if name, _, ok := strings.Cut(low, ":"); ok && sides[name] {
		s.rolls++
	}
}

// sides stand before the names of those who voted.
var sides = set("aye ayes nay nays noes")

// numbers counts how the line is numbered.
func (s *signs) numbers(l *line) {
	switch {
	case l.num.year != "":
		s.references++
	case len(l.num.path) == 2 && strings.HasSuffix(l.mark, "."):
		s.dotted++
	case len(l.num.path) == 2:
		s.undotted++
	case len(l.text) > 100 && !l.num.bullet() && l.As != Dropped:
		s.paragraphs++
	}
}

// style is the name of the style that has the most signs, and what says so.
func (s signs) style() (name, why string) {
	numbered := s.dotted + s.undotted
	if numbered < 3 && s.note == 0 || numbered < s.paragraphs {
		s.dotted, s.undotted = 0, 0
	}
	best := 0
	for _, c := range []struct {
		name, why string
		n         int
	}{
		{"publication", plural(s.contents, "list of contents"), 2*min(s.contents, 4) + 1},
		{"note", plural(s.dotted, "paragraphs with numbers"), 2*min(s.dotted, 6) + 6*min(s.note, 1)},
		{"board", plural(s.undotted, "paragraphs with numbers") + " " + plural(s.log, "log of actions"), 2*min(s.undotted, 6) + 6*min(s.log, 2)},
		{"council", plural(s.references, "references by year") + " " + plural(s.resolved, "RESOLVED") + " " + plural(s.councillors, "councillors"), 3*min(s.references, 4) + 3*min(s.resolved, 4) + min(s.councillors, 6)},
		{"motions", plural(s.moved, "motions") + " " + plural(s.rolls, "votes by name"), min(s.moved, 6) + 3*min(s.rolls, 3)},
	} {
		if c.n > best {
			best, name, why = c.n, c.name, strings.ReplaceAll(strings.TrimSpace(c.why), ") ", "), ")
		}
	}
	if why == "" {
		why = "nothing that tells another"
	}
	return name, why
}

// plural is a sign with how often it was seen; "" where it was not.
func plural(n int, what string) string {
	if n == 0 {
		return ""
	}
	return what + " (" + strconv.Itoa(n) + ")"
}
