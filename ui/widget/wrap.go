package widget

import "unicode"

// A span is one shown line of a text: the runes from..to. Spans cover the
// whole text in order, leaving out only the newline between two paragraphs;
// spaces at the end of a line belong to it, even where they hang over the
// edge.
type span struct{ from, to int }

// ruler measures the width of runes, in units.
type ruler func([]rune) float32

// wrap breaks text into lines no wider than width, whole words at a time; a
// word wider than a line is broken where it must be. The first line starts at
// taken, the width already used. There is always at least one span.
func wrap(text []rune, taken, width float32, measure ruler) []span {
	w := wrapper{text: text, width: width, x: taken, measure: measure}
	for at := 0; at < len(text); {
		switch {
		case text[at] == '\n':
			w.breakAt(at)
			at++
			w.start = at
		case isBreakSpace(text[at]):
			end := at
			for end < len(text) && isBreakSpace(text[end]) {
				end++
			}
			w.x += measure(text[at:end])
			at = end
		default:
			end := at
			for end < len(text) && text[end] != '\n' && !isBreakSpace(text[end]) {
				end++
			}
			w.word(at, end)
			at = end
		}
	}
	w.breakAt(len(text))
	return w.spans
}

type wrapper struct {
	text     []rune
	width, x float32
	measure  ruler
	start    int // of the line being filled
	spans    []span
}

// breakAt ends the line at the rune to and starts the next one there.
func (w *wrapper) breakAt(to int) {
	w.spans = append(w.spans, span{w.start, to})
	w.start, w.x = to, 0
}

func (w *wrapper) word(from, to int) {
	size := w.measure(w.text[from:to])
	if w.x > 0 && w.x+size > w.width {
		w.breakAt(from)
	}
	for size > w.width {
		n := fit(w.text[from:to], w.width, w.measure)
		if n >= to-from {
			break
		}
		from += n
		w.breakAt(from)
		size = w.measure(w.text[from:to])
	}
	w.x += size
}

// fit returns how many runes of the text fit into the width, at least one.
func fit(text []rune, width float32, measure ruler) int {
	low, high := 1, len(text)
	for low < high {
		middle := (low + high + 1) / 2
		if measure(text[:middle]) <= width {
			low = middle
		} else {
			high = middle - 1
		}
	}
	for low > 1 && low < len(text) && isMark(text[low]) {
		low--
	}
	return max(low, 1)
}

// nearest returns how many runes lie left of x, to the nearer side of a rune.
func nearest(text []rune, x float32, measure ruler) int {
	if len(text) == 0 || x <= 0 {
		return 0
	}
	n := fit(text, x, measure)
	before := measure(text[:n])
	if before > x { // not even the first fits
		if x*2 < before {
			return 0
		}
		return n
	}
	if n < len(text) && x-before > measure(text[:n+1])-x {
		n++
	}
	return n
}

// isBreakSpace tells the spaces a line may end at.
func isBreakSpace(r rune) bool {
	switch r {
	case '\n', '\u00a0', '\u2007', '\u202f':
		return false
	}
	return unicode.IsSpace(r)
}
