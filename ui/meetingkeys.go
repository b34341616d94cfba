package ui

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"minutebook/model"
	"minutebook/model/corrections"
	"minutebook/model/minutes"
	"minutebook/model/quick"
)

// enter adds the words in the composer to the meeting. A line that cannot be
// read stays where it is with the reason under it; asked for again it is kept
// as a private note. It says whether the composer is free.
func (s *meetingScreen) enter() bool {
	composer := s.panel.composer
	text := composer.Text()
	if strings.TrimSpace(text) == "" {
		return s.work.editing == ""
	}
	s.leaving = false
	wasEditing := s.work.editing != ""
	r, err := s.work.enter(text)
	var bad *quick.LineError
	switch {
	case errors.As(err, &bad) && s.confirmed == text:
		if err := s.work.keepPrivate(text); err != nil {
			s.panel.refuse(reason(err))
			return false
		}
		s.w.say(tr("Kept as a private note, for follow-up"))
	case errors.As(err, &bad):
		s.confirmed = text
		s.panel.refuse(trf("%s Press Enter again to keep the line as a private note.", sentence(capital(reason(err)))))
		return false
	case err != nil:
		s.panel.refuse(sentence(capital(reason(err))))
		return false
	}
	if err == nil {
		s.learnEntered(r, wasEditing)
	}
	s.confirmed = ""
	s.entered = s.saved < s.work.meeting().Rev
	words := ""
	if wasEditing {
		words, s.before = s.before, ""
	}
	composer.Set(words, len([]rune(words)))
	s.touched()
	s.fill()
	if !wasEditing && s.work.selected == "" {
		s.sheet.RevealEnd()
	}
	return true
}

// paste enters text from elsewhere: one line goes into the composer as it is,
// several become one entry a line, without commands, as one step to undo.
func (s *meetingScreen) paste(text string) bool {
	var lines []string
	for _, l := range strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n") {
		if strings.TrimSpace(l) != "" {
			lines = append(lines, l)
		}
	}
	if len(lines) < 2 || s.work.editing != "" || s.panel.composer.Text() != "" {
		return false
	}
	if err := s.work.enterLines(lines); err != nil {
		s.panel.refuse(sentence(capital(reason(err))))
		return false
	}
	s.panel.composer.Set("", 0) // Ctrl+Z is for the entries now
	s.leaving = false
	s.w.say(trf("%s added from what was pasted; Ctrl+Z takes them back", plural(len(lines), "entry", "entries")))
	s.fill()
	return true
}

// do does a quick line as if it had been typed, whatever is in the composer.
func (s *meetingScreen) do(line string) {
	if _, err := s.work.enter(line); err != nil {
		s.refuse(sentence(capital(reason(err))))
		return
	}
	s.fill()
}

// change makes a change that came from a command and shows the meeting anew.
func (s *meetingScreen) change(err error) bool {
	if err != nil {
		s.refuse(sentence(capital(reason(err))))
		return false
	}
	s.leaving = false
	s.fill()
	return true
}

func (s *meetingScreen) selectBy(n int) {
	if s.rolling() {
		s.roll.selectBy(n)
		return
	}
	s.work.selectBy(n)
	s.fill()
}

// choose selects an entry that was clicked, or lets go of it.
func (s *meetingScreen) choose(id model.ID) {
	if s.work.selected == id {
		id = ""
	}
	s.work.selected = id
	s.fill()
	s.focus()
}

func (s *meetingScreen) setKind(kind model.EntryKind) { s.change(s.work.setKind(kind)) }

func (s *meetingScreen) itemBy(n int) {
	if id, ok := s.work.beside(n); ok {
		s.goTo(id)
		s.places.passing = true
	}
}

func (s *meetingScreen) enterAndGo(n int) {
	if s.enter() {
		s.itemBy(n)
	}
}

func (s *meetingScreen) insertTime() {
	s.panel.composer.Insert(s.w.out.Now().Format("15:04"))
	s.focus()
}

// mark sets the chosen words bold or italic, or sets the caret between marks.
func (s *meetingScreen) mark(mark string) {
	c := s.panel.composer
	from, to := c.Selected()
	words := string([]rune(c.Text())[from:to])
	c.Replace(from, to, mark+words+mark)
	if from == to {
		at := from + len(mark)
		c.Select(at, at)
	}
	s.focus()
}

func (s *meetingScreen) edit() {
	if s.rolling() {
		s.roll.enter()
		return
	}
	if s.work.editing != "" {
		return
	}
	if s.work.fixed() {
		s.panel.refuse(sentence(capital(reason(&model.Sealed{}))))
		return
	}
	before := s.panel.composer.Text()
	line, ok := s.work.edit()
	if !ok {
		s.panel.refuse(tr("There is no entry here to edit yet."))
		return
	}
	s.before = before
	s.panel.composer.Set(line, len([]rune(line)))
	s.touched()
	s.fill()
	s.focus()
}

// sealed is why minutes that have left the office do not take changes; nil where
// they do, or are a draft.
func (s *meetingScreen) sealed(changes model.Many) error {
	if len(changes) == 0 {
		return nil
	}
	return s.work.session.refuses(changes)
}

// escape goes one step back towards the empty composer: from a warning, from
// editing, from a chosen entry. Words are never lost: those of an edit that
// was left come back with Ctrl+Z.
func (s *meetingScreen) escape() bool {
	c := s.panel.composer
	switch {
	case s.find.open && s.work.editing == "":
		s.find.close()
		return true
	case s.untouched():
		s.toRegister()
		return true
	case s.work.editing != "":
		s.work.stopEditing()
		c.Replace(0, len([]rune(c.Text())), s.before)
		s.before = ""
		s.w.say(tr("The entry is as it was. Ctrl+Z brings your words back"))
	case s.work.kind != "":
		s.work.kind = ""
	case s.work.selected != "":
		s.work.selected = ""
	case s.w.alert.Visible():
		s.w.calm()
	case s.preview.instead():
		s.leavePreview()
	}
	s.confirmed = ""
	s.fill()
	return true
}

func (s *meetingScreen) moveBy(n int) {
	if s.rolling() {
		s.roll.moveBy(n)
		return
	}
	if s.work.selected == "" {
		s.panel.refuse(sentence(capital(reason(errNothingSelected))))
		return
	}
	entry := s.work.selected
	item, err := s.work.move(n)
	if err == nil && item != s.work.item {
		s.goTo(item)
		s.work.selected = entry
		it, _ := s.work.meeting().Item(item)
		s.w.say(trf("Moved into %s", shortWords(cmp.Or(it.Title, tr("Before the agenda")))))
	}
	s.change(err)
}

// remove deletes the chosen entry at once and says how to bring it back.
func (s *meetingScreen) remove() {
	if s.rolling() {
		s.roll.remove()
		return
	}
	hasEvents := func(e model.Entry) bool {
		return slices.ContainsFunc(s.ledger, func(event model.Event) bool { return event.Action == e.ID })
	}
	wasEditing := s.work.editing
	e, err := s.work.remove(hasEvents)
	if !s.change(err) {
		return
	}
	if wasEditing == e.ID {
		s.panel.composer.Set(s.before, len([]rune(s.before)))
		s.before = ""
	}
	word, _ := kindWord(e.Kind)
	if c, ok := corrections.OfEntry(s.work.kept(), e.ID); ok && c.Struck {
		s.w.say(trf("%s to be struck: recorded as a correction; Ctrl+Z takes it back", word))
		return
	}
	s.w.say(trf("%s deleted; Ctrl+Z brings it back", word))
}

// undo takes back what was done to the minutes since the words in the composer
// last changed, and else inside the composer first. The press that would leave
// it for the meeting says so.
func (s *meetingScreen) undo() {
	if s.rolling() {
		s.roll.undo()
		return
	}
	c := s.panel.composer
	switch {
	case s.find.undo():
	case s.since > 0 && s.work.session.CanUndo():
		s.stepBack()
	case c.CanUndo():
		c.Undo()
		s.leaving, s.inMinutes = true, false
	case s.leaving:
		s.leaving = false
		s.w.say(tr("Nothing more to take back in the line. Ctrl+Z again goes on with the minutes"))
	default:
		s.stepBack()
	}
}

// stepBack undoes in the minutes.
func (s *meetingScreen) stepBack() {
	since := max(s.since-1, 0)
	s.inMinutes = true
	s.step(tr("Taken back"), s.work.session.Undo)
	s.since = since
}

func (s *meetingScreen) redo() {
	if s.rolling() {
		s.roll.redo()
		return
	}
	c := s.panel.composer
	if s.find.redo() {
		return
	}
	if c.CanRedo() && (!s.inMinutes || !s.work.session.CanRedo()) {
		c.Redo()
		return
	}
	since := s.since
	if s.work.session.CanRedo() {
		since++
	}
	s.step(tr("Made again"), s.work.session.Redo)
	s.since = since
}

// step undoes or redoes in the minutes, goes to where that was, and says what
// it did.
func (s *meetingScreen) step(did string, step func() (bool, error)) {
	before, at := s.work.meeting(), s.work.item
	ok, err := step()
	if err != nil {
		s.panel.refuse(sentence(capital(reason(err))))
		return
	}
	if !ok {
		s.w.say(tr("There is nothing to take back or make again"))
		return
	}
	item, words := difference(s.style, before, s.work.meeting())
	chosen := s.work.selected != ""
	if item != "" && (s.work.item != at || item == s.carried) { // the words in the composer go along
		s.work.item = item
	}
	s.adopt()
	if item != "" {
		s.goTo(item)
	}
	if entry := changed(before, s.work.meeting()); chosen && entry != "" {
		s.work.selected = entry
	}
	s.fill()
	s.w.say(did + words)
}

// difference is what an undo or redo did to an item or an entry, in words, and
// the item to go to; without words where it was something else.
func difference(style minutes.Style, before, after model.Meeting) (item model.ID, words string) {
	if item, words := itemDifference(before, after); words != "" {
		return item, words
	}
	for _, it := range before.Items {
		for _, e := range it.Entries {
			if _, _, ok := after.Entry(e.ID); !ok {
				return it.ID, ": " + trf("%s is out", shortWords(style.Sentence(before, e)))
			}
		}
	}
	for _, it := range after.Items {
		for _, e := range it.Entries {
			old, from, ok := before.Entry(e.ID)
			switch {
			case !ok:
				return it.ID, ": " + trf("%s is in", shortWords(style.Sentence(after, e)))
			case old.Text != e.Text || old.Kind != e.Kind:
				return it.ID, ": " + trf("%s reads so again", shortWords(style.Sentence(after, e)))
			case from.ID != it.ID:
				return it.ID, ": " + trf("%s is back here", shortWords(style.Sentence(after, e)))
			}
		}
	}
	return "", ""
}

// changed is the entry that an undo or redo brought back or changed; "" for
// none.
func changed(before, after model.Meeting) model.ID {
	for _, it := range after.Items {
		for _, e := range it.Entries {
			if old, _, ok := before.Entry(e.ID); !ok || old.Text != e.Text || old.Kind != e.Kind {
				return e.ID
			}
		}
	}
	return ""
}

// shortWords are the first words of an entry in quotation marks.
func shortWords(text string) string {
	words := strings.Fields(model.Plain(text))
	if len(words) > 5 {
		return "“" + strings.Join(words[:5], " ") + " …”"
	}
	return "“" + strings.Join(words, " ") + "”"
}

// entryMenu is what can be done with an entry by mouse; each line is a command.
func (s *meetingScreen) entryMenu(e model.Entry, at fyne.Position) {
	s.work.selected = e.ID
	s.fill()
	menu := fyne.NewMenu("")
	for _, id := range []string{"edit", "paragraph", "bullet", "decision", "action", "private", "move-up", "move-down", "restricted", "owner-due", "action-complete", "action-note", "save-abbreviation", "extract", "delete"} {
		if ofAction(id) && e.Kind != model.Action {
			continue
		}
		c := s.w.command(id)
		menu.Items = append(menu.Items, fyne.NewMenuItem(tr(c.title), func() { s.w.do(c) }))
	}
	fynewidget.ShowPopUpMenuAtPosition(menu, s.w.window.Canvas(), at)
}
