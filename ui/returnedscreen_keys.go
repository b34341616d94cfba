package ui

import (
	"errors"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"minutebook/model/minutes"
	"minutebook/model/minutes/read"
	"minutebook/model/minutes/returned"
	"minutebook/ui/widget"
)

// returnedCommands are those of a draft that came back edited.
var returnedCommands = []command{
	{"proposal-accept", "Accept the proposal", "Edit", nil, onReturned, inReturned((*returnedScreen).accept)},
	{"proposal-reject", "Reject the proposal", "Edit", nil, onReturned, inReturned((*returnedScreen).reject)},
	{"proposal-all", "Accept all proposals", "Edit", nil, onReturned, inReturned((*returnedScreen).askAll)},
	{"proposal-there", "Go to the proposal's place in the minutes", "Edit", nil, onReturned, inReturned((*returnedScreen).goThere)},
}

// returnedKeys are the keys of the screen, for the key sheet.
var returnedKeys = sheetGroup{"With an edited draft", []hint{
	{"A or Enter", "Accept the proposal"},
	{"R", "Reject the proposal"},
	{"Ctrl+Z", "Take back"},
	{"G", "Go to the proposal's place in the minutes"},
}}

// returnedLetters are what letters do in the list.
var returnedLetters = map[rune]string{'a': "proposal-accept", 'r': "proposal-reject", 'g': "proposal-there"}

func onReturned(w *Window) bool {
	_, ok := w.screen.(*returnedScreen)
	return ok
}

func inReturned(f func(*returnedScreen)) func(*Window) {
	return func(w *Window) { f(w.screen.(*returnedScreen)) }
}

// letter does what a letter stands for in the list.
func (s *returnedScreen) letter(r rune) bool {
	id, ok := returnedLetters[[]rune(strings.ToLower(string(r)))[0]]
	if ok {
		s.w.do(s.w.command(id))
	}
	return ok
}

func (s *returnedScreen) key(name fyne.KeyName) bool {
	if name != fyne.KeyEscape {
		return false
	}
	s.w.showMeeting()
	return true
}

// accept makes the chosen edit in the minutes.
func (s *returnedScreen) accept() {
	_, n, ok := s.chosen()
	switch {
	case !ok:
		return
	case s.answers[n] == isAccepted:
		s.w.say(tr("Accepted already; Ctrl+Z takes it back"))
		return
	}
	before := s.session().Meeting().Rev
	if err := s.make(n); err != nil {
		s.refused(err)
		return
	}
	s.steps = append(s.steps, step{[]int{n}, 1, before, s.session().Meeting().Rev})
	s.next(n)
}

func (s *returnedScreen) session() *recording { return s.w.meeting.work.session }

// make accepts a proposal. What the minutes become is kept as anything that is
// done to them.
func (s *returnedScreen) make(n int) error {
	p := s.found.Proposals[n]
	c, err := p.Change(s.session().Corrected())
	if err != nil {
		return err
	}
	asker := s.session().asker
	defer func() { s.session().asker = asker }()
	if p.By != "" {
		s.session().asker = p.By
	}
	if err := s.session().Do(c); err != nil {
		return err
	}
	s.answers[n] = isAccepted
	return nil
}

// refused says why a proposal cannot be accepted.
func (s *returnedScreen) refused(err error) {
	var unfit *returned.Unfit
	if errors.As(err, &unfit) {
		s.w.say(sentence(capital(unfit.Why)))
		return
	}
	s.w.say(sentence(capital(reason(err))))
}

// reject leaves the minutes as they are there.
func (s *returnedScreen) reject() {
	_, n, ok := s.chosen()
	switch {
	case !ok:
		return
	case s.answers[n] == isAccepted:
		s.w.say(tr("Accepted already; Ctrl+Z takes it back"))
		return
	}
	s.answers[n] = isRejected
	s.steps = append(s.steps, step{of: []int{n}})
	s.next(n)
}

// next goes on to the next proposal that waits for an answer.
func (s *returnedScreen) next(n int) {
	count := len(s.answers)
	for i := 1; i <= count; i++ {
		if at := (n + i) % count; s.answers[at] == unanswered {
			s.rows.Select(at)
			s.refresh()
			return
		}
	}
	s.refresh()
	s.w.say(tr("All are answered. Esc goes to the minutes"))
}

// askAll accepts all that wait for an answer, where the clerk agrees.
func (s *returnedScreen) askAll() {
	waiting, conflicts := 0, 0
	for n, p := range s.found.Proposals {
		if s.answers[n] == unanswered {
			waiting++
			if p.Conflict {
				conflicts++
			}
		}
	}
	if waiting == 0 {
		s.w.say(tr("All are answered. Esc goes to the minutes"))
		return
	}
	words := tr("Those that cannot be taken over as they are stay in the list, and say why. Ctrl+Z takes all of it back.")
	if conflicts > 0 {
		words = trf("At %s the minutes changed meanwhile: there the words of the file take their place.", plural(conflicts, "place", "places")) + " " + words
	}
	f := newForm(caption(words))
	f.show(s.w, trf("Accept %s?", plural(waiting, "proposal", "proposals")),
		widget.Choice{Words: tr("Accept all"), Do: func() bool { s.acceptAll(); return true }, Default: true}, widget.Choice{Words: tr("Leave them"), Cancel: true})
}

func (s *returnedScreen) acceptAll() {
	all := step{before: s.session().Meeting().Rev}
	refused := 0
	for _, n := range returned.Ordered(s.found.Proposals) {
		if s.answers[n] != unanswered {
			continue
		}
		rev := s.session().Meeting().Rev
		if err := s.make(n); err != nil {
			refused++
			continue
		}
		all.of = append(all.of, n)
		if s.session().Meeting().Rev != rev {
			all.changes++
		}
	}
	all.after = s.session().Meeting().Rev
	if len(all.of) > 0 {
		s.steps = append(s.steps, all)
	}
	s.refresh()
	if refused > 0 {
		s.w.say(trf("%d accepted; %d cannot be: choose one and press A to hear why", len(all.of), refused))
		return
	}
	s.w.say(trf("%d accepted. Esc goes to the minutes", len(all.of)))
}

// undo takes the last answer back, with what it did to the minutes.
func (s *returnedScreen) undo() {
	if len(s.steps) == 0 {
		s.w.say(tr("Nothing is answered yet"))
		return
	}
	last := s.steps[len(s.steps)-1]
	if last.changes > 0 && s.session().Meeting().Rev != last.after {
		s.w.say(tr("The minutes were changed since: take it back there, with Ctrl+Z"))
		return
	}
	for range last.changes {
		if did, err := s.session().Undo(); err != nil {
			s.refused(err)
			return
		} else if !did {
			s.w.say(tr("These minutes are approved: take the correction away under Corrections"))
			return
		}
	}
	s.steps = s.steps[:len(s.steps)-1]
	if n := len(s.steps); n > 0 && last.changes > 0 { // what was before it stands as it left it
		for i := n - 1; i >= 0; i-- {
			if s.steps[i].changes > 0 {
				s.steps[i].after = s.session().Meeting().Rev
				break
			}
		}
	}
	for _, n := range last.of {
		s.answers[n] = unanswered
	}
	s.rows.Select(last.of[0])
	s.refresh()
	s.w.say(tr("Taken back"))
}

// goThere shows the place in the minutes.
func (s *returnedScreen) goThere() {
	p, _, ok := s.chosen()
	if !ok {
		return
	}
	m := s.session().Corrected()
	item, entry := p.Item, p.Entry
	if _, _, there := m.Entry(entry); !there {
		entry = ""
	}
	if _, there := m.Item(item); !there {
		item = ""
	}
	s.w.openAt(m.ID, item, entry)
}

// askReturned asks for a file that came back.
func (w *Window) askReturned() {
	field := widget.NewField(tr("The Word file that came back"), filepath.Join(w.out.Documents, "draft.docx"))
	f := newForm(caption(tr("A draft that was exported, edited in Word or LibreOffice and returned. What was edited is shown beside the minutes; nothing is changed but what you accept.")), field)
	f.wide = true
	f.follow(field)
	field.OnChanged = func(string, int) { f.calm() }
	if path := w.oursAtHand(); path != "" {
		field.Set(path, len([]rune(path)))
	}
	busy := false
	read := func() bool {
		path := w.inDocuments(field.Text())
		switch {
		case busy:
			return false
		case path == "":
			return f.refuse(field, tr("Name the file, or press Esc."))
		}
		busy = true
		var d read.Document
		w.out.Later(func() error {
			data, err := w.out.ReadFile(path)
			if err == nil {
				d, err = read.File(filepath.Base(path), data)
			}
			if err == nil {
				_, err = returned.Of(w.book, d, nil) // another file can be named where it is of no meeting here
			}
			return err
		}, func(err error) {
			busy = false
			switch {
			case !f.open():
			case err != nil:
				f.refuse(field, sentence(capital(reason(err))))
			default:
				f.modal.OnClosed = func() { w.openReturned(d) }
				f.modal.Close()
			}
		})
		return false
	}
	f.show(w, tr("Read back an edited draft"), widget.Choice{Words: tr("Read"), Do: read, Default: true}, widget.Choice{Words: tr("Cancel"), Cancel: true})
}

// oursAtHand is the file that is being brought in, where this program made it of
// minutes that the book has; "" for any other.
func (w *Window) oursAtHand() string {
	if !onImport(w) || w.importing.at == nil || w.importing.at.open == nil || w.importing.at.open.shown.Ours == nil {
		return ""
	}
	return w.importing.at.path
}

// openReturned shows what was edited in a file that this program made of a
// meeting. It opens that meeting first, and says in a banner what is wrong with
// a file that is of none.
func (w *Window) openReturned(d read.Document) {
	if w.meeting != nil && !w.meeting.flush() {
		return
	}
	var source returned.Source
	var found returned.Returned
	styles := w.styles
	w.out.Later(func() (err error) {
		var all []minutes.Style
		for _, name := range styles.Names() {
			if s, err := styles.Load(name); err == nil {
				all = append(all, s)
			}
		}
		if source, err = returned.Of(w.book, d, all); err != nil {
			return err
		}
		found, err = returned.Read(returned.Input{Document: d, Base: source.Base, Now: source.Now,
			Styles: append([]minutes.Style{styles.Of(source.Base)}, all...), NewID: w.out.NewID})
		return err
	}, func(err error) {
		if err != nil {
			w.out.Log.Error("read back a draft", "error", err)
			w.warn(sentence(capital(reason(err))))
			return
		}
		if w.Open(source.Now.ID) {
			w.show(newReturnedScreen(w, d.Name, source, found))
		}
	})
}
