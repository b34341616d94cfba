package ui

import (
	"errors"
	"slices"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"minutebook/model"
	"minutebook/ui/widget"
)

var (
	errNoShort    = errors.New("write the letters, a space and what they stand for")
	errShortSigns = errors.New("the letters have no space or sign in them, or they would never be typed as one word")
	errNoLong     = errors.New("say what the letters stand for")
)

// readAbbreviation reads the letters and, behind a space, what they stand for.
func readAbbreviation(line string) (model.Abbreviation, error) {
	short, long, ok := strings.Cut(tidy(line), " ")
	if !ok {
		return model.Abbreviation{}, errNoShort
	}
	long = strings.TrimPrefix(strings.TrimPrefix(long, "= "), ": ")
	return checkedAbbreviation(strings.TrimRight(short, ":="), long)
}

// checkedAbbreviation is an abbreviation that can be typed.
func checkedAbbreviation(short, long string) (model.Abbreviation, error) {
	short, long = tidy(short), tidy(long)
	sign := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) && r != '\'' && r != '’' }
	switch {
	case short == "":
		return model.Abbreviation{}, errNoShort
	case strings.ContainsFunc(short, sign):
		return model.Abbreviation{}, errShortSigns
	case long == "":
		return model.Abbreviation{}, errNoLong
	}
	return model.Abbreviation{Short: short, Long: long}, nil
}

// withAbbreviation is a list with one put at a place, or at the end. Letters
// that stand elsewhere in it already are refused.
func withAbbreviation(list []model.Abbreviation, n int, a model.Abbreviation) ([]model.Abbreviation, error) {
	for i, other := range list {
		if i != n && other.Short == a.Short {
			return nil, errors.New(trf("“%s” stands for “%s” already", a.Short, other.Long))
		}
	}
	list = slices.Clone(list)
	if n == len(list) {
		list = append(list, a)
	}
	list[n] = a
	return list, nil
}

// askAbbreviation makes an abbreviation of the words selected in the composer,
// or else of those of the chosen entry.
func (s *meetingScreen) askAbbreviation() {
	m := s.work.meeting()
	short := widget.NewField(tr("Letters"), "hm")
	long := widget.NewField(tr("What they stand for"), tr("Harbour Master"))
	words := s.wordsAtHand()
	long.Set(words, len([]rune(words)))
	whose := widget.NewSegments(nil, widget.Segment{Words: tr("In this body's minutes")}, widget.Segment{Words: tr("In all that I minute")})
	f := newForm(short, long, labelled(tr("They expand"), whose), caption(tr("As you type the letters and a space, the words take their place. Backspace straight after gives the letters back.")))
	calm := func(string, int) { f.calm() }
	short.OnChanged, long.OnChanged = calm, calm
	f.follow(short, long)
	keep := func() bool {
		a, err := checkedAbbreviation(short.Text(), long.Text())
		if err == nil && whose.Chosen() == 0 {
			err = s.w.addToBody(m.BodyID, a)
		} else if err == nil {
			err = s.w.addToClerk(a)
		}
		if err != nil {
			at := short
			if errors.Is(err, errNoLong) {
				at = long
			}
			return f.refuse(at, sentence(capital(reason(err))))
		}
		s.w.say(trf("“%s” and a space now writes “%s”", a.Short, cut(a.Long, 40)))
		return true
	}
	f.show(s.w, tr("Save as abbreviation"), widget.Choice{Words: tr("Save"), Do: keep, Default: true}, widget.Choice{Words: tr("Cancel"), Cancel: true})
}

// wordsAtHand are the words selected in the composer, or else those of the
// chosen entry, as one line.
func (s *meetingScreen) wordsAtHand() string {
	c := s.panel.composer
	from, to := c.Selected()
	words := string([]rune(c.Text())[from:to])
	if e, _, ok := s.work.meeting().Entry(s.work.selected); ok && from == to {
		words = e.Text
	}
	return tidy(words)
}

var errBodyUnknown = errors.New("the book does not know the body of this meeting; save it for all that you minute")

// addToBody keeps an abbreviation for the minutes of a body.
func (w *Window) addToBody(id model.ID, a model.Abbreviation) error {
	if id == "" {
		return errBodyUnknown
	}
	b, err := w.book.Body(id)
	if err != nil {
		return err
	}
	if b.Abbreviations, err = withAbbreviation(b.Abbreviations, len(b.Abbreviations), a); err != nil {
		return err
	}
	base := b.Rev
	b.Rev++
	if err := w.book.Commit(model.Batch{Bodies: []model.Save[model.Body]{{Base: base, Value: b}}}); err != nil {
		return err
	}
	return w.prepareMeeting()
}

// addToClerk keeps an abbreviation for everything that the clerk minutes.
func (w *Window) addToClerk(a model.Abbreviation) error {
	clerk, err := w.book.Clerk()
	if err != nil {
		return err
	}
	list, err := withAbbreviation(clerk.Abbreviations, len(clerk.Abbreviations), a)
	if err != nil {
		return err
	}
	return w.keepAbbreviations(list)
}

func (w *Window) keepAbbreviations(list []model.Abbreviation) error {
	return w.changeClerk(func(c *model.Clerk) { c.Abbreviations = list })
}

// abbreviationsDialog shows and changes the clerk's own abbreviations, each
// kept at once.
type abbreviationsDialog struct {
	*form
	w       *Window
	list    []model.Abbreviation
	rows    *widget.Rows
	line    *widget.Field
	editing int // -1 for none
}

// abbreviationRows is how many show at once where there is room, rest what else
// the dialog needs, in units before the text scale.
const (
	abbreviationRows = 8
	abbreviationRest = 330
)

func (w *Window) askAbbreviations() {
	clerk, err := w.book.Clerk()
	if err != nil {
		w.failed("read your abbreviations", err)
		return
	}
	d := &abbreviationsDialog{w: w, list: clerk.Abbreviations, editing: -1}
	d.rows = widget.NewRows(widget.Table, tr("None yet."), abbreviationColumns()...)
	d.rows.Length = func() int { return len(d.list) }
	d.rows.Row = func(n int) widget.Row { return abbreviationRow(d.list[n]) }
	d.rows.OnOpen = func(int) { d.edit() }
	d.rows.OnLetter = d.letter
	d.rows.OnKey = d.key
	d.line = widget.NewField(tr("Letters, a space, and what they stand for"), tr("hm Harbour Master, then Enter"))
	d.line.OnChanged = func(string, int) { d.calm() }
	d.line.OnEnter = d.enter
	d.line.OnEscape = d.stop
	d.line.OnKey = d.steer
	edit, remove := widget.NewButton(tr("Edit"), "", d.edit), widget.NewButton(tr("Remove"), keyWord(fyne.KeyDelete), d.remove)
	d.form = newForm(caption(tr("They expand wherever you minute, as you type the letters and a space. Those of a body are on its own screen, and go before yours.")),
		d.line, newLines(w.roomFor(abbreviationRows, abbreviationRest), d.rows), container.New(&widget.Across{Gap: 8, Grow: -1}, edit, remove))
	d.wide = true
	d.follow(d.line)
	d.show(w, tr("Your abbreviations"), widget.Choice{Words: tr("Done"), Default: true, Cancel: true})
}

func abbreviationColumns() []widget.Column {
	return []widget.Column{{Title: tr("Letters"), Width: 112}, {Title: tr("Stand for")}}
}

func abbreviationRow(a model.Abbreviation) widget.Row {
	return widget.Row{Cells: []widget.Cell{{Words: a.Short, Bold: true}, {Words: a.Long}}}
}

// letter writes a letter typed in the list into the line.
func (d *abbreviationsDialog) letter(r rune) bool {
	d.w.window.Canvas().Focus(d.line)
	d.line.TypedRune(r)
	return true
}

// key removes the chosen one from the list.
func (d *abbreviationsDialog) key(name fyne.KeyName) bool {
	if name != fyne.KeyDelete {
		return false
	}
	d.remove()
	return true
}

// steer lets Up and Down in the line choose from the list.
func (d *abbreviationsDialog) steer(name fyne.KeyName) bool {
	if !upOrDown(name) {
		return false
	}
	d.rows.TypedKey(&fyne.KeyEvent{Name: name})
	return true
}

// enter keeps what is written in the line; an empty one is done.
func (d *abbreviationsDialog) enter() {
	if tidy(d.line.Text()) == "" {
		d.modal.Close()
		return
	}
	a, err := readAbbreviation(d.line.Text())
	at := len(d.list)
	if d.editing >= 0 {
		at = d.editing
	}
	var list []model.Abbreviation
	if err == nil {
		list, err = withAbbreviation(d.list, at, a)
	}
	if err == nil {
		err = d.w.keepAbbreviations(list)
	}
	if err != nil {
		d.refuse(d.line, sentence(capital(reason(err))))
		return
	}
	d.list, d.editing = list, -1
	d.line.Set("", 0)
	d.rows.Refresh()
	d.rows.Select(at)
}

// stop leaves the line, and says whether there was one to leave.
func (d *abbreviationsDialog) stop() bool {
	if d.line.Text() == "" {
		return false
	}
	d.editing = -1
	d.line.Set("", 0)
	d.calm()
	return true
}

// edit puts the chosen one into the line.
func (d *abbreviationsDialog) edit() {
	n := d.rows.Selected()
	if n < 0 {
		d.refuse(d.line, tr("Choose one first, with Up and Down."))
		return
	}
	d.editing = n
	line := d.list[n].Short + " " + d.list[n].Long
	d.line.Set(line, len([]rune(line)))
	d.w.window.Canvas().Focus(d.line)
}

func (d *abbreviationsDialog) remove() {
	n := d.rows.Selected()
	if n < 0 {
		d.refuse(d.line, tr("Choose one first, with Up and Down."))
		return
	}
	list := slices.Delete(slices.Clone(d.list), n, n+1)
	if err := d.w.keepAbbreviations(list); err != nil {
		d.refuse(d.line, sentence(capital(reason(err))))
		return
	}
	d.list, d.editing = list, -1
	d.rows.Refresh()
	d.rows.Select(min(n, len(list)-1))
}

// abbreviationLines are the abbreviations of a body.
type abbreviationLines struct{ s *bodyScreen }

func (l *abbreviationLines) length() int { return len(l.s.body.Abbreviations) }

func (l *abbreviationLines) row(n int) widget.Row { return abbreviationRow(l.s.body.Abbreviations[n]) }

func (l *abbreviationLines) line(n int) string {
	a := l.s.body.Abbreviations[n]
	return a.Short + " " + a.Long
}

func (l *abbreviationLines) put(n int, line string) (int, error) {
	a, err := readAbbreviation(line)
	if err != nil {
		return n, err
	}
	list, err := withAbbreviation(l.s.body.Abbreviations, n, a)
	if err != nil {
		return n, err
	}
	return n, l.s.tried(trf("“%s” stands for “%s”.", a.Short, a.Long), nil, func(b *model.Body) { b.Abbreviations = list })
}

func (l *abbreviationLines) move(n, by int) int {
	to := within(n, by, l.length())
	if to == n || !l.s.change(trf("Moved “%s”.", l.s.body.Abbreviations[n].Short), nil, func(b *model.Body) { b.Abbreviations = moved(b.Abbreviations, n, to) }) {
		return n
	}
	return to
}

func (l *abbreviationLines) remove(n int) {
	l.s.change(trf("Removed “%s”.", l.s.body.Abbreviations[n].Short), nil, func(b *model.Body) { b.Abbreviations = slices.Delete(b.Abbreviations, n, n+1) })
}
