package recognise

import (
	"slices"
	"strings"

	"minutebook/model"
	"minutebook/model/minutes/read"
)

// items finds the headings of agenda items and of parts of them.
func (r *reader) items() {
	r.rows()
	looks := make([]string, len(r.lines))
	for i := range r.lines {
		looks[i] = r.look(i)
	}
	for _, i := range r.top(looks) {
		r.lines[i].heads(0.95)
		r.goesOver(i)
	}
	r.presented()
	r.subheadings(looks)
}

// heads takes a line for the heading of an item.
func (l *line) heads(confidence float64) {
	why := "heading"
	if l.num.shape != "" {
		why = "number " + l.num.shape
	}
	l.take(Item, confidence, why)
	l.item = &model.Item{Title: title(l.spans)}
	if end := l.labelEnd(); end > 0 {
		head, rest := cutSpans(l.spans, end)
		l.item.Title = title(trimSpans(head))
		l.item.Entries = []model.Entry{{Kind: model.Paragraph, Text: typed(trimSpans(rest))}}
	}
}

// title is a title of these words as items have it: without the colon at its
// end, and without bold and italic, since headings have a look of their own.
func title(spans []model.Span) string {
	bare := slices.Clone(spans)
	for i := range bare {
		bare[i].Bold, bare[i].Italic = false, false
	}
	return strings.TrimRight(typed(bare), " :-–—")
}

// top are the places of the lines that head items.
func (r *reader) top(looks []string) []int {
	numbers := r.numberedItems(looks)
	if sections := r.sections(looks, numbers); len(sections) > 1 {
		return sections
	}
	if len(numbers) > 1 || len(numbers) == 1 && r.lines[numbers[0]].num.n() == 1 {
		return r.withUnnumbered(looks, numbers)
	}
	if best := r.bestLook(looks); best == "" || best == "plain" {
		if deep := r.parts(looks); deep != nil {
			return deep
		}
	}
	return r.unnumbered(looks)
}

// parts are the lines with numbers such as 7.2 that head items, where all are
// parts of one number: that of the meeting.
func (r *reader) parts(looks []string) []int {
	var at []int
	for i, l := range r.lines {
		if l.num.year != "" || len(l.num.path) != 2 || looks[i] != "number" {
			continue
		}
		if len(at) > 0 && l.num.path[0] != r.lines[at[0]].num.path[0] {
			return nil
		}
		at = append(at, i)
	}
	if run := r.longest(at); len(run) > 2 && r.lines[run[0]].num.n() == 1 {
		return run
	}
	return nil
}

// itemShapes are the shapes of numbers that items have, with how many there
// must be and how much each weighs.
var itemShapes = map[string]struct{ least, weight int }{
	"n/y": {2, 8}, "item n": {1, 8}, "n.": {1, 4}, "n": {2, 4}, "n)": {2, 3}, "(n)": {3, 2}, "A.": {3, 1}, "A)": {3, 1},
}

// numberedItems is the sequence of numbered lines that head items; empty where
// none does.
func (r *reader) numberedItems(looks []string) []int {
	var best []int
	weight := 0
	for _, c := range r.chains() {
		want, ok := itemShapes[c.shape]
		heads := slices.DeleteFunc(slices.Clone(c.at), func(i int) bool { return looks[i] == "" || looks[i] == "plain" })
		if !ok || len(heads) < want.least || len(heads)*2 < len(c.at) {
			continue
		}
		total := 0
		for _, i := range heads {
			total += r.weight(r.lines[i]) * want.weight
		}
		if total > weight {
			best, weight = heads, total
		}
	}
	return best
}

// sections are the headings without number under which numbers begin again:
// then they head the items, and the numbers are those of their parts.
func (r *reader) sections(looks []string, numbers []int) []int {
	if len(numbers) == 0 {
		return nil
	}
	shape := r.lines[numbers[0]].num.shape
	var begun []int
	last, runs := -1, 0
	for i, l := range r.lines {
		if l.num.shape == shape && l.num.n() == 1 {
			s := r.sectionAbove(looks, i, last)
			if s >= 0 {
				begun = append(begun, s)
			}
			if s >= 0 || looks[i] != "" {
				runs++
			}
		}
		if l.num.shape == shape && looks[i] != "" {
			last = i
		}
	}
	if len(begun) < 2 || len(begun)*2 < runs {
		return nil
	}
	return r.alike(looks, begun)
}

// sectionAbove is the nearest heading without number above line i and behind
// line last; -1 for none.
func (r *reader) sectionAbove(looks []string, i, last int) int {
	for k := i - 1; k > last && k >= i-4; k-- {
		switch looks[k] {
		case "capitals", "bold", "h1", "h2", "h3", "h4":
			if r.lines[k].num.shape == "" {
				return k
			}
		}
	}
	return -1
}

// alike are the lines that look as most of those do, the ones among them
// included.
func (r *reader) alike(looks []string, some []int) []int {
	count := map[string]int{}
	look := ""
	for _, i := range some {
		count[looks[i]]++
		if count[looks[i]] > count[look] {
			look = looks[i]
		}
	}
	var out []int
	for i := range r.lines {
		if looks[i] == look && r.lines[i].num.shape == "" || slices.Contains(some, i) {
			out = append(out, i)
		}
	}
	return out
}

// withUnnumbered adds to numbered items those headings behind the first that
// have no number and stand as high.
func (r *reader) withUnnumbered(looks []string, numbers []int) []int {
	first, last := numbers[0], numbers[len(numbers)-1]
	level := 0
	for _, i := range numbers {
		if l := r.lines[i]; l.kind == read.Heading && (level == 0 || l.level < level) {
			level = l.level
		}
	}
	out := slices.DeleteFunc(slices.Clone(numbers), func(i int) bool { return i > first && listTitle(r.lines[i].text) && r.onlyLists(looks, i) })
	for i := first + 1; i < len(r.lines); i++ {
		l := r.lines[i]
		if looks[i] == "" || l.num.shape != "" || listTitle(l.text) {
			continue
		}
		if l.kind == read.Heading && l.level <= level || i > last && lastTitle(l.text) {
			out = append(out, i)
		}
	}
	return sorted(out)
}

// onlyLists says whether no item but lists follows line i.
func (r *reader) onlyLists(looks []string, i int) bool {
	for k := i + 1; k < len(r.lines); k++ {
		if looks[k] == "number" && !listTitle(r.lines[k].text) || strings.HasPrefix(looks[k], "h") && r.lines[k].level <= r.lines[i].level && !listTitle(r.lines[k].text) {
			return false
		}
	}
	return true
}

// unnumbered are the headings of items where none has a number: those of the
// look that has most titles that agendas have.
func (r *reader) unnumbered(looks []string) []int {
	best := r.bestLook(looks)
	if best == "" {
		return nil
	}
	before := "h9"
	if best[0] == 'h' {
		before = r.first(looks, best)
	}
	begun := slices.Index(looks, best)
	var out []int
	for i, look := range looks {
		if look != best && (look != before || i > begun) {
			continue
		}
		if !listTitle(r.lines[i].text) || !r.onlyLists(looks, i) {
			out = append(out, i)
		}
	}
	return out
}

// bestLook is the look that has most titles that agendas have; "" for none.
func (r *reader) bestLook(looks []string) string {
	score := map[string]int{}
	for i, look := range looks {
		if look == "" || look == "number" || r.lines[i].num.shape != "" {
			continue
		}
		score[look]++
		if usualTitle(r.lines[i].text) {
			score[look] += 3
		}
	}
	best := ""
	for _, look := range []string{"h1", "h2", "h3", "h4", "h5", "h6", "capitals", "bold", "plain"} {
		if score[look] > score[best] && (score[look] > 1 || look[0] == 'h') {
			best = look
		}
	}
	return best
}

// deepHeads says whether numbers such as 3.2 are those of parts rather than of
// paragraphs: whether most of them head something.
func (r *reader) deepHeads(looks []string) bool {
	heads, all := 0, 0
	for i, l := range r.lines {
		if l.num.deep() && l.num.year == "" && l.table == 0 {
			all++
			if looks[i] != "" && !strings.HasSuffix(l.text, ":") {
				heads++
			}
		}
	}
	return heads*2 > all
}

// saidBelow says whether more than a title follows line i.
func (r *reader) saidBelow(i int) bool {
	next := r.after(i)
	return next >= 0 && r.lines[next].num.shape != r.lines[i].num.shape && r.lines[next].As != Item
}

// first is the look of the highest headings that stand before the first of
// those that head items and are deeper than they: under the title of the
// minutes they head items too.
func (r *reader) first(looks []string, best string) string {
	found := "h9"
	for _, look := range looks {
		switch {
		case look == best:
			return found
		case len(look) == 2 && look[0] == 'h' && look > best:
			found = min(found, look)
		}
	}
	return found
}

// goesOver has the title of an item go on with the line below, where the page
// was too narrow for it: both are in capitals, without room between them.
func (r *reader) goesOver(i int) {
	l := r.lines[i]
	if !l.upper || l.table > 0 || i+1 >= len(r.lines) {
		return
	}
	next := r.lines[i+1]
	if next.taken() || !next.upper || next.gap || next.mark != "" || next.kind != read.Paragraph || next.Block != l.Block+1 || len(l.text) < 40 {
		return
	}
	next.take(Item, 0.9, "goes on")
	next.into = l
	l.set(slices.Concat(l.spans, []model.Span{{Text: " "}}, next.spans))
	l.item.Title = title(l.spans)
}

// rows brings together, in tables, the number of an item and the title that
// stands in the cell beside it. A number that slipped down goes with the last
// heading there.
func (r *reader) rows() {
	for i := 0; i < len(r.lines); i++ {
		l := r.lines[i]
		if l.table == 0 || l.head || l.text != "" || l.num.n() == 0 || l.num.bullet() || l.taken() {
			continue
		}
		if at := r.beside(i); at >= 0 {
			t := r.lines[at]
			t.mark, t.num, t.numbered = l.mark, l.num, l
			l.take(Introduced, 0.9, "number of the item beside it")
			l.Label = l.mark
		}
	}
}

// beside is the heading in the next cell of the row that the number of line i
// belongs to; -1 for none.
func (r *reader) beside(i int) int {
	l, at := r.lines[i], -1
	for k := i + 1; k < len(r.lines) && r.lines[k].Block == l.Block; k++ {
		c := r.lines[k]
		switch {
		case c.Cell != l.Cell+1:
			return at
		case c.mark != "" || c.taken() || !c.heading() && !c.bold:
		case at < 0 && (k == i+1 || r.lines[k-1].Cell != c.Cell):
			return k
		case c.bold && c.heading():
			at = k
		}
	}
	return at
}

// subheadings takes the other headings for those of parts.
func (r *reader) subheadings(looks []string) {
	deep := r.deepHeads(looks)
	for i, look := range looks {
		l := r.lines[i]
		if l.taken() || look == "" {
			continue
		}
		switch {
		case l.kind == read.Heading:
			l.take(Subheading, 0.95, "heading")
		case look == "number":
			if l.num.deep() && deep && !strings.HasSuffix(l.text, ":") || l.bold || l.upper || strings.HasPrefix(l.num.shape, "A") && r.saidBelow(i) {
				l.take(Subheading, 0.85, "number "+l.num.shape)
			}
		case look == "plain":
			l.take(Subheading, 0.6, "short line")
		case l.table > 0:
		default:
			l.take(Subheading, 0.8, look)
		}
	}
}
