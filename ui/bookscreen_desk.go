package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"minutebook/model"
	"minutebook/ui/theme"
	"minutebook/ui/widget"
)

// themed is a size of the theme in use.
func themed(name fyne.ThemeSizeName) float32 {
	return fyne.CurrentApp().Settings().Theme().Size(name)
}

// desk leaves a margin around a screen's page. On a very wide window the page
// stays in the middle. fit, if any, is told whether there is little room
// before the page is laid out.
type desk struct{ fit func(cramped bool) }

const (
	// pageWidest is how wide a page gets, in units before they are scaled.
	pageWidest = 1480
	// leastWide is the least width at which tables show all their columns.
	leastWide = 960
)

// newDeskPage puts parts on the desk one under another; the second of them
// takes all the room there is.
func newDeskPage(fit func(cramped bool), parts ...fyne.CanvasObject) *fyne.Container {
	return container.New(desk{fit}, container.New(tower{1}, parts...))
}

// setMain puts another part in the place of the one that takes all the room.
func setMain(page *fyne.Container, part fyne.CanvasObject) {
	page.Objects[0].(*fyne.Container).Objects[1] = part
}

// Layout is called by Fyne.
func (d desk) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if d.fit != nil && size.Width > 0 {
		d.fit(size.Width < measure(leastWide))
	}
	margin, over := themed(theme.SizeMargin), themed(theme.SizePadding)
	width := max(min(size.Width-margin*2, measure(pageWidest)), 0)
	for _, o := range objects {
		o.Move(fyne.NewPos(float32(int((size.Width-width)/2)), over))
		o.Resize(fyne.NewSize(width, max(size.Height-over-margin, 0)))
		if c, ok := o.(*fyne.Container); ok {
			c.Layout.Layout(c.Objects, c.Size()) // a part may have taken another's place
		}
	}
}

// MinSize lets the window be as small as it likes.
func (desk) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 0) }

// tower lays parts one under another, each as high as it wants to be at its
// width, but for the one that takes the room left. What is hidden takes none.
type tower struct{ takes int }

// Layout is called by Fyne.
func (t tower) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	gap, room := themed(theme.SizePadding), size.Height
	heights := make([]float32, len(objects))
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		o.Resize(fyne.NewSize(size.Width, o.Size().Height)) // its height may follow from its width
		if i > 0 {
			room -= gap
		}
		if i != t.takes {
			heights[i] = o.MinSize().Height
			room -= heights[i]
		}
	}
	heights[t.takes] = max(room, 0)
	y := float32(0)
	for i, o := range objects {
		if o.Visible() {
			o.Move(fyne.NewPos(0, y))
			o.Resize(fyne.NewSize(size.Width, heights[i]))
			y += heights[i] + gap
		}
	}
}

// MinSize lets the window be as small as it likes.
func (tower) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 0) }

// newBar lays parts in a row: the first takes the room that the others leave.
func newBar(wide fyne.CanvasObject, others ...fyne.CanvasObject) *fyne.Container {
	return container.New(&widget.Across{Gap: 8}, append([]fyne.CanvasObject{wide}, others...)...)
}

// card is a sheet of paper in the middle of the room, as wide as a few words
// want to be.
type card struct{}

const cardWidth = 600

func newCard(content fyne.CanvasObject) *fyne.Container {
	return container.New(card{}, widget.NewFrame(container.New(&widget.Inset{Top: 16, Right: 16, Bottom: 16, Left: 16}, content)))
}

// Layout is called by Fyne.
func (card) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := min(measure(cardWidth), size.Width)
	o := objects[0]
	o.Resize(fyne.NewSize(width, o.Size().Height))
	height := min(o.MinSize().Height, size.Height)
	o.Resize(fyne.NewSize(width, height))
	o.Move(fyne.NewPos(float32(int((size.Width-width)/2)), float32(int((size.Height-height)*0.36))))
}

// MinSize is called by Fyne.
func (card) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

// narrow keeps a part from growing wider than so many units before they
// are scaled.
type narrow struct{ most float32 }

// Layout is called by Fyne.
func (n narrow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(fyne.NewSize(min(size.Width, measure(n.most)), size.Height))
}

// MinSize is called by Fyne.
func (narrow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, objects[0].MinSize().Height)
}

// stacked lays parts one under another with a gap in units.
func stacked(gap float32, parts ...fyne.CanvasObject) *fyne.Container {
	return container.New(&widget.Stack{Gap: gap}, parts...)
}

// cameFrom is the screen that a new one goes back to: the one that is shown,
// or, where that is of the new one's kind, the one it came from itself.
func (w *Window) cameFrom() screen {
	if s, ok := w.screen.(interface{ origin() screen }); ok {
		return s.origin()
	}
	return w.screen
}

// backTo goes back to a screen. A meeting that made room for another meanwhile
// is opened anew; where it cannot be it is the minute book.
func (w *Window) backTo(s screen) {
	m, isMeeting := s.(*meetingScreen)
	switch {
	case s == nil:
		w.showBook()
	case !isMeeting || m == w.meeting:
		w.show(s)
	case !w.Open(m.work.meeting().ID):
		w.showBook()
	}
}

// wired hands the keys and shortcuts that a part of a screen has no use for on
// to the commands, after own has had its turn at the keys. Undo and redo are
// not handed on: outside a meeting their commands come from the part itself.
func (w *Window) wired(own func(fyne.KeyName) bool) (onKey func(fyne.KeyName) bool, onShortcut func(fyne.Shortcut) bool) {
	onKey = func(name fyne.KeyName) bool {
		return own != nil && own(name) || w.byKey(name)
	}
	onShortcut = func(s fyne.Shortcut) bool {
		switch s.(type) {
		case *fyne.ShortcutUndo, *fyne.ShortcutRedo:
			return false
		}
		return w.byShortcut(s)
	}
	return onKey, onShortcut
}

// openAt opens a meeting at an item, and with an entry of it chosen; either
// may be "".
func (w *Window) openAt(meeting, item, entry model.ID) {
	if !w.Open(meeting) {
		return
	}
	if item != "" && item != w.meeting.work.item {
		w.meeting.goTo(item)
	}
	if entry != "" {
		w.meeting.work.selected = entry
		w.meeting.fill()
	}
}
