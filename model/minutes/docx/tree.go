package docx

import (
	"bytes"
	"encoding/xml"
	"errors"
	"html"
	"io"
	"strings"
)

// element is an element of a part, with its XML as it stands there.
type element struct {
	// name is with its prefix: "w:p"; tag is the XML of the opening tag, raw that
	// of the whole element.
	name, tag, raw string
	kids           []*element
}

// parse reads the XML of a part into a tree.
func parse(data string) (*element, error) {
	d := xml.NewDecoder(strings.NewReader(data))
	type open struct {
		e    *element
		from int64
	}
	stack := []open{{e: &element{}}}
	for {
		from := d.InputOffset()
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		switch token := token.(type) {
		case xml.StartElement:
			name := token.Name.Local
			if token.Name.Space != "" {
				name = token.Name.Space + ":" + name
			}
			e := &element{name: name, tag: data[from:d.InputOffset()]}
			top := stack[len(stack)-1].e
			top.kids = append(top.kids, e)
			stack = append(stack, open{e, from})
		case xml.EndElement:
			if len(stack) == 1 {
				return nil, errors.New("an element is closed that is not open")
			}
			top := stack[len(stack)-1]
			top.e.raw = data[top.from:d.InputOffset()]
			stack = stack[:len(stack)-1]
		}
	}
	if len(stack) != 1 || len(stack[0].e.kids) != 1 {
		return nil, errors.New("a part has one element with all others in it")
	}
	return stack[0].e.kids[0], nil
}

// kid is the first element of that name in e; nil where there is none, or no e.
func (e *element) kid(name string) *element {
	if e == nil {
		return nil
	}
	for _, k := range e.kids {
		if k.name == name {
			return k
		}
	}
	return nil
}

// xml is the element as it stands; "" for none.
func (e *element) xml() string {
	if e == nil {
		return ""
	}
	return e.raw
}

// inner is the XML between the tags of the element; "" for none.
func (e *element) inner() string {
	if e == nil || strings.HasSuffix(e.tag, "/>") {
		return ""
	}
	return strings.TrimSuffix(strings.TrimPrefix(e.raw, e.tag), "</"+e.name+">")
}

// text is the words in the element, as its text elements say them, with a space
// for whatever else separates words.
func (e *element) text() string {
	var b bytes.Buffer
	var walk func(*element)
	walk = func(e *element) {
		switch e.name {
		case "w:t":
			b.WriteString(html.UnescapeString(e.inner()))
		case "w:tab", "w:br":
			b.WriteByte(' ')
		}
		for _, k := range e.kids {
			walk(k)
		}
		if e.name == "w:p" {
			b.WriteByte('\n')
		}
	}
	walk(e)
	return strings.TrimSuffix(b.String(), "\n")
}

// attribute is the value of an attribute of an opening tag, as it stands there.
func (e *element) attribute(name string) string {
	if e == nil {
		return ""
	}
	_, rest, found := strings.Cut(e.tag, " "+name+`="`)
	if !found {
		return ""
	}
	value, _, _ := strings.Cut(rest, `"`)
	return value
}

// opened is an opening tag that has something behind it, whether or not the
// element had anything in it.
func opened(tag string) string { return strings.TrimSuffix(strings.TrimSuffix(tag, ">"), "/") + ">" }
