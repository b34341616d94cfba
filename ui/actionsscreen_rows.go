package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"minutebook/model"
	"minutebook/model/register"
	"minutebook/ui/theme"
	"minutebook/ui/widget"
)

// actionLine is a row of the list: the nth action shown, or a heading over
// those of a group.
type actionLine struct {
	heading string
	n       int
}

// The columns of the table where there is room, by what they are sorted by.
var columnSorts = []model.ActionSort{model.SortNumber, model.SortMeeting, "", model.SortOwner, model.SortDue, model.SortState}

// The same where there is little.
var narrowSorts = []model.ActionSort{model.SortNumber, "", model.SortOwner, model.SortState}

// buildRows makes the table.
func (s *actionsScreen) buildRows() {
	s.rows = widget.NewRows(widget.Table, tr("No actions."), s.columns()...)
	s.rows.Length = func() int { return max(len(s.lines), 1) }
	s.rows.Row = s.row
	s.rows.OnSelected = func(int) { s.detail.fill() }
	s.rows.OnOpen = func(int) { s.jump() }
	s.rows.OnLetter = s.letter
	s.rows.OnSecondary = s.menu
	s.rows.OnTitle = s.sortByColumn
	s.rows.Marked = func(n int) bool {
		return n < len(s.lines) && s.lines[n].heading == "" && s.marked[keyOf(s.shown[s.lines[n].n])]
	}
	s.rows.OnExtend = s.markRows
	s.rows.OnKey, s.rows.OnShortcut = s.w.wired(s.listKey)
	undoable(s.rows, s.putBack)
}

// columns are those of the table, with the title of the one that it is sorted
// by underlined.
func (s *actionsScreen) columns() []widget.Column {
	columns := []widget.Column{{Title: tr("No."), Width: 72}, {Title: tr("Meeting"), Width: 136}, {Title: tr("Action")},
		{Title: tr("Owner"), Width: 176}, {Title: tr("Due"), Width: 224}, {Title: tr("State"), Width: 112}}
	sorts := columnSorts
	if s.narrow {
		columns = []widget.Column{{Title: tr("No."), Width: 128}, {Title: tr("Action")}, {Title: tr("Owner and due"), Width: 192}, {Title: tr("State"), Width: 104}}
		sorts = narrowSorts
	}
	for i, by := range sorts {
		columns[i].Sorted = by == s.sort && columns[i].Title != tr("Action") || s.narrow && i == 0 && s.sort == model.SortMeeting
	}
	return columns
}

// row is the nth row of the list; one without actions says so in a heading.
func (s *actionsScreen) row(n int) widget.Row {
	if len(s.lines) == 0 {
		return widget.Row{Heading: true, Cells: []widget.Cell{{Words: s.emptyWords()}}}
	}
	if l := s.lines[n]; l.heading != "" {
		return widget.Row{Heading: true, Cells: []widget.Cell{{Words: l.heading}}}
	}
	return s.w.actionRow(s.entire(s.shown[s.lines[n].n]), s.several, s.narrow)
}

func (s *actionsScreen) emptyWords() string {
	switch {
	case s.known && s.counted.All == 0:
		return tr("No meeting has agreed an action yet. In a meeting, type a: and what is to be done.")
	case s.filter.Text() != "":
		return tr("No action like that here. Esc shows all again, and the buttons above show others.")
	case s.segment == segmentOpen:
		return tr("Nothing is open.")
	case s.segment == segmentOverdue:
		return tr("Nothing is overdue.")
	case s.segment == segmentChase:
		return tr("Nothing is to be asked for again by today. H gives an action a day to ask again.")
	default:
		return tr("Nothing here yet.")
	}
}

// actionRow is an action as a row of a table; several says that actions of
// other bodies stand beside it, narrow that there are few columns.
func (w *Window) actionRow(a register.Action, several, narrow bool) widget.Row {
	today := model.DateOf(w.out.Now())
	words, tone := stateOf(a, today)
	meeting := shortDate(a.Date)
	if several {
		meeting = initials(a.Body) + " " + meeting
	}
	number, text, state := widget.Cell{Words: printedNumber(a)}, widget.Cell{Words: actionText(a)}, widget.Cell{Words: words, Tone: tone}
	owners, due := strings.Join(a.Owners, ", "), actionDue(a, today)
	row := widget.Row{Cells: []widget.Cell{number, {Words: meeting, Soft: true}, text, {Words: owners, Soft: true}, {Words: due, Soft: true}, state}}
	if narrow {
		first, second, _ := strings.Cut(due, "\n")
		if a.Overdue(today) || a.Chase != "" && a.State.Outstanding() {
			first = second
		}
		number.Words += "\n" + meeting
		row.Cells = []widget.Cell{number, text, {Words: strings.TrimSpace(cut(owners, narrowOwners) + "\n" + first), Soft: true}, state}
	}
	if a.Restricted {
		row.Bar = theme.Restricted
	}
	return row
}

// narrowOwners is how many letters of the owners have room over the due day.
const narrowOwners = 22

// actionText is what is to be done, and how far it is.
func actionText(a register.Action) string {
	text := strings.ReplaceAll(a.Text, "\n", " ")
	if a.Restricted {
		text = trf("Restricted: %s", text)
	}
	if a.Note != "" && a.State.Outstanding() {
		text += "\n" + trf("Note: %s", a.Note)
	}
	return text
}

// stateOf is the state of an action on a day, as a chip wears it. Overdue is
// only what had a day.
func stateOf(a register.Action, today model.Date) (string, theme.Tone) {
	if a.State == model.Open && a.Overdue(today) {
		return tr("Overdue"), theme.Restricted
	}
	return actionStateWord(a.State)
}

// actionDue says in two lines when an action is due, or when and how it was done.
func actionDue(a register.Action, today model.Date) string {
	switch {
	case !a.State.Outstanding() && a.To != "":
		return strings.TrimSpace(trf("to %s", a.To) + "\n" + a.On.Full())
	case !a.State.Outstanding() && a.On != "":
		return strings.TrimSpace(a.On.Full() + "\n" + a.Note)
	}
	when := ""
	switch {
	case a.Overdue(today):
		when = overdueBy(a, today)
	case a.Chase != "":
		when = trf("ask again on %s", shortDate(a.Chase))
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

// registerPage is the page of the register. Where it is low the figures over
// the list make way.
type registerPage struct {
	desk
	s *actionsScreen
}

// Layout is called by Fyne.
func (p registerPage) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	p.s.glance.fit(size.Height)
	p.desk.Layout(objects, size)
}

// registerLayout lays the table out, and beside it, where there is room, what
// is known of the chosen action.
type registerLayout struct{ s *actionsScreen }

const (
	// detailWidth is how wide the panel beside the table is; leastBeside how
	// wide both must be for it to be there; leastColumns how wide the table must
	// be to have all its columns.
	detailWidth  = 336
	leastBeside  = 1160
	leastColumns = 1040
)

// Layout is called by Fyne.
func (l *registerLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	rows, detail := objects[0], objects[1]
	width := size.Width
	beside := width >= measure(leastBeside)
	if beside {
		width -= measure(detailWidth) + themed(theme.SizePadding)
		detail.Move(fyne.NewPos(size.Width-measure(detailWidth), 0))
		detail.Resize(fyne.NewSize(measure(detailWidth), size.Height))
	}
	setVisible(detail, beside)
	if narrow := width < measure(leastColumns); narrow != l.s.narrow {
		l.s.narrow = narrow
		l.s.rows.SetColumns(l.s.columns()...)
	}
	rows.Move(fyne.NewPos(0, 0))
	rows.Resize(fyne.NewSize(width, size.Height))
}

// MinSize lets the window be as small as it likes.
func (l *registerLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }
