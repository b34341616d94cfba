package model

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// council is a meeting of four members, a deputy for one of them, somebody in
// attendance for item 2 and an observer, with three items.
func council() Meeting {
	return Meeting{ID: "m", Body: "Quay Board", Date: "2026-03-03", State: Live, Started: "10:00", Quorum: 3,
		Attendees: []Attendee{
			{ID: "ann", Name: "Ann Zelenka", Mark: Present},
			{ID: "bo", Name: "Bo Li", Mark: Present},
			{ID: "cy", Name: "Cy Moss", Mark: Apologies},
			{ID: "di", Name: "Di Orme", Mark: Present, DeputyFor: "Cy Moss", Capacity: Attending},
			{ID: "ed", Name: "Ed Park", Mark: Absent},
			{ID: "fay", Name: "Fay Quinn", Mark: Present, Capacity: Attending, Items: []string{"2"}},
			{ID: "gus", Name: "Gus Rowe", Mark: Present, Capacity: Observing},
		},
		Items: []Item{{ID: "i1", Title: "Minutes"}, {ID: "i2", Title: "Roads"}, {ID: "i3", Title: "Money"}}}
}

// passing puts an arrival or departure at the end of an item.
func passing(t *testing.T, m Meeting, item ID, way Way, who ID, at Clock, said string) Meeting {
	t.Helper()
	next, _, err := m.With(AddEntry{Item: item, After: Last, Entry: Entry{ID: ID(fmt.Sprint("e", m.Rev)), Kind: Movement, At: at,
		Movement: &MovementFact{Way: way, Who: who, Item: said}}})
	if err != nil {
		t.Fatal(err)
	}
	return next
}

func TestRoomCountsMembersAndDeputies(t *testing.T) {
	t.Parallel()
	m := council()
	r := m.RoomNow("i1")
	if r.Members != 3 || r.Attending != 0 || r.Observing != 1 || !r.Quorate() {
		t.Errorf("at item 1: %+v", r)
	}
	if r := m.RoomNow("i2"); r.Attending != 1 || !r.Has("fay") {
		t.Errorf("at item 2, for which one came: %+v", r)
	}
	m = passing(t, m, "i1", Out, "bo", "10:20", "")
	if r := m.RoomNow("i1"); r.Members != 2 || r.Quorate() || r.Has("bo") {
		t.Errorf("one gone: %+v", r)
	}
	m = passing(t, m, "i2", In, "ed", "10:30", "")
	if r := m.RoomNow("i2"); r.Members != 3 || !r.Quorate() {
		t.Errorf("one come whom the roll call missed: %+v", r)
	}
	m = passing(t, m, "i3", In, "cy", "10:40", "")
	if r := m.RoomNow("i3"); r.Members != 3 || !r.Has("cy") || !r.Has("di") {
		t.Errorf("a member beside their deputy is one seat: %+v", r)
	}
}

func TestRoomOfSomebodyWhoComesLate(t *testing.T) {
	t.Parallel()
	m := passing(t, council(), "i2", In, "bo", "10:15", "")
	if r := m.RoomAt("i1"); r.Has("bo") || r.Members != 2 {
		t.Errorf("before they came: %+v", r)
	}
	if r := m.RoomAt("i2"); !r.Has("bo") || r.Members != 3 {
		t.Errorf("after: %+v", r)
	}
	m = passing(t, m, "i3", Out, "bo", "10:50", "")
	if r := m.RoomAt("i2"); !r.Has("bo") {
		t.Errorf("what comes later does not count: %+v", r)
	}
	if m.RoomNow("i2").Has("bo") {
		t.Error("now they are gone, whatever item the clerk looks at")
	}
}

// An item taken before those that stand over it is told by its times.
func TestRoomFollowsTheOrderTaken(t *testing.T) {
	t.Parallel()
	m := passing(t, council(), "i3", Out, "ann", "10:10", "")
	m = passing(t, m, "i1", Out, "bo", "10:40", "")
	if r := m.RoomAt("i1"); r.Has("ann") || r.Has("bo") {
		t.Errorf("at the item taken last: %+v", r)
	}
	if r := m.RoomAt("i3"); r.Has("ann") || !r.Has("bo") {
		t.Errorf("at the item taken first: %+v", r)
	}
	if got := m.Passages(); got[0].Who != "ann" || got[1].Who != "bo" {
		t.Errorf("out of order: %+v", got)
	}
}

func TestPassagesNameTheItem(t *testing.T) {
	t.Parallel()
	m := passing(t, council(), "i3", In, "ed", "", "2")
	if p := m.Passages(); len(p) != 1 || p[0].Item != "i2" {
		t.Errorf("%+v", p)
	}
	m = passing(t, m, "i3", Out, "ed", "00:20", "")
	m = passing(t, m, "i3", Out, "gus", "23:50", "")
	m.Started = "19:00"
	if p := m.Passages(); p[1].Who != "gus" || p[2].At != "00:20" {
		t.Errorf("past midnight: %+v", p)
	}
}

func TestRoomWithoutThoseWithAnInterest(t *testing.T) {
	t.Parallel()
	m := council()
	m.Items[1].Entries = []Entry{{ID: "e", Kind: Interest, Interest: &InterestFact{Who: "Ann Zelenka", Left: true}}}
	if m.RoomNow("i2").Has("ann") || !m.RoomNow("i3").Has("ann") {
		t.Error("she is out for that item, and no other")
	}
	m.Items[1].Entries[0].Interest.Item = "1 and 3"
	if m.RoomNow("i1").Has("ann") || !m.RoomNow("i2").Has("ann") || m.RoomNow("i3").Has("ann") {
		t.Error("she is out for the items said")
	}
}

// Whoever comes and goes, the room holds those whose last passage was in; a
// seat is never counted twice, and a meeting without a rule is never short.
func TestRoomHoldsAnySequence(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		m := council()
		for i := range m.Attendees {
			a := &m.Attendees[i]
			a.Items, a.Mark = nil, rapid.SampledFrom(Marks).Draw(t, "mark")
		}
		last := map[ID]Way{}
		for n := range rapid.IntRange(0, 12).Draw(t, "passages") {
			e := Entry{ID: ID(fmt.Sprint("e", n)), Kind: Movement, Movement: &MovementFact{
				Way: rapid.SampledFrom([]Way{In, Out}).Draw(t, "way"), Who: rapid.SampledFrom(m.Attendees).Draw(t, "who").ID}}
			if rapid.Bool().Draw(t, "timed") {
				e.At = Clock(fmt.Sprintf("10:%02d", n))
			}
			it := &m.Items[min(n/4, 2)]
			it.Entries = append(it.Entries, e)
			last[e.Movement.Who] = e.Movement.Way
		}
		r := m.RoomNow("i3")
		for _, a := range m.Attendees {
			want := a.Mark == Present
			if way, ok := last[a.ID]; ok {
				want = way == In
			}
			if r.Has(a.ID) != want {
				t.Fatalf("%s is in the room: %v, passages %+v", a.Name, r.Has(a.ID), m.Passages())
			}
		}
		members := membersIn(m, r)
		if r.Members != members || r.Members+r.Attending+r.Observing > len(r.Here) {
			t.Fatalf("%d members are counted and %d are there: %+v", r.Members, members, r)
		}
		if !slices.Equal(m.RoomAt("i3").Here, r.Here) {
			t.Fatal("the last item leaves another room than there is now")
		}
		m.Quorum = 0
		if !m.RoomNow("i3").Quorate() {
			t.Fatal("without a rule there is always a quorum")
		}
	})
}

// membersIn counts the members in the room, one of whom has a deputy.
func membersIn(m Meeting, r Room) (members int) {
	for _, a := range m.Attendees {
		if a.Capacity == Member && (r.Has(a.ID) || a.ID == "cy" && r.Has("di")) {
			members++
		}
	}
	return members
}

func TestReferences(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		said, number string
		want         bool
	}{
		{"3", "3", true}, {"3.", "3", true}, {"3, 4 and 5", "4", true}, {"13", "3", false}, {"", "3", false}, {"3", "", false},
		{"gbp/2223/001", "GBP/2223/001", true}, {"128/17", "128/17", true}, {"128/17", "17", false},
	} {
		if got := refersTo(row.said, row.number); got != row.want {
			t.Errorf("%q means %q: %v", row.said, row.number, got)
		}
	}
	if n := minuteOf("23:59"); n != 23*60+59 {
		t.Errorf("23:59 is minute %d", n)
	}
}
