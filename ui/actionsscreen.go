package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"minutebook/model"
	"minutebook/model/quick"
	"minutebook/model/register"
	"minutebook/ui/widget"
)

// actionsScreen is the register: the actions of all meetings and what became
// of them since. What is recorded here never touches the minutes.
type actionsScreen struct {
	w    *Window
	from screen
	// body is the one whose actions may be shown alone, "" for none; bodyName
	// its name.
	body     model.ID
	bodyName string
	onlyBody bool

	// counted are figures of the actions of the body, or of all, as far as they
	// are known; shown are those wanted, in brief, in the order in which they
	// stand, and lines the rows made of them.
	counted register.Counts
	known   bool
	shown   []register.Action
	lines   []actionLine
	whole   map[actionKey]register.Action
	several bool // bodies are among those shown
	narrow  bool // the table has few columns
	// asked counts how often the list was asked for, answered is the last of
	// those that it shows.
	asked, answered int
	segment         int
	sort            model.ActionSort
	down            bool
	group           model.ActionGroup
	// marked are those that will be dealt with together.
	marked map[actionKey]bool
	last   *record // what was recorded last, to be put back

	page     *fyne.Container
	filter   *widget.Field
	segments *widget.Segments
	only     *widget.Button
	rows     *widget.Rows
	detail   *actionDetail
	glance   *actionGlance
	record   *recordPanel
	buttons  fyne.CanvasObject // what the letters do, by mouse
}

// actionKey is what tells an action from all others.
type actionKey struct{ meeting, action model.ID }

func keyOf(a register.Action) actionKey { return actionKey{a.Meeting, a.ID} }

// The segments: which actions are wanted.
const (
	segmentOpen = iota
	segmentOverdue
	segmentChase
	segmentComplete
	segmentAll
)

func newActionsScreen(w *Window, body model.ID) *actionsScreen {
	s := &actionsScreen{w: w, from: w.cameFrom(), body: body, onlyBody: body != "", down: true, whole: map[actionKey]register.Action{}, marked: map[actionKey]bool{}}
	s.filter = widget.NewField("", tr("Type to filter: words, or owner: body: forum: state: due:"))
	s.filter.OnChanged = func(string, int) { s.fillSoon() }
	s.filter.OnEnter = s.toRows
	s.filter.OnEscape = s.clearFilter
	s.filter.OnKey, s.filter.OnShortcut = w.wired(s.steer)
	s.segments = widget.NewSegments(s.choose, widget.Segment{Words: tr("Open")}, widget.Segment{Words: tr("Overdue")},
		widget.Segment{Words: tr("To chase")}, widget.Segment{Words: tr("Complete")}, widget.Segment{Words: tr("All")})
	s.segments.OnKey, s.segments.OnShortcut = w.wired(s.steer)
	s.only = widget.NewButton(tr("This body only"), "", s.toggleBody)
	s.only.SetOn(s.onlyBody)
	s.only.OnKey, s.only.OnShortcut = w.wired(s.steer)
	setVisible(s.only, body != "")
	s.buildRows()
	s.detail = newActionDetail(s)
	s.glance = newActionGlance(s)
	s.record = newRecordPanel(w)
	s.record.laid, s.record.recorded = s.laid, s.recorded
	s.buttons = s.registerButtons()
	table := container.New(&registerLayout{s: s}, s.rows, s.detail.object)
	s.page = container.New(registerPage{s: s}, container.New(tower{2}, newBar(s.filter, s.only, s.segments), s.glance.object, table, s.buttons, s.record.object))
	return s
}

func (s *actionsScreen) object() fyne.CanvasObject { return s.page }
func (s *actionsScreen) origin() screen            { return s.from }

func (s *actionsScreen) focus() {
	switch {
	case s.record.visible():
		s.record.focus()
	case len(s.shown) == 0:
		s.w.window.Canvas().Focus(s.filter)
	default:
		s.w.window.Canvas().Focus(s.rows)
	}
}

func (s *actionsScreen) heading() heading {
	h := heading{title: tr("Actions"), about: tr("All bodies")}
	if s.onlyBody {
		h.about = s.bodyName
	}
	if c := s.counted; s.known {
		h.about += " · " + trf("%d open, %d overdue, %d complete", c.Open, c.Overdue, c.Complete)
	}
	if n := len(s.marked); n > 0 {
		h.about += " · " + trf("%d marked", n)
	}
	h.status = s.arranged()
	return h
}

func (s *actionsScreen) hints() []hint {
	if s.record.visible() {
		return []hint{{"Enter", "record"}, {"Esc", "leave it as it is"}, {"Tab", "evidence, said by"}}
	}
	return []hint{{"C", "complete"}, {"X, Shift+Down", "mark several"}, {"Enter", "open the meeting"}, {"F", "filter"}, {"1 to 5", "sort"}, {"G", "group"},
		{"I", "history"}, {"V", "views"}, {"U", "undo"}, {"Esc", "back"}}
}

func (s *actionsScreen) today() model.Date { return model.DateOf(s.w.out.Now()) }

// refresh reads the register anew.
func (s *actionsScreen) refresh() {
	clear(s.whole)
	if s.body != "" {
		b, err := s.w.book.Body(s.body)
		if err != nil {
			s.w.failed("read the body", err)
		}
		s.bodyName = b.Name
	}
	s.glance.fill()
	s.fill()
}

// bodyWanted is the body whose actions alone are shown, "" for all.
func (s *actionsScreen) bodyWanted() model.ID {
	if s.onlyBody {
		return s.body
	}
	return ""
}

// wanted is the filter that the screen is set to.
func (s *actionsScreen) wanted() register.Filter {
	f := register.Typed(s.filter.Text(), func(words string) (model.Date, bool) { return quick.ParseDate(words, s.today()) })
	f.BodyID, f.Today = s.bodyWanted(), s.today()
	return f.And(segmentFilters[s.segment])
}

// segmentFilters are what the segments want.
var segmentFilters = map[int]register.Filter{segmentOpen: {Open: true}, segmentOverdue: {Overdue: true}, segmentChase: {Chase: true},
	segmentComplete: {States: []model.ActionState{model.Complete, model.Noted}}, segmentAll: {}}

// told shows anew what depends on the choice and the marks.
func (s *actionsScreen) told() {
	s.detail.fill()
	if s.w.screen == screen(s) {
		s.w.headChanged()
	}
}

// chosen is the action in the row that is selected, in brief.
func (s *actionsScreen) chosen() (a register.Action, ok bool) {
	s.catchUp()
	n := s.rows.Selected()
	if n < 0 || n >= len(s.lines) || s.lines[n].heading != "" {
		return a, false
	}
	return s.shown[s.lines[n].n], true
}

// subjects are the actions that something is recorded of: those marked, in the
// order in which they stand, or else the one chosen. They come whole.
func (s *actionsScreen) subjects() []register.Action {
	s.catchUp()
	var subjects []register.Action
	if len(s.marked) == 0 {
		if a, ok := s.chosen(); ok {
			subjects = append(subjects, s.entire(a))
		}
		return subjects
	}
	for _, a := range once(s.shown) {
		if s.marked[keyOf(a)] {
			subjects = append(subjects, s.entire(a))
		}
	}
	return subjects
}

// once are actions of which each stands once, where an owner's group repeats
// those of two owners.
func once(actions []register.Action) []register.Action {
	seen := make(map[actionKey]bool, len(actions))
	return slices.DeleteFunc(slices.Clone(actions), func(a register.Action) bool {
		had := seen[keyOf(a)]
		seen[keyOf(a)] = true
		return had
	})
}

// mostEntire is how many actions are held whole at most.
const mostEntire = 1000

// entire is an action with its words.
func (s *actionsScreen) entire(a register.Action) register.Action {
	if whole, ok := s.whole[keyOf(a)]; ok {
		return whole
	}
	whole, err := s.w.book.Action(a.Meeting, a.ID)
	if err != nil {
		s.w.out.Log.Error("read an action", "meeting", string(a.Meeting), "action", string(a.ID), "error", err)
		a.Text = tr("The words of this action cannot be read: see Help, or run minutectl check.")
		return a
	}
	if len(s.whole) >= mostEntire {
		clear(s.whole)
	}
	s.whole[keyOf(a)] = whole
	return whole
}

// laid lays the screen out anew after the panel came or went.
func (s *actionsScreen) laid() {
	setVisible(s.buttons, !s.record.visible())
	s.page.Refresh()
	s.w.headChanged()
	if n := s.rows.Selected(); n >= 0 {
		s.rows.Select(n)
	}
	s.focus()
}

// recorded shows what was recorded, with the same action chosen.
func (s *actionsScreen) recorded(made record) {
	s.last = &made
	clear(s.marked)
	s.refresh()
	s.laid()
	words := made.words
	left := make(map[actionKey]bool, len(s.shown))
	for _, a := range s.shown {
		left[keyOf(a)] = true
	}
	gone := func(a register.Action) bool { return !left[keyOf(a)] }
	if s.segment == segmentOpen && slices.ContainsFunc(made.actions, gone) {
		words = trf("%s; it is under Complete and All", words)
	}
	s.w.say(trf("%s. U puts it back", words))
}

// bodyShown is the body of the chosen action, or else that of the screen.
func (s *actionsScreen) bodyShown() model.ID {
	if a, ok := s.chosen(); ok {
		return a.BodyID
	}
	return s.body
}

// jump opens the meeting that agreed the chosen action, at its entry.
func (s *actionsScreen) jump() {
	a, ok := s.chosen()
	if !ok {
		s.w.say(tr("Choose an action first"))
		return
	}
	s.w.jumpFrom(s, a.Meeting, s.entire(a).Item, a.ID)
}
