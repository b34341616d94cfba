package minutes

import (
	"slices"

	"minutebook/model"
)

// Audience is who a document is for.
type Audience int

// The audiences. Nobody is one until somebody says so.
const (
	Unsaid Audience = iota
	// Public leaves out what is restricted.
	Public
	// Full is for those who may read everything but private notes.
	Full
)

// NeedsAudience is the error of composing a meeting that has restricted parts
// without saying for whom.
type NeedsAudience struct{}

func (*NeedsAudience) Error() string {
	return "the meeting has restricted parts: say whether the document is for the public or in full"
}

// Check says whether minutes of m can be made for the audience: the error is a
// *[NeedsAudience] where nobody said and m has restricted parts.
func (a Audience) Check(m model.Meeting) error {
	if a == Unsaid && m.HasRestricted() {
		return &NeedsAudience{}
	}
	return nil
}

// Seen is the meeting as the audience may see it, worded by s: private notes
// are gone, and for the public so is every restricted word. What is left of a
// restricted part is its place, its number and the reason; of withheld words it
// is their place. Approved minutes are seen as corrected, and corrections beside
// the minutes are nobody's to see; nor does the public see to whom they were
// sent, or how a restricted part of them was approved.
func Seen(m model.Meeting, s Style, a Audience) model.Meeting {
	out, _ := Printed(m, a)
	out = out.Clone()
	if a == Public {
		out.Restricting, out.Circulated = nil, nil
		out.Passed = slices.DeleteFunc(out.Passed, func(p model.Passed) bool { return p.Part == model.ClosedPart })
	}
	for i, it := range out.Items {
		switch {
		case a == Public && it.Restricted != nil:
			it = withheldItem(it, s)
		case a == Public:
			it = shownItem(it, s)
		}
		entries := it.Entries[:0:0]
		for _, e := range it.Entries {
			if e.Kind == model.Private {
				continue
			}
			if a == Public {
				e = shown(e, s)
			}
			entries = append(entries, e)
		}
		it.Entries = entries
		out.Items[i] = it
	}
	if a == Public {
		out.Frozen = shownNumbers(out)
	}
	return out
}

// shownNumbers are the numbers that are out of what the public sees: of the
// rest, not even how many there are is told.
func shownNumbers(m model.Meeting) *model.Frozen {
	there, references := map[model.ID]bool{}, map[model.ID]string{}
	for _, it := range m.Items {
		there[it.ID], references[it.ID] = true, it.Reference
		for _, e := range it.Entries {
			there[e.ID] = true
		}
	}
	f := m.Frozen.Only(func(id model.ID) bool { return there[id] })
	if f == nil {
		return nil
	}
	for id := range f.Places { // of items with a reference of their own, which may be withheld
		if references[id] == "" {
			delete(f.Items, id)
			delete(f.Places, id)
		} else {
			f.Items[id] = references[id]
		}
	}
	return f
}

// shown is what the public sees of an entry.
func shown(e model.Entry, s Style) model.Entry {
	if e.Restricted != nil {
		return withheld(e, *e.Restricted, s)
	}
	if len(e.Withheld) == 0 {
		return e
	}
	part, ok := inPart(e, s)
	if !ok {
		return withheld(e, e.Withheld[0].Restriction, s)
	}
	return part
}

// withheldItem is what the public sees of a restricted item: its number, a
// title, the reason, and the numbers of its actions.
func withheldItem(it model.Item, s Style) model.Item {
	out := model.Item{ID: it.ID, Reference: it.Reference, PublicTitle: it.PublicTitle, Restricted: it.Restricted}
	if !it.Opening() {
		out.Title = it.PublicTitle
		if out.Title == "" {
			out.Title = s.Words.WithheldTitle
		}
	}
	for _, e := range it.Entries {
		if e.Kind == model.Action {
			reason := *it.Restricted
			if e.Restricted != nil {
				reason = *e.Restricted
			}
			out.Entries = append(out.Entries, withheld(e, reason, s))
		}
	}
	return out
}

// withheld is what the public sees of a restricted entry.
func withheld(e model.Entry, by model.Restriction, s Style) model.Entry {
	out := model.Entry{ID: e.ID, Kind: e.Kind, Level: e.Level, Number: e.Number, Restricted: &by,
		Text: fill(s.Words.Withheld, why(by))}
	switch e.Kind {
	case model.VoteTaken, model.Interest, model.Movement:
		out.Kind = model.Paragraph // a stub says nothing that these kinds must say
	case model.Decision, model.Motion:
		if e.Resolution != nil && e.Resolution.Number != "" {
			out.Resolution = &model.Resolution{Number: e.Resolution.Number}
		}
	case model.Paragraph, model.Bullet, model.Heading, model.Action, model.Private:
	}
	return out
}
