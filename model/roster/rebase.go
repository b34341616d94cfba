package roster

import (
	"reflect"
	"slices"

	"minutebook/model"
)

// Rebase makes the change that leads from base to mine to theirs, which was
// base once and changed elsewhere meanwhile. Seats are compared one by one, all
// else as a whole. It says false, and gives theirs, where both changed the same
// thing to something else.
func Rebase(base, mine, theirs model.Body) (model.Body, bool) {
	out := theirs.Clone()
	ok := true
	take := func(b, m any, set func(), t any) {
		switch {
		case reflect.DeepEqual(b, m) || reflect.DeepEqual(m, t):
		case reflect.DeepEqual(b, t):
			set()
		default:
			ok = false
		}
	}
	take(base.Name, mine.Name, func() { out.Name = mine.Name }, theirs.Name)
	take(base.Style, mine.Style, func() { out.Style = mine.Style }, theirs.Style)
	take(base.Language, mine.Language, func() { out.Language = mine.Language }, theirs.Language)
	take(base.Quorum, mine.Quorum, func() { out.Quorum = mine.Quorum }, theirs.Quorum)
	take(base.Absence, mine.Absence, func() { out.Absence = mine.Absence }, theirs.Absence)
	take(base.Numbering, mine.Numbering, func() { out.Numbering = mine.Numbering }, theirs.Numbering)
	take(base.Standing, mine.Standing, func() { out.Standing = mine.Standing }, theirs.Standing)
	take(base.Abbreviations, mine.Abbreviations, func() { out.Abbreviations = mine.Abbreviations }, theirs.Abbreviations)
	take(base.Mail, mine.Mail, func() { out.Mail = mine.Mail }, theirs.Mail)
	take(base.Away, mine.Away, func() { out.Away = mine.Away }, theirs.Away)
	seats, fine := rebaseSeats(base.Seats, mine.Seats, theirs.Seats)
	if !ok || !fine {
		return theirs, false
	}
	out.Seats = seats
	return out.Clone(), true
}

// rebaseSeats is Rebase for the seats. Theirs stay in their order, unless only
// mine is another.
func rebaseSeats(base, mine, theirs []model.Seat) ([]model.Seat, bool) {
	switch {
	case slices.Equal(base, mine) || slices.Equal(mine, theirs):
		return theirs, true
	case slices.Equal(base, theirs):
		return mine, true
	}
	r := rebasing{was: byID(base), mine: byID(mine), theirs: byID(theirs)}
	var out []model.Seat
	for _, t := range theirs {
		one, stays, ok := r.seat(t)
		if !ok {
			return nil, false
		}
		if stays {
			out = append(out, one)
		}
	}
	for i, m := range mine {
		if _, there := r.theirs[m.ID]; there {
			continue
		}
		switch b, had := r.was[m.ID]; {
		case had && b != m:
			return nil, false // they removed what was changed
		case !had:
			out = slices.Insert(out, behind(out, mine[:i]), m)
		}
	}
	return out, true
}

// rebasing are the three rosters by identity.
type rebasing struct{ was, mine, theirs map[model.ID]model.Seat }

// seat is what becomes of one of their seats, and whether it stays; false where
// both changed it to something else.
func (r rebasing) seat(t model.Seat) (one model.Seat, stays, ok bool) {
	b, had := r.was[t.ID]
	m, have := r.mine[t.ID]
	switch {
	case !have:
		return t, !had, !had || b == t // removed, unless they made it or changed it
	case m == t || had && b == m:
		return t, true, true
	}
	return m, true, had && b == t
}

// behind is the place behind the last of before, or the end.
func behind(seats, before []model.Seat) int {
	if n := len(before); n > 0 {
		if at := slices.IndexFunc(seats, func(s model.Seat) bool { return s.ID == before[n-1].ID }); at >= 0 {
			return at + 1
		}
	}
	return len(seats)
}

func byID(seats []model.Seat) map[model.ID]model.Seat {
	all := map[model.ID]model.Seat{}
	for _, s := range seats {
		all[s.ID] = s
	}
	return all
}

// MoveGroup is a roster with the group of a seat one place further up (by is -1)
// or down (1) among the groups, each of which comes together by that. At an end
// nothing moves.
func MoveGroup(seats []model.Seat, id model.ID, by int) []model.Seat {
	var groups []string
	at := -1
	for _, s := range seats {
		if !slices.Contains(groups, s.Group) {
			groups = append(groups, s.Group)
		}
		if s.ID == id {
			at = slices.Index(groups, s.Group)
		}
	}
	to := at + by
	if at < 0 || to < 0 || to >= len(groups) {
		return seats
	}
	groups[at], groups[to] = groups[to], groups[at]
	var out []model.Seat
	for _, g := range groups {
		for _, s := range seats {
			if s.Group == g {
				out = append(out, s)
			}
		}
	}
	return out
}
