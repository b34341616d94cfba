package returned

import (
	"slices"
	"strings"

	"minutebook/model"
)

// anew are the ways in which what a unit says now may be meant where its facts
// cannot be told apart one by one.
func anew(u unit, cells []styled, sets []set) [][]set {
	text := slices.DeleteFunc(slices.Clone(sets), func(s set) bool { return s.name != "text" })
	var ways [][]set
	if len(text) > 0 && len(text) < len(sets) {
		ways = append(ways, text) // the rest is read from the words
	}
	ways = append(ways, margins(u, cells)...)
	ways = append(ways, wholeText(u, cells)...)
	return append(ways, wholePerson(u, cells)...)
}

// margins reads owner and due where they stand in a line of their own below the
// words of an action.
func margins(u unit, cells []styled) (ways [][]set) {
	c := u.cells[0]
	at := strings.LastIndexByte(cells[0].text, '\n')
	by := map[string]part{}
	for _, p := range c.parts {
		by[p.name] = p
	}
	text, ok := by["text"]
	if len(u.cells) != 1 || !ok || at < 0 || by["owner"].name == "" && by["due"].name == "" {
		return nil
	}
	put := func(name string, is styled) []set {
		if p, ok := by[name]; ok {
			return []set{{p.field, c.slice(p.from, p.to), is}}
		}
		return nil
	}
	from, _ := image(c.text, cells[0].text, text.from)
	words := put("text", cells[0].slice(min(from, at), at))
	below := cells[0].slice(at+1, len(cells[0].text))
	owner, due, _ := strings.Cut(below.text, "; ")
	for _, way := range [][2]string{{owner, due}, {below.text, ""}, {"", below.text}} {
		ways = append(ways, slices.Concat(words, put("owner", unmarked(way[0])), put("due", unmarked(way[1]))))
	}
	return ways
}

// withdrawn withdraws an action of which the file says no more than that it is.
func (r *reader) withdrawn(u unit, cells []styled) []set {
	e, _ := r.base(u.about.id)
	c := min(1, len(cells)-1)
	if e.Kind != model.Action || len(u.cells[c].parts) == 0 {
		return nil
	}
	from, _ := image(u.cells[c].text, cells[c].text, u.cells[c].parts[0].from)
	said := cells[c].slice(from, len(cells[c].text))
	if said.text == "" || oneLine(said.text) != oneLine(r.style.Words.Withdrawn) {
		return nil
	}
	return []set{{field{"withdrawn", "", ofEntry(func(_ model.Meeting, e *model.Entry, _, _ styled) bool {
		facts(e).Withdrawn = true
		return true
	})}, u.cells[c].styled, said}}
}

// wholePerson reads a whole line or row about somebody anew, in the ways in which
// it may be meant.
func wholePerson(u unit, cells []styled) (ways [][]set) {
	if u.about.sort != aPerson {
		return nil
	}
	line, more := oneLine(cells[0].text), ""
	if u.row && len(cells) > 2 {
		more = ", " + oneLine(cells[1].text)
	}
	said := []string{line + more}
	if at := strings.LastIndex(line, " ("); at > 0 {
		first, _, _ := strings.Cut(strings.TrimSuffix(line[at+2:], ")"), "; ")
		said = append(said, line[:at]+more, line[:at]+", "+first)
	}
	for _, said := range said {
		var now model.Attendee
		personOfLine(&now, said)
		ways = append(ways, []set{{field{"post", "", ofPerson(func(a *model.Attendee, _ string) bool {
			a.Name, a.Post = now.Name, strings.TrimSuffix(strings.TrimSuffix(now.Post, a.Group), ", ")
			return a.Name != ""
		})}, unmarked(u.text()), unmarked(said)}})
	}
	return ways
}

// wholeText puts all the words of an entry behind its name into its text; none
// where they cannot be.
func wholeText(u unit, cells []styled) [][]set {
	if u.about.sort != anEntry || len(u.cells) != 1 || len(cells) != 1 {
		return nil
	}
	c := u.cells[0]
	put := field{"text", "", ofEntry(func(_ model.Meeting, e *model.Entry, _, is styled) bool {
		if len(e.Withheld) > 0 || is.text == "" || e.Kind == model.VoteTaken {
			return false
		}
		e.Text = is.markdown()
		e.Interest = nil
		return true
	})}
	from := 0
	for _, p := range c.parts {
		if p.name == "text" {
			from, _ = image(c.text, cells[0].text, p.from)
			break
		}
	}
	return [][]set{{{put, c.styled, cells[0].slice(min(from, len(cells[0].text)), len(cells[0].text))}}}
}
