package ui

import (
	"fmt"

	"minutebook/model"
	"minutebook/ui/widget"
)

// slip is a misspelt word and where it stands: in the composer, or in an entry
// as its quick line has it.
type slip struct {
	word  model.Misspelled
	line  string
	entry model.ID // "" for the composer
}

// nextSpelling goes to the next misspelt word, in the composer first and then
// in the entries of the meeting, and offers what it may stand for. Words that
// were passed over wait until all others are done.
func (s *meetingScreen) nextSpelling() {
	if s.spell.speller == nil {
		s.w.say(s.spell.missing)
		return
	}
	if at, ok := s.nextSlip(); ok {
		s.showSlip(at)
		return
	}
	switch {
	case len(s.spell.left) > 0:
		s.w.say(tr("No other spelling to look at; F7 begins again"))
		clear(s.spell.left)
	case s.work.editing != "":
		s.w.say(tr("No spelling to look at in the entry being edited"))
	default:
		s.w.say(tr("No spelling to look at"))
	}
}

// nextSlip finds the next misspelt word that was not passed over. While an
// entry is edited, only the composer is looked at.
func (s *meetingScreen) nextSlip() (slip, bool) {
	composer := slip{line: s.panel.composer.Text()}
	if s.firstSlip(&composer, s.panel.composer.Caret()) {
		return composer, true
	}
	m := s.work.meeting()
	if s.work.editing != "" || m.State == model.Approved {
		return slip{}, false
	}
	var all []model.Entry
	from := 0
	for _, it := range m.Items {
		if it.ID == s.work.item {
			from = len(all)
		}
		for _, e := range it.Entries {
			if e.ID == s.work.selected {
				from = len(all)
			}
			all = append(all, e)
		}
	}
	for n := range all {
		e := all[(from+n)%len(all)]
		at := slip{line: s.work.lineOf(e), entry: e.ID}
		if s.firstSlip(&at, 0) {
			return at, true
		}
	}
	return slip{}, false
}

// firstSlip finds the first misspelt word of a line that ends at caret or
// after it, else the first of all.
func (s *meetingScreen) firstSlip(at *slip, caret int) bool {
	found := false
	for _, w := range s.spell.wrong(at.line) {
		if s.spell.left[w.Word] {
			continue
		}
		if !found || at.word.To < caret && w.To >= caret {
			at.word, found = w, true
		}
	}
	return found
}

// showSlip shows a misspelt word where it stands, and offers what it may stand
// for: by number, or with Up, Down and Enter.
func (s *meetingScreen) showSlip(at slip) {
	s.leaveRoll()
	if at.entry == "" {
		s.panel.composer.Select(at.word.From, at.word.To)
	} else {
		if item := itemOf(s.work.meeting(), at.entry); item != s.work.item {
			s.goTo(item)
		}
		s.work.selected = at.entry
		s.fill()
	}
	d := &spellingDialog{s: s, at: at}
	d.open()
}

// spellingDialog offers what a misspelt word may stand for.
type spellingDialog struct {
	s       *meetingScreen
	at      slip
	offered []string // what the word may stand for
	known   bool     // that is known by now
	rows    *widget.Rows
	form    *form
}

func (d *spellingDialog) open() {
	d.rows = widget.NewRows(widget.Table, tr("Looking for words that are like it."), widget.Column{Width: 32}, widget.Column{})
	d.rows.Length = func() int {
		if !d.known {
			return 0
		}
		return len(d.offered) + 2
	}
	d.rows.Row = d.row
	d.rows.OnOpen = d.take
	d.rows.OnLetter = func(r rune) bool {
		n := int(r - '1')
		if n < 0 || n >= d.rows.Length() {
			return false
		}
		d.take(n)
		return true
	}
	d.form = newForm(caption(d.around()), newLines(d.s.w.roomFor(7.5, chooserRest), d.rows))
	d.fill()
	if d.form.show(d.s.w, trf("Spelling: %s", d.at.word.Word), widget.Choice{Words: tr("Choose"), Do: func() bool { d.take(d.rows.Selected()); return false }, Default: true},
		widget.Choice{Words: tr("Leave"), Cancel: true, Do: func() bool { d.s.spell.left[d.at.word.Word] = true; return true }}) {
		d.s.w.window.Canvas().Focus(d.rows)
	}
}

// around is the word with some of the words it stands among.
func (d *spellingDialog) around() string {
	const room = 48
	r := []rune(d.at.line)
	from, to := max(d.at.word.From-room, 0), min(d.at.word.To+room, len(r))
	words := string(r[from:to])
	if from > 0 {
		words = "… " + words
	}
	if to < len(r) {
		words += " …"
	}
	return words
}

// fill shows what is proposed, once that is known.
func (d *spellingDialog) fill() {
	d.offered, d.known = d.s.suggest(d.at.word.Word, func() { d.s.panel.fill(); d.fill() })
	d.rows.Refresh()
	d.rows.Select(min(0, d.rows.Length()-1))
	d.form.laid()
}

func (d *spellingDialog) row(n int) widget.Row {
	var words widget.Cell
	switch n - len(d.offered) {
	case 0:
		words = widget.Cell{Words: tr("Add it to my words: it is right")}
	case 1:
		words = widget.Cell{Words: tr("Leave it as it is"), Soft: true}
	default:
		words = widget.Cell{Words: d.offered[n], Bold: true}
	}
	return widget.Row{Cells: []widget.Cell{{Words: fmt.Sprint(n + 1), Soft: true}, words}}
}

// take does what a row offers.
func (d *spellingDialog) take(n int) {
	if n < 0 {
		return
	}
	s, word := d.s, d.at.word.Word
	switch n - len(d.offered) {
	case 0:
		d.then(func() { s.addWord(word) })
	case 1:
		d.then(func() { s.spell.left[word] = true })
	default:
		put := d.offered[n]
		d.then(func() { s.respell(d.at, put) })
	}
}

func (d *spellingDialog) then(do func()) {
	d.form.modal.OnClosed = do
	d.form.modal.Close()
}

// respell puts a word in the place of a misspelt one, as one step to undo.
func (s *meetingScreen) respell(at slip, word string) {
	r := []rune(at.line)
	if at.entry == "" {
		s.panel.composer.Replace(at.word.From, at.word.To, word)
		end := at.word.From + len([]rune(word))
		s.panel.composer.Select(end, end)
		s.focus()
		return
	}
	line := string(r[:at.word.From]) + word + string(r[at.word.To:])
	if s.change(s.work.rewrite(at.entry, line)) {
		s.w.say(trf("Now “%s”; Ctrl+Z takes it back", word))
	}
}

// rewrite has an entry say what a quick line says, as if it had been edited.
// The words in the composer and their kind stay.
func (w *minuting) rewrite(entry model.ID, line string) error {
	kind := w.kind
	w.editing, w.kind = entry, ""
	_, err := w.enter(line)
	w.editing, w.kind = "", kind
	return err
}

// addWord has a word spelt right from now on, in all meetings of the book.
func (s *meetingScreen) addWord(word string) {
	clerk, err := s.w.book.Clerk()
	if err == nil {
		clerk.Words = append(clerk.Words, word)
		err = s.w.book.KeepClerk(clerk)
	}
	if err == nil {
		err = s.learnKnown()
	}
	if err != nil {
		s.w.failed("add the word to yours", err)
		return
	}
	s.fill()
	s.w.say(trf("“%s” is one of your words now", word))
}
