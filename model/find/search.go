package find

import (
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
	// Kind says what it is.
	Kind Kind
	// Text to be shown, without marks.
	Text string
	// Owners and State are those of an action now.
	Owners []string
	State  model.ActionState
	// Private says that it never leaves the book; Restricted that it is left
	// out of public minutes.
	Private, Restricted bool
	// beside is what is found but not shown; above is what it stands under.
	beside, above string
	rank          rank
}

// own are the words that the line is found by. Nothing that is asked for
// stands partly in its text and partly beside it.
func (l Line) own() []string {
	words := Tokens(l.Text)
	if l.beside != "" {
		words = append(append(words, between), Tokens(l.beside)...)
	}
	return words
}

// between is no word.
const between = ""

// Standing is what has become of an action: who has it now, and its state.
type Standing struct {
	Owners []string
	State  model.ActionState
}

// Lines are everything in m that can be found, in its order, as its minutes read
// now: as corrected, once they are approved. now says what has
// become of its actions; one that it does not know is as the minutes have it.
func Lines(m model.Meeting, now map[model.ID]Standing) []Line {
	m = m.InForce()
	head := heading(m)
	lines := []Line{{Kind: OfMeeting, Text: title(m), beside: head + " " + m.Venue}}
	for _, a := range m.Attendees {
		lines = append(lines, Line{Kind: OfPerson, Text: join(", ", a.Name, a.Post, a.Group), beside: a.DeputyFor, above: head})
	}
	for _, it := range m.Items {
		lines = append(lines, itemLines(m, it, head, now)...)
	}
	return lines
}

func itemLines(m model.Meeting, it model.Item, head string, now map[model.ID]Standing) []Line {
	var lines []Line
	if !it.Opening() {
		beside := join(" ", it.Outcome, it.Presenter, it.PublicTitle)
		for _, p := range it.Papers {
			beside = join(" ", beside, p.Title, p.Reference)
		}
		lines = append(lines, Line{Kind: OfItem, Item: it.ID, Text: itemTitle(it), beside: beside, above: head, Restricted: it.Restricted != nil || len(it.Withheld) > 0})
	}
	above := join(" ", head, itemTitle(it))
	for _, e := range it.Entries {
		text, beside := model.Plain(e.Text), facts(m, e)
		if text == "" {
			text, beside = beside, ""
		}
		l := Line{Kind: Kind(e.Kind), Item: it.ID, Entry: e.ID, Text: text, beside: beside, above: above,
			Private: e.Kind == model.Private, Restricted: it.Restricted != nil || e.Restricted != nil || len(e.Withheld) > 0}
		if e.Kind == model.Action {
			l.stands(e, now)
		}
		lines = append(lines, l)
	}
	return lines
}

// stands says what has become of an action, and who has it.
func (l *Line) stands(e model.Entry, now map[model.ID]Standing) {
	l.State = model.Open
	if f := e.Action; f != nil {
		l.Owners = f.Owners
		if f.Withdrawn {
			l.State = model.Withdrawn
		}
	}
	is, known := now[e.ID]
	if !known {
		return
	}
	if !slices.Equal(is.Owners, l.Owners) {
		l.beside = join(" ", append(slices.Clone(is.Owners), l.beside)...)
	}
	l.Owners, l.State = is.Owners, is.State
}

// itemTitle is the heading of an item.
func itemTitle(it model.Item) string { return join(" ", it.Reference, model.Plain(it.Title)) }

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
