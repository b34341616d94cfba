package model

import (
	"fmt"
	"slices"

	"pgregory.net/rapid"
)

// start is the meeting that the property tests change.
func start() Meeting {
	m := Meeting{ID: "m", Body: "Quay Board", Date: "2026-03-03", State: Planned}
	for n := range 3 {
		m.Attendees = append(m.Attendees, Attendee{ID: ID(fmt.Sprint("p", n)), Name: fmt.Sprint("Person ", n), Mark: Present})
		m.Items = append(m.Items, Item{ID: ID(fmt.Sprint("i", n)), Title: fmt.Sprint("Item ", n)})
	}
	return m
}

// randomChange draws any one change, sensible or not, for a meeting as it
// stands. n makes its identities fresh.
func randomChange(t *rapid.T, m Meeting, n int) Change {
	pick := func(what string, ids []ID) ID {
		if len(ids) == 0 {
			return "nobody"
		}
		return rapid.SampledFrom(ids).Draw(t, what)
	}
	var items, entries, people []ID
	for _, it := range m.Items {
		items = append(items, it.ID)
		for _, e := range it.Entries {
			entries = append(entries, e.ID)
		}
	}
	for _, a := range m.Attendees {
		people = append(people, a.ID)
	}
	after := func(ids []ID) ID { return pick("after", append(slices.Clone(ids), "", Last)) }
	words := func() string { return rapid.SampledFrom([]string{"x", "words", "", "two\nlines"}).Draw(t, "words") }
	restriction := func() *Restriction {
		return rapid.SampledFrom([]*Restriction{nil, {Reason: "staffing"}}).Draw(t, "restriction")
	}
	entry := func(id ID) Entry {
		e := Entry{ID: id, Kind: rapid.SampledFrom(EntryKinds).Draw(t, "kind"), Text: words(), Restricted: restriction()}
		switch e.Kind {
		case Action:
			e.Number = rapid.SampledFrom([]int{0, 0, 0, 2, 7}).Draw(t, "number")
			e.Action = &ActionFacts{Owners: []string{"Clerk"}}
		case Movement:
			e.Movement = &MovementFact{Way: In, Who: pick("who", people)}
		case Bullet:
			e.Level = rapid.IntRange(0, 1).Draw(t, "level")
		case Paragraph, Heading, Decision, Motion, VoteTaken, Interest, Private:
		}
		return e
	}
	fresh := func(kind string) ID { return ID(fmt.Sprint(kind, "-", n)) }
	makers := []func() Change{
		func() Change { return AddEntry{pick("item", items), after(entries), entry(fresh("e"))} },
		func() Change { return AddEntry{pick("item", items), Last, entry(fresh("e"))} },
		func() Change { return SetEntry{entry(pick("entry", entries))} },
		func() Change { return MoveEntry{pick("entry", entries), pick("item", items), after(entries)} },
		func() Change { return DeleteEntry{pick("entry", entries), rapid.Bool().Draw(t, "keep")} },
		func() Change { return RestrictEntry{pick("entry", entries), restriction()} },
		func() Change { return RestrictPhrase{pick("entry", entries), words(), restriction()} },
		func() Change { return RestrictPhrase{pick("item", items), words(), restriction()} },
		func() Change { return Renumber{} },
		func() Change { return AddItem{Item{ID: fresh("i"), Title: words()}, after(items)} },
		func() Change {
			f := rapid.SampledFrom([]ItemFact{ItemTitle, ItemReference, ItemOutcome, ItemPresenter, ItemPublicTitle, ItemPurpose, ItemMinutes}).Draw(t, "fact")
			value := words()
			if f == ItemMinutes {
				value = rapid.SampledFrom([]string{"", "10", "-3", "x"}).Draw(t, "minutes")
			}
			return SetItem{pick("item", items), f, value}
		},
		func() Change {
			return SetPapers{pick("item", items), []Paper{{Title: words(), Restricted: restriction()}}}
		},
		func() Change { return RestrictItem{pick("item", items), restriction()} },
		func() Change { return MoveItem{pick("item", items), after(items)} },
		func() Change { return DeleteItem{pick("item", items)} },
		func() Change {
			return AddAttendee{Attendee{ID: fresh("p"), Name: words(), Mark: Apologies, Items: []string{"3"}}, after(people)}
		},
		func() Change { return SetAttendee{Attendee{ID: pick("who", people), Name: words(), Mark: Absent}} },
		func() Change { return RemoveAttendee{pick("who", people)} },
		func() Change { return MoveAttendee{pick("who", people), after(people)} },
		func() Change {
			return SetFact{rapid.SampledFrom(Facts).Draw(t, "fact"), rapid.SampledFrom([]string{"", "p1", "Town hall", "2026-04-01", "09:30", "annual"}).Draw(t, "value")}
		},
		func() Change {
			return SetState{rapid.SampledFrom([]State{Planned, Live, Draft, "asleep"}).Draw(t, "state")}
		},
		func() Change { return SetRestricting{restriction()} },
		func() Change {
			return SetNext{rapid.SampledFrom([]*Next{nil, {Date: "2026-05-01"}, {}}).Draw(t, "next")}
		},
		func() Change { n := rapid.IntRange(-1, 9).Draw(t, "count"); return SetPublic{&n} },
		func() Change { return SetQuorum{rapid.IntRange(-1, 9).Draw(t, "quorum")} },
	}
	one := rapid.SampledFrom(makers).Draw(t, "change")
	if rapid.IntRange(0, 9).Draw(t, "many") == 0 {
		return Many{one(), SetFact{FactVenue, "Quay House"}}
	}
	return one()
}
