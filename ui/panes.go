package ui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"minutebook/model"
	"minutebook/ui/theme"
	"minutebook/ui/widget"
)

// pane is a quiet column beside the sheet: headings and lines that scroll.
type pane struct {
	object fyne.CanvasObject
	lines  *fyne.Container
	pool   []*widget.Para
	used   int
}

func newPane(edge widget.Edge) *pane {
	p := &pane{lines: container.New(&widget.Stack{Gap: 2})}
	scroll := container.NewVScroll(container.New(&widget.Inset{Top: 12, Right: 8, Bottom: 12, Left: 8}, p.lines))
	p.object = widget.NewGround(theme.Pane, scroll, edge)
	return p
}

// begin starts to fill the pane anew; add puts the next line in; end shows it.
func (p *pane) begin() {
	p.used = 0
	p.lines.Objects = nil
}

func (p *pane) add(b widget.Block, tapped func()) *widget.Para {
	if p.used == len(p.pool) {
		p.pool = append(p.pool, widget.NewPara(widget.Block{Style: widget.PaneText}))
	}
	line := p.pool[p.used]
	p.used++
	line.Set(b)
	line.SetSelected(false)
	line.OnTapped = tapped
	p.lines.Objects = append(p.lines.Objects, line)
	return line
}

// heading begins a part of the pane, with room over it but for the first.
func (p *pane) heading(words string) {
	if p.used > 0 {
		p.lines.Objects = append(p.lines.Objects, p.room(sectionRoom))
	}
	p.add(widget.Block{Style: widget.Caption, Text: bold(words)}, nil)
}

// sectionRoom is the room over a heading, groupRoom that over a group's name.
const (
	sectionRoom = 14
	groupRoom   = 4
)

func (p *pane) room(units float32) fyne.CanvasObject {
	return container.New(&widget.Inset{Top: units})
}

// group names those who follow.
func (p *pane) group(words string) {
	p.lines.Objects = append(p.lines.Objects, p.room(groupRoom))
	p.add(widget.Block{Style: widget.PaneText, Text: bold(words)}, nil)
}

// offer is a line that does something when it is clicked.
func (p *pane) offer(words, keys string, do func()) {
	p.add(widget.Block{Style: widget.PaneText, Text: words, Trailing: keys, Soft: true}, do)
}

func (p *pane) end() { p.lines.Refresh() }

// agendaPane is the agenda with what is to be followed up under it.
type agendaPane struct {
	*pane
	s *meetingScreen
}

func newAgendaPane(s *meetingScreen) *agendaPane { return &agendaPane{newPane(widget.Right), s} }

func (p *agendaPane) fill(m model.Meeting, numbers model.Numbers) {
	p.begin()
	p.heading("Agenda")
	if len(m.Items) == 0 {
		p.add(widget.Block{Style: widget.PaneText, Text: "No items yet", Soft: true}, nil)
	}
	for _, it := range m.Items {
		b := widget.Block{Style: widget.PaneText, Number: numbers.Items[it.ID], Text: literal(it.Title), Trailing: p.tick(it)}
		if it.Opening() {
			b.Text = "Before the agenda"
		}
		if it.Restricted != nil {
			b.Bar = theme.Restricted
		}
		current := it.ID == p.s.work.item
		p.add(b, func() { p.s.goTo(it.ID) }).SetSelected(current)
	}
	if m.State != model.Approved {
		newItem := p.s.w.command("new-item")
		p.offer("Add an item", newItem.keys[0].String(), func() { p.s.w.do(newItem) })
	}
	if problems := model.Problems(m); len(problems) > 0 {
		p.heading(fmt.Sprintf("Follow-up · %d", len(problems)))
		for _, problem := range problems {
			p.add(widget.Block{Style: widget.PaneText, Text: literal(cut(problemWords(problem), 60))}, func() { p.s.jump(problem) })
		}
	}
	p.end()
}

// tick says at the end of an agenda line how far the item is.
func (p *agendaPane) tick(it model.Item) string {
	switch {
	case p.s.work.parked[it.ID] != "":
		return "words"
	case it.Outcome != "":
		return "✓"
	}
	return ""
}

// cut shortens words to about n characters.
func cut(words string, n int) string {
	r := []rune(words)
	if len(r) <= n {
		return words
	}
	return string(r[:n-1]) + "…"
}

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
