package recognise

import (
	"slices"
	"strconv"
	"strings"

	"minutebook/model/minutes/read"
)

func sorted(places []int) []int {
	slices.Sort(places)
	return slices.Compact(places)
}

// sequences finds numbers that only their order tells from words ("124/17",
// "3 Finance"), items that begin in the middle of a line, and titles that run
// into the first sentence.
func (r *reader) sequences() {
	r.years()
	r.bareNumbers()
	r.capitals()
	for _, c := range r.chains() {
		r.inGaps(c)
	}
	r.each((*line).atCuts)
	if c, ok := r.leadingChain(); ok {
		r.headed(c)
	}
	r.each((*line).atCuts)
}

// atCuts cuts a line where a sequence was found to go on, or a title to end.
func (l *line) atCuts() []*line {
	if l.cutAt == 0 {
		return nil
	}
	at, num, rest := l.cutAt, l.cutNum, l.cutRest
	l.cutAt, l.cutNum = 0, numeral{}
	parts := l.at(at)
	if len(parts) < 2 {
		return nil
	}
	if num.shape != "" {
		parts[1].marked(num, rest)
	} else {
		parts[1].unmark()
	}
	return parts
}

// years takes references such as "124/17", or "17/124", where at least two follow
// one another, from before the words.
func (r *reader) years() {
	r.byYear(numeralOf, 1)
	r.byYear(yearFirst, 2)
}

// byYear takes references from before the words, read so, where at least so many
// follow another of their year.
func (r *reader) byYear(reads func(string) numeral, least int) {
	type found struct {
		l    *line
		num  numeral
		rest int
	}
	byYear := map[string][]found{}
	for _, l := range r.lines {
		if l.mark != "" || l.kind == read.Matter {
			continue
		}
		word, rest := firstToken(l.raw())
		if num := reads(word); num.year != "" {
			byYear[num.year] = append(byYear[num.year], found{l, num, rest})
		}
	}
	for _, all := range byYear {
		steps := 0
		for i := 1; i < len(all); i++ {
			if step := all[i].num.n() - all[i-1].num.n(); step > 0 && step < 4 {
				steps++ // one between them may be mistyped
			}
		}
		if steps < least || 2*steps < len(all) && steps < 3 {
			continue
		}
		for _, f := range all {
			f.l.marked(f.num, f.rest)
		}
	}
}

// yearFirst reads a reference that has its year before its number: "22/101".
func yearFirst(word string) numeral {
	year, number, _ := strings.Cut(word, "/")
	if n := figure(number, 4); n > 0 && figure(year, 4) > 0 && (len(year) == 2 || len(year) == 4) {
		return numeral{"n/y", []int{n}, year}
	}
	return numeral{}
}

// bareNumbers takes numbers without any sign ("3 Finance") from before the
// words, where the lines have them one after another. They may begin again.
func (r *reader) bareNumbers() {
	var some []int
	end := func() {
		run := r.longest(some)
		keep := r.runs(run)
		for _, i := range some {
			l := r.lines[i]
			num := l.num
			l.num = numeral{}
			if keep && slices.Contains(run, i) {
				_, rest := firstToken(l.raw())
				l.marked(num, rest)
			}
		}
		some = nil
	}
	for i, l := range r.lines {
		num := l.bareNumber()
		if num.n() == 0 {
			continue
		}
		if num.n() == 1 && len(some) > 0 && r.lines[some[len(some)-1]].num.n() > 1 {
			end()
		}
		l.num = num
		some = append(some, i)
	}
	end()
}

// bareNumber is the number that the words of the line begin with, before a
// capital or a few words; none for a day.
func (l *line) bareNumber() numeral {
	if l.mark != "" || l.kind == read.Matter || l.text == "" || l.text[0] < '0' || l.text[0] > '9' {
		return numeral{}
	}
	word, rest := firstToken(l.raw())
	num := numeralOf(word)
	if num.shape != "n" || rest >= len(l.raw()) {
		return numeral{}
	}
	ts := wordsIn(l.raw()[rest:], 6)
	if monthCalled(strings.ToLower(ts[0].bare())) > 0 || !ts[0].capital() && (len(ts) > 4 || !l.short() || sentence(l.text)) {
		return numeral{}
	}
	return num
}

// runs says whether bare numbers that follow one another are those of items: at
// least three from 1 on, two of them that stand by themselves, or three from
// another on; titles that agendas have tell the last two from what is counted.
// A list that a sentence leads up to has none.
func (r *reader) runs(run []int) bool {
	if len(run) < 2 || run[0] > 0 && strings.HasSuffix(r.lines[run[0]-1].text, ":") && sentence(r.lines[run[0]-1].text) {
		return false
	}
	first, last := r.lines[run[0]].num.n(), r.lines[run[len(run)-1]].num.n()
	missing := last - first + 1 - len(run)
	if first == 1 && missing == 0 && len(run) > 2 {
		return true
	}
	apart, usual := r.titles(run)
	if first == 1 && missing == 0 {
		return apart == len(run) && usual > 0
	}
	return apart == len(run) && usual > 1 && len(run) > 2 && 2*missing < len(run)
}

// titles counts the lines that stand by themselves as titles do, and those among
// them that most agendas have.
func (r *reader) titles(at []int) (apart, usual int) {
	for _, i := range at {
		l := r.lines[i]
		if !l.short() || !l.gap && (i == 0 || !r.lines[i-1].gap) {
			continue
		}
		apart++
		if usualTitle(l.text) {
			usual++
		}
	}
	return apart, usual
}

// capitals takes letters ("A. Contracts") from before the words, where at least
// three lines have them, some one after another, and they are no initials of
// people.
func (r *reader) capitals() {
	var run []*line
	last, steps, long := 0, 0, 0
	for _, l := range r.lines {
		n := l.capital(last)
		if n == 0 {
			continue
		}
		if n > 1 {
			steps++
		}
		if words := len(wordsIn(l.text, 6)); words > 5 || words > 3 && !strings.Contains(l.text, ",") {
			long++
		}
		last = n
		run = append(run, l)
	}
	if len(run) < 3 || steps == 0 || long*2 < len(run) {
		return
	}
	for _, l := range run {
		word, rest := firstToken(l.raw())
		l.marked(numeralOf(word), rest)
	}
}

// capital is the number of the letter that the line begins with, where it is A
// or follows last; 0 for any other line.
func (l *line) capital(last int) int {
	if l.mark != "" || l.kind == read.Matter || len(l.text) < 4 || l.text[0] < 'A' || l.text[0] > 'Z' {
		return 0
	}
	raw := l.raw()
	word, rest := firstToken(raw)
	num := numeralOf(word)
	if num.shape != "A." && num.shape != "A)" || rest >= len(raw) || num.n() != 1 && num.n() != last+1 {
		return 0
	}
	return num.n()
}

// chain are lines whose numbers are of one shape and follow one another.
type chain struct {
	shape string
	at    []int // places among the lines, in order
}

// chains are the longest sequences of numbers, one of each shape that items may
// have.
func (r *reader) chains() []chain {
	byShape := map[string][]int{}
	var shapes []string
	for i, l := range r.lines {
		shape := l.num.shape
		if l.num.deep() || shape == "" || l.num.bullet() || l.num.n() == 0 {
			continue
		}
		if len(byShape[shape]) == 0 {
			shapes = append(shapes, shape)
		}
		byShape[shape] = append(byShape[shape], i)
	}
	chains := make([]chain, 0, len(shapes))
	for _, shape := range shapes {
		chains = append(chains, chain{shape, r.longest(byShape[shape])})
	}
	return chains
}

// ranks are the shapes of numbers before titles that may run into a sentence,
// with how many there must be.
var ranks = map[string]int{"n/y": 2, "item n": 2, "n.": 2, "n": 3, "n)": 4}

// leadingChain is the sequence that numbers the items, where there is one.
func (r *reader) leadingChain() (chain, bool) {
	chains := r.chains()
	best, weight := chain{}, 0
	for _, c := range chains {
		if ranks[c.shape] == 0 || len(c.at) < ranks[c.shape] {
			continue
		}
		total := 0
		for _, i := range c.at {
			total += r.weight(r.lines[i])
		}
		if c.shape == "n/y" {
			total *= 4
		}
		if total > weight {
			best, weight = c, total
		}
	}
	return best, weight > 0
}

// longest is the longest sequence of numbers among lines of one shape, in which
// one or two may be missing. Headings count for more than sentences.
func (r *reader) longest(at []int) []int {
	type end struct{ weight, i, prev int }
	ends := make([]end, len(at))
	last := map[int]int{} // number -> the heaviest sequence that ends with it
	best := -1
	for k, i := range at {
		l := r.lines[i]
		e := end{r.weight(l), i, -1}
		before := 0
		for step := 1; step <= 3; step++ {
			if p, ok := last[l.num.n()-step]; ok && ends[p].weight-2*step > before {
				before, e.prev = ends[p].weight-2*step, p
			}
		}
		e.weight += before
		ends[k] = e
		if p, ok := last[l.num.n()]; !ok || ends[p].weight <= e.weight {
			last[l.num.n()] = k
		}
		if best < 0 || e.weight >= ends[best].weight {
			best = k
		}
	}
	var out []int
	for k := best; k >= 0; k = ends[k].prev {
		out = append(out, ends[k].i)
	}
	slices.Reverse(out)
	return out
}

// weight is how much a numbered line looks like the heading of an item.
func (r *reader) weight(l *line) int {
	w := 4
	if l.kind == read.Heading || l.bold || l.upper {
		w += 6
	}
	if l.short() || l.text == "" && l.table > 0 {
		w += 4
	}
	if titleEnd(l.text) > 0 {
		w += 2
	}
	return max(1, w-l.indent/4)
}

// short says whether the words are as few as those of a heading and end no
// sentence.
func (l *line) short() bool {
	if l.text == "" || len(l.text) > 160 {
		return false
	}
	ts := wordsIn(l.text, longestTitle)
	last := ts[len(ts)-1]
	return len(ts) <= 20 && !last.ends() && !strings.HasSuffix(last.text, ";") && !strings.HasSuffix(last.text, ",")
}

// inGaps cuts a line where the item begins in its middle whose number is
// missing between two others, and takes a mistyped number for it.
func (r *reader) inGaps(c chain) {
	for k := 1; k < len(c.at); k++ {
		from, to := c.at[k-1], c.at[k]
		a, b := r.lines[from].num, r.lines[to].num
		if b.n() != a.n()+2 {
			continue
		}
		if r.mistyped(from, to, a) {
			continue
		}
		for i := to - 1; i >= from; i-- {
			l := r.lines[i]
			if place, num, rest := within(l.raw(), a); place > 0 && l.cutAt == 0 {
				l.cutAt, l.cutNum, l.cutRest = place, num, rest-place
				break
			}
		}
	}
}

// within is where, behind a sentence, the number after a stands in running
// text before a capital, and where the words behind it begin.
func within(raw string, a numeral) (place int, num numeral, rest int) {
	ts := wordsIn(raw, 0)
	for i := 1; i+1 < len(ts); i++ {
		if !ts[i-1].ends() || !ts[i+1].capital() {
			continue
		}
		num := numeralOf(ts[i].text)
		if num.shape == a.shape && num.year == a.year && num.n() == a.n()+1 {
			return ts[i].at, num, ts[i+1].at
		}
	}
	return 0, numeral{}, 0
}

// mistyped takes the number of a line between two items, that is missing there
// but for one sign, for it.
func (r *reader) mistyped(from, to int, a numeral) bool {
	if a.year == "" {
		return false
	}
	for i := from + 1; i < to; i++ {
		l := r.lines[i]
		if l.mark != "" {
			continue
		}
		word, rest := firstToken(l.raw())
		want := strconv.Itoa(a.n()+1) + "/" + a.year
		if strings.Trim(word, "0123456789/") == "" && rest < len(l.raw()) && nearly(word, want) {
			l.marked(numeral{a.shape, []int{a.n() + 1}, a.year}, rest)
			return true
		}
	}
	return false
}

// nearly says whether two words differ in one sign.
func nearly(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 || a == "" {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) == len(b) {
		return a[min(i+1, len(a)):] == b[min(i+1, len(b)):]
	}
	return a[i:] == b[i+1:]
}

// headed cuts the lines of a sequence where the title runs into a sentence, if
// most of them are titles.
func (r *reader) headed(c chain) {
	ends := make([]int, len(c.at))
	titles := 0
	for k, i := range c.at {
		l := r.lines[i]
		ends[k] = l.titleEnd()
		if ends[k] > 0 || l.short() {
			titles++
		}
	}
	if titles < 2 || titles*3 < len(c.at)*2 {
		return
	}
	for k, i := range c.at {
		r.lines[i].cutAt = ends[k]
	}
}

// titleEnd is where, in the words of a numbered line, the title ends: with the
// bold, or with the first sentence.
func (l *line) titleEnd() int {
	if end := l.boldEnd(); end > 0 {
		return end
	}
	return titleEnd(l.raw())
}

// boldEnd is where the bold at the beginning ends; 0 where there is none, or
// where all is bold.
func (l *line) boldEnd() int {
	end := 0
	for _, s := range l.spans {
		if !s.Bold && strings.TrimSpace(s.Text) != "" {
			break
		}
		end += len(s.Text)
	}
	raw := l.raw()
	if end == 0 || end >= len(raw) || strings.TrimSpace(raw[:end]) == "" || strings.TrimSpace(raw[end-1:end+1]) == raw[end-1:end+1] {
		return 0 // all, or half a word
	}
	return end
}
