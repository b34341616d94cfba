package find

import (
	"cmp"
	"slices"
	"strings"

	"minutebook/model"
)

// Hit is a line that was found, and the meeting it is in.
type Hit struct {
	Meeting model.ID
	Body    string
	Date    model.Date
	// Minutes is the state of the minutes.
	Minutes model.State
	// Under is the heading of the item it stands in.
	Under string
	Line
	// Marked is where in the text the words asked for stand.
	Marked []Span
}

// Result is what a question found.
type Result struct {
	// Hits are the best lines, the best first: as many as were wanted.
	Hits []Hit
	// Total is how many lines there are, Meetings in how many meetings.
	Total, Meetings int
}

// rank says how well a line answers: the higher the better. First counts how
// much of what was asked stands in the line itself and not only above it, then
// what the line is, then how many are whole words of it and not beginnings.
type rank uint32

func ranked(own, weight, whole int) rank {
	return rank(min(own, 255)<<16 | weight<<8 | min(whole, 255))
}

// weight is what a kind of line counts for.
func weight(k Kind) int {
	switch k {
	case OfItem:
		return 5
	case Kind(model.Decision), Kind(model.Motion):
		return 4
	case Kind(model.Action), OfMeeting:
		return 3
	case OfPerson, Kind(model.Movement):
		return 1
	}
	return 2
}

// Lines gives the lines of m that answer q, in their order. A line answers
// where it is of the sort asked for, and every word and phrase stands in it or
// in what it stands under: its item's heading, the body, the day. Where words
// are asked for, one of them stands in the line itself.
func (q Question) Lines(m model.Meeting, now map[model.ID]Standing) []Line {
	if q.Empty() || !q.Of(m.Body, m.Date, m.State) {
		return nil
	}
	var found []Line
	for _, l := range Lines(m, now) {
		if !q.wants(l) {
			continue
		}
		own, whole, missing := q.in(l.own(), Tokens(l.above))
		if missing || own == 0 && len(q.Words)+len(q.Phrases) > 0 {
			continue
		}
		l.rank = ranked(own, weight(l.Kind), whole)
		found = append(found, l)
	}
	return found
}

// in counts the words and phrases that stand in own, and those that do so as
// whole words. missing says that one stands neither there nor above.
func (q Question) in(own, above []string) (stand, whole int, missing bool) {
	for _, w := range q.Words {
		begins := func(word string) bool { return strings.HasPrefix(word, w) }
		switch {
		case slices.ContainsFunc(own, begins):
			stand++
			if slices.Contains(own, w) {
				whole++
			}
		case !slices.ContainsFunc(above, begins):
			return 0, 0, true
		}
	}
	for _, p := range q.Phrases {
		switch {
		case p.at(own, 0) >= 0:
			stand++
			whole++
		case p.at(above, 0) < 0:
			return 0, 0, true
		}
	}
	return stand, whole, false
}

// at is where in words the phrase stands at or behind from, -1 where nowhere.
func (p Phrase) at(words []string, from int) int {
	for i := from; i+len(p.Words) <= len(words); i++ {
		if p.begins(words[i:]) {
			return i
		}
	}
	return -1
}

func (p Phrase) begins(words []string) bool {
	for i, w := range p.Words {
		mayGoOn := p.Open && i == len(p.Words)-1
		if words[i] != w && (!mayGoOn || !strings.HasPrefix(words[i], w)) {
			return false
		}
	}
	return true
}

// Hits are the lines of m that answer q, as they are shown.
func (q Question) Hits(m model.Meeting, now map[model.ID]Standing) []Hit {
	var hits []Hit
	for _, l := range q.Lines(m, now) {
		hits = append(hits, q.hit(m, l))
	}
	return hits
}

func (q Question) hit(m model.Meeting, l Line) Hit {
	h := Hit{Meeting: m.ID, Body: m.Body, Date: m.Date, Minutes: m.State, Line: l, Marked: q.Marks(l.Text)}
	if it, ok := m.Item(l.Item); ok && l.Entry != "" && !it.Opening() {
		h.Under = itemTitle(it)
	}
	return h
}

// Best are the best of all hits, at most limit of them; 0 is no limit. Of
// lines that answer as well those of newer meetings come first, and in a
// meeting they keep their order.
func Best(hits []Hit, limit int) Result {
	r := Result{Hits: slices.Clone(hits), Total: len(hits)}
	meetings := map[model.ID]bool{}
	for _, h := range hits {
		meetings[h.Meeting] = true
	}
	r.Meetings = len(meetings)
	slices.SortStableFunc(r.Hits, func(a, b Hit) int {
		return cmp.Or(cmp.Compare(b.rank, a.rank), cmp.Compare(b.Date, a.Date), cmp.Compare(a.Meeting, b.Meeting))
	})
	if limit > 0 && len(r.Hits) > limit {
		r.Hits = r.Hits[:limit]
	}
	return r
}

// Marks are where in text the words and phrases asked for stand, in order.
func (q Question) Marks(text string) []Span {
	words, at := spelt(text)
	marked := make([]bool, len(words))
	for i, word := range words {
		marked[i] = slices.ContainsFunc(q.Words, func(w string) bool { return strings.HasPrefix(word, w) })
	}
	for _, p := range q.Phrases {
		for i := p.at(words, 0); i >= 0; i = p.at(words, i+1) {
			for n := range p.Words {
				marked[i+n] = true
			}
		}
	}
	var spans []Span
	for i, is := range marked {
		if is && (len(spans) == 0 || spans[len(spans)-1] != at[i]) {
			spans = append(spans, at[i])
		}
	}
	return spans
}

// spelt are the words of text, and where each of them stands.
func spelt(text string) (words []string, at []Span) {
	begun := -1
	end := func(to int) {
		if begun < 0 {
			return
		}
		for _, w := range Tokens(text[begun:to]) {
			words, at = append(words, w), append(at, Span{begun, to})
		}
		begun = -1
	}
	for i, r := range text {
		folded := fold(string(r))
		switch letter := strings.TrimSpace(folded) != ""; {
		case letter && begun < 0:
			begun = i
		case !letter && folded != "":
			end(i)
		}
	}
	end(len(text))
	return words, at
}
