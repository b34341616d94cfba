package find

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Span is where something stands in a text, in bytes.
type Span struct{ From, To int }

// Within are the places in text where the words typed stand as they were
// typed, but for case and accents, the form of quotation marks and dashes, and
// how many spaces stand between. No two overlap. Nothing typed is nowhere.
func Within(text, typed string) []Span {
	wanted, _ := letter(typed)
	if len(wanted) == 0 {
		return nil
	}
	have, at := letter(text)
	var found []Span
	for i := 0; i+len(wanted) <= len(have); i++ {
		if !begins(have[i:], wanted) || i > 0 && at[i].From < at[i-1].To { // in the middle of a character
			continue
		}
		last := i + len(wanted) - 1
		if last+1 < len(at) && at[last+1].From < at[last].To {
			continue
		}
		found = append(found, Span{at[i].From, at[last].To})
		i = last
	}
	return found
}

func begins(have, wanted []rune) bool {
	for i, r := range wanted {
		if have[i] != r {
			return false
		}
	}
	return true
}

// alike are characters that are searched for as another.
var alike = map[rune]rune{'\u2018': '\'', '\u2019': '\'', '\u201c': '"', '\u201d': '"', '\u2010': '-', '\u2011': '-', '\u2013': '-', '\u2014': '-'}

// letter is text letter by letter as it is compared, and where in text each of
// them stands; several may stand at one character, and what stands at none,
// such as an accent of its own, belongs to the one before.
func letter(text string) (folded []rune, at []Span) {
	folded, at = make([]rune, 0, len(text)), make([]Span, 0, len(text))
	for i, r := range text {
		if 'a' <= r && r <= 'z' {
			folded, at = append(folded, r), append(at, Span{i, i + 1})
			continue
		}
		end := i + utf8.RuneLen(r)
		if r == utf8.RuneError {
			_, n := utf8.DecodeRuneInString(text[i:])
			end = i + n
		}
		if unicode.IsSpace(r) {
			if n := len(folded); n > 0 && folded[n-1] == ' ' {
				at[n-1].To = end
				continue
			}
			folded, at = append(folded, ' '), append(at, Span{i, end})
			continue
		}
		said := said(r)
		if len(said) == 0 && len(at) > 0 {
			at[len(at)-1].To = end
		}
		for _, one := range said {
			folded, at = append(folded, one), append(at, Span{i, end})
		}
	}
	return folded, at
}

// said is a character without case and accents.
func said(r rune) []rune {
	if r < utf8.RuneSelf {
		return []rune{unicode.ToLower(r)}
	}
	if plain, ok := alike[r]; ok {
		return []rune{plain}
	}
	var all []rune
	for _, part := range norm.NFKD.String(string(r)) {
		if unicode.Is(unicode.Mn, part) {
			continue
		}
		plain := unicode.ToLower(unicode.ToUpper(part))
		if as, ok := letters[plain]; ok {
			all = append(all, []rune(as)...)
			continue
		}
		all = append(all, plain)
	}
	return all
}
