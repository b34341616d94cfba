package docx

import (
	"slices"
	"unicode/utf8"

	"github.com/gomutex/godocx/docx"
	"github.com/gomutex/godocx/wml/ctypes"
	"github.com/gomutex/godocx/wml/stypes"

	"minutebook/model"
	"minutebook/model/minutes"
)

// table is a table with a row of headings that stands on every page it runs
// over. Rows stay whole.
func (w *writer) table(b minutes.Table) {
	columns := len(b.Head)
	for _, r := range b.Rows {
		columns = max(columns, len(r.Cells))
	}
	if columns == 0 {
		return
	}
	roll := w.above.resolved()
	if roll {
		w.above.GetCT().Property.KeepNext = &ctypes.OnOff{} // who voted how
	}
	t := w.begin(shares(b.Shares, columns, w.text()), b.Caption, b.Summary)
	head := make([][]model.Span, len(b.Head))
	for i, h := range b.Head {
		head[i] = plain(h)
	}
	w.row(t, minutes.Row{Cells: head}, "TableHead").Property.Header = &ctypes.OnOff{}
	whole := roll && w.fits(b.Rows)
	for i, r := range b.Rows {
		made := w.row(t, r, "TableText")
		if whole && i < len(b.Rows)-1 {
			for _, c := range made.Contents {
				c.Cell.Contents[0].Paragraph.Property.KeepNext = &ctypes.OnOff{}
			}
		}
	}
}

// fits says whether rows stand on one page together, with room for what they
// follow. LibreOffice never comes to an end over rows that are to be kept
// together and are longer than a page.
func (w *writer) fits(rows []minutes.Row) bool {
	const (
		part    = 0.6 // of a page
		row     = 2   // as high as so many times its words
		longest = 60  // characters that stand in a line or two
	)
	high := float64(sizes[w.doc.Look.Page].height) / 20 * part
	return float64(len(rows))*row*w.doc.Look.Size <= high && !slices.ContainsFunc(rows, func(r minutes.Row) bool {
		return slices.ContainsFunc(r.Cells, func(c []model.Span) bool { return utf8.RuneCountInString(model.Words(c)) > longest })
	})
}

// shares are the widths of columns in twentieths of a point, which together
// are the whole. Columns that have no share of a hundred are as wide as one
// another.
func shares(of []int, columns, whole int) []int {
	sum := 0
	for _, s := range of[:min(len(of), columns)] {
		sum += max(s, 1)
	}
	widths, left := make([]int, columns), whole
	for i := range widths {
		widths[i] = whole / columns
		if len(of) >= columns {
			widths[i] = whole * max(of[i], 1) / sum
		}
		if i == columns-1 {
			widths[i] = left // what rounding left over
		}
		left -= widths[i]
	}
	return widths
}

// grid is a table that is being written.
type grid struct {
	*docx.Table
	widths []int
}

// begin adds a table; caption and summary tell of it to those who cannot see it.
func (w *writer) begin(widths []int, caption, summary string) grid {
	w.shut()
	w.tabled, w.above = true, nil
	t := grid{w.root.AddTable(), widths}
	t.Style("MinuteTable")
	total, columns := 0, make([]uint64, len(widths))
	for i, width := range widths {
		columns[i] = uint64(width)
		total += width
	}
	t.Width(total, stypes.TableWidthDxa)
	t.Layout(stypes.TableLayoutFixed)
	t.Grid(columns...)
	about := `<w:tblCaption w:val="` + escape(minutes.Clean(caption)) + `"/>`
	if summary != "" {
		about += `<w:tblDescription w:val="` + escape(minutes.Clean(summary)) + `"/>`
	}
	t.GetCT().TableProp.TableLook = ctypes.NewCTString(w.tokens.add(lookToken, `<w:tblLook w:val="0420"/>`+
		`<mc:AlternateContent><mc:Choice Requires="w14">`+about+`</mc:Choice></mc:AlternateContent>`))
	return t
}

// row adds a row in a style; a short one has empty cells at its end.
func (w *writer) row(t grid, r minutes.Row, style string) *ctypes.Row {
	row := t.AddRow()
	for i, width := range t.widths {
		var words []model.Span
		if i < len(r.Cells) {
			words = r.Cells[i]
		}
		cell := row.AddCell()
		cell.Width(width, stypes.TableWidthDxa)
		p := cell.AddEmptyPara()
		dress(p, style, words)
		anchor := ""
		if i == 0 {
			anchor = r.Anchor
		}
		w.bookmarked(p, anchor, func() { w.words(p, words) })
	}
	rows := t.GetCT().RowContents
	made := rows[len(rows)-1].Row
	made.Property.CantSplit = &ctypes.OnOff{}
	for _, c := range made.Contents {
		c.Cell.Property.Shading = nil // it would paint white over the ground of the style
	}
	return made
}

// shut adds the small paragraph that Word wants between two tables, and
// between a table and the end.
func (w *writer) shut() {
	if w.tabled {
		w.tabled = false
		dress(w.root.AddEmptyParagraph(), "TableEnd", nil)
	}
}

// apart keeps a paragraph in a style apart from a table above it.
func (w *writer) apart(p *docx.Paragraph, style string) {
	if !w.tabled {
		return
	}
	w.tabled = false
	switch style {
	case "Heading1", "HeadingPlain", "HeadingReference", "Heading2", "Heading3", "SignatureText", "SignatureLine", "BackLink":
		return // they stand apart by themselves
	}
	gap := uint64(tableGap)
	p.GetCT().Property.Spacing = &ctypes.Spacing{Before: &gap}
}

// tableGap is the room below a table, in twentieths of a point.
const tableGap = 200

// signColumn is how wide the labels of lines to be signed are.
const signColumn = 2268

// signTabs are the stops of a line to be signed: where the rule begins and
// where it ends.
func (w *writer) signTabs(column int) ctypes.Tabs {
	rule := stypes.CustLeadCharUnderScore
	return ctypes.Tabs{Tab: []ctypes.Tab{{Val: stypes.CustTabStopLeft, Position: column}, {Val: stypes.CustTabStopRight, Position: w.text(), LeaderChar: &rule}}}
}
