package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/ui/theme"
	"minutebook/ui/widget"
)

// preview shows the minutes as they will be printed, beside the running order
// or in its place, while they are being written. The composer keeps the
// keyboard. It is always shown what the public may see until the clerk asks for
// the whole.
type preview struct {
	s     *meetingScreen
	shown bool
	// beside says that it is beside the running order, asked that the clerk said
	// which it is to be; otherwise the room decides.
	beside, asked bool
	// approved shows the minutes as they will be once approved; style is the
	// house style, "" for that of the meeting.
	approved bool
	// agenda shows the agenda in the place of the minutes.
	agenda   bool
	audience minutes.Audience
	style    string

	making previewMaking
	// at is the place in the minutes that the paper was last scrolled to.
	at place

	object    fyne.CanvasObject
	bar       *fyne.Container
	paper     *widget.Paper
	states    *widget.Segments
	audiences *widget.Segments
	chooses   *widget.Button
	styles    *fyne.Container // the house styles to choose from
	which     *widget.Segments
	names     []string     // of the styles
	wrong     *widget.Para // why it cannot be shown
}

func newPreview(s *meetingScreen) *preview {
	v := &preview{s: s, audience: minutes.Public, paper: widget.NewPaper(), styles: container.New(&widget.Stack{})}
	v.paper.OnTapped = v.goTo
	v.paper.OnSecondary = v.menu
	v.states = widget.NewSegments(func(n int) { v.setApproved(n == 1) }, widget.Segment{Words: tr("Draft")}, widget.Segment{Words: tr("As approved")})
	v.audiences = widget.NewSegments(func(n int) { v.setAudience(audiences[n]) }, widget.Segment{Words: tr("Public")}, widget.Segment{Words: tr("Full")})
	v.chooses = widget.NewButton("", "", v.toggleStyles)
	shut := widget.NewButton(tr("Close"), ctrlShift(fyne.KeyP).String(), s.leavePreview)
	for _, part := range []*widget.Segments{v.states, v.audiences} {
		part.OnKey, part.OnShortcut = s.w.wired(v.back)
	}
	for _, b := range []*widget.Button{v.chooses, shut} {
		b.OnKey, b.OnShortcut = s.w.wired(v.back)
	}
	v.wrong = widget.NewPara(widget.Block{Style: widget.Message})
	v.wrong.Hide()
	v.styles.Hide()
	v.listStyles()
	switches := container.New(&flow{gap: 1.5}, v.states, v.audiences, v.chooses, shut)
	v.bar = container.New(&widget.Stack{Gap: 6}, switches, v.styles, v.wrong)
	head := widget.NewGround(theme.Pane, container.New(&widget.Inset{Top: 6, Right: 12, Bottom: 6, Left: 12}, v.bar), widget.Bottom)
	v.object = widget.NewDock(widget.Dock{Top: head, Middle: v.paper})
	return v
}

// back gives the keyboard back to the composer.
func (v *preview) back(name fyne.KeyName) bool {
	if name != fyne.KeyEscape && !isReturn(name) {
		return v.key(name)
	}
	v.styles.Hide()
	v.bar.Refresh()
	v.s.focus()
	return true
}

func isReturn(name fyne.KeyName) bool { return name == fyne.KeyReturn || name == fyne.KeyEnter }

// key scrolls the paper while the keyboard is elsewhere. It says whether the
// key is its own.
func (v *preview) key(name fyne.KeyName) bool {
	by, ok := map[fyne.KeyName]int{fyne.KeyPageUp: -1, fyne.KeyPageDown: 1}[name]
	if !ok || v == nil || !v.shown {
		return false
	}
	v.paper.ScrollPages(by)
	return true
}

// instead says whether the preview is in the place of the running order.
func (v *preview) instead() bool { return v != nil && v.shown && !v.beside }

// besideIt says whether the preview is beside the running order.
func (v *preview) besideIt() bool { return v != nil && v.shown && v.beside }

// around is a face of the middle with the preview beside it, where that is.
func (v *preview) around(face fyne.CanvasObject) fyne.CanvasObject {
	if !v.besideIt() {
		return face
	}
	return container.New(halves{}, face, widget.NewGround(theme.Desk, v.object, widget.Left))
}

// togglePreview shows the preview, or the running order alone again.
func (s *meetingScreen) togglePreview() {
	if s.rolling() && !s.preview.besideIt() {
		s.leaveRoll()
		s.openPreview()
		return
	}
	if s.preview != nil && s.preview.shown {
		s.leavePreview()
		return
	}
	s.openPreview()
}

// openPreview shows the preview, if it is not shown.
func (s *meetingScreen) openPreview() *preview {
	if s.preview == nil {
		s.preview = newPreview(s)
	}
	v := s.preview
	if v.shown {
		return v
	}
	s.find.close()
	v.shown, v.at = true, place{}
	v.fit()
	v.lay()
	v.now()
	s.fill()
	s.focus()
	return v
}

func (s *meetingScreen) leavePreview() {
	v := s.preview
	if v == nil || !v.shown {
		return
	}
	v.shown = false
	v.styles.Hide()
	v.lay()
	s.fill()
	s.focus()
}

// fit decides where the preview is, unless the clerk has.
func (v *preview) fit() {
	if v.asked {
		return
	}
	room := v.s.root.Size().Width
	for _, pane := range []fyne.CanvasObject{v.s.agenda.object, v.s.people.object} {
		if pane.Visible() {
			room -= map[fyne.CanvasObject]float32{v.s.agenda.object: agendaWidth, v.s.people.object: peopleWidth}[pane] * measure(1)
		}
	}
	v.beside = room >= sheetLeast*2*measure(1)
}

// refit decides anew where a shown preview is.
func (v *preview) refit() {
	if v == nil || !v.shown {
		return
	}
	was := v.beside
	if v.fit(); v.beside != was {
		v.lay()
	}
}

// lay puts the preview where it is to be, or takes it away.
func (v *preview) lay() {
	s := v.s
	if v.instead() {
		s.sheet.Instead(v.object)
	} else {
		s.sheet.Instead(nil)
	}
	face := fyne.CanvasObject(s.sheet)
	if s.rolling() {
		face = s.roll.sheet
	}
	s.showMiddle(face)
}

// toggleBeside puts the preview beside the running order, or in its place.
func (s *meetingScreen) toggleBeside() {
	if s.preview == nil || !s.preview.shown {
		s.openPreview()
		return
	}
	v := s.preview
	if !v.beside && s.root.Size().Width < sheetLeast*2*measure(1) {
		s.w.say(tr("The window is too narrow for both: make it wider, or the text smaller with Ctrl+-"))
		return
	}
	v.beside, v.asked = !v.beside, true
	v.lay()
	s.focus()
}

// makeWay shows the running order for a command that needs to be seen there.
func (v *preview) makeWay(c command) {
	if v.instead() && slices.Contains([]string{"find", "replace"}, c.id) {
		v.s.leavePreview()
	}
}

// leastMiddle is how wide what lies between the side panes must be before one
// of them gives way, in units before they are scaled.
func (s *meetingScreen) leastMiddle() float32 {
	if s.preview.besideIt() {
		return sheetLeast * 2
	}
	return sheetLeast
}

// halves lays two objects side by side. Where there is too little room for
// both, the first has all of it.
type halves struct{}

// Layout is called by Fyne.
func (halves) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	half := float32(int(size.Width / 2))
	if half < sheetLeast*measure(1)*0.75 {
		objects[0].Move(fyne.NewPos(0, 0))
		objects[0].Resize(size)
		objects[1].Move(fyne.NewPos(-size.Width*4, -size.Height*4))
		return
	}
	for i, o := range objects {
		o.Move(fyne.NewPos(half*float32(i), 0))
		o.Resize(fyne.NewSize(half, size.Height))
	}
}

// MinSize lets the window be as small as it likes.
func (halves) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 0) }

// goTo goes to the item or the entry that is printed at an anchor.
func (v *preview) goTo(anchor string) {
	to, ok := placeAt(v.s.work.meeting(), anchor)
	if !ok {
		return
	}
	s := v.s
	s.leaveRoll()
	if v.instead() {
		s.leavePreview()
	}
	if to.item != s.work.item {
		s.places.leave(s.here())
	}
	v.at = to // it is in view: nothing need be scrolled
	s.visit(to.item)
	if s.work.editing == "" {
		s.work.selected = to.entry
	}
	s.fill()
	s.focus()
}

// menu offers what can be done with the entry that is printed at an anchor.
func (v *preview) menu(anchor string, at fyne.Position) {
	m := v.s.work.meeting()
	to, ok := placeAt(m, anchor)
	if !ok {
		return
	}
	e, _, ok := m.Entry(to.entry)
	v.at = to
	v.s.visit(to.item)
	if ok && v.s.work.editing == "" {
		v.s.entryMenu(e, at)
		return
	}
	v.s.itemMenu(to.item, at)
}

// placeAt is the place in the minutes that is printed at an anchor.
func placeAt(m model.Meeting, anchor string) (place, bool) {
	for _, it := range m.Items {
		if minutes.ItemAnchor(it.ID) == anchor {
			return place{item: it.ID}, true
		}
		for _, e := range it.Entries {
			if minutes.EntryAnchor(e.ID) == anchor || minutes.RowAnchor(e.ID) == anchor {
				return place{it.ID, e.ID}, true
			}
		}
	}
	return place{}, false
}

func (v *preview) hints() []hint {
	return []hint{{"Enter", "add"}, {"Ctrl+Enter", "add, next item"}, {"PgUp, PgDn", "scroll the preview"}, {"Ctrl+PgDn", "next item"}, {"Esc", "back to the running order"}, {"Ctrl+K", "commands"}, {"F1", "keys"}}
}
