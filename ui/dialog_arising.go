package ui

import (
	"slices"
	"strings"

	"minutebook/model"
	"minutebook/model/life"
	"minutebook/model/register"
	"minutebook/ui/theme"
	"minutebook/ui/widget"
)

// arisingDialog offers the actions of the body's earlier meetings: those
// completed since the last one, to be noted, and those still open, as matters
// arising. What is chosen goes into the minutes.
type arisingDialog struct {
	*form
	s    *meetingScreen
	rows []arisingRow
	list *widget.Rows
	how  *widget.Segments
	// approval is the entry that approves earlier minutes and could note the
	// completed actions with them; nil where there is none.
	approval *model.Entry
	about    *widget.Para
}

// arisingRow is a heading, or an action that may be taken.
type arisingRow struct {
	heading string
	action  register.Action
	done    bool // complete
	in      bool // the minutes have it already
	taken   bool
}

// arisingRest is how high the rest of the dialog is, in units before the text
// scale.
const arisingRest = 330

// mayArise says whether earlier actions can be put into the open meeting: its
// minutes have not left the office.
func mayArise(w *Window) bool { return onMeeting(w) && !w.meeting.work.meeting().State.Frozen() }

// askArising reads the actions off the window's goroutine, and then offers
// them.
func (w *Window) askArising() {
	s := w.meeting
	m := s.work.meeting()
	var offer register.Offer
	w.out.Later(func() error {
		meetings, err := w.book.Meetings()
		if err != nil {
			return err
		}
		actions, err := w.book.Actions()
		if last := heldBefore(meetings, m); last != nil {
			offer = register.Since(actions, *last)
		}
		return err
	}, func(err error) {
		switch {
		case w.meeting != s || w.dialogOpen():
		case err != nil:
			w.failed("read the actions", err)
		case len(offer.Completed)+len(offer.Open) == 0:
			w.say(tr("No action of an earlier meeting is open, and none was completed since the last"))
		default:
			s.offerArising(offer)
		}
	})
}

// heldBefore is the meeting of the body before m; nil where there is none.
func heldBefore(meetings []model.Summary, m model.Meeting) *model.Summary {
	for _, one := range slices.Backward(meetings) {
		if one.BodyID == m.BodyID && one.ID != m.ID && one.Date < m.Date && one.State != model.Cancelled {
			return &one
		}
	}
	return nil
}

func (s *meetingScreen) offerArising(offer register.Offer) {
	m := s.work.meeting()
	d := &arisingDialog{s: s, approval: approvalIn(m)}
	noted, listed := inMinutes(m)
	add := func(heading string, actions []register.Action, done bool) {
		if len(actions) > 0 {
			d.rows = append(d.rows, arisingRow{heading: heading})
		}
		for _, a := range actions {
			in := done && noted[life.DoneName(a)] || !done && slices.ContainsFunc(listed, func(text string) bool { return strings.HasPrefix(text, life.ListedAs(a)) })
			d.rows = append(d.rows, arisingRow{action: a, done: done, in: in, taken: done && !in})
		}
	}
	add(tr("Completed since the last meeting"), offer.Completed, true)
	add(tr("Still open"), offer.Open, false)
	d.list = widget.NewRows(widget.Table, "", widget.Column{Width: 128}, widget.Column{Title: tr("No."), Width: 72}, widget.Column{Title: tr("Action")}, widget.Column{Title: tr("Owner and due"), Width: 184})
	d.list.Length, d.list.Row = func() int { return len(d.rows) }, d.row
	d.list.OnLetter = func(r rune) bool {
		if r == ' ' {
			d.toggle()
		}
		return r == ' '
	}
	d.how = widget.NewSegments(func(int) { d.fill() }, widget.Segment{Words: tr("A line for each")}, widget.Segment{Words: tr("All of them with the earlier minutes")})
	d.how.Wrap = true
	how := labelled(tr("The completed are noted by"), d.how)
	setVisible(how, d.approval != nil && len(offer.Completed) > 0)
	d.about = caption("")
	one := widget.NewButton(tr("Take, or leave"), "Space", d.toggle)
	all := widget.NewButton(tr("All that are open"), "", d.takeOpen)
	d.form = newForm(d.about, newLines(s.w.roomFor(chooserRows, arisingRest), d.list), newBar(widget.NewLabel("", softStyle), one, all), how)
	d.wide = true
	d.follow(d.how)
	d.fill()
	d.list.Select(1)
	d.show(s.w, tr("What became of earlier actions"), widget.Choice{Words: tr("Put into the minutes"), Do: d.put, Default: true}, widget.Choice{Words: tr("Cancel"), Cancel: true})
}

// approvalIn is the last entry of m that approves earlier minutes without
// noting the completed actions with them; nil where there is none.
func approvalIn(m model.Meeting) *model.Entry {
	var found *model.Entry
	for _, it := range m.Items {
		for _, e := range it.Entries {
			if e.Approves != nil {
				found = &e
			}
		}
	}
	if found == nil || found.Approves.Completed {
		return nil
	}
	return found
}

// inMinutes are the actions that m notes as done, as it names them, and the
// lines of it that may list one.
func inMinutes(m model.Meeting) (noted map[string]bool, listed []string) {
	noted = map[string]bool{}
	for _, it := range m.Items {
		for _, e := range it.Entries {
			switch {
			case e.Done != nil:
				noted[e.Done.Action] = true
			case e.Kind == model.Bullet:
				listed = append(listed, e.Text)
			}
		}
	}
	return noted, listed
}

// together says whether the completed actions are noted with earlier minutes.
func (d *arisingDialog) together() bool { return d.approval != nil && d.how.Chosen() == 1 }

func (d *arisingDialog) row(n int) widget.Row {
	r := d.rows[n]
	if r.heading != "" {
		return widget.Row{Heading: true, Cells: []widget.Cell{{Words: r.heading}}}
	}
	words, tone := tr("Left"), theme.Plain
	switch {
	case r.in:
		words = tr("In the minutes")
	case r.done && (r.taken || d.together()):
		words, tone = tr("Noted"), theme.Decision
	case r.taken:
		words, tone = tr("Listed"), theme.Action
	}
	a := r.action
	facts := joinNotes(strings.Join(a.Owners, ", "), dueWords(a.Due))
	if r.done {
		facts = joinNotes(trf("on %s", shortDate(a.On)), a.Note)
	}
	return widget.Row{Cells: []widget.Cell{{Words: words, Tone: tone}, {Words: numberOf(a)}, {Words: a.Text, Soft: r.in}, {Words: facts, Soft: true}}}
}

// numberOf is the number of an action as it is printed.
func numberOf(a register.Action) string {
	if a.Printed != "" {
		return a.Printed
	}
	return numberOr(a.Number, "")
}

// chosen are the actions that are taken: those complete, and those open.
func (d *arisingDialog) chosen() (done, open []register.Action) {
	for _, r := range d.rows {
		switch {
		case r.heading != "" || r.in:
		case r.done && (r.taken || d.together()):
			done = append(done, r.action)
		case !r.done && r.taken:
			open = append(open, r.action)
		}
	}
	return done, open
}

// fill says what will be put where.
func (d *arisingDialog) fill() {
	done, open := d.chosen()
	words := trf("%s to note and %s to list, at %s.", plural(len(done), "completed action", "completed actions"), plural(len(open), "open action", "open actions"), d.place())
	setCaption(d.about, words)
	d.list.Refresh()
	d.laid()
}

// place is the item that they go to, in words.
func (d *arisingDialog) place() string {
	m := d.s.work.meeting()
	for _, it := range m.Items {
		if it.ID == d.s.work.item && !it.Opening() {
			return trf("item %s", strings.TrimSpace(model.Number(m).Items[it.ID]+" "+it.Title))
		}
	}
	return tr("Matters arising, which is made")
}

func (d *arisingDialog) toggle() {
	n := d.list.Selected()
	if n < 0 || d.rows[n].heading != "" {
		return
	}
	d.calm()
	switch r := &d.rows[n]; {
	case r.in:
		d.refuse(d.list, tr("The minutes have it already."))
	case r.done && d.together():
		d.refuse(d.list, tr("Noted with the earlier minutes, they are noted all together. A line for each lets you choose."))
	default:
		r.taken = !r.taken
	}
	d.fill()
	d.list.Select(n)
}

// takeOpen takes all that are open, or leaves them where all are taken.
func (d *arisingDialog) takeOpen() {
	take := slices.ContainsFunc(d.rows, func(r arisingRow) bool { return r.heading == "" && !r.done && !r.in && !r.taken })
	for i := range d.rows {
		if r := &d.rows[i]; r.heading == "" && !r.done && !r.in {
			r.taken = take
		}
	}
	d.fill()
}

// put puts what is chosen into the minutes, as one change.
func (d *arisingDialog) put() bool {
	s := d.s
	done, open := d.chosen()
	if len(done)+len(open) == 0 {
		return d.refuse(d.list, tr("Nothing is chosen. Space takes an action, or leaves it."))
	}
	changes, err := d.changes(done, open)
	if err != nil {
		return d.refuse(d.list, explain("read the actions", err))
	}
	if err := s.work.session.Do(model.Many(changes)); err != nil {
		return d.refuse(d.list, sentence(capital(reason(err))))
	}
	s.leaving = false
	s.fill()
	s.w.say(trf("%s noted, %s listed. Ctrl+Z takes it back", plural(len(done), "completed action", "completed actions"), plural(len(open), "open action", "open actions")))
	return true
}

// changes are what puts the chosen actions into the minutes.
func (d *arisingDialog) changes(done, open []register.Action) ([]model.Change, error) {
	w := d.s.w
	var changes []model.Change
	var entries []model.Entry
	if d.together() && len(done) > 0 {
		e := *d.approval
		approves := *e.Approves
		approves.Completed = true
		e.Approves = &approves
		changes = append(changes, model.SetEntry{Entry: e})
		done = nil
	}
	for _, a := range done {
		e, err := life.Done(w.book, a, w.out.NewID)
		if err != nil {
			return nil, err
		}
		entries = append(entries, e)
	}
	listed, err := life.Listed(w.book, open, w.out.NewID)
	if err != nil {
		return nil, err
	}
	item, add := d.into(len(entries)+len(listed) > 0)
	changes = append(changes, add...)
	for _, e := range append(entries, listed...) {
		changes = append(changes, model.AddEntry{Item: item, After: model.Last, Entry: e})
	}
	return changes, nil
}

// language is that of the body's minutes; what the book does not say is none.
func (d *arisingDialog) language() string {
	b, err := d.s.w.book.Body(d.s.work.meeting().BodyID)
	if err != nil {
		return ""
	}
	return b.Language
}

// into is the item that entries go to, and the change that makes it where the
// meeting is at none and it is wanted.
func (d *arisingDialog) into(wanted bool) (model.ID, []model.Change) {
	work := d.s.work
	for _, it := range work.meeting().Items {
		if it.ID == work.item && !it.Opening() {
			return it.ID, nil
		}
	}
	if !wanted {
		return "", nil
	}
	it := model.Item{ID: d.s.w.out.NewID(), Title: life.ArisingTitle(d.language())}
	return it.ID, []model.Change{model.AddItem{Item: it, After: model.Last}}
}
