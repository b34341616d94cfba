package read

import (
	"encoding/xml"
	"path"
	"strings"

	"minutebook/model"
)

// word reads a Word file of the XML kind, from a packed file that holds one.
func word(name string, parts *packed) (Document, error) {
	f := &wordFile{parts: parts, notes: map[string][]Block{}, remarks: map[string]Comment{}, fonts: map[string]string{}, left: map[leftOut]int{}}
	f.doc = Document{Name: name, Format: Word}
	f.styles.byID = map[string]*wordStyle{}
	f.numbers = wordNumbers{definitions: map[string]*wordDefinition{}, lists: map[string]*wordNumbering{}, counts: map[string]*wordCount{}, styles: &f.styles}
	if err := f.read(); err != nil {
		return Document{}, unreadable(name, err)
	}
	return f.doc, nil
}

// wordFile is a Word file while it is read.
type wordFile struct {
	parts   *packed
	doc     Document
	styles  wordStyles
	numbers wordNumbers
	// fonts are those of the theme, by the names that styles have for them.
	fonts map[string]string
	// notes are footnotes and endnotes, remarks the comments, by their numbers.
	notes   map[string][]Block
	remarks map[string]Comment
	// sections are those of the text; even says that even pages have a header
	// and a footer of their own.
	sections []wordSection
	even     bool
	// language is what the settings say; made counts what takes room.
	language string
	made     int
	left     map[leftOut]int
}

// mostMade is how many paragraphs, cells, names, changes and stretches of
// words of one look a file may have.
const mostMade = 200_000

// mostDefined is how many styles, lists, links and other things that the text
// names are kept of a file.
const mostDefined = 20_000

// wordSection is what a section says of its pages.
type wordSection struct {
	headers, footers map[string]string
	// first says that its first page has a header and a footer of its own.
	first         bool
	width, height int
}

// addSection takes a section of the text.
func (s *wordStory) addSection(section wordSection) {
	s.count(1)
	s.sections = append(s.sections, section)
}

// section reads the properties of a section.
func (c *cursor) section() wordSection {
	s := wordSection{headers: map[string]string{}, footers: map[string]string{}}
	c.each(func(e xml.StartElement) {
		switch e.Name.Local {
		case "headerReference":
			s.headers[attr(e, "type")] = attr(e, "id")
		case "footerReference":
			s.footers[attr(e, "type")] = attr(e, "id")
		case "titlePg":
			s.first = toggled(e) == on
		case "pgSz":
			s.width, _ = twips(attr(e, "w"))
			s.height, _ = twips(attr(e, "h"))
		}
	})
	return s
}

// relation is what a part says of another, or of a place outside the file.
type relation struct {
	sort, target string
	outside      bool
}

// relations are those of a part, by their names; "" is the file's own.
func (f *wordFile) relations(part string) (map[string]relation, error) {
	dir, base := path.Split(part)
	found := map[string]relation{}
	err := f.part(path.Join(dir, "_rels", base+".rels"), func(c *cursor) {
		c.each(func(xml.StartElement) {
			c.each(func(e xml.StartElement) {
				r := relation{sort: path.Base(attr(e, "Type")), target: attr(e, "Target"), outside: attr(e, "TargetMode") == "External"}
				switch {
				case r.outside:
				case strings.HasPrefix(r.target, "/"):
					r.target = r.target[1:]
				default:
					r.target = path.Join(dir, r.target)
				}
				if len(found) < mostDefined {
					found[attr(e, "Id")] = r
				}
			})
		})
	})
	return found, err
}

// part reads a part; nothing where the file has none of that name.
func (f *wordFile) part(name string, read func(c *cursor)) error {
	c, part, err := f.parts.markup(name)
	if err != nil || c == nil {
		return err
	}
	defer func() { _ = part.Close() }() // it is only read
	read(c)
	return c.err
}

// textless is the reason for which a packed file that seems of Word is not
// taken in.
const textless refusal = "it is made like a Word file but has no text in it; open it in Word and save it anew"

func (f *wordFile) read() error {
	package_, err := f.relations("")
	if err != nil {
		return err
	}
	main := "word/document.xml"
	for _, r := range package_ {
		if r.sort == "officeDocument" && !r.outside && f.parts.has(r.target) {
			main = r.target
		}
	}
	if !f.parts.has(main) {
		return textless
	}
	rels, err := f.relations(main)
	if err != nil {
		return err
	}
	if err := f.properties(package_); err != nil {
		return err
	}
	if err := f.definitions(rels); err != nil {
		return err
	}
	for _, r := range rels {
		if r.sort == "vbaProject" {
			f.left[macros]++
		}
	}
	if err := f.body(main, rels); err != nil {
		return err
	}
	if err := f.pages(rels); err != nil {
		return err
	}
	f.finish()
	return nil
}

// definitions reads what the text refers to: styles, lists, notes, comments.
func (f *wordFile) definitions(rels map[string]relation) error {
	for _, d := range []struct {
		sort string
		read func(c *cursor)
	}{
		{"theme", f.theme}, {"settings", f.settings}, {"styles", f.styles.read}, {"numbering", f.numbers.read},
	} {
		for _, r := range rels {
			if r.sort == d.sort && !r.outside {
				if err := f.part(r.target, d.read); err != nil {
					return err
				}
			}
		}
	}
	for _, sort := range []string{"footnotes", "endnotes", "comments"} {
		for _, r := range rels {
			if r.sort != sort || r.outside {
				continue
			}
			if err := f.asides(sort, r.target); err != nil {
				return err
			}
		}
	}
	return nil
}

// theme reads the typefaces of the theme.
func (f *wordFile) theme(c *cursor) {
	var within func(e xml.StartElement)
	kind := ""
	within = func(e xml.StartElement) {
		switch e.Name.Local {
		case "minorFont", "majorFont":
			kind = strings.TrimSuffix(e.Name.Local, "Font")
		case "latin":
			if kind != "" && f.fonts[kind] == "" {
				f.fonts[kind] = attr(e, "typeface")
			}
			return
		}
		c.each(within)
	}
	c.each(within)
}

func (f *wordFile) settings(c *cursor) {
	c.each(func(xml.StartElement) {
		c.each(func(e xml.StartElement) {
			switch e.Name.Local {
			case "evenAndOddHeaders":
				f.even = toggled(e) == on
			case "themeFontLang":
				f.language = attr(e, "val")
			}
		})
	})
}

// properties reads what the file says of itself.
func (f *wordFile) properties(package_ map[string]relation) error {
	for _, r := range package_ {
		var err error
		switch {
		case r.outside:
		case r.sort == "core-properties":
			err = f.part(r.target, func(c *cursor) {
				c.each(func(xml.StartElement) {
					c.each(func(e xml.StartElement) {
						switch e.Name.Local {
						case "title":
							f.doc.Title = strings.TrimSpace(c.text())
						case "creator":
							f.doc.Author = strings.TrimSpace(c.text())
						case "language":
							f.doc.Language = strings.TrimSpace(c.text())
						}
					})
				})
			})
		case r.sort == "custom-properties":
			err = f.part(r.target, func(c *cursor) {
				c.each(func(xml.StartElement) {
					c.each(func(e xml.StartElement) { f.origin(attr(e, "name"), c.text()) })
				})
			})
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// origin takes a property in which this program says what it made a file of.
func (f *wordFile) origin(name, value string) {
	switch value = strings.TrimSpace(value); name {
	case "Minutebook Meeting":
		f.doc.Origin.Meeting = model.ID(value)
	case "Minutebook Version":
		f.doc.Origin.Version = max(0, number(value, 0))
	}
}

// finish fills in what follows from the whole file.
func (f *wordFile) finish() {
	f.doc.number()
	normal := f.styles.look
	if p := f.styles.paragraph; p != nil {
		own := f.styles.of(p.id).look
		if own.font != "" || own.theme != "" {
			normal.font, normal.theme = own.font, own.theme
		}
		if own.language != "" {
			normal.language = own.language
		}
	}
	f.doc.Look.Font = normal.font
	for kind, font := range f.fonts {
		if font != "" && strings.HasPrefix(normal.theme, kind) {
			f.doc.Look.Font = font
		}
	}
	if len(f.sections) > 0 {
		f.doc.Look.Letter = isLetter(f.sections[0].width, f.sections[0].height)
	}
	for _, language := range []string{normal.language, f.language} {
		if f.doc.Language == "" {
			f.doc.Language = language
		}
	}
	f.doc.Warnings = append(f.doc.Warnings, warnings(f.left)...)
}
