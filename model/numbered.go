package model

import (
	"cmp"
	"strconv"
	"strings"
)

// Used is what a meeting has used of a series that runs on beyond it: the
// lowest and the highest number, both 0 where it has used none yet.
type Used struct {
	Run   Run    `json:"run,omitempty"`
	Year  string `json:"year,omitempty"`
	First int    `json:"first,omitempty"`
	Last  int    `json:"last,omitempty"`
}

// UsedNumbers are the numbers that a meeting has used of each series that runs
// on beyond it.
type UsedNumbers struct {
	Actions   Used `json:"actions,omitzero"`
	Items     Used `json:"items,omitzero"`
	Decisions Used `json:"decisions,omitzero"`
}

// Numbered is how a new meeting of the body on that day is numbered: each
// series goes on behind the highest number that a meeting of the body has used
// in it. Meetings of other bodies among meetings are passed over.
func (b Body) Numbered(date Date, meetings []Summary) Numbered {
	year := b.Numbering.year(date)
	n := Numbered{
		Actions:   series(b.Numbering.Actions, year),
		Items:     series(b.Numbering.Items, year[max(0, len(year)-2):]),
		Decisions: series(b.Numbering.Decisions, year),
	}
	for _, m := range meetings {
		if m.BodyID == b.ID {
			n.Actions.follow(m.Numbers.Actions)
			n.Items.follow(m.Numbers.Items)
			n.Decisions.follow(m.Numbers.Decisions)
		}
	}
	return n
}

// year is the year of the body that a day falls in, by the calendar year in
// which it begins; "" where there is no date.
func (n Numbering) year(date Date) string {
	if !date.Valid() {
		return ""
	}
	t := date.Time()
	year := t.Year()
	if int(t.Month()) < n.YearBegins {
		year--
	}
	return strconv.Itoa(year)
}

// series begins a series.
func series(run Run, year string) Series {
	switch run {
	case PerYear:
		return Series{Run: run, Year: year, First: 1}
	case Running:
		return Series{Run: run, First: 1}
	case PerMeeting:
	}
	return Series{}
}

// follow has the series go on behind what was used of it.
func (s *Series) follow(u Used) {
	if s.Run != PerMeeting && s.Run == u.Run && s.Year == u.Year {
		s.First = max(s.First, u.Last+1)
	}
}

// Begins is the first number of the series in the meeting.
func (s Series) Begins() int { return max(s.First, 1) }

// YearFirst is a number of the series as printed with the year before it:
// "2022/15".
func (s Series) YearFirst(n int) string {
	if s.Year == "" {
		return strconv.Itoa(n)
	}
	return s.Year + "/" + strconv.Itoa(n)
}

// yearLast is a number as printed with the year behind it: "124/17".
func (s Series) yearLast(number string) string {
	if s.Year == "" {
		return number
	}
	return number + "/" + s.Year
}

// Number is the number that is printed as YearFirst prints it; 0 where it is
// none of the series.
func (s Series) Number(printed string) int {
	if s.Year != "" {
		rest, ok := strings.CutPrefix(printed, s.Year+"/")
		if !ok {
			return 0
		}
		printed = rest
	}
	n, err := strconv.Atoi(printed)
	if err != nil || n < 1 {
		return 0
	}
	return n
}

// used counts what is used of the series; nothing where it begins again with
// every meeting.
func (s Series) used(numbers []int) Used {
	if s.Run == PerMeeting {
		return Used{}
	}
	u := Used{Run: s.Run, Year: s.Year}
	for _, n := range numbers {
		if n > 0 {
			u.First, u.Last = min(cmp.Or(u.First, n), n), max(u.Last, n)
		}
	}
	return u
}

// UsedNumbers are the numbers that m has used of the series that run on beyond
// it.
func (m Meeting) UsedNumbers() UsedNumbers {
	if m.Numbering == (Numbered{}) {
		return UsedNumbers{}
	}
	var actions, items, decisions []int
	next := m.Numbering.Items.Begins()
	for _, it := range m.Items {
		if !it.Opening() {
			items = append(items, next)
			next++
		}
		for _, e := range it.Entries {
			actions = append(actions, e.Number)
			if e.Resolution != nil {
				decisions = append(decisions, m.Numbering.Decisions.Number(e.Resolution.Number))
			}
		}
	}
	return UsedNumbers{m.Numbering.Actions.used(actions), m.Numbering.Items.used(items), m.Numbering.Decisions.used(decisions)}
}
