package main

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"minutebook/cmd/internal/hurry"
	"minutebook/model/minutes"
	"minutebook/ui/theme"
)

// What makes a window come up sooner. The desktop takes most of the time to make
// it ready for painting: all there is to read is read beside that.

// beginReading has everything read meanwhile that the window needs: the house
// styles that come with the program, what paints it, the book, the typefaces of a
// theme and the list of meetings, one after another, since the desktop needs the
// other processor. wait gives what openBook does. Nothing may be measured until it
// returns, and it is called at least once, whatever happens.
func (m *Main) beginReading(look *theme.Theme) (wait func() error) {
	done := make(chan struct{})
	var trouble error
	go func() {
		defer close(done)
		minutes.Builtin()
		loadDriver()
		trouble = m.openBook()
		readTypefaces(look)
		if trouble == nil {
			m.book.ReadAhead() // the window asks, and says what is wrong
		}
	}()
	return func() error {
		<-done
		return trouble
	}
}

func readTypefaces(look *theme.Theme) {
	const words = "Minutes"
	for _, style := range []fyne.TextStyle{{}, {Bold: true}} {
		fyne.CurrentApp().Driver().RenderedTextSize(words, 14, style, look.Typeface(words, style))
	}
}

// onceMade has a window filled when the desktop has made it, before it is shown.
// Nothing else may be in it before, and it has its size by then: one that is
// given another is painted twice.
func onceMade(window fyne.Window, size fyne.Size, fill func()) {
	f := &filling{window: window}
	window.SetContent(container.New(f))
	window.Resize(size)
	f.fill = fill
}

// filling stands for what a window is filled with until the desktop has made
// it: the first that is asked then is how small the window may be.
type filling struct {
	window fyne.Window
	// fill is nil while nothing is to be put into the window yet, or any more.
	fill func()
}

// Layout is called by Fyne.
func (*filling) Layout([]fyne.CanvasObject, fyne.Size) {}

// MinSize is called by Fyne.
func (f *filling) MinSize([]fyne.CanvasObject) fyne.Size {
	fill := f.fill
	if f.fill = nil; fill == nil {
		return fyne.Size{}
	}
	fill()
	return f.window.Content().MinSize()
}

// restAfter ends the hurry of the start once the window is painted.
func restAfter(a fyne.App) {
	a.Lifecycle().SetOnStarted(func() { time.AfterFunc(rest, hurry.Over) })
}

// rest is how long after its start the window is likely to be painted.
const rest = time.Second
