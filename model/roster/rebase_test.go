package roster

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"minutebook/model"
)

func seatsOf(t *rapid.T, label string) []model.Seat {
	var all []model.Seat
	for _, id := range rapid.Permutation([]model.ID{"a", "b", "c", "d"}).Draw(t, label)[:rapid.IntRange(0, 4).Draw(t, label+" many")] {
		all = append(all, model.Seat{ID: id, Name: rapid.SampledFrom([]string{"x", "y"}).Draw(t, label+" name")})
	}
	return all
}

func TestRebaseOfOneSideIsThatSide(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		body := func(label string) model.Body {
			return model.Body{Name: rapid.SampledFrom([]string{"A", "B"}).Draw(t, label), Quorum: rapid.IntRange(0, 2).Draw(t, label+" quorum"), Seats: seatsOf(t, label)}
		}
		base, mine := body("base"), body("mine")
		if got, ok := Rebase(base, mine, base); !ok || !reflect.DeepEqual(got, mine.Clone()) {
			t.Fatalf("theirs unchanged: %+v (%v), want %+v", got, ok, mine)
		}
		if got, ok := Rebase(base, base, mine); !ok || !reflect.DeepEqual(got, mine.Clone()) {
			t.Fatalf("mine unchanged: %+v (%v), want %+v", got, ok, mine)
		}
		if got, ok := Rebase(base, mine, mine); !ok || !reflect.DeepEqual(got, mine.Clone()) {
			t.Fatalf("both alike: %+v (%v), want %+v", got, ok, mine)
		}
	})
}

func TestRebase(t *testing.T) {
	t.Parallel()
	a, b, c := model.Seat{ID: "a", Name: "A"}, model.Seat{ID: "b", Name: "B"}, model.Seat{ID: "c", Name: "C"}
	a2 := model.Seat{ID: "a", Name: "A2"}
	base := model.Body{Name: "Board", Quorum: 3, Seats: []model.Seat{a, b}}
	with := func(f func(*model.Body)) model.Body {
		next := base.Clone()
		f(&next)
		return next
	}
	for name, one := range map[string]struct {
		mine, theirs, want model.Body
		ok                 bool
	}{
		"different things": {with(func(x *model.Body) { x.Quorum = 4 }), with(func(x *model.Body) { x.Name = "New" }),
			with(func(x *model.Body) { x.Quorum, x.Name = 4, "New" }), true},
		"the same thing": {with(func(x *model.Body) { x.Quorum = 4 }), with(func(x *model.Body) { x.Quorum = 5 }), with(func(x *model.Body) { x.Quorum = 5 }), false},
		"a seat each": {with(func(x *model.Body) { x.Seats = []model.Seat{a2, b} }), with(func(x *model.Body) { x.Seats = []model.Seat{a, b, c} }),
			with(func(x *model.Body) { x.Seats = []model.Seat{a2, b, c} }), true},
		"one added, one removed": {with(func(x *model.Body) { x.Seats = []model.Seat{a, c, b} }), with(func(x *model.Body) { x.Seats = []model.Seat{a} }),
			with(func(x *model.Body) { x.Seats = []model.Seat{a, c} }), true},
		"changed here, removed there": {with(func(x *model.Body) { x.Seats = []model.Seat{a2, b} }), with(func(x *model.Body) { x.Seats = []model.Seat{b, c} }),
			with(func(x *model.Body) { x.Seats = []model.Seat{b, c} }), false},
	} {
		if got, ok := Rebase(base, one.mine, one.theirs); ok != one.ok || !reflect.DeepEqual(got, one.want) {
			t.Errorf("%s: %+v (%v), want %+v", name, got, ok, one.want)
		}
	}
}

func TestMoveGroup(t *testing.T) {
	t.Parallel()
	seats := []model.Seat{{ID: "a", Group: "X"}, {ID: "b", Group: "Y"}, {ID: "c", Group: "X"}, {ID: "d"}}
	for _, c := range []struct {
		id   model.ID
		by   int
		want string
	}{{"b", -1, "bacd"}, {"a", 1, "bacd"}, {"d", -1, "acdb"}, {"a", -1, "abcd"}, {"d", 1, "abcd"}, {"nobody", 1, "abcd"}} {
		got := ""
		for _, s := range MoveGroup(seats, c.id, c.by) {
			got += string(s.ID)
		}
		if got != c.want {
			t.Errorf("%s by %d: %s, want %s", c.id, c.by, got, c.want)
		}
	}
}
