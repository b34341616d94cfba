package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"minutebook/model"
	"minutebook/model/life"
	"minutebook/model/minutes"
	"minutebook/model/minutes/compare"
	"minutebook/model/minutes/export"
	"minutebook/ui/widget"
)

// lifeCommands take a meeting's papers from the agenda to the seal.
var lifeCommands = []command{
	{"issue-agenda", "Issue the agenda", "Minutes", nil, onMeeting, (*Window).askIssue},
	{"export-agenda", "Export the agenda", "Minutes", nil, onMeeting, (*Window).askExportAgenda},
	{"preview-agenda", "Agenda in the preview, or the minutes again", "Minutes", nil, onMeeting, inMeeting((*meetingScreen).previewAgenda)},
	{"circulate", "Circulate the minutes", "Minutes", nil, onMeeting, (*Window).askCirculate},
	{"versions", "What was sent out", "Minutes", nil, onMeeting, (*Window).askVersions},
	{"reopen", "Reopen the minutes as a draft", "Minutes", nil, onMeeting, (*Window).askReopen},
	{"corrections", "Corrections", "Minutes", nil, onMeeting, (*Window).askCorrections},
	{"asker", "Who asks for the corrections", "Minutes", nil, onMeeting, (*Window).askAsker},
	{"corrected-minutes", "Export the corrected minutes", "Minutes", nil, onMeeting, (*Window).exportCorrected},
	{"table-of-changes", "Table of changes", "Minutes", nil, onMeeting, (*Window).showTableOfChanges},
	{"approve-earlier", "Approve earlier minutes", "Minutes", nil, onMeeting, (*Window).askApprove},
	{"approve-apart", "Approve by mail or by the chair", "Minutes", nil, onMeeting, (*Window).askPass},
	{"settle", "Seal what this meeting approved", "Minutes", nil, onMeeting, inMeeting(func(s *meetingScreen) { s.settle(true) })},
	{"correct-approved", "Correct approved minutes in this meeting", "Minutes", nil, onMeeting, (*Window).askCorrectApproved},
	{"later-correction", "Go to what a later meeting put right", "Minutes", nil, onMeeting, (*Window).goToLater},
}

// askExportAgenda exports the agenda without issuing it.
func (w *Window) askExportAgenda() {
	what, err := newAgendaSubject(w)
	what.title, what.done = tr("Export the agenda"), tr("The agenda is written")
	w.export(what, err)
}

// askIssue asks where the agenda goes, and issues it.
func (w *Window) askIssue() {
	m := w.meeting.work.kept()
	switch {
	case m.State != model.Planned:
		w.say(tr("An agenda is issued before the meeting: this one has begun"))
		return
	case len(m.Items) == 0:
		w.say(tr("There is no agenda yet: type a hash sign, a space and a title"))
		return
	}
	p, ok := newSending(w)
	if !ok {
		return
	}
	p.agenda, p.verb, p.done = true, tr("Issue"), tr("The agenda is issued")
	p.means = tr("From now on the items keep their numbers: one that comes late is 5A, or the last. The exact file is kept in this book, and a mail draft with it opens in your mail program; nothing is sent before you send it there.")
	what, err := newAgendaSubject(w)
	what.title, what.sent = tr("Issue the agenda"), p
	w.export(what, err)
}

// askCirculate asks where the minutes go, and circulates them.
func (w *Window) askCirculate() {
	m := w.meeting.work.kept()
	switch m.State {
	case model.Draft, model.Circulated:
	case model.Approved:
		w.say(tr("These minutes are approved. File, then Export the minutes, writes them"))
		return
	case model.Planned, model.Live, model.Adjourned, model.Inquorate, model.Cancelled:
		w.say(tr("The meeting is not closed yet: Ctrl+K, then Close the meeting now"))
		return
	}
	p, ok := newSending(w)
	if !ok {
		return
	}
	p.verb, p.done = tr("Circulate"), tr("The minutes are circulated")
	p.means = tr("From now on every number is frozen, and what is changed is recorded as a correction. The exact file is kept in this book, and a mail draft with it opens in your mail program; nothing is sent before you send it there.")
	if m.State == model.Circulated {
		p.means = tr("They go out again as they were circulated, without the corrections recorded since. The exact file is kept in this book, and a mail draft with it opens in your mail program; nothing is sent before you send it there.")
	}
	what, err := newMinutesSubject(w)
	what.title, what.formats, what.sent = tr("Circulate the minutes"), sendFormats, p
	w.export(what, err)
}

// askReopen makes a draft of circulated minutes again, where the clerk knows
// what that means.
func (w *Window) askReopen() {
	s := w.meeting
	m := s.work.kept()
	means, change := life.Reopen(m)
	switch {
	case means.Never:
		w.say(tr("These minutes are approved and stay as they are. An error is corrected by a later meeting"))
		return
	case change == nil && m.State == model.Draft:
		w.say(tr("These minutes are a draft: change in them what you like"))
		return
	case change == nil:
		w.say(tr("The meeting is not closed yet: there is nothing to reopen"))
		return
	}
	var parts []fyne.CanvasObject
	say := func(words string) {
		parts = append(parts, widget.NewPara(widget.Block{Style: widget.Message, Text: literal(words)}))
	}
	switch n := len(means.To); {
	case means.Sent == 0:
		say(tr("This book knows of no copy that was sent out."))
	case n > 0:
		say(trf("Those at %s have the copy of %s: it will say other words than these minutes.", plural(n, "address", "addresses"), means.On.Long()))
	default:
		say(trf("Whoever has the copy of %s has other words than these minutes will say.", means.On.Long()))
	}
	say(tr("Every number that was sent out stays. When the draft is ready, circulate it again."))
	if means.Corrections > 0 {
		say(trf("%s recorded and stay listed: work them in and take them away there, or circulate again and leave them to the meeting.", plural(means.Corrections, "correction is", "corrections are")))
	}
	do := func() bool {
		if s.change(s.work.session.Session.Do(change)) {
			w.say(tr("The minutes are a draft again"))
		}
		return true
	}
	newForm(parts...).show(w, tr("Reopen the minutes as a draft?"), widget.Choice{Words: tr("Reopen"), Do: do, Default: true}, widget.Choice{Words: tr("Leave them circulated"), Cancel: true})
}

// noCorrections says why there is nothing corrected to show.
func noCorrections(m model.Meeting) string {
	if m.State.Frozen() {
		return tr("No corrections are recorded: the minutes read as they were circulated")
	}
	return tr("There are no corrections before minutes are circulated: change the words themselves")
}

// exportCorrected exports the minutes as they should read.
func (w *Window) exportCorrected() {
	s := w.meeting
	if m := s.work.kept(); len(m.Corrections) == 0 {
		w.say(noCorrections(m))
		return
	}
	what, err := newSubjectOf(w, s.work.meeting())
	what.title, what.name = tr("Export the corrected minutes"), what.name+"-corrected"
	w.export(what, err)
}

// showTableOfChanges shows what the corrections change in the minutes.
func (w *Window) showTableOfChanges() {
	s := w.meeting
	m := s.work.kept()
	if len(m.Corrections) == 0 {
		w.say(noCorrections(m))
		return
	}
	in := compare.Input{Style: s.style, Audience: minutes.Full}
	in.Earlier, in.Later = compare.Corrected(m)
	var changes []compare.Change
	w.out.Later(func() (err error) {
		changes, err = compare.Changes(in)
		return err
	}, func(err error) {
		if err != nil {
			w.failed("work out the table of changes", err)
			return
		}
		w.showChanges(export.Comparison{Input: in, Names: [2]string{capital(tr("as circulated")), capital(tr("as corrected"))}}, changes)
	})
}

// goToLater goes to where a later meeting puts something right in the minutes;
// where several do, the clerk says which.
func (w *Window) goToLater() {
	m, later := w.meeting.work.kept(), w.meeting.standing.later
	switch len(later) {
	case 0:
		w.say(tr("No later meeting puts anything right in these minutes"))
		return
	case 1:
		w.goToCorrection(later[0], m)
		return
	}
	var all []choice
	for _, l := range later {
		all = append(all, choice{words: l.Date.Full(), after: referencesTo(l, m), run: func() { w.goToCorrection(l, m) }})
	}
	w.choose(tr("Which correction?"), tr("Type a few letters of the day"), 8, all)
}

// goToCorrection goes to where a later meeting puts something right in m.
func (w *Window) goToCorrection(later model.Summary, m model.Meeting) {
	if !w.Open(later.ID) {
		return
	}
	for _, it := range w.meeting.work.meeting().Items {
		i := slices.IndexFunc(it.Entries, func(e model.Entry) bool { return e.Corrects != nil && isOf(*e.Corrects, m) })
		if i >= 0 {
			w.openAt(later.ID, it.ID, it.Entries[i].ID)
			return
		}
	}
}
