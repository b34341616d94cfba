package ui

import (
	"slices"
	"strings"
	"unicode/utf8"

	"minutebook/model"
	"minutebook/model/find"
	"minutebook/ui/theme"
	"minutebook/ui/widget"
)

// foundLine is a row of what was found: the nth line, or a heading over those of
// a meeting.
type foundLine struct {
	heading string
	n       int
}

// foundLines are the rows for what was found: as it is ranked, or by meeting, those
// meetings first that have the best lines.
func foundLines(hits []find.Hit, grouped bool) []foundLine {
	var lines []foundLine
	if !grouped {
		for n := range hits {
			lines = append(lines, foundLine{n: n})
		}
		return lines
	}
	var meetings []model.ID
	of := map[model.ID][]int{}
	for n, h := range hits {
		if of[h.Meeting] == nil {
			meetings = append(meetings, h.Meeting)
		}
		of[h.Meeting] = append(of[h.Meeting], n)
	}
	for _, id := range meetings {
		h := hits[of[id][0]]
		lines = append(lines, foundLine{heading: trf("%s, %s · %s", h.Body, h.Date.Long(), plural(len(of[id]), "line", "lines"))})
		for _, n := range of[id] {
			lines = append(lines, foundLine{n: n})
		}
	}
	return lines
}

// buildRows makes the table of what is found.
func (s *searchScreen) buildRows() {
	s.rows = widget.NewRows(widget.Table, "", s.columns()...)
	s.rows.Length = func() int { return len(s.lines) }
	s.rows.Row = s.row
	s.rows.OnSelected = func(int) { s.told() }
	s.rows.OnOpen = func(int) { s.jump() }
	s.rows.OnLetter = s.letter
	s.rows.Marked = func(n int) bool {
		return n < len(s.lines) && s.lines[n].heading == "" && s.marked[keyOfHit(s.found.Hits[s.lines[n].n])]
	}
	s.rows.OnExtend = s.markRows
	s.rows.OnKey, s.rows.OnShortcut = s.w.wired(s.listKey)
}

func (s *searchScreen) columns() []widget.Column {
	if s.narrow {
		return []widget.Column{{Title: tr("Meeting"), Width: 152}, {Title: tr("Kind"), Width: 104}, {Title: tr("Line")}, {Width: 104}}
	}
	return []widget.Column{{Title: tr("Meeting"), Width: 208}, {Title: tr("Kind"), Width: 112}, {Title: tr("Line")}, {Title: tr("Item"), Width: 216}, {Width: 104}}
}

// fit shows fewer columns where there is little room.
func (s *searchScreen) fit(cramped bool) {
	if s.narrow != cramped {
		s.narrow = cramped
		s.rows.SetColumns(s.columns()...)
	}
}

// row is the nth row of what was found.
func (s *searchScreen) row(n int) widget.Row {
	l := s.lines[n]
	if l.heading != "" {
		return widget.Row{Heading: true, Cells: []widget.Cell{{Words: l.heading}}}
	}
	h := s.found.Hits[l.n]
	kind, tone := foundWord(h.Kind)
	row := widget.Row{Cells: []widget.Cell{{Words: shortDate(h.Date) + "\n" + h.Body, Soft: true}, {Words: kind, Tone: tone}, foundCell(h), {Words: foundUnder(h), Soft: true}, {}}}
	switch {
	case h.Private:
		row.Cells[4], row.Bar = widget.Cell{Words: tr("Private"), Tone: theme.Restricted}, theme.Restricted
	case h.Restricted:
		row.Cells[4], row.Bar = widget.Cell{Words: tr("Restricted"), Tone: theme.Restricted}, theme.Restricted
	}
	if s.narrow {
		row.Cells = slices.Delete(row.Cells, 3, 4)
	}
	return row
}

// foundWord is what a line is, with its tone.
func foundWord(k find.Kind) (string, theme.Tone) {
	switch k {
	case find.OfMeeting:
		return tr("Meeting"), theme.Plain
	case find.OfItem:
		return tr("Item"), theme.Plain
	case find.OfPerson:
		return tr("Person"), theme.Plain
	}
	return kindWord(model.EntryKind(k))
}

// foundUnder is what has become of an action, and the item that a line stands
// in.
func foundUnder(h find.Hit) string {
	about := ""
	if h.State != "" {
		about, _ = actionStateWord(h.State)
		about = joinNotes(about, strings.Join(h.Owners, ", "))
	}
	return strings.TrimSpace(about + "\n" + h.Under)
}

const (
	// farIn is how many bytes into a line what was found may stand before what
	// is before it is cut, and before is how many of those stay.
	farIn  = 130
	before = 48
)

// foundCell shows a line with what was found in it in bold. Where that stands
// far in, the line begins a little before.
func foundCell(h find.Hit) widget.Cell {
	text, cut := strings.ReplaceAll(h.Text, "\n", " "), 0
	if len(h.Marked) > 0 && h.Marked[0].From > farIn {
		cut = h.Marked[0].From - before
		if i := strings.IndexByte(text[cut:h.Marked[0].From], ' '); i >= 0 {
			cut += i + 1
		}
		for cut > 0 && !utf8.RuneStart(text[cut]) {
			cut--
		}
	}
	lead := ""
	if cut > 0 {
		lead = "… "
	}
	c := widget.Cell{Words: lead + text[cut:]}
	for _, m := range h.Marked {
		c.Found = append(c.Found, [2]int{m.From - cut + len(lead), m.To - cut + len(lead)})
	}
	return c
}
