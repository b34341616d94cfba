package quick

import (
	"strings"

	"minutebook/model"
)

// Read says what a line would do. A line may have further lines in it, which
// continue its entry. An empty line does nothing. The error is a *[LineError];
// nothing of the line is to be done then.
func Read(line string, c Context) (Reading, error) {
	line = strings.ReplaceAll(line, "\r\n", "\n")
	lines := strings.Split(line, "\n")
	first := trimLeft(lines[0])
	offset := len(lines[0]) - len(first)
	lines[0] = first
	for len(lines) > 1 && blank(lines[len(lines)-1]) {
		lines = lines[:len(lines)-1]
	}
	r := newReader(c)
	if len(lines) == 1 && blank(first) {
		return r.out, nil
	}
	if err := r.line(lines); err != nil {
		e := asLineError(err)
		if e.Col > 0 {
			e.Col += offset
		}
		return Reading{Item: c.Item}, e
	}
	return r.out, nil
}

func (r *reader) line(lines []string) error {
	if commandLine(lines[0]) && !r.c.Pasted {
		return r.command(lines)
	}
	if title, ok := itemLine(lines[0]); ok {
		if len(lines) > 1 {
			return bad("an item's title is one line", "# Title on one line")
		}
		return r.heading(title, len(lines[0])-len(title))
	}
	return r.entry(lines)
}

// entry reads a line that is an entry by its prefix, or by the kind chosen.
func (r *reader) entry(lines []string) error {
	first := lines[0]
	at := place{start: true, first: true, more: len(lines) > 1, chosen: r.c.Kind != "", pasted: r.c.Pasted, keys: keysOf(paragraph.keys)}
	kind := paragraph
	if r.c.Kind != "" {
		kind = classOf(r.c.Kind, 0)
		at.keys = keysOf(kind.keys)
	}
	words, literal := at.literally(first)
	if !literal && r.c.Kind == "" {
		if kind, words = classify(first); kind != paragraph {
			at.start, at.keys = false, keysOf(kind.keys)
			words, literal = at.literally(words)
		}
	}
	return r.make(kind, words, literal, lines)
}

// make makes the entry of that class from the text of its first line and the
// lines below it.
func (r *reader) make(kind *class, words string, literal bool, lines []string) error {
	e := model.Entry{Kind: kind.kind, Level: kind.level}
	text := []string{words}
	if len(lines) > 1 {
		var below []string
		below, literal = continued(lines[1:], keysOf(kind.keys))
		text = append(text, below...)
	}
	text = trimEnd(text)
	last := text[len(text)-1]
	var pairs []pair
	if !literal {
		text, pairs = cutBraces(text, kind.keys)
	}
	e.Text = strings.Join(text, "\n")
	if kind.read != nil {
		kind.read(r, &e)
	}
	if err := setAll(&e, kind.keys, pairs, r.c); err != nil {
		return below(err, lines, len(last))
	}
	if blank(e.Text) {
		return bad("there are no words", "some text")
	}
	tidy(&e)
	r.enter(e)
	return nil
}

// trimEnd takes the white space off the end of the last line.
func trimEnd(text []string) []string {
	text[len(text)-1] = trimRight(text[len(text)-1])
	return text
}

// cutBraces takes the braces with known keys off the end of a text, and the
// line they stand on where nothing else does.
func cutBraces(text []string, keys []key[model.Entry]) ([]string, []pair) {
	last := len(text) - 1
	words, pairs, ok := splitBraces(text[last])
	if !ok || !knows(keysOf(keys), pairs) {
		return text, nil
	}
	if words == "" && last > 0 {
		return text[:last], pairs
	}
	text[last] = words
	return text, pairs
}

// below places an error in the last line, the end of which is length long.
func below(err error, lines []string, length int) error {
	e := asLineError(err)
	e.Line = len(lines) - 1
	line := trimRight(lines[e.Line])
	if e.Col > 0 {
		e.Col = column(line, len(line)-length+e.Col-1)
	}
	return e
}
