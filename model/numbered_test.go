package model

import (
	"reflect"
	"testing"
)

// A new meeting takes up every series behind the highest number that the
// body's meetings have used in it, and in no other.
func TestNumberedGoesOnBehindEarlierMeetings(t *testing.T) {
	byYear := Numbering{Actions: PerYear, Items: PerYear, Decisions: PerYear, YearBegins: 5}
	used := func(body ID, year string, last int) Summary {
		return Summary{BodyID: body, Numbers: UsedNumbers{
			Actions:   Used{PerYear, "20" + year, 1, last},
			Items:     Used{PerYear, year, 1, last + 100},
			Decisions: Used{PerYear, "20" + year, 1, last + 10},
		}}
	}
	meetings := []Summary{used("b", "22", 14), used("b", "21", 40), used("other", "22", 90), {BodyID: "b"}, used("b", "22", 3)}
	for _, one := range []struct {
		about  string
		policy Numbering
		date   Date
		want   Numbered
	}{
		{"nothing said", Numbering{}, "2022-06-24", Numbered{}},
		{"in the year", byYear, "2022-06-24", Numbered{Series{PerYear, "2022", 15}, Series{PerYear, "22", 115}, Series{PerYear, "2022", 25}}},
		{"before the year begins", byYear, "2023-04-30", Numbered{Series{PerYear, "2022", 15}, Series{PerYear, "22", 115}, Series{PerYear, "2022", 25}}},
		{"the year after", byYear, "2023-05-01", Numbered{Series{PerYear, "2023", 1}, Series{PerYear, "23", 1}, Series{PerYear, "2023", 1}}},
		{"begun again", Numbering{Actions: Running}, "2022-06-24", Numbered{Actions: Series{Run: Running, First: 1}}},
	} {
		if got := (Body{ID: "b", Numbering: one.policy}).Numbered(one.date, meetings); got != one.want {
			t.Errorf("%s: %+v, not %+v", one.about, got, one.want)
		}
	}
}

func TestSummaryCarriesTheNumbersUsed(t *testing.T) {
	m := Meeting{Numbering: Numbered{Actions: Series{PerYear, "2022", 15}, Items: Series{Run: Running, First: 40}, Decisions: Series{PerYear, "2022", 7}},
		Items: []Item{
			{ID: "o", Entries: []Entry{{ID: "x", Kind: Paragraph, Text: "x"}}},
			{ID: "1", Title: "One", Entries: []Entry{{ID: "a", Kind: Action, Number: 16, Text: "x"}, {ID: "b", Kind: Action, Number: 15, Text: "x"}}},
			{ID: "2", Title: "Two", Entries: []Entry{
				{ID: "d", Kind: Decision, Text: "x", Resolution: &Resolution{Number: "2022/9"}},
				{ID: "e", Kind: Decision, Text: "x", Resolution: &Resolution{Number: "2021/99"}},
				{ID: "f", Kind: Decision, Text: "x", Resolution: &Resolution{Number: "B/12"}}}},
		}}
	want := UsedNumbers{Used{PerYear, "2022", 15, 16}, Used{Running, "", 40, 41}, Used{PerYear, "2022", 9, 9}}
	if got := m.Summary().Numbers; !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, not %+v", got, want)
	}
	m.Numbering = Numbered{}
	if got := m.Summary().Numbers; got != (UsedNumbers{}) {
		t.Errorf("%+v of numbers that begin anew in every meeting", got)
	}
}

func TestNextActionBeginsWithTheFirstOfItsSeries(t *testing.T) {
	m := start()
	m.Numbering.Actions = Series{PerYear, "2026", 15}
	for n, want := range []int{15, 16} {
		next, _, err := m.With(AddEntry{"i0", Last, Entry{ID: ID("a" + string(rune('0'+n))), Kind: Action, Text: "Clerk to write"}})
		if err != nil {
			t.Fatal(err)
		}
		m = next
		if got := m.Actions()[n].Number; got != want {
			t.Errorf("action %d has number %d, not %d", n, got, want)
		}
	}
}
