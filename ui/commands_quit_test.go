package ui

import "testing"

// Fyne adds a Quit of its own, which asks nothing, to a first menu that does not
// end in one.
func TestTheFileMenuEndsInQuit(t *testing.T) {
	w := newWorld(t, fullBook()).open()
	items := w.window.MainMenu().Items[0].Items
	for i, item := range items {
		if last := i == len(items)-1; item.IsQuit != last {
			t.Errorf("%q, %d of %d, quits: %v", item.Label, i+1, len(items), item.IsQuit)
		}
	}
}
