package quick

import (
	"strings"

	"minutebook/model"
	"minutebook/model/pattern"
)

var (
	nilReturn    = pattern.Of(`(?i)^(?:none|nil|none declared|nil return)\.?$`)
	interestItem = pattern.Of(`(?i)^items?\s+(\S(?:.*\S)?)$`)
	// saysItself tells a sentence, which says already what was declared, from
	// a name.
	saysItself = pattern.Of(`(?i)\s(?:declare[ds]?|has|had|have)\b`)
	leftRoom   = pattern.Of(`(?i)^(?:and )?(?:left|leaving|withdrew|withdrawing)(?: from)?(?: the (?:meeting|room|chamber))?\.?$`)
)

// readInterest reads who, which item, what and whether they left from the
// words of a declaration of interest. A sentence is left as it is.
func readInterest(r *reader, e *model.Entry) {
	facts := interestOf(e)
	text := strings.TrimSpace(e.Text)
	if nilReturn.MatchString(text) {
		facts.None = true
		return
	}
	parts := strings.Split(text, ",")
	who := strings.TrimSpace(parts[0])
	if hits, _ := match(who, r.c.Meeting.Attendees); len(hits) == 0 && saysItself.MatchString(who) {
		return
	}
	facts.Who = r.personSaid(who)
	var nature []string
	for _, p := range parts[1:] {
		p = strings.TrimSpace(p)
		m := interestItem.FindStringSubmatch(p)
		switch {
		case m != nil && facts.Item == "":
			facts.Item = m[1]
		case leftRoom.MatchString(p):
			facts.Left = true
		default:
			nature = append(nature, p)
		}
	}
	facts.Nature = strings.Join(nature, ", ")
}

// personSaid is the attendee whom a name means, by name, or else the name.
func (r *reader) personSaid(name string) string {
	list := r.c.Meeting.Attendees
	hits, _ := match(name, list)
	switch len(hits) {
	case 0:
		return name
	case 1:
		return list[hits[0]].Name
	}
	r.note("“" + name + "” may be " + namesOf(list, hits, " or "))
	return name
}
