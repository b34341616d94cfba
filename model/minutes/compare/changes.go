// Package compare says what changed between two versions of a meeting's
// minutes: as a list for a reader, and as the two documents that Word shows
// with tracked changes.
package compare

import (
	"fmt"
	"slices"
	"strings"

	"minutebook/model"
	"minutebook/model/diff"
	"minutebook/model/minutes"
)

// What is what happened to something.
type What string

// What can happen.
const (
	Added      What = "added"
	Removed    What = "removed"
	Changed    What = "changed"
	Moved      What = "moved"
	Renumbered What = "renumbered"
)

// Change is one thing that changed.
type Change struct {
	// Where is the part of the minutes, by its later number and title: "The
	// meeting", "Attendance", "Item 3, Finance".
	Where string
	// Subject is what changed there, by its printed number or its name:
	// "Paragraph 3.2", "Action 4"; "" for the part itself.
	Subject string
	What    What
	// Fact is which fact about the subject changed, "due"; "" for its words, or
	// for all of it.
	Fact string
	// Before and After are what was and what is, without marks; what differs is
	// bold. One is empty where something came or went.
	Before, After []model.Span
}

// Input is two versions to be compared.
type Input struct {
	Earlier, Later model.Meeting
	// Style is the house style that both are worded in.
	Style    minutes.Style
	Audience minutes.Audience
}

// seen is both versions as the audience may see them, with their identities in
// common. For the public, what the later version withholds is withheld in the
// earlier too. The error is a *[minutes.NeedsAudience].
func (in Input) seen() (earlier, later model.Meeting, err error) {
	for _, m := range []model.Meeting{in.Earlier, in.Later} {
		if err := in.Audience.Check(m); err != nil {
			return model.Meeting{}, model.Meeting{}, err
		}
	}
	earlier, later = in.Masked()
	return minutes.Seen(earlier, in.Style, in.Audience), minutes.Seen(later, in.Style, in.Audience), nil
}

// Masked is both versions, the earlier with the identities of the later and,
// for the public, with its restrictions on top of its own.
func (in Input) Masked() (earlier, later model.Meeting) {
	earlier = Matched(in.Earlier, in.Later)
	if in.Audience != minutes.Public {
		return earlier, in.Later
	}
	now := map[model.ID]model.Item{}
	for _, it := range in.Later.Items {
		now[it.ID] = it
	}
	for i := range earlier.Items {
		if it, ok := now[earlier.Items[i].ID]; ok {
			maskItem(&earlier.Items[i], it)
		}
		for j := range earlier.Items[i].Entries {
			maskEntry(&earlier.Items[i].Entries[j], in.Later)
		}
	}
	return earlier, in.Later
}

// maskItem withholds of an item what the later version of it withholds. Words
// that are withheld now and stand nowhere in an earlier title withhold all of
// it, since it may say the same in others.
func maskItem(it *model.Item, now model.Item) {
	if it.Restricted == nil && now.Restricted != nil {
		it.Restricted, it.PublicTitle = now.Restricted, now.PublicTitle
	}
	it.OutcomeRestricted = either(it.OutcomeRestricted, now.OutcomeRestricted)
	it.PresenterRestricted = either(it.PresenterRestricted, now.PresenterRestricted)
	it.PurposeRestricted = either(it.PurposeRestricted, now.PurposeRestricted)
	for i := range it.Papers {
		for _, p := range now.Papers {
			if p.Title == it.Papers[i].Title || p.Reference != "" && p.Reference == it.Papers[i].Reference {
				it.Papers[i].Restricted = either(it.Papers[i].Restricted, p.Restricted)
			}
		}
	}
	it.Withheld = slices.Concat(it.Withheld, now.Withheld)
}

// maskEntry withholds of an entry what the later version of it withholds, or
// the item that it stands in by then.
func maskEntry(e *model.Entry, later model.Meeting) {
	now, it, ok := later.Entry(e.ID)
	if !ok {
		return
	}
	e.Restricted = either(e.Restricted, either(now.Restricted, it.Restricted))
	e.Withheld = slices.Concat(e.Withheld, now.Withheld)
}

// either is the first restriction that there is.
func either(a, b *model.Restriction) *model.Restriction {
	if a != nil {
		return a
	}
	return b
}

// Changes are what changed, in the order of the later version; what was removed
// stands where it was. The error is a *[minutes.NeedsAudience].
func Changes(in Input) ([]Change, error) {
	before, after, err := in.seen()
	if err != nil {
		return nil, err
	}
	c := comparison{a: before, b: after, s: in.Style, na: model.Number(before), nb: model.Number(after)}
	c.meeting()
	c.people()
	c.items()
	return c.out, nil
}

// comparison collects what changed.
type comparison struct {
	a, b   model.Meeting
	s      minutes.Style
	na, nb model.Numbers
	where  string
	out    []Change
}

func (c *comparison) add(subject string, what What, fact string, before, after []model.Span) {
	c.out = append(c.out, Change{c.where, subject, what, fact, before, after})
}

// plain is words none of which is marked.
func plain(words string) []model.Span {
	if words == "" {
		return nil
	}
	return []model.Span{{Text: words}}
}

// differing is two wordings with what differs in bold.
func differing(before, after string) (a, b []model.Span) {
	if before == "" || after == "" {
		return plain(before), plain(after)
	}
	for _, r := range diff.Words(before, after) {
		s := model.Span{Text: r.Text, Bold: r.Mark != diff.Same}
		if r.Mark != diff.Inserted {
			a = append(a, s)
		}
		if r.Mark != diff.Deleted {
			b = append(b, s)
		}
	}
	return a, b
}

// fact is something recorded, in words.
type fact struct{ name, words string }

// facts adds what changed of the facts about one subject. Both lists have the
// same names in the same order.
func (c *comparison) facts(subject string, before, after []fact) {
	for i, f := range after {
		if was := before[i].words; was != f.words {
			a, b := differing(was, f.words)
			c.add(subject, Changed, f.name, a, b)
		}
	}
}

func (c *comparison) meeting() {
	c.where = "The meeting"
	c.facts("", c.meetingFacts(c.a), c.meetingFacts(c.b))
}

func (c *comparison) meetingFacts(m model.Meeting) []fact {
	name := func(id model.ID) string { a, _ := m.Attendee(id); return a.Name }
	public, quorum, next := "", "", ""
	if m.Public != nil {
		public = fmt.Sprint(*m.Public)
	}
	if m.Quorum > 0 {
		quorum = fmt.Sprint(m.Quorum)
	}
	if n := m.Next; n != nil {
		next = joined(", ", n.Date.Long(), string(n.At), n.Venue)
	}
	kind := string(m.Kind)
	if kind == "" {
		kind = "ordinary"
	}
	return []fact{{"body", m.Body}, {"title", m.Title}, {"kind", kind}, {"date", m.Date.Long()}, {"house style", m.Style}, {"state", string(m.State)},
		{"time", joined(" to ", string(m.Begin), string(m.End))}, {"venue", m.Venue}, {"publication type", m.PublicationType}, {"publication date", m.PublicationDate.Long()},
		{"time begun", string(m.Started)}, {"time closed", string(m.Closed)}, {"chair", name(m.Chair)}, {"clerk", name(m.Clerk)},
		{"number of the public", public}, {"quorum", quorum}, {"next meeting", next}}
}

// joined is the words that there are with a mark between them.
func joined(mark string, words ...string) string {
	var there []string
	for _, w := range words {
		if w != "" {
			there = append(there, w)
		}
	}
	return strings.Join(there, mark)
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

func (c *comparison) people() {
	c.where = "Attendance"
	was := map[model.ID]model.Attendee{}
	for _, p := range c.a.Attendees {
		was[p.ID] = p
	}
	ids := func(list []model.Attendee) (ids []model.ID) {
		for _, p := range list {
			ids = append(ids, p.ID)
		}
		return ids
	}
	moved := outOfOrder(ids(c.a.Attendees), ids(c.b.Attendees))
	inOrder(c.a.Attendees, c.b.Attendees, func(p model.Attendee) model.ID { return p.ID },
		func(p model.Attendee) { c.add(p.Name, Removed, "", plain(person(p)), nil) },
		func(p model.Attendee) {
			before, ok := was[p.ID]
			if !ok {
				c.add(p.Name, Added, "", nil, plain(person(p)))
				return
			}
			c.facts(p.Name, personFacts(before), personFacts(p))
			if moved[p.ID] {
				c.moved(p.Name, neighbour(c.a.Attendees, p.ID), neighbour(c.b.Attendees, p.ID), nth(ids(c.a.Attendees), p.ID), nth(ids(c.b.Attendees), p.ID))
			}
		})
}

func person(p model.Attendee) string {
	return joined(", ", p.Name, p.Post, p.Group, string(p.Capacity), string(p.Mark))
}

func personFacts(p model.Attendee) []fact {
	capacity := string(p.Capacity)
	if capacity == "" {
		capacity = "member"
	}
	return []fact{{"name", p.Name}, {"post", p.Post}, {"group", p.Group}, {"capacity", capacity}, {"mark", string(p.Mark)}, {"reason", p.Reason},
		{"remote", yes(p.Remote)}, {"deputy for", p.DeputyFor}, {"items attended", strings.Join(p.Items, ", ")}}
}

// moved adds that somebody or something moved within its list: what it stood
// after and stands after now or, where that reads the same, which of the list it
// was and is. Where that is the same too, nobody sees a difference.
func (c *comparison) moved(subject, before, after, was, is string) {
	if before == after {
		before, after = was, is
	}
	if before != after {
		c.add(subject, Moved, "", plain(before), plain(after))
	}
}

// nth says which of a list one is.
func nth(list []model.ID, id model.ID) string {
	return fmt.Sprintf("number %d of %d", slices.Index(list, id)+1, len(list))
}

// neighbour is whom somebody is listed after.
func neighbour(list []model.Attendee, id model.ID) string {
	for i, p := range list {
		if p.ID == id && i > 0 {
			return "listed after " + list[i-1].Name
		}
	}
	return "listed first"
}

// inOrder goes through two lists in the order of the later; what is not in it
// comes where it was.
func inOrder[T any](earlier, later []T, id func(T) model.ID, gone, there func(T)) {
	ids := func(list []T) []model.ID {
		out := make([]model.ID, len(list))
		for i, t := range list {
			out[i] = id(t)
		}
		return out
	}
	a, b := ids(earlier), ids(later)
	still := map[model.ID]bool{}
	for _, x := range b {
		still[x] = true
	}
	for _, s := range diff.Of(a, b) {
		switch {
		case s.Mark != diff.Deleted:
			there(later[s.B])
		case !still[a[s.A]]:
			gone(earlier[s.A])
		}
	}
}

// outOfOrder are the identities in both lists that stand in another order, as
// few as can be.
func outOfOrder(a, b []model.ID) map[model.ID]bool {
	at := map[model.ID]int{}
	for i, id := range a {
		at[id] = i
	}
	var places []int
	var ids []model.ID
	for _, id := range b {
		if i, ok := at[id]; ok {
			places = append(places, i)
			ids = append(ids, id)
		}
	}
	moved := map[model.ID]bool{}
	for _, id := range ids {
		moved[id] = true
	}
	for _, i := range diff.Rising(places) {
		delete(moved, ids[i])
	}
	return moved
}
