package ui

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"minutebook/model"
	"minutebook/model/register"
	"minutebook/ui/theme"
	"minutebook/ui/widget"
)

// actionDetail is the panel beside the register: all that is known of the
// chosen action, and its history.
type actionDetail struct {
	*pane
	s      *actionsScreen
	object fyne.CanvasObject
}

func newActionDetail(s *actionsScreen) *actionDetail {
	d := &actionDetail{pane: newPane(widget.Left | widget.Right | widget.Top | widget.Bottom), s: s}
	d.object = d.pane.object
	return d
}

// fill shows the chosen action.
func (d *actionDetail) fill() {
	d.begin()
	brief, ok := d.s.chosen()
	if !ok {
		d.add(widget.Block{Style: widget.PaneText, Text: tr("The history of an action shows here once one is chosen."), Soft: true}, nil)
		d.end()
		return
	}
	a := d.s.entire(brief)
	state, tone := stateOf(a, d.s.today())
	d.heading(trf("Action %s", printedNumber(a)))
	block := widget.Block{Style: widget.PaneText, Chip: state, Tone: tone, Text: literal(a.Text)}
	if a.Restricted {
		block.Bar = theme.Restricted
		block.Note = tr("Restricted: left out of public minutes")
	}
	d.add(block, nil)
	for _, fact := range actionFacts(a, d.s.today()) {
		d.add(widget.Block{Style: widget.PaneText, Text: literal(fact), Soft: true}, nil)
	}
	d.heading(tr("History"))
	history, err := d.s.w.historyOf(a)
	if err != nil {
		d.add(widget.Block{Style: widget.PaneText, Text: literal(explain("read what happened to the action", err))}, nil)
	}
	for _, h := range slices.Backward(history) {
		d.add(widget.Block{Style: widget.PaneText, Text: bold(happened(h)), Trailing: shortDate(h.On), Note: d.s.w.saidOf(h), Yields: true}, d.opens(a, h))
	}
	d.end()
}

// opens is what a click on a line of the history opens; nil for nothing.
func (d *actionDetail) opens(a register.Action, h register.Happening) func() {
	if !opensSomething(h) {
		return nil
	}
	return func() { d.s.w.openHappening(d.s, a, h) }
}

// actionFacts are owner, due day and the rest of an action, a line each.
func actionFacts(a register.Action, today model.Date) []string {
	var facts []string
	add := func(words, value string) {
		if value != "" {
			facts = append(facts, fmt.Sprintf(words, value))
		}
	}
	add(tr("Owner: %s"), strings.Join(a.Owners, ", "))
	add(tr("In the minutes: %s"), strings.Join(a.Agreed, ", "))
	add(tr("Due: %s"), joinNotes(a.Due.Words, dueDay(a.Due), overdueBy(a, today)))
	add(tr("Report to %s"), a.Forum)
	add(tr("Ask again on %s"), a.Chase.Full())
	return append(facts, joinNotes(a.Body, a.Date.Full()))
}

// dueDay is the day something is due, where the words do not say it.
func dueDay(d model.Due) string {
	if d.Date == "" || strings.Contains(d.Words, d.Date.Long()) {
		return ""
	}
	return d.Date.Full()
}

// overdueBy says for how long an action has been overdue; "" where it is not.
func overdueBy(a register.Action, today model.Date) string {
	if !a.Overdue(today) {
		return ""
	}
	days := int(today.Time().Sub(a.Due.Date.Time()) / (24 * time.Hour))
	return trf("overdue %s", plural(days, "day", "days"))
}

// historyOf is what happened to an action, the oldest first.
func (w *Window) historyOf(a register.Action) ([]register.Happening, error) {
	events, err := w.book.Ledger(a.Meeting)
	return register.History(a, events), err
}

// happened is what happened to an action, in words.
func happened(h register.Happening) string {
	to := h.To
	switch h.What {
	case register.Agreed:
		return tr("Agreed")
	case register.Said:
		return tr("Note")
	case register.Begun:
		return tr("In progress")
	case register.Completed:
		return tr("Complete")
	case register.Noted:
		return tr("Noted")
	case register.Unnoted:
		return tr("No longer noted")
	case register.Reopened:
		return tr("Open again")
	case register.Withdrawn:
		return tr("Withdrawn")
	case register.Reassigned:
		return trf("Reassigned to %s", strings.Join(h.Owners, ", "))
	case register.Moved:
		return trf("Transferred to %s", to)
	case register.Superseded:
		return trf("Superseded by %s", to)
	case register.Chasing:
		return trf("To be asked for again on %s", h.Chase.Long())
	}
	return string(h.What)
}

// saidOf is what else is known of something that happened: the note, who said
// so, where the evidence is and which meeting noted it.
func (w *Window) saidOf(h register.Happening) string {
	var parts []string
	add := func(words, value string) {
		if value != "" {
			parts = append(parts, fmt.Sprintf(words, value))
		}
	}
	add("%s", h.Note)
	add(tr("Said by %s"), h.By)
	add(tr("Evidence: %s"), w.short(h.Link))
	if h.NotedBy != "" && h.What != register.Agreed {
		add(tr("Noted by the meeting of %s"), w.meetingDay(h.NotedBy).Long())
	}
	if h.What == register.Agreed {
		add("%s", strings.Join(h.Owners, ", "))
	}
	return strings.Join(parts, " · ")
}

// meetingDay is the day of a meeting, "" where it cannot be read.
func (w *Window) meetingDay(id model.ID) model.Date {
	m, err := w.book.Meeting(id)
	if err != nil {
		w.out.Log.Error("read a meeting", "meeting", string(id), "error", err)
	}
	return m.Date
}

// opensSomething says whether there is evidence, a meeting or an action to
// open.
func opensSomething(h register.Happening) bool {
	return h.Link != "" || h.NotedBy != "" || h.ToAction != ""
}

// openHappening opens the evidence of what happened, or else the action that
// took the place of this, or else the meeting that noted or agreed it.
func (w *Window) openHappening(from *actionsScreen, a register.Action, h register.Happening) {
	switch {
	case h.Link != "":
		w.openLink(h.Link)
	case h.ToAction != "":
		w.jumpFrom(from, h.ToMeeting, "", h.ToAction)
	case h.What == register.Agreed:
		w.jumpFrom(from, a.Meeting, a.Item, a.ID)
	case h.NotedBy != "":
		w.jumpFrom(from, h.NotedBy, "", "")
	}
}

// openLink opens evidence with the program that the desktop has for it: an
// address as it is, a file in the documents folder unless its path is whole.
func (w *Window) openLink(link string) {
	path := link
	if u, err := url.Parse(link); err != nil || !slices.Contains([]string{"https", "http", "mailto"}, u.Scheme) {
		path = w.inDocuments(link)
	}
	w.out.Later(func() error { return w.out.Show(path) }, func(err error) {
		if err != nil {
			w.failed("open the evidence", err)
			return
		}
		w.say(trf("Opened: %s", w.short(path)))
	})
}

// evidence opens what was given as evidence last, or asks which where there
// is more.
func (s *actionsScreen) evidence() {
	brief, ok := s.chosen()
	if !ok {
		s.w.say(tr("Choose an action first"))
		return
	}
	history, err := s.w.historyOf(s.entire(brief))
	if err != nil {
		s.w.failed("read what happened to the action", err)
		return
	}
	var all []choice
	for _, h := range slices.Backward(history) {
		if h.Link != "" {
			all = append(all, choice{before: shortDate(h.On), words: s.w.short(h.Link), after: happened(h), run: func() { s.w.openLink(h.Link) }})
		}
	}
	switch len(all) {
	case 0:
		s.w.say(tr("No evidence is recorded of this action. Give a link or a file with C or N"))
	case 1:
		all[0].run()
	default:
		s.w.choose(tr("Which evidence?"), tr("Type a few letters of it"), 112, all)
	}
}

// history shows what happened to the chosen action in a dialog, where each
// line can be chosen and opened by key.
func (s *actionsScreen) history() {
	brief, ok := s.chosen()
	if !ok {
		s.w.say(tr("Choose an action first"))
		return
	}
	a := s.entire(brief)
	history, err := s.w.historyOf(a)
	if err != nil {
		s.w.failed("read what happened to the action", err)
		return
	}
	slices.Reverse(history)
	list := widget.NewRows(widget.Table, "", widget.Column{Title: tr("Day"), Width: 112}, widget.Column{Title: tr("What"), Width: 208}, widget.Column{Title: tr("Note, who said so, evidence")})
	list.Length = func() int { return len(history) }
	list.Row = func(n int) widget.Row {
		h := history[n]
		return widget.Row{Cells: []widget.Cell{{Words: shortDate(h.On), Soft: true}, {Words: happened(h)}, {Words: s.w.saidOf(h), Soft: true}}}
	}
	whole := widget.NewPara(widget.Block{})
	f := newForm(caption(a.Text), newLines(s.w.roomFor(chooserRows, 320), list), whole)
	f.wide = true
	tell := func(n int) {
		h := history[n]
		whole.Set(widget.Block{Style: widget.Message, Text: joinNotes(bold(happened(h)), literal(s.w.saidOf(h)))})
		f.laid()
	}
	open := func() bool {
		n := list.Selected()
		if n < 0 || !opensSomething(history[n]) {
			return false
		}
		f.modal.OnClosed = func() { s.w.openHappening(s, a, history[n]) }
		return true
	}
	list.OnSelected = tell
	list.OnOpen = func(int) {
		if open() {
			f.modal.Close()
		}
	}
	list.Select(0)
	f.show(s.w, trf("History of action %s", printedNumber(a)), widget.Choice{Words: tr("Open it"), Do: open, Default: true}, widget.Choice{Words: tr("Close"), Cancel: true})
	tell(0)
}
