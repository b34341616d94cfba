package returned

import (
	"slices"
	"strings"

	"minutebook/model"
)

// field is a fact of the meeting that stands among printed words.
type field struct {
	// name is which, in words.
	name string
	// words are how it is printed.
	words string
	// put gives it other words: those that it had and those that it is to have,
	// in a meeting in which it stands. It says false where they mean nothing.
	put func(m *model.Meeting, about subject, was, is styled) bool
}

// typed says whether the field is typed with marks, so that its look counts.
func (f field) typed() bool { return f.name == "text" }

// set is a field with the words that it is to have.
type set struct {
	field
	was, is styled
}

// tile finds the fields in the words of a cell, one behind another from that
// place on. Those that are not printed there are left out.
func (c *cell) tile(from int, fields ...field) {
	for _, f := range fields {
		words := flatten(plain(f.words)).text
		if words == "" {
			continue
		}
		i := strings.Index(c.text[min(from, len(c.text)):], words)
		if i < 0 {
			continue
		}
		c.parts = append(c.parts, part{f, from + i, from + i + len(words)})
		from += i + len(words)
	}
}

// only finds a field that has the cell for itself, and has it where it says
// nothing yet.
func (c *cell) only(f field) {
	if c.tile(0, f); c.text == "" {
		c.parts = []part{{field: f}}
	}
}

// strew finds fields in the words of a cell wherever they stand, the longest
// first.
func (c *cell) strew(fields []field) { c.strewFrom(0, fields) }

func (c *cell) strewFrom(from int, fields []field) {
	fields = slices.Clone(fields)
	slices.SortStableFunc(fields, func(a, b field) int { return len(b.words) - len(a.words) })
	for _, f := range fields {
		for at := from; f.words != "" && at < len(c.text); {
			i := strings.Index(c.text[at:], f.words)
			if i < 0 {
				break
			}
			p := part{f, at + i, at + i + len(f.words)}
			at = p.to
			if !slices.ContainsFunc(c.parts, func(o part) bool { return p.from < o.to && o.from < p.to }) {
				c.parts = append(c.parts, p)
				break
			}
		}
	}
	slices.SortFunc(c.parts, func(a, b part) int { return a.from - b.from })
}

// ofEntry is a put that changes an entry.
func ofEntry(put func(m model.Meeting, e *model.Entry, was, is styled) bool) func(*model.Meeting, subject, styled, styled) bool {
	return func(m *model.Meeting, about subject, was, is styled) bool {
		for i := range m.Items {
			for j := range m.Items[i].Entries {
				if e := &m.Items[i].Entries[j]; e.ID == about.id {
					return put(m.Clone(), e, was, is)
				}
			}
		}
		return false
	}
}

// ofItem is a put that changes an item.
func ofItem(put func(it *model.Item, was, is styled) bool) func(*model.Meeting, subject, styled, styled) bool {
	return func(m *model.Meeting, about subject, was, is styled) bool {
		for i := range m.Items {
			if it := &m.Items[i]; it.ID == about.id {
				return put(it, was, is)
			}
		}
		return false
	}
}

// ofPerson is a put that changes somebody on the attendance list.
func ofPerson(put func(a *model.Attendee, is string) bool) func(*model.Meeting, subject, styled, styled) bool {
	return func(m *model.Meeting, about subject, _, is styled) bool {
		for i := range m.Attendees {
			if a := &m.Attendees[i]; a.ID == about.id {
				return put(a, oneLine(is.text))
			}
		}
		return false
	}
}

// ofMeeting is a put that changes the meeting itself.
func ofMeeting(put func(m *model.Meeting, is string) bool) func(*model.Meeting, subject, styled, styled) bool {
	return func(m *model.Meeting, _ subject, _, is styled) bool { return put(m, oneLine(is.text)) }
}
