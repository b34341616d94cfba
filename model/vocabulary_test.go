package model

import (
	"slices"
	"testing"
)

func TestVocabulary(t *testing.T) {
	m := Meeting{Body: "Quay Board", Attendees: []Attendee{{Name: "Zoë Achterberg-Lund", Post: "Clerk’s deputy", DeputyFor: "P. Moss"}}}
	bodies := []Body{{Name: "Weir Panel", Standing: []string{"Sluices"}, Seats: []Seat{{Name: "Ida Quill", Group: "Millers"}},
		Abbreviations: []Abbreviation{{Short: "wrp", Long: "Weir Repairs Programme"}}}}
	v := VocabularyOf(m, bodies, []Person{{Name: "Tom Pike"}}, Clerk{Words: []string{"wherry"}, Abbreviations: []Abbreviation{{Short: "hm", Long: "Harbourmistress"}}})
	for _, word := range []string{"zoë", "Achterberg-Lund", "Lund", "clerk's", "Clerk’s", "Moss", "Weir", "sluices", "QUILL", "Millers", "wrp", "Programme", "Pike", "Wherry", "harbourmistress"} {
		if !v.Has(word) {
			t.Errorf("%q is not in it", word)
		}
	}
	if v.Has("Mosss") || v.Has("") || v.Has("a") {
		t.Error("it has words that nobody gave it")
	}
	for typed, want := range map[string][]string{"Achterburg": {"Achterberg"}, "Achtarburg": nil, "achterber-lund": {"Achterberg-Lund"}, "Quil": {"Quill"}, "Qiull": {"Quill"}, "whery": {"wherry"}, "Quill": nil, "Moses": {"Moss"}, "mos": nil} {
		if got := v.Near(typed); !slices.Equal(got, want) {
			t.Errorf("near %q: %q, not %q", typed, got, want)
		}
	}
}

func TestSpellingLanguage(t *testing.T) {
	bodies := []Body{{ID: "c", Language: "cy"}, {ID: "e"}}
	for _, c := range []struct {
		wanted string
		body   ID
		want   string
	}{{"", "c", "cy"}, {"", "e", "en-GB"}, {"", "gone", "en-GB"}, {"fr", "c", "fr"}, {"none", "c", ""}} {
		if got := SpellingLanguage(Clerk{Spelling: c.wanted}, bodies, c.body); got != c.want {
			t.Errorf("clerk %q, body %q: %q, not %q", c.wanted, c.body, got, c.want)
		}
	}
}
