package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"minutebook/model"
	"minutebook/model/register"
	"minutebook/ui/widget"
)

func (s *actionsScreen) choose(n int) {
	s.segment = n
	s.segments.Choose(n)
	s.fillSoon()
}

func (s *actionsScreen) toggleBody() {
	s.onlyBody = !s.onlyBody
	s.only.SetOn(s.onlyBody)
	s.refresh()
}

func (s *actionsScreen) toRows() {
	s.catchUp()
	s.w.window.Canvas().Focus(s.rows)
}

func (s *actionsScreen) toFilter() { s.w.window.Canvas().Focus(s.filter) }

func (s *actionsScreen) clearFilter() bool {
	if s.filter.Text() == "" {
		return s.escape(fyne.KeyEscape)
	}
	s.filter.Set("", 0)
	s.fillSoon()
	return true
}

// escape takes the marks away, and then goes back to the screen before.
func (s *actionsScreen) escape(name fyne.KeyName) bool {
	switch {
	case name != fyne.KeyEscape:
		return false
	case len(s.marked) > 0:
		s.unmark()
	default:
		s.w.backTo(s.from)
	}
	return true
}

// listKey is what a key does in the list.
func (s *actionsScreen) listKey(name fyne.KeyName) bool {
	if name == fyne.KeyInsert {
		s.markChosen()
		return true
	}
	return s.escape(name)
}

// steer lets Up and Down go from the bar into the list.
func (s *actionsScreen) steer(name fyne.KeyName) bool {
	if !upOrDown(name) {
		return s.escape(name)
	}
	s.toRows()
	s.rows.TypedKey(&fyne.KeyEvent{Name: name})
	return true
}

// upOrDown says whether a key moves a choice by one.
func upOrDown(name fyne.KeyName) bool { return name == fyne.KeyUp || name == fyne.KeyDown }

// letter does what a letter stands for in the list. They are all in the menu
// and the palette too.
func (s *actionsScreen) letter(r rune) bool {
	if d, ok := deedOf(r); ok {
		s.do(d)
		return true
	}
	small := []rune(strings.ToLower(string(r)))[0]
	if n := int(small - '1'); n >= 0 && n < len(sortKeys) {
		s.sortBy(sortKeys[n])
		return true
	}
	id, ok := registerLetters[small]
	if ok {
		s.w.do(s.w.command(id))
	}
	return ok
}

// registerLetters are the letters of the list beside those of the deeds, with
// the commands that they do.
var registerLetters = map[rune]string{'f': "register-filter", '/': "register-filter", 'x': "register-mark", 'a': "register-mark-all", 'u': "register-undo",
	'e': "register-evidence", 'i': "register-history", 'g': "register-group", 'v': "register-views", 'b': "register-charts", 'm': "register-chase"}

// do records something of the actions marked, or of the one chosen.
func (s *actionsScreen) do(d deed) { s.record.ask(d, s.subjects()) }

// markRows marks the rows from one to another; from a row to itself turns its
// mark over.
func (s *actionsScreen) markRows(from, to int) {
	s.catchUp()
	if from, to = min(from, len(s.lines)-1), min(to, len(s.lines)-1); min(from, to) < 0 {
		return
	}
	if from == to {
		s.turnMark(from)
	} else {
		for n := min(from, to); n <= max(from, to); n++ {
			if l := s.lines[n]; l.heading == "" {
				s.marked[keyOf(s.shown[l.n])] = true
			}
		}
	}
	s.told()
}

func (s *actionsScreen) turnMark(n int) {
	if n >= len(s.lines) || s.lines[n].heading != "" {
		return
	}
	key := keyOf(s.shown[s.lines[n].n])
	if s.marked[key] {
		delete(s.marked, key)
	} else {
		s.marked[key] = true
	}
}

// markChosen turns the mark of the chosen row over and goes on to the next.
func (s *actionsScreen) markChosen() {
	s.catchUp()
	if n := s.rows.Selected(); n >= 0 && len(s.lines) > 0 {
		s.turnMark(n)
		s.rows.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		s.told()
	}
}

// markAll marks all that is shown, or nothing where all is marked.
func (s *actionsScreen) markAll() {
	s.catchUp()
	all := !slices.ContainsFunc(s.shown, func(a register.Action) bool { return !s.marked[keyOf(a)] })
	clear(s.marked)
	for _, a := range s.shown {
		if !all {
			s.marked[keyOf(a)] = true
		}
	}
	s.rows.Refresh()
	s.told()
}

func (s *actionsScreen) unmark() {
	clear(s.marked)
	s.rows.Refresh()
	s.told()
}

// putBack puts back what was recorded last, by events that say so.
func (s *actionsScreen) putBack() {
	if s.last == nil {
		s.w.say(tr("Nothing was recorded here that could be put back"))
		return
	}
	events, err := s.last.back(s.today(), model.Stamp(s.w.out.Now()))
	if err != nil {
		s.w.say(tr("That cannot be put back: nothing was there before. Record what is right instead"))
		return
	}
	if err := s.w.book.Commit(model.Batch{Events: events}); err != nil {
		s.w.failed("put it back", err)
		return
	}
	actions := s.last.actions
	s.last = nil
	s.refresh()
	if i := slices.IndexFunc(s.lines, func(l actionLine) bool { return l.heading == "" && sameAction(s.shown[l.n], actions[0]) }); i >= 0 {
		s.goToRow(i)
		s.told()
	}
	s.w.say(trf("%s: as before. The history keeps both", capital(actionsNamed(actions))))
}

// undoable has Ctrl+Z in a list do something.
func undoable(rows *widget.Rows, undo func()) {
	others := rows.OnShortcut
	rows.OnShortcut = func(shortcut fyne.Shortcut) bool {
		if _, ok := shortcut.(*fyne.ShortcutUndo); ok {
			undo()
			return true
		}
		return others(shortcut)
	}
}

// registerButtons do by mouse what the letters do.
func (s *actionsScreen) registerButtons() fyne.CanvasObject {
	row := container.New(&flow{gap: 0.75})
	for _, d := range deeds {
		button := widget.NewButton(d.deed.button(), strings.ToUpper(string(d.letter)), func() { s.do(d.deed) })
		button.OnKey, button.OnShortcut = s.w.wired(s.escape)
		row.Add(button)
	}
	row.Add(s.glance.ways)
	return row
}

// menu offers by mouse what the letters do.
func (s *actionsScreen) menu(_ int, at fyne.Position) {
	menu := fyne.NewMenu("")
	for _, d := range deeds {
		menu.Items = append(menu.Items, fyne.NewMenuItem(d.deed.button(), func() { s.do(d.deed) }))
	}
	menu.Items = append(menu.Items, fyne.NewMenuItemSeparator())
	for _, id := range []string{"register-jump", "register-evidence", "register-history", "register-mark"} {
		c := s.w.command(id)
		menu.Items = append(menu.Items, fyne.NewMenuItem(tr(c.title), func() { s.w.do(c) }))
	}
	fynewidget.ShowPopUpMenuAtPosition(menu, s.w.window.Canvas(), at)
}
