package read

import (
	"encoding/xml"
	"strconv"
	"strings"
	"unicode"
)

// toggle is a property that is on, off or not said.
type toggle int8

const (
	unsaid toggle = iota
	off
	on
)

// toggled is what an element such as w:b says.
func toggled(e xml.StartElement) toggle {
	if isOff(attr(e, "val")) {
		return off
	}
	return on
}

func isOff(val string) bool { return val == "0" || val == "false" || val == "off" }

// or is t, or what stands behind it where t says nothing.
func (t toggle) or(other toggle) toggle {
	if t == unsaid {
		return other
	}
	return t
}

// wordLook is what a run says of its look, or the style of one.
type wordLook struct {
	bold, italic, hidden toggle
	// style is the character style, font the typeface, theme the name that the
	// theme has for it, language a BCP 47 tag; "" where nothing is said.
	style, font, theme, language string
}

// look reads the properties of a run.
func (c *cursor) look() wordLook {
	var l wordLook
	c.each(func(e xml.StartElement) {
		switch e.Name.Local {
		case "b":
			l.bold = toggled(e)
		case "i":
			l.italic = toggled(e)
		case "vanish":
			l.hidden = toggled(e)
		case "rStyle":
			l.style = attr(e, "val")
		case "rFonts":
			l.font, l.theme = attr(e, "ascii"), attr(e, "asciiTheme")
		case "lang":
			l.language = attr(e, "val")
		}
	})
	return l
}

// wordLayout is what a paragraph says of its layout, or the style of one.
type wordLayout struct {
	style string
	// list is the numbering, "0" for none; level is its level, outline that of a
	// heading, both -1 where nothing is said.
	list           string
	level, outline int
	indent         wordIndent
	// ruled says that there is a line above or below, newPage that it stands
	// on a new page.
	ruled, newPage toggle
	// mark is what happened to the end of the paragraph; its Kind is "" for
	// nothing.
	mark Revision
	// section are the properties of the section that it ends.
	section *wordSection
}

// wordIndent is how far a paragraph is set in and how much further its first
// line, in twentieths of a point; nil where nothing is said.
type wordIndent struct{ left, first *int }

func (i wordIndent) or(other wordIndent) wordIndent {
	if i.left == nil {
		i.left = other.left
	}
	if i.first == nil {
		i.first = other.first
	}
	return i
}

// twipsInCharacter is about how wide a character is.
const twipsInCharacter = 120

func (i wordIndent) characters() int {
	sum := 0
	for _, part := range []*int{i.left, i.first} {
		if part != nil {
			sum += *part
		}
	}
	return min(max(0, (sum+twipsInCharacter/2)/twipsInCharacter), 200)
}

func indentOf(e xml.StartElement) wordIndent {
	var i wordIndent
	set := func(to **int, name string, sign int) {
		if n, ok := twips(attr(e, name)); ok {
			n *= sign
			*to = &n
		}
	}
	set(&i.left, "left", 1)
	set(&i.left, "start", 1)
	set(&i.first, "firstLine", 1)
	set(&i.first, "hanging", -1)
	return i
}

// twips is a measure, in twentieths of a point where it names no unit.
func twips(s string) (int, bool) {
	scale := 1.0
	for unit, size := range map[string]float64{"pt": 20, "pc": 240, "pi": 240, "in": 1440, "cm": 567, "mm": 56.7} {
		if number, ok := strings.CutSuffix(s, unit); ok {
			s, scale = number, size
			break
		}
	}
	n, err := strconv.ParseFloat(s, 64)
	if err != nil || n != n || n > 1e6 || n < -1e6 {
		return 0, false
	}
	return int(n * scale), true
}

// number is a whole number of an attribute; otherwise where it has none.
func number(s string, otherwise int) int {
	n, err := strconv.Atoi(strings.TrimSpace(s))
	if err != nil || n > 1<<30 || n < -1<<30 {
		return otherwise
	}
	return n
}

// layout reads the properties of a paragraph.
func (c *cursor) layout() wordLayout {
	l := wordLayout{level: -1, outline: -1}
	c.each(func(e xml.StartElement) {
		switch e.Name.Local {
		case "pStyle":
			l.style = attr(e, "val")
		case "numPr":
			c.each(func(e xml.StartElement) {
				switch e.Name.Local {
				case "numId":
					l.list = attr(e, "val")
				case "ilvl":
					l.level = number(attr(e, "val"), -1)
				}
			})
		case "outlineLvl":
			l.outline = number(attr(e, "val"), -1)
		case "ind":
			l.indent = indentOf(e)
		case "pageBreakBefore":
			l.newPage = toggled(e)
		case "pBdr":
			c.each(func(e xml.StartElement) {
				if side := e.Name.Local; (side == "top" || side == "bottom") && attr(e, "val") != "nil" && attr(e, "val") != "none" {
					l.ruled = on
				}
			})
		case "rPr":
			l.mark = c.endMark()
		case "sectPr":
			s := c.section()
			l.section = &s
		}
	})
	return l
}

// endMark is what the properties of the end of a paragraph say was done to it.
func (c *cursor) endMark() Revision {
	var mark Revision
	c.each(func(e xml.StartElement) {
		if kind, ok := wordChanges[e.Name.Local]; ok && mark.Kind != Deleted && mark.Kind != MovedFrom {
			mark = revision(kind, e)
		}
	})
	return mark
}

// wordStyle is a style of the file.
type wordStyle struct {
	id, name, basedOn string
	look              wordLook
	layout            wordLayout
	// inherited says that what the style is based on has been taken in.
	inherited bool
}

// wordStyles are the styles of a file.
type wordStyles struct {
	byID map[string]*wordStyle
	// paragraph is the style of a paragraph that names none.
	paragraph *wordStyle
	// look is that of everything.
	look wordLook
}

// read reads the part with the styles.
func (s *wordStyles) read(c *cursor) {
	c.each(func(xml.StartElement) {
		c.each(func(e xml.StartElement) {
			switch e.Name.Local {
			case "docDefaults":
				c.each(func(xml.StartElement) {
					c.each(func(e xml.StartElement) {
						if e.Name.Local == "rPr" {
							s.look = c.look()
						}
					})
				})
			case "style":
				s.add(c, e)
			}
		})
	})
}

func (s *wordStyles) add(c *cursor, e xml.StartElement) {
	made := &wordStyle{id: attr(e, "styleId"), layout: wordLayout{level: -1, outline: -1}}
	isDefault := attr(e, "default")
	custom := attr(e, "customStyle")
	c.each(func(e xml.StartElement) {
		switch e.Name.Local {
		case "name":
			made.name = attr(e, "val")
		case "basedOn":
			made.basedOn = attr(e, "val")
		case "rPr":
			made.look = c.look()
		case "pPr":
			made.layout = c.layout()
		}
	})
	if custom == "" || isOff(custom) {
		made.name = builtIn(made.name)
	}
	if len(s.byID) >= mostDefined {
		return
	}
	s.byID[made.id] = made
	if attr(e, "type") == "paragraph" && isDefault != "" && !isOff(isDefault) {
		s.paragraph = made
	}
}

// builtIn is the name of a style of a program's own as Word shows it: files have
// some of them in small letters.
func builtIn(name string) string {
	for _, contents := range []string{"toc ", "Contents "} { // Word's name and LibreOffice's
		if rest, ok := strings.CutPrefix(name, contents); ok {
			return "TOC " + rest
		}
	}
	if strings.ContainsFunc(name, unicode.IsUpper) {
		return name
	}
	words := strings.Fields(name)
	for i, w := range words {
		words[i] = strings.ToUpper(w[:1]) + w[1:]
	}
	return strings.Join(words, " ")
}

// deepestStyle is how many styles may be based on one another.
const deepestStyle = 50

// of is the style of that id with what it is based on; nil where there is none.
func (s *wordStyles) of(id string) *wordStyle { return s.resolved(id, 0) }

func (s *wordStyles) resolved(id string, depth int) *wordStyle {
	style := s.byID[id]
	if style == nil || style.inherited {
		return style
	}
	style.inherited = true
	if style.layout.list != "" { // its level is the one that names it
		style.layout.style = style.id
	}
	base := s.byID[style.basedOn]
	if base == nil || depth > deepestStyle {
		return style
	}
	base = s.resolved(style.basedOn, depth+1)
	l, b := &style.look, base.look
	l.bold, l.italic, l.hidden = l.bold.or(b.bold), l.italic.or(b.italic), l.hidden.or(b.hidden)
	if l.font == "" && l.theme == "" {
		l.font, l.theme = b.font, b.theme
	}
	p, q := &style.layout, base.layout
	if p.list == "" {
		p.list, p.style = q.list, q.style
		if p.level < 0 {
			p.level = q.level
		}
	}
	if p.outline < 0 {
		p.outline = q.outline
	}
	p.indent, p.newPage = p.indent.or(q.indent), p.newPage.or(q.newPage)
	return style
}

// level is that of a heading in this style, from 1; 0 where it is none.
func (s *wordStyle) level(direct int) int {
	outline := direct
	if s != nil {
		if s.name == "Title" {
			return 1
		}
		if outline < 0 {
			outline = s.layout.outline
		}
		if rest, ok := strings.CutPrefix(s.name, "Heading "); ok && outline < 0 {
			outline = number(rest, 0) - 1
		}
	}
	if outline < 0 || outline > 8 {
		return 0
	}
	return min(outline+1, 6)
}
