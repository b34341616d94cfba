package ui

import (
	"cmp"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"minutebook/model"
	"minutebook/model/attended"
	"minutebook/ui/theme"
	"minutebook/ui/widget"
)

// attendanceScreen is the attendance register of a body: people by meetings as
// a grid, or as a table, and over it who has been away for long.
type attendanceScreen struct {
	ofBody
	register attended.Grid

	page  *fyne.Container
	watch *fyne.Container
	grid  *widget.Grid
	table *widget.Rows
	told  *widget.Label
	ways  *widget.Segments
}

const (
	// mostWatched is how many people are named over the grid; the others are in
	// the table.
	mostWatched = 3
	// soonMonths is how long before they will have been away for as long as
	// allowed people are named there.
	soonMonths = 2
)

// showAttendance shows the attendance register of a body.
func (w *Window) showAttendance(id model.ID) {
	s := &attendanceScreen{ofBody: ofBody{w: w, from: w.cameFrom(), body: model.Body{ID: id}}}
	s.watch = stacked(4)
	s.grid = widget.NewGrid(tr("Reading the meetings …"))
	s.grid.OnSelected = func(int, int) { s.tell() }
	s.grid.OnOpen = func(_, column int) { s.jump(column) }
	s.grid.OnLetter = s.letter
	s.grid.OnKey, s.grid.OnShortcut = s.wired()
	s.table = widget.NewRows(widget.Table, tr("Nobody is on the list of any meeting yet."), widget.Column{Title: tr("Name")}, widget.Column{Title: tr("Came"), Width: 112},
		widget.Column{Title: tr("Came last"), Width: 152}, widget.Column{Title: tr("Absence"), Width: 400})
	s.table.Length = func() int { return len(s.register.People) }
	s.table.Row = s.row
	s.table.OnLetter = s.letter
	s.table.OnKey, s.table.OnShortcut = s.wired()
	s.told = widget.NewLabel("", softStyle)
	s.ways = widget.NewSegments(s.show, widget.Segment{Words: tr("Grid"), Hint: "G"}, widget.Segment{Words: tr("Table")})
	s.ways.OnKey, s.ways.OnShortcut = w.wired(s.escape)
	tools := container.New(&flow{gap: 0.75}, s.ways)
	for _, b := range []*widget.Button{widget.NewButton(tr("Copy as text"), "C", s.copy), widget.NewButton(tr("Export"), "Ctrl+Shift+E", s.askExport)} {
		b.OnKey, b.OnShortcut = w.wired(s.escape)
		tools.Add(b)
	}
	s.page = container.New(desk{}, container.New(tower{1}, s.watch, container.NewStack(s.grid, s.table), s.told, tools))
	s.show(0)
	w.show(s)
}

// wired hands on the keys that the grid and the table have no use for, after
// Ctrl+C has copied.
func (s *attendanceScreen) wired() (func(fyne.KeyName) bool, func(fyne.Shortcut) bool) {
	onKey, onShortcut := s.w.wired(s.escape)
	return onKey, func(shortcut fyne.Shortcut) bool {
		if _, ok := shortcut.(*fyne.ShortcutCopy); ok {
			s.copy()
			return true
		}
		return onShortcut(shortcut)
	}
}

func (s *attendanceScreen) object() fyne.CanvasObject { return s.page }

func (s *attendanceScreen) focus() {
	if s.table.Visible() {
		s.w.window.Canvas().Focus(s.table)
		return
	}
	s.w.window.Canvas().Focus(s.grid)
}

func (s *attendanceScreen) heading() heading {
	h := heading{title: tr("Attendance"), about: s.body.Name}
	if s.read {
		h.about = joinNotes(s.body.Name, plural(len(s.register.People), "person", "people"), plural(len(s.register.Meetings), "meeting", "meetings"))
	}
	return h
}

func (s *attendanceScreen) hints() []hint {
	return []hint{{"Up, Down, Left, Right", "choose"}, {"Enter", "open the meeting"}, {"G", "grid or table"}, {"C", "copy"}, {"Ctrl+Shift+E", "export"}, {"Esc", "back"}}
}

// refresh reads the meetings anew, away from the window.
func (s *attendanceScreen) refresh() {
	var b model.Body
	var g attended.Grid
	id, today := s.body.ID, model.DateOf(s.w.out.Now())
	s.w.out.Later(func() error {
		body, held, err := heldBy(s.w.book, id)
		b, g = body, attended.Of(body, held, today)
		return err
	}, func(err error) {
		if err != nil {
			s.grid.SetEmpty(tr("The meetings cannot be read."))
			s.w.failed("read the meetings", err)
			return
		}
		s.set(b, g)
	})
}

// set shows a register, with the cell chosen that was.
func (s *attendanceScreen) set(b model.Body, g attended.Grid) {
	row, column := s.grid.Selected()
	same := s.read && len(g.People) == len(s.register.People) && len(g.Meetings) == len(s.register.Meetings)
	s.body, s.register, s.read = b, g, true
	s.grid.SetEmpty(tr("This body has held no meeting yet. Who comes to its meetings is ticked in each, and gathered here."))
	if same {
		s.grid.Change(s.data(), row, column)
	} else {
		s.grid.Set(s.data())
	}
	s.table.Refresh()
	s.watch.Objects = nil
	for _, words := range s.watched() {
		s.watch.Add(widget.NewPara(words))
	}
	s.page.Refresh()
	s.tell()
	if s.w.screen == screen(s) {
		s.w.headChanged()
	}
}

// data is the register as the grid shows it.
func (s *attendanceScreen) data() widget.GridData {
	g := s.register
	d := widget.GridData{Names: tr("Name"), Sums: tr("Came"), Foot: tr("Present"), Cell: func(row, column int) widget.GridCell {
		letter, tone := cellLetter(g.People[row].Cells[column])
		return widget.GridCell{Words: letter, Tone: tone}
	}}
	for _, p := range g.People {
		soft := p.Post
		if p.Capacity != model.Member {
			soft = joinNotes(capital(string(p.Capacity)), p.Post)
		}
		d.Rows = append(d.Rows, widget.GridRow{Name: p.Name, Soft: soft, Sum: cameWords(p)})
	}
	for n, m := range g.Meetings {
		present := 0
		for _, p := range g.People {
			if p.Cells[n] == attended.Present {
				present++
			}
		}
		d.Columns = append(d.Columns, widget.GridColumn{Over: m.Date.Time().Format("2 Jan"), Under: m.Date.Time().Format("2006"), Sum: strconv.Itoa(present)})
	}
	return d
}

// cellLetter is a cell as the grid shows it.
func cellLetter(c attended.Cell) (string, theme.Tone) {
	switch c {
	case attended.Present:
		return tr("P"), theme.Decision
	case attended.Apologies:
		return tr("A"), theme.Action
	case attended.Deputised:
		return tr("D"), theme.Interest
	case attended.Absent:
		return tr("X"), theme.Restricted
	case attended.Unlisted:
	}
	return "", theme.NoTone
}

// cellWords is a cell in words.
func cellWords(c attended.Cell) string {
	switch c {
	case attended.Present:
		return tr("present")
	case attended.Apologies:
		return tr("apologies")
	case attended.Deputised:
		return tr("apologies, and a deputy came")
	case attended.Absent:
		return tr("absent")
	case attended.Unlisted:
	}
	return tr("not on the list of that meeting")
}

// cameWords is to how many meetings somebody came.
func cameWords(p attended.Person) string { return trf("%d of %d", p.Attended, p.Expected) }

// longAbsence says since when somebody is away too long, or when they will be;
// "" where neither.
func longAbsence(p attended.Person) string {
	switch {
	case p.Away:
		return trf("away for as long as allowed since %s", p.Until.Long())
	case p.Until != "":
		return trf("away for as long as allowed on %s", p.Until.Long())
	}
	return ""
}

// watched says over the grid who has been away for long, or soon will have been.
func (s *attendanceScreen) watched() []widget.Block {
	months := cmp.Or(s.body.Absence, attended.DefaultMonths)
	if months < 0 || len(s.register.Meetings) == 0 {
		return nil
	}
	near := model.DateOf(s.w.out.Now().AddDate(0, soonMonths, 0))
	var away, soon []widget.Block
	for _, p := range s.register.People {
		came := tr("has come to none of these meetings")
		if p.Last != "" {
			came = trf("came last on %s", p.Last.Long())
		}
		switch {
		case p.Away:
			away = append(away, widget.Block{Style: widget.Message, Chip: tr("Long absence"), Tone: theme.Restricted,
				Text: literal(trf("%s %s, and has been away for as long as allowed since %s.", p.Name, came, p.Until.Long()))})
		case p.Until != "" && p.Until <= near:
			soon = append(soon, widget.Block{Style: widget.Message, Chip: tr("Away"), Tone: theme.Action,
				Text: literal(trf("%s %s, and will have been away for as long as allowed on %s.", p.Name, came, p.Until.Long()))})
		}
	}
	all := append(away, soon...)
	if len(all) == 0 {
		return []widget.Block{{Style: widget.Message, Text: literal(trf("No member has been away for %s, nor is about to be.", plural(months, "month", "months")))}}
	}
	if n := len(all) - mostWatched; n > 0 {
		all = append(all[:mostWatched:mostWatched], widget.Block{Style: widget.Message, Text: literal(trf("And %d more: G shows all as a table.", n))})
	}
	return all
}

// tell says what the chosen cell means.
func (s *attendanceScreen) tell() {
	row, column := s.grid.Selected()
	key := tr("P present, A apologies, D apologies and a deputy came, X absent, nothing: not on that list")
	setVisible(s.told, row >= 0 && s.grid.Visible())
	if row < 0 {
		return
	}
	p, m := s.register.People[row], s.register.Meetings[column]
	s.told.Set(trf("%s, %s, %s: %s.", p.Name, m.Date.Long(), strings.ToLower(meetingKindWord(m.Kind)), cellWords(p.Cells[column])) + " " + key)
}

// row is the nth row of the table.
func (s *attendanceScreen) row(n int) widget.Row {
	p := s.register.People[n]
	row := widget.Row{Cells: []widget.Cell{{Words: joinNotes(p.Name, p.Post)}, {Words: cameWords(p)}, {Words: cmp.Or(shortDate(p.Last), "–"), Soft: true}, {Words: capital(longAbsence(p)), Bold: p.Away}}}
	if p.Away {
		row.Bar = theme.Restricted
	}
	return row
}

// show shows the register as a grid, or as a table.
func (s *attendanceScreen) show(n int) {
	s.ways.Choose(n)
	setVisible(s.grid, n == 0)
	setVisible(s.table, n == 1)
	s.tell()
	s.page.Refresh() // the words under the grid come and go
	if s.w.screen == screen(s) {
		s.focus()
	}
}

func (s *attendanceScreen) letter(r rune) bool {
	switch r {
	case 'g', 'G':
		s.ways.Next()
	case 'c', 'C':
		s.copy()
	default:
		return false
	}
	return true
}

// jump opens a meeting of the register.
func (s *attendanceScreen) jump(column int) {
	s.w.jumpFrom(s, s.register.Meetings[column].ID, "", "")
}

// copy puts all of the register on the clipboard.
func (s *attendanceScreen) copy() {
	if len(s.register.People) == 0 {
		s.w.say(tr("There is nothing to copy yet"))
		return
	}
	fyne.CurrentApp().Clipboard().SetContent(attendanceText(s.register))
	s.w.say(tr("The attendance is on the clipboard, with tabs between the columns"))
}

// attendanceText is a register with tabs between its columns.
func attendanceText(g attended.Grid) string {
	head := []string{tr("Name")}
	for _, m := range g.Meetings {
		head = append(head, string(m.Date))
	}
	lines := []string{strings.Join(append(head, tr("Came"), tr("Of"), tr("Came last"), tr("Absence")), "\t")}
	for _, p := range g.People {
		cells := []string{p.Name}
		for _, c := range p.Cells {
			letter, _ := cellLetter(c)
			cells = append(cells, letter)
		}
		lines = append(lines, strings.Join(append(cells, strconv.Itoa(p.Attended), strconv.Itoa(p.Expected), string(p.Last), longAbsence(p)), "\t"))
	}
	return strings.Join(lines, "\n") + "\n"
}

// askExport exports the register.
func (s *attendanceScreen) askExport() { s.w.export(newAttendanceSubject(s.w, s.body), nil) }
