package docx

import (
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
	t := w.begin("MinuteTable", shares(b.Shares, columns, w.text()), 0,
		`<w:tblLook w:val="0420"/>`, b.Caption, b.Summary)
	head := make([][]model.Span, len(b.Head))
	for i, h := range b.Head {
		head[i] = plain(h)
	}
	w.row(t, minutes.Row{Cells: head}, true)
	for _, r := range b.Rows {
		w.row(t, r, false)
	}
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

// begin adds a table. look is what its style is to do with the first row and
// column; caption and summary tell of it to those who cannot see it.
func (w *writer) begin(style string, widths []int, indent int, look, caption, summary string) grid {
	w.shut()
	if children := w.root.Document.Body.Children; w.last == "MinuteVote" && len(children) > 0 {
		children[len(children)-1].Para.GetCT().Property.KeepNext = &ctypes.OnOff{} // who voted how
	}
	w.tabled, w.last = true, ""
	t := grid{w.root.AddTable(), widths}
	t.Style(style)
	total, columns := 0, make([]uint64, len(widths))
	for i, width := range widths {
		columns[i] = uint64(width)
		total += width
	}
	t.Width(total, stypes.TableWidthDxa)
	t.Layout(stypes.TableLayoutFixed)
	t.Grid(columns...)
	if indent > 0 {
		t.GetCT().TableProp.Indent = ctypes.NewTableWidth(indent, stypes.TableWidthDxa)
	}
	about := `<w:tblCaption w:val="` + escape(minutes.Clean(caption)) + `"/>`
	if summary != "" {
		about += `<w:tblDescription w:val="` + escape(minutes.Clean(summary)) + `"/>`
	}
	t.GetCT().TableProp.TableLook = ctypes.NewCTString(w.tokens.add(lookToken, look+
		`<mc:AlternateContent><mc:Choice Requires="w14">`+about+`</mc:Choice></mc:AlternateContent>`))
	return t
}

// row adds a row; a short one has empty cells at its end.
func (w *writer) row(t grid, r minutes.Row, head bool) {
	cells := make([]cell, len(t.widths))
	for i := range cells {
		cells[i].style = map[bool]string{true: "TableHead", false: "TableText"}[head]
		if i < len(r.Cells) {
			words := r.Cells[i]
			cells[i].text, cells[i].fill = words, func(p *docx.Paragraph) { w.words(p, words) }
		}
	}
	if r.Anchor != "" {
		fill := cells[0].fill
		cells[0].fill = func(p *docx.Paragraph) {
			w.bookmarked(p, r.Anchor, func() {
				if fill != nil {
					fill(p)
				}
			})
		}
	}
	made := w.cells(t, cells)
	if head {
		made.Property.Header = &ctypes.OnOff{}
	}
}

// cell is a cell of one paragraph.
type cell struct {
	style string
	text  []model.Span
	fill  func(*docx.Paragraph)
}

// cells adds a row of cells.
func (w *writer) cells(t grid, cells []cell) *ctypes.Row {
	row := t.AddRow()
	for i, c := range cells {
		made := row.AddCell()
		made.Width(t.widths[i], stypes.TableWidthDxa)
		p := made.AddEmptyPara()
		dress(p, c.style, c.text)
		if c.fill != nil {
			c.fill(p)
		}
	}
	rows := t.GetCT().RowContents
	made := rows[len(rows)-1].Row
	made.Property.CantSplit = &ctypes.OnOff{}
	for _, c := range made.Contents {
		c.Cell.Property.Shading = nil // it would paint white over the ground of the style
	}
	return made
}

// marginColumn is how wide the column beside actions is.
const marginColumn = 2381

// beside is an action with its owner and due in a column on the right. It is a
// row of two cells, which Word and LibreOffice lay out alike however long
// either is, and which is read out from left to right: name, words, owner and
// due. Tabs would break where the right side runs over its line, and a frame
// is read out before the words it stands beside.
func (w *writer) beside(b minutes.Action, indent int) {
	left := max(indent-boxStep, w.base())
	t := w.begin("MinuteActionTable", []int{w.text() - left - marginColumn, marginColumn}, left,
		`<w:tblLook w:val="0680"/>`, b.Name, "")
	w.cells(t, []cell{
		{"MinuteActionWords", b.Text, func(p *docx.Paragraph) {
			w.bookmarked(p, b.Anchor, func() { w.named(p, b.Name, b.Text) })
		}},
		{"MinuteActionMargin", b.Margin, func(p *docx.Paragraph) { w.words(p, b.Margin) }},
	})
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
