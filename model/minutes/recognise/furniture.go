package recognise

import (
	"slices"
	"strings"
	"unicode"

	"minutebook/model"
	"minutebook/model/minutes/read"
)

// furniture drops what every page has: running headers, page numbers, rules;
// data about the file; and lists that only repeat what follows. A paragraph that
// a page break cut in two is made whole.
func (r *reader) furniture() {
	r.mailHead()
	for _, l := range r.lines {
		if why := apart[l.kind]; why != "" {
			l.drop(1, why)
			continue
		}
		if why := r.tells(l); why != "" {
			l.drop(0.95, why)
		}
	}
	r.pageNumbers()
	r.running()
	r.mend()
	r.contents()
	r.agenda()
}

// apart are the kinds of block that are no part of the text.
var apart = map[read.Kind]string{
	read.Rule: "rule", read.PageBreak: "page break", read.Header: "header of the pages", read.Footer: "footer of the pages", read.Matter: "data about the file",
}

// tells says why a line is furniture by its words alone; "" where it is not.
func (r *reader) tells(l *line) string {
	if l.text == "" && (l.mark == "" || l.num.bullet()) {
		return "empty"
	}
	switch {
	case l.mark != "" && !l.num.bullet():
	case !strings.ContainsFunc(l.text, isWord) && l.mark == "":
		return "rule"
	case pageOf(l.text) > 0 && l.mark == "":
		return "page number"
	case strings.HasPrefix(l.text, "![") && strings.HasSuffix(l.text, ")") && strings.Count(l.text, "](") == 1:
		return "picture"
	}
	if withinPage(l.text) {
		return "link within the page"
	}
	if instruction(l.text) {
		return "instruction of a template"
	}
	return ""
}

// withinPage says whether the words lead to another place of the page.
func withinPage(text string) bool {
	text = strings.ToLower(strings.Trim(text, " []()↑^▲"))
	return len(text) < 60 && backTo(text) || len(text) < 40 && strings.HasPrefix(text, "skip to ")
}

// backTo says whether the words lead back to the beginning or the contents.
func backTo(text string) bool {
	rest, ok := strings.CutPrefix(text, "back to ")
	if !ok {
		rest, ok = strings.CutPrefix(text, "return to ")
	}
	return ok && (strings.HasSuffix(rest, "top") || strings.HasSuffix(rest, "contents"))
}

// instruction says whether the words are those that a template has for the clerk
// to write over.
func instruction(text string) bool {
	low := strings.ToLower(text)
	if strings.HasPrefix(low, "click here to enter") || strings.HasPrefix(low, "click or tap") {
		return true
	}
	inner := strings.Trim(low, "[]<>{} .")
	bracketed := len(inner) < len(low) && strings.ContainsAny(low[:1], "[<{") && strings.ContainsAny(low[len(low)-1:], "]>}")
	return bracketed && beginsAny(inner, "insert ", "enter ", "type ", "delete ")
}

// pageOf reads "Page 3", "Page 3 of 5", "3 of 5" and "- 3 -" as the number of a
// page, and 0 for anything else.
func pageOf(text string) int {
	ts := wordsIn(strings.ToLower(text), 6)
	named := len(ts) > 0 && (ts[0].text == "page" || ts[0].text == "p." || ts[0].text == "pg")
	if named {
		ts = ts[1:]
	}
	of := len(ts) == 3 && (ts[1].text == "of" || ts[1].text == "/") && figure(ts[2].bare(), 3) > 0
	switch {
	case of, named && len(ts) == 1:
		return max(0, figure(ts[0].bare(), 3))
	case len(ts) == 3 && dash(ts[0].text) && dash(ts[2].text):
		return max(0, figure(ts[1].text, 3))
	case len(ts) == 1 && strings.HasPrefix(ts[0].text, "page"):
		return max(0, figure(ts[0].text[len("page"):], 3))
	}
	return 0
}

// pageNumbers drops numbers that stand alone on a line, where they count on
// like pages, end the file, or stand within a sentence.
func (r *reader) pageNumbers() {
	var lone []int
	for i, l := range r.lines {
		if l.lone() > 0 {
			lone = append(lone, i)
		}
	}
	var drop []int
	number := func(k int) int { return r.lines[lone[k]].lone() }
	for k, i := range lone {
		counts := k > 0 && number(k) == number(k-1)+1 || k+1 < len(lone) && number(k+1) == number(k)+1
		if before, behind := r.body(i, -1), r.body(i, 1); before != nil && (counts || behind == nil || runsOn(before, behind)) {
			drop = append(drop, i)
		}
	}
	for _, i := range drop {
		r.lines[i].drop(0.9, "page number")
	}
}

// lone is the number that stands alone on the line; 0 for any other line.
func (l *line) lone() int {
	if l.taken() || l.table > 0 || l.kind != read.Paragraph || l.mark != "" && l.text != "" {
		return 0
	}
	return max(0, figure(strings.Trim(l.mark+l.text, "."), 3))
}

// body is the nearest line before (-1) or behind (1) line i that is not
// dropped; nil for none.
func (r *reader) body(i, step int) *line {
	for k := i + step; k >= 0 && k < len(r.lines); k += step {
		if r.lines[k].As != Dropped {
			return r.lines[k]
		}
	}
	return nil
}

// running drops headers and footers that the file has among its words: lines
// that come again and again beside the numbers of pages, or have one in them.
func (r *reader) running() {
	byText := map[string][]int{}
	var texts []string
	for i, l := range r.lines {
		key := l.runningText()
		if key == "" {
			continue
		}
		if len(byText[key]) == 0 {
			texts = append(texts, key)
		}
		byText[key] = append(byText[key], i)
	}
	for _, key := range texts {
		if at := byText[key]; strings.Contains(key, "page #") && len(at) > 1 {
			r.dropAll(at)
		}
	}
	for range 3 { // a header may have three lines
		for _, key := range texts {
			at := byText[key]
			if len(at) > 1 && !r.lines[at[len(at)-1]].taken() && r.besidePages(at) {
				r.dropAll(at)
			}
		}
	}
}

// runningText is by what the lines of headers and footers are known to be the
// same: their words, but for the number of the page. It is "" for lines that are
// none.
func (l *line) runningText() string {
	if l.taken() || l.table > 0 || l.num.bullet() || len(l.text) > 200 {
		return ""
	}
	if key := withoutFigures(l.text); strings.Contains(key, "page #") {
		return key
	}
	if l.mark != "" || l.says() {
		return ""
	}
	return strings.ToLower(l.text)
}

// says says whether the line is a sentence, or begins with a label: what was
// minuted may come again, too.
func (l *line) says() bool {
	ts := wordsIn(l.text, 0)
	return len(ts) > 4 && ts[len(ts)-1].ends() || l.marksEntry()
}

// dropAll drops lines, but for what stands at the head of the file.
func (r *reader) dropAll(at []int) {
	for _, i := range at {
		if i >= 3 || pageIn(r.lines[i].text) {
			r.lines[i].drop(0.9, "header or footer of the pages")
		}
	}
}

func pageIn(text string) bool { return strings.Contains(withoutFigures(text), "page #") }

// besidePages says whether most of the lines stand beside furniture of pages.
func (r *reader) besidePages(at []int) bool {
	beside := 0
	for _, i := range at {
		if r.pageAt(i-1) || r.pageAt(i+1) {
			beside++
		}
	}
	return beside > 1 && beside*3 >= len(at)*2
}

// pageAt says whether line i was dropped as something that pages have.
func (r *reader) pageAt(i int) bool {
	return i >= 0 && i < len(r.lines) && r.lines[i].As == Dropped && strings.Contains(r.lines[i].Why, "page") && !strings.HasPrefix(r.lines[i].Why, "link")
}

// withoutFigures is a text in small letters with "#" for each number.
func withoutFigures(text string) string {
	var b strings.Builder
	digits := false
	for _, c := range strings.ToLower(text) {
		if unicode.IsDigit(c) {
			if !digits {
				b.WriteByte('#')
			}
			digits = true
			continue
		}
		digits = false
		b.WriteRune(c)
	}
	return b.String()
}

// mend makes paragraphs whole that furniture of pages stands in.
func (r *reader) mend() {
	var last *line
	page := false
	for i, l := range r.lines {
		switch {
		case r.pageAt(i):
			page = true
			continue
		case l.As == Dropped:
			continue
		case page && last != nil && runsOn(last, l):
			last.join(l)
			page = false
			continue
		}
		last, page = l, false
	}
}

// runsOn says whether line b goes on with the sentence of line a.
func runsOn(a, b *line) bool {
	if a.taken() || b.taken() || a.table > 0 || b.table > 0 || b.mark != "" || b.kind != read.Paragraph || a.kind == read.Heading || a.text == "" || b.text == "" {
		return false
	}
	as, bs := wordsIn(a.text, 0), wordsIn(b.text, 1)
	last := as[len(as)-1]
	return bs[0].small() && !last.ends() && !strings.HasSuffix(last.text, ":") && !strings.HasSuffix(last.text, ";") && len(as) > 3
}

// join has another line go on with the words of l: it becomes what l does.
func (l *line) join(other *line) {
	other.take(Paragraph, 1, "goes on")
	other.into, l.grown = l, true
	l.set(slices.Concat(l.spans, []model.Span{{Text: " "}}, other.spans))
}
