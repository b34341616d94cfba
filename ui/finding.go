package ui

import (
	"strings"

	"minutebook/model"
	"minutebook/model/find"
	"minutebook/model/minutes"
	"minutebook/model/quick"
)

// found is a place in the meeting where the words looked for stand: a title or
// an entry, or, for replacing, one spot in the words of an entry.
type found struct {
	place
	// order is where it stands in the meeting: the item, the entry (-1 for the
	// title), the byte of its words.
	order [3]int
	// spot is where in the plain words of the entry it is.
	spot find.Span
}

// before says whether f stands before a spot of the meeting.
func (f found) before(order [3]int) bool {
	for i := range order {
		if f.order[i] != order[i] {
			return f.order[i] < order[i]
		}
	}
	return false
}

// finds are the titles and entries of the meeting, worded in a house style,
// that hold the words.
func finds(style minutes.Style, m model.Meeting, typed string) []found {
	var all []found
	for i, it := range m.Items {
		if !it.Opening() && len(find.Within(it.Reference+" "+model.Plain(it.Title), typed)) > 0 {
			all = append(all, found{place: place{item: it.ID}, order: [3]int{i, -1}})
		}
		for j, e := range it.Entries {
			if len(find.Within(model.Plain(style.Sentence(m, e)), typed)) > 0 {
				all = append(all, found{place: place{it.ID, e.ID}, order: [3]int{i, j}})
			}
		}
	}
	return all
}

// spots are all places in the words of the meeting's entries where the words
// stand. What a house style words, and titles, are none.
func spots(m model.Meeting, typed string) []found {
	var all []found
	for i, it := range m.Items {
		for j, e := range it.Entries {
			for _, s := range find.Within(model.Plain(e.Text), typed) {
				all = append(all, found{place{it.ID, e.ID}, [3]int{i, j, s.From}, s})
			}
		}
	}
	return all
}

// replaced is the entry with other words at some spots of its own, read anew as
// an edit of its line would be, and how many spots could be replaced: marks
// that run through the words leave some, and so does an entry that would be
// left without words.
func (w *minuting) replaced(e model.Entry, all []find.Span, with string) (now model.Entry, n int) {
	text := e.Text
	for i := len(all) - 1; i >= 0; i-- {
		if next, ok := model.ReplaceInline(text, all[i].From, all[i].To, with); ok && strings.TrimSpace(next) != "" {
			text = next
			n++
		}
	}
	if n == 0 {
		return e, 0
	}
	return quick.Reword(w.context(), e, text), n
}

// replaceAll puts other words at all spots, as one step to undo. It says how
// many were replaced, in how many entries, and how many were left.
func (w *minuting) replaceAll(all []found, with string) (n, entries, left int, err error) {
	m := w.meeting()
	bySpot := map[model.ID][]find.Span{}
	var order []model.ID
	for _, f := range all {
		if bySpot[f.entry] == nil {
			order = append(order, f.entry)
		}
		bySpot[f.entry] = append(bySpot[f.entry], f.spot)
	}
	var changes model.Many
	for _, id := range order {
		e, _, _ := m.Entry(id)
		now, did := w.replaced(e, bySpot[id], with)
		left += len(bySpot[id]) - did
		if did > 0 {
			changes = append(changes, model.SetEntry{Entry: now})
			n += did
			entries++
		}
	}
	if len(changes) > 0 {
		err = w.session.Do(changes)
	}
	return n, entries, left, err
}
