package model

import (
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func circulated() Meeting {
	return Meeting{ID: "m", BodyID: "b", Body: "Quay Board", Date: "2026-01-12", State: Circulated, Chair: "ann",
		Attendees: []Attendee{{ID: "ann", Name: "Ann Voss", Mark: Present}, {ID: "bo", Name: "Bo Orr", Mark: Present}},
		Items: []Item{{ID: "i", Title: "Moorings", Entries: []Entry{
			{ID: "p", Kind: Paragraph, Text: "The rent was 400 pounds.", Withheld: []Phrase{{Words: "400", Restriction: Restriction{Reason: "price"}}}},
			{ID: "a", Kind: Action, Number: 3, Text: "Ann to write.", Action: &ActionFacts{Owners: []string{"Ann"}}},
			{ID: "n", Kind: Private, Text: "ask the chair"}}}}}
}

// corrections records each and gives the meeting.
func corrections(t *testing.T, m Meeting, list ...Correction) Meeting {
	t.Helper()
	for _, c := range list {
		next, _, err := m.With(Correct{c})
		if err != nil {
			t.Fatal(err)
		}
		m = next
	}
	return m
}

func TestCorrectedMinutes(t *testing.T) {
	t.Parallel()
	m := circulated()
	done := corrections(t, m,
		Correction{ID: "1", Entry: &Entry{ID: "p", Kind: Paragraph, Text: "The rent was 500 pounds."}},
		Correction{ID: "2", Entry: &Entry{ID: "new", Kind: Action, Text: "Bo to ask."}, Item: "i", After: "p"},
		Correction{ID: "3", Entry: &Entry{ID: "a"}, Struck: true},
		Correction{ID: "4", Attendee: &Attendee{ID: "bo", Name: "Bo Orrin", Mark: Apologies}})
	got := done.Corrected()
	e := got.Items[0].Entries
	if len(got.Corrections) != 0 || len(e) != 4 || e[0].Text != "The rent was 500 pounds." || len(e[0].Withheld) != 1 {
		t.Errorf("corrected: %+v", e)
	}
	if e[1].Number != 4 || done.Corrections[1].Entry.Number != 4 {
		t.Errorf("the new action is number %d", e[1].Number)
	}
	if !e[2].Action.Withdrawn || e[2].Number != 3 || len(e[2].Action.Owners) != 1 {
		t.Errorf("the action struck out: %+v", e[2])
	}
	if got.Attendees[1].Name != "Bo Orrin" {
		t.Errorf("people: %+v", got.Attendees)
	}
	if done.InForce().Items[0].Entries[0].Text != "The rent was 400 pounds." {
		t.Error("corrections hold before the minutes are approved")
	}
	done.State = Approved
	if !reflect.DeepEqual(done.InForce(), done.Corrected()) {
		t.Error("corrections do not hold once the minutes are approved")
	}
	same := done.Clone()
	same.Corrections, same.Rev, same.State, same.Frozen = nil, 0, Circulated, nil
	if !reflect.DeepEqual(same, circulated()) {
		t.Error("what was circulated did not stay as it was")
	}
}

func TestCorrectionsThatCannotBe(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]Correction{
		"nothing":            {ID: "1"},
		"no identity":        {Entry: &Entry{ID: "p", Kind: Paragraph, Text: "Other."}},
		"two":                {ID: "1", Entry: &Entry{ID: "p", Kind: Paragraph, Text: "Other."}, Attendee: &Attendee{ID: "bo", Name: "B", Mark: Present}},
		"the same words":     {ID: "1", Entry: &Entry{ID: "p", Kind: Paragraph, Text: "The rent was 400 pounds.", Withheld: circulated().Items[0].Entries[0].Withheld}},
		"no words":           {ID: "1", Entry: &Entry{ID: "p", Kind: Paragraph}},
		"an action no more":  {ID: "1", Entry: &Entry{ID: "a", Kind: Paragraph, Text: "Ann to write."}},
		"a private note":     {ID: "1", Entry: &Entry{ID: "n", Kind: Paragraph, Text: "Other."}},
		"a new private note": {ID: "1", Entry: &Entry{ID: "x", Kind: Private, Text: "Other."}, Item: "i"},
		"nowhere":            {ID: "1", Entry: &Entry{ID: "x", Kind: Paragraph, Text: "Other."}},
		"after nothing":      {ID: "1", Entry: &Entry{ID: "x", Kind: Paragraph, Text: "Other."}, Item: "i", After: "gone"},
		"struck, not there":  {ID: "1", Entry: &Entry{ID: "x"}, Struck: true},
		"the chair struck":   {ID: "1", Attendee: &Attendee{ID: "ann"}, Struck: true},
		"a nameless person":  {ID: "1", Attendee: &Attendee{ID: "bo", Mark: Present}},
	} {
		_, _, err := circulated().With(Correct{c})
		var invalid *Invalid
		var missing *Missing
		if !errors.As(err, &invalid) && !errors.As(err, &missing) {
			t.Errorf("%s: %v", name, err)
		}
	}
	m := circulated()
	m.State = Draft
	if _, _, err := m.With(Correct{Correction{ID: "1", Entry: &Entry{ID: "p", Kind: Paragraph, Text: "Other."}}}); err == nil {
		t.Error("a draft takes a correction")
	}
}

func TestCorrectionThatAnotherRestsOnStays(t *testing.T) {
	t.Parallel()
	m := corrections(t, circulated(), Correction{ID: "1", Entry: &Entry{ID: "x", Kind: Paragraph, Text: "One."}, Item: "i", After: Last},
		Correction{ID: "2", Entry: &Entry{ID: "y", Kind: Paragraph, Text: "Two."}, Item: "i", After: "x"})
	if _, _, err := m.With(Uncorrect{"1"}); err == nil {
		t.Error("the first was taken away from under the second")
	}
	m, _, err := m.With(Uncorrect{"2"})
	if err != nil || len(m.Corrections) != 1 {
		t.Errorf("%v %v", m.Corrections, err)
	}
}

// A new entry that a correction adds can be restricted after the seal too.
func TestCorrectionIsTightened(t *testing.T) {
	t.Parallel()
	m := corrections(t, circulated(), Correction{ID: "1", Entry: &Entry{ID: "x", Kind: Paragraph, Text: "The tenant left."}, Item: "i", After: Last})
	m.State = Approved
	sealed, seal, err := SealMeeting(m, nil, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []Change{RestrictEntry{"x", &Restriction{Reason: "personal"}}, RestrictPhrase{"x", "tenant", &Restriction{Reason: "personal"}}, RestrictEntry{"p", &Restriction{Reason: "price"}}} {
		next, _, err := sealed.With(c)
		if err != nil || !seal.Covers(next) || !next.HasRestricted() {
			t.Errorf("%+v: %v", c, err)
		}
		sealed = next
	}
	e := sealed.Corrected().Items[0].Entries
	if e[0].Restricted == nil || e[3].Restricted == nil || len(e[3].Withheld) != 1 {
		t.Errorf("corrected: %+v", e)
	}
}

// lifeChange draws any change, those of the life of minutes among them.
func lifeChange(t *rapid.T, m Meeting, n int) Change {
	if rapid.Bool().Draw(t, "during the meeting") {
		return randomChange(t, m, n)
	}
	entries := []ID{ID(fmt.Sprint("c-", n))}
	for _, it := range m.Corrected().Items {
		for _, e := range it.Entries {
			entries = append(entries, e.ID)
		}
	}
	entry := Entry{ID: rapid.SampledFrom(entries).Draw(t, "entry"), Kind: rapid.SampledFrom(EntryKinds).Draw(t, "kind"), Text: rapid.SampledFrom([]string{"Put right.", ""}).Draw(t, "words")}
	part := rapid.SampledFrom([]Part{OpenPart, ClosedPart, Whole}).Draw(t, "part")
	id := rapid.SampledFrom([]ID{"k1", "k2", "k3"}).Draw(t, "correction")
	return rapid.SampledFrom([]Change{
		Circulate{Circulation{On: "2026-03-05"}}, Circulate{Circulation{On: "2026-03-01", Agenda: true}},
		Correct{Correction{ID: id, Entry: &entry, Item: "i0", After: rapid.SampledFrom(append(entries, "", Last)).Draw(t, "after"), Struck: rapid.Bool().Draw(t, "struck")}},
		Correct{Correction{ID: id, Attendee: &Attendee{ID: "p1", Name: "Somebody else", Mark: Absent}}}, Uncorrect{id},
		Pass{Passed{Part: part, How: ByMail, On: "2026-04-01"}}, Pass{Passed{Part: part, Meeting: "later", On: "2026-04-01"}}, Ratify{Part: part, Meeting: "later", On: "2026-05-01"},
	}).Draw(t, "change")
}

// Whatever the life of minutes does to them is taken back by its undo, unless
// it is sealed meanwhile.
func TestLifeOfMinutesIsUndone(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		m := start()
		for n := range rapid.IntRange(1, 20).Draw(t, "changes") {
			next, undo, err := m.With(lifeChange(t, m, n))
			if err != nil {
				continue
			}
			if m.State != Approved && next.State != Approved {
				back, again, err := next.With(undo)
				if err != nil {
					t.Fatalf("undo: %v", err)
				}
				back.Rev = m.Rev
				if plain(t, back) != plain(t, m) {
					t.Fatalf("undo ends at\n%s\nnot at\n%s", plain(t, back), plain(t, m))
				}
				back, _, err = back.With(again)
				if back.Rev = next.Rev; err != nil || plain(t, back) != plain(t, next) {
					t.Fatalf("redo (%v) ends at\n%s\nnot at\n%s", err, plain(t, back), plain(t, next))
				}
			}
			m = next
		}
	})
}

func plain(t *rapid.T, m Meeting) string {
	data, err := json.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// Whatever changes there are, sealed minutes take only those that withhold more.
func TestSealedMinutesTakeNoChangeButTightening(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		m := start()
		for n := range rapid.IntRange(0, 12).Draw(t, "changes") {
			if next, _, err := m.With(lifeChange(t, m, n)); err == nil {
				m = next
			}
		}
		m.State, m.Seal = Approved, nil
		sealed, seal, err := SealMeeting(m, nil, "")
		if err != nil {
			t.Fatal(err)
		}
		c := lifeChange(t, sealed, 99)
		next, undo, err := sealed.With(c)
		var refused *Sealed
		switch {
		case tightens(c):
			if err != nil {
				return // of an entry that is not there
			}
			if !seal.Covers(next) || next.Seal == nil {
				t.Fatalf("%#v broke the seal", c)
			}
			if _, _, err := next.With(undo); !tightens(undo) && !errors.As(err, &refused) {
				t.Fatalf("the undo %#v: %v", undo, err)
			}
		case !errors.As(err, &refused) || !reflect.DeepEqual(next, sealed):
			t.Fatalf("%#v: %v", c, err)
		}
	})
}

// tightens says whether a change withholds more of minutes, and does no more.
func tightens(c Change) bool {
	switch c := c.(type) {
	case RestrictItem:
		return c.Restriction != nil
	case RestrictEntry:
		return c.Restriction != nil
	case RestrictPhrase:
		return c.Restriction != nil
	case Many:
		for _, one := range c {
			if !tightens(one) {
				return false
			}
		}
		return len(c) > 0
	}
	return false
}

// Every type of change there is, as one that would change something.
func TestEveryTypeOfChangeIsRefusedOnceSealed(t *testing.T) {
	t.Parallel()
	m := circulated()
	m.State = Approved
	m.Passed = []Passed{{How: ByMail, On: "2026-02-01"}}
	sealed, _, err := SealMeeting(m, nil, "")
	if err != nil {
		t.Fatal(err)
	}
	para, bo := m.Items[0].Entries[0], m.Attendees[1]
	open := Restriction{Reason: "price"}
	changes := []Change{
		Many{SetState{Draft}}, SetState{Draft}, restoreState{Draft, nil}, SetRestricting{&open}, SetNext{&Next{Date: "2026-09-09"}}, SetPublic{new(int)}, SetQuorum{4}, SetFact{FactVenue, "Quay House"},
		AddEntry{"i", Last, action("z")}, restoreEntry{"i", Last, action("z")}, SetEntry{para}, replaceEntry{para}, MoveEntry{"p", "i", Last}, DeleteEntry{ID: "a"}, removeEntry{"p"},
		Renumber{}, setNumbers{map[ID]int{"a": 9}}, AddItem{Item{ID: "z", Title: "Z"}, Last}, restoreItem{Item{ID: "z", Title: "Z"}, Last}, SetItem{"i", ItemTitle, "Z"}, setFact{ItemTitle, Item{ID: "i"}},
		SetPapers{ID: "i"}, restorePapers{id: "i"}, MoveItem{"i", Last}, DeleteItem{"i"}, removeItem{"i"}, setWithheld{id: "p"},
		AddAttendee{Attendee{ID: "z", Name: "Z", Mark: Present}, Last}, SetAttendee{bo}, RemoveAttendee{"bo"}, MoveAttendee{"ann", Last},
		Circulate{Circulation{On: "2026-09-09"}}, uncirculate{}, Correct{Correction{ID: "k", Entry: &Entry{ID: "p"}, Struck: true}}, Uncorrect{"k"}, setCorrections{},
		Pass{Passed{On: "2026-09-09"}}, unpass{}, Ratify{Meeting: "x", On: "2026-09-09"},
		SetNumbering{Numbered{Actions: Series{Run: Running, First: 7}}}, restoreNumbering{}, FixNumber{"p", "1.9"}, restoreFrozen{}, NumbersOut{Actions: []int{9}},
		RestrictItem{"i", nil}, RestrictEntry{"p", nil}, RestrictPhrase{"p", "400", nil},
	}
	tried := map[string]bool{}
	for _, c := range changes {
		tried[reflect.TypeOf(c).Name()] = true
		next, _, err := sealed.With(c)
		if !errors.As(err, new(*Sealed)) || !reflect.DeepEqual(next, sealed) {
			t.Errorf("%#v: %v", c, err)
		}
	}
	for _, name := range typesOfChange(t) {
		if !tried[name] {
			t.Errorf("no change of the type %s was tried", name)
		}
	}
}

// typesOfChange are the names of the types in the package that apply changes.
func typesOfChange(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Name.Name == "apply" && f.Recv != nil {
				names = append(names, f.Recv.List[0].Type.(*ast.Ident).Name)
			}
		}
	}
	if len(names) < 30 {
		t.Fatalf("only %v", names)
	}
	return names
}
