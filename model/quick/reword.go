package quick

import (
	"strings"

	"minutebook/model"
)

// Reword is an entry with other words. What was read from its words is read from
// the new ones, as when its line is edited; what was said beside them in braces
// stays, and so do identity, number and restrictions.
func Reword(c Context, e model.Entry, text string) model.Entry {
	c.Kind = ""
	line := PrintEntry(c, e)
	for at := 0; ; at++ {
		next := strings.Index(line[at:], e.Text)
		if next < 0 {
			break
		}
		at += next
		r, err := Read(line[:at]+text+line[at+len(e.Text):], c)
		if err != nil || r.Entry == nil || r.Entry.Kind != e.Kind || r.Entry.Level != e.Level || r.Entry.Text != text {
			continue
		}
		now := *r.Entry
		now.ID, now.Made, now.Restricted, now.Withheld, now.Number, now.Unsure = e.ID, e.Made, e.Restricted, e.Withheld, e.Number, e.Unsure
		return now
	}
	e.Text = text
	return e
}
