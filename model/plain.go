package model

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Plain is text without the marks of the small Markdown: bold, italic and
// links give their words, and a backslash before a mark is taken away. It is
// what is searched, sorted and listed.
func Plain(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	for i := 0; i < len(text); {
		words, n := mark(text, i)
		b.WriteString(words)
		i += n
	}
	return b.String()
}

// mark is what the piece of text that starts at i says, and its length.
func mark(text string, i int) (words string, n int) {
	rest := text[i:]
	switch rest[0] {
	case '\\':
		if len(rest) > 1 && strings.IndexByte(`*[\`, rest[1]) >= 0 && !strings.HasPrefix(rest, `\\`) {
			return rest[1:2], 2
		}
	case '*':
		for _, stars := range []string{"**", "*"} {
			if inner, ok := emphasised(text, i, stars); ok {
				return Plain(inner), len(inner) + 2*len(stars)
			}
		}
	case '[':
		if shown, n, ok := linked(rest); ok {
			return Plain(shown), n
		}
	}
	_, n = utf8.DecodeRuneInString(rest)
	return rest[:n], n
}

// emphasised is what stands between stars that open at i, if they do. They
// open only at the start or after a space or punctuation ("A* to C" keeps
// its star), before something other than a space, and close after one.
func emphasised(text string, i int, stars string) (inner string, ok bool) {
	if before, _ := utf8.DecodeLastRuneInString(text[:i]); i > 0 && !unicode.IsSpace(before) && !unicode.IsPunct(before) {
		return "", false
	}
	rest, ok := strings.CutPrefix(text[i:], stars)
	if !ok {
		return "", false
	}
	end := strings.Index(rest, stars)
	if end <= 0 || strings.Contains(rest[:end], "\n") {
		return "", false
	}
	first, _ := utf8.DecodeRuneInString(rest)
	last, _ := utf8.DecodeLastRuneInString(rest[:end])
	if unicode.IsSpace(first) || unicode.IsSpace(last) {
		return "", false
	}
	return rest[:end], true
}

// linked is what a link at the start of rest shows, and the link's length.
func linked(rest string) (shown string, n int, ok bool) {
	middle := strings.Index(rest, "](")
	if middle <= 1 || strings.ContainsAny(rest[1:middle], "[]\n") {
		return "", 0, false
	}
	end := strings.IndexAny(rest[middle:], ")\n ")
	if end < 0 || rest[middle+end] != ')' || end == len("](") {
		return "", 0, false
	}
	return rest[1:middle], middle + end + 1, true
}
