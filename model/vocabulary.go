package model

import (
	"slices"
	"strings"
)

// Vocabulary are the words that a book spells right whatever a dictionary
// says: names, posts and groups, abbreviations and what the clerk has added. It
// holds them as written, by their small letters.
type Vocabulary map[string]string

// VocabularyOf gathers the words of a meeting's people, of all bodies and
// people of its book, and of the clerk.
func VocabularyOf(m Meeting, bodies []Body, people []Person, clerk Clerk) Vocabulary {
	v := Vocabulary{}
	v.add(m.Body, m.Venue)
	for _, a := range m.Attendees {
		v.add(a.Name, a.Post, a.Group, a.DeputyFor)
	}
	for _, p := range people {
		v.add(p.Name)
	}
	abbreviations := clerk.Abbreviations
	for _, b := range bodies {
		v.add(b.Name)
		v.add(b.Standing...)
		for _, s := range b.Seats {
			v.add(s.Name, s.Post, s.Group)
		}
		abbreviations = append(abbreviations[:len(abbreviations):len(abbreviations)], b.Abbreviations...)
	}
	for _, a := range abbreviations {
		v.add(a.Short, a.Long)
	}
	v.add(clerk.Words...)
	return v
}

// add takes in the words of texts, those with hyphens also in their parts.
func (v Vocabulary) add(texts ...string) {
	for _, text := range texts {
		for _, w := range strings.FieldsFunc(text, func(r rune) bool {
			return !ofWord(r) && r != '\'' && r != '’' && r != '-'
		}) {
			w = strings.ReplaceAll(w, "’", "'")
			v[strings.ToLower(w)] = w
			for _, part := range strings.Split(w, "-") {
				v[strings.ToLower(part)] = part
			}
		}
	}
}

// Has says whether a word is among them, whatever its capitals.
func (v Vocabulary) Has(word string) bool {
	_, ok := v[strings.ToLower(strings.ReplaceAll(word, "’", "'"))]
	return ok
}

// Near are the words among them that differ from what was typed by one slip: a
// letter more, less or another, or two the wrong way round.
func (v Vocabulary) Near(typed string) []string {
	from := []rune(strings.ToLower(typed))
	if len(from) < 4 {
		return nil
	}
	var list []string
	for lower, word := range v {
		if oneSlip(from, []rune(lower)) {
			list = append(list, word)
		}
	}
	slices.Sort(list)
	return list
}

// oneSlip says whether one slip makes b of a.
func oneSlip(a, b []rune) bool {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	return len(a)+len(b) == 1 || len(a) == 1 && len(b) == 1 ||
		len(a) == 2 && len(b) == 2 && a[0] == b[1] && a[1] == b[0]
}

// SpellingLanguage is the language in which the words of a body are checked:
// the clerk's choice, else the body's own, else British English. It is "" where
// the clerk wants none checked.
func SpellingLanguage(clerk Clerk, bodies []Body, body ID) string {
	if clerk.Spelling == "none" {
		return ""
	}
	if clerk.Spelling != "" {
		return clerk.Spelling
	}
	for _, b := range bodies {
		if b.ID == body && b.Language != "" {
			return b.Language
		}
	}
	return "en-GB"
}
