package roster

import (
	"slices"
	"strings"

	"minutebook/model"
)

// Known is somebody the book knows, with the names they have on the rosters.
type Known struct {
	model.Person
	// Names are those printed on this body's roster.
	Names []string
}

// known are the people of a book, with the names that the body prints.
func known(b model.Body, people []model.Person) []Known {
	var all []Known
	for _, p := range people {
		k := Known{Person: p}
		for _, s := range b.Seats {
			if s.Person == p.ID {
				k.Names = append(k.Names, s.Name)
			}
		}
		all = append(all, k)
	}
	return all
}

// Who is whom a name and an address mean among the people of a book: by the
// address; by the name, whatever its case, accents and honorifics; or, of those
// on the body, by the initials that stand for it. why is what is unsure about it,
// nil for nothing. Two people who fit alike are neither.
func Who(b model.Body, people []model.Person, name, mail string) (who model.Person, why *Guess, ok bool) {
	all := known(b, people)
	if mail != "" {
		if k, one := only(all, func(k Known) bool { return strings.EqualFold(k.Mail, mail) }); one {
			if !k.called(name) && !k.mayBe(name) {
				why = &Guess{MailOf, k.Name}
			}
			return k.Person, why, true
		}
	}
	mine := func(k Known) bool { return len(k.Names) > 0 }
	called := func(k Known) bool { return k.called(name) }
	if k, one := only(all, called); one {
		return k.Person, nil, true
	}
	if k, one := only(all, func(k Known) bool { return called(k) && mine(k) }); one {
		return k.Person, &Guess{Why: OneOfThese}, true
	}
	if slices.ContainsFunc(all, called) {
		return model.Person{}, &Guess{Why: AnotherOne}, false
	}
	if k, one := only(all, func(k Known) bool { return mine(k) && k.mayBe(name) }); one {
		return k.Person, &Guess{TakenFor, name}, true
	}
	return model.Person{}, nil, false
}

// only is the one of all that fits, where it is one.
func only(all []Known, fits func(Known) bool) (Known, bool) {
	var found Known
	n := 0
	for _, k := range all {
		if fits(k) {
			found, n = k, n+1
		}
	}
	return found, n == 1
}

// called says whether somebody has that name, but for honorifics.
func (k Known) called(name string) bool {
	words := plainName(name)
	return len(words) > 0 && slices.ContainsFunc(append([]string{k.Name}, k.Names...), func(other string) bool {
		return slices.Equal(words, plainName(other))
	})
}

// mayBe says whether a name is somebody's with initials for given names, or
// with one of them left out: "J. Smith", "Jane Smith" of Jane Ann Smith.
func (k Known) mayBe(name string) bool {
	return slices.ContainsFunc(append([]string{k.Name}, k.Names...), func(other string) bool {
		return shortOf(plainName(name), plainName(other)) || shortOf(plainName(other), plainName(name))
	})
}

// shortOf says whether short is a shorter form of long: of one surname, and
// each given name the beginning of one of the other's, in their order.
func shortOf(short, long []string) bool {
	if len(short) < 2 || len(long) < 2 || len(short) > len(long) || short[len(short)-1] != long[len(long)-1] || short[0][0] != long[0][0] {
		return false
	}
	at := 0
	for _, w := range short[:len(short)-1] {
		for at < len(long)-1 && w != long[at] && (len([]rune(w)) > 1 || !strings.HasPrefix(long[at], w)) {
			at++
		}
		if at == len(long)-1 {
			return false
		}
		at++
	}
	return true
}
