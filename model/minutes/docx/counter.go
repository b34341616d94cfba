package docx

import (
	"fmt"
	"strings"

	"minutebook/model/minutes"
)

// counter follows the numbers that Word will print by itself, so that it is
// asked to number only what comes out right; the rest is written in letters.
type counter struct {
	// list is the numbering in use; 0 while none numbers the item above.
	list int
	// item and para are the numbers printed last.
	item, para int
	// starts are the numbers at which further lists start.
	starts []int
}

// The numberings of parts/numbering.xml; further ones follow.
const (
	firstList  = 1
	bulletList = 2
)

// mostStart is the highest number that every Word starts a list at.
const mostStart = 32767

// heading is the numbering for the heading of an item with that label, 0 where
// its number is to be written in letters.
func (c *counter) heading(l minutes.Label) int {
	if len(l.Path) != 1 || l.Path[0] < 0 || l.Path[0] > mostStart {
		c.list = 0
		return 0
	}
	if n := l.Path[0]; n != c.item+1 {
		c.starts = append(c.starts, n)
	}
	c.item, c.para = l.Path[0], 0
	c.list = firstList
	if len(c.starts) > 0 {
		c.list = bulletList + len(c.starts)
	}
	return c.list
}

// paragraph is the numbering for a paragraph with that label, 0 where its
// number is to be written in letters or it has none.
func (c *counter) paragraph(l minutes.Label) int {
	if len(l.Path) != 2 || c.list == 0 || l.Path[0] != c.item || l.Path[1] != c.para+1 {
		return 0
	}
	c.para++
	return c.list
}

// restarts are the further numberings: each starts at its own number.
func (c *counter) restarts() string {
	var out strings.Builder
	for i, start := range c.starts {
		fmt.Fprintf(&out, "\n  "+`<w:num w:numId="%d"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="%d"/></w:lvlOverride>`+
			`<w:lvlOverride w:ilvl="1"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`, bulletList+1+i, start)
	}
	return out.String()
}

// The least room beside the number of a paragraph and the reference of an
// item, and the most that any takes, in twentieths of a point.
const (
	leastRoom      = 720
	leastReference = 1247
	mostReference  = 3402
)

// rooms are how far words are to be set in beside the numbers of paragraphs
// and the references of items, so that the longest of them fits.
func (w *writer) rooms() (number, reference int) {
	number, reference = leastRoom, leastReference
	words, heads := w.ordinary(), w.headingFace(w.sizeOf("Heading1"))
	fit := func(l minutes.Label, f face) {
		if width := f.width(l.Printed) + 120; l.Printed != "" && width <= mostReference {
			number = max(number, min(width, mostReference/2))
		}
	}
	for _, b := range w.doc.Blocks {
		switch b := b.(type) {
		case minutes.Heading:
			if b.Label.Path != nil {
				fit(b.Label, heads)
			} else if width := heads.width(b.Label.Printed) + 200; width <= mostReference {
				reference = max(reference, width)
			}
		case minutes.Paragraph:
			fit(b.Label, words)
		case minutes.Resolution:
			fit(b.Label, words)
		case minutes.Stub:
			fit(b.Label, words)
		}
	}
	return number, reference
}
