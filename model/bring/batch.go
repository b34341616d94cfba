package bring

import (
	"slices"
	"strings"

	"minutebook/model"
	"minutebook/model/roster"
)

// Lacking is the error of a plan that cannot be kept: what lacks.
type Lacking struct{ What Rough }

func (e *Lacking) Error() string {
	if e.What == NoDay {
		return "it does not say on which day the meeting was"
	}
	return "it does not say of which body it is"
}

// There is the error of a plan for a meeting that the book has already.
type There struct{ Meeting model.Summary }

func (e *There) Error() string {
	return "the book has the meeting of " + e.Meeting.Body + ", " + e.Meeting.Date.Long() + ", already"
}

// Batch is what is to be kept, and the meeting in it. newID makes identities that
// never were before; made is the moment, RFC 3339. A body that is new gets its
// seats of the members found, from that day on; one that the book has stays as it
// is but for the habits that were learnt, since an old list of those present says
// nothing about who sits there now. The error is a *[Lacking] or a *[There].
func (p *Plan) Batch(newID func() model.ID, made string) (model.Batch, model.Meeting, error) {
	for _, r := range p.Rough {
		if r == NoBody || r == NoDay {
			return model.Batch{}, model.Meeting{}, &Lacking{r}
		}
	}
	if p.Clash != nil {
		return model.Batch{}, model.Meeting{}, &There{*p.Clash}
	}
	var batch model.Batch
	m := p.Found.Meeting.Clone()
	ids := identities{newID: newID, made: map[model.ID]model.ID{}}
	ids.meeting(&m)
	m.ID, m.Made, m.State, m.Rev = newID(), made, model.Draft, 1
	batch.People = p.persons(&m, newID)
	body := p.Body.Clone()
	body.Habits = merged(body.Habits, merged(Learn(p.said, p.first), p.always))
	switch {
	case p.NewBody:
		body.ID, body.Style = newID(), p.Style
		body.Seats = seats(m, newID)
		batch.Bodies = []model.Save[model.Body]{{Value: body}}
	case !slices.Equal(body.Habits, p.Body.Habits):
		body.Rev++
		batch.Bodies = []model.Save[model.Body]{{Base: p.Body.Rev, Value: body}}
	}
	m.BodyID = body.ID
	if p.IsApproved() {
		approved, _, err := m.With(model.SetState{State: model.Approved})
		if err != nil {
			return model.Batch{}, model.Meeting{}, err
		}
		m = approved
	}
	batch.Meetings = []model.Save[model.Meeting]{{Value: m}}
	return batch, m, nil
}

// persons links the attendees with people, and gives those who are new. Somebody
// who is listed twice is one.
func (p *Plan) persons(m *model.Meeting, newID func() model.ID) []model.Save[model.Person] {
	var people []model.Save[model.Person]
	for i, w := range p.People {
		a := &m.Attendees[i]
		a.Person = w.Person
		if !w.New {
			continue
		}
		at := slices.IndexFunc(people, func(s model.Save[model.Person]) bool { return roster.SameName(s.Value.Name, a.Name) })
		if at < 0 {
			at = len(people)
			people = append(people, model.Save[model.Person]{Value: model.Person{ID: newID(), Rev: 1, Name: a.Name}})
		}
		a.Person = people[at].Value.ID
	}
	return people
}

// seats are those of the members found in a meeting: all but deputies, those who
// came for an item, and those of whom it is not sure who they are.
func seats(m model.Meeting, newID func() model.ID) []model.Seat {
	var list []model.Seat
	for _, a := range m.Attendees {
		if a.Capacity != model.Member || a.DeputyFor != "" || len(a.Items) > 0 || a.Person == "" ||
			slices.ContainsFunc(list, func(s model.Seat) bool { return s.Person == a.Person }) {
			continue
		}
		s := model.Seat{ID: newID(), Person: a.Person, Name: a.Name, Post: a.Post, Group: a.Group, From: m.Date}
		if rest, ok := strings.CutPrefix(strings.ToLower(a.Post), "acting "); ok && rest != "" {
			s.Acting, s.Post = true, a.Post[len("acting "):]
		}
		list = append(list, s)
	}
	return list
}

// identities gives everything in a meeting identities of its own, in the place of
// those of places in a file.
type identities struct {
	newID func() model.ID
	made  map[model.ID]model.ID
}

// of is the new identity of something; "" for nothing.
func (ids identities) of(old model.ID) model.ID {
	if old == "" {
		return ""
	}
	if ids.made[old] == "" {
		ids.made[old] = ids.newID()
	}
	return ids.made[old]
}

func (ids identities) meeting(m *model.Meeting) {
	for i := range m.Attendees {
		m.Attendees[i].ID = ids.of(m.Attendees[i].ID)
	}
	m.Chair, m.Clerk = ids.of(m.Chair), ids.of(m.Clerk)
	for i := range m.Items {
		it := &m.Items[i]
		it.ID = ids.of(it.ID)
		for j := range it.Entries {
			e := &it.Entries[j]
			e.ID = ids.of(e.ID)
			if e.Movement != nil {
				e.Movement.Who = ids.of(e.Movement.Who)
			}
		}
	}
	if f := m.Frozen; f != nil {
		m.Frozen = &model.Frozen{Items: anew(ids, f.Items), Places: anew(ids, f.Places), Paragraphs: anew(ids, f.Paragraphs),
			Actions: anew(ids, f.Actions), Decisions: anew(ids, f.Decisions)}
	}
}

// anew is a map by the new identities.
func anew[V any](ids identities, old map[model.ID]V) map[model.ID]V {
	if old == nil {
		return nil
	}
	all := make(map[model.ID]V, len(old))
	for id, v := range old {
		all[ids.of(id)] = v
	}
	return all
}
