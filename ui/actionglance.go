package ui

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"minutebook/model"
	"minutebook/model/register"
	"minutebook/ui/theme"
	"minutebook/ui/widget"
)

// chartsAs is how the figures over the register are shown.
type chartsAs int

// The ways.
const (
	asCharts chartsAs = iota
	asTables
	asNothing
)

// figureWays are the ways as Look remembers them.
var figureWays = []string{asCharts: "", asTables: "tables", asNothing: "none"}

// actionGlance is the strip over the register: how old what is open is, who
// has it, and what meetings opened and closed. It is drawn, or stands as
// tables, and makes way where there is little room.
type actionGlance struct {
	s      *actionsScreen
	object *fyne.Container
	charts []*glanceChart
	ways   *widget.Segments
	strip  *fyne.Container // the charts side by side
	tables *fyne.Container
	counts int // how often it was counted
}

// glanceChart is one of the charts, and its table.
type glanceChart struct {
	chart  *widget.Chart
	titles []string
	// bars are all of them; the chart shows as many as there is room for.
	bars  []widget.Bar
	table *widget.Rows
}

// tableRows is how many rows of its tables show.
const tableRows = 4.5

func newActionGlance(s *actionsScreen) *actionGlance {
	g := &actionGlance{s: s}
	g.add(widget.Standing, tr("Open by age, in months"), tr("Age in months"), tr("Open"))
	g.add(widget.Lying, tr("Open by owner"), tr("Owner"), tr("Open"))
	g.add(widget.Paired, tr("At each meeting: opened (outlined), closed since the last (filled)"), tr("Meeting"), tr("Opened"), tr("Closed"))
	g.ways = widget.NewSegments(g.show, widget.Segment{Words: tr("Charts"), Hint: "B"}, widget.Segment{Words: tr("Tables")}, widget.Segment{Words: tr("No figures")})
	g.ways.OnKey, g.ways.OnShortcut = s.w.wired(s.steer)
	var drawn, listed []fyne.CanvasObject
	for _, c := range g.charts {
		drawn = append(drawn, c.chart)
		listed = append(listed, newLines(tableRows, c.table))
	}
	g.strip = container.New(glanceColumns{}, drawn...)
	g.tables = container.New(glanceColumns{}, listed...)
	g.object = stacked(8, g.strip, g.tables)
	g.lay()
	return g
}

func (g *actionGlance) add(style widget.ChartStyle, title string, titles ...string) {
	c := &glanceChart{chart: widget.NewChart(style, title), titles: titles}
	columns := []widget.Column{{Title: titles[0]}}
	for _, t := range titles[1:] {
		columns = append(columns, widget.Column{Title: t, Width: 72, End: true})
	}
	c.table = widget.NewRows(widget.Table, tr("Nothing to count."), columns...)
	c.table.Length = func() int { return len(c.bars) }
	c.table.Row = c.row
	onKey, onShortcut := g.s.w.wired(g.s.escape)
	c.table.OnKey = onKey
	c.table.OnShortcut = func(shortcut fyne.Shortcut) bool {
		if _, ok := shortcut.(*fyne.ShortcutCopy); ok {
			g.copy(c)
			return true
		}
		return onShortcut(shortcut)
	}
	g.charts = append(g.charts, c)
}

// text is the table in words, with tabs between its columns.
func (c *glanceChart) text() string {
	return widget.TableText(c.chart.Title(), c.titles, c.bars)
}

func (c *glanceChart) row(n int) widget.Row {
	b := c.bars[n]
	row := widget.Row{Cells: []widget.Cell{{Words: b.Name}}}
	if len(c.titles) == 3 {
		row.Cells = append(row.Cells, widget.Cell{Words: some(b.Others)})
	}
	row.Cells = append(row.Cells, widget.Cell{Words: some(b.Value)})
	return row
}

// copy puts one table on the clipboard, or, with nil, all of them.
func (g *actionGlance) copy(one *glanceChart) {
	var parts []string
	for _, c := range g.charts {
		if one == nil || c == one {
			parts = append(parts, c.text())
		}
	}
	fyne.CurrentApp().Clipboard().SetContent(strings.Join(parts, "\n"))
	g.s.w.say(tr("The figures are on the clipboard, with tabs between the columns"))
}

// way is how the figures are shown.
func (g *actionGlance) way() chartsAs {
	return chartsAs(max(slices.Index(figureWays, g.s.w.look.Figures), 0))
}

// next shows the figures in the next way.
func (g *actionGlance) next() { g.show((int(g.way()) + 1) % len(figureWays)) }

func (g *actionGlance) show(way int) {
	g.s.w.look.Figures = figureWays[way]
	g.s.w.out.KeepLook(g.s.w.look)
	g.lay()
	g.s.page.Refresh()
	if n := g.s.rows.Selected(); n >= 0 {
		g.s.rows.Select(n)
	}
	g.s.w.say([]string{tr("The figures as charts. B shows them as tables"), tr("The figures as tables; Ctrl+C in one copies it. B hides them"), tr("The figures are hidden. B shows them again")}[way])
}

func (g *actionGlance) lay() {
	way := g.way()
	g.ways.Choose(int(way))
	setVisible(g.strip, way == asCharts)
	setVisible(g.tables, way == asTables)
}

// leastForGlance is how many lines high a page must be for charts over its
// list, moreForPanel how many more while something is being recorded.
const (
	leastForGlance = 28
	moreForPanel   = 10
)

// fit says whether there is room for the strip in a page of that height.
func (g *actionGlance) fit(height float32) {
	least := float32(leastForGlance)
	if g.s.record.visible() {
		least += moreForPanel
	}
	room := height >= themed(theme.SizePane)*theme.Leading*least
	setVisible(g.object, room && g.s.counted.All > 0 && g.way() != asNothing)
}

// fill counts anew, off the window's goroutine; of what it reads only the
// figures are held.
func (g *actionGlance) fill() {
	s := g.s
	body, today := s.bodyWanted(), s.today()
	g.counts++
	count := g.counts
	var counted register.Counts
	var ages []register.Band
	var owners []register.Load
	var turns []register.Turn
	s.w.out.Later(func() error {
		all, err := s.w.book.Register(register.Filter{BodyID: body, Today: today})
		if err != nil {
			return err
		}
		meetings, err := s.w.book.Meetings()
		counted = register.Count(all, today)
		ages, owners, turns = register.OpenByAge(all, today), register.OpenByOwner(all, today), turnsOf(body, meetings, all)
		return err
	}, func(err error) {
		if count != g.counts {
			return // it has been counted anew meanwhile
		}
		if err != nil {
			s.w.failed("read the actions", err)
			return
		}
		s.counted, s.known = counted, true
		g.set(ages, owners, turns)
		s.page.Refresh() // figures of nothing take no room
		s.rows.Refresh()
		if s.w.screen == screen(s) {
			s.w.headChanged()
		}
	})
}

// turnsOf are the turns of one body, or of all of them in the order of their
// days.
func turnsOf(body model.ID, meetings []model.Summary, actions []register.Action) []register.Turn {
	if body != "" {
		return register.Turns(body, meetings, actions)
	}
	held, agreed := map[model.ID][]model.Summary{}, map[model.ID][]register.Action{}
	for _, m := range meetings {
		held[m.BodyID] = append(held[m.BodyID], m)
	}
	for _, a := range actions {
		agreed[a.BodyID] = append(agreed[a.BodyID], a)
	}
	var turns []register.Turn
	for id := range held {
		of := register.Turns(id, held[id], agreed[id])
		turns = append(turns, slices.DeleteFunc(of, func(t register.Turn) bool { return t.Meeting == "" })...)
	}
	slices.SortFunc(turns, func(a, b register.Turn) int {
		return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.Meeting, b.Meeting))
	})
	return turns
}

// set shows what was counted.
func (g *actionGlance) set(ages []register.Band, owners []register.Load, turns []register.Turn) {
	bars := make([][]widget.Bar, len(g.charts))
	for _, a := range ages {
		bars[0] = append(bars[0], widget.Bar{Name: ageWords(a), Value: a.Open})
	}
	for _, o := range owners {
		bars[1] = append(bars[1], widget.Bar{Name: cmp.Or(o.Owner, tr("No owner")), Value: o.Open})
	}
	var last []widget.Bar
	for _, t := range turns {
		bars[2] = append(bars[2], widget.Bar{Name: g.meetingName(t, "2 January 2006"), Value: t.Closed, Others: t.Opened})
		last = append(last, widget.Bar{Name: g.meetingName(t, "2 Jan"), Value: t.Closed, Others: t.Opened})
	}
	for i, c := range g.charts {
		c.bars = bars[i]
		c.table.Refresh()
	}
	g.charts[0].chart.Set(bars[0])
	g.charts[1].chart.Set(fewOwners(bars[1]))
	g.charts[2].chart.Set(last[max(len(last)-mostMeetings, 0):])
}

// fewOwners are the first of the owners' bars, and one for all others.
func fewOwners(bars []widget.Bar) []widget.Bar {
	if len(bars) <= mostOwners {
		return bars
	}
	rest := 0
	for _, b := range bars[mostOwners-1:] {
		rest += b.Value
	}
	return append(slices.Clone(bars[:mostOwners-1]), widget.Bar{Name: trf("%d others", len(bars)-mostOwners+1), Value: rest})
}

// mostOwners and mostMeetings are how many bars a chart has at most.
const (
	mostOwners   = 4
	mostMeetings = 6
)

// ageWords name a band of age in months: "under 1", "1 to 3", "over 12".
func ageWords(b register.Band) string {
	from, below := b.From/30, b.Below/30
	switch {
	case from == 0:
		return trf("under %d", below)
	case below == 0:
		return trf("over %d", from)
	}
	return trf("%d to %d", from, below)
}

// meetingName is a meeting of the figures, with its day in a layout.
func (g *actionGlance) meetingName(t register.Turn, layout string) string {
	if t.Meeting == "" {
		return tr("since")
	}
	day := t.Date.Time().Format(layout)
	if g.s.bodyWanted() == "" {
		return initials(t.Body) + " " + day
	}
	return day
}

// glanceColumns lays the charts out side by side: the first two are narrower
// than the last. Where there is little room the last is left out.
type glanceColumns struct{}

// Layout is called by Fyne.
func (glanceColumns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	gap := themed(theme.SizeMargin)
	shares := []float32{0.28, 0.3, 0.42}
	if size.Width < measure(720) {
		shares = []float32{0.48, 0.52, 0}
	}
	x := float32(0)
	for i, o := range objects {
		width := max((size.Width-gap*2)*shares[i], 0)
		setVisible(o, width > 0)
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(width, size.Height))
		x += width + gap
	}
}

// MinSize is as high as the highest.
func (glanceColumns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var high float32
	for _, o := range objects {
		high = max(high, o.MinSize().Height)
	}
	return fyne.NewSize(0, high)
}
