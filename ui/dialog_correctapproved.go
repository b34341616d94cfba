package ui

import (
	"slices"
	"strings"

	"minutebook/model"
	"minutebook/ui/widget"
)

// putRightDialog puts right an error in minutes that were approved before: the
// open meeting records it, and the earlier minutes stay as they are.
type putRightDialog struct {
	*form
	s        *meetingScreen
	meetings []model.Summary
	busy     bool

	list         *widget.Rows
	where, words *widget.Field
}

func (w *Window) askCorrectApproved() {
	s := w.meeting
	if s.work.kept().State.Frozen() {
		w.say(tr("These minutes have left the office. Open the meeting that puts it right, and ask there"))
		return
	}
	if _, ok := s.itemHere(); !ok {
		return
	}
	d := &putRightDialog{s: s, busy: true}
	d.list = widget.NewRows(widget.Table, tr("Reading the earlier minutes …"), widget.Column{Title: tr("Approved minutes of")}, widget.Column{Title: tr("State"), Width: 130})
	d.list.Length = func() int { return len(d.meetings) }
	d.list.Row = func(n int) widget.Row {
		m := d.meetings[n]
		state, tone := summaryWord(m)
		return widget.Row{Cells: []widget.Cell{{Words: joinNotes(m.Date.Full(), meetingKindWord(m.Kind))}, {Words: state, Tone: tone}}}
	}
	d.list.OnSelected = func(int) { d.calm() }
	d.list.OnOpen = func(int) { w.window.Canvas().Focus(d.where) }
	d.where = widget.NewField(tr("What is wrong there, by its printed number"), tr("3.2, or Action 4"))
	d.words = widget.NewField(tr("How it should read, as the minutes of this meeting say it"), tr("“three quotations” should read “two quotations”"))
	d.where.OnChanged = func(string, int) { d.calm() }
	d.words.OnChanged = func(string, int) { d.calm() }
	d.form = newForm(caption(tr("Approved minutes stay as they are. The correction stands in the minutes of this meeting, and the earlier ones point to it.")), newLines(5, d.list), d.where, d.words)
	d.wide = true
	d.follow(d.where, d.words)
	d.show(w, tr("Correct approved minutes in this meeting"), widget.Choice{Words: tr("Record it"), Do: d.record, Default: true}, widget.Choice{Words: tr("Cancel"), Cancel: true})
	w.window.Canvas().Focus(d.list)
	d.read()
}

// read reads which minutes are approved, away from the window.
func (d *putRightDialog) read() {
	m := d.s.work.kept()
	var all []model.Summary
	d.s.w.out.Later(func() (err error) {
		all, err = d.s.w.book.Meetings()
		return err
	}, func(err error) {
		d.busy = false
		if !d.open() {
			return
		}
		d.list.SetEmpty(tr("No earlier minutes of this body are approved."))
		if err != nil {
			d.refuse(nil, explain("read the earlier minutes", err))
			return
		}
		for _, one := range slices.Backward(all) {
			if one.BodyID == m.BodyID && one.ID != m.ID && one.State == model.Approved && one.Date <= m.Date {
				d.meetings = append(d.meetings, one)
			}
		}
		d.list.Refresh()
		if len(d.meetings) > 0 {
			d.list.Select(0)
		}
		d.laid()
	})
}

func (d *putRightDialog) chosen() (model.Summary, bool) {
	if n := d.list.Selected(); n >= 0 && n < len(d.meetings) {
		return d.meetings[n], true
	}
	return model.Summary{}, false
}

// record puts it into the item at hand, as one step to undo.
func (d *putRightDialog) record() bool {
	m, ok := d.chosen()
	words := tidy(d.words.Text())
	switch {
	case d.busy:
		return d.refuse(nil, tr("The earlier minutes are still being read."))
	case !ok:
		return d.refuse(nil, tr("No earlier minutes are approved. Others are changed where they are, or corrected once they are circulated."))
	case tidy(d.where.Text()) == "":
		return d.refuse(d.where, tr("Say what is wrong there, by its printed number."))
	case words == "":
		return d.refuse(d.words, tr("Say how it should read."))
	}
	s := d.s
	e := model.Entry{ID: s.w.out.NewID(), Kind: model.Paragraph, Text: words, Made: model.Stamp(s.w.out.Now()),
		Corrects: &model.CorrectsFact{Date: m.Date, Reference: tidy(d.where.Text()), Meeting: m.ID}}
	all := model.Many{model.AddEntry{Item: s.work.item, After: s.work.context().After, Entry: e}}
	if s.work.meeting().State == model.Planned { // what is prepared begins no meeting
		all = append(all, model.SetState{State: model.Planned})
	}
	d.modal.OnClosed = func() {
		if s.change(s.work.session.Do(all)) {
			s.w.say(trf("Recorded: %s; Ctrl+Z takes it back", strings.TrimSuffix(shortWords(words), ".")))
		}
	}
	return true
}
