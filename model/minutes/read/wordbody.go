package read

import (
	"encoding/xml"
	"slices"
	"strings"
)

// wordStory is a run of text of a Word file while it is read: its body, a note,
// a header.
type wordStory struct {
	*wordFile
	*cursor
	wordSpot
	rels   map[string]relation
	tables int
	// run is what the words that come look like and what became of them.
	run wordRun
	// marks are the bookmarks that are open.
	marks []wordMark
	// open are the comments whose words are read, remarked those words.
	open     []wordRemark
	remarked strings.Builder
	// seen counts whatever was found, words or not.
	seen int
}

// wordSpot is where in a story it is read: in the story itself, in a cell or in
// a box.
type wordSpot struct {
	// blocks are those read here.
	blocks []Block
	// para is the paragraph that is read; held the one above where its end was
	// deleted and it may go on.
	para, held *wordParagraph
	gap        bool
	// inside is how many cells and boxes are open, at where the outermost stands.
	inside, at int
	// fields are those that are open, asking how many of them have no result
	// yet.
	fields []wordField
	asking int
}

// wordMark is a bookmark that has begun, in that paragraph or, where that is
// nil, between two.
type wordMark struct {
	id, name string
	in       *wordParagraph
}

// mostOpen is how many bookmarks, and comments, may be open at once; of more
// only the beginning is kept.
const mostOpen = 16

// wordParagraph is a paragraph while it is read.
type wordParagraph struct {
	Block
	words  stretches
	layout wordLayout
	look   *wordStyle
	// heading is its level as one, 0 for none.
	heading int
	// changes are the words of the tracked changes, ends where each ends in
	// them; still says that the last words were not changed.
	changes strings.Builder
	ends    []int
	still   bool
	// cut says that words of it were deleted.
	cut bool
	// breaks says that a page ends here, should words follow.
	breaks bool
	// below are the blocks that follow it: notes and boxes.
	below []Block
}

// count counts what takes room.
func (s *wordStory) count(n int) {
	if s.made += n; s.made > mostMade {
		s.fail(tooMany)
	}
}

// block reads an element of the body, of a cell or of a box.
func (s *wordStory) block(e xml.StartElement) {
	switch name := e.Name.Local; name {
	case "p":
		s.paragraph()
	case "tbl":
		s.table()
	case "sectPr":
		s.addSection(s.section())
	case "AlternateContent":
		s.choose(s.block)
	case "ins", "del", "moveTo", "moveFrom":
		s.changed(e, s.block)
	case "altChunk", "subDoc":
		s.leaveOut(documents)
	default:
		if !s.place(e) && !isProperties(name) {
			s.each(s.block)
		}
	}
}

// isProperties says whether an element holds no text but properties.
func isProperties(name string) bool {
	switch name {
	case "pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr", "instrText", "delInstrText":
		return true
	}
	return false
}

// choose reads the first of several ways of saying the same in which there is
// anything.
func (s *wordStory) choose(read func(e xml.StartElement)) {
	before := s.seen
	s.each(func(e xml.StartElement) {
		if s.seen == before && (e.Name.Local == "Choice" || e.Name.Local == "Fallback") {
			s.each(read)
		}
	})
}

func (s *wordStory) leaveOut(sort leftOut) {
	s.seen++
	if !s.run.gone {
		s.left[sort]++
	}
}

// paragraph reads a paragraph.
func (s *wordStory) paragraph() {
	s.count(1)
	p := &wordParagraph{layout: wordLayout{level: -1, outline: -1}, still: true}
	for _, m := range s.marks {
		p.Bookmarks = append(p.Bookmarks, m.name)
	}
	s.para = p
	s.dress(p, p.layout)
	s.each(s.inline)
	s.para = nil
	if s.asking > 0 { // a field that never ended must not swallow what follows
		s.fields, s.asking = nil, 0
	}
	if len(s.open) > 0 {
		s.remarked.WriteByte('\n')
	}
	s.end(p)
	if p.layout.section != nil {
		s.addSection(*p.layout.section)
	}
}

// dress gives a paragraph its layout and its style.
func (s *wordStory) dress(p *wordParagraph, l wordLayout) {
	p.layout = l
	if p.look = s.styles.of(l.style); p.look == nil && s.styles.paragraph != nil {
		p.look = s.styles.of(s.styles.paragraph.id)
	}
	if p.look != nil {
		p.Style = p.look.name
	}
	p.heading = p.look.level(l.outline)
	newPage := l.newPage
	if p.look != nil {
		newPage = newPage.or(p.look.layout.newPage)
	}
	if newPage == on {
		s.pageBreak()
	}
}

// end takes a paragraph that has been read, together with the one above where
// the end of that was deleted and both have words left.
func (s *wordStory) end(p *wordParagraph) {
	p.settle()
	if mark := p.layout.mark; mark.Kind != "" && !slices.ContainsFunc(p.Revisions, func(r Revision) bool { return r.Kind == mark.Kind && r.By == mark.By }) {
		s.count(1)
		p.Revisions = append(p.Revisions, mark)
	}
	if s.held != nil && p.words.worded {
		p = s.held.join(p)
		s.held = nil
	}
	s.flush()
	if endless(p.layout.mark) && p.words.worded {
		s.held = p
		return
	}
	s.put(p)
}

// endless says whether a change took the end of a paragraph away.
func endless(mark Revision) bool { return mark.Kind == Deleted || mark.Kind == MovedFrom }

// join adds the paragraph below, whose end is now that of both.
func (p *wordParagraph) join(below *wordParagraph) *wordParagraph {
	p.words.append(&below.words)
	p.Bookmarks = once(append(p.Bookmarks, below.Bookmarks...))
	p.Revisions = append(p.Revisions, below.Revisions...)
	p.below = append(p.below, below.below...)
	p.layout.mark = below.layout.mark
	return p
}

// settle gives the changes of a paragraph their words.
func (p *wordParagraph) settle() {
	all, from := p.changes.String(), 0
	for i, end := range p.ends {
		p.Revisions[i].Text, from = all[from:end], end
	}
}

// flush puts the paragraph that was held.
func (s *wordStory) flush() {
	if p := s.held; p != nil {
		s.held = nil
		s.put(p)
	}
}

// put makes a block of a paragraph.
func (s *wordStory) put(p *wordParagraph) {
	list, at := s.numbers.numbering(p.layout, p.look)
	empty := !p.words.worded
	p.Gone = empty && p.cut
	if list != "" && (!empty || !endless(p.layout.mark)) {
		p.Label = s.numbers.next(list, at)
	}
	s.kind(p, list, at)
	switch {
	case !empty || p.Gone:
		var tabs int
		p.Spans, tabs = p.words.spans()
		p.Indent += tabs * charactersInTab
		p.Gap, s.gap = s.gap, false
		s.blocks = append(s.blocks, p.Block)
	case p.layout.ruled == on:
		s.blocks = append(s.blocks, Block{Kind: Rule})
	case len(p.below) == 0:
		s.gap = true
	}
	s.blocks = append(s.blocks, p.below...)
	if p.breaks {
		s.pageBreak()
	}
}

// kind says what a paragraph is, and how far it is set in.
func (s *wordStory) kind(p *wordParagraph, list string, at int) {
	indent := p.layout.indent
	if l := s.numbers.level(list, at); l != nil {
		indent = indent.or(l.indent)
	}
	if p.look != nil {
		indent = indent.or(p.look.layout.indent)
	}
	p.Indent = indent.characters()
	switch {
	case p.heading > 0:
		p.Kind, p.Level = Heading, p.heading
	case p.Label != "":
		p.Kind, p.Level = ListItem, at
	default:
		p.Kind = Paragraph
	}
}

// charactersInTab is about how wide a tab is.
const charactersInTab = 6

// pageBreak ends the page, once.
func (s *wordStory) pageBreak() {
	s.flush()
	if n := len(s.blocks); s.inside == 0 && n > 0 && s.blocks[n-1].Kind != PageBreak {
		s.blocks = append(s.blocks, Block{Kind: PageBreak})
		s.gap = false
	}
}

// index is where the block that is read will stand.
func (s *wordStory) index() int {
	if s.inside > 0 {
		return s.at
	}
	return len(s.blocks)
}

// within reads a cell or a box: its blocks are given back.
func (s *wordStory) within(read func()) []Block {
	outer := s.wordSpot
	s.wordSpot = wordSpot{inside: outer.inside + 1, at: outer.at}
	if outer.inside == 0 {
		s.at = len(outer.blocks)
	}
	read()
	s.flush()
	blocks := s.blocks
	s.wordSpot = outer
	return blocks
}
