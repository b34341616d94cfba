package ui

import (
	"slices"

	"minutebook/model"
)

// itemDifference is what an undo or redo did to an item of the agenda, in
// words, and the item to go to; without words where it did nothing to any.
func itemDifference(before, after model.Meeting) (item model.ID, words string) {
	for _, it := range before.Items {
		if _, ok := after.Item(it.ID); !ok && !it.Opening() {
			return stays(after, neighbour(before, it.ID)), ": " + shortWords(it.Title) + " is out" + withEntries(it)
		}
	}
	for _, it := range after.Items {
		old, ok := before.Item(it.ID)
		switch {
		case it.Opening():
		case !ok:
			return it.ID, ": " + shortWords(it.Title) + " is in" + withEntries(it)
		default:
			if words := factDifference(old, it); words != "" {
				return it.ID, ": " + words
			}
		}
	}
	return itemMoved(before, after)
}

// stays is an item where it is still there, "" otherwise.
func stays(m model.Meeting, id model.ID) model.ID {
	if _, ok := m.Item(id); ok {
		return id
	}
	return ""
}

func withEntries(it model.Item) string {
	if len(it.Entries) == 0 {
		return ""
	}
	return " with " + plural(len(it.Entries), "entry", "entries")
}

// factDifference says how an item is now, of what differs from how it was.
func factDifference(old, it model.Item) string {
	title := shortWords(it.Title)
	for _, f := range []struct{ was, is, none, words string }{
		{old.Title, it.Title, "", "the item is called " + title},
		{old.Outcome, it.Outcome, title + " has no outcome", title + " is " + it.Outcome},
		{old.Reference, it.Reference, title + " has no reference", title + " has the reference " + it.Reference},
		{old.Presenter, it.Presenter, title + " has no presenter", title + " is presented by " + it.Presenter},
		{reasonOf(old), reasonOf(it), title + " is not restricted", title + " is restricted: " + reasonOf(it)},
		{old.PublicTitle, it.PublicTitle, title + " has no public title", "the public title of " + title + " is " + shortWords(it.PublicTitle)},
	} {
		switch {
		case f.was == f.is:
		case f.is == "":
			return f.none
		default:
			return f.words
		}
	}
	if !slices.Equal(old.Papers, it.Papers) {
		return title + " has " + plural(len(it.Papers), "paper", "papers")
	}
	return ""
}

// reasonOf is why an item is restricted; "" where it is not.
func reasonOf(it model.Item) string {
	switch {
	case it.Restricted == nil:
		return ""
	case it.Restricted.Reason == "":
		return "no reason given"
	}
	return it.Restricted.Reason
}

// itemMoved is the item that stands elsewhere on the agenda now, and where; the
// one that went furthest, since those between only made room.
func itemMoved(before, after model.Meeting) (item model.ID, words string) {
	was, most := map[model.ID]int{}, 0
	for i, it := range before.Items {
		was[it.ID] = i
	}
	for i, it := range after.Items {
		from, ok := was[it.ID]
		if by := max(i-from, from-i); ok && by > most {
			item, most = it.ID, by
			words = ": " + shortWords(it.Title) + " is item " + model.Number(after).Items[it.ID]
		}
	}
	return item, words
}
