package read

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"minutebook/model/pattern"
)

// wrapping is how the lines of a text were broken.
type wrapping struct {
	// width is how long lines get; 0 where every paragraph is one line.
	width int
	// loose says that lines were broken by the width of their letters rather
	// than by their number, so that some are shorter than they need to be.
	loose bool
}

// The lengths of lines in columns: nothing is wrapped to less than narrowest,
// and a line of prose beyond widest was not wrapped at all.
const (
	narrowest = 50
	widest    = 130
)

var columnGap = pattern.Of(`\S(?: {3,}|\t)\s*\S`)

// usual is the width that texts are wrapped to where they do not show another,
// and nearly how long the longest line of such a text is.
const usual, nearly = 80, 72

// brokenLine is a line that goes on in the next.
type brokenLine struct{ first, second textLine }

// wrapOf finds how the lines of a text were broken: from those that go on in
// small letters in the next, or hang below the words of a point.
func wrapOf(lines []textLine) wrapping {
	var prose []int // how long lines are
	var found []brokenLine
	width, longest := 0, 0
	for i, l := range lines {
		if l.blank() || l.page || l.words[0] == '|' || columnGap.MatchString(unlabelled(l.words)) {
			continue
		}
		prose = append(prose, l.columns())
		longest = max(longest, l.columns())
		if i+1 < len(lines) && goesOn(l, lines[i+1]) {
			found = append(found, brokenLine{l, lines[i+1]})
			width = max(width, l.columns())
		}
	}
	if len(found) == 0 {
		if longest >= nearly && longest <= usual {
			return wrapping{width: usual}
		}
		return wrapping{}
	}
	longer := count(prose, func(n int) bool { return n > width })
	if longer*10 > len(prose) {
		return wrapping{}
	}
	short := count(found, func(b brokenLine) bool { return b.first.columns()+1+firstWord(b.second.words) <= width })
	return wrapping{width: width, loose: short*10 > len(found)}
}

// count is how many of all are so.
func count[T any](all []T, so func(T) bool) (n int) {
	for _, one := range all {
		if so(one) {
			n++
		}
	}
	return n
}

// goesOn says whether a line surely goes on in the next.
func goesOn(l, next textLine) bool {
	if next.blank() || next.page || l.ended || l.columns() < narrowest || l.columns() > widest || sentenceEnd(l.words) {
		return false
	}
	bare := unlabelled(l.words)
	hangs := len(bare) < len(l.words) && next.indent == l.columns()-utf8.RuneCountInString(bare) && !starts(next, false)
	return hangs || lower(next.words)
}

// textParagraph is a paragraph as far as it is read.
type textParagraph struct {
	first, last textLine
	words       []string
	// hang is how far in its words begin, quoted that it stands in a quotation.
	hang   int
	quoted bool
}

// continues says whether the next line goes on with a paragraph.
func (r *textReader) continues(p textParagraph, next textLine) bool {
	l := p.last
	switch {
	case r.wrap.width == 0, l.ended, next.blank(), next.page:
		return false
	case starts(next, r.letters[next.number]) && !p.within(next):
		return false
	case next.indent != l.indent && (next.indent != p.hang && next.indent != l.indent+2 || next.indent < l.indent):
		return false
	case p.named(next):
		return false
	}
	return r.wrap.within(l, next)
}

// within says whether marks that would begin something of its own do not: in a
// quotation all lines have them, and a bar parts the cells of a row that hangs.
func (p textParagraph) within(next textLine) bool {
	return p.quoted && quote.MatchString(next.words) ||
		strings.HasPrefix(next.words, "|") && next.indent > p.first.indent && strings.Contains(p.first.words, " | ")
}

// named says whether the next line is more likely the next of a list of names
// than the end of a paragraph: a list of names has no full stops, and no line
// of it hangs.
func (p textParagraph) named(next textLine) bool {
	return len(p.words) == 1 && p.hang == p.first.indent && next.indent == p.first.indent && !shouted(next.words) &&
		upperFirst(next.words) && !sentenceEnd(next.words) && !open(p.last.words) && next.columns() < narrowest
}

// open says whether more must follow words: they end in a word that never ends
// anything, or in brackets.
func open(words string) bool {
	if strings.Count(words, "(") > strings.Count(words, ")") {
		return true
	}
	last := words[strings.LastIndexByte(words, ' ')+1:]
	return strings.HasSuffix(last, "-") || followed[strings.ToLower(last)]
}

var followed = map[string]bool{"a": true, "an": true, "the": true, "of": true, "and": true, "or": true, "to": true, "in": true, "on": true, "at": true,
	"by": true, "for": true, "from": true, "with": true, "that": true, "is": true, "was": true, "be": true, "mr": true, "mrs": true, "ms": true, "dr": true}

// within says whether the next line, if it may, goes on with line l, which had
// no room for more.
func (w wrapping) within(l, next textLine) bool {
	switch {
	case w.width == 0, columnGap.MatchString(unlabelled(l.words)), columnGap.MatchString(next.words):
		return false
	case shouted(l.words) && !shouted(next.words):
		return false
	}
	need := l.columns() + 1 + firstWord(next.words)
	if need > w.width {
		return true
	}
	return w.loose && need*10 > w.width*8 && (lower(next.words) || !sentenceEnd(l.words))
}

// unlabelled is a line without the number or mark that it begins with.
func unlabelled(words string) string {
	if m := bullet.FindString(words); m != "" {
		words = words[len(m):]
	}
	words = strings.Replace(words, `\.`, ".", 1)
	return words[labelLength(words, true):]
}

// starts says whether a line by its marks begins something of its own.
func starts(l textLine, lettered bool) bool {
	words := l.words
	switch {
	case strings.HasPrefix(words, "|"), strings.HasPrefix(words, "<!--"), strings.HasPrefix(words, "```"):
		return true
	case aRule.MatchString(words), attributes.MatchString(words), picture.MatchString(words), quote.MatchString(words):
		return true
	case aHeading.MatchString(words), bullet.MatchString(words), markupStart.MatchString(words):
		return true
	}
	words = strings.Replace(strings.TrimLeft(words, "*_"), `\.`, ".", 1)
	return labelLength(words, lettered) > 0
}

// lower says whether words begin in a small letter.
func lower(words string) bool {
	c, _ := utf8.DecodeRuneInString(strings.TrimLeft(words, `"'“‘([*_`))
	return unicode.IsLower(c)
}

// upperFirst says whether words begin in a capital letter.
func upperFirst(words string) bool {
	c, _ := utf8.DecodeRuneInString(words)
	return unicode.IsUpper(c)
}

// shouted says whether words are in capitals.
func shouted(words string) bool {
	return strings.ContainsFunc(words, unicode.IsUpper) && !strings.ContainsFunc(words, unicode.IsLower)
}

// sentenceEnd says whether words end a sentence.
func sentenceEnd(words string) bool {
	words = strings.TrimRight(words, `"'”’)]*_ `)
	return words == "" || strings.ContainsRune(".!?:;", rune(words[len(words)-1]))
}

func firstWord(words string) int {
	word, _, _ := strings.Cut(words, " ")
	return utf8.RuneCountInString(word)
}
