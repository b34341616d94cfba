package quick_test

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"minutebook/model"
	"minutebook/model/quick"
)

// pieces are what awkward words are made of.
var pieces = []string{
	"Smith", "MPS", "Ann", "the report", "to write", "by 27 June", "in May", "next Board meeting", "before the fair", "item 3", "10:15", "2022/23",
	"a:", "Action - ", "d: ", "v: 5-2", "i: none", "p: ", "- ", "-- ", "* ", "– ", "# ", "## ", "[1] ", "/", "/in ", "\\", "{", "}", "{at: 10:15}", "{owner: MPS}", "{no: 3}", "{unsure}",
	"{x: y}", "{}", ";", ":", ",", " ", "  ", "    ", "\t", "\u00a0", "\n", "\n\n", "\r", "\r\n", "(item 3)", "(remote)", "(deputy for X)", "(DMPC)", "subject to", " for ", " and ",
	"é", "שלום", "👩‍🚀", "\u202e", "\x07", "none", "unanimous", "for 5 against 2", "\ufffd",
}

// anyText is text of any kind.
func anyText() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		parts := rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 6).Draw(t, "parts")
		text := ""
		for _, p := range parts {
			text += p
			if rapid.Bool().Draw(t, "space") {
				text += " "
			}
		}
		return text
	})
}

// someText is text that is not empty.
func someText() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		return rapid.SampledFrom([]string{"x", "", "Z"}).Draw(t, "start") + anyText().Draw(t, "text") + "w"[:rapid.IntRange(0, 1).Draw(t, "end")]
	}).Filter(func(s string) bool { return !allSpace(s) })
}

// oneLine is text on one line.
func oneLine() *rapid.Generator[string] {
	return someText().Filter(func(s string) bool {
		return !slices.ContainsFunc([]rune(s), func(c rune) bool { return c == '\n' || c == '\r' })
	})
}

func maybe(g *rapid.Generator[string]) *rapid.Generator[string] {
	return rapid.OneOf(rapid.Just(""), g)
}

func names() *rapid.Generator[[]string] {
	return rapid.SliceOfN(someText(), 0, 3)
}

func clock() *rapid.Generator[model.Clock] {
	return rapid.Custom(func(t *rapid.T) model.Clock {
		if rapid.Bool().Draw(t, "none") {
			return ""
		}
		return model.Clock(fmt.Sprintf("%02d:%02d", rapid.IntRange(0, 23).Draw(t, "hour"), rapid.IntRange(0, 59).Draw(t, "minute")))
	})
}

func day() *rapid.Generator[model.Date] {
	return rapid.Custom(func(t *rapid.T) model.Date {
		return model.Date(fmt.Sprintf("%04d-%02d-%02d", rapid.IntRange(990, 2999).Draw(t, "year"), rapid.IntRange(1, 12).Draw(t, "month"), rapid.IntRange(1, 28).Draw(t, "day")))
	})
}

func restriction() *rapid.Generator[*model.Restriction] {
	return rapid.Custom(func(t *rapid.T) *model.Restriction {
		if rapid.IntRange(0, 3).Draw(t, "restricted") > 0 {
			return nil
		}
		return &model.Restriction{Reason: maybe(someText()).Draw(t, "reason"), Paragraph: maybe(someText()).Draw(t, "paragraph")}
	})
}

// phrases are withheld words, whether they stand anywhere or not.
func phrases() *rapid.Generator[[]model.Phrase] {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) model.Phrase {
		p := model.Phrase{Words: rapid.OneOf(someText(), rapid.SampledFrom([]string{"Smith", "a = b", "noted"})).Draw(t, "withheld")}
		if why := restriction().Draw(t, "why"); why != nil {
			p.Restriction = *why
		}
		return p
	}), 0, 2)
}

func attendee(id model.ID) *rapid.Generator[model.Attendee] {
	return rapid.Custom(func(t *rapid.T) model.Attendee {
		a := model.Attendee{
			ID:       id,
			Name:     rapid.OneOf(someText(), rapid.SampledFrom([]string{"Jane Smith", "John Smith", "Cllr Smith", "Ann Zed"})).Draw(t, "name"),
			Post:     maybe(someText()).Draw(t, "post"),
			Group:    rapid.OneOf(rapid.SampledFrom([]string{"", "MPS", "Board"}), someText()).Draw(t, "group"),
			Capacity: rapid.SampledFrom(model.Capacities).Draw(t, "capacity"),
			Mark:     rapid.SampledFrom(model.Marks).Draw(t, "mark"),
			Reason:   maybe(someText()).Draw(t, "reason"),
		}
		if rapid.Bool().Draw(t, "more") {
			a.Remote = rapid.Bool().Draw(t, "remote")
			a.DeputyFor = maybe(someText()).Draw(t, "deputy")
			a.Items = rapid.OneOf(rapid.SliceOfN(rapid.SampledFrom([]string{"1", "3", "128/17"}), 0, 2), names()).Draw(t, "items")
			a.Unsure = rapid.Bool().Draw(t, "unsure")
		}
		return a
	})
}

func entry(id model.ID, people []model.Attendee) *rapid.Generator[model.Entry] {
	return rapid.Custom(func(t *rapid.T) model.Entry {
		e := model.Entry{ID: id, Kind: rapid.SampledFrom(model.EntryKinds).Draw(t, "kind"), Made: "2026-11-21T10:00:00Z"}
		e.Text = rapid.OneOf(someText(), rapid.SampledFrom([]string{"The Board noted it.", "MPS to write by 27 June", "for 5 against 2", "Ann Zed, item 4, a boat, left the meeting"})).Draw(t, "text")
		e.At = clock().Draw(t, "at")
		e.Restricted = restriction().Draw(t, "restriction")
		e.Unsure = rapid.IntRange(0, 4).Draw(t, "unsure") == 0
		if rapid.IntRange(0, 3).Draw(t, "some withheld") == 0 {
			e.Withheld = phrases().Draw(t, "withheld")
		}
		facts(t, &e, people)
		return e
	})
}

func facts(t *rapid.T, e *model.Entry, people []model.Attendee) {
	some := rapid.Bool().Draw(t, "facts")
	switch e.Kind {
	case model.Bullet:
		e.Level = rapid.IntRange(0, 1).Draw(t, "level")
	case model.Action:
		e.Number = rapid.IntRange(0, 60).Draw(t, "number")
		if some {
			e.Action = &model.ActionFacts{Owners: names().Draw(t, "owners"), Forum: maybe(someText()).Draw(t, "forum"), Withdrawn: rapid.Bool().Draw(t, "withdrawn"),
				Due: model.Due{Words: maybe(someText()).Draw(t, "due"), Date: rapid.OneOf(rapid.Just(model.Date("")), day()).Draw(t, "date")}}
		}
	case model.Decision, model.Motion:
		if some {
			e.Resolution = &model.Resolution{Mover: someText().Draw(t, "mover"), Seconder: maybe(someText()).Draw(t, "seconder"),
				Number: maybe(someText()).Draw(t, "number"), Result: maybe(someText()).Draw(t, "result")}
		}
	case model.VoteTaken:
		if some {
			count := rapid.Ptr(rapid.IntRange(0, 40), true)
			e.Vote = &model.Vote{For: count.Draw(t, "for"), Against: count.Draw(t, "against"), Abstain: count.Draw(t, "abstain"),
				ForNames: names().Draw(t, "for names"), AgainstNames: names().Draw(t, "against names"), AbstainNames: names().Draw(t, "abstain names"), Result: maybe(someText()).Draw(t, "result")}
		}
	case model.Interest:
		if some {
			e.Interest = &model.InterestFact{None: rapid.Bool().Draw(t, "none"), Who: maybe(someText()).Draw(t, "who"), Item: maybe(someText()).Draw(t, "item"),
				Nature: maybe(someText()).Draw(t, "nature"), Left: rapid.Bool().Draw(t, "left")}
		}
	case model.Movement:
		move(t, e, people)
	case model.Paragraph:
		worded(t, e)
	case model.Heading, model.Private:
	}
}

func move(t *rapid.T, e *model.Entry, people []model.Attendee) {
	e.Text = maybe(someText()).Draw(t, "words")
	e.Movement = &model.MovementFact{Way: rapid.SampledFrom(model.Ways).Draw(t, "way")}
	if e.Movement.Way == model.Adjourn || e.Movement.Way == model.Resume {
		return
	}
	if len(people) > 0 {
		e.Movement.Who = rapid.SampledFrom(people).Draw(t, "who").ID
	}
	e.Movement.Item = rapid.OneOf(rapid.SampledFrom([]string{"", "3", "128/17"}), someText()).Draw(t, "item")
	e.Movement.During = rapid.Bool().Draw(t, "during")
}

func worded(t *rapid.T, e *model.Entry) {
	switch rapid.IntRange(0, 4).Draw(t, "worded") {
	case 0:
		e.Text = maybe(someText()).Draw(t, "words")
		e.Approves = &model.Approval{Date: day().Draw(t, "approves"), SubjectTo: rapid.Bool().Draw(t, "subject to"), Completed: rapid.Bool().Draw(t, "actions noted"),
			Ratifies: rapid.Bool().Draw(t, "ratifies"), Part: rapid.SampledFrom([]model.Part{model.Whole, model.OpenPart, model.ClosedPart}).Draw(t, "part")}
	case 1:
		e.Text = maybe(someText()).Draw(t, "words")
		e.Done = &model.DoneFact{Action: rapid.OneOf(rapid.SampledFrom([]string{"14", "24 June 2022 14"}), someText()).Draw(t, "done"), Note: maybe(someText()).Draw(t, "note")}
	case 2:
		e.Text = someText().Draw(t, "words")
		e.Corrects = &model.CorrectsFact{Date: day().Draw(t, "corrects"), Reference: rapid.OneOf(rapid.SampledFrom([]string{"", "3.2", "action 4", "a, b"}), maybe(someText())).Draw(t, "reference")}
	}
}

// changes are any that a clerk could make to m, as they are drawn; those that
// the model refuses are passed over.
type building struct {
	t *rapid.T
	m model.Meeting
	n int
}

func (b *building) id() model.ID {
	b.n++
	return model.ID(fmt.Sprintf("id%d", b.n))
}

func (b *building) do(c model.Change) {
	if next, _, err := b.m.With(c); err == nil {
		b.m = next
	}
}

// meeting is a meeting that any changes made.
func meeting() *rapid.Generator[model.Meeting] {
	return rapid.Custom(func(t *rapid.T) model.Meeting {
		b := &building{t: t, m: model.Meeting{ID: "m", State: model.Planned}}
		b.do(model.SetFact{Fact: model.FactBody, Value: oneLine().Draw(t, "body")})
		b.do(model.SetFact{Fact: model.FactDate, Value: string(day().Draw(t, "day"))})
		for range rapid.IntRange(0, 5).Draw(t, "people") {
			b.do(model.AddAttendee{Attendee: attendee(b.id()).Draw(t, "attendee"), After: model.Last})
		}
		for range rapid.IntRange(0, 25).Draw(t, "steps") {
			b.step()
		}
		b.do(model.SetState{State: rapid.SampledFrom(model.States).Draw(t, "state")})
		return b.m
	})
}

func (b *building) step() {
	t := b.t
	steps := []func(){b.fact, b.item, b.item, b.addEntry, b.addEntry, b.addEntry, b.addEntry, b.itemFact, b.restrict, b.edit, b.move, b.about, b.number, b.plan}
	steps[rapid.IntRange(0, len(steps)-1).Draw(t, "step")]()
}

func (b *building) fact() {
	t := b.t
	f := rapid.SampledFrom(model.Facts).Draw(t, "fact")
	value := ""
	switch f {
	case model.FactDate, model.FactPublicationDate:
		value = string(day().Draw(t, "value"))
	case model.FactBegin, model.FactEnd, model.FactStarted, model.FactClosed:
		value = string(clock().Draw(t, "value"))
	case model.FactKind:
		value = rapid.SampledFrom([]string{"", "annual", "extraordinary"}).Draw(t, "value")
	case model.FactChair, model.FactClerk:
		if len(b.m.Attendees) > 0 {
			value = string(rapid.SampledFrom(b.m.Attendees).Draw(t, "value").ID)
		}
	case model.FactBody:
		value = oneLine().Draw(t, "value")
	case model.FactStyle, model.FactTitle, model.FactVenue, model.FactPublicationType:
		value = maybe(oneLine()).Draw(t, "value")
	}
	b.do(model.SetFact{Fact: f, Value: value})
}

func (b *building) item() {
	t := b.t
	it := model.Item{ID: b.id(), Title: rapid.OneOf(maybe(someText()), rapid.SampledFrom([]string{"Minutes", "Budget"})).Draw(t, "title"),
		Reference: rapid.OneOf(rapid.SampledFrom([]string{"", "", "128/17", "4"}), someText()).Draw(t, "reference"), Restricted: restriction().Draw(t, "restricted")}
	after := model.Last
	if len(b.m.Items) > 0 && rapid.IntRange(0, 3).Draw(t, "between") == 0 {
		after = rapid.SampledFrom(b.m.Items).Draw(t, "after").ID
	}
	if it.Opening() {
		after = ""
	} else if it.Title != "" && rapid.IntRange(0, 3).Draw(t, "some withheld") == 0 {
		it.Withheld = phrases().Draw(t, "withheld")
	}
	b.do(model.AddItem{Item: it, After: after})
}

func (b *building) someItem() (model.Item, bool) {
	if len(b.m.Items) == 0 {
		return model.Item{}, false
	}
	return rapid.SampledFrom(b.m.Items).Draw(b.t, "item"), true
}

func (b *building) addEntry() {
	it, ok := b.someItem()
	if !ok {
		b.do(model.AddItem{Item: model.Item{ID: b.id()}})
		it = b.m.Items[0]
	}
	b.do(model.AddEntry{Item: it.ID, After: model.Last, Entry: entry(b.id(), b.m.Attendees).Draw(b.t, "entry")})
}

func (b *building) itemFact() {
	t := b.t
	it, ok := b.someItem()
	if !ok {
		return
	}
	f := rapid.SampledFrom([]model.ItemFact{model.ItemTitle, model.ItemReference, model.ItemOutcome, model.ItemPresenter, model.ItemPublicTitle}).Draw(t, "fact")
	value := oneLine()
	if f == model.ItemOutcome {
		value = rapid.OneOf(rapid.SampledFrom(model.Outcomes), rapid.Just("referred to Finance"), oneLine())
	}
	b.do(model.SetItem{ID: it.ID, Fact: f, Value: maybe(value).Draw(t, "value")})
	papers := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) model.Paper {
		return model.Paper{Title: someText().Draw(t, "title"), Reference: maybe(someText()).Draw(t, "reference"), Restricted: restriction().Draw(t, "restricted")}
	}), 0, 3)
	b.do(model.SetPapers{ID: it.ID, Papers: papers.Draw(t, "papers")})
}

// plan says what an item is there for, and how long it may take.
func (b *building) plan() {
	it, ok := b.someItem()
	if !ok {
		return
	}
	b.do(model.SetItem{ID: it.ID, Fact: model.ItemPurpose, Value: rapid.OneOf(rapid.SampledFrom([]string{"", "decision", "for decision", "none", "For "}), oneLine()).Draw(b.t, "purpose")})
	b.do(model.SetItem{ID: it.ID, Fact: model.ItemMinutes, Value: rapid.SampledFrom([]string{"", "1", "10", "240"}).Draw(b.t, "minutes")})
}

// number has numbers run on from earlier meetings, sends them out, reopens.
func (b *building) number() {
	t := b.t
	series := func(what, year string) model.Series {
		return rapid.SampledFrom([]model.Series{{}, {Run: model.Running, First: 7}, {Run: model.PerYear, Year: year, First: 15}}).Draw(t, what)
	}
	fixed := model.ID("id3")
	if it, ok := b.someItem(); ok {
		fixed = it.ID
	}
	changes := []model.Change{
		model.SetNumbering{Numbering: model.Numbered{Actions: series("actions", "2022"), Items: series("items", "17"), Decisions: series("decisions", "2026-27")}},
		model.Circulate{Circulation: model.Circulation{On: "2026-01-01", Agenda: true}},
		model.SetState{State: model.Circulated},
		model.SetState{State: model.Draft},
		model.SetState{State: model.Planned},
		model.FixNumber{ID: fixed, Number: rapid.SampledFrom([]string{"2", "5A", "A1", "40", "5AB"}).Draw(t, "fixed")},
		model.NumbersOut{Items: []string{"3"}, Paragraphs: []string{"1.2", "2.1A"}, Decisions: []string{"2026-27/16", "B; 7, 8"}, Actions: []int{3, 16}},
	}
	b.do(rapid.SampledFrom(changes).Draw(t, "numbers"))
	if it, ok := b.someItem(); ok && len(it.Entries) > 0 && rapid.Bool().Draw(t, "paragraph") {
		e := rapid.SampledFrom(it.Entries).Draw(t, "which")
		b.do(model.FixNumber{ID: e.ID, Number: rapid.SampledFrom([]string{"1.2", "3.2A", "5A.A1"}).Draw(t, "as")})
	}
}

func (b *building) restrict() {
	t := b.t
	b.do(model.SetRestricting{Restriction: restriction().Draw(t, "restricting")})
	if it, ok := b.someItem(); ok {
		b.do(model.RestrictItem{ID: it.ID, Restriction: restriction().Draw(t, "item")})
		for _, e := range it.Entries {
			b.do(model.RestrictEntry{ID: e.ID, Restriction: restriction().Draw(t, "entry")})
			b.do(model.RestrictPhrase{ID: e.ID, Words: rapid.SampledFrom(pieces).Draw(t, "words"), Restriction: restriction().Draw(t, "phrase")})
		}
	}
}

func (b *building) edit() {
	it, ok := b.someItem()
	if !ok || len(it.Entries) == 0 {
		return
	}
	e := rapid.SampledFrom(it.Entries).Draw(b.t, "which")
	changed := entry(e.ID, b.m.Attendees).Draw(b.t, "changed")
	b.do(model.SetEntry{Entry: changed})
	if rapid.Bool().Draw(b.t, "delete") {
		b.do(model.DeleteEntry{ID: e.ID, Keep: rapid.Bool().Draw(b.t, "keep")})
	}
}

func (b *building) move() {
	it, ok := b.someItem()
	if !ok {
		return
	}
	other, _ := b.someItem()
	if len(it.Entries) > 0 {
		b.do(model.MoveEntry{ID: it.Entries[0].ID, Item: other.ID, After: model.Last})
	}
	switch rapid.IntRange(0, 4).Draw(b.t, "what") {
	case 0:
		b.do(model.MoveItem{ID: it.ID, After: other.ID})
	case 1:
		b.do(model.DeleteItem{ID: it.ID})
	case 2:
		b.do(model.Renumber{})
	}
}

func (b *building) about() {
	t := b.t
	if rapid.Bool().Draw(t, "public") {
		n := rapid.IntRange(0, 99).Draw(t, "count")
		b.do(model.SetPublic{Count: &n})
	}
	b.do(model.SetQuorum{Members: rapid.IntRange(0, 9).Draw(t, "quorum")})
	b.do(model.SetNext{Next: &model.Next{Date: day().Draw(t, "next"), At: clock().Draw(t, "at"), Venue: maybe(someText()).Draw(t, "venue")}})
	if len(b.m.Attendees) == 0 {
		return
	}
	who := rapid.SampledFrom(b.m.Attendees).Draw(t, "who")
	switch rapid.IntRange(0, 2).Draw(t, "what") {
	case 0:
		b.do(model.SetAttendee{Attendee: attendee(who.ID).Draw(t, "changed")})
	case 1:
		b.do(model.RemoveAttendee{ID: who.ID})
	case 2:
		b.do(model.MoveAttendee{ID: who.ID})
	}
}

// meaning is a meeting without what travels only in JSON: identities become
// places, and what is empty is not there.
func meaning(m model.Meeting) model.Meeting {
	m = m.Clone()
	ids := map[model.ID]model.ID{}
	for i := range m.Attendees {
		a := &m.Attendees[i]
		ids[a.ID] = model.ID(fmt.Sprintf("attendee %d", i))
		a.ID, a.Person = ids[a.ID], ""
		a.Items = orNil(a.Items)
	}
	m = sent(m)
	m.Rev, m.Made, m.Chair, m.Clerk, m.Attendees = 0, "", ids[m.Chair], ids[m.Clerk], orNil(m.Attendees)
	for i := range m.Items {
		it := &m.Items[i]
		it.ID, it.Papers, it.Withheld, it.Entries = "", orNil(it.Papers), orNil(it.Withheld), orNil(it.Entries)
		for j := range it.Entries {
			meant(&it.Entries[j], ids)
		}
	}
	m.Items = orNil(m.Items)
	m.Circulated, m.Corrections, m.Passed, m.Seal = nil, nil, nil, nil // they travel in JSON
	return m
}

// sent has the numbers that are out by the places of what has them. Once the
// minutes are circulated those are all that are printed.
func sent(m model.Meeting) model.Meeting {
	if m.State == model.Circulated {
		m, _, _ = m.With(model.SetState{State: model.Circulated})
	}
	f, n, places := m.Frozen, model.Number(m), map[model.ID]model.ID{}
	if f == nil {
		return m
	}
	for i, it := range m.Items {
		places[it.ID] = model.ID(fmt.Sprintf("item %d", i))
		for j, e := range it.Entries {
			places[e.ID] = model.ID(fmt.Sprintf("entry %d.%d", i, j))
		}
	}
	for _, numbers := range []map[model.ID]string{f.Items, f.Paragraphs, f.Decisions} {
		bury(m, n, numbers)
	}
	m.Frozen = f.Renamed(places)
	for _, numbers := range []*map[model.ID]string{&m.Frozen.Items, &m.Frozen.Places, &m.Frozen.Paragraphs, &m.Frozen.Decisions} {
		if len(*numbers) == 0 {
			*numbers = nil
		}
	}
	if len(m.Frozen.Actions) == 0 {
		m.Frozen.Actions = nil
	}
	if reflect.DeepEqual(*m.Frozen, model.Frozen{}) {
		m.Frozen = nil
	}
	return m
}

// bury puts numbers that are out and that nothing has under themselves.
func bury(m model.Meeting, n model.Numbers, numbers map[model.ID]string) {
	for id, number := range numbers {
		e, _, ok := m.Entry(id)
		decided := ok && e.Resolution != nil && e.Resolution.Number == number
		if n.Items[id] != number && n.Paragraphs[id] != number && !decided {
			delete(numbers, id)
			numbers["gone "+model.ID(number)] = number
		}
	}
}

func meant(e *model.Entry, ids map[model.ID]model.ID) {
	e.ID, e.Made, e.Withheld = "", "", orNil(e.Withheld)
	if e.Movement != nil {
		e.Movement.Who = ids[e.Movement.Who]
	}
	if e.Kind == model.Action && e.Action == nil {
		e.Action = &model.ActionFacts{}
	}
	if e.Kind == model.VoteTaken && e.Vote == nil {
		e.Vote = &model.Vote{}
	}
	if e.Kind == model.Interest && e.Interest == nil {
		e.Interest = &model.InterestFact{}
	}
	if e.Action != nil {
		e.Action.Owners = orNil(e.Action.Owners)
	}
	if e.Vote != nil {
		e.Vote.ForNames, e.Vote.AgainstNames, e.Vote.AbstainNames = orNil(e.Vote.ForNames), orNil(e.Vote.AgainstNames), orNil(e.Vote.AbstainNames)
	}
}

func orNil[T any](list []T) []T {
	if len(list) == 0 {
		return nil
	}
	return list
}

func allSpace(s string) bool {
	for _, c := range s {
		switch c {
		case ' ', '\t', '\n', '\r', '\u00a0':
		default:
			return false
		}
	}
	return true
}

func TestPrintedMeetingsReadBackEqual(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		m := meeting().Draw(t, "meeting")
		text := quick.Print(m, true)
		back, err := quick.ReadScript("m.minutes", text, model.Meeting{ID: "m"}, quick.Options{})
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		got, want := meaning(back), meaning(m)
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("%s\n%s", differing(got, want), text)
		}
		if again := quick.Print(back, true); string(again) != string(text) {
			t.Fatalf("printed again: %s\n%s", firstDifference(string(again), string(text)), text)
		}
	})
}

// differing says where two meetings part.
func differing(got, want model.Meeting) string {
	for i := range min(len(got.Attendees), len(want.Attendees)) {
		if !reflect.DeepEqual(got.Attendees[i], want.Attendees[i]) {
			return fmt.Sprintf("attendee %#v\nwant %#v", got.Attendees[i], want.Attendees[i])
		}
	}
	for i := range min(len(got.Items), len(want.Items)) {
		a, b := got.Items[i], want.Items[i]
		for j := range min(len(a.Entries), len(b.Entries)) {
			if !reflect.DeepEqual(a.Entries[j], b.Entries[j]) {
				return fmt.Sprintf("entry %#v\n%s\nwant %#v\n%s", a.Entries[j], deep(a.Entries[j]), b.Entries[j], deep(b.Entries[j]))
			}
		}
		if !reflect.DeepEqual(a, b) {
			return fmt.Sprintf("item %#v %v\nwant %#v %v", a, a.Restricted, b, b.Restricted)
		}
	}
	got.Items, want.Items = nil, nil
	return fmt.Sprintf("meeting %#v %v\nwant %#v %v", got, got.Next, want, want.Next)
}

func deep(e model.Entry) string {
	return fmt.Sprint(e.Restricted, e.Withheld, e.Action, e.Resolution, e.Vote, e.Interest, e.Movement, e.Approves, e.Done, e.Corrects)
}

func TestPrintedWithoutPrivateNotesReadsBackAsPrinted(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		m := meeting().Draw(t, "meeting")
		text := quick.Print(m, false)
		back, err := quick.ReadScript("m.minutes", text, model.Meeting{ID: "m"}, quick.Options{})
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		for _, it := range back.Items {
			for _, e := range it.Entries {
				if e.Kind == model.Private {
					t.Fatalf("a private note was printed:\n%s", text)
				}
			}
		}
		if back.State != m.State {
			t.Fatalf("state %s, want %s:\n%s", back.State, m.State, text)
		}
		if again := quick.Print(back, false); string(again) != string(text) {
			t.Fatalf("printed again: %s\n%s", firstDifference(string(again), string(text)), text)
		}
	})
}
