package docx

import (
	"encoding/xml"
	"strconv"
	"strings"

	"github.com/gomutex/godocx/wml/ctypes"
)

// The margins above and below the text of a page, in twentieths of a point.
const (
	topMargin    = 1361
	bottomMargin = 1304
)

// measures are what a style says that takes up room, in twentieths of a point but
// for size, in half points, and line, in parts of 240.
type measures struct {
	size, line, before, after, left, right, frame int
	bold, keepNext, keepLines, close              bool
}

// number is an element with a value.
type number struct {
	Val *int `xml:"val,attr"`
}

// styleXML is as much of a style as takes up room.
type styleXML struct {
	ID    string `xml:"styleId,attr"`
	Based struct {
		Val string `xml:"val,attr"`
	} `xml:"basedOn"`
	Paragraph struct {
		KeepNext   *struct{} `xml:"keepNext"`
		KeepLines  *struct{} `xml:"keepLines"`
		Contextual *struct{} `xml:"contextualSpacing"`
		Border     *struct {
			Top, Bottom *struct {
				Space int `xml:"space,attr"`
			}
		} `xml:"pBdr"`
		Spacing struct {
			Before *int `xml:"before,attr"`
			After  *int `xml:"after,attr"`
			Line   *int `xml:"line,attr"`
		} `xml:"spacing"`
		Indent struct {
			Left  *int `xml:"left,attr"`
			Right *int `xml:"right,attr"`
		} `xml:"ind"`
	} `xml:"pPr"`
	Run struct {
		Bold *struct{} `xml:"b"`
		Size number    `xml:"sz"`
	} `xml:"rPr"`
}

// looks are the measures of all styles, by their ids.
func (w *writer) looks() (map[string]measures, error) {
	data, err := fillPart("styles", w.values())
	if err != nil {
		return nil, err
	}
	var read struct {
		Defaults styleXML   `xml:"docDefaults>pPrDefault"`
		Styles   []styleXML `xml:"style"`
	}
	if err := xml.Unmarshal([]byte(data), &read); err != nil {
		return nil, err
	}
	all := map[string]measures{"": {size: w.sizeOf("Normal"), line: 240}}
	all[""] = read.Defaults.over(all[""])
	for _, s := range read.Styles { // a style follows the one that it is based on
		all[s.ID] = s.over(all[s.Based.Val])
	}
	for id, left := range map[string]int{"Heading1": w.room, "MinuteNumbered": w.room, "MinuteBullet": w.base() + bulletStep, "MinuteBullet2": w.base() + 2*bulletStep} {
		l := all[id]
		l.left = left // their numbering says so
		all[id] = l
	}
	return all, nil
}

// over is what the style makes of the measures it is based on.
func (s styleXML) over(l measures) measures {
	p := s.Paragraph
	for _, set := range []struct {
		to *int
		by *int
	}{{&l.size, s.Run.Size.Val}, {&l.line, p.Spacing.Line}, {&l.before, p.Spacing.Before}, {&l.after, p.Spacing.After}, {&l.left, p.Indent.Left}, {&l.right, p.Indent.Right}} {
		if set.by != nil {
			*set.to = *set.by
		}
	}
	for _, set := range []struct {
		to *bool
		by *struct{}
	}{{&l.bold, s.Run.Bold}, {&l.keepNext, p.KeepNext}, {&l.keepLines, p.KeepLines}, {&l.close, p.Contextual}} {
		*set.to = *set.to || set.by != nil
	}
	if b := p.Border; b != nil {
		for _, side := range []*struct {
			Space int `xml:"space,attr"`
		}{b.Top, b.Bottom} {
			if side != nil {
				l.frame += side.Space*20 + 10
			}
		}
	}
	return l
}

// block is a paragraph or a row of a table as it takes up room on pages.
type block struct {
	style               string
	lines, line         int // how many, and how high each is
	before, after       int
	keepNext, keepLines bool
	close, breaks       bool
	head                bool // a row that stands again on every page
	names               []string
}

// paginate is about on which page each bookmark stands, laid out as Word would
// with ordinary type: breaking lines, keeping headings with what follows and
// paragraphs from leaving a line alone. Fonts that are wider or narrower than
// is known here can shift it by a page in a long document, until the fields
// are worked out by what shows it.
func (w *writer) paginate() (map[string]int, error) {
	looks, err := w.looks()
	if err != nil {
		return nil, err
	}
	var blocks []block
	for _, c := range w.root.Document.Body.Children {
		switch {
		case c.Para != nil:
			blocks = append(blocks, w.measure(c.Para.GetCT(), looks, w.text()))
		case c.Table != nil:
			blocks = append(blocks, w.measureRows(c.Table.GetCT(), looks)...)
		}
	}
	l := layout{height: sizes[w.doc.Look.Page].height - topMargin - bottomMargin, page: 1, of: map[string]int{}}
	for i, b := range blocks {
		l.place(b, blocks[i+1:])
	}
	return l.of, nil
}

// measureRows are the rows of a table; the highest cell of each counts.
func (w *writer) measureRows(t *ctypes.Table, looks map[string]measures) []block {
	var rows []block
	for _, r := range t.RowContents {
		row := block{style: "table", lines: 1, keepLines: true, head: r.Row.Property.Header != nil}
		for i, c := range r.Row.Contents {
			for _, inner := range c.Cell.Contents {
				b := w.measure(inner.Paragraph, looks, int(*t.Grid.Col[i].Width)-216)
				row.line = max(row.line, b.lines*b.line+b.before+b.after+10)
				row.names = append(row.names, b.names...)
				row.keepNext = row.keepNext || b.keepNext
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// measure is a paragraph in a column of that width.
func (w *writer) measure(p *ctypes.Paragraph, looks map[string]measures, width int) block {
	prop := p.Property
	l := looks[prop.Style.Val]
	if prop.Indent != nil && prop.Indent.Left != nil {
		l.left = *prop.Indent.Left
	}
	l = spaced(l, prop.Spacing)
	b := block{style: prop.Style.Val, line: l.size * l.line * lineHeight / 2400, before: l.before + l.frame, after: l.after, close: l.close,
		keepNext: l.keepNext || prop.KeepNext != nil, keepLines: l.keepLines, breaks: prop.PageBreakBefore != nil}
	var text strings.Builder
	for _, c := range p.Children {
		run := c.Run
		if c.Link != nil {
			run = c.Link.Run
		}
		for _, child := range run.Children {
			switch {
			case child.Break != nil:
				text.WriteByte('\n')
			case child.Tab != nil:
				text.WriteString("    ")
			case child.Text != nil && strings.HasPrefix(child.Text.Text, mark):
				b.names = append(b.names, w.bookmarkIn(child.Text.Text)...)
			case child.Text != nil:
				text.WriteString(child.Text.Text)
			}
		}
	}
	b.lines = w.face(l.size, l.bold, w.doc.Look.Font).lines(text.String(), max(width-l.left-l.right, 500))
	return b
}

// spaced is measures with the room that a paragraph has of its own.
func spaced(l measures, s *ctypes.Spacing) measures {
	if s != nil && s.Before != nil {
		l.before = int(*s.Before)
	}
	if s != nil && s.After != nil {
		l.after = int(*s.After)
	}
	return l
}

// lineHeight is how high a line is in percent of its type.
const lineHeight = 115

// bookmarkIn is the bookmark that begins at a token, if one does.
func (w *writer) bookmarkIn(token string) []string {
	n, err := strconv.Atoi(strings.Trim(token, mark+string(rune(inlineToken))))
	if err != nil || n >= len(w.tokens.xml) {
		return nil
	}
	_, name, ok := strings.Cut(w.tokens.xml[n], ` w:name="`)
	if !ok {
		return nil
	}
	name, _, _ = strings.Cut(name, `"`)
	return []string{name}
}

// lines is how many lines words take up in a column of that width.
func (f face) lines(text string, width int) int {
	lines := 0
	space := f.width(" ")
	for _, line := range strings.Split(text, "\n") {
		lines++
		at := 0
		for _, word := range strings.Split(line, " ") {
			long := f.width(word)
			if at > 0 && at+space+long > width {
				lines++
				at = 0
			} else if at > 0 {
				at += space
			}
			at += long
			if at > width {
				lines += (at - 1) / width // a word longer than a line
				at = at % width
			}
		}
	}
	return lines
}

// layout is a page that is being filled.
type layout struct {
	height, y, page int
	last            block // above
	head            int   // how high the row is that stands again on every page
	of              map[string]int
}

// place puts a block on the page, or on the next one; rest is what follows.
func (l *layout) place(b block, rest []block) {
	gap := b.before
	if l.last.style != "" {
		gap += l.last.after
		if b.close && l.last.style == b.style {
			gap = 0
		}
	}
	if b.style != "table" {
		l.head = 0
	}
	if b.breaks || l.y > 0 && l.y+gap+needed(b, rest) > l.height {
		l.turn()
	}
	if l.y > 0 {
		l.y += gap
	}
	for _, name := range b.names {
		l.of[name] = l.page
	}
	if b.head {
		l.head = b.line
	}
	l.fill(b)
	l.last = b
}

func (l *layout) turn() {
	l.page++
	l.y = l.head
}

// fill takes up the room of a block's lines, over as many pages as they need.
func (l *layout) fill(b block) {
	left := b.lines
	for b.line > 0 && l.y+left*b.line > l.height {
		fit := (l.height - l.y) / b.line
		if left-fit == 1 {
			fit-- // no line goes alone
		}
		if fit <= 0 && l.y > l.head {
			fit = 0
		} else {
			fit = max(fit, 1)
		}
		left -= min(fit, left)
		l.turn()
	}
	l.y += left * b.line
}

// needed is how much of a block, and of those it is kept with, must stand
// together.
func needed(b block, rest []block) int {
	sum := 0
	for i := 0; ; i++ {
		lines := b.lines
		if !b.keepNext && !b.keepLines && lines > 3 {
			lines = 2
		}
		sum += lines * b.line
		if !b.keepNext || i == len(rest) || i > 20 {
			return sum
		}
		sum += b.after + rest[i].before
		b = rest[i]
	}
}
