package read

import (
	"encoding/xml"
	"slices"
	"strings"

	"minutebook/model"
)

// odtStory is a run of text of an OpenDocument text while it is read.
type odtStory struct {
	*odtFile
	*cursor
	odtSpot
	tables int
	// run is what the words that come look like.
	run odtRun
	// inserted are the changes that are open, marks the bookmarks.
	inserted, marks []string
	// counts are the numbers of lists, by the name that others go on by.
	counts   map[string]*numberCount
	open     map[string]wordRemark
	remarked strings.Builder
}

// odtSpot is where in a story it is read: in itself, a cell or a box.
type odtSpot struct {
	blocks     []Block
	para       *odtParagraph
	gap        bool
	inside, at int
	// items are the lists that it stands in, the innermost last.
	items []odtList
}

// odtRun is how words look that are read, and where they lead.
type odtRun struct {
	bold, italic, hidden bool
	address              string
}

// odtList is a list that is open.
type odtList struct {
	style string
	count *numberCount
	// fresh says that the next paragraph is the first of its item; start is the
	// number that the item is given, -1 for none.
	fresh bool
	start int
}

// odtParagraph is a paragraph while it is read.
type odtParagraph struct {
	Block
	words stretches
	// space says that the last letter was a space, which others join.
	space bool
	below []Block
}

func (f *odtFile) story(c *cursor) *odtStory {
	return &odtStory{odtFile: f, cursor: c, counts: map[string]*numberCount{}, open: map[string]wordRemark{}}
}

// count counts what takes room.
func (s *odtStory) count(n int) {
	if s.made += n; s.made > mostMade {
		s.fail(tooMany)
	}
}

// block reads an element of the text, of a cell or of a box.
func (s *odtStory) block(e xml.StartElement) {
	switch name := e.Name.Local; name {
	case "p", "h":
		s.paragraph(e)
	case "list":
		s.inList(e)
	case "table":
		s.table()
	case "tracked-changes":
		s.each(s.region)
	case "section", "index-title":
		if display := attr(e, "display"); display == "none" || attr(e, "is-hidden") == "true" {
			s.left[hidden]++
			return
		}
		s.each(s.block)
	case "frame", "custom-shape", "rect", "ellipse", "g", "line", "path":
		s.blocks = append(s.blocks, s.frame(e)...)
	default:
		if !s.place(e) && !odtProperties(name) {
			s.each(s.block)
		}
	}
}

// odtProperties says whether an element holds no words of the text.
func odtProperties(name string) bool {
	switch name {
	case "note-citation", "sequence-decls", "variable-decls", "user-field-decls", "forms", "ruby-text", "hidden-text", "hidden-paragraph", "script", "title", "desc", "dde-connection-decls", "meta-field-source":
		return true
	}
	return strings.HasSuffix(name, "-source")
}

// inList reads a list and the lists in it.
func (s *odtStory) inList(e xml.StartElement) {
	l := odtList{style: attr(e, "style-name"), start: -1}
	n := len(s.items)
	if n >= mostLevels {
		s.each(s.item)
		return
	}
	if n > 0 {
		outer := s.items[n-1]
		if l.style == "" {
			l.style = outer.style
		}
		if l.count = outer.count; !outer.fresh && attr(e, "continue-numbering") != "true" {
			l.count.used[n] = false // below a paragraph of the item it begins anew
		}
	} else {
		switch {
		case attr(e, "continue-list") != "":
			l.count = s.counts[attr(e, "continue-list")]
		case attr(e, "continue-numbering") == "true":
			l.count = s.counts["style "+l.style]
		}
		if l.count == nil {
			l.count = &numberCount{}
		}
		s.count(1)
		s.counts["style "+l.style] = l.count
		if id := attr(e, "id"); id != "" {
			s.counts[id] = l.count
		}
	}
	s.items = append(s.items, l)
	s.each(s.item)
	s.items = s.items[:n]
}

// item reads an item of a list.
func (s *odtStory) item(e xml.StartElement) {
	switch e.Name.Local {
	case "list-item":
		l := &s.items[len(s.items)-1]
		style := l.style
		l.fresh, l.start = true, number(attr(e, "start-value"), -1)
		if other := attr(e, "style-override"); other != "" {
			l.style = other
		}
		s.each(s.block)
		s.items[len(s.items)-1].style = style
	case "list-header":
		s.items[len(s.items)-1].fresh = false
		s.each(s.block)
	}
}

// label counts a paragraph in its list and is what is printed before it.
func (s *odtStory) label(layout odtLayout, outline int) (label string, level int) {
	n := len(s.items)
	if n == 0 {
		if outline > 0 && outline <= mostLevels && s.outline[outline-1] != nil && s.outline[outline-1].format != "none" {
			count := s.counts[outlineList]
			if count == nil {
				count = &numberCount{}
				s.counts[outlineList] = count
			}
			count.next(s.outline, outline-1)
			return count.printed(s.outline, outline-1), outline - 1
		}
		return "", 0
	}
	l := &s.items[n-1]
	if !l.fresh {
		return "", 0
	}
	l.fresh = false
	of := s.lists[l.style]
	if of == nil {
		if of = s.lists[layout.list]; of == nil {
			return "", 0
		}
	}
	if l.start >= 0 {
		l.count.used[n-1] = false
		with := *of
		if with[n-1] != nil {
			level := *with[n-1]
			level.start = l.start
			with[n-1] = &level
		}
		l.count.next(with, n-1)
	} else {
		l.count.next(*of, n-1)
	}
	return l.count.printed(*of, n-1), n - 1
}

// outlineList is where headings that stand in no list are counted.
const outlineList = "outline"

// paragraph reads a paragraph or a heading.
func (s *odtStory) paragraph(e xml.StartElement) {
	s.count(1)
	layout := s.resolved("paragraph", attr(e, "style-name"))
	p := &odtParagraph{}
	p.Style = layout.named
	p.Bookmarks = slices.Clone(s.marks)
	heading := 0
	if e.Name.Local == "h" {
		heading = min(max(1, number(attr(e, "outline-level"), 1)), 6)
	} else if layout.named == "Title" {
		heading = 1
	}
	if layout.newPage == on {
		s.pageBreak()
	}
	outer, run := s.para, s.run
	s.para, s.run = p, odtRun{hidden: layout.look.hidden == on}
	if heading == 0 {
		s.run.bold, s.run.italic = layout.look.bold == on, layout.look.italic == on
	}
	p.space = true
	s.inline()
	s.para, s.run = outer, run
	if len(s.open) > 0 {
		s.remarked.WriteByte('\n')
	}
	s.put(p, layout, heading, number(attr(e, "outline-level"), 0))
}

// put makes a block of a paragraph.
func (s *odtStory) put(p *odtParagraph, layout odtLayout, heading, outline int) {
	level := 0
	p.Label, level = s.label(layout, outline)
	switch {
	case heading > 0:
		p.Kind, p.Level = Heading, heading
	case p.Label != "":
		p.Kind, p.Level = ListItem, level
	default:
		p.Kind = Paragraph
	}
	p.Gone = !p.words.worded && slices.ContainsFunc(p.Revisions, func(r Revision) bool { return r.Kind == Deleted && r.Text != "" })
	switch {
	case p.words.worded || p.Gone:
		var tabs int
		p.Spans, tabs = p.words.spans()
		p.Indent = wordIndent{layout.left, layout.first}.characters() + tabs*charactersInTab
		p.Gap, s.gap = s.gap, false
		s.blocks = append(s.blocks, p.Block)
	case layout.ruled == on:
		s.blocks = append(s.blocks, Block{Kind: Rule})
	case len(p.below) == 0:
		s.gap = true
	}
	s.blocks = append(s.blocks, p.below...)
	if layout.pageAfter == on {
		s.pageBreak()
	}
}

func (s *odtStory) pageBreak() {
	if n := len(s.blocks); s.inside == 0 && n > 0 && s.blocks[n-1].Kind != PageBreak {
		s.blocks = append(s.blocks, Block{Kind: PageBreak})
		s.gap = false
	}
}

// within reads a cell or a box: its blocks are given back.
func (s *odtStory) within(read func()) []Block {
	outer := s.odtSpot
	s.odtSpot = odtSpot{inside: outer.inside + 1, at: outer.at}
	if outer.inside == 0 {
		s.at = len(outer.blocks)
	}
	read()
	blocks := s.blocks
	s.odtSpot = outer
	return blocks
}

// table reads a table.
func (s *odtStory) table() {
	s.tables++
	number, heads := s.tables, false
	var rows func(e xml.StartElement)
	rows = func(e xml.StartElement) {
		switch e.Name.Local {
		case "table-row":
			s.row(number, heads)
		case "table-header-rows":
			heads = true
			s.each(rows)
			heads = false
		default:
			s.each(rows)
		}
	}
	s.each(rows)
}

func (s *odtStory) row(table int, heads bool) {
	s.count(1)
	r := Block{Kind: TableRow, Table: table, HeaderRow: heads}
	s.each(func(e xml.StartElement) {
		s.count(1)
		covered := e.Name.Local == "covered-table-cell"
		if e.Name.Local != "table-cell" && !covered {
			return
		}
		blocks := s.within(func() { s.each(s.block) })
		for _, b := range blocks {
			r.Bookmarks, r.Revisions = append(r.Bookmarks, b.Bookmarks...), append(r.Revisions, b.Revisions...)
			s.count(len(b.Bookmarks) + len(b.Revisions))
		}
		if n := len(r.Cells); covered && n > 0 && r.Cells[n-1].Columns > 1 && len(blocks) == 0 {
			return // the cell before it says how far it reaches
		}
		r.Cells = append(r.Cells, Cell{Blocks: blocks, Columns: min(max(1, number(attr(e, "number-columns-spanned"), 1)), mostWordColumns)})
	})
	rows := rowBlocks(r, len(r.Cells) == 1)
	if len(rows) > 0 && rows[0].Kind == TableRow {
		rows[0].Gap, s.gap = s.gap, false
	}
	s.blocks = append(s.blocks, rows...)
}

// span is how the words that come look.
func (r odtRun) span() model.Span {
	return model.Span{Bold: r.bold, Italic: r.italic, Address: r.address}
}
