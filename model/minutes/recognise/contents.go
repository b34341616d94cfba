package recognise

import (
	"strings"
)

// contents drops a list of contents: titles that stand again further down,
// under a heading that says so or with the numbers of their pages.
func (r *reader) contents() {
	last := map[string]int{}
	for i, l := range r.lines {
		if !l.taken() {
			last[titleKey(l.text)] = i
		}
	}
	for i := 0; i < len(r.lines); i++ {
		l := r.lines[i]
		if l.taken() || !contentsHeading(l.text) {
			continue
		}
		end := r.contentsEnd(i+1, last)
		if end == i+1 {
			continue
		}
		for k := i; k < end; k++ {
			if !r.lines[k].taken() {
				r.lines[k].drop(0.95, "contents")
			}
		}
		i = end
	}
}

// contentsHeading says whether the words head a list of contents.
func contentsHeading(text string) bool {
	switch strings.Trim(strings.ToLower(text), " :") {
	case "contents", "table of contents", "content", "list of contents", "in this document", "on this page":
		return true
	}
	return false
}

// contentsEnd is where the titles end that stand again below, or have a page.
func (r *reader) contentsEnd(from int, last map[string]int) int {
	end, misses := from, 0
	for k := from; k < len(r.lines) && misses < 2; k++ {
		l := r.lines[k]
		if l.taken() {
			continue
		}
		switch at, again := last[titleKey(l.text)]; {
		case again && at > k, leader(l.text), strings.EqualFold(l.text, "toc"):
			end, misses = k+1, 0
		default:
			misses++
		}
		if at := last[titleKey(l.text)]; at == k && misses > 0 {
			break
		}
	}
	return end
}

// titleKey is a title without number, page and look.
func titleKey(text string) string {
	text = strings.ToLower(strings.TrimRight(text, " .0123456789"))
	if _, rest := leading(text); rest > 0 {
		text = text[rest:]
	}
	return strings.Join(strings.Fields(strings.Trim(text, " .:")), " ")
}

// leader says whether dots lead to a number at the end of the line.
func leader(text string) bool {
	rest := strings.TrimRight(text, "0123456789")
	return len(rest) < len(text) && (strings.HasSuffix(strings.TrimRight(rest, " "), "....") || strings.HasSuffix(strings.TrimRight(rest, " "), "……"))
}

// agenda drops an agenda that stands in the file before the minutes: what is to
// be done, which the minutes then say again.
func (r *reader) agenda() {
	start, end := r.agendaLines()
	if end-start < 4 {
		return
	}
	later := map[string]bool{}
	for _, l := range r.lines[end:] {
		if len(l.text) < 120 {
			for _, w := range keyWords(l.text) {
				later[w] = true
			}
		}
	}
	said, all := 0, 0
	for _, l := range r.lines[start:end] {
		words := keyWords(l.text)
		if l.taken() || len(words) == 0 {
			continue
		}
		if len(l.text) > 200 {
			return
		}
		all++
		if known := howMany(words, later); known*2 > len(words) {
			said++
		}
	}
	if said < 3 || said*5 < all*3 {
		return
	}
	for _, l := range r.lines[start:end] {
		if !l.taken() {
			l.drop(0.8, "agenda")
		}
	}
}

// agendaLines are where an agenda begins, and where the minutes do.
func (r *reader) agendaLines() (start, end int) {
	for i, l := range r.lines {
		if l.As == Dropped {
			continue
		}
		low := strings.ToLower(l.text)
		switch {
		case start == 0 && (low == "agenda" || hasAny(low, "summoned to", "are summoned", "notice is hereby given")):
			start = i + 1
			if low == "agenda" {
				start = i
			}
		case start == 0:
		case i > start && minutesBegin(low):
			return start, i
		case len(low) > 400:
			return 0, 0
		}
	}
	return 0, 0
}

// minutesBegin says whether a line begins minutes rather than an agenda.
func minutesBegin(low string) bool {
	return beginsAny(low, "date held", "present", "attendance", "attendees", "in attendance", "members present", "those present", "minutes of the meeting", "minutes of a meeting")
}

// keyWords are the words of a title that say what it is about.
func keyWords(text string) []string {
	var words []string
	for _, t := range wordsIn(strings.ToLower(text), 20) {
		if w := t.bare(); len(w) > 3 {
			words = append(words, w)
		}
	}
	return words
}

func howMany(words []string, among map[string]bool) int {
	n := 0
	for _, w := range words {
		if among[w] {
			n++
		}
	}
	return n
}
