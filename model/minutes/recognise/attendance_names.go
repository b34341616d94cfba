package recognise

import (
	"regexp"
	"slices"
	"strings"

	"minutebook/model/roster"
)

// How sure it is that words are a name: of one with an honorific, an initial or
// a known given name; of two words with capitals; of a single one.
const (
	knownName  = 0.95
	likelyName = 0.85
	singleName = 0.6
	guessed    = 0.65
)

// standingPosts are posts that stand by themselves: a word before them belongs to
// the name rather than to them.
var standingPosts = set(`chair chairman chairwoman chairperson treasurer secretary clerk president vice deputy chief head director ceo cfo coo councillor
	trustee governor mayor acting interim senior convenor convener chancellor general`)

// nameAt reads a name at the front of words; rest are those behind it. sure is
// 0 where there is none.
func nameAt(words []string) (name, rest []string, sure float64) {
	h := honorificsOf(words)
	run := runOf(words, h)
	if run == 0 {
		return nil, words, 0
	}
	n := h + nameLength(words[h:h+run], words[h+run:], h > 0)
	name, rest = words[:n], words[n:]
	first := words[h]
	switch {
	case h > 0 || n-h > 1 && (givenName(first) || initialWord(first)):
		sure = knownName
	case n-h > 1:
		sure = likelyName
	default:
		sure = singleName
	}
	return name, rest, sure
}

// honorificsOf is how many honorifics and ranks words begin with, before
// something that may be a name.
func honorificsOf(words []string) int {
	h := 0
	for h < len(words)-1 && roster.Honorific(words[h]) && !strings.HasSuffix(words[h], ",") && capitalWord(words[h+1]) {
		h++
	}
	if h > 0 && h < len(words) && !nameWord(words[h]) && !initialWord(words[h]) && !surnameAnyway(words, h, h) {
		return 0
	}
	return h
}

// surnameAnyway says whether the word at i of words, whose name begins at from,
// is a surname although it may be a post: "Cllr Steward", "Ruth Mayor".
func surnameAnyway(words []string, from, i int) bool {
	w := strings.Trim(words[i], ".,;")
	if !capitalWord(w) || strings.ToUpper(w) == w || strings.ContainsAny(w, "0123456789/&(") {
		return false
	}
	last := i == len(words)-1
	if from > 0 && i == from { // straight after an honorific
		return last
	}
	return i == from+1 && (givenName(words[from]) || initialWord(words[from])) && last && !headingWord(w)
}

// runOf is how many words from h on may be those of names.
func runOf(words []string, h int) int {
	run := 0
	for h+run < len(words) && run < 12 {
		w := words[h+run]
		particle := run > 0 && particles[strings.ToLower(w)] && h+run+1 < len(words) && nameWord(words[h+run+1])
		if !nameWord(w) && !initialWord(w) && !particle && !(run < 2 && surnameAnyway(words, h, h+run)) || run > 0 && roster.Honorific(w) && h+run+1 < len(words) {
			break
		}
		run++
	}
	return run
}

// nameLength is how many words of a run are one name, given what follows it.
func nameLength(run, tail []string, honoured bool) int {
	least := 0
	for least < len(run)-1 && initialWord(run[least]) {
		least++
	}
	if least == 0 {
		least = 1
		for least < len(run)-1 && initialWord(run[least]) {
			least++
		}
	}
	for least < len(run)-1 && particles[strings.ToLower(run[least])] {
		least++
	}
	least = min(least+1, len(run))
	if len(run) > 1 && initialWord(run[0]) && !slices.ContainsFunc(run[1:], func(w string) bool { return !initialWord(w) }) {
		least = len(run)
	}
	more := len(run) - least
	switch {
	case more == 0:
		return least
	case least == 2 && more == 1 && (givenName(run[1]) || initialWord(run[1])):
		return len(run) // a middle name
	case more > 1 && givenName(run[least]):
		return least // somebody else's
	case len(tail) == 0 || standingPosts[asWord(tail[0])] || !capitalWord(tail[0]):
		if more <= 1 || honoured && more <= 2 || particles[strings.ToLower(run[least])] {
			return len(run)
		}
	}
	return least
}

// postFirst cuts "General Counsel Reed" into post and name.
func postFirst(words []string) (post, name []string) {
	i := len(words)
	for i > 0 && (nameWord(words[i-1]) || initialWord(words[i-1])) {
		i--
	}
	if i > 0 && i < len(words) && roster.Honorific(words[i-1]) && i > 1 && !roster.NamesPost(words[i-1]) {
		i--
	}
	if i == 0 || i == len(words) || len(words)-i > 3 || !roster.NamesPost(words[i-1]) && !workWords[asWord(words[i-1])] {
		return nil, nil
	}
	for _, w := range words[:i] {
		if !capitalWord(w) && !joinsPost[strings.ToLower(w)] || headingWord(w) && !postWord(w) {
			return nil, nil
		}
	}
	if !slices.ContainsFunc(words[:i], roster.NamesPost) {
		return nil, nil
	}
	return words[:i], words[i:]
}

// nameBehind cuts a name off the end of a post that another post follows: the
// people of a list run together in one line.
func nameBehind(words []string) (post, name []string, sure float64) {
	i := len(words)
	for i > 0 && (nameWord(words[i-1]) || initialWord(words[i-1])) && len(words)-i < 4 {
		i--
	}
	for i < len(words)-1 && i > 0 && joinsPost[strings.ToLower(words[i-1])] {
		i++ // what follows "of" or "and" belongs to the post
		break
	}
	for at := i; at > 0 && at < len(words) && roster.Honorific(words[at-1]); at-- {
		i = at - 1
	}
	n := len(words) - i
	if n < 2 || i == 0 {
		return nil, nil, 0
	}
	if roster.Honorific(words[i]) {
		return words[:i], words[i:], knownName
	}
	for at := i; at < len(words)-1; at++ {
		if givenName(words[at]) && len(words)-at <= 3 {
			return words[:at], words[at:], likelyName
		}
	}
	cut := len(words) - 2
	if initialWord(words[cut]) && cut > i && !initialWord(words[cut-1]) {
		cut--
	}
	if cut == i && postWord(words[i-1]) {
		return words[:cut], words[cut:], likelyName
	}
	return words[:cut], words[cut:], guessed
}

// eachName cuts words that are nothing but names with no marks between them into
// one each.
func eachName(words []string) [][]string {
	var names [][]string
	for len(words) > 0 {
		name, _, _ := nameAt(words)
		if len(name) < 2 {
			return nil
		}
		if left := len(words) - len(name); len(name) == 3 && left%2 == 1 && !initialWord(name[0]) && !initialWord(name[1]) {
			name = words[:2]
		}
		names, words = append(names, name), words[len(name):]
	}
	return names
}

// reversedName matches "SMITH, Jane" and "Smith, Jane".
var reversedName = regexp.MustCompile(`^(\p{Lu}[\p{L}'’-]+), ((?:\p{Lu}[\p{L}'’-]+|\p{Lu}\.?)(?: \p{Lu}\.?)?)$`)

// surnameFirst puts a name with the surname first the right way round.
func surnameFirst(words string) (string, bool) {
	m := reversedName.FindStringSubmatch(words)
	if m == nil || postWord(m[1]) || postWord(m[2]) || givenName(m[1]) && !givenName(m[2]) {
		return words, false
	}
	return m[2] + " " + m[1], givenName(strings.Fields(m[2])[0])
}
