package model

import (
	"slices"
	"strings"
	"unicode"
)

// results are the words by which a motion is recorded as carried.
var results = []string{"carried", "passed", "adopted", "agreed", "approved", "resolved", "unanimous", "unanimously", "nem con"}

// Carried says whether the result of a motion or of a vote, as recorded, says
// that it was carried: "Carried", "nem. con.", "carried by 5 to 2".
func Carried(result string) bool {
	words := strings.Join(strings.FieldsFunc(strings.ToLower(result), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }), " ")
	return slices.ContainsFunc(results, func(known string) bool { return words == known || strings.HasPrefix(words, known+" ") })
}
