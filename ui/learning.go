package ui

import (
	"cmp"
	"errors"
	"slices"
	"time"

	"minutebook/model"
	"minutebook/model/quick"
	"minutebook/model/who"
)

const (
	// learnAfter is how long after a meeting is opened its completions are
	// learnt: the first paint comes first.
	learnAfter = 300 * time.Millisecond
	// learnMost is from how many meetings.
	learnMost = 1000
	// learnAtOnce is how many are read at one go: other work for the disk, such
	// as keeping the words in the composer, waits no longer than that takes.
	learnAtOnce = 8
)

// lesson is what is being learnt for a meeting, away from the window's
// goroutine, until the composer has it.
type lesson struct {
	s *meetingScreen
	// unprompted leaves out how lines go on.
	unprompted bool
	phrases    completer
	defined    []model.Abbreviation
	// left are the meetings still to be learnt from, the newest last. The first
	// time they are the newest few, so that something is offered at once, and
	// all has every one of them; all is nil the second time, or where few are all.
	left, all []model.ID
}

// prepare reads what the composer of the open meeting offers. What is quickly
// read is there at once; what is to be learnt comes a moment later.
func (s *meetingScreen) prepare() error {
	c := &s.panel.completing
	m := s.work.meeting()
	var err error
	if c.abbreviations, err = abbreviationsFor(s.w.book, m.BodyID); err != nil {
		return err
	}
	clerk, err := s.w.book.Clerk()
	if err != nil {
		return err
	}
	if c.far, err = peopleOf(s.w.book, m); err != nil {
		return err
	}
	if clerk.Unprompted {
		c.phrases = nil
	}
	if c.lesson == nil || c.lesson.unprompted != clerk.Unprompted {
		s.startLesson(clerk.Unprompted)
	}
	return nil
}

// startLesson has all be learnt, a moment later.
func (s *meetingScreen) startLesson(unprompted bool) {
	l := &lesson{s: s, unprompted: unprompted}
	s.panel.completing.lesson = l
	s.w.out.After(learnAfter, l.begin)
}

// forgetHidden forgets everything, and learns anew, where an item or entry that
// was open may no longer stand in public minutes: its words may have been learnt.
func (s *meetingScreen) forgetHidden(m model.Meeting) {
	c := &s.panel.completing
	open, hidden := map[model.ID]bool{}, false
	look := func(id model.ID, public bool) {
		open[id] = public
		hidden = hidden || !public && c.open[id]
	}
	for _, it := range m.Items {
		look(it.ID, it.Restricted == nil && len(it.Withheld) == 0)
		for _, e := range it.Entries {
			look(e.ID, it.Restricted == nil && e.Restricted == nil && len(e.Withheld) == 0 && e.Kind != model.Private)
		}
	}
	c.open = open
	if hidden && c.lesson != nil {
		c.phrases, c.defined = nil, nil
		s.startLesson(c.lesson.unprompted)
	}
}

// peopleOf are those of the book beside the attendees: first the body's roster
// on the day, then everyone.
func peopleOf(book Book, m model.Meeting) ([]*who.List, error) {
	bodies, err := book.Bodies()
	if err != nil {
		return nil, err
	}
	people, err := book.People()
	if err != nil {
		return nil, err
	}
	var roster, everyone []who.Person
	for _, b := range bodies {
		for _, seat := range b.Seats {
			p := who.Person{Name: seat.Name, Post: seat.Post, Group: seat.Group}
			if b.ID == m.BodyID && seat.On(m.Date) {
				roster = append(roster, p)
			} else {
				everyone = append(everyone, p)
			}
		}
	}
	for _, p := range people {
		everyone = append(everyone, who.Person{Name: p.Name})
	}
	return []*who.List{who.NewList(roster...), who.NewList(everyone...)}, nil
}

// attendeesOf are the people at a meeting.
func attendeesOf(m model.Meeting) *who.List {
	var people []who.Person
	for _, a := range m.Attendees {
		people = append(people, who.Person{Name: a.Name, Post: a.Post, Group: a.Group})
	}
	return who.NewList(people...)
}

// begin begins to learn from earlier minutes: what abbreviations mean and, if
// the clerk wants that, how lines go on.
func (l *lesson) begin() {
	if l.over() {
		return
	}
	m := l.s.work.meeting()
	l.s.w.out.Later(func() error {
		all, err := earlierMeetings(l.s.w.book, m)
		l.left = all[max(0, len(all)-learnAtOnce):]
		if len(all) > len(l.left) {
			l.all = all
		}
		return errors.Join(err, l.fresh(m))
	}, l.goOn)
}

// fresh begins with nothing but the body's roster. What learns is made anew: the
// composer may be using the one before.
func (l *lesson) fresh(m model.Meeting) error {
	l.phrases, l.defined = nil, nil
	if !l.unprompted {
		l.phrases = l.s.w.newCompleter()
	}
	roster, err := rosterWords(l.s.w.book, m.BodyID, m.Date)
	for _, words := range roster {
		l.learn(words)
	}
	return err
}

// over says that nobody waits for the lesson any more.
func (l *lesson) over() bool { return l.s.w.meeting != l.s || l.s.panel.completing.lesson != l }

// earlierMeetings are those to learn from, by identity, what is learnt last
// counting most: the body's newest and then the others', as many as are learnt, with
// the others' first and each from the oldest to the newest.
func earlierMeetings(book Book, m model.Meeting) ([]model.ID, error) {
	all, err := book.Meetings()
	if err != nil {
		return nil, err
	}
	all = slices.DeleteFunc(all, func(s model.Summary) bool { return s.ID == m.ID })
	slices.SortStableFunc(all, func(a, b model.Summary) int {
		return cmp.Or(cmp.Compare(strange(a, m), strange(b, m)), cmp.Compare(b.Date, a.Date))
	})
	var ids []model.ID
	for _, s := range all[:min(len(all), learnMost)] {
		ids = append(ids, s.ID)
	}
	slices.Reverse(ids)
	return ids, nil
}

// strange is 1 for a meeting of another body.
func strange(a model.Summary, m model.Meeting) int {
	if a.BodyID == m.BodyID && a.Body == m.Body {
		return 0
	}
	return 1
}

// goOn learns from some more, and has the composer use it once all is learnt.
// What cannot be read is left out: completions are never worth a warning.
func (l *lesson) goOn(err error) {
	if err != nil {
		l.s.w.out.Log.Error("learn from earlier minutes", "error", err)
	}
	switch {
	case l.over():
	case len(l.left) == 0:
		l.done()
	default:
		l.s.w.out.Later(l.read, l.goOn)
	}
}

func (l *lesson) read() error {
	n := min(len(l.left), learnAtOnce)
	some := l.left[:n]
	l.left = l.left[n:]
	var failed error
	for _, id := range some {
		m, err := l.s.w.book.Meeting(id)
		if err != nil {
			failed = err
			continue
		}
		for _, text := range textsOf(m) {
			l.learn(text)
		}
	}
	return failed
}

func (l *lesson) learn(text string) {
	if l.phrases != nil {
		l.phrases.Learn(text)
	}
	l.defined = define(l.defined, text)
}

// done learns from the meeting itself, and has the composer use all of it. Where
// that was the newest few, it goes on to learn from all.
func (l *lesson) done() {
	c := &l.s.panel.completing
	c.phrases, c.defined = l.phrases, l.defined
	m := l.s.work.meeting()
	for _, text := range textsOf(m) {
		c.learn(text)
	}
	l.s.panel.fill()
	if l.all != nil {
		l.left, l.all = l.all, nil
		l.s.w.out.Later(func() error { return l.fresh(m) }, l.goOn)
	}
}

// rosterWords are the people and groups of a body on a day.
func rosterWords(book Book, id model.ID, day model.Date) ([]string, error) {
	if id == "" {
		return nil, nil
	}
	b, err := book.Body(id)
	if err != nil {
		return nil, err
	}
	var all []string
	for _, seat := range b.SeatsOn(day) {
		all = append(all, personOf(model.Attendee{Name: seat.Name, Post: seat.Post}), seat.Group)
	}
	return slices.DeleteFunc(all, func(words string) bool { return words == "" }), nil
}

// learn learns from words that may stand in public minutes.
func (c *completing) learn(text string) {
	if c.phrases != nil {
		c.phrases.LearnNow(text)
	}
	c.defined = define(c.defined, text)
}

// define adds the abbreviations that text defines; the newest meaning stays.
func define(defined []model.Abbreviation, text string) []model.Abbreviation {
	for _, d := range model.Defined(text) {
		n := slices.IndexFunc(defined, func(known model.Abbreviation) bool { return known.Short == d.Short })
		if n < 0 {
			defined = append(defined, d)
		} else {
			defined[n] = d
		}
	}
	return defined
}

// learnEntered learns from what was just entered, if it may stand in public
// minutes.
func (s *meetingScreen) learnEntered(r quick.Reading, wasEditing bool) {
	for _, change := range r.Changes {
		if add, ok := change.(model.AddAttendee); ok {
			s.learn(personOf(add.Attendee), add.Attendee.Group)
		}
	}
	m := s.work.meeting()
	it, ok := m.Item(r.Item)
	if !ok || m.Restricting != nil || it.Restricted != nil {
		return
	}
	switch {
	case r.NewItem:
		s.learn(titleOf(it))
	case r.Entry != nil && wasEditing: // the restriction is that of the entry it took the place of
		e, _, _ := m.Entry(s.work.selected)
		s.learn(textOf(e))
	case r.Entry != nil:
		s.learn(textOf(*r.Entry))
	}
}

// learn learns from words of the meeting that may stand in public minutes.
func (s *meetingScreen) learn(words ...string) {
	for _, text := range words {
		if text != "" {
			s.panel.completing.learn(text)
		}
	}
}
