package actionlog

import (
	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/register"
)

// Seen is an action as an audience may see it.
type Seen struct {
	register.Action
	// Stub says that only its number and the reason may be told.
	Stub bool
}

// Seen are the actions of the meeting in running order, for the audience and
// worded by the style. Of what is restricted the public sees a stub.
func (s Source) Seen(style minutes.Style, audience minutes.Audience) []Seen {
	m := minutes.Seen(s.Meeting.AsListed(), style, audience)
	whole, _ := minutes.Printed(s.Meeting, audience)
	var out []Seen
	for _, a := range register.Fold(m, s.Events) {
		kept, _, _ := whole.Entry(a.ID)
		public := audience == minutes.Public
		one := Seen{a, public && (a.Restricted || len(kept.Lost()) > 0)}
		if public && len(kept.Withheld) > 0 {
			one.Action = one.Unsaid()
		}
		switch {
		case one.Stub:
			one.Action = one.Bare()
		case a.Tombstone:
			one.Text, one.Owners, one.Due, one.Forum = style.Words.Withdrawn, nil, model.Due{}, ""
		}
		out = append(out, one)
	}
	return out
}
