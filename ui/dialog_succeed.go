package ui

import (
	"slices"

	"fyne.io/fyne/v2/container"

	"minutebook/model"
	"minutebook/model/life"
	"minutebook/model/roster"
	"minutebook/ui/widget"
)

// askSeatEnd ends a seat on a day.
func (s *bodyScreen) askSeatEnd(seat model.Seat) {
	day := widget.NewField(tr("Last day"), dateExample)
	today := s.today()
	if seat.To != "" {
		today = seat.To
	}
	day.Set(today.Long(), len([]rune(today.Long())))
	says := caption("")
	f := newForm(stacked(4, day, says), caption(tr("They stay on the list of every meeting up to that day, and on those of all meetings that are in the book already.")))
	said := func(string, int) {
		f.calm()
		on, ok := s.day(day)
		if !ok {
			on = ""
		}
		setCaption(says, on.Full())
		f.laid()
	}
	day.OnChanged = said
	said("", 0)
	end := func() bool {
		on, ok := s.day(day)
		switch {
		case !ok || on == "":
			return f.refuse(day, sentence(capital(reason(errNoDay))))
		case on < seat.From:
			return f.refuse(day, sentence(capital(reason(errEndFirst))))
		}
		ended := s.change(trf("The seat of %s ends on %s.", seat.Name, on.Long()), nil, func(b *model.Body) {
			if i := slices.IndexFunc(b.Seats, func(one model.Seat) bool { return one.ID == seat.ID }); i >= 0 {
				b.Seats[i].To = on
			}
		})
		if !ended {
			return f.refuse(day, notKeptWords())
		}
		s.roster.rows.Select(s.seats.at(seat.ID))
		return true
	}
	if f.show(s.w, trf("End the seat of %s", cut(seat.Name, 40)), widget.Choice{Words: tr("End it"), Do: end, Default: true}, widget.Choice{Words: tr("Cancel"), Cancel: true}) {
		day.Select(0, len([]rune(day.Text())))
	}
}

// notKeptWords are said in a dialog whose change could not be kept.
func notKeptWords() string {
	return tr("It is not kept yet: what went wrong stands above. Enter tries again.")
}

// succession is one person taking the place of another from a day on.
type succession struct {
	*form
	s                *bodyScreen
	seat             model.Seat
	name, from, mail *widget.Field
	acting           *widget.Segments
	says             *widget.Para
}

// askSuccession has somebody succeed whoever has a seat.
func (s *bodyScreen) askSuccession(seat model.Seat) {
	d := &succession{s: s, seat: seat, says: caption("")}
	d.name = widget.NewField(tr("Who comes, with honorific or rank"), tr("Jane Smith"))
	d.from = widget.NewField(tr("From"), dateExample)
	d.mail = widget.NewField(tr("Mail address"), mailExample)
	d.acting = widget.NewSegments(nil, widget.Segment{Words: tr("Holds it")}, widget.Segment{Words: tr("Acting")})
	today := s.today().Long()
	d.from.Set(today, len([]rune(today)))
	d.form = newForm(d.name, container.New(beside{}, d.from, labelled(tr("The post"), d.acting)), d.mail, d.says)
	for _, f := range []*widget.Field{d.name, d.from, d.mail} {
		f.OnChanged = func(string, int) {
			d.calm()
			d.said()
		}
	}
	d.follow(d.name, d.from, d.acting, d.mail)
	d.said()
	title := trf("Succeed %s", cut(seat.Name, 40))
	d.show(s.w, title, widget.Choice{Words: tr("Succeed"), Do: d.keep, Default: true}, widget.Choice{Words: tr("Cancel"), Cancel: true})
}

// said says what will be done.
func (d *succession) said() {
	name, post := tidy(d.name.Text()), life.PostOf(d.seat)
	if post == "" {
		post = d.seat.Group
	}
	on, ok := d.s.day(d.from)
	switch {
	case name == "" || !ok || on == "":
		setCaption(d.says, tr("The one seat ends the day before, and the other begins. Nobody's earlier meetings change."))
	case post == "":
		setCaption(d.says, trf("%s sits until %s, %s from the next day.", d.seat.Name, on.AddDays(-1).Long(), name))
	default:
		setCaption(d.says, trf("%s passes from %s to %s: the one until %s, the other from the next day.", post, d.seat.Name, name, on.AddDays(-1).Long()))
	}
	d.laid()
}

func (d *succession) keep() bool {
	s, name, mail := d.s, tidy(d.name.Text()), tidy(d.mail.Text())
	on, ok := s.day(d.from)
	switch {
	case name == "":
		return d.refuse(d.name, sentence(capital(reason(errSeatName))))
	case !ok || on == "":
		return d.refuse(d.from, sentence(capital(reason(errNoDay))))
	case on <= d.seat.From || d.seat.To != "" && on > d.seat.To.AddDays(1):
		return d.refuse(d.from, sentence(capital(reason(errSince))))
	case mail != "" && !isAddress(mail):
		return d.refuse(d.mail, sentence(capital(reason(errAddress))))
	}
	seat := model.Seat{ID: s.w.out.NewID(), Name: name, Acting: d.acting.Chosen() == 1}
	id, people, err := s.person(name, mail)
	if err != nil {
		return d.refuse(d.name, explain("read the people", err))
	}
	seat.Person = id
	var saves []model.Save[model.Person]
	for _, p := range people {
		saves = append(saves, model.Save[model.Person]{Value: p})
	}
	if len(people) == 0 && mail != "" {
		if _, saves, err = s.withMail(seat, mail); err != nil {
			return d.refuse(d.mail, explain("read the people", err))
		}
	}
	next := s.body.Clone()
	next.Seats = roster.Succeed(next.Seats, d.seat.ID, seat, on)
	if !s.put(trf("%s succeeds %s on %s.", name, d.seat.Name, on.Long()), next, saves) {
		return d.refuse(d.name, notKeptWords())
	}
	s.roster.rows.Select(s.seats.at(seat.ID))
	return true
}
