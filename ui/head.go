package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"minutebook/ui/theme"
	"minutebook/ui/widget"
)

// heading is what the window's head says of a screen.
type heading struct {
	title, about string
	// state is a word worn as a chip; "" for none.
	state string
	tone  theme.Tone
	// alarm must not be missed: a chip before the status; "" for none.
	alarm string
	// status is what stands at the right.
	status string
}

// head is the band over the screen.
type head struct {
	object               fyne.CanvasObject
	row                  *fyne.Container
	margin               *widget.Inset
	title, about, status *widget.Label
	state, alarm         *widget.Chip
}

func newHead() *head {
	h := &head{
		title:  widget.NewLabel("", widget.LabelStyle{Size: theme.SizeTitle, Bold: true, Whole: true}),
		about:  widget.NewLabel("", widget.LabelStyle{Color: theme.Soft, Whole: true}),
		status: widget.NewLabel("", widget.LabelStyle{Color: theme.Soft, Whole: true}),
		state:  widget.NewChip("", theme.NoTone),
		alarm:  widget.NewChip("", theme.Restricted),
	}
	h.row = container.New(headLayout{}, h.title, h.about, h.state, h.status, h.alarm)
	h.margin = &widget.Inset{Right: 16, Left: 16}
	h.fit(false)
	h.object = widget.NewGround(theme.Pane, container.New(h.margin, h.row), widget.Bottom)
	return h
}

// fit leaves less room over and under the words where the window is cramped.
func (h *head) fit(cramped bool) {
	h.margin.Top, h.margin.Bottom = 16, 16
	if cramped {
		h.margin.Top, h.margin.Bottom = 2, 2
	}
}

func (h *head) show(now heading) {
	h.title.Set(now.title)
	h.about.Set(now.about)
	showChip(h.state, now.state, now.tone)
	showChip(h.alarm, now.alarm, theme.Restricted)
	h.status.Set(now.status)
	h.row.Refresh()
}

// showChip shows a chip with words, and none without.
func showChip(c *widget.Chip, words string, tone theme.Tone) {
	c.Set(words, tone)
	if words == "" {
		c.Hide()
	} else {
		c.Show()
	}
}

// say shows words at the right until the head is shown anew.
func (h *head) say(words string) {
	h.status.Set(words)
	h.row.Refresh()
}

// headLayout puts title, words about it and chip at the left, and an alarm and
// the status at the right. The words about it are the first to be cut where room is
// short, then the title.
type headLayout struct{}

const headGap = 12

// Layout is called by Fyne.
func (headLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	title, about, state, status, alarm := objects[0], objects[1], objects[2], objects[3], objects[4]
	right := min(status.MinSize().Width, size.Width*0.6)
	left := size.Width - right - headGap
	if alarm.Visible() {
		left -= alarm.MinSize().Width + headGap
	}
	if state.Visible() {
		left -= state.MinSize().Width + headGap
	}
	dated := min(about.MinSize().Width, left*0.35) // a long title leaves room for the date
	titleWidth := min(title.MinSize().Width, left-dated-headGap)
	aboutWidth := min(about.MinSize().Width, max(left-titleWidth-headGap, 0))
	middle := func(o fyne.CanvasObject, x, width float32) {
		height := o.MinSize().Height
		o.Resize(fyne.NewSize(width, height))
		o.Move(fyne.NewPos(x, (size.Height-height)/2))
	}
	middle(title, 0, titleWidth)
	middle(about, titleWidth+headGap, aboutWidth)
	if state.Visible() {
		at := titleWidth + headGap
		if aboutWidth > 0 {
			at += aboutWidth + headGap
		}
		middle(state, at, state.MinSize().Width)
	}
	middle(status, size.Width-right, right)
	if alarm.Visible() {
		middle(alarm, size.Width-right-headGap-alarm.MinSize().Width, alarm.MinSize().Width)
	}
}

// MinSize is the height of the tallest; the width gives way.
func (headLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var height float32
	for _, o := range objects {
		height = max(height, o.MinSize().Height)
	}
	return fyne.NewSize(0, height)
}

// hint is a key, or several, and what it does here.
type hint struct{ keys, does string }

// foot is the band under the screen: the keys that matter there.
type foot struct {
	object fyne.CanvasObject
	row    *fyne.Container
	shown  []hint
}

func newFoot() *foot {
	f := &foot{row: container.New(row{gap: 3})}
	f.object = widget.NewGround(theme.Pane, container.New(&widget.Inset{Top: 6, Right: 16, Bottom: 6, Left: 16}, f.row), widget.Top)
	return f
}

func (f *foot) show(hints []hint) {
	hints = slices.Clone(hints)
	for i := range hints {
		hints[i].does = tr(hints[i].does)
	}
	if equalHints(f.shown, hints) {
		return
	}
	f.shown = hints
	f.row.Objects = nil
	for _, h := range hints {
		f.row.Add(container.NewHBox(widget.NewLabel(h.keys, widget.LabelStyle{Bold: true, Whole: true}),
			widget.NewLabel(h.does, widget.LabelStyle{Color: theme.Soft, Whole: true})))
	}
	f.row.Refresh()
}

func equalHints(a, b []hint) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
