package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"minutebook/model"
	"minutebook/ui/theme"
	"minutebook/ui/widget"
)

var followUpCommands = []command{
	{"follow-up", "Next thing to follow up", "Meeting", []key{ctrl(fyne.KeyJ)}, onMeeting, inMeeting((*meetingScreen).nextProblem)},
	{"follow-up-fix", "Put right what is to be followed up", "Meeting", []key{ctrlShift(fyne.KeyY)}, onMeeting, inMeeting((*meetingScreen).fixProblem)},
	{"follow-up-list", "Follow-up list", "Meeting", []key{ctrlShift(fyne.KeyK)}, onMeeting, inMeeting((*meetingScreen).listProblems)},
}

// followUp is what there is to follow up in the open meeting, and how far the
// clerk got with it.
type followUp struct {
	// known is what the book knows besides the meeting.
	known *model.Known
	list  []model.Problem
	// last is the one gone to last, which was number at of the list; at is -1
	// before the first.
	last model.Problem
	at   int
}

// sameProblem says whether two problems are one, though the meeting changed between.
func sameProblem(a, b model.Problem) bool {
	return a.Kind == b.Kind && a.Item == b.Item && a.Entry == b.Entry && a.Attendee == b.Attendee && a.Words == b.Words
}

// index is where in the list a problem stands; -1 where it is no more.
func (f *followUp) index(p model.Problem) int {
	return slices.IndexFunc(f.list, func(other model.Problem) bool { return sameProblem(p, other) })
}

// next is the problem after the one gone to last. Where that one is put right,
// its place has been taken by the next.
func (f *followUp) next() model.Problem {
	n := f.at
	if f.at < 0 || f.index(f.last) >= 0 {
		n = f.index(f.last) + 1
	}
	f.at = n % len(f.list)
	f.last = f.list[f.at]
	return f.last
}

// learnKnown reads what the book knows besides the meeting.
func (s *meetingScreen) learnKnown() error {
	bodies, err := s.w.book.Bodies()
	if err != nil {
		return err
	}
	people, err := s.w.book.People()
	if err != nil {
		return err
	}
	clerk, err := s.w.book.Clerk()
	if err != nil {
		return err
	}
	s.learnSpelling(bodies, people, clerk)
	s.follow.known = model.KnownOf(bodies, people, s.work.meeting().BodyID, clerk, s.spell.right)
	if s.work.meeting().Numbering == (model.Numbered{}) {
		return nil // no other meeting has numbers of its series
	}
	meetings, err := s.w.book.Meetings()
	s.follow.known.Beside(meetings)
	return err
}

// nextProblem goes to the next thing to follow up, and says which of how many
// it is.
func (s *meetingScreen) nextProblem() {
	f := &s.follow
	if len(f.list) == 0 {
		s.w.say(tr("Nothing to follow up"))
		return
	}
	p := f.next()
	s.jump(p)
	words := trf("%d of %d: %s", f.at+1, len(f.list), cut(problemWords(p), 60))
	if p.Fix != nil {
		words += ". " + s.w.command("follow-up-fix").keys[0].String() + ": " + fixWords(p)
	}
	s.w.say(words)
}

// fixProblem puts right what Ctrl+J went to last, where there is one way to.
func (s *meetingScreen) fixProblem() {
	f := &s.follow
	n := f.index(f.last)
	switch {
	case f.at < 0 || n < 0:
		s.w.say(tr("Ctrl+J first goes to what is to be followed up"))
	case f.list[n].Fix == nil:
		s.w.say(tr("That wants your own words; nothing was changed"))
	default:
		s.fix(f.list[n])
	}
}

// fix puts a problem right in the one way there is, and says what it did.
func (s *meetingScreen) fix(p model.Problem) bool {
	if !s.change(s.work.session.Do(p.Fix)) {
		return false
	}
	s.w.say(trf("%s; Ctrl+Z takes it back", tr(fixDone[p.Kind])))
	return true
}

// jump goes to where a problem is, with the keyboard in the composer.
func (s *meetingScreen) jump(p model.Problem) {
	s.leaveRoll()
	if p.Item != "" && p.Item != s.work.item {
		s.goTo(p.Item)
	}
	s.work.selected = p.Entry
	s.fill()
	s.w.say(problemWords(p))
	s.focus()
}

// problemList is the dialog with all there is to follow up.
type problemList struct {
	s    *meetingScreen
	rows *widget.Rows
	form *form
}

// listProblems shows all there is to follow up. Enter goes to it, F puts it
// right where there is one way to.
func (s *meetingScreen) listProblems() {
	if len(s.follow.list) == 0 {
		s.w.say(tr("Nothing to follow up"))
		return
	}
	l := &problemList{s: s}
	l.rows = widget.NewRows(widget.Table, tr("Nothing left to follow up. Esc goes back."),
		widget.Column{Title: tr("Item"), Width: 64}, widget.Column{Title: tr("What")}, widget.Column{Title: tr("F puts it right"), Width: 208})
	l.rows.Length = func() int { return len(s.follow.list) }
	l.rows.Row = l.row
	l.rows.OnOpen = func(int) { l.open() }
	l.rows.OnLetter = func(r rune) bool {
		if r == 'f' || r == 'F' {
			l.fix()
			return true
		}
		return false
	}
	l.form = newForm(newLines(s.w.roomFor(chooserRows, chooserRest), l.rows))
	l.form.wide = true
	l.rows.Select(max(s.follow.index(s.follow.last), 0))
	l.form.show(s.w, tr("Follow-up"), widget.Choice{Words: tr("Go there"), Do: func() bool { l.open(); return false }, Default: true},
		widget.Choice{Words: tr("Put right (F)"), Do: func() bool { l.fix(); return false }}, widget.Choice{Words: tr("Close"), Cancel: true})
	s.w.window.Canvas().Focus(l.rows)
}

func (l *problemList) row(n int) widget.Row {
	p := l.s.follow.list[n]
	row := widget.Row{Cells: []widget.Cell{{Words: model.Number(l.s.work.meeting()).Items[p.Item], Soft: true}, {Words: problemWords(p)}, {Words: fixWords(p), Soft: true}}}
	if p.Kind == model.PrivateNote || p.Kind == model.StillOn {
		row.Bar = theme.Restricted
	}
	return row
}

// open goes to the chosen problem.
func (l *problemList) open() {
	n := l.rows.Selected()
	if n < 0 {
		return
	}
	f := &l.s.follow
	f.last, f.at = f.list[n], n
	l.form.modal.OnClosed = func() { l.s.jump(f.last) }
	l.form.modal.Close()
}

// fix puts the chosen problem right and stays at its place in the list.
func (l *problemList) fix() {
	n := l.rows.Selected()
	if n < 0 {
		return
	}
	p := l.s.follow.list[n]
	if p.Fix == nil {
		l.form.refuse(l.rows, tr("That wants your own words: Enter goes there."))
		return
	}
	l.form.calm()
	if l.s.fix(p) {
		l.rows.Refresh()
		l.rows.Select(min(n, len(l.s.follow.list)-1))
	}
}

// problemFormats say what there is to follow up, around the words concerned.
var problemFormats = map[model.ProblemKind]string{
	model.NoOwner:       "Action %s has no owner",
	model.NoDue:         "Action %s has no due words",
	model.RelativeDate:  "“%s” will not be clear later",
	model.EmptyItem:     "Nothing minuted: %s",
	model.NoOutcome:     "No outcome: %s",
	model.Undefined:     "%s is not explained",
	model.TwiceDefined:  "%s is explained in two ways",
	model.NotThere:      "%s is cited but not present",
	model.AlreadyGone:   "%s is cited after leaving",
	model.DecisionWords: "“%s”, but no decision",
	model.Misspelling:   "Spelling: %s",
	model.UnsurePerson:  "%s is not known",
	model.UnsureEntry:   "Read from a file, and perhaps more than a paragraph: %s",
	model.PrivateNote:   "Private note: %s",
	model.StillOn:       "Still restricting: %s",
	model.NoReason:      "Restricted without a reason: %s",
	model.LostPhrase:    "“%s” is to be left out but is not there, so all of it is",
	model.Query:         "Query: %s",
	model.UsedTwice:     "Numbers used twice: %s",
}

// problemWords says what there is to follow up.
func problemWords(p model.Problem) string {
	words := p.Words
	if p.Kind == model.NoOwner || p.Kind == model.NoDue {
		return trf(problemFormats[p.Kind], p.Printed)
	}
	if p.Kind == model.Query {
		words = strings.Join(strings.Fields(strings.ReplaceAll(model.Plain(words), "??", "")), " ")
	}
	if format, ok := problemFormats[p.Kind]; ok {
		return trf(format, words)
	}
	return string(p.Kind)
}

// fixOffers say what puts a problem of a kind right, fixDone that it was.
var (
	fixOffers = map[model.ProblemKind]string{
		model.DecisionWords: "make it a decision",
		model.UnsurePerson:  "the name is right",
		model.UnsureEntry:   "it is right as it is",
		model.StillOn:       "end the restriction",
		model.LostPhrase:    "restrict all of the entry",
	}
	fixDone = map[model.ProblemKind]string{
		model.DecisionWords: "It is a decision now",
		model.UnsurePerson:  "The name is taken as right",
		model.UnsureEntry:   "It stays as it is",
		model.StillOn:       "The restriction is ended",
		model.LostPhrase:    "All of the entry is restricted",
	}
)

// fixWords say what puts a problem right; "" where there is not one way to.
func fixWords(p model.Problem) string {
	if p.Fix == nil {
		return ""
	}
	return tr(fixOffers[p.Kind])
}
