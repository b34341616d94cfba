package returned

import (
	"slices"

	"minutebook/model"
	"minutebook/model/minutes"
)

// missing proposes to delete what stands in the file no more.
func (r *reader) missing() {
	gone := r.goneSubjects()
	done := map[subject]bool{}
	for i, u := range r.units {
		if r.of[i] >= 0 {
			continue
		}
		switch {
		case u.about.sort == aMeeting:
			r.forgotten(i, u)
		case !gone[u.about] || done[u.about] || !u.first:
		case u.about.sort == anEntry && gone[subject{anItem, u.under}] && r.emptied(u.under, gone):
		default:
			done[u.about] = true
			r.delete(i, u)
		}
	}
}

// goneSubjects are what stands in the file nowhere any more; what is there in
// part is not gone.
func (r *reader) goneSubjects() map[subject]bool {
	gone := map[subject]bool{}
	for i, u := range r.units {
		if u.first && r.of[i] < 0 && u.about.sort != noSubject {
			gone[u.about] = true
		}
	}
	for i, u := range r.units {
		if u.first && r.of[i] >= 0 {
			delete(gone, u.about)
		}
	}
	return gone
}

// emptied says whether all that a file said of an item is gone.
func (r *reader) emptied(item model.ID, gone map[subject]bool) bool {
	it, ok := r.in.Base.Item(item)
	return ok && !slices.ContainsFunc(it.Entries, func(e model.Entry) bool { return e.Kind != model.Private && !gone[subject{anEntry, e.ID}] })
}

func (r *reader) delete(i int, u unit) {
	p := Proposal{Kind: Delete, Where: r.where(u), Before: markdown(u)}
	r.about(&p, u.about)
	if len(u.cells[0].parts) > 0 && u.about.sort == anEntry {
		p.Before = u.cells[0].slice(u.cells[0].parts[0].from, len(u.cells[0].text)).markdown()
	}
	p.By, p.When = r.deleter(u)
	if e, _ := r.base(p.Entry); r.audience == minutes.Public && e.Restricted != nil { // only what stands for it is gone
		r.leave(u, "")
		return
	}
	r.at = append(r.at, placed{p, r.near(i), len(r.at)})
}

// forgotten proposes to take a fact of the meeting away of which its sentence is
// gone.
func (r *reader) forgotten(i int, u unit) {
	if len(u.cells) != 1 || len(u.cells[0].parts) == 0 || u.cells[0].parts[0].name == "title" {
		return
	}
	p := Proposal{Kind: Delete, Where: r.where(u), Before: markdown(u)}
	for _, part := range u.cells[0].parts {
		p.Facts = append(p.Facts, part.name)
		p.sets = append(p.sets, set{part.field, u.cells[0].slice(part.from, part.to), styled{}})
	}
	if !r.takes(p.sets, u) {
		p.Hand = "it says something that is recorded of the meeting: change it in the meeting's details"
	}
	p.By, p.When = r.deleter(u)
	r.at = append(r.at, placed{p, r.near(i), len(r.at)})
}

// near is the block that a unit which is gone stood before.
func (r *reader) near(i int) int {
	for k := i - 1; k >= 0; k-- {
		if r.of[k] >= 0 && r.units[k].region == r.units[i].region {
			return r.of[k]
		}
	}
	for k := i + 1; k < len(r.units); k++ {
		if r.of[k] >= 0 {
			return r.of[k] - 1
		}
	}
	return 0
}

// deleter is who deleted a unit, where that was tracked.
func (r *reader) deleter(u unit) (by, when string) {
	for _, b := range r.gone {
		if slices.ContainsFunc(b.anchors, func(a string) bool { return slices.Contains(u.anchors, a) }) {
			return authors(b.changes)
		}
	}
	for _, b := range r.gone {
		text := ""
		for _, c := range b.changes {
			text += c.Text
		}
		if oneLine(text) == oneLine(u.text()) {
			return authors(b.changes)
		}
	}
	for _, b := range r.blocks { // within a row, or a line of names
		for _, c := range b.changes {
			if oneLine(c.Text) == oneLine(u.text()) {
				return c.By, c.When
			}
		}
	}
	return "", ""
}
