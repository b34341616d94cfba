package recognise

import (
	"slices"
	"strings"
	"unicode"

	"minutebook/model"
	"minutebook/model/find"
	"minutebook/model/roster"
)

// person is somebody whom the minutes list, and where.
type person struct {
	model.Attendee
	// initials are those that the list gives, which the minutes go by: "MW".
	initials     string
	chair, clerk bool
	// labelled says that their post is the label before their name.
	labelled bool
	// plain is the name as it is compared, without honorifics.
	plain []string
	// from is the line that names them first, also are others that do.
	from *line
	also []*line
}

// person is the name, as listed, of the one attendee whom words mean: by full
// name, by surname with or without honorific, by initials, by post. ok is false
// where nobody fits, or more than one.
func (r *reader) person(words string) (name string, ok bool) {
	p := r.whom(words)
	if p == nil {
		return "", false
	}
	return p.Name, true
}

// ways are how somebody is meant, the surest first.
var ways = []func(p *person, said string, plain []string) bool{
	func(p *person, said string, _ []string) bool { return strings.EqualFold(p.Name, said) },
	func(p *person, _ string, plain []string) bool { return slices.Equal(p.plain, plain) },
	func(p *person, said string, _ []string) bool { return p.initials != "" && p.initials == said },
	func(p *person, said string, _ []string) bool { return p.Post != "" && sameWords(p.Post, said) },
	func(p *person, said string, _ []string) bool {
		switch strings.ToLower(said) {
		case "chair", "chairman", "chairwoman", "chairperson":
			return p.chair
		case "clerk", "secretary", "minute taker":
			return p.clerk
		}
		return false
	},
	func(p *person, said string, _ []string) bool { return roster.Alike(p.Name, said) },
	func(p *person, _ string, plain []string) bool {
		return len(plain) == 1 && len(p.plain) > 0 && p.plain[len(p.plain)-1] == plain[0]
	},
	func(p *person, said string, _ []string) bool { return p.initials == "" && lettersOf(p.Name) == said },
	func(p *person, _ string, plain []string) bool {
		return len(plain) == 1 && len(p.plain) > 1 && p.plain[0] == plain[0]
	},
}

// whom is the one person of the list whom words mean, nil for nobody.
func (r *reader) whom(words string) *person {
	said := strings.TrimSpace(words)
	for _, article := range []string{"The ", "the "} {
		said = strings.TrimPrefix(said, article)
	}
	plain := roster.Plain(said)
	if len(plain) == 0 {
		return nil
	}
	for _, means := range ways {
		var found []*person
		for _, p := range r.people {
			if means(p, said, plain) {
				found = append(found, p)
			}
		}
		if len(found) > 0 {
			if len(found) > 1 {
				return nil
			}
			return found[0]
		}
	}
	return nil
}

// lettersOf are the initials of a name: "Jane van der Berg" gives "JvdB" its
// capitals, "JB".
func lettersOf(name string) string {
	words := strings.Fields(name)
	for len(words) > 1 && roster.Honorific(words[0]) {
		words = words[1:]
	}
	var b strings.Builder
	for _, w := range words {
		if c := []rune(w)[0]; unicode.IsUpper(c) {
			b.WriteRune(c)
		}
	}
	return b.String()
}

// sameWords says whether words are the same but for case, accents and marks.
func sameWords(a, b string) bool { return slices.Equal(find.Tokens(a), find.Tokens(b)) }

// plainOf is the name of a person as it is compared.
func plainOf(p *person) []string {
	if p.plain == nil {
		p.plain = roster.Plain(p.Name)
	}
	return p.plain
}
