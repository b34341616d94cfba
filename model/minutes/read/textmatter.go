package read

import (
	"encoding/json"
	"strings"

	"minutebook/model/pattern"
)

var (
	matterKey  = pattern.Of(`^[A-Za-z][\w .-]*\s*[:=](\s|$)`)
	matterName = pattern.Of(`^(?i)(title|author|lang|language)\s*[:=]\s*["']?(.*?)["']?$`)
)

// frontMatter reads what programs for the web want said of a page before its
// text, and gives the lines behind it. Every fact is one block.
func (r *textReader) frontMatter(lines []textLine) []textLine {
	first := 0
	for first < len(lines) && lines[first].blank() {
		first++
	}
	if first == len(lines) {
		return lines
	}
	open := lines[first].words
	if open == "{" {
		return r.jsonMatter(lines, first)
	}
	if open != "---" && open != "+++" {
		return lines
	}
	end := matterEnd(lines, first)
	if end < 0 {
		return lines
	}
	r.facts(lines[first+1 : end])
	return lines[end+1:]
}

// matterEnd is the line that ends the matter that begins in line first, -1
// where that is none.
func matterEnd(lines []textLine, first int) int {
	for i := first + 1; i < len(lines); i++ {
		l := lines[i]
		switch {
		case l.page:
			return -1
		case l.words == lines[first].words:
			return i
		case l.blank(), l.indent > 0, strings.ContainsRune("-#[", rune(l.words[0])), matterKey.MatchString(l.words):
		default:
			return -1
		}
	}
	return -1
}

// facts reads the lines of such matter.
func (r *textReader) facts(lines []textLine) {
	var fact []string
	from := textLine{}
	say := func() {
		if len(fact) > 0 {
			r.doc.Blocks = append(r.doc.Blocks, Block{Kind: Matter, Line: from.number, Spans: plain(strings.Join(fact, "\n"))})
		}
		fact = nil
	}
	for _, l := range lines {
		if l.blank() {
			continue
		}
		if l.indent == 0 && l.words[0] != '-' {
			say()
			r.about(l.words)
		}
		if len(fact) == 0 {
			from = l
		}
		fact = append(fact, l.words)
	}
	say()
}

// about takes what a line says of the file.
func (r *textReader) about(words string) {
	m := matterName.FindStringSubmatch(words)
	if m == nil {
		return
	}
	switch strings.ToLower(m[1]) {
	case "title":
		r.doc.Title = m[2]
	case "author":
		r.doc.Author = m[2]
	default:
		r.doc.Language = m[2]
	}
}

// jsonMatter reads such matter where it is JSON.
func (r *textReader) jsonMatter(lines []textLine, first int) []textLine {
	var all []string
	for i, l := range lines[first:] {
		all = append(all, l.raw)
		if l.words != "}" {
			continue
		}
		if said := strings.Join(all, "\n"); json.Valid([]byte(said)) {
			r.doc.Blocks = append(r.doc.Blocks, Block{Kind: Matter, Line: lines[first].number, Spans: plain(said)})
			return lines[first+i+1:]
		}
	}
	return lines
}
