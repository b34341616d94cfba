// Package text writes minutes as plain text: eighty columns wide, or with each
// paragraph in one line.
package text

import (
	"bufio"
	"io"
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"minutebook/model"
	"minutebook/model/minutes"
)

// Width is how many columns a line has at most; a longer word has a line of
// its own.
const Width = 80

// Write writes the document in lines of at most Width columns. The error is
// w's, or a *[minutes.Unknown].
func Write(w io.Writer, d minutes.Document) error { return writeWide(w, d, Width) }

// WriteUnwrapped writes the document with every paragraph in one line, however
// long, to be pasted where the lines are broken anew. The error is that of
// [Write].
func WriteUnwrapped(w io.Writer, d minutes.Document) error { return writeWide(w, d, math.MaxInt) }

func writeWide(w io.Writer, d minutes.Document, width int) error {
	p := &printer{w: bufio.NewWriter(w), width: width}
	for _, b := range d.Blocks {
		if err := p.block(b, ""); err != nil {
			return err
		}
	}
	return p.w.Flush()
}

type printer struct {
	w     *bufio.Writer
	width int
	some  bool
}

// gap leaves a line free before everything but the first.
func (p *printer) gap() {
	if p.some {
		p.line("")
	}
	p.some = true
}

// line writes one line. A failure stays in the buffered writer and comes out
// at its flush.
func (p *printer) line(s string) {
	_, _ = p.w.WriteString(strings.TrimRight(s, " ") + "\n")
}

func (p *printer) block(b minutes.Block, indent string) error {
	switch b := b.(type) {
	case minutes.Title:
		p.title(b)
	case minutes.Facts:
		p.gap()
		p.facts(b.Rows, indent)
	case minutes.Contents:
		p.contents(b)
	case minutes.Heading:
		p.heading(b)
	case minutes.People:
		p.people(b)
	case minutes.Paragraph:
		p.gap()
		p.labelled(indent, b.Label.Printed, "", b.Text)
	case minutes.List:
		return p.list(b)
	case minutes.Action:
		p.action(b, indent)
	case minutes.Resolution:
		p.resolution(b, indent)
	case minutes.Vote:
		p.gap()
		p.labelled(indent, "", b.Name, b.Text)
		p.facts(b.Names, indent+"  ")
	case minutes.Stub:
		p.gap()
		p.labelled(indent, b.Label.Printed, b.Name, b.Text)
	case minutes.Table:
		p.table(b)
	case minutes.Signature:
		p.signature(b)
	case minutes.BackLink:
		p.gap()
		p.line("[" + b.Link.Text + "](#" + b.Link.Target + ")")
	default:
		return &minutes.Unknown{Block: b}
	}
	return nil
}

func (p *printer) title(b minutes.Title) {
	for i, l := range b.Lines {
		p.gap()
		p.wrap("", "", l)
		if i == 0 {
			p.line(strings.Repeat("=", min(Width, columns(l))))
		}
	}
}

func (p *printer) heading(b minutes.Heading) {
	p.gap()
	text := words(b.Text)
	if b.Label.Printed != "" {
		text = b.Label.Printed + " " + text
	}
	if b.Level == 2 {
		p.line("")
	}
	p.wrap("", "", text)
	if b.Level == 2 {
		p.line(strings.Repeat("-", min(Width, columns(text))))
	}
}

func (p *printer) contents(b minutes.Contents) {
	p.heading(minutes.Heading{Level: 2, Text: []model.Span{{Text: b.Heading}}})
	p.gap()
	for _, l := range b.Links {
		p.wrap("- ", "  ", l.Text)
	}
}

func (p *printer) facts(rows []minutes.Fact, indent string) {
	for _, r := range rows {
		p.wrap(indent, indent+"  ", r.Label+": "+words(r.Text))
	}
}

// labelled writes a paragraph behind its number and its name, and gives what
// its further lines are set in by.
func (p *printer) labelled(indent, number, name string, text []model.Span) (hang string) {
	hang = indent
	if number != "" {
		hang += strings.Repeat(" ", columns(number)+1)
		indent += number + " "
	}
	s := words(text)
	if name != "" {
		s = name + " " + s
	}
	p.wrap(indent, hang, s)
	return hang
}

// action writes an action with what stands in its margin in a line below.
func (p *printer) action(b minutes.Action, indent string) {
	p.gap()
	p.labelled(indent, "", b.Name, b.Text)
	if len(b.Margin) > 0 {
		p.wrap(indent+"  ", indent+"  ", strings.ReplaceAll(words(b.Margin), "\n", "; "))
	}
}

func (p *printer) resolution(b minutes.Resolution, indent string) {
	p.gap()
	hang := p.labelled(indent, b.Label.Printed, b.Name, b.Text)
	if len(b.Detail) > 0 {
		p.wrap(hang, hang, words(b.Detail))
	}
}

func (p *printer) list(b minutes.List) error {
	p.gap()
	apart := false
	for _, point := range b.Points {
		if apart {
			p.gap()
		}
		indent := strings.Repeat("  ", point.Level)
		p.wrap(indent+"- ", indent+"  ", words(point.Text))
		for _, under := range point.Under {
			if err := p.block(under, indent+"  "); err != nil {
				return err
			}
		}
		apart = len(point.Under) > 0
	}
	return nil
}

func (p *printer) people(b minutes.People) {
	p.gap()
	if b.Running {
		p.wrap("", "", words(b.Line()))
		return
	}
	for _, n := range b.Names {
		p.wrap("", "  ", words(n.Text))
	}
}

func (p *printer) signature(b minutes.Signature) {
	if len(b.Text) > 0 {
		p.gap()
		p.wrap("", "", words(b.Text))
	}
	widest := 0
	for _, l := range b.Lines {
		widest = max(widest, columns(l))
	}
	for _, l := range b.Lines {
		p.gap()
		p.line(l + strings.Repeat(" ", widest-columns(l)) + " ....................................")
	}
}

// words are spans as plain text; a link says its address behind.
func words(spans []model.Span) string {
	var b strings.Builder
	for _, s := range spans {
		if to, ok := s.Target(); ok {
			b.WriteString("[" + s.Text + "](" + to + ")")
			continue
		}
		b.WriteString(s.Text)
	}
	return b.String()
}

// wrap writes text in lines of at most Width columns, the first behind first,
// the others behind rest. Line breaks in the text stay.
func (p *printer) wrap(first, rest, text string) {
	head := first
	for _, paragraph := range strings.Split(text, "\n") {
		var b strings.Builder
		used := 0
		for _, word := range strings.FieldsFunc(paragraph, func(r rune) bool { return r == ' ' || r == '\t' }) {
			n := columns(word)
			if used > 0 && columns(head)+used+1+n > p.width {
				p.line(head + b.String())
				b.Reset()
				head, used = rest, 0
			}
			if used > 0 {
				b.WriteByte(' ')
				used++
			}
			b.WriteString(word)
			used += n
		}
		p.line(head + b.String())
		head = rest
	}
}

// columns is how many columns s takes: marks that combine take none.
func columns(s string) int {
	n := utf8.RuneCountInString(s)
	for _, r := range s {
		if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
			n--
		}
	}
	return n
}
