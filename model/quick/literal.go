package quick

import (
	"strings"
)

// place is where a line of an entry's text stands: what is more than words
// there is decided by it.
type place struct {
	// start is the start of a line, where prefixes and commands are read.
	start bool
	// chosen says that the kind was chosen by key, so that no prefix is read.
	chosen bool
	// pasted text has no commands.
	pasted bool
	// first is the first line of the entry's text, whose leading space would
	// go; more says that others follow.
	first, more bool
	// keys that braces may have here.
	keys []string
}

// markup says whether words would be read as more than words in that place.
func (p place) markup(words string) bool {
	switch {
	case !p.first:
		return blank(words) || hasBraces(words, p.keys)
	case words == "":
		return p.more
	case strings.ContainsAny(words[:1], blanks):
		return true
	case p.start && p.begins(words):
		return true
	}
	return hasBraces(words, p.keys)
}

// begins says whether the start of a line is more than words.
func (p place) begins(words string) bool {
	if commandLine(words) && !p.pasted {
		return true
	}
	if _, ok := itemLine(words); ok {
		return true
	}
	if p.chosen {
		return false
	}
	c, _ := classify(words)
	return c != paragraph
}

// hasBraces says whether the line ends in braces with a key that is known.
func hasBraces(line string, keys []string) bool {
	_, pairs, ok := splitBraces(trimRight(line))
	return ok && knows(keys, pairs)
}

func knows(keys []string, pairs []pair) bool {
	for _, p := range pairs {
		for _, k := range keys {
			if p.key == k {
				return true
			}
		}
	}
	return false
}

// literally takes the backslash off words where the rest would have been more
// than words, and says whether it did.
func (p place) literally(words string) (string, bool) {
	rest := strings.TrimLeft(words, `\`)
	if len(rest) == len(words) || !p.markup(rest) {
		return words, false
	}
	return words[1:], true
}

// protected is text as it must be typed in that place, and whether a
// backslash was needed.
func (p place) protected(text string) (string, bool) {
	if p.markup(strings.TrimLeft(text, `\`)) {
		return `\` + text, true
	}
	return text, false
}

// continued are the lines below the first, each as the text it stands for,
// and whether the last was literal.
func continued(lines []string, keys []string) (text []string, literal bool) {
	for _, line := range lines {
		line, literal = place{keys: keys}.literally(line)
		text = append(text, line)
	}
	return text, literal
}
