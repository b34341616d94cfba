package model

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Span is a stretch of words that look alike.
type Span struct {
	Text         string
	Bold, Italic bool
	// Address is where a link leads, as typed; "" for words that are no link.
	Address string
}

// Target is the address that a document may link to: of the web or of mail.
// Any other stays words.
func (s Span) Target() (string, bool) {
	u, err := url.Parse(s.Address)
	if err != nil {
		return "", false
	}
	switch strings.ToLower(u.Scheme) {
	case "http", "https":
		return u.String(), u.Host != ""
	case "mailto":
		return u.String(), u.Opaque != ""
	}
	return "", false
}

// Inline reads the small Markdown of the minutes, **bold**, *italic* and
// [words](address), into spans, of which none is empty. A mark that is not
// whole is words, and none reaches over the end of a line. A backslash before
// what would have been a mark is left out and makes it characters.
func Inline(text string) []Span {
	r := inlineReader{}
	r.read(text, 0, Span{}, 0)
	return r.spans
}

// Words are the words of spans without their marks.
func Words(spans []Span) string {
	if len(spans) == 1 {
		return spans[0].Text
	}
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(s.Text)
	}
	return b.String()
}

// Plain is the words of text without the marks that Inline reads. It is what
// is searched, sorted and listed.
func Plain(text string) string { return Words(Inline(text)) }

const (
	// deepest is how far marks may stand in one another.
	deepest = 8
	// reach is how far a mark may stand from its closing one, in bytes: it
	// keeps the reading of a hostile paragraph short.
	reach = 4000
)

type inlineReader struct {
	spans []Span
	// origin, where it is not nil, collects where in the text each byte of the
	// words stands.
	origin []int
}

// add adds words that stand at that place of the text, to the last span where
// they look like it.
func (r *inlineReader) add(text string, at int, look Span) {
	if text == "" {
		return
	}
	if r.origin != nil {
		for i := range len(text) {
			r.origin = append(r.origin, at+i)
		}
	}
	look.Text = text
	if n := len(r.spans); n > 0 {
		last := r.spans[n-1]
		last.Text = text
		if last == look {
			r.spans[n-1].Text += text
			return
		}
	}
	r.spans = append(r.spans, look)
}

// read reads s, which stands at that place of the text.
func (r *inlineReader) read(s string, at int, look Span, depth int) {
	from := 0 // what precedes it is added
	due := 0  // closing marks to come that are characters, like their opening ones
	for i := 0; i < len(s); {
		var m marked
		if depth < deepest {
			switch s[i] {
			case '\\':
				m = escaped(s, i, look, &due)
			case '*', '[':
				m = mark(s, i, look, false)
			}
		}
		if m.end == 0 {
			i += max(1, stars(s, i, min(len(s), i+2))) // half of ** opens nothing
			continue
		}
		r.add(s[from:i], at+from, look)
		if m.literal {
			r.add(s[m.from:m.to], at+m.from, look)
		} else {
			r.read(s[m.from:m.to], at+m.from, m.look, depth+1)
		}
		i, from = m.end, m.end
	}
	r.add(s[from:], at+from, look)
}

// marked is a stretch of marked words: from and to are where they stand, end is
// behind the closing mark, open the length of the opening one. An end of 0 says
// that there is no mark.
type marked struct {
	from, to, end, open int
	look                Span
	literal             bool // the words are as they stand
	shut                bool // a backslash stands before the closing mark
}

// escaped reads the mark behind the backslash at place i: its characters are
// words. It opens, or closes one of the due marks that opened so.
func escaped(s string, i int, look Span, due *int) marked {
	from := i + 1
	m := mark(s, from, look, true)
	length := m.open
	switch {
	case m.end > 0 && m.shut:
		*due++
	case m.end == 0 && *due > 0 && from < len(s) && s[from] == '*' && !unicode.IsSpace(preceding(s, i)):
		length = stars(s, from, len(s))
		*due--
	case m.end == 0:
		return marked{}
	}
	return marked{from: from, to: from + length, end: from + length, literal: true}
}

// mark reads the mark that opens at place i. A literal one stands behind a
// backslash, and may close behind one.
func mark(s string, i int, look Span, literal bool) marked {
	before := i
	if literal {
		before--
	}
	switch prev := preceding(s, before); {
	case i >= len(s):
		return marked{}
	case s[i] == '[' && look.Address == "":
		return link(s, i, look)
	case s[i] != '*' || prev == '\\' && !literal: // of a path
		return marked{}
	case !unicode.IsSpace(prev) && !unicode.IsPunct(prev) && !unicode.IsSymbol(prev):
		return marked{}
	case strings.HasPrefix(s[i:], "**"):
		return emphasis(s, i, "**", look, literal)
	}
	return emphasis(s, i, "*", look, literal)
}

// preceding is the character before place i, a space at the start.
func preceding(s string, i int) rune {
	c, n := utf8.DecodeLastRuneInString(s[:i])
	if n == 0 {
		return ' '
	}
	return c
}

// stars is how many stars stand from place i, before limit.
func stars(s string, i, limit int) int {
	n := 0
	for i+n < limit && s[i+n] == '*' {
		n++
	}
	return n
}

func emphasis(s string, i int, with string, look Span, literal bool) marked {
	from := i + len(with)
	if next, n := utf8.DecodeRuneInString(s[from:]); n == 0 || unicode.IsSpace(next) {
		return marked{}
	}
	limit := min(len(s), from+reach)
	for to := from + 1; to+len(with) <= limit && s[to] != '\n'; to++ {
		run := stars(s, to, limit)
		if run != len(with) && run != 3 {
			to += max(run-1, 0)
			continue
		}
		last, shut := to, s[to-1] == '\\'
		if shut {
			last--
		}
		if shut && !literal || last == from || unicode.IsSpace(preceding(s, last)) {
			to += run - 1
			continue
		}
		to += run - len(with) // of three, the inner mark closes first
		look.Bold = look.Bold || with == "**"
		look.Italic = look.Italic || with == "*"
		return marked{from: from, to: to, end: to + len(with), open: len(with), look: look, shut: shut}
	}
	return marked{}
}

func link(s string, i int, look Span) marked {
	limit := min(len(s), i+reach)
	closing := strings.Index(s[i:limit], "](")
	if closing < 2 {
		return marked{}
	}
	to := i + closing
	if strings.ContainsAny(s[i+1:to], "[]\n") {
		return marked{}
	}
	depth := 0
	for j := to + 2; j < limit; j++ {
		switch s[j] {
		case ' ', '\n', '\t':
			return marked{}
		case '(':
			depth++
		case ')':
			if depth > 0 {
				depth--
				continue
			}
			if j == to+2 {
				return marked{}
			}
			look.Address = s[to+2 : j]
			return marked{from: i + 1, to: to, end: j + 1, open: 1, look: look}
		}
	}
	return marked{}
}
