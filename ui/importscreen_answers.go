package ui

import (
	"maps"
	"slices"
	"strings"

	"minutebook/model"
	"minutebook/model/bring"
	"minutebook/model/minutes/read"
	"minutebook/model/minutes/recognise"
)

// openFile is a file that was read, with what the clerk said of it.
type openFile struct {
	doc read.Document
	// plan is what would be brought in. After the first reading only work off the
	// window's goroutine touches it; shown is how it came out last, and became
	// what its pieces became, in words.
	plan   *bring.Plan
	shown  bring.Plan
	became map[model.ID]string
	// first are the pieces as they were taken before anything was said.
	first []recognise.Piece
	said  answers
	// before are the answers that Ctrl+Z goes back to, with the line where each
	// was given.
	before []answered
	// names are those of the people of the book.
	names map[model.ID]string
	// chose says that something of the meeting was chosen, approved that the
	// minutes are not a draft.
	chose, approved bool
	// beside says that a file which this program made comes in all the same.
	beside bool
	// after is done once what was chosen is worked out; nil for nothing.
	after func()
	// worked are the answers that shown was worked out with.
	worked recognise.Said
	// todo waits to be worked out; working says that something is.
	todo    []func(*bring.Plan)
	working bool
}

// answers are what the clerk said of the lines of a file. They are never
// changed, but others put in their place.
type answers struct {
	// is says what lines are; that a guess is right is said so too.
	is recognise.Said
	// always is what was learnt for the files of the body.
	always []model.Habit
}

func (a answers) clone() answers {
	return answers{maps.Clone(a.is), slices.Clone(a.always)}
}

// answered are the answers before one was given at a line.
type answered struct {
	answers
	at int
}

func newOpenFile(d read.Document, p *bring.Plan, people []model.Person) *openFile {
	o := &openFile{names: make(map[model.ID]string, len(people)), doc: d, plan: p, first: p.Found.Pieces, said: answers{recognise.Said{}, nil}}
	o.shown, o.became = *p, becameOf(p.Found)
	for _, one := range people {
		o.names[one.ID] = one.Name
	}
	return o
}

// pieces is how many there are.
func (o *openFile) pieces() int { return len(o.shown.Found.Pieces) }

// as is what the nth piece is taken for: what the clerk said, also where that
// is not worked out yet, or else the guess.
func (o *openFile) as(n int) recognise.What {
	if said, ok := o.said.is[o.shown.Found.Pieces[n].Place]; ok {
		return said
	}
	return o.guess(n).As
}

// decided says that the clerk said what the nth piece is.
func (o *openFile) decided(n int) bool {
	_, ok := o.said.is[o.shown.Found.Pieces[n].Place]
	return ok
}

// unsure says whether the nth piece is still to be looked at.
func (o *openFile) unsure(n int) bool {
	return !o.decided(n) && o.guess(n).Confidence < recognise.Sure
}

// left is how many pieces are still to be looked at.
func (o *openFile) left() int {
	left := 0
	for n := range o.shown.Found.Pieces {
		if o.unsure(n) {
			left++
		}
	}
	return left
}

// nextUnsure is the next piece to look at after the nth, from the beginning
// again after the last; -1 where there is none.
func (o *openFile) nextUnsure(n int) int {
	all := o.pieces()
	for i := 1; i <= all; i++ {
		if at := (n + i) % all; o.unsure(at) {
			return at
		}
	}
	return -1
}

// sign is what the nth piece was taken by before anything was said, "" where
// that is no sign that others have.
func (o *openFile) sign(n int) string {
	if why := o.guess(n).Why; bring.IsSign(why) {
		return why
	}
	return ""
}

// guess is the nth piece as it was guessed, whatever the clerk says of it, or
// said when it was worked out last.
func (o *openFile) guess(n int) *recognise.Piece {
	p := &o.shown.Found.Pieces[n]
	if _, said := o.worked[p.Place]; (said || o.decided(n)) && n < len(o.first) {
		return &o.first[n]
	}
	return p
}

// like are the other pieces that were taken by the sign of the nth and are not
// yet what that is, or not yet looked at.
func (o *openFile) like(n int) []int {
	sign, as := o.sign(n), o.as(n)
	if sign == "" {
		return nil
	}
	var all []int
	for i := range o.pieces() {
		if i != n && !o.decided(i) && o.sign(i) == sign && (o.as(i) != as || o.unsure(i)) {
			all = append(all, i)
		}
	}
	return all
}

// instead are other things that the nth piece may be, likeliest first; three at
// most, what was guessed among them once the clerk said otherwise.
func (o *openFile) instead(n int) []recognise.What {
	var all []recognise.What
	add := func(as recognise.What) {
		if as != o.as(n) && !slices.Contains(all, as) && len(all) < 3 {
			all = append(all, as)
		}
	}
	guess := o.guess(n)
	add(guess.As)
	for _, as := range guess.Instead {
		add(as)
	}
	for _, as := range []recognise.What{recognise.Paragraph, recognise.Action, recognise.Bullet} {
		add(as)
	}
	return all
}

// answer has an answer given at the line n, which can be taken back.
func (s *importScreen) answer(n int, change func(*answers)) {
	o := s.at.open
	o.before = append(o.before, answered{o.said, n})
	next := o.said.clone()
	change(&next)
	s.takeAnswers(next)
}

// takeAnswers has the file read again with other answers.
func (s *importScreen) takeAnswers(next answers) {
	s.at.open.said, s.twice = next, ""
	s.rework(s.at, func(p *bring.Plan) { p.Answer(next.is, next.always) })
}

// rework changes the plan of a file off the window's goroutine, since a long
// file is not read again at once; what waits is done together.
func (s *importScreen) rework(f *importFile, change func(*bring.Plan)) {
	o := f.open
	o.todo = append(o.todo, change)
	if o.working {
		return
	}
	todo, with := o.todo, o.said.is
	o.working, o.todo = true, nil
	var shown bring.Plan
	var became map[model.ID]string
	s.w.out.Later(func() error {
		for _, change := range todo {
			change(o.plan)
		}
		shown, became = *o.plan, becameOf(o.plan.Found)
		return nil
	}, func(error) {
		o.working = false
		o.shown, o.became, o.worked = shown, became, with
		if len(o.todo) > 0 {
			last := o.todo[len(o.todo)-1]
			o.todo = o.todo[:len(o.todo)-1]
			s.rework(f, last)
			return
		}
		after := o.after
		o.after = nil
		if s.at == f {
			s.fill()
		}
		if s.at == f && after != nil && s.w.screen == screen(s) {
			after()
		}
	})
}

// chosen is the piece that is chosen; -1 where none is.
func (s *importScreen) chosen() int {
	if !s.ready() || s.at.open.pieces() == 0 {
		return -1
	}
	return s.lines.Selected()
}

// accept says that the guess is right, and goes on to the next to look at. Where
// there is none left it goes to what takes the file in.
func (s *importScreen) accept() {
	n := s.chosen()
	if n < 0 {
		return
	}
	o := s.at.open
	if o.unsure(n) {
		p := o.shown.Found.Pieces[n]
		s.answer(n, func(a *answers) { a.is[p.Place] = p.As })
	}
	s.goOn(n)
}

// goOn goes to the next line to look at after the nth.
func (s *importScreen) goOn(n int) {
	if next := s.at.open.nextUnsure(n); next >= 0 {
		s.toLine(next)
		s.told()
		return
	}
	s.fill()
	if s.openFacts() > 0 {
		s.showPane(paneFacts)
		s.facts.Select(0)
		s.nextFact()
		s.w.say(tr("The lines are looked at. Here are the meeting and its people: Space says that a guess is right, Enter changes it"))
		return
	}
	s.w.window.Canvas().Focus(s.take)
	s.w.say(tr("Nothing is left to look at. Enter takes the minutes in; Up goes back to the list"))
}

// toLine chooses a line, with some of those after it in view.
func (s *importScreen) toLine(n int) {
	s.lines.Select(n + 3)
	s.lines.Select(n)
}

// say says what the chosen line is, and stays there, so that the clerk sees what
// becomes of it.
func (s *importScreen) say(as recognise.What) {
	n := s.chosen()
	if n < 0 {
		return
	}
	o := s.at.open
	if o.as(n) == as {
		s.accept() // it is what it was taken for
		return
	}
	place := o.shown.Found.Pieces[n].Place
	s.answer(n, func(a *answers) { a.is[place] = as })
	s.lines.Select(n) // it shows at once; its height waits until it is read again
	s.told()
}

// sayInstead says that the chosen line is the nth of what it may be.
func (s *importScreen) sayInstead(nth int) bool {
	n := s.chosen()
	if n < 0 {
		return false
	}
	if all := s.at.open.instead(n); nth < len(all) {
		s.say(all[nth])
	}
	return true
}

// sayLike says that all lines with the sign of the chosen one are what that is,
// in this file and those of the body to come.
func (s *importScreen) sayLike() {
	n := s.chosen()
	if n < 0 {
		return
	}
	o := s.at.open
	all, as, sign := o.like(n), o.as(n), o.sign(n)
	if len(all) == 0 {
		s.w.say(tr("No other line was taken by the same sign"))
		return
	}
	s.answer(n, func(a *answers) {
		for _, i := range append(all, n) {
			a.is[o.shown.Found.Pieces[i].Place] = as
		}
		a.always = append(slices.DeleteFunc(a.always, func(h model.Habit) bool { return h.Sign == sign }), model.Habit{Sign: sign, Means: string(as)})
	})
	s.lines.Refresh()
	s.told()
	word, _ := whatWord(as)
	s.w.say(trf("%s: %s. The next file of this body is read so too", plural(len(all)+1, "line", "lines"), strings.ToLower(word)))
}

// undo takes the last answer back and goes to where it was given.
func (s *importScreen) undo() {
	if !s.ready() || len(s.at.open.before) == 0 {
		s.w.say(tr("Nothing was said here that could be taken back"))
		return
	}
	o := s.at.open
	last := o.before[len(o.before)-1]
	o.before = o.before[:len(o.before)-1]
	s.takeAnswers(last.answers)
	s.lines.Select(last.at)
	s.lines.Refresh()
	s.told()
	s.w.say(tr("Taken back"))
}
