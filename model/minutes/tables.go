package minutes

import (
	"slices"
	"strings"

	"minutebook/model"
)

// decisions adds the table of what was decided, where the style has one and
// anything was: every decision, and every motion recorded as carried.
func (c *composer) decisions() {
	style := c.s.Decisions
	if style == nil {
		return
	}
	t := Table{Caption: style.Heading, Summary: style.Summary, Head: style.Head[:], Shares: []int{14, 16, 70}}
	for _, it := range c.m.Items {
		for i, e := range it.Entries {
			if e.Kind != model.Decision && !c.carried(e, it.Entries[i+1:]) {
				continue
			}
			row := c.decided(it, e)
			if n := len(t.Rows); c.hidden(e) && len(row.Cells[1]) == 0 && n > 0 && slices.EqualFunc(t.Rows[n-1].Cells, row.Cells, slices.Equal[[]model.Span]) {
				continue // one stub for decisions left out together
			}
			t.Rows = append(t.Rows, row)
		}
	}
	if len(t.Rows) > 0 {
		c.headed("decisions", withoutEmptyColumns(t))
	}
}

// decided is the row of a decision: its item, its number and its words.
func (c *composer) decided(it model.Item, e model.Entry) Row {
	number := strings.TrimSuffix(c.paragraphLabel(e).Printed, ".")
	if e.Resolution != nil && e.Resolution.Number != "" {
		number = line(e.Resolution.Number)
	}
	return Row{Cells: [][]model.Span{plain(strings.TrimSuffix(c.itemLabel(it).Printed, ".")), plain(number), inline(e.Text)}}
}

// carried says whether a motion is recorded as carried, beside it or in the
// vote that follows it. One that is left out says nothing of that.
func (c *composer) carried(e model.Entry, rest []model.Entry) bool {
	if e.Kind != model.Motion || c.hidden(e) {
		return false
	}
	var said []string
	if e.Resolution != nil {
		said = append(said, e.Resolution.Result)
	}
	if len(rest) > 0 && rest[0].Vote != nil && !c.hidden(rest[0]) {
		said = append(said, rest[0].Vote.Result)
	}
	return slices.ContainsFunc(said, model.Carried)
}

// log adds the table of actions, where the style has one and there are any.
func (c *composer) log() {
	actions := c.m.Actions()
	if c.s.Log == nil || len(actions) == 0 {
		return
	}
	t := Table{Caption: c.s.Log.Heading, Summary: c.s.Log.Summary, Head: c.s.Log.Head[:], Shares: []int{8, 50, 22, 20}}
	for _, e := range actions {
		var owners, due string
		if a := e.Action; a != nil && !a.Withdrawn {
			owners, due = c.s.Words.list(a.Owners), c.s.due(*a)
		}
		t.Rows = append(t.Rows, Row{Anchor: c.logRow(e), Cells: [][]model.Span{
			plain(c.n.Entries[e.ID]), c.actionText(e, asides{forum: true}), plain(line(owners)), plain(line(due))}})
	}
	c.headed("log", t)
}

// headed adds a table under a heading of its own.
func (c *composer) headed(part string, t Table) {
	anchor := c.part(part)
	c.add(Heading{Level: 2, Text: plain(t.Caption), Anchor: anchor})
	c.links = append(c.links, Link{t.Caption, anchor})
	c.add(t)
}

// votedRows are the rows of those who voted alike.
func votedRows(names []string, vote string) []Row {
	rows := make([]Row, 0, len(names))
	for _, name := range names {
		rows = append(rows, Row{Cells: [][]model.Span{plain(line(name)), plain(vote)}})
	}
	return rows
}

// withoutEmptyColumns leaves out the columns in which no row says anything, and
// gives their width to the others. A row whose first cell is empty then has a
// dash there: it names the row.
func withoutEmptyColumns(t Table) Table {
	out := Table{Caption: t.Caption, Summary: t.Summary, Rows: make([]Row, len(t.Rows))}
	kept := 0
	for i, head := range t.Head {
		if !slices.ContainsFunc(t.Rows, func(r Row) bool { return len(r.Cells[i]) > 0 }) {
			continue
		}
		out.Head = append(out.Head, head)
		out.Shares = append(out.Shares, t.Shares[i])
		kept += t.Shares[i]
		for j, r := range t.Rows {
			out.Rows[j].Anchor = r.Anchor
			out.Rows[j].Cells = append(out.Rows[j].Cells, r.Cells[i])
		}
	}
	for i := range out.Shares {
		out.Shares[i] = out.Shares[i] * 100 / kept
	}
	for i, r := range out.Rows {
		if len(r.Cells[0]) == 0 {
			out.Rows[i].Cells[0] = plain("–")
		}
	}
	return out
}
