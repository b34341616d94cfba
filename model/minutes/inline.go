package minutes

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
// [words](address), into spans. A backslash before what would have been a mark
// makes it a character. The words come out cleaned.
func Inline(text string) []Span {
	r := reader{}
	r.read(clean(text), Span{}, 0)
	return r.spans
}

// plain is words without marks.
func plain(text string) []Span {
	if text = clean(text); text == "" {
		return nil
	}
	return []Span{{Text: text}}
}

// deepest is how far marks may stand in one another.
const deepest = 8

type reader struct{ spans []Span }

func (r *reader) add(text string, look Span) {
	if text == "" {
		return
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

func (r *reader) read(s string, look Span, depth int) {
	from := 0 // what precedes it is added
	for i := 0; i < len(s); {
		c := s[i]
		if c != '*' && c != '[' && c != '\\' || depth >= deepest {
			i++
			continue
		}
		if c == '\\' {
			if n := mark(s, i+1, before(s, i), look); n.end > 0 {
				r.add(s[from:i], look)
				from = i + 1
				i += 1 + n.open
				continue
			}
			i++
			continue
		}
		n := mark(s, i, before(s, i), look)
		if n.end == 0 {
			i++
			continue
		}
		r.add(s[from:i], look)
		r.read(s[n.from:n.to], n.look, depth+1)
		i, from = n.end, n.end
	}
	r.add(s[from:], look)
}

// before is the character before place i, a space at the start.
func before(s string, i int) rune {
	c, n := utf8.DecodeLastRuneInString(s[:i])
	if n == 0 {
		return ' '
	}
	return c
}

// marked is a stretch of marked words: from and to are where they stand, end is
// behind the closing mark, open the length of the opening one. An end of 0 says
// that there is no mark.
type marked struct {
	from, to, end, open int
	look                Span
}

// mark reads the mark that opens at place i, after the character prev.
func mark(s string, i int, prev rune, look Span) marked {
	switch {
	case i >= len(s):
		return marked{}
	case s[i] == '[' && look.Address == "":
		return link(s, i, look)
	case s[i] != '*' || !unicode.IsSpace(prev) && !unicode.IsPunct(prev) && !unicode.IsSymbol(prev):
		return marked{}
	case strings.HasPrefix(s[i:], "**"):
		return emphasis(s, i, "**", look)
	}
	return emphasis(s, i, "*", look)
}

// reach is how far a mark may stand from its closing one, in bytes: it keeps
// the reading of a hostile paragraph short.
const reach = 4000

func emphasis(s string, i int, with string, look Span) marked {
	from := i + len(with)
	if next, n := utf8.DecodeRuneInString(s[from:]); n == 0 || unicode.IsSpace(next) {
		return marked{}
	}
	limit := min(len(s), from+reach)
	for to := from + 1; to+len(with) <= limit; to++ {
		if s[to] != '*' {
			continue
		}
		run := 1
		for to+run < limit && s[to+run] == '*' {
			run++
		}
		closes := (run == len(with) || run == 3) && s[to-1] != '\\' && !unicode.IsSpace(before(s, to))
		if !closes {
			to += run - 1
			continue
		}
		to += run - len(with) // of three, the inner mark closes first
		look.Bold = look.Bold || with == "**"
		look.Italic = look.Italic || with == "*"
		return marked{from, to, to + len(with), len(with), look}
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
			return marked{i + 1, to, j + 1, 1, look}
		}
	}
	return marked{}
}
