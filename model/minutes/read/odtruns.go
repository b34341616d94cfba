package read

import (
	"encoding/xml"
	"slices"
	"strings"
)

// inline reads what stands in a paragraph.
func (s *odtStory) inline() {
	s.content(s.piece, func(text []byte) { s.say(s.joined(string(text))) })
}

// joined is text with its spaces as they are shown: many are one, and those at
// the beginning of a paragraph none.
func (s *odtStory) joined(text string) string {
	if s.para == nil {
		return ""
	}
	var b strings.Builder
	for _, r := range text {
		if r == ' ' || r == '\t' || r == '\n' || r == '\r' {
			if !s.para.space {
				b.WriteByte(' ')
			}
			s.para.space = true
			continue
		}
		if s.para.space = false; r != '\u00ad' && r != '\ufeff' {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// fixed adds spaces, tabs and breaks that are not joined.
func (s *odtStory) fixed(text string) {
	if s.para != nil {
		s.para.space = false
	}
	s.say(text)
}

// mostSpaces is how many spaces in a row are kept.
const mostSpaces = 100

// piece reads an element of a paragraph.
func (s *odtStory) piece(e xml.StartElement) {
	switch name := e.Name.Local; name {
	case "s":
		s.fixed(strings.Repeat(" ", min(max(1, number(attr(e, "c"), 1)), mostSpaces)))
	case "tab":
		s.fixed("\t")
	case "line-break":
		s.fixed("\n")
	case "span":
		s.styled(attr(e, "style-name"))
	case "a":
		address := s.run.address
		if to := attr(e, "href"); strings.Contains(to, ":") {
			s.run.address = to
		}
		s.inline()
		s.run.address = address
	case "note":
		s.note()
	case "annotation":
		s.remark(e)
	case "annotation-end":
		s.remarkEnds(attr(e, "name"))
	case "frame", "custom-shape", "rect", "ellipse", "g", "line", "path":
		below := s.frame(e)
		if s.para != nil {
			s.para.below = append(s.para.below, below...)
		}
	case "p", "h", "list", "table":
		s.block(e)
	default:
		if !s.place(e) && !odtProperties(name) {
			s.inline()
		}
	}
}

// styled reads words in a style of their own.
func (s *odtStory) styled(name string) {
	run := s.run
	look := s.resolved("text", name).look
	set := func(to *bool, t toggle) {
		if t != unsaid {
			*to = t == on
		}
	}
	set(&s.run.bold, look.bold)
	set(&s.run.italic, look.italic)
	set(&s.run.hidden, look.hidden)
	s.inline()
	s.run.bold, s.run.italic, s.run.hidden = run.bold, run.italic, run.hidden
}

// say adds words to the paragraph.
func (s *odtStory) say(text string) {
	p := s.para
	if text == "" || p == nil {
		return
	}
	if s.run.hidden {
		if strings.TrimSpace(text) != "" {
			s.left[hidden]++
		}
		return
	}
	if p.words.add(text, s.run.span()) {
		s.count(1)
	}
	if n := len(s.inserted); n > 0 {
		s.insert(p, s.changes[s.inserted[n-1]], text)
	}
	if len(s.open) > 0 {
		s.remarked.WriteString(text)
	}
}

// longestChange is how many bytes of the words of a change are kept.
const longestChange = 4000

// insert notes that words were inserted.
func (s *odtStory) insert(p *odtParagraph, r Revision, text string) {
	n := len(p.Revisions)
	if n > 0 {
		if last := &p.Revisions[n-1]; last.Kind == r.Kind && last.By == r.By && last.When == r.When {
			if len(last.Text) < longestChange {
				last.Text += cutTo(text, longestChange)
			}
			return
		}
	}
	s.count(1)
	r.Text = cutTo(text, longestChange)
	p.Revisions = append(p.Revisions, r)
}

// region reads a tracked change: what was deleted stands in it.
func (s *odtStory) region(e xml.StartElement) {
	s.count(1)
	name := attr(e, "id")
	var r Revision
	s.each(func(e xml.StartElement) {
		switch e.Name.Local {
		case "insertion":
			r.Kind = Inserted
		case "deletion":
			r.Kind = Deleted
		default:
			return
		}
		words := s.within(func() {
			s.each(func(e xml.StartElement) {
				if e.Name.Local != "change-info" {
					s.block(e)
					return
				}
				s.each(func(e xml.StartElement) {
					switch e.Name.Local {
					case "creator":
						r.By = s.text()
					case "date":
						r.When = s.text()
					}
				})
			})
		})
		r.Text = cutTo((Cell{Blocks: flattened(words)}).Text(), longestChange)
	})
	if r.Kind != "" {
		s.changes[name] = r
	}
}

// place takes the beginning or the end of a bookmark or of a tracked change; it
// says whether the element was one.
func (s *odtStory) place(e xml.StartElement) bool {
	name := attr(e, "name")
	switch e.Name.Local {
	case "bookmark", "bookmark-start":
		s.count(1)
		if s.para != nil {
			s.para.Bookmarks = append(s.para.Bookmarks, name)
		}
		if e.Name.Local == "bookmark-start" && len(s.marks) < mostOpen {
			s.marks = append(s.marks, name)
		}
	case "bookmark-end":
		if i := slices.Index(s.marks, name); i >= 0 {
			s.marks = slices.Delete(s.marks, i, i+1)
		}
	case "change-start":
		if id := attr(e, "change-id"); s.changes[id].Kind == Inserted && len(s.inserted) < mostOpen {
			s.inserted = append(s.inserted, id)
		}
	case "change-end":
		if i := slices.Index(s.inserted, attr(e, "change-id")); i >= 0 {
			s.inserted = slices.Delete(s.inserted, i, i+1)
		}
	case "change":
		if r := s.changes[attr(e, "change-id")]; r.Kind == Deleted && s.para != nil {
			s.count(1)
			s.para.Revisions = append(s.para.Revisions, r)
		}
	default:
		return false
	}
	return true
}

// note reads a footnote or an endnote, which comes below its paragraph.
func (s *odtStory) note() {
	p, run := s.para, s.run
	s.run = odtRun{}
	blocks := s.within(func() {
		s.each(func(e xml.StartElement) {
			if e.Name.Local == "note-body" {
				s.each(s.block)
			}
		})
	})
	s.run = run
	if p != nil {
		p.below = append(p.below, flattened(blocks)...)
	}
}

// frame reads a picture, an object or a box of text, whose blocks it gives.
func (s *odtStory) frame(e xml.StartElement) []Block {
	shown, artful := leftOut(-1), false
	run, changes := s.run, s.inserted
	s.run, s.inserted = odtRun{}, nil
	var within func(e xml.StartElement)
	within = func(e xml.StartElement) {
		switch name := e.Name.Local; name {
		case "image":
			shown = max(shown, pictures)
			return // a text in it would say the picture again
		case "object", "object-ole":
			shown = max(shown, embedded)
			return
		case "enhanced-geometry":
			artful = artful || attr(e, "text-path") == "true"
			return
		case "p", "h", "list", "table":
			s.block(e)
			return
		default:
			if odtProperties(name) {
				return
			}
		}
		s.each(within)
	}
	blocks := s.within(func() { s.each(within) })
	s.run, s.inserted = run, changes
	if shown >= 0 {
		s.left[shown]++
	}
	if artful { // letters drawn across the page, such as a watermark
		return nil
	}
	return blocks
}

// remark reads a comment, at the place where its words begin.
func (s *odtStory) remark(e xml.StartElement) {
	s.count(1)
	c := Comment{Block: s.at}
	if s.inside == 0 {
		c.Block = len(s.blocks)
	}
	blocks := s.within(func() {
		s.each(func(e xml.StartElement) {
			switch e.Name.Local {
			case "creator":
				c.By = s.text()
			case "date":
				c.When = s.text()
			case "creator-initials", "date-string":
			default:
				s.block(e)
			}
		})
	})
	c.Text = (Cell{Blocks: flattened(blocks)}).Text()
	if name := attr(e, "name"); name != "" && len(s.open) < mostOpen {
		s.open[name] = wordRemark{name, len(s.doc.Comments), s.remarked.Len()}
	}
	s.doc.Comments = append(s.doc.Comments, c)
}

func (s *odtStory) remarkEnds(name string) {
	if r, ok := s.open[name]; ok {
		delete(s.open, name)
		s.doc.Comments[r.at].On = strings.TrimSpace(s.remarked.String()[r.from:])
	}
}
