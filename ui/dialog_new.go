package ui

import (
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"minutebook/model"
	"minutebook/model/find"
	"minutebook/model/quick"
	"minutebook/ui/widget"
)

// newDialog asks for what a meeting cannot be without, and makes it.
type newDialog struct {
	*form
	w        *Window
	bodies   []model.Body
	meetings []model.Summary
	// twice is what was warned of: asked for again, it is done.
	twice string

	body, date, title, time, venue *widget.Field
	list                           *widget.Rows
	about, day                     *widget.Para
}

// listed is how many bodies the dialog shows at once.
const listed = 4

func (w *Window) askNewMeeting() {
	d := &newDialog{w: w}
	var err error
	if d.bodies, err = w.book.Bodies(); err == nil {
		d.meetings, err = w.book.Meetings()
	}
	if err != nil {
		w.failed("read the minute book", err)
		return
	}
	d.build()
	d.show(w, tr("New meeting"), widget.Choice{Words: tr("Make the meeting"), Do: d.make, Default: true}, widget.Choice{Words: tr("Cancel"), Cancel: true})
	d.body.Select(0, len([]rune(d.body.Text())))
}

func (d *newDialog) build() {
	d.body = widget.NewField(tr("Body"), tr("Name of the board, committee, council or panel"))
	d.date = widget.NewField(tr("Date"), "24 June 2022, or 24/6/22")
	d.title = widget.NewField(tr("Title, where it differs from the house style's"), "")
	d.time = widget.NewField(tr("Time"), "10:00-11:30")
	d.venue = widget.NewField(tr("Venue"), "")
	d.about, d.day = caption(""), caption("")
	d.list = widget.NewRows(widget.Table, tr("No body yet."), widget.Column{}, widget.Column{Width: 176, End: true})
	d.list.Length = func() int { return len(d.bodies) }
	d.list.Row = func(n int) widget.Row {
		return widget.Row{Cells: []widget.Cell{{Words: d.bodies[n].Name}, {Words: d.lastMet(d.bodies[n].ID), Soft: true}}}
	}
	d.list.OnSelected = func(n int) {
		name := d.bodies[n].Name
		d.body.Set(name, len([]rune(name)))
		d.said()
	}
	d.body.OnKey, d.list.To = d.steer, d.body
	d.body.OnChanged = func(string, int) { d.said() }
	d.date.OnChanged = func(string, int) { d.said() }
	rows := newLines(float32(min(len(d.bodies), listed)), d.list)
	if len(d.bodies) == 0 {
		rows.Hide()
	}
	d.form = newForm(stacked(6, d.body, rows, d.about), container.New(beside{}, stacked(4, d.date, d.day), d.time), d.venue, d.title)
	today := model.DateOf(d.w.out.Now()).Long()
	d.date.OnFocus = func(focused bool) {
		if focused && d.date.Text() == today { // a day typed takes its place
			d.date.Select(0, len([]rune(today)))
		}
	}
	d.follow(d.body, d.date, d.time, d.venue, d.title)
	d.date.Set(today, len([]rune(today)))
	if b, ok := d.likely(); ok {
		d.body.Set(b.Name, len([]rune(b.Name)))
	}
	d.said()
}

// likely is the body that the next meeting is of, most likely: the one in
// view, or the one that met last.
func (d *newDialog) likely() (model.Body, bool) {
	id := d.w.bodyAtHand()
	if id == "" && len(d.meetings) > 0 {
		id = d.meetings[len(d.meetings)-1].BodyID
	}
	for _, b := range d.bodies {
		if b.ID == id || len(d.bodies) == 1 {
			return b, true
		}
	}
	return model.Body{}, false
}

// steer lets Up and Down in the body's field go through the bodies.
func (d *newDialog) steer(name fyne.KeyName) bool {
	if !upOrDown(name) || len(d.bodies) == 0 {
		return false
	}
	if n := d.begun(); n >= 0 {
		d.list.Select(n)
		d.list.OnSelected(n)
		return true
	}
	d.list.TypedKey(&fyne.KeyEvent{Name: name})
	return true
}

// begun is the body whose name the words in the field begin, without being it;
// -1 where there is none.
func (d *newDialog) begun() int {
	name := tidy(d.body.Text())
	if _, known := d.known(name); known || name == "" {
		return -1
	}
	return slices.IndexFunc(d.bodies, func(b model.Body) bool {
		letters := []rune(b.Name)
		n := len([]rune(name))
		return n < len(letters) && same(name, string(letters[:n]))
	})
}

// said says under the fields what was understood.
func (d *newDialog) said() {
	d.twice = ""
	d.calm()
	name := tidy(d.body.Text())
	b, known := d.known(name)
	d.list.Select(slices.IndexFunc(d.bodies, func(other model.Body) bool { return known && other.ID == b.ID }))
	switch {
	case name == "" && len(d.bodies) > 0:
		setCaption(d.about, tr("Up and Down choose a body; or type the name of a new one."))
	case name == "":
		setCaption(d.about, tr("The name stands at the head of its minutes."))
	case !known && d.begun() >= 0:
		setCaption(d.about, trf("A new body will be made; Down chooses %s.", d.bodies[d.begun()].Name))
	case !known:
		setCaption(d.about, tr("A new body will be made."))
	default:
		setCaption(d.about, d.whoComes(b))
	}
	date, ok := d.when()
	setCaption(d.day, "")
	if ok {
		setCaption(d.day, date.Full())
	}
	d.laid()
}

// whoComes says where the list of those attending will come from.
func (d *newDialog) whoComes(b model.Body) string {
	date, _ := d.when()
	switch seats := len(b.SeatsOn(date)); {
	case seats > 0:
		return trf("Its roster of %s will be on the attendance list.", plural(seats, "person", "people"))
	case d.lastMet(b.ID) != "":
		return tr("Those of its last meeting will be on the attendance list.")
	default:
		return tr("It has no roster yet.")
	}
}

// known is the body of that name, however it is spelt.
func (d *newDialog) known(name string) (model.Body, bool) {
	for _, b := range d.bodies {
		if same(b.Name, name) {
			return b, true
		}
	}
	return model.Body{}, false
}

// when is the day that the date's field names.
func (d *newDialog) when() (model.Date, bool) {
	return quick.ParseDate(tidy(d.date.Text()), model.DateOf(d.w.out.Now()))
}

func (d *newDialog) lastMet(body model.ID) string {
	for _, m := range slices.Backward(d.meetings) {
		if m.BodyID == body {
			return m.Date.Long()
		}
	}
	return ""
}

// make makes the meeting and opens it, or says what is missing.
func (d *newDialog) make() bool {
	p, field, err := d.plan()
	switch {
	case err != nil:
		return d.refuse(field, sentence(capital(reason(err))))
	case d.alreadyMeets(p) && d.twice != d.key():
		d.twice = d.key()
		return d.refuse(nil, tr("This body has a meeting on that day already. Press Enter again to make another."))
	}
	if err := d.w.book.Commit(p.batch()); err != nil {
		d.w.out.Log.Error("make a meeting", "meeting", string(p.meeting.ID), "error", err)
		return d.refuse(nil, explain("make the meeting", err))
	}
	d.modal.OnClosed = func() { d.w.Open(p.meeting.ID) }
	return true
}

func (d *newDialog) key() string { return tidy(d.body.Text()) + "\n" + tidy(d.date.Text()) }

func (d *newDialog) alreadyMeets(p plan) bool {
	return slices.ContainsFunc(d.meetings, func(m model.Summary) bool {
		return m.BodyID == p.body.ID && m.Date == p.meeting.Date
	})
}

var (
	errNoBody = errors.New("say which body meets")
	errNoDate = errors.New("say on which day it meets, as in 24 June 2022")
)

// plan reads the fields. The error is about the field given with it.
func (d *newDialog) plan() (plan, *widget.Field, error) {
	name := tidy(d.body.Text())
	if name == "" {
		return plan{}, d.body, errNoBody
	}
	date, ok := d.when()
	if !ok {
		return plan{}, d.date, errNoDate
	}
	now := d.w.out.Now()
	p := plan{newID: d.w.out.NewID}
	p.body, ok = d.known(name)
	if !ok {
		p.body = model.Body{ID: d.w.out.NewID(), Rev: 1, Name: name}
		p.newBody = true
	}
	last, err := d.lastMeeting(p.body.ID, date)
	if err != nil {
		return p, d.body, err
	}
	p.meeting = firstDraft(p.body, date, last, p.newID)
	p.meeting.Made = model.Stamp(now)
	for _, f := range []struct {
		field   *widget.Field
		command string
	}{{d.time, "/time "}, {d.venue, "/venue "}, {d.title, "/title "}} {
		if err := p.read(f.command, tidy(f.field.Text())); err != nil {
			return p, f.field, err
		}
	}
	return p, nil, nil
}

// lastMeeting is the body's newest meeting on or before that day, or else its
// newest of all; nil where it never met.
func (d *newDialog) lastMeeting(body model.ID, date model.Date) (*model.Meeting, error) {
	var last *model.Summary
	for _, m := range d.meetings {
		if m.BodyID == body && (last == nil || m.Date <= date || last.Date > date) {
			last = &m
		}
	}
	if last == nil {
		return nil, nil
	}
	m, err := d.w.book.Meeting(last.ID)
	return &m, err
}

// plan is a meeting that is about to be made.
type plan struct {
	body    model.Body
	newBody bool
	meeting model.Meeting
	newID   func() model.ID
}

// read lets a quick line set a fact of the meeting; no words leave it as it is.
func (p *plan) read(command, words string) error {
	if words == "" {
		return nil
	}
	r, err := quick.Read(command+words, quick.Context{Meeting: p.meeting, NewID: p.newID})
	if err != nil {
		return err
	}
	m, _, err := p.meeting.With(r.Changes)
	if err != nil {
		return err
	}
	m.Rev = p.meeting.Rev
	p.meeting = m
	return nil
}

func (p plan) batch() model.Batch {
	b := model.Batch{Meetings: []model.Save[model.Meeting]{{Value: p.meeting}}}
	if p.newBody {
		b.Bodies = []model.Save[model.Body]{{Value: p.body}}
	}
	return b
}

// firstDraft is a planned meeting of a body: with the roster of that day or,
// where there is none, those of its last meeting, and with the standing items.
func firstDraft(b model.Body, date model.Date, last *model.Meeting, newID func() model.ID) model.Meeting {
	m := model.Meeting{ID: newID(), Rev: 1, BodyID: b.ID, Body: b.Name, Style: b.Style, Date: date, Quorum: b.Quorum, State: model.Planned}
	for _, s := range b.SeatsOn(date) {
		m.Attendees = append(m.Attendees, model.Attendee{ID: newID(), Person: s.Person, Name: s.Name, Post: s.Post,
			Group: s.Group, Capacity: s.Capacity, Mark: model.Present})
	}
	if last != nil {
		if len(m.Attendees) == 0 {
			m.Attendees = sameAgain(last.Attendees, newID)
		}
		m.Chair, m.Clerk = inOffice(m, *last, last.Chair), inOffice(m, *last, last.Clerk)
	}
	for _, title := range b.Standing {
		m.Items = append(m.Items, model.Item{ID: newID(), Title: title})
	}
	return m
}

// sameAgain are the people of an earlier meeting as they come to the next:
// all present, for all of it. Deputies came only for somebody else.
func sameAgain(earlier []model.Attendee, newID func() model.ID) []model.Attendee {
	var list []model.Attendee
	for _, a := range earlier {
		if a.DeputyFor == "" {
			list = append(list, model.Attendee{ID: newID(), Person: a.Person, Name: a.Name, Post: a.Post, Group: a.Group,
				Capacity: a.Capacity, Mark: model.Present})
		}
	}
	return list
}

// inOffice is whoever held an office at the last meeting, as an attendee of m;
// "" where they are not one.
func inOffice(m, last model.Meeting, who model.ID) model.ID {
	was, ok := last.Attendee(who)
	if !ok {
		return ""
	}
	for _, a := range m.Attendees {
		known := a.Person != "" && was.Person != "" // by whoever listed both
		if known && a.Person == was.Person || !known && a.Name == was.Name {
			return a.ID
		}
	}
	return ""
}

// tidy is what was typed in a field, without spaces around it.
func tidy(words string) string { return strings.Join(strings.Fields(words), " ") }

// same says whether two names are the same but for case and accents.
func same(a, b string) bool { return slices.Equal(find.Tokens(a), find.Tokens(b)) }
