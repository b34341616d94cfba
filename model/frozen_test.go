package model

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// agenda is a planned meeting with that many items, and paragraphs in each.
func agenda(items, paragraphs int) Meeting {
	m := Meeting{ID: "m", Body: "Quay Board", Date: "2026-03-03", State: Planned}
	for i := range items {
		it := Item{ID: ID(fmt.Sprint("i", i+1)), Title: fmt.Sprint("Item ", i+1)}
		for p := range paragraphs {
			it.Entries = append(it.Entries, Entry{ID: ID(fmt.Sprintf("p%d.%d", i+1, p+1)), Kind: Paragraph, Text: "words"})
		}
		m.Items = append(m.Items, it)
	}
	return m
}

// after is m after changes that nothing is wrong with.
func after(t *testing.T, m Meeting, changes ...Change) Meeting {
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

func issued() Change { return Circulate{Circulation{On: "2026-02-20", Agenda: true}} }

func sentOut() Change { return Circulate{Circulation{On: "2026-03-10"}} }

func item(id, title string) Item { return Item{ID: ID(id), Title: title} }

func paragraph(id string) Entry { return Entry{ID: ID(id), Kind: Paragraph, Text: "words"} }

func TestLateItems(t *testing.T) {
	plain := agenda(6, 0)
	byYear := plain.Clone()
	byYear.Numbering.Items = Series{PerYear, "17", 124}
	named := after(t, plain, SetItem{"i5", ItemReference, "128/17"})
	for _, one := range []struct {
		about string
		m     Meeting
		add   []Change
		want  map[ID]string
	}{
		{"after the fifth", plain, []Change{AddItem{item("a", "Late"), "i5"}}, map[ID]string{"i5": "5", "a": "5A", "i6": "6"}},
		{"two after the fifth", plain, []Change{AddItem{item("b", "Later"), "i5"}, AddItem{item("a", "Late"), "i5"}}, map[ID]string{"a": "5A", "b": "5B", "i6": "6"}},
		{"last", plain, []Change{AddItem{item("a", "Late"), Last}, AddItem{item("b", "Later"), Last}}, map[ID]string{"i6": "6", "a": "7", "b": "8"}},
		{"first", plain, []Change{AddItem{item("a", "Late"), ""}}, map[ID]string{"a": "A1", "i1": "1"}},
		{"behind a late one that is out", plain, []Change{AddItem{item("a", "Late"), "i5"}, issued(), AddItem{item("b", "Later"), "a"}, AddItem{item("c", "Between"), "i5"}},
			map[ID]string{"a": "5A", "c": "5B", "b": "5C", "i6": "6"}},
		{"by year", byYear, []Change{AddItem{item("a", "Late"), "i5"}, AddItem{item("b", "Last"), Last}}, map[ID]string{"i1": "124/17", "i5": "128/17", "a": "128A/17", "i6": "129/17", "b": "130/17"}},
		{"behind a reference of its own", named, []Change{AddItem{item("a", "Late"), "i5"}}, map[ID]string{"i5": "128/17", "a": "5A", "i6": "6"}},
	} {
		m := after(t, after(t, one.m, issued()), one.add...)
		n := Number(m).Items
		for id, want := range one.want {
			if n[id] != want {
				t.Errorf("%s: %s is %s, not %s", one.about, id, n[id], want)
			}
		}
	}
}

func TestParagraphsAddedAfterCirculation(t *testing.T) {
	m := after(t, agenda(3, 4), sentOut(), SetState{Draft},
		AddEntry{"i3", "p3.2", paragraph("between")}, AddEntry{"i3", Last, paragraph("last")}, AddEntry{"i3", "", paragraph("first")},
		AddItem{item("late", "Late"), "i2"}, AddEntry{"late", Last, paragraph("new")}, DeleteEntry{ID: "p1.4"}, AddEntry{"i1", Last, paragraph("not again")},
		MoveEntry{"p3.1", "i2", Last}, AddEntry{"i2", Last, paragraph("behind the moved")})
	n := Number(m).Paragraphs
	for id, want := range map[ID]string{"p3.2": "3.2", "between": "3.2A", "p3.3": "3.3", "last": "3.5", "first": "3.A2", "new": "2A.1", "not again": "1.5",
		"p3.1": "3.1", "behind the moved": "2.5"} {
		if n[id] != want {
			t.Errorf("%s is %s, not %s", id, n[id], want)
		}
	}
}

func TestWhatIsOutStaysWhenTheMinutesAreReopened(t *testing.T) {
	m := agenda(1, 0)
	m.Numbering.Decisions = Series{PerYear, "2026", 14}
	m = after(t, m, AddEntry{"i1", Last, Entry{ID: "a", Kind: Action, Text: "Clerk to write"}}, AddEntry{"i1", Last, Entry{ID: "d", Kind: Decision, Text: "Agreed"}},
		sentOut(), SetState{Draft})
	for name, c := range map[string]Change{
		"an action that becomes text":   SetEntry{Entry{ID: "a", Kind: Paragraph, Text: "x"}},
		"another number of an action":   SetEntry{Entry{ID: "a", Kind: Action, Number: 9, Text: "x"}},
		"another number of a decision":  SetEntry{Entry{ID: "d", Kind: Decision, Text: "x", Resolution: &Resolution{Number: "2026/20"}}},
		"a decision that becomes text":  SetEntry{Entry{ID: "d", Kind: Paragraph, Text: "x"}},
		"a decision that has no number": SetEntry{Entry{ID: "d", Kind: Decision, Text: "x", Resolution: &Resolution{Number: Unnumbered}}},
		"renumbering":                   Renumber{},
		"deleting an item":              DeleteItem{"i1"},
	} {
		if _, _, err := m.With(c); err == nil {
			t.Errorf("%s is let through", name)
		}
	}
	m = after(t, m, DeleteEntry{ID: "a"}, DeleteEntry{ID: "d"}, AddEntry{"i1", Last, Entry{ID: "b", Kind: Action, Text: "Clerk to ring"}},
		AddEntry{"i1", Last, Entry{ID: "e", Kind: Decision, Text: "Agreed again"}})
	n := Number(m)
	if e, _, ok := m.Entry("a"); !ok || !e.Action.Withdrawn || n.Entries["a"] != "1" || n.Entries["b"] != "2" || n.Entries["e"] != "2026/15" {
		t.Errorf("the number of what was withdrawn is given again: %v", n.Entries)
	}
	if _, _, err := m.With(AddEntry{"i1", Last, Entry{ID: "f", Kind: Decision, Text: "x", Resolution: &Resolution{Number: "2026/14"}}}); err == nil {
		t.Error("the number of a decision that is gone is given to another")
	}
}

func TestDecisionsTakeTheNextNumber(t *testing.T) {
	m := agenda(1, 0)
	d := func(id, number string) Change {
		e := Entry{ID: ID(id), Kind: Decision, Text: "Agreed"}
		if number != "" {
			e.Resolution = &Resolution{Number: number}
		}
		return AddEntry{"i1", Last, e}
	}
	if n := Number(after(t, m, d("a", ""))); n.Entries["a"] != "1.1" {
		t.Errorf("a decision of a body that numbers none is %s", n.Entries["a"])
	}
	m.Numbering.Decisions = Series{PerYear, "2026", 14}
	m = after(t, m, d("a", ""), d("b", "2026/20"), d("c", ""), d("d", Unnumbered), d("e", "B/7"), d("f", ""),
		SetEntry{Entry{ID: "a", Kind: Decision, Text: "Agreed as amended"}}, SetEntry{Entry{ID: "d", Kind: Decision, Text: "still none"}},
		SetEntry{Entry{ID: "f", Kind: Motion, Text: "moved", Resolution: &Resolution{Number: "2026/30"}}})
	n := Number(m).Entries
	for id, want := range map[ID]string{"a": "2026/14", "b": "2026/20", "c": "2026/21", "d": "1.4", "e": "B/7", "f": "2026/30"} {
		if n[id] != want {
			t.Errorf("%s is %s, not %s", id, n[id], want)
		}
	}
}

func TestUndoDoesNotReachBehindAnIssuedAgenda(t *testing.T) {
	s := NewSession(agenda(2, 0), nil)
	for _, c := range []Change{AddItem{item("x", "Late"), "i1"}, issued()} {
		if err := s.Do(c); err != nil {
			t.Fatal(err)
		}
	}
	if s.CanUndo() {
		t.Error("an item whose number is out can be undone")
	}
}

// printed are all numbers of a meeting, with what they are numbers of.
func printed(m Meeting) map[ID]string {
	n, all := Number(m), map[ID]string{}
	for _, it := range m.Items {
		if number := n.Items[it.ID]; number != "" && it.Reference == "" {
			all[it.ID] = "item " + number
		}
		for _, e := range it.Entries {
			if e.Kind == Action {
				all[e.ID] = "action " + n.Entries[e.ID]
			}
			if number := n.Paragraphs[e.ID]; number != "" {
				all["paragraph "+e.ID] = "paragraph " + number
			}
			if e.Kind == Decision && e.Resolution != nil && e.Resolution.Number != "" {
				all["decision "+e.ID] = "decision " + e.Resolution.Number
			}
		}
	}
	return all
}

// A number that was out is never changed, and never given to anything else,
// whatever is edited, undone, redone, reopened and circulated again.
func TestNumbersThatAreOutNeverChange(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := start()
		m.Numbering = rapid.SampledFrom([]Numbered{{}, {Actions: Series{PerYear, "2026", 15}, Items: Series{PerYear, "26", 124}, Decisions: Series{PerYear, "2026", 3}},
			{Actions: Series{Run: Running, First: 40}, Items: Series{Run: Running, First: 7}, Decisions: Series{Run: Running, First: 9}}}).Draw(t, "numbering")
		s := NewSession(m, nil)
		out, owner := map[ID]string{}, map[string]ID{}
		for n := range rapid.IntRange(1, 60).Draw(t, "steps") {
			was := len(s.Meeting().Circulated)
			wasFrozen := s.Meeting().State.Frozen()
			sent := anyStep(t, s, n)
			now := s.Meeting()
			all := printed(now)
			checkNumbers(t, all, out, owner)
			if len(now.Circulated) > was || sent && now.State.Frozen() && !wasFrozen {
				agendaOnly := !now.State.Frozen() || wasFrozen && now.Circulated[len(now.Circulated)-1].Agenda
				for id, number := range all {
					if !agendaOnly || number[:4] == "item" {
						out[id], owner[number] = number, id
					}
				}
			}
		}
	})
}

// anyStep does something to a meeting, and says whether it may have been sent
// out by it: what is undone or redone never is.
func anyStep(t *rapid.T, s *Session, n int) (sent bool) {
	switch rapid.IntRange(0, 14).Draw(t, "step") {
	case 0:
		_ = s.Do(issued())
	case 1:
		_ = s.Do(sentOut())
	case 2:
		_ = s.Do(SetState{rapid.SampledFrom([]State{Draft, Planned, Circulated}).Draw(t, "state")})
	case 3, 4:
		if _, err := s.Undo(); err != nil {
			t.Fatalf("undo: %v", err)
		}
		return false
	case 5:
		if _, err := s.Redo(); err != nil {
			t.Fatalf("redo: %v", err)
		}
		return false
	default:
		_ = s.Do(randomChange(t, s.Meeting(), n))
	}
	return true
}

// checkNumbers holds the numbers of a meeting to those that were out before, by
// what had them and by who owns each.
func checkNumbers(t *rapid.T, all, out map[ID]string, owner map[string]ID) {
	seen := map[string]ID{}
	for _, id := range slices.Sorted(maps.Keys(all)) {
		number := all[id]
		if had := out[id]; had != "" && had != number {
			t.Fatalf("%s was out as %s and is %s", id, had, number)
		}
		if other := owner[number]; other != "" && other != id {
			t.Fatalf("%s was that of %s and is given to %s", number, other, id)
		}
		if other := seen[number]; other != "" && number[:3] != "dec" {
			t.Fatalf("%s is that of %s and of %s", number, other, id)
		}
		seen[number] = id
	}
}
