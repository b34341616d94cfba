package read

import (
	"encoding/xml"
	"strings"
)

// wordNumbering is a numbering that paragraphs name.
type wordNumbering struct {
	// abstract names the definition, which several lists may count in together.
	abstract string
	starts   [mostLevels]*int
	own      levels
	// made are all of its levels, once they were needed.
	made *levels
}

// wordDefinition is what lists are made by.
type wordDefinition struct {
	levels levels
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
	numberCount
	// begun are the lists that have started anew, by level.
	begun map[string]*[mostLevels]bool
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
			if i := number(attr(e, "ilvl"), -1); i >= 0 && i < mostLevels {
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
			if i < 0 || i >= mostLevels {
				return
			}
			c.each(func(e xml.StartElement) {
				switch e.Name.Local {
				case "startOverride":
					start := number(attr(e, "val"), 0)
					l.starts[i] = &start
				case "lvl":
					l.own[i] = c.level()
				}
			})
		}
	})
	return l
}

func (c *cursor) level() *numberLevel {
	l := &numberLevel{format: "decimal", restart: -1}
	c.levelParts(l)
	return l
}

func (c *cursor) levelParts(l *numberLevel) {
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
		for i := range mostLevels {
			if l := n.at(found, i); l != nil && (l.style == named || l.style == style.id) {
				return list, i
			}
		}
	}
	if at < 0 && style != nil {
		at = style.layout.level
	}
	return list, min(max(at, 0), mostLevels-1)
}

// at is a level of a list; nil where it is not defined.
func (n *wordNumbers) at(list *wordNumbering, i int) *numberLevel {
	if list.own[i] != nil {
		return list.own[i]
	}
	if d := n.definition(list); d != nil {
		return d.levels[i]
	}
	return nil
}

// level is a level of the list of that name.
func (n *wordNumbers) level(list string, i int) *numberLevel {
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
		c = &wordCount{begun: map[string]*[mostLevels]bool{}}
		n.counts[list.abstract] = c
	}
	begun := c.begun[name]
	if begun == nil {
		begun = &[mostLevels]bool{}
		c.begun[name] = begun
	}
	if list.starts[at] != nil && !begun[at] {
		c.used[at] = false
	}
	begun[at] = true
	levels := n.levels(list)
	c.next(levels, at)
	return c.printed(levels, at)
}

// levels are those of a list, each with the number at which it begins there.
func (n *wordNumbers) levels(list *wordNumbering) levels {
	if list.made != nil {
		return *list.made
	}
	made := levels{}
	for i := range made {
		made[i] = n.at(list, i)
		if made[i] != nil && list.starts[i] != nil {
			level := *made[i]
			level.start = *list.starts[i]
			made[i] = &level
		}
	}
	list.made = &made
	return made
}
