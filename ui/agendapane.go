package ui

import (
	"fmt"

	"minutebook/model"
	"minutebook/ui/theme"
	"minutebook/ui/widget"
)

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
