package read

import (
	"strings"
	"unicode/utf8"

	"minutebook/model"
	"minutebook/model/pattern"
)

// text reads plain text, with the marks of Markdown and the remnants of HTML
// that text copied from elsewhere has.
func text(name string, data []byte) (Document, error) {
	words, err := decode(name, data, "")
	if err != nil {
		return Document{}, err
	}
	d := Document{Name: name, Format: PlainText}
	lines := unquoted(textLines(words))
	r := &textReader{doc: &d, wrap: wrapOf(lines), letters: lettered(lines), patience: patience}
	lines = r.frontMatter(lines)
	d.Blocks = append(d.Blocks, r.blocks(lines)...)
	return d, nil
}

// textLine is a line of a text.
type textLine struct {
	// number counts from 1.
	number int
	// words are the line without the space around it, indent how far in it
	// begins; raw is all of it.
	words, raw string
	indent     int
	// ended says that a mark ends the line here: what follows is another.
	ended bool
	// page says that a page ends here; such a line has no words.
	page bool
}

func (l textLine) blank() bool { return l.words == "" && !l.page }

// columns is how wide the line is.
func (l textLine) columns() int { return l.indent + utf8.RuneCountInString(l.words) }

const tab = 4

// textLines are the lines of a text.
func textLines(s string) []textLine {
	var lines []textLine
	for i, raw := range strings.Split(s, "\n") {
		parts := strings.Split(raw, "\f")
		for j, part := range parts {
			if j > 0 {
				lines = append(lines, textLine{number: i + 1, page: true})
			}
			if part == "" && len(parts) > 1 {
				continue
			}
			lines = append(lines, newTextLine(i+1, part))
		}
	}
	return lines
}

func newTextLine(number int, raw string) textLine {
	l := textLine{number: number, raw: raw, words: strings.TrimSpace(raw)}
	for _, c := range raw {
		if c == '\t' {
			l.indent += tab - l.indent%tab
			continue
		}
		if c != ' ' {
			break
		}
		l.indent++
	}
	l.ended = strings.HasSuffix(raw, "  ")
	if rest, ok := strings.CutSuffix(l.words, `\`); ok && !strings.HasSuffix(rest, `\`) {
		l.words, l.ended = strings.TrimSpace(rest), true
	}
	return l
}

// textReader makes blocks of lines.
type textReader struct {
	doc *Document
	// wrap is how the lines were broken, letters the lines that a capital letter
	// numbers.
	wrap    wrapping
	letters map[int]bool
	tables  int
	depth   int
	// patience is how many lines may yet be looked at for the end of something
	// that turns out to have none.
	patience int
	run
}

// run is what is read of one run of lines: the file, or a cell of a table.
type run struct {
	lines []textLine
	at    int
	out   []Block
	// gap says that an empty line was passed; lists are how far in the lists
	// stand that the next line may be in.
	gap   bool
	lists []int
}

// blocks reads lines as blocks.
func (r *textReader) blocks(lines []textLine) []Block {
	outer := r.run
	r.run = run{lines: lines}
	r.depth++
	for r.at < len(r.lines) {
		switch l := r.lines[r.at]; {
		case l.page:
			r.add(Block{Kind: PageBreak}, l)
			r.at++
		case l.blank():
			r.gap = true
			r.at++
		case r.comment(l), r.fence(l), r.attributes(l), r.rule(l), r.markup(l), r.table(l), r.heading(l):
		default:
			r.paragraph(l)
		}
	}
	out := r.out
	r.depth--
	r.run = outer
	return out
}

// add adds a block that begins in line l.
func (r *textReader) add(b Block, l textLine) {
	b.Line, b.Indent, b.Gap = l.number, l.indent, r.gap
	r.gap = false
	r.out = append(r.out, b)
}

var (
	attributes = pattern.Of(`^\{:[^{}]*\}$`)
	picture    = pattern.Of(`^!\[[^\]]*\]\([^()]*(\([^()]*\)[^()]*)*\)$`)
	aRule      = pattern.Of(`^(-[- ]{2,}|\*[* ]{2,}|_[_ ]{2,}|=[= ]{2,}|[─━═]{3,})$`)
	aHeading   = pattern.Of(`^(#{1,6})[ \t]+(.*?)[ \t]*#*$`)
	aFence     = pattern.Of("^(```+|~~~+)[ \t]*[A-Za-z0-9_-]*$")
	bullet     = pattern.Of(`^([-*+•▪◦○●·‣–—\x{F0B7}\x{F0A7}])[ \t]+`)
	quote      = pattern.Of(`^(>[ \t]*)+([ \t]|$)`)
)

// patience keeps the reading of a hostile text short, in lines.
const patience = 100_000

// lookAhead says whether there is patience left to look for the end of
// something, which costs that of so many lines.
func (r *textReader) lookAhead(lines int) bool {
	r.patience -= lines
	return r.patience >= 0
}

// comment reads an HTML comment.
func (r *textReader) comment(l textLine) bool {
	if !strings.HasPrefix(l.words, "<!--") {
		return false
	}
	var said []string
	for i := r.at; i < len(r.lines) && r.lookAhead(1); i++ {
		words := strings.TrimPrefix(r.lines[i].words, "<!--")
		inside, after, closed := strings.Cut(words, "-->")
		said = append(said, strings.TrimSpace(inside))
		if !closed {
			continue
		}
		r.add(matter(strings.TrimSpace(strings.Join(said, "\n"))), l)
		r.at = i + 1
		if after = strings.TrimSpace(after); after != "" {
			r.at = i
			r.lines[i].words = after
		}
		return true
	}
	return false
}

func matter(words string) Block { return Block{Kind: Matter, Spans: plain(words)} }

func plain(words string) []model.Span {
	if words == "" {
		return nil
	}
	return []model.Span{{Text: words}}
}

// fence reads what stands between two lines of ticks, as it stands.
func (r *textReader) fence(l textLine) bool {
	if !aFence.MatchString(l.words) {
		return false
	}
	for i := r.at + 1; i < len(r.lines) && r.lookAhead(1); i++ {
		if words := r.lines[i].words; len(words) < 3 || strings.Trim(words, l.words[:1]) != "" {
			continue
		}
		if strings.Trim(l.words, "`~") != "" { // what sort of text it is
			r.add(matter(l.words), l)
		}
		for _, within := range r.lines[r.at+1 : i] {
			switch {
			case within.page:
				r.add(Block{Kind: PageBreak}, within)
			case within.blank():
				r.gap = true
			default:
				r.add(Block{Kind: Paragraph, Style: "Preformatted", Spans: plain(within.words)}, within)
			}
		}
		r.at = i + 1
		return true
	}
	return false
}

// attributes reads what Markdown says of the looks of the line above it, and
// pictures.
func (r *textReader) attributes(l textLine) bool {
	if !attributes.MatchString(l.words) && !picture.MatchString(l.words) {
		return false
	}
	r.add(matter(l.words), l)
	r.at++
	return true
}

// rule reads a line across the page.
func (r *textReader) rule(l textLine) bool {
	if !aRule.MatchString(l.words) {
		return false
	}
	r.lists = nil
	r.add(Block{Kind: Rule}, l)
	r.at++
	return true
}

// heading reads a heading behind number signs.
func (r *textReader) heading(l textLine) bool {
	m := aHeading.FindStringSubmatch(l.words)
	if m == nil || l.indent > 3 || m[2] == "" {
		return false
	}
	r.lists = nil
	b := Block{Kind: Heading, Level: len(m[1])}
	b.Label, b.Spans = r.labelled(l, spansOf(m[2]))
	r.add(b, l)
	r.at++
	return true
}

// paragraph reads a paragraph or a point of a list, of as many lines as it was
// broken into.
func (r *textReader) paragraph(l textLine) {
	b, words := Block{Kind: Paragraph}, l.words
	if m := quote.FindString(words); m != "" && m != words {
		words, b.Style = strings.TrimSpace(words[len(m):]), "Quote"
	}
	if m := bullet.FindStringSubmatch(words); m != nil {
		b.Kind, b.Label, words = ListItem, m[1], words[len(m[0]):]
	}
	whole := textParagraph{first: l, last: l, words: []string{words}, quoted: b.Style != "", hang: l.columns() - utf8.RuneCountInString(unlabelled(words))}
	for r.at++; r.at < len(r.lines) && r.continues(whole, r.lines[r.at]); r.at++ {
		whole.last = r.lines[r.at]
		whole.words = append(whole.words, quote.ReplaceAllString(whole.last.words, ""))
	}
	words = joined(whole.words)
	if level := r.underline(whole.last); level > 0 && b.Kind == Paragraph {
		b.Kind, b.Level = Heading, level
		r.at++
	}
	label, spans := r.labelled(l, spansOf(words))
	switch {
	case label == "":
	case b.Kind == ListItem:
		b.Label = label // a mark that a number needs is no more than its Markdown
	default:
		b.Label = label
		if b.Kind == Paragraph && strings.HasPrefix(words, label) {
			b.Kind = ListItem
		}
	}
	b.Spans = spans
	if b.Kind == ListItem {
		b.Level = r.level(l.indent)
	} else if l.indent == 0 {
		r.lists = nil
	}
	r.add(b, l)
}

// level is how deep in lists a point stands that begins so far in.
func (r *textReader) level(indent int) int {
	for len(r.lists) > 0 && r.lists[len(r.lists)-1] >= indent {
		r.lists = r.lists[:len(r.lists)-1]
	}
	r.lists = append(r.lists, indent)
	return len(r.lists) - 1
}

// underline is the level of the heading that the next line makes of line l by
// underlining it, 0 where it does not.
func (r *textReader) underline(l textLine) int {
	if r.at >= len(r.lines) || l.ended {
		return 0
	}
	under := r.lines[r.at].words
	if len(under) < 3 || strings.Trim(under, "=") != "" && strings.Trim(under, "-") != "" {
		return 0
	}
	if over := len(under) - l.columns(); over < -2 || over > 2 {
		if under[0] == '-' && len(under) != underlined {
			return 0
		}
	}
	if under[0] == '=' {
		return 1
	}
	return 2
}

// underlined is how long the line under a heading of several lines is.
const underlined = 80

// joined joins the lines that a paragraph was broken into. A word that was
// broken at its hyphen keeps it.
func joined(lines []string) string {
	var b strings.Builder
	for i, line := range lines {
		if i > 0 && !hyphened(lines[i-1], line) {
			b.WriteByte(' ')
		}
		b.WriteString(line)
	}
	return b.String()
}

// hyphened says whether a word goes on from the first line in the second.
func hyphened(first, second string) bool {
	n := len(first)
	return n > 1 && first[n-1] == '-' && first[n-2] != ' ' && first[n-2] != '-' && lower(second)
}
