package ui

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"minutebook/model"
	"minutebook/ui/widget"
)

// bodyScreen is a body: its name, quorum and house style, its standing items
// and its roster. Every change is kept at once and can be taken back; none
// reaches a meeting that is there already.
type bodyScreen struct {
	w    *Window
	from screen
	id   model.ID
	body model.Body
	// before are the states that Ctrl+Z goes back to, each with what was done.
	before []bodyStep
	narrow bool // the roster has few columns

	root, right  *fyne.Container
	name, quorum *widget.Field
	style        *bodyStyle
	standing     *lineList
	roster       *lineList
	short        *lineList
	undone       *widget.Button
	did          *widget.Label
}

// bodyStep is a state of the body and what was done to it then.
type bodyStep struct {
	body model.Body
	did  string
	// back takes it back, where it was not done to the body; nil otherwise.
	back func() error
}

// showBody shows the screen of a body.
func (w *Window) showBody(id model.ID) { w.show(newBodyScreen(w, id)) }

func newBodyScreen(w *Window, id model.ID) *bodyScreen {
	s := &bodyScreen{w: w, from: w.cameFrom(), id: id}
	s.name = widget.NewField(tr("Name"), "")
	s.quorum = widget.NewField(tr("Quorum: how many members must be present"), tr("none"))
	s.keepOnLeaving(s.name, s.setName)
	s.keepOnLeaving(s.quorum, s.setQuorum)
	s.style = newBodyStyle(s)
	s.standing = newLineList(s, tr("Standing items: on the agenda of every new meeting"), tr("Title of an item, then Enter"),
		tr("None yet."), []widget.Column{{}}, &standingLines{s})
	s.roster = newLineList(s, tr("Roster"), tr("Group: Name, Post, then Enter. As in: Town Council: Jane Smith, Treasurer"),
		tr("Nobody yet. Type the first name in the line below."), s.rosterColumns(), &rosterLines{s})
	s.short = newLineList(s, tr("Abbreviations: letters that become words as you type"), tr("Letters and words, then Enter. As in: hm Harbour Master"),
		tr("None yet."), abbreviationColumns(), &abbreviationLines{s})
	s.did = widget.NewLabel("", softStyle)
	s.undone = widget.NewButton(tr("Take back"), "Ctrl+Z", s.undo)
	s.undone.OnKey, s.undone.OnShortcut = w.wired(s.escape)
	left := newForm(s.name, s.quorum, s.style.object,
		stacked(8, s.standing.title, newLines(standingRows, s.standing.rows), s.standing.field),
		stacked(8, s.short.title, newLines(standingRows, s.short.rows), s.short.field))
	left.follow(s.name, s.quorum, s.standing.field, s.short.field)
	s.right = container.New(tower{1}, s.roster.title, s.roster.rows, s.roster.field)
	s.root = newDeskPage(s.fit, newBar(s.did, s.undone), container.New(columns{392}, left.object, s.right))
	return s
}

// fit shows fewer columns where there is little room.
func (s *bodyScreen) fit(cramped bool) {
	if s.narrow == cramped {
		return
	}
	n, had := s.roster.rows.Selected(), s.roster.rows.Focused()
	s.narrow = cramped
	s.roster.layRows(s.rosterColumns())
	s.right.Objects[1] = s.roster.rows
	s.roster.rows.Select(n)
	if had {
		s.w.window.Canvas().Focus(s.roster.rows)
	}
}

// rosterColumns are those of the roster: name and post are one where there is
// little room.
func (s *bodyScreen) rosterColumns() []widget.Column {
	if s.narrow {
		return []widget.Column{{Title: tr("Name and post")}, {Title: tr("Group")}}
	}
	return []widget.Column{{Title: tr("Name")}, {Title: tr("Post")}, {Title: tr("Group")}, {Title: tr("Capacity and dates"), Width: 192}}
}

// standingRows is how many standing items, and abbreviations, show at once.
const standingRows = 3

// segmentsOf are house styles by name.
func segmentsOf(names []string) []widget.Segment {
	var all []widget.Segment
	for _, n := range names {
		all = append(all, widget.Segment{Words: capital(n)})
	}
	return all
}

// keepOnLeaving has a field kept by Enter, and when the keyboard leaves it.
func (s *bodyScreen) keepOnLeaving(f *widget.Field, keep func()) {
	f.OnEnter = keep
	f.OnKey, f.OnShortcut = s.w.wired(s.escape)
	shortcut := f.OnShortcut
	f.OnShortcut = func(k fyne.Shortcut) bool { return s.undoBy(k) || shortcut(k) }
	f.OnFocus = func(focused bool) {
		if !focused {
			keep()
		}
	}
}

func (s *bodyScreen) object() fyne.CanvasObject { return s.root }
func (s *bodyScreen) origin() screen            { return s.from }
func (s *bodyScreen) bodyShown() model.ID       { return s.id }
func (s *bodyScreen) focus()                    { s.w.window.Canvas().Focus(s.roster.field) }

func (s *bodyScreen) heading() heading {
	return heading{title: s.body.Name, about: tr("Body"), status: tr("Meetings already in the book stay as they are")}
}

func (s *bodyScreen) hints() []hint {
	return []hint{{"Enter", "add"}, {"Up, Down", "choose"}, {"Ctrl+E", "edit"}, {"Ctrl+Shift+Up, Down", "move"}, {"Ctrl+Shift+Del", "remove"}, {"Ctrl+Z", "take back"}, {"Tab", "next part"}, {"Esc", "back"}}
}

func (s *bodyScreen) refresh() {
	b, err := s.w.book.Body(s.id)
	if err != nil {
		s.w.failed("read the body", err)
		return
	}
	s.body = b
	s.fill()
}

// fill shows the body as it stands.
func (s *bodyScreen) fill() {
	b := s.body
	if !s.name.Focused() {
		s.name.Set(b.Name, 0)
	}
	if !s.quorum.Focused() {
		s.quorum.Set("", 0)
		if b.Quorum > 0 {
			s.quorum.Set(strconv.Itoa(b.Quorum), 0)
		}
	}
	s.style.fill()
	now := len(b.SeatsOn(model.DateOf(s.w.out.Now())))
	s.roster.title.Set(trf("Roster: %s on the attendance list of every new meeting", plural(now, "person", "people")))
	s.standing.fill()
	s.roster.fill()
	s.short.fill()
	s.fillDid()
	s.root.Refresh()
	if s.w.screen == screen(s) {
		s.w.headChanged()
	}
}

// fillDid says what was done last and how it is taken back.
func (s *bodyScreen) fillDid() {
	if len(s.before) == 0 {
		s.did.Set(tr("Every change is kept at once."))
		s.undone.Hide()
		return
	}
	s.did.Set(s.before[len(s.before)-1].did)
	s.undone.Show()
}

// change makes a change to the body and keeps it, with the people it made. The
// body stays as it was where it cannot be kept.
func (s *bodyScreen) change(did string, people []model.Person, f func(*model.Body)) bool {
	next := s.body.Clone()
	f(&next)
	if !s.keep(next, people) {
		return false
	}
	s.before = append(s.before, bodyStep{body: s.body, did: did})
	s.body = next
	s.body.Rev++
	s.fill()
	s.prepareMeeting()
	return true
}

// prepareMeeting lets the composer of the open meeting know of the change.
func (s *bodyScreen) prepareMeeting() {
	if err := s.w.prepareMeeting(); err != nil {
		s.w.failed("read what the composer offers", err)
	}
}

func (s *bodyScreen) keep(next model.Body, people []model.Person) bool {
	next.Rev = s.body.Rev + 1
	batch := model.Batch{Bodies: []model.Save[model.Body]{{Base: s.body.Rev, Value: next}}}
	for _, p := range people {
		batch.People = append(batch.People, model.Save[model.Person]{Value: p})
	}
	if err := s.w.book.Commit(batch); err != nil {
		s.w.out.Log.Error("change a body", "body", string(s.id), "error", err)
		s.w.warn(explain("keep the change", err))
		return false
	}
	return true
}

// undo takes the last change back.
func (s *bodyScreen) undo() {
	n := len(s.before) - 1
	if n < 0 {
		s.w.say(tr("There is nothing to take back"))
		return
	}
	step := s.before[n]
	if step.back != nil {
		if err := step.back(); err != nil {
			s.w.warn(explain("take it back", err))
			return
		}
		s.before = s.before[:n]
		s.fill()
		s.w.say(tr("Taken back"))
		return
	}
	next := step.body.Clone()
	if !s.keep(next, nil) {
		return
	}
	next.Rev = s.body.Rev + 1
	s.before, s.body = s.before[:n], next
	s.fill()
	s.prepareMeeting()
	s.w.say(tr("Taken back"))
	s.focus()
}

// undoBy takes the last change back where the shortcut asks for it.
func (s *bodyScreen) undoBy(k fyne.Shortcut) bool {
	if _, ok := k.(*fyne.ShortcutUndo); ok {
		s.undo()
		return true
	}
	return false
}

func (s *bodyScreen) setName() {
	name := tidy(s.name.Text())
	if err := s.checkName(name); err != nil {
		s.name.SetError(sentence(capital(reason(err))))
		s.root.Refresh()
		return
	}
	s.name.SetError("")
	if name != s.body.Name {
		s.change(trf("The name was %q.", s.body.Name), nil, func(b *model.Body) { b.Name = name })
	}
}

var (
	errNameless  = errors.New("a body has a name")
	errNameTaken = errors.New("another body has that name")
	errQuorum    = errors.New("the quorum is a whole number, or nothing")
)

func (s *bodyScreen) checkName(name string) error {
	if name == "" {
		return errNameless
	}
	bodies, err := s.w.book.Bodies()
	if err != nil {
		return err
	}
	if slices.ContainsFunc(bodies, func(b model.Body) bool { return b.ID != s.id && same(b.Name, name) }) {
		return errNameTaken
	}
	return nil
}

func (s *bodyScreen) setQuorum() {
	typed, n := tidy(s.quorum.Text()), 0
	if typed != "" && !strings.EqualFold(typed, "none") && !strings.EqualFold(typed, tr("none")) {
		var err error
		if n, err = strconv.Atoi(typed); err != nil || n < 0 || n > mostPresent {
			s.quorum.SetError(sentence(capital(errQuorum.Error())))
			s.root.Refresh()
			return
		}
	}
	s.quorum.SetError("")
	if n != s.body.Quorum {
		s.change(trf("The quorum was %s.", some(s.body.Quorum)), nil, func(b *model.Body) { b.Quorum = n })
	}
}

// mostPresent is more than any body has members.
const mostPresent = 9999

// list is the list that the keyboard is in; the roster where it is in none.
func (s *bodyScreen) list() *lineList {
	for _, l := range []*lineList{s.standing, s.short} {
		if l.focused() {
			return l
		}
	}
	return s.roster
}

func (s *bodyScreen) edit()        { s.list().edit() }
func (s *bodyScreen) moveBy(n int) { s.list().moveBy(n) }
func (s *bodyScreen) remove()      { s.list().remove() }

// escape goes back to the screen before.
func (s *bodyScreen) escape(name fyne.KeyName) bool {
	if name != fyne.KeyEscape {
		return false
	}
	s.w.backTo(s.from)
	return true
}

// columns lays two parts beside one another: the first in its width, in units
// before they are scaled, where there is room, the second in the rest.
type columns struct{ first float32 }

// Layout is called by Fyne.
func (c columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	gap := unit() * 3
	first := min(measure(c.first), (size.Width-gap)/2)
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(fyne.NewSize(first, size.Height))
	objects[1].Move(fyne.NewPos(first+gap, 0))
	objects[1].Resize(fyne.NewSize(max(size.Width-first-gap, 0), size.Height))
}

// MinSize lets the window be as small as it likes.
func (columns) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 0) }
