package roster

import "strings"

// NamesPost says whether words have one in them that tells a post ("Deputy
// Treasurer") from a name.
func NamesPost(words string) bool { return isPost(words) }

// NamesGroup says whether words have one in them that tells an organisation
// ("Harbour Trust") from a name.
func NamesGroup(words string) bool { return isGroup(words) }

// Honorific says whether a word stands before a name and belongs to it: "Mrs",
// "Cllr", "Captain".
func Honorific(word string) bool {
	return honorifics[strings.ToLower(strings.Trim(word, ".,'’"))]
}

// Alike says whether two names are of one person as far as words tell: but for
// honorifics, or with initials for given names or one of them left out.
func Alike(a, b string) bool {
	one := Known{Names: []string{a}}
	return one.called(b) || one.mayBe(b)
}
