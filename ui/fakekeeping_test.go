package ui

import (
	"slices"

	"minutebook/model"
)

// keeping is what keeps the fake book safe.
func (w *world) keeping() Keeping {
	return Keeping{Aside: w.doLater, Purge: w.purge}
}

// purge takes private notes and earlier revisions out of the fake book.
func (w *world) purge(meetings ...model.ID) (gone model.Purged, err error) {
	w.mustWork("the book")
	for _, id := range meetings {
		m, err := w.book.Meeting(id)
		if err != nil {
			return gone, err
		}
		next, notes, err := m.WithoutPrivate()
		if err != nil {
			gone.Left += m.PrivateNotes()
		} else {
			w.book.meetings[id] = next
		}
		gone.Notes += notes
		gone.Revisions += len(w.book.revisions[id])
		delete(w.book.revisions, id)
	}
	return gone, nil
}

// privateIn are the words of the private notes of a meeting.
func privateIn(m model.Meeting) []string {
	var words []string
	for _, it := range m.Items {
		for _, e := range it.Entries {
			if e.Kind == model.Private {
				words = append(words, e.Text)
			}
		}
	}
	return slices.Clip(words)
}
