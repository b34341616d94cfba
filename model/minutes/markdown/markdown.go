// Package markdown writes minutes as CommonMark, with a GFM table where there
// is a table.
package markdown

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"minutebook/model"
	"minutebook/model/minutes"
)

// Write writes the document. The error is w's, or a *[minutes.Unknown].
func Write(w io.Writer, d minutes.Document) error {
	p := &printer{w: bufio.NewWriter(w), slugs: slugs(d)}
	for _, b := range d.Blocks {
		if err := p.block(b, ""); err != nil {
			return err
		}
	}
	return p.w.Flush()
}

type printer struct {
	w     *bufio.Writer
	some  bool
	slugs map[string]string
}

// paragraph writes lines as one block, set off from what precedes it. A
// failure stays in the buffered writer and comes out at its flush.
func (p *printer) paragraph(indent, text string) {
	if p.some {
		_, _ = p.w.WriteString("\n")
	}
	p.some = true
	p.line(indent, text)
}

func (p *printer) line(indent, text string) {
	for _, l := range strings.Split(text, "\n") {
		_, _ = p.w.WriteString(strings.TrimRight(indent+l, " ") + "\n")
	}
}

func (p *printer) block(b minutes.Block, indent string) error {
	switch b := b.(type) {
	case minutes.Title:
		p.title(b)
	case minutes.Facts:
		p.facts(b.Rows, indent)
	case minutes.Contents:
		p.contents(b)
	case minutes.Heading:
		p.heading(b)
	case minutes.People:
		p.people(b)
	case minutes.Paragraph:
		p.marked(indent, b.Label, "", b.Text)
	case minutes.List:
		return p.list(b, indent)
	case minutes.Action:
		p.action(b, indent)
	case minutes.Resolution:
		p.resolution(b, indent)
	case minutes.Vote:
		p.marked(indent, minutes.Label{}, b.Name, b.Text)
		p.facts(b.Names, indent)
	case minutes.Stub:
		p.marked(indent, b.Label, b.Name, b.Text)
	case minutes.Table:
		p.table(b, indent)
	case minutes.Signature:
		p.signature(b)
	case minutes.BackLink:
		p.paragraph(indent, "["+escape(b.Link.Text, false)+"](#"+p.slugs[b.Link.Target]+")")
	default:
		return &minutes.Unknown{Block: b}
	}
	return nil
}

func (p *printer) title(b minutes.Title) {
	for i, l := range b.Lines {
		if i == 0 {
			p.paragraph("", "# "+headline(l))
		} else {
			p.paragraph("", "**"+escape(l, true)+"**")
		}
	}
}

func (p *printer) contents(b minutes.Contents) {
	p.paragraph("", "## "+headline(b.Heading))
	links := make([]string, len(b.Links))
	for i, l := range b.Links {
		links[i] = "- [" + escape(l.Text, false) + "](#" + p.slugs[l.Target] + ")"
	}
	p.paragraph("", strings.Join(links, "\n"))
}

func (p *printer) heading(b minutes.Heading) {
	text := inline(b.Text, b.Label.Printed == "")
	if b.Label.Printed != "" {
		text = escape(b.Label.Printed, false) + " " + text
	}
	p.paragraph("", strings.Repeat("#", b.Level)+" "+closed(text))
}

func (p *printer) people(b minutes.People) {
	if b.Running {
		p.paragraph("", inline(b.Line(), true))
		return
	}
	names := make([]string, len(b.Names))
	for i, n := range b.Names {
		names[i] = "- " + inline(n.Text, true)
	}
	p.paragraph("", strings.Join(names, "\n"))
}

func (p *printer) signature(b minutes.Signature) {
	if len(b.Text) > 0 {
		p.paragraph("", inline(b.Text, true))
	}
	for _, l := range b.Lines {
		p.paragraph("", escape(l, true)+" ..............................")
	}
}

func (p *printer) facts(rows []minutes.Fact, indent string) {
	lines := make([]string, len(rows))
	for i, r := range rows {
		lines[i] = "- **" + escape(r.Label, false) + ":** " + inline(r.Text, false)
	}
	if len(lines) > 0 {
		p.paragraph(indent, strings.Join(lines, "\n"))
	}
}

// marked writes a paragraph behind its number and its name.
func (p *printer) marked(indent string, l minutes.Label, name string, text []model.Span) {
	head := ""
	if l.Printed != "" {
		head = startOfLine(escape(l.Printed, true)) + " "
	}
	if name != "" {
		head += "**" + escape(name, false) + "** "
	}
	p.paragraph(indent, head+inline(text, head == ""))
}

// action writes an action; one whose words stand in the log leads there.
func (p *printer) action(b minutes.Action, indent string) {
	if to, ok := p.slugs[b.Row]; ok && b.Row != "" {
		p.paragraph(indent, "**["+escape(b.Name, false)+"](#"+to+")**")
		return
	}
	text := b.Text
	if len(b.Margin) > 0 {
		text = append(slices.Clone(text), model.Span{Text: "\n" + strings.ReplaceAll(model.Words(b.Margin), "\n", "; ")})
	}
	p.marked(indent, minutes.Label{}, b.Name, text)
}

func (p *printer) resolution(b minutes.Resolution, indent string) {
	p.marked(indent, b.Label, b.Name, b.Text)
	if len(b.Detail) > 0 {
		p.paragraph(indent, inline(b.Detail, true))
	}
}

func (p *printer) list(b minutes.List, indent string) error {
	apart := true
	for _, point := range b.Points {
		in := indent + strings.Repeat("  ", point.Level)
		text := strings.ReplaceAll(inline(point.Text, true), "\n", "\n"+in+"  ")
		if apart {
			p.paragraph(in, "- "+text)
		} else {
			p.line(in, "- "+text)
		}
		for _, under := range point.Under {
			if err := p.block(under, in+"  "); err != nil {
				return err
			}
		}
		apart = len(point.Under) > 0
	}
	return nil
}

func (p *printer) table(b minutes.Table, indent string) {
	row := func(cells []string) string { return "| " + strings.Join(cells, " | ") + " |" }
	head, rule := make([]string, len(b.Head)), make([]string, len(b.Head))
	for i, h := range b.Head {
		head[i], rule[i] = cell(escape(h, false)), "---"
	}
	lines := []string{row(head), row(rule)}
	for _, r := range b.Rows {
		cells := make([]string, len(r.Cells))
		for i, c := range r.Cells {
			cells[i] = cell(inline(c, false))
		}
		lines = append(lines, row(cells))
	}
	p.paragraph(indent, strings.Join(lines, "\n"))
}

func cell(s string) string {
	return strings.ReplaceAll(strings.ReplaceAll(s, "|", "\\|"), "\\\n", "<br>")
}

func headline(s string) string { return closed(escape(s, false)) }

// closed keeps a heading from losing "#" at its end, which closes it.
func closed(s string) string {
	if strings.HasSuffix(s, "#") {
		return s[:len(s)-1] + "\\#"
	}
	return s
}

// slugs are the names that renderers give to headings, by anchor. A row of a
// table has none, and is found under the heading above its table.
func slugs(d minutes.Document) map[string]string {
	out, taken, above := map[string]string{}, map[string]int{}, ""
	name := func(anchor, text string) {
		slug := strings.Map(func(r rune) rune {
			switch {
			case r == ' ':
				return '-'
			case unicode.IsLetter(r), unicode.IsDigit(r), r == '-', r == '_':
				return unicode.ToLower(r)
			}
			return -1
		}, text)
		n := taken[slug]
		taken[slug]++
		if n > 0 {
			slug += "-" + strconv.Itoa(n)
		}
		above = slug
		if anchor != "" {
			out[anchor] = slug
		}
	}
	for _, b := range d.Blocks {
		switch b := b.(type) {
		case minutes.Title:
			if len(b.Lines) > 0 {
				name("", b.Lines[0])
			}
		case minutes.Contents:
			name(b.Anchor, b.Heading)
		case minutes.Heading:
			name(b.Anchor, strings.TrimSpace(b.Label.Printed+" "+model.Words(b.Text)))
		case minutes.Table:
			for _, row := range b.Rows {
				out[row.Anchor] = above
			}
		}
	}
	return out
}

// inline writes spans. Marks stand close to their words; where CommonMark
// would not see them as marks there, tags are written instead.
func inline(spans []model.Span, start bool) string {
	var b strings.Builder
	for i, s := range spans {
		text := s.Text
		body := strings.TrimSpace(text)
		if !s.Bold && !s.Italic && s.Address == "" || body == "" {
			b.WriteString(escape(text, start && i == 0))
			continue
		}
		at := strings.Index(text, body)
		b.WriteString(escape(text[:at], start && i == 0))
		out := escape(body, false)
		if to, ok := s.Target(); ok {
			out = "[" + out + "](<" + strings.NewReplacer("<", "%3C", ">", "%3E").Replace(to) + ">)"
		}
		behind := text[at+len(body):]
		if i+1 < len(spans) {
			behind += spans[i+1].Text
		}
		b.WriteString(emphasise(b.String(), out, behind, s))
		b.WriteString(escape(text[at+len(body):], false))
	}
	return b.String()
}

// emphasise marks out, which stands between before and behind, as bold or
// italic.
func emphasise(before, out, behind string, s model.Span) string {
	mark := ""
	if s.Bold {
		mark += "**"
	}
	if s.Italic {
		mark += "*"
	}
	first, _ := utf8.DecodeRuneInString(out)
	last, _ := utf8.DecodeLastRuneInString(out)
	opens := alnum(first) || before == "" || strings.HasSuffix(before, " ")
	closes := alnum(last) || behind == "" || strings.HasPrefix(behind, " ")
	switch {
	case mark == "":
		return out
	case opens && closes && !strings.HasSuffix(before, "*"):
		return mark + out + mark
	case s.Bold && s.Italic:
		return "<strong><em>" + out + "</em></strong>"
	case s.Bold:
		return "<strong>" + out + "</strong>"
	}
	return "<em>" + out + "</em>"
}

// escape writes words so that no mark is read in them. start says that they
// stand at the start of a line, where more would be one.
func escape(s string, start bool) string {
	lines := strings.Split(strings.ReplaceAll(s, "\t", " "), "\n")
	for i, l := range lines {
		if i > 0 || start {
			l = strings.TrimLeft(l, " ")
		}
		l = escapeMarks(l)
		if i > 0 || start {
			l = startOfLine(l)
		}
		lines[i] = l
	}
	return strings.Join(lines, "\\\n")
}

func escapeMarks(s string) string {
	var b strings.Builder
	runes := []rune(s)
	for i, r := range runes {
		switch r {
		case '\\', '`', '*', '[', ']', '<', '&', '~':
			b.WriteByte('\\')
		case '_':
			if i == 0 || i == len(runes)-1 || !alnum(runes[i-1]) || !alnum(runes[i+1]) {
				b.WriteByte('\\')
			}
		}
		b.WriteRune(r)
	}
	return b.String()
}

func alnum(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// startOfLine escapes what would open a block: a list, a heading, a quotation.
func startOfLine(s string) string {
	if s == "" {
		return s
	}
	switch s[0] {
	case '#', '>', '+', '-', '=':
		return "\\" + s
	}
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	if n > 0 && n < len(s) && (s[n] == '.' || s[n] == ')') && (n+1 == len(s) || s[n+1] == ' ') {
		return fmt.Sprintf("%s\\%s", s[:n], s[n:])
	}
	return s
}
