package ui

import (
	"slices"
	"strings"
	"time"

	"minutebook/model"
	"minutebook/model/life"
	"minutebook/ui/widget"
)

// offeredMeeting is what the dialog for a new meeting offers of itself: the day
// of the body's next meeting, with time and place where its last minutes say
// them.
type offeredMeeting struct {
	body              model.ID
	date, time, venue string
	on                model.Date
	why               string // where the day comes from; "" for today
}

// has says whether words are what was offered.
func (o offeredMeeting) has(words string) bool {
	return words != "" && (words == o.date || words == o.time || words == o.venue)
}

// whyOf says where a day comes from, if it is the one that was offered.
func (o offeredMeeting) whyOf(day model.Date) string {
	if day != o.on {
		return ""
	}
	return o.why
}

// offer puts into the fields what is known of the body's next meeting. What
// the clerk typed stays.
func (d *newDialog) offer(b model.Body) {
	if d.offered.date != "" && d.offered.body == b.ID {
		return
	}
	next := d.offerOf(b)
	for _, f := range []struct {
		field     *widget.Field
		was, next string
	}{{d.date, d.offered.date, next.date}, {d.time, d.offered.time, next.time}, {d.venue, d.offered.venue, next.venue}} {
		if f.field.Text() == f.was {
			f.field.Set(f.next, len([]rune(f.next)))
		}
	}
	d.offered = next
}

// offerOf is what is known of a body's next meeting: what its last minutes say,
// or else the day that its meetings before lead to; today where none does.
func (d *newDialog) offerOf(b model.Body) offeredMeeting {
	today := model.DateOf(d.w.out.Now())
	o := offeredMeeting{body: b.ID, on: today}
	last := lastHeld(d.meetings, b.ID)
	if last != nil {
		m, err := d.w.book.Meeting(last.ID)
		if err != nil {
			d.w.out.Log.Error("read the last meeting", "meeting", string(last.ID), "error", err)
		}
		if next := m.Next; next != nil && next.Date.Valid() && next.Date > m.Date && next.Date >= today && !d.meetsOn(b.ID, next.Date) {
			o.on, o.why = next.Date, trf("as the minutes of %s say", m.Date.Long())
			o.time, o.venue = string(next.At), next.Venue
		} else if day := rhythm(d.meetings, b.ID); day >= today && !d.meetsOn(b.ID, day) {
			o.on, o.why = day, tr("as its meetings before lead to")
		}
	}
	o.date = o.on.Long()
	return o
}

// lastHeld is the body's newest meeting that was not cancelled.
func lastHeld(meetings []model.Summary, body model.ID) *model.Summary {
	for _, m := range slices.Backward(meetings) {
		if m.BodyID == body && m.State != model.Cancelled {
			return &m
		}
	}
	return nil
}

func (d *newDialog) meetsOn(body model.ID, day model.Date) bool {
	return slices.ContainsFunc(d.meetings, func(m model.Summary) bool { return m.BodyID == body && m.Date == day && m.State != model.Cancelled })
}

// rhythm is the day that the last three ordinary meetings of a body lead to,
// where they were as many months apart, each on the same weekday of its month;
// "" where there is no rhythm in them.
func rhythm(meetings []model.Summary, body model.ID) model.Date {
	var days []time.Time
	for _, m := range slices.Backward(meetings) {
		if m.BodyID == body && m.State != model.Cancelled && m.Kind == model.Ordinary && m.Date.Valid() && len(days) < 3 {
			days = append(days, m.Date.Time())
		}
	}
	if len(days) < 3 {
		return ""
	}
	apart := months(days[1], days[0])
	same := func(a, b time.Time) bool { return a.Weekday() == b.Weekday() && weekOf(a) == weekOf(b) }
	if apart < 1 || months(days[2], days[1]) != apart || !same(days[0], days[1]) || !same(days[1], days[2]) {
		return ""
	}
	first := time.Date(days[0].Year(), days[0].Month()+time.Month(apart), 1, 0, 0, 0, 0, time.UTC)
	ahead := (int(days[0].Weekday()) - int(first.Weekday()) + 7) % 7
	next := first.AddDate(0, 0, ahead+7*weekOf(days[0]))
	if next.Month() != first.Month() {
		return "" // the month has no fifth one
	}
	return model.DateOf(next)
}

// months counts the months from a day to a later one by their names.
func months(from, to time.Time) int {
	return (to.Year()-from.Year())*12 + int(to.Month()) - int(from.Month())
}

// weekOf is which of its weekdays in the month a day is, from 0.
func weekOf(day time.Time) int { return (day.Day() - 1) / 7 }

// kinds are the kinds of meeting in the order of their segments.
var meetingKinds = []model.MeetingKind{model.Ordinary, model.Extraordinary, model.Annual}

// next is the meeting as it is made from the last, before anything is left out.
func (d *newDialog) next(p plan, kind model.MeetingKind, made string) (life.Proposal, error) {
	proposal, err := life.Next(d.w.book, life.Asked{Body: p.body, Date: p.date, Kind: kind, Made: made, NewID: p.newID, Corrections: d.words})
	if err == nil && proposal.Meeting.Numbering == (model.Numbered{}) {
		proposal.Meeting.Numbering = p.body.Numbered(p.date, d.meetings)
	}
	return proposal, err
}

// meeting is the meeting that is made.
func (d *newDialog) meeting(p plan) (model.Meeting, error) {
	proposal, err := d.next(p, meetingKinds[d.kind.Chosen()], model.Stamp(d.w.out.Now()))
	if err != nil {
		return model.Meeting{}, err
	}
	if d.offered.time != "" { // the field says it, unless the clerk emptied it
		proposal.Meeting.Begin = ""
	}
	if d.offered.venue != "" {
		proposal.Meeting.Venue = ""
	}
	return without(proposal.Meeting, p.body, d.minutes.Chosen() == 1, d.actions.Chosen() == 1), nil
}

// without is a meeting made from the last without the sentences that approve
// earlier minutes, or without the actions of earlier meetings. The item that
// was made for them alone goes with them.
func without(m model.Meeting, b model.Body, minutes, actions bool) model.Meeting {
	m = m.Clone()
	m.Items = slices.DeleteFunc(m.Items, func(it model.Item) bool {
		return len(it.Entries) > 0 && !slices.Contains(b.Standing, it.Title) && leftOut(it, minutes, actions)
	})
	for i := range m.Items {
		if leftOut(m.Items[i], minutes, actions) {
			m.Items[i].Entries = nil
		}
	}
	return m
}

// leftOut says whether what stands in an item is to be left out.
func leftOut(it model.Item, minutes, actions bool) bool {
	if slices.ContainsFunc(it.Entries, func(e model.Entry) bool { return e.Approves != nil }) {
		return minutes
	}
	return actions
}

// workOut says what the meeting will take over, off the window's goroutine: the
// register of all meetings is read for it.
func (d *newDialog) workOut() {
	d.asked++
	asked := d.asked
	p, _, err := d.wanted()
	if err != nil || p.newBody {
		setCaption(d.takes, "")
		d.ticks.Hide()
		d.laid()
		return
	}
	d.callOff()
	d.callOff = d.w.out.After(pause, func() { d.count(p, asked) })
}

// pause is how long the clerk must have stopped typing for it.
const pause = 150 * time.Millisecond

// count counts what the meeting would take over, and tells it.
func (d *newDialog) count(p plan, asked int) {
	kind := meetingKinds[d.kind.Chosen()]
	p.newID = func() model.ID { return "" } // it is only counted
	var proposal life.Proposal
	d.w.out.Later(func() error {
		var err error
		proposal, err = d.next(p, kind, "")
		return err
	}, func(err error) {
		if asked != d.asked || !d.open() {
			return
		}
		if err != nil {
			setCaption(d.takes, explain("read what the last meeting left", err))
		} else {
			d.tell(p.body, proposal)
		}
		d.laid()
	})
}

// tell says what the meeting will take over.
func (d *newDialog) tell(b model.Body, p life.Proposal) {
	m := without(p.Meeting, b, d.minutes.Chosen() == 1, d.actions.Chosen() == 1)
	var parts []string
	if n := len(m.Attendees); n > 0 {
		parts = append(parts, plural(n, "person", "people"))
	}
	if n := len(b.Standing); n > 0 && m.Kind != model.Extraordinary {
		parts = append(parts, plural(n, "standing item", "standing items"))
	}
	if len(p.Approves) > 0 && d.minutes.Chosen() == 0 {
		var days []string
		for _, s := range p.Approves {
			days = append(days, s.Date.Long())
		}
		parts = append(parts, trf("the minutes of %s to approve", strings.Join(days, ", ")))
		if len(p.Completed) > 0 {
			parts = append(parts, trf("%s to note", plural(len(p.Completed), "completed action", "completed actions")))
		}
	}
	if len(p.Open) > 0 && d.actions.Chosen() == 0 {
		parts = append(parts, plural(len(p.Open), "open action", "open actions"))
	}
	words := tr("There is nothing to take over.")
	if len(parts) > 0 {
		words = trf("It takes over %s.", strings.Join(parts, ", "))
	}
	if m.Kind == model.Extraordinary {
		words += " " + tr("It is called for business of its own, so earlier minutes and actions wait for the next ordinary meeting.")
	}
	setCaption(d.takes, words)
	setVisible(d.ticks, len(p.Approves)+len(p.Open)+len(p.Completed) > 0)
	for n, there := range []bool{len(p.Approves) > 0, len(p.Open)+len(p.Completed) > 0} {
		setVisible(d.ticks.Objects[n], there)
	}
	d.takes.Refresh()
}
