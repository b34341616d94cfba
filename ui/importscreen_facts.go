package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"minutebook/model"
	"minutebook/model/bring"
	"minutebook/model/quick"
	"minutebook/ui/theme"
	"minutebook/ui/widget"
)

// importFact is a row of what is known of the meeting: a fact, or somebody who
// attended, or a heading.
type importFact struct {
	heading   string
	name      string
	words     string
	from      string // how it is known
	mark      string
	tone      theme.Tone
	change    func()
	right     func() // says that a guess is right; nil where there is none to
	secondary string // what else is said of somebody
}

// factRows are the facts of the meeting of the file at hand, and its people.
func (s *importScreen) factRows() []importFact {
	if !s.ready() {
		return nil
	}
	o := s.at.open
	p, m := &o.shown, &o.shown.Found.Meeting
	rows := []importFact{s.bodyFact(p), s.dayFact(m)}
	kind := meetingKindWord(m.Kind)
	rows = append(rows, importFact{name: tr("Kind"), words: kind, change: s.askMeetingKind})
	times := strings.Trim(string(m.Begin)+"-"+string(m.End), "-")
	rows = append(rows, importFact{name: tr("Time and venue"), words: joinNotes(times, m.Venue), from: tr("changed once it is in, under Details"), change: s.sayLater})
	rows = append(rows, importFact{name: tr("House style"), words: s.w.styles.Name(p.Style), from: styleSigns(p.StyleWhy), change: s.askImportStyle})
	state := importFact{name: tr("The minutes are"), words: tr("A draft"), from: tr("Enter, if approved long ago"), change: s.turnApproved}
	if o.approved {
		state.words, state.from = tr("Approved"), tr("without a seal; nothing in them changes any more")
		if o.left() > 0 {
			state.from = tr("a draft as long as there are lines to look at")
		}
	}
	rows = append(rows, state)
	if len(p.People) == 0 {
		return append(rows, importFact{heading: tr("Nobody was found who attended")})
	}
	rows = append(rows, importFact{heading: trf("%s, and who they are in the book", plural(len(p.People), "person", "people"))})
	for i := range p.People {
		rows = append(rows, s.personFact(o, i))
	}
	return rows
}

func (s *importScreen) bodyFact(p *bring.Plan) importFact {
	f := importFact{name: tr("Body"), words: p.Body.Name, from: trf("in the book, by %s", signWords(p.Guess.Why)), change: func() { s.askImportBody(nil) }}
	if p.NewBody {
		f.from = tr("new: it is made with the people who attended")
	}
	body := p.Body
	switch {
	case p.Body.Name == "":
		f.from, f.mark, f.tone = tr("The file does not say it"), tr("Missing"), theme.Restricted
	case p.Guess.Confidence < sureEnough:
		f.mark, f.tone = tr("Look here"), theme.Draft
		f.right = func() {
			s.chooses(func(p *bring.Plan) {
				if body.ID == "" {
					p.NewBodyCalled(body.Name)
				} else {
					p.ChooseBody(body.ID)
				}
			}, s.nextFact)
		}
	}
	return f
}

func (s *importScreen) dayFact(m *model.Meeting) importFact {
	f := importFact{name: tr("Day"), words: m.Date.Full(), change: func() { s.askDay(nil) }}
	if !m.Date.Valid() {
		f.words, f.from, f.mark, f.tone = "", tr("The file does not say it"), tr("Missing"), theme.Restricted
	}
	return f
}

// personFact is the ith of those who attended.
func (s *importScreen) personFact(o *openFile, i int) importFact {
	who := o.shown.People[i]
	var a model.Attendee
	if i < len(o.shown.Found.Meeting.Attendees) {
		a = o.shown.Found.Meeting.Attendees[i]
	}
	mark, _ := markWord(a.Mark)
	f := importFact{name: who.Name, secondary: joinNotes(a.Post, a.Group, strings.ToLower(mark)), change: func() { s.askWho(i) }}
	switch {
	case who.New:
		f.words = tr("somebody new in the book")
	case who.Person == "":
		f.words = tr("the name alone")
	default:
		f.words = o.names[who.Person]
	}
	switch {
	case who.Confidence < sureEnough:
		f.mark, f.tone = tr("Look here"), theme.Draft
		f.right = func() { s.chooses(func(p *bring.Plan) { rightAbout(p, who) }, s.nextFact) }
	case who.Confidence == 1:
		f.from = tr("You said so")
	}
	return f
}

// buildFacts makes the list of the facts and the people.
func (s *importScreen) buildFacts() {
	s.facts = widget.NewRows(widget.Table, tr("Nothing is read yet."), s.factColumns()...)
	s.facts.Length = func() int { return len(s.shownFacts) }
	s.facts.Row = func(n int) widget.Row {
		return s.factRow(s.shownFacts[n])
	}
	s.facts.OnSelected = func(int) { s.told() }
	s.facts.OnOpen = func(n int) {
		if change := s.shownFacts[n].change; change != nil && s.ready() {
			change()
		}
	}
	s.facts.OnLetter = func(r rune) bool {
		if r == ' ' {
			s.factRight()
		}
		return r == ' '
	}
	s.facts.OnKey, s.facts.OnShortcut = s.w.wired(s.listKey)
}

func (s *importScreen) factColumns() []widget.Column {
	if s.narrow {
		return []widget.Column{{Title: tr("In the file"), Width: 224}, {Title: tr("In the book")}, {Width: 104}}
	}
	return []widget.Column{{Title: tr("In the file"), Width: 256}, {}, {Title: tr("In the book")}, {Title: tr("How it is known"), Width: 264}, {Width: 112}}
}

func (s *importScreen) factRow(f importFact) widget.Row {
	if f.heading != "" {
		return widget.Row{Heading: true, Cells: []widget.Cell{{Words: f.heading}}}
	}
	row := widget.Row{Bar: f.tone, Cells: []widget.Cell{{Words: f.name}, {Words: f.secondary, Soft: true}, {Words: f.words}, {Words: f.from, Soft: true}, {Words: f.mark, Tone: f.tone}}}
	if s.narrow {
		row.Cells = []widget.Cell{{Words: strings.TrimSpace(f.name + "\n" + f.secondary)}, {Words: strings.TrimSpace(f.words + "\n" + f.from), Soft: true}, {Words: f.mark, Tone: f.tone}}
	}
	return row
}

// chooses changes what the plan of the file at hand is to be, and then does after.
func (s *importScreen) chooses(change func(*bring.Plan), after func()) {
	f := s.at
	f.open.chose, s.twice = true, ""
	f.open.after = after
	s.rework(f, change)
	s.fill()
}

// askImportBody asks of which body the minutes are, and then does after.
func (s *importScreen) askImportBody(after func()) {
	if !s.ready() {
		return
	}
	p := &s.at.open.shown
	bodies, err := s.w.book.Bodies()
	if err != nil {
		s.w.failed("read the bodies", err)
		return
	}
	var all []choice
	add := func(b model.Body, about string) {
		if !slices.ContainsFunc(all, func(c choice) bool { return c.also == string(b.ID) }) {
			one := choice{words: b.Name, after: about, also: string(b.ID), run: func() { s.chooses(func(p *bring.Plan) { p.ChooseBody(b.ID) }, after) }}
			if b.Away != nil {
				one.why = sentence(awayWords(b))
			}
			all = append(all, one)
		}
	}
	if !p.NewBody && p.Body.ID != "" {
		add(p.Body, tr("as it is now"))
	}
	named := p.Found.Meeting.Body
	if named != "" && !slices.ContainsFunc(bodies, func(b model.Body) bool { return same(b.Name, named) }) {
		all = append(all, s.newBodyChoice(named, after))
	}
	for _, b := range p.Guess.Instead {
		add(b, tr("likely"))
	}
	for _, b := range bodies {
		add(b, "")
	}
	c := &chooser{w: s.w, all: all, free: func(typed string) []choice { return []choice{s.newBodyChoice(typed, after)} }}
	c.open(tr("Which body met?"), tr("Letters of its name, or the name of a new one"), 0)
}

// newBodyChoice offers a new body of that name.
func (s *importScreen) newBodyChoice(name string, after func()) choice {
	return choice{words: name, after: tr("a new body"), run: func() { s.chooses(func(p *bring.Plan) { p.NewBodyCalled(name) }, after) }}
}

// askDay asks on which day the meeting was, and then does after.
func (s *importScreen) askDay(after func()) {
	if !s.ready() {
		return
	}
	date := widget.NewField(tr("Day of the meeting"), dateExample)
	now := s.at.open.shown.Found.Meeting.Date
	date.Set(now.Long(), len([]rune(now.Long())))
	about := caption(tr("The file does not say on which day the meeting was."))
	if now.Valid() {
		about = caption(tr("The day that the minutes are kept under, with its year."))
	}
	f := newForm(about, date)
	date.OnChanged = func(string, int) { f.calm() }
	take := func() bool {
		d, ok := quick.ParseDate(tidy(date.Text()), model.DateOf(s.w.out.Now()))
		if !ok {
			return f.refuse(date, tr("Say the day with its year, as in 24 June 2022."))
		}
		f.modal.OnClosed = func() { s.chooses(func(p *bring.Plan) { p.ChooseDay(d) }, after) }
		return true
	}
	if f.show(s.w, tr("On which day was the meeting?"), widget.Choice{Words: tr("That day"), Do: take, Default: true}, widget.Choice{Words: tr("Cancel"), Cancel: true}) {
		date.Select(0, len([]rune(date.Text())))
	}
}

// askMeetingKind asks what kind of meeting it was.
func (s *importScreen) askMeetingKind() {
	var all []choice
	for _, k := range []model.MeetingKind{model.Ordinary, model.Extraordinary, model.Annual} {
		all = append(all, choice{words: meetingKindWord(k), run: func() { s.chooses(func(p *bring.Plan) { p.ChooseKind(k) }, nil) }})
	}
	s.w.choose(tr("What kind of meeting was it?"), tr("Type a few letters of it"), 0, all)
}

// askImportStyle asks for the house style that the minutes get.
func (s *importScreen) askImportStyle() {
	if !s.ready() {
		return
	}
	var all []choice
	for _, name := range s.w.styles.Names() {
		about := ""
		if name == s.at.open.shown.Found.Style {
			about = tr("nearest to the file")
		}
		all = append(all, choice{words: s.w.styles.Name(name), after: about, run: func() { s.chooses(func(p *bring.Plan) { p.ChooseStyle(name) }, nil) }})
	}
	s.w.choose(tr("House style of these minutes"), tr("Type a few letters of its name"), 0, all)
}

// turnApproved says that the minutes were approved long ago, or that they are a
// draft.
func (s *importScreen) turnApproved() {
	o := s.at.open
	o.approved = !o.approved
	yes := o.approved
	s.chooses(func(p *bring.Plan) { p.Approved(yes) }, nil)
}

// sayLater says where what is not changed here is.
func (s *importScreen) sayLater() {
	s.w.say(tr("Time and venue come in as they stand in the file; Details of the meeting changes them then"))
}

// askWho asks who the ith of those who attended is in the book.
func (s *importScreen) askWho(i int) {
	who := s.at.open.shown.People[i]
	people, err := s.w.book.People()
	if err != nil {
		s.w.failed("read the people", err)
		return
	}
	var all []choice
	pick := func(p model.Person, about string) {
		if !slices.ContainsFunc(all, func(c choice) bool { return c.also == string(p.ID) }) {
			all = append(all, choice{words: p.Name, after: about, also: string(p.ID), run: func() {
				s.at.open.names[p.ID] = p.Name
				s.chooses(func(plan *bring.Plan) { plan.ChoosePerson(who.Attendee, p.ID) }, nil)
			}})
		}
	}
	for _, p := range people {
		if p.ID == who.Person {
			pick(p, tr("as it is now"))
		}
	}
	for _, p := range who.Instead {
		pick(p, tr("likely"))
	}
	all = append(all, choice{words: trf("%s, somebody new", who.Name), after: tr("kept in the book"), run: func() {
		s.chooses(func(p *bring.Plan) { p.NewPerson(who.Attendee) }, nil)
	}}, choice{words: trf("%s, the name alone", who.Name), after: tr("of nobody in the book"), run: func() {
		s.chooses(func(p *bring.Plan) { p.Nobody(who.Attendee) }, nil)
	}})
	for _, p := range people {
		pick(p, "")
	}
	s.w.choose(trf("Who is %s?", who.Name), tr("Letters of the name"), 0, all)
}

// rightAbout says that a guess who somebody is is right.
func rightAbout(p *bring.Plan, who bring.Who) {
	switch {
	case who.New:
		p.NewPerson(who.Attendee)
	case who.Person == "":
		p.Nobody(who.Attendee)
	default:
		p.ChoosePerson(who.Attendee, who.Person)
	}
}

// factRight says that the guess in the chosen row is right, and goes on to the
// next to look at.
func (s *importScreen) factRight() {
	n := s.facts.Selected()
	if n < 0 || !s.ready() {
		return
	}
	if right := s.shownFacts[n].right; right != nil {
		right()
		return
	}
	s.nextFact()
}

// nextFact goes to the next fact to look at after the one that is chosen.
func (s *importScreen) nextFact() {
	from := max(s.facts.Selected(), 0)
	for i := range s.shownFacts {
		if at := (from + i) % len(s.shownFacts); s.shownFacts[at].mark != "" {
			s.facts.Select(at)
			s.told()
			return
		}
	}
	if s.at.open.left() == 0 {
		s.w.window.Canvas().Focus(s.take)
		s.w.say(tr("Nothing is left to look at. Enter takes the minutes in; Up goes back to the list"))
	}
}

// openFacts is how many facts and people are still to be looked at.
func (s *importScreen) openFacts() int {
	n := 0
	for _, f := range s.shownFacts {
		if f.mark != "" {
			n++
		}
	}
	return n
}

// unsureFacts is how many facts and people of a file are to be looked at.
func unsureFacts(p *bring.Plan) int {
	n := 0
	if p.Body.Name == "" || p.Guess.Confidence < sureEnough {
		n++
	}
	if !p.Found.Meeting.Date.Valid() {
		n++
	}
	for _, who := range p.People {
		if who.Confidence < sureEnough {
			n++
		}
	}
	return n
}

// toFacts shows the pane of facts with the keyboard in it.
func (s *importScreen) toFacts() { s.showPane(paneFacts) }

// paneBy goes to the next pane, or the one before.
func (s *importScreen) paneBy(name fyne.KeyName) bool {
	by, ok := map[fyne.KeyName]int{fyne.KeyLeft: 2, fyne.KeyRight: 1}[name]
	if ok {
		s.showPane((s.pane + by) % 3)
	}
	return ok
}
