package ui

import (
	"errors"
	"strings"

	"fyne.io/fyne/v2"

	"minutebook/model"
	"minutebook/model/bring"
	"minutebook/model/minutes/recognise"
	"minutebook/ui/widget"
)

// sureEnough is how sure a guess is that nobody is asked about.
const sureEnough = recognise.Sure

// lacks says whether something is missing that nothing can be kept without, or
// else should be looked at.
func lacks(p *bring.Plan, what bring.Rough) bool {
	for _, r := range p.Rough {
		if r == what {
			return true
		}
	}
	return false
}

// takeIn takes the file at hand into the book, unless something is to be said
// first: then it is asked for.
func (s *importScreen) takeIn() {
	switch {
	case s.taking || s.at == nil:
		return
	case !s.at.undecided():
		s.w.say(tr("There is nothing to take in here: choose another file under Files"))
		return
	case s.at.open == nil || s.at.open.working:
		s.w.say(tr("The file is still being read. Press it again in a moment"))
		return
	}
	p := &s.at.open.shown
	switch {
	case p.Ours != nil && !s.at.open.beside:
		s.askOurs()
	case lacks(p, bring.NoBody):
		s.askImportBody(s.takeIn)
	case lacks(p, bring.NoDay):
		s.askDay(s.takeIn)
	case p.Clash != nil:
		s.askClash()
	case s.warned():
		s.keep()
	}
}

// warned says that the clerk was told of all that may be wrong with the file,
// and wants it all the same.
func (s *importScreen) warned() bool {
	o := s.at.open
	p := &o.shown
	key, words := "", ""
	switch left := o.left(); {
	case lacks(p, bring.NothingMinuted):
		key, words = "empty", tr("Nothing is minuted in this file but its head. Ctrl+Enter again takes it in all the same")
	case left > 0:
		key, words = "unsure", trf("%s not looked at: they come in as paragraphs, marked for follow-up. Ctrl+Enter again takes them in so", plural(left, "line was", "lines were"))
	}
	if key == "" || s.twice == key {
		return true
	}
	s.twice = key
	s.w.say(words)
	return false
}

// keep keeps the file's meeting in the book, off the window's goroutine, and
// goes on.
func (s *importScreen) keep() {
	f := s.at
	plan, newID, made := f.open.plan, s.w.out.NewID, model.Stamp(s.w.out.Now())
	s.taking = true
	unlooked := f.open.left()
	var m model.Meeting
	s.w.out.Later(func() error {
		batch, meeting, err := plan.Taken(recognise.Sure).Batch(newID, made)
		if err != nil {
			return err
		}
		m = meeting
		return s.w.book.Commit(batch)
	}, func(err error) {
		s.taking = false
		if err != nil {
			s.notKept(f, err)
			return
		}
		f.state, f.open, f.meeting, f.called, f.unlooked = fileTaken, nil, m.ID, joinComma(m.Body, m.Date.Long()), unlooked
		s.known = nil // the book knows more now
		s.w.say(trf("%s is in the book", f.called))
		s.toNext()
	})
}

// notKept says why a file is not in the book. Where the book has changed since
// the file was read, it is read again as it was answered.
func (s *importScreen) notKept(f *importFile, err error) {
	var stale *model.Stale
	if !errors.As(err, &stale) {
		s.w.failed("take the minutes in", err)
		return
	}
	s.w.out.Log.Error("take the minutes in", "error", err)
	s.w.warn(tr("Not taken in: the book was changed meanwhile. What you said of the lines is kept; Ctrl+Enter tries again."))
	styles := s.w.styles.Names()
	s.rework(f, func(p *bring.Plan) {
		if known, err := s.w.bookKnown(styles); err == nil {
			p.Renew(known)
		}
	})
}

// askOurs says that this program made the file, and asks whether what was edited
// in it is to be read back.
func (s *importScreen) askOurs() {
	o, doc := s.at.open, s.at.open.doc
	was := o.shown.Ours
	f := newForm(widget.NewPara(widget.Block{Style: widget.Message, Text: literal(trf("This program made the file, of the minutes of %s, %s, which the book has.", was.Body, was.Date.Long()))}),
		caption(tr("What somebody edited in it can be read back into those minutes, one proposal after another. Or it is left out, or comes in as minutes of its own.")))
	f.wide = true
	then := func(do func()) func() bool {
		return func() bool {
			f.modal.OnClosed = do
			return true
		}
	}
	back := func() {
		s.at.state = fileLeft
		s.away()
		s.w.openReturned(doc)
	}
	f.show(s.w, tr("A draft that came back"), widget.Choice{Words: tr("Read the edits back"), Do: then(back), Default: true}, widget.Choice{Words: tr("Leave the file out"), Do: then(s.leaveOut)},
		widget.Choice{Words: tr("As minutes of its own"), Do: then(func() {
			o.beside = true
			s.takeIn()
		})}, widget.Choice{Words: tr("Back"), Cancel: true})
}

// away goes back to where the clerk was; what is undecided waits.
func (s *importScreen) away() {
	s.w.backTo(s.from)
	if s.waiting() == 0 {
		s.w.importing = nil
		return
	}
	s.at = nil // the next is gone to when the clerk comes back
}

// waiting is how many files are undecided.
func (s *importScreen) waiting() int {
	n := 0
	for _, f := range s.files {
		if f.undecided() {
			n++
		}
	}
	return n
}

// askClash says that the book has the meeting, and what can be done.
func (s *importScreen) askClash() {
	c := s.at.open.shown.Clash
	f := newForm(widget.NewPara(widget.Block{Style: widget.Message, Text: literal(trf("The book has the meeting of %s on %s already, and keeps it as it is.", c.Body, c.Date.Long()))}),
		caption(tr("Leave the file out; or, if it is of another meeting, say of which day, or choose another body or kind under Meeting and people.")))
	f.wide = true
	then := func(do func()) func() bool {
		return func() bool {
			f.modal.OnClosed = do
			return true
		}
	}
	f.show(s.w, tr("The book has this meeting"), widget.Choice{Words: tr("Leave the file out"), Do: then(s.leaveOut), Default: true},
		widget.Choice{Words: tr("Say another day"), Do: then(func() { s.askDay(nil) })}, widget.Choice{Words: tr("Back"), Cancel: true})
}

// leaveOut leaves the file at hand out and goes on to the next.
func (s *importScreen) leaveOut() {
	if s.at == nil || !s.at.undecided() || s.taking {
		return
	}
	s.at.state = fileLeft
	s.w.say(trf("%s is left out; Files has it still", s.at.name))
	s.toNext()
}

// leave leaves out a file of the list, or considers it again.
func (s *importScreen) leave(f *importFile) {
	switch {
	case f == s.at && f.undecided():
		s.leaveOut()
		return
	case f.undecided():
		f.state = fileLeft
	case f.state == fileLeft:
		f.state = fileLooked
	}
	s.fill()
}

// finish tells what came of the files once none is undecided, and goes to the
// last meeting that came in.
func (s *importScreen) finish() {
	w := s.w
	w.importing = nil
	var last *importFile
	for _, f := range s.files {
		if f.state == fileTaken {
			last = f
		}
	}
	switch {
	case last == nil || !w.Open(last.meeting):
		w.backTo(s.from)
	case len(s.files) == 1:
		w.say(trf("%s is in the book, as a draft", last.called))
		return
	}
	if len(s.files) == 1 && s.files[0].state == fileLeft {
		return
	}
	s.sum(last != nil)
}

// sum shows what came of each file.
func (s *importScreen) sum(came bool) {
	files := s.files
	rows := widget.NewRows(widget.Table, "", widget.Column{Title: tr("File"), Width: 264}, widget.Column{Title: tr("What came of it")}, widget.Column{Width: 128})
	rows.Lines = 4
	rows.Length = func() int { return len(files) }
	rows.Row = func(n int) widget.Row {
		f := files[n]
		word, tone := fileWord(f)
		words := f.called
		switch {
		case f.state == fileUnread:
			words = sentence(capital(f.why))
		case f.unlooked > 0:
			words += "\n" + trf("%s for follow-up", plural(f.unlooked, "paragraph waits", "paragraphs wait"))
		case f.state == fileLeft:
			words = joinComma(f.saw.body, f.saw.day.Long())
		}
		return widget.Row{Cells: []widget.Cell{{Words: f.name}, {Words: words, Soft: true}, {Words: word, Tone: tone}}}
	}
	about := caption(s.counted())
	if came {
		about = caption(s.counted() + " " + tr("Behind this is the meeting that came in last."))
	}
	f := newForm(about, newLines(s.w.roomFor(min(float32(len(files))*1.8+1.5, chooserRows), 260), rows))
	f.wide = true
	rows.OnKey = func(name fyne.KeyName) bool {
		if name != fyne.KeyReturn && name != fyne.KeyEnter {
			return false
		}
		f.modal.Close()
		return true
	}
	if f.show(s.w, tr("Old minutes: what came in"), widget.Choice{Words: tr("Done"), Default: true, Cancel: true}) {
		rows.Select(0)
	}
}

// counted says how many files came in, how many were left out and how many could
// not be read.
func (s *importScreen) counted() string {
	count := map[importState]int{}
	for _, f := range s.files {
		count[f.state]++
	}
	var parts []string
	for _, one := range []struct {
		state importState
		words string
	}{{fileTaken, tr("%d in the book")}, {fileLeft, tr("%d left out")}, {fileUnread, tr("%d not read")}} {
		if n := count[one.state]; n > 0 {
			parts = append(parts, trf(one.words, n))
		}
	}
	return sentence(strings.Join(parts, ", "))
}

// unfinishedImport says whether there is work on files that is in no book yet,
// and tells the clerk.
func (w *Window) unfinishedImport() bool {
	if w.importing == nil {
		return false
	}
	begun := 0
	for _, f := range w.importing.files {
		if f.begun() {
			begun++
		}
	}
	if begun == 0 {
		return false
	}
	w.say(trf("%s confirmed in part and not in the book yet. Asked to quit once more, the window goes without that", plural(begun, "file is", "files are")))
	return true
}
