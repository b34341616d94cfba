package ui

import (
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"minutebook/model"
	"minutebook/model/quick"
	"minutebook/ui/widget"
)

// editable is what a list of lines shows and changes.
type editable interface {
	length() int
	row(n int) widget.Row
	// line is the nth as it is typed.
	line(n int) string
	// put puts what was typed in the place of the nth, or at the end where n is
	// the length.
	put(n int, line string) error
	// move gives the nth the place of another.
	move(n, to int)
	remove(n int)
}

// lineList is a list that is written line by line: rows, and a field under
// them. Enter in the field adds its line, or puts it in the place of the one
// that is being edited.
type lineList struct {
	s       *bodyScreen
	of      editable
	editing int // -1 for none
	empty   string
	title   *widget.Label
	rows    *widget.Rows
	field   *widget.Field
}

func newLineList(s *bodyScreen, title, placeholder, empty string, columns []widget.Column, of editable) *lineList {
	l := &lineList{s: s, of: of, editing: -1, title: widget.NewLabel(title, softStyle), field: widget.NewField("", placeholder), empty: empty}
	l.layRows(columns)
	onKey, onShortcut := s.w.wired(s.escape)
	l.field.OnEnter = l.enter
	l.field.OnEscape = l.stop
	l.field.OnChanged = func(string, int) { l.refuse("") }
	l.field.OnShortcut = func(k fyne.Shortcut) bool { return s.undoBy(k) || onShortcut(k) }
	l.field.OnKey = func(name fyne.KeyName) bool { return l.steer(name) || onKey(name) }
	return l
}

// layRows makes the table afresh.
func (l *lineList) layRows(columns []widget.Column) {
	s := l.s
	l.rows = widget.NewRows(widget.Table, l.empty, columns...)
	l.rows.Length, l.rows.Row = l.of.length, l.of.row
	l.rows.OnOpen = func(int) { l.edit() }
	l.rows.OnLetter = func(r rune) bool {
		s.w.window.Canvas().Focus(l.field)
		l.field.TypedRune(r)
		return true
	}
	onKey, onShortcut := s.w.wired(s.escape)
	l.rows.OnKey = onKey
	l.rows.OnShortcut = func(k fyne.Shortcut) bool { return s.undoBy(k) || onShortcut(k) }
}

func (l *lineList) focused() bool { return l.rows.Focused() || l.field.Focused() }

func (l *lineList) fill() {
	n := l.rows.Selected()
	l.rows.Refresh()
	l.rows.Select(min(n, l.of.length()-1))
}

// refuse says under the field why its line was not taken; "" says nothing.
func (l *lineList) refuse(why string) {
	if l.field.Error() != why {
		l.field.SetError(why)
		l.s.root.Refresh()
	}
}

func (l *lineList) enter() {
	typed := tidy(l.field.Text())
	if typed == "" {
		return
	}
	at := l.of.length()
	if l.editing >= 0 && l.editing < at {
		at = l.editing
	}
	if err := l.of.put(at, typed); err != nil {
		l.refuse(sentence(capital(reason(err))))
		return
	}
	l.editing = -1
	l.field.Set("", 0)
	l.refuse("")
	l.rows.Select(at)
}

// edit puts the chosen line into the field.
func (l *lineList) edit() {
	n := l.rows.Selected()
	if n < 0 {
		l.s.w.say(tr("Choose a line first, with Up and Down"))
		return
	}
	l.editing = n
	line := l.of.line(n)
	l.field.Set(line, len([]rune(line)))
	l.s.w.window.Canvas().Focus(l.field)
	l.s.w.say(tr("Enter puts the line in its place, Esc leaves it as it was"))
}

// stop leaves the line that is being edited as it was, then the field, then
// the screen.
func (l *lineList) stop() bool {
	if l.editing < 0 && l.field.Text() == "" {
		return l.s.escape(fyne.KeyEscape)
	}
	l.editing = -1
	l.field.Set("", 0)
	l.refuse("")
	return true
}

// steer lets Up and Down in the field choose a line.
func (l *lineList) steer(name fyne.KeyName) bool {
	if !upOrDown(name) {
		return false
	}
	if l.rows.Selected() < 0 && name == fyne.KeyUp {
		l.rows.Select(l.of.length() - 1)
		return true
	}
	l.rows.TypedKey(&fyne.KeyEvent{Name: name})
	return true
}

func (l *lineList) moveBy(by int) {
	n := l.rows.Selected()
	if to := n + by; n >= 0 && to >= 0 && to < l.of.length() {
		l.of.move(n, to)
		l.rows.Select(to)
	}
}

func (l *lineList) remove() {
	n := l.rows.Selected()
	if n < 0 {
		l.s.w.say(tr("Choose a line first, with Up and Down"))
		return
	}
	l.editing = -1
	l.of.remove(n)
}

// moved is a list with what is at n at the place to.
func moved[T any](list []T, n, to int) []T {
	one := list[n]
	return slices.Insert(slices.Delete(slices.Clone(list), n, n+1), to, one)
}

// standingLines are the titles of the items that every agenda has.
type standingLines struct{ s *bodyScreen }

func (l *standingLines) length() int { return len(l.s.body.Standing) }

func (l *standingLines) row(n int) widget.Row {
	return widget.Row{Cells: []widget.Cell{{Words: l.line(n)}}}
}

func (l *standingLines) line(n int) string { return l.s.body.Standing[n] }

func (l *standingLines) put(n int, line string) error {
	line = strings.TrimPrefix(line, "# ")
	did := trf("Added “%s”.", line)
	if n < l.length() {
		did = trf("“%s” was “%s”.", line, l.line(n))
	}
	return l.s.changed(did, nil, func(b *model.Body) {
		if n == len(b.Standing) {
			b.Standing = append(b.Standing, "")
		}
		b.Standing[n] = line
	})
}

func (l *standingLines) move(n, to int) {
	l.s.change(trf("Moved “%s”.", l.line(n)), nil, func(b *model.Body) { b.Standing = moved(b.Standing, n, to) })
}

func (l *standingLines) remove(n int) {
	l.s.change(trf("Removed “%s”.", l.line(n)), nil, func(b *model.Body) { b.Standing = slices.Delete(b.Standing, n, n+1) })
}

// rosterLines are the seats of the body.
type rosterLines struct{ s *bodyScreen }

func (l *rosterLines) length() int { return len(l.s.body.Seats) }

func (l *rosterLines) row(n int) widget.Row {
	seat := l.s.body.Seats[n]
	if l.s.narrow {
		return widget.Row{Cells: []widget.Cell{{Words: strings.TrimSpace(seat.Name + "\n" + seat.Post)}, {Words: seat.Group, Soft: true}}}
	}
	return widget.Row{Cells: []widget.Cell{{Words: seat.Name}, {Words: seat.Post, Soft: true}, {Words: seat.Group, Soft: true}, {Words: seatFacts(seat), Soft: true}}}
}

// seatFacts say in what capacity and for how long a seat is held.
func seatFacts(seat model.Seat) string {
	facts := capital(string(seat.Capacity))
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
	seat := l.s.body.Seats[n]
	line := seat.Name
	if seat.Post != "" {
		line += ", " + seat.Post
	}
	if seat.Group != "" {
		line = seat.Group + ": " + line
	}
	if seat.Capacity != model.Member {
		line = "/" + string(seat.Capacity) + " " + line
	}
	return line
}

func (l *rosterLines) put(n int, line string) error {
	seat, err := readSeat(line, l.s.w.out.NewID)
	if err != nil {
		return err
	}
	var people []model.Person
	did := trf("Added %s.", seat.Name)
	if n < l.length() {
		old := l.s.body.Seats[n]
		seat.ID, seat.Person, seat.From, seat.To = old.ID, old.Person, old.From, old.To
		did = trf("Changed %s.", old.Name)
	} else {
		if n > 0 && seat.Group == "" {
			seat.Group = l.s.body.Seats[n-1].Group
		}
		if seat.Person, people, err = l.s.person(seat.Name); err != nil {
			return err
		}
	}
	return l.s.changed(did, people, func(b *model.Body) {
		if n == len(b.Seats) {
			b.Seats = append(b.Seats, seat)
		}
		b.Seats[n] = seat
	})
}

func (l *rosterLines) move(n, to int) {
	l.s.change(trf("Moved %s.", l.s.body.Seats[n].Name), nil, func(b *model.Body) { b.Seats = moved(b.Seats, n, to) })
}

func (l *rosterLines) remove(n int) {
	l.s.change(trf("Removed %s.", l.s.body.Seats[n].Name), nil, func(b *model.Body) { b.Seats = slices.Delete(b.Seats, n, n+1) })
}

// errKept is the error of a change that could not be kept; the clerk has been
// told why.
var errKept = errors.New("it is not on the list yet; try again")

// changed is change with an error.
func (s *bodyScreen) changed(did string, people []model.Person, f func(*model.Body)) error {
	if !s.change(did, people, f) {
		return errKept
	}
	return nil
}

// person is whoever the book knows by that name, or else somebody new, who is
// to be kept along with the roster.
func (s *bodyScreen) person(name string) (model.ID, []model.Person, error) {
	people, err := s.w.book.People()
	if err != nil {
		return "", nil, err
	}
	var found []model.Person
	for _, p := range people {
		if same(p.Name, name) {
			found = append(found, p)
		}
	}
	if len(found) == 1 {
		return found[0].ID, nil, nil
	}
	p := model.Person{ID: s.w.out.NewID(), Rev: 1, Name: name}
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
