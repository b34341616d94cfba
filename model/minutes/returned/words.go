package returned

import (
	"slices"
	"strings"

	"minutebook/model"
	"minutebook/model/diff"
	"minutebook/model/minutes"
)

// styled is words with how each byte of them looks. Spaces within a line count
// as one, and lines have none at their ends.
type styled struct {
	text string
	look []model.Span
}

// flatten gives the words of spans, cleaned.
func flatten(spans []model.Span) styled {
	room := 0
	for _, s := range spans {
		room += len(s.Text)
	}
	out := styled{look: make([]model.Span, 0, room)}
	var b strings.Builder
	b.Grow(room)
	gap, broken := false, false
	for _, s := range spans {
		look := model.Span{Bold: s.Bold, Italic: s.Italic, Address: address(s)}
		for _, r := range minutes.Clean(s.Text) {
			switch r {
			case '\n':
				broken = true
				continue
			case ' ', '\t', '\u00a0':
				gap = true
				continue
			}
			if b.Len() > 0 && broken {
				b.WriteByte('\n')
				out.look = append(out.look, model.Span{})
			} else if b.Len() > 0 && gap {
				b.WriteByte(' ')
				out.look = append(out.look, look)
			}
			gap, broken = false, false
			n := b.Len()
			b.WriteRune(r)
			for range b.Len() - n {
				out.look = append(out.look, look)
			}
		}
	}
	out.text = b.String()
	return out.settle()
}

// unmarked is plain words.
func unmarked(text string) styled { return styled{text, make([]model.Span, len(text))} }

// settle has a space look as what is before and behind it, where that is the
// same, and else like nothing: which of them it belongs to nobody sees.
func (s styled) settle() styled {
	for i := range len(s.text) {
		if s.text[i] != ' ' && s.text[i] != '\n' {
			continue
		}
		s.look[i] = model.Span{}
		if s.look[i-1] == s.look[i+1] {
			s.look[i] = s.look[i-1]
		}
	}
	return s
}

// unlike takes a look off words that all of them have, and none of others: the
// look of their paragraph.
func (s styled) unlike(others styled) styled {
	all := func(s styled, is func(model.Span) bool) bool {
		return len(s.look) > 0 && !slices.ContainsFunc(s.look, func(l model.Span) bool { return !is(l) })
	}
	bold, italic := func(l model.Span) bool { return l.Bold }, func(l model.Span) bool { return l.Italic }
	noBold, noItalic := all(s, bold) && !slices.ContainsFunc(others.look, bold), all(s, italic) && !slices.ContainsFunc(others.look, italic)
	if !noBold && !noItalic {
		return s
	}
	s.look = slices.Clone(s.look)
	for i := range s.look {
		s.look[i].Bold = s.look[i].Bold && !noBold
		s.look[i].Italic = s.look[i].Italic && !noItalic
	}
	return s
}

// address is where a span leads, written as programs write it.
func address(s model.Span) string {
	if to, ok := s.Target(); ok {
		return strings.TrimSuffix(to, "/")
	}
	return ""
}

func (s styled) slice(from, to int) styled {
	return styled{s.text[from:to], s.look[from:to]}.trim()
}

func (s styled) trim() styled {
	from := len(s.text) - len(strings.TrimLeft(s.text, " \n"))
	to := len(strings.TrimRight(s.text, " \n"))
	if from >= to {
		return styled{}
	}
	return styled{s.text[from:to], s.look[from:to]}
}

// same says whether two texts read and look the same.
func (s styled) same(o styled) bool { return s.text == o.text && slices.Equal(s.look, o.look) }

// spans are the words again, those that look alike together.
func (s styled) spans() []model.Span {
	var out []model.Span
	for i := range len(s.text) {
		look := s.look[i]
		if n := len(out); n > 0 {
			last := out[n-1]
			last.Text = ""
			if last == look {
				out[n-1].Text += s.text[i : i+1]
				continue
			}
		}
		look.Text = s.text[i : i+1]
		out = append(out, look)
	}
	return out
}

// markdown writes the words in the small Markdown, without their look where it
// cannot be said.
func (s styled) markdown() string {
	var b strings.Builder
	for _, span := range s.spans() {
		text := span.Text
		mark := strings.Repeat("*", map[bool]int{true: 2}[span.Bold]+map[bool]int{true: 1}[span.Italic])
		core := strings.TrimSpace(text)
		if core == "" || mark == "" && span.Address == "" {
			b.WriteString(text)
			continue
		}
		at := strings.Index(text, core)
		said := core
		if span.Address != "" {
			said = "[" + said + "](" + span.Address + ")"
		}
		b.WriteString(text[:at] + mark + said + mark + text[at+len(core):])
	}
	for _, try := range []string{b.String(), literal(s.text)} {
		if read := flatten(model.Inline(try)); read.same(s) {
			return try
		}
	}
	return literal(s.text)
}

// literal is a text of which no mark is read as one, where that can be said.
func literal(text string) string {
	if model.Plain(text) == text {
		return text
	}
	escaped := strings.NewReplacer(`*`, `\*`, `[`, `\[`).Replace(text)
	if model.Plain(escaped) == text {
		return escaped
	}
	return text
}

// oneLine is a text with single spaces for all white space: what words are
// compared by.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// retyped is a text with what was edited put in its place: was are its words as
// they were, is as they are. The marks of the rest stay as they are typed.
func retyped(text string, was, is styled) string {
	if flatten(model.Inline(text)).text != was.text || model.Plain(text) != was.text {
		return is.markdown()
	}
	out, ok := replaced(text, edits(was.text, is.text))
	if !ok || !flatten(model.Inline(out)).same(is) {
		return is.markdown()
	}
	return out
}

// replaced is a text in the small Markdown with edits of its plain words made.
// It says false where no text reads so.
func replaced(text string, list []change) (string, bool) {
	words := model.Plain(text)
	for _, e := range slices.Backward(list) {
		from, to, put := e.from, e.to, e.words
		switch { // nothing cannot be replaced: with a word beside it
		case from == to && from > 0:
			tokens := diff.Tokens(words[:from])
			token := tokens[len(tokens)-1]
			from -= len(token)
			put = token + put
		case from == to && to < len(words):
			token := diff.Tokens(words[to:])[0]
			to += len(token)
			put += token
		}
		now, ok := model.ReplaceInline(text, from, to, literal(put))
		if !ok {
			return text, false
		}
		text = now
	}
	return text, true
}

// around makes the edits of words of which some were left out in a text that has
// those too. It says false where the edits touch what stands for them.
func around(text string, was, is styled) (string, bool) {
	words := model.Plain(text)
	list := edits(was.text, is.text)
	for i, e := range list {
		from, last := image(was.text, words, e.from)
		to, end := image(was.text, words, e.to)
		if from != last || to != end || words[from:to] != was.text[e.from:e.to] {
			return text, false
		}
		list[i].from, list[i].to = from, to
	}
	return replaced(text, list)
}

// change is a stretch of a text, as byte offsets, and the words that took its
// place.
type change struct {
	from, to int
	words    string
}

// edits are what became of a text, in its order.
func edits(was, is string) []change {
	var list []change
	at, open := 0, false
	for _, run := range diff.Words(was, is) {
		if run.Mark == diff.Same {
			at += len(run.Text)
			open = false
			continue
		}
		if !open {
			list, open = append(list, change{from: at, to: at}), true
		}
		last := &list[len(list)-1]
		if run.Mark == diff.Deleted {
			at += len(run.Text)
			last.to = at
		} else {
			last.words += run.Text
		}
	}
	return list
}

// image is where a boundary between words of one text is in another: the first
// place that it may be at, and the last.
func image(was, is string, at int) (first, last int) {
	b := 0
	end := 0 // of what is the same so far
	for _, e := range edits(was, is) {
		if at < e.from {
			break
		}
		b += e.from - end
		end = e.to
		switch {
		case at == e.from && e.to > e.from:
			return b, b
		case at < e.to || at == e.from:
			return b, b + len(e.words)
		}
		b += len(e.words)
	}
	return b + at - end, b + at - end
}
