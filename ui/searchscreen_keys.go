package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"minutebook/model/find"
	"minutebook/ui/widget"
)

// searchCommands are those of the search of all minutes; what its letters do is
// all here too.
var searchCommands = []command{
	{"search-jump", "Open the meeting of the line", "View", nil, onSearch, inSearch((*searchScreen).jump)},
	{"search-mark", "Mark the line", "View", nil, onSearch, inSearch((*searchScreen).markChosen)},
	{"search-mark-all", "Mark all lines of this meeting, or none", "View", nil, onSearch, inSearch((*searchScreen).markMeeting)},
	{"search-group", "Group what is found by meeting, or not", "View", nil, onSearch, inSearch(func(s *searchScreen) { s.ways.Next() })},
	{"search-question", "Ask something else", "View", nil, onSearch, inSearch((*searchScreen).toField)},
}

// searchLetters are what letters do in the list.
var searchLetters = map[rune]string{'x': "search-mark", 'a': "search-mark-all", 'g': "search-group", 'f': "search-question", '/': "search-question", 'e': "extract"}

func onSearch(w *Window) bool {
	_, ok := w.screen.(*searchScreen)
	return ok
}

func inSearch(f func(*searchScreen)) func(*Window) {
	return func(w *Window) { f(w.screen.(*searchScreen)) }
}

// enter searches at once for what has not been searched for yet, and else opens
// the chosen line.
func (s *searchScreen) enter() {
	if s.asked != s.question() {
		if s.callOff != nil {
			s.callOff()
		}
		s.search()
		return
	}
	if h := s.help.Selected(); s.helping() && h >= 0 {
		s.take(h)
		return
	}
	if len(s.lines) > 0 {
		s.jump()
	}
}

// escape takes the marks away, and then goes back to the screen before.
func (s *searchScreen) escape(name fyne.KeyName) bool {
	switch {
	case name != fyne.KeyEscape:
		return false
	case len(s.marked) > 0:
		clear(s.marked)
		s.rows.Refresh()
		s.told()
	default:
		s.w.backTo(s.from)
	}
	return true
}

// listKey is what a key does in the list.
func (s *searchScreen) listKey(name fyne.KeyName) bool {
	if name == fyne.KeyInsert {
		s.markChosen()
		return true
	}
	return s.escape(name)
}

// steer lets Up and Down go from the question into the list.
func (s *searchScreen) steer(name fyne.KeyName) bool {
	if !upOrDown(name) {
		return s.escape(name)
	}
	s.toRows()
	if s.helping() {
		s.help.TypedKey(&fyne.KeyEvent{Name: name})
	} else {
		s.rows.TypedKey(&fyne.KeyEvent{Name: name})
	}
	return true
}

// letter does what a letter stands for in the list.
func (s *searchScreen) letter(r rune) bool {
	id, ok := searchLetters[[]rune(strings.ToLower(string(r)))[0]]
	if ok {
		s.w.do(s.w.command(id))
	}
	return ok
}

// groupBy shows what was found as it is ranked, or by meeting.
func (s *searchScreen) groupBy(n int) {
	s.ways.Choose(n)
	s.grouped = n == 1
	s.fill()
}

// markRows marks the rows from one to another; from a row to itself turns its
// mark over.
func (s *searchScreen) markRows(from, to int) {
	if from == to {
		s.turnMark(from)
	} else {
		for n := min(from, to); n <= max(from, to); n++ {
			if l := s.lines[n]; l.heading == "" {
				s.marked[keyOfHit(s.found.Hits[l.n])] = true
			}
		}
	}
	s.told()
}

func (s *searchScreen) turnMark(n int) {
	if n >= len(s.lines) || s.lines[n].heading != "" {
		return
	}
	key := keyOfHit(s.found.Hits[s.lines[n].n])
	if s.marked[key] {
		delete(s.marked, key)
	} else {
		s.marked[key] = true
	}
}

// markChosen turns the mark of the chosen line over and goes on to the next.
func (s *searchScreen) markChosen() {
	if n := s.rows.Selected(); n >= 0 && len(s.lines) > 0 {
		s.turnMark(n)
		s.rows.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		s.rows.Refresh()
		s.told()
	}
}

// markMeeting marks all lines of the meeting that the choice is of, or none
// where they all are.
func (s *searchScreen) markMeeting() {
	h, ok := s.chosen()
	if !ok {
		return
	}
	others := slices.DeleteFunc(slices.Clone(s.found.Hits), func(o find.Hit) bool { return o.Meeting != h.Meeting })
	all := !slices.ContainsFunc(others, func(o find.Hit) bool { return !s.marked[keyOfHit(o)] })
	for _, o := range others {
		if all {
			delete(s.marked, keyOfHit(o))
		} else {
			s.marked[keyOfHit(o)] = true
		}
	}
	s.rows.Refresh()
	s.told()
}

// subjects are the lines that are marked, as they are ranked, or else the one
// chosen.
func (s *searchScreen) subjects() []find.Hit {
	if len(s.marked) == 0 {
		if h, ok := s.chosen(); ok {
			return []find.Hit{h}
		}
		return nil
	}
	return slices.DeleteFunc(slices.Clone(s.found.Hits), func(h find.Hit) bool { return !s.marked[keyOfHit(h)] })
}

// askExport extracts the lines that are marked, or the one chosen.
func (s *searchScreen) askExport() {
	hits := s.subjects()
	if len(hits) == 0 {
		s.w.say(tr("Choose a line first"))
		return
	}
	for _, h := range hits {
		if h.Meeting != hits[0].Meeting {
			s.w.say(tr("An extract is of one meeting: mark lines of one only. A marks all those of the meeting you are at"))
			return
		}
	}
	s.w.extractHits(hits)
}

// examples are what can be asked, with what each finds.
func examples() [][2]string {
	return [][2]string{
		{tr("roof repairs"), tr("lines with both words, or with words that begin so")},
		{tr("\"roof repairs\""), tr("the words beside each other")},
		{tr("body:finance"), tr("in the minutes of that body")},
		{tr("owner:smith state:open"), tr("open actions of somebody; the states are those of actions, and of minutes")},
		{tr("kind:decision"), tr("decisions only; or action, motion, interest, item, person, meeting ...")},
		{tr("in:2024"), tr("of that year; or of a month or a day, as in 2024-05 or \"4 May 2024\"")},
		{tr("after:2024-05 before:2025"), tr("held after the one and before the other")},
	}
}

// buildHelp makes the list of what can be asked; Enter takes an example.
func (s *searchScreen) buildHelp() {
	all := examples()
	s.help = widget.NewRows(widget.Table, "", widget.Column{Title: tr("Ask for"), Width: 264}, widget.Column{Title: tr("and find")})
	s.help.Length = func() int { return len(all) }
	s.help.Row = func(n int) widget.Row {
		return widget.Row{Cells: []widget.Cell{{Words: all[n][0], Bold: true}, {Words: all[n][1], Soft: true}}}
	}
	s.help.OnOpen = s.take
	s.help.OnKey, s.help.OnShortcut = s.w.wired(s.escape)
	s.help.OnLetter = func(r rune) bool {
		s.toField()
		s.field.TypedRune(r)
		return true
	}
}

// take puts an example into the question, to be changed.
func (s *searchScreen) take(n int) {
	words := examples()[n][0]
	s.field.Set(words, len([]rune(words)))
	s.typed()
	s.w.window.Canvas().Focus(s.field)
}
