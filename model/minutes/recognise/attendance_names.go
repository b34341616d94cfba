package recognise

import (
	"strings"

	"minutebook/model/pattern"
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
		particle := run > 0 && beforeSurname(words[h+run:])
		known := nameWord(w) || initialWord(w) || particle || run < 2 && surnameAnyway(words, h, h+run)
		if !known || run > 0 && roster.Honorific(w) && h+run+1 < len(words) {
			break
		}
		run++
	}
	return run
}

// beforeSurname says whether words begin with particles and go on with a
// surname: "van der Berg".
func beforeSurname(words []string) bool {
	n := 0
	for n < len(words) && particles[strings.ToLower(words[n])] {
		n++
	}
	return n > 0 && n < len(words) && nameWord(words[n])
}

// nameLength is how many words of a run are one name, given what follows it.
func nameLength(run, tail []string, honoured bool) int {
	least := leastName(run)
	more := len(run) - least
	switch {
	case more == 0:
		return least
	case least == 2 && more == 1 && (givenName(run[1]) || initialWord(run[1])):
		return len(run) // a middle name
	case more > 1 && givenName(run[least]):
		return least // somebody else's
	case len(tail) > 0 && !standingPosts[asWord(tail[0])] && capitalWord(tail[0]):
		return least // the rest belongs to the post
	case more == 1 || honoured && more == 2 || particles[strings.ToLower(run[least])]:
		return len(run)
	}
	return least
}

// leastName is how many words of a run a name takes at least: a given name or
// initials, particles, and a surname; or nothing but initials.
func leastName(run []string) int {
	n := 0
	for n < len(run) && initialWord(run[n]) {
		n++
	}
	if n == len(run) {
		return n
	}
	if n == 0 {
		n = 1
		for n < len(run)-1 && initialWord(run[n]) {
			n++
		}
	}
	for n < len(run)-1 && particles[strings.ToLower(run[n])] {
		n++
	}
	return min(n+1, len(run))
}

// namesBack is where the words of a name begin that end words; at most so many
// are looked at.
func namesBack(words []string, most int) int {
	i := len(words)
	for i > 0 && len(words)-i < most && (nameWord(words[i-1]) || initialWord(words[i-1])) {
		i--
	}
	return i
}

// postFirst cuts "General Counsel Reed" into post and name.
func postFirst(words []string) (post, name []string) {
	if ofCouncil(words) {
		return words[:2], words[2:]
	}
	i := namesBack(words, len(words))
	if i > 1 && i < len(words) && roster.Honorific(words[i-1]) && !roster.NamesPost(words[i-1]) {
		i--
	}
	if i == 0 || i == len(words) || len(words)-i > 3 || !roster.NamesPost(words[i-1]) && !workWords[asWord(words[i-1])] {
		return nil, nil
	}
	if post = words[:i]; anyWord(post, notOfPost) || !anyWord(post, roster.NamesPost) {
		return nil, nil
	}
	return post, words[i:]
}

// councilKinds stand before "Cllr" and belong to it: "County Cllr Reed" sits on
// another council.
var councilKinds = set(`parish town city county district borough ward unitary community`)

// ofCouncil says whether words are "County Cllr" and a name.
func ofCouncil(words []string) bool {
	if len(words) < 3 || !councilKinds[asWord(words[0])] || !councillorWord(words[1]) {
		return false
	}
	_, rest, sure := nameAt(words[2:])
	return sure > 0 && len(rest) == 0
}

func councillorWord(w string) bool {
	w = asWord(w)
	return w == "cllr" || w == "councillor"
}

// notOfPost says whether a word is none of a post: in small letters, or of a
// heading.
func notOfPost(w string) bool {
	return !capitalWord(w) && !joinsPost[strings.ToLower(w)] || headingWord(w) && !postWord(w)
}

// nameBehind cuts a name off the end of a post that another post follows: the
// people of a list run together in one line.
func nameBehind(words []string) (post, name []string, sure float64) {
	i := namesBack(words, 4)
	if i > 0 && i < len(words)-1 && joinsPost[strings.ToLower(words[i-1])] {
		i++ // what follows "of" or "and" belongs to the post
	}
	for i > 0 && i < len(words) && roster.Honorific(words[i-1]) {
		i--
	}
	if len(words)-i < 2 || i == 0 {
		return nil, nil, 0
	}
	cut, sure := i, knownName
	if !roster.Honorific(words[i]) {
		cut, sure = givenBehind(words, i)
	}
	return words[:cut], words[cut:], sure
}

// givenBehind is where, from word i on, the name begins that ends words: at a
// known given name, or else with as many words as names have.
func givenBehind(words []string, i int) (cut int, sure float64) {
	for at := i; at < len(words)-1; at++ {
		if givenName(words[at]) && len(words)-at <= 3 {
			return at, likelyName
		}
	}
	cut = len(words) - 2
	if initialWord(words[cut]) && cut > i && !initialWord(words[cut-1]) {
		cut--
	}
	if cut == i && postWord(words[i-1]) {
		return cut, likelyName
	}
	return cut, guessed
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
var reversedName = pattern.Of(`^(\p{Lu}[\p{L}'’-]+), ((?:\p{Lu}[\p{L}'’-]+|\p{Lu}\.?)(?: \p{Lu}\.?)?)$`)

// surnameFirst puts a name with the surname first the right way round: where
// that is in capitals, or given names stand behind it.
func surnameFirst(words string) (string, bool) {
	m := reversedName.FindStringSubmatch(words)
	if m == nil || postWord(m[1]) || anyWord(strings.Fields(m[2]), postWord) {
		return words, false
	}
	upper := len(m[1]) > 2 && strings.ToUpper(m[1]) == m[1] && strings.ToUpper(m[2]) != m[2]
	return m[2] + " " + m[1], upper || givenName(strings.Fields(m[2])[0]) && !givenName(m[1])
}
