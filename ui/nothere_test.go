package ui

import (
	"testing"
)

// Every entry of every menu does something on every screen, if only to say
// where it would do more; words in the composer stay.
func TestNoEntryOfAMenuDoesNothing(t *testing.T) {
	for name, to := range map[string]func(*Window){
		"the minute book": func(w *Window) { w.showBook() },
		"Actions":         func(w *Window) { w.showActions() },
		"a body":          func(w *Window) { w.showBody("hob") },
		"a meeting":       func(w *Window) { w.Open("dec") },
	} {
		refused := 0
		w := newWorld(t, fullBook()).open()
		to(w)
		for _, c := range commands() {
			if c.enabled == nil || c.enabled(w) {
				continue
			}
			refused++
			w.unsay()
			w.fromMenu(c)
			if w.said == "" || w.dialogOpen() {
				t.Errorf("on the screen of %s %q does nothing", name, c.title)
			}
		}
		if refused == 0 {
			t.Errorf("on the screen of %s everything can be done", name)
		}
	}
}
