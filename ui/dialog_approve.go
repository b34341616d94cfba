package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"minutebook/model"
	"minutebook/model/life"
	"minutebook/ui/theme"
	"minutebook/ui/widget"
)

// approveDialog lists the minutes of earlier meetings that wait to be approved,
// and puts the sentence approving those chosen into the item at hand.
type approveDialog struct {
	*form
	s     *meetingScreen
	waits []life.Awaiting
	// unsaid are those approved here already, without some of their corrections;
	// they stand behind those that wait.
	unsaid []life.Unsaid
	busy   bool

	list      *widget.Rows
	part      *widget.Segments
	parts     fyne.CanvasObject
	completed *widget.Button
	hint      *widget.Para
	notes     *widget.Para // about private notes
}

// partsOf are what of minutes may be approved, in the order of the dialog.
var partsOf = []model.Part{model.Whole, model.OpenPart, model.ClosedPart}

func (w *Window) askApprove() {
	s := w.meeting
	if s.work.kept().State.Frozen() {
		w.say(tr("These minutes have left the office. Open the meeting that approves, and ask there"))
		return
	}
	if _, ok := s.itemHere(); !ok {
		return
	}
	d := &approveDialog{s: s, busy: true}
	d.list = widget.NewRows(widget.Table, tr("Reading the earlier minutes …"), widget.Column{Title: tr("Minutes of")}, widget.Column{Title: tr("Corrections"), Width: 110, End: true},
		widget.Column{Width: 16}, widget.Column{Title: tr("State"), Width: 150})
	d.list.Length = func() int { return len(d.waits) + len(d.unsaid) }
	d.list.Row = d.row
	d.list.OnSelected = func(int) { d.pick() }
	d.list.OnOpen = func(int) {
		if d.approve() {
			d.modal.Close()
		}
	}
	d.part = widget.NewSegments(nil, widget.Segment{Words: tr("All of them")}, widget.Segment{Words: tr("The open part")}, widget.Segment{Words: tr("The restricted part")})
	d.part.Wrap = true
	d.parts = labelled(tr("What is approved"), d.part)
	d.parts.Hide()
	d.completed = widget.NewSwitch(tr("And note the completed actions"), false, nil)
	d.completed.Hide()
	d.hint, d.notes = caption(""), caption("")
	warning := caption("")
	if s.work.kept().Kind == model.Extraordinary {
		setCaption(warning, tr("This is an extraordinary meeting, which usually may not approve minutes. It can be recorded all the same."))
	}
	d.form = newForm(warning, newLines(5, d.list), d.hint, d.notes, d.parts, container.New(&inRow{}, d.completed))
	d.wide = true
	d.follow(d.part)
	d.show(w, tr("Approve earlier minutes"), widget.Choice{Words: tr("Put the sentence in"), Do: d.approve, Default: true}, widget.Choice{Words: tr("Cancel"), Cancel: true})
	w.window.Canvas().Focus(d.list)
	d.read()
}

// read reads what waits, away from the window.
func (d *approveDialog) read() {
	m := d.s.work.meeting()
	var waits []life.Awaiting
	var unsaid []life.Unsaid
	completed := 0
	book, words := d.s.w.book, d.s.w.corrections()
	d.s.w.out.Later(func() (err error) {
		if waits, err = life.Waits(book, m); err != nil {
			return err
		}
		if unsaid, err = life.UnsaidCorrections(book, m, words); err != nil {
			return err
		}
		meetings, err := book.Meetings()
		if err != nil {
			return err
		}
		actions, err := book.Actions()
		completed = len(life.Completed(meetings, actions, m.BodyID, m.Date))
		return err
	}, func(err error) {
		d.busy = false
		if !d.open() {
			return
		}
		d.list.SetEmpty(tr("No earlier minutes of this body wait to be approved."))
		if err == nil && len(life.Approvals(m)) > 0 {
			d.list.SetEmpty(tr("No other minutes of this body wait: those that do are approved in these minutes already."))
		}
		if err != nil {
			d.refuse(nil, explain("read the earlier minutes", err))
			return
		}
		d.waits, d.unsaid = waits, unsaid
		if completed > 0 && len(waits) > 0 {
			d.completed.Show()
			d.completed.SetOn(true)
		}
		d.list.Refresh()
		if len(waits)+len(unsaid) > 0 {
			d.list.Select(0)
		}
		d.pick()
	})
}

func (d *approveDialog) row(n int) widget.Row {
	if n >= len(d.waits) {
		u := d.unsaid[n-len(d.waits)]
		return widget.Row{Cells: []widget.Cell{{Words: joinNotes(u.Meeting.Date.Full(), meetingKindWord(u.Meeting.Kind))}, {Words: some(len(u.Meeting.Corrections))}, {}, {Words: tr("APPROVED HERE"), Tone: theme.Draft}}}
	}
	one := d.waits[n]
	state, tone := stateWord(one.Meeting.State)
	switch {
	case one.Approval.Ratifies:
		state, tone = tr("TO RATIFY"), theme.Draft
	case one.Approval.Part == model.ClosedPart:
		state = tr("RESTRICTED PART")
	case one.Approval.Part == model.OpenPart:
		state = tr("OPEN PART")
	}
	return widget.Row{Cells: []widget.Cell{{Words: joinNotes(one.Meeting.Date.Full(), meetingKindWord(one.Meeting.Kind))}, {Words: some(len(one.Meeting.Corrections))}, {}, {Words: state, Tone: tone}}}
}

func (d *approveDialog) chosen() (life.Awaiting, bool) {
	if n := d.list.Selected(); n >= 0 && n < len(d.waits) {
		return d.waits[n], true
	}
	return life.Awaiting{}, false
}

// lacking is the sentence chosen that does not say all corrections, if it is one.
func (d *approveDialog) lacking() (life.Unsaid, bool) {
	if n := d.list.Selected() - len(d.waits); n >= 0 && n < len(d.unsaid) {
		return d.unsaid[n], true
	}
	return life.Unsaid{}, false
}

// pick shows what goes with the minutes chosen.
func (d *approveDialog) pick() {
	one, ok := d.chosen()
	setCaption(d.hint, "")
	shownIf(d.parts, ok && one.Meeting.HasRestricted() && one.Approval.Part == model.Whole)
	switch {
	case !ok:
		if u, lacks := d.lacking(); lacks {
			words := trf("The sentence is in these minutes already, but does not say %s. Enter makes it “subject to”, with them under it as bullets.", plural(len(u.Corrections), "correction", "corrections"))
			if life.Closed(d.s.work.meeting().State) {
				words += " " + tr("This meeting is closed, so the earlier minutes are then approved and sealed, which nothing takes back.")
			}
			setCaption(d.hint, words)
		}
	case one.Approval.Ratifies:
		setCaption(d.hint, passedWords(one.Meeting))
	case one.Meeting.State == model.Draft:
		setCaption(d.hint, tr("They are still a draft. Circulate them before this meeting closes, or its close does not approve them."))
	case one.Approval.SubjectTo:
		setCaption(d.hint, trf("The sentence says “subject to”, with %s under it as bullets.", plural(len(one.Meeting.Corrections), "correction", "corrections")))
	}
	setCaption(d.notes, "")
	if n := one.Meeting.PrivateNotes(); ok && n > 0 {
		setCaption(d.notes, trf("They hold %s, which the seal will cover. To remove them, open those minutes before this meeting closes: Ctrl+K, then Remove private notes.", plural(n, "private note", "private notes")))
	}
	d.calm()
	d.laid()
}

// approve puts the sentence in, as one step to undo.
func (d *approveDialog) approve() bool {
	if u, lacks := d.lacking(); lacks {
		d.modal.OnClosed = func() { d.s.putUnsaid(u) }
		return true
	}
	one, ok := d.chosen()
	switch {
	case d.busy:
		return d.refuse(nil, tr("The earlier minutes are still being read."))
	case !ok:
		return d.refuse(nil, tr("No earlier minutes wait. Circulate them first, or press Esc."))
	}
	a := one.Approval
	if d.parts.Visible() {
		a.Part = partsOf[max(d.part.Chosen(), 0)]
	}
	a.Completed = d.completed.Visible() && d.completed.On()
	d.modal.OnClosed = func() { d.s.putApproval(a, one.Meeting) }
	return true
}

// putApproval puts the sentence approving earlier minutes into the item at hand,
// and the corrections they are subject to under it.
func (s *meetingScreen) putApproval(a model.Approval, earlier model.Meeting) {
	made := model.Stamp(s.w.out.Now())
	entries := []model.Entry{{Kind: model.Paragraph, Approves: &a}}
	if a.SubjectTo {
		entries = append(entries, s.w.corrections()(earlier)...)
	}
	after := s.work.context().After
	m := s.work.meeting()
	var all model.Many
	for _, e := range entries {
		e.ID, e.Made = s.w.out.NewID(), made
		all = append(all, model.AddEntry{Item: s.work.item, After: after, Entry: e})
		after = e.ID
	}
	if m.State == model.Planned { // what is prepared begins no meeting
		all = append(all, model.SetState{State: model.Planned})
	}
	if s.change(s.work.session.Do(all)) {
		s.w.say(trf("Put in: the approval of the minutes of %s; Ctrl+Z takes it back", a.Date.Long()))
	}
}
