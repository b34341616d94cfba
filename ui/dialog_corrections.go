package ui

import (
	"fyne.io/fyne/v2"

	"minutebook/model"
	"minutebook/model/corrections"
	"minutebook/ui/theme"
	"minutebook/ui/widget"
)

// correctionsDialog lists the corrections to the minutes, in the order in which
// they were asked for. One can be gone to, taken away, or said whose it is.
type correctionsDialog struct {
	*form
	s    *meetingScreen
	list *widget.Rows
	was  *widget.Para
}

func (w *Window) askCorrections() {
	s := w.meeting
	m := s.work.kept()
	if len(m.Corrections) == 0 {
		if s.work.session.correcting() {
			w.say(tr("No corrections yet. Choose an entry and press Ctrl+E, or type what is missing"))
			return
		}
		w.say(noCorrections(m))
		return
	}
	d := &correctionsDialog{s: s, was: caption("")}
	d.list = widget.NewRows(widget.Table, tr("No corrections are left."), widget.Column{Title: tr("Where"), Width: 96}, widget.Column{Title: tr("Correction"), Width: 120},
		widget.Column{Title: tr("How it should be")}, widget.Column{Title: tr("Asked for by"), Width: 150})
	d.list.Length = func() int { return len(s.work.kept().Corrections) }
	d.list.Row = d.row
	d.list.OnSelected = func(int) { d.pick() }
	d.list.OnOpen = func(int) {
		if d.goThere() {
			d.modal.Close()
		}
	}
	d.form = newForm(newLines(w.roomFor(min(float32(len(m.Corrections))*2+1, chooserRows), 300), d.list), d.was)
	d.wide = true
	choices := []widget.Choice{{Words: tr("Go there"), Do: d.goThere, Default: true}}
	if s.work.session.correcting() {
		choices = append(choices, widget.Choice{Words: tr("Take it away"), Do: d.withdraw}, widget.Choice{Words: tr("Who asked for it"), Do: d.whose})
	}
	d.show(w, tr("Corrections"), append(choices, widget.Choice{Words: tr("Close"), Cancel: true})...)
	w.window.Canvas().Focus(d.list)
	d.list.Select(0)
	d.pick()
}

// chosen is the correction chosen.
func (d *correctionsDialog) chosen() (model.Correction, bool) {
	all := d.s.work.kept().Corrections
	if n := d.list.Selected(); n >= 0 && n < len(all) {
		return all[n], true
	}
	return model.Correction{}, false
}

func (d *correctionsDialog) row(n int) widget.Row {
	c := d.s.work.kept().Corrections[n]
	what, tone, words := d.s.corrected(c)
	return widget.Row{Cells: []widget.Cell{{Words: d.s.whereCorrected(c)}, {Words: what, Tone: tone}, {Words: words}, {Words: joinNotes(c.By, c.On.Long()), Soft: true}}}
}

// corrected says what a correction does, and in which words.
func (s *meetingScreen) corrected(c model.Correction) (what string, tone theme.Tone, words string) {
	m := s.work.kept()
	chips := roleChips(m.State == model.Approved)
	switch {
	case c.Attendee != nil:
		words = joinNotes(c.Attendee.Name, c.Attendee.Post, markNames[c.Attendee.Mark]())
		switch _, ok := m.Attendee(c.Attendee.ID); {
		case c.Struck:
			return chips[asStruck], theme.Restricted, words
		case !ok:
			return chips[isNew], theme.Interest, words
		}
		return tr("Attendance"), theme.Interest, words
	case c.Entry == nil:
		return tr("Correction"), theme.Interest, ""
	}
	words = model.Plain(s.style.Sentence(s.work.meeting(), *c.Entry))
	_, _, there := m.Entry(c.Entry.ID)
	switch {
	case c.Struck:
		return chips[asStruck], theme.Restricted, words
	case !there:
		return chips[isNew], theme.Interest, words
	}
	return chips[shouldRead], theme.Interest, words
}

// markNames are the marks of the roll call as a list shows them.
var markNames = map[model.Mark]func() string{
	model.Present:   func() string { return tr("Present") },
	model.Apologies: func() string { return tr("Apologies") },
	model.Absent:    func() string { return tr("Absent") },
}

// whereCorrected is the number of what a correction is about, as printed.
func (s *meetingScreen) whereCorrected(c model.Correction) string {
	if c.Entry == nil {
		return tr("Attendance")
	}
	m := s.work.kept()
	if _, _, ok := m.Entry(c.Entry.ID); !ok { // it is new
		m = s.work.meeting()
	}
	e, it, _ := m.Entry(c.Entry.ID)
	numbers := model.Number(m)
	switch n := s.paragraphNumber(e, numbers); {
	case e.Kind == model.Action:
		return trf("Action %d", e.Number)
	case n != "":
		return n
	}
	return trf("item %s", numbers.Items[it.ID])
}

// pick shows what the entry of the chosen correction was.
func (d *correctionsDialog) pick() {
	setCaption(d.was, "")
	if c, ok := d.chosen(); ok && c.Entry != nil {
		if e, _, there := d.s.work.kept().Entry(c.Entry.ID); there && !c.Struck {
			setCaption(d.was, trf("Was: %s", model.Plain(d.s.style.Sentence(d.s.work.kept(), e))))
		}
	}
	d.laid()
}

// goThere goes to the entry, or to the roll call.
func (d *correctionsDialog) goThere() bool {
	c, ok := d.chosen()
	if !ok {
		return false
	}
	d.modal.OnClosed = func() {
		s := d.s
		switch {
		case c.Attendee != nil:
			if !s.rolling() {
				s.toggleRoll()
			}
		case c.Entry != nil:
			m := s.work.meeting()
			_, it, ok := m.Entry(c.Entry.ID)
			if !ok {
				_, it, _ = s.work.kept().Entry(c.Entry.ID)
			}
			s.goTo(it.ID)
			if ok {
				s.work.selected = c.Entry.ID
			}
			s.fill()
		}
	}
	return true
}

// withdraw takes the chosen correction away.
func (d *correctionsDialog) withdraw() bool {
	c, ok := d.chosen()
	if !ok {
		return d.refuse(nil, tr("Choose a correction first."))
	}
	if err := d.s.work.session.Session.Do(corrections.Withdraw(d.s.work.kept(), c)); err != nil {
		return d.refuse(nil, sentence(capital(reason(err))))
	}
	d.s.fill()
	d.s.w.say(tr("The correction is taken away; Ctrl+Z brings it back"))
	if len(d.s.work.kept().Corrections) == 0 {
		return true
	}
	d.list.Refresh()
	d.list.Select(min(d.list.Selected(), len(d.s.work.kept().Corrections)-1))
	d.pick()
	d.s.w.window.Canvas().Focus(d.list)
	return false
}

// whose asks who asked for the chosen correction.
func (d *correctionsDialog) whose() bool {
	c, ok := d.chosen()
	if !ok {
		return d.refuse(nil, tr("Choose a correction first."))
	}
	d.modal.OnClosed = func() {
		d.s.w.askWho(tr("Who asked for this correction?"), c.By, func(by string) {
			c.By = by
			d.s.change(d.s.work.session.Session.Do(model.Correct{Correction: c}))
		})
	}
	return true
}

// askAsker asks who asks for the corrections that are made next.
func (w *Window) askAsker() {
	s := w.meeting
	if !s.work.session.correcting() {
		w.say(noCorrections(s.work.kept()))
		return
	}
	w.askWho(tr("Who asks for the corrections you make next?"), s.work.session.asker, func(by string) {
		s.work.session.asker = by
		s.fill()
	})
}

// askWho asks for somebody's name, or none.
func (w *Window) askWho(title, was string, keep func(name string)) {
	name := widget.NewField(tr("Asked for by"), tr("a name, or nothing"))
	name.Set(was, len([]rune(was)))
	f := newForm(name)
	do := func() bool {
		by := tidy(name.Text())
		f.modal.OnClosed = func() { keep(by) }
		return true
	}
	f.show(w, title, widget.Choice{Words: tr("Keep"), Do: do, Default: true}, widget.Choice{Words: tr("Cancel"), Cancel: true})
	w.window.Canvas().Focus(fyne.Focusable(name))
}
