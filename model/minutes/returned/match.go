package returned

import (
	"slices"
	"strings"
	"unicode"

	"minutebook/model"
	"minutebook/model/diff"
	"minutebook/model/minutes"
	"minutebook/model/minutes/read"
)

// reader finds what was edited, step by step.
type reader struct {
	in       Input
	style    minutes.Style
	audience minutes.Audience
	// units are what the file said when it was made, blocks what it says now and
	// gone what tracked changes took out of it.
	units  []unit
	blocks []block
	gone   []block
	// of is the block that a unit became, from the unit that a block was; -1 for
	// none.
	of, from []int
	// as is the meeting as it was when the file was made, but for what is new, has
	// moved or is gone in the file: that stands in it as in the file. shaped are the
	// units that it prints as, each in the place of the one that it was.
	as     model.Meeting
	shaped []unit
	// strange are the blocks that are new and that no proposal can say.
	strange []int
	at      []placed
	found   Returned
}

// placed is a proposal with where in the file it belongs.
type placed struct {
	Proposal
	block, order int
}

func newReader(in Input) (*reader, error) {
	r := &reader{in: in}
	r.blocks, r.gone = blocksOf(in.Document)
	r.found.Extract = len(r.blocks) > 0 && r.blocks[0].text() == minutes.ExtractTitle
	best, agenda := -1.0, -1.0
	var first error
	for _, s := range in.Styles {
		for _, a := range []minutes.Audience{minutes.Full, minutes.Public} {
			if d, err := minutes.ComposeAgenda(in.Base, s, a); err == nil {
				agenda = max(agenda, nearness(unitsIn(d, in.Base, s, a), r.blocks))
			}
			units, err := unitsOf(in.Base, s, a, in.Later, r.found.Extract)
			if err != nil {
				if first == nil {
					first = err
				}
				continue
			}
			if near := nearness(units, r.blocks); near > best {
				best, r.style, r.audience, r.units = near, s, a, units
			}
		}
	}
	switch {
	case best < 0:
		return nil, first
	case agenda > best:
		return nil, &NoMinutes{in.Document.Name}
	}
	r.found.Style, r.found.Audience = r.style.Name, r.audience
	return r, nil
}

// nearness is how much of a file its units account for, from 0 to 1: those that
// it says, and those that it says in part where their bookmark stands.
func nearness(units []unit, blocks []block) float64 {
	there, marked := map[string]int{}, map[string]block{}
	for _, b := range blocks {
		there[plainly(b.text())]++
		for _, a := range b.anchors {
			marked[a] = b
		}
	}
	shared := 0.0
	for _, u := range units {
		said := false
		for _, text := range []string{u.text(), u.label.Printed + " " + u.text()} {
			if key := plainly(text); there[key] > 0 && !said {
				there[key]--
				shared++
				said = true
			}
		}
		if b, ok := marked[u.anchor()]; ok && !said {
			shared += likeness(u, b)
		}
	}
	return 2 * shared / float64(len(units)+len(blocks)+1)
}

// anchor is the first of the places of a unit; "" for none.
func (u unit) anchor() string {
	if len(u.anchors) == 0 {
		return ""
	}
	return u.anchors[0]
}

// plainly is a text without the number of a page behind it, as it is compared.
func plainly(text string) string {
	if i := strings.LastIndexByte(text, '\t'); i > 0 && strings.Trim(text[i:], "\t0123456789") == "" {
		text = text[:i]
	}
	return oneLine(text)
}

// words are those of a block as they compare with a unit: without the number in
// front of them where the unit has it apart.
func (b block) words(u unit) []styled {
	cells := slices.Clone(b.cells)
	for n := range cells {
		if n < len(u.cells) {
			cells[n] = cells[n].unlike(u.cells[n].styled)
		}
	}
	label := u.label.Printed
	if b.row || len(cells) == 0 || label == "" || b.label != "" || strings.HasPrefix(u.cells[0].text, label) {
		return cells
	}
	number, rest, ok := strings.Cut(cells[0].text, " ")
	if ok && (number == label || (isNumber(number) || u.heads() && isItemNumber(number)) && !strings.HasPrefix(u.cells[0].text, number+" ")) {
		cells[0] = cells[0].slice(len(cells[0].text)-len(rest), len(cells[0].text))
	}
	return cells
}

// isNumber says whether a word may be the number of a paragraph: "3.2", "12.4A".
func isNumber(word string) bool {
	word = strings.TrimRight(word, ".)")
	return strings.Contains(word, ".") && strings.Trim(word, "0123456789.ABCDEFGH") == "" && strings.ContainsFunc(word, unicode.IsDigit)
}

// isItemNumber says whether a word may be the number of an item: "3.", "12A.".
func isItemNumber(word string) bool {
	digits := strings.TrimRight(strings.TrimSuffix(word, "."), "ABCDEFGH")
	return strings.HasSuffix(word, ".") && digits != "" && strings.Trim(digits, "0123456789") == ""
}

// says says whether a block says what a unit did.
func says(u unit, b block) bool {
	return u.row == b.row && plainly(u.text()) == plainly(joinedCells(b.words(u), func(c styled) string { return c.text }))
}

// likeness is how alike a unit and a block are.
func likeness(u unit, b block) float64 {
	return diff.Likeness(u.text(), joinedCells(b.words(u), func(c styled) string { return c.text }))
}

// match finds what became of each unit.
func (r *reader) match() {
	r.splitNames()
	r.of, r.from = slices.Repeat([]int{-1}, len(r.units)), slices.Repeat([]int{-1}, len(r.blocks))
	marked := r.marked()
	r.pairIf(marked, says)
	r.sameWords(func(i int) bool { return len(marked[i]) == 0 })
	r.drifted(marked)
	r.pairIf(marked, func(unit, block) bool { return true })
	r.sameWords(func(int) bool { return true })
	r.alike()
	r.retitled()
	if !slices.ContainsFunc(marked, func(at []int) bool { return len(at) > 0 }) {
		r.asMany()
	}
}

func (r *reader) pair(unit, block int) { r.of[unit], r.from[block] = block, unit }

// marked are the blocks that bear the bookmark of each unit.
func (r *reader) marked() [][]int {
	by := map[string][]int{}
	for j, b := range r.blocks {
		for _, a := range b.anchors {
			by[a] = append(by[a], j)
		}
	}
	out := make([][]int, len(r.units))
	for i, u := range r.units {
		for _, a := range u.anchors {
			out[i] = append(out[i], by[a]...)
		}
	}
	return out
}

// pairIf pairs units with the blocks that bear their bookmarks, those most alike
// first.
func (r *reader) pairIf(marked [][]int, ok func(unit, block) bool) {
	type pair struct {
		unit, block int
		like        float64
	}
	var pairs []pair
	for i, list := range marked {
		for _, j := range list {
			if r.of[i] < 0 && r.from[j] < 0 && ok(r.units[i], r.blocks[j]) {
				pairs = append(pairs, pair{i, j, likeness(r.units[i], r.blocks[j])})
			}
		}
	}
	slices.SortStableFunc(pairs, func(a, b pair) int {
		switch {
		case a.like > b.like:
			return -1
		case a.like < b.like:
			return 1
		}
		return 0
	})
	for _, p := range pairs {
		if r.of[p.unit] < 0 && r.from[p.block] < 0 {
			r.pair(p.unit, p.block)
		}
	}
}

// drifted pairs a unit with a block close by that says the very same, where its
// bookmark slid to one that does not.
func (r *reader) drifted(marked [][]int) {
	const close = 2
	for i, u := range r.units {
		if r.of[i] >= 0 || len(marked[i]) == 0 || likeness(u, r.blocks[marked[i][0]]) > 0.3 {
			continue
		}
		for j := max(0, marked[i][0]-close); j <= min(len(r.blocks)-1, marked[i][0]+close); j++ {
			if r.from[j] < 0 && says(u, r.blocks[j]) {
				r.pair(i, j)
				break
			}
		}
	}
}

// sameWords pairs what says the same, in order first and then wherever it is.
func (r *reader) sameWords(wanted func(i int) bool) {
	units, a := r.unitsLeft(wanted)
	blocks, b := r.blocksLeft(a)
	for _, s := range diff.Of(a, b) {
		if s.Mark == diff.Same && r.fits(units[s.A], blocks[s.B]) {
			r.pair(units[s.A], blocks[s.B])
		}
	}
	for n, i := range units {
		if r.of[i] >= 0 || r.units[i].about.sort == noSubject {
			continue
		}
		for m, j := range blocks {
			if r.from[j] < 0 && a[n] == b[m] && r.fits(i, j) {
				r.pair(i, j)
				break
			}
		}
	}
}

// keyed is a text by which the same is found: that of a row is never a
// paragraph's.
func keyed(row bool, text string) string {
	if row {
		return "\x00" + plainly(text)
	}
	return plainly(text)
}

// unitsLeft are the units that are not paired yet, with their words.
func (r *reader) unitsLeft(wanted func(i int) bool) (units []int, words []string) {
	for i, u := range r.units {
		if r.of[i] < 0 && wanted(i) {
			units, words = append(units, i), append(words, keyed(u.row, u.text()))
		}
	}
	return units, words
}

// blocksLeft are the blocks that are not paired yet, with their words, without
// the number in front of them where so they are among those known.
func (r *reader) blocksLeft(known []string) (blocks []int, words []string) {
	for j, b := range r.blocks {
		if r.from[j] >= 0 {
			continue
		}
		key := keyed(b.row, b.text())
		if !slices.Contains(known, key) {
			key = keyed(b.row, withoutLabel(b.text()))
		}
		blocks, words = append(blocks, j), append(words, key)
	}
	return blocks, words
}

// retitled pairs the heading of an item with the one that stands in its place
// under quite another title.
func (r *reader) retitled() {
	looks := map[string]bool{}
	for i, u := range r.units {
		if r.of[i] >= 0 && u.heads() {
			looks[r.blocks[r.of[i]].style] = true
		}
	}
	// What stands below a heading says more of whose it is than what stands above.
	for i, u := range r.units {
		if k := i + 1; r.of[i] < 0 && u.heads() && k < len(r.units) && r.of[k] >= 0 {
			r.inPlace(i, r.headingOf(k, looks), looks)
		}
	}
	for i, u := range r.units {
		if k := i - 1; r.of[i] < 0 && u.heads() && k >= 0 && r.of[k] >= 0 {
			r.inPlace(i, r.of[k]+1, looks)
		}
	}
}

// headingOf is the block that may be the heading above what was first in an item:
// what is new in front of that is passed over.
func (r *reader) headingOf(first int, looks map[string]bool) int {
	j := r.of[first] - 1
	for !r.units[first].heads() && j > 0 && r.from[j] < 0 && !r.headed(j, looks) {
		j--
	}
	return j
}

// heads says whether a unit is the heading of an item.
func (u unit) heads() bool { return u.about.sort == anItem && u.first }

// inPlace pairs the heading of an item with a block that is not paired yet and
// looks as such headings do.
func (r *reader) inPlace(i, j int, looks map[string]bool) {
	if j >= 0 && j < len(r.blocks) && r.from[j] < 0 && r.headed(j, looks) {
		r.pair(i, j)
	}
}

// headed says whether a block looks as headings of items do, and not as that of
// a table which is new.
func (r *reader) headed(j int, looks map[string]bool) bool {
	b := r.blocks[j]
	return !r.headsTable(j) && (looks[b.style] || b.kind == read.Heading)
}

// asMany pairs what is left one by one where as many paragraphs as there were
// stand between the same neighbours: without bookmarks nothing tells better what
// was written over and what is new.
func (r *reader) asMany() {
	for i := 0; i < len(r.units); i++ {
		if r.of[i] >= 0 {
			continue
		}
		from, to := r.between(i)
		n := i
		for n < len(r.units) && r.of[n] < 0 {
			n++
		}
		if to-from-1 == n-i && !slices.ContainsFunc(r.from[from+1:to], func(unit int) bool { return unit >= 0 }) {
			for k := range n - i {
				if r.units[i+k].row == r.blocks[from+1+k].row && r.fits(i+k, from+1+k) {
					r.pair(i+k, from+1+k)
				}
			}
		}
		i = n
	}
}

// headsTable says whether a block stands before a table that is new: as the
// heading of the log of the first action that was added does, which the house
// style makes by itself.
func (r *reader) headsTable(j int) bool {
	return j+1 < len(r.blocks) && r.blocks[j+1].row && r.from[j+1] < 0
}

// introduces says whether a block begins with what the house style sets before
// what a unit tells of: "Venue:", "Action 4:".
func (u unit) introduces(b block) bool {
	if len(u.cells) != 1 || len(u.cells[0].parts) == 0 {
		return false
	}
	label := u.cells[0].text[:u.cells[0].parts[0].from]
	if u.about.sort == anEntry && !strings.ContainsFunc(label, unicode.IsDigit) {
		return false
	}
	return len(label) > 3 && strings.HasPrefix(b.text(), label)
}

// fits says whether a block may be what became of a unit: the list of contents
// says the same as headings do.
func (r *reader) fits(i, j int) bool {
	listed := r.units[i].region == inContents
	return listed == contentsStyle(r.blocks[j].style) || r.blocks[j].style == ""
}

// contentsStyle says whether a paragraph is of the list of contents.
func contentsStyle(style string) bool {
	style = strings.ToLower(strings.ReplaceAll(style, " ", ""))
	return strings.HasPrefix(style, "toc") || strings.HasPrefix(style, "contents")
}

// withoutLabel is a text without the number that it begins with.
func withoutLabel(text string) string {
	i := strings.IndexFunc(text, unicode.IsSpace)
	if i <= 0 || !strings.ContainsFunc(text[:i], unicode.IsDigit) || strings.ContainsFunc(text[:i], unicode.IsLower) {
		return text
	}
	return text[i+1:]
}

// alike pairs what is left with what is like it and stands between the same
// neighbours.
func (r *reader) alike() {
	for i, u := range r.units {
		if r.of[i] >= 0 {
			continue
		}
		from, to := r.between(i)
		best, most := -1, 0.4
		if u.about.sort == noSubject {
			most = 0.6
		}
		for j := from + 1; j < to; j++ {
			if r.from[j] >= 0 || r.blocks[j].row != u.row || !r.fits(i, j) {
				continue
			}
			l := likeness(u, r.blocks[j])
			if u.introduces(r.blocks[j]) {
				l = 1
			}
			if l > most {
				best, most = j, l
			}
		}
		if best >= 0 {
			r.pair(i, best)
		}
	}
}

// between are the blocks of the nearest units on either side that are paired.
func (r *reader) between(i int) (from, to int) {
	from, to = -1, len(r.blocks)
	for k := i - 1; k >= 0 && from < 0; k-- {
		from = r.of[k]
	}
	for k := i + 1; k < len(r.units); k++ {
		if r.of[k] > from {
			return from, r.of[k]
		}
	}
	return from, to
}
