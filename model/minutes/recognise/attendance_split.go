package recognise

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"minutebook/model/roster"
)

// manner is how a list names its people.
type manner struct {
	// each says that every line is about one person, singles that they go by
	// one word each, such as surnames, plain that the words behind a name are no
	// more names.
	each, singles bool
}

// sureHonorific are those at which the next person begins in a line of people
// run together.
var sureHonorific = set(`mr mrs ms miss mx dr prof professor cllr cllrs councillor rev revd reverend sir dame lord lady baroness ald alderman`)

// piecesOf cuts words at what surely parts people: semicolons, the ends of
// sentences, closing brackets and honorifics.
func piecesOf(words string) []string {
	var pieces []string
	for _, segment := range strings.FieldsFunc(words, func(c rune) bool { return c == ';' || c == '\n' || c == '•' || c == '|' }) {
		fields := strings.Fields(evened(segment))
		from, depth := 0, 0
		for i, w := range fields {
			if i > from && depth == 0 && beginsPerson(fields, from, i) {
				pieces = append(pieces, strings.Join(fields[from:i], " "))
				from = i
			}
			depth = max(0, depth+strings.Count(w, "(")-strings.Count(w, ")"))
			if depth > 0 && !strings.Contains(strings.Join(fields[i:], " "), ")") {
				depth = 0 // nobody closed them
			}
		}
		if from < len(fields) {
			pieces = append(pieces, strings.Join(fields[from:], " "))
		}
	}
	return pieces
}

// stuckBehind finds a closing bracket with a name straight behind it.
var stuckBehind = regexp.MustCompile(`\)(\p{Lu}\p{Ll})`)

// evened is words with single spaces, tabs kept as a mark between name and post.
func evened(words string) string {
	words = stuckBehind.ReplaceAllString(words, ") $1")
	words = regexp.MustCompile(`[\s\x{00a0}]*\t[\s\x{00a0}]*`).ReplaceAllString(words, " – ")
	return tidy(dashes.ReplaceAllString(words, " – "))
}

// stuckPost puts a space where a post runs into the word behind it: "ClerkJane".
func stuckPost(words string) string {
	return stuckWords.ReplaceAllStringFunc(words, func(w string) string {
		i := len(w)
		for at, c := range w {
			if at > 0 && unicode.IsUpper(c) {
				i = at
				break
			}
		}
		if !postWord(w[:i]) {
			return w
		}
		return w[:i] + " " + stuckPost(w[i:])
	})
}

// stuckWords finds words that run into each other.
var stuckWords = regexp.MustCompile(`\p{Lu}\p{Ll}{3,}\p{Lu}\p{Ll}[\p{L}]*`)

// dashes finds several dashes with nothing between them.
var dashes = regexp.MustCompile(`(?:\s[-–—])+\s(?:[-–—]\s)*`)

// beginsPerson says whether at word i of fields, the first of which is that at from,
// somebody else begins.
func beginsPerson(fields []string, from, i int) bool {
	before := fields[i-1]
	last := before[len(before)-1]
	w := asWord(fields[i])
	switch {
	case last == '.' && !initialWord(before) && !roster.Honorific(before) && !afterName.MatchString(before):
		_, _, sure := nameAt(fields[i:])
		return sure > singleName
	case last == ')':
		name, rest, sure := nameAt(fields[i:])
		return sure == knownName || sure == likelyName && (len(rest) == 0 || strings.HasPrefix(rest[0], "(")) && len(name) < 4
	case last == ',' || strings.HasPrefix(fields[i], "(") || !sureHonorific[w] || i == len(fields)-1 || !capitalWord(fields[i]):
		return false
	}
	if joinsPost[strings.ToLower(before)] && before != "and" && before != "&" || roster.Honorific(before) && i-1 == from {
		return false
	}
	if (w == "councillor" || w == "professor") && postWord(before) && !standingPosts[asWord(before)] {
		return false // "Borough Councillor" is a post
	}
	return !nearWords(fields[max(from, i-3):i], "for", "behalf", "deputising", "deputizing", "deputy")
}

func nearWords(fields []string, words ...string) bool {
	return slices.ContainsFunc(fields, func(f string) bool { return slices.Contains(words, strings.ToLower(strings.Trim(f, "(.,"))) }) &&
		slices.ContainsFunc(fields, func(f string) bool { return strings.ToLower(f) == "for" || strings.ToLower(f) == "of" })
}

// kindOfPart is what words between two commas are.
type kindOfPart int

const (
	isPostPart   kindOfPart = iota
	isSingle                // one word that may be a name
	isName                  // words that may be a name
	isNameSurely            // a name by its honorific, its initials or given name
	isPostName              // a post with a name behind it
	isNamePost              // a name with a post behind it
)

// splitPeople cuts words about people into those about one each. doubt says that it
// took guessing.
func splitPeople(words string, how manner) (people []string, doubt bool) {
	for _, piece := range piecesOf(words) {
		some, guess := atCommas(piece, how)
		people, doubt = append(people, some...), doubt || guess
	}
	return people, doubt
}

// atCommas cuts a piece at those of its commas that part people.
func atCommas(piece string, how manner) (people []string, doubt bool) {
	cut := cutCommas(piece)
	kinds := make([]kindOfPart, len(cut))
	names := 0
	for i, part := range cut {
		kinds[i] = kindOf(part)
		if kinds[i] > isSingle {
			names++
		}
	}
	singles := how.singles || names == 0
	alternate := len(cut) >= 4 && alternates(kinds)
	// A list run together begins with a name and ends with a post.
	runOn := len(cut) > 2 && kinds[0] > isSingle && kinds[0] < isPostName && kinds[len(cut)-1] == isPostPart
	posted := false // the last person has a post in this piece
	for i, part := range cut {
		starts := len(people) == 0
		switch kinds[i] {
		case isNameSurely:
			starts = starts || !how.each || i == 0
		case isNamePost:
			starts = true
		case isPostName:
			starts = starts || !runOn
		case isName:
			starts = starts || !how.each && (!posted || alternate)
		case isSingle:
			starts = starts || singles && !posted && !how.each || names >= 3 && !how.each && !posted && nameWord(strings.Fields(part)[0]) && !upperWord(part)
		}
		if starts {
			more, guess := runTogether(part)
			people, doubt = append(people, more...), doubt || guess
			posted = kinds[i] >= isPostName || strings.ContainsAny(part, "(")
			continue
		}
		posted = true
		next := i+1 < len(cut) && (kinds[i+1] == isPostPart || kinds[i+1] == isPostName) || strings.Contains(part, "(")
		bare, brackets := beforeBracket(part)
		if post, name, sure := nameBehind(strings.Fields(bare)); sure > 0 && (kinds[i] == isPostPart || kinds[i] == isPostName) && (next || i+1 == len(cut) && sure > guessed) && !leadsPlain(post) {
			people[len(people)-1] += ", " + strings.Join(post, " ")
			people = append(people, strings.Join(name, " ")+brackets)
			posted, doubt = brackets != "", doubt || sure < likelyName
			continue
		}
		people[len(people)-1] += ", " + part
	}
	return people, doubt
}

func upperWord(w string) bool { return len(w) > 3 && strings.ToUpper(w) == w }

// leadsPlain says whether words are no post: what stands before a name that
// somebody is deputising for is not.
func leadsPlain(words []string) bool {
	return !slices.ContainsFunc(words, postWord)
}

func beforeBracket(part string) (bare, brackets string) {
	if i := strings.IndexByte(part, '('); i > 0 {
		return strings.TrimSpace(part[:i]), " " + part[i:]
	}
	return part, ""
}

// alternates says whether names and posts take turns.
func alternates(kinds []kindOfPart) bool {
	for i, k := range kinds {
		if name := k > isSingle; name != (i%2 == 0) {
			return false
		}
	}
	return true
}

// cutCommas cuts at commas outside of brackets, and at the "and" before a name.
func cutCommas(piece string) []string {
	var cut []string
	depth, from := 0, 0
	add := func(to int) {
		if part := strings.TrimSpace(piece[from:to]); part != "" {
			cut = append(cut, part)
		}
	}
	for i := 0; i < len(piece); i++ {
		switch {
		case piece[i] == '(' && strings.IndexByte(piece[i:], ')') > 0:
			depth++
		case piece[i] == ')':
			depth = max(0, depth-1)
		case depth > 0:
		case piece[i] == ',':
			if afterName.MatchString(strings.TrimSpace(firstOf(piece[i+1:]))) {
				continue
			}
			add(i)
			from = i + 1
		case strings.HasPrefix(piece[i:], " and ") || strings.HasPrefix(piece[i:], " & "):
			if andParts(piece[from:i], piece[i+strings.IndexByte(piece[i+1:], ' ')+2:]) {
				add(i)
				from = i
			}
		}
	}
	add(len(piece))
	return cut
}

// andParts says whether an "and" stands between two people.
func andParts(before, after string) bool {
	name, rest, sure := nameAt(strings.Fields(after))
	if sure == 0 {
		return kindOf(after) == isPostName && kindOf(before) >= isName
	}
	before = strings.TrimPrefix(strings.TrimPrefix(strings.TrimSpace(before), "and "), "& ")
	bare, brackets := beforeBracket(before)
	_, tail, first := nameAt(strings.Fields(bare))
	switch {
	case before == "":
		return false
	case first == 0:
		return sure == knownName
	case len(tail) > 0:
		return sure == knownName && len(name) > 1
	case sure == singleName:
		return (first == singleName || brackets != "") && (len(rest) == 0 || strings.HasPrefix(rest[0], "("))
	}
	return true
}

// kindOf is what a part is.
func kindOf(part string) kindOfPart {
	part = strings.TrimPrefix(strings.TrimPrefix(part, "and "), "& ")
	bare, _ := beforeBracket(part)
	if at := apartFrom.FindStringIndex(bare); at != nil {
		bare = bare[:at[0]]
	}
	fields := strings.Fields(strings.Trim(bare, " .,"))
	name, rest, sure := nameAt(fields)
	switch {
	case sure == 0 || sure == singleName && len(rest) > 0:
		if _, behind := postFirst(fields); behind != nil && (len(behind) > 1 || roster.NamesPost(fields[0]) || roster.NamesPost(fields[len(fields)-2])) {
			return isPostName
		}
		return isPostPart
	case len(rest) > 0 && afterName.MatchString(rest[0]) && len(rest) == 1:
		return isNameSurely
	case len(rest) > 0 && sure == knownName && (postWord(rest[0]) || len(rest) > 1 && postWord(rest[1])):
		return isNamePost
	case len(rest) > 0 && sure == knownName && !capitalWord(rest[0]):
		return isNamePost
	case len(rest) > 0:
		if names := eachName(fields); names != nil {
			return isName
		}
		return isPostPart
	case sure == singleName:
		if initialWord(fields[0]) && len(name) == 1 && len(fields[0]) > 2 {
			return isPostPart
		}
		return isSingle
	case sure == knownName:
		return isNameSurely
	}
	return isName
}

// runTogether cuts a part that holds nothing but names, or a name, a post and
// another name.
func runTogether(part string) (people []string, doubt bool) {
	bare, brackets := beforeBracket(part)
	fields := strings.Fields(bare)
	name, rest, _ := nameAt(fields)
	if len(rest) < 2 || len(name) == 0 || strings.ContainsAny(rest[0], "-–—:") {
		return []string{part}, false
	}
	if names := eachName(fields); len(names) > 1 {
		for _, n := range names {
			people = append(people, strings.Join(n, " "))
			doubt = doubt || !givenName(n[0]) && !roster.Honorific(n[0]) && !initialWord(n[0])
		}
		people[len(people)-1] += brackets
		return people, doubt
	}
	if next, tail, sure := nameAt(rest); sure >= likelyName && len(next) > 1 && len(tail) > 0 && givenName(next[0]) && postWord(tail[0]) && len(name) > 1 {
		return []string{strings.Join(name, " "), strings.Join(rest, " ") + brackets}, false
	}
	for i := 1; i < len(rest)-1; i++ {
		if !postWord(rest[i-1]) || joinsPost[strings.ToLower(rest[i])] || len(name) < 2 || asWord(rest[i]) == "councillor" {
			continue
		}
		if next, _, sure := nameAt(rest[i:]); sure == knownName && len(next) > 1 {
			more, _ := runTogether(strings.Join(rest[i:], " ") + brackets)
			return append([]string{strings.Join(append(name[:len(name):len(name)], rest[:i]...), " ")}, more...), false
		}
	}
	return []string{part}, false
}
