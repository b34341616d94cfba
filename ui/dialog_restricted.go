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
		w.say(tr("A private note is in no minutes at all"))
		return
	}
	if chosen && e.Restricted != nil || !chosen && m.Restricting != nil {
		w.meeting.change(work.restrict(""))
		w.say(tr("No longer restricted"))
		return
	}
	about := tr("Everything entered from now on is left out of the public minutes, until you press Ctrl+Shift+R again.")
	if chosen {
		about = tr("The chosen entry is left out of the public minutes. Its number stays, with the reason.")
	}
	reason := widget.NewField(tr("Reason, as printed in the public minutes"), tr("Staffing matter"))
	f := newForm(caption(about), reason)
	reason.OnChanged = func(string, int) { f.calm() }
	restrict := func() bool {
		why := tidy(reason.Text())
		if why == "" {
			return f.refuse(reason, tr("Say why, in a few words that may be public."))
		}
		w.meeting.change(work.restrict(why))
		return true
	}
	f.show(w, tr("Restricted"), widget.Choice{Words: tr("Restrict"), Do: restrict, Default: true}, widget.Choice{Words: tr("Cancel"), Cancel: true})
}
