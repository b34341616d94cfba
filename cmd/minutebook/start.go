package main

import (
	"runtime"
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"minutebook/model/minutes"
	"minutebook/ui/theme"
)

// What makes a window come up sooner. The desktop takes most of the time to make
// it ready for painting: all there is to read is read beside that.

// beginReading has the typefaces of a theme read meanwhile, the house styles that
// come with the program, the book opened and its meetings listed: one after
// another, since the desktop needs the other processor. wait gives what openBook
// does. Nothing may be measured until it returns, and it is called at least once,
// whatever happens.
func (m *Main) beginReading(look *theme.Theme) (wait func() error) {
	done := make(chan struct{})
	var trouble error
	go func() {
		func() {
			defer close(done)
			readTypefaces(look)
			minutes.Builtin()
			if trouble = m.openBook(); trouble == nil {
				m.book.ReadAhead() // the window asks, and says what is wrong
			}
		}()
		runtime.GC() // what was read needed memory that painting can have now
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

// startMemory is how much the program may take before it looks for what it no
// longer needs, until its window is there. Hardly any start reaches it.
const startMemory = 256 << 20

// spare is how much more than it needs the program lets memory grow to before
// it is cleared, in percent: less than is usual, because a meeting is long and
// its computer often old.
const spare = 50

// hurry leaves the clearing of memory, but for once when all is read, until the
// window is painted: beside that it would take a processor from it. What the start
// alone needed is given back to the system then.
func hurry(a fyne.App) {
	limit := debug.SetMemoryLimit(startMemory)
	debug.SetGCPercent(-1)
	a.Lifecycle().SetOnStarted(func() {
		time.AfterFunc(rest, func() {
			debug.SetGCPercent(spare)
			debug.SetMemoryLimit(limit)
			debug.FreeOSMemory()
		})
	})
}

// rest is how long after its start the window is likely to be painted.
const rest = time.Second
