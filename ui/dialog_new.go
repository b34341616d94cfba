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
	// offered are the words that the dialog put into the fields for a body.
	offered offeredMeeting
	// asked counts what is being worked out; only the last of it is shown.
	asked   int
	callOff func()
	// words are those for the corrections to earlier minutes.
	words func(earlier model.Meeting) []model.Entry

	body, date, title, time, venue *widget.Field
	kind, minutes, actions         *widget.Segments
	ticks                          *fyne.Container
	list                           *widget.Rows
	about, day, takes              *widget.Para
}

// listed is how many bodies the dialog shows at once.
const listed = 4

func (w *Window) askNewMeeting() {
	d := &newDialog{w: w, callOff: func() {}, words: w.corrections()}
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
	rows := newLines(float32(min(len(d.bodies), listed))+0.1, d.list)
	if len(d.bodies) == 0 {
		rows.Hide()
	}
	d.kind = widget.NewSegments(func(int) { d.said() }, widget.Segment{Words: tr("Ordinary")}, widget.Segment{Words: tr("Extraordinary")}, widget.Segment{Words: tr("Annual")})
	d.minutes, d.actions = d.tick(), d.tick()
	d.takes = caption("")
	d.ticks = container.New(beside{}, labelled(tr("Earlier minutes"), d.minutes), labelled(tr("Open actions"), d.actions))
	d.ticks.Hide()
	d.form = newForm(stacked(6, d.body, rows, d.about), container.New(beside{}, stacked(4, d.date, d.day), d.time), container.New(beside{}, d.venue, d.title),
		labelled(tr("Kind"), d.kind), d.takes, d.ticks)
	for _, f := range []*widget.Field{d.date, d.time, d.venue} {
		f.OnFocus = func(focused bool) {
			if focused && d.offered.has(f.Text()) { // what is typed takes its place
				f.Select(0, len([]rune(f.Text())))
			}
		}
	}
	d.follow(d.body, d.date, d.time, d.venue, d.title, d.kind, d.minutes, d.actions)
	d.wide = true
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

// tick is whether something of earlier meetings is taken over.
func (d *newDialog) tick() *widget.Segments {
	return widget.NewSegments(func(int) { d.workOut() }, widget.Segment{Words: tr("On the agenda")}, widget.Segment{Words: tr("Left out")})
}

// said says under the fields what was understood.
func (d *newDialog) said() {
	d.twice = ""
	d.calm()
	name := tidy(d.body.Text())
	b, known := d.known(name)
	d.offer(b)
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
		setCaption(d.day, joinNotes(date.Full(), d.offered.whyOf(date)))
	}
	d.workOut()
	d.laid()
}

// whoComes says where the list of those attending will come from.
func (d *newDialog) whoComes(b model.Body) string {
	date, _ := d.when()
	switch seats := len(b.SeatsOn(date)); {
	case b.Away != nil:
		return sentence(capital(reason(errBodyAway)))
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
	p, at, err := d.wanted()
	if err != nil {
		return p, at, err
	}
	if p.meeting, err = d.meeting(p); err != nil {
		return p, d.body, err
	}
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

// wanted reads which body meets and when.
func (d *newDialog) wanted() (plan, *widget.Field, error) {
	name := tidy(d.body.Text())
	if name == "" {
		return plan{}, d.body, errNoBody
	}
	p := plan{newID: d.w.out.NewID}
	var ok bool
	if p.date, ok = d.when(); !ok {
		return p, d.date, errNoDate
	}
	if p.body, ok = d.known(name); !ok {
		p.body = model.Body{ID: d.w.out.NewID(), Rev: 1, Name: name}
		p.newBody = true
	}
	if p.body.Away != nil {
		return p, d.body, errBodyAway
	}
	return p, nil, nil
}

// plan is a meeting that is about to be made.
type plan struct {
	body    model.Body
	newBody bool
	date    model.Date
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

// tidy is what was typed in a field, without spaces around it.
func tidy(words string) string { return strings.Join(strings.Fields(words), " ") }

// same says whether two names are the same but for case and accents.
func same(a, b string) bool { return slices.Equal(find.Tokens(a), find.Tokens(b)) }
