package returned

import (
	"slices"
	"strings"

	"minutebook/model"
	"minutebook/model/diff"
	"minutebook/model/minutes/read"
)

// place is where something new or moved stands: in an item, behind the first
// of those before it that stands there too, the nearest first.
type place struct {
	item   model.ID
	behind []model.ID
}

// step is an item, an entry or somebody on the attendance list in the order of
// the file.
type step struct {
	id   model.ID
	item model.ID // that it stands in by now
	// unit is which it was, -1 where it is new; block where it stands.
	unit, block int
}

// order proposes what is new, and what stands elsewhere by now.
func (r *reader) order() {
	w := walk{r: r, item: r.opening(), items: map[string]bool{}, heads: map[string]bool{}}
	w.learn()
	for j := range r.blocks {
		w.block(j)
	}
	r.numbers()
	r.movedItems(w.headings())
	r.movedEntries(w.steps)
	r.movedPeople(w.people)
}

// opening is the item that holds what came before the agenda; "" where there is
// none.
func (r *reader) opening() model.ID {
	if items := r.in.Base.Items; len(items) > 0 && items[0].Opening() {
		return items[0].ID
	}
	return ""
}

// walk goes through a file in its order.
type walk struct {
	r *reader
	// item and listed are where it is, region what was matched last.
	item   model.ID
	listed listing
	region region
	// items and heads are the styles of the headings of items and of those
	// within them, names and groups those of people and of the headings above them.
	items, heads map[string]bool
	names        map[string]bool
	groups       map[string]bool
	level        int
	steps        []step
	people       []step
}

// learn learns the looks of headings and names from those that are known.
func (w *walk) learn() {
	w.names, w.groups = map[string]bool{}, map[string]bool{}
	for j, b := range w.r.blocks {
		i := w.r.from[j]
		if i < 0 {
			continue
		}
		u := w.r.units[i]
		switch e, _ := w.r.base(u.about.id); {
		case u.about.sort == anItem && u.first:
			w.items[b.style] = true
			w.level = max(w.level, b.level)
		case u.about.sort == anEntry && e.Kind == model.Heading:
			w.heads[b.style] = true
		case u.about.sort == aPerson:
			w.names[b.style] = true
		case u.region == inPeople && u.about.sort == noSubject && b.kind == read.Heading:
			w.groups[b.style] = true
		}
	}
}

func (w *walk) headings() []step {
	return slices.DeleteFunc(slices.Clone(w.steps), func(s step) bool { return s.id != s.item })
}

func (w *walk) block(j int) {
	i := w.r.from[j]
	if i < 0 {
		w.fresh(j)
		return
	}
	u := w.r.units[i]
	w.region = u.region
	switch {
	case u.region != inPeople || u.about.sort == aPerson:
	case len(u.anchors) > 0: // what people are there as
		w.listed = u.listed
	default: // of which group they are
		w.listed.group = u.listed.group
	}
	if !u.first {
		return
	}
	switch {
	case u.about.sort == anItem:
		w.item = u.about.id
		w.steps = append(w.steps, step{u.about.id, u.about.id, i, j})
	case u.about.sort == anEntry && u.region == inBody:
		w.steps = append(w.steps, step{u.about.id, w.item, i, j})
	case u.about.sort == aPerson:
		w.people = append(w.people, step{u.about.id, "", i, j})
		w.r.relisted(i, j, w.listed)
	}
}

// next is the region of the next block that was matched.
func (w *walk) next(j int) region {
	for k := j + 1; k < len(w.r.blocks); k++ {
		if i := w.r.from[k]; i >= 0 {
			return w.r.units[i].region
		}
	}
	return inEnd
}

// fresh proposes what is new in the file.
func (w *walk) fresh(j int) {
	b := w.r.blocks[j]
	if w.isListed(b) {
		return
	}
	opening := !b.row && w.next(j) == inBody && w.r.opening() != ""
	switch {
	case b.kind == read.Heading && w.r.headsTable(j):
		w.leave(j)
	case !b.row && w.isItem(b, j):
		w.freshItem(j)
	case w.region == inPeople && w.ofPeople(b, j):
		w.freshPerson(j)
	case !opening && (b.row || w.region == inHead || w.region == inTables || w.region == inPeople):
		w.leave(j)
	default:
		w.freshEntry(j)
	}
}

// leave notes something new that no proposal can say.
func (w *walk) leave(j int) { w.r.strange = append(w.r.strange, j) }

// isListed says whether something new is told again elsewhere: in the list of
// contents, the head of a table or that of an extract.
func (w *walk) isListed(b block) bool {
	return w.r.found.Extract && w.region < inBody || contentsStyle(b.style) || w.region == inContents && b.style == "" || b.head
}

// isItem says whether a paragraph looks as the headings of items do.
func (w *walk) isItem(b block, j int) bool {
	if w.heads[b.style] {
		return false
	}
	return w.items[b.style] && (w.region >= inPeople || w.next(j) == inBody) || b.kind == read.Heading && w.level > 0 && b.level == w.level && (w.region == inBody || w.next(j) == inBody)
}

// ofPeople says whether something new belongs to the attendance list.
func (w *walk) ofPeople(b block, j int) bool {
	if !b.row {
		return w.names[b.style] && !w.items[b.style] || w.next(j) == inPeople
	}
	person := func(k int) bool {
		return k >= 0 && k < len(w.r.blocks) && w.r.blocks[k].row && w.r.from[k] >= 0 && w.r.units[w.r.from[k]].about.sort == aPerson
	}
	return person(j-1) || person(j+1) || len(w.people) > 0 && w.people[len(w.people)-1].block == j-1
}

// before are the steps so far, the nearest first.
func before(steps []step) []model.ID {
	ids := make([]model.ID, len(steps))
	for i, s := range steps {
		ids[len(steps)-1-i] = s.id
	}
	return ids
}

func (w *walk) freshItem(j int) {
	b := w.r.blocks[j]
	it := model.Item{ID: w.r.in.NewID(), Title: oneLine(b.cells[0].unlike(styled{}).markdown())}
	if label, rest, ok := strings.Cut(it.Title, " "); ok && strings.ContainsAny(label, "0123456789") && withoutLabel(it.Title) == rest && b.label == "" {
		it.Title = rest
	}
	p := Proposal{Kind: Insert, Where: "New item", Item: it.ID, After: it.Title, item: &it, place: place{behind: before(w.steps)}}
	p.By, p.When = authors(b.changes)
	w.r.at = append(w.r.at, placed{p, j, len(w.r.at)})
	w.item, w.region = it.ID, inBody
	w.steps = append(w.steps, step{it.ID, it.ID, -1, j})
}

func (w *walk) freshEntry(j int) {
	b := w.r.blocks[j]
	if w.item == "" && len(w.r.in.Base.Items) == 0 {
		w.leave(j)
		return
	}
	if w.item == "" { // before the first item
		w.item = w.r.in.Base.Items[0].ID
	}
	e := w.r.newEntry(b, w.heads)
	where := w.r.itemName(w.item) + ": new " + string(e.Kind)
	if _, ok := w.r.in.Base.Item(w.item); !ok {
		where = "New item: new " + string(e.Kind)
	}
	p := Proposal{Kind: Insert, Where: where, Item: w.item, Entry: e.ID, After: e.Text,
		entry: &e, place: place{w.item, before(w.steps)}}
	p.By, p.When = authors(b.changes)
	if w.region == inEnd {
		p.Remark = "it stands behind the end of the minutes in the file"
	}
	w.r.at = append(w.r.at, placed{p, j, len(w.r.at)})
	w.steps = append(w.steps, step{e.ID, w.item, -1, j})
}

// movedItems proposes the items that stand elsewhere on the agenda.
func (r *reader) movedItems(steps []step) {
	for _, k := range outOfOrder(steps) {
		s := steps[k]
		p := Proposal{Kind: Move, Where: r.itemName(s.id), Item: s.id, place: place{behind: before(steps[:k])}}
		p.Before, p.After = r.afterItem(r.beforeUnit(s.unit, anItem)), r.afterItem(firstOf(before(steps[:k])))
		p.By, p.When = authors(r.blocks[s.block].changes)
		r.at = append(r.at, placed{p, s.block, len(r.at)})
	}
}

func firstOf(ids []model.ID) model.ID {
	if len(ids) == 0 {
		return ""
	}
	return ids[0]
}

// beforeUnit is what of a sort stood before a unit in the same item, or at all.
func (r *reader) beforeUnit(i int, of sort) model.ID {
	for k := i - 1; k >= 0; k-- {
		u := r.units[k]
		if of == anEntry && u.about.sort == anItem && u.first {
			return ""
		}
		if u.about.sort == of && u.first && u.about.id != r.units[i].about.id {
			return u.about.id
		}
	}
	return ""
}

func (r *reader) afterItem(id model.ID) string {
	if id == "" {
		return "first"
	}
	return "after " + r.itemName(id)
}

// outOfOrder are the steps that stand in another order than they did, as few as
// can be. What is new is none of them.
func outOfOrder(steps []step) []int {
	var units, at []int
	for k, s := range steps {
		if s.unit >= 0 {
			units, at = append(units, s.unit), append(at, k)
		}
	}
	stays := map[int]bool{}
	for _, n := range diff.Rising(units) {
		stays[n] = true
	}
	var out []int
	for n, k := range at {
		if !stays[n] {
			out = append(out, k)
		}
	}
	return out
}

// movedEntries proposes the entries that stand in another item, or elsewhere in
// their own.
func (r *reader) movedEntries(steps []step) {
	moved := map[int]bool{}
	within := map[model.ID][]step{}
	index := map[model.ID][]int{}
	for k, s := range steps {
		if s.unit < 0 || s.id == s.item || s.item == "" { // before the first heading there is nowhere to move to
			continue
		}
		_, it, _ := r.in.Base.Entry(s.id)
		if s.item != it.ID {
			moved[k] = true
			continue
		}
		within[s.item], index[s.item] = append(within[s.item], s), append(index[s.item], k)
	}
	for id, list := range within {
		for _, n := range outOfOrder(list) {
			moved[index[id][n]] = true
		}
	}
	for k, s := range steps {
		if !moved[k] {
			continue
		}
		p := Proposal{Kind: Move, Where: r.entryName(s.id), Item: s.item, Entry: s.id, place: place{s.item, before(steps[:k])}}
		_, it, _ := r.in.Base.Entry(s.id)
		p.Before, p.After = r.placeWords(it.ID, r.beforeUnit(s.unit, anEntry)), r.placeWords(s.item, firstOf(before(steps[:k])))
		p.By, p.When = authors(r.blocks[s.block].changes)
		r.at = append(r.at, placed{p, s.block, len(r.at)})
	}
}

// placeWords say where something stands.
func (r *reader) placeWords(item, after model.ID) string {
	name := "the new item"
	if _, ok := r.in.Base.Item(item); ok {
		name = r.itemName(item)
	}
	e, _, ok := r.in.Base.Entry(after)
	switch {
	case after == item || after == "":
		return name + ", first"
	case !ok:
		return name + ", after what is new"
	}
	text := e.Text
	if text == "" {
		text = r.style.Sentence(r.in.Base, e)
	}
	return name + ", after “" + clipped(model.Plain(text)) + "”"
}
