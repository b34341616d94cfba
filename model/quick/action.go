package quick

import (
	"slices"
	"strings"
	"unicode"

	"minutebook/model"
)

// readAction reads owners, due and forum from an action's words.
func readAction(r *reader, e *model.Entry) {
	facts := actionOf(e)
	facts.Owners = r.owners(e.Text)
	due, forum, note := readDue(e.Text, r.c.Meeting.Date)
	facts.Due, facts.Forum = due, forum
	if note != "" {
		r.note(note)
	}
}

// longestHead is how many words, and longestNames how many bytes, may stand
// before the verb.
const (
	longestHead  = 24
	longestNames = 400
)

// owners are those named before the verb of an action, where each of them is
// known.
func (r *reader) owners(text string) []string {
	names := namesBeforeVerb(text)
	if names == "" {
		return nil
	}
	var owners []string
	for from := 0; from < len(names); {
		owner, next := r.longestOwner(names, from)
		if owner == "" {
			return nil
		}
		if !slices.Contains(owners, owner) {
			owners = append(owners, owner)
		}
		from = next
	}
	return owners
}

// namesBeforeVerb is what stands before the verb of an action: "MPS and MOPAC"
// of "MPS and MOPAC to work together"; "" where there is no such verb.
func namesBeforeVerb(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	words := wordsOf(line, longestHead+3)
	for i, w := range words {
		if i > 0 && w.start < longestNames && isVerb(words[i:]) {
			return trimRight(line[:w.start])
		}
	}
	return ""
}

// isVerb says whether an action's verb begins here: "to", "will", "undertook to".
func isVerb(words []word) bool {
	switch strings.ToLower(words[0].text) {
	case "to", "will", "shall", "should", "must":
		return !words[0].stop
	case "undertook", "undertakes", "agreed", "agrees", "offered", "is", "are", "was", "were", "asked", "requested":
		for _, w := range words[1:min(3, len(words))] {
			if w.text == "to" {
				return true
			}
		}
	}
	return false
}

// ownerBreaks are what stands between names.
var ownerBreaks = []string{" and ", "/", ",", "&", ";"}

// longestOwner is the longest known name at from, and where the next begins.
func (r *reader) longestOwner(names string, from int) (owner string, next int) {
	ends := breaks(names, from)
	for i := len(ends) - 1; i >= 0; i-- {
		name := bareName(names[from:ends[i].start])
		if owner := r.owner(name); owner != "" {
			return owner, ends[i].end
		}
	}
	return "", 0
}

type span struct{ start, end int }

// breaks are the places at which a name that begins at from may end.
func breaks(names string, from int) []span {
	var ends []span
	for i := from; i < len(names); i++ {
		for _, sep := range ownerBreaks {
			if strings.HasPrefix(names[i:], sep) {
				ends = append(ends, span{i, i + len(sep)})
				break
			}
		}
	}
	return append(ends, span{len(names), len(names)})
}

// bareName is a name without what only leads up to it.
func bareName(name string) string {
	name = strings.Trim(name, blanks)
	for _, lead := range []string{"and ", "both ", "Both ", "the ", "The "} {
		name = strings.TrimPrefix(name, lead)
	}
	return strings.Trim(name, blanks)
}

// offices own actions without being anybody in particular.
var offices = setOf("all chair clerk members chairman chairwoman chairperson")

// owner is the owner that a name in an action means: a person by name, a post
// or an organisation as said; "" where it is not known.
func (r *reader) owner(name string) string {
	folded := fold(name)
	if folded == "" {
		return ""
	}
	m := r.c.Meeting
	if offices[folded] || folded == fold(m.Body) {
		return name
	}
	for _, a := range m.Attendees {
		if a.Group != "" && fold(a.Group) == folded {
			return name
		}
	}
	if owner, ok := r.attendingOwner(name); ok {
		return owner
	}
	return knownName(name, r.c.Names)
}

// attendingOwner is the owner among the attendees; ok says that one or more
// fit.
func (r *reader) attendingOwner(name string) (owner string, ok bool) {
	list := r.c.Meeting.Attendees
	if !startsUpper(name) {
		return "", false
	}
	hits, tier := match(name, list)
	switch {
	case len(hits) == 0:
		return "", false
	case tier == tierOfPost:
		return name, true
	case tier == len(tiers)-1 && strings.ToUpper(name) != name:
		return "", false // initials are capitals
	case len(hits) == 1:
		return list[hits[0]].Name, true
	}
	r.note("“" + name + "” may be " + namesOf(list, hits, " or "))
	return "", true
}

// knownName is a name of the book that is said in full, or but for its
// honorific; "" for any other.
func knownName(name string, names []string) string {
	said := formsOf(name)
	for _, known := range names {
		if fold(known) == said.full {
			return name
		}
	}
	for _, known := range names {
		f := formsOf(known)
		if said.bare != "" && said.bare == f.bare || said.titled != "" && said.titled == f.titled {
			return known
		}
	}
	return ""
}

func startsUpper(s string) bool {
	for _, c := range s {
		return unicode.IsUpper(c) || unicode.IsDigit(c) || !unicode.IsLower(c) && unicode.IsLetter(c)
	}
	return false
}

// word is a word of a text with the place where it stands.
type word struct {
	// text is without the punctuation at its ends.
	text       string
	start, end int
	// stop says that punctuation follows.
	stop bool
}

// wordsOf are the first limit words of text; all of them where limit is 0.
func wordsOf(text string, limit int) []word {
	var words []word
	for at := 0; at < len(text) && (limit == 0 || len(words) < limit); {
		from := strings.IndexFunc(text[at:], func(c rune) bool { return !unicode.IsSpace(c) })
		if from < 0 {
			break
		}
		from += at
		to := strings.IndexFunc(text[from:], unicode.IsSpace)
		if to < 0 {
			to = len(text) - from
		}
		at = from + to
		raw := text[from:at]
		bare := strings.TrimRight(raw, ".,;:!?)]*")
		lead := len(bare) - len(strings.TrimLeft(bare, "([*"))
		words = append(words, word{text: bare[lead:], start: from + lead, end: from + len(bare), stop: bare != raw})
	}
	return words
}
