package read

import (
	"strconv"
	"strings"

	"minutebook/model"
)

// rtf reads a file in Rich Text Format.
func rtf(name string, data []byte) (Document, error) {
	r := &rtfReader{data: string(data), doc: Document{Name: name, Format: RTF}, fonts: map[int]rtfFont{}, styles: map[int]rtfStyle{}, left: map[leftOut]int{}, page: "windows-1252"}
	r.state = rtfState{skipped: 1, style: -1}
	if err := r.read(); err != nil {
		return Document{}, unreadable(name, err)
	}
	return r.doc, nil
}

// rtfReader reads a file in Rich Text Format.
type rtfReader struct {
	data  string
	at    int
	doc   Document
	state rtfState
	stack []rtfState
	rtfSpot
	// pending are bytes of words that are not decoded yet, high the first half
	// of a letter in two, skip how many letters follow that say one again.
	pending []byte
	high    rune
	skip    int
	// page is the code page of the file; fonts have theirs by their numbers.
	page  string
	fonts map[int]rtfFont
	// styles are those of paragraphs, authors those who made tracked changes.
	styles  map[int]rtfStyle
	authors []string
	// property is the name of a property, until its value comes.
	property         string
	by               string
	headers, footers []Block
	tables           int
	made             int
	left             map[leftOut]int
	err              error
}

// rtfFont is a typeface: its name, and its code page, "" for that of the file.
type rtfFont struct{ name, page string }

// rtfStyle is a style: its name, and its level as a heading, 0 for none.
type rtfStyle struct {
	name    string
	outline int
}

// rtfSpot is where words go: the text, a header, a note, a box.
type rtfSpot struct {
	blocks []Block
	para   rtfParagraph
	gap    bool
	// cells are those of the row that is read, merged which of them go on with
	// the one before, next whether the next does, heads that it heads its table.
	cells  []Cell
	inCell []Block
	merged []bool
	next   bool
	heads  bool
	marks  []string
	// table is the number of the table, 0 between tables; headed says that all
	// its rows so far head it.
	table  int
	headed bool
}

// rtfState is what holds until the end of a group.
type rtfState struct {
	bold, italic, hidden bool
	// change is what tracked changes did, by is by whom.
	change RevisionKind
	by     int
	// font is the number of the typeface, page its code page; "" for that of the
	// file.
	font int
	page string
	// skipped is how many letters say again what a number of a letter says.
	skipped int
	// The paragraph: style and level are -1 and 0 where none is said.
	style, outline, level int
	inTable               bool
	left, first           int
	address               string
	// into is where words go, "" for the text.
	into rtfPlace
	// words are those that go elsewhere, close what is done with them.
	words *strings.Builder
	close func(words string)
	// star says that what comes may be passed over.
	star  bool
	field *string
}

// rtfPlace is a destination.
type rtfPlace int

const (
	inText rtfPlace = iota
	passed
	collected
	inFonts
	inStyles
	inAuthors
)

// rtfParagraph is a paragraph while it is read.
type rtfParagraph struct {
	Block
	words stretches
	below []Block
}

func (r *rtfReader) fail(err error) {
	if r.err == nil {
		r.err = err
	}
}

func (r *rtfReader) count(n int) {
	if r.made += n; r.made > mostMade {
		r.fail(tooMany)
	}
}

func (r *rtfReader) read() error {
	for r.at < len(r.data) && r.err == nil {
		switch c := r.data[r.at]; c {
		case '{':
			r.at++
			r.open()
		case '}':
			r.at++
			r.shut()
		case '\\':
			r.at++
			r.control()
		case '\r', '\n', 0:
			r.at++
		default:
			r.at++
			r.letter(c)
		}
	}
	cut := len(r.stack) > 0
	for len(r.stack) > 0 && r.err == nil {
		r.shut()
	}
	r.flush()
	r.end()
	r.endTable()
	if r.err != nil {
		return r.err
	}
	d := &r.doc
	for i := range d.Comments {
		d.Comments[i].Block += len(r.headers)
	}
	d.Blocks = append(append(r.headers, r.blocks...), r.footers...)
	d.number()
	d.Warnings = warnings(r.left)
	if cut {
		d.Warnings = append(d.Warnings, "The end of the file is missing. What there is of it was taken in.")
	}
	return nil
}

// open begins a group.
func (r *rtfReader) open() {
	r.flush()
	if len(r.stack) >= MaxDepth {
		r.fail(tooDeep)
		return
	}
	r.skip = 0
	r.stack = append(r.stack, r.state)
	r.state.close, r.state.star = nil, false
	switch r.state.into {
	case inStyles:
		r.state.style, r.state.outline, r.state.words, r.state.close = 0, 0, &strings.Builder{}, r.named
	case inAuthors:
		r.state.words, r.state.close = &strings.Builder{}, r.author
	case inText, passed, collected, inFonts:
	}
}

// named takes the name of a style of the list of them.
func (r *rtfReader) named(name string) {
	s := &r.state
	if name = strings.Trim(name, "; "); name == "" || len(r.styles) >= mostDefined {
		return
	}
	r.styles[s.style] = rtfStyle{builtIn(name), s.outline}
	if s.style == 0 {
		r.doc.Look.Font = r.fonts[s.font].name
	}
}

// author takes the name of one who made tracked changes.
func (r *rtfReader) author(name string) {
	if len(r.authors) < mostDefined {
		r.authors = append(r.authors, strings.Trim(name, "; "))
	}
}

// shut ends a group.
func (r *rtfReader) shut() {
	r.flush()
	r.skip = 0
	n := len(r.stack)
	if n == 0 {
		return
	}
	if c := r.state.close; c != nil {
		words := ""
		if r.state.words != nil {
			words = r.state.words.String()
		}
		c(words)
	}
	r.state, r.stack = r.stack[n-1], r.stack[:n-1]
}

// control reads what follows a backslash.
func (r *rtfReader) control() {
	if r.at >= len(r.data) {
		return
	}
	c := r.data[r.at]
	if c|0x20 < 'a' || c|0x20 > 'z' {
		r.at++
		r.sign(c)
		return
	}
	from := r.at
	for r.at < len(r.data) && r.data[r.at]|0x20 >= 'a' && r.data[r.at]|0x20 <= 'z' {
		r.at++
	}
	word := r.data[from:r.at]
	from = r.at
	if r.at < len(r.data) && r.data[r.at] == '-' {
		r.at++
	}
	for r.at < len(r.data) && r.data[r.at] >= '0' && r.data[r.at] <= '9' {
		r.at++
	}
	n, given := 0, r.at > from
	if given {
		n = number(r.data[from:r.at], 0)
	}
	if r.at < len(r.data) && r.data[r.at] == ' ' {
		r.at++
	}
	r.word(word, n, given)
}

// sign is a control of one sign.
func (r *rtfReader) sign(c byte) {
	switch c {
	case '\'':
		if r.at+2 <= len(r.data) {
			b, err := strconv.ParseUint(r.data[r.at:r.at+2], 16, 8)
			if r.at += 2; err == nil {
				r.letter(byte(b))
			}
		}
	case '*':
		r.state.star = true
	case '\\', '{', '}':
		r.letter(c)
	case '~':
		r.flush()
		r.say("\u00a0")
	case '_':
		r.flush()
		r.say("\u2011")
	case '\r', '\n':
		r.word("par", 0, false)
	}
}

// letter is a byte of words in a code page.
func (r *rtfReader) letter(c byte) {
	if r.skip > 0 {
		r.skip--
		return
	}
	if r.state.into != passed {
		r.pending = append(r.pending, c)
	}
}

// word is a control word.
func (r *rtfReader) word(word string, n int, given bool) {
	if r.skip > 0 && word != "bin" {
		r.skip--
		return
	}
	star := r.state.star
	r.state.star = false
	switch word {
	case "bin":
		r.at = min(len(r.data), r.at+max(0, n))
		return
	case "u":
		r.unicode(n)
		return
	}
	r.flush()
	if r.state.into == passed {
		return
	}
	if said, ok := rtfSigns[word]; ok {
		r.say(said)
		return
	}
	if do := rtfPlaces[word]; do != nil {
		do(r)
		return
	}
	if star {
		r.state.into = passed
		return
	}
	if do := rtfWords[word]; do != nil {
		if !given {
			n = 1
		}
		do(r, n)
	}
}

// unicode is a letter by its number, which may be half of it.
func (r *rtfReader) unicode(n int) {
	c := rune(n)
	if c < 0 {
		c += 1 << 16
	}
	if len(r.pending) > 0 {
		r.flush()
	}
	r.skip = r.state.skipped
	switch {
	case c >= 0xd800 && c < 0xdc00:
		r.high = c
		return
	case c >= 0xdc00 && c < 0xe000:
		if r.high == 0 {
			return
		}
		c = (r.high-0xd800)<<10 | (c - 0xdc00) + 0x10000
	case isSymbol(c):
		c = symbolIn("", byte(c-0xf000))
	}
	r.high = 0
	r.say(string(c))
}

// flush decodes the bytes of words that are waiting.
func (r *rtfReader) flush() {
	if len(r.pending) == 0 {
		return
	}
	page := r.state.page
	if page == "" {
		page = r.page
	}
	words := decoded(r.pending, page)
	r.pending = r.pending[:0]
	r.say(words)
}

// say adds words to where they go.
func (r *rtfReader) say(words string) {
	s := &r.state
	switch {
	case words == "" || s.into == passed:
	case s.into != inText:
		if s.words != nil && s.words.Len() < longestCollected {
			s.words.WriteString(words)
		}
	case s.hidden:
		if strings.TrimSpace(words) != "" {
			r.left[hidden]++
		}
	default:
		r.tell(words)
	}
}

// longestCollected is how many bytes of names, labels and instructions are kept.
const longestCollected = 4000

// tell adds words to the paragraph.
func (r *rtfReader) tell(words string) {
	s, p := &r.state, &r.para
	words = strings.Map(func(c rune) rune {
		switch {
		case c == '\u00ad' || c == '\ufeff':
			return -1
		case c < ' ' && c != '\t' && c != '\n':
			return ' '
		}
		return c
	}, words)
	if s.change != "" {
		by := ""
		if s.by >= 0 && s.by < len(r.authors) {
			by = r.authors[s.by]
		}
		n := len(p.Revisions)
		if n > 0 && p.Revisions[n-1].Kind == s.change && p.Revisions[n-1].By == by {
			if last := &p.Revisions[n-1]; len(last.Text) < longestChange {
				last.Text += cutTo(words, longestChange)
			}
		} else {
			r.count(1)
			p.Revisions = append(p.Revisions, Revision{Kind: s.change, Text: cutTo(words, longestChange), By: by})
		}
		if s.change == Deleted {
			return
		}
	}
	if p.words.add(words, model.Span{Bold: s.bold, Italic: s.italic, Address: s.address}) {
		r.count(1)
	}
}
