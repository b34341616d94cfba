package ui

import (
	"minutebook/model"
	"minutebook/ui/widget"
)

var purgeCommands = []command{
	{"purge", "Remove private notes and earlier versions", "Meeting", nil, canPurge, (*Window).askPurge},
}

// canPurge says whether the open meeting is over.
func canPurge(w *Window) bool {
	if !onMeeting(w) {
		return false
	}
	state := w.meeting.work.meeting().State
	return state == model.Draft || state.Frozen()
}

// askPurge asks whether what the making of the minutes left behind may go.
func (w *Window) askPurge() {
	m := w.meeting.work.meeting()
	words := tr("The earlier versions of these minutes and their private notes are removed for good: nobody can bring them back, and the book is written afresh without them. The minutes themselves, and the files that were circulated, stay. Copies of the book that were made before keep what was in them.")
	if m.Seal != nil && m.PrivateNotes() > 0 {
		words = tr("The earlier versions of these minutes are removed for good: nobody can bring them back, and the book is written afresh without them. Their private notes stay, because the minutes are sealed and the seal covers them. Copies of the book that were made before keep what was in them.")
	}
	f := newForm(widget.NewPara(widget.Block{Style: widget.Message, Text: literal(words)}))
	remove := func() bool {
		f.modal.OnClosed = func() { w.purge(m.ID, w.hasPurged) }
		return true
	}
	f.show(w, tr("Remove private notes and earlier versions"), widget.Choice{Words: tr("Remove for good"), Do: remove, Default: true}, widget.Choice{Words: tr("Cancel"), Cancel: true})
}

// hasPurged tells the clerk what was removed, or why not.
func (w *Window) hasPurged(gone model.Purged, err error) {
	if err != nil {
		w.failed("remove it for good", err)
		return
	}
	w.say(purged(gone))
}

// purge removes for good the private notes and earlier versions of a meeting,
// and then tells done. The meeting, where it is open, is kept first and opened
// again afterwards: what it was made of is gone, and so is its undo.
func (w *Window) purge(id model.ID, done func(model.Purged, error)) {
	open := w.meeting != nil && w.meeting.work.meeting().ID == id
	shown := open && w.screen == screen(w.meeting)
	if open && !w.leaveMeeting() {
		return
	}
	if shown {
		w.showBook()
	}
	at := w.screen
	w.say(tr("Removing for good, and writing the book afresh"))
	var gone model.Purged
	w.out.Keeping.Aside(func() (err error) {
		gone, err = w.out.Keeping.Purge(id)
		return err
	}, func(err error) {
		if shown && w.screen == at && !w.dialogOpen() {
			w.Open(id)
		}
		w.screen.refresh()
		done(gone, err)
	})
}

// purged says what was removed.
func purged(p model.Purged) string {
	switch {
	case p.Nothing() && p.Left > 0:
		return tr("Nothing was removed: the minutes are sealed, and the seal covers their private notes")
	case p.Nothing():
		return tr("There was nothing to remove")
	}
	return trf("Removed for good: %s, %s", plural(p.Notes, "private note", "private notes"), plural(p.Revisions, "earlier version", "earlier versions"))
}
