package quick

import (
	"strings"

	"minutebook/model"
)

// personLines are the lines that list the attendee at place i.
func personLines(m model.Meeting, i int) []string {
	want := m.Attendees[i]
	c := Context{Meeting: m}
	c.Meeting.Attendees = m.Attendees[:i:i]
	for _, lines := range [][]string{awayLine(want), presentThenAway(want)} {
		if listsAs(c, lines, want) {
			return lines
		}
	}
	for _, words := range []string{personWords(want), ""} {
		if have := readPerson(words, want.Capacity, c); words != "" && (have.Name != want.Name || have.Post != want.Post) {
			continue
		}
		for _, isNew := range []bool{false, true} {
			line := personBraces(c, words, want, isNew)
			if listsAs(c, []string{line}, want) {
				return []string{line}
			}
		}
	}
	return []string{personBraces(c, "", want, true)}
}

var capacityCommand = map[model.Capacity]string{
	model.Member:    "/present ",
	model.Attending: "/attending ",
	model.Observing: "/observing ",
}

// awayLine lists somebody who sent apologies or is absent, and of whom no more
// is known.
func awayLine(a model.Attendee) []string {
	if a.Mark == model.Present || a.Group != "" || a.Post != "" || a.Capacity != model.Member {
		return nil
	}
	return []string{markLine(a)}
}

func markLine(a model.Attendee) string {
	line := "/" + string(a.Mark) + " " + a.Name
	if a.Reason != "" {
		line += ", " + a.Reason
	}
	return line
}

// presentThenAway lists somebody, and marks them where they are not present.
func presentThenAway(a model.Attendee) []string {
	lines := []string{capacityCommand[a.Capacity] + personWords(a)}
	if a.Mark != model.Present {
		lines = append(lines, markLine(a))
	}
	return lines
}

// personWords are "GROUP: NAME, POST (item 3)".
func personWords(a model.Attendee) string {
	words := a.Name
	if a.Group != "" {
		words = a.Group + ": " + words
	}
	if a.Post != "" {
		words += ", " + a.Post
	}
	switch len(a.Items) {
	case 0:
	case 1:
		words += " (item " + a.Items[0] + ")"
	default:
		words += " (items " + strings.Join(a.Items, ", ") + ")"
	}
	if a.Remote {
		words += " (remote)"
	}
	if a.DeputyFor != "" {
		words += " (deputy for " + a.DeputyFor + ")"
	}
	return words
}

// personBraces lists somebody with the braces that the words need.
func personBraces(c Context, words string, want model.Attendee, isNew bool) string {
	have := readPerson(words, want.Capacity, c)
	wanted := personLine{Attendee: want, New: isNew}
	line := capacityCommand[want.Capacity] + words
	pairs := differences(&have, &wanted, personKeys, c)
	if len(pairs) == 0 {
		return line
	}
	return strings.TrimRight(line, " ") + " " + inBraces(pairs)
}

// listsAs says whether the lines list exactly that person at the end.
func listsAs(c Context, lines []string, want model.Attendee) bool {
	m := c.Meeting
	if len(lines) == 0 {
		return false
	}
	want.ID = "new"
	c.NewID = func() model.ID { return "new" }
	before := len(m.Attendees)
	for _, line := range lines {
		c.Meeting.Attendees = m.Attendees
		read, err := Read(line, c)
		if err != nil || strings.ContainsAny(line, "\r\n") || len(read.Changes) != 1 {
			return false
		}
		added, adds := read.Changes[0].(model.AddAttendee)
		set, sets := read.Changes[0].(model.SetAttendee)
		switch {
		case adds:
			m.Attendees = append(m.Attendees[:len(m.Attendees):len(m.Attendees)], added.Attendee)
		case sets && set.Attendee.ID == want.ID:
			m.Attendees[len(m.Attendees)-1] = set.Attendee
		default:
			return false
		}
	}
	return len(m.Attendees) == before+1 && samePerson(m.Attendees[before], want)
}

// namedLine is a command that names an attendee: by name where that is enough,
// else by place.
func namedLine(m model.Meeting, name string, id model.ID) string {
	who, ok := m.Attendee(id)
	if !ok {
		return "/" + name + " none"
	}
	line := "/" + name + " " + who.Name
	read, err := Read(line, Context{Meeting: m})
	if err == nil && len(read.Changes) == 1 && !strings.ContainsAny(line, "\r\n") {
		if set, ok := read.Changes[0].(model.SetFact); ok && set.Value == string(id) {
			return line
		}
	}
	return "/" + name + " {attendee: " + string(placeOf(m, id)) + "}"
}
