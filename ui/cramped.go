package ui

import (
	"fyne.io/fyne/v2"

	"minutebook/ui/theme"
)

// crampedLines is how many lines of minutes a window must be high for
// everything around them: with fewer, as with large text on a small screen,
// what is also in the menu makes room for the words.
const crampedLines = 24

// fit leaves out the foot, the row of kinds and the room in the head where the
// window is low for its text, and brings them back where it is not.
func (w *Window) fit(size fyne.Size) {
	cramped := size.Height < themed(theme.SizeBody)*theme.Leading*crampedLines
	if size.Height <= 0 || cramped == w.cramped {
		return
	}
	w.cramped = cramped
	w.head.fit(cramped)
	setVisible(w.foot.object, !cramped)
	w.bands.Refresh()
	if w.meeting != nil {
		w.meeting.panel.relay()
		w.meeting.standing.fill()
	}
}

func setVisible(o fyne.CanvasObject, visible bool) {
	if visible {
		o.Show()
	} else {
		o.Hide()
	}
}
