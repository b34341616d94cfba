package read

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"golang.org/x/text/encoding/ianaindex"
)

// cursor goes through XML from its beginning to its end, so that no part of a
// large file need be held at once. Elements and attributes go by their local
// names: strict and transitional files differ in their namespaces alone. Its
// first error stays; after it nothing more is read.
type cursor struct {
	d     *xml.Decoder
	depth int
	// tags counts the elements.
	tags int
	err  error
}

// mostElements is how many elements a part may have: ten times those of the longest
// minutes, and no more than are read in a few seconds.
const mostElements = 3_000_000

// longestTag is how many bytes there may be from the beginning of one tag to
// that of the next.
const longestTag = 4 << 20

// newCursor reads XML of no more than MaxDepth elements in one another, of which
// none is too long.
func newCursor(from io.Reader) *cursor {
	d := xml.NewDecoder(&shortTags{from: from})
	d.CharsetReader = func(charset string, in io.Reader) (io.Reader, error) {
		if strings.HasPrefix(strings.ToLower(charset), "utf-16") {
			return in, nil // it has been made UTF-8 already
		}
		e, err := ianaindex.IANA.Encoding(charset)
		if err != nil || e == nil {
			return nil, damaged
		}
		return e.NewDecoder().Reader(in), nil
	}
	return &cursor{d: d}
}

// shortTags refuses XML in which too much stands between two tags: attributes
// take many times the room that they are written in.
type shortTags struct {
	from io.Reader
	run  int
}

func (s *shortTags) Read(to []byte) (int, error) {
	n, err := s.from.Read(to)
	if at := bytes.LastIndexByte(to[:n], '<'); at >= 0 {
		s.run = n - at
	} else if s.run += n; s.run > longestTag {
		return 0, bloated
	}
	return n, err
}

func (c *cursor) fail(err error) {
	if c.err == nil {
		c.err = err
	}
}

// each gives the elements in the one that was opened last, at first those of the
// file, to open. What open does not read of one is passed over.
func (c *cursor) each(open func(e xml.StartElement)) { c.content(open, nil) }

// content does the same and gives the text between them to words.
func (c *cursor) content(open func(e xml.StartElement), words func(text []byte)) {
	here := c.depth
	for c.err == nil {
		token, err := c.d.Token()
		if err != nil {
			c.stop(err)
			return
		}
		switch t := token.(type) {
		case xml.StartElement:
			c.depth++
			if c.tags++; c.depth > MaxDepth || c.tags > mostElements {
				c.fail(map[bool]refusal{true: tooDeep, false: tooMany}[c.depth > MaxDepth])
				return
			}
			if open != nil {
				open(t)
			}
			c.leave(here)
		case xml.EndElement:
			c.depth--
			return
		case xml.CharData:
			if words != nil {
				words(t)
			}
		}
	}
}

// leave passes over the rest of elements until no more than that many are open.
func (c *cursor) leave(depth int) {
	for c.err == nil && c.depth > depth {
		c.content(nil, nil)
	}
}

// stop ends the reading where there is no next token.
func (c *cursor) stop(err error) {
	var why refusal
	switch {
	case errors.As(err, &why):
		c.fail(why)
	case !errors.Is(err, io.EOF) || c.depth > 0:
		c.fail(damaged)
	}
}

// text is the text in the element that was opened last.
func (c *cursor) text() string {
	var b strings.Builder
	c.inner(&b)
	return b.String()
}

func (c *cursor) inner(b *strings.Builder) {
	c.content(func(xml.StartElement) { c.inner(b) }, func(text []byte) { b.Write(text) })
}

// attr is an attribute of that name; "" where there is none.
func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
