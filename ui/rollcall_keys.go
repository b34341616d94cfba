package ui

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"minutebook/model"
	"minutebook/ui/theme"
	"minutebook/ui/widget"
)

// rollKeys are the keys of the roll call for the key sheet.
var rollKeys = sheetGroup{"In the roll call", []hint{
	{"P, A, X", "Present, apologies, absent"},
	{"D", "A deputy takes the place"},
	{"Other letters", "Go to a name, initials, post"},
	{"/", "Go to a name with any letter"},
	{"+ and -", "Joins now, leaves now"},
	{"@", "Remote, on or off"},
	{"Comma", "The reason given"},
	{"A number", "Attends that item only"},
	{"Insert", "Add a person"},
	{"Enter", "Everything about the person"},
}}

// rollButton is a key of the list by mouse.
type rollButton struct {
	words, keys string
	do          func(*rollCall)
}

func rollButtons() []rollButton {
	return []rollButton{
		{tr("Present"), "P", (*rollCall).present},
		{tr("Apologies"), "A", (*rollCall).apologies},
		{tr("Absent"), "X", (*rollCall).absent},
		{tr("Deputy"), "D", (*rollCall).askDeputy},
		{tr("Joins"), "+", (*rollCall).joins},
		{tr("Leaves"), "-", (*rollCall).leaves},
		{tr("Remote"), "@", (*rollCall).toggleRemote},
	}
}

func (r *rollCall) present()   { r.mark(model.Present) }
func (r *rollCall) apologies() { r.mark(model.Apologies) }
func (r *rollCall) absent()    { r.mark(model.Absent) }
func (r *rollCall) joins()     { r.pass(model.In) }
func (r *rollCall) leaves()    { r.pass(model.Out) }

// act is what a letter or a sign does while no jump is going on; nil for
// nothing.
func (r *rollCall) act(c rune) func() {
	switch c {
	case 'p':
		return r.present
	case 'a':
		return r.apologies
	case 'x':
		return r.absent
	case 'd':
		return r.askDeputy
	case '+', '=': // one key on most keyboards
		return r.joins
	case '-':
		return r.leaves
	case '@':
		return r.toggleRemote
	case ',':
		return r.askReason
	case '/':
		return func() { r.jumpBy("") }
	}
	return nil
}

// letter is told of what is typed in the list. Four letters mark; any other
// begins a jump to a name, and then every letter belongs to the jump until it
// ends by a pause, Space, Enter, an arrow or Esc. A slash begins one with any
// letter.
func (r *rollCall) letter(c rune) bool {
	c = unicode.ToLower(c)
	if r.jump.on && (unicode.IsLetter(c) || c == '\'' || c == '’') {
		r.jumpBy(string(c))
		return true
	}
	jumping := r.jump.on
	r.endJump()
	do := r.act(c)
	switch {
	case do != nil:
		do()
	case unicode.IsLetter(c):
		r.jumpBy(string(c))
	case unicode.IsDigit(c):
		r.askItems(string(c))
	case c == ' ' && jumping:
	default:
		return false
	}
	return true
}

// key is told of a key that the list has no use for.
func (r *rollCall) key(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyEscape:
		if r.jump.on {
			r.endJump()
			return true
		}
		r.s.toggleRoll()
	case fyne.KeyBackspace:
		return r.jumpBack()
	case fyne.KeyInsert:
		r.endJump()
		r.askPerson()
	default:
		return false
	}
	return true
}

// enter opens everything about who is on the chosen line; it adds a person who
// is not listed.
func (r *rollCall) enter() {
	if r.jump.on {
		r.endJump()
		return
	}
	switch l := r.chosen(); {
	case l.add:
		r.askPerson()
	case l.seat != nil:
		r.mark(model.Present)
	default:
		r.askEverything()
	}
}

// moved is told that another line was chosen.
func (r *rollCall) moved() {
	r.just = ""
	r.endJump()
	r.fillStrip()
}

// selectBy chooses another line, as Ctrl+Up and Ctrl+Down do.
func (r *rollCall) selectBy(n int) {
	name := fyne.KeyDown
	if n < 0 {
		name = fyne.KeyUp
	}
	r.rows.TypedKey(&fyne.KeyEvent{Name: name})
}

// mark records what the roll call found of the chosen line and goes on to the
// next. Somebody on the roster is put on the list with it.
func (r *rollCall) mark(mark model.Mark) {
	line := r.chosen()
	next := rollLine{}
	if n := r.nextPerson(r.rows.Selected(), 1); n >= 0 {
		next = r.lines[n]
	}
	var change []model.Change
	name := ""
	switch a, ok := r.attendee(); {
	case ok:
		name, r.just = a.Name, a.ID
		if a.Mark != mark {
			a.Mark, a.Reason = mark, ""
			change = []model.Change{model.SetAttendee{Attendee: a}}
		}
	case line.seat != nil:
		added := seated(*line.seat, r.s.w.out.NewID())
		added.Mark = mark
		name, r.just = added.Name, added.ID
		change = []model.Change{model.AddAttendee{Attendee: added, After: model.Last}}
	default:
		r.askPerson()
		return
	}
	just := r.just
	word, _ := markWord(mark)
	if !r.do(bold(name)+": "+strings.ToLower(word)+reasonHint(mark), change...) {
		return
	}
	r.just = just
	if next.key() == line.key() {
		r.choose("person " + string(just))
	} else {
		r.choose(next.key())
	}
}

func reasonHint(mark model.Mark) string {
	if mark == model.Present {
		return ""
	}
	return "   " + tr("A comma gives the reason")
}

// seated is somebody on the roster as an attendee.
func seated(s model.Seat, id model.ID) model.Attendee {
	return model.Attendee{ID: id, Person: s.Person, Name: s.Name, Post: s.Post, Group: s.Group, Capacity: s.Capacity, Mark: model.Present}
}

// listed is the attendee on the chosen line, or, where a line holds none, a
// word under the list that says what to do.
func (r *rollCall) listed() (model.Attendee, bool) {
	a, ok := r.attendee()
	if !ok {
		r.refuse(tr("Choose somebody on the list first. P puts somebody on the roster on it."))
	}
	return a, ok
}

// pass records that somebody comes or goes now, at the item the clerk is at.
func (r *rollCall) pass(way model.Way) {
	a, ok := r.listed()
	if !ok {
		return
	}
	r.just = ""
	changes, err := r.read(passLine(r.s.work.meeting(), way, a.ID))
	if err != nil {
		r.refuse(sentence(capital(reason(err))))
		return
	}
	words := trf("%s joins at %s", bold(a.Name), r.s.w.out.Now().Format("15:04"))
	if way == model.Out {
		words = trf("%s leaves at %s", bold(a.Name), r.s.w.out.Now().Format("15:04"))
	}
	r.do(words, changes...)
}

// passLine is the quick line that says so, by the place in the list, since two
// may have one name.
func passLine(m model.Meeting, way model.Way, who model.ID) string {
	return "/" + string(way) + placeOf(m, who)
}

// placeOf are the braces that name somebody by the place in the list.
func placeOf(m model.Meeting, who model.ID) string {
	at := slices.IndexFunc(m.Attendees, func(a model.Attendee) bool { return a.ID == who })
	return " {attendee: " + strconv.Itoa(at+1) + "}"
}

// read is what a quick line would change, whatever is in the composer.
func (r *rollCall) read(line string) ([]model.Change, error) { return r.s.work.aside(line) }

func (r *rollCall) toggleRemote() {
	a, ok := r.listed()
	if !ok {
		return
	}
	a.Remote = !a.Remote
	words := bold(a.Name) + ": " + tr("remote")
	if !a.Remote {
		words = bold(a.Name) + ": " + tr("in the room")
	}
	r.do(words, model.SetAttendee{Attendee: a})
}

// moveBy gives the chosen person another place in their group.
func (r *rollCall) moveBy(n int) {
	a, ok := r.listed()
	if !ok {
		return
	}
	m := r.s.work.meeting()
	var group []model.ID
	for _, other := range m.Attendees {
		if other.Group == a.Group && other.Capacity == a.Capacity {
			group = append(group, other.ID)
		}
	}
	to := slices.Index(group, a.ID) + n
	if to < 0 || to >= len(group) {
		r.say(tr("That is the end of the group. Enter changes the group."))
		return
	}
	after := group[to]
	if n < 0 {
		at := slices.IndexFunc(m.Attendees, func(b model.Attendee) bool { return b.ID == group[to] })
		after = ""
		if at > 0 {
			after = m.Attendees[at-1].ID
		}
	}
	r.do(trf("%s moved", bold(a.Name)), model.MoveAttendee{ID: a.ID, After: after})
}

// remove takes the chosen person off the list.
func (r *rollCall) remove() {
	if a, ok := r.listed(); ok {
		r.just = ""
		r.do(trf("%s is off the list   Ctrl+Z brings them back", bold(a.Name)), model.RemoveAttendee{ID: a.ID})
	}
}

// menu is all that can be recorded of the chosen line, by mouse.
func (r *rollCall) menu(at fyne.Position) {
	fynewidget.ShowPopUpMenuAtPosition(fyne.NewMenu("", r.offers()...), r.s.w.window.Canvas(), at)
}

// offers are the lines of that menu.
func (r *rollCall) offers() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	add := func(words string, do func(*rollCall)) {
		items = append(items, fyne.NewMenuItem(words, func() { do(r); r.s.focus() }))
	}
	a, ok := r.attendee()
	add(tr("Present"), (*rollCall).present)
	add(tr("Apologies"), (*rollCall).apologies)
	add(tr("Absent"), (*rollCall).absent)
	if !ok {
		add(tr("Add a person"), (*rollCall).askPerson)
		return items
	}
	add(tr("A deputy"), (*rollCall).askDeputy)
	add(tr("Joins now"), (*rollCall).joins)
	add(tr("Leaves now"), (*rollCall).leaves)
	add(map[bool]string{true: tr("Not remote"), false: tr("Remote")}[a.Remote], (*rollCall).toggleRemote)
	if a.Mark != model.Present {
		add(tr("Reason"), (*rollCall).askReason)
	}
	add(tr("Some items only"), func(r *rollCall) { r.askItems("") })
	add(tr("Move up"), func(r *rollCall) { r.moveBy(-1) })
	add(tr("Move down"), func(r *rollCall) { r.moveBy(1) })
	add(tr("Everything"), (*rollCall).askEverything)
	add(tr("Take off the list"), (*rollCall).remove)
	return items
}

// refuse says under the list why something was not done.
func (r *rollCall) refuse(why string) {
	r.show(widget.Block{Style: widget.Message, Chip: tr("Not yet"), Tone: theme.Restricted, Text: literal(why)})
}

// say says under the list what was done.
func (r *rollCall) say(words string) {
	if words == "" {
		r.fillStrip()
		return
	}
	r.show(widget.Block{Style: widget.Message, Text: words})
}

// fillStrip says under the list what the keyboard does here, or how a jump
// stands.
func (r *rollCall) fillStrip() {
	switch {
	case r.ask != nil:
		r.fillAsk()
	case r.jump.on:
		r.show(r.jump.block())
	case r.chosen().seat != nil:
		r.say(trf("P puts %s on the list as present, A with apologies, X as absent", bold(r.chosen().seat.Name)))
	case r.chosen().add:
		r.say(tr("Enter adds a person, in the words of /present"))
	default:
		r.say(tr("Type a name to go to it, with a slash first where it begins with P, A, X or D. A number: that item only"))
	}
}

func (r *rollCall) show(b widget.Block) {
	r.strip.Set(b)
	r.relay()
}

// relay gives the frame the room it now needs. In a low window the buttons, all
// of which are in the menu of a line too, leave theirs to the list.
func (r *rollCall) relay() {
	setVisible(r.buttons, r.ask == nil && !r.s.w.cramped)
	if height := r.frame.MinSize().Height; height != r.height {
		r.height = height
		r.sheet.Refresh()
	}
}

func (r *rollCall) hints() []hint {
	if r.ask != nil {
		if r.ask.names {
			return []hint{{"Enter", "keep"}, {"Tab", "complete a name"}, {"Esc", "leave it as it was"}}
		}
		return []hint{{"Enter", "keep"}, {"Esc", "leave it as it was"}}
	}
	return []hint{{"P A X D", "present, apologies, absent, deputy"}, {"Letters", "go to a name"}, {"+ -", "joins, leaves"}, {"@", "remote"},
		{"Esc", "back"}, {"Enter", "everything"}, {"Insert", "add"}, {"Ctrl+Z", "undo"}}
}
