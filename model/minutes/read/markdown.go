package read

import (
	"bytes"
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	source "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"minutebook/model"
)

// markdown reads Markdown as those who publish from it do, but that lines that
// were not wrapped stay lines: a list of names is often typed so.
func markdown(name string, data []byte) (Document, error) {
	words, err := decode(name, data, "")
	if err != nil {
		return Document{}, err
	}
	words = strings.ReplaceAll(words, "\f", " ")
	if wild(words) {
		d, err := text(name, data)
		d.Format = Markdown
		return d, err
	}
	d := Document{Name: name, Format: Markdown}
	lines := textLines(words)
	r := &markdownReader{text: &textReader{doc: &d, wrap: wrapOf(lines), letters: lettered(lines), patience: patience}, all: lines}
	r.source = []byte(words)
	r.begin(r.text.frontMatter(lines))
	tree := goldmark.New(goldmark.WithExtensions(extension.Table)).Parser().Parse(source.NewReader(r.source))
	if err := r.blocks(tree, 0); err != nil {
		return Document{}, unreadable(name, err)
	}
	relabel(r.out)
	d.Blocks = append(d.Blocks, r.out...)
	return d, nil
}

// What a Markdown file of minutes never has, and what would keep its parser busy
// for long: so many marks in a paragraph, cells in tables, quotations and
// lists in one another.
const (
	wildMarks   = 2000
	wildCells   = 60_000
	wildNesting = 60
)

// wild says whether a file has more of such than minutes do. It is read as a
// text then, whose reader takes no longer for that.
func wild(words string) bool {
	marks, rows, columns := 0, 0, 0
	for _, line := range strings.Split(words, "\n") {
		words := strings.TrimSpace(line)
		if words == "" {
			marks = 0
			continue
		}
		for i := range len(words) {
			if strings.IndexByte("[]*_`<&!", words[i]) >= 0 {
				marks++
			}
		}
		if bars := strings.Count(words, "|"); bars > 0 || columns > 0 {
			rows, columns = rows+1, max(columns, bars)
		}
		first := len(words) - len(strings.TrimLeft(words, ">-*+ \t"))
		if marks > wildMarks && !aRule.MatchString(words) || first > wildNesting && !aRule.MatchString(words) ||
			len(line)-len(strings.TrimLeft(line, " \t")) > 2*wildNesting || rows*columns > wildCells {
			return true
		}
	}
	return false
}

// markdownReader makes blocks of the tree of a Markdown file.
type markdownReader struct {
	text   *textReader
	source []byte
	all    []textLine
	// starts are where the lines of the source begin.
	starts []int
	out    []Block
	// around is what the blocks around say of the one that is read.
	style string
	item  *pageItem
	lists int
	// gap says that the next block stands apart, for what is around it does.
	gap bool
}

// begin blanks what stands before those lines, so that all keep their numbers.
func (r *markdownReader) begin(lines []textLine) {
	first := len(r.all) + 1
	if len(lines) > 0 {
		first = lines[0].number
	}
	at := 0
	for n := 1; at <= len(r.source); n++ {
		r.starts = append(r.starts, at)
		end := bytes.IndexByte(r.source[at:], '\n')
		if end < 0 {
			end = len(r.source) - at
		}
		if n < first {
			copy(r.source[at:], bytes.Repeat([]byte{' '}, end))
		}
		at += end + 1
	}
}

// line is the number of the line of a place in the source.
func (r *markdownReader) line(at int) int {
	return sort.Search(len(r.starts), func(i int) bool { return r.starts[i] > at })
}

// lineOf is the number of the line that a block begins in; of one without words,
// that of the words before it.
func (r *markdownReader) lineOf(n ast.Node) int {
	for ; n != nil; n = n.FirstChild() {
		if n.Type() == ast.TypeBlock && n.Lines() != nil && n.Lines().Len() > 0 {
			return r.line(n.Lines().At(0).Start)
		}
	}
	if len(r.out) > 0 {
		return r.out[len(r.out)-1].Line
	}
	return 1
}

func (r *markdownReader) blocks(n ast.Node, depth int) error {
	if depth > MaxDepth {
		return tooDeep
	}
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		if err := r.block(child, depth); err != nil {
			return err
		}
	}
	return nil
}

func (r *markdownReader) block(n ast.Node, depth int) error {
	switch n := n.(type) {
	case *ast.Heading:
		r.prose(n, Heading, n.Level)
	case *ast.Paragraph, *ast.TextBlock:
		r.prose(n, Paragraph, 0)
	case *ast.ThematicBreak:
		r.put(n, Block{Kind: Rule})
	case *ast.Blockquote:
		style := r.style
		r.style = "Quote"
		defer func() { r.style = style }()
		return r.blocks(n, depth+1)
	case *ast.List:
		return r.list(n, depth)
	case *ast.FencedCodeBlock:
		for _, l := range r.linesOf(n) {
			if !l.blank() {
				r.put(n, Block{Kind: Paragraph, Style: "Preformatted", Spans: plain(l.words)})
				r.out[len(r.out)-1].Line = l.number
			}
		}
	case *ast.CodeBlock: // far in, but words
		r.plain(n, r.linesOf(n))
	case *ast.HTMLBlock:
		lines := r.linesOf(n)
		if n.HasClosure() {
			l := r.line(n.ClosureLine.Start)
			lines = append(lines, newTextLine(l, string(n.ClosureLine.Value(r.source))))
		}
		r.plain(n, lines)
	case *extast.Table:
		r.table(n)
	default:
		return r.blocks(n, depth+1)
	}
	return nil
}

// linesOf are the lines of a block.
func (r *markdownReader) linesOf(n ast.Node) []textLine {
	var lines []textLine
	for i := range n.Lines().Len() {
		s := n.Lines().At(i)
		lines = append(lines, newTextLine(r.line(s.Start), strings.TrimRight(string(s.Value(r.source)), "\n")))
	}
	return lines
}

// plain reads lines as those of a text.
func (r *markdownReader) plain(n ast.Node, lines []textLine) {
	gap := n.HasBlankPreviousLines()
	for i, b := range r.text.blocks(lines) {
		b.Gap = b.Gap || i == 0 && gap
		r.out = append(r.out, b)
	}
}

// list reads a list with the numbers that are shown of it.
func (r *markdownReader) list(n *ast.List, depth int) error {
	outer := r.item
	r.lists++
	number := n.Start
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		label := string(n.Marker)
		if n.IsOrdered() {
			label = strconv.Itoa(number) + label
			number++
		}
		r.item = &pageItem{label: label, level: r.lists - 1}
		r.gap = r.gap || child.HasBlankPreviousLines() || child == n.FirstChild() && n.HasBlankPreviousLines()
		if err := r.blocks(child, depth+2); err != nil {
			return err
		}
	}
	r.lists--
	r.item = outer
	return nil
}

// put adds a block that begins where n does.
func (r *markdownReader) put(n ast.Node, b Block) {
	b.Line, b.Gap = r.lineOf(n), n.HasBlankPreviousLines() || r.gap
	r.gap = false
	if b.Style == "" {
		b.Style = r.style
	}
	if item := r.item; item != nil {
		b.Indent = 2 * (item.level + 1)
		if !item.begun {
			b.Label, b.Indent = item.label, 2*item.level
			if b.Kind == Paragraph {
				b.Kind, b.Level = ListItem, item.level
			}
		}
		item.begun = true
	}
	r.out = append(r.out, b)
}

// prose reads a block of words: one, or where its lines were not wrapped, one
// for each of them.
func (r *markdownReader) prose(n ast.Node, kind Kind, level int) {
	p := inlineReader{r: r, lines: []*spanReader{{}}, numbers: []int{r.lineOf(n)}}
	p.children(n, model.Span{}, 0)
	gap := n.HasBlankPreviousLines() || r.gap
	for i, line := range p.lines {
		spans := line.all()
		if len(spans) == 0 {
			continue
		}
		if words := model.Words(spans); attributes.MatchString(words) || len(spans) == 1 && strings.HasPrefix(words, "![") {
			r.out = append(r.out, Block{Kind: Matter, Spans: spans, Line: p.numbers[i], Gap: gap && i == 0})
			continue
		}
		r.put(n, Block{Kind: kind, Level: level, Spans: spans})
		b := &r.out[len(r.out)-1]
		b.Line, b.Gap = p.numbers[i], gap && i == 0
	}
}

// table reads a table.
func (r *markdownReader) table(n *extast.Table) {
	r.text.tables++
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		_, head := row.(*extast.TableHeader)
		b := Block{Kind: TableRow, Table: r.text.tables, HeaderRow: head}
		at := 0
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			inner := markdownReader{text: r.text, source: r.source, all: r.all, starts: r.starts}
			inner.prose(cell, Paragraph, 0)
			if at == 0 {
				at = r.lineOf(cell)
			}
			b.Cells = append(b.Cells, Cell{Blocks: inner.out, Columns: 1})
		}
		b.Line, b.Gap = at, head && n.HasBlankPreviousLines()
		r.out = append(r.out, b)
	}
}

// inlineReader reads the words of a block, line by line.
type inlineReader struct {
	r       *markdownReader
	lines   []*spanReader
	numbers []int
}

// say adds words to the last line.
func (p *inlineReader) say(words string, look model.Span) {
	p.lines[len(p.lines)-1].add(words, look)
}

// next begins a line.
func (p *inlineReader) next(number int) {
	p.lines, p.numbers = append(p.lines, &spanReader{}), append(p.numbers, number)
}

func (p *inlineReader) children(n ast.Node, look model.Span, depth int) {
	for child := n.FirstChild(); child != nil && depth <= MaxDepth; child = child.NextSibling() {
		look = p.inline(child, look, depth)
	}
}

// inline reads a stretch of words, and says what those behind it look like: a
// tag of HTML changes that.
func (p *inlineReader) inline(n ast.Node, look model.Span, depth int) model.Span {
	within := look
	switch n := n.(type) {
	case *ast.Text:
		p.words(n, look)
	case *ast.String:
		p.say(string(n.Value), look)
	case *ast.Emphasis:
		within.Bold = look.Bold || n.Level == 2
		within.Italic = look.Italic || n.Level == 1
		p.children(n, within, depth+1)
	case *ast.Link:
		within.Address = string(n.Destination)
		p.children(n, within, depth+1)
	case *ast.AutoLink:
		p.say(string(n.Label(p.r.source)), look)
	case *ast.Image:
		p.say("![", look)
		p.children(n, look, depth+1)
		p.say("]("+string(n.Destination)+")", look)
	case *ast.RawHTML:
		raw := string(n.Segments.Value(p.r.source))
		if m, ok := tag(raw, 0, look); ok {
			look = m.look
			if m.within == "\n" {
				p.next(p.numbers[len(p.numbers)-1])
			}
		}
	default:
		p.children(n, look, depth+1)
	}
	return look
}

// words reads a text up to the end of a line of the source, which ends a block
// but where it was only wrapped.
func (p *inlineReader) words(n *ast.Text, look model.Span) {
	value := n.Segment.Value(p.r.source)
	if !n.IsRaw() {
		value = util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(slices.Clone(value))))
	}
	p.say(clean(string(value)), look)
	line := p.r.line(max(n.Segment.Start, n.Segment.Stop-1))
	switch all := p.r.all; {
	case n.HardLineBreak():
		p.next(line + 1)
	case n.SoftLineBreak() && line < len(all) && p.r.text.wrap.within(all[line-1], all[line]):
		p.say(" ", look)
	case n.SoftLineBreak():
		p.next(line + 1)
	}
}
