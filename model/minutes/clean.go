package minutes

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
)

// clean makes words fit for every kind of document: line breaks of all kinds
// become "\n", invalid bytes become U+FFFD, control characters and code points
// that are no characters are left out.
func clean(s string) string {
	if isClean(s) {
		return s
	}
	s = strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t':
			return r
		case isBreak(r):
			return '\n'
		case !printable(r):
			return -1
		}
		return r
	}, s)
}

func isClean(s string) bool {
	for _, r := range s {
		if r == utf8.RuneError || r != '\n' && (isBreak(r) || !printable(r)) {
			return false
		}
	}
	return true
}

// isBreak says whether r ends a line.
func isBreak(r rune) bool {
	switch r {
	case '\n', '\r', '\v', '\f', 0x85, 0x2028, 0x2029:
		return true
	}
	return false
}

// printable says whether r may stand in a document: it is neither a control
// character nor a byte order mark nor one of the code points that Unicode
// keeps free for ever.
func printable(r rune) bool {
	switch {
	case r < 0x20, r >= 0x7f && r < 0xa0, r == 0xfeff:
		return false
	case r >= 0xfdd0 && r <= 0xfdef, r&0xfffe == 0xfffe:
		return false
	}
	return true
}

// line is clean words in one line, without space at its ends.
func line(s string) string { return strings.Join(strings.Fields(clean(s)), " ") }

// RightToLeft says whether a paragraph of these words runs from right to left:
// whether its first letter does.
func RightToLeft(spans []Span) bool {
	for _, s := range spans {
		for _, r := range s.Text {
			p, _ := bidi.LookupRune(r)
			if class := p.Class(); class == bidi.R || class == bidi.AL {
				return true
			} else if class == bidi.L {
				return false
			}
		}
	}
	return false
}
