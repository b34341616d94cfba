package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"minutebook/model"
	"minutebook/model/find"
	"minutebook/model/resolved"
	"minutebook/ui/theme"
	"minutebook/ui/widget"
)

// resolutionsScreen is the register of what a body has resolved, the latest
// first, with a way to each.
type resolutionsScreen struct {
	ofBody
	all, shown []resolved.Resolution
	narrow     bool

	page   *fyne.Container
	filter *widget.Field
	rows   *widget.Rows
}

// showResolutions shows the register of resolutions of a body.
func (w *Window) showResolutions(id model.ID) {
	s := &resolutionsScreen{ofBody: ofBody{w: w, from: w.cameFrom(), body: model.Body{ID: id}}}
	s.filter = widget.NewField("", tr("Type to filter: words, a number, a mover or a year"))
	s.filter.OnChanged = func(string, int) { s.fill() }
	s.filter.OnEnter = s.toRows
	s.filter.OnEscape = s.clearFilter
	s.filter.OnKey, s.filter.OnShortcut = w.wired(s.steer)
	s.rows = widget.NewRows(widget.Table, tr("Reading the meetings …"), s.columns()...)
	s.rows.Length = func() int { return len(s.shown) }
	s.rows.Row = func(n int) widget.Row { return s.row(s.shown[n]) }
	s.rows.OnOpen = func(int) { s.jump() }
	s.rows.OnLetter = s.letter
	s.rows.OnKey, s.rows.OnShortcut = w.wired(s.escape)
	export := widget.NewButton(tr("Export"), "Ctrl+Shift+E", s.askExport)
	export.OnKey, export.OnShortcut = w.wired(s.steer)
	s.page = newDeskPage(s.fit, newBar(s.filter, export), s.rows)
	w.show(s)
}

func (s *resolutionsScreen) columns() []widget.Column {
	if s.narrow {
		return []widget.Column{{Title: tr("No."), Width: 96}, {Title: tr("Meeting"), Width: 120}, {Title: tr("Resolution")}, {Width: 104}}
	}
	return []widget.Column{{Title: tr("No."), Width: 112}, {Title: tr("Meeting"), Width: 152}, {Title: tr("Resolution")}, {Title: tr("Item"), Width: 200},
		{Title: tr("Moved and result"), Width: 200}, {Width: 104}}
}

// fit shows fewer columns where there is little room.
func (s *resolutionsScreen) fit(cramped bool) {
	if s.narrow != cramped {
		s.narrow = cramped
		s.rows.SetColumns(s.columns()...)
	}
}

func (s *resolutionsScreen) object() fyne.CanvasObject { return s.page }

func (s *resolutionsScreen) focus() {
	if len(s.shown) == 0 {
		s.w.window.Canvas().Focus(s.filter)
		return
	}
	s.toRows()
}

func (s *resolutionsScreen) toRows() { s.w.window.Canvas().Focus(s.rows) }

func (s *resolutionsScreen) heading() heading {
	h := heading{title: tr("Resolutions"), about: s.body.Name}
	if s.read {
		h.about = joinNotes(s.body.Name, plural(len(s.all), "resolution", "resolutions"))
	}
	return h
}

func (s *resolutionsScreen) hints() []hint {
	return []hint{{"Up, Down", "choose"}, {"Enter", "open the meeting"}, {"F", "filter"}, {"Ctrl+Shift+E", "export"}, {"Esc", "back"}}
}

// refresh reads the meetings anew, away from the window.
func (s *resolutionsScreen) refresh() {
	var b model.Body
	var all []resolved.Resolution
	id := s.body.ID
	s.w.out.Later(func() error {
		body, held, err := heldBy(s.w.book, id)
		b = body
		for _, m := range slices.Backward(held) {
			all = append(all, resolved.Of(m)...)
		}
		return err
	}, func(err error) {
		if err != nil {
			s.w.failed("read the meetings", err)
			return
		}
		first := !s.read
		s.body, s.all, s.read = b, all, true
		s.fill()
		if first && s.w.screen == screen(s) && s.filter.Text() == "" && !s.w.dialogOpen() {
			s.focus()
		}
	})
}

// fill shows the resolutions that the filter wants, with the one chosen that
// was.
func (s *resolutionsScreen) fill() {
	was, had := s.chosen()
	at := max(s.rows.Selected(), 0)
	q := find.Parse(s.filter.Text())
	s.shown = slices.DeleteFunc(slices.Clone(s.all), func(r resolved.Resolution) bool {
		return !q.In(strings.Join([]string{r.Number, r.Date.Long(), r.ItemNumber, r.Title, r.Text, r.Mover, r.Seconder, r.Result}, " "))
	})
	switch {
	case !s.read:
	case len(s.all) == 0:
		s.rows.SetEmpty(tr("This body has resolved nothing yet. In a meeting, type d: and what is decided."))
	default:
		s.rows.SetEmpty(tr("No resolution like that. Esc shows all again."))
	}
	s.rows.Refresh()
	if i := slices.IndexFunc(s.shown, func(r resolved.Resolution) bool { return had && r.Meeting == was.Meeting && r.Entry == was.Entry }); i >= 0 {
		at = i
	}
	s.rows.Select(min(at, len(s.shown)-1))
	if s.w.screen == screen(s) {
		s.w.headChanged()
	}
}

func (s *resolutionsScreen) chosen() (resolved.Resolution, bool) {
	if n := s.rows.Selected(); n >= 0 && n < len(s.shown) {
		return s.shown[n], true
	}
	return resolved.Resolution{}, false
}

// row is a resolution as a row of the table.
func (s *resolutionsScreen) row(r resolved.Resolution) widget.Row {
	meeting := shortDate(r.Date)
	if r.State != model.Approved {
		meeting += "\n" + tr("not approved yet")
	}
	moved := r.Mover
	if moved != "" && r.Seconder != "" {
		moved = trf("%s, seconded by %s", r.Mover, r.Seconder)
	}
	text := widget.Cell{Words: strings.ReplaceAll(r.Text, "\n", " ")}
	if q, err := find.Ask(s.filter.Text()); err == nil {
		for _, m := range q.Marks(text.Words) {
			text.Found = append(text.Found, [2]int{m.From, m.To})
		}
	}
	last := widget.Cell{}
	row := widget.Row{}
	if r.Restricted {
		last, row.Bar = widget.Cell{Words: tr("Restricted"), Tone: theme.Restricted}, theme.Restricted
	}
	row.Cells = []widget.Cell{{Words: r.Number, Bold: true}, {Words: meeting, Soft: true}, text}
	if !s.narrow {
		row.Cells = append(row.Cells, widget.Cell{Words: joinNotes(r.ItemNumber, r.Title), Soft: true}, widget.Cell{Words: strings.TrimSpace(moved + "\n" + capital(r.Result)), Soft: true})
	}
	row.Cells = append(row.Cells, last)
	return row
}

func (s *resolutionsScreen) clearFilter() bool {
	if s.filter.Text() == "" {
		return s.escape(fyne.KeyEscape)
	}
	s.filter.Set("", 0)
	s.fill()
	return true
}

// steer lets Up and Down go from the filter into the list.
func (s *resolutionsScreen) steer(name fyne.KeyName) bool {
	if !upOrDown(name) {
		return s.escape(name)
	}
	s.toRows()
	s.rows.TypedKey(&fyne.KeyEvent{Name: name})
	return true
}

func (s *resolutionsScreen) letter(r rune) bool {
	if r == 'f' || r == 'F' || r == '/' {
		s.w.window.Canvas().Focus(s.filter)
		return true
	}
	return false
}

// jump opens the meeting at the chosen resolution, with a way back to it.
func (s *resolutionsScreen) jump() {
	if r, ok := s.chosen(); ok {
		s.w.jumpFrom(s, r.Meeting, r.Item, r.Entry)
	}
}

// askExport exports the register.
func (s *resolutionsScreen) askExport() { s.w.export(newResolutionsSubject(s.w, s.body), nil) }
