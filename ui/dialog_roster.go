package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"minutebook/model"
	"minutebook/model/life"
	"minutebook/model/roster"
	"minutebook/ui/theme"
	"minutebook/ui/widget"
)

// rosterDialog shows what a pasted list makes of the roster before any of it is
// done.
type rosterDialog struct {
	*form
	s      *bodyScreen
	lines  []roster.Line
	out    map[int]bool // lines that are left out
	people []model.Person
	body   model.Body // that the steps were worked out for
	steps  []roster.Step
	of     []int // the line of each step; -1 for who is not in the list

	rows  *widget.Rows
	from  *widget.Field
	whole *widget.Segments
	about *widget.Para
}

// askPasted takes the list that was copied elsewhere.
func (s *bodyScreen) askPasted() {
	s.askRoster(fyne.CurrentApp().Clipboard().Content())
}

// pastedRows is how many rows show at once where there is room, pastedRest what
// else the dialog needs, in units before the text scale.
const (
	pastedRows = 9
	pastedRest = 400
)

// askRoster shows what a list makes of the roster, and does it when asked.
func (s *bodyScreen) askRoster(text string) {
	d := &rosterDialog{s: s, lines: roster.Read(text), out: map[int]bool{}}
	if len(d.lines) == 0 {
		s.w.say(tr("Nobody was found there. Copy names from a spreadsheet, a mail program or a document first"))
		return
	}
	var err error
	if d.people, err = s.w.book.People(); err != nil {
		s.w.failed("read the people", err)
		return
	}
	for i, l := range d.lines {
		d.out[i] = l.Doubtful
	}
	d.rows = widget.NewRows(widget.Table, "", widget.Column{Width: 104}, widget.Column{Title: tr("Name")}, widget.Column{Title: tr("Post, group and dates")})
	d.rows.Length, d.rows.Row = func() int { return len(d.steps) }, d.row
	d.rows.OnLetter = func(r rune) bool {
		if r == ' ' {
			d.toggle()
		}
		return r == ' '
	}
	d.from = widget.NewField(tr("It holds from: empty where it was always so"), dateExample)
	d.from.OnChanged = func(string, int) {
		d.calm()
		d.work()
	}
	d.whole = widget.NewSegments(func(int) { d.work() }, widget.Segment{Words: tr("Stays")}, widget.Segment{Words: tr("Ends the day before")})
	d.about = caption("")
	leave := widget.NewButton(tr("Leave out, or take"), keyWord(fyne.KeySpace), d.toggle)
	d.form = newForm(d.about, newLines(s.w.roomFor(pastedRows, pastedRest), d.rows), container.New(&widget.Across{Gap: 8, Grow: -1}, leave),
		container.New(beside{}, d.from, labelled(tr("Whoever is not in the list"), d.whole)))
	d.wide = true
	d.follow(d.from, d.whole)
	d.work()
	d.rows.Select(0)
	d.show(s.w, tr("Paste a list of people"), widget.Choice{Words: tr("Put on the roster"), Do: d.keep, Default: true}, widget.Choice{Words: tr("Cancel"), Cancel: true})
}

// work works out the steps anew.
func (d *rosterDialog) work() {
	from, ok := d.s.day(d.from)
	if !ok {
		from = ""
	}
	d.body = d.s.body
	var taken []roster.Line
	for i, l := range d.lines {
		if !d.out[i] {
			taken = append(taken, l)
		}
	}
	steps := roster.Plan(d.body, d.people, taken, roster.Options{From: from, Whole: d.whole.Chosen() == 1, Today: d.s.today()}, d.s.w.out.NewID)
	d.steps, d.of = nil, nil
	for i, l := range d.lines {
		step := roster.Step{Seat: model.Seat{Name: l.Name, Post: l.Post, Group: l.Group, Acting: l.Acting}, Unsure: l.Unsure}
		if !d.out[i] {
			step, steps = steps[0], steps[1:]
		}
		d.steps, d.of = append(d.steps, step), append(d.of, i)
	}
	for _, step := range steps {
		d.steps, d.of = append(d.steps, step), append(d.of, -1)
	}
	setCaption(d.about, d.summary())
	d.rows.Refresh()
	if d.form != nil {
		d.laid()
	}
}

// taken are the steps that are to be done.
func (d *rosterDialog) taken() []roster.Step {
	return slices.DeleteFunc(slices.Clone(d.steps), func(s roster.Step) bool { return s.Do == "" })
}

// summary says how many people something happens to.
func (d *rosterDialog) summary() string {
	sum, unsure := roster.Sum(d.taken()), 0
	for i, s := range d.steps {
		if len(s.Unsure) > 0 && d.of[i] >= 0 && !d.out[d.of[i]] {
			unsure++
		}
	}
	var parts []string
	for _, one := range []struct {
		n     int
		words string
	}{{sum.Added, tr("%d to be added")}, {sum.Changed, tr("%d to be changed")}, {sum.Ended, tr("%d to end")}, {sum.Kept, tr("%d as they are")}, {unsure, tr("%d to look at")}} {
		if one.n > 0 {
			parts = append(parts, trf(one.words, one.n))
		}
	}
	words := tr("Nobody is taken.")
	if len(parts) > 0 {
		words = sentence(capital(strings.Join(parts, ", ")))
	}
	return words + " " + tr("Nothing is done yet; earlier meetings stay as they are.")
}

// row shows what becomes of somebody, and under it what was guessed.
func (d *rosterDialog) row(n int) widget.Row {
	s := d.steps[n]
	facts := joinNotes(life.PostOf(s.Seat), s.Seat.Group, seatFacts(s.Seat))
	if s.Was != nil && s.Do == roster.Change {
		if was := life.PostOf(*s.Was); was != life.PostOf(s.Seat) && was != "" {
			facts = joinNotes(facts, trf("was %s", was))
		}
	}
	if s.NewMail {
		facts = joinNotes(facts, s.Person.Mail)
	}
	var guesses []string
	for _, g := range s.Unsure {
		guesses = append(guesses, guessWords(g))
	}
	name := s.Seat.Name
	if len(guesses) > 0 {
		name += "\n" + strings.Join(guesses, "; ")
	}
	words, tone := doingWord(s.Do)
	return widget.Row{Cells: []widget.Cell{{Words: words, Tone: tone}, {Words: name, Soft: s.Do == ""}, {Words: facts, Soft: true}}}
}

// doingWord is what is done with a seat as a chip wears it.
func doingWord(do roster.Doing) (string, theme.Tone) {
	switch do {
	case roster.Add:
		return tr("Added"), theme.Decision
	case roster.Change:
		return tr("Changed"), theme.Action
	case roster.Keep:
		return tr("As it is"), theme.Plain
	case roster.End:
		return tr("Ends"), theme.Restricted
	}
	return tr("Left out"), theme.Plain
}

// guessWords are a guess in the language of the screens.
func guessWords(g roster.Guess) string {
	words, ok := map[roster.Why]string{
		roster.Twice: tr("is in the list twice"), roster.NoPerson: tr("perhaps a heading or a post"),
		roster.NoPlace: tr("stood in the list without a place in it"), roster.NoName: tr("has no name in the list"),
		roster.NoMail: tr("has no address, unlike the others"), roster.FromMail: tr("has the name that the address suggests"),
		roster.FromBrackets: tr("has as post what stood in brackets"), roster.WasAway: tr("stood under apologies, and is taken for somebody on the roster"),
		roster.BadMail: tr("has something else where an address belongs:"), roster.BadDate: tr("has a date that was not understood:"),
		roster.MailOf: tr("has the address of"), roster.HadMail: tr("had the address"), roster.TakenFor: tr("stands in the list as"),
		roster.OneOfThese: tr("is one of several of that name: the one on this body is meant"),
		roster.AnotherOne: tr("is one of several of that name: somebody new is made"),
	}[g.Why]
	if !ok {
		return g.String()
	}
	return strings.TrimSpace(words + " " + g.About)
}

// toggle leaves the chosen line out, or takes it again.
func (d *rosterDialog) toggle() {
	n := d.rows.Selected()
	if n < 0 {
		return
	}
	if d.of[n] < 0 {
		d.refuse(d.rows, tr("They are not in the list. Stays, under it, keeps all of them."))
		return
	}
	d.calm()
	d.out[d.of[n]] = !d.out[d.of[n]]
	d.work()
	d.rows.Select(n)
}

// keep does the steps that are shown, as one change.
func (d *rosterDialog) keep() bool {
	s := d.s
	if _, ok := s.day(d.from); !ok {
		return d.refuse(d.from, sentence(capital(reason(errDay))))
	}
	if s.body.Rev != d.body.Rev {
		d.work()
		return d.refuse(d.rows, tr("The roster was changed meanwhile. What is shown now takes that in; press Enter to do it."))
	}
	steps := d.taken()
	sum := roster.Sum(steps)
	if sum.Nothing() {
		if len(steps) == 0 {
			return d.refuse(d.rows, tr("Everybody is left out. Space takes somebody again."))
		}
		s.w.say(tr("The roster has all of this already"))
		return true
	}
	next, people := roster.Apply(s.body, steps)
	if !s.put(trf("Pasted a list of %s.", plural(len(steps), "person", "people")), next, people) {
		return d.refuse(d.rows, notKeptWords())
	}
	return true
}
