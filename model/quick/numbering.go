package quick

import (
	"slices"
	"strconv"
	"strings"

	"minutebook/model"
)

const (
	expectedNumbering = "/numbering actions 2022/15; items 124/17; decisions 2026/14, each where it runs on from earlier meetings, or /numbering none"
	expectedIssued    = "/issued items 5; paragraphs 3.2, 3.3; actions 1, 2; decisions 2026/14"
)

// groups are "KIND WORDS; KIND WORDS", by kind.
func groups(words string, kinds ...string) (map[string]string, error) {
	all := map[string]string{}
	for _, part := range splitEscaped(words, ';') {
		kind, said, _ := strings.Cut(strings.Trim(part.text, blanks), " ")
		kind, said = strings.ToLower(kind), strings.Trim(said, blanks)
		switch {
		case !slices.Contains(kinds, kind):
			return nil, bad("there are no numbers of “"+kind+"”", "")
		case said == "":
			return nil, errMissing("the number of the " + kind)
		case all[kind] != "":
			return nil, bad("“"+kind+"” is there twice", "")
		}
		all[kind] = said
	}
	return all, nil
}

// numbering reads /numbering: the first number of each series that runs on from
// earlier meetings. Those that are not named begin with 1.
func numbering(r *reader, a args) error {
	if strings.EqualFold(a.words, "none") {
		r.do(model.SetNumbering{})
		return nil
	}
	said, err := groups(a.words, "actions", "items", "decisions")
	if err != nil {
		return err
	}
	var n model.Numbered
	for kind, s := range map[string]*model.Series{"actions": &n.Actions, "items": &n.Items, "decisions": &n.Decisions} {
		if said[kind] == "" {
			continue
		}
		if *s, err = readSeries(said[kind], kind == "items"); err != nil {
			return err
		}
	}
	r.do(model.SetNumbering{Numbering: n})
	return nil
}

// readSeries reads a first number: "40", "2022/15", or, where the year stands
// last, "124/17".
func readSeries(words string, yearLast bool) (model.Series, error) {
	s := model.Series{Run: model.Running}
	number := words
	if before, behind, ok := strings.Cut(words, "/"); ok {
		s.Run, s.Year, number = model.PerYear, before, behind
		if yearLast {
			s.Year, number = behind, before
		}
	}
	n, err := strconv.Atoi(number)
	if err != nil || n < 1 {
		return s, bad("“"+words+"” is no number to begin with", "")
	}
	s.First = n
	return s, nil
}

// numberingLine is /numbering; "" where every number begins again with the
// meeting.
func numberingLine(n model.Numbered) string {
	var parts []string
	for _, one := range []struct {
		kind     string
		series   model.Series
		yearLast bool
	}{{"actions", n.Actions, false}, {"items", n.Items, true}, {"decisions", n.Decisions, false}} {
		s, first := one.series, strconv.Itoa(one.series.Begins())
		switch {
		case s.Run == model.PerMeeting:
			continue
		case s.Run == model.PerYear && one.yearLast:
			first += "/" + s.Year
		case s.Run == model.PerYear:
			first = s.Year + "/" + first
		}
		parts = append(parts, one.kind+" "+first)
	}
	if len(parts) == 0 {
		return ""
	}
	return "/numbering " + strings.Join(parts, "; ")
}

// issued reads /issued: numbers that have left the office.
func issued(r *reader, a args) error {
	said, err := groups(a.words, "items", "paragraphs", "actions", "decisions")
	if err != nil {
		return err
	}
	numbers := func(kind string) []string { return value(said[kind]).list() }
	out := model.NumbersOut{Items: numbers("items"), Paragraphs: numbers("paragraphs"), Decisions: numbers("decisions")}
	for _, words := range numbers("actions") {
		n, err := strconv.Atoi(words)
		if err != nil || n < 1 {
			return bad("“"+words+"” is no number of an action", "")
		}
		out.Actions = append(out.Actions, n)
	}
	r.do(out)
	return nil
}

// issuedLine is /issued for what nothing else in the script says: the numbers
// of what is no longer there, and, while the minutes are not circulated, those
// of actions and decisions that were out before. "" for none.
func (p *printer) issuedLine() string {
	f := p.m.Frozen
	if f == nil {
		return ""
	}
	n, decided := model.Number(p.m), map[model.ID]string{}
	for _, it := range p.m.Items {
		for _, e := range it.Entries {
			if e.Resolution != nil {
				decided[e.ID] = e.Resolution.Number
			}
		}
	}
	actions := map[model.ID]string{}
	for id, number := range f.Actions {
		actions[id] = strconv.Itoa(number)
	}
	there := map[model.ID]string{}
	for _, e := range p.m.Actions() {
		there[e.ID] = strconv.Itoa(e.Number)
	}
	again := !p.m.State.Frozen() // circulating freezes what is there
	var parts []string
	for _, one := range []struct {
		kind       string
		out, there map[model.ID]string
		again      bool
	}{{"items", f.Items, n.Items, false}, {"paragraphs", f.Paragraphs, n.Paragraphs, false}, {"actions", actions, there, again}, {"decisions", f.Decisions, decided, again}} {
		var numbers []string
		for id, number := range one.out {
			if one.again || one.there[id] != number {
				numbers = append(numbers, number)
			}
		}
		if len(numbers) > 0 {
			slices.Sort(numbers)
			parts = append(parts, one.kind+" "+escapeList(slices.Compact(numbers)))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return "/issued " + strings.Join(parts, "; ")
}

// numbersOut are the numbers of m that are out, by what has them: its place,
// or, of what is no longer there, the number itself.
func numbersOut(m model.Meeting) map[string]string {
	out := map[string]string{}
	if m.Frozen == nil {
		return out
	}
	at := map[model.ID]string{}
	for i, it := range m.Items {
		at[it.ID] = strconv.Itoa(i)
		for j, e := range it.Entries {
			at[e.ID] = strconv.Itoa(i) + "." + strconv.Itoa(j)
		}
	}
	note := func(kind string, id model.ID, number string) {
		if place, ok := at[id]; ok {
			out[kind+" at "+place] = number
		} else {
			out[kind+" "+number] = "gone"
		}
	}
	for kind, numbers := range map[string]map[model.ID]string{"item": m.Frozen.Items, "place": m.Frozen.Places, "paragraph": m.Frozen.Paragraphs, "decision": m.Frozen.Decisions} {
		for id, number := range numbers {
			note(kind, id, number)
		}
	}
	for id, number := range m.Frozen.Actions {
		note("action", id, strconv.Itoa(number))
	}
	return out
}

// fixed are the numbers of items and paragraphs that a reader of the script
// would not come to by counting, as {no} says them. While the minutes are not
// circulated these are all that are out.
func fixed(m model.Meeting) map[model.ID]string {
	said := map[model.ID]string{}
	if m.Frozen == nil {
		return said
	}
	want := model.Number(m)
	if !m.State.Frozen() {
		for id := range m.Frozen.Items {
			note(said, id, want.Places[id])
		}
		for id := range m.Frozen.Paragraphs {
			note(said, id, want.Paragraphs[id])
		}
		return said
	}
	// The numbers of what is gone count too.
	m.Frozen = m.Frozen.Only(func(id model.ID) bool { return want.Places[id] == "" && want.Paragraphs[id] == "" })
	for fixItem(m, want, said) || fixParagraphs(m, want, said) {
		continue // what is behind may follow from it
	}
	return said
}

func note(said map[model.ID]string, id model.ID, number string) {
	if number != "" {
		said[id] = number
	}
}

// fixItem fixes the first item that counting gives another number than wanted;
// it says false where there is none.
func fixItem(m model.Meeting, want model.Numbers, said map[model.ID]string) bool {
	have := model.Number(m).Places
	for _, it := range m.Items {
		if place := want.Places[it.ID]; place != have[it.ID] {
			said[it.ID] = place
			m.Frozen.Items, m.Frozen.Places = with(m.Frozen.Items, it.ID, want.Items[it.ID]), with(m.Frozen.Places, it.ID, place)
			return true
		}
	}
	return false
}

// fixParagraphs is fixItem for the first such paragraph of each item.
func fixParagraphs(m model.Meeting, want model.Numbers, said map[model.ID]string) (any bool) {
	have := model.Number(m).Paragraphs
	for _, it := range m.Items {
		for _, e := range it.Entries {
			if number := want.Paragraphs[e.ID]; number != have[e.ID] {
				said[e.ID] = number
				m.Frozen.Paragraphs = with(m.Frozen.Paragraphs, e.ID, number)
				any = true
				break
			}
		}
	}
	return any
}

func with(m map[model.ID]string, id model.ID, number string) map[model.ID]string {
	if m == nil {
		m = map[model.ID]string{}
	}
	m[id] = number
	return m
}
