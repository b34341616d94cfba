package recognise

import (
	"cmp"
	"slices"
	"strings"

	"minutebook/model"
)

// peopleIn reads the people that words name. sure is 0 where the words are
// about something else.
func peopleIn(words string, s section, how manner) (people []about, sure float64) {
	if name, ok := surnameFirst(tidy(words)); ok {
		a := personOf(name, s)
		return []about{a}, min(a.sure, likelyName)
	}
	cut, doubt := splitPeople(words, how)
	if len(cut) == 0 {
		return nil, 0
	}
	sure = knownName
	for _, one := range cut {
		if nobodyNote.MatchString(one) || unfilled.MatchString(one) {
			continue
		}
		a := personOf(one, s)
		if a.sure == 0 || !sound(a) {
			return nil, 0
		}
		if doubt {
			a.sure = min(a.sure, guessed)
		}
		people = append(people, a)
		sure = min(sure, a.sure)
	}
	if len(people) == 0 {
		return nil, 0
	}
	return people, sure
}

// sound says whether what is said of somebody can be: a post has no sentence in
// it.
func sound(a about) bool {
	fields := strings.Fields(a.Post)
	if len(fields) > 24 || strings.Contains(a.Post, ": ") {
		return false
	}
	if anyWord(fields, func(w string) bool { return wordIn("apologies regrets absent present", asWord(w)) }) {
		return false
	}
	small := 0
	for _, w := range fields {
		if !capitalWord(w) && !joinsPost[strings.ToLower(w)] && !postWord(w) && !strings.ContainsAny(w, "0123456789&/-–") {
			small++
		}
	}
	return small <= 1+len(fields)/3 || a.sure == knownName && small <= 3 && !proseWord(fields)
}

// proseWord says whether words have a verb of minutes among them.
func proseWord(fields []string) bool {
	return slices.ContainsFunc(fields, func(w string) bool {
		return wordIn("was were is are has had have will would said asked noted agreed reported stated welcomed thanked declared proposed seconded gave explained advised that to be been", strings.ToLower(strings.Trim(w, ".,;")))
	})
}

// readRows reads the lines of each section together, so that what they have in
// common tells how they name people.
func (a *rollCall) readRows() {
	for from := 0; from < len(a.rows); {
		to := from + 1
		for to < len(a.rows) && a.rows[to].s == a.rows[from].s {
			to++
		}
		a.readSection(a.rows[from:to])
		from = to
	}
	a.rows = nil
}

// readSection reads the lines of one section.
func (a *rollCall) readSection(rows []row) {
	how := mannerOf(rows)
	for _, row := range rows {
		people, sure := peopleIn(row.words, row.s, how)
		if sure == 0 {
			people, sure = peopleIn(row.words, row.s, manner{})
		}
		if sure == 0 {
			continue
		}
		if row.post != "" {
			people[0].setPost(row.post, row.s)
			people[0].sure = guessed
		}
		a.add(row.l, row.s, people, sure)
	}
}

// mannerOf is how the lines of a section name people: where most name one with
// a post, all do.
func mannerOf(rows []row) manner {
	one := 0
	for _, row := range rows {
		people, _ := splitPeople(row.words, manner{})
		if len(people) == 1 {
			one++
		}
	}
	how := manner{each: len(rows) > 1 && 2*one > len(rows)}
	return how
}

// add takes a line for the people that it names.
func (a *rollCall) add(l *line, s section, people []about, sure float64) {
	post := s.post
	for i := range people {
		p := &people[i]
		if post != "" && p.Post == "" && len(people) == 1 {
			p.Post, p.labelled = post, s.chair || s.clerk
		}
		p.Unsure = p.sure < Sure && p.sure != singleName
		p.from = l
		q := p.person
		a.r.people = append(a.r.people, &q)
	}
	if l.As == "" || l.As == Introduced || l.said {
		confidence := sure
		if sure == singleName {
			confidence = Sure + 0.05
		}
		why := "list"
		if s.label != "" {
			why = "label " + s.label
		}
		l.take(People, confidence, why)
	}
}

// asked reads the lines that the clerk said name people.
func (a *rollCall) asked() {
	if !slices.ContainsFunc(a.r.lines, func(l *line) bool { return l.said && l.As == People }) {
		return
	}
	s := section{mark: model.Present}
	for _, l := range a.r.lines {
		if named := slices.ContainsFunc(a.r.people, func(p *person) bool { return p.from == l }); named {
			continue
		}
		if head, rest, ok := labelled(l.raw()); ok {
			s = head
			if l.said && l.As == People {
				a.insist(l, s, rest)
			}
			continue
		}
		if l.said && l.As == People {
			a.insist(l, s, l.raw())
		}
	}
}

// insist reads people from words that the clerk says name some; where that
// fails, the words are one name.
func (a *rollCall) insist(l *line, s section, words string) {
	if s.mark == "" {
		s.mark = model.Present
	}
	if people, sure := peopleIn(words, s, manner{}); sure > 0 {
		a.add(l, s, people, sure)
		return
	}
	name, post, _ := strings.Cut(tidy(words), ",")
	a.add(l, s, []about{{person: person{Attendee: model.Attendee{Name: strings.TrimSpace(name), Post: strings.TrimSpace(post), Mark: s.mark, Capacity: s.capacity, Group: s.group}}, sure: 1}}, 1)
}

// once joins what is said of the same person in several places, and puts the
// people in the order of their names.
func (a *rollCall) once() {
	var all []*person
	for _, p := range a.r.people {
		p.plain = plainOf(p)
		if i := slices.IndexFunc(all, func(o *person) bool { return samePerson(o, p) }); i >= 0 {
			all[i].join(p)
			continue
		}
		all = append(all, p)
	}
	order := map[*line]int{}
	for i, l := range a.r.lines {
		order[l] = i
	}
	slices.SortStableFunc(all, func(p, q *person) int { return order[p.from] - order[q.from] })
	a.r.people = all
}

// samePerson says whether two of the lists are one: of the same name, or with
// one whose apologies are told of again, by surname.
func samePerson(a, b *person) bool {
	if a.Group != "" && b.Group != "" && a.Group != b.Group {
		return false
	}
	again := a.Mark == model.Apologies && b.Mark == model.Apologies && a.from != b.from && len(b.plain) == 1 && len(a.plain) > 0 &&
		a.plain[len(a.plain)-1] == b.plain[0] && strings.Contains(b.Name, " ")
	return again || slices.Equal(a.plain, b.plain)
}

// join takes over what another place says of the same person.
func (p *person) join(o *person) {
	if o.from != p.from {
		p.also = append(p.also, o.from)
		if p.Mark == model.Present && !o.chair && !o.clerk {
			p.Mark = o.Mark
		}
	}
	switch {
	case o.labelled: // the meeting says who had the chair
	case p.Post == "" || p.labelled:
		p.Post, p.labelled = o.Post, false
	case !strings.Contains(strings.ToLower(p.Post), strings.ToLower(o.Post)):
		p.Post += ", " + o.Post
	}
	p.Reason, p.DeputyFor = cmp.Or(p.Reason, o.Reason), cmp.Or(p.DeputyFor, o.DeputyFor)
	p.initials, p.Group = cmp.Or(p.initials, o.initials), cmp.Or(p.Group, o.Group)
	if o.Mark == model.Present && p.Mark == model.Present {
		p.Capacity = cmp.Or(p.Capacity, o.Capacity)
	}
	p.Remote, p.chair, p.clerk = p.Remote || o.Remote, p.chair || o.chair, p.clerk || o.clerk
	p.Items = append(p.Items, slices.DeleteFunc(slices.Clone(o.Items), func(item string) bool { return slices.Contains(p.Items, item) })...)
}

// settle gives the lines their people, and the meeting its chair and clerk.
func (a *rollCall) settle() {
	m := &a.r.found.Meeting
	for _, p := range a.r.people {
		l := p.from
		if l.said && l.As != People {
			continue
		}
		id := l.id("a", len(l.people))
		l.people = append(l.people, p.Attendee)
		for _, other := range p.also {
			other.IDs = append(other.IDs, id)
		}
		if p.initials != "" {
			if a.r.found.Initials == nil {
				a.r.found.Initials = map[model.ID]string{}
			}
			a.r.found.Initials[id] = p.initials
		}
		if p.chair && m.Chair == "" && p.Mark == model.Present {
			m.Chair = id
		}
		if p.clerk && m.Clerk == "" && p.Mark == model.Present {
			m.Clerk = id
		}
	}
	for _, l := range a.r.lines {
		if l.As == People {
			l.Label = l.unsaid()
		}
	}
}

// unsaid are the words of a line that the people on it do not have, in their
// order: labels, joining words, initials and how somebody was there.
func (l *line) unsaid() string {
	var kept []string
	for _, p := range l.people {
		kept = append(append(kept, p.Name, p.Post, p.Reason, p.DeputyFor), p.Items...)
	}
	return unsaid(l.Source, kept...)
}
