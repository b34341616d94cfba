// Package who finds whom a clerk means by a few letters: a person by any of
// their names or by initials, the holder of a post by its words or initials, a
// post or a group by its own.
package who

import (
	"cmp"
	"slices"
	"strings"

	"minutebook/model/find"
)

// Person is somebody who can be meant. Post and Group may be empty.
type Person struct{ Name, Post, Group string }

// Found is something that the letters may mean.
type Found struct {
	// Words are how it stands in minutes: a full name, a post or a group.
	Words string
	// About tells it from others like it: a person's post, or else their group.
	About string
}

// List are people with their posts and groups, made ready to be searched.
type List struct{ all []candidate }

// candidate is a person, a post or a group.
type candidate struct {
	Found
	kind  kind
	words []string // of the name, the post or the group, folded
	// initials are those of all words, short those of the words that count.
	initials, short string
	// post and group are those of a person.
	post, group *candidate
}

type kind int

const (
	person kind = iota
	post
	group
)

// small words are left out of initials: the Deputy Master for Pilotage and Crews
// is the DMPC.
var small = map[string]bool{"a": true, "an": true, "and": true, "at": true, "by": true, "for": true, "from": true,
	"in": true, "of": true, "on": true, "the": true, "to": true, "with": true}

// NewList makes people ready to be searched. The order in which they are given
// is the order of those who fit equally well.
func NewList(people ...Person) *List {
	l := &List{}
	made := map[string]*candidate{}
	once := func(k kind, words string) *candidate {
		if words == "" {
			return nil
		}
		key := string(rune('0'+k)) + words
		if made[key] == nil {
			made[key] = newCandidate(k, words)
		}
		return made[key]
	}
	var others []*candidate
	for _, p := range people {
		if p.Name == "" {
			continue
		}
		c := newCandidate(person, p.Name)
		c.About = cmp.Or(p.Post, p.Group)
		c.post, c.group = once(post, p.Post), once(group, p.Group)
		l.all = append(l.all, *c)
		for _, other := range []*candidate{c.post, c.group} {
			if other != nil && !slices.Contains(others, other) {
				others = append(others, other)
			}
		}
	}
	for _, other := range others {
		l.all = append(l.all, *other)
	}
	return l
}

func newCandidate(k kind, words string) *candidate {
	c := &candidate{Found: Found{Words: words}, kind: k, words: find.Tokens(words)}
	for _, w := range c.words {
		first := string([]rune(w)[0])
		c.initials += first
		if !small[w] {
			c.short += first
		}
	}
	return c
}

// How well letters fit, the best first. Those from weak on come after whatever
// fits better in any list.
const (
	bySurname = iota - 1
	byName
	byInitials
	byPost
	isPost
	isGroup
	weak
	byWordOfPost
	isWordOfPost
	isWordOfGroup
	byGroup
	never
)

// Find gives at most so many of those whom the letters may mean, the likeliest
// first: those in the first list before those in the next, and in a list names
// before initials before posts before groups. Case, accents and apostrophes do
// not matter. A name that is in several lists is found once.
func Find(letters string, most int, lists ...*List) []Found {
	typed := find.Tokens(letters)
	if len(typed) == 0 {
		return nil
	}
	type hit struct {
		Found
		at, fit int
	}
	var hits []hit
	for at, l := range lists {
		if l == nil {
			continue
		}
		for i := range l.all {
			c := &l.all[i]
			if fit := c.fit(typed); fit < never {
				hits = append(hits, hit{c.Found, at, fit})
			}
		}
	}
	slices.SortStableFunc(hits, func(a, b hit) int {
		return cmp.Or(cmp.Compare(a.fit/weak, b.fit/weak), cmp.Compare(a.at, b.at), cmp.Compare(a.fit, b.fit))
	})
	var found []Found
	seen := map[string]bool{}
	for _, h := range hits {
		key := strings.Join(find.Tokens(h.Words), " ")
		if len(found) < most && !seen[key] {
			seen[key] = true
			found = append(found, h.Found)
		}
	}
	return found
}

// Best is the place in a list of the person whom the letters mean most likely,
// and -1 where they mean nobody: as in [Find], but of the names a surname comes
// before the others. Of two who fit alike it is the first.
func Best(letters string, people []Person) int {
	typed := find.Tokens(letters)
	if len(typed) == 0 {
		return -1
	}
	at, best := -1, never
	for i, p := range people {
		if p.Name == "" {
			continue
		}
		c := newCandidate(person, p.Name)
		if p.Post != "" {
			c.post = newCandidate(post, p.Post)
		}
		fit := c.fit(typed)
		if n := len(c.words); fit == byName && n > 0 && begin(c.words[n-1:], typed) {
			fit = bySurname
		}
		if fit < best {
			at, best = i, fit
		}
	}
	return at
}

// fit is how well typed words fit the candidate.
func (c *candidate) fit(typed []string) int {
	letters := strings.Join(typed, "")
	switch c.kind {
	case post:
		return c.own(typed, letters, isPost, isWordOfPost)
	case group:
		return c.own(typed, letters, isGroup, isWordOfGroup)
	case person:
	}
	switch {
	case begin(c.words, typed) || c.initialsAndName(letters):
		return byName
	case len(letters) > 1 && strings.Contains(c.initials, letters):
		return byInitials
	}
	if c.post != nil {
		if fit := c.post.own(typed, letters, byPost, byWordOfPost); fit < never {
			return fit
		}
	}
	if c.group != nil && c.group.own(typed, letters, byGroup, byGroup) < never {
		return byGroup
	}
	return never
}

// own is how well typed words fit a post or a group: well by its beginning or
// its initials, less well by a word within.
func (c *candidate) own(typed []string, letters string, well, within int) int {
	switch {
	case len(letters) > 1 && (strings.HasPrefix(c.initials, letters) || strings.HasPrefix(c.short, letters)),
		strings.HasPrefix(strings.Join(c.words, ""), letters), slices.Contains(c.words, letters):
		return well
	case len(letters) > 2 && begin(c.words, typed):
		return within
	}
	return never
}

// begin says whether every typed word begins one of words.
func begin(words, typed []string) bool {
	return !slices.ContainsFunc(typed, func(t string) bool {
		return !slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(w, t) })
	})
}

// initialsAndName says whether letters are initials and the beginning of the
// name that follows them: "jsmi" of Jane Smith.
func (c *candidate) initialsAndName(letters string) bool {
	for from := range c.words {
		rest := letters
		for to := from; to < len(c.words)-1; to++ {
			first := string([]rune(c.words[to])[0])
			var ok bool
			if rest, ok = strings.CutPrefix(rest, first); !ok {
				break
			}
			if len(rest) > 1 && strings.HasPrefix(c.words[to+1], rest) {
				return true
			}
		}
	}
	return false
}
