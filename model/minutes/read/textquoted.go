package read

import "strings"

// unquoted are lines without the marks before those that an e-mail quotes, where
// most of a text is quoted: they are what was sent on.
func unquoted(lines []textLine) []textLine {
	quoted, others := 0, 0
	for _, l := range lines {
		switch {
		case strings.HasPrefix(l.words, ">"):
			quoted++
		case !l.blank():
			others++
		}
	}
	if quoted < 5 || quoted <= others {
		return lines
	}
	for i, l := range lines {
		if rest, ok := strings.CutPrefix(l.words, ">"); ok {
			ended := l.ended
			lines[i] = newTextLine(l.number, strings.TrimPrefix(rest, " "))
			lines[i].ended = lines[i].ended || ended
		}
	}
	return lines
}
