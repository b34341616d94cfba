package bring

import (
	"cmp"
	"slices"
	"strings"

	"minutebook/model"
	"minutebook/model/find"
	"minutebook/model/roster"
)

// BodyGuess says how the body was found.
type BodyGuess struct {
	// Confidence is from 0 to 1; 1 where the clerk chose it.
	Confidence float64
	// Why says in a few words what speaks for it.
	Why string
	// Instead are other bodies that it may be, likeliest first.
	Instead []model.Body
}

// little are words that tell no body from another.
var little = map[string]bool{"the": true, "of": true, "and": true, "for": true, "a": true, "an": true, "meeting": true, "minutes": true, "note": true}

// sorts are words that say what sort of body it is: many bodies share them, and
// are no likelier for that.
var sorts = map[string]bool{"board": true, "committee": true, "council": true, "panel": true, "group": true, "forum": true, "working": true,
	"party": true, "sub": true, "subcommittee": true, "team": true, "trust": true}

// telling are the words of a name that tell it from others.
func telling(name string) []string {
	return slices.DeleteFunc(find.Tokens(name), func(w string) bool { return little[w] })
}

// near is a body with how many words its name shares with another, and how many
// stand in one of the two alone.
type near struct {
	model.Body
	shared, apart int
	exact         bool
	// likely says that more is shared than what sort of body it is.
	likely bool
}

// like are the bodies whose names share words with a name, the nearest first.
func (k *Known) like(words []string) []near {
	var all []near
	for _, b := range k.bodies {
		own := telling(b.Name)
		n := near{Body: b, exact: slices.Equal(own, words)}
		for _, w := range own {
			if slices.Contains(words, w) {
				n.shared++
				n.likely = n.likely || !sorts[w]
			}
		}
		n.apart = len(own) + len(words) - 2*n.shared
		if n.shared > 0 {
			all = append(all, n)
		}
	}
	slices.SortStableFunc(all, func(a, b near) int {
		return cmp.Or(cmp.Compare(b.shared, a.shared), cmp.Compare(a.apart, b.apart))
	})
	return all
}

// bodyOf finds the body of the book that a name means: the one of that name, or
// else the only one whose name has all words of it or the other way round.
func (k *Known) bodyOf(name string) (model.Body, BodyGuess, bool) {
	words := telling(name)
	all := k.like(words)
	var exact, within []model.Body
	for _, n := range all {
		switch {
		case n.exact:
			exact = append(exact, n.Body)
		case n.apart == len(words)-n.shared || n.shared == len(words):
			within = append(within, n.Body)
		}
	}
	found, guess, ok := model.Body{}, BodyGuess{}, false
	switch {
	case len(exact) == 1:
		found, guess.Confidence, guess.Why, ok = exact[0], 1, "its name", true
	case len(exact) == 0 && len(within) == 1:
		found, guess.Confidence, guess.Why, ok = within[0], 0.7, "a name near it", true
	}
	for _, n := range all {
		if (!ok || n.ID != found.ID) && (n.likely || slices.ContainsFunc(within, func(b model.Body) bool { return b.ID == n.ID })) {
			guess.Instead = append(guess.Instead, n.Body)
		}
	}
	return found, guess, ok
}

// bodyWith finds the body to whose roster most of the people belong, where more
// than half of them do.
func (k *Known) bodyWith(people []model.Attendee) (model.Body, BodyGuess, bool) {
	var best model.Body
	most, tied := 0, false
	for _, b := range k.bodies {
		seated := map[string]bool{}
		for _, s := range b.Seats {
			seated[strings.Join(roster.Plain(s.Name), " ")] = true
		}
		n := 0
		for _, a := range people {
			if seated[strings.Join(roster.Plain(a.Name), " ")] {
				n++
			}
		}
		switch {
		case n > most:
			best, most, tied = b, n, false
		case n == most:
			tied = true
		}
	}
	if tied || 2*most <= len(people) || most < 2 {
		return model.Body{}, BodyGuess{}, false
	}
	return best, BodyGuess{Confidence: 0.6, Why: "its people"}, true
}
