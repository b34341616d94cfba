package recognise

import (
	"minutebook/model"
)

// assemble makes the meeting of the lines, in their order. What no stage took
// is a paragraph.
func (r *reader) assemble() Found {
	m := &r.found.Meeting
	m.State = model.Draft
	for _, l := range r.lines {
		if !l.taken() {
			l.take(Paragraph, 1, "words")
		}
		r.put(m, l)
		r.found.Pieces = append(r.found.Pieces, l.Piece)
	}
	return r.found
}

// put adds to the meeting what a line became.
func (r *reader) put(m *model.Meeting, l *line) {
	switch l.As {
	case Dropped, Title, Facts, Introduced, Closing, Next, Signature:
		return
	case People:
		for i := range l.people {
			l.people[i].ID = l.id("a", i)
			l.IDs = append(l.IDs, l.people[i].ID)
		}
		m.Attendees = append(m.Attendees, l.people...)
		return
	case Item:
		it := model.Item{Title: l.text}
		if l.item != nil {
			it = *l.item
		}
		it.ID = l.id("i", 0)
		l.IDs = append(l.IDs, it.ID)
		m.Items = append(m.Items, it)
		return
	default:
	}
	if len(m.Items) == 0 {
		m.Items = append(m.Items, model.Item{ID: "i-opening"})
	}
	it := &m.Items[len(m.Items)-1]
	entries := l.entries
	if entries == nil {
		entries = []model.Entry{entryOf(l)}
	}
	for i := range entries {
		entries[i].ID = l.id("e", i)
		l.IDs = append(l.IDs, entries[i].ID)
	}
	it.Entries = append(it.Entries, entries...)
}

// kinds are those of the entries that a line becomes where no stage says more.
var kinds = map[What]model.EntryKind{Bullet: model.Bullet, Subheading: model.Heading, Action: model.Action, Decision: model.Decision,
	Motion: model.Motion, Vote: model.VoteTaken, Interest: model.Interest, Movement: model.Movement}

// entryOf is the line as an entry.
func entryOf(l *line) model.Entry {
	e := model.Entry{Kind: model.Paragraph, Text: l.text}
	if kind, ok := kinds[l.As]; ok {
		e.Kind = kind
	}
	return e
}
