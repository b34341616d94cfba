package model

import (
	"slices"
	"strings"
)

// ProblemKind is a sort of thing to follow up. The set is closed.
type ProblemKind string

// The kinds of problem. None of them ever stops a clerk.
const (
	NoOwner       ProblemKind = "no owner"
	NoDue         ProblemKind = "no due"
	Query         ProblemKind = "query"
	RelativeDate  ProblemKind = "relative date"
	EmptyItem     ProblemKind = "empty item"
	NoOutcome     ProblemKind = "no outcome"
	Undefined     ProblemKind = "undefined abbreviation"
	TwiceDefined  ProblemKind = "abbreviation defined twice"
	NotThere      ProblemKind = "cited but not attending"
	AlreadyGone   ProblemKind = "cited but gone"
	DecisionWords ProblemKind = "decision words"
	Misspelling   ProblemKind = "spelling"
	UnsurePerson  ProblemKind = "unsure person"
	UnsureEntry   ProblemKind = "unsure entry"
	PrivateNote   ProblemKind = "private note"
	StillOn       ProblemKind = "still restricting"
	NoReason      ProblemKind = "restricted without reason"
	LostPhrase    ProblemKind = "withheld words not found"
	UsedTwice     ProblemKind = "numbers used twice"
)

// ProblemKinds are all of them.
var ProblemKinds = []ProblemKind{NoOwner, NoDue, Query, RelativeDate, EmptyItem, NoOutcome, Undefined, TwiceDefined,
	NotThere, AlreadyGone, DecisionWords, Misspelling, UnsurePerson, UnsureEntry, PrivateNote, StillOn, NoReason, LostPhrase, UsedTwice}

// Problem is one thing to follow up, and where it is.
type Problem struct {
	Kind ProblemKind
	// Item and Entry are where it is; "" where it is in neither.
	Item, Entry ID
	// Attendee it is about; "" where it is about none.
	Attendee ID
	// Words are those concerned: a name, a phrase, an item's title.
	Words string
	// Number of the action concerned, 0 for none, and as it is printed.
	Number  int
	Printed string
	// Fix puts it right where there is one way to; nil where there is not.
	Fix Change
}

// Problems are the things to follow up, in running order. They are worked out
// anew each time: what is put right is gone from the next list. known is what
// the book knows besides the meeting; nil for nothing. Approved minutes have
// none, since nothing in them can be put right.
func Problems(m Meeting, known *Known) []Problem {
	if m.State == Approved {
		return nil
	}
	if known == nil {
		known = NewKnown(nil, nil, nil)
	}
	c := newCollector(m, known)
	for _, a := range m.Attendees {
		if a.Unsure {
			sure := a.clone()
			sure.Unsure = false
			c.add(Problem{Kind: UnsurePerson, Attendee: a.ID, Words: a.Name, Fix: SetAttendee{sure}})
		}
	}
	c.numbers()
	c.items()
	if m.Restricting != nil {
		p := Problem{Kind: StillOn, Words: m.Restricting.Reason}
		if m.State == Draft {
			p.Fix = SetRestricting{}
		}
		c.add(p)
	}
	return c.list
}

func (c *collector) items() {
	reached, outcomes := reached(c.m), usesOutcomes(c.m)
	for i, it := range c.m.Items {
		c.restricted(it)
		switch {
		case it.Opening() || it.Outcome != "":
		case len(it.Entries) == 0 && i < reached:
			c.add(Problem{Kind: EmptyItem, Item: it.ID, Words: it.Title})
		case outcomes && len(it.Entries) > 0 && !slices.ContainsFunc(it.Entries, Entry.concludes):
			c.add(Problem{Kind: NoOutcome, Item: it.ID, Words: it.Title})
		}
		for _, e := range it.Entries {
			c.entry(it.ID, e)
		}
	}
}

// reached is how many items ought to have something by now: all once the
// meeting is closed, those above the lowest with something while it goes on.
func reached(m Meeting) int {
	switch m.State {
	case Planned, Cancelled:
		return 0
	case Draft, Circulated, Approved:
		return len(m.Items)
	case Live, Adjourned, Inquorate:
	}
	for i, it := range slices.Backward(m.Items) {
		if len(it.Entries) > 0 || it.Outcome != "" {
			return i
		}
	}
	return 0
}

// usesOutcomes says whether an item without outcome is unusual: the meeting is
// closed, and other items of it have one.
func usesOutcomes(m Meeting) bool {
	return (m.State == Draft || m.State == Circulated) && slices.ContainsFunc(m.Items, func(it Item) bool { return it.Outcome != "" })
}

// concludes says whether an entry is what came of its item.
func (e Entry) concludes() bool {
	switch e.Kind {
	case Decision, Action, Motion, VoteTaken, Interest:
		return true
	case Paragraph, Bullet, Heading, Movement, Private:
	}
	return e.Approves != nil || e.Done != nil
}

// collector gathers problems in one pass over the running order.
type collector struct {
	m     Meeting
	known *Known
	list  []Problem
	// defined are the long forms that the minutes give, by abbreviation.
	defined map[string]string
	// all are the abbreviations that the minutes define anywhere; nil until asked.
	all map[string]bool
	// own is the last word of the body's name, in small letters.
	own string
	// named are the abbreviations that the attendance explains.
	named *naming
	// there are the people who can be cited, by surname.
	there *attendance
	// told are the abbreviations and misspellings listed already.
	told map[string]bool
}

func newCollector(m Meeting, known *Known) *collector {
	c := &collector{m: m, known: known, defined: map[string]string{}, told: map[string]bool{}, named: newNaming(), there: newAttendance(m)}
	c.named.add(m.Body)
	if name := strings.Fields(strings.ToLower(m.Body)); len(name) > 0 {
		c.own = name[len(name)-1]
	}
	for _, a := range m.Attendees {
		c.named.add(a.Name)
		c.named.add(a.Post)
		c.named.add(a.Group)
	}
	return c
}

func (c *collector) add(p Problem) {
	if p.Number > 0 {
		p.Printed = c.m.Numbering.Actions.YearFirst(p.Number)
	}
	c.list = append(c.list, p)
}

func (c *collector) entry(item ID, e Entry) {
	add := func(kind ProblemKind, words string) {
		c.add(Problem{Kind: kind, Item: item, Entry: e.ID, Words: words, Number: e.Number})
	}
	if e.Kind == Action && (e.Action == nil || !e.Action.Withdrawn) {
		if e.Action == nil || len(e.Action.Owners) == 0 {
			add(NoOwner, e.Text)
		}
		if e.Action == nil || e.Action.Due == (Due{}) && e.Action.Forum == "" {
			add(NoDue, e.Text)
		}
	}
	if e.Unsure && !c.m.State.Frozen() { // what was sent out was looked at
		sure := e.clone()
		sure.Unsure = false
		c.add(Problem{Kind: UnsureEntry, Item: item, Entry: e.ID, Words: e.Text, Number: e.Number, Fix: SetEntry{sure}})
	}
	if e.Movement != nil {
		c.there.move(*e.Movement)
	}
	if strings.Contains(e.Text, "??") {
		add(Query, e.Text)
	}
	if e.Kind == Private {
		add(PrivateNote, e.Text)
		return
	}
	c.read(item, e, add)
}

// read looks for problems in the words of an entry.
func (c *collector) read(item ID, e Entry, add func(ProblemKind, string)) {
	parsed := c.known.parse(e.Text)
	text, words := parsed.plain, parsed.words
	if phrase := relativeDate(text, words); phrase != "" {
		add(RelativeDate, phrase)
	}
	if e.Kind == Paragraph && e.Approves == nil && e.Done == nil {
		if phrase := decisionWords(text, words, c.own); phrase != "" {
			decided := e.clone()
			decided.Kind, decided.Unsure = Decision, false
			c.add(Problem{Kind: DecisionWords, Item: item, Entry: e.ID, Words: phrase, Fix: SetEntry{decided}})
		}
	}
	for _, name := range c.there.cited(words, c.known) {
		add(name.kind, name.name)
	}
	c.abbreviations(text, words, add)
	if c.known.right != nil {
		for _, wrong := range misspelt(text, words, c.known.right) {
			if !c.told["spelling "+wrong.Word] {
				c.told["spelling "+wrong.Word] = true
				add(Misspelling, wrong.Word)
			}
		}
	}
}
