package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"minutebook/model"
	"minutebook/ui/widget"
)

// projector is a second window for a projector: the wording of the motion or
// decision under discussion, as large as it can be. It never shows anything
// that is restricted or private.
type projector struct {
	window fyne.Window
	board  *widget.Board
}

var projectorCommands = []command{
	{"projector", "Projector window, on or off", "View", nil, nil, (*Window).toggleProjector},
}

// projectorSize is that of the window before anybody makes it larger.
var projectorSize = fyne.NewSize(1024, 640)

// toggleProjector opens the projector's window, or closes it. The keyboard
// comes back to the clerk.
func (w *Window) toggleProjector() {
	if w.projector != nil {
		w.projector.window.Close()
		return
	}
	p := &projector{window: fyne.CurrentApp().NewWindow(tr("Wording")), board: widget.NewBoard(w.look.Ground == "dark")}
	w.projector = p
	p.window.SetPadded(false)
	p.window.SetContent(p.board)
	p.window.SetOnClosed(func() { w.projector = nil })
	p.window.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) {
		switch e.Name {
		case fyne.KeyEscape:
			p.window.Close()
		case fyne.KeyF, fyne.KeyF11:
			p.window.SetFullScreen(!p.window.FullScreen())
		}
	})
	p.window.Resize(projectorSize)
	w.project()
	p.window.Show()
	w.window.RequestFocus()
	w.say(tr("The wording has a window of its own. In it F fills the screen, Esc closes it"))
}

// closeProjector closes the projector's window, if it is open.
func (w *Window) closeProjector() {
	if w.projector != nil {
		w.projector.window.Close()
	}
}

// project shows in the projector's window, if it is open, what is under
// discussion now.
func (w *Window) project() {
	if w.projector == nil {
		return
	}
	if w.meeting == nil {
		w.projector.board.Write("", tr("No meeting is open"), "")
		return
	}
	now := w.meeting.wording()
	w.projector.board.Write(now.over, now.words, now.under)
}

// wording is what a projector shows.
type wording struct{ over, words, under string }

// wording is the motion or decision under discussion: the one chosen, or the
// one being typed, or the last of the item.
func (s *meetingScreen) wording() wording {
	m := s.work.meeting()
	it, _ := m.Item(s.work.item)
	chosen, _, _ := m.Entry(s.work.selected)
	edited, _, _ := m.Entry(s.work.editing)
	if m.Restricting != nil || it.Restricted != nil || len(it.Withheld) > 0 || hidden(chosen) || hidden(edited) {
		return inPrivate(m)
	}
	shown := wording{over: m.Body}
	if title := model.Plain(it.Title); title != "" {
		number := model.Number(m).Items[it.ID]
		if number != "" && it.Reference == "" {
			number += "."
		}
		shown.over = joinNotes(m.Body, strings.TrimSpace(number+" "+title))
	}
	e, ok := s.underDiscussion(it, chosen)
	switch {
	case !ok:
		shown.under = tr("No motion or decision yet")
		return shown
	case hidden(e):
		return inPrivate(m)
	}
	shown.words = model.Plain(s.w.styles.Of(m).Sentence(m, e))
	kind, _ := kindWord(e.Kind)
	shown.under = joinNotes(kind, resolutionWords(e.Resolution))
	return shown
}

// hidden says whether an entry, or a part of it, is left out of public minutes.
func hidden(e model.Entry) bool { return e.Restricted != nil || len(e.Withheld) > 0 }

// inPrivate is what shows while nothing may be shown.
func inPrivate(m model.Meeting) wording {
	return wording{over: m.Body, words: tr("In private session")}
}

// underDiscussion is the motion or decision that the clerk has chosen or is
// typing, or else the last of the item.
func (s *meetingScreen) underDiscussion(it model.Item, chosen model.Entry) (model.Entry, bool) {
	if s.work.editing == "" && isResolution(chosen) {
		return chosen, true
	}
	if typed := s.panel.composer.Text(); strings.TrimSpace(typed) != "" {
		if r, err := s.work.read(typed); err == nil && r.Entry != nil && isResolution(*r.Entry) && strings.TrimSpace(r.Entry.Text) != "" {
			return *r.Entry, true
		}
	}
	for i := len(it.Entries) - 1; i >= 0; i-- {
		if isResolution(it.Entries[i]) {
			return it.Entries[i], true
		}
	}
	return model.Entry{}, false
}

func isResolution(e model.Entry) bool { return e.Kind == model.Motion || e.Kind == model.Decision }

// resolutionWords are who moved and seconded, and what came of it.
func resolutionWords(r *model.Resolution) string {
	if r == nil {
		return ""
	}
	var parts []string
	if r.Mover != "" {
		parts = append(parts, trf("Moved by %s", r.Mover))
	}
	if r.Seconder != "" {
		parts = append(parts, trf("seconded by %s", r.Seconder))
	}
	if r.Result != "" {
		parts = append(parts, capital(r.Result))
	}
	return joinNotes(parts...)
}
