// Package html writes minutes as one accessible page for the web: no scripts,
// nothing from elsewhere, its style sheet inside.
package html

import (
	"bufio"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html"
	"io"
	"strconv"
	"strings"

	"minutebook/model"
	"minutebook/model/minutes"
)

//go:embed page.css
var sheet string

// Write writes the document. The error is w's, or a *[minutes.Unknown].
func Write(w io.Writer, d minutes.Document) error {
	p := &printer{w: bufio.NewWriter(w)}
	p.head(d)
	for _, b := range d.Blocks {
		if err := p.block(b); err != nil {
			return err
		}
	}
	p.put("</main>\n</body>\n</html>\n")
	return p.w.Flush()
}

type printer struct{ w *bufio.Writer }

// put writes parts as they are. A failure stays in the buffered writer and
// comes out at its flush.
func (p *printer) put(parts ...string) {
	for _, s := range parts {
		_, _ = p.w.WriteString(s)
	}
}

func (p *printer) head(d minutes.Document) {
	css := style(d)
	sum := sha256.Sum256([]byte(css))
	p.put("<!DOCTYPE html>\n<html", attr("lang", d.Language), ">\n<head>\n<meta charset=\"utf-8\">\n",
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
		"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-", base64.StdEncoding.EncodeToString(sum[:]),
		"'; base-uri 'none'; form-action 'none'\">\n",
		"<title>", html.EscapeString(d.Title), "</title>\n",
		"<style>", css, "</style>\n</head>\n<body")
	if d.Mark != "" {
		p.put(attr("class", "draft"))
	}
	p.put(">\n<a class=\"skip-link\" href=\"#minutes\">", html.EscapeString(d.Skip), "</a>\n<main id=\"minutes\">\n")
}

// style is the style sheet with the look of the house style before it.
func style(d minutes.Document) string {
	return fmt.Sprintf("\n:root{--accent:#%s;--tint:#%s;--font:%s,%s;--size:%gpt;--page:%s;--mark:%s}\n%s",
		d.Look.Accent, d.Look.Tint, cssString(d.Look.Font), d.Look.Fallback, d.Look.Size, d.Look.Page, cssString(d.Mark), sheet)
}

// cssString is s as a string of CSS that can end neither itself nor the sheet.
func cssString(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		if r == ' ' || r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, "\\%06x", r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

func attr(name, value string) string {
	if value == "" {
		return ""
	}
	return " " + name + "=\"" + html.EscapeString(value) + "\""
}

// direction says that words run from right to left where they do.
func direction(texts ...[]model.Span) string {
	for _, t := range texts {
		if minutes.RightToLeft(t) {
			return attr("dir", "rtl")
		}
	}
	return ""
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
		p.marked("action", b.Anchor, minutes.Label{}, b.Name, b.Text)
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
	p.put("<nav", attr("id", b.Anchor), attr("aria-labelledby", heading), ">\n<h2", attr("id", heading), ">", html.EscapeString(b.Heading), "</h2>\n<ul>\n")
	for _, l := range b.Links {
		p.put("<li>", anchorLink(l), "</li>\n")
	}
	p.put("</ul>\n</nav>\n")
}

func anchorLink(l minutes.Link) string {
	return "<a" + attr("href", "#"+l.Target) + ">" + html.EscapeString(l.Text) + "</a>"
}

func (p *printer) heading(b minutes.Heading) {
	tag := "h" + strconv.Itoa(b.Level)
	p.put("<", tag, attr("id", b.Anchor), direction(b.Text), ">", number(b.Label), inline(b.Text), "</", tag, ">\n")
}

func number(l minutes.Label) string {
	if l.Printed == "" {
		return ""
	}
	return "<span class=\"number\">" + html.EscapeString(l.Printed) + "</span> "
}

// marked writes a paragraph behind its number and its name.
func (p *printer) marked(class, anchor string, l minutes.Label, name string, text []model.Span) {
	if l.Printed != "" {
		class = strings.TrimSpace(class + " numbered")
	}
	if name != "" {
		name = "<strong>" + html.EscapeString(name) + "</strong> "
	}
	p.put("<p", attr("class", class), attr("id", anchor), direction(text), ">", number(l), name, inline(text), "</p>\n")
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
	p.put("<ul class=\"people\">\n")
	for _, n := range b.Names {
		p.put("<li", attr("id", n.Anchor), direction(n.Text), ">", inline(n.Text), "</li>\n")
	}
	p.put("</ul>\n")
}

func (p *printer) signature(b minutes.Signature) {
	p.put("<div class=\"signature\">\n")
	for _, l := range b.Lines {
		p.put("<p>", html.EscapeString(l), "</p>\n")
	}
	p.put("</div>\n")
}

// list writes points of the second level as a list inside the point above.
func (p *printer) list(b minutes.List) error {
	p.put("<ul>\n")
	for i, point := range b.Points {
		p.put("<li", attr("id", point.Anchor), direction(point.Text), ">", inline(point.Text))
		if len(point.Under) > 0 {
			p.put("\n")
		}
		for _, under := range point.Under {
			if err := p.block(under); err != nil {
				return err
			}
		}
		next := 0
		if i+1 < len(b.Points) {
			next = b.Points[i+1].Level
		}
		switch {
		case next > point.Level:
			p.put("\n<ul>\n")
		case next < point.Level:
			p.put("</li>\n</ul>\n</li>\n")
		default:
			p.put("</li>\n")
		}
	}
	p.put("</ul>\n")
	return nil
}

func (p *printer) table(b minutes.Table) {
	p.put("<div class=\"table\" tabindex=\"0\" role=\"region\"", attr("aria-label", b.Summary), ">\n<table", attr("aria-label", b.Caption), ">\n<thead>\n<tr>")
	for _, h := range b.Head {
		p.put("<th scope=\"col\">", html.EscapeString(h), "</th>")
	}
	p.put("</tr>\n</thead>\n<tbody>\n")
	for _, row := range b.Rows {
		p.put("<tr", attr("id", row.Anchor), ">")
		for i, c := range row.Cells {
			if i == 0 {
				p.put("<th scope=\"row\">", inline(c), "</th>")
			} else {
				p.put("<td", direction(c), ">", inline(c), "</td>")
			}
		}
		p.put("</tr>\n")
	}
	p.put("</tbody>\n</table>\n</div>\n")
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
