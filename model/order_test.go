package model

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// taken is a meeting of items 1 to n whose first entries were entered in the
// order given; an item that is not in it has none.
func taken(n int, order ...int) Meeting {
	m := Meeting{Items: []Item{{ID: "opening", Entries: []Entry{{ID: "o", Made: "2020-01-01T00:00:00.000000000Z"}}}}}
	for i := 1; i <= n; i++ {
		m.Items = append(m.Items, Item{ID: ID(fmt.Sprint(i)), Title: "Item"})
	}
	begin := time.Date(2026, time.March, 3, 10, 0, 0, 0, time.UTC)
	for k, i := range order {
		made := Stamp(begin.Add(time.Duration(k) * time.Minute))
		m.Items[i].Entries = append(m.Items[i].Entries, Entry{ID: ID(fmt.Sprint("e", k)), Made: made})
	}
	return m
}

func words(ids []ID) string {
	var all []string
	for _, id := range ids {
		all = append(all, string(id))
	}
	return strings.Join(all, " ")
}

func TestOutOfOrderNamesTheFewest(t *testing.T) {
	for _, c := range []struct {
		order []int
		out   string
	}{
		{nil, ""}, {[]int{1, 2, 3}, ""}, {[]int{1, 3, 5}, ""},
		{[]int{1, 2, 5, 3, 4}, "5"}, {[]int{1, 3, 4, 5, 2}, "2"}, {[]int{1, 3, 2}, "3"}, {[]int{2, 1}, "2"},
		{[]int{1, 2, 5, 3, 2, 4}, "5"}, {[]int{4, 3, 2, 1}, "4 3 2"}, {[]int{5, 1, 4, 2, 3}, "5 4"},
	} {
		m := taken(5, c.order...)
		if got := words(OutOfOrder(m, "")); got != c.out {
			t.Errorf("taken as %v: out of order %q, not %q", c.order, got, c.out)
		}
	}
}

func TestOrderTakenLeavesPreparationOut(t *testing.T) {
	m := taken(3, 3, 1, 2)
	if got := words(OrderTaken(m, "")); got != "3 1 2" {
		t.Errorf("all: %s", got)
	}
	if got := words(OrderTaken(m, "2026-03-03T10:00:30.000000000Z")); got != "1 2" {
		t.Errorf("from half a minute past ten: %s", got)
	}
	m.Items[1].Entries = append(m.Items[1].Entries, Entry{ID: "script"})
	if got := m.Items[1].FirstMade(""); got != "2026-03-03T10:01:00.000000000Z" {
		t.Errorf("an entry without a stamp counts: %s", got)
	}
}

func TestOutOfOrderLeavesTheOthersInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := taken(9, rapid.Permutation([]int{1, 2, 3, 4, 5, 6, 7, 8, 9}).Draw(t, "order")...)
		out, last := OutOfOrder(m, ""), ID("")
		for _, id := range OrderTaken(m, "") {
			if slices.Contains(out, id) {
				continue
			}
			if id < last {
				t.Fatalf("without %s, %s was still taken after %s", words(out), id, last)
			}
			last = id
		}
	})
}

func TestItemNumbersThatAreOutDoNotMove(t *testing.T) {
	m := start()
	m.State = Circulated
	for name, c := range map[string]Change{
		"move": MoveItem{"i2", ""}, "delete": DeleteItem{"i1"}, "another reference": SetItem{"i1", ItemReference, "128/17"},
	} {
		if _, _, err := m.With(c); err == nil {
			t.Errorf("%s is not refused after circulation", name)
		}
	}
	next, undo, err := m.With(AddItem{Item{ID: "new", Title: "Late"}, Last})
	if err != nil {
		t.Fatal(err)
	}
	back, _, err := next.With(undo)
	if err != nil || len(back.Items) != len(m.Items) {
		t.Errorf("what was added last cannot be taken back: %v", err)
	}
}
