package find

import (
	"cmp"
	"slices"
	"strings"

	"minutebook/model"
)

// Line is one thing in a meeting that can be found.
type Line struct {
	// Item it stands in, "" for what is said of the meeting as a whole.
	Item model.ID
	// Entry it is, "" for the heading of an item.
	Entry model.ID
	// Text to be shown, without marks.
	Text string
	// Private says that it never leaves the book; Restricted that it is left
	// out of public minutes.
	Private, Restricted bool
	// beside is what is found but not shown; above is what it stands under.
	beside, above string
}

func (l Line) searched() string { return l.Text + " " + l.beside }

// Hit is a line that was found, and the meeting it is in.
type Hit struct {
	Meeting model.ID
	Body    string
	Date    model.Date
	Line
}

// Lines are everything in m that can be found, in its order.
func Lines(m model.Meeting) []Line {
	head := heading(m)
	lines := []Line{{Text: title(m), beside: head + " " + m.Venue}}
	for _, a := range m.Attendees {
		lines = append(lines, Line{Text: join(", ", a.Name, a.Post, a.Group), beside: a.DeputyFor, above: head})
	}
	for _, it := range m.Items {
		lines = append(lines, itemLines(m, it, head)...)
	}
	return lines
}

func itemLines(m model.Meeting, it model.Item, head string) []Line {
	var lines []Line
	shown := model.Plain(it.Title)
	if !it.Opening() {
		beside := join(" ", it.Outcome, it.Presenter, it.PublicTitle)
		for _, p := range it.Papers {
			beside = join(" ", beside, p.Title, p.Reference)
		}
		lines = append(lines, Line{Item: it.ID, Text: join(" ", it.Reference, shown), beside: beside, above: head, Restricted: it.Restricted != nil || len(it.Withheld) > 0})
	}
	above := join(" ", head, it.Reference, shown)
	for _, e := range it.Entries {
		text, beside := model.Plain(e.Text), facts(m, e)
		if text == "" {
			text, beside = beside, ""
		}
		lines = append(lines, Line{Item: it.ID, Entry: e.ID, Text: text, beside: beside, above: above,
			Private: e.Kind == model.Private, Restricted: it.Restricted != nil || e.Restricted != nil || len(e.Withheld) > 0})
	}
	return lines
}

// heading is what every line of m stands under.
func heading(m model.Meeting) string {
	return join(" ", m.Body, model.Plain(m.Title), m.Date.Long(), string(m.Date))
}

func title(m model.Meeting) string {
	if m.Title != "" {
		return model.Plain(m.Title)
	}
	return join(", ", m.Body, m.Date.Long())
}

// facts are the words that stand beside an entry's text.
func facts(m model.Meeting, e model.Entry) string {
	var said []string
	if a := e.Action; a != nil {
		said = append(said, append(slices.Clone(a.Owners), a.Due.Words, a.Forum)...)
	}
	if r := e.Resolution; r != nil {
		said = append(said, r.Number, r.Mover, r.Seconder, r.Result)
	}
	if v := e.Vote; v != nil {
		said = append(said, slices.Concat(v.ForNames, v.AgainstNames, v.AbstainNames, []string{v.Result})...)
	}
	if i := e.Interest; i != nil {
		said = append(said, i.Who, i.Nature)
	}
	if w := e.Movement; w != nil {
		who, _ := m.Attendee(w.Who)
		said = append(said, who.Name, string(e.At))
	}
	if a := e.Approves; a != nil {
		said = append(said, a.Date.Long())
	}
	if d := e.Done; d != nil {
		said = append(said, d.Action, d.Note)
	}
	return join(" ", said...)
}

func join(between string, words ...string) string {
	return strings.Join(slices.DeleteFunc(slices.Clone(words), func(w string) bool { return w == "" }), between)
}

// Search gives the lines of m that answer q, in their order. A line answers
// where it has a word of the query, and the others stand in it or in what it
// stands under: its item's title, the body, the date.
func Search(q Query, m model.Meeting) []Line {
	if q.Empty() {
		return nil
	}
	var found []Line
	for _, l := range Lines(m) {
		own := Tokens(l.searched())
		if q.missing(own) < len(q.words) && q.missing(append(own, Tokens(l.above)...)) == 0 {
			found = append(found, l)
		}
	}
	return found
}

// Rank gives the hits of several meetings: the meeting with the most first,
// of as many the newer, and within a meeting in its order.
func Rank(q Query, meetings []model.Meeting) []Hit {
	var found [][]Hit
	for _, m := range meetings {
		var hits []Hit
		for _, l := range Search(q, m) {
			hits = append(hits, Hit{Meeting: m.ID, Body: m.Body, Date: m.Date, Line: l})
		}
		if len(hits) > 0 {
			found = append(found, hits)
		}
	}
	slices.SortStableFunc(found, func(a, b []Hit) int {
		return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(b[0].Date, a[0].Date), cmp.Compare(a[0].Meeting, b[0].Meeting))
	})
	return slices.Concat(found...)
}
