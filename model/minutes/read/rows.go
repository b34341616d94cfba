package read

import (
	"slices"

	"minutebook/model"
)

// rowBlocks is a row of a table as blocks: none where nothing is in it. A row of
// one cell with a table in it only frames what stands there, which comes in its
// place; single says that it has no more.
func rowBlocks(r Block, single bool) []Block {
	r.Bookmarks = once(r.Bookmarks)
	words, gone := false, false
	for _, c := range r.Cells {
		if single && slices.ContainsFunc(c.Blocks, func(b Block) bool { return b.Kind == TableRow }) {
			return c.Blocks
		}
		for _, b := range c.Blocks {
			words, gone = words || !b.Gone, gone || b.Gone
		}
	}
	if !words && !gone {
		return nil
	}
	r.Gone = !words
	for i := range r.Cells {
		r.Cells[i].Blocks = flattened(r.Cells[i].Blocks)
	}
	return []Block{r}
}

// flattened is the blocks of a cell with the rows of tables among them as
// paragraphs, in which tabs part the cells.
func flattened(blocks []Block) []Block {
	for i, b := range blocks {
		if b.Kind != TableRow {
			continue
		}
		var words stretches
		for c, cell := range b.Cells {
			if c > 0 {
				words.add("\t", model.Span{})
			}
			for p, within := range cell.Blocks {
				if p > 0 {
					words.add("\n", model.Span{})
				}
				if within.Label != "" {
					words.add(within.Label+" ", model.Span{})
				}
				for _, span := range within.Spans {
					words.add(span.Text, span)
				}
			}
		}
		flat := Block{Kind: Paragraph, Gap: b.Gap, Bookmarks: b.Bookmarks, Revisions: b.Revisions, Gone: b.Gone}
		flat.Spans, _ = words.spans()
		blocks[i] = flat
	}
	return blocks
}

// once is names, each as it comes first.
func once(names []string) []string {
	seen := map[string]bool{}
	return slices.DeleteFunc(names, func(name string) bool {
		again := seen[name]
		seen[name] = true
		return again
	})
}

// number says of every block which of the file it is, and keeps the comments to
// blocks that there are.
func (d *Document) number() {
	for i := range d.Blocks {
		b := &d.Blocks[i]
		b.Line = i + 1
		for _, c := range b.Cells {
			for j := range c.Blocks {
				c.Blocks[j].Line = i + 1
			}
		}
	}
	for i := range d.Comments {
		c := &d.Comments[i]
		c.Block = max(0, min(c.Block, len(d.Blocks)-1))
	}
}

// isLetter says whether paper of that size, in twentieths of a point, is US
// Letter, upright or across.
func isLetter(width, height int) bool {
	near := func(a, b int) bool { return a > b-60 && a < b+60 }
	return near(width, 12240) && near(height, 15840) || near(width, 15840) && near(height, 12240)
}
