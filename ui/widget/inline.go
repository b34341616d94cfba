package widget

import "strings"

// A piece is a run of words in one style.
type piece struct {
	text         string
	bold, italic bool
	link         bool
}

// inline reads the small Markdown that entries are written in: **bold**,
// *italic* and [words](address). Anything that is not whole is plain words, so
// that nothing written is ever hidden but the marks of what it became.
func inline(text string) []piece {
	return inlineIn(nil, text, piece{})
}

func inlineIn(pieces []piece, text string, style piece) []piece {
	for text != "" {
		at := strings.IndexAny(text, "*[")
		if at < 0 {
			break
		}
		inner, rest, now, ok := marked(text[at:], style)
		if !ok {
			pieces = add(pieces, text[:at+1], style)
			text = text[at+1:]
			continue
		}
		pieces = add(pieces, text[:at], style)
		pieces = inlineIn(pieces, inner, now)
		text = rest
	}
	return add(pieces, text, style)
}

// marked reads what starts at a mark: the words inside, what follows, and the
// style of the words.
func marked(text string, style piece) (inner, rest string, now piece, ok bool) {
	now = style
	switch {
	case text[0] == '[':
		end := strings.Index(text, "](")
		if end < 2 || style.link || strings.Contains(text[1:end], "[") {
			return "", "", now, false
		}
		stop := strings.IndexByte(text[end:], ')')
		if stop < 3 {
			return "", "", now, false
		}
		now.link = true
		return text[1:end], text[end+stop+1:], now, true
	case strings.HasPrefix(text, "**") && !style.bold:
		now.bold = true
		return between(text, "**", now)
	case !strings.HasPrefix(text, "**") && !style.italic:
		now.italic = true
		return between(text, "*", now)
	}
	return "", "", now, false
}

// between reads words between two marks; neither side of them is a space.
func between(text, mark string, now piece) (inner, rest string, _ piece, ok bool) {
	from := len(mark)
	for at := from; at < len(text); at++ {
		if !strings.HasPrefix(text[at:], mark) {
			continue
		}
		if mark == "*" && strings.HasPrefix(text[at:], "**") { // bold inside italic
			at++
			continue
		}
		inner = text[from:at]
		if inner == "" || strings.TrimSpace(inner[:1]) == "" || strings.TrimSpace(inner[len(inner)-1:]) == "" {
			return "", "", now, false
		}
		return inner, text[at+len(mark):], now, true
	}
	return "", "", now, false
}

// add joins words onto the last piece where they are in the same style.
func add(pieces []piece, text string, style piece) []piece {
	if text == "" {
		return pieces
	}
	if n := len(pieces); n > 0 {
		last := pieces[n-1]
		last.text = style.text
		if last == style {
			pieces[n-1].text += text
			return pieces
		}
	}
	style.text = text
	return append(pieces, style)
}
