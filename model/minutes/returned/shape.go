package returned

import (
	"slices"

	"minutebook/model"
)

// shape takes what was found so far, which is new, has moved or is gone, and
// gives the meeting that shape. What the house style words by where something
// stands, such as a result behind a vote, is no difference then.
func (r *reader) shape() []placed {
	list, shape := r.proposals(), r.at
	r.at = nil
	r.reshape(all(r.in.Base, list))
	return shape
}

// reshape takes a version of the meeting as the one that the file is of, but for
// words that are edited.
func (r *reader) reshape(as model.Meeting) {
	units, err := unitsOf(as, r.style, r.audience, r.in.Later, r.found.Extract)
	if err != nil {
		as, units = r.in.Base, nil
	}
	r.as, r.shaped = as, slices.Clone(r.units)
	for i, u := range r.units {
		if n := r.twin(units, i); n >= 0 && u.about.sort != noSubject && len(units[n].cells) == len(u.cells) {
			r.shaped[i].cells, r.shaped[i].label = units[n].cells, units[n].label
		}
	}
}

// decided pairs the rows of the table of decisions by their order, where there are
// as many as the meeting in the shape of the file has: of which decision each
// tells follows from that, and not from words that may be new.
func (r *reader) decided() {
	var rows, blocks []int
	units := r.printed(r.as)
	for n, u := range units {
		if u.tells() {
			rows = append(rows, n)
		}
	}
	for j := range r.blocks {
		if i := r.from[j]; i >= 0 && r.units[i].tells() {
			blocks = r.tableOf(j)
			break
		}
	}
	if len(rows) != len(blocks) {
		return
	}
	for _, j := range blocks {
		if i := r.from[j]; i >= 0 {
			r.of[i], r.from[j] = -1, -1
		}
	}
	for n, j := range blocks {
		if i := slices.IndexFunc(r.units, func(u unit) bool { return u.tells() && u.about == units[rows[n]].about }); i >= 0 {
			r.pair(i, j)
		}
	}
}

// tells says whether a unit is a row of the table of decisions.
func (u unit) tells() bool {
	return u.region == inTables && u.row && !u.first && u.about.sort == anEntry
}

// tableOf are the rows of the table that a row stands in, but for its head.
func (r *reader) tableOf(j int) (rows []int) {
	for j > 0 && r.blocks[j-1].row && !r.blocks[j-1].head {
		j--
	}
	for ; j < len(r.blocks) && r.blocks[j].row; j++ {
		rows = append(rows, j)
	}
	return rows
}

// twin is the place of what a unit became among the units of another version of
// the meeting; -1 where it is not there.
func (r *reader) twin(units []unit, i int) int {
	is := func(u unit) bool { return u.about == r.units[i].about && slices.Equal(u.anchors, r.units[i].anchors) }
	before := 0
	for _, u := range r.units[:i] {
		if is(u) {
			before++
		}
	}
	for n, u := range units {
		if !is(u) {
			continue
		}
		if before == 0 {
			return n
		}
		before--
	}
	return -1
}

// behind adds what was found of the shape behind what differs in words.
func (r *reader) behind(shape []placed) {
	for _, p := range shape {
		if p.Kind == Reword {
			r.propose(p.Proposal, p.about(), p.block)
			continue
		}
		p.order = len(r.at)
		r.at = append(r.at, p)
	}
}
