package model

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestPhraseIn(t *testing.T) {
	for _, c := range []struct {
		phrase, words string
		want          []string
	}{
		{"Quillonbrook", "Quillonbrook asked; quillonbrook was told.", []string{"Quillonbrook", "quillonbrook"}},
		{"4,917,233", "of 4,917,233 or 4917233 pounds", []string{"4,917,233", "4917233"}},
		{"£4,917,233", "of £4,917,233 or 4917233 pounds", []string{"£4,917,233", "4917233"}},
		{"Mr Orrin Vance", "mr  Orrin, Vance", []string{"mr  Orrin, Vance"}},
		{"**Mr Vance**", "Mr Vance", []string{"Mr Vance"}},
		{"art", "party of art", []string{"art"}},
		{"917", "4,917,233", nil},
		{"soft", "so\u00adft ground", []string{"so\u00adft"}},
		{"…", "and so on …", nil},
		{"a b", "a a b", []string{"a b"}},
		{"a a", "a a a", []string{"a a"}},
	} {
		var got []string
		for _, at := range (Phrase{Words: c.phrase}).In(c.words) {
			got = append(got, c.words[at[0]:at[1]])
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q in %q: %q, not %q", c.phrase, c.words, got, c.want)
		}
	}
}

func TestTokensStandWhereTheySay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.RuneFrom([]rune("abAé12,.'  \n\u00ad\u0302ß\u202f-")), 0, 40, -1).Draw(t, "text")
		end := 0
		for _, token := range Tokens(text) {
			if token.From < end || token.To <= token.From || token.Word == "" {
				t.Fatalf("%q: %+v after %d", text, token, end)
			}
			end = token.To
			if again := Tokens(text[token.From:token.To]); len(again) != 1 || again[0].Word != token.Word {
				t.Fatalf("%q: %+v alone is %+v", text, token, again)
			}
		}
	})
}

func restrictable(state State) Meeting {
	return Meeting{ID: "m", Body: "Board", Date: "2026-03-03", State: state, Items: []Item{{ID: "i", Title: "Tender of Quillonbrook", Entries: []Entry{
		{ID: "p", Kind: Paragraph, Text: "**Quillonbrook** asked for 4,917 pounds."}, {ID: "d", Kind: Paragraph, Done: &DoneFact{Action: "4"}}}}}}
}

func TestRestrictPhrase(t *testing.T) {
	why := &Restriction{Reason: "price", Paragraph: "3"}
	m := restrictable(Draft)
	s := NewSession(m, nil)
	for _, c := range []Change{RestrictPhrase{"p", "quillonbrook", why}, RestrictPhrase{"p", "4,917 pounds", why}, RestrictPhrase{"i", "Quillonbrook", why}, RestrictPhrase{"p", "quillonbrook", &Restriction{Reason: "name"}}, RestrictPhrase{"p", "4,917 pounds", nil}} {
		if err := s.Do(c); err != nil {
			t.Fatalf("%+v: %v", c, err)
		}
	}
	now := s.Meeting()
	if e := now.Items[0].Entries[0]; len(e.Withheld) != 1 || e.Withheld[0].Reason != "name" || len(e.Lost()) > 0 || e.Text != m.Items[0].Entries[0].Text {
		t.Errorf("the entry is %+v", e)
	}
	if it := now.Items[0]; len(it.Withheld) != 1 || it.Withheld[0].Paragraph != "3" || !now.HasRestricted() {
		t.Errorf("the item is %+v", it)
	}
	for range 5 {
		if ok, err := s.Undo(); !ok || err != nil {
			t.Fatal(ok, err)
		}
	}
	if back := s.Meeting(); back.HasRestricted() || len(back.Items[0].Entries[0].Withheld) > 0 {
		t.Errorf("taken back it is %+v", back.Items[0])
	}
}

func TestRestrictPhraseRefuses(t *testing.T) {
	why := &Restriction{Reason: "price"}
	m := restrictable(Draft)
	for name, c := range map[string]Change{"not there": RestrictPhrase{"p", "Vance", why}, "no words": RestrictPhrase{"p", "…", why}, "part of a word": RestrictPhrase{"p", "Quill", why},
		"worded by the style": RestrictPhrase{"d", "noted", why}, "not restricted": RestrictPhrase{"p", "asked", nil}} {
		if _, _, err := m.With(c); !errors.As(err, new(*Invalid)) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, _, err := m.With(RestrictPhrase{"x", "asked", why}); !errors.As(err, new(*Missing)) {
		t.Errorf("nowhere: %v", err)
	}
}

// withoutMarks is what a seal covers of a meeting: all but what is restricted.
func withoutMarks(m Meeting) Meeting {
	m = m.Clone()
	m.Rev, m.Restricting = 0, nil
	for i := range m.Items {
		it := &m.Items[i]
		it.Restricted, it.PublicTitle, it.Withheld, it.OutcomeRestricted, it.PresenterRestricted = nil, "", nil, nil, nil
		for j := range it.Papers {
			it.Papers[j].Restricted = nil
		}
		for j := range it.Entries {
			it.Entries[j].Restricted, it.Entries[j].Withheld = nil, nil
		}
	}
	return m
}

func TestApprovedMinutesCanBeTightenedOnly(t *testing.T) {
	why := &Restriction{Reason: "price"}
	m := restrictable(Approved)
	s := NewSession(m, nil)
	for _, c := range []Change{RestrictPhrase{"p", "Quillonbrook", why}, RestrictPhrase{"i", "Quillonbrook", why}, RestrictEntry{"d", why}, Many{RestrictItem{"i", why}, RestrictEntry{"p", why}}} {
		if err := s.Do(c); err != nil {
			t.Errorf("%+v: %v", c, err)
		}
	}
	if !reflect.DeepEqual(withoutMarks(s.Meeting()), withoutMarks(m)) {
		t.Error("more than restrictions changed")
	}
	if s.CanUndo() {
		t.Error("a restriction of approved minutes can be taken back")
	}
	for _, c := range []Change{RestrictPhrase{"p", "Quillonbrook", nil}, RestrictEntry{"d", nil}, RestrictItem{"i", nil}, SetRestricting{why}, Many{RestrictEntry{"d", why}, RestrictEntry{"d", nil}}, Many{}, setWithheld{"p", nil}} {
		if err := s.Do(c); !errors.As(err, new(*Sealed)) {
			t.Errorf("%+v: %v", c, err)
		}
	}
}

// enteredWhileRestricting is a meeting, and a session in which all kinds of
// thing were entered in it while everything entered was restricted.
func enteredWhileRestricting(t *testing.T, why Restriction) (Meeting, *Session) {
	t.Helper()
	m := Meeting{ID: "m", Body: "Board", Date: "2026-03-03", State: Live, Attendees: []Attendee{{ID: "ann", Name: "Ann"}},
		Items: []Item{{ID: "a", Title: "A", Outcome: "noted", Papers: []Paper{{Title: "Old"}}, Entries: []Entry{{ID: "a1", Kind: Paragraph, Text: "Said."}, {ID: "a2", Kind: Paragraph, Text: "Kept."}}}, {ID: "b", Title: "B"}}}
	s := NewSession(m, nil)
	steps := []Change{SetRestricting{&why}, SetItem{"a", ItemOutcome, "referred to X"}, SetItem{"b", ItemPresenter, "Y"}, SetItem{"b", ItemTitle, "B of Z"}, SetPapers{"a", []Paper{{Title: "Old"}, {Title: "New"}}}, AddItem{Item{ID: "c", Title: "C"}, Last},
		SetEntry{Entry{ID: "a1", Kind: Paragraph, Text: "Said otherwise."}}, SetEntry{Entry{ID: "a2", Kind: Paragraph, Text: "Kept."}}}
	for i, kind := range EntryKinds {
		e := Entry{ID: ID(fmt.Sprint("e", i)), Kind: kind, Text: "x"}
		if kind == Movement {
			e.Movement = &MovementFact{Way: Out, Who: "ann"}
		}
		steps = append(steps, AddEntry{"b", Last, e})
	}
	for _, c := range steps {
		if err := s.Do(c); err != nil {
			t.Fatalf("%+v: %v", c, err)
		}
	}
	return m, s
}

func TestEverythingEnteredWhileRestrictingIsRestricted(t *testing.T) {
	why := Restriction{Reason: "staffing", Paragraph: "1"}
	_, s := enteredWhileRestricting(t, why)
	now := s.Meeting()
	a, b, c := now.Items[0], now.Items[1], now.Items[2]
	for what, r := range map[string]*Restriction{"an outcome": a.OutcomeRestricted, "a presenter": b.PresenterRestricted, "a paper": a.Papers[1].Restricted, "an item": c.Restricted, "a changed entry": a.Entries[0].Restricted} {
		if r == nil || *r != why {
			t.Errorf("%s entered while restricting is restricted by %v", what, r)
		}
	}
	if len(b.Withheld) != 1 || b.Withheld[0].Words != "B of Z" || b.Withheld[0].Restriction != why {
		t.Errorf("a title entered while restricting is withheld as %v", b.Withheld)
	}
	if a.Papers[0].Restricted != nil || a.Entries[1].Restricted != nil || a.Restricted != nil {
		t.Error("what was there before is restricted too")
	}
	for _, e := range b.Entries {
		if (e.Restricted == nil) != (e.Kind == Private) {
			t.Errorf("%s entered while restricting is restricted by %v", e.Kind, e.Restricted)
		}
	}
	if next, _, err := now.With(Many{SetRestricting{}, SetItem{"a", ItemOutcome, "agreed"}}); err != nil || next.Items[0].OutcomeRestricted != nil {
		t.Errorf("an outcome set in public is restricted (%v)", err)
	}
}

func TestWhatWasEnteredWhileRestrictingCanBeTakenBack(t *testing.T) {
	m, s := enteredWhileRestricting(t, Restriction{Reason: "staffing"})
	for s.CanUndo() {
		if _, err := s.Undo(); err != nil {
			t.Fatal(err)
		}
	}
	got := s.Meeting()
	got.Rev = 0
	is, err := json.Marshal(got)
	was, e := json.Marshal(m)
	if err != nil || e != nil || !bytes.Equal(is, was) {
		t.Errorf("all taken back it is %+v", got)
	}
}

func TestProblemsOfRestrictedParts(t *testing.T) {
	m := restrictable(Draft)
	m.Items[0].Outcome = "noted"
	e := &m.Items[0].Entries[0]
	e.Withheld = []Phrase{{"Quillonbrook", Restriction{"price", ""}}, {"Vance", Restriction{}}}
	m.Items[0].Entries[1].Restricted = &Restriction{}
	list := Problems(m, nil)
	want := []string{"restricted without reason: " + e.Text, "withheld words not found: Vance", "restricted without reason:"}
	if got := of(list); !slices.Equal(got, want) {
		t.Fatalf("problems %q, not %q", got, want)
	}
	next, _, err := m.With(list[1].Fix)
	if err != nil || next.Items[0].Entries[0].Restricted == nil || strings.Contains(fmt.Sprint(of(Problems(next, nil))), "not found") {
		t.Errorf("put right it is %+v (%v)", next.Items[0].Entries[0], err)
	}
	m.Items[0].Withheld = []Phrase{{"Vance", Restriction{"price", ""}}}
	if got := of(Problems(m, nil)); got[0] != "withheld words not found: Vance" {
		t.Errorf("a title has the problems %q", got)
	}
}
