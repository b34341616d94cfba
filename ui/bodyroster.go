package ui

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"minutebook/model"
	"minutebook/model/life"
	"minutebook/model/quick"
	"minutebook/model/roster"
	"minutebook/ui/widget"
)

// rosterLines are the seats of the body as they are shown: those of today under
// their groups, as they will be printed; then those that begin later, and those
// that have ended.
type rosterLines struct {
	s    *bodyScreen
	rows []rosterRow
	of   model.Body // that rows are of
	on   model.Date
}

// rosterRow is a heading, or a seat by its place in the body.
type rosterRow struct {
	heading string
	seat    int
	sits    bool // today
}

// all are the rows of the body as it stands.
func (l *rosterLines) all() []rosterRow {
	b, today := l.s.body, l.s.today()
	if l.rows == nil || l.of.Rev != b.Rev || l.on != today || !slices.Equal(l.of.Seats, b.Seats) {
		l.rows, l.of, l.on = rosterRows(b.Seats, today), b.Clone(), today
	}
	return l.rows
}

func rosterRows(seats []model.Seat, today model.Date) []rosterRow {
	rows := []rosterRow{}
	var later, ended []int
	var groups []string
	for n, s := range seats {
		switch {
		case s.To != "" && s.To < today:
			ended = append(ended, n)
		case s.From > today:
			later = append(later, n)
		case !slices.Contains(groups, s.Group):
			groups = append(groups, s.Group)
		}
	}
	for i, g := range groups {
		if g != "" {
			rows = append(rows, rosterRow{heading: g})
		} else if i > 0 {
			rows = append(rows, rosterRow{heading: tr("Without a group")})
		}
		for n, s := range seats {
			if s.Group == g && s.On(today) {
				rows = append(rows, rosterRow{seat: n, sits: true})
			}
		}
	}
	slices.SortStableFunc(later, func(a, b int) int { return cmp.Compare(seats[a].From, seats[b].From) })
	slices.SortStableFunc(ended, func(a, b int) int { return cmp.Compare(seats[b].To, seats[a].To) })
	for _, part := range []struct {
		seats   []int
		heading string
	}{{later, tr("Not yet: these seats begin later")}, {ended, tr("No longer: these seats have ended")}} {
		if len(part.seats) > 0 {
			rows = append(rows, rosterRow{heading: part.heading})
		}
		for _, n := range part.seats {
			rows = append(rows, rosterRow{seat: n})
		}
	}
	return rows
}

func (l *rosterLines) length() int { return len(l.all()) }

// rosterColumns are those of the roster: name and post are one where there is
// little room, and addresses are left out.
func (s *bodyScreen) rosterColumns() []widget.Column {
	if s.narrow {
		return []widget.Column{{Title: tr("Name and post")}, {Title: tr("Capacity and dates"), Width: 144}}
	}
	columns := []widget.Column{{Title: tr("Name")}, {Title: tr("Post")}, {Title: tr("Capacity and dates"), Width: 176}}
	if s.mailed() {
		columns = append(columns, widget.Column{Title: tr("Mail")})
	}
	return columns
}

// mailed says whether the address of anybody on the roster is known.
func (s *bodyScreen) mailed() bool {
	return slices.ContainsFunc(s.body.Seats, func(seat model.Seat) bool { return s.mail[seat.Person] != "" })
}

func (l *rosterLines) row(n int) widget.Row {
	r := l.all()[n]
	if r.heading != "" {
		return widget.Row{Heading: true, Cells: []widget.Cell{{Words: r.heading}}}
	}
	seat := l.s.body.Seats[r.seat]
	post := life.PostOf(seat)
	if !r.sits {
		post = joinNotes(post, seat.Group)
	}
	name := widget.Cell{Words: seat.Name, Soft: !r.sits}
	if l.s.narrow {
		name.Words = strings.TrimSpace(seat.Name + "\n" + post)
		return widget.Row{Cells: []widget.Cell{name, {Words: seatFacts(seat), Soft: true}}}
	}
	cells := []widget.Cell{name, {Words: post, Soft: true}, {Words: seatFacts(seat), Soft: true}}
	if l.s.mailed() {
		cells = append(cells, widget.Cell{Words: l.s.mail[seat.Person], Soft: true})
	}
	return widget.Row{Cells: cells}
}

// seatFacts say in what capacity and for how long a seat is held.
func seatFacts(seat model.Seat) string {
	facts := ""
	switch seat.Capacity {
	case model.Member:
	case model.Attending:
		facts = tr("Attending")
	case model.Observing:
		facts = tr("Observing")
	}
	if seat.From != "" {
		facts = joinNotes(facts, trf("from %s", shortDate(seat.From)))
	}
	if seat.To != "" {
		facts = joinNotes(facts, trf("until %s", shortDate(seat.To)))
	}
	return facts
}

// line is a seat as "/present" takes it.
func (l *rosterLines) line(n int) string {
	seat := l.s.body.Seats[l.all()[n].seat]
	line := seat.Name
	if post := life.PostOf(seat); post != "" {
		line += ", " + post
	}
	if seat.Group != "" {
		line = seat.Group + ": " + line
	}
	if seat.Capacity != model.Member {
		line = "/" + string(seat.Capacity) + " " + line
	}
	return line
}

// put adds whoever a line names, to the group of the last one where it names
// none.
func (l *rosterLines) put(_ int, line string) (int, error) {
	s := l.s
	seat, err := readSeat(line, s.w.out.NewID)
	if err != nil {
		return 0, err
	}
	if n := len(s.body.Seats); n > 0 && seat.Group == "" {
		seat.Group = s.body.Seats[n-1].Group
	}
	var people []model.Person
	if seat.Person, people, err = s.person(seat.Name, ""); err != nil {
		return 0, err
	}
	err = s.tried(trf("Added %s.", seat.Name), people, func(b *model.Body) { b.Seats = append(b.Seats, seat) })
	return l.at(seat.ID), err
}

// at is the row of a seat; -1 where it has none.
func (l *rosterLines) at(id model.ID) int {
	return slices.IndexFunc(l.all(), func(r rosterRow) bool { return r.heading == "" && l.s.body.Seats[r.seat].ID == id })
}

// seat is the one in a row.
func (l *rosterLines) seat(n int) (model.Seat, bool) {
	if n < 0 || n >= l.length() || l.all()[n].heading != "" {
		return model.Seat{}, false
	}
	return l.s.body.Seats[l.all()[n].seat], true
}

// move gives a seat of today the place of the one above or below it in its
// group.
func (l *rosterLines) move(n, by int) int {
	seat, ok := l.seat(n)
	rows := l.all()
	to := n + by
	if !ok || !rows[n].sits {
		l.s.w.say(tr("Only those who sit today have an order"))
		return n
	}
	if to < 0 || to >= len(rows) || rows[to].heading != "" || !rows[to].sits {
		l.s.w.say(tr("The group ends here. Its own place among the groups is changed by Move the group up, and down"))
		return n
	}
	from, into := rows[n].seat, rows[to].seat
	l.s.change(trf("Moved %s.", seat.Name), nil, func(b *model.Body) { b.Seats = moved(b.Seats, from, into) })
	return l.at(seat.ID)
}

func (l *rosterLines) remove(n int) {
	if seat, ok := l.seat(n); ok {
		l.s.change(trf("Removed %s.", seat.Name), nil, func(b *model.Body) {
			b.Seats = slices.DeleteFunc(b.Seats, func(one model.Seat) bool { return one.ID == seat.ID })
		})
	}
}

// open changes all that there is of a seat.
func (l *rosterLines) open(n int) {
	if seat, ok := l.seat(n); ok {
		l.s.askSeat(seat)
	}
}

// pasted takes a whole list that is pasted; one line is for the field.
func (l *rosterLines) pasted(text string) bool {
	if !strings.ContainsAny(strings.TrimSpace(text), "\n\r\t;") {
		return false
	}
	l.s.askRoster(text)
	return true
}

// chosenSeat is the seat that is chosen in the roster; the clerk is told where
// none is.
func (s *bodyScreen) chosenSeat() (model.Seat, bool) {
	seat, ok := s.seats.seat(s.roster.rows.Selected())
	if !ok {
		s.w.say(tr("Choose somebody on the roster first, with Up and Down"))
	}
	return seat, ok
}

// withSeat does something with the seat that is chosen.
func withSeat(do func(*bodyScreen, model.Seat)) func(*Window) {
	return func(w *Window) {
		s := w.screen.(*bodyScreen)
		if seat, ok := s.chosenSeat(); ok {
			do(s, seat)
		}
	}
}

// moveGroup moves the group of a seat among the groups.
func (s *bodyScreen) moveGroup(seat model.Seat, by int) {
	next := s.body.Clone()
	next.Seats = roster.MoveGroup(next.Seats, seat.ID, by)
	if slices.Equal(next.Seats, s.body.Seats) {
		s.w.say(tr("The group is at the end already"))
		return
	}
	name := seat.Group
	if name == "" {
		name = tr("Without a group")
	}
	if s.put(trf("Moved the group %s.", name), next, nil) {
		s.roster.rows.Select(s.seats.at(seat.ID))
	}
}

// seatButtons are what can be done with whoever is chosen, by mouse.
func (s *bodyScreen) seatButtons() fyne.CanvasObject {
	var buttons []fyne.CanvasObject
	for _, one := range []struct{ words, id string }{
		{tr("Edit"), "edit"}, {tr("End"), "seat-end"}, {tr("Succeed"), "seat-succeed"}, {tr("Remove"), "delete"},
		{tr("Group up"), "group-up"}, {tr("Group down"), "group-down"}, {tr("Paste a list"), "roster-paste"},
	} {
		b := widget.NewButton(one.words, "", func() { s.w.do(s.w.command(one.id)) })
		b.OnKey, b.OnShortcut = s.w.wired(s.escape)
		buttons = append(buttons, b)
	}
	return container.New(&flow{gap: 1}, buttons...)
}

// person is whoever the book means by a name and an address, or else somebody
// new, who is to be kept along with the roster.
func (s *bodyScreen) person(name, mail string) (model.ID, []model.Person, error) {
	people, err := s.w.book.People()
	if err != nil {
		return "", nil, err
	}
	if who, why, ok := roster.Who(s.body, people, name, mail); ok && why == nil {
		return who.ID, nil, nil
	}
	p := model.Person{ID: s.w.out.NewID(), Rev: 1, Name: name, Mail: mail}
	return p.ID, []model.Person{p}, nil
}

var (
	errNoSeat  = errors.New("write it as Group: Name, Post")
	errOneTime = errors.New("what somebody attends is said in the meeting, not on the roster")
)

// readSeat reads a line of the roster, written as "/present" takes it; with
// "/attending" or "/observing" in front it says so itself.
func readSeat(line string, newID func() model.ID) (model.Seat, error) {
	if !strings.HasPrefix(line, "/") {
		line = "/present " + line
	}
	blank := model.Meeting{ID: "roster", Date: "2000-01-01", State: model.Planned}
	r, err := quick.Read(line, quick.Context{Meeting: blank, NewID: newID})
	if err != nil {
		return model.Seat{}, err
	}
	m, _, err := blank.With(r.Changes)
	switch {
	case err != nil:
		return model.Seat{}, err
	case len(m.Attendees) != 1 || m.Attendees[0].Mark != model.Present:
		return model.Seat{}, errNoSeat
	}
	a := m.Attendees[0]
	if len(a.Items) > 0 || a.Remote || a.DeputyFor != "" {
		return model.Seat{}, errOneTime
	}
	return model.Seat{ID: newID(), Name: a.Name, Post: a.Post, Group: a.Group, Capacity: a.Capacity}, nil
}
