package ui

import (
	"testing"

	"fyne.io/fyne/v2"
)

// Every screen and dialog in every look and at twice the size, to be looked
// at; and none of them fails to draw.
func TestEveryScreenInEveryLook(t *testing.T) {
	looks := map[string]func(*Window){
		"dark":     func(w *Window) { run(w, "dark") },
		"contrast": func(w *Window) { run(w, "contrast-dark") },
		"double": func(w *Window) {
			for range 10 {
				hit(t, w, ctrl(fyne.KeyEqual))
			}
		},
	}
	screens := map[string]func(*Window){
		"book":    func(w *Window) { w.showBook() },
		"actions": func(w *Window) { w.showActions(); typeText(t, w, "con 27 June, by letter") },
		"body":    func(w *Window) { w.showBody("hob") },
		"new":     func(w *Window) { run(w, "new") },
		"export":  func(w *Window) { w.Open("april"); run(w, "export") },
		"details": func(w *Window) { w.Open("june"); run(w, "details") },
		"palette": func(w *Window) { run(w, "palette") },
		"keys":    func(w *Window) { run(w, "keys") },
	}
	for look, set := range looks {
		w := newWorld(t, fullBook()).open()
		set(w)
		for name, show := range screens {
			show(w)
			if words := screenWords(w); len(words) < 40 {
				t.Errorf("%s in %s shows only %q", name, look, words)
			}
			picture(t, w, name+"-"+look)
			for range 3 {
				hit(t, w, escKey)
			}
		}
	}
}
