package ui

import (
	"fmt"

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
	p.begin()
	p.heading("Attendance")
	if len(m.Attendees) == 0 {
		p.add(widget.Block{Style: widget.PaneText, Text: "Nobody yet. Type /present and a name, as in: /present Board: Ann Zelenka, Chair", Soft: true}, nil)
	}
	here := func(a model.Attendee) bool { return a.Mark == model.Present }
	for _, group := range m.Groups(here) {
		if group != "" {
			p.group(group)
		}
		p.people(m, func(a model.Attendee) bool { return here(a) && a.Group == group })
	}
	for _, absent := range []struct {
		mark model.Mark
		word string
	}{{model.Apologies, "Apologies"}, {model.Absent, "Absent"}} {
		is := func(a model.Attendee) bool { return a.Mark == absent.mark }
		if len(m.Groups(is)) > 0 {
			p.group(absent.word)
			p.people(m, is)
		}
	}
	if m.State != model.Approved {
		p.offer("Add a person", "/present", p.s.newPerson)
	}
	if actions := m.Actions(); len(actions) > 0 {
		p.heading(fmt.Sprintf("Actions this meeting · %d", len(actions)))
		for _, e := range actions {
			b := widget.Block{Style: widget.PaneText, Number: fmt.Sprint(e.Number), Text: literal(cut(model.Plain(e.Text), 60)), Trailing: shortDue(e.Action)}
			p.add(b, func() { p.s.jump(model.Problem{Item: itemOf(m, e.ID), Entry: e.ID}) })
		}
	}
	p.end()
}

func (p *peoplePane) people(m model.Meeting, keep func(model.Attendee) bool) {
	for _, a := range m.Attendees {
		if keep(a) {
			line := p.add(widget.Block{Style: widget.PaneText, Text: literal(a.Name), Trailing: p.about(m, a)}, nil)
			if m.State != model.Approved {
				line.OnTapped = func() { p.s.personMenu(a, line) }
			}
		}
	}
}

// about is what matters most of somebody, in a few letters.
func (p *peoplePane) about(m model.Meeting, a model.Attendee) string {
	switch {
	case a.Unsure:
		return "not known"
	case cameOrWent(m, a.ID) != "":
		return cameOrWent(m, a.ID)
	case a.ID == m.Chair:
		return "Chair"
	case a.ID == m.Clerk:
		return "Clerk"
	case a.DeputyFor != "":
		return "for " + cut(a.DeputyFor, 16)
	case len(a.Items) == 1:
		return "item " + a.Items[0]
	case len(a.Items) > 1:
		return plural(len(a.Items), "item", "items")
	case a.Remote:
		return "remote"
	}
	return cut(a.Post, 18)
}

// cameOrWent is how somebody last came or went: "joined 10:15", "left item 3".
func cameOrWent(m model.Meeting, id model.ID) (words string) {
	for _, it := range m.Items {
		for _, e := range it.Entries {
			if e.Movement == nil || e.Movement.Who != id {
				continue
			}
			words = "joined"
			if e.Movement.Way == model.Out {
				words = "left"
			}
			if e.At != "" {
				words += " " + string(e.At)
			}
		}
	}
	return words
}

func shortDue(a *model.ActionFacts) string {
	switch {
	case a == nil:
		return ""
	case a.Withdrawn:
		return "withdrawn"
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
