package model

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Known is what a book knows besides a meeting, made ready for [Problems]. It
// may be used again and again, by one goroutine at a time: it remembers how the
// texts that it has seen come apart, so that the next time costs little.
type Known struct {
	texts  map[string]parsed   // by the text as typed
	people map[string][]person // by surname, in small letters
	named  *naming
	right  func(word string) bool
	// meetings are those that may have used the same numbers.
	meetings []Summary
}

// Beside has k know of the meetings of the book, by which numbers that are used
// twice are found.
func (k *Known) Beside(meetings []Summary) { k.meetings = meetings }

// NewKnown gathers the names of people, the abbreviations that need no
// explaining, and what says whether a word is spelt right; nil checks no
// spelling.
func NewKnown(people []string, abbreviations []Abbreviation, right func(word string) bool) *Known {
	k := &Known{texts: map[string]parsed{}, people: map[string][]person{}, named: newNaming(), right: right}
	for _, name := range people {
		if p, ok := personOf(name); ok {
			k.people[p.surname] = append(k.people[p.surname], p)
			k.named.add(name)
		}
	}
	for _, a := range abbreviations {
		k.named.shorts[strings.ToUpper(a.Short)] = true
	}
	return k
}

// KnownOf is what a book knows besides one meeting of body: the people of all
// bodies, the abbreviations of that body and of the clerk. right says whether
// a word is spelt right; nil checks no spelling.
func KnownOf(bodies []Body, people []Person, body ID, clerk Clerk, right func(word string) bool) *Known {
	var names []string
	abbreviations := clerk.Abbreviations[:len(clerk.Abbreviations):len(clerk.Abbreviations)]
	for _, p := range people {
		names = append(names, p.Name)
	}
	for _, b := range bodies {
		for _, s := range b.Seats {
			names = append(names, s.Name)
		}
		if b.ID == body {
			abbreviations = append(abbreviations, b.Abbreviations...)
		}
	}
	return NewKnown(names, abbreviations, right)
}

// parsed is a text without its marks, and its words.
type parsed struct {
	plain string
	words []word
}

// mostTexts is how many texts are remembered: more than a meeting has.
const mostTexts = 4000

func (k *Known) parse(text string) parsed {
	p, ok := k.texts[text]
	if !ok {
		plain := Plain(text)
		p = parsed{plain, wordsOf(plain)}
		if len(k.texts) >= mostTexts {
			clear(k.texts)
		}
		k.texts[text] = p
	}
	return p
}

// naming are abbreviations that names explain: initials, and letters that
// stand in them as they are.
type naming struct{ shorts map[string]bool }

func newNaming() *naming { return &naming{map[string]bool{}} }

// add takes the abbreviations that a name explains: "DMPC" for "Deputy Master
// for Pilotage and Crews".
func (n *naming) add(name string) {
	if name == "" {
		return
	}
	var all, great []byte
	count := 0
	for _, word := range strings.Fields(name) {
		if short, _, ok := abbreviationIn(strings.Trim(word, "(),.;:")); ok {
			n.shorts[strings.ToUpper(short)] = true
		}
		r, size := utf8.DecodeRuneInString(word)
		if !unicode.IsLetter(r) {
			continue
		}
		count++
		all = utf8.AppendRune(all, unicode.ToUpper(r))
		if unicode.IsUpper(r) && size < len(word) {
			great = utf8.AppendRune(great, r)
		}
	}
	if count > 1 {
		n.shorts[string(all)], n.shorts[string(great)] = true, true
	}
}

func (n *naming) has(short string) bool { return n.shorts[strings.ToUpper(short)] }

// person is somebody's name taken apart, in small letters.
type person struct {
	// name as written; surname its last word; before the words before that,
	// whether honorific, rank, first name or initial.
	name, surname string
	before        []string
}

// personOf takes a name apart. Letters after a name are left out.
func personOf(name string) (person, bool) {
	shown, _, _ := strings.Cut(name, ",")
	words := strings.FieldsFunc(shown, func(r rune) bool { return unicode.IsSpace(r) || r == '.' || r == '(' || r == ')' })
	for len(words) > 1 {
		if _, _, letters := abbreviationIn(words[len(words)-1]); !letters {
			break
		}
		words = words[:len(words)-1]
	}
	if len(words) == 0 || utf8.RuneCountInString(words[len(words)-1]) < 2 {
		return person{}, false
	}
	for i := range words {
		words[i] = strings.ToLower(words[i])
	}
	last := len(words) - 1
	return person{name: name, surname: words[last], before: words[:last]}, true
}

// honorifics may stand before any surname.
var honorifics = []string{"mr", "mrs", "ms", "miss", "mx", "dr", "cllr", "councillor", "sir", "dame", "prof", "professor", "rev", "revd", "lord", "lady"}

// may says whether the word written before a surname can be this person's.
func (p person) may(before string) bool {
	if slices.Contains(honorifics, before) || slices.Contains(p.before, before) {
		return true
	}
	return slices.ContainsFunc(p.before, func(own string) bool {
		return (len(own) == 1 || len(before) == 1) && own[0] == before[0] && !slices.Contains(honorifics, own)
	})
}

// attendance follows who is there in the course of the meeting.
type attendance struct {
	people map[string][]present // by surname
	gone   map[ID]bool
}

type present struct {
	person
	id ID
	// here says that the roll call found them present.
	here bool
}

func newAttendance(m Meeting) *attendance {
	a := &attendance{people: map[string][]present{}, gone: map[ID]bool{}}
	for _, one := range m.Attendees {
		if p, ok := personOf(one.Name); ok {
			a.people[p.surname] = append(a.people[p.surname], present{p, one.ID, one.Mark == Present})
		}
	}
	return a
}

func (a *attendance) move(f MovementFact) {
	switch f.Way {
	case In:
		a.gone[f.Who] = false
	case Out:
		a.gone[f.Who] = true
	case Adjourn, Resume:
	}
}

// citation is somebody cited who cannot have spoken.
type citation struct {
	kind ProblemKind
	name string
}

// cited are the people whom the words have speaking though they are not there.
func (a *attendance) cited(words []word, known *Known) []citation {
	var list []citation
	for i, w := range words {
		if !w.great || a.people[w.lower] == nil && known.people[w.lower] == nil || !speaks(words, i) {
			continue
		}
		before := ""
		if i > 0 && (words[i-1].great || slices.Contains(honorifics, words[i-1].lower)) && (!w.stop || len(words[i-1].text) <= 4) {
			before = words[i-1].lower
		}
		if c, ok := a.missing(w.lower, before, known); ok && !slices.Contains(list, c) {
			list = append(list, c)
		}
	}
	return list
}

// missing is who of that surname was cited but is not there. Where anybody
// there can be meant, nobody is missing.
func (a *attendance) missing(surname, before string, known *Known) (citation, bool) {
	may := func(p person) bool { return before == "" || p.may(before) }
	var found citation
	for _, p := range a.people[surname] {
		switch {
		case !may(p.person):
		case p.here && !a.gone[p.id]:
			return citation{}, false
		case p.here:
			found = citation{AlreadyGone, p.name}
		case found.kind == "":
			found = citation{NotThere, p.name}
		}
	}
	if found.kind == "" {
		for _, p := range known.people[surname] {
			if may(p) {
				return citation{NotThere, p.name}, true
			}
		}
	}
	return found, found.kind != ""
}

// speaks says whether the name that ends with word i is followed by what
// somebody there does, or follows who did it: "presented by".
func speaks(words []word, i int) bool {
	next := i + 1
	if next < len(words) && (words[next].lower == "also" || words[next].lower == "then") {
		next++
	}
	if next < len(words) && !words[next].stop && words[next].class&saying != 0 {
		return true
	}
	for back := i - 1; back > 0 && back >= i-3; back-- {
		if words[back].lower == "by" {
			return words[back-1].class&saying != 0
		}
	}
	return false
}

func setOf(words ...string) map[string]bool {
	set := map[string]bool{}
	for _, w := range words {
		set[w] = true
	}
	return set
}
