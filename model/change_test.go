package model

import (
	"errors"
	"testing"
)

// do makes the changes one after another and fails on the first error.
func do(t *testing.T, m Meeting, changes ...Change) Meeting {
	t.Helper()
	for _, c := range changes {
		next, _, err := m.With(c)
		if err != nil {
			t.Fatalf("%#v: %v", c, err)
		}
		m = next
	}
	return m
}

func action(id ID) Entry { return Entry{ID: id, Kind: Action, Text: "Clerk to write"} }

func numbers(m Meeting) map[ID]int {
	n := map[ID]int{}
	for _, e := range m.Actions() {
		n[e.ID] = e.Number
	}
	return n
}

func TestActionKeepsItsNumberWhereverItGoes(t *testing.T) {
	m := do(t, start(),
		AddEntry{"i0", Last, action("a")}, AddEntry{"i1", Last, action("b")}, AddEntry{"i0", "", action("c")},
		MoveEntry{"a", "i2", Last})
	if n := numbers(m); n["a"] != 1 || n["b"] != 2 || n["c"] != 3 {
		t.Errorf("numbers are %v", n)
	}
	m = do(t, m, Renumber{})
	if n := numbers(m); n["c"] != 1 || n["b"] != 2 || n["a"] != 3 {
		t.Errorf("renumbered in running order: %v", n)
	}
}

func TestFrozenNumbers(t *testing.T) {
	m := do(t, start(), AddEntry{"i0", Last, action("a")}, AddEntry{"i0", Last, action("b")}, SetState{Circulated})
	m = do(t, m, DeleteEntry{ID: "b"}, AddEntry{"i1", Last, action("c")})
	b, _, ok := m.Entry("b")
	if !ok || !b.Action.Withdrawn || b.Number != 2 {
		t.Errorf("a circulated action leaves no tombstone: %+v", b)
	}
	if n := numbers(m)["c"]; n != 3 {
		t.Errorf("a number that was out is used again: %d", n)
	}
	for _, c := range []Change{Renumber{}, DeleteItem{"i0"}, SetEntry{Entry{ID: "a", Kind: Paragraph, Text: "words"}},
		SetEntry{Entry{ID: "a", Kind: Action, Number: 9, Text: "words"}}} {
		var invalid *Invalid
		if _, _, err := m.With(c); !errors.As(err, &invalid) {
			t.Errorf("%#v after circulation: %v", c, err)
		}
	}
}

func TestDeletedActionWithLedgerLeavesTombstone(t *testing.T) {
	m := do(t, start(), AddEntry{"i0", Last, action("a")}, DeleteEntry{"a", true})
	if e, _, ok := m.Entry("a"); !ok || !e.Action.Withdrawn {
		t.Error("the action is gone though its ledger speaks of it")
	}
	m = do(t, start(), AddEntry{"i0", Last, action("a")}, DeleteEntry{"a", false})
	if _, _, ok := m.Entry("a"); ok {
		t.Error("a deleted draft action is still there")
	}
}

func TestKindChangesInPlace(t *testing.T) {
	m := do(t, start(), AddEntry{"i0", Last, action("a")}, AddEntry{"i0", Last, Entry{ID: "p", Kind: Paragraph, Text: "Clerk to ring"}})
	m = do(t, m, SetEntry{Entry{ID: "p", Kind: Action, Text: "Clerk to ring"}})
	if n := numbers(m)["p"]; n != 2 {
		t.Errorf("what becomes an action takes number %d, not the next", n)
	}
	m = do(t, m, SetEntry{Entry{ID: "p", Kind: Action, Text: "Clerk to call"}})
	if n := numbers(m)["p"]; n != 2 {
		t.Errorf("an edited action takes number %d, not its own", n)
	}
	m = do(t, m, SetEntry{Entry{ID: "a", Kind: Bullet, Text: "Clerk to write"}})
	if e, _, _ := m.Entry("a"); e.Number != 0 || e.Text != "Clerk to write" {
		t.Errorf("a bullet kept a number or lost its words: %+v", e)
	}
}

func TestRestrictingStampsWhatIsEntered(t *testing.T) {
	m := do(t, start(), SetRestricting{&Restriction{Reason: "tender"}},
		AddEntry{"i0", Last, Entry{ID: "p", Kind: Paragraph, Text: "secret"}},
		AddEntry{"i0", Last, Entry{ID: "n", Kind: Private, Text: "note"}},
		AddItem{Item{ID: "s", Title: "Staffing"}, Last}, SetRestricting{nil},
		AddEntry{"i0", Last, Entry{ID: "q", Kind: Paragraph, Text: "open"}})
	for id, want := range map[ID]bool{"p": true, "n": false, "q": false} {
		if e, _, _ := m.Entry(id); (e.Restricted != nil) != want {
			t.Errorf("entry %s restricted: %v", id, e.Restricted)
		}
	}
	if it, _ := m.Item("s"); it.Restricted == nil || !m.HasRestricted() {
		t.Error("an item begun while restricting is open")
	}
}

func TestFirstEntryMakesLive(t *testing.T) {
	s := NewSession(start(), nil)
	if err := s.Do(AddEntry{"i0", Last, action("a")}); err != nil {
		t.Fatal(err)
	}
	if s.Meeting().State != Live {
		t.Errorf("state is %s after the first entry", s.Meeting().State)
	}
	if _, err := s.Undo(); err != nil || s.Meeting().State != Planned {
		t.Errorf("undone, the state is %s: %v", s.Meeting().State, err)
	}
}

func TestRefusedChanges(t *testing.T) {
	m := do(t, start(), AddEntry{"i0", Last, action("a")}, AddEntry{"i0", Last, Entry{ID: "in", Kind: Movement, Movement: &MovementFact{Way: In, Who: "p1"}}},
		SetFact{FactChair, "p0"})
	two := -2
	for name, c := range map[string]Change{
		"two of one number":      AddEntry{"i1", Last, Entry{ID: "b", Kind: Action, Text: "x", Number: 1}},
		"no text":                AddEntry{"i1", Last, Entry{ID: "b", Kind: Paragraph, Text: " \n"}},
		"no such kind":           AddEntry{"i1", Last, Entry{ID: "b", Kind: "song", Text: "x"}},
		"no such item":           AddEntry{"i9", Last, Entry{ID: "b", Kind: Paragraph, Text: "x"}},
		"no such place":          AddEntry{"i1", "a", Entry{ID: "b", Kind: Paragraph, Text: "x"}},
		"same identity":          AddEntry{"i1", Last, Entry{ID: "a", Kind: Paragraph, Text: "x"}},
		"third level":            AddEntry{"i1", Last, Entry{ID: "b", Kind: Bullet, Text: "x", Level: 2}},
		"paragraph with number":  AddEntry{"i1", Last, Entry{ID: "b", Kind: Paragraph, Text: "x", Number: 1}},
		"empty movement":         AddEntry{"i1", Last, Entry{ID: "b", Kind: Movement, Text: "x"}},
		"item without title":     AddItem{Item{ID: "x"}, Last},
		"title taken away":       SetItem{"i1", ItemTitle, ""},
		"two-line title":         SetItem{"i1", ItemTitle, "a\nb"},
		"no such item fact":      SetItem{"i1", "colour", "red"},
		"paper without title":    SetPapers{"i1", []Paper{{}}},
		"item after itself":      MoveItem{"i1", "i1"},
		"attendee after itself":  MoveAttendee{"p1", "p1"},
		"entry after itself":     MoveEntry{"a", "i0", "a"},
		"somebody minuted":       RemoveAttendee{"p1"},
		"the chair":              RemoveAttendee{"p0"},
		"nobody":                 SetAttendee{Attendee{ID: "p9", Name: "N", Mark: Present}},
		"no such mark":           SetAttendee{Attendee{ID: "p1", Name: "N", Mark: "asleep"}},
		"31 February":            SetFact{FactDate, "2026-02-31"},
		"no date":                SetFact{FactDate, ""},
		"25 o'clock":             SetFact{FactStarted, "25:00"},
		"no such chair":          SetFact{FactChair, "p9"},
		"no such fact":           SetFact{"colour", "red"},
		"no such meeting kind":   SetFact{FactKind, "weekly"},
		"no such state":          SetState{"asleep"},
		"head count below zero":  SetPublic{&two},
		"next without date":      SetNext{&Next{Venue: "Hall"}},
		"second of many refused": Many{SetState{Draft}, SetState{"asleep"}},
	} {
		next, undo, err := m.With(c)
		if err == nil || undo != nil || content(next) != content(m) {
			t.Errorf("%s: error %v, undo %v", name, err, undo)
		}
	}
}
