package ui

import (
	"maps"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/ui/widget"
)

// styleScreen shows a house style beside minutes set in it, and changes it where
// it may be changed. What is typed is kept as it is typed: what is right becomes
// the style, what is not right yet stays in its field and is kept beside it.
type styleScreen struct {
	w    *Window
	from screen
	body model.ID
	// record is the style as the book has it, style as it stands here, and wrong
	// what is not right yet, by field. fixed says why nothing can be changed, ""
	// where it can.
	record model.HouseStyle
	style  minutes.Style
	wrong  map[string]string
	fixed  string
	uses   []model.StyleUse
	// before are the states that Ctrl+Z goes back to.
	before []styleStep
	// typing is the field being typed in since the last step, soon calls off
	// what is to be done when the clerk pauses.
	typing string
	soon   func()

	meeting  model.Meeting
	sample   bool
	sections []styleSection
	at       int

	root, columns *fyne.Container
	list          *widget.Rows
	form          *form
	fields        []*shownField
	help          *widget.Para
	paper         *widget.Paper
	asked         int // how often minutes were asked for on it
	paperNote     *widget.Label
	did           *widget.Label
	undone, copy  *widget.Button
}

// styleStep is a state of a style and what was done to it then.
type styleStep struct {
	style minutes.Style
	wrong map[string]string
	did   string
}

// stylePause is how long after a key what was typed is shown and kept.
const stylePause = 250 * time.Millisecond

// showStyle shows the editor of a house style, with minutes of a body beside it.
func (w *Window) showStyle(name string, body model.ID) {
	s, err := newStyleScreen(w, name, body)
	if err != nil {
		w.failed("open the house style", err)
		return
	}
	w.show(s)
}

func newStyleScreen(w *Window, name string, body model.ID) (*styleScreen, error) {
	s := &styleScreen{w: w, from: w.screen, body: body, sections: styleSections()}
	if err := s.read(w.styles.Name(name)); err != nil {
		return nil, err
	}
	if err := s.readMeeting(); err != nil {
		return nil, err
	}
	s.list = widget.NewRows(widget.Leaf, "", widget.Column{})
	s.list.Length = func() int { return len(s.sections) }
	s.list.Row = s.row
	s.list.OnSelected = func(n int) { s.open(n) }
	s.list.OnOpen = func(int) { s.focusFields() }
	onKey, onShortcut := w.wired(s.escape)
	s.list.OnKey = func(name fyne.KeyName) bool {
		if name == fyne.KeyRight && len(s.fields) > 0 {
			s.focusFields()
			return true
		}
		return onKey(name)
	}
	s.list.OnFocus = func(focused bool) {
		if focused {
			s.tell("")
		}
	}
	s.list.OnShortcut = func(k fyne.Shortcut) bool { return s.undoBy(k) || onShortcut(k) }
	s.help, s.paper, s.paperNote = softCaption(""), widget.NewPaper(), widget.NewLabel("", softStyle)
	s.did = widget.NewLabel("", softStyle)
	s.undone = widget.NewButton(tr("Take back"), "Ctrl+Z", s.undo)
	s.copy = widget.NewPrimary(tr("Copy and change"), "", func() { w.askCopyStyle(s.style.Name, body) })
	for _, b := range []*widget.Button{s.undone, s.copy} {
		b.OnKey, b.OnShortcut = w.wired(s.escape)
	}
	s.columns = container.New(&styleColumns{})
	s.root = newDeskPage(nil, newBar(s.did, s.undone, s.copy), s.columns)
	s.list.Select(0)
	s.lay()
	s.showPaper()
	return s, nil
}

// afresh is the screen made anew in the language spoken now.
func (s *styleScreen) afresh() screen {
	s.keep()
	fresh, err := newStyleScreen(s.w, s.style.Name, s.body)
	if err != nil {
		s.w.failed("open the house style", err)
		return s
	}
	fresh.from, fresh.before = again(s.from), s.before
	fresh.list.Select(s.at)
	fresh.open(s.at)
	return fresh
}

// read reads the style and who has it.
func (s *styleScreen) read(name string) error {
	style, err := s.w.styles.Load(name)
	if err != nil {
		return err
	}
	s.style, s.wrong = style, map[string]string{}
	bodies, err := s.w.book.Bodies()
	if err != nil {
		return err
	}
	meetings, err := s.w.book.Meetings()
	if err != nil {
		return err
	}
	for i := range bodies { // who has none named has the usual one
		bodies[i].Style = s.w.styles.Name(bodies[i].Style)
	}
	for i := range meetings {
		meetings[i].Style = s.w.styles.Name(meetings[i].Style)
	}
	s.uses = model.StyleUses(name, bodies, meetings)
	if !s.w.styles.Own(name) {
		s.fixed = tr("It comes with the program. Copy it to change it.")
		return nil
	}
	if s.record, err = s.w.ownStyle(name); err != nil {
		return err
	}
	s.wrong = maps.Clone(s.record.Unfinished)
	if s.wrong == nil {
		s.wrong = map[string]string{}
	}
	if out := slices.IndexFunc(s.uses, model.StyleUse.Out); out >= 0 {
		s.fixed = trf("Minutes went out in it (%s), so it stays as it is. Copy it to change it.", s.uses[out])
	}
	return nil
}

func (s *styleScreen) object() fyne.CanvasObject { return s.root }
func (s *styleScreen) bodyShown() model.ID       { return s.body }
func (s *styleScreen) focus()                    { s.w.window.Canvas().Focus(s.list) }

// origin is where the body's screen came from, for a screen that takes the
// place of both.
func (s *styleScreen) origin() screen {
	if b, ok := s.from.(*bodyScreen); ok {
		return b.from
	}
	return s.from
}

func (s *styleScreen) heading() heading {
	h := heading{title: capital(s.style.Name), about: tr("House style"), status: tr("Not in use")}
	if n := len(s.uses); n > 0 {
		bodies := 0
		for _, u := range s.uses {
			if u.Date == "" {
				bodies++
			}
		}
		h.status = trf("Used by %s", usedBy(bodies, n-bodies))
	}
	return h
}

// usedBy counts bodies and meetings.
func usedBy(bodies, meetings int) string {
	switch {
	case meetings == 0:
		return plural(bodies, "body", "bodies")
	case bodies == 0:
		return plural(meetings, "meeting", "meetings")
	}
	return trf("%s and %s", plural(bodies, "body", "bodies"), plural(meetings, "meeting", "meetings"))
}

func (s *styleScreen) hints() []hint {
	if s.fixed != "" {
		return []hint{{"Up, Down", "choose a part"}, {"Tab", "next"}, {"Esc", "back"}, {"Ctrl+K", "commands"}, {"F1", "keys"}}
	}
	return []hint{{"Up, Down", "choose a part"}, {"Tab", "next field"}, {"Ctrl+Z", "take back"}, {"Esc", "back"}, {"Ctrl+K", "commands"}, {"F1", "keys"}}
}

func (s *styleScreen) refresh() { s.fillDid() }

// row is a part of the editor in the list; one with something wrong is marked.
func (s *styleScreen) row(n int) widget.Row {
	words := s.sections[n].title
	if s.wrongIn(n) {
		words += " · " + tr("not right yet")
	}
	return widget.Row{Cells: []widget.Cell{{Words: words}}}
}

// wrongIn says whether something in a part is not right yet.
func (s *styleScreen) wrongIn(n int) bool {
	for _, f := range s.sections[n].fields {
		for id := range s.wrong {
			if id == f.id || f.rows != nil && isRow(f.id, id) {
				return true
			}
		}
	}
	return false
}

// open shows a part of the style.
func (s *styleScreen) open(n int) {
	s.keep()
	s.at = n
	s.lay()
	s.scrollPaper()
}

// lay makes the fields of the part that is open.
func (s *styleScreen) lay() {
	part := s.sections[s.at]
	s.fields = nil
	parts := []fyne.CanvasObject{widget.NewLabel(part.title, headingStyle), softCaption(part.about)}
	for _, f := range part.in(&s.style) {
		parts = append(parts, s.show(f))
	}
	s.form = newForm(parts...)
	for _, f := range s.fields {
		if f.field != nil {
			s.form.follow(f.field)
		}
	}
	middle := container.New(tower{0}, s.form.object, s.help)
	s.columns.Objects = []fyne.CanvasObject{s.list, middle, container.New(tower{1}, s.paperNote, s.paper)}
	s.tell("")
	s.columns.Refresh()
	s.root.Refresh()
}

// tell says below the fields what can stand in the one with the keyboard.
func (s *styleScreen) tell(words string) {
	s.help.Set(widget.Block{Style: widget.Message, Text: literal(words), Soft: true})
	setVisible(s.help, words != "")
	s.root.Refresh()
}

// softCaption is a caption in soft words.
func softCaption(words string) *widget.Para {
	return widget.NewPara(widget.Block{Style: widget.Message, Text: literal(words), Soft: true})
}

func (s *styleScreen) focusFields() {
	for _, f := range s.fields {
		if f.focusable != nil {
			s.w.window.Canvas().Focus(f.focusable)
			return
		}
	}
	s.w.window.Canvas().Focus(s.copy)
}

// fillDid says what was done last, or why nothing can be.
func (s *styleScreen) fillDid() {
	n := len(s.before)
	setVisible(s.undone, s.fixed == "")
	setVisible(s.copy, s.fixed != "")
	if s.undone.Enable(); n == 0 {
		s.undone.Disable()
	}
	switch {
	case s.fixed != "":
		s.did.Set(s.fixed)
	case n > 0:
		s.did.Set(s.before[n-1].did)
	default:
		s.did.Set(tr("Every change is kept at once."))
	}
	s.root.Refresh()
}

// escape keeps what was typed and goes back to the screen before.
func (s *styleScreen) escape(name fyne.KeyName) bool {
	if name != fyne.KeyEscape {
		return false
	}
	s.keep()
	s.w.backTo(s.from)
	return true
}

// undoBy takes the last change back where the shortcut asks for it.
func (s *styleScreen) undoBy(k fyne.Shortcut) bool {
	if _, ok := k.(*fyne.ShortcutUndo); ok {
		s.undo()
		return true
	}
	return false
}

// styleColumns lays the list of parts, the fields and the paper beside one
// another; where there is no room for the paper it is left out.
type styleColumns struct{}

// How wide the list and the fields are, and the least that paper is read at, in
// units before they are scaled.
const (
	styleListWide   = 184
	styleFieldsWide = 416
	stylePaperLeast = 320
)

// Layout is called by Fyne.
func (styleColumns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if len(objects) < 3 {
		return
	}
	gap := unit() * 3
	list, fields := min(measure(styleListWide), size.Width/3), measure(styleFieldsWide)
	paper := size.Width - list - fields - gap*2
	if paper < measure(stylePaperLeast) {
		fields, paper = max(size.Width-list-gap, 0), 0
	}
	setVisible(objects[2], paper > 0)
	x := float32(0)
	for i, width := range []float32{list, fields, paper} {
		objects[i].Move(fyne.NewPos(x, 0))
		objects[i].Resize(fyne.NewSize(width, size.Height))
		x += width + gap
	}
}

// MinSize lets the window be as small as it likes.
func (styleColumns) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 0) }
