package ui

import (
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"minutebook/model"
	"minutebook/model/quick"
	"minutebook/ui/widget"
)

// seatDialog changes all that there is of a seat, and the address of whoever
// sits there.
type seatDialog struct {
	*form
	s    *bodyScreen
	seat model.Seat

	name, post, group, from, to, mail, since *widget.Field
	acting, capacity                         *widget.Segments
	days                                     *widget.Para
}

// mailExample is an address, dateExample how a day may be written.
const (
	mailExample = "clerk@example.org"
	dateExample = "24 June 2022, or 24/6/22"
)

// askSeat changes a seat of the roster.
func (s *bodyScreen) askSeat(seat model.Seat) {
	d := &seatDialog{s: s, seat: seat, days: caption("")}
	d.name = d.field(tr("Name as printed, with honorific or rank"), "", seat.Name)
	d.post = d.field(tr("Post"), tr("Treasurer"), seat.Post)
	d.group = d.field(tr("Group it stands under"), tr("Town Council"), seat.Group)
	d.mail = d.field(tr("Mail address"), mailExample, s.mail[seat.Person])
	d.from = d.field(tr("First day"), dateExample, seat.From.Long())
	d.to = d.field(tr("Last day"), dateExample, seat.To.Long())
	d.since = d.field(tr("Another post from which day? Empty puts it right for all days"), dateExample, "")
	d.acting = widget.NewSegments(nil, widget.Segment{Words: tr("Holds it")}, widget.Segment{Words: tr("Acting")})
	d.acting.Choose(which(seat.Acting))
	d.capacity = widget.NewSegments(nil, widget.Segment{Words: tr("Member")}, widget.Segment{Words: tr("Attending")}, widget.Segment{Words: tr("Observing")})
	d.capacity.Choose(max(slices.Index(model.Capacities, seat.Capacity), 0))
	d.capacity.Wrap = true
	d.group.OnKey = d.steer
	d.form = newForm(d.name, container.New(beside{}, d.post, d.group), container.New(beside{}, labelled(tr("The post"), d.acting), labelled(tr("Capacity"), d.capacity)),
		d.mail, stacked(4, container.New(beside{}, d.from, d.to), d.days), d.since)
	d.follow(d.name, d.post, d.group, d.acting, d.capacity, d.mail, d.from, d.to, d.since)
	d.wide = true
	d.said()
	d.show(s.w, trf("Seat of %s", cut(seat.Name, 40)), widget.Choice{Words: tr("Keep"), Do: d.keep, Default: true}, widget.Choice{Words: tr("Cancel"), Cancel: true})
	if d.on != nil && d.open() {
		d.on.Focus(d.post)
		d.post.Select(0, len([]rune(d.post.Text())))
	}
}

func (d *seatDialog) field(label, placeholder, was string) *widget.Field {
	f := widget.NewField(label, placeholder)
	f.Set(was, len([]rune(was)))
	f.OnChanged = func(string, int) {
		f.SetError("")
		d.calm()
		d.said()
	}
	return f
}

// steer lets Up and Down in the group's field go through the groups there are.
func (d *seatDialog) steer(name fyne.KeyName) bool {
	var groups []string
	for _, s := range d.s.body.Seats {
		if s.Group != "" && !slices.Contains(groups, s.Group) {
			groups = append(groups, s.Group)
		}
	}
	if !upOrDown(name) || len(groups) == 0 {
		return false
	}
	at, by := slices.Index(groups, tidy(d.group.Text())), 1
	if name == fyne.KeyUp {
		by = -1
		if at < 0 {
			at = 0
		}
	}
	group := groups[(at+by+len(groups))%len(groups)]
	d.group.Set(group, len([]rune(group)))
	return true
}

// said says under the days which they are.
func (d *seatDialog) said() {
	if d.form == nil {
		return // the fields are being made
	}
	var parts []string
	for _, one := range []struct {
		field *widget.Field
		words string
	}{{d.from, tr("from %s")}, {d.to, tr("until %s")}} {
		if day, ok := d.s.day(one.field); ok && day != "" {
			parts = append(parts, strings.Replace(one.words, "%s", day.Full(), 1))
		}
	}
	setCaption(d.days, sentence(capital(strings.Join(parts, ", "))))
	d.laid()
}

// day is the day that a field names; "" where it is empty.
func (s *bodyScreen) day(f *widget.Field) (model.Date, bool) {
	words := tidy(f.Text())
	if words == "" {
		return "", true
	}
	return quick.ParseDate(words, s.today())
}

var (
	errSeatName = errors.New("a seat has somebody's name")
	errDay      = errors.New("write a day, as in 24 June 2022")
	errNoDay    = errors.New("say on which day, as in 24 June 2022")
	errEndFirst = errors.New("the last day is before the first")
	errSince    = errors.New("another post begins within the seat's own days")
)

// read reads the fields. The error is about the field given with it.
func (d *seatDialog) read() (seat model.Seat, since model.Date, at *widget.Field, err error) {
	seat = d.seat
	seat.Name, seat.Post, seat.Group = tidy(d.name.Text()), tidy(d.post.Text()), tidy(d.group.Text())
	seat.Acting = d.acting.Chosen() == 1 && seat.Post != ""
	seat.Capacity = model.Capacities[d.capacity.Chosen()]
	if seat.Name == "" {
		return seat, "", d.name, errSeatName
	}
	if mail := tidy(d.mail.Text()); mail != "" && !isAddress(mail) {
		return seat, "", d.mail, errAddress
	}
	for _, one := range []struct {
		field *widget.Field
		into  *model.Date
	}{{d.from, &seat.From}, {d.to, &seat.To}, {d.since, &since}} {
		day, ok := d.s.day(one.field)
		if !ok {
			return seat, "", one.field, errDay
		}
		*one.into = day
	}
	switch {
	case seat.To != "" && seat.To < seat.From:
		return seat, "", d.to, errEndFirst
	case since != "" && (since <= seat.From || seat.To != "" && since > seat.To):
		return seat, "", d.since, errSince
	}
	return seat, since, nil, nil
}

// keep keeps the seat as the fields say. From a day on it is another one, and
// the one before it ends.
func (d *seatDialog) keep() bool {
	seat, since, at, err := d.read()
	if err != nil {
		at.SetError(sentence(capital(reason(err))))
		return d.refuse(at, sentence(capital(reason(err))))
	}
	s := d.s
	var saves []model.Save[model.Person]
	seat.Person, saves, err = s.withMail(seat, tidy(d.mail.Text()))
	if err != nil {
		return d.refuse(d.mail, explain("read the people", err))
	}
	if seat == d.seat && len(saves) == 0 {
		return true
	}
	next := s.body.Clone()
	i := slices.IndexFunc(next.Seats, func(one model.Seat) bool { return one.ID == d.seat.ID })
	switch {
	case i < 0:
		return d.refuse(d.name, tr("The seat is not on the roster any more."))
	case since != "":
		next.Seats[i].To = since.AddDays(-1)
		seat.ID, seat.From = s.w.out.NewID(), since
		next.Seats = slices.Insert(next.Seats, i+1, seat)
	default:
		next.Seats[i] = seat
	}
	if !s.put(trf("Changed %s.", d.seat.Name), next, saves) {
		return d.refuse(d.name, notKeptWords())
	}
	s.roster.rows.Select(s.seats.at(seat.ID))
	return true
}

// withMail is whoever sits in a seat, with what is to be kept so that they have
// that address.
func (s *bodyScreen) withMail(seat model.Seat, mail string) (model.ID, []model.Save[model.Person], error) {
	people, err := s.w.book.People()
	if err != nil {
		return "", nil, err
	}
	i := slices.IndexFunc(people, func(p model.Person) bool { return p.ID == seat.Person })
	switch {
	case i >= 0 && people[i].Mail == mail, i < 0 && mail == "":
		return seat.Person, nil, nil
	case i >= 0:
		p := people[i]
		base := p.Rev
		p.Mail, p.Rev = mail, base+1
		return p.ID, []model.Save[model.Person]{{Base: base, Value: p}}, nil
	}
	p := model.Person{ID: s.w.out.NewID(), Rev: 1, Name: seat.Name, Mail: mail}
	return p.ID, []model.Save[model.Person]{{Value: p}}, nil
}
