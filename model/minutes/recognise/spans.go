package recognise

import (
	"strings"
	"unicode"

	"minutebook/model"
)

// cutSpans are the spans before and behind a byte of their words.
func cutSpans(spans []model.Span, at int) (before, behind []model.Span) {
	for i, s := range spans {
		if at >= len(s.Text) {
			at -= len(s.Text)
			before = append(before, s)
			continue
		}
		if at > 0 {
			head := s
			head.Text, s.Text = s.Text[:at], s.Text[at:]
			before = append(before, head)
		}
		return before, append([]model.Span{s}, spans[i+1:]...)
	}
	return before, nil
}

// trimSpans are spans without space at their ends.
func trimSpans(spans []model.Span) []model.Span {
	words := model.Words(spans)
	left := len(words) - len(strings.TrimLeftFunc(words, unicode.IsSpace))
	if left == len(words) {
		return nil
	}
	_, spans = cutSpans(spans, left)
	right := len(strings.TrimRightFunc(words, unicode.IsSpace)) - left
	spans, _ = cutSpans(spans, right)
	return spans
}

// typed is the text of an entry that reads as the spans: with the marks of the
// small Markdown, and single spaces.
func typed(spans []model.Span) string {
	plain := strings.Join(strings.Fields(model.Words(spans)), " ")
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(typedSpan(s))
	}
	if text := strings.Join(strings.Fields(b.String()), " "); model.Plain(text) == plain {
		return text
	}
	return escaped(plain)
}

// escaped is a text that reads as those characters, with a backslash before
// what would be a mark of the small Markdown.
func escaped(plain string) string {
	text := plain
	right := alikeTo(model.Plain(text), plain)
	for i, tries := 0, 0; i < len(text) && right < len(plain) && tries < mostEscapes; i++ {
		if text[i] != '*' && text[i] != '[' {
			continue
		}
		tries++
		try := text[:i] + `\` + text[i:]
		if now := alikeTo(model.Plain(try), plain); now > right {
			text, right = try, now
			i++
		}
	}
	if model.Plain(text) == plain {
		return text
	}
	return plain
}

// mostEscapes is how many characters of a text are tried: it keeps a hostile
// one short.
const mostEscapes = 60

// alikeTo is how many bytes two texts begin with alike.
func alikeTo(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

func typedSpan(s model.Span) string {
	words := strings.TrimSpace(s.Text)
	if words == "" {
		return s.Text
	}
	at := strings.Index(s.Text, words)
	before, behind := s.Text[:at], s.Text[at+len(words):]
	if s.Address != "" {
		words = "[" + words + "](" + s.Address + ")"
	}
	if s.Italic {
		words = "*" + words + "*"
	}
	if s.Bold {
		words = "**" + words + "**"
	}
	return before + words + behind
}
