package model

import (
	"math"
	"slices"
	"strings"
)

// Passage is one time that somebody came or went, as it is minuted.
type Passage struct {
	Entry ID
	Who   ID
	// Way is In or Out.
	Way Way
	// At is when; "" where nobody said.
	At Clock
	// Item is the one it happened at: the one said, or else the one that the
	// entry stands in.
	Item ID

	minute int // of the day it began on, as far as is known
	place  int // of the item
}

// Passages are all arrivals and departures in the order in which they
// happened: by their times, as far as those are known, and else in running
// order. One without a time happened no sooner than what is minuted before it.
// A time before the meeting began is one after midnight.
func (m Meeting) Passages() []Passage {
	numbers, began := Number(m), minuteOf(m.Started)
	var all []Passage
	minute := began
	for place, it := range m.Items {
		for _, e := range it.Entries {
			if at := minuteOf(e.At); e.At != "" {
				minute = at
				if at < began {
					minute += 24 * 60
				}
			}
			if e.Movement == nil || e.Movement.Who == "" {
				continue
			}
			p := Passage{Entry: e.ID, Who: e.Movement.Who, Way: e.Movement.Way, At: e.At, Item: it.ID, minute: minute, place: place}
			if said, ok := m.referred(e.Movement.Item, numbers); ok {
				p.Item, p.place = m.Items[said].ID, said
			}
			all = append(all, p)
		}
	}
	slices.SortStableFunc(all, func(a, b Passage) int { return a.minute - b.minute })
	return all
}

// minuteOf is a time as minutes since midnight; 0 where there is none.
func minuteOf(c Clock) int {
	if !c.Valid() {
		return 0
	}
	t := string(c)
	return int(t[0]-'0')*600 + int(t[1]-'0')*60 + int(t[3]-'0')*10 + int(t[4]-'0')
}

// referred is the place of the item that a reference means.
func (m Meeting) referred(said string, numbers Numbers) (place int, ok bool) {
	place = slices.IndexFunc(m.Items, func(it Item) bool { return refersTo(said, numbers.Items[it.ID]) })
	return place, place >= 0
}

// refersTo says whether "4", "4." or "3, 4 and 5" mean the item of a number.
func refersTo(said, number string) bool {
	if number == "" {
		return false
	}
	if strings.EqualFold(said, number) {
		return true
	}
	return slices.ContainsFunc(strings.FieldsFunc(said, func(r rune) bool { return strings.ContainsRune(" ,;&", r) }), func(one string) bool {
		return strings.EqualFold(strings.TrimSuffix(one, "."), strings.TrimSuffix(number, "."))
	})
}

// Room is who is in the room at one point of a meeting.
type Room struct {
	// Here are they, in the order of the attendance list.
	Here []ID
	// Members is how many members' seats are taken, by the member or by a
	// deputy: only these count for the quorum. Attending and Observing are the
	// others.
	Members, Attending, Observing int
	// Quorum is how many members it takes; 0 where there is no rule.
	Quorum int
}

// Quorate says whether enough members are there.
func (r Room) Quorate() bool { return r.Members >= r.Quorum }

// Has says whether an attendee is in the room.
func (r Room) Has(who ID) bool { return slices.Contains(r.Here, who) }

// RoomNow is the room after all that is minuted so far, with the meeting at an
// item: somebody who came for one item only is there at that one. "" is no
// item.
func (m Meeting) RoomNow(item ID) Room {
	all := m.Passages()
	return m.room(all, all, item)
}

// RoomAt is the room as an item left it: what is minuted at it and before it
// counts, and nothing that came later.
func (m Meeting) RoomAt(item ID) Room {
	place := slices.IndexFunc(m.Items, func(it Item) bool { return it.ID == item })
	last := math.MinInt
	all := m.Passages()
	for _, p := range all {
		if p.place == place {
			last = max(last, p.minute)
		}
	}
	until := slices.DeleteFunc(slices.Clone(all), func(p Passage) bool {
		if last != math.MinInt && p.minute != last {
			return p.minute > last
		}
		return p.place > place
	})
	return m.room(all, until, item)
}

// room applies those of all passages that are past to what the roll call
// found. Somebody who is minuted to come in first was not there before.
func (m Meeting) room(all, past []Passage, item ID) Room {
	in := map[ID]bool{}
	for _, p := range slices.Backward(all) {
		in[p.Who] = p.Way == Out // before their first passage
	}
	for _, a := range m.Attendees {
		outside, moved := in[a.ID]
		in[a.ID] = a.Mark == Present && (!moved || outside)
	}
	for _, p := range past {
		in[p.Who] = p.Way == In
	}
	number := Number(m).Items[item]
	r := Room{Quorum: m.Quorum}
	for _, a := range m.Attendees {
		part := len(a.Items) > 0 && !slices.ContainsFunc(a.Items, func(said string) bool { return refersTo(said, number) })
		if in[a.ID] && !part && !m.withdrew(a, item, number) {
			r.Here = append(r.Here, a.ID)
		}
	}
	m.count(&r)
	return r
}

// withdrew says whether somebody left the room for an item in which they have
// an interest.
func (m Meeting) withdrew(a Attendee, item ID, number string) bool {
	for _, it := range m.Items {
		for _, e := range it.Entries {
			f := e.Interest
			if f == nil || !f.Left || !sameName(f.Who, a.Name) {
				continue
			}
			if f.Item == "" && it.ID == item || f.Item != "" && refersTo(f.Item, number) {
				return true
			}
		}
	}
	return false
}

func sameName(a, b string) bool { return strings.EqualFold(strings.TrimSpace(a), strings.TrimSpace(b)) }

// count counts who is in the room. A deputy counts for the one whose place is
// taken, and with them as one.
func (m Meeting) count(r *Room) {
	seats := map[ID]Capacity{}
	for _, a := range m.Attendees {
		if !r.Has(a.ID) {
			continue
		}
		seat := a
		if a.DeputyFor != "" {
			if i := slices.IndexFunc(m.Attendees, func(b Attendee) bool { return b.ID != a.ID && sameName(a.DeputyFor, b.Name) }); i >= 0 {
				seat = m.Attendees[i]
			}
		}
		seats[seat.ID] = seat.Capacity
	}
	for _, capacity := range seats {
		switch capacity {
		case Member:
			r.Members++
		case Attending:
			r.Attending++
		case Observing:
			r.Observing++
		}
	}
}
