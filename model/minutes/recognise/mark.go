package recognise

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// numeral is the number or the letter of a heading, a paragraph or a point of a
// list, as printed before its words.
type numeral struct {
	// shape is how it is printed, with "n" for a number, "y" for a year, "a"
	// and "A" for a letter and "i" for a Roman number: "n.", "(a)", "n.n.",
	// "n/y", "item n:". A mark that is no number has "•"; "" is none.
	shape string
	// path are its numbers from the outermost to its own; a letter counts from
	// 1. The year of "n/y" is in year.
	path []int
	year string
}

// n is the number itself, the last of its path; 0 for none.
func (n numeral) n() int {
	if len(n.path) == 0 {
		return 0
	}
	return n.path[len(n.path)-1]
}

// deep says whether it has the number of what it stands in before its own:
// "3.2".
func (n numeral) deep() bool { return len(n.path) > 1 }

// bullet says whether it is the mark of a point without number.
func (n numeral) bullet() bool { return n.shape == bulleted }

const bulleted = "•"

// longestMark is how long a number may be, in bytes.
const longestMark = 16

// leading reads the number or the mark that words begin with, and gives where
// the words go on. What also begins a sentence ("A. Smith", "12 people") is
// none here: see the sequences.
func leading(text string) (num numeral, rest int) {
	if end := bulletAt(text); end > 0 {
		// damaged lists have the number behind the mark
		if n, more := leading(text[end:]); more > 0 && !n.bullet() {
			return n, end + more
		}
		return numeral{shape: bulleted}, end
	}
	if num, rest = itemNumber(text); rest > 0 {
		return num, rest
	}
	token, end := firstToken(text)
	num = numeralOf(token)
	switch num.shape {
	case "", "n", "A.":
		return numeral{}, 0
	}
	if num.year != "" {
		return numeral{}, 0
	}
	return num, end
}

// bulletAt is where the words go on behind the mark of a list; 0 where there is
// none.
func bulletAt(text string) int {
	r, n := utf8.DecodeRuneInString(text)
	if !strings.ContainsRune("•◦▪‣●○■□∙·–-*\uf0b7\uf0a7", r) {
		return 0
	}
	if next, m := utf8.DecodeRuneInString(text[n:]); m == 0 || !unicode.IsSpace(next) {
		return 0
	}
	return len(text) - len(strings.TrimLeftFunc(text[n:], unicode.IsSpace))
}

// itemNumber reads "Item 4:" and "Agenda item 4 -".
func itemNumber(text string) (numeral, int) {
	rest := text
	for _, word := range []string{"agenda ", "item "} {
		if len(rest) > len(word) && strings.EqualFold(rest[:len(word)], word) {
			rest = rest[len(word):]
		}
	}
	if len(rest) == len(text) || !strings.EqualFold(text[len(text)-len(rest)-5:len(text)-len(rest)], "item ") {
		return numeral{}, 0
	}
	digits := len(rest) - len(strings.TrimLeft(rest, "0123456789"))
	if digits == 0 || digits > 3 {
		return numeral{}, 0
	}
	n, _ := strconv.Atoi(rest[:digits])
	behind := strings.TrimLeft(rest[digits:], " \t")
	for _, sign := range []string{":", "-", "–", "—", "."} {
		if words, ok := strings.CutPrefix(behind, sign); ok {
			words = strings.TrimLeftFunc(words, unicode.IsSpace)
			return numeral{shape: "item n", path: []int{n}}, len(text) - len(words)
		}
	}
	return numeral{}, 0
}

// firstToken is what stands before the first space, and where the next word
// begins.
func firstToken(text string) (string, int) {
	i := strings.IndexFunc(text, unicode.IsSpace)
	if i < 0 {
		i = len(text)
	}
	if i > longestMark {
		return "", 0
	}
	return text[:i], len(text) - len(strings.TrimLeftFunc(text[i:], unicode.IsSpace))
}

// numeralOf reads a number by its shape: "3.", "3.2", "(a)", "iv)", "124/17".
// Its shape is "" where it is none.
func numeralOf(token string) numeral {
	body := strings.TrimPrefix(token, "(")
	open := len(body) < len(token)
	inner := strings.TrimRight(body, ".):")
	shut := strings.TrimSuffix(body[len(inner):], ":")
	if inner == "" || len(shut) > 2 || open && !strings.Contains(shut, ")") {
		return numeral{}
	}
	shape, path, year := inside(inner)
	if shape == "" || shut == "" && (shape == "a" || shape == "A" || shape == "i") {
		return numeral{}
	}
	if open {
		shape = "(" + shape
	}
	return numeral{shape + shut, path, year}
}

// inside reads a number without what closes it.
func inside(s string) (shape string, path []int, year string) {
	if before, after, ok := strings.Cut(s, "/"); ok {
		if n := figure(before, 4); n > 0 && figure(after, 4) > 0 && (len(after) == 2 || len(after) == 4) {
			return "n/y", []int{n}, after
		}
		return "", nil, ""
	}
	if s[0] >= '0' && s[0] <= '9' {
		if path = figures(s); path == nil {
			return "", nil, ""
		}
		return strings.TrimSuffix(strings.Repeat("n.", len(path)), "."), path, ""
	}
	if n := roman(s); n > 0 {
		return "i", []int{n}, ""
	}
	if len(s) > 1 {
		return "", nil, ""
	}
	switch c := s[0]; {
	case c >= 'a' && c <= 'z':
		return "a", []int{int(c-'a') + 1}, ""
	case c >= 'A' && c <= 'Z':
		return "A", []int{int(c-'A') + 1}, ""
	}
	return "", nil, ""
}

// figures are the numbers of a path such as 3.2; nil where it is none.
func figures(s string) []int {
	parts := strings.Split(s, ".")
	if len(parts) > 4 {
		return nil
	}
	path := make([]int, len(parts))
	for i, p := range parts {
		if path[i] = figure(p, 3); path[i] < 0 {
			return nil
		}
	}
	return path
}

// figure is a number of at most so many digits; -1 where it is none.
func figure(s string, digits int) int {
	if s == "" || len(s) > digits || strings.Trim(s, "0123456789") != "" {
		return -1
	}
	n, _ := strconv.Atoi(s)
	return n
}

var romans = []string{"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv"}

// roman is a small Roman number up to 15; 0 where it is none.
func roman(s string) int {
	for i, r := range romans {
		if s == r {
			return i + 1
		}
	}
	return 0
}
