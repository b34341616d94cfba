package returned

import (
	"slices"
	"strings"

	"minutebook/model"
	"minutebook/model/diff"
)

// unsaid tells what the file says that the minutes would not say with everything
// accepted: nothing that was edited is passed over in silence.
func (r *reader) unsaid() {
	list := r.proposals()
	fresh := map[int]model.ID{} // what is new, by its block
	for _, p := range r.at {
		if p.Kind == Insert {
			fresh[p.block] = p.about().id
		}
	}
	units, err := unitsOf(all(r.in.Base, list), r.style, r.audience, r.in.Later, r.found.Extract)
	if err != nil {
		units = nil
	}
	for _, j := range r.strange {
		if !r.made(units, r.blocks[j]) {
			r.found.Left = append(r.found.Left, "new: “"+clipped(r.blocks[j].text())+"”")
		}
	}
	if err == nil && len(list) > 0 && !r.found.Extract {
		r.compare(units, fresh)
		r.inAll(units)
	}
}

// made says whether something new is what the house style makes of what was
// proposed: the log of the first action, a row of the table of decisions.
func (r *reader) made(units []unit, b block) bool {
	return slices.ContainsFunc(units, func(u unit) bool {
		return u.row == b.row && (u.about.sort == noSubject || !u.first) && saysBut(u, b)
	})
}

// saysBut says whether a block says what a unit does but for the numbers in
// front, which follow from places.
func saysBut(u unit, b block) bool {
	return says(u, b) || behindNumbers(u.text()) == behindNumbers(b.text())
}

// behindNumbers is a text without the numbers that it begins with: "3.2", "Action
// 4:".
func behindNumbers(text string) string {
	words := strings.Fields(text)
	numbered := func(n int, end string) bool {
		return n < len(words) && strings.ContainsAny(words[n], "0123456789") && strings.HasSuffix(words[n], end)
	}
	for numbered(0, "") || numbered(1, ":") {
		words = words[1:]
	}
	return strings.Join(words, " ")
}

// compare tells what would not be as in the file.
func (r *reader) compare(units []unit, fresh map[int]model.ID) {
	claimed := map[int]bool{}
	var blocks, order []int
	for j, b := range r.blocks {
		n := r.becomes(units, j, fresh)
		switch {
		case n < 0:
		case !saysBut(units[n], b):
			r.tell("would read otherwise", b.text(), units[n].about)
		default:
			blocks, order = append(blocks, j), append(order, n)
		}
		claimed[n] = true
	}
	stays := diff.Rising(order)
	for n, j := range blocks {
		if len(stays) > 0 && stays[0] == n {
			stays = stays[1:]
		} else {
			r.tell("would stand elsewhere", r.blocks[j].text(), units[order[n]].about)
		}
	}
	for n, u := range units {
		if u.first && !claimed[n] {
			r.tell("is not in the file and would stay", u.text(), u.about)
		}
	}
}

// inAll tells of the first line that would not be as in the file and is not told
// yet: also of one that only follows from what is accepted, such as the names
// below a vote.
func (r *reader) inAll(units []unit) {
	units = slices.DeleteFunc(slices.Clone(units), func(u unit) bool { return u.region == inContents })
	would := make([]string, len(units))
	for n, u := range units {
		would[n] = behindNumbers(plainly(u.text()))
	}
	var is []string
	var blocks []int
	for j, b := range r.blocks {
		i := r.from[j]
		if i >= 0 && r.units[i].region == inContents || contentsStyle(b.style) {
			continue
		}
		text := b.text()
		if i >= 0 {
			text = joinedCells(b.words(r.units[i]), func(c styled) string { return c.text })
		}
		is, blocks = append(is, behindNumbers(plainly(text))), append(blocks, j)
	}
	told := len(r.found.Left)
	for _, s := range diff.Of(would, is) {
		switch s.Mark {
		case diff.Deleted:
			r.tell("would stand where it does not in the file", units[s.A].text(), units[s.A].about)
		case diff.Inserted:
			r.tell("would not stand where it does in the file", r.blocks[blocks[s.B]].text(), r.subjectAt(blocks[s.B]))
		case diff.Same:
		}
		if len(r.found.Left) > told {
			return
		}
	}
}

// subjectAt is what a block is about.
func (r *reader) subjectAt(j int) subject {
	if i := r.from[j]; i >= 0 {
		return r.units[i].about
	}
	for _, p := range r.at {
		if p.Kind == Insert && p.block == j {
			return p.about()
		}
	}
	return subject{}
}

// becomes is the unit that a block would become with everything accepted; -1
// where it is told again elsewhere, of the house style, or told of already.
func (r *reader) becomes(units []unit, j int, fresh map[int]model.ID) int {
	if i := r.from[j]; i >= 0 {
		if u := r.units[i]; u.region == inContents || u.about.sort == noSubject {
			return -1
		}
		return r.twin(units, i)
	}
	id, known := fresh[j]
	return slices.IndexFunc(units, func(u unit) bool { return known && u.first && u.about.id == id })
}

// tell tells of something that would not be as in the file, unless that is told
// already.
func (r *reader) tell(what, text string, about subject) {
	words := clipped(text)
	for _, l := range r.found.Left {
		if strings.Contains(l, words) {
			return
		}
	}
	for _, p := range r.at {
		if p.about() == about && p.Hand+p.Remark != "" {
			return
		}
	}
	r.found.Left = append(r.found.Left, "even with all of this accepted, “"+words+"” "+what)
}
