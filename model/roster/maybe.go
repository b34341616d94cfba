package roster

import "strings"

// Plain are the words of a name as names are compared: without honorifics, case
// and accents.
func Plain(name string) []string { return plainName(name) }

// SameName says whether two names are the same but for honorifics, case and
// accents. "Mr Smith" and "Mrs Smith" are not: the honorifics speak of two
// people.
func SameName(a, b string) bool {
	words, other := plainName(a), plainName(b)
	return len(words) > 0 && strings.Join(words, " ") == strings.Join(other, " ") && !Apart(a, b)
}

// Apart says whether the honorifics of two names cannot be one person's.
func Apart(a, b string) bool {
	man, woman := set("mr sir lord"), set("mrs ms miss dame lady")
	first := func(name string) string {
		word, _, _ := strings.Cut(fold(name), " ")
		return word
	}
	x, y := first(a), first(b)
	return man[x] && woman[y] || woman[x] && man[y]
}
