package model

import (
	"reflect"
	"testing"
)

func TestNumber(t *testing.T) {
	p := func(id ID, k EntryKind) Entry { return Entry{ID: id, Kind: k, Text: "words"} }
	m := Meeting{Items: []Item{
		{ID: "o", Entries: []Entry{p("before", Paragraph)}},
		{ID: "1", Title: "Minutes", Entries: []Entry{p("a", Paragraph), p("b", Bullet), p("c", Decision)}},
		{ID: "2", Title: "Roads", Reference: "128/17", Entries: []Entry{p("d", Heading), p("e", Motion), p("f", VoteTaken), p("g", Private), p("h", Interest)}},
		{ID: "3", Title: "Parks", Entries: []Entry{{ID: "i", Kind: Action, Number: 7, Text: "x"}, {ID: "j", Kind: Decision, Text: "x", Resolution: &Resolution{Number: "2026/14"}}}},
	}}
	n := Number(m)
	if want := (map[ID]string{"1": "1", "2": "128/17", "3": "3"}); !reflect.DeepEqual(n.Items, want) {
		t.Errorf("items %v, not %v", n.Items, want)
	}
	if want := (map[ID]string{"a": "1.1", "c": "1.2", "e": "2.1", "h": "2.2", "i": "7", "j": "2026/14"}); !reflect.DeepEqual(n.Entries, want) {
		t.Errorf("entries %v, not %v", n.Entries, want)
	}
	if n.Paragraphs["j"] != "3.1" {
		t.Errorf("the decision is paragraph %s", n.Paragraphs["j"])
	}
}

// An item may have a number outside that lies before the first of the meeting:
// its paragraphs are counted from 1 all the same, and no two are alike.
func TestParagraphsOfAnItemNumberedBeforeTheFirst(t *testing.T) {
	m := agenda(3, 1)
	m.Numbering.Items = Series{PerYear, "17", 15}
	m = after(t, m, FixNumber{"i2", "3"}, FixNumber{"i3", "14A"})
	n := Number(m)
	if want := (map[ID]string{"i1": "A3/17", "i2": "3/17", "i3": "14A/17"}); !reflect.DeepEqual(n.Items, want) {
		t.Errorf("items %v, not %v", n.Items, want)
	}
	if want := (map[ID]string{"p1.1": "A1.1", "p2.1": "1.1", "p3.1": "12A.1"}); !reflect.DeepEqual(n.Paragraphs, want) {
		t.Errorf("paragraphs %v, not %v", n.Paragraphs, want)
	}
	out := Number(after(t, m, sentOut(), AddEntry{"i1", Last, paragraph("late")}, SetState{Draft}, FixNumber{"late", "A1.2"}))
	if out.Paragraphs["late"] != "A1.2" || out.Paragraphs["p3.1"] != "12A.1" {
		t.Errorf("paragraphs that are out: %v", out.Paragraphs)
	}
}

func TestOrdinal(t *testing.T) {
	for n, want := range map[int]string{1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 11: "11th", 12: "12th", 13: "13th", 21: "21st", 22: "22nd", 31: "31st", 111: "111th", 123: "123rd"} {
		if got := Ordinal(n); got != want {
			t.Errorf("%d is the %s", n, got)
		}
	}
}

func TestDatesAndClocks(t *testing.T) {
	if _, err := NewDate(2026, 2, 31); err == nil {
		t.Error("31 February is a day")
	}
	d, err := NewDate(2022, 6, 24)
	if err != nil || d != "2022-06-24" || d.Full() != "Friday 24 June 2022" || d.Long() != "24 June 2022" || d.AddDays(7) != "2022-07-01" {
		t.Errorf("%s %s %s %v", d, d.Full(), d.AddDays(7), err)
	}
	if Date("").Long() != "" || Date("").Valid() || Date("x").AddDays(1) != "x" {
		t.Error("no date is a date")
	}
	if _, err := NewClock(24, 0); err == nil {
		t.Error("24:00 is a time")
	}
	if c, err := NewClock(9, 5); err != nil || c != "09:05" || !c.Valid() || Clock("9:05").Valid() {
		t.Errorf("%s %v", c, err)
	}
}

// No number is fixed that a machine cannot count on from.
func TestNumbersThatAreFixedCanBeCountedOnFrom(t *testing.T) {
	m := agenda(2, 1)
	const most = "999999999999999999"
	for _, c := range []Change{FixNumber{"i1", most + "9"}, FixNumber{"p1.1", most + "9.1"}, FixNumber{"p1.1", "1." + most + "9"}} {
		if _, _, err := m.With(c); err == nil {
			t.Errorf("%v is taken", c)
		}
	}
	n := Number(after(t, m, FixNumber{"i1", most}))
	if want := (map[ID]string{"i1": most, "i2": "1000000000000000000"}); !reflect.DeepEqual(n.Items, want) {
		t.Errorf("items %v, not %v", n.Items, want)
	}
}
