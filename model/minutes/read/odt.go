package read

import (
	"encoding/xml"
	"strings"

	"minutebook/model"
)

// odt reads an OpenDocument text: the file of LibreOffice Writer.
func odt(name string, parts *packed) (Document, error) {
	f := newODT(name, parts)
	if err := f.read(); err != nil {
		return Document{}, unreadable(name, err)
	}
	return f.doc, nil
}

// flatODT reads an OpenDocument text that is one file of XML.
func flatODT(name string, data []byte) (Document, error) {
	f := newODT(name, nil)
	c := newCursor(strings.NewReader(string(data)))
	f.part(c)
	err := c.err
	if err == nil && !f.found {
		err = textlessODT
	}
	if err != nil {
		return Document{}, unreadable(name, err)
	}
	f.finish()
	return f.doc, nil
}

// textlessODT is the reason for which a file that seems an OpenDocument text is
// not taken in.
const textlessODT refusal = "it is made like an OpenDocument text but has no text in it; open it in its own program and save it anew"

// odtFile is an OpenDocument text while it is read.
type odtFile struct {
	parts *packed
	doc   Document
	// common are the styles that have names, auto those of the part that is
	// read, by family and name.
	common, auto map[string]*odtStyle
	lists        map[string]*levels
	outline      levels
	fonts        map[string]string
	// changes are the tracked changes, by their names.
	changes map[string]Revision
	// heads and feet stand on every page; said are their words.
	heads, feet []Block
	said        map[string]bool
	// found says that there is a text.
	found bool
	made  int
	left  map[leftOut]int
}

func newODT(name string, parts *packed) *odtFile {
	return &odtFile{parts: parts, doc: Document{Name: name, Format: ODT}, common: map[string]*odtStyle{}, auto: map[string]*odtStyle{}, lists: map[string]*levels{},
		fonts: map[string]string{}, changes: map[string]Revision{}, said: map[string]bool{}, left: map[leftOut]int{}}
}

func (f *odtFile) read() error {
	if f.parts.encrypted() {
		return locked
	}
	for _, name := range []string{"meta.xml", "styles.xml", "content.xml"} {
		c, part, err := f.parts.markup(name)
		if err != nil {
			return err
		}
		if c == nil {
			continue
		}
		f.auto = map[string]*odtStyle{}
		f.part(c)
		if err := part.Close(); err != nil && c.err == nil {
			return damaged
		}
		if c.err != nil {
			return c.err
		}
	}
	if !f.found {
		return textlessODT
	}
	f.finish()
	return nil
}

// encrypted says whether the list of parts names one that is.
func (p *packed) encrypted() bool {
	c, part, err := p.markup("META-INF/manifest.xml")
	if err != nil || c == nil {
		return false
	}
	defer func() { _ = part.Close() }() // it is only read
	found := false
	var within func(e xml.StartElement)
	within = func(e xml.StartElement) {
		found = found || e.Name.Local == "encryption-data"
		c.each(within)
	}
	c.each(within)
	return found
}

// part reads one of the parts of the file, or all where they are in one.
func (f *odtFile) part(c *cursor) {
	c.each(func(xml.StartElement) {
		c.each(func(e xml.StartElement) {
			switch e.Name.Local {
			case "meta":
				c.each(func(e xml.StartElement) { f.property(c, e) })
			case "font-face-decls":
				c.each(func(e xml.StartElement) {
					if len(f.fonts) < mostDefined {
						f.fonts[attr(e, "name")] = strings.Trim(attr(e, "font-family"), "'")
					}
				})
			case "styles":
				c.each(func(e xml.StartElement) { f.style(c, e, f.common) })
			case "automatic-styles":
				c.each(func(e xml.StartElement) { f.style(c, e, f.auto) })
			case "master-styles":
				c.each(func(xml.StartElement) { c.each(func(e xml.StartElement) { f.running(c, e) }) })
			case "body":
				c.each(func(e xml.StartElement) { f.body(c, e) })
			case "scripts":
				c.each(func(e xml.StartElement) {
					if e.Name.Local == "script" {
						f.left[macros] = 1
					}
				})
			}
		})
	})
}

// property takes what the file says of itself.
func (f *odtFile) property(c *cursor, e xml.StartElement) {
	name := e.Name.Local
	if name == "user-defined" {
		name = attr(e, "name")
	}
	value := strings.TrimSpace(c.text())
	switch name {
	case "title":
		f.doc.Title = value
	case "initial-creator":
		f.doc.Author = value
	case "creator":
		if f.doc.Author == "" {
			f.doc.Author = value
		}
	case "language":
		f.doc.Language = value
	case "Minutebook Meeting":
		f.doc.Origin.Meeting = model.ID(value)
	case "Minutebook Version":
		f.doc.Origin.Version = max(0, number(value, 0))
	}
}

// running reads a header or a footer of a page.
func (f *odtFile) running(c *cursor, e xml.StartElement) {
	kind, to := Header, &f.heads
	switch name := e.Name.Local; {
	case strings.HasPrefix(name, "footer"):
		kind, to = Footer, &f.feet
	case !strings.HasPrefix(name, "header"):
		return
	}
	if attr(e, "display") == "false" {
		return
	}
	s := f.story(c)
	c.each(s.block)
	blocks := runningBlocks(s.blocks, kind)
	if words := said(blocks); words != "" && !f.said[words] {
		f.said[words] = true
		*to = append(*to, blocks...)
	}
}

// body reads the text of the file.
func (f *odtFile) body(c *cursor, e xml.StartElement) {
	if e.Name.Local != "text" {
		return
	}
	f.found = true
	s := f.story(c)
	c.each(s.block)
	for name := range s.open {
		s.remarkEnds(name)
	}
	f.doc.Blocks = s.blocks
}

// finish fills in what follows from the whole file.
func (f *odtFile) finish() {
	for i := range f.doc.Comments {
		f.doc.Comments[i].Block += len(f.heads)
	}
	f.doc.Blocks = append(append(f.heads, f.doc.Blocks...), f.feet...)
	f.doc.number()
	look := f.defaults()
	f.doc.Look.Font = look.font
	if f.doc.Language == "" {
		f.doc.Language = look.language
	}
	f.doc.Warnings = append(f.doc.Warnings, warnings(f.left)...)
}

// odtMedia is what the part that names the sort of an OpenDocument file says of
// texts.
const odtMedia = "application/vnd.oasis.opendocument.text"

// openDocument is what an OpenDocument file is: "text", why it is not taken in,
// or "".
func (p *packed) openDocument() string {
	part, err := p.open("mimetype")
	if err != nil || part == nil {
		if p.has("content.xml") && p.has("META-INF/manifest.xml") {
			return "text"
		}
		return ""
	}
	defer func() { _ = part.Close() }() // it is only read
	head := make([]byte, 200)
	n := 0
	for n < len(head) {
		read, err := part.Read(head[n:])
		n += read
		if err != nil {
			break
		}
	}
	switch media := strings.TrimSpace(string(head[:n])); {
	case strings.HasPrefix(media, odtMedia):
		return "text"
	case strings.HasPrefix(media, "application/vnd.oasis.opendocument."):
		return string(isOpenOther)
	case media == "application/epub+zip":
		return string(isBook)
	}
	return ""
}
