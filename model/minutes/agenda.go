package minutes

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"minutebook/model"
)

// ComposeAgenda makes the agenda of a meeting, with the notice that calls
// people to it, in a house style for an audience. What is restricted is left
// out for the public as it is in minutes: the item keeps its number and says
// why. Until the agenda is issued it is a draft; one that is to be issued is
// made of the meeting as it will be then. The error is that of [Compose].
func ComposeAgenda(m model.Meeting, s Style, a Audience) (Document, error) {
	if err := a.Check(m); err != nil {
		return Document{}, err
	}
	issued, out := m.AgendaIssued()
	c := newComposer(m, s, a)
	v := c.agendaFacts(issued)
	title := c.agendaTitle(v)
	c.add(Title{title})
	c.agendaHead(v)
	if s.Agenda.Manner == MannerTable {
		c.agendaTable()
	} else {
		c.agendaItems()
	}
	if text := line(fill(s.Agenda.Issued, v)); text != "" {
		c.add(Paragraph{Text: plain(capital(text)), Role: Aside})
	}
	mark := s.Words.Draft
	if out || m.State.Frozen() {
		mark = ""
	}
	return Document{
		Title: line(strings.Join(title, " - ")), Body: line(m.Body), Occasion: line(fill(s.Occasion, c.facts())),
		Date: m.Date, Language: s.Language, Mark: mark, Skip: s.Words.Skip, Header: c.running(s.Header, c.facts()), Footer: c.running(s.paperFooter(), c.facts()),
		Logo: s.Logo.picture(), Origin: Origin{m.ID, m.Rev},
		Numbering: [2]string{fill(s.Items, values{"number": "%1"}), ""},
		Look:      s.Look.Legible(),
		Blocks:    c.out,
	}, nil
}

// paperFooter is the foot of what is no minutes: nobody initials it.
func (s Style) paperFooter() string { return cmp.Or(s.Agenda.Footer, s.Footer) }

// agendaFacts are the values that the patterns of an agenda know.
func (c *composer) agendaFacts(issued model.Date) values {
	v := c.facts()
	v["issued"] = c.s.Dates.long(issued)
	for name, id := range map[string]model.ID{"chair": c.m.Chair, "clerk": c.m.Clerk} {
		if who, ok := c.m.Attendee(id); ok {
			v[name] = model.Words(listed(who.Name, who.Post))
		}
	}
	return v
}

func (c *composer) agendaTitle(v values) []string {
	lines := make([]string, 0, len(c.s.Agenda.Title)+1)
	for i, pattern := range c.s.Agenda.Title {
		text := line(fill(pattern, v))
		if i == 0 && c.s.Capitals {
			text = strings.ToUpper(text)
		}
		if text != "" {
			lines = append(lines, text)
		}
	}
	if len(lines) == 0 {
		lines = append(lines, line(c.m.Body))
	}
	return lines
}

// agendaHead adds when and where, the notice, and who is called.
func (c *composer) agendaHead(v values) {
	var rows []Fact
	for _, row := range c.s.Agenda.Facts {
		if text := line(fill(row.Value, v)); text != "" {
			rows = append(rows, Fact{row.Label, plain(text)})
		}
	}
	if len(rows) > 0 {
		c.add(Facts{rows})
	}
	if text := line(fill(c.s.Agenda.Notice, v)); text != "" {
		c.add(Paragraph{Text: plain(text)})
	}
	called := func(heading, part string, is func(model.Attendee) bool) {
		var names []Name
		for _, a := range c.m.Attendees {
			if is(a) {
				names = append(names, Name{Text: c.summoned(a), Anchor: c.anchor("person", a.ID)})
			}
		}
		if heading != "" && len(names) > 0 {
			c.add(Heading{Level: 2, Text: plain(heading), Anchor: c.part(part)})
			c.add(People{Names: names, Running: c.s.Attendance.Manner == MannerRunning})
		}
	}
	called(c.s.Agenda.Members, "members", func(a model.Attendee) bool { return a.Capacity == model.Member && a.DeputyFor == "" })
	called(c.s.Agenda.Attending, "attending", func(a model.Attendee) bool { return a.Capacity == model.Attending })
}

// summoned is somebody who is called: the post stands in brackets where names
// follow one another.
func (c *composer) summoned(a model.Attendee) []model.Span {
	notes := c.offices(a)
	if c.s.Attendance.Manner == MannerRunning {
		return bracketed(a.Name, append([]string{a.Post}, notes...))
	}
	return bracketed(model.Words(listed(a.Name, a.Post)), notes)
}

// agendaItems adds every item under its own heading.
func (c *composer) agendaItems() {
	plan := timetable(c.m)
	for _, it := range c.m.Items {
		if it.Opening() {
			continue
		}
		c.add(Heading{Level: 2, Label: c.itemLabel(it), Text: inline(line(it.Title)), Anchor: c.anchor("item", it.ID)})
		if c.public && it.Restricted != nil {
			c.add(Stub{Text: plain(line(fill(c.s.Words.WithheldItem, why(*it.Restricted)))), Anchor: c.anchor("stub", it.ID)})
			continue
		}
		if about := c.aboutItem(it, plan); about != "" {
			c.add(Paragraph{Text: plain(about)})
		}
		var rows []Fact
		for _, p := range it.Papers {
			rows = append(rows, Fact{c.s.Words.Paper, paperWords(p)})
		}
		if len(rows) > 0 {
			c.add(Facts{rows})
		}
	}
}

// aboutItem is what is known of an item in one line: what it is there for, when,
// and who presents it.
func (c *composer) aboutItem(it model.Item, plan map[model.ID][2]model.Clock) string {
	var said []string
	if it.Purpose != "" {
		said = append(said, line(fill(c.s.Agenda.Purpose, values{"purpose": it.Purpose})))
	}
	said = append(said, line(c.planned(it, plan)))
	if it.Presenter != "" {
		said = append(said, line(c.s.Words.Presenter+" "+it.Presenter))
	}
	return strings.Join(slices.DeleteFunc(said, func(s string) bool { return s == "" }), " · ")
}

// agendaTable adds all items in one table. Papers stand below the title.
func (c *composer) agendaTable() {
	style, plan := c.s.Agenda, timetable(c.m)
	t := Table{Caption: style.Heading, Summary: style.Table, Head: style.Head[:], Shares: []int{9, 41, 16, 17, 17}}
	for _, it := range c.m.Items {
		if it.Opening() {
			continue
		}
		words := inline(line(it.Title))
		below := func(text []model.Span) { words = append(append(words, model.Span{Text: "\n"}), text...) }
		if c.public && it.Restricted != nil {
			below(plain(line(fill(c.s.Words.WithheldItem, why(*it.Restricted)))))
		}
		for _, p := range it.Papers {
			below(append(plain(c.s.Words.Paper+": "), paperWords(p)...))
		}
		t.Rows = append(t.Rows, Row{Anchor: c.anchor("item", it.ID), Cells: [][]model.Span{
			plain(strings.TrimSuffix(c.itemLabel(it).Printed, ".")), words, plain(line(capital(it.Purpose))), plain(line(it.Presenter)), plain(line(c.planned(it, plan)))}})
	}
	if len(t.Rows) > 0 {
		c.headed("agenda", withoutEmptyColumns(t))
	}
}

// planned is when an item is to be taken and how long it may take; "" where
// nobody said.
func (c *composer) planned(it model.Item, plan map[model.ID][2]model.Clock) string {
	v := values{}
	if it.Minutes > 0 {
		v["minutes"] = strconv.Itoa(it.Minutes)
	}
	at, ok := plan[it.ID]
	switch {
	case ok:
		v["from"], v["to"] = string(at[0]), string(at[1])
		return fill(c.s.Agenda.Timed, v)
	case it.Minutes > 0:
		return fill(c.s.Agenda.Allowed, v)
	}
	return ""
}

// timetable is when each item begins and ends, as far as it follows from when
// the meeting begins and how long the items before take; only where that was
// said of any of them.
func timetable(m model.Meeting) map[model.ID][2]model.Clock {
	at, err := time.Parse("15:04", string(m.Begin))
	plan := map[model.ID][2]model.Clock{}
	for _, it := range m.Items {
		if it.Opening() {
			continue
		}
		if err != nil || it.Minutes == 0 && len(plan) == 0 {
			return plan
		}
		end := at.Add(time.Duration(it.Minutes) * time.Minute)
		if it.Minutes == 0 {
			plan[it.ID] = [2]model.Clock{model.Clock(at.Format("15:04"))}
			return plan // nobody knows how long this one takes
		}
		if end.Day() != at.Day() {
			return plan // it goes on past midnight
		}
		plan[it.ID] = [2]model.Clock{model.Clock(at.Format("15:04")), model.Clock(end.Format("15:04"))}
		at = end
	}
	return plan
}
