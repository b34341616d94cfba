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
			anchor := c.part("people")
			c.add(Heading{Level: 2, Text: plain(h.Heading), Anchor: anchor})
			c.links = append(c.links, Link{h.Heading, anchor})
			level = 3
		}
		if h.Manner == MannerTable {
			c.attendanceTable()
		} else {
			for _, capacity := range model.Capacities {
				c.present(capacity, level)
			}
			c.away(model.Apologies, level)
			c.away(model.Absent, level)
		}
	}
	if c.m.Public != nil {
		c.add(Paragraph{Text: plain(fill(h.Public, values{"count": strconv.Itoa(*c.m.Public)})), Role: Aside})
	}
	if c.m.Started != "" {
		c.add(Paragraph{Text: plain(fill(c.s.Words.Started, values{"time": string(c.m.Started)})), Role: Aside})
	}
}

// thereAs is what somebody on the list is there as, or not.
func (h Attendance) thereAs(a model.Attendee) string {
	switch {
	case a.Mark == model.Apologies:
		return h.Apologies
	case a.Mark == model.Absent:
		return h.Absent
	case a.Capacity == model.Attending:
		return h.Attending
	case a.Capacity == model.Observing:
		return h.Observing
	}
	return h.Present
}

// present adds those present in one capacity, under their groups.
func (c *composer) present(capacity model.Capacity, level int) {
	is := func(a model.Attendee) bool { return a.Mark == model.Present && a.Capacity == capacity }
	groups := c.m.Groups(is)
	if len(groups) == 0 {
		return
	}
	part := map[model.Capacity]string{model.Member: "present", model.Attending: "attending", model.Observing: "observing"}[capacity]
	c.add(Heading{Level: level, Text: plain(c.s.Attendance.thereAs(model.Attendee{Mark: model.Present, Capacity: capacity})), Anchor: c.part(part)})
	if c.s.Attendance.Groups == GroupsCapacity {
		c.people(is, true)
		return
	}
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
		c.people(func(a model.Attendee) bool { return is(a) && a.Group == g }, false)
	}
}

// away adds those who sent apologies or were absent, in one list.
func (c *composer) away(mark model.Mark, level int) {
	is := func(a model.Attendee) bool { return a.Mark == mark }
	if slices.ContainsFunc(c.m.Attendees, is) {
		c.add(Heading{Level: level, Text: plain(c.s.Attendance.thereAs(model.Attendee{Mark: mark})), Anchor: c.part(string(mark))})
		c.people(is, true)
	}
}

// people adds the names of those that keep accepts, with the group in brackets
// where no heading says it.
func (c *composer) people(keep func(model.Attendee) bool, grouped bool) {
	b := People{Running: c.s.Attendance.Manner == MannerRunning}
	for _, a := range c.m.Attendees {
		if !keep(a) {
			continue
		}
		post, notes := a.Post, []string{}
		if b.Running { // a comma parts the names, so posts stand in brackets
			post, notes = "", append(notes, a.Post)
		}
		if grouped {
			notes = append(notes, c.group(a))
		}
		b.Names = append(b.Names, Name{Text: c.person(a, post, notes...), Anchor: c.anchor("person", a.ID)})
	}
	c.add(b)
}

// group is what group to say beside a name: none for a member where all
// members are of the same.
func (c *composer) group(a model.Attendee) string {
	other := func(b model.Attendee) bool {
		return b.Capacity == model.Member && b.Group != "" && b.Group != a.Group
	}
	if a.Capacity == model.Member && !slices.ContainsFunc(c.m.Attendees, other) {
		return ""
	}
	return a.Group
}

// attendanceTable adds everybody on the list in one table: those present by
// capacity, then those who were not. Whom somebody speaks for stands with the
// post, and when they were there with the attendance.
func (c *composer) attendanceTable() {
	h := c.s.Attendance
	t := Table{Caption: h.Heading, Summary: h.Table, Head: h.Head[:], Shares: []int{31, 41, 28}}
	if t.Caption == "" {
		t.Caption = h.Table
	}
	add := func(keep func(model.Attendee) bool) {
		for _, a := range c.m.Attendees {
			if keep(a) {
				t.Rows = append(t.Rows, Row{Anchor: c.anchor("person", a.ID), Cells: [][]model.Span{
					bracketed(a.Name, c.offices(a)), listed(a.Post, c.group(a)), bracketed(h.thereAs(a), c.presence(a))}})
			}
		}
	}
	for _, capacity := range model.Capacities {
		add(func(a model.Attendee) bool { return a.Mark == model.Present && a.Capacity == capacity })
	}
	add(func(a model.Attendee) bool { return a.Mark == model.Apologies })
	add(func(a model.Attendee) bool { return a.Mark == model.Absent })
	if len(t.Rows) > 0 {
		c.add(withoutEmptyColumns(t))
	}
}

// person is "Name, Post (Chair; for X; remote; item 3)", with that post and with
// notes first in the brackets.
func (c *composer) person(a model.Attendee, post string, notes ...string) []model.Span {
	return bracketed(model.Words(listed(a.Name, post)), slices.Concat(notes, c.offices(a), c.presence(a)))
}

// offices are what somebody did at the meeting, where the post does not say it.
func (c *composer) offices(a model.Attendee) []string {
	var held []string
	for _, office := range []struct {
		holder model.ID
		word   string
	}{{c.m.Chair, c.s.Words.Chair}, {c.m.Clerk, c.s.Words.Clerk}} {
		if office.holder == a.ID && !c.saysOffice(a.Post, office.word) {
			held = append(held, office.word)
		}
	}
	return held
}

// presence is how somebody was there, for which items, or why not.
func (c *composer) presence(a model.Attendee) []string {
	w := c.s.Words
	var notes []string
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
	return append(notes, a.Reason)
}

// listed is words with more behind a comma, where there is more.
func listed(words, more string) []model.Span {
	words, more = line(words), line(more)
	if words != "" && more != "" {
		words += ", "
	}
	return plain(words + more)
}

// bracketed is words with notes in brackets, where there are any.
func bracketed(words string, notes []string) []model.Span {
	if notes = slices.DeleteFunc(notes, func(s string) bool { return line(s) == "" }); len(notes) > 0 {
		words += " (" + strings.Join(notes, "; ") + ")"
	}
	return plain(line(words))
}

// saysOffice says whether a post is that very office of the body, as "Chair",
// "Chair of the Board" or "Town Clerk" is: a Vice Chair in the chair is told of.
func (c *composer) saysOffice(post, office string) bool {
	said, words, body := splitWords(post), splitWords(office), wordSet(c.m.Body)
	if len(words) == 0 {
		return false
	}
	at := slices.Index(said, words[len(words)-1]) // of "in the Chair", "chair"
	if at < 0 {
		return false
	}
	for i, word := range said {
		if i != at && !body[word] && (i < at || len(word) > 3) {
			return false
		}
	}
	return true
}
