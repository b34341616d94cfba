package read

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// wordLevels is how many levels a numbering of Word has.
const wordLevels = 9

// longestNumber is how many bytes there may be of the text around a number.
const longestNumber = 250

// wordLevel is how a level of a numbering prints its numbers.
type wordLevel struct {
	// format is the sort of number, text what is printed, with %1 for the
	// number of the first level; custom shows how a number of no format looks.
	format, text, custom string
	start                int
	// restart is the level, from 1, that makes this one begin anew: 0 for none, -1
	// for every level above it.
	restart int
	// decimal says that every number is printed in figures.
	decimal bool
	// style is the paragraph style that has this level.
	style  string
	indent wordIndent
}

// wordNumbering is a numbering that paragraphs name.
type wordNumbering struct {
	// abstract names the definition, which several lists may count in together.
	abstract string
	starts   [wordLevels]*int
	levels   [wordLevels]*wordLevel
}

// wordDefinition is what lists are made by.
type wordDefinition struct {
	levels [wordLevels]*wordLevel
	// link is the style that has the levels instead.
	link string
}

// wordNumbers computes the numbers that Word prints before paragraphs.
type wordNumbers struct {
	definitions map[string]*wordDefinition
	lists       map[string]*wordNumbering
	// counts are those of the story that is read, by definition: a note, a box
	// and a header count by themselves.
	counts map[string]*wordCount
	styles *wordStyles
}

// wordCount is how far a definition has counted.
type wordCount struct {
	at   [wordLevels]int
	used [wordLevels]bool
	// begun are the lists that have started anew, by level.
	begun map[string]*[wordLevels]bool
}

// read reads the part with the numberings.
func (n *wordNumbers) read(c *cursor) {
	c.each(func(xml.StartElement) {
		c.each(func(e xml.StartElement) {
			switch e.Name.Local {
			case "abstractNum":
				if len(n.definitions) >= mostDefined {
					return
				}
				n.definitions[attr(e, "abstractNumId")] = c.definition()
			case "num":
				if len(n.lists) >= mostDefined {
					return
				}
				n.lists[attr(e, "numId")] = c.list()
			}
		})
	})
}

func (c *cursor) definition() *wordDefinition {
	d := &wordDefinition{}
	c.each(func(e xml.StartElement) {
		switch e.Name.Local {
		case "lvl":
			if i := number(attr(e, "ilvl"), -1); i >= 0 && i < wordLevels {
				d.levels[i] = c.level()
			}
		case "numStyleLink":
			d.link = attr(e, "val")
		}
	})
	return d
}

func (c *cursor) list() *wordNumbering {
	l := &wordNumbering{}
	c.each(func(e xml.StartElement) {
		switch e.Name.Local {
		case "abstractNumId":
			l.abstract = attr(e, "val")
		case "lvlOverride":
			i := number(attr(e, "ilvl"), -1)
			if i < 0 || i >= wordLevels {
				return
			}
			c.each(func(e xml.StartElement) {
				switch e.Name.Local {
				case "startOverride":
					start := number(attr(e, "val"), 0)
					l.starts[i] = &start
				case "lvl":
					l.levels[i] = c.level()
				}
			})
		}
	})
	return l
}

func (c *cursor) level() *wordLevel {
	l := &wordLevel{format: "decimal", restart: -1}
	c.levelParts(l)
	return l
}

func (c *cursor) levelParts(l *wordLevel) {
	c.each(func(e xml.StartElement) {
		val := attr(e, "val")
		switch e.Name.Local {
		case "AlternateContent":
			c.each(func(e xml.StartElement) {
				if e.Name.Local == "Choice" {
					c.levelParts(l)
				}
			})
		case "start":
			l.start = number(val, 0)
		case "numFmt":
			l.format, l.custom = val, attr(e, "format")
		case "lvlText":
			l.text = strings.ToValidUTF8(val[:min(len(val), longestNumber)], "")
		case "lvlRestart":
			l.restart = number(val, -1)
		case "isLgl":
			l.decimal = toggled(e) == on
		case "pStyle":
			l.style = val
		case "lvlPicBulletId":
			l.format, l.text = "bullet", "•"
		case "pPr":
			l.indent = c.layout().indent
		}
	})
}

// definition is that of a list, or of the list that it is linked to by a style.
func (n *wordNumbers) definition(list *wordNumbering) *wordDefinition {
	d := n.definitions[list.abstract]
	if d == nil || d.link == "" {
		return d
	}
	if style := n.styles.of(d.link); style != nil {
		if other := n.lists[style.layout.list]; other != nil && n.definitions[other.abstract] != nil {
			return n.definitions[other.abstract]
		}
	}
	return d
}

// numbering is the list and the level of a paragraph with that layout and
// style; nil where it is in none.
func (n *wordNumbers) numbering(own wordLayout, style *wordStyle) (list string, at int) {
	list, at = own.list, own.level
	named := ""
	if list == "" && style != nil {
		list, named = style.layout.list, style.layout.style
	}
	found := n.lists[list]
	if found == nil {
		return "", 0
	}
	if at < 0 && named != "" {
		for i := range wordLevels {
			if l := n.at(found, i); l != nil && (l.style == named || l.style == style.id) {
				return list, i
			}
		}
	}
	if at < 0 && style != nil {
		at = style.layout.level
	}
	return list, min(max(at, 0), wordLevels-1)
}

// at is a level of a list; nil where it is not defined.
func (n *wordNumbers) at(list *wordNumbering, i int) *wordLevel {
	if list.levels[i] != nil {
		return list.levels[i]
	}
	if d := n.definition(list); d != nil {
		return d.levels[i]
	}
	return nil
}

// level is a level of the list of that name.
func (n *wordNumbers) level(list string, i int) *wordLevel {
	if l := n.lists[list]; l != nil {
		return n.at(l, i)
	}
	return nil
}

// apart reads a story that counts by itself.
func (n *wordNumbers) apart(read func()) {
	outer := n.counts
	n.counts = map[string]*wordCount{}
	read()
	n.counts = outer
}

// next counts a paragraph and is the number or mark that Word prints before it.
func (n *wordNumbers) next(name string, at int) string {
	list := n.lists[name]
	level := n.level(name, at)
	if level == nil {
		return ""
	}
	c := n.counts[list.abstract]
	if c == nil {
		c = &wordCount{begun: map[string]*[wordLevels]bool{}}
		n.counts[list.abstract] = c
	}
	n.count(c, list, name, at)
	if level.format == "bullet" {
		if strings.TrimSpace(level.text) == "" {
			return ""
		}
		return "•"
	}
	text := level.text
	if !strings.Contains(text, "%") {
		return strings.TrimSpace(text)
	}
	for i := wordLevels - 1; i >= 0; i-- {
		place := "%" + strconv.Itoa(i+1)
		if of := n.at(list, i); of != nil && strings.Contains(text, place) {
			value := c.at[i]
			if !c.used[i] { // a level below
				value = n.start(list, i)
			}
			text = strings.ReplaceAll(text, place, numeral(value, of, level.decimal && of.format != "none"))
		}
	}
	return strings.TrimSpace(text)
}

// start is the number at which a level begins.
func (n *wordNumbers) start(list *wordNumbering, i int) int {
	if list.starts[i] != nil {
		return *list.starts[i]
	}
	if l := n.at(list, i); l != nil {
		return l.start
	}
	return 1
}

// count counts one more of a level; those below it that it restarts begin anew.
func (n *wordNumbers) count(c *wordCount, list *wordNumbering, name string, at int) {
	begun := c.begun[name]
	if begun == nil {
		begun = &[wordLevels]bool{}
		c.begun[name] = begun
	}
	if list.starts[at] != nil && !begun[at] {
		c.used[at] = false
	}
	begun[at] = true
	if c.used[at] {
		c.at[at]++
	} else { // the levels above it that were passed over are printed, and count
		for i := at; i >= 0 && !c.used[i]; i-- {
			c.at[i], c.used[i] = n.start(list, i), true
		}
	}
	for i := at + 1; i < wordLevels; i++ {
		if l := n.at(list, i); l == nil || l.restart < 0 || at < l.restart {
			c.used[i] = false
		}
	}
}
