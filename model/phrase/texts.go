package phrase

import (
	"strings"

	"minutebook/model"
)

// Texts are the words of a meeting that may be learnt, as [Model.Learn] takes
// them: its people, titles and entries. Never among them are private notes, what
// is restricted, and anything that stands in a restricted item.
func Texts(m model.Meeting) []string {
	out := []string{m.Body, m.Venue}
	for _, a := range m.Attendees {
		out = append(out, Person(a), a.Group)
	}
	for _, it := range m.Items {
		if it.Restricted != nil {
			continue
		}
		out = append(out, Title(it))
		if it.OutcomeRestricted == nil {
			out = append(out, it.Outcome)
		}
		if it.PresenterRestricted == nil {
			out = append(out, it.Presenter)
		}
		if it.PurposeRestricted == nil {
			out = append(out, it.Purpose)
		}
		for _, p := range it.Papers {
			if p.Restricted == nil {
				out = append(out, model.Plain(p.Title))
			}
		}
		for _, e := range it.Entries {
			out = append(out, Entry(e))
		}
	}
	kept := out[:0]
	for _, text := range out {
		if strings.TrimSpace(text) != "" {
			kept = append(kept, text)
		}
	}
	return kept
}

// Person are the words of an attendee: name and post.
func Person(a model.Attendee) string {
	if a.Post == "" {
		return a.Name
	}
	return a.Name + ", " + a.Post
}

// Title are the words of an item's title as it is typed; "" where it, or words
// of it, are restricted or it has none.
func Title(it model.Item) string {
	if it.Restricted != nil || len(it.Withheld) > 0 || it.Title == "" {
		return ""
	}
	return "# " + model.Plain(it.Title)
}

// Entry are the words of an entry that may be learnt, as they are typed: "" of
// a private note, of what is restricted, if only in part, and of an action that
// was withdrawn.
// Whether its item is restricted is for the caller to ask.
func Entry(e model.Entry) string {
	text := model.Plain(e.Text)
	if e.Restricted != nil || len(e.Withheld) > 0 || text == "" || e.Action != nil && e.Action.Withdrawn {
		return ""
	}
	switch e.Kind {
	case model.Paragraph:
		return text
	case model.Bullet:
		return strings.Repeat("-", e.Level+1) + " " + text
	case model.Heading:
		return "## " + text
	case model.Decision:
		return "d: " + text
	case model.Action:
		return "a: " + text
	case model.Motion:
		return "m: " + text
	case model.Interest:
		return "i: " + text
	case model.Private, model.VoteTaken, model.Movement:
		return ""
	}
	return ""
}
