package model

import "testing"

// Two meetings that were planned together begin with the same numbers: once one
// has used them the other is pointed to, and can go on behind.
func TestNumbersUsedTwiceAreFollowedUp(t *testing.T) {
	m := agenda(2, 0)
	m.ID, m.BodyID = "now", "b"
	m.Numbering = Numbered{Actions: Series{PerYear, "2026", 15}, Items: Series{Run: Running, First: 40}}
	before := Summary{ID: "before", BodyID: "b", Date: "2026-01-13", Numbers: UsedNumbers{Actions: Used{PerYear, "2026", 15, 17}, Items: Used{Run: Running, First: 38, Last: 40}}}
	other := before
	other.ID, other.BodyID = "other", "another body"
	found := func(m Meeting, meetings ...Summary) (list []Problem) {
		known := NewKnown(nil, nil, nil)
		known.Beside(meetings)
		for _, p := range Problems(m, known) {
			if p.Kind == UsedTwice {
				list = append(list, p)
			}
		}
		return list
	}
	if list := found(m, other, m.Summary()); len(list) > 0 {
		t.Errorf("its own numbers, and those of another body, are used twice: %v", list)
	}
	list := found(m, before, other)
	if len(list) != 2 || list[0].Words != "actions 2026/15, 13 January 2026" || list[1].Words != "items 40, 13 January 2026" {
		t.Fatalf("%+v", list)
	}
	for len(list) > 0 {
		m = after(t, m, list[0].Fix)
		if left := found(m, before); len(left) >= len(list) {
			t.Fatalf("nothing is put right: %+v", left)
		} else {
			list = left
		}
	}
	if list := found(m, before); len(list) > 0 || m.NextAction() != 18 || Number(m).Items["i1"] != "41" {
		t.Errorf("put right, there is still %v, and the next action is %d", list, m.NextAction())
	}
	m.Numbering = Numbered{Actions: Series{PerYear, "2026", 15}}
	m = after(t, m, AddEntry{"i1", Last, Entry{ID: "a", Kind: Action, Text: "Clerk to write"}})
	if list := found(m, before); len(list) != 1 || list[0].Fix != nil {
		t.Errorf("a number that was read out is changed behind the clerk's back: %+v", list)
	}
}
