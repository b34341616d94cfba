package returned

import (
	"strings"

	"minutebook/model"
	"minutebook/model/quick"
)

// relisted proposes that somebody be listed as what the heading above them says
// by now.
func (r *reader) relisted(i, j int, now listing) {
	u := r.units[i]
	was := u.listed
	if u.row || was == now || now == (listing{}) {
		return
	}
	p := Proposal{Kind: Reword, Where: r.where(u), Attendee: u.about.id, Before: listedAs(was), After: listedAs(now)}
	put := func(name string, f func(a *model.Attendee)) {
		p.Facts = append(p.Facts, name)
		p.sets = append(p.sets, set{field: field{name, "", ofPerson(func(a *model.Attendee, _ string) bool { f(a); return true })}, was: unmarked(p.Before), is: unmarked(p.After)})
	}
	if was.mark != now.mark || was.capacity != now.capacity {
		put("attendance", func(a *model.Attendee) {
			a.Mark = now.mark
			if now.mark == model.Present {
				a.Capacity = now.capacity
			}
		})
	}
	if was.group != now.group && (now.group != "" || was.mark == now.mark && was.capacity == now.capacity) {
		put("group", func(a *model.Attendee) { a.Group = now.group })
	}
	if len(p.sets) == 0 {
		return
	}
	p.By, p.When = authors(r.blocks[j].changes)
	r.propose(p, u.about, j)
}

// listedAs says what the headings above somebody say.
func listedAs(l listing) string {
	words := string(l.mark)
	if l.capacity != model.Member {
		words = string(l.capacity)
	}
	if l.group != "" {
		words += ", " + l.group
	}
	return words
}

// freshPerson proposes somebody who is new on the attendance list, or takes the
// heading of a new group.
func (w *walk) freshPerson(j int) {
	b := w.r.blocks[j]
	switch {
	case b.row || w.names[b.style]:
	case w.groups[b.style]:
		w.listed.group = oneLine(b.cells[0].text)
		return
	default:
		w.leave(j)
		return
	}
	a := model.Attendee{ID: w.r.in.NewID(), Mark: w.listed.mark, Capacity: w.listed.capacity, Group: w.listed.group}
	if a.Mark == "" {
		a.Mark = model.Present
	}
	if b.row {
		w.r.personOfRow(&a, b)
	} else {
		personOfLine(&a, oneLine(b.cells[0].text))
	}
	if a.Name == "" {
		return
	}
	p := Proposal{Kind: Insert, Where: "Attendance: new", Attendee: a.ID, After: markdownOf(b.cells), who: &a, place: place{behind: before(w.people)}}
	p.By, p.When = authors(b.changes)
	w.r.at = append(w.r.at, placed{p, j, len(w.r.at)})
	w.people = append(w.people, step{a.ID, "", -1, j})
}

// personOfLine reads "Name, Post (item 3)".
func personOfLine(a *model.Attendee, line string) {
	got, err := quick.Read("/present "+strings.ReplaceAll(line, ":", " "), quick.Context{})
	if err == nil && !strings.Contains(line, ":") {
		for _, c := range got.Changes {
			if add, ok := c.(model.AddAttendee); ok {
				read := add.Attendee
				read.ID, read.Mark, read.Capacity, read.Group = a.ID, a.Mark, a.Capacity, a.Group
				*a = read
				return
			}
		}
	}
	name, post, _ := strings.Cut(line, ",")
	a.Name, a.Post = strings.TrimSpace(name), strings.TrimSpace(post)
}

// personOfRow reads the columns of a new row: name, post and group, attendance.
func (r *reader) personOfRow(a *model.Attendee, b block) {
	a.Name = oneLine(b.cells[0].text)
	last := len(b.cells) - 1
	if last > 1 {
		a.Post = oneLine(b.cells[1].text)
	}
	if last == 0 {
		return
	}
	for _, as := range []model.Attendee{{Mark: model.Present}, {Mark: model.Present, Capacity: model.Attending},
		{Mark: model.Present, Capacity: model.Observing}, {Mark: model.Apologies}, {Mark: model.Absent}} {
		if strings.EqualFold(r.style.ThereAs(as), oneLine(b.cells[last].text)) {
			a.Mark, a.Capacity = as.Mark, as.Capacity
		}
	}
}

// movedPeople proposes those who stand elsewhere in the attendance list.
func (r *reader) movedPeople(steps []step) {
	lists := map[listing][]int{}
	var order []listing
	for k, s := range steps {
		if s.unit < 0 {
			continue
		}
		l := r.units[s.unit].listed
		if lists[l] == nil {
			order = append(order, l)
		}
		lists[l] = append(lists[l], k)
	}
	for _, l := range order {
		list := make([]step, len(lists[l]))
		for n, k := range lists[l] {
			list[n] = steps[k]
		}
		for _, n := range outOfOrder(list) {
			if r.isRelisted(list[n].id) {
				continue
			}
			s, k := list[n], lists[l][n]
			p := Proposal{Kind: Move, Where: r.where(r.units[s.unit]), Attendee: s.id, place: place{behind: before(steps[:k])}}
			p.Before, p.After = r.afterPerson(r.beforeUnit(s.unit, aPerson)), r.afterPerson(firstOf(before(steps[:k])))
			p.By, p.When = authors(r.blocks[s.block].changes)
			r.at = append(r.at, placed{p, s.block, len(r.at)})
		}
	}
}

// isRelisted says whether somebody is to stand under another heading.
func (r *reader) isRelisted(id model.ID) bool {
	for _, p := range r.at {
		if p.Kind == Reword && p.Attendee == id && (has(p.Facts, "attendance") || has(p.Facts, "group")) {
			return true
		}
	}
	return false
}

func has(list []string, s string) bool {
	for _, one := range list {
		if one == s {
			return true
		}
	}
	return false
}

func (r *reader) afterPerson(id model.ID) string {
	a, ok := r.in.Base.Attendee(id)
	if !ok {
		return "first"
	}
	return "after " + a.Name
}
