package html

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"html"
	"slices"
	"strings"
	"unicode"

	"minutebook/model"
	"minutebook/model/minutes"
)

// head is all before the blocks. The policy lets the browser take nothing but
// this style sheet, and a logo that stands in the page itself.
func (p *printer) head(d minutes.Document) {
	css := style(d)
	sum := sha256.Sum256([]byte(css))
	images := ""
	if d.Logo != nil {
		images = "; img-src data:"
	}
	p.put("<!DOCTYPE html>\n<html", attr("lang", d.Language), ">\n<head>\n<meta charset=\"utf-8\">\n",
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
		"<meta name=\"color-scheme\" content=\"light\">\n",
		"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-", base64.StdEncoding.EncodeToString(sum[:]),
		"'", images, "; base-uri 'none'; form-action 'none'\">\n",
		"<title>", html.EscapeString(d.Title), "</title>\n",
		"<style>", css, "</style>\n</head>\n<body")
	if d.Mark != "" {
		p.put(attr("class", "draft"))
	}
	p.put(">\n<a class=\"skip-link\" href=\"#minutes\">", html.EscapeString(d.Skip), "</a>\n<main id=\"minutes\">\n")
	if d.Logo != nil {
		p.logo(*d.Logo)
	}
}

// perInch is how many of CSS's pixels make an inch, and how many millimetres.
const perInch, inch = 96, 25.4

func (p *printer) logo(l minutes.Picture) {
	p.put("<p class=\"logo\"><img src=\"data:", html.EscapeString(l.Type), ";base64,", base64.StdEncoding.EncodeToString(l.Data),
		"\" alt=\"", html.EscapeString(l.About), "\"",
		fmt.Sprintf(" width=\"%.0f\" height=\"%.0f\"", max(1, l.Width/inch*perInch), max(1, l.Height/inch*perInch)), "></p>\n")
}

// style is the style sheet with the look of the house style before it.
func style(d minutes.Document) string {
	headings := d.Look.Headings
	if headings == "" {
		headings = d.Look.Font
	}
	return fmt.Sprintf("\n:root{--accent:#%s;--tint:#%s;--font:%s,%s;--headings:%s,%s;--size:%gpt;--mark:%s}\n%s\n%s%s",
		d.Look.Accent, d.Look.Tint, cssString(d.Look.Font), d.Look.Fallback, cssString(headings), d.Look.Fallback, d.Look.Size, cssString(d.Mark), paper(d), columns(d), sheet)
}

// columns are the widths of the columns of tables: the policy allows no style
// but the sheet.
func columns(d minutes.Document) string {
	var shares []int
	for _, b := range d.Blocks {
		if t, ok := b.(minutes.Table); ok {
			shares = append(shares, t.Shares...)
		}
	}
	slices.Sort(shares)
	var b strings.Builder
	for _, share := range slices.Compact(shares) {
		fmt.Fprintf(&b, ".%s{width:%d%%}\n", column(share), share)
	}
	return b.String()
}

// column is the class of a column with that part of a hundred.
func column(share int) string { return fmt.Sprintf("w%d", share) }

// paper is the paper, with the running foot in its margin where the browser can
// do that. The head is left out: what it says is the title. Words in it stand
// in the style sheet, and so are none of the document's.
func paper(d minutes.Document) string {
	box := func(place string, pieces []minutes.Piece) string {
		if len(pieces) == 0 {
			return ""
		}
		return fmt.Sprintf("@%s{content:%s;font:8.5pt %s,%s;color:#454d5c}", place, content(pieces), cssString(d.Look.Font), d.Look.Fallback)
	}
	mark := ""
	if d.Mark != "" {
		mark = box("top-right", []minutes.Piece{{Text: d.Mark}})
	}
	return fmt.Sprintf("@page{size:%s;margin:22mm 20mm;%s%s%s}", d.Look.Page, mark, box("bottom-left", d.Footer.Left), box("bottom-right", d.Footer.Right))
}

// content is a line at the foot as CSS says it.
func content(pieces []minutes.Piece) string {
	var out []string
	for _, piece := range pieces {
		switch piece.Field {
		case minutes.NoField:
			out = append(out, cssString(piece.Text))
		case minutes.PageNumber:
			out = append(out, "counter(page)")
		case minutes.PageCount:
			out = append(out, "counter(pages)")
		}
	}
	return strings.Join(out, " ")
}

// cssString is s as a string of CSS that can end neither itself nor the sheet.
// Letters stay as they are, so that who searches the file finds the words.
func cssString(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		if r == ' ' || unicode.IsLetter(r) || unicode.IsDigit(r) {
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
