package returned

import (
	"slices"
	"strings"

	"minutebook/model/diff"
	"minutebook/model/minutes"
)

// splitNames splits each paragraph in which names follow one another into those
// names.
func (r *reader) splitNames() {
	people := map[string]bool{}
	var line []string
	for _, u := range r.units {
		if u.about.sort == aPerson && !u.row {
			people[u.anchors[0]] = true
			line = append(line, u.text())
		}
	}
	if r.style.Attendance.Manner != minutes.MannerRunning || len(people) == 0 {
		return
	}
	bears := func(b block) []string {
		return slices.DeleteFunc(slices.Clone(b.anchors), func(a string) bool { return !people[a] })
	}
	looks := map[string]bool{}
	for _, b := range r.blocks {
		if len(bears(b)) > 0 || !b.row && anyOf(line, namesIn(b.cells, line)) {
			looks[b.style] = true
		}
	}
	var out []block
	for _, b := range r.blocks {
		if looks[b.style] && !b.row {
			out = append(out, r.named(b, bears(b), namesIn(b.cells, line))...)
		} else {
			out = append(out, b)
		}
	}
	r.blocks = out
}

func anyOf(list []string, names []styled) bool {
	return slices.ContainsFunc(names, func(n styled) bool { return slices.Contains(list, oneLine(n.text)) })
}

// named are the names of a paragraph as blocks, each with its bookmark where
// that can be told.
func (r *reader) named(b block, here []string, names []styled) []block {
	out := make([]block, len(names))
	for i, n := range names {
		out[i] = b
		out[i].anchors, out[i].cells = nil, []styled{n}
	}
	said := map[string]string{}
	for _, u := range r.units {
		if u.about.sort == aPerson {
			said[u.anchors[0]] = u.text()
		}
	}
	taken := map[int]bool{}
	give := func(a string, i int) { out[i].anchors, taken[i] = []string{a}, true }
	left := slices.DeleteFunc(slices.Clone(here), func(a string) bool {
		i := slices.IndexFunc(names, func(n styled) bool { return oneLine(n.text) == said[a] })
		if i < 0 || taken[i] {
			return false
		}
		give(a, i)
		return true
	})
	for _, a := range left {
		best, most := -1, 0.3
		for i, n := range names {
			if l := diff.Likeness(said[a], n.text); !taken[i] && l > most {
				best, most = i, l
			}
		}
		if best >= 0 {
			give(a, best)
		}
	}
	return out
}

// namesIn are the names that follow one another in a paragraph; known are some
// that may be among them.
func namesIn(cells []styled, known []string) []styled {
	if len(cells) != 1 {
		return nil
	}
	text := cells[0].text
	var out []styled
	for from := 0; from < len(text); {
		to := nameEnd(text, from, known)
		out = append(out, cells[0].slice(from, to))
		for from = to; from < len(text) && strings.IndexByte(", .\n", text[from]) >= 0; {
			from++
		}
	}
	return slices.DeleteFunc(out, func(s styled) bool { return s.text == "" })
}

// nameEnd is where the name ends that begins there: with a known one, or else
// before the next comma that stands in no brackets, or the full stop at the end.
func nameEnd(text string, from int, known []string) int {
	longest := 0
	for _, name := range known {
		rest, ok := strings.CutPrefix(text[from:], name)
		if ok && len(name) > longest && (rest == "" || rest == "." || rest[0] == ',') {
			longest = len(name)
		}
	}
	if longest > 0 {
		return from + longest
	}
	depth := 0
	for i := from; i < len(text); i++ {
		switch text[i] {
		case '(':
			depth++
		case ')':
			depth--
		case ',':
			if depth <= 0 {
				return i
			}
		}
	}
	return len(strings.TrimSuffix(text, "."))
}
