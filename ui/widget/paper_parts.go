package widget

import (
	"minutebook/model"
	"minutebook/model/minutes"
)

// A paperPart is what is set and drawn at once: a block, or a piece of one that
// may be long. Tables are taken apart into rows, lists into points.
type paperPart struct {
	// block has only the piece: a table of one row, a list of one point.
	block  minutes.Block
	anchor string
	// inList is how many steps of a list it stands in; last ends its block, so
	// that there is room under it.
	inList int
	last   bool
	// edge is not nil for the head or the foot of the page, in which there is
	// no block.
	edge *paperEdge
}

// A paperEdge is what stands at the head or the foot of the sheet.
type paperEdge struct {
	running minutes.Running
	logo    *minutes.Picture
	foot    bool
}

// Pages are a document taken apart for a [Paper]. Making them needs no window
// and may be done on any goroutine.
type Pages struct {
	doc   minutes.Document
	parts []paperPart
	at    map[string]int // the part with an anchor
	// weights say how much of the document comes before each part, and then how
	// much there is, roughly, so that nothing need be set to know it.
	weights []float32
}

// NewPages takes a document apart.
func NewPages(doc minutes.Document) *Pages {
	p := &Pages{doc: doc, parts: paperParts(doc)}
	p.at = make(map[string]int, len(p.parts))
	p.weights = make([]float32, 1, len(p.parts)+1)
	for n, part := range p.parts {
		if _, taken := p.at[part.anchor]; !taken && part.anchor != "" {
			p.at[part.anchor] = n
		}
		p.weights = append(p.weights, p.weights[n]+part.weight())
	}
	return p
}

func paperParts(d minutes.Document) []paperPart {
	s := splitter{parts: make([]paperPart, 0, len(d.Blocks)*2+2)}
	s.parts = append(s.parts, paperPart{edge: &paperEdge{running: d.Header, logo: d.Logo}})
	for _, b := range d.Blocks {
		s.block(b, 0)
	}
	s.parts = append(s.parts, paperPart{edge: &paperEdge{running: d.Footer, foot: true}})
	return s.parts
}

type splitter struct{ parts []paperPart }

func (s *splitter) add(b minutes.Block, anchor string, inList int, last bool) {
	s.parts = append(s.parts, paperPart{block: b, anchor: anchor, inList: inList, last: last})
}

func (s *splitter) block(b minutes.Block, inList int) {
	switch b := b.(type) {
	case minutes.Contents:
		s.contents(b)
	case minutes.People:
		s.people(b)
	case minutes.List:
		s.list(b)
	case minutes.Table:
		s.table(b)
	case minutes.Heading:
		s.add(b, b.Anchor, inList, true)
	case minutes.Paragraph:
		s.add(b, b.Anchor, inList, true)
	case minutes.Action:
		s.add(b, b.Anchor, inList, true)
	case minutes.Resolution:
		s.add(b, b.Anchor, inList, true)
	case minutes.Vote:
		s.add(b, b.Anchor, inList, true)
	case minutes.Stub:
		s.add(b, b.Anchor, inList, true)
	default: // Title, Facts, Signature, BackLink
		s.add(b, "", inList, true)
	}
}

func (s *splitter) contents(b minutes.Contents) {
	s.add(minutes.Heading{Level: 2, Text: []model.Span{{Text: b.Heading}}}, b.Anchor, 0, true)
	for i := range b.Links {
		s.add(minutes.Contents{Links: b.Links[i : i+1]}, "", 0, i == len(b.Links)-1)
	}
}

func (s *splitter) people(b minutes.People) {
	if b.Running {
		s.add(b, "", 0, true)
		return
	}
	for i, n := range b.Names {
		s.add(minutes.People{Names: b.Names[i : i+1]}, n.Anchor, 0, i == len(b.Names)-1)
	}
}

func (s *splitter) list(b minutes.List) {
	for i, point := range b.Points {
		under := point.Under
		point.Under = nil
		s.add(minutes.List{Points: []minutes.Point{point}}, point.Anchor, 0, i == len(b.Points)-1 || len(under) > 0)
		for _, u := range under {
			s.block(u, point.Level+1)
		}
	}
}

func (s *splitter) table(b minutes.Table) {
	s.add(minutes.Table{Head: b.Head, Shares: b.Shares}, "", 0, len(b.Rows) == 0)
	for i, row := range b.Rows {
		s.add(minutes.Table{Shares: b.Shares, Rows: b.Rows[i : i+1]}, row.Anchor, 0, i == len(b.Rows)-1)
	}
}

// weight is how high a part is, roughly, in lines.
func (p paperPart) weight() float32 {
	const line = 85 // characters
	lines := func(texts ...[]model.Span) (sum float32) {
		for _, t := range texts {
			n := 0
			for _, s := range t {
				n += len(s.Text)
			}
			sum += float32(1 + n/line)
		}
		return sum
	}
	switch b := p.block.(type) {
	case minutes.Paragraph:
		return 0.6 + lines(b.Text)
	case minutes.Action:
		return 1.5 + lines(b.Text)
	case minutes.Resolution:
		return 1.5 + lines(b.Text, b.Detail)
	case minutes.Vote:
		return 1.5 + lines(b.Text) + float32(len(b.Names))
	case minutes.List:
		return 0.3 + lines(b.Points[0].Text)
	case minutes.Table:
		high := float32(1)
		for _, row := range b.Rows {
			for _, cell := range row.Cells {
				high = max(high, lines(cell))
			}
		}
		return 0.4 + high
	}
	return 2
}
