package recognise

import (
	"strings"

	"minutebook/model"
	"minutebook/model/minutes/read"
)

// split tells apart what stands in one block: the lines of it, the points of a
// list that runs on, and items with what was said of them. It goes by the text
// alone, so that places stay when the document is read again.
func (r *reader) split() {
	r.each((*line).atBreaks)
	for _, l := range r.lines {
		l.number()
	}
	r.each((*line).atPoints)
	r.sequences()
	r.each(taskParts(asteriskTasks(r.lines)))
	r.each((*line).atLabels)
	for i, l := range r.lines {
		if i > 0 && l.Block == r.lines[i-1].Block && l.Cell == r.lines[i-1].Cell {
			l.Part = r.lines[i-1].Part + 1
		} else {
			l.Part = 0
		}
	}
}

// each puts in the place of every line what cut makes of it; nil leaves it.
func (r *reader) each(cut func(*line) []*line) {
	out := make([]*line, 0, len(r.lines))
	for _, l := range r.lines {
		if parts := cut(l); len(parts) > 0 {
			out = append(out, parts...)
		} else {
			out = append(out, l)
		}
	}
	r.lines = out
}

// at cuts a line before the bytes of its words, in order.
func (l *line) at(places ...int) []*line {
	rest, from := l.spans, 0
	parts := make([]*line, 0, len(places)+1)
	for i, place := range append(places, -1) {
		own := rest
		if place >= 0 {
			own, rest = cutSpans(rest, place-from)
			from = place
		}
		p := *l
		if i > 0 {
			p.mark, p.num, p.gap = "", numeral{}, false
		}
		p.set(trimSpans(own))
		if p.text != "" || p.mark != "" {
			p.Source = strings.TrimSpace(p.mark + " " + p.text)
			parts = append(parts, &p)
		}
	}
	return parts
}

// raw are the words of the line as they stand in the file.
func (l *line) raw() string { return model.Words(l.spans) }

// atBreaks cuts a line where the file breaks it.
func (l *line) atBreaks() []*line {
	raw := l.raw()
	if !strings.ContainsAny(raw, "\n\v\u2028") || l.kind == read.Matter {
		return nil
	}
	var places []int
	for i, c := range raw {
		if c == '\n' || c == '\v' || c == '\u2028' {
			places = append(places, i)
		}
	}
	return l.at(places...)
}

// number takes the number or the mark from before the words of the line.
func (l *line) number() {
	if l.kind == read.Matter || l.kind == read.Rule {
		return
	}
	if l.mark != "" {
		l.num, _ = leading(l.mark + " x")
		if l.num.shape == "" {
			l.num = numeralOf(l.mark)
		}
	}
	if l.mark != "" && !l.num.bullet() {
		return
	}
	l.unmark()
	if l.num.shape == "" && l.kind == read.ListItem {
		l.num.shape = bulleted
	}
}

// unmark moves the number or the mark that the words begin with to mark.
func (l *line) unmark() {
	l.set(trimSpans(l.spans))
	raw := l.raw()
	if num, rest := leading(raw); rest > 0 && (l.mark == "" || !num.bullet()) {
		l.marked(num, rest)
	}
}

// marked has the line begin with a number that ends before that byte.
func (l *line) marked(num numeral, rest int) {
	mark, words := cutSpans(l.spans, rest)
	l.mark = strings.TrimSpace(l.mark + " " + strings.TrimSpace(model.Words(mark)))
	l.num = num
	l.set(trimSpans(words))
}

// atPoints cuts a line where the points of a list run on in it.
func (l *line) atPoints() []*line {
	places := points(l.raw(), l.num)
	if len(places) == 0 {
		return nil
	}
	parts := l.at(places...)
	for _, p := range parts {
		if p.mark == "" {
			p.unmark()
		}
	}
	return parts
}

// points are the places of the words where points begin: at bullets, and at
// numbers or letters that follow one another.
func points(raw string, own numeral) []int {
	if len(raw) < 8 {
		return nil
	}
	ts := wordsIn(raw, 0)
	places := dots(ts, own)
	runs := map[string][]int{}
	if own.shape != "" && own.n() == 1 {
		runs[own.shape] = []int{-1}
	}
	for i, t := range ts {
		if i+1 < len(ts) && !ts[i+1].small() {
			follow(runs, t)
		}
	}
	for shape, run := range runs {
		if len(run) < 2 || shape == "n." || shape == "A." || shape == "A)" {
			continue
		}
		for _, at := range run {
			if at > 0 {
				places = append(places, at)
			}
		}
	}
	return sorted(places)
}

// dots are the places of bullets among the words, where one stands behind a
// sentence or the line has a number: else they may part an address.
func dots(ts []token, own numeral) []int {
	var places []int
	certain := own.shape != ""
	for i, t := range ts {
		if i > 0 && pointSign(t.text) {
			certain = certain || ts[i-1].ends() || strings.HasSuffix(ts[i-1].text, ":")
			places = append(places, t.at)
		}
	}
	if !certain {
		return nil
	}
	return places
}

// pointSign says whether the word is the sign of a point that nothing else is.
func pointSign(word string) bool {
	return len(word) < 5 && word != "" && strings.Trim(word, "•◦▪‣●○■□∙") == ""
}

// follow adds the mark of a point to the run of its shape where it is the next.
func follow(runs map[string][]int, t token) {
	if len(t.text) > 5 {
		return
	}
	n := numeralOf(t.text)
	if n.shape == "" || n.deep() || n.year != "" || !strings.HasSuffix(n.shape, ")") && n.shape != "a." && n.shape != "i." {
		return
	}
	shape := n.shape
	if strings.Contains(shape, "i") { // i follows h too
		letters := strings.Replace(shape, "i", "a", 1)
		if inner := strings.Trim(t.text, "()."); len(inner) == 1 && len(runs[letters]) == int(inner[0]-'a') && len(runs[letters]) > 0 {
			shape, n.path = letters, []int{int(inner[0]-'a') + 1}
		}
	}
	if len(runs[shape]) == n.n()-1 {
		runs[shape] = append(runs[shape], t.at)
	}
}

// atLabels cuts a line where, behind a sentence, a label in capitals begins
// another matter: "DECISION:", "ACTION:", "RESOLVED that".
func (l *line) atLabels() []*line {
	raw := l.raw()
	if !hasAny(raw, ":", "RESOLVED ", "AGREED ") {
		return nil
	}
	var places []int
	ts := wordsIn(raw, 0)
	for i := 1; i < len(ts); i++ {
		if ts[i-1].ends() && (strings.HasSuffix(ts[i].text, ":") && labels[ts[i].bare()] || loudly(ts[i:])) {
			places = append(places, ts[i].at)
		}
	}
	if len(places) == 0 {
		return nil
	}
	return l.at(places...)
}

// loudly says whether a decision begins here, with its verb in capitals: "It was
// RESOLVED to", "RESOLVED UNANIMOUSLY that".
func loudly(ts []token) bool {
	if len(ts) > 4 && ts[0].text == "It" && ts[1].text == "was" {
		ts = ts[2:]
	}
	if len(ts) < 3 || ts[0].text != "RESOLVED" && ts[0].text != "AGREED" {
		return false
	}
	next := strings.ToLower(ts[1].bare())
	return next == "that" || next == "to" || next == "unanimously"
}

// labels begin a matter of their own behind a sentence.
var labels = set("DECISION DECISIONS ACTION ACTIONS RESOLVED RESOLUTION AGREED Action Actions Decision Decisions Resolution Resolved")
