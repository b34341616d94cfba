package recognise

import (
	"maps"
	"slices"

	"minutebook/model/minutes/read"
)

// learnt is how sure what a habit says is.
const learnt = 0.9

// withHabits reads the document again where habits of the body say otherwise
// than the guess: a piece taken by their sign is what they say it means.
func withHabits(d read.Document, o Options, found Found) Found {
	said := maps.Clone(o.Said)
	if said == nil {
		said = Said{}
	}
	why := map[Place]string{}
	for _, p := range found.Pieces {
		if _, ok := o.Said[p.Place]; ok {
			continue
		}
		i := slices.IndexFunc(o.Habits, func(h Habit) bool { return h.Sign == p.Why })
		if i >= 0 && What(o.Habits[i].Means) != p.As && slices.Contains(Whats, What(o.Habits[i].Means)) {
			said[p.Place], why[p.Place] = What(o.Habits[i].Means), p.Why
		}
	}
	if len(why) == 0 {
		return found
	}
	o.Said = said
	found = once(d, o)
	for i := range found.Pieces {
		if sign, ok := why[found.Pieces[i].Place]; ok {
			found.Pieces[i].Confidence, found.Pieces[i].Why = learnt, sign
		}
	}
	return found
}
