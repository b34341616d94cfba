package brief

import (
	"strings"

	"minutebook/model/find"
	"minutebook/model/minutes"
	"minutebook/model/register"
)

// The parts, in the order in which the page has them.
const (
	overdue = iota
	dueNow
	complete
	others
)

var headings = [...]string{overdue: "Overdue", dueNow: "Due at this meeting", complete: "Reported complete", others: "Open"}

// Part is some of the actions under a heading.
type Part struct {
	Heading string
	Actions []register.Action
}

// Parts are the actions that the meeting has to deal with, each in one part
// only: overdue, due at this meeting, reported complete, and the other open
// ones. For the public what is restricted is in none. The error is a
// *[minutes.NeedsAudience] where a meeting has restricted parts and nobody said
// for whom the brief is.
func Parts(in Input) ([]Part, error) {
	var actions []register.Action
	for _, s := range in.Log.Sources {
		if err := in.Log.Audience.Check(s.Meeting); err != nil {
			return nil, err
		}
		for _, a := range s.Seen(in.Log.Style, in.Log.Audience) {
			if !a.Stub {
				actions = append(actions, a.Action)
			}
		}
	}
	offer := register.Since(actions, in.Last)
	parts := make([]Part, len(headings))
	for i, h := range headings {
		parts[i].Heading = h
	}
	parts[complete].Actions = offer.Completed
	for _, a := range offer.Open {
		n := others
		switch {
		case a.Overdue(in.Log.Today):
			n = overdue
		case in.due(a):
			n = dueNow
		}
		parts[n].Actions = append(parts[n].Actions, a)
	}
	for _, a := range actions { // of other bodies, to be reported to this one
		if a.BodyID != in.Body && a.State.Outstanding() && in.reports(a) {
			parts[dueNow].Actions = append(parts[dueNow].Actions, a)
		}
	}
	return parts, nil
}

// due says whether an action is due at the meeting: by its day, or because it is
// to be reported to it.
func (in Input) due(a register.Action) bool {
	switch {
	case a.Due.Date.Valid():
		return in.When.Date.Valid() && a.Due.Date <= in.When.Date
	case a.Forum != "":
		return in.reports(a)
	}
	return strings.Contains(strings.ToLower(a.Due.Words), "next meeting")
}

// reports says whether an action is to be reported to the body.
func (in Input) reports(a register.Action) bool {
	forum := find.Parse(a.Forum)
	return !forum.Empty() && (forum.Names(in.Name) || find.Parse(in.Name).Names(a.Forum))
}

// Compose makes the brief. The error is that of [Parts].
func Compose(in Input) (minutes.Document, error) {
	parts, err := Parts(in)
	if err != nil {
		return minutes.Document{}, err
	}
	title := in.title()
	d := minutes.Document{Title: "Chair’s brief: " + title, Body: in.Name, Occasion: "Chair’s brief", Date: in.When.Date, Language: in.Log.Style.Language,
		Skip: in.Log.Style.Words.Skip, Look: in.Log.Style.Look.Legible(), Header: minutes.Running{Left: []minutes.Piece{{Text: "Chair’s brief: " + title}}},
		Blocks: []minutes.Block{minutes.Title{Lines: []string{"Chair’s brief", title}}}}
	d.Look.Size = min(d.Look.Size, size)
	if in.Log.Today.Valid() {
		d.Footer = minutes.Running{Left: []minutes.Piece{{Text: "As of " + in.Log.Today.Long()}}}
	}
	d.Blocks = append(d.Blocks, minutes.Facts{Rows: in.facts(parts)})
	d.Blocks = append(d.Blocks, in.sentences(parts)...)
	d.Blocks = append(d.Blocks, in.actions(parts)...)
	d.Blocks = append(d.Blocks, in.glance(parts)...)
	return d, nil
}

// title says whose brief it is, and for which day.
func (in Input) title() string { return joined(", ", short(in.Name, long), in.When.Date.Long()) }
