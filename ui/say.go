package ui

import "time"

// sayFor is how long the head tells the clerk something, time enough to read
// it twice.
const sayFor = 6 * time.Second

// say tells the clerk something that needs no answer, in the head. It stands
// there for a while, whatever is saved meanwhile.
func (w *Window) say(words string) {
	w.unsay()
	w.said = words
	w.hush = w.out.After(sayFor, func() {
		w.unsay()
		w.headChanged()
	})
	w.head.say(words)
}

// unsay ends what the head tells the clerk; the head is not shown anew.
func (w *Window) unsay() {
	if w.hush != nil {
		w.hush()
	}
	w.said, w.hush = "", nil
}
