package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"minutebook/ui/widget"
)

// In a low window what has the keyboard is in view, and so is why something was
// not done.
func TestFormShowsWhatMatters(t *testing.T) {
	w := newWorld(t, fullBook()).open()
	w.window.Resize(fyne.NewSize(900, 400))
	var parts []fyne.CanvasObject
	for range 9 {
		parts = append(parts, widget.NewField("Field", ""))
	}
	choice := widget.NewSegments(nil, widget.Segment{Words: "Public"}, widget.Segment{Words: "Full"})
	f := newForm(append(parts, labelled("For whom", choice))...)
	f.follow(parts[0], choice)
	f.show(w, "Form", widget.Choice{Words: "Done", Default: true})
	inView := func(o fyne.CanvasObject) bool {
		top, ok := topIn(f.parts, o)
		at := f.scroll.Offset.Y
		return ok && top >= at && top+o.Size().Height <= at+f.scroll.Size().Height+1
	}
	if !inView(parts[0]) || inView(choice) {
		t.Fatal("the form does not begin at its head, or all of it is in view")
	}
	w.window.Canvas().Focus(choice)
	if !inView(choice) {
		t.Error("the choice has the keyboard and is out of view")
	}
	f.refuse(choice, "Say for whom.")
	if !inView(f.says) {
		t.Error("why it was refused is out of view")
	}
	w.window.Canvas().Focus(parts[0].(fyne.Focusable))
	if !inView(parts[0]) {
		t.Error("the first field has the keyboard and is out of view")
	}
}
