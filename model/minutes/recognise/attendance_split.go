package recognise

import (
	"slices"
	"strings"
	"unicode"

	"minutebook/model/pattern"
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
	for _, segment := range strings.FieldsFunc(evened(words), func(c rune) bool { return c == ';' || c == '\n' || c == '•' }) {
		fields := strings.Fields(segment)
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
var stuckBehind = pattern.Of(`\)(\p{Lu}\p{Ll})`)

// columns finds tabs, bars and wide spaces between columns.
var columns = pattern.Of(`\s*(?:\t\s*|\s{3,}|\s\|\s)`)

// evened is words with single spaces. Columns stand apart with a dash, as name
// and post do, or a semicolon where somebody else begins.
func evened(words string) string {
	words = stuckBehind.ReplaceAllString(words, ") $1")
	cut := columns.Split(strings.TrimSpace(words), -1)
	words = cut[0]
	for _, next := range cut[1:] {
		_, _, sure := nameAt(strings.Fields(next))
		dash := strings.Trim(words[strings.LastIndexByte(words, ' ')+1:], "-–—") == ""
		switch {
		case dash:
			words += " " + next
		case sure == knownName && givenOrTitled(next):
			words += "; " + next
		default:
			words += " – " + next
		}
	}
	return tidy(dashes.ReplaceAllString(words, " – "))
}

// givenOrTitled says whether words begin with a known given name or an
// honorific.
func givenOrTitled(words string) bool {
	first, _, _ := strings.Cut(words, " ")
	return givenName(first) || roster.Honorific(first)
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
var stuckWords = pattern.Of(`\p{Lu}\p{Ll}{3,}\p{Lu}\p{Ll}[\p{L}]*`)

// dashes finds several dashes with nothing between them.
var dashes = pattern.Of(`(?:\s[-–—])+\s(?:[-–—]\s)*`)

// beginsPerson says whether at word i of fields, the first of which is that at from,
// somebody else begins.
func beginsPerson(fields []string, from, i int) bool {
	before := fields[i-1]
	last := before[len(before)-1]
	switch {
	case last == '.' && !initialWord(before) && !roster.Honorific(before) && !afterName.MatchString(before):
		_, _, sure := nameAt(fields[i:])
		return sure > singleName
	case last == ')':
		name, rest, sure := nameAt(fields[i:])
		whole := len(rest) == 0 || strings.HasPrefix(rest[0], "(")
		return sure == knownName || sure == likelyName && whole && len(name) < 4
	}
	return honorificBegins(fields, from, i)
}

// honorificBegins says whether word i of fields is an honorific at which
// somebody else begins.
func honorificBegins(fields []string, from, i int) bool {
	before, w := fields[i-1], asWord(fields[i])
	switch {
	case !sureHonorific[w] || i == len(fields)-1 || !capitalWord(fields[i]) || strings.HasPrefix(fields[i], "("):
		return false
	case strings.HasSuffix(before, ",") || belongsBehind(fields, from, i):
		return false
	case joinsPost[strings.ToLower(before)] && before != "and" && before != "&":
		return false
	case (w == "councillor" || w == "professor") && postWord(before) && !standingPosts[asWord(before)]:
		return false // "Borough Councillor" is a post
	}
	return !nearWords(fields[max(from, i-3):i], "for", "behalf", "deputising", "deputizing", "deputy")
}

// belongsBehind says whether word i goes with the one before it: "Cllr Mrs Reed",
// "County Cllr Reed".
func belongsBehind(fields []string, from, i int) bool {
	before := fields[i-1]
	if roster.Honorific(before) && (i-1 == from || strings.HasSuffix(fields[i-2], ",")) {
		return true
	}
	return councilKinds[asWord(before)] && councillorWord(fields[i])
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

// plurals finds what stands before the names of several: "Cllrs Reed and Hale".
var plurals = pattern.Of(`^(?:and )?(?:(?:Parish |Town |City |County |Borough )?(?:Cllrs\.?|Councillors|Councilors|Council ?[Mm]embers|Board [Mm]embers|Committee [Mm]embers|Directors|Commissioners|Trustees|Supervisors|Governors|Members|Messrs\.?|Mesdames|Drs\.?|Aldermen|Representatives)):? +`)

// run is a piece about several people with commas between them, or about one
// with commas in the post.
type run struct {
	cut   []string
	kinds []kindOfPart
	how   manner
	// names counts the parts that are names, plural is the part behind "Cllrs".
	names, plural int
	// singles says that one word may be a name, alternate that names and posts
	// take turns, together that the list begins with a name, ends with a post
	// and has a name and a post between commas.
	singles, alternate, together bool
	// posted and noted say that the last person has a post or brackets.
	posted, noted bool
	people        []string
	doubt         bool
}

// atCommas cuts a piece at those of its commas that part people.
func atCommas(piece string, how manner) (people []string, doubt bool) {
	r := newRun(piece, how)
	for i := range r.cut {
		switch {
		case r.starts(i):
			r.begin(i)
		case r.behindPost(i):
		default:
			r.people[len(r.people)-1] += ", " + r.cut[i]
			r.posted = true
		}
	}
	return r.people, r.doubt
}

func newRun(piece string, how manner) *run {
	r := &run{cut: cutCommas(piece), how: how, plural: -1, singles: how.singles}
	for i, part := range r.cut {
		if of := plurals.FindString(part); of != "" && namesFirst(part[len(of):]) {
			r.cut[i], r.singles, r.plural = part[len(of):], true, i
		}
		kind := kindOf(r.cut[i])
		r.kinds = append(r.kinds, kind)
		if kind > isSingle {
			r.names++
		}
	}
	notNames(r.cut, r.kinds)
	r.singles = r.singles || r.names == 0
	n := len(r.cut)
	r.alternate = n >= 4 && alternates(r.kinds)
	r.together = n > 2 && pureName(r.kinds[0]) && r.kinds[n-1] == isPostPart
	return r
}

// pureName says whether a part is a whole name and no more.
func pureName(k kindOfPart) bool { return k == isName || k == isNameSurely }

// starts says whether a part begins somebody else.
func (r *run) starts(i int) bool {
	if len(r.people) == 0 || i == r.plural {
		return true
	}
	switch r.kinds[i] {
	case isNamePost:
		return true
	case isPostName:
		return !r.together
	case isNameSurely:
		return !r.how.each
	case isName:
		return !r.how.each && (!r.posted || r.alternate)
	case isSingle:
		return !r.how.each && !r.posted && (r.singles || r.among(i))
	case isPostPart:
	}
	return false
}

// among says whether a single word among whole names is one, too.
func (r *run) among(i int) bool {
	return r.names >= 3 && !r.noted && nameWord(strings.Fields(r.cut[i])[0]) && !upperWord(r.cut[i])
}

// begin begins somebody else with a part.
func (r *run) begin(i int) {
	more, guess := runTogether(r.cut[i])
	r.people, r.doubt = append(r.people, more...), r.doubt || guess
	r.posted, r.noted = r.kinds[i] >= isPostName, strings.Contains(r.cut[i], "(")
}

// behindPost takes the name of somebody else off the end of a part that begins
// with the post of the last person.
func (r *run) behindPost(i int) bool {
	if r.kinds[i] != isPostPart && r.kinds[i] != isPostName {
		return false
	}
	last := i+1 == len(r.cut)
	next := strings.Contains(r.cut[i], "(") || !last && (r.kinds[i+1] == isPostPart || r.kinds[i+1] == isPostName)
	bare, brackets := beforeBracket(r.cut[i])
	post, name, sure := nameBehind(strings.Fields(bare))
	if sure == 0 || !next && (!last || sure <= guessed) || !anyWord(post, postWord) {
		return false
	}
	r.people[len(r.people)-1] += ", " + strings.Join(post, " ")
	r.people = append(r.people, strings.Join(name, " ")+brackets)
	r.posted, r.noted, r.doubt = false, brackets != "", r.doubt || sure < likelyName
	return true
}

// notNames takes "Chief Pilot" behind a whole name for a post rather than for
// somebody called Pilot.
func notNames(cut []string, kinds []kindOfPart) {
	for i := 1; i < len(kinds); i++ {
		bare, _ := beforeBracket(strings.TrimPrefix(cut[i], "and "))
		if _, name := postFirst(strings.Fields(bare)); kinds[i] == isPostName && len(name) == 1 && endsWithName(cut[i-1], kinds[i-1], kinds[0]) {
			kinds[i] = isPostPart
		}
	}
}

// endsWithName says whether a part has a whole name at its end, in a list whose
// first part is of a kind.
func endsWithName(part string, kind, first kindOfPart) bool {
	switch {
	case pureName(kind):
		return true
	case kind == isPostName:
		return pureName(first)
	case kind == isPostPart && first > isSingle:
		bare, _ := beforeBracket(part)
		_, _, sure := nameBehind(strings.Fields(bare))
		return sure > 0
	}
	return false
}

func upperWord(w string) bool { return len(w) > 3 && strings.ToUpper(w) == w }

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
			if afterName.MatchString(strings.TrimSpace(firstOf(piece[i+1:]))) && strings.Contains(strings.TrimSpace(piece[from:i]), " ") {
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
	before = before[len(plurals.FindString(before)):]
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
		left, right := bare[:at[0]], bare[at[1]:]
		if bare = left; leftIn(left, right) {
			bare = right
		}
	}
	fields := strings.Fields(strings.Trim(bare, " .,"))
	name, rest, sure := nameAt(fields)
	switch {
	case sure == 0 || sure == singleName && len(rest) > 0:
		return kindWithoutName(fields)
	case len(rest) > 0:
		return kindWithRest(fields, rest, sure)
	case sure == singleName && initialWord(fields[0]) && len(name) == 1 && len(fields[0]) > 2:
		return isPostPart
	case sure == singleName:
		return isSingle
	case sure == knownName:
		return isNameSurely
	}
	return isName
}

// kindWithoutName is what a part is that does not begin with a name.
func kindWithoutName(fields []string) kindOfPart {
	post, behind := postFirst(fields)
	if len(post) == 2 && councilKinds[asWord(post[0])] || len(behind) > 1 || len(behind) == 1 && (roster.NamesPost(fields[0]) || roster.NamesPost(fields[len(fields)-2])) {
		return isPostName
	}
	return isPostPart
}

// kindWithRest is what a part is that begins with a name and goes on.
func kindWithRest(fields, rest []string, sure float64) kindOfPart {
	switch {
	case len(rest) == 1 && afterName.MatchString(rest[0]):
		return isNameSurely
	case sure == knownName && (!capitalWord(rest[0]) || anyWord(rest[:min(2, len(rest))], postWord)):
		return isNamePost
	case eachName(fields) != nil:
		return isName
	}
	return isPostPart
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
			doubt = doubt || !givenOrTitled(n[0]) && !initialWord(n[0])
		}
		people[len(people)-1] += brackets
		return people, doubt
	}
	if len(name) < 2 {
		return []string{part}, false
	}
	if at := nextName(rest); at >= 0 {
		more, _ := runTogether(strings.Join(rest[at:], " ") + brackets)
		return append([]string{strings.Join(fields[:len(name)+at], " ")}, more...), false
	}
	return []string{part}, false
}

// nextName is where in the words behind a name another one begins: at once, with
// a post behind it, or behind the end of a post; -1 for nowhere.
func nextName(rest []string) int {
	if next, tail, sure := nameAt(rest); sure >= likelyName && len(next) > 1 && len(tail) > 0 && givenName(next[0]) && postWord(tail[0]) {
		return 0
	}
	for i := 1; i < len(rest)-1; i++ {
		if !postWord(rest[i-1]) || joinsPost[strings.ToLower(rest[i])] || asWord(rest[i]) == "councillor" {
			continue
		}
		if next, _, sure := nameAt(rest[i:]); sure == knownName && len(next) > 1 {
			return i
		}
	}
	return -1
}
