// Package html writes minutes as one accessible page for the web: no scripts,
// nothing from elsewhere, its style sheet and its logo inside.
package html

import (
	"bufio"
	_ "embed"
	"html"
	"io"
	"strconv"
	"strings"
	"unicode"

	"minutebook/model"
	"minutebook/model/minutes"
)

//go:embed page.css
var sheet string

// Write writes the document. The error is w's, or a *[minutes.Unknown].
func Write(w io.Writer, d minutes.Document) error {
	p := &printer{w: bufio.NewWriter(w), level: 1}
	p.head(d)
	for _, b := range d.Blocks {
		if err := p.block(b); err != nil {
			return err
		}
	}
	p.put("</main>\n</body>\n</html>\n")
	return p.w.Flush()
}

type printer struct {
	w *bufio.Writer
	// level is that of the heading before.
	level int
}

// put writes parts as they are. A failure stays in the buffered writer and
// comes out at its flush.
func (p *printer) put(parts ...string) {
	for _, s := range parts {
		_, _ = p.w.WriteString(s)
	}
}

func (p *printer) block(b minutes.Block) error {
	switch b := b.(type) {
	case minutes.Title:
		p.title(b)
	case minutes.Facts:
		p.facts(b.Rows)
	case minutes.Contents:
		p.contents(b)
	case minutes.Heading:
		p.heading(b)
	case minutes.People:
		p.people(b)
	case minutes.Paragraph:
		p.marked(map[minutes.Role]string{minutes.Plain: "", minutes.Aside: "aside", minutes.Outcome: "outcome"}[b.Role], b.Anchor, b.Label, "", b.Text)
	case minutes.List:
		return p.list(b)
	case minutes.Action:
		p.action(b)
	case minutes.Resolution:
		p.resolution(b)
	case minutes.Vote:
		p.put("<div", attr("class", "vote"), attr("id", b.Anchor), ">\n")
		p.marked("", "", minutes.Label{}, b.Name, b.Text)
		p.facts(b.Names)
		p.put("</div>\n")
	case minutes.Stub:
		p.marked("stub", b.Anchor, b.Label, b.Name, b.Text)
	case minutes.Table:
		p.table(b)
	case minutes.Signature:
		p.signature(b)
	case minutes.BackLink:
		p.put("<p class=\"back\">", anchorLink(b.Link), "</p>\n")
	default:
		return &minutes.Unknown{Block: b}
	}
	return nil
}

func (p *printer) title(b minutes.Title) {
	p.put("<header>\n")
	for i, l := range b.Lines {
		dir := direction([]model.Span{{Text: l}})
		if i == 0 {
			p.put("<h1", dir, ">", html.EscapeString(l), "</h1>\n")
		} else {
			p.put("<p class=\"subtitle\"", dir, ">", html.EscapeString(l), "</p>\n")
		}
	}
	p.put("</header>\n")
}

func (p *printer) facts(rows []minutes.Fact) {
	if len(rows) == 0 {
		return
	}
	p.put("<dl>\n")
	for _, r := range rows {
		p.put("<div><dt>", html.EscapeString(r.Label), ":</dt> <dd", direction(r.Text), ">", inline(r.Text), "</dd></div>\n")
	}
	p.put("</dl>\n")
}

func (p *printer) contents(b minutes.Contents) {
	heading := b.Anchor + "-heading"
	p.level = 2
	p.put("<nav", attr("id", b.Anchor), attr("aria-labelledby", heading), ">\n<h2", attr("id", heading), ">", html.EscapeString(b.Heading), "</h2>\n<ul>\n")
	for _, l := range b.Links {
		p.put("<li", direction([]model.Span{{Text: l.Text}}), ">", anchorLink(l), "</li>\n")
	}
	p.put("</ul>\n</nav>\n")
}

func anchorLink(l minutes.Link) string {
	return "<a" + attr("href", "#"+l.Target) + ">" + html.EscapeString(l.Text) + "</a>"
}

// heading skips no level, whatever the levels of the document. One that says
// nothing is none, but stays as a place that links may lead to.
func (p *printer) heading(b minutes.Heading) {
	if b.Label.Printed == "" && !says(b.Text) {
		p.put("<p", attr("id", b.Anchor), ">", inline(b.Text), "</p>\n")
		return
	}
	p.level = min(b.Level, p.level+1)
	tag := "h" + strconv.Itoa(p.level)
	p.put("<", tag, attr("id", b.Anchor), direction(b.Text), ">", number(b.Label), inline(b.Text), "</", tag, ">\n")
}

// says says whether there is anything to see in words.
func says(text []model.Span) bool {
	return strings.ContainsFunc(model.Words(text), func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsPunct(r) || unicode.IsSymbol(r)
	})
}

func number(l minutes.Label) string {
	if l.Printed == "" {
		return ""
	}
	return "<span class=\"number\">" + html.EscapeString(l.Printed) + "</span> "
}

// hanging is the longest number that hangs beside its paragraph.
const hanging = 6

// marked writes a paragraph behind its number and its name.
func (p *printer) marked(class, anchor string, l minutes.Label, name string, text []model.Span) {
	if l.Printed != "" {
		class = strings.TrimSpace(class + " numbered")
		if len([]rune(l.Printed)) > hanging {
			class += " long"
		}
	}
	if name != "" {
		name = "<strong>" + html.EscapeString(name) + "</strong> "
	}
	p.put("<p", attr("class", class), attr("id", anchor), direction(text), ">", number(l), name, inline(text), "</p>\n")
}

// action writes an action: its words with what stands in the margin after
// them, or, where they stand in a table, its name alone as the link there.
func (p *printer) action(b minutes.Action) {
	switch {
	case b.Row != "":
		p.put("<p class=\"action in-table\"", attr("id", b.Anchor), "><strong>", anchorLink(minutes.Link{Text: b.Name, Target: b.Row}), "</strong></p>\n")
	case len(b.Margin) > 0:
		p.put("<div class=\"action beside\"", attr("id", b.Anchor), ">\n")
		p.marked("", "", minutes.Label{}, b.Name, b.Text)
		p.put("<p class=\"margin\"", direction(b.Margin), ">", inline(b.Margin), "</p>\n</div>\n")
	default:
		p.marked("action", b.Anchor, minutes.Label{}, b.Name, b.Text)
	}
}

func (p *printer) resolution(b minutes.Resolution) {
	class := "decision"
	if b.Motion {
		class = "motion"
	}
	p.put("<div", attr("class", class), attr("id", b.Anchor), ">\n")
	p.marked("", "", b.Label, b.Name, b.Text)
	if len(b.Detail) > 0 {
		p.put("<p class=\"detail\"", direction(b.Detail), ">", inline(b.Detail), "</p>\n")
	}
	p.put("</div>\n")
}

func (p *printer) people(b minutes.People) {
	if len(b.Names) == 0 {
		return
	}
	if b.Running {
		p.put("<p>")
		for i, n := range b.Names {
			if i > 0 {
				p.put(", ")
			}
			p.put("<span", attr("id", n.Anchor), direction(n.Text), ">", inline(n.Text), "</span>")
		}
		if line := b.Line(); len(line) > 0 && line[len(line)-1].Text == "." {
			p.put(".")
		}
		p.put("</p>\n")
		return
	}
	p.put("<ul class=\"people\">\n")
	for _, n := range b.Names {
		p.put("<li", attr("id", n.Anchor), direction(n.Text), ">", inline(n.Text), "</li>\n")
	}
	p.put("</ul>\n")
}

func (p *printer) signature(b minutes.Signature) {
	class := "signature"
	if b.Apart {
		class += " apart"
	}
	p.put("<div", attr("class", class), ">\n")
	if len(b.Text) > 0 {
		p.put("<p", direction(b.Text), ">", inline(b.Text), "</p>\n")
	}
	for _, l := range b.Lines {
		p.put("<p class=\"line\">", html.EscapeString(l), "</p>\n")
	}
	p.put("</div>\n")
}

func (p *printer) list(b minutes.List) error {
	_, err := p.points(b.Points, 0)
	return err
}

// points writes the points from the first on that stand at level or deeper,
// the deeper ones as a list inside the point above, and gives the rest.
func (p *printer) points(all []minutes.Point, level int) ([]minutes.Point, error) {
	if len(all) == 0 {
		return nil, nil
	}
	p.put("<ul>\n")
	for len(all) > 0 && all[0].Level >= level {
		point := all[0]
		all = all[1:]
		p.put("<li", attr("id", point.Anchor), direction(point.Text), ">", inline(point.Text))
		if len(point.Under) > 0 {
			p.put("\n")
		}
		for _, under := range point.Under {
			if err := p.block(under); err != nil {
				return nil, err
			}
		}
		if len(all) > 0 && all[0].Level > level {
			p.put("\n")
			var err error
			if all, err = p.points(all, level+1); err != nil {
				return nil, err
			}
		}
		p.put("</li>\n")
	}
	p.put("</ul>\n")
	return all, nil
}

// table writes a table that can be scrolled sideways by keys where it is wider
// than the screen. Its caption is the heading above it to the eye.
func (p *printer) table(b minutes.Table) {
	p.put("<div class=\"table\" tabindex=\"0\" role=\"group\"", attr("aria-label", b.Summary), ">\n<table", attr("class", unbroken(b)), attr("aria-label", b.Caption), ">\n<colgroup>")
	for _, share := range b.Shares {
		p.put("<col class=\"", column(share), "\">")
	}
	p.put("</colgroup>\n<thead>\n<tr>")
	for _, h := range b.Head {
		p.cell("th", "col", "", []model.Span{{Text: h}})
	}
	p.put("</tr>\n</thead>\n<tbody>\n")
	for _, row := range b.Rows {
		p.put("<tr", attr("id", row.Anchor), ">")
		for i, c := range row.Cells {
			if i == 0 {
				p.cell("th", "row", direction(c), c)
			} else {
				p.cell("td", "", direction(c), c)
			}
		}
		p.put("</tr>\n")
	}
	p.put("</tbody>\n</table>\n</div>\n")
}

// longest is how long a word may be before it would make a column too wide for
// paper.
const longest = 30

// unbroken is the class of a table with such a word, which breaks anywhere.
func unbroken(b minutes.Table) string {
	for _, row := range b.Rows {
		for _, c := range row.Cells {
			for _, word := range strings.Fields(model.Words(c)) {
				if len([]rune(word)) > longest {
					return "unbroken"
				}
			}
		}
	}
	return ""
}

// cell writes a cell; one that says nothing heads nothing.
func (p *printer) cell(tag, scope, dir string, text []model.Span) {
	if !says(text) {
		tag, scope = "td", ""
	}
	p.put("<", tag, attr("scope", scope), dir, ">", inline(text), "</", tag, ">")
}

// inline writes spans with their marks; only links to the web and to mail
// are links.
func inline(spans []model.Span) string {
	var b strings.Builder
	for _, s := range spans {
		out := strings.ReplaceAll(html.EscapeString(s.Text), "\n", "<br>\n")
		if s.Italic {
			out = "<em>" + out + "</em>"
		}
		if s.Bold {
			out = "<strong>" + out + "</strong>"
		}
		if to, ok := s.Target(); ok {
			out = "<a" + attr("href", to) + ">" + out + "</a>"
		}
		b.WriteString(out)
	}
	return b.String()
}
