package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"minutebook/model"
	"minutebook/ui/theme"
	"minutebook/ui/widget"
)

// agendaPane is the agenda with what is to be followed up under it.
type agendaPane struct {
	*pane
	s *meetingScreen
	// at is the item that was last brought into view.
	at model.ID
}

func newAgendaPane(s *meetingScreen) *agendaPane {
	return &agendaPane{pane: newPane(widget.Right), s: s}
}

func (p *agendaPane) fill(m model.Meeting, numbers model.Numbers) {
	p.begin()
	p.heading(tr("Agenda"))
	if len(m.Items) == 0 {
		p.add(widget.Block{Style: widget.PaneText, Text: tr("No items yet"), Soft: true}, nil)
	}
	var early []model.ID
	if m.State == model.Live || m.State == model.Adjourned { // later, what is tidied was not taken then
		early = model.OutOfOrder(m, p.s.prepared(m))
	}
	var here *widget.Para
	for _, it := range m.Items {
		line := p.add(p.block(it, numbers, slices.Contains(early, it.ID)), func() { p.s.goTo(it.ID) })
		line.OnSecondary = func(at fyne.Position) { p.s.itemMenu(it.ID, at) }
		line.SetSelected(it.ID == p.s.work.item)
		if it.ID == p.s.work.item {
			here = line
		}
	}
	if !m.State.Frozen() {
		newItem := p.s.w.command("new-item")
		p.offer(tr("Add an item"), newItem.keys[0].String(), func() { p.s.w.do(newItem) })
	}
	p.fillFollowUp()
	p.end()
	if here != nil && p.at != p.s.work.item && p.reveal(here) {
		p.at = p.s.work.item
	}
}

// followUpShown is how many things to follow up the pane lists at most.
const followUpShown = 6

// fillFollowUp lists the first things to follow up and offers the rest.
func (p *agendaPane) fillFollowUp() {
	problems := p.s.follow.list
	if len(problems) == 0 {
		return
	}
	p.heading(trf("Follow-up · %d", len(problems)))
	for _, problem := range problems[:min(len(problems), followUpShown)] {
		p.add(widget.Block{Style: widget.PaneText, Text: literal(cut(problemWords(problem), 60))}, func() { p.s.jump(problem) })
	}
	list := p.s.w.command("follow-up-list")
	p.offer(tr(list.title), list.keys[0].String(), func() { p.s.w.do(list) })
}

// block is an item as its line of the agenda.
func (p *agendaPane) block(it model.Item, numbers model.Numbers, outOfOrder bool) widget.Block {
	b := widget.Block{Style: widget.PaneText, Number: numbers.Items[it.ID], Text: literal(it.Title), Trailing: p.tick(it)}
	if it.Opening() {
		b.Text = tr("Before the agenda")
	}
	var about []string
	switch first, _, _ := strings.Cut(it.Outcome, " "); first {
	case "deferred", "referred":
		about = append(about, cut(it.Outcome, 40))
	case withdrawn:
		about, b.Soft = append(about, cut(it.Outcome, 40)), true
	}
	if outOfOrder {
		about = append(about, tr("taken out of order"))
	}
	if it.Restricted != nil {
		about, b.Bar = append(about, tr("restricted")), theme.Restricted
	}
	b.Note = strings.Join(about, " · ")
	return b
}

// tick says at the end of an agenda line how far the item is: a tick where it
// has an outcome, "words" where some wait to be finished.
func (p *agendaPane) tick(it model.Item) string {
	var marks []string
	if p.s.work.parked[it.ID] != "" {
		marks = append(marks, tr("words"))
	}
	if it.Outcome != "" && it.Outcome != withdrawn {
		marks = append(marks, "✓")
	}
	return strings.Join(marks, " ")
}
