package read

import (
	"strings"

	"minutebook/model/pattern"
)

// markupStart is how a line begins that holds HTML rather than words.
var markupStart = pattern.Of(`(?i)^<(table|ul|ol|dl|div|p|h[1-6]|center|blockquote|section|article|body|html)(?:\s[^<>]*)?>`)

var anyTag = pattern.Of(`<(/?)([A-Za-z][A-Za-z0-9]*)(?:\s[^<>]*)?>`)

// markup reads a stretch of HTML that stands in a text.
func (r *textReader) markup(l textLine) bool {
	m := markupStart.FindStringSubmatch(l.words)
	if m == nil {
		return false
	}
	element := strings.ToLower(m[1])
	var all strings.Builder
	open := 0
	for i := r.at; i < len(r.lines) && r.lookAhead(1); i++ {
		words := r.lines[i].words
		all.WriteString(words + "\n")
		for _, tag := range anyTag.FindAllStringSubmatch(words, -1) {
			switch {
			case strings.ToLower(tag[2]) != element:
			case tag[1] == "":
				open++
			default:
				open--
			}
		}
		if open <= 0 {
			return r.page(l, all.String(), i+1)
		}
	}
	return false
}

// page adds the blocks of a stretch of HTML, behind which the next line is.
func (r *textReader) page(l textLine, markup string, next int) bool {
	p := pageReader{doc: &Document{}, tables: r.tables}
	if p.read(markup) != nil {
		return false
	}
	relabel(p.out)
	r.tables = p.tables
	r.lists = nil
	for i, b := range p.out {
		gap, indent := b.Gap, b.Indent
		for _, c := range b.Cells {
			for k := range c.Blocks {
				c.Blocks[k].Line = l.number
			}
		}
		r.gap = r.gap || i > 0 && gap
		r.add(b, l)
		r.out[len(r.out)-1].Indent = indent
	}
	r.at = next
	return true
}
