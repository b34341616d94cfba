package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/ui/widget"
)

// previewCommands are those of the minutes as they will be printed.
var previewCommands = []command{
	{"preview", "Preview", "View", []key{ctrlShift(fyne.KeyP)}, onMeeting, inMeeting((*meetingScreen).togglePreview)},
	{"preview-beside", "Preview: beside the running order, or instead of it", "View", nil, onMeeting, inMeeting((*meetingScreen).toggleBeside)},
	{"preview-approved", "Preview: as draft, or as approved", "View", nil, onMeeting, inMeeting(func(s *meetingScreen) { s.previewApproved() })},
	{"preview-public", "Preview: public version", "View", nil, onMeeting, inMeeting(func(s *meetingScreen) { s.previewFor(minutes.Public) })},
	{"preview-full", "Preview: full version", "View", nil, onMeeting, inMeeting(func(s *meetingScreen) { s.previewFor(minutes.Full) })},
	{"preview-style", "Preview: in another house style", "View", nil, onMeeting, inMeeting((*meetingScreen).previewStyles)},
}

// previewApproved shows the minutes as they will be once approved, or as the
// draft that they are.
func (s *meetingScreen) previewApproved() {
	v := s.openPreview()
	if s.work.meeting().State == model.Approved {
		s.w.say(tr("These minutes are approved: they are shown as they are"))
		return
	}
	v.setApproved(!v.approved)
}

// previewAgenda shows the agenda as it is issued, or the minutes again.
func (s *meetingScreen) previewAgenda() {
	v := s.openPreview()
	v.agenda = !v.agenda
	v.now()
	if v.agenda {
		s.w.say(tr("The preview shows the agenda"))
	} else {
		s.w.say(tr("The preview shows the minutes"))
	}
}

// previewFor shows the version for an audience.
func (s *meetingScreen) previewFor(a minutes.Audience) {
	v := s.openPreview()
	if !v.hasVersions() { // and what will be restricted is not asked for yet
		s.w.say(tr("Nothing here is restricted: the public version is the whole of the minutes"))
		a = minutes.Public
	}
	v.setAudience(a)
}

// previewStyles offers the house styles, with the keyboard on them.
func (s *meetingScreen) previewStyles() {
	v := s.openPreview()
	if !v.styles.Visible() {
		v.toggleStyles()
	}
	s.w.window.Canvas().Focus(v.which)
}

func (v *preview) setApproved(approved bool) {
	v.approved = approved
	v.now()
}

func (v *preview) setAudience(a minutes.Audience) {
	v.audience = a
	v.now()
}

func (v *preview) setStyle(name string) {
	v.style = name
	v.now()
}

// listStyles lists the house styles that there are now.
func (v *preview) listStyles() {
	names := v.s.w.styles.Names()
	if v.which != nil && slices.Equal(names, v.names) {
		return
	}
	v.names = names
	v.which = widget.NewSegments(func(n int) { v.setStyle(names[n]) }, segmentsOf(names)...)
	v.which.Wrap = true
	v.which.OnKey, v.which.OnShortcut = v.s.w.wired(v.back)
	v.which.Resize(fyne.NewSize(v.styles.Size().Width, 0)) // its height follows from its width
	v.styles.Objects = []fyne.CanvasObject{v.which}
}

// toggleStyles offers the house styles, or puts them away.
func (v *preview) toggleStyles() {
	if v.styles.Visible() {
		v.styles.Hide()
	} else {
		v.styles.Show()
	}
	v.object.Refresh()
}

// hasVersions says whether the public version differs from the full one.
func (v *preview) hasVersions() bool {
	m := v.s.work.meeting()
	return m.HasRestricted() || m.Restricting != nil
}

// fillBar shows on the switches what is shown.
func (v *preview) fillBar() {
	m := v.s.work.meeting()
	before := v.bar.MinSize()
	v.wrong.Hide()
	setVisible(v.states, m.State != model.Approved && !v.agenda)
	setVisible(v.audiences, v.hasVersions())
	v.states.Choose(map[bool]int{false: 0, true: 1}[v.approved])
	v.audiences.Choose(slices.Index(audiences, v.audience))
	v.listStyles()
	v.which.Choose(slices.Index(v.names, v.styleName()))
	v.chooses.SetWords(trf("House style: %s", capital(v.styleName())))
	if v.bar.MinSize() != before {
		v.object.Refresh()
	}
}
