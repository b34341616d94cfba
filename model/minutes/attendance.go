package minutes

import (
	"slices"
	"strconv"
	"strings"

	"minutebook/model"
)

// attendance adds who was there and who was not, and when the meeting began.
func (c *composer) attendance() {
	h, level := c.s.Attendance, 2
	if len(c.m.Attendees) > 0 || c.m.Public != nil {
		if h.Heading != "" {
			anchor := c.anchor("part", "people")
			c.add(Heading{Level: 2, Text: plain(h.Heading), Anchor: anchor})
			c.links = append(c.links, Link{h.Heading, anchor})
			level = 3
		}
		for _, capacity := range model.Capacities {
			c.present(capacity, level)
		}
		c.away(model.Apologies, h.Apologies, level)
		c.away(model.Absent, h.Absent, level)
	}
	if c.m.Public != nil {
		c.add(Paragraph{Text: plain(fill(h.Public, values{"count": strconv.Itoa(*c.m.Public)})), Role: Aside})
	}
	if c.m.Started != "" {
		c.add(Paragraph{Text: plain(fill(c.s.Words.Started, values{"time": string(c.m.Started)})), Role: Aside})
	}
}

// present adds those present in one capacity, under their groups.
func (c *composer) present(capacity model.Capacity, level int) {
	is := func(a model.Attendee) bool { return a.Mark == model.Present && a.Capacity == capacity }
	groups := c.m.Groups(is)
	if len(groups) == 0 {
		return
	}
	heading := map[model.Capacity]string{
		model.Member: c.s.Attendance.Present, model.Attending: c.s.Attendance.Attending, model.Observing: c.s.Attendance.Observing}[capacity]
	c.add(Heading{Level: level, Text: plain(heading), Anchor: c.anchor("part", model.ID(heading))})
	// Those without a group come first: below a group they would seem its own.
	slices.SortStableFunc(groups, func(a, b string) int {
		switch {
		case a == "" && b != "":
			return -1
		case b == "" && a != "":
			return 1
		}
		return 0
	})
	for _, g := range groups {
		if g != "" {
			c.add(Heading{Level: level + 1, Text: plain(line(g))})
		}
		var names []Name
		for _, a := range c.m.Attendees {
			if is(a) && a.Group == g {
				names = append(names, Name{Text: c.person(a, a.Post)})
			}
		}
		c.add(People{Names: names})
	}
}

// away adds those who sent apologies or were absent, in one list.
func (c *composer) away(mark model.Mark, heading string, level int) {
	var names []Name
	for _, a := range c.m.Attendees {
		if a.Mark == mark {
			names = append(names, Name{Text: c.person(a, a.Post, a.Group)})
		}
	}
	if len(names) > 0 {
		c.add(Heading{Level: level, Text: plain(heading), Anchor: c.anchor("part", model.ID(heading))})
		c.add(People{Names: names})
	}
}

// person is "Name, Post (Chair; for X; remote; item 3)".
func (c *composer) person(a model.Attendee, behind ...string) []model.Span {
	text := a.Name
	for _, b := range behind {
		if b = line(b); b != "" {
			text += ", " + b
		}
	}
	w := c.s.Words
	var notes []string
	for _, office := range []struct {
		holder model.ID
		word   string
	}{{c.m.Chair, w.Chair}, {c.m.Clerk, w.Clerk}} {
		if office.holder == a.ID && !c.saysOffice(a.Post, office.word) {
			notes = append(notes, office.word)
		}
	}
	if a.DeputyFor != "" {
		notes = append(notes, fill(w.Deputy, values{"name": a.DeputyFor}))
	}
	if a.Remote {
		notes = append(notes, w.Remote)
	}
	if n := len(a.Items); n > 0 {
		pattern := w.Item
		if n > 1 {
			pattern = w.Items
		}
		notes = append(notes, fill(pattern, values{"items": w.list(a.Items)}))
	}
	if a.Reason != "" {
		notes = append(notes, a.Reason)
	}
	if len(notes) > 0 {
		text += " (" + strings.Join(notes, "; ") + ")"
	}
	return plain(line(text))
}

// saysOffice says whether a post is that very office of the body, as "Chair" or
// "Chair of the Board" is: a Vice Chair in the chair is told of.
func (c *composer) saysOffice(post, office string) bool {
	said, body := splitWords(post), wordSet(c.m.Body)
	if len(said) == 0 || said[0] != strings.ToLower(office) {
		return false
	}
	for _, word := range said[1:] {
		if len(word) > 3 && !body[word] {
			return false
		}
	}
	return true
}
