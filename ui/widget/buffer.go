package widget

import (
	"slices"
	"unicode"
)

// A buffer is text being written: its runes, where the caret stands, what is
// selected, and every step back. It knows nothing of lines or widths, so the
// way text is shown can never change the text.
type buffer struct {
	text   []rune
	caret  int // runes before the caret
	anchor int // the other end of the selection; equal to caret where nothing is selected
	steps  []step
	done   int // steps[:done] can be undone, steps[done:] redone
}

// A step is one replacement that undo takes back as a whole.
type step struct {
	at       int
	old, now []rune
	open     bool // typing may still join it
}

// set replaces everything and forgets every step.
func (b *buffer) set(text string, caret int) {
	*b = buffer{text: []rune(text)}
	b.moveTo(caret, false)
}

// moveTo puts the caret at pos, held inside the text; with selecting the
// anchor stays where it is.
func (b *buffer) moveTo(pos int, selecting bool) {
	b.caret = min(max(pos, 0), len(b.text))
	if !selecting {
		b.anchor = b.caret
	}
	if b.done > 0 {
		b.steps[b.done-1].open = false
	}
}

// selection returns the selected range, from == to where there is none.
func (b *buffer) selection() (from, to int) {
	return min(b.caret, b.anchor), max(b.caret, b.anchor)
}

// insert replaces the selection with runes, as one step.
func (b *buffer) insert(runes []rune) {
	from, to := b.selection()
	b.replace(from, to, runes)
	b.closeStep()
}

// typed replaces the selection with one rune; runes of one word are one step.
func (b *buffer) typed(r rune) {
	from, to := b.selection()
	if from == to && b.done > 0 && !isSeparator(r) {
		last := &b.steps[b.done-1]
		if last.open && len(last.old) == 0 && last.at+len(last.now) == from {
			b.text = slices.Insert(b.text, from, r)
			last.now = append(last.now, r)
			b.steps = b.steps[:b.done]
			b.caret, b.anchor = from+1, from+1
			return
		}
	}
	b.replace(from, to, []rune{r})
}

// remove deletes the selection, or else what lies between the caret and pos;
// deletions that follow on are one step.
func (b *buffer) remove(pos int) bool {
	from, to := b.selection()
	if from == to {
		from, to = min(b.caret, pos), max(b.caret, pos)
	}
	if from == to {
		return false
	}
	if b.done > 0 {
		last := &b.steps[b.done-1]
		if last.open && len(last.now) == 0 && to-from == 1 && !isSeparator(b.text[from]) {
			switch last.at {
			case to: // backwards
				last.old = slices.Insert(last.old, 0, b.text[from])
				last.at = from
			case from: // forwards
				last.old = append(last.old, b.text[from])
			default:
				b.replace(from, to, nil)
				return true
			}
			b.text = slices.Delete(b.text, from, to)
			b.steps = b.steps[:b.done]
			b.caret, b.anchor = from, from
			return true
		}
	}
	b.replace(from, to, nil)
	return true
}

// replace is the one way the text changes and a step is made.
func (b *buffer) replace(from, to int, now []rune) {
	if from == to && len(now) == 0 {
		return
	}
	s := step{at: from, old: slices.Clone(b.text[from:to]), now: slices.Clone(now), open: true}
	b.text = slices.Replace(b.text, from, to, now...)
	b.steps = append(b.steps[:b.done], s)
	b.done++
	b.caret = from + len(now)
	b.anchor = b.caret
}

// closeStep keeps later typing out of the last step.
func (b *buffer) closeStep() {
	if b.done > 0 {
		b.steps[b.done-1].open = false
	}
}

// undo takes the last step back; it returns false where there is none.
func (b *buffer) undo() bool {
	if b.done == 0 {
		return false
	}
	b.done--
	s := b.steps[b.done]
	b.steps[b.done].open = false
	b.text = slices.Replace(b.text, s.at, s.at+len(s.now), s.old...)
	b.caret = s.at + len(s.old)
	b.anchor = b.caret
	return true
}

// redo does the last undone step again; it returns false where there is none.
func (b *buffer) redo() bool {
	if b.done == len(b.steps) {
		return false
	}
	s := b.steps[b.done]
	b.done++
	b.text = slices.Replace(b.text, s.at, s.at+len(s.old), s.now...)
	b.caret = s.at + len(s.now)
	b.anchor = b.caret
	return true
}

// left and right are the caret's places beside pos; a base letter and the
// marks on it are never parted.
func (b *buffer) left(pos int) int {
	pos--
	for pos > 0 && isMark(b.text[pos]) {
		pos--
	}
	return max(pos, 0)
}

func (b *buffer) right(pos int) int {
	pos++
	for pos < len(b.text) && isMark(b.text[pos]) {
		pos++
	}
	return min(pos, len(b.text))
}

// wordLeft is the start of the word before pos, wordRight the end of the one
// after it.
func (b *buffer) wordLeft(pos int) int {
	for pos > 0 && isSeparator(b.text[pos-1]) {
		pos--
	}
	for pos > 0 && !isSeparator(b.text[pos-1]) {
		pos--
	}
	return pos
}

func (b *buffer) wordRight(pos int) int {
	for pos < len(b.text) && isSeparator(b.text[pos]) {
		pos++
	}
	for pos < len(b.text) && !isSeparator(b.text[pos]) {
		pos++
	}
	return pos
}

// wordAt is the word, or the run between words, that pos stands in.
func (b *buffer) wordAt(pos int) (from, to int) {
	if len(b.text) == 0 {
		return 0, 0
	}
	pos = min(pos, len(b.text)-1)
	kind := isSeparator(b.text[pos])
	from, to = pos, pos
	for from > 0 && isSeparator(b.text[from-1]) == kind {
		from--
	}
	for to < len(b.text) && isSeparator(b.text[to]) == kind {
		to++
	}
	return from, to
}

func isSeparator(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsPunct(r) && r != '\'' && r != '’' || unicode.IsSymbol(r)
}

// isMark tells runes that sit on the one before: accents, joiners, variation
// selectors.
func isMark(r rune) bool {
	return r == '\u200d' || unicode.In(r, unicode.Mn, unicode.Me)
}
