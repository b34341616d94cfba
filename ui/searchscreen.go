package ui

import (
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"minutebook/model"
	"minutebook/model/find"
	"minutebook/ui/widget"
)

// searchScreen searches all minutes: a line for the question, and the lines
// that answer it, with a way to each and back.
type searchScreen struct {
	w    *Window
	from screen

	// found answers asked, and lines are the rows made of it; unclear is what of
	// asked means nothing.
	found   find.Result
	asked   string
	unclear error
	lines   []foundLine
	// searching says that the book is being searched, again that another
	// question is waiting for that to end.
	searching, again bool
	callOff          func() // calls off the search that waits for a pause
	marked           map[hitKey]bool
	grouped          bool
	narrow           bool

	page  *fyne.Container
	field *widget.Field
	says  *widget.Para
	rows  *widget.Rows
	help  *widget.Rows // what can be asked
	main  *fyne.Container
	ways  *widget.Segments
	tools *fyne.Container
}

// hitKey is what tells a line that was found from all others.
type hitKey struct {
	meeting, item, entry model.ID
	kind                 find.Kind
	text                 string
}

func keyOfHit(h find.Hit) hitKey { return hitKey{h.Meeting, h.Item, h.Entry, h.Kind, h.Text} }

// mostFound is how many lines are shown.
const mostFound = 200

func newSearchScreen(w *Window) *searchScreen {
	s := &searchScreen{w: w, from: w.cameFrom(), marked: map[hitKey]bool{}}
	s.field = widget.NewField("", tr("Words in all minutes, or body: owner: after: before: in: kind: state:"))
	s.field.Set(w.question, len([]rune(w.question)))
	s.field.OnChanged = func(string, int) { s.typed() }
	s.field.OnEnter = s.enter
	s.field.OnEscape = func() bool { return s.escape(fyne.KeyEscape) }
	s.field.OnKey, s.field.OnShortcut = w.wired(s.steer)
	s.says = caption("")
	s.buildRows()
	s.buildHelp()
	s.main = container.NewStack(s.rows, s.help)
	s.ways = widget.NewSegments(s.groupBy, widget.Segment{Words: tr("Best first"), Hint: "G"}, widget.Segment{Words: tr("By meeting")})
	s.ways.Choose(0)
	s.ways.OnKey, s.ways.OnShortcut = w.wired(s.steer)
	s.tools = container.New(&flow{gap: 0.75})
	for _, b := range []*widget.Button{widget.NewButton(tr("Open the meeting"), "Enter", s.jump), widget.NewButton(tr("Mark"), "X", s.markChosen),
		widget.NewButton(tr("Extract"), "E", s.askExport)} {
		b.OnKey, b.OnShortcut = w.wired(s.steer)
		s.tools.Add(b)
	}
	s.tools.Add(s.ways)
	s.page = container.New(desk{s.fit}, container.New(tower{2}, s.field, s.says, s.main, s.tools))
	return s
}

func (s *searchScreen) object() fyne.CanvasObject { return s.page }
func (s *searchScreen) origin() screen            { return s.from }

func (s *searchScreen) heading() heading {
	h := heading{title: tr("Find in all minutes")}
	if n := len(s.marked); n > 0 {
		h.about = trf("%d marked", n)
	}
	return h
}

func (s *searchScreen) hints() []hint {
	if s.helping() {
		return []hint{{"Up, Down", "examples"}, {"Enter", "take one"}, {"Ctrl+K", "commands"}, {"Esc", "back"}}
	}
	return []hint{{"Up, Down", "choose"}, {"Enter", "open the meeting"}, {"X, Shift+Down", "mark several"}, {"E", "extract"}, {"G", "group"}, {"F", "question"}, {"Esc", "back"}}
}

// focus puts the keyboard into the list, for who comes back to it, or else into
// the question.
func (s *searchScreen) focus() {
	if len(s.lines) > 0 {
		s.toRows()
		return
	}
	s.toField()
}

func (s *searchScreen) toRows() {
	if s.helping() {
		s.w.window.Canvas().Focus(s.help)
		return
	}
	s.w.window.Canvas().Focus(s.rows)
}

// toField puts the keyboard into the question, which what is typed next takes
// the place of.
func (s *searchScreen) toField() {
	s.w.window.Canvas().Focus(s.field)
	s.field.Select(0, len([]rune(s.field.Text())))
}

// question is what is asked, without spaces around it; "" for too little.
func (s *searchScreen) question() string {
	words := strings.TrimSpace(s.field.Text())
	if len([]rune(words)) < searchLeast {
		return ""
	}
	return words
}

// helping says whether what can be asked is shown.
func (s *searchScreen) helping() bool { return s.question() == "" }

// refresh searches anew; what was found stays until then.
func (s *searchScreen) refresh() {
	s.fill()
	s.search()
}

// typed searches once the clerk pauses.
func (s *searchScreen) typed() {
	s.w.question = strings.TrimSpace(s.field.Text())
	if s.callOff != nil {
		s.callOff()
	}
	if s.question() == "" {
		s.answer("", find.Result{}, nil)
		return
	}
	s.callOff = s.w.out.After(searchPause, s.search)
}

// search searches for what is asked now; the newest question wins.
func (s *searchScreen) search() {
	words := s.question()
	if words == "" {
		return
	}
	if s.searching {
		s.again = true
		return
	}
	s.searching = true
	var found find.Result
	s.w.out.Later(func() (err error) {
		found, err = s.w.book.Search(words, mostFound)
		return err
	}, func(err error) {
		s.searching = false
		switch {
		case s.again:
			s.again = false
			s.search()
		case s.question() == words:
			s.answer(words, found, err)
		}
	})
}

// answer shows what was found for a question.
func (s *searchScreen) answer(words string, found find.Result, err error) {
	var unclear *find.BadTerm
	s.unclear = nil
	if errors.As(err, &unclear) {
		s.unclear = unclear
	} else if err != nil {
		s.w.failed("search the minutes", err)
	}
	if words != s.asked {
		clear(s.marked)
		s.rows.Select(-1)
	}
	s.asked, s.found = words, found
	s.fill()
}

// fill shows what was found, with the line chosen that was.
func (s *searchScreen) fill() {
	was, had := s.chosen()
	at := max(s.rows.Selected(), 0)
	s.lines = foundLines(s.found.Hits, s.grouped)
	setVisible(s.help, s.helping())
	setVisible(s.rows, !s.helping())
	setVisible(s.tools, len(s.lines) > 0)
	s.field.SetError(s.problem())
	setCaption(s.says, s.counted())
	s.rows.SetEmpty(s.emptyWords())
	s.rows.Refresh()
	if i := slices.IndexFunc(s.lines, func(l foundLine) bool { return had && l.heading == "" && keyOfHit(s.found.Hits[l.n]) == keyOfHit(was) }); i >= 0 {
		at = i
	}
	s.goToRow(at)
	s.page.Refresh()
	s.told()
}

// told shows anew what depends on the choice and the marks.
func (s *searchScreen) told() {
	if s.w.screen == screen(s) {
		s.w.headChanged()
	}
}

// problem is what of the question means nothing.
func (s *searchScreen) problem() string {
	if s.unclear == nil {
		return ""
	}
	return sentence(tr(s.unclear.Error()))
}

// counted says how much was found.
func (s *searchScreen) counted() string {
	lines, meetings := plural(s.found.Total, "line", "lines"), plural(s.found.Meetings, "meeting", "meetings")
	switch {
	case s.helping():
		return tr("All words that are asked for stand in the line or in what it stands under: its item, its body, its day. The beginning of a word is enough.")
	case s.unclear != nil || s.found.Total == 0:
		return ""
	case s.found.Total > len(s.found.Hits):
		return trf("The best %d of %s, in %s. More words narrow them down.", len(s.found.Hits), lines, meetings)
	}
	return trf("%s, in %s", lines, meetings)
}

func (s *searchScreen) emptyWords() string {
	switch {
	case s.asked != s.question():
		return tr("Searching …")
	case s.unclear != nil:
		return tr("The question says something that cannot be asked; its words are as you typed them.")
	}
	return tr("No line answers that. Fewer words, or the beginning of one, find more.")
}

// chosen is the line that is selected.
func (s *searchScreen) chosen() (find.Hit, bool) {
	n := s.rows.Selected()
	if n < 0 || n >= len(s.lines) || s.lines[n].heading != "" || s.lines[n].n >= len(s.found.Hits) {
		return find.Hit{}, false
	}
	return s.found.Hits[s.lines[n].n], true
}

// goToRow selects a row, or the next that is no heading.
func (s *searchScreen) goToRow(at int) {
	last := len(s.lines) - 1
	at = min(at, last)
	for at >= 0 && at < last && s.lines[at].heading != "" {
		at++
	}
	s.rows.Select(at)
}

// jump opens the meeting at the chosen line, with a way back to it.
func (s *searchScreen) jump() {
	h, ok := s.chosen()
	if !ok {
		s.w.say(tr("Choose a line first"))
		return
	}
	s.w.jumpFrom(s, h.Meeting, h.Item, h.Entry)
}
