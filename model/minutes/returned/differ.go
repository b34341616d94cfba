package returned

import (
	"slices"
	"strings"

	"minutebook/model"
	"minutebook/model/minutes/read"
)

// differences makes proposals of what the units say otherwise by now: of the
// people first, for how an action is printed depends on who is listed as what,
// and of what is told again last.
func (r *reader) differences() {
	r.differencesOf(func(u unit) bool { return u.about.sort == aPerson })
	if len(r.at) > 0 {
		r.reshape(all(r.as, r.proposals()))
	}
	r.differencesOf(func(u unit) bool { return u.about.sort != aPerson && (u.first || u.about.sort != anEntry) })
	r.differencesOf(func(u unit) bool { return u.about.sort == anEntry && !u.first })
	r.fix()
}

func (r *reader) differencesOf(wanted func(unit) bool) {
	for i, u := range r.shaped {
		if r.of[i] < 0 || u.region == inContents || !wanted(u) {
			continue
		}
		b := r.blocks[r.of[i]]
		cells := b.words(u)
		if len(cells) != len(u.cells) {
			r.leave(u, b.text())
			continue
		}
		if sameCells(u, cells) {
			continue
		}
		r.reword(i, u, b, cells)
	}
}

func sameCells(u unit, cells []styled) bool {
	for n, c := range cells {
		if oneLine(c.text) != oneLine(u.cells[n].text) || c.text == u.cells[n].text && len(u.cells[n].parts) > 0 && !looksSame(u.cells[n], c) {
			return false
		}
	}
	return true
}

// looksSame says whether the words of the meeting's own in a cell look as they
// did.
func looksSame(c cell, now styled) bool {
	for _, p := range c.parts {
		if p.typed() && !slices.Equal(c.look[p.from:p.to], now.look[p.from:p.to]) {
			return false
		}
	}
	return true
}

// reword proposes that what a unit says be what a block says now.
func (r *reader) reword(i int, u unit, b block, cells []styled) {
	for k := range r.at {
		if o := &r.at[k].Proposal; o.whole && o.about() == u.about { // it says this too
			o.credit(authors(b.changes))
			return
		}
	}
	p := Proposal{Kind: Reword, Where: r.where(u), Before: markdown(u), After: markdownOf(cells)}
	r.about(&p, u.about)
	p.By, p.When = authors(b.changes)
	sets, ok := r.withdrawn(u, cells), true
	if sets == nil {
		if sets, ok = r.meant(i, u, cells, &p); ok {
			p.Before, p.After = own(u, cells, sets)
		}
	}
	if !ok {
		r.leave(u, b.text())
		return
	}
	p.sets = sets
	for _, s := range sets {
		if s.was.text != s.is.text || s.name == "text" {
			p.Facts = append(p.Facts, s.name)
		}
	}
	r.propose(p, u.about, r.of[i])
}

// meant are the fields by which a unit comes to say what it says now: those
// that differ, where with them it is printed so, or else it is read anew. It says
// false where only words of the house style differ.
func (r *reader) meant(i int, u unit, cells []styled, p *Proposal) ([]set, bool) {
	if way := r.everywhere(i, u, p); way != nil {
		return way, true
	}
	sets, labels := projected(u, cells)
	printed := len(sets) > 0 && r.prints(i, u, sets, restored(u, cells))
	if len(sets) > 0 && !printed {
		sets = held(u, sets)
		printed = r.prints(i, u, sets, restored(u, cells))
	}
	if printed && (!labels || r.prints(i, u, sets, cells)) {
		return sets, true
	}
	for _, way := range anew(u, cells, sets) {
		if r.prints(i, u, way, cells) {
			return way, true
		}
	}
	switch {
	case len(sets) == 0:
		return nil, false
	case printed:
		r.leave(u, joinedCells(cells, func(c styled) string { return c.text }))
	case r.takes(sets, u):
		p.Remark = "the house style words it a little otherwise than the file"
	default:
		p.Hand = "what was changed stands for something that is recorded, or that public minutes leave out: change it where it was entered"
	}
	return sets, true
}

// projected are the fields of a unit that have other words by now; labels says
// that what the house style says around them is otherwise too.
func projected(u unit, cells []styled) (sets []set, labels bool) {
	for n, c := range u.cells {
		end, now := 0, 0 // of the part before
		for _, p := range c.parts {
			from, to := span(c.text, cells[n].text, p)
			labels = labels || oneLine(c.text[end:p.from]) != oneLine(cells[n].text[min(now, from):from])
			end, now = p.to, to
			was, is := c.slice(p.from, p.to), cells[n].slice(from, to)
			if oneLine(was.text) != oneLine(is.text) || p.typed() && was.text == is.text && !slices.Equal(was.look, is.look) {
				sets = append(sets, set{p.field, was, is})
			}
		}
		labels = labels || oneLine(c.text[end:]) != oneLine(cells[n].text[now:])
	}
	return sets, labels
}

// held is the sets with the facts that are printed as they were beside words
// which are new: what is read from those may be something else.
func held(u unit, sets []set) []set {
	var beside []set
	for _, c := range u.cells {
		for _, p := range c.parts {
			same := c.slice(p.from, p.to)
			beside = append(beside, set{p.field, same, same})
		}
	}
	if !has(names(sets), "text") {
		return sets
	}
	return union(sets, beside)
}

// span is where the words of a part are by now.
func span(was, is string, p part) (from, to int) {
	if p.from == 0 && p.to == len(was) {
		return 0, len(is)
	}
	from, _ = image(was, is, p.from)
	to = imageEnd(was, is, p.to)
	return from, max(from, to)
}

func imageEnd(was, is string, at int) int {
	if at == 0 {
		return 0
	}
	_, last := image(was, is, at)
	return last
}

// restored is what the unit would say with the new words of its fields, and the
// rest as the house style has it.
func restored(u unit, cells []styled) []styled {
	out := make([]styled, len(cells))
	for n, c := range u.cells {
		text, end := "", 0
		for _, p := range c.parts {
			from, to := span(c.text, cells[n].text, p)
			text += c.text[end:p.from] + strings.TrimSpace(cells[n].text[from:to])
			end = p.to
		}
		out[n] = unmarked(text + c.text[end:])
	}
	return out
}

// takes says whether the meeting takes the words.
func (r *reader) takes(sets []set, u unit) bool {
	_, ok := with(r.as, sets, u)
	return ok
}

// with is a meeting with those words; false where it does not take them.
func with(m model.Meeting, sets []set, u unit) (model.Meeting, bool) {
	m = m.Clone()
	for _, s := range sets {
		if !s.put(&m, u.about, s.was, s.is) {
			return m, false
		}
	}
	return m, true
}

// printed are the units of a version of the meeting; none where it cannot be
// composed.
func (r *reader) printed(m model.Meeting) []unit {
	units, err := unitsOf(m, r.style, r.audience, r.in.Later, r.found.Extract)
	if err != nil {
		return nil
	}
	return units
}

// prints says whether a unit would be printed as cells, had the meeting those
// words.
func (r *reader) prints(i int, u unit, sets []set, cells []styled) bool {
	m, ok := with(r.as, sets, u)
	return ok && r.reads(r.printed(m), i, cells, oneLine)
}

// reads says whether a unit became cells among the units of another version of
// the meeting, as texts are compared.
func (r *reader) reads(units []unit, i int, cells []styled, as func(string) string) bool {
	at := r.twin(units, i)
	return at >= 0 && slices.EqualFunc(units[at].cells, cells, func(c cell, now styled) bool { return as(c.text) == as(now.text) })
}

// markdown is what a unit said, in the small Markdown.
func markdown(u unit) string {
	cells := make([]styled, len(u.cells))
	for i, c := range u.cells {
		cells[i] = c.styled
	}
	return markdownOf(cells)
}

func markdownOf(cells []styled) string {
	var all []string
	for _, c := range cells {
		if text := c.markdown(); text != "" {
			all = append(all, text)
		}
	}
	return strings.Join(all, " | ")
}

// own are the words that a unit had and has, without the literal name in front of
// them where that is the same in both; of a row, only what differs. Behind them
// stand the facts of an entry that they do not tell.
func own(u unit, cells []styled, sets []set) (before, after string) {
	if u.row {
		var was, is []string
		for _, s := range sets {
			if s.was.text != s.is.text || s.typed() {
				was, is = append(was, s.was.markdown()), append(is, s.is.markdown())
			}
		}
		return strings.Join(was, " | "), strings.Join(is, " | ")
	}
	at := 0
	if c := u.cells[0]; len(c.parts) > 0 && strings.HasPrefix(cells[0].text, c.text[:c.parts[0].from]) {
		at = c.parts[0].from
	}
	before, after = u.cells[0].slice(at, len(u.cells[0].text)).markdown(), cells[0].slice(at, len(cells[0].text)).markdown()
	for _, s := range sets {
		tells := func(p part) bool { return p.name == s.name }
		said := s.was.text == s.is.text || strings.Contains(cells[0].text, s.is.text)
		if u.about.sort == anEntry && !s.typed() && !said && !slices.ContainsFunc(u.cells[0].parts, tells) {
			before, after = before+" | "+s.was.markdown(), after+" | "+s.is.markdown()
		}
	}
	return before, after
}

// about names what a proposal is about.
func (r *reader) about(p *Proposal, s subject) {
	switch s.sort {
	case anItem:
		p.Item = s.id
	case anEntry:
		_, it, _ := r.in.Base.Entry(s.id)
		p.Item, p.Entry = it.ID, s.id
	case aPerson:
		p.Attendee = s.id
	case aMeeting, noSubject:
	}
}

// propose adds a proposal that belongs at a block; one that says the same of the
// same thing as another is told once.
func (r *reader) propose(p Proposal, about subject, at int) {
	for k := range r.at {
		if o := &r.at[k].Proposal; o.sameThing(p) && (about.sort != aMeeting || sameSets(o.sets, p.sets)) && (about.sort != anItem || slices.Equal(o.Facts, p.Facts)) {
			o.join(p)
			return
		}
	}
	r.at = append(r.at, placed{Proposal: p, block: at, order: len(r.at)})
}

// sameThing says whether two proposals reword the same thing.
func (p Proposal) sameThing(o Proposal) bool {
	return p.Kind == Reword && o.Kind == Reword && o.Item == p.Item && o.Entry == p.Entry && o.Attendee == p.Attendee
}

// join adds what another proposal says of the same thing.
func (p *Proposal) join(o Proposal) {
	for _, s := range o.sets {
		j := slices.IndexFunc(p.sets, func(t set) bool { return t.name == s.name })
		switch {
		case j < 0:
			p.sets = append(p.sets, s)
			p.Facts = append(p.Facts, s.name)
			p.Before, p.After = p.Before+" | "+s.was.markdown(), p.After+" | "+s.is.markdown()
		case oneLine(p.sets[j].is.text) != oneLine(s.is.text):
			p.Remark = "the file says it a second time, and otherwise: “" + clipped(s.is.text) + "”"
		}
	}
	p.credit(o.By, o.When)
}

// credit notes who made a tracked change, unless somebody is noted already.
func (p *Proposal) credit(by, when string) {
	if !p.Tracked() {
		p.By, p.When = by, when
	}
}

func sameSets(a, b []set) bool {
	return slices.EqualFunc(a, b, func(x, y set) bool { return x.name == y.name && oneLine(x.is.text) == oneLine(y.is.text) })
}

// leave notes what differs and is not the meeting's words.
func (r *reader) leave(u unit, now string) {
	figures := func(s string) string {
		return strings.Map(func(c rune) rune {
			if c >= '0' && c <= '9' {
				return -1
			}
			return c
		}, oneLine(s))
	}
	if figures(u.text()) == figures(now) { // numbers that follow the order
		return
	}
	r.found.Left = append(r.found.Left, "“"+clipped(u.text())+"” reads “"+clipped(now)+"”")
}

// clipped is the beginning of a text, in one line.
func clipped(text string) string {
	const most = 60
	text = oneLine(text)
	if runes := []rune(text); len(runes) > most {
		return strings.TrimSpace(string(runes[:most])) + "…"
	}
	return text
}

// authors are who made tracked changes, and when the last of them was.
func authors(changes []read.Revision) (by, when string) {
	var names []string
	for _, c := range changes {
		if c.By != "" && !slices.Contains(names, c.By) {
			names = append(names, c.By)
		}
		when = max(when, c.When)
	}
	return strings.Join(names, ", "), when
}

// where names the place of a unit in words.
func (r *reader) where(u unit) string {
	switch u.about.sort {
	case aPerson:
		a, _ := r.in.Base.Attendee(u.about.id)
		return "Attendance: " + a.Name
	case anItem:
		return r.itemName(u.about.id)
	case anEntry:
		return r.entryName(u.about.id)
	case aMeeting, noSubject:
	}
	return "The meeting"
}

func (r *reader) itemName(id model.ID) string {
	it, ok := r.in.Base.Item(id)
	if !ok || it.Opening() {
		return "Before the first item"
	}
	title := oneLine(model.Plain(it.Title))
	if number := strings.TrimSuffix(model.Number(r.in.Base).Items[id], "."); number != "" {
		return "Item " + number + ", " + title
	}
	return title
}

func (r *reader) entryName(id model.ID) string {
	e, it, ok := r.in.Base.Entry(id)
	if !ok {
		return ""
	}
	name := string(e.Kind)
	numbers := model.Number(r.in.Base)
	switch n := numbers.Entries[id]; {
	case e.Kind == model.Action:
		name = "action " + n
	case e.Kind == model.VoteTaken:
		name = "vote"
	case r.style.Paragraphs != "" && numbers.Paragraphs[id] != "":
		name += " " + strings.TrimSuffix(numbers.Paragraphs[id], ".")
	}
	return r.itemName(it.ID) + ": " + name
}
