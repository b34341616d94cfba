package recognise

import (
	"strings"
	"unicode"

	"minutebook/model"
)

// assemble makes the meeting of the lines, in their order. What no stage took
// is a paragraph.
func (r *reader) assemble() Found {
	m := &r.found.Meeting
	m.State = model.Draft
	for _, l := range r.lines {
		if !l.taken() || r.idle(l) {
			l.take(Paragraph, 1, "words")
		}
		r.put(m, l)
	}
	r.paragraphs(m)
	for _, l := range r.lines {
		r.found.Pieces = append(r.found.Pieces, l.Piece)
	}
	return r.found
}

// idle says whether a line was taken for the heading of a group in which nobody
// is: its words would be nowhere.
func (r *reader) idle(l *line) bool {
	if l.As != Introduced || l.Label != "" || l.entries != nil || l.said {
		return false
	}
	for _, other := range r.lines {
		for _, a := range other.people {
			post := other.Block == l.Block && (containsWords(a.Post, l.text) || containsWords(a.Reason, l.text) || containsWords(a.DeputyFor, l.text))
			if post || sameWords(a.Group, l.text) {
				return false
			}
		}
	}
	return strings.ContainsFunc(l.text, isWord)
}

// put adds to the meeting what a line became. A line of which a stage made
// entries has them, whatever it was taken for.
func (r *reader) put(m *model.Meeting, l *line) {
	if l.into != nil {
		l.As, l.Confidence, l.IDs = l.into.As, l.into.Confidence, l.into.IDs
		return
	}
	// A sentence that stays as words may name attendees, too.
	for i := range l.people {
		l.people[i].ID = l.id("a", i)
		l.IDs = append(l.IDs, l.people[i].ID)
	}
	m.Attendees = append(m.Attendees, l.people...)
	if l.As == Item {
		r.putItem(m, l)
		return
	}
	if l.saidElsewhere() {
		return
	}
	if len(m.Items) == 0 {
		m.Items = append(m.Items, model.Item{ID: "i-opening"})
	}
	it := &m.Items[len(m.Items)-1]
	if l.entries == nil {
		l.entries = []model.Entry{entryOf(l)}
	}
	for i := range l.entries {
		l.entries[i].ID = l.id("e", i)
		l.IDs = append(l.IDs, l.entries[i].ID)
	}
	r.level(l)
	r.numbered(l)
	it.Entries = append(it.Entries, l.entries...)
}

// saidElsewhere says whether the words of a line are no entry: they are in the
// facts, in a label or in the record of what was dropped. What a clerk took for
// people or facts in which no stage found any stays an entry.
func (l *line) saidElsewhere() bool {
	if l.entries != nil {
		return l.As == People || l.As == Dropped
	}
	switch l.As {
	case People:
		return !l.said || len(l.people) > 0
	case Closing, Next:
		return !l.said || l.Label != ""
	case Title, Facts, Introduced, Signature, Dropped:
		return true
	case Item, Subheading, Paragraph, Bullet, Action, EarlierAction, Decision, Motion, Vote, Interest, Movement, Approval:
	}
	return false
}

// level counts the levels of points from the first of their list, which may
// stand in from a numbered paragraph. Actions may stand between points.
func (r *reader) level(l *line) {
	for i := range l.entries {
		e := &l.entries[i]
		if e.Kind != model.Bullet {
			r.listing = r.listing && e.Kind == model.Action
			continue
		}
		if !r.listing || l.level < r.outermost {
			r.outermost = l.level
		}
		r.listing = true
		e.Level = min(l.level-r.outermost, 1)
	}
}

// putItem adds an item. Its number goes with the order, or is its reference
// where it does not.
func (r *reader) putItem(m *model.Meeting, l *line) {
	it := model.Item{Title: title(l.spans)}
	if l.item != nil {
		it = *l.item
	}
	it.ID = l.id("i", 0)
	r.listing = false
	l.IDs = append(l.IDs, it.ID)
	place := len(m.Items) + 1
	if place > 1 && m.Items[0].Opening() {
		place--
	}
	switch {
	case l.mark == "" || l.num.bullet() || it.Reference != "":
	case l.num.n() == place && l.num.year == "" && len(l.num.path) == 1 && strings.Contains(l.num.shape, "n"):
		if l.numbered == nil {
			l.Label = strings.TrimSpace(l.mark + " " + l.Label)
		}
	default:
		it.Reference = l.mark
	}
	for i := range it.Entries {
		it.Entries[i].ID = l.id("e", i)
		l.IDs = append(l.IDs, it.Entries[i].ID)
	}
	m.Items = append(m.Items, it)
}

// numbered keeps the printed number of a line in the words of what it became,
// unless it is that of a paragraph.
func (r *reader) numbered(l *line) {
	if l.mark == "" || !strings.ContainsFunc(l.mark, isWord) || strings.HasPrefix(l.Label, l.mark) {
		return
	}
	if l.num.deep() && l.num.year == "" && countsAsParagraph[l.entries[0].Kind] {
		return
	}
	l.spell()
}

// countsAsParagraph are the kinds of entry that have the numbers of paragraphs.
var countsAsParagraph = map[model.EntryKind]bool{model.Paragraph: true, model.Decision: true, model.Motion: true, model.Interest: true, model.Movement: true}

// spell puts the printed number of a line before the words of what it became.
func (l *line) spell() {
	e := &l.entries[0]
	e.Text = strings.TrimSpace(escaped(l.mark) + " " + e.Text)
	l.spelled = true
}

// paragraphs freezes the printed numbers of the paragraphs where the order
// gives them others.
func (r *reader) paragraphs(m *model.Meeting) {
	printed := map[model.ID]string{}
	var lines []*line
	for _, l := range r.lines {
		if len(l.entries) == 0 || !l.num.deep() || l.num.year != "" || l.mark == "" || l.spelled || strings.HasPrefix(l.Label, l.mark) {
			continue
		}
		printed[l.entries[0].ID] = strings.TrimRight(l.mark[strings.IndexFunc(l.mark, isWord):], ".:)")
		lines = append(lines, l)
	}
	natural := model.Number(*m).Paragraphs
	same := true
	for id, number := range printed {
		same = same && natural[id] == number
	}
	for _, l := range lines {
		l.Label = strings.TrimSpace(l.mark + " " + l.Label)
	}
	if !same {
		m.Frozen = &model.Frozen{Paragraphs: printed}
	}
}

// isWord says whether a sign is part of a word or a number.
func isWord(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }

// kinds are those of the entries that a line becomes where no stage says more.
var kinds = map[What]model.EntryKind{Bullet: model.Bullet, Subheading: model.Heading, Action: model.Action, Decision: model.Decision,
	Motion: model.Motion, Vote: model.VoteTaken, Interest: model.Interest, Movement: model.Movement}

// entryOf is the line as an entry.
func entryOf(l *line) model.Entry {
	e := model.Entry{Kind: model.Paragraph, Text: typed(l.spans)}
	if kind, ok := kinds[l.As]; ok {
		e.Kind = kind
	}
	if e.Kind == model.Heading {
		e.Text = title(l.spans)
	}
	return e
}
