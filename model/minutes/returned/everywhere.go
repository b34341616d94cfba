package returned

import (
	"reflect"
	"slices"

	"minutebook/model"
)

// everywhere are the fields with which all that the file says of the subject of a
// unit is printed as it is there, at best line for line: an action stands where
// it was minuted and in the log, and what one of the two leaves open the other
// tells. None where there are no such; of an entry the proposal notes what it
// becomes.
func (r *reader) everywhere(i int, u unit, p *Proposal) []set {
	places := r.places(i, u)
	ways := r.ways(places)
	for _, as := range []func(string) string{func(s string) string { return s }, oneLine} {
		for _, way := range ways {
			for _, m := range r.readings(way, u) {
				units := r.printed(m)
				if !slices.ContainsFunc(places, func(k int) bool { return !r.reads(units, k, r.cells(k), as) }) {
					p.whole, p.fixed = true, r.fixed(m, p.Entry)
					return way
				}
			}
		}
	}
	return nil
}

// ways are those in which what some units say may be meant, the likeliest first.
func (r *reader) ways(places []int) (ways [][]set) {
	var sets [][]set
	for _, k := range places {
		one, _ := projected(r.shaped[k], r.cells(k))
		sets = append(sets, one)
	}
	for n, k := range places {
		way := sets[n]
		for _, more := range sets {
			way = union(way, more)
		}
		ways = append(ways, way, held(r.shaped[k], way), sets[n], held(r.shaped[k], sets[n]))
	}
	for n, k := range places {
		ways = append(ways, anew(r.shaped[k], r.cells(k), sets[n])...)
	}
	return slices.DeleteFunc(ways, func(way []set) bool { return len(way) == 0 })
}

// readings are the meeting with some words: what is read from those of an entry
// is read with the attendance list as the file has it, and as it was.
func (r *reader) readings(way []set, u unit) (all []model.Meeting) {
	now, ok := with(r.as, way, u)
	if ok {
		all = append(all, now)
	}
	then, ok := with(r.in.Base, way, u)
	e, _, isEntry := then.Entry(u.about.id)
	if f, _, _ := now.Entry(u.about.id); ok && isEntry && !reflect.DeepEqual(e, f) {
		put := ofEntry(func(_ model.Meeting, now *model.Entry, _, _ styled) bool { *now = e; return true })
		if m, ok := with(r.as, []set{{field: field{put: put}}}, u); ok {
			all = append(all, m)
		}
	}
	return all
}

// places are the units that tell of the same entry or the same person as a unit
// does, as far as they are in the file, that unit first.
func (r *reader) places(i int, u unit) []int {
	list := []int{i}
	for k, o := range r.shaped {
		told := o.about == u.about && (u.about.sort == anEntry || u.about.sort == aPerson)
		if told && k != i && r.of[k] >= 0 && len(r.cells(k)) == len(o.cells) {
			list = append(list, k)
		}
	}
	return list
}

// cells are what a unit says by now.
func (r *reader) cells(i int) []styled { return r.blocks[r.of[i]].words(r.shaped[i]) }

// union is some sets and those of others that are of other facts, the words that
// facts are read from first.
func union(sets, others []set) []set {
	sets = slices.Clone(sets)
	for _, s := range others {
		if !has(names(sets), s.name) {
			sets = append(sets, s)
		}
	}
	slices.SortStableFunc(sets, func(a, b set) int {
		switch {
		case a.typed() == b.typed():
			return 0
		case a.typed():
			return -1
		}
		return 1
	})
	return sets
}

func names(sets []set) []string {
	list := make([]string, len(sets))
	for i, s := range sets {
		list[i] = s.name
	}
	return list
}

// fixed is an entry as it was, and as it is when its proposal is accepted.
type fixed struct{ was, is model.Entry }

// fixed is what becomes of an entry in another version of the meeting; nil for
// none.
func (r *reader) fixed(m model.Meeting, id model.ID) *fixed {
	was, ok := r.base(id)
	before, _, _ := r.as.Entry(id)
	is, _, there := m.Entry(id)
	if !ok || !there || !reflect.DeepEqual(was, before) {
		return nil
	}
	return &fixed{was, is}
}

// fix notes what each entry becomes that is reworded, so that it becomes the same
// in whatever order proposals are accepted: what is read from words depends on
// who is on the attendance list.
func (r *reader) fix() {
	for k := range r.at {
		p := &r.at[k].Proposal
		if p.Kind != Reword || p.Entry == "" || p.Hand != "" || p.fixed != nil {
			continue
		}
		if m, ok := with(r.as, p.sets, unit{about: p.about()}); ok {
			p.fixed = r.fixed(m, p.Entry)
		}
	}
}
