package ui

import (
	"minutebook/model"
	"minutebook/ui/widget"
)

// toggleRestricted leaves the chosen entry, or everything entered from now on,
// out of public minutes, and asks why; or lets it in again.
func (w *Window) toggleRestricted() {
	work := w.meeting.work
	m := work.meeting()
	e, _, chosen := m.Entry(work.selected)
	if chosen && e.Kind == model.Private {
		w.say("A private note is in no minutes at all")
		return
	}
	if chosen && e.Restricted != nil || !chosen && m.Restricting != nil {
		w.meeting.change(work.restrict(""))
		w.say("No longer restricted")
		return
	}
	about := "Everything entered from now on is left out of the public minutes, until you press Ctrl+Shift+R again."
	if chosen {
		about = "The chosen entry is left out of the public minutes. Its number stays, with the reason."
	}
	reason := widget.NewField("Reason, as printed in the public minutes", "Staffing matter")
	f := newForm(caption(about), reason)
	reason.OnChanged = func(string, int) { f.calm() }
	restrict := func() bool {
		why := tidy(reason.Text())
		if why == "" {
			return f.refuse(reason, "Say why, in a few words that may be public.")
		}
		w.meeting.change(work.restrict(why))
		return true
	}
	f.show(w, "Restricted", widget.Choice{Words: "Restrict", Do: restrict, Default: true}, widget.Choice{Words: "Cancel", Cancel: true})
}
