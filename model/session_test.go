package model

import (
	"encoding/json"
	"errors"
	"testing"

	"pgregory.net/rapid"
)

// content is all of a meeting but its revision, as text.
func content(m Meeting) string {
	m.Rev = 0
	b, err := json.Marshal(m)
	if err != nil {
		panic(err)
	}
	return string(b)
}

// Whatever was done can be undone to where it began and redone to where it
// ended; revisions only grow; no value that was handed out differs later.
func TestSessionUndoesAndRedoesAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var handed []Meeting
		var prints []string
		s := NewSession(start(), func(m Meeting) {
			handed, prints = append(handed, m), append(prints, content(m))
		})
		steps := 0
		for n := range rapid.IntRange(1, 40).Draw(t, "steps") {
			before := content(s.Meeting())
			if err := s.Do(randomChange(t, s.Meeting(), n)); err == nil {
				steps++
			} else if content(s.Meeting()) != before {
				t.Fatalf("a refused change left something behind: %v", err)
			}
		}
		end := content(s.Meeting())
		for s.CanUndo() {
			if _, err := s.Undo(); err != nil {
				t.Fatalf("undo: %v", err)
			}
		}
		if got := content(s.Meeting()); got != content(start()) {
			t.Fatalf("undo ends at\n%s\nnot at\n%s", got, content(start()))
		}
		for range steps {
			if ok, err := s.Redo(); err != nil || !ok {
				t.Fatalf("redo: %v, %v", ok, err)
			}
		}
		if got := content(s.Meeting()); got != end {
			t.Fatalf("redo ends at\n%s\nnot at\n%s", got, end)
		}
		for i, m := range handed {
			if content(m) != prints[i] {
				t.Fatalf("state %d changed after it was handed out", i)
			}
			if i > 0 && m.Rev != handed[i-1].Rev+1 {
				t.Fatalf("revision %d follows %d", m.Rev, handed[i-1].Rev)
			}
		}
	})
}

// Two actions never have one number, whatever is done.
func TestActionNumbersAreUnique(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := start()
		for n := range rapid.IntRange(1, 40).Draw(t, "steps") {
			next, _, err := m.With(randomChange(t, m, n))
			if err != nil {
				continue
			}
			m = next
			seen := map[int]bool{}
			for _, e := range m.Actions() {
				if e.Number <= 0 || seen[e.Number] {
					t.Fatalf("number %d is given twice, or is none", e.Number)
				}
				seen[e.Number] = true
			}
		}
	})
}

// Approved minutes refuse every change but a tighter restriction.
func TestApprovedMinutesRefuseEveryChange(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := start()
		for n := range 10 {
			if next, _, err := m.With(randomChange(t, m, n)); err == nil {
				m = next
			}
		}
		m.State = Approved
		c := randomChange(t, m, 99)
		next, _, err := m.With(c)
		var sealed *Sealed
		if m.allowedWhenApproved(c) {
			if errors.As(err, &sealed) {
				t.Fatalf("%#v was refused", c)
			}
			return
		}
		if !errors.As(err, &sealed) || content(next) != content(m) {
			t.Fatalf("%#v was let through: %v", c, err)
		}
	})
}

func TestCirculationEmptiesUndo(t *testing.T) {
	s := NewSession(start(), nil)
	for _, c := range []Change{SetFact{FactVenue, "Quay House"}, SetState{Circulated}} {
		if err := s.Do(c); err != nil {
			t.Fatal(err)
		}
	}
	if s.CanUndo() {
		t.Error("what left the office can be undone")
	}
	if ok, err := s.Undo(); ok || err != nil {
		t.Errorf("Undo = %v, %v with nothing to undo", ok, err)
	}
}

func TestSessionRefusesEveryChange(t *testing.T) {
	m := start()
	s := NewSession(m, nil)
	if err := s.Do(SetFact{Fact: FactVenue, Value: "Quay House"}); err != nil {
		t.Fatal(err)
	}
	why := &HandedOver{Body: "b", Name: "Quay Board", Away: Away{On: "2026-05-04"}}
	s.Refuse(why)
	undone, err := s.Undo()
	for _, err := range []error{s.Do(SetFact{Fact: FactVenue, Value: "Elsewhere"}), err} {
		var away *HandedOver
		if !errors.As(err, &away) || undone {
			t.Errorf("a change gives %v", err)
		}
	}
	if s.Meeting().Venue != "Quay House" {
		t.Errorf("the venue is %q", s.Meeting().Venue)
	}
	s.Refuse(nil)
	if ok, err := s.Undo(); !ok || err != nil || s.Meeting().Venue != "" {
		t.Errorf("taken back, undo gives %v, %v", ok, err)
	}
}
