package minutes

import (
	"slices"
	"strings"

	"minutebook/model"
)

// ExtractTitle stands at the head of every extract.
const ExtractTitle = "Extract from the minutes"

// ComposeExtract makes the document of chosen items and entries of a meeting,
// by their identities, numbered as in the whole: an item that is chosen is
// extracted with all that stands in it, an entry under the heading of its item.
// Above them stand the body, the day, and what the minutes are worth: approved
// and sealed, or not yet. An action says its words there, even where the house
// style has them in a log at the end. Later corrections of what is chosen, or of
// nothing that has a number, are pointed to. The error is that of [Compose].
func ComposeExtract(m model.Meeting, s Style, a Audience, chosen []model.ID, later ...Later) (Document, error) {
	if err := a.Check(m); err != nil {
		return Document{}, err
	}
	restricted := m.HasRestricted()
	s.Actions = ""
	c := newComposer(m, s, a)
	c.told(later)
	lines := []string{ExtractTitle, line(c.m.Body)}
	c.add(Title{lines})
	c.add(Facts{c.standing(restricted)})
	for _, it := range c.m.Items {
		if part, ok := chosenOf(it, chosen); ok {
			c.item(part)
		}
	}
	for _, l := range c.later {
		if l.Reference == "" {
			c.pointed(l)
		}
	}
	mark := s.Words.Draft
	if c.approved {
		mark = ""
	}
	v := c.facts()
	return Document{
		Title: strings.Join(lines, " - "), Body: line(c.m.Body), Occasion: line(fill(s.Occasion, v)), Date: m.Date, Language: s.Language,
		Mark: mark, Skip: s.Words.Skip, Header: c.running(s.Header, v), Footer: c.running(s.paperFooter(), v), Logo: s.Logo.picture(),
		Origin: Origin{m.ID, m.Rev}, Look: s.Look.Legible(), Blocks: c.out,
		Numbering: [2]string{fill(s.Items, values{"number": "%1"}), fill(s.Paragraphs, values{"number": "%1.%2"})},
	}, nil
}

// chosenOf is what an extract has of an item, and whether that is anything.
func chosenOf(it model.Item, chosen []model.ID) (model.Item, bool) {
	if slices.Contains(chosen, it.ID) {
		return it, true
	}
	entries := it.Entries[:0:0]
	for _, e := range it.Entries {
		if slices.Contains(chosen, e.ID) {
			entries = append(entries, e)
		}
	}
	it.Entries, it.Papers, it.Presenter, it.Outcome = entries, nil, "", ""
	return it, len(entries) > 0
}

// standing are the facts at the head of an extract.
func (c *composer) standing(restricted bool) []Fact {
	m := c.m
	rows := []Fact{{"Meeting", plain(line(strings.TrimSpace(c.s.Words.Kinds[string(m.Kind)] + " " + c.s.Dates.full(m.Date))))}, {"Minutes", plain(c.worth())}}
	if m.Seal != nil {
		rows = append(rows, Fact{"Seal", plain(m.Seal.Short())})
	}
	if restricted {
		readers := "All who may read the restricted parts"
		if c.public {
			readers = "The public: what is restricted is left out"
		}
		rows = append(rows, Fact{"For", plain(readers)})
	}
	return rows
}

// worth says whether the minutes are approved, and when.
func (c *composer) worth() string {
	m := c.m
	on := ""
	if n := len(m.Passed); n > 0 {
		on = " on " + c.s.Dates.long(m.Passed[n-1].On)
	}
	switch {
	case c.approved:
		return "Approved" + on
	case on != "":
		return "Approved in part" + on
	case m.State == model.Circulated:
		return "Circulated, not approved yet"
	}
	return "Draft, not approved yet"
}
