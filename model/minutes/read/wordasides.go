package read

import (
	"encoding/xml"
	"slices"
	"strings"
)

// story begins to read a run of text.
func (f *wordFile) story(c *cursor, rels map[string]relation) *wordStory {
	return &wordStory{wordFile: f, cursor: c, rels: rels}
}

// body reads the text of the file.
func (f *wordFile) body(part string, rels map[string]relation) error {
	found := false
	err := f.part(part, func(c *cursor) {
		s := f.story(c, rels)
		s.each(func(xml.StartElement) {
			s.each(func(e xml.StartElement) {
				if e.Name.Local == "body" {
					found = true
					s.each(s.block)
				}
			})
		})
		s.flush()
		for len(s.open) > 0 {
			s.remarkEnds(s.open[0].id)
		}
		f.doc.Blocks = s.blocks
	})
	if err == nil && !found {
		err = textless
	}
	return err
}

// asides reads the notes or the comments of the file, which the text calls for
// by their numbers.
func (f *wordFile) asides(sort, part string) error {
	rels, err := f.relations(part)
	if err != nil {
		return err
	}
	return f.part(part, func(c *cursor) {
		c.each(func(xml.StartElement) {
			c.each(func(e xml.StartElement) {
				s := f.story(c, rels)
				s.count(1)
				id := attr(e, "id")
				s.numbers.apart(func() {
					s.each(s.block)
					s.flush()
				})
				blocks := flattened(s.blocks)
				if sort != "comments" {
					f.notes[strings.TrimSuffix(sort, "s")+"Reference "+id] = blocks
					return
				}
				f.remarks[id] = Comment{Text: (Cell{Blocks: blocks}).Text(), By: attr(e, "author"), When: attr(e, "date")}
			})
		})
	})
}

// note puts a note below the paragraph that calls for it. The number that calls
// for it is no word of either.
func (s *wordStory) note(reference, id string) {
	if p := s.para; p != nil && !s.run.gone {
		key := reference + " " + id
		p.below = append(p.below, s.notes[key]...)
		s.seen++
		delete(s.notes, key)
	}
}

// box reads a box of text, which comes below its paragraph.
func (s *wordStory) box() {
	p, run := s.para, s.run
	s.run.address = ""
	var blocks []Block
	s.numbers.apart(func() { blocks = s.within(func() { s.each(s.block) }) })
	s.run = run
	if p != nil {
		p.below = append(p.below, blocks...)
	}
}

// picture reads a drawing or an object: it has words only in its boxes.
func (s *wordStory) picture(name string) {
	shown := leftOut(-1)
	if name == "object" {
		shown = embedded
	}
	var within func(e xml.StartElement)
	within = func(e xml.StartElement) {
		switch e.Name.Local {
		case "txbxContent":
			s.box()
			return
		case "AlternateContent":
			s.choose(within)
			return
		case "blip", "imagedata":
			shown = max(shown, pictures)
		case "chart", "relIds":
			shown = max(shown, charts)
		case "OLEObject":
			shown = embedded
		case "rect":
			if isOn(attr(e, "hr")) {
				s.para.layout.ruled = on
			}
		}
		s.each(within)
	}
	s.each(within)
	if shown >= 0 {
		s.leaveOut(shown)
	}
}

func isOn(val string) bool { return val == "t" || val == "1" || val == "true" || val == "on" }

// wordRemark is a comment whose words are read, which begin there.
type wordRemark struct {
	id string
	// at is its place among the comments, from where its words begin.
	at, from int
}

// remark takes the beginning of the words of a comment, or the place of one
// that is on no words.
func (s *wordStory) remark(id string, opens bool) {
	c, ok := s.remarks[id]
	if !ok {
		return
	}
	delete(s.remarks, id)
	c.Block = s.index()
	if opens && len(s.open) < mostOpen {
		s.open = append(s.open, wordRemark{id, len(s.doc.Comments), s.remarked.Len()})
	}
	s.doc.Comments = append(s.doc.Comments, c)
}

func (s *wordStory) remarkEnds(id string) {
	i := slices.IndexFunc(s.open, func(r wordRemark) bool { return r.id == id })
	if i < 0 {
		return
	}
	r := s.open[i]
	s.open = slices.Delete(s.open, i, i+1)
	s.doc.Comments[r.at].On = strings.TrimSpace(s.remarked.String()[r.from:])
}

// pages reads the headers and the footers, each once.
func (f *wordFile) pages(rels map[string]relation) error {
	read := map[string]bool{}
	var heads, feet []Block
	for _, s := range f.sections {
		for _, page := range []string{"default", "first", "even", ""} {
			if page == "first" && !s.first || page == "even" && !f.even {
				continue
			}
			for _, side := range []struct {
				id   string
				kind Kind
				to   *[]Block
			}{{s.headers[page], Header, &heads}, {s.footers[page], Footer, &feet}} {
				r, ok := rels[side.id]
				if !ok || r.outside || read[r.target] {
					continue
				}
				read[r.target] = true
				blocks, err := f.running(r.target, side.kind)
				if err != nil {
					return err
				}
				if words := said(blocks); words != "" && !read[words] {
					read[words] = true
					*side.to = append(*side.to, blocks...)
				}
			}
		}
	}
	for i := range f.doc.Comments {
		f.doc.Comments[i].Block += len(heads)
	}
	f.doc.Blocks = slices.Concat(heads, f.doc.Blocks, feet)
	return nil
}

// said is the kind and the words of blocks, without their figures and spaces:
// headers that differ in the number of a page alone are the same.
func said(blocks []Block) string {
	var b strings.Builder
	for _, block := range blocks {
		b.WriteString(string(block.Kind) + "\n" + block.Text() + "\n")
	}
	return strings.Map(func(r rune) rune {
		if isSpace(r) || r >= '0' && r <= '9' {
			return -1
		}
		return r
	}, b.String())
}

// running reads a header or a footer.
func (f *wordFile) running(part string, kind Kind) ([]Block, error) {
	rels, err := f.relations(part)
	if err != nil {
		return nil, err
	}
	var blocks []Block
	err = f.part(part, func(c *cursor) {
		s := f.story(c, rels)
		s.numbers.apart(func() {
			s.each(func(xml.StartElement) { s.each(s.block) })
			s.flush()
		})
		blocks = runningBlocks(s.blocks, kind)
	})
	return blocks, err
}

// runningBlocks are the blocks of a header or a footer.
func runningBlocks(blocks []Block, kind Kind) []Block {
	var out []Block
	for _, b := range flattened(blocks) {
		if b.Kind != Rule && b.Kind != PageBreak && !b.Gone {
			b.Kind, b.Level = kind, 0
			out = append(out, b)
		}
	}
	return out
}
