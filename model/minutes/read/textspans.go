package read

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"minutebook/model"
	"minutebook/model/pattern"
)

// spansOf reads the words of a text with the marks of Markdown, and the tags
// and characters of HTML, that stand in them. A mark that is not whole, or that
// may be a sign of somebody's own, stays words. Unlike [model.Inline], which
// reads what this program writes, it takes marks in all the ways of others.
func spansOf(words string) []model.Span {
	var r spanReader
	r.read(words, model.Span{}, 0)
	return r.all()
}

// trimSpans is spans without the space around them.
func trimSpans(spans []model.Span) []model.Span {
	for len(spans) > 0 {
		if spans[0].Text = strings.TrimLeft(spans[0].Text, spaces); spans[0].Text != "" {
			break
		}
		spans = spans[1:]
	}
	for n := len(spans); n > 0; n = len(spans) {
		if spans[n-1].Text = strings.TrimRight(spans[n-1].Text, spaces); spans[n-1].Text != "" {
			break
		}
		spans = spans[:n-1]
	}
	return spans
}

const (
	spaces = " \t\n"
	// escapes are what a backslash makes a character of.
	escapes = "*_.#~()[]!+-`>|{}<&$"
	// deepestMark is how far marks may stand in one another, farthest how far a
	// mark may stand from its closing one, in bytes.
	deepestMark = 8
	farthest    = 2000
)

// mostFailed is how many marks of a paragraph may turn out not to be whole
// before all others are taken for characters.
const mostFailed = 50

// spanReader collects the words of a paragraph.
type spanReader struct {
	spans []model.Span
	// text is the words of the last span, look how they look.
	text   []byte
	look   model.Span
	failed int
}

// add adds words, to the last span where they look like it.
func (r *spanReader) add(text string, look model.Span) {
	if text == "" {
		return
	}
	if look != r.look {
		r.flush()
		r.look = look
	}
	r.text = append(r.text, text...)
}

func (r *spanReader) flush() {
	if len(r.text) > 0 {
		last := r.look
		last.Text = string(r.text)
		r.spans = append(r.spans, last)
		r.text = r.text[:0]
	}
}

// all is what was added, without the space around it.
func (r *spanReader) all() []model.Span {
	r.flush()
	return trimSpans(r.spans)
}

// mark is a stretch of marked words: what is within looks like look, and ends
// before the place end.
type mark struct {
	within string
	look   model.Span
	// literal says that the words within are as they stand.
	literal bool
	end     int
}

func (r *spanReader) read(s string, look model.Span, depth int) {
	from := 0
	for i := 0; i < len(s) && r.failed < mostFailed; {
		next := strings.IndexAny(s[i:], "\\*_[!<&`")
		if next < 0 {
			break
		}
		i += next
		m, ok := markAt(s, i, look, depth < deepestMark)
		if !ok {
			if s[i] != '&' && s[i] != '!' && s[i] != '\\' {
				r.failed++
			}
			i += max(1, runOf(s, i))
			continue
		}
		r.add(s[from:i], look)
		if m.literal {
			r.add(m.within, m.look)
		} else {
			r.read(m.within, m.look, depth+1)
		}
		if m.within == "" {
			look = m.look
		}
		i, from = m.end, m.end
	}
	r.add(s[from:], look)
}

// runOf is how many stars, lines or ticks stand from place i.
func runOf(s string, i int) int {
	if !strings.ContainsRune("*_`", rune(s[i])) {
		return 0
	}
	n := 0
	for i+n < len(s) && s[i+n] == s[i] {
		n++
	}
	return n
}

// markAt reads the mark that opens at place i, if one does.
func markAt(s string, i int, look model.Span, deeper bool) (mark, bool) {
	switch s[i] {
	case '\\':
		if i+1 < len(s) && strings.IndexByte(escapes, s[i+1]) >= 0 {
			return mark{within: s[i+1 : i+2], look: look, literal: true, end: i + 2}, true
		}
	case '&':
		return entity(s, i, look)
	case '<':
		return tag(s, i, look)
	case '`':
		return code(s, i, look)
	}
	if !deeper {
		return mark{}, false
	}
	return spanning(s, i, look)
}

// spanning reads a mark that others may stand in.
func spanning(s string, i int, look model.Span) (mark, bool) {
	switch {
	case s[i] == '*' || s[i] == '_':
		return emphasis(s, i, look)
	case look.Address != "":
	case s[i] == '[':
		return link(s, i, look)
	case s[i] == '!' && i+1 < len(s) && s[i+1] == '[':
		return link(s, i+1, look)
	}
	return mark{}, false
}

var entities = pattern.Of(`^&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});`)

// entity reads a character that HTML has a name for.
func entity(s string, i int, look model.Span) (mark, bool) {
	name := entities.FindString(s[i:])
	said := html.UnescapeString(name)
	if name == "" || said == name {
		return mark{}, false
	}
	return mark{within: clean(said), look: look, literal: true, end: i + len(name)}, true
}

var (
	tags     = pattern.Of(`^<(/?)(b|strong|i|em|u|sup|sub|span|font|br|p|div|small|del|ins|center|hr|tt|code|mark|abbr|wbr)(\s[^<>]*)?/?>`)
	autolink = pattern.Of(`^<((?:https?://|mailto:)[^<>\s]+|[^<>\s@]+@[^<>\s@]+\.[^<>\s@]+)>`)
)

// tag reads a tag of HTML, which changes the look of what follows, and an
// address in angle brackets.
func tag(s string, i int, look model.Span) (mark, bool) {
	if m := autolink.FindStringSubmatch(s[i:]); m != nil {
		return mark{within: m[1], look: look, literal: true, end: i + len(m[0])}, true
	}
	m := tags.FindStringSubmatch(strings.ToLower(s[i:min(len(s), i+300)]))
	if m == nil {
		return mark{}, false
	}
	said := mark{look: look, literal: true, end: i + len(m[0])}
	switch m[2] {
	case "b", "strong":
		said.look.Bold = m[1] == ""
	case "i", "em":
		said.look.Italic = m[1] == ""
	case "br", "p", "div", "hr":
		said.within = "\n"
	}
	return said, true
}

// emphasis reads what stands between stars or lines: bold between two, italic
// between one, both between three.
func emphasis(s string, i int, look model.Span) (mark, bool) {
	n := runOf(s, i)
	if n > 3 || i+n >= len(s) || blankByte(s[i+n]) {
		return mark{}, false
	}
	for ; n > 0; n-- { // a star too many is a character
		to := closing(s, i+n, s[i], n)
		if to < 0 || !opens(s, i, to, n) {
			if n == 3 {
				continue
			}
			return mark{}, false
		}
		if runOf(s, i) > n {
			return mark{within: s[i : i+1], look: look, literal: true, end: i + 1}, true
		}
		look.Bold = look.Bold || n > 1
		look.Italic = look.Italic || n != 2
		return mark{within: s[i+n : to], look: look, end: to + n}, true
	}
	return mark{}, false
}

// closing is where the mark of n characters c closes that opened before from,
// -1 where it does not.
func closing(s string, from int, c byte, n int) int {
	for j := from; j < min(len(s), from+farthest); j++ {
		if s[j] == '\\' {
			j++
			continue
		}
		if s[j] != c {
			continue
		}
		k := runOf(s, j)
		if (k == n || k == 3) && j > from && !blankByte(s[j-1]) {
			return j + k - n
		}
		j += k - 1
	}
	return -1
}

var sentences = pattern.Of(`[.!?]["'”’)]*\s+["'“‘(]*\p{Lu}`)

// opens says whether the mark at place i that would close at place to is one.
// A star before several sentences is more likely a sign that somebody set
// before one of them, and a line within a word is part of a name.
func opens(s string, i, to, n int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[to+n:])
	whole := strings.TrimSpace(s[:i]) == "" && strings.TrimSpace(s[to+n:]) == ""
	switch {
	case s[i] == '_' || n == 1:
		if i > 0 && isWord(before) || to+n < len(s) && isWord(after) {
			return false
		}
		return whole || n > 1 || !sentences.MatchString(s[i+n:to])
	}
	return true
}

func isWord(c rune) bool    { return unicode.IsLetter(c) || unicode.IsDigit(c) }
func blankByte(c byte) bool { return c == ' ' || c == '\t' || c == '\n' }

var address = pattern.Of(`^[^\s()]*(?:\([^\s()]*\)[^\s()]*)*`)

// link reads words in square brackets with an address in round ones behind.
// What is no address there is a remark, and stays words.
func link(s string, i int, look model.Span) (mark, bool) {
	limit := s[i:min(len(s), i+farthest)]
	middle := strings.Index(limit, "](")
	if middle < 2 {
		return mark{}, false
	}
	words := limit[1:middle]
	if strings.TrimSpace(words) == "" { // nothing would lead there
		return mark{}, false
	}
	if open := strings.LastIndex(words, "["); open >= 0 && !strings.Contains(words[open:], "]") {
		return mark{}, false
	}
	behind := limit[middle+2:]
	to := address.FindString(behind)
	if rest := behind[len(to):]; strings.HasPrefix(rest, ` "`) || strings.HasPrefix(rest, " '") {
		if end := strings.Index(rest, ")"); end > 0 { // its title
			behind = to + rest[end:]
		}
	}
	if !strings.HasPrefix(behind[len(to):], ")") || to == "" {
		if to = words; !strings.HasPrefix(behind, words+")") {
			return mark{}, false
		}
	} else if to != words && !strings.ContainsAny(to, "/#.:@") {
		return mark{}, false
	}
	end := i + middle + 2 + strings.Index(limit[middle+2:], behind[len(to):])
	look.Address = to
	return mark{within: words, look: look, end: end + 1}, true
}

// code reads what stands between ticks.
func code(s string, i int, look model.Span) (mark, bool) {
	n := runOf(s, i)
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	ticks := s[i : i+n]
	end := strings.Index(s[i+n:min(len(s), i+n+farthest)], ticks)
	if end < 1 || i > 0 && isWord(before) {
		return mark{}, false
	}
	return mark{within: s[i+n : i+n+end], look: look, literal: true, end: i + n + end + n}, true
}
