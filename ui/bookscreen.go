package ui

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"minutebook/model"
	"minutebook/model/find"
	"minutebook/ui/theme"
	"minutebook/ui/widget"
)

// bookScreen is the minute book: its bodies with their meetings, newest first,
// and a line to write in that narrows them down and searches all minutes.
type bookScreen struct {
	w *Window

	bodies   []model.Body
	meetings []model.Summary
	unread   bool // the book could not be read
	// words are what meetings are found by, as far as anybody asked.
	words map[model.ID][]string
	// found are the lines that answer the words searched, unclear is what of
	// those words means nothing.
	found    find.Result
	unclear  error
	searched string
	// callOff calls off the search that waits for the clerk to stop typing.
	callOff func()

	shown  []bookRow
	root   *fyne.Container
	filter *widget.Field
	rows   *widget.Rows
	page   *fyne.Container
	narrow bool // the table has few columns
	// buttons stand beside the filter.
	buttons []*widget.Button
	empty   *welcome
}

// bookRow is a row of the screen: a meeting, or a line found in one, or the
// heading over some. body is set on all but the heading over lines found.
type bookRow struct {
	row *widget.Row // nil where it is that of a meeting
	// of is the meeting, where the row is that of one.
	of                   *model.Summary
	body                 model.ID
	meeting, item, entry model.ID
}

const (
	// searchPause is how long after the last key all minutes are searched.
	searchPause = 150 * time.Millisecond
	// searchLeast is how many letters are searched for, and mostHits how many
	// lines are shown.
	searchLeast = 2
	mostHits    = 60
)

func newBookScreen(w *Window) *bookScreen {
	s := &bookScreen{w: w}
	s.filter = widget.NewField("", tr("Type to find a meeting, or words in all minutes"))
	s.filter.OnChanged = func(string, int) { s.typed() }
	s.filter.OnEnter = s.openSelected
	s.filter.OnEscape = s.escape
	s.filter.OnKey, s.filter.OnShortcut = w.wired(s.steer)

	s.layRows()
	s.buttons = []*widget.Button{widget.NewPrimary(tr("New meeting"), "Ctrl+N", w.askNewMeeting),
		widget.NewButton(tr("Actions"), "Ctrl+Shift+A", w.showActions), widget.NewButton(tr("Body"), "", w.askBody)}
	s.page = newDeskPage(s.fit, newBar(s.filter, s.buttons[0], s.buttons[1], s.buttons[2]), s.rows)
	s.empty = newWelcome(s)
	s.root = container.NewStack(s.page, s.empty.object)
	s.wireButtons()
	return s
}

// fit shows fewer columns where there is little room.
func (s *bookScreen) fit(cramped bool) {
	if s.narrow == cramped {
		return
	}
	n, had := s.rows.Selected(), s.rows.Focused()
	s.narrow = cramped
	s.layRows()
	setMain(s.page, s.rows)
	s.fill()
	s.rows.Select(n)
	if had {
		s.w.window.Canvas().Focus(s.rows)
	}
}

// layRows makes the table afresh.
func (s *bookScreen) layRows() {
	columns := []widget.Column{{Title: tr("Date"), Width: 232}, {Title: tr("Meeting")}, {Title: tr("Items"), Width: 72, End: true},
		{Title: tr("Actions"), Width: 80, End: true}, {Title: tr("Still open"), Width: 104, End: true}, {Width: 20}, {Title: tr("State"), Width: 128}}
	if s.narrow {
		columns = []widget.Column{{Title: tr("Date"), Width: 128}, {Title: tr("Meeting")}, {Title: tr("Still open"), Width: 88, End: true}, {Width: 12}, {Title: tr("State"), Width: 120}}
	}
	s.rows = widget.NewRows(widget.Table, tr("No meeting and no words like that. Esc shows everything again."), columns...)
	s.rows.Length = func() int { return len(s.shown) }
	s.rows.Row = func(n int) widget.Row {
		if m := s.shown[n].of; m != nil { // made when it shows: there may be ten thousand
			return s.meetingRow(*m)
		}
		return *s.shown[n].row
	}
	s.rows.OnOpen = func(int) { s.openSelected() }
	s.rows.OnLetter = s.letter
	s.rows.OnKey, s.rows.OnShortcut = s.w.wired(func(name fyne.KeyName) bool { return name == fyne.KeyEscape && s.escape() })
}

// wireButtons lets the buttons of the screen hand on what they have no use for.
func (s *bookScreen) wireButtons() {
	for _, b := range append(s.buttons, s.empty.begin, s.empty.look) {
		b.OnKey, b.OnShortcut = s.w.wired(s.steer)
	}
}

func (s *bookScreen) object() fyne.CanvasObject { return s.root }

func (s *bookScreen) focus() {
	if s.isEmpty() {
		s.w.window.Canvas().Focus(s.empty.begin)
		return
	}
	s.w.window.Canvas().Focus(s.filter)
}

func (s *bookScreen) isEmpty() bool { return !s.unread && len(s.meetings) == 0 && len(s.bodies) == 0 }

func (s *bookScreen) heading() heading {
	h := heading{title: tr("Minute book"), status: s.w.short(s.w.book.Path())}
	if s.isEmpty() {
		return h
	}
	open := 0
	for _, m := range s.meetings {
		open += m.Open
	}
	h.about = trf("%s · %s · %s still open", plural(len(s.bodies), "body", "bodies"),
		plural(len(s.meetings), "meeting", "meetings"), plural(open, "action", "actions"))
	return h
}

func (s *bookScreen) hints() []hint {
	if s.isEmpty() {
		return []hint{{"Enter", "begin"}, {"Tab", "the sample"}, {"Ctrl+K", "commands"}, {"F1", "keys"}}
	}
	hints := []hint{{"Up, Down", "choose"}, {"Enter", "open"}, {"Ctrl+N", "new meeting"}, {"Ctrl+Shift+A", "actions"}, {"Ctrl+K", "commands"}, {"F1", "keys"}}
	if s.w.meeting != nil {
		hints = append(hints, hint{"Esc", "back to the meeting"})
	}
	return hints
}

// refresh reads the book anew.
func (s *bookScreen) refresh() {
	err := s.read()
	if err != nil {
		s.w.failed("read the minute book", err)
	}
	s.unread = err != nil
	s.empty.object.Hide()
	s.page.Show()
	if s.isEmpty() {
		s.page.Hide()
		s.empty.object.Show()
	}
	s.fill()
	if s.w.meeting != nil && s.selected().meeting == "" {
		s.selectMeeting(s.w.meeting.work.meeting().ID)
	}
}

func (s *bookScreen) read() (err error) {
	if s.bodies, err = s.w.book.Bodies(); err != nil {
		return err
	}
	s.words = map[model.ID][]string{}
	s.meetings, err = s.w.book.Meetings()
	return err
}

// fill shows what is read as far as the words in the filter want it, and keeps
// what was chosen.
func (s *bookScreen) fill() {
	was := s.selected()
	s.shown = make([]bookRow, 0, len(s.meetings)+len(s.bodies)+len(s.found.Hits)+1)
	q := find.Parse(s.filter.Text())
	for _, g := range s.groups() {
		s.addGroup(g, q)
	}
	s.addHits()
	s.rows.Refresh()
	s.rows.Select(slices.IndexFunc(s.shown, func(r bookRow) bool { return r.meeting != "" }))
	for i, r := range s.shown {
		if was.meeting != "" && r.meeting == was.meeting && r.entry == was.entry && r.item == was.item {
			s.rows.Select(i)
		}
	}
}

// bodyMeetings are a body's meetings, newest first.
type bodyMeetings struct {
	id       model.ID
	name     string
	away     string // in whose hands the body is; "" where in this book's
	meetings []*model.Summary
}

// groups are the bodies, those that met last first.
func (s *bookScreen) groups() []bodyMeetings {
	var groups []bodyMeetings
	at := map[model.ID]int{}
	for _, b := range s.bodies {
		at[b.ID] = len(groups)
		g := bodyMeetings{id: b.ID, name: b.Name}
		if b.Away != nil {
			g.away = awayWords(b)
		}
		groups = append(groups, g)
	}
	for n := len(s.meetings) - 1; n >= 0; n-- {
		m := &s.meetings[n]
		i, ok := at[m.BodyID]
		if !ok {
			i = len(groups)
			at[m.BodyID] = i
			groups = append(groups, bodyMeetings{id: m.BodyID, name: m.Body})
		}
		groups[i].meetings = append(groups[i].meetings, m)
	}
	slices.SortStableFunc(groups, func(a, b bodyMeetings) int { return cmp.Compare(b.newest(), a.newest()) })
	return groups
}

func (g bodyMeetings) newest() model.Date {
	if len(g.meetings) == 0 {
		return ""
	}
	return g.meetings[0].Date
}

func (s *bookScreen) addGroup(g bodyMeetings, q find.Query) {
	heading := len(s.shown)
	s.shown = append(s.shown, bookRow{body: g.id})
	for _, m := range g.meetings {
		if q.Empty() || q.InWords(s.wordsOf(*m)) {
			s.shown = append(s.shown, bookRow{of: m, body: g.id, meeting: m.ID})
		}
	}
	if len(s.shown) == heading+1 && (len(g.meetings) > 0 || !q.In(g.name)) {
		s.shown = s.shown[:heading]
		return
	}
	words := g.name
	if len(g.meetings) == 0 {
		words += " · " + tr("no meetings yet")
	}
	if g.away != "" {
		words += " · " + g.away
	}
	s.shown[heading].row = &widget.Row{Heading: true, Cells: []widget.Cell{{Words: words}}}
}

// wordsOf are the words that a meeting is found by. They are worked out once,
// since every key asks for those of all meetings.
func (s *bookScreen) wordsOf(m model.Summary) []string {
	words, known := s.words[m.ID]
	if !known {
		words = find.Tokens(meetingWords(m))
		s.words[m.ID] = words
	}
	return words
}

// meetingWords are what a meeting is found by.
func meetingWords(m model.Summary) string {
	state, _ := summaryWord(m)
	return strings.Join([]string{m.Body, m.Title, string(m.Kind), m.Date.Full(), string(m.Date), state}, " ")
}

func (s *bookScreen) meetingRow(m model.Summary) widget.Row {
	state, tone := summaryWord(m)
	var about []string
	if m.Title != "" {
		about = append(about, model.Plain(m.Title))
	} else {
		about = append(about, meetingKindWord(m.Kind))
	}
	if m.Restricted {
		about = append(about, tr("with restricted parts"))
	}
	if s.narrow {
		return widget.Row{Cells: []widget.Cell{{Words: shortDate(m.Date)}, {Words: strings.Join(about, " · "), Soft: true}, {Words: some(m.Open)}, {}, {Words: state, Tone: tone}}}
	}
	return widget.Row{Cells: []widget.Cell{
		{Words: m.Date.Full()}, {Words: strings.Join(about, " · "), Soft: true},
		{Words: some(m.Items), Soft: true}, {Words: some(m.Actions), Soft: true}, {Words: some(m.Open)}, {},
		{Words: state, Tone: tone},
	}}
}

// some is a number as a table shows it: a dash where there is none.
func some(n int) string {
	if n == 0 {
		return "–"
	}
	return fmt.Sprint(n)
}

func (s *bookScreen) addHits() {
	var words string
	switch {
	case s.searched == "", s.unclear == nil && s.found.Total == 0:
		return
	case s.unclear != nil:
		words = sentence(tr(s.unclear.Error()))
	case s.found.Total > len(s.found.Hits):
		words = trf("In the minutes: %s, of which the best %d; Ctrl+Shift+F shows more", plural(s.found.Total, "line", "lines"), len(s.found.Hits))
	default:
		words = trf("In the minutes: %s", plural(s.found.Total, "line", "lines"))
	}
	s.shown = append(s.shown, bookRow{row: &widget.Row{Heading: true, Cells: []widget.Cell{{Words: words}}}})
	for _, h := range s.found.Hits {
		s.shown = append(s.shown, bookRow{row: s.hitRow(h), meeting: h.Meeting, item: h.Item, entry: h.Entry})
	}
}

func (s *bookScreen) hitRow(h find.Hit) *widget.Row {
	cells := []widget.Cell{{Words: shortDate(h.Date) + "\n" + h.Body, Soft: true}, {Words: strings.ReplaceAll(h.Text, "\n", " ")}, {}, {}, {}, {}, {}}
	if s.narrow {
		cells = cells[:5]
	}
	switch last := len(cells) - 1; {
	case h.Private:
		cells[last] = widget.Cell{Words: tr("Private"), Tone: theme.Restricted}
	case h.Restricted:
		cells[last] = widget.Cell{Words: tr("Restricted"), Tone: theme.Restricted}
	}
	return &widget.Row{Cells: cells}
}

// typed narrows down at once and searches all minutes once the clerk pauses.
func (s *bookScreen) typed() {
	words := strings.TrimSpace(s.filter.Text())
	if words != s.searched {
		s.found, s.unclear, s.searched = find.Result{}, nil, ""
		s.rows.Select(-1) // the first of those that are left
	}
	s.fill()
	if s.callOff != nil {
		s.callOff()
	}
	if len([]rune(words)) >= searchLeast {
		s.callOff = s.w.out.After(searchPause, func() { s.search(words) })
	}
}

func (s *bookScreen) search(words string) {
	var found find.Result
	s.w.out.Later(func() (err error) {
		found, err = s.w.book.Search(words, mostHits)
		return err
	}, func(err error) {
		if strings.TrimSpace(s.filter.Text()) != words {
			return
		}
		var unclear *find.BadTerm
		if err != nil && !errors.As(err, &unclear) && found.Total == 0 {
			s.w.failed("search the minutes", err)
			return
		}
		s.found, s.unclear, s.searched = found, nil, words
		if unclear != nil {
			s.unclear = unclear
		}
		s.fill()
	})
}

// selected is the row chosen, or none.
func (s *bookScreen) selected() bookRow {
	if n := s.rows.Selected(); n >= 0 {
		return s.shown[n]
	}
	return bookRow{}
}

func (s *bookScreen) selectMeeting(id model.ID) {
	s.rows.Select(slices.IndexFunc(s.shown, func(r bookRow) bool { return r.meeting == id }))
}

func (s *bookScreen) openSelected() {
	r := s.selected()
	if r.meeting != "" {
		s.w.openAt(r.meeting, r.item, r.entry)
	}
}

// escape shows everything again, and then goes back to the open meeting.
func (s *bookScreen) escape() bool {
	if s.filter.Text() == "" && s.w.meeting != nil {
		s.w.showMeeting()
		return true
	}
	s.filter.Set("", 0)
	s.typed()
	s.focus()
	return true
}

// steer lets the keys that the filter has no use for move the choice.
func (s *bookScreen) steer(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown:
		s.rows.TypedKey(&fyne.KeyEvent{Name: name})
		return true
	}
	return false
}

// letter sends a letter typed over the list to the filter.
func (s *bookScreen) letter(r rune) bool {
	s.w.window.Canvas().Focus(s.filter)
	s.filter.TypedRune(r)
	return true
}

// bodyShown is the body that the choice belongs to, "" for none.
func (s *bookScreen) bodyShown() model.ID {
	r := s.selected()
	if r.body != "" || r.meeting == "" {
		return r.body
	}
	for _, m := range s.meetings {
		if m.ID == r.meeting {
			return m.BodyID
		}
	}
	return ""
}
