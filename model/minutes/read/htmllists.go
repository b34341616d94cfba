package read

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"minutebook/model/pattern"
)

// numbering are the ways in which a list of a page numbers its points; those
// not named have a bullet.
var numberings = map[string]func(n int) string{
	"decimal": strconv.Itoa, "1": strconv.Itoa, "decimal-leading-zero": func(n int) string { return padded(n, 2) },
	"lower-alpha": lettersOf, "lower-latin": lettersOf, "a": lettersOf,
	"upper-alpha": upper(lettersOf), "upper-latin": upper(lettersOf), "A": upper(lettersOf),
	"lower-roman": roman, "i": roman, "upper-roman": upper(roman), "I": upper(roman),
}

func upper(number func(int) string) func(int) string {
	return func(n int) string { return strings.ToUpper(number(n)) }
}

// lettersOf is a number as lists letter it: a to z, then aa, ab.
func lettersOf(n int) string {
	if n < 1 {
		return strconv.Itoa(n)
	}
	var s string
	for ; n > 0; n = (n - 1) / 26 {
		s = string(rune('a'+(n-1)%26)) + s
	}
	return s
}

// mostPoints bounds the number that a list may start from.
const mostPoints = 1_000_000

// list reads a list: of an ordered one, the numbers as a browser shows them.
func (r *pageReader) list(n *html.Node, c around) error {
	r.end()
	r.gap = r.gap || c.lists == 0
	outer := r.item
	level := c.lists
	c.lists++
	c.kind, c.level = Paragraph, 0
	number, step := 1, 1
	if start, err := strconv.Atoi(attribute(n, "start")); err == nil {
		number = max(-mostPoints, min(start, mostPoints))
	}
	if n.DataAtom == atom.Ol && has(n, "reversed") {
		step = -1
		if attribute(n, "start") == "" {
			number = points(n)
		}
	}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		var err error
		switch {
		case child.Type == html.TextNode:
			r.words(child.Data, c)
		case child.Type != html.ElementNode:
		case child.DataAtom == atom.Li:
			if value, e := strconv.Atoi(attribute(child, "value")); e == nil {
				number = max(-mostPoints, min(value, mostPoints))
			}
			r.end()
			r.item = &pageItem{label: pointLabel(n, child, number), level: level}
			err = r.element(child, c)
			r.end()
			number += step
		default: // a list directly in a list, as some programs write
			err = r.element(child, c)
		}
		if err != nil {
			return err
		}
	}
	r.end()
	r.item = outer
	return nil
}

func has(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

func points(n *html.Node) (count int) {
	for child := range n.ChildNodes() {
		if child.DataAtom == atom.Li {
			count++
		}
	}
	return count
}

// pointLabel is what is printed before a point of a list.
func pointLabel(list, point *html.Node, number int) string {
	sort := ""
	for _, n := range []*html.Node{point, list} {
		if sort == "" {
			sort = styled(n, "list-style-type")
		}
		if sort == "" {
			if fields := strings.Fields(styled(n, "list-style")); len(fields) > 0 {
				sort = fields[0]
			}
		}
		if sort == "" {
			sort = attribute(n, "type")
		}
	}
	if sort == "none" {
		return ""
	}
	count, counted := numberings[sort]
	if !counted && list.DataAtom == atom.Ol && !bulleted[sort] {
		count, counted = strconv.Itoa, true
	}
	if !counted {
		return "•"
	}
	return count(number) + "."
}

// bulleted are the sorts of list that have no numbers.
var bulleted = map[string]bool{"disc": true, "circle": true, "square": true}

var wordPoints = pattern.Of(`mso-list:\s*l\d+\s+level(\d)`)

// wordPoint reads what Word's own pages say of a paragraph that is a point of a
// list, and says whether it is: its number stands in its words, marked as such.
func (r *pageReader) wordPoint(n *html.Node, c around) bool {
	m := wordPoints.FindStringSubmatch(strings.ToLower(attribute(n, "style")))
	if m == nil || c.lists > 0 {
		return false
	}
	r.item = &pageItem{level: int(m[1][0]-'0') - 1}
	return true
}
