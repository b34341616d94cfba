package model

import (
	"cmp"
	"slices"
)

// OrderTaken are the items in the order in which they were taken, as far as it
// is known: by when the first entry of each was entered. What was entered
// before the stamp since, in preparing the meeting, does not count; items under
// which nothing was minuted from then on are left out.
func OrderTaken(m Meeting, since string) []ID {
	first := map[ID]string{}
	var order []ID
	for _, it := range m.Items {
		if made := it.FirstMade(since); made != "" && !it.Opening() {
			first[it.ID] = made
			order = append(order, it.ID)
		}
	}
	slices.SortStableFunc(order, func(a, b ID) int { return cmp.Compare(first[a], first[b]) })
	return order
}

// FirstMade is the stamp of the entry that was the first to be entered under
// the item since then; "" where none was.
func (it Item) FirstMade(since string) string {
	first := ""
	for _, e := range it.Entries {
		if e.Made != "" && e.Made >= since && (first == "" || e.Made < first) {
			first = e.Made
		}
	}
	return first
}

// OutOfOrder are the items that were taken out of the order of the agenda: as
// few as can be named so that the others were taken in it. Where that leaves a
// choice it is the one taken early. For since see [OrderTaken].
func OutOfOrder(m Meeting, since string) []ID {
	order := OrderTaken(m, since)
	place := map[ID]int{}
	for i, it := range m.Items {
		place[it.ID] = i
	}
	// length[i] is how many items can at most be named in order from the ith
	// on; next[i] is the one that follows then, len(order) for none.
	length, next := make([]int, len(order)+1), make([]int, len(order))
	better := func(a, b int) bool { // as the next of those in order
		return b == len(order) || length[a] > length[b] || length[a] == length[b] && place[order[a]] < place[order[b]]
	}
	for i := len(order) - 1; i >= 0; i-- {
		next[i] = len(order)
		for j := i + 1; j < len(order); j++ {
			if place[order[j]] > place[order[i]] && better(j, next[i]) {
				next[i] = j
			}
		}
		length[i] = length[next[i]] + 1
	}
	at := len(order)
	for i := range order {
		if better(i, at) {
			at = i
		}
	}
	out := slices.Clone(order)
	for ; at < len(order); at = next[at] {
		out = slices.DeleteFunc(out, func(id ID) bool { return id == order[at] })
	}
	return out
}
