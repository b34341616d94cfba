package returned

import (
	"reflect"
	"slices"

	"minutebook/model"
)

// Unfit is the error of a proposal that the meeting does not take.
type Unfit struct{ Why string }

func (e *Unfit) Error() string { return e.Why }

// goneWords are why what a proposal is about cannot be changed.
const goneWords = "it is not in the minutes any more"

// Change is what accepting the proposal does to the meeting as it should read:
// to minutes that are circulated it is done by corrections, see package
// corrections. The error is an *[Unfit].
func (p Proposal) Change(now model.Meeting) (model.Change, error) {
	if p.Hand != "" {
		return nil, &Unfit{p.Hand}
	}
	switch p.Kind {
	case Reword:
		return p.reword(now)
	case Insert:
		return p.insert(now)
	case Delete:
		return p.delete(now)
	case Move:
		return p.move(now)
	case Note:
		return p.insertEntry(now)
	}
	return nil, &Unfit{"there is no such proposal"}
}

// about is what the sets of a proposal change.
func (p Proposal) about() subject {
	switch {
	case p.Attendee != "":
		return subject{aPerson, p.Attendee}
	case p.Entry != "":
		return subject{anEntry, p.Entry}
	case p.Item != "":
		return subject{anItem, p.Item}
	}
	return subject{sort: aMeeting}
}

func (p Proposal) reword(now model.Meeting) (model.Change, error) {
	if c, ok := p.fixedIn(now); ok {
		return c, nil
	}
	next := now.Clone()
	for _, s := range p.sets {
		if !s.put(&next, p.about(), s.was, s.is) {
			if !p.there(now) {
				return nil, &Unfit{goneWords}
			}
			return nil, &Unfit{"the words cannot be taken over as they are: " + s.name + " cannot read “" + clipped(s.is.text) + "”. Change it by hand"}
		}
	}
	return changes(now, next), nil
}

// fixedIn is the change of an entry that still is as it was, or already as it is
// to be; false where it is neither.
func (p Proposal) fixedIn(now model.Meeting) (model.Many, bool) {
	e, _, ok := now.Entry(p.Entry)
	switch {
	case !ok || p.fixed == nil:
	case reflect.DeepEqual(e, p.fixed.is):
		return model.Many{}, true
	case reflect.DeepEqual(e, p.fixed.was):
		return model.Many{model.SetEntry{Entry: p.fixed.is}}, true
	}
	return nil, false
}

// there says whether what a proposal is about is in the meeting.
func (p Proposal) there(m model.Meeting) bool {
	ok := true
	switch s := p.about(); s.sort {
	case aPerson:
		_, ok = m.Attendee(s.id)
	case anEntry:
		_, _, ok = m.Entry(s.id)
	case anItem:
		_, ok = m.Item(s.id)
	case aMeeting, noSubject:
	}
	return ok
}

// changes make next of now: facts, people, items and what entries say.
func changes(now, next model.Meeting) (all model.Many) {
	for _, f := range model.Facts {
		if value := f.Of(next); value != f.Of(now) {
			all = append(all, model.SetFact{Fact: f, Value: value})
		}
	}
	if !reflect.DeepEqual(now.Next, next.Next) {
		all = append(all, model.SetNext{Next: next.Next})
	}
	if !reflect.DeepEqual(now.Public, next.Public) {
		all = append(all, model.SetPublic{Count: next.Public})
	}
	for i, a := range next.Attendees {
		if !reflect.DeepEqual(a, now.Attendees[i]) {
			all = append(all, model.SetAttendee{Attendee: a})
		}
	}
	for i, it := range next.Items {
		all = append(all, itemChanges(now.Items[i], it)...)
	}
	return all
}

func itemChanges(was, is model.Item) (all model.Many) {
	for _, f := range []struct {
		fact    model.ItemFact
		was, is string
	}{{model.ItemTitle, was.Title, is.Title}, {model.ItemReference, was.Reference, is.Reference}, {model.ItemOutcome, was.Outcome, is.Outcome},
		{model.ItemPresenter, was.Presenter, is.Presenter}, {model.ItemPublicTitle, was.PublicTitle, is.PublicTitle}} {
		if f.was != f.is {
			all = append(all, model.SetItem{ID: is.ID, Fact: f.fact, Value: f.is})
		}
	}
	if !slices.EqualFunc(was.Papers, is.Papers, model.Paper.Same) {
		all = append(all, model.SetPapers{ID: is.ID, Papers: is.Papers})
	}
	for j, e := range is.Entries {
		if !reflect.DeepEqual(e, was.Entries[j]) {
			all = append(all, model.SetEntry{Entry: e})
		}
	}
	return all
}

func (p Proposal) insert(now model.Meeting) (model.Change, error) {
	switch {
	case p.entry != nil:
		return p.insertEntry(now)
	case p.item != nil:
		after := model.ID("")
		for _, id := range p.place.behind {
			if _, ok := now.Item(id); ok {
				after = id
				break
			}
		}
		return model.AddItem{Item: *p.item, After: after}, nil
	case p.who != nil:
		return model.AddAttendee{Attendee: *p.who, After: p.place.attendee(now)}, nil
	}
	return nil, &Unfit{"there is no such proposal"}
}

func (p Proposal) insertEntry(now model.Meeting) (model.Change, error) {
	item, after, ok := p.place.entry(now)
	if !ok {
		return nil, &Unfit{"there is no item any more that it could stand in"}
	}
	e := *p.entry
	if !free(now, e.Number) {
		e.Number = 0
	}
	return model.AddEntry{Item: item, After: after, Entry: e}, nil
}

// entry is where an entry goes: behind the nearest of those before it in the
// file that stands in the item meant; or else behind the nearest that is there
// at all.
func (p place) entry(now model.Meeting) (item, after model.ID, ok bool) {
	_, want := now.Item(p.item)
	for _, id := range p.behind {
		if _, it, found := now.Entry(id); found && (it.ID == p.item || !want) {
			return it.ID, id, true
		}
		if it, found := now.Item(id); found && (it.ID == p.item || !want) {
			return it.ID, "", true
		}
	}
	if want {
		return p.item, "", true
	}
	if len(now.Items) == 0 {
		return "", "", false
	}
	return now.Items[0].ID, "", true
}

func (p place) attendee(now model.Meeting) model.ID {
	for _, id := range p.behind {
		if _, ok := now.Attendee(id); ok {
			return id
		}
	}
	return ""
}

func (p Proposal) delete(now model.Meeting) (model.Change, error) {
	switch s := p.about(); {
	case s.sort == aMeeting:
		return p.reword(now)
	case !p.there(now):
		return nil, &Unfit{goneWords}
	case s.sort == aPerson:
		return model.RemoveAttendee{ID: s.id}, nil
	case s.sort == anEntry:
		return model.DeleteEntry{ID: s.id}, nil
	}
	it, _ := now.Item(p.Item)
	for _, e := range it.Entries {
		if !slices.Contains(p.place.behind, e.ID) {
			return nil, &Unfit{"entries still stand in this item that the file has elsewhere or does not know: accept those first, or move them"}
		}
	}
	return model.DeleteItem{ID: p.Item}, nil
}

func (p Proposal) move(now model.Meeting) (model.Change, error) {
	switch s := p.about(); {
	case !p.there(now):
		return nil, &Unfit{goneWords}
	case s.sort == aPerson:
		return model.MoveAttendee{ID: s.id, After: p.place.attendee(now)}, nil
	case s.sort == anEntry:
		item, after, ok := p.place.entry(now)
		if !ok {
			return nil, &Unfit{goneWords}
		}
		return model.MoveEntry{ID: s.id, Item: item, After: after}, nil
	}
	for _, id := range p.place.behind {
		if _, ok := now.Item(id); ok {
			return model.MoveItem{ID: p.Item, After: id}, nil
		}
	}
	if len(now.Items) > 0 && now.Items[0].Opening() {
		return model.MoveItem{ID: p.Item, After: now.Items[0].ID}, nil
	}
	return model.MoveItem{ID: p.Item}, nil
}

// Ordered are the places of proposals in the order in which all of them can be
// accepted: entries that are gone, whose numbers others may have by now, then what
// is new and what moved from the head of the file on, and only then what else is
// gone.
func Ordered(list []Proposal) []int {
	at := make([]int, len(list))
	for i := range at {
		at[i] = i
	}
	rank := func(p Proposal) int {
		switch {
		case p.Kind == Delete && p.about().sort == anItem:
			return 5
		case p.Kind == Delete && p.about().sort == anEntry:
			return 0
		case p.Kind == Delete:
			return 4
		case p.Kind == Note:
			return 3
		case p.about().sort == anItem || p.Kind == Reword:
			return 1
		}
		return 2
	}
	slices.SortStableFunc(at, func(a, b int) int { return rank(list[a]) - rank(list[b]) })
	return at
}
