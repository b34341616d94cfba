package docx

import "minutebook/model/minutes"

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

// heading is the numbering for the heading of an item with that label, 0 where
// its number is to be written in letters.
func (c *counter) heading(l minutes.Label) int {
	if len(l.Path) != 1 {
		c.list = 0
		return 0
	}
	if n := l.Path[0]; n != c.item+1 || c.item == 0 && n != 1 {
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
	out := ""
	for i, start := range c.starts {
		out += "\n  " + `<w:num w:numId="` + itoa(bulletList+1+i) + `"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="` + itoa(start) +
			`"/></w:lvlOverride><w:lvlOverride w:ilvl="1"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`
	}
	return out
}
