package ui

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"minutebook/model"
	"minutebook/model/find"
	"minutebook/model/register"
	"minutebook/ui/theme"
	"minutebook/ui/widget"
)

// actionsScreen is the register: the actions of all meetings and what became
// of them since. What is recorded here never touches the minutes.
type actionsScreen struct {
	w    *Window
	from screen
	// body is the one whose actions are shown, "" for all; bodyName its name.
	body     model.ID
	bodyName string
	onlyBody bool

	actions  []register.Action
	bodies   map[model.ID]model.ID // of meetings
	shown    []register.Action
	several  bool // bodies are among those shown
	narrow   bool // the table has few columns
	segment  int
	page     *fyne.Container
	filter   *widget.Field
	segments *widget.Segments
	only     *widget.Button
	rows     *widget.Rows
	record   *recordPanel
	buttons  fyne.CanvasObject // what the letters do, by mouse
}

// The segments: which actions are wanted.
const (
	segmentOpen = iota
	segmentOverdue
	segmentComplete
	segmentAll
)

func newActionsScreen(w *Window, body model.ID) *actionsScreen {
	s := &actionsScreen{w: w, from: w.cameFrom(), body: body, onlyBody: body != ""}
	s.filter = widget.NewField("", tr("Type to filter: owner, words, forum, body, meeting"))
	s.filter.OnChanged = func(string, int) { s.fill() }
	s.filter.OnEnter = s.toRows
	s.filter.OnEscape = s.clearFilter
	s.filter.OnKey, s.filter.OnShortcut = w.wired(s.steer)
	s.segments = widget.NewSegments(s.choose, widget.Segment{Words: tr("Open")}, widget.Segment{Words: tr("Overdue")},
		widget.Segment{Words: tr("Complete")}, widget.Segment{Words: tr("All")})
	s.segments.OnKey, s.segments.OnShortcut = w.wired(s.steer)
	s.only = widget.NewButton(tr("This body only"), "", s.toggleBody)
	s.only.SetOn(s.onlyBody)
	s.only.OnKey, s.only.OnShortcut = w.wired(s.steer)
	if body == "" {
		s.only.Hide()
	}
	s.layRows()
	s.record = newRecordPanel(s)
	s.buttons = s.registerButtons()
	s.page = newDeskPage(s.fit, newBar(s.filter, s.only, s.segments), s.rows, s.buttons, s.record.object)
	return s
}

// fit shows fewer columns where there is little room.
func (s *actionsScreen) fit(cramped bool) {
	if s.narrow == cramped {
		return
	}
	n, had := s.rows.Selected(), s.rows.Focused()
	s.narrow = cramped
	s.layRows()
	setMain(s.page, s.rows)
	s.rows.Select(n)
	if had {
		s.w.window.Canvas().Focus(s.rows)
	}
}

// layRows makes the table afresh.
func (s *actionsScreen) layRows() {
	columns := []widget.Column{{Title: tr("No."), Width: 48}, {Title: tr("Meeting"), Width: 136}, {Title: tr("Action")},
		{Title: tr("Owner"), Width: 176}, {Title: tr("Due"), Width: 224}, {Title: tr("State"), Width: 112}}
	if s.narrow {
		columns = []widget.Column{{Title: tr("No."), Width: 104}, {Title: tr("Action")}, {Title: tr("Owner and due"), Width: 192}, {Title: tr("State"), Width: 96}}
	}
	s.rows = widget.NewRows(widget.Table, tr("No actions."), columns...)
	s.rows.Length = func() int { return max(len(s.shown), 1) }
	s.rows.Row = s.row
	s.rows.OnOpen = func(n int) {
		if n < len(s.shown) {
			s.w.openAt(s.shown[n].Meeting, s.shown[n].Item, s.shown[n].ID)
		}
	}
	s.rows.OnLetter = s.letter
	s.rows.OnSecondary = s.menu
	s.rows.OnKey, s.rows.OnShortcut = s.w.wired(s.escape)
}

func (s *actionsScreen) object() fyne.CanvasObject { return s.page }
func (s *actionsScreen) origin() screen            { return s.from }

func (s *actionsScreen) focus() {
	switch {
	case s.record.object.Visible():
		s.w.window.Canvas().Focus(s.record.words)
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
	open, overdue, complete := 0, 0, 0
	for _, a := range s.actions {
		switch {
		case !s.inBody(a):
		case a.State.Outstanding():
			open++
			if a.Overdue(s.today()) {
				overdue++
			}
		case a.State == model.Complete || a.State == model.Noted:
			complete++
		}
	}
	h.about += " · " + trf("%d open, %d overdue, %d complete", open, overdue, complete)
	return h
}

func (s *actionsScreen) hints() []hint {
	if s.record.object.Visible() {
		return []hint{{"Enter", "record"}, {"Esc", "leave it as it is"}}
	}
	return []hint{{"Up, Down", "choose"}, {"Enter", "open the meeting"}, {"F", "filter"}, {"Esc", "back"}, {"Ctrl+K", "commands"}, {"F1", "keys"}}
}

func (s *actionsScreen) today() model.Date { return model.DateOf(s.w.out.Now()) }

// refresh reads the register anew.
func (s *actionsScreen) refresh() {
	if err := s.read(); err != nil {
		s.w.failed("read the actions", err)
	}
	s.fill()
}

func (s *actionsScreen) read() error {
	actions, err := s.w.book.Actions()
	if err != nil {
		return err
	}
	meetings, err := s.w.book.Meetings()
	if err != nil {
		return err
	}
	s.actions, s.bodies = actions, map[model.ID]model.ID{}
	for _, m := range meetings {
		s.bodies[m.ID] = m.BodyID
	}
	if s.body != "" {
		b, err := s.w.book.Body(s.body)
		if err != nil {
			return err
		}
		s.bodyName = b.Name
	}
	slices.SortStableFunc(s.actions, func(a, b register.Action) int {
		if a.Date != b.Date {
			return strings.Compare(string(b.Date), string(a.Date)) // the newest meeting first
		}
		return register.ByMeeting(a, b)
	})
	return nil
}

func (s *actionsScreen) inBody(a register.Action) bool {
	return !s.onlyBody || s.bodies[a.Meeting] == s.body
}

// wanted says whether an action is in the segment chosen.
func (s *actionsScreen) wanted(a register.Action) bool {
	switch s.segment {
	case segmentOpen:
		return a.State.Outstanding()
	case segmentOverdue:
		return a.Overdue(s.today())
	case segmentComplete:
		return a.State == model.Complete || a.State == model.Noted
	default:
		return true
	}
}

// fill shows the actions that are wanted and keeps the one chosen. Where that
// is no longer among them, the one that took its place is.
func (s *actionsScreen) fill() {
	at := max(s.rows.Selected(), 0)
	var was model.ID
	if n := s.rows.Selected(); n >= 0 {
		was = s.shown[n].ID
	}
	q := find.Parse(s.filter.Text())
	s.shown, s.several = nil, false
	for _, a := range s.actions {
		if s.inBody(a) && s.wanted(a) && q.In(actionWords(a)) {
			s.several = s.several || len(s.shown) > 0 && s.bodies[a.Meeting] != s.bodies[s.shown[0].Meeting]
			s.shown = append(s.shown, a)
		}
	}
	s.rows.Refresh()
	if i := slices.IndexFunc(s.shown, func(a register.Action) bool { return a.ID == was }); i >= 0 {
		at = i
	}
	s.rows.Select(min(at, len(s.shown)-1))
	if s.w.screen == screen(s) {
		s.w.headChanged()
	}
}

// actionWords are what an action is found by.
func actionWords(a register.Action) string {
	state, _ := actionStateWord(a.State)
	return strings.Join([]string{fmt.Sprint(a.Number), a.Text, strings.Join(a.Owners, " "), a.Forum, a.Due.Words, a.Body, a.Date.Full(), string(a.Date), a.Note, state}, " ")
}

func (s *actionsScreen) emptyWords() string {
	switch {
	case len(s.actions) == 0:
		return tr("No meeting has agreed an action yet. In a meeting, type a: and what is to be done.")
	case s.filter.Text() != "":
		return tr("No action like that here. Esc shows all again, and the buttons above show others.")
	case s.segment == segmentOpen:
		return tr("Nothing is open.")
	case s.segment == segmentOverdue:
		return tr("Nothing is overdue.")
	default:
		return tr("Nothing here yet.")
	}
}

// row is the nth row of the list; one without actions says so in a heading.
func (s *actionsScreen) row(n int) widget.Row {
	if len(s.shown) == 0 {
		return widget.Row{Heading: true, Cells: []widget.Cell{{Words: s.emptyWords()}}}
	}
	a := s.shown[n]
	words, tone := s.stateOf(a)
	meeting := shortDate(a.Date)
	if s.several {
		meeting = initials(a.Body) + " " + meeting
	}
	number, text, state := widget.Cell{Words: fmt.Sprint(a.Number)}, widget.Cell{Words: actionText(a)}, widget.Cell{Words: words, Tone: tone}
	owners, due := strings.Join(a.Owners, ", "), s.due(a)
	row := widget.Row{Cells: []widget.Cell{number, {Words: meeting, Soft: true}, text, {Words: owners, Soft: true}, {Words: due, Soft: true}, state}}
	if s.narrow {
		first, _, _ := strings.Cut(due, "\n")
		number.Words += "\n" + shortDate(a.Date)
		row.Cells = []widget.Cell{number, text, {Words: strings.TrimSpace(owners + "\n" + first), Soft: true}, state}
	}
	if a.Restricted {
		row.Bar = theme.Restricted
	}
	return row
}

// actionText is what is to be done, and how far it is.
func actionText(a register.Action) string {
	text := strings.ReplaceAll(a.Text, "\n", " ")
	if a.Restricted {
		text = trf("Restricted: %s", text)
	}
	if a.Note != "" && a.State.Outstanding() {
		text += "\n" + a.Note
	}
	return text
}

func (s *actionsScreen) stateOf(a register.Action) (string, theme.Tone) {
	if a.State == model.Open && a.Overdue(s.today()) {
		return tr("Overdue"), theme.Restricted
	}
	return actionStateWord(a.State)
}

// due says in two lines when an action is due, or when and how it was done.
func (s *actionsScreen) due(a register.Action) string {
	if !a.State.Outstanding() && a.On != "" {
		return strings.TrimSpace(a.On.Full() + "\n" + a.Note)
	}
	when := ""
	switch {
	case a.Overdue(s.today()):
		days := int(s.today().Time().Sub(a.Due.Date.Time()) / (24 * time.Hour))
		when = trf("overdue %s", plural(days, "day", "days"))
	case a.Due.Date != "" && !strings.Contains(a.Due.Words, a.Due.Date.Long()):
		when = a.Due.Date.Full()
	}
	words := a.Due.Words
	if a.Forum != "" && !strings.Contains(words, a.Forum) {
		if when == "" {
			when = words
		}
		words = trf("report to %s", a.Forum)
	}
	return strings.TrimSpace(words + "\n" + when)
}

// shortDate is a day in a narrow column: 24 Jun 2022.
func shortDate(d model.Date) string {
	if !d.Valid() {
		return ""
	}
	return d.Time().Format("2 Jan 2006")
}

// initials are those of a body's name, which tell it from others in a narrow
// column: HOB for Harbour Oversight Board.
func initials(name string) string {
	var b strings.Builder
	for _, word := range strings.Fields(name) {
		if r := []rune(word)[0]; strings.ToUpper(string(r)) == string(r) {
			b.WriteRune(r)
		}
	}
	if short := b.String(); len([]rune(short)) > 1 {
		return short
	}
	return string([]rune(name)[:min(len([]rune(name)), 6)])
}

func (s *actionsScreen) choose(n int) {
	s.segment = n
	s.fill()
}

func (s *actionsScreen) toggleBody() {
	s.onlyBody = !s.onlyBody
	s.only.SetOn(s.onlyBody)
	s.fill()
}

func (s *actionsScreen) toRows() { s.w.window.Canvas().Focus(s.rows) }

func (s *actionsScreen) clearFilter() bool {
	if s.filter.Text() == "" {
		return s.escape(fyne.KeyEscape)
	}
	s.filter.Set("", 0)
	s.fill()
	return true
}

// escape goes back to the screen before.
func (s *actionsScreen) escape(name fyne.KeyName) bool {
	if name != fyne.KeyEscape {
		return false
	}
	s.w.backTo(s.from)
	return true
}

// steer lets Up and Down go from the bar into the list.
func (s *actionsScreen) steer(name fyne.KeyName) bool {
	if !upOrDown(name) {
		return s.escape(name)
	}
	s.toRows()
	s.rows.TypedKey(&fyne.KeyEvent{Name: name})
	return true
}

// upOrDown says whether a key moves a choice by one.
func upOrDown(name fyne.KeyName) bool { return name == fyne.KeyUp || name == fyne.KeyDown }

// letters are what the letters do in the list.
var letters = map[rune]model.ActionState{' ': model.Complete, 'c': model.Complete, 'p': model.InProgress, 'o': model.Open, 'w': model.Withdrawn}

func (s *actionsScreen) letter(r rune) bool {
	small := []rune(strings.ToLower(string(r)))[0]
	if small == 'f' {
		s.w.window.Canvas().Focus(s.filter)
		return true
	}
	state, ok := letters[small]
	if ok {
		s.ask(state)
	}
	return ok
}

// ask opens the panel that records what became of the chosen action.
func (s *actionsScreen) ask(state model.ActionState) {
	n := s.rows.Selected()
	if n < 0 || n >= len(s.shown) {
		s.w.say(tr("Choose an action first"))
		return
	}
	a := s.shown[n]
	if err := s.mayBecome(a, state); err != "" {
		s.w.say(err)
		return
	}
	s.record.open(a, state)
	s.laid()
	s.rows.Select(n)
}

// mayBecome says in a sentence why an action cannot get a state; "" where it
// can.
func (s *actionsScreen) mayBecome(a register.Action, state model.ActionState) string {
	err := a.May(state)
	if err == nil {
		return ""
	}
	return refusal(err)
}

// laid lays the screen out anew after the panel came or went.
func (s *actionsScreen) laid() {
	if s.record.object.Visible() {
		s.buttons.Hide()
	} else {
		s.buttons.Show()
	}
	s.page.Refresh()
	s.w.headChanged()
	s.focus()
}

// recorded shows what was recorded, with the same action chosen.
func (s *actionsScreen) recorded(a register.Action, words string) {
	s.refresh()
	s.laid()
	if !slices.ContainsFunc(s.shown, func(other register.Action) bool { return other.ID == a.ID }) {
		words = trf("%s; it is under Complete and All", words)
	}
	s.w.say(words)
}

// bodyShown is the body of the chosen action, or else that of the screen.
func (s *actionsScreen) bodyShown() model.ID {
	if n := s.rows.Selected(); n >= 0 && n < len(s.shown) {
		return s.bodies[s.shown[n].Meeting]
	}
	return s.body
}
