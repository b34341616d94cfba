package model

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// of is what problems are, in a few letters.
func of(list []Problem) []string {
	var all []string
	for _, p := range list {
		all = append(all, strings.TrimSpace(fmt.Sprintf("%s: %s", p.Kind, p.Words)))
	}
	return all
}

func TestProblems(t *testing.T) {
	m := Meeting{State: Live, Restricting: &Restriction{Reason: "tender"},
		Attendees: []Attendee{{ID: "p", Name: "P. Moss", Unsure: true}},
		Items: []Item{{ID: "e", Title: "Empty"}, {ID: "n", Title: "Said", Outcome: "noted"},
			{ID: "i", Title: "Full", Entries: []Entry{
				{ID: "1", Kind: Action, Number: 1, Text: "To do next week"},
				{ID: "2", Kind: Action, Number: 2, Text: "Fine", Action: &ActionFacts{Owners: []string{"Clerk"}, Forum: "Panel"}},
				{ID: "3", Kind: Action, Number: 3, Text: "Gone", Action: &ActionFacts{Withdrawn: true}},
				{ID: "4", Kind: Paragraph, Text: "check ?? figure"},
				{ID: "5", Kind: Private, Text: "ring XYZ next week"},
			}}, {ID: "later", Title: "Not reached"}}}
	want := []Problem{
		{Kind: UnsurePerson, Attendee: "p", Words: "P. Moss", Fix: SetAttendee{Attendee{ID: "p", Name: "P. Moss"}}},
		{Kind: EmptyItem, Item: "e", Words: "Empty"},
		{Kind: NoOwner, Item: "i", Entry: "1", Words: "To do next week", Number: 1, Printed: "1"},
		{Kind: NoDue, Item: "i", Entry: "1", Words: "To do next week", Number: 1, Printed: "1"},
		{Kind: RelativeDate, Item: "i", Entry: "1", Words: "next week", Number: 1, Printed: "1"},
		{Kind: Query, Item: "i", Entry: "4", Words: "check ?? figure"},
		{Kind: PrivateNote, Item: "i", Entry: "5", Words: "ring XYZ next week"},
		{Kind: StillOn, Words: "tender"},
	}
	if got := Problems(m, nil); !reflect.DeepEqual(got, want) {
		t.Errorf("problems\n%+v, not\n%+v", got, want)
	}
	m.State = Approved
	if got := Problems(m, nil); got != nil {
		t.Errorf("approved minutes have %+v", got)
	}
}

func TestEveryFixPutsItsProblemRight(t *testing.T) {
	m := Meeting{ID: "m", State: Draft, Restricting: &Restriction{Reason: "tender"},
		Attendees: []Attendee{{ID: "p", Name: "P. Moss", Unsure: true, Mark: Present}},
		Items: []Item{{ID: "i", Title: "Tolls", Outcome: "noted", Entries: []Entry{{ID: "1", Kind: Paragraph, Text: "It was agreed that the tolls stay."},
			{ID: "2", Kind: Bullet, Text: "Clerk to look.", Unsure: true}}}}}
	list := Problems(m, nil)
	if got, want := of(list), []string{"unsure person: P. Moss", "decision words: It was agreed", "unsure entry: Clerk to look.", "still restricting: tender"}; !slices.Equal(got, want) {
		t.Fatalf("problems %q, not %q", got, want)
	}
	for n, p := range list {
		if p.Fix == nil {
			t.Fatalf("%s has no fix", p.Kind)
		}
		next, _, err := m.With(p.Fix)
		if err != nil {
			t.Fatal(err)
		}
		if got := of(Problems(next, nil)); !slices.Equal(got, slices.Delete(of(list), n, n+1)) {
			t.Errorf("after the fix of %s there is %q", p.Kind, got)
		}
	}
}

func TestItemsWithoutOutcome(t *testing.T) {
	said := []Entry{{ID: "s", Kind: Paragraph, Text: "Words"}}
	decided := []Entry{{ID: "d", Kind: Decision, Text: "Words"}}
	items := func(outcome string) []Item {
		return []Item{{ID: "o", Entries: said}, {ID: "1", Title: "One", Outcome: outcome}, {ID: "2", Title: "Two", Entries: said}, {ID: "3", Title: "Three", Entries: decided}, {ID: "4", Title: "Four"}}
	}
	for _, c := range []struct {
		state   State
		outcome string
		want    []string
	}{
		{Planned, "", nil},
		{Cancelled, "", nil},
		{Live, "", []string{"empty item: One"}},
		{Live, "noted", nil},
		{Draft, "", []string{"empty item: One", "empty item: Four"}},
		{Draft, "noted", []string{"no outcome: Two", "empty item: Four"}},
		{Circulated, "noted", []string{"no outcome: Two", "empty item: Four"}},
	} {
		if got := of(Problems(Meeting{State: c.state, Items: items(c.outcome)}, nil)); !slices.Equal(got, c.want) {
			t.Errorf("%s, outcome %q: %q, not %q", c.state, c.outcome, got, c.want)
		}
	}
}

// wordy is a meeting of paragraphs, with people whom they may cite.
func wordy(texts ...string) Meeting {
	m := Meeting{State: Live, Body: "Harbour Oversight Forum", Attendees: []Attendee{
		{ID: "ann", Name: "Cllr Ann Zelenka", Post: "Deputy Mayor for Ports and Coast", Group: "Coastal Council", Mark: Present},
		{ID: "moss", Name: "P. Moss OBE", Post: "Clerk", Mark: Apologies},
		{ID: "jane", Name: "Jane Reed", Mark: Present},
		{ID: "john", Name: "John Reed", Mark: Absent},
	}, Items: []Item{{ID: "i", Title: "Item"}}}
	for n, text := range texts {
		e := Entry{ID: ID(fmt.Sprint("e", n)), Kind: Paragraph, Text: text}
		switch {
		case strings.HasPrefix(text, "in "):
			e.Kind, e.Movement = Movement, &MovementFact{Way: In, Who: ID(text[3:])}
		case strings.HasPrefix(text, "out "):
			e.Kind, e.Movement = Movement, &MovementFact{Way: Out, Who: ID(text[4:])}
		}
		m.Items[0].Entries = append(m.Items[0].Entries, e)
	}
	return m
}

func TestProblemsInWords(t *testing.T) {
	known := NewKnown([]string{"Ms Ida Quill", "Jane Reed", "Tom Pike"}, []Abbreviation{{Short: "hob", Long: "Harbour Oversight Board"}}, nil)
	for _, c := range []struct {
		texts []string
		want  string
	}{
		// relative dates
		{[]string{"It will be done next Tuesday."}, "relative date: next Tuesday"},
		{[]string{"Tomorrow is soon enough."}, "relative date: Tomorrow"},
		{[]string{"ready in two weeks’ time"}, "relative date: in two weeks’ time"},
		{[]string{"sent 3 days ago"}, "relative date: 3 days ago"},
		{[]string{"by last March"}, "relative date: last March"},
		{[]string{"at the next meeting, this time and last of all. Next, week two; in two years; the week of 3 June"}, ""},
		// decisions
		{[]string{"It was unanimously agreed that tolls stay."}, "decision words: It was unanimously agreed"},
		{[]string{"The Board approved the plan."}, "decision words: Board approved"},
		{[]string{"The Forum then resolved to go on."}, "decision words: Forum then resolved"},
		{[]string{"RESOLVED that tolls stay."}, "decision words: RESOLVED"},
		{[]string{"Resolved: that tolls stay."}, "decision words: Resolved"},
		{[]string{"The agreed actions were noted. The Board agreed with the Chair. The Board had agreed it. The dispute was resolved. The budget approved in June stands."}, ""},
		{[]string{"The Coastal Council agreed to pay."}, "decision words: Council agreed"},
		{[]string{"The Harbour Authority agreed to pay."}, ""},
		// abbreviations
		{[]string{"The QWP was shown.", "The QWP again."}, "undefined abbreviation: QWP"},
		{[]string{"The QWP was shown.", "The Quay Works Plan (QWP) again."}, ""},
		{[]string{"Two SSOs came.", "Senior Shore Officers (SSOs)"}, ""},
		{[]string{"The DMPC, the CC, the HOF, the HOB, the UK, A&E, OBE, IV and PM; NOTED; Item 3A; B12"}, ""},
		{[]string{"the TfL report"}, "undefined abbreviation: TfL"},
		{[]string{"PART TWO OF THE AGENDA"}, ""},
		{[]string{"Quay Works Plan (QWP)", "Quick Wins Paper (QWP)", "Quay Works Plan (QWP)"}, "abbreviation defined twice: QWP"},
		// people
		{[]string{"Moss reported on tolls."}, "cited but not attending: P. Moss OBE"},
		{[]string{"Mr Moss also said so."}, "cited but not attending: P. Moss OBE"},
		{[]string{"P. Moss said so."}, "cited but not attending: P. Moss OBE"},
		{[]string{"Peter Moss said so."}, "cited but not attending: P. Moss OBE"},
		{[]string{"Q. Moss said so. Moss spoke not. Moss was sent for. moss reported"}, "cited but not attending: P. Moss OBE"},
		{[]string{"Q. Moss said so. Moss was sent for."}, ""},
		{[]string{"Ida Quill presented the paper."}, "cited but not attending: Ms Ida Quill"},
		{[]string{"The paper was presented by Ms Quill."}, "cited but not attending: Ms Ida Quill"},
		{[]string{"Cllr Zelenka reported, and Reed asked. Jane Reed said so."}, ""},
		{[]string{"John Reed asked."}, "cited but not attending: John Reed"},
		{[]string{"in moss", "Moss reported on tolls."}, "cited but not attending: P. Moss OBE"},
		{[]string{"Cllr Zelenka reported.", "out ann", "Ann Zelenka asked.", "in ann", "Zelenka said so."}, "cited but gone: Cllr Ann Zelenka"},
	} {
		if got := strings.Join(of(Problems(wordy(c.texts...), known)), "; "); got != c.want {
			t.Errorf("%q: %q, not %q", c.texts, got, c.want)
		}
	}
}

func TestSpellingProblems(t *testing.T) {
	right := func(word string) bool { return word != "harbor" && word != "teh" && word != "Teh" }
	m := wordy("Teh harbor, teh harbor and https://teh/teh", "the harbor")
	got := of(Problems(m, NewKnown(nil, nil, right)))
	if want := []string{"spelling: Teh", "spelling: harbor", "spelling: teh"}; !slices.Equal(got, want) {
		t.Errorf("problems %q, not %q", got, want)
	}
}

func TestMisspelt(t *testing.T) {
	right := func(word string) bool {
		return strings.ToLower(word) == word && !strings.Contains(word, "x") && !slices.Contains([]string{"dec", "sept", "oct"}, word)
	}
	for _, c := range []struct {
		text string
		want []Misspelled
	}{
		{"a fine day", nil},
		{"a fixe day", []Misspelled{{"fixe", 2, 6}}},
		{"é fixe – dxy", []Misspelled{{"fixe", 2, 6}, {"dxy", 9, 12}}},
		{"x, 3x, XX, mXM, me@x.org, ax/bx, www.axe.org", nil},
		{"semi-fine, semi-fixe, RX-fine", []Misspelled{{"semi-fixe", 11, 20}}},
		{"the clerk's, clerk’s and axe’s", []Misspelled{{"axe’s", 25, 30}}},
		{"", nil},
		{"by 14 dec, 3 sept or oct", nil},
	} {
		if got := Misspelt(c.text, right); !slices.Equal(got, c.want) {
			t.Errorf("Misspelt(%q) = %v, not %v", c.text, got, c.want)
		}
	}
}

func TestMisspeltSaysWhere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.RuneFrom([]rune("abAé’'- .\n/@1İ̂")), 0, 40, -1).Draw(t, "text")
		for _, w := range Misspelt(text, func(string) bool { return false }) {
			if got := string([]rune(text)[w.From:w.To]); got != w.Word {
				t.Fatalf("%q: %q stands at %d to %d, not %q", text, got, w.From, w.To, w.Word)
			}
		}
	})
}

func BenchmarkProblems(b *testing.B) {
	texts := make([]string, 60)
	for n := range texts {
		texts[n] = fmt.Sprintf("The Harbour Master reported that the survey of berth %d had been done, and that **the cost** stood at a figure which the Treasurer would confirm in writing before the end of the year.", n)
	}
	m := wordy(texts...)
	var people []string
	for n := range 500 {
		people = append(people, fmt.Sprintf("Person Number%d", n))
	}
	memo := map[string]bool{}
	known := NewKnown(people, nil, func(word string) bool { return !memo[word] })
	for b.Loop() {
		Problems(m, known)
	}
}

func BenchmarkMisspelt(b *testing.B) {
	text := strings.Repeat("The Harbour Master reported that the survey of the berth had been done. ", 28) // 2,000 characters
	memo := map[string]bool{}
	for b.Loop() {
		Misspelt(text, func(word string) bool { return !memo[word] })
	}
}
