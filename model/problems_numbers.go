package model

import "strconv"

// numbers looks for numbers that another meeting of the body has too: both were
// made when neither had used them. Where the meeting has used none of the series
// yet, or its items are not on an agenda that is out, it can go on behind.
func (c *collector) numbers() {
	m, used := c.m, c.m.UsedNumbers()
	next := m.Numbering
	for _, one := range []struct {
		kind   string
		series *Series
		own    Used
		of     func(UsedNumbers) Used
		out    bool
		print  func(int) string
	}{
		{"actions", &next.Actions, used.Actions, func(u UsedNumbers) Used { return u.Actions }, used.Actions.Last > 0, m.Numbering.Actions.YearFirst},
		{"items", &next.Items, used.Items, func(u UsedNumbers) Used { return u.Items }, m.Frozen != nil && len(m.Frozen.Items) > 0,
			func(n int) string { return m.Numbering.Items.yearLast(strconv.Itoa(n)) }},
		{"decisions", &next.Decisions, used.Decisions, func(u UsedNumbers) Used { return u.Decisions }, used.Decisions.Last > 0, m.Numbering.Decisions.YearFirst},
	} {
		if one.series.Run == PerMeeting {
			continue
		}
		if one.own.Last == 0 {
			one.own.First, one.own.Last = one.series.Begins(), one.series.Begins()
		}
		other, highest := c.alsoUsed(*one.series, one.own, one.of)
		if other == nil {
			continue
		}
		p := Problem{Kind: UsedTwice, Words: one.kind + " " + one.print(one.own.First) + ", " + other.Date.Long()}
		if !one.out {
			fixed := m.Numbering
			one.series.First = highest + 1
			switch one.kind {
			case "actions":
				fixed.Actions = *one.series
			case "items":
				fixed.Items = *one.series
			case "decisions":
				fixed.Decisions = *one.series
			}
			p.Fix = SetNumbering{fixed}
		}
		c.add(p)
	}
}

// alsoUsed is another meeting of the body that has used numbers of the series
// which this one has, nil for none, and the highest that any has used.
func (c *collector) alsoUsed(s Series, own Used, of func(UsedNumbers) Used) (other *Summary, highest int) {
	for i, m := range c.known.meetings {
		u := of(m.Numbers)
		if m.ID == c.m.ID || m.BodyID != c.m.BodyID || u.Run != s.Run || u.Year != s.Year {
			continue
		}
		highest = max(highest, u.Last)
		if u.Last > 0 && u.First <= own.Last && own.First <= u.Last && other == nil {
			other = &c.known.meetings[i]
		}
	}
	return other, highest
}
