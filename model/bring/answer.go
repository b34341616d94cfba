package bring

import (
	"maps"
	"slices"

	"minutebook/model"
	"minutebook/model/minutes/recognise"
)

// Answer puts other answers in the place of all that was said of pieces and for
// always, and reads once with them: what [Plan.Say], [Plan.Unsay] and
// [Plan.Always] do one by one.
func (p *Plan) Answer(said recognise.Said, always []model.Habit) {
	p.said, p.always = maps.Clone(said), slices.Clone(always)
	if p.said == nil {
		p.said = recognise.Said{}
	}
	p.work()
}

// Taken is the plan with what [Plan.Take] says, beside p, which stays as it is
// shown.
func (p *Plan) Taken(least float64) *Plan {
	q := *p
	q.Take(least)
	return &q
}

// Renew plans anew with what a book knows by now. What was said and chosen
// stays.
func (p *Plan) Renew(known *Known) {
	p.known, p.bare = known, nil
	p.work()
}
