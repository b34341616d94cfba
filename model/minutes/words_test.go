package minutes_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	goldhtml "github.com/yuin/goldmark/renderer/html"
	xhtml "golang.org/x/net/html"
	"pgregory.net/rapid"

	"minutebook/model/ziptest"
)

// split is the words and numbers of a text, in small letters; what parts them
// does not count, and neither does the address behind the words of a link.
func split(s string) []string {
	return strings.FieldsFunc(strings.ToLower(addresses.ReplaceAllString(s, "$1")), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) })
}

// addresses are links as plain text writes them, address and all.
var addresses = regexp.MustCompile(`\[([^\[\]]*)\]\((?:https?|mailto|#)[^)\s]*\)`)

func textWords(data []byte) []string { return split(string(data)) }

// htmlWords are the words a reader sees: neither the head nor the skip link.
func htmlWords(t rapid.TB, data []byte) []string {
	t.Helper()
	root, err := xhtml.Parse(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	var walk func(*xhtml.Node)
	walk = func(n *xhtml.Node) {
		if n.Type == xhtml.TextNode {
			b.WriteString(n.Data)
		}
		if n.Type == xhtml.ElementNode {
			for _, a := range n.Attr {
				if n.Data == "style" || n.Data == "title" || a.Key == "class" && a.Val == "skip-link" {
					return
				}
			}
			if n.Data == "style" || n.Data == "title" {
				return
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
		if n.Type == xhtml.ElementNode && !strings.Contains(" strong em a span ", " "+n.Data+" ") {
			b.WriteString("\n")
		}
	}
	walk(root)
	return split(b.String())
}

func markdownWords(t rapid.TB, data []byte) []string {
	t.Helper()
	var b bytes.Buffer
	if err := goldmark.New(goldmark.WithExtensions(extension.Table), goldmark.WithRendererOptions(goldhtml.WithUnsafe())).Convert(data, &b); err != nil {
		t.Fatal(err)
	}
	return htmlWords(t, b.Bytes())
}

// node is an element of a part, with what stands in it.
type node struct {
	name  string
	attr  map[string]string
	text  string
	nodes []*node
}

func parseXML(t rapid.TB, name string, data string) *node {
	t.Helper()
	root := &node{}
	stack := []*node{root}
	d := xml.NewDecoder(strings.NewReader(data))
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return root
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		top := stack[len(stack)-1]
		switch tok := tok.(type) {
		case xml.StartElement:
			n := &node{name: tok.Name.Local, attr: map[string]string{}}
			for _, a := range tok.Attr {
				n.attr[a.Name.Local] = a.Value
			}
			top.nodes = append(top.nodes, n)
			stack = append(stack, n)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.CharData:
			top.text += string(tok)
		}
	}
}

// all are the elements of that name, at any depth.
func (n *node) all(name string) []*node {
	var out []*node
	for _, c := range n.nodes {
		if c.name == name {
			out = append(out, c)
		}
		out = append(out, c.all(name)...)
	}
	return out
}

// first is the first element of that name; an empty one where there is none.
func (n *node) first(name string) *node {
	if found := n.all(name); len(found) > 0 {
		return found[0]
	}
	return &node{attr: map[string]string{}}
}

// numberer prints the automatic numbers of a document as Word does: lists of
// one definition count together, and a list that starts anew does so where it
// is used first.
type numberer struct {
	levels map[string]map[string]string // definition, level: its pattern
	of     map[string]string            // list: its definition
	starts map[string]map[string]int    // list, level: where it starts anew
	styles map[string]*node
	count  map[string][]int
	begun  map[string]bool
}

func newNumberer(t rapid.TB, parts map[string]string) *numberer {
	t.Helper()
	n := &numberer{map[string]map[string]string{}, map[string]string{}, map[string]map[string]int{}, map[string]*node{}, map[string][]int{}, map[string]bool{}}
	root := parseXML(t, "numbering.xml", parts["word/numbering.xml"])
	for _, a := range root.all("abstractNum") {
		levels := map[string]string{}
		for _, l := range a.all("lvl") {
			levels[l.attr["ilvl"]] = l.first("lvlText").attr["val"]
			if l.first("numFmt").attr["val"] == "bullet" {
				levels[l.attr["ilvl"]] = "•"
			}
		}
		n.levels[a.attr["abstractNumId"]] = levels
	}
	for _, num := range root.all("num") {
		id := num.attr["numId"]
		n.of[id] = num.first("abstractNumId").attr["val"]
		for _, o := range num.all("lvlOverride") {
			if n.starts[id] == nil {
				n.starts[id] = map[string]int{}
			}
			start := 0
			if _, err := fmt.Sscan(o.first("startOverride").attr["val"], &start); err != nil {
				t.Fatal(err)
			}
			n.starts[id][o.attr["ilvl"]] = start
		}
	}
	for _, s := range parseXML(t, "styles.xml", parts["word/styles.xml"]).all("style") {
		n.styles[s.attr["styleId"]] = s
	}
	return n
}

// label is the number that a paragraph prints.
func (n *numberer) label(p *node) string {
	list, level := "", "0"
	take := func(from *node) {
		if id := from.first("numId").attr["val"]; id != "" && list == "" {
			list = id
			if l := from.first("ilvl").attr["val"]; l != "" {
				level = l
			}
		}
	}
	properties := p.first("pPr")
	take(properties.first("numPr"))
	for s := n.styles[properties.first("pStyle").attr["val"]]; s != nil; s = n.styles[s.first("basedOn").attr["val"]] {
		take(s.first("pPr").first("numPr"))
	}
	if list == "" || list == "0" {
		return ""
	}
	definition := n.of[list]
	c := n.count[definition]
	if c == nil {
		c = make([]int, 2)
		n.count[definition] = c
	}
	at := int(level[0] - '0')
	if start, ok := n.starts[list][level]; ok && !n.begun[list+"/"+level] {
		c[at] = start - 1
	}
	n.begun[list+"/"+level] = true
	c[at]++
	for i := at + 1; i < len(c); i++ {
		c[i] = 0
	}
	out := n.levels[definition][level]
	for i, v := range c {
		out = strings.ReplaceAll(out, fmt.Sprintf("%%%d", i+1), fmt.Sprint(v))
	}
	return out
}

// docxWords are the words of the body with the numbers that Word prints.
func docxWords(t rapid.TB, data []byte) []string {
	t.Helper()
	parts := ziptest.Parts(t, data)
	numbers := newNumberer(t, parts)
	var b strings.Builder
	for _, p := range parseXML(t, "document.xml", parts["word/document.xml"]).all("p") {
		b.WriteString(numbers.label(p) + " ")
		counted := false // within the number of a page, which is no word
		for _, r := range p.all("r") {
			for _, c := range r.nodes {
				switch c.name {
				case "fldChar":
					counted = c.attr["fldCharType"] == "separate"
				case "t":
					if !counted {
						b.WriteString(c.text)
					}
				case "tab", "br":
					b.WriteString("\n")
				}
			}
		}
		b.WriteString("\n")
	}
	return split(b.String())
}

func sameWords(t rapid.TB, what string, want, got []string) {
	t.Helper()
	for i := 0; i < max(len(want), len(got)); i++ {
		if i >= len(want) || i >= len(got) || want[i] != got[i] {
			t.Fatalf("%s: word %d of %d differs:\n got ... %q\nwant ... %q", what, i+1, len(want), around(got, i), around(want, i))
		}
	}
}

func around(words []string, i int) []string {
	return words[min(max(0, i-4), len(words)):min(len(words), i+5)]
}

// shared is the folder of real minutes that the tests may read; "" where there
// is none, and the invented ones have to do.
func shared(name string) string {
	dir := os.Getenv("MINUTEBOOK_SHARED")
	if dir == "" {
		return ""
	}
	if !filepath.IsAbs(dir) {
		dir = filepath.Join("..", "..", dir)
	}
	return filepath.Join(dir, name)
}
