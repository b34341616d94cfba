package ui

import (
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"minutebook/model"
	"minutebook/ui/widget"
)

// editable is what a list of lines shows and changes.
type editable interface {
	length() int
	row(n int) widget.Row
	// line is the nth as it is typed.
	line(n int) string
	// put puts what was typed in the place of the nth, or adds it where n is the
	// length, and says where it is.
	put(n int, line string) (at int, err error)
	// move moves the nth by so many places, as far as there are any, and says
	// where it is.
	move(n, by int) (at int)
	remove(n int)
}

// opener is a list whose lines are changed in a dialog of their own.
type opener interface{ open(n int) }

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
	// paste is told of what is pasted into the list, and says whether it took
	// it; nil takes nothing.
	paste func(text string) bool
}

func newLineList(s *bodyScreen, title, placeholder, empty string, columns []widget.Column, of editable) *lineList {
	l := &lineList{s: s, of: of, editing: -1, title: widget.NewLabel(title, softStyle), field: widget.NewField("", placeholder), empty: empty}
	l.layRows(columns)
	onKey, onShortcut := s.w.wired(s.escape)
	l.field.OnEnter = l.enter
	l.field.OnEscape = l.stop
	l.field.OnChanged = func(string, int) { l.refuse("") }
	l.field.OnShortcut = func(k fyne.Shortcut) bool { return s.undoBy(k) || onShortcut(k) }
	l.field.OnPaste = func(text string) bool { return l.paste != nil && l.paste(text) }
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
	l.rows.OnShortcut = func(k fyne.Shortcut) bool {
		if p, ok := k.(*fyne.ShortcutPaste); ok && l.paste != nil {
			return l.paste(p.Clipboard.Content())
		}
		return s.undoBy(k) || onShortcut(k)
	}
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
	at, err := l.of.put(at, typed)
	if err != nil {
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
	if o, ok := l.of.(opener); ok {
		o.open(n)
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
	if n >= 0 {
		l.rows.Select(l.of.move(n, by))
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

// whole is the list with its title and its field, as high as there is room.
func (l *lineList) whole() fyne.CanvasObject {
	return container.New(tower{1}, l.title, l.rows, l.field)
}

// within is the place that is so many places from the nth, as far as there are
// any.
func within(n, by, length int) int { return min(max(n+by, 0), length-1) }

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

func (l *standingLines) put(n int, line string) (int, error) {
	line = strings.TrimPrefix(line, "# ")
	did := trf("Added “%s”.", line)
	if n < l.length() {
		did = trf("“%s” was “%s”.", line, l.line(n))
	}
	return n, l.s.tried(did, nil, func(b *model.Body) {
		if n == len(b.Standing) {
			b.Standing = append(b.Standing, "")
		}
		b.Standing[n] = line
	})
}

func (l *standingLines) move(n, by int) int {
	to := within(n, by, l.length())
	if to == n || !l.s.change(trf("Moved “%s”.", l.line(n)), nil, func(b *model.Body) { b.Standing = moved(b.Standing, n, to) }) {
		return n
	}
	return to
}

func (l *standingLines) remove(n int) {
	l.s.change(trf("Removed “%s”.", l.line(n)), nil, func(b *model.Body) { b.Standing = slices.Delete(b.Standing, n, n+1) })
}

// errKept is the error of a change that could not be kept; the clerk has been
// told why.
var errKept = errors.New("it is not on the list yet; try again")

// tried is change with an error.
func (s *bodyScreen) tried(did string, people []model.Person, f func(*model.Body)) error {
	if !s.change(did, people, f) {
		return errKept
	}
	return nil
}

// addressLines are the addresses that minutes go to besides those of people.
type addressLines struct{ s *bodyScreen }

func (l *addressLines) length() int { return len(l.s.body.Mail) }

func (l *addressLines) row(n int) widget.Row {
	return widget.Row{Cells: []widget.Cell{{Words: l.line(n)}}}
}

func (l *addressLines) line(n int) string { return l.s.body.Mail[n] }

func (l *addressLines) put(n int, line string) (int, error) {
	if !isAddress(line) {
		return n, errAddress
	}
	did := trf("Added “%s”.", line)
	if n < l.length() {
		did = trf("“%s” was “%s”.", line, l.line(n))
	}
	return n, l.s.tried(did, nil, func(b *model.Body) {
		if n == len(b.Mail) {
			b.Mail = append(b.Mail, "")
		}
		b.Mail[n] = line
	})
}

func (l *addressLines) move(n, by int) int {
	to := within(n, by, l.length())
	if to == n || !l.s.change(trf("Moved “%s”.", l.line(n)), nil, func(b *model.Body) { b.Mail = moved(b.Mail, n, to) }) {
		return n
	}
	return to
}

func (l *addressLines) remove(n int) {
	l.s.change(trf("Removed “%s”.", l.line(n)), nil, func(b *model.Body) { b.Mail = slices.Delete(b.Mail, n, n+1) })
}

var errAddress = errors.New("write an address such as clerk@example.org")

// isAddress says whether words may be the address of somebody: they have no
// space in them, and something on either side of one @.
func isAddress(words string) bool {
	name, at, ok := strings.Cut(words, "@")
	return ok && name != "" && at != "" && !strings.ContainsAny(words, " \t,;<>\"") && !strings.Contains(at, "@")
}
