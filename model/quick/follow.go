package quick

import (
	"maps"
	"reflect"
	"slices"
	"strings"

	"minutebook/model"
)

// pass passes over the opening of a script that the meeting has already, and
// gives the lines that follow. Where they differ it notes the first line that
// does, and gives none. A meeting in which nothing is minuted yet takes the
// whole script all the same, where it says nothing else of itself.
func (s *script) pass(lines []scriptLine) []scriptLine {
	kept := s.m
	again := &script{file: s.file, o: s.o, m: model.Meeting{ID: kept.ID, BodyID: kept.BodyID, State: model.Planned}}
	again.o.NewID = counter(again.m)
	f := follower{kept: kept, same: -1, likely: -1, differs: -1, entries: map[int]int{}}
	for i, l := range lines {
		again.read(l)
		f.look(i, again)
	}
	if f.same < 0 {
		f.same = f.likely
	}
	switch first := f.firstDifference(); {
	case len(again.errs) > 0 && (!s.o.Lenient || again.stopped):
		s.errs, s.stopped = again.errs, true
	case f.same >= 0:
		if f.item >= 0 {
			s.item = kept.Items[f.item].ID
		}
		return lines[f.same+1:]
	case !hasEntries(kept):
		s.kept = &kept
		return lines
	case first >= 0:
		e := bad("the meeting that is kept differs from here on", "the line as it was read before")
		e.File, e.Line = s.file, lines[first].at[0]
		s.errs, s.stopped = append(s.errs, e), true
	}
	return nil
}

// follower compares a meeting that is read again, line by line, with the kept
// one.
type follower struct {
	kept model.Meeting
	// same is the last line after which the two are the same; likely is the
	// last after which they are but for the state, which may have moved on
	// since; -1 for none. item is the place of the current item then.
	same, likely, item int
	// differs is the first line that the kept meeting has not; -1 for none.
	differs int
	// people are the attendees after each line.
	people [][]model.Attendee
	// entries are how many entries of each item, by its place, have been found
	// the same: reading on only adds to them.
	entries map[int]int
}

func (f *follower) look(line int, again *script) {
	f.people = append(f.people, again.m.Attendees)
	opens := f.opens(again.m)
	if f.differs < 0 && !opens {
		f.differs = line
	}
	if !opens || !f.complete(again.m) {
		return
	}
	alike := again.m.State == f.kept.State
	if alike {
		f.same = line
	} else if again.command != "state" {
		f.likely = line
	}
	if alike || f.same < 0 {
		f.item = slices.IndexFunc(again.m.Items, func(it model.Item) bool { return it.ID == again.item })
	}
}

// opens says whether m is an opening of the kept meeting: all that m has, the
// kept one has as well.
func (f *follower) opens(m model.Meeting) bool {
	k := f.kept
	if len(m.Attendees) > len(k.Attendees) || len(m.Items) > len(k.Items) || !f.factsOpen(m) {
		return false
	}
	for i, a := range m.Attendees {
		if a.Name != k.Attendees[i].Name || a.Group != k.Attendees[i].Group || a.Post != k.Attendees[i].Post {
			return false
		}
	}
	for i, it := range m.Items {
		if !itemOpens(it, k.Items[i]) || !f.entriesOpen(m, i) {
			return false
		}
	}
	return true
}

func (f *follower) factsOpen(m model.Meeting) bool {
	k := f.kept
	for _, fact := range []struct{ said, kept string }{
		{m.Body, k.Body}, {m.Style, k.Style}, {m.Title, k.Title}, {string(m.Kind), string(k.Kind)}, {string(m.Date), string(k.Date)},
		{string(m.Begin), string(k.Begin)}, {string(m.End), string(k.End)}, {m.Venue, k.Venue}, {m.PublicationType, k.PublicationType},
		{string(m.PublicationDate), string(k.PublicationDate)}, {string(m.Started), string(k.Started)}, {string(m.Closed), string(k.Closed)},
		{string(placeOf(m, m.Chair)), string(placeOf(k, k.Chair))}, {string(placeOf(m, m.Clerk)), string(placeOf(k, k.Clerk))},
	} {
		if fact.said != "" && fact.said != fact.kept {
			return false
		}
	}
	if m.Numbering != (model.Numbered{}) && m.Numbering != k.Numbering {
		return false
	}
	if m.Quorum != 0 && m.Quorum != k.Quorum {
		return false
	}
	return (m.Public == nil || reflect.DeepEqual(m.Public, k.Public)) && (m.Next == nil || reflect.DeepEqual(m.Next, k.Next))
}

func itemOpens(it, kept model.Item) bool {
	for _, fact := range []struct{ said, kept string }{
		{it.Title, kept.Title}, {it.Reference, kept.Reference}, {it.Outcome, kept.Outcome}, {it.Presenter, kept.Presenter}, {it.PublicTitle, kept.PublicTitle}, {it.Purpose, kept.Purpose},
	} {
		if fact.said != "" && fact.said != fact.kept {
			return false
		}
	}
	if it.Minutes != 0 && it.Minutes != kept.Minutes {
		return false
	}
	if len(it.Entries) > len(kept.Entries) || len(it.Papers) > len(kept.Papers) || !slices.EqualFunc(it.Papers, kept.Papers[:len(it.Papers)], model.Paper.Same) {
		return false
	}
	return it.Restricted == nil || reflect.DeepEqual(it.Restricted, kept.Restricted)
}

// entriesOpen says whether the entries of the item at that place are those
// that the kept one begins with.
func (f *follower) entriesOpen(m model.Meeting, item int) bool {
	entries, kept := m.Items[item].Entries, f.kept.Items[item].Entries
	for f.entries[item] < len(entries) {
		e := entries[f.entries[item]]
		if !sameEntry(m, e, f.kept, ownedAlike(kept[f.entries[item]], e)) {
			return false
		}
		f.entries[item]++
	}
	return true
}

// ownedAlike is a kept entry with the owners of the one that is read again,
// where one of them has none: which names are known may have changed since.
func ownedAlike(kept, again model.Entry) model.Entry {
	if kept.Action == nil || again.Action == nil || len(kept.Action.Owners) > 0 && len(again.Action.Owners) > 0 {
		return kept
	}
	facts := *kept.Action
	facts.Owners = again.Action.Owners
	kept.Action = &facts
	return kept
}

// complete says whether m, an opening of the kept meeting, is all of it.
func (f *follower) complete(m model.Meeting) bool {
	k := f.kept
	if len(m.Attendees) != len(k.Attendees) || len(m.Items) != len(k.Items) || !maps.Equal(numbersOut(m), numbersOut(k)) || !reflect.DeepEqual(m.Restricting, k.Restricting) {
		return false
	}
	for i, a := range m.Attendees {
		if !samePerson(a, k.Attendees[i]) {
			return false
		}
	}
	for i, it := range m.Items {
		other := k.Items[i]
		if len(it.Entries) != len(other.Entries) || len(it.Papers) != len(other.Papers) || it.Outcome != other.Outcome || it.Presenter != other.Presenter ||
			it.Purpose != other.Purpose || it.Minutes != other.Minutes {
			return false
		}
	}
	return true
}

// firstDifference is the first line that says anything else than the kept
// meeting; -1 where all of it is there.
func (f *follower) firstDifference() int {
	first := f.differs
	for i := range f.kept.Attendees {
		if line := f.changed(i); line >= 0 && (first < 0 || line < first) {
			first = line
		}
	}
	return first
}

// changed is the line that made the attendee at place i other than kept, where
// no later line put it right; -1 where none did.
func (f *follower) changed(i int) int {
	line := -1
	for n, people := range f.people {
		if i >= len(people) {
			continue
		}
		switch {
		case samePerson(people[i], f.kept.Attendees[i]):
			line = -1
		case line < 0 || !samePerson(people[i], f.people[n-1][i]):
			line = n
		}
	}
	return line
}

// conflict says whether changes would set a fact of a planned meeting that is
// kept with another value.
func (s *script) conflict(changes model.Many) error {
	if s.kept == nil {
		return nil
	}
	for _, c := range changes {
		set, ok := c.(model.SetFact)
		if !ok {
			continue
		}
		_, undo, err := s.kept.With(set)
		if err != nil {
			continue // what is wrong with it shows when it is done
		}
		if was, ok := undo.(model.SetFact); ok && was.Value != "" && was.Value != set.Value {
			return bad("the meeting that is kept has another "+strings.ReplaceAll(string(set.Fact), "-", " ")+", “"+was.Value+"”", "the line as it was read before")
		}
	}
	return nil
}
