package read

import (
	"strings"

	"minutebook/model"
	"minutebook/model/pattern"
)

// The numbers that lines begin with. A capital letter with a full stop may be
// an initial, and a number without any mark a time or a quantity: those are
// labels only where more says so.
var (
	numbered    = pattern.Of(`^(?:\d{1,3}(?:\.\d{1,3})*\.?\)|\d{1,3}(?:\.\d{1,3})*\.|\(\d{1,3}(?:\.\d{1,3})*\)|\(?[A-Za-z]\)|[a-z]\.|\(?[ivx]{2,5}[.)]|\(?[IVX]{2,5}[.)])(?:[ \t]+|$)`)
	bare        = pattern.Of(`^(\d{1,3})\.(\d{1,3}(?:\.\d{1,3})*)([ \t]+)`)
	alone       = pattern.Of(`^\d{1,3}[ ]*\t\s*`)
	capital     = pattern.Of(`^([A-Z])\.(\s+)`)
	wide        = pattern.Of(`^(\t|\s*\t|   +)`)
	capitalLine = pattern.Of(`^[\s*_#]*([A-Z])\.[*_]*\s+\S`)
)

// labelLength is how long the number is that the words of a line begin with,
// with the space behind it; 0 for none.
func labelLength(words string, lettered bool) int {
	if m := numbered.FindString(words); m != "" {
		return len(m)
	}
	if m := alone.FindString(words); m != "" {
		return len(m)
	}
	if m := bare.FindStringSubmatch(words); m != nil && outline(m, words[len(m[0]):]) {
		return len(m[0])
	}
	if m := capital.FindStringSubmatch(words); m != nil && (lettered || wide.MatchString(m[2])) {
		return len(m[0])
	}
	return 0
}

// outline says whether 2.1 is the number of a paragraph rather than a time of
// day or a quantity.
func outline(m []string, rest string) bool {
	if rest == "" {
		return false
	}
	if strings.Contains(m[2], ".") || wide.MatchString(m[3]) {
		return true
	}
	if len(m[2]) > 1 && (m[2][0] == '0' || strings.HasSuffix(m[2], "0") || strings.HasSuffix(m[2], "5")) {
		return false
	}
	return !lower(rest)
}

// labelled parts the number that a line begins with from its words, unless it
// is all there is.
func (r *textReader) labelled(l textLine, spans []model.Span) (label string, rest []model.Span) {
	return labelledBy(spans, r.letters[l.number])
}

func labelledBy(spans []model.Span, lettered bool) (label string, rest []model.Span) {
	words := model.Words(spans)
	n := labelLength(words, lettered)
	if n == 0 {
		return "", spans
	}
	if n == len(words) {
		return "", spans
	}
	label = strings.TrimSpace(words[:n])
	rest = dropped(spans, n)
	if again := labelLength(model.Words(rest), false); again > 0 && again < len(words)-n {
		label += " " + strings.TrimSpace(words[n:n+again])
		rest = dropped(rest, again)
	}
	return label, rest
}

// dropped is spans without their first n bytes.
func dropped(spans []model.Span, n int) []model.Span {
	var rest []model.Span
	for _, s := range spans {
		k := min(n, len(s.Text))
		n -= k
		if s.Text = s.Text[k:]; s.Text != "" {
			rest = append(rest, s)
		}
	}
	return rest
}

// lettered are the numbers of the lines that capital letters number in their
// order from A on: "A. Smith" alone is somebody.
func lettered(lines []textLine) map[int]bool {
	words := make([]string, len(lines))
	for i, l := range lines {
		words[i] = l.words
	}
	found := map[int]bool{}
	for i := range inOrder(words) {
		found[lines[i].number] = true
	}
	return found
}

// inOrder are the places of the lines that begin with capital letters in their
// order from A on.
func inOrder(lines []string) map[int]bool {
	found := map[int]bool{}
	var row []int
	var last byte
	for i, words := range lines {
		m := capitalLine.FindStringSubmatch(words)
		if m == nil {
			continue
		}
		switch c := m[1][0]; {
		case c == 'A':
			row, last = []int{i}, c
		case last != 0 && c == last+1:
			row, last = append(row, i), c
			for _, n := range row {
				found[n] = true
			}
		default:
			row, last = nil, 0
		}
	}
	return found
}

// relabel parts numbers that stand in the words of blocks from them. A bullet
// before a number only shows that the words were in a list.
func relabel(blocks []Block) {
	words := make([]string, len(blocks))
	for i, b := range blocks {
		if b.Kind != TableRow {
			words[i] = b.Text()
		}
	}
	letters := inOrder(words)
	for i := range blocks {
		b := &blocks[i]
		for _, c := range b.Cells {
			relabel(c.Blocks)
		}
		if strings.ContainsFunc(b.Label, isWord) || b.Kind != Paragraph && b.Kind != Heading && b.Kind != ListItem {
			continue
		}
		if label, rest := labelledBy(b.Spans, letters[i]); label != "" {
			b.Label, b.Spans = label, rest
		}
	}
}
