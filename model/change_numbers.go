package model

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// SetNumbering says how the numbers of the meeting run on from earlier ones. A
// series of which a number is out stays as it is. A series that begins again
// with every meeting has nothing else to say.
type SetNumbering struct{ Numbering Numbered }

func (c SetNumbering) apply(m *Meeting) (Change, error) {
	n := c.Numbering
	for _, one := range []struct {
		was  Series
		now  *Series
		out  bool
		what string
	}{
		{m.Numbering.Actions, &n.Actions, m.Frozen != nil && len(m.Frozen.Actions) > 0, "actions"},
		{m.Numbering.Items, &n.Items, m.Frozen != nil && len(m.Frozen.Items) > 0, "items"},
		{m.Numbering.Decisions, &n.Decisions, m.Frozen != nil && len(m.Frozen.Decisions) > 0, "decisions"},
	} {
		if err := one.now.check(one.what); err != nil {
			return nil, err
		}
		if one.out && *one.now != one.was {
			return nil, &Invalid{one.what, "are numbered as they are: their numbers are out and do not change"}
		}
	}
	undo := restoreNumbering{m.Numbering}
	m.Numbering = n
	return undo, nil
}

type restoreNumbering struct{ numbering Numbered }

func (c restoreNumbering) apply(m *Meeting) (Change, error) {
	undo := restoreNumbering{m.Numbering}
	m.Numbering = c.numbering
	return undo, nil
}

var yearForm = regexp.MustCompile(`^[0-9]+(-[0-9]+)?$`)

// check puts a series into its one form, or says what is wrong with it.
func (s *Series) check(what string) error {
	switch s.Run {
	case PerMeeting:
		*s = Series{}
		return nil
	case PerYear:
		if !yearForm.MatchString(s.Year) {
			return &Invalid{what, "are numbered by year, and the year is missing"}
		}
	case Running:
		s.Year = ""
	default:
		return &Invalid{what, "are numbered by meeting, by year or running"}
	}
	s.First = s.Begins()
	return nil
}

// FixNumber gives an item or a paragraph the number that it has outside, which
// stays with it from then on: "5A", "3.2A". Of an item with a printed reference
// it is the place in the numbering.
type FixNumber struct {
	ID     ID
	Number string
}

// Numbers that others are counted on from have 18 figures at most, which a machine
// can add to.
var (
	placeForm     = regexp.MustCompile(`^[A-Z]*[0-9]{1,18}[A-Z]*$`)
	paragraphForm = regexp.MustCompile(`^[A-Z]*[0-9]{1,18}[A-Z]*\.[A-Z]*[0-9]{1,18}[A-Z]*$`)
)

func (c FixNumber) apply(m *Meeting) (Change, error) {
	undo := restoreFrozen{m.Frozen}
	f := m.Frozen.clone()
	if f == nil {
		f = &Frozen{}
	}
	var err error
	if it, ok := m.Item(c.ID); ok {
		err = f.fixItem(*m, it, c.Number)
	} else if e, in, ok := m.Entry(c.ID); ok {
		err = f.fixParagraph(e, in, c.Number)
	} else {
		err = &Missing{"entry", c.ID}
	}
	if err != nil {
		return nil, err
	}
	m.Frozen = f
	return undo, nil
}

func (f *Frozen) fixItem(m Meeting, it Item, number string) error {
	if year := m.Numbering.Items.Year; year != "" {
		number = strings.TrimSuffix(number, "/"+year)
	}
	if it.Opening() || !placeForm.MatchString(number) {
		return &Invalid{"number", "of an item is one such as 5 or 5A"}
	}
	if place := m.frozenPlace(it.ID); place != "" && place != number {
		return &Invalid{"number", "is out and does not change"}
	}
	for id := range f.Items {
		if id != it.ID && m.frozenPlace(id) == number {
			return &Invalid{"number", "is out, and was another's"}
		}
	}
	f.Items = made(f.Items)
	f.Items[it.ID] = m.Numbering.Items.yearLast(number)
	if it.Reference != "" {
		f.Places = made(f.Places)
		f.Items[it.ID], f.Places[it.ID] = it.Reference, number
	}
	return nil
}

func (f *Frozen) fixParagraph(e Entry, in Item, number string) error {
	switch {
	case !e.Kind.numbered() || in.Opening() || !paragraphForm.MatchString(number):
		return &Invalid{"number", "of a paragraph is one such as 3.2 or 3.2A"}
	case f.Paragraphs[e.ID] != "" && f.Paragraphs[e.ID] != number:
		return &Invalid{"number", "is out and does not change"}
	case among(f.Paragraphs, number, e.ID):
		return &Invalid{"number", "is out, and was another's"}
	}
	f.Paragraphs = made(f.Paragraphs)
	f.Paragraphs[e.ID] = number
	return nil
}

// restoreFrozen takes the numbers that are out back to what they were.
type restoreFrozen struct{ frozen *Frozen }

func (c restoreFrozen) apply(m *Meeting) (Change, error) {
	undo := restoreFrozen{m.Frozen}
	m.Frozen = c.frozen.clone()
	return undo, nil
}

// NumbersOut says that these numbers have left the office, besides those of
// FixNumber: of actions and decisions that have them, or of what is no longer
// there.
type NumbersOut struct {
	Items, Paragraphs, Decisions []string
	Actions                      []int
}

func (c NumbersOut) apply(m *Meeting) (Change, error) {
	undo := restoreFrozen{m.Frozen}
	f := m.Frozen.clone()
	if f == nil {
		f = &Frozen{}
	}
	for _, e := range m.numberedEntries() {
		if slices.Contains(c.Actions, e.Number) && e.Kind == Action {
			f.Actions = made(f.Actions)
			f.Actions[e.ID] = e.Number
		}
		if e.Resolution != nil && slices.Contains(c.Decisions, e.Resolution.Number) {
			f.Decisions = made(f.Decisions)
			f.Decisions[e.ID] = e.Resolution.Number
		}
	}
	f.Items, f.Paragraphs, f.Decisions = gone(f.Items, c.Items), gone(f.Paragraphs, c.Paragraphs), gone(f.Decisions, c.Decisions)
	for _, number := range c.Actions {
		if f.Actions = made(f.Actions); !among(f.Actions, number, "") {
			f.Actions[ID("gone "+strconv.Itoa(number))] = number
		}
	}
	m.Frozen = f
	return undo, nil
}

// numberedEntries are the entries that have a number of their own.
func (m Meeting) numberedEntries() []Entry {
	var out []Entry
	for _, it := range m.Items {
		for _, e := range it.Entries {
			if e.Kind == Action || e.Resolution != nil && e.Resolution.Number != "" {
				out = append(out, e)
			}
		}
	}
	return out
}

// gone puts numbers that nothing has in a map, under identities made of them.
func gone(m map[ID]string, numbers []string) map[ID]string {
	for _, number := range numbers {
		if m = made(m); !among(m, number, "") {
			m[ID("gone "+number)] = number
		}
	}
	return m
}
