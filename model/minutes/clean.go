package minutes

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"

	"minutebook/model"
)

// Clean makes words fit for every kind of document: line breaks of all kinds
// become "\n", invalid bytes become U+FFFD, control characters and code points
// that are no characters are left out.
func Clean(s string) string {
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

// inline is clean words with the marks of the small Markdown.
func inline(text string) []model.Span { return model.Inline(Clean(text)) }

// plain is clean words without marks: what would be one is words too.
func plain(text string) []model.Span {
	if text = Clean(text); text == "" {
		return nil
	}
	return []model.Span{{Text: text}}
}

// line is clean words in one line, without space at its ends.
func line(s string) string { return strings.Join(strings.Fields(Clean(s)), " ") }

// RightToLeft says whether a paragraph of these words runs from right to left:
// whether its first letter does.
func RightToLeft(spans []model.Span) bool {
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
