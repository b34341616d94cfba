// Empty is a window of the toolkit with nothing in it: what the program's own
// window is measured against.
package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
)

func main() {
	w := app.NewWithID("uk.minutebook.Empty").NewWindow("Empty")
	w.Resize(fyne.NewSize(1280, 720))
	w.ShowAndRun()
}
