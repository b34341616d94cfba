package ui

import (
	"slices"

	"minutebook/model"
	"minutebook/ui/widget"
)

// peoplePane is who is there, and the meeting's actions under them.
type peoplePane struct {
	*pane
	s *meetingScreen
}

func newPeoplePane(s *meetingScreen) *peoplePane { return &peoplePane{newPane(widget.Left), s} }

func (p *peoplePane) fill(m model.Meeting) {
	m = m.AsListed()
	p.begin()
	p.heading(tr("Attendance") + " · Ctrl+R")
	p.pool[p.used-1].OnTapped = p.s.toggleRoll
	if len(m.Attendees) == 0 {
		p.add(widget.Block{Style: widget.PaneText, Text: tr("Nobody yet. Type /present and a name, as in: /present Board: Ann Zelenka, Chair"), Soft: true}, nil)
	}
	if len(m.Attendees) > 0 {
		count := roomCount(m, p.s.work.item)
		if count.Chip != "" { // a pane has room for fewer words
			count.Text = trf("%d here, %d needed", m.RoomNow(p.s.work.item).Members, m.Quorum)
		}
		count.Style, count.Soft = widget.PaneText, true
		p.add(count, p.s.toggleRoll)
	}
	passages := m.Passages()
	here := func(a model.Attendee) bool { return a.Mark == model.Present }
	for _, group := range m.Groups(here) {
		if group != "" {
			p.group(group)
		}
		p.people(m, passages, func(a model.Attendee) bool { return here(a) && a.Group == group })
	}
	for _, absent := range []struct {
		mark model.Mark
		word string
	}{{model.Apologies, tr("Apologies")}, {model.Absent, tr("Absent")}} {
		is := func(a model.Attendee) bool { return a.Mark == absent.mark }
		if len(m.Groups(is)) > 0 {
			p.group(absent.word)
			p.people(m, passages, is)
		}
	}
	if m.State != model.Approved {
		p.offer(tr("Add a person"), "/present", p.s.newPerson)
	}
	if actions := m.Actions(); len(actions) > 0 {
		p.heading(trf("Actions this meeting · %d", len(actions)))
		for _, e := range actions {
			b := widget.Block{Style: widget.PaneText, Number: m.Numbering.Actions.YearFirst(e.Number), Text: literal(cut(model.Plain(e.Text), 60)), Trailing: shortDue(e.Action)}
			p.add(b, func() { p.s.jump(model.Problem{Item: itemOf(m, e.ID), Entry: e.ID}) })
		}
	}
	p.end()
}

func (p *peoplePane) people(m model.Meeting, passages []model.Passage, keep func(model.Attendee) bool) {
	for _, a := range m.Attendees {
		if keep(a) {
			line := p.add(widget.Block{Style: widget.PaneText, Text: literal(a.Name), Trailing: p.about(m, passages, a), Yields: true}, nil)
			if m.State != model.Approved {
				line.OnTapped = func() { p.s.personMenu(a, line) }
			}
		}
	}
}

// about is what matters most of somebody, in a few letters.
func (p *peoplePane) about(m model.Meeting, passages []model.Passage, a model.Attendee) string {
	switch {
	case a.Unsure:
		return tr("not known")
	case cameOrWent(passages, a.ID) != "":
		return cameOrWent(passages, a.ID)
	case a.ID == m.Chair:
		return tr("Chair")
	case a.ID == m.Clerk:
		return tr("Clerk")
	case a.DeputyFor != "":
		return trf("for %s", cut(a.DeputyFor, 40))
	case len(a.Items) == 1:
		return trf("item %s", a.Items[0])
	case len(a.Items) > 1:
		return plural(len(a.Items), "item", "items")
	case a.Remote:
		return tr("remote")
	}
	return cut(a.Post, 60)
}

// cameOrWent is how somebody last came or went: "joined 10:15".
func cameOrWent(passages []model.Passage, who model.ID) string {
	for _, p := range slices.Backward(passages) {
		if p.Who == who {
			return passageWord(p)
		}
	}
	return ""
}

func shortDue(a *model.ActionFacts) string {
	switch {
	case a == nil:
		return ""
	case a.Withdrawn:
		return tr("withdrawn")
	case a.Due.Date != "":
		return a.Due.Date.Time().Format("2 Jan")
	}
	return cut(a.Due.Words, 14)
}

// itemOf is the item in which an entry stands.
func itemOf(m model.Meeting, entry model.ID) model.ID {
	_, it, _ := m.Entry(entry)
	return it.ID
}
