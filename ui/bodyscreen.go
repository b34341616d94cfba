package ui

import (
	"errors"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"minutebook/model"
	"minutebook/model/roster"
	"minutebook/ui/widget"
)

// bodyScreen is a body: its roster, and beside it, part by part, all else that
// its meetings to come are made from. Every change is kept at once and can be
// taken back; none reaches a meeting that is there already.
type bodyScreen struct {
	w    *Window
	from screen
	id   model.ID
	body model.Body
	mail map[model.ID]string // the addresses of people
	// before are the changes that Ctrl+Z takes back, in their order.
	before []bodyStep
	narrow bool // the roster has few columns

	root, left, right *fyne.Container
	which             *widget.Segments
	parts             []bodyPart
	facts             *bodyFacts
	style             *bodyStyle
	numbers           *bodyNumbers
	standing          *lineList
	short             *lineList
	addresses         *lineList
	roster            *lineList
	seats             *rosterLines
	undone            *widget.Button
	did               *widget.Label
}

// bodyPart is one of the parts that stand beside the roster.
type bodyPart struct {
	words  string
	object fyne.CanvasObject
	fill   func()
}

// bodyStep is a change to the body, with the people whose records it changed as
// they were.
type bodyStep struct {
	before, after model.Body
	people        []model.Person
	did           string
	// back takes it back, where it was not done to the body; nil otherwise.
	back func() error
}

// showBody shows the screen of a body.
func (w *Window) showBody(id model.ID) { w.show(newBodyScreen(w, id)) }

func newBodyScreen(w *Window, id model.ID) *bodyScreen {
	s := &bodyScreen{w: w, from: w.cameFrom(), id: id}
	s.seats = &rosterLines{s: s}
	s.roster = newLineList(s, "", tr("Group: Name, Post, then Enter. As in: Town Council: Jane Smith, Treasurer"),
		tr("Nobody yet. Type the first name in the line below, or paste a whole list there."), s.rosterColumns(), s.seats)
	s.roster.paste = s.seats.pasted
	s.standing = newLineList(s, tr("Standing items: on the agenda of every new meeting"), tr("Title of an item, then Enter"),
		tr("None yet."), []widget.Column{{}}, &standingLines{s})
	s.short = newLineList(s, tr("Abbreviations: letters that become words as you type"), tr("Letters and words, then Enter. As in: hm Harbour Master"),
		tr("None yet."), abbreviationColumns(), &abbreviationLines{s})
	s.addresses = newLineList(s, tr("Addresses that its minutes go to besides its people's"), tr("An address, then Enter"),
		tr("None yet."), []widget.Column{{}}, &addressLines{s})
	s.style, s.facts, s.numbers = newBodyStyle(s), newBodyFacts(s), newBodyNumbers(s)
	s.parts = []bodyPart{
		{tr("Body"), s.facts.object, s.facts.fill},
		{tr("Agenda"), s.standing.whole(), s.standing.fill},
		{tr("Numbers"), s.numbers.object, s.numbers.fill},
		{tr("Style"), newForm(s.style.object).object, s.style.fill},
		{tr("Abbreviations"), s.short.whole(), s.short.fill},
		{tr("Mail"), s.addresses.whole(), s.addresses.fill},
	}
	var words []widget.Segment
	for _, p := range s.parts {
		words = append(words, widget.Segment{Words: p.words})
	}
	s.which = widget.NewSegments(s.showPart, words...)
	s.which.Wrap = true
	s.which.OnKey, s.which.OnShortcut = w.wired(s.escape)
	s.did = widget.NewLabel("", softStyle)
	s.undone = widget.NewButton(tr("Take back"), "Ctrl+Z", s.undo)
	s.undone.OnKey, s.undone.OnShortcut = w.wired(s.escape)
	s.left = container.New(tower{1}, s.which, s.parts[0].object)
	s.right = container.New(tower{1}, s.roster.title, s.roster.rows, s.seatButtons(), s.roster.field)
	s.root = newDeskPage(s.fit, newBar(s.did, append(s.gatheredButtons(), s.undone)...), container.New(columns{440}, s.left, s.right))
	return s
}

// gatheredButtons lead to what is gathered from the meetings of the body.
func (s *bodyScreen) gatheredButtons() []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, b := range []*widget.Button{widget.NewButton(tr("Attendance"), "", func() { s.w.showAttendance(s.id) }),
		widget.NewButton(tr("Resolutions"), "", func() { s.w.showResolutions(s.id) }), widget.NewButton(tr("Chair’s brief"), "", func() { s.w.showBrief(s.id, "") })} {
		b.OnKey, b.OnShortcut = s.w.wired(s.escape)
		all = append(all, b)
	}
	return all
}

// showPart shows one of the parts beside the roster.
func (s *bodyScreen) showPart(n int) {
	s.which.Choose(n)
	s.parts[n].fill()
	s.left.Objects[1] = s.parts[n].object
	s.left.Layout.Layout(s.left.Objects, s.left.Size())
	s.left.Refresh()
}

// shows says whether a part stands beside the roster now.
func (s *bodyScreen) shows(part fyne.CanvasObject) bool { return s.left.Objects[1] == part }

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
	h := heading{title: s.body.Name, about: tr("Body"), status: tr("Meetings already in the book stay as they are")}
	if away := s.body.Away; away != nil {
		h.status = trf("Handed over to %s on %s", away.To, away.On.Long())
	}
	return h
}

func (s *bodyScreen) hints() []hint {
	return []hint{{"Enter", "add"}, {"Up, Down", "choose"}, {"Ctrl+E", "edit"}, {"Ctrl+Shift+Up, Down", "move"}, {"Ctrl+Shift+Del", "remove"}, {"Ctrl+Z", "take back"}, {"Tab", "next part"}, {"Esc", "back"}}
}

func (s *bodyScreen) refresh() {
	b, err := s.w.book.Body(s.id)
	if err == nil {
		err = s.readMail()
	}
	if err != nil {
		s.w.failed("read the body", err)
		return
	}
	s.body = b
	s.fill()
}

// readMail reads the addresses of people.
func (s *bodyScreen) readMail() error {
	people, err := s.w.book.People()
	if err != nil {
		return err
	}
	s.mail = map[model.ID]string{}
	for _, p := range people {
		s.mail[p.ID] = p.Mail
	}
	return nil
}

// fill shows the body as it stands.
func (s *bodyScreen) fill() {
	now := len(s.body.SeatsOn(s.today()))
	s.roster.title.Set(trf("Roster: %s on the attendance list of every new meeting", plural(now, "person", "people")))
	for _, p := range s.parts {
		if s.shows(p.object) {
			p.fill()
		}
	}
	s.roster.rows.SetColumns(s.rosterColumns()...)
	s.roster.fill()
	s.fillDid()
	s.root.Refresh()
	if s.w.screen == screen(s) {
		s.w.headChanged()
	}
}

func (s *bodyScreen) today() model.Date { return model.DateOf(s.w.out.Now()) }

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
	var saves []model.Save[model.Person]
	for _, p := range people {
		saves = append(saves, model.Save[model.Person]{Value: p})
	}
	next := s.body.Clone()
	f(&next)
	return s.put(did, next, saves)
}

// put keeps the body as it is to be, and people with it.
func (s *bodyScreen) put(did string, next model.Body, people []model.Save[model.Person]) bool {
	before := s.body
	were, err := s.asTheyWere(people)
	if err == nil {
		err = s.keep(before, next, people)
	}
	if err != nil {
		s.notKept(err)
		return false
	}
	s.before = append(s.before, bodyStep{before: before, after: next, people: were, did: did})
	s.changed()
	return true
}

// changed shows what was kept, and lets the composer of the open meeting know.
func (s *bodyScreen) changed() {
	if err := s.readMail(); err != nil {
		s.w.failed("read the people", err)
	}
	s.fill()
	if err := s.w.prepareMeeting(); err != nil {
		s.w.failed("read what the composer offers", err)
	}
}

// asTheyWere are the people of the book whose records will change.
func (s *bodyScreen) asTheyWere(saves []model.Save[model.Person]) ([]model.Person, error) {
	if !slices.ContainsFunc(saves, func(p model.Save[model.Person]) bool { return p.Base > 0 }) {
		return nil, nil
	}
	people, err := s.w.book.People()
	return slices.DeleteFunc(people, func(p model.Person) bool {
		return !slices.ContainsFunc(saves, func(save model.Save[model.Person]) bool { return save.Base > 0 && save.Value.ID == p.ID })
	}), err
}

var (
	errBodyAway    = errors.New("the body is handed over: take it back first, and nothing of it is changed until then")
	errBodyChanged = errors.New("another changed the same thing meanwhile, and what they made of it is shown now; make your change again if it is still wanted")
)

// notKept says why a change was not kept.
func (s *bodyScreen) notKept(err error) {
	s.w.out.Log.Error("change a body", "body", string(s.id), "error", err)
	s.w.warn(explain("keep the change", err))
}

// keep keeps what leads from before to next. Where another changed the body
// meanwhile it is done to what they made of it, if it touches something else.
func (s *bodyScreen) keep(before, next model.Body, people []model.Save[model.Person]) error {
	if s.body.Away != nil {
		return errBodyAway
	}
	kept, err := s.commit(s.body, next, people)
	var stale *model.Stale
	if !errors.As(err, &stale) || stale.ID != s.id {
		if err == nil {
			s.body = kept
		}
		return err
	}
	theirs, err := s.w.book.Body(s.id)
	if err != nil {
		return err
	}
	mine, ok := roster.Rebase(before, next, theirs)
	if theirs.Away != nil || !ok {
		s.body = theirs
		s.fill()
		if theirs.Away != nil {
			return errBodyAway
		}
		return errBodyChanged
	}
	if kept, err = s.commit(theirs, mine, people); err == nil {
		s.body = kept
		s.w.say(tr("It was changed elsewhere meanwhile; your change is made to that"))
	}
	return err
}

// commit keeps next in the place of was, and gives it with its revision.
func (s *bodyScreen) commit(was, next model.Body, people []model.Save[model.Person]) (model.Body, error) {
	next = next.Clone()
	next.Rev = was.Rev + 1
	return next, s.w.book.Commit(model.Batch{Bodies: []model.Save[model.Body]{{Base: was.Rev, Value: next}}, People: people})
}

// undo takes the last change back.
func (s *bodyScreen) undo() {
	n := len(s.before) - 1
	if n < 0 {
		s.w.say(tr("There is nothing to take back"))
		return
	}
	if err := s.takeBack(s.before[n]); err != nil {
		s.w.warn(explain("take it back", err))
		return
	}
	s.before = s.before[:n]
	s.changed()
	s.w.say(tr("Taken back"))
	s.focus()
}

// takeBack undoes a step, whatever was changed elsewhere since.
func (s *bodyScreen) takeBack(step bodyStep) error {
	if step.back != nil {
		return step.back()
	}
	next, ok := roster.Rebase(step.after, step.before, s.body)
	if !ok {
		return errBodyChanged
	}
	people, err := s.w.book.People()
	if err != nil {
		return err
	}
	var saves []model.Save[model.Person]
	for _, was := range step.people {
		if i := slices.IndexFunc(people, func(p model.Person) bool { return p.ID == was.ID }); i >= 0 {
			base := people[i].Rev
			was.Rev = base + 1
			saves = append(saves, model.Save[model.Person]{Base: base, Value: was})
		}
	}
	return s.keep(s.body, next, saves)
}

// undoBy takes the last change back where the shortcut asks for it.
func (s *bodyScreen) undoBy(k fyne.Shortcut) bool {
	if _, ok := k.(*fyne.ShortcutUndo); ok {
		s.undo()
		return true
	}
	return false
}

// list is the list that the keyboard is in; the roster where it is in none.
func (s *bodyScreen) list() *lineList {
	for _, l := range []*lineList{s.standing, s.short, s.addresses} {
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
