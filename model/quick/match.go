package quick

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"minutebook/model"
)

// marks are written in one way when names are compared.
var marks = strings.NewReplacer("’", "'", "‘", "'", ".", " ")

// fold is s for comparing: without accents, case and doubled spaces.
func fold(s string) string {
	s = marks.Replace(s)
	var b strings.Builder
	for _, c := range norm.NFKD.String(s) {
		if !unicode.Is(unicode.Mn, c) {
			b.WriteRune(unicode.ToLower(c))
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// honorifics stand before a name, and ranks do as well; they do not tell
// people apart unless two share the rest.
var honorifics = setOf(`mr mrs ms miss mx dr prof professor sir dame lord lady baroness baron cllr councillor
	cllrs councillors messrs ald alderman rev revd reverend fr father canon hon rt the capt captain cdr commander col colonel maj major lt
	lieutenant gen general sgt sergeant insp inspector supt superintendent chief dci di ds pc ac dac dcc acc cc
	assistant deputy constable commissioner judge justice madam mayor`)

// letters stand behind a name.
var letters = setOf("obe cbe mbe kbe dbe mp msp ms qc kc jp phd bsc ma ba qpm dl frs jr jnr snr sr")

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// nameForms are the ways in which a name may be said.
type nameForms struct{ full, bare, titled, surname, initials string }

func formsOf(name string) nameForms {
	f := nameForms{full: fold(name)}
	words := strings.Fields(f.full)
	first := 0
	for first < len(words)-1 && honorifics[words[first]] {
		first++
	}
	last := len(words)
	for last > first+1 && letters[strings.Trim(words[last-1], ",")] {
		last--
	}
	rest := words[first:last]
	if len(rest) == 0 {
		return f
	}
	f.bare, f.surname = strings.Join(rest, " "), strings.Trim(rest[len(rest)-1], ",")
	if first > 0 && !several(rest) {
		f.titled = words[first-1] + " " + f.surname
	}
	for _, w := range rest {
		c := []rune(w)[0]
		if unicode.IsLetter(c) {
			f.initials += string(c)
		}
	}
	return f
}

// several says whether the folded words name more than one: "gales and cllr
// dack".
func several(words []string) bool {
	return slices.ContainsFunc(words[:len(words)-1], func(w string) bool {
		return w == "and" || w == "&" || honorifics[w] || strings.HasSuffix(w, ",") || strings.HasSuffix(w, ";")
	})
}

// said is a name as somebody says it.
type said struct {
	nameForms
	// shortened is the name as said with its initials written together.
	shortened string
}

func saying(name string) said {
	f := formsOf(name)
	return said{f, strings.ReplaceAll(f.full, " ", "")}
}

// tiers are the ways of meaning somebody, the surest first.
var tiers = []func(n said, a model.Attendee, f nameForms) bool{
	func(n said, _ model.Attendee, f nameForms) bool { return n.full == f.full },
	func(n said, _ model.Attendee, f nameForms) bool { return n.bare != "" && n.bare == f.bare },
	func(n said, a model.Attendee, _ nameForms) bool { return postSaid(n.full, a.Post) },
	func(n said, _ model.Attendee, f nameForms) bool { return n.titled != "" && n.titled == f.titled },
	func(n said, _ model.Attendee, f nameForms) bool { return n.bare != "" && n.bare == f.surname },
	func(n said, _ model.Attendee, f nameForms) bool { return initialAndSurname(n, f) },
	func(n said, _ model.Attendee, f nameForms) bool {
		return len([]rune(n.shortened)) > 1 && n.shortened == f.initials
	},
}

// tierOfPost is the place among tiers of the one that goes by post.
const tierOfPost = 2

// initialAndSurname says whether "J Smith" means Jane Smith.
func initialAndSurname(n said, f nameForms) bool {
	words := strings.Fields(n.bare)
	if len(words) < 2 || words[len(words)-1] != f.surname || f.initials == "" {
		return false
	}
	return len([]rune(words[0])) == 1 && strings.HasPrefix(f.initials, words[0])
}

// postSaid says whether the folded name is that post, or the abbreviation in
// the brackets behind it.
func postSaid(name, post string) bool {
	if post == "" || name == "" {
		return false
	}
	title, short := cutBrackets(post)
	return name == fold(post) || name == fold(title) || short != "" && name == fold(short)
}

// cutBrackets takes the last brackets off the end of s.
func cutBrackets(s string) (rest, inside string) {
	if !strings.HasSuffix(s, ")") {
		return s, ""
	}
	open := strings.LastIndexByte(s, '(')
	if open < 0 {
		return s, ""
	}
	return trimRight(s[:open]), s[open+1 : len(s)-1]
}

// match is who a name may mean on the list, by place, and at which tier.
func match(name string, list []model.Attendee) (hits []int, tier int) {
	n := saying(name)
	if n.full == "" {
		return nil, 0
	}
	forms := make([]nameForms, len(list))
	for i, a := range list {
		forms[i] = formsOf(a.Name)
	}
	for tier, fits := range tiers {
		for i, a := range list {
			if fits(n, a, forms[i]) {
				hits = append(hits, i)
			}
		}
		if len(hits) > 0 {
			return hits, tier
		}
	}
	return nil, 0
}

// attendeeNamed is whom a name on a line means.
func attendeeNamed(name string, list []model.Attendee) (model.Attendee, error) {
	hits, _ := match(name, list)
	switch len(hits) {
	case 0:
		if name == "" {
			return model.Attendee{}, bad("the name is missing", "somebody on the attendance list")
		}
		return model.Attendee{}, &unknown{bad("nobody on the attendance list is “"+name+"”", "a name, surname, initials or post on the list")}
	case 1:
		return list[hits[0]], nil
	}
	if posts := postsOf(list, hits); posts != "" {
		return model.Attendee{}, bad("“"+name+"” is the name of more than one", "the post instead, as in "+posts)
	}
	return model.Attendee{}, bad("“"+name+"” may be "+namesOf(list, hits, " or "), "one of them in full")
}

// postsOf are the posts of people who share one name; "" where the names at
// those places are not one, or not all have a post.
func postsOf(list []model.Attendee, places []int) string {
	var posts []string
	for _, i := range places {
		if list[i].Name != list[places[0]].Name || list[i].Post == "" {
			return ""
		}
		posts = append(posts, list[i].Post)
	}
	return strings.Join(posts, " or ")
}

// unknown is the error of a name that nobody on the list has.
type unknown struct{ *LineError }

func (e *unknown) Unwrap() error { return e.LineError }

// namesOf are the names at those places.
func namesOf(list []model.Attendee, places []int, between string) string {
	var names []string
	for _, i := range places {
		if !slices.Contains(names, list[i].Name) {
			names = append(names, list[i].Name)
		}
	}
	return strings.Join(names, between)
}

// attendeeAt is the attendee at a place in the list, counted from 1; nobody
// at 0.
func attendeeAt(v value, c Context) (model.ID, error) {
	n, err := v.number()
	if err != nil {
		return "", err
	}
	if n == 0 {
		return "", nil
	}
	if n < 0 || n > len(c.Meeting.Attendees) {
		return "", bad("the attendance list has no place "+string(v), "a place from 1")
	}
	return c.Meeting.Attendees[n-1].ID, nil
}
