package returned

import (
	"cmp"
	"reflect"
	"slices"
	"strings"

	"minutebook/model"
	"minutebook/model/minutes/read"
)

// base is an entry as it was when the file was made.
func (r *reader) base(id model.ID) (model.Entry, bool) {
	e, _, ok := r.in.Base.Entry(id)
	return e, ok
}

// comments proposes to keep the remarks in the margin as private notes.
func (r *reader) comments() {
	for _, c := range r.in.Document.Comments {
		p := Proposal{Kind: Note, By: c.By, When: c.When, Before: c.On, After: c.Text}
		if strings.TrimSpace(c.Text) == "" {
			continue
		}
		at := r.blockAt(c.Block)
		unit := r.unitAt(at)
		p.Where = "The meeting"
		if unit >= 0 {
			p.Where = r.where(r.units[unit])
			r.about(&p, r.units[unit].about)
		}
		p.entry = &model.Entry{ID: r.in.NewID(), Kind: model.Private, Text: noted(c)}
		p.place = r.beside(unit)
		r.at = append(r.at, placed{p, at, len(r.at)})
	}
}

// noted is a remark as the private note that it becomes.
func noted(c read.Comment) string {
	words := literal(oneLineEach(c.Text))
	switch on := clipped(c.On); {
	case c.By != "" && on != "":
		return literal(c.By) + ", on “" + literal(on) + "”: " + words
	case c.By != "":
		return literal(c.By) + ": " + words
	case on != "":
		return "On “" + literal(on) + "”: " + words
	}
	return words
}

func oneLineEach(text string) string {
	var lines []string
	for _, l := range strings.Split(text, "\n") {
		if l = oneLine(l); l != "" {
			lines = append(lines, l)
		}
	}
	return strings.Join(lines, "\n")
}

// blockAt is the place of the block that stands at a place of the document, or
// before it.
func (r *reader) blockAt(at int) int {
	last := -1
	for j, b := range r.blocks {
		if b.at > at {
			break
		}
		last = j
	}
	return last
}

// unitAt is the unit that a block was, or that stood before it.
func (r *reader) unitAt(j int) int {
	for ; j >= 0; j-- {
		if i := r.from[j]; i >= 0 {
			return i
		}
	}
	return -1
}

// beside is where a note about a unit goes: behind its entry, or first in its
// item; what is about the meeting goes to the first item.
func (r *reader) beside(i int) place {
	if i < 0 {
		return place{}
	}
	u := r.units[i]
	switch u.about.sort {
	case anEntry:
		e, it, _ := r.in.Base.Entry(u.about.id)
		return place{it.ID, []model.ID{e.ID, it.ID}}
	case anItem:
		return place{u.about.id, []model.ID{u.about.id}}
	case aMeeting, aPerson, noSubject:
	}
	return place{}
}

// result is what was found, against the meeting as it stands.
func (r *reader) result() Returned {
	list := r.proposals()
	now := r.in.Now
	if len(now.Corrections) > 0 {
		now = now.Corrected()
	}
	same := reflect.DeepEqual(unstamped(r.in.Base), unstamped(now))
	units, err := unitsOf(now, r.style, r.audience, r.in.Later, r.found.Extract)
	for _, p := range list {
		if !same && err == nil && r.against(&p, now, units) {
			r.found.Already++
			continue
		}
		r.found.Proposals = append(r.found.Proposals, p)
	}
	return r.found
}

// proposals are those found so far, in the order of the file.
func (r *reader) proposals() (list []Proposal) {
	slices.SortStableFunc(r.at, func(a, b placed) int { return cmp.Or(a.block-b.block, a.order-b.order) })
	for _, p := range r.at {
		r.finish(&p.Proposal)
		list = append(list, p.Proposal)
	}
	return list
}

// unstamped is a meeting without what is no words of it.
func unstamped(m model.Meeting) model.Meeting {
	m = m.Clone()
	m.Rev, m.State, m.Circulated, m.Corrections, m.Passed, m.Frozen = 0, "", nil, nil, nil, nil
	return m
}

// finish completes a proposal of a deleted item: what may go with it.
func (r *reader) finish(p *Proposal) {
	if p.Kind != Delete || p.about().sort != anItem {
		return
	}
	it, _ := r.in.Base.Item(p.Item)
	for _, e := range it.Entries {
		if e.Kind == model.Private {
			p.Remark = "private notes stand in it, which go with it"
		}
		p.place.behind = append(p.place.behind, e.ID)
	}
}

// against compares a proposal with the meeting as it stands. It says whether the
// meeting reads so already.
func (r *reader) against(p *Proposal, now model.Meeting, units []unit) bool {
	if p.Kind == Insert || p.Kind == Note {
		return r.isThere(*p, now)
	}
	about := p.about()
	if !p.there(now) {
		p.Conflict = p.Kind != Delete
		return p.Kind == Delete
	}
	if p.Kind == Move {
		return false
	}
	if c, err := p.Change(now); err == nil && p.Kind == Reword {
		if many, ok := c.(model.Many); ok && len(many) == 0 {
			return true
		}
	}
	was, is := r.said(r.units, about, *p), r.said(units, about, *p)
	if was != is {
		p.Conflict, p.Now = true, is
	}
	return false
}

// said is what units say of a subject: of the meeting, the line that a proposal
// is about.
func (r *reader) said(units []unit, about subject, p Proposal) string {
	var all []string
	for _, u := range units {
		if u.about != about || !u.first && about.sort != aMeeting {
			continue
		}
		if about.sort == aMeeting && !slices.EqualFunc(u.cells[0].parts, p.sets, func(a part, b set) bool { return a.name == b.name }) {
			continue
		}
		for _, c := range u.cells {
			from := 0
			if len(c.parts) > 0 && len(u.cells) == 1 {
				from = c.parts[0].from
			}
			all = append(all, c.slice(from, len(c.text)).markdown())
		}
	}
	return strings.Join(all, " | ")
}

// isThere says whether what would be new is in the meeting and was not when the
// file was made.
func (r *reader) isThere(p Proposal, now model.Meeting) bool {
	switch {
	case p.entry != nil:
		for _, it := range now.Items {
			for _, e := range it.Entries {
				_, was := r.base(e.ID)
				if !was && e.Kind == p.entry.Kind && oneLine(e.Text) == oneLine(p.entry.Text) {
					return true
				}
			}
		}
	case p.item != nil:
		return slices.ContainsFunc(now.Items, func(it model.Item) bool {
			_, was := r.in.Base.Item(it.ID)
			return !was && it.Title == p.item.Title
		})
	case p.who != nil:
		return slices.ContainsFunc(now.Attendees, func(a model.Attendee) bool {
			_, was := r.in.Base.Attendee(a.ID)
			return !was && a.Name == p.who.Name
		})
	}
	return false
}
