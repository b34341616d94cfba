// Words is a window of the toolkit with as many words in it as the program's own
// shows when it starts, and nothing else: no book, no typefaces but the toolkit's
// and nothing that answers. It tells what the toolkit takes to paint them.
package main

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

func main() {
	w := app.NewWithID("uk.minutebook.Words").NewWindow("Words")
	page := container.NewWithoutLayout()
	put := func(x, y float32, words ...string) {
		for _, word := range words {
			t := canvas.NewText(word, theme.Color(theme.ColorNameForeground))
			t.Move(fyne.NewPos(x, y))
			t.Resize(t.MinSize())
			page.Add(t)
			x += t.MinSize().Width + 16
		}
	}
	put(8, 4, "File", "Edit", "Meeting", "Minutes", "Item", "Actions", "Insert", "View", "Help")
	put(16, 40, "Minute book", "50 bodies · 10000 meetings · 5000 actions still open")
	put(36, 104, "Type to find a meeting, or words in all minutes", "New meeting", "Ctrl+N", "Actions", "Ctrl+Shift+A", "Body")
	put(40, 160, "Date", "Meeting", "Items", "Actions", "Still open", "State")
	for n := range 13 {
		y := float32(190 + n*36)
		put(40, y, "Wednesday "+strconv.Itoa(n+1)+" October 2026", "Ordinary meeting", strconv.Itoa(n+2), strconv.Itoa(n+3), strconv.Itoa(n+4), "CIRCULATED")
	}
	put(16, 690, "Up, Down", "choose", "Enter", "open", "Ctrl+N", "new meeting", "Ctrl+Shift+A", "actions", "Ctrl+K", "commands", "F1", "keys")
	w.SetContent(page)
	w.Resize(fyne.NewSize(1280, 720))
	w.ShowAndRun()
}
