package lint

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
)

// node is an element, with what stands in it. Attributes are kept by their
// local names, and those of relationships and of XML with their prefix too.
type node struct {
	name  string
	attr  map[string]string
	text  string
	nodes []*node
}

// prefixes are the spaces whose attributes are kept with a prefix.
var prefixes = map[string]string{
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r:",
	"http://www.w3.org/XML/1998/namespace":                                "xml:",
}

func parse(data []byte) (*node, error) {
	root := &node{attr: map[string]string{}}
	stack := []*node{root}
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return root, nil
		}
		if err != nil {
			return nil, err
		}
		top := stack[len(stack)-1]
		switch token := token.(type) {
		case xml.StartElement:
			n := &node{name: token.Name.Local, attr: map[string]string{}}
			for _, a := range token.Attr {
				if prefix := prefixes[a.Name.Space]; prefix != "" {
					n.attr[prefix+a.Name.Local] = a.Value
				} else {
					n.attr[a.Name.Local] = a.Value
				}
			}
			top.nodes = append(top.nodes, n)
			stack = append(stack, n)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.CharData:
			top.text += string(token)
		}
	}
}

// walk calls visit for every element below n, in order. A nil n has none.
func (n *node) walk(visit func(*node)) {
	if n == nil {
		return
	}
	for _, c := range n.nodes {
		visit(c)
		c.walk(visit)
	}
}

// all are the elements of that name below n, at any depth.
func (n *node) all(name string) []*node {
	var out []*node
	n.walk(func(c *node) {
		if c.name == name {
			out = append(out, c)
		}
	})
	return out
}

// first is the first of them; an empty one where there is none.
func (n *node) first(name string) *node {
	if found := n.all(name); len(found) > 0 {
		return found[0]
	}
	return &node{attr: map[string]string{}}
}
