package widget

import (
	"runtime"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// FocusGained is called by the driver.
func (i *input) FocusGained() {
	i.setFocused(true)
	i.self.Refresh()
}

// FocusLost is called by the driver.
func (i *input) FocusLost() {
	i.shift = false // its release goes elsewhere
	i.buffer.closeStep()
	i.setFocused(false)
	i.self.Refresh()
}

// KeyDown is called by the driver; it watches Shift.
func (i *input) KeyDown(e *fyne.KeyEvent) {
	if e.Name == desktop.KeyShiftLeft || e.Name == desktop.KeyShiftRight {
		i.shift = true
	}
}

// KeyUp is called by the driver; it watches Shift.
func (i *input) KeyUp(e *fyne.KeyEvent) {
	if e.Name == desktop.KeyShiftLeft || e.Name == desktop.KeyShiftRight {
		i.shift = false
	}
}

// TypedRune is called by the driver; it writes one rune.
func (i *input) TypedRune(r rune) {
	if unicode.IsControl(r) {
		return
	}
	i.buffer.typed(r)
	i.changed()
}

// TypedKey is called by the driver.
func (i *input) TypedKey(e *fyne.KeyEvent) {
	b := &i.buffer
	switch e.Name {
	case fyne.KeyBackspace:
		if b.remove(b.caret - min(b.caret, 1)) {
			i.changed()
		}
	case fyne.KeyDelete:
		if b.remove(b.right(b.caret)) {
			i.changed()
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		i.enter(e.Name)
	case fyne.KeyEscape:
		if i.OnEscape == nil || !i.OnEscape() {
			i.handOn(i.self, e.Name)
		}
	case fyne.KeyUp, fyne.KeyDown:
		i.vertical(e.Name)
	case fyne.KeyLeft, fyne.KeyRight:
		i.sideways(e.Name)
	case fyne.KeyHome:
		i.move(i.spans[i.rowOf(b.caret)].from, fyne.KeyHome)
	case fyne.KeyEnd:
		i.move(i.lineEnd(i.rowOf(b.caret)), fyne.KeyEnd)
	case fyne.KeyPageUp, fyne.KeyPageDown:
		i.page(e.Name)
	default:
		i.handOn(i.self, e.Name)
	}
}

func (i *input) enter(name fyne.KeyName) {
	switch {
	case i.shift && i.maxRows > 1:
		i.buffer.typed('\n')
		i.changed()
	case i.OnEnter != nil:
		i.OnEnter()
	default:
		i.handOn(i.self, name)
	}
}

// move puts the caret at pos, selecting while Shift is held. In a single line,
// which shows a part of its text, Home and End reach the text's own ends.
func (i *input) move(pos int, name fyne.KeyName) {
	if i.maxRows == 1 && name == fyne.KeyHome {
		pos = 0
	}
	if i.maxRows == 1 && name == fyne.KeyEnd {
		pos = len(i.buffer.text)
	}
	i.buffer.moveTo(pos, i.shift)
	i.moved()
}

// sideways goes one place left or right, or to that end of the selection.
func (i *input) sideways(name fyne.KeyName) {
	b := &i.buffer
	from, to := b.selection()
	left := name == fyne.KeyLeft
	switch {
	case from != to && !i.shift && left:
		i.move(from, name)
	case from != to && !i.shift:
		i.move(to, name)
	case left:
		i.move(b.left(b.caret), name)
	default:
		i.move(b.right(b.caret), name)
	}
}

// vertical goes one line up or down, keeping its place across. A single line
// hands the key on.
func (i *input) vertical(name fyne.KeyName) {
	if i.maxRows == 1 {
		i.handOn(i.self, name)
		return
	}
	row := i.rowOf(i.buffer.caret)
	goal := i.goal
	if goal < 0 {
		goal = i.xOf(i.buffer.caret, row, i.ruler())
	}
	if name == fyne.KeyUp {
		row--
	} else {
		row++
	}
	pos := 0
	switch {
	case row >= len(i.spans):
		pos = len(i.buffer.text)
	case row >= 0:
		pos = i.posAt(row, goal)
	}
	i.move(pos, name)
	i.goal = goal
}

// page hands the key on; where no one wants it, it goes to the start or end.
func (i *input) page(name fyne.KeyName) {
	if i.handOn(i.self, name) {
		return
	}
	pos := 0
	if name == fyne.KeyPageDown {
		pos = len(i.buffer.text)
	}
	i.move(pos, name)
}

// TypedShortcut is called by the driver; what an entry of text has no use for
// is handed on.
func (i *input) TypedShortcut(s fyne.Shortcut) {
	used := true
	switch s := s.(type) {
	case *fyne.ShortcutUndo:
		used = i.Undo()
	case *fyne.ShortcutRedo:
		used = i.Redo()
	case *fyne.ShortcutCut:
		i.copy(s.Clipboard)
		if i.buffer.remove(i.buffer.caret) {
			i.changed()
		}
	case *fyne.ShortcutCopy:
		i.copy(s.Clipboard)
	case *fyne.ShortcutPaste:
		i.Insert(s.Clipboard.Content())
	case *fyne.ShortcutSelectAll:
		i.Select(0, len(i.buffer.text))
	case *desktop.CustomShortcut:
		used = i.wordKey(s.KeyName, s.Modifier)
	default:
		used = false
	}
	if !used {
		i.handOnShortcut(s)
	}
}

func (i *input) copy(c fyne.Clipboard) {
	if from, to := i.buffer.selection(); from != to {
		c.SetContent(string(i.buffer.text[from:to]))
	}
}

// wordKey moves and deletes by words and ends of the text, and returns whether
// that is what the shortcut is for.
func (i *input) wordKey(name fyne.KeyName, with fyne.KeyModifier) bool {
	byWord, toEnd := fyne.KeyModifierControl, fyne.KeyModifierControl
	if runtime.GOOS == "darwin" {
		byWord, toEnd = fyne.KeyModifierAlt, fyne.KeyModifierSuper
	}
	if with == byWord && (name == fyne.KeyBackspace || name == fyne.KeyDelete) {
		i.removeWord(name)
		return true
	}
	plain := with &^ fyne.KeyModifierShift
	pos, ok := i.wordPlace(name, plain == byWord, plain == toEnd)
	if ok {
		i.buffer.moveTo(pos, with != plain)
		i.moved()
	}
	return ok
}

// wordPlace returns where a key goes by words, or to the ends of the text.
func (i *input) wordPlace(name fyne.KeyName, byWord, toEnd bool) (pos int, ok bool) {
	b := &i.buffer
	switch {
	case byWord && name == fyne.KeyLeft:
		return b.wordLeft(b.caret), true
	case byWord && name == fyne.KeyRight:
		return b.wordRight(b.caret), true
	case name == fyne.KeyHome || name == fyne.KeyLeft:
		return 0, toEnd
	case name == fyne.KeyEnd || name == fyne.KeyRight:
		return len(b.text), toEnd
	}
	return 0, false
}

func (i *input) removeWord(name fyne.KeyName) {
	pos := i.buffer.wordLeft(i.buffer.caret)
	if name == fyne.KeyDelete {
		pos = i.buffer.wordRight(i.buffer.caret)
	}
	i.buffer.closeStep()
	if i.buffer.remove(pos) {
		i.buffer.closeStep()
		i.changed()
	}
}
