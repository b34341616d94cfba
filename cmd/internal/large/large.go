// Package large makes a minute book as an office has after many years, to
// measure with. Its words are invented, and the same every time.
package large

import (
	"fmt"
	"iter"
	"strings"
	"time"

	"minutebook/model"
)

// Size is how much there is in a book.
type Size struct{ Bodies, Meetings, Items, Paragraphs, Actions int }

// Years is a book of ten thousand meetings and a hundred thousand actions.
var Years = Size{Bodies: 40, Meetings: 10_000, Items: 8, Paragraphs: 26, Actions: 10}

// Few is as small a book as one meets in the first weeks.
var Few = Size{Bodies: 2, Meetings: 6, Items: 8, Paragraphs: 26, Actions: 10}

// lastDay is the day of the newest meetings.
const lastDay = model.Date("2026-11-20")

// Batches is a book in parts that are to be kept one after another, the oldest
// meetings first.
func Batches(size Size) iter.Seq[model.Batch] {
	return func(yield func(model.Batch) bool) {
		m := newMaker(size)
		if !yield(m.bodies()) {
			return
		}
		const atOnce = 100
		for from := 0; from < size.Meetings; from += atOnce {
			var b model.Batch
			for n := from; n < min(from+atOnce, size.Meetings); n++ {
				m.meeting(n, &b)
			}
			if !yield(b) {
				return
			}
		}
	}
}

// maker makes a book. Every draw follows from the one before.
type maker struct {
	size   Size
	dice   dice
	words  []string
	names  []string
	titles []string
	list   []model.Body
}

// dice are numbers that are the same every time.
type dice uint64

// below is a number from 0 to below n.
func (d *dice) below(n int) int {
	*d += 0x9E3779B97F4A7C15
	z := uint64(*d)
	z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
	z = (z ^ z>>27) * 0x94D049BB133111EB
	return int((z ^ z>>31) % uint64(n))
}

// some is a number below n, of which the small are common and the great rare,
// as words are.
func (d *dice) some(n int) int {
	return d.below(d.below(d.below(n)+1) + 1)
}

// chance says yes so many times in a hundred.
func (d *dice) chance(percent int) bool { return d.below(100) < percent }

const (
	vocabulary = 12_000
	people     = 600
)

func newMaker(size Size) *maker {
	m := &maker{size: size, dice: 1}
	seen := map[string]bool{}
	for len(m.words) < vocabulary {
		if w := m.invent(2 + m.dice.below(3)); !seen[w] {
			seen[w] = true
			m.words = append(m.words, w)
		}
	}
	for range people {
		m.names = append(m.names, capital(m.invent(2))+" "+capital(m.invent(2+m.dice.below(2))))
	}
	for range 300 {
		m.titles = append(m.titles, capital(m.word())+" "+m.word())
	}
	for n := range size.Bodies {
		m.list = append(m.list, model.Body{ID: model.ID(fmt.Sprintf("body-%d", n)), Name: capital(m.words[n]) + " " + []string{"Board", "Committee", "Council", "Panel", "Trust"}[n%5], Quorum: 3})
	}
	return m
}

func capital(w string) string { return strings.ToUpper(w[:1]) + w[1:] }

// invent is a word of so many syllables.
func (m *maker) invent(syllables int) string {
	var b strings.Builder
	for range syllables {
		b.WriteString([]string{"b", "br", "c", "d", "f", "g", "gl", "h", "k", "l", "m", "n", "p", "pr", "r", "s", "st", "t", "th", "tr", "v", "w"}[m.dice.below(22)])
		b.WriteString([]string{"a", "e", "i", "o", "u", "ai", "ea", "ou"}[m.dice.below(8)])
	}
	b.WriteString([]string{"", "n", "r", "l", "t", "m", "nd", "s"}[m.dice.below(8)])
	return b.String()
}

func (m *maker) word() string { return m.words[m.dice.some(vocabulary)] }

// between are the words that stand between those that say something.
var between = []string{"the", "of", "and", "to", "a", "in", "that", "for", "on", "was", "with", "by", "it", "as", "would", "be", "from", "had", "which", "not", "were", "this", "should", "at"}

// sentence is so many words.
func (m *maker) sentence(begins string, words int) string {
	var b strings.Builder
	b.WriteString(begins)
	for range words {
		b.WriteByte(' ')
		if m.dice.chance(45) {
			b.WriteString(between[m.dice.some(len(between))])
		} else {
			b.WriteString(m.word())
		}
	}
	b.WriteByte('.')
	return b.String()
}

func (m *maker) bodies() model.Batch {
	var b model.Batch
	for _, body := range m.list {
		b.Bodies = append(b.Bodies, model.Save[model.Body]{Value: body})
	}
	return b
}

// meeting adds the nth meeting, and what became of its actions, to a batch.
func (m *maker) meeting(n int, to *model.Batch) {
	body := m.list[n%len(m.list)]
	days := (m.size.Meetings - 1 - n) / len(m.list) * 28
	date := model.DateOf(lastDay.Time().AddDate(0, 0, -days-n%20))
	id := fmt.Sprintf("meeting-%05d", n)
	meeting := model.Meeting{ID: model.ID(id), Rev: 1, Made: date.Time().Add(9 * time.Hour).Format(time.RFC3339), BodyID: body.ID, Body: body.Name, Date: date,
		State: model.Approved, Quorum: body.Quorum}
	if days == 0 {
		meeting.State = model.Draft
	}
	for p := range 9 {
		meeting.Attendees = append(meeting.Attendees, model.Attendee{ID: model.ID(fmt.Sprintf("%s-a%d", id, p)), Name: m.names[(n%len(m.list)*13+p)%people],
			Post: capital(m.words[p*7]), Group: "Members", Mark: model.Present})
	}
	for i := range m.size.Items {
		meeting.Items = append(meeting.Items, model.Item{ID: model.ID(fmt.Sprintf("%s-i%d", id, i)), Title: m.titles[m.dice.some(len(m.titles))]})
	}
	for p := range m.size.Paragraphs {
		e := model.Entry{ID: model.ID(fmt.Sprintf("%s-p%d", id, p)), Kind: model.Paragraph, Text: m.sentence(fmt.Sprintf("The %s", capital(m.word())), 10+m.dice.below(24))}
		switch m.dice.below(12) {
		case 0:
			e.Kind, e.Text = model.Decision, m.sentence("That", 8+m.dice.below(10))
		case 1:
			e.Kind = model.Private
		case 2:
			e.Restricted = &model.Restriction{Reason: "commercial"}
		}
		m.place(&meeting, e)
	}
	for a := range m.size.Actions {
		m.action(&meeting, a, days, to)
	}
	to.Meetings = append(to.Meetings, model.Save[model.Meeting]{Value: meeting})
}

// place puts an entry into some item of a meeting.
func (m *maker) place(meeting *model.Meeting, e model.Entry) {
	it := &meeting.Items[m.dice.below(len(meeting.Items))]
	it.Entries = append(it.Entries, e)
}

// action adds the nth action of a meeting that was so many days ago. Most of
// those of earlier years are done.
func (m *maker) action(meeting *model.Meeting, n, days int, to *model.Batch) {
	owner := m.names[m.dice.some(people)]
	due := meeting.Date.AddDays(14 + m.dice.below(120))
	e := model.Entry{ID: model.ID(fmt.Sprintf("%s-n%d", meeting.ID, n)), Kind: model.Action, Number: n + 1, Text: owner + m.sentence(" to", 8+m.dice.below(12)),
		Action: &model.ActionFacts{Owners: []string{owner}, Due: model.Due{Words: "by " + due.Long(), Date: due}}}
	if m.dice.chance(20) {
		e.Action.Due = model.Due{Words: "next meeting"}
		e.Action.Forum = m.list[m.dice.below(len(m.list))].Name
	}
	m.place(meeting, e)
	if days < 180 && m.dice.chance(70) || m.dice.chance(3) {
		return // still open
	}
	event := model.Event{Meeting: meeting.ID, Action: e.ID, State: model.Complete, On: due, Note: m.sentence("Done", 3), Made: due.Time().Format(time.RFC3339)}
	if m.dice.chance(5) {
		event.State = model.Withdrawn
	}
	to.Events = append(to.Events, event)
}

// Owner is somebody who owns some of a book's actions, neither the most nor the
// fewest.
func Owner() string { return newMaker(Few).names[40] }
