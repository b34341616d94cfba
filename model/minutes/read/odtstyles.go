package read

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// odtStyle is a style of an OpenDocument text.
type odtStyle struct {
	name, parent, list string
	look               odtLook
	left, first        *int
	newPage, ruled     toggle
	pageAfter          toggle
}

// odtLook is what a style says of words.
type odtLook struct {
	bold, italic, hidden toggle
	font, language       string
}

// style reads a style, a list or a page.
func (f *odtFile) style(c *cursor, e xml.StartElement, to map[string]*odtStyle) {
	name := attr(e, "name")
	switch e.Name.Local {
	case "default-style":
		if attr(e, "family") != "paragraph" {
			return
		}
		s := &odtStyle{}
		f.properties(c, s)
		f.common[defaultStyle] = s
	case "style":
		s := &odtStyle{name: attr(e, "display-name"), parent: attr(e, "parent-style-name"), list: attr(e, "list-style-name")}
		if s.name == "" {
			s.name = strings.ReplaceAll(name, "_20_", " ")
		}
		s.name = builtIn(s.name)
		if master := attr(e, "master-page-name"); master != "" {
			s.newPage = on
		}
		f.properties(c, s)
		if len(to) < mostDefined {
			to[attr(e, "family")+" "+name] = s
		}
	case "list-style":
		if len(f.lists) < mostDefined {
			f.lists[name] = c.odtList()
		}
	case "outline-style":
		f.outline = *c.odtList()
	case "page-layout":
		c.each(func(e xml.StartElement) {
			width, known := twips(attr(e, "page-width"))
			height, also := twips(attr(e, "page-height"))
			f.doc.Look.Letter = f.doc.Look.Letter || known && also && isLetter(width, height)
		})
	}
}

// defaultStyle is where the style of everything is among the others.
const defaultStyle = "default"

func (f *odtFile) defaults() odtLook {
	var look odtLook
	if s := f.common["paragraph Standard"]; s != nil {
		look = s.look
	}
	if s := f.common[defaultStyle]; s != nil {
		if look.font == "" {
			look.font = s.look.font
		}
		if look.language == "" {
			look.language = s.look.language
		}
	}
	return look
}

// properties reads what a style says of paragraphs and words.
func (f *odtFile) properties(c *cursor, s *odtStyle) {
	c.each(func(e xml.StartElement) {
		switch e.Name.Local {
		case "text-properties":
			f.textProperties(e, &s.look)
		case "paragraph-properties":
			for name, to := range map[string]**int{"margin-left": &s.left, "text-indent": &s.first} {
				if n, ok := twips(attr(e, name)); ok {
					*to = &n
				}
			}
			if attr(e, "break-before") == "page" {
				s.newPage = on
			}
			if attr(e, "break-after") == "page" {
				s.pageAfter = on
			}
			for _, side := range []string{"border-bottom", "border-top"} {
				if border := attr(e, side); border != "" && border != "none" {
					s.ruled = on
				}
			}
		}
	})
}

func (f *odtFile) textProperties(e xml.StartElement, l *odtLook) {
	if weight := attr(e, "font-weight"); weight != "" {
		n, err := strconv.Atoi(weight)
		l.bold = map[bool]toggle{true: on, false: off}[weight == "bold" || err == nil && n >= 600]
	}
	if style := attr(e, "font-style"); style != "" {
		l.italic = map[bool]toggle{true: on, false: off}[style == "italic" || style == "oblique"]
	}
	if display := attr(e, "display"); display != "" {
		l.hidden = map[bool]toggle{true: on, false: off}[display == "none"]
	}
	l.font = f.fonts[attr(e, "font-name")]
	if family := attr(e, "font-family"); family != "" {
		l.font = strings.Trim(family, "'")
	}
	if language := attr(e, "language"); language != "" && language != "none" {
		l.language = language
		if country := attr(e, "country"); country != "" && country != "none" {
			l.language += "-" + country
		}
	}
}

// odtFormats are the formats of numbers by the names that Word has for them.
var odtFormats = map[string]string{"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "": "none"}

// odtList reads the levels of a list.
func (c *cursor) odtList() *levels {
	var of levels
	c.each(func(e xml.StartElement) {
		i := number(attr(e, "level"), 0) - 1
		if i < 0 || i >= mostLevels {
			return
		}
		l := &numberLevel{start: number(attr(e, "start-value"), 1), restart: -1}
		of[i] = l
		switch e.Name.Local {
		case "list-level-style-number", "outline-level-style":
			l.format = odtFormats[attr(e, "num-format")]
			if l.format == "" {
				l.format = "decimal"
			}
			l.text = odtNumber(e, l.format, i)
		default:
			l.format, l.text = "bullet", "•"
		}
	})
	return &of
}

// odtNumber is the text of a level of a list, with %1 for the number of the
// first level.
func odtNumber(e xml.StartElement, format string, level int) string {
	if own := attr(e, "num-list-format"); own != "" {
		for i := range mostLevels {
			place := "%" + strconv.Itoa(i+1)
			own = strings.ReplaceAll(own, place+"%", place)
		}
		return cutTo(own, longestNumber)
	}
	if format == "none" {
		return cutTo(attr(e, "num-prefix")+attr(e, "num-suffix"), longestNumber)
	}
	var shown []string
	for i := max(0, level+1-max(1, number(attr(e, "display-levels"), 1))); i <= level; i++ {
		shown = append(shown, "%"+strconv.Itoa(i+1))
	}
	return cutTo(attr(e, "num-prefix"), longestNumber) + strings.Join(shown, ".") + cutTo(attr(e, "num-suffix"), longestNumber)
}

// cutTo is s, cut where it is longer than so many bytes.
func cutTo(s string, most int) string { return strings.ToValidUTF8(s[:min(len(s), most)], "") }

// odtLayout is a paragraph's style with all that it is based on.
type odtLayout struct {
	odtStyle
	// named is the name of the style, without those made up for one paragraph.
	named string
}

// resolved is a style of a family with what it is based on.
func (f *odtFile) resolved(family, name string) odtLayout {
	var l odtLayout
	if name == "" && family == "paragraph" {
		name = "Standard"
	}
	for range deepestStyle {
		s := f.auto[family+" "+name]
		if s == nil {
			if s = f.common[family+" "+name]; s != nil && l.named == "" {
				l.named = s.name
			}
		}
		if s == nil {
			break
		}
		l.look.bold, l.look.italic, l.look.hidden = l.look.bold.or(s.look.bold), l.look.italic.or(s.look.italic), l.look.hidden.or(s.look.hidden)
		l.newPage, l.pageAfter, l.ruled = l.newPage.or(s.newPage), l.pageAfter.or(s.pageAfter), l.ruled.or(s.ruled)
		if l.list == "" {
			l.list = s.list
		}
		if l.left == nil {
			l.left = s.left
		}
		if l.first == nil {
			l.first = s.first
		}
		if s.parent == name {
			break
		}
		if name = s.parent; name == "" {
			break
		}
	}
	return l
}
