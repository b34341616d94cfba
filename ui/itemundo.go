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
			return stays(after, neighbour(before, it.ID)), trf(": %s is out%s", shortWords(it.Title), withEntries(it))
		}
	}
	for _, it := range after.Items {
		old, ok := before.Item(it.ID)
		switch {
		case it.Opening():
		case !ok:
			return it.ID, trf(": %s is in%s", shortWords(it.Title), withEntries(it))
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
	return trf(" with %s", plural(len(it.Entries), "entry", "entries"))
}

// factDifference says how an item is now, of what differs from how it was.
func factDifference(old, it model.Item) string {
	title := shortWords(it.Title)
	for _, f := range []struct{ was, is, none, words string }{
		{old.Title, it.Title, "", trf("the item is called %s", title)},
		{old.Outcome, it.Outcome, trf("%s has no outcome", title), trf("%s is %s", title, it.Outcome)},
		{old.Reference, it.Reference, trf("%s has no reference", title), trf("%s has the reference %s", title, it.Reference)},
		{old.Presenter, it.Presenter, trf("%s has no presenter", title), trf("%s is presented by %s", title, it.Presenter)},
		{reasonOf(old), reasonOf(it), trf("%s is not restricted", title), trf("%s is restricted: %s", title, reasonOf(it))},
		{old.PublicTitle, it.PublicTitle, trf("%s has no public title", title), trf("the public title of %s is %s", title, shortWords(it.PublicTitle))},
	} {
		switch {
		case f.was == f.is:
		case f.is == "":
			return f.none
		default:
			return f.words
		}
	}
	if !slices.EqualFunc(old.Papers, it.Papers, model.Paper.Same) {
		return trf("%s has %s", title, plural(len(it.Papers), "paper", "papers"))
	}
	return ""
}

// reasonOf is why an item is restricted; "" where it is not.
func reasonOf(it model.Item) string {
	switch {
	case it.Restricted == nil:
		return ""
	case it.Restricted.Reason == "":
		return tr("no reason given")
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
			words = trf(": %s is item %s", shortWords(it.Title), model.Number(after).Items[it.ID])
		}
	}
	return item, words
}
