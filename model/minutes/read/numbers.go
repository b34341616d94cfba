package read

import (
	"strconv"
	"strings"
)

// mostLevels is how many levels a list may have.
const mostLevels = 10

// levels are those of a list; nil where one is not defined.
type levels [mostLevels]*numberLevel

// longestNumber is how many bytes there may be of the text around a number.
const longestNumber = 250

// numberLevel is how a level of a list prints its numbers.
type numberLevel struct {
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

// numberCount is how far a list has counted.
type numberCount struct {
	at   [mostLevels]int
	used [mostLevels]bool
}

// next counts one more of a level; those below it that it restarts begin anew.
func (c *numberCount) next(of levels, at int) {
	if c.used[at] {
		c.at[at]++
	} else { // the levels above it that were passed over are printed, and count
		for i := at; i >= 0 && !c.used[i]; i-- {
			c.at[i], c.used[i] = of.start(i), true
		}
	}
	for i := at + 1; i < mostLevels; i++ {
		if of[i] == nil || of[i].restart < 0 || at < of[i].restart {
			c.used[i] = false
		}
	}
}

func (l levels) start(i int) int {
	if l[i] == nil {
		return 1
	}
	return l[i].start
}

// printed is the number or the mark of the level that was counted last.
func (c *numberCount) printed(of levels, at int) string {
	level := of[at]
	switch {
	case level == nil:
		return ""
	case level.format == "bullet" && strings.TrimSpace(level.text) == "":
		return ""
	case level.format == "bullet":
		return "•"
	}
	text := level.text
	for i := mostLevels - 1; i >= 0 && strings.Contains(text, "%"); i-- {
		value := c.at[i]
		if !c.used[i] { // a level below
			value = of.start(i)
		}
		if of[i] != nil {
			text = strings.ReplaceAll(text, "%"+strconv.Itoa(i+1), numeral(value, of[i], level.decimal && of[i].format != "none"))
		}
	}
	return strings.TrimSpace(text)
}
