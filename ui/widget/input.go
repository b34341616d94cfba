package widget

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynewidget "fyne.io/fyne/v2/widget"

	"minutebook/ui/theme"
)

// input is text that can be written in: what Composer and Field are made of.
// The words live in its buffer; lines are only how they are shown, so that no
// width can change a word.
type input struct {
	fynewidget.BaseWidget
	keys

	// OnChanged is told of every change of the text that Set did not make, and
	// where the caret stands, in runes.
	OnChanged func(text string, caret int)
	// OnMoved is told when the caret or the selection moved and the text stayed.
	OnMoved func()
	// OnEnter is told of Enter. Without it Enter goes to OnKey.
	OnEnter func()
	// OnEscape is told of Esc and returns whether it used it; if not, Esc goes
	// to OnKey.
	OnEscape func() bool

	self        fyne.Widget
	buffer      buffer
	ghost       string
	placeholder string
	maxRows     int // 1 shows a single line that moves sideways
	shift       bool
	goal        float32 // where Up and Down aim at; below 0 for where the caret is

	area  fyne.Size     // of the words
	at    fyne.Position // of the words, in the widget
	spans []span
	tail  []span // of the ghost, its first line following on the last span
	top   int    // the first line shown

	marks  pool[*canvas.Rectangle]
	lines  pool[*canvas.Text]
	ghosts pool[*canvas.Text]
	cursor *canvas.Rectangle
}

// begin sets up what the zero value cannot be.
func (i *input) begin(self fyne.Widget, maxRows int) {
	i.self, i.maxRows, i.goal = self, maxRows, -1
	i.marks, i.lines, i.ghosts = newRects(), newTexts(), newTexts()
	i.cursor = newRect()
	i.spans = []span{{}}
	i.ExtendBaseWidget(self)
}

// Text returns what was written, exactly.
func (i *input) Text() string { return string(i.buffer.text) }

// Caret returns how many runes stand before the caret.
func (i *input) Caret() int { return i.buffer.caret }

// Set replaces the text and puts the caret after so many runes, held inside
// the text. It forgets every undo step and tells no one.
func (i *input) Set(text string, caret int) {
	i.buffer.set(text, caret)
	i.ghost, i.top = "", 0
	i.arrange()
}

// Insert puts text at the caret, over what is selected, as one undo step.
func (i *input) Insert(text string) {
	i.buffer.insert(i.clean(text))
	i.changed()
}

// Replace puts text in the place of the runes from..to, which are held inside
// the text, as one undo step, and leaves the caret after it.
func (i *input) Replace(from, to int, text string) {
	from = min(max(from, 0), len(i.buffer.text))
	to = min(max(to, from), len(i.buffer.text))
	i.buffer.replace(from, to, i.clean(text))
	i.buffer.closeStep()
	i.changed()
}

// Shift tells whether Shift is held down.
func (i *input) Shift() bool { return i.shift }

// Selected returns the selected range, in runes; from is to where nothing is
// selected.
func (i *input) Selected() (from, to int) { return i.buffer.selection() }

// Select selects the runes from..to, held inside the text, and leaves the
// caret after them.
func (i *input) Select(from, to int) {
	i.buffer.moveTo(from, false)
	i.buffer.moveTo(to, true)
	i.moved()
}

// CanUndo tells whether there is anything to undo.
func (i *input) CanUndo() bool { return i.buffer.done > 0 }

// CanRedo tells whether there is anything to redo.
func (i *input) CanRedo() bool { return i.buffer.done < len(i.buffer.steps) }

// Undo takes the last step back and returns whether there was one.
func (i *input) Undo() bool {
	did := i.buffer.undo()
	if did {
		i.changed()
	}
	return did
}

// Redo does the last undone step again and returns whether there was one.
func (i *input) Redo() bool {
	did := i.buffer.redo()
	if did {
		i.changed()
	}
	return did
}

// SetPlaceholder says what to write, for as long as nothing is written.
func (i *input) SetPlaceholder(text string) {
	if i.placeholder != text {
		i.placeholder = text
		i.arrange()
	}
}

// setGhost shows text in grey after the caret, while the caret is at the end.
func (i *input) setGhost(text string) {
	if i.ghost != text {
		i.ghost = text
		i.arrangeGhost(i.ruler())
	}
}

// clean makes text from elsewhere fit to be written here: line ends of other
// systems are lines, a tab is a space, and a single line has no lines.
func (i *input) clean(text string) []rune {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\t", " ").Replace(text)
	if i.maxRows == 1 {
		text = strings.ReplaceAll(text, "\n", " ")
	}
	return []rune(text)
}

// changed shows and tells a change of the text.
func (i *input) changed() {
	i.ghost, i.goal = "", -1
	i.arrange()
	if i.OnChanged != nil {
		i.OnChanged(i.Text(), i.Caret())
	}
}

// moved shows that the caret moved.
func (i *input) moved() {
	i.goal = -1
	i.arrange()
	if i.OnMoved != nil {
		i.OnMoved()
	}
}

// rows returns how many lines are shown at once.
func (i *input) rows() int {
	return min(max(i.allRows(), 1), i.maxRows)
}

// allRows returns how many lines the text and its ghost fill.
func (i *input) allRows() int {
	return len(i.spans) + max(len(i.tail)-1, 0)
}

// rowOf returns the line that shows the caret's place pos.
func (i *input) rowOf(pos int) int {
	row := len(i.spans) - 1
	for row > 0 && i.spans[row].from > pos {
		row--
	}
	return row
}

// xOf returns how far right the caret's place pos is in its line.
func (i *input) xOf(pos, row int, measure ruler) float32 {
	s := i.spans[row]
	pos = min(max(pos, s.from), s.to)
	return min(measure(i.buffer.text[s.from:pos]), i.area.Width)
}

// posAt returns the caret's place nearest to x in a line.
func (i *input) posAt(row int, x float32) int {
	row = min(max(row, 0), len(i.spans)-1)
	s := i.spans[row]
	pos := s.from + nearest(i.buffer.text[s.from:s.to], x, i.ruler())
	return min(pos, i.lineEnd(row))
}

// lineEnd is the caret's last place in a line. The end of a line that was
// broken by width is the start of the next, so there it is one rune sooner.
func (i *input) lineEnd(row int) int {
	s := i.spans[row]
	if row+1 < len(i.spans) && i.spans[row+1].from == s.to {
		return max(i.buffer.left(s.to), s.from)
	}
	return s.to
}

func (i *input) ruler() ruler {
	return currentLook().ruler(theme.SizeBody, fyne.TextStyle{})
}
