package bring

import (
	"slices"

	"minutebook/model"
	"minutebook/model/minutes/recognise"
)

// often is how many corrections of one sign make a habit.
const often = 2

// noSigns are reasons of guesses that are no sign in the source.
var noSigns = map[string]bool{"": true, "words": true, "you said so": true}

// IsSign says whether what a guess was made by is a sign in the source, which
// others may have too.
func IsSign(why string) bool { return !noSigns[why] }

// Learn is what a clerk's corrections say of how a body writes: where what was
// taken by one sign was said often enough to be one other thing, and never to be
// what it was taken for, the sign means that. found is what was found before
// anything was said.
func Learn(said recognise.Said, found recognise.Found) []model.Habit {
	means, stands := map[string]map[recognise.What]int{}, map[string]bool{}
	var signs []string
	for _, p := range found.Pieces {
		as, ok := said[p.Place]
		switch {
		case !ok || noSigns[p.Why]:
			continue
		case as == p.As:
			stands[p.Why] = true
			continue
		case means[p.Why] == nil:
			means[p.Why] = map[recognise.What]int{}
			signs = append(signs, p.Why)
		}
		means[p.Why][as]++
	}
	var habits []model.Habit
	for _, sign := range signs {
		if len(means[sign]) > 1 || stands[sign] {
			continue
		}
		for as, n := range means[sign] {
			if n >= often {
				habits = append(habits, model.Habit{Sign: sign, Means: string(as)})
			}
		}
	}
	return habits
}

// merged are habits with newer ones in the place of those of the same sign.
func merged(habits, newer []model.Habit) []model.Habit {
	all := slices.DeleteFunc(slices.Clone(habits), func(h model.Habit) bool {
		return slices.ContainsFunc(newer, func(n model.Habit) bool { return n.Sign == h.Sign })
	})
	return append(all, newer...)
}
