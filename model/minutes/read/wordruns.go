package read

import (
	"encoding/xml"
	"slices"
	"strings"

	"minutebook/model"
)

// wordRun is how words look that are read, where they lead and what tracked
// changes did to them.
type wordRun struct {
	bold, italic, hidden bool
	font                 string
	address              string
	// change is the change that they are part of; its Kind is "" for none. gone
	// says that one took them away.
	change Revision
	gone   bool
}

// wordChanges are the elements of tracked changes.
var wordChanges = map[string]RevisionKind{"ins": Inserted, "del": Deleted, "moveTo": MovedTo, "moveFrom": MovedFrom}

// revision is the change that an element marks.
func revision(kind RevisionKind, e xml.StartElement) Revision {
	return Revision{Kind: kind, By: attr(e, "author"), When: attr(e, "date")}
}

// changed reads what stands in a tracked change.
func (s *wordStory) changed(e xml.StartElement, read func(e xml.StartElement)) {
	kind := wordChanges[e.Name.Local]
	s.under(revision(kind, e), func() { s.each(read) })
}

// under reads what a change was made to. What is deleted of what was inserted
// is deleted.
func (s *wordStory) under(r Revision, read func()) {
	change, gone := s.run.change, s.run.gone
	if took := endless(r); took || !gone {
		s.run.change, s.run.gone = r, gone || took
	}
	read()
	s.run.change, s.run.gone = change, gone
}

// inline reads an element of a paragraph.
func (s *wordStory) inline(e xml.StartElement) {
	switch name := e.Name.Local; name {
	case "pPr":
		s.dress(s.para, s.layout())
	case "r":
		s.words()
	case "hyperlink":
		s.link(e)
	case "fldSimple":
		address := s.run.address
		if to := hyperlink(attr(e, "instr")); to != "" {
			s.run.address = to
		}
		s.each(s.inline)
		s.run.address = address
	case "AlternateContent":
		s.choose(s.inline)
	case "ins", "del", "moveTo", "moveFrom":
		s.changed(e, s.inline)
	case "txbxContent":
		s.box()
	default:
		if !s.place(e) && !isProperties(name) {
			s.each(s.inline)
		}
	}
}

// link reads words that lead elsewhere.
func (s *wordStory) link(e xml.StartElement) {
	address := s.run.address
	if r := s.rels[attr(e, "id")]; r.outside {
		s.run.address = r.target
		if anchor := attr(e, "anchor"); anchor != "" {
			s.run.address += "#" + anchor
		}
	}
	s.each(s.inline)
	s.run.address = address
}

// words reads a run.
func (s *wordStory) words() {
	outer := s.run
	s.wear(wordLook{})
	s.each(func(e xml.StartElement) {
		if e.Name.Local == "rPr" {
			s.wear(s.look())
			return
		}
		s.piece(e)
	})
	outer.address = s.run.address // a field may have begun or ended
	s.run = outer
}

// wear gives the words to come their look: what the run says counts, else what
// just one of its two styles says.
func (s *wordStory) wear(l wordLook) {
	var of, by wordLook
	if p := s.para; p.look != nil {
		of = p.look.look
		if p.heading > 0 {
			of.bold, of.italic = unsaid, unsaid // the look of a heading is no stress
		}
	}
	if style := s.styles.of(l.style); style != nil {
		by = style.look
	}
	all := s.styles.look
	effective := func(direct, a, b, all toggle) bool {
		if direct != unsaid {
			return direct == on
		}
		return all == on || (a == on) != (b == on)
	}
	s.run.bold = effective(l.bold, of.bold, by.bold, all.bold)
	s.run.italic = effective(l.italic, of.italic, by.italic, all.italic)
	s.run.hidden = effective(l.hidden, of.hidden, by.hidden, all.hidden)
	s.run.font = l.font
}

// piece reads an element of a run.
func (s *wordStory) piece(e xml.StartElement) {
	switch name := e.Name.Local; name {
	case "t", "delText":
		s.say(plainWords(s.text(), s))
	case "tab", "ptab":
		s.say("\t")
	case "br":
		s.lineBreak(attr(e, "type"))
	case "cr":
		s.say("\n")
	case "noBreakHyphen":
		s.say("\u2011")
	case "sym":
		s.say(s.symbol(attr(e, "font"), attr(e, "char")))
	case "fldChar":
		s.field(e)
	case "instrText":
		if n := len(s.fields); n > 0 && !s.fields[n-1].result {
			s.fields[n-1].instruct(s.text())
		}
	case "footnoteReference", "endnoteReference":
		s.note(name, attr(e, "id"))
	case "drawing", "pict", "object":
		s.picture(name)
	case "AlternateContent":
		s.choose(s.piece)
	default:
		s.inline(e)
	}
}

// plainWords are the words of an element: breaks of its lines are spaces, and
// hyphens that are not printed are left out.
func plainWords(text string, s *wordStory) string {
	if !strings.ContainsFunc(text, func(r rune) bool {
		return r < ' ' || r == '\u00ad' || r == '\ufeff' || isSymbol(r)
	}) {
		return text
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r < ' ':
			return ' '
		case r == '\u00ad' || r == '\ufeff':
			return -1
		case isSymbol(r):
			return s.symbolOf(s.run.font, r)
		}
		return r
	}, text)
}

func (s *wordStory) lineBreak(sort string) {
	switch {
	case sort != "page":
		s.say("\n")
	case s.run.gone || s.asking > 0:
	case !s.para.words.worded:
		s.pageBreak()
	default:
		s.para.breaks = true
	}
}

// say adds words to the paragraph.
func (s *wordStory) say(text string) {
	p := s.para
	if text == "" || s.asking > 0 || p == nil {
		return
	}
	s.seen++
	if s.run.hidden {
		if strings.TrimSpace(text) != "" {
			s.leaveOut(hidden)
		}
		return
	}
	s.revise(p, text)
	if s.run.gone {
		p.cut = true
		return
	}
	if p.breaks { // a page ends between words: they stay in one paragraph
		p.breaks = false
		text = "\n" + text
	}
	if p.words.add(text, model.Span{Bold: s.run.bold, Italic: s.run.italic, Address: s.run.address}) {
		s.count(1)
	}
	if len(s.open) > 0 {
		s.remarked.WriteString(text)
	}
}

// revise notes a tracked change of words, with the words before it where it is
// the same.
func (s *wordStory) revise(p *wordParagraph, text string) {
	r := s.run.change
	if r.Kind == "" {
		p.still = true
		return
	}
	p.changes.WriteString(text)
	n := len(p.Revisions)
	if n > 0 && !p.still {
		if last := p.Revisions[n-1]; last == r {
			p.ends[n-1] = p.changes.Len()
			return
		}
	}
	p.still = false
	p.Revisions = append(p.Revisions, r)
	p.ends = append(p.ends, p.changes.Len())
	s.count(1)
}

// place takes the beginning or the end of a bookmark or of the words of a
// comment; it says whether the element was one.
func (s *wordStory) place(e xml.StartElement) bool {
	switch id := attr(e, "id"); e.Name.Local {
	case "bookmarkStart":
		s.begin(wordMark{id, attr(e, "name"), s.para})
	case "bookmarkEnd":
		s.ends(id)
	case "commentRangeStart":
		s.remark(id, true)
	case "commentRangeEnd":
		s.remarkEnds(id)
	case "commentReference":
		s.remark(id, false)
	default:
		return false
	}
	return true
}

// lastEdited is the bookmark in which Word keeps where it was edited last.
const lastEdited = "_GoBack"

func (s *wordStory) begin(m wordMark) {
	if m.name == "" || m.name == lastEdited {
		return
	}
	s.count(1)
	if len(s.marks) < mostOpen {
		s.marks = append(s.marks, m)
	}
	if m.in != nil {
		m.in.Bookmarks = append(m.in.Bookmarks, m.name)
	}
}

// ends ends a bookmark. One that began above and ends before any words of the
// paragraph does not enclose it.
func (s *wordStory) ends(id string) {
	i := slices.IndexFunc(s.marks, func(m wordMark) bool { return m.id == id })
	if i < 0 {
		return
	}
	m := s.marks[i]
	s.marks = slices.Delete(s.marks, i, i+1)
	if p := s.para; p != nil && m.in != p && !p.words.worded && !p.cut {
		p.Bookmarks = slices.DeleteFunc(p.Bookmarks, func(name string) bool { return name == m.name })
	}
}
