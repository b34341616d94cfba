package ui

import (
	"slices"
	"strings"

	"minutebook/model"
	"minutebook/model/life"
	"minutebook/model/minutes"
	"minutebook/ui/theme"
	"minutebook/ui/widget"
)

// closedNow hears of every change of the meeting. When it closes, what it
// agreed about earlier minutes holds, as soon as that is kept.
func (s *meetingScreen) closedNow(before, after model.Meeting) {
	switch was, is := life.Closed(before.State), life.Closed(after.State); {
	case !was && is:
		s.closing = after.Rev
	case was && !is:
		s.closing = 0
	}
}

// keptClosed hears that a revision is kept.
func (s *meetingScreen) keptClosed() {
	if s.closing > 0 && s.saved >= s.closing {
		s.closing = 0
		s.settleOnceSaid()
	}
}

// settle approves and seals what the closed meeting agreed about earlier
// minutes. Asked for by the clerk it says so too where there is nothing to do.
func (s *meetingScreen) settle(asked bool) {
	m := s.work.meeting()
	switch {
	case !life.Closed(m.State):
		s.w.say(tr("The minutes that this meeting approves are sealed once it is closed: Ctrl+K, then Close the meeting now"))
		return
	case asked && len(life.Approvals(m)) == 0:
		s.w.say(tr("This meeting approves no earlier minutes"))
		return
	}
	var did life.Settlement
	made := model.Stamp(s.w.out.Now())
	s.w.out.Later(func() (err error) {
		if did, err = life.Settle(s.w.book, m, made); err != nil || did.Empty() {
			return err
		}
		return s.w.book.Commit(did.Batch)
	}, func(err error) { s.settled(did, err, asked) })
}

// settled says what was approved and sealed, or what was not and why.
func (s *meetingScreen) settled(did life.Settlement, err error, asked bool) {
	again := offer{tr("Try again"), func() { s.w.calm(); s.settle(true) }}
	if err != nil {
		s.w.out.Log.Error("seal earlier minutes", "meeting", string(s.work.meeting().ID), "error", err)
		s.w.warn(trf("The earlier minutes are not approved yet: %s This meeting's own minutes are kept.", sentence(capital(reason(err)))), again)
		return
	}
	done, open := outcomeWords(did)
	switch {
	case len(open) > 0:
		s.w.warn(strings.Join(append(done, open...), " "), again)
	case len(done) > 0:
		s.w.tellSettled(done, did)
	case asked:
		s.w.say(tr("What this meeting approved is approved and sealed already"))
	}
	if s.w.screen != screen(s) && s.w.screen != nil {
		s.w.screen.refresh()
	}
}

// tellSettled says what was approved and sealed, and offers to remove what the
// making of those minutes left behind.
func (w *Window) tellSettled(done []string, did life.Settlement) {
	if did.Extraordinary {
		done = append(done, tr("Note that an extraordinary meeting usually may not approve minutes."))
	}
	var sealed []model.ID
	for _, o := range did.Outcomes {
		if o.Sealed && !slices.Contains(sealed, o.Meeting.ID) {
			sealed = append(sealed, o.Meeting.ID)
		}
	}
	if len(sealed) == 0 {
		w.band(theme.Draft, strings.Join(done, " "))
		return
	}
	w.band(theme.Approved, strings.Join(done, " "), offer{tr("Remove their earlier versions"), func() { w.calm(); w.askPurgeSealed(sealed) }})
}

// askPurgeSealed asks whether the earlier versions of sealed minutes may go.
func (w *Window) askPurgeSealed(meetings []model.ID) {
	f := newForm(widget.NewPara(widget.Block{Style: widget.Message, Text: literal(tr("The versions of these minutes before they were sealed are removed for good: nobody can bring them back, and the book is written afresh without them. The minutes themselves, and the files that were circulated, stay. Copies of the book that were made before keep what was in them."))}))
	remove := func() bool {
		f.modal.OnClosed = func() { w.purgeEach(meetings, model.Purged{}) }
		return true
	}
	f.show(w, tr("Remove the earlier versions?"), widget.Choice{Words: tr("Remove for good"), Do: remove, Default: true}, widget.Choice{Words: tr("Keep them"), Cancel: true})
}

// purgeEach purges meetings one after another, and tells the clerk what went,
// or why not.
func (w *Window) purgeEach(meetings []model.ID, gone model.Purged) {
	if len(meetings) == 0 {
		w.say(purged(gone))
		return
	}
	w.purge(meetings[0], func(one model.Purged, err error) {
		if err != nil {
			w.hasPurged(one, err)
			return
		}
		gone.Notes, gone.Revisions, gone.Left = gone.Notes+one.Notes, gone.Revisions+one.Revisions, gone.Left+one.Left
		gone.Words = gone.Words || one.Words
		w.purgeEach(meetings[1:], gone)
	})
}

// outcomeWords say what became of earlier minutes: done of those of which all
// is done, open of those of which it is not. What was approved in two parts is
// told once.
func outcomeWords(did life.Settlement) (done, open []string) {
	for _, o := range did.Outcomes {
		day := o.Approval.Date.Long()
		switch {
		case o.Sealed:
			done = append(done, trf("The minutes of %s are approved and sealed.", day))
		case o.Why == life.NotInBook:
			open = append(open, trf("The minutes of %s are not approved: this body has no meeting on that day.", day))
		case o.Why == life.StillDraft:
			open = append(open, trf("The minutes of %s are not approved: they are still a draft. Circulate them, then seal them from here.", day))
		case o.Why == life.PartOpen && o.Approved:
			done = append(done, trf("A part of the minutes of %s is approved; they are sealed once the other part is too.", day))
		case o.Why == life.Unratified && o.Approved:
			done = append(done, trf("The minutes of %s are approved; they are sealed once all of it is ratified.", day))
		case o.Why == life.Already:
			open = append(open, trf("The minutes of %s were approved by another meeting before, and are sealed.", day))
		}
	}
	return slices.Compact(done), slices.Compact(open)
}

// lookBehind looks, when a meeting is opened, for what should have been sealed
// when it closed, and for later meetings that put something right in its
// minutes.
func (s *meetingScreen) lookBehind() {
	m := s.work.kept()
	if !life.Closed(m.State) {
		return
	}
	var waits life.Settlement
	var later []model.Summary
	var printed []minutes.Later
	s.w.out.Later(func() (err error) {
		if waits, err = life.Settle(s.w.book, m, model.Stamp(s.w.out.Now())); err != nil {
			return err
		}
		if m.State != model.Approved {
			return nil
		}
		if later, err = correctedLater(s.w.book, m); err == nil && len(later) > 0 {
			printed, err = life.Later(s.w.book, m)
		}
		return err
	}, func(err error) {
		if err != nil {
			s.w.out.Log.Error("look for what is to be sealed", "meeting", string(m.ID), "error", err)
			return
		}
		if s.w.meeting != s {
			return
		}
		s.standing.later, s.standing.printed = later, printed
		if len(later) > 0 {
			s.standing.fill()
		}
		if len(waits.Batch.Meetings) > 0 && s.away == "" {
			s.w.band(theme.Draft, trf("The meeting of %s approved the minutes of %s, and they are not sealed yet.", m.Date.Long(), strings.Join(daysOf(waits), ", ")),
				offer{tr("Approve and seal them"), func() { s.w.calm(); s.settle(true) }})
			s.behind = s.w.alert.Objects[0]
		}
	})
}

// daysOf are the days of the earlier meetings that a settlement changes.
func daysOf(did life.Settlement) []string {
	var days []string
	for _, save := range did.Batch.Meetings {
		days = append(days, save.Value.Date.Long())
	}
	return days
}

// correctedLater are the meetings that put something right in the minutes of m.
func correctedLater(book Book, m model.Meeting) ([]model.Summary, error) {
	meetings, err := book.Meetings()
	if err != nil {
		return nil, err
	}
	var later []model.Summary
	for _, l := range meetings {
		if l.BodyID == m.BodyID && l.ID != m.ID && len(correcting(l, m)) > 0 {
			later = append(later, l)
		}
	}
	return later, nil
}

// correcting are what a later meeting corrects in m.
func correcting(later model.Summary, m model.Meeting) (all []model.CorrectsFact) {
	for _, c := range later.Corrects {
		if isOf(c, m) {
			all = append(all, c)
		}
	}
	return all
}

// isOf says whether a correction of earlier minutes is of those of m.
func isOf(c model.CorrectsFact, m model.Meeting) bool {
	return c.Meeting == m.ID || c.Meeting == "" && c.Date == m.Date
}

// referencesTo are what a later meeting corrects in m, as printed there.
func referencesTo(later model.Summary, m model.Meeting) string {
	var all []string
	for _, c := range correcting(later, m) {
		if c.Reference != "" {
			all = append(all, c.Reference)
		}
	}
	if len(all) == 0 {
		return tr("the minutes")
	}
	return strings.Join(all, ", ")
}
