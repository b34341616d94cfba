package quick

import (
	"strings"

	"minutebook/model"
)

// restrictionKeys are the braces of /restricted.
var restrictionKeys = []key[model.Restriction]{
	words("words", func(r *model.Restriction) *string { return &r.Reason }),
	words("paragraph", func(r *model.Restriction) *string { return &r.Paragraph }),
}

// restrictedKeys are the braces that say what of a T is left out of public
// minutes. The printer writes them where it sees fit.
func restrictedKeys[T any](whole func(*T) **model.Restriction, phrases func(*T) *[]model.Phrase) []key[T] {
	silent := func(*T) string { return "" }
	return []key[T]{
		{name: "restricted", aside: true, get: silent,
			set: func(t *T, v value, _ Context) error { made(whole(t)).Reason = v.text(); return nil }},
		{name: "paragraph", aside: true, get: silent,
			set: func(t *T, v value, _ Context) error { made(whole(t)).Paragraph = v.text(); return nil }},
		{name: "withheld", aside: true, get: silent,
			set: func(t *T, v value, _ Context) error {
				p, err := v.phrase()
				*phrases(t) = append(*phrases(t), p)
				return err
			}},
	}
}

// phrase is the value as "WORDS = REASON = PARAGRAPH", of which the latter two
// may be left out.
func (v value) phrase() (model.Phrase, error) {
	parts := splitEscaped(string(v), '=')
	text := func(n int) string {
		if n >= len(parts) {
			return ""
		}
		return value(strings.Trim(parts[n].text, blanks)).text()
	}
	p := model.Phrase{Words: text(0), Restriction: model.Restriction{Reason: text(1), Paragraph: text(2)}}
	if blank(p.Words) || len(parts) > 3 {
		return p, bad("“"+string(v)+"” is no phrase", "withheld: WORDS = REASON")
	}
	return p, nil
}

// withheldPairs are phrases as they stand in braces.
func withheldPairs(phrases []model.Phrase) []string {
	var pairs []string
	for _, p := range phrases {
		said := "withheld: " + escapePart(p.Words)
		if p.Restriction != (model.Restriction{}) {
			said += " = " + escapePart(p.Reason)
		}
		if p.Paragraph != "" {
			said += " = " + escapePart(p.Paragraph)
		}
		pairs = append(pairs, said)
	}
	return pairs
}

func escapePart(s string) string {
	return keepEnds(strings.ReplaceAll(escaper.Replace(s), "=", `\=`))
}

// restrictedPairs are a restriction as it stands in braces.
func restrictedPairs(r *model.Restriction) []string {
	if r == nil {
		return nil
	}
	pairs := []string{"restricted: " + escape(r.Reason)}
	if r.Paragraph != "" {
		pairs = append(pairs, "paragraph: "+escape(r.Paragraph))
	}
	return pairs
}

// restrictedLine is the command that begins a restriction.
func restrictedLine(r model.Restriction) string {
	have, words := model.Restriction{}, ""
	if isPlain(r.Reason, keysOf(restrictionKeys)) {
		have.Reason, words = r.Reason, r.Reason
	}
	line := strings.TrimRight("/restricted "+words, " ")
	if braces := inBraces(differences(&have, &r, restrictionKeys, Context{})); braces != "" {
		line += " " + braces
	}
	return line
}

func restricted(r *reader, a args) error {
	why := model.Restriction{Reason: a.words}
	if err := setAll(&why, restrictionKeys, a.pairs, r.c); err != nil {
		return err
	}
	r.do(model.SetRestricting{Restriction: &why})
	return nil
}

func unrestricted(r *reader, a args) error {
	if a.words != "" {
		return bad("“"+a.words+"” is too much", "/unrestricted alone")
	}
	r.do(model.SetRestricting{})
	return nil
}

// noteLost tells of withheld words that do not stand in an entry: all of it is
// then left out of public minutes.
func (r *reader) noteLost(e model.Entry) {
	for _, p := range e.Lost() {
		r.note("“" + p.Words + "” does not stand in the entry, so that all of it is withheld")
	}
}
