package ui

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"testing"

	"minutebook/model"
	"minutebook/model/find"
	"minutebook/model/register"
)

// fakeBook is a minute book in memory. It gives out copies, as a book does.
type fakeBook struct {
	bodies     map[model.ID]model.Body
	people     map[model.ID]model.Person
	styles     map[model.ID]model.HouseStyle
	meetings   map[model.ID]model.Meeting
	unfinished map[model.ID]model.Unfinished
	events     []model.Event
	clerk      model.Clerk
	// revisions are the earlier ones of meetings, with when they ended.
	revisions map[model.ID][]revision
	written   map[string]model.Written
	seals     []model.Seal
	files     map[string]model.File
	// refuse is what every write answers; nil while all is well.
	refuse error
	// unread is what reading the register answers; nil while all is well.
	unread error
	// commits are the batches kept, in their order.
	commits []model.Batch
}

var _ Book = (*fakeBook)(nil)

func newFakeBook() *fakeBook {
	return &fakeBook{bodies: map[model.ID]model.Body{}, people: map[model.ID]model.Person{}, styles: map[model.ID]model.HouseStyle{},
		meetings: map[model.ID]model.Meeting{}, unfinished: map[model.ID]model.Unfinished{}}
}

// put lays records into the book as they are, for a test to begin with.
func (b *fakeBook) put(records ...any) *fakeBook {
	for _, r := range records {
		switch r := r.(type) {
		case model.Body:
			b.bodies[r.ID] = r.Clone()
		case model.Person:
			b.people[r.ID] = r
		case model.HouseStyle:
			b.styles[r.ID] = r.Clone()
		case model.Meeting:
			b.meetings[r.ID] = r.Clone()
		case model.Event:
			b.addEvent(r)
		default:
			panic(fmt.Sprintf("no record: %T", r))
		}
	}
	return b
}

func (b *fakeBook) Path() string { return "/home/clerk/book.mb" }

func (b *fakeBook) Bodies() ([]model.Body, error) {
	all := slices.Collect(maps.Values(b.bodies))
	slices.SortFunc(all, func(a, b model.Body) int { return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID)) })
	for i := range all {
		all[i] = all[i].Clone()
	}
	return all, nil
}

var errNoSuch = errors.New("the book has no such record")

func (b *fakeBook) Body(id model.ID) (model.Body, error) {
	body, ok := b.bodies[id]
	if !ok {
		return body, errNoSuch
	}
	return body.Clone(), nil
}

func (b *fakeBook) People() ([]model.Person, error) {
	all := slices.Collect(maps.Values(b.people))
	slices.SortFunc(all, func(a, b model.Person) int { return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID)) })
	return all, nil
}

func (b *fakeBook) inOrder() []model.Meeting {
	all := slices.Collect(maps.Values(b.meetings))
	slices.SortFunc(all, func(a, b model.Meeting) int {
		return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.Made, b.Made), cmp.Compare(a.ID, b.ID))
	})
	return all
}

func (b *fakeBook) Meetings() ([]model.Summary, error) {
	var all []model.Summary
	for _, m := range b.inOrder() {
		s := m.Summary()
		s.Open = len(register.Filter{Open: true}.Select(register.Fold(m, b.events)))
		all = append(all, s)
	}
	return all, nil
}

func (b *fakeBook) Meeting(id model.ID) (model.Meeting, error) {
	m, ok := b.meetings[id]
	if !ok {
		return m, errNoSuch
	}
	return m.Clone(), nil
}

// revision is a meeting as it was until then.
type revision struct {
	model.Revision
	meeting model.Meeting
}

func (b *fakeBook) Revisions(id model.ID) ([]model.Revision, error) {
	var all []model.Revision
	for _, r := range b.revisions[id] {
		all = append(all, r.Revision)
	}
	return all, nil
}

func (b *fakeBook) Revision(id model.ID, rev int) (model.Meeting, error) {
	for _, r := range b.revisions[id] {
		if r.Rev == rev {
			return r.meeting.Clone(), nil
		}
	}
	return model.Meeting{}, errNoSuch
}

func (b *fakeBook) Seals(body model.ID) ([]model.Seal, error) {
	return slices.DeleteFunc(slices.Clone(b.seals), func(s model.Seal) bool { return s.Body != body }), nil
}

func (b *fakeBook) File(sha256 string) (model.File, error) {
	f, ok := b.files[sha256]
	if !ok {
		return f, errNoSuch
	}
	return f, nil
}

func (b *fakeBook) Clerk() (model.Clerk, error) { return b.clerk.Clone(), nil }

func (b *fakeBook) KeepClerk(c model.Clerk) error {
	if b.refuse == nil {
		b.clerk = c.Clone()
	}
	return b.refuse
}

// Commit keeps a batch, or refuses all of it.
func (b *fakeBook) Commit(batch model.Batch) error {
	if b.refuse != nil {
		return b.refuse
	}
	if err := b.check(batch); err != nil {
		return err
	}
	for _, s := range batch.Bodies {
		s.Value.Rev = max(s.Value.Rev, s.Base+1)
		b.bodies[s.Value.ID] = s.Value.Clone()
	}
	for _, s := range batch.People {
		s.Value.Rev = max(s.Value.Rev, s.Base+1)
		b.people[s.Value.ID] = s.Value
	}
	for _, s := range batch.Meetings {
		b.meetings[s.Value.ID] = s.Value.Clone()
	}
	b.keepStyles(batch.Styles)
	for _, e := range batch.Events {
		b.addEvent(e)
	}
	b.seals = append(b.seals, batch.Seals...)
	for _, f := range batch.Files {
		if b.files == nil {
			b.files = map[string]model.File{}
		}
		b.files[f.SHA256] = f
	}
	b.commits = append(b.commits, batch)
	return nil
}

func (b *fakeBook) check(batch model.Batch) error {
	for _, s := range batch.Bodies {
		if kept := b.bodies[s.Value.ID].Rev; kept != s.Base {
			return &model.Stale{Record: "body", ID: s.Value.ID, Base: s.Base, Kept: kept}
		}
	}
	for _, s := range batch.People {
		if kept := b.people[s.Value.ID].Rev; kept != s.Base {
			return &model.Stale{Record: "person", ID: s.Value.ID, Base: s.Base, Kept: kept}
		}
	}
	for _, s := range batch.Meetings {
		if kept := b.meetings[s.Value.ID].Rev; kept != s.Base {
			return &model.Stale{Record: "meeting", ID: s.Value.ID, Base: s.Base, Kept: kept}
		}
	}
	if err := b.checkStyles(batch); err != nil {
		return err
	}
	for _, e := range batch.Events {
		entry, _, ok := b.meetings[e.Meeting].Entry(e.Action)
		if !ok || entry.Kind != model.Action {
			return errNoSuch
		}
	}
	return nil
}

func (b *fakeBook) addEvent(e model.Event) {
	e.N = 1
	for _, other := range b.events {
		if other.Meeting == e.Meeting && other.Action == e.Action {
			e.N++
		}
	}
	b.events = append(b.events, e)
}

func (b *fakeBook) Unfinished(meeting model.ID) (model.Unfinished, error) {
	u := b.unfinished[meeting]
	u.Meeting = meeting
	return u, nil
}

func (b *fakeBook) KeepUnfinished(u model.Unfinished) error {
	if b.refuse != nil {
		return b.refuse
	}
	delete(b.unfinished, u.Meeting)
	if !u.Empty() {
		b.unfinished[u.Meeting] = u
	}
	return nil
}

func (b *fakeBook) Ledger(meeting model.ID) ([]model.Event, error) {
	var all []model.Event
	for _, e := range b.events {
		if e.Meeting == meeting {
			all = append(all, e)
		}
	}
	return all, nil
}

func (b *fakeBook) Actions() ([]register.Action, error) {
	var all []register.Action
	for _, m := range b.inOrder() {
		all = append(all, register.Fold(m, b.events)...)
	}
	slices.SortFunc(all, register.ByMeeting)
	return all, b.unread
}

func (b *fakeBook) Register(f register.Filter) ([]register.Action, error) {
	all, err := b.Actions()
	wanted := f.Select(all)
	for i, a := range wanted {
		wanted[i] = a.Brief()
	}
	slices.SortFunc(wanted, register.Newest)
	return wanted, err
}

func (b *fakeBook) Action(meeting, id model.ID) (register.Action, error) {
	for _, a := range register.Fold(b.meetings[meeting], b.events) {
		if a.ID == id {
			return a, nil
		}
	}
	return register.Action{}, errNoSuch
}

func (b *fakeBook) Search(typed string, limit int) (find.Result, error) {
	q, err := find.Ask(typed)
	var hits []find.Hit
	for _, m := range b.inOrder() {
		hits = append(hits, q.Hits(m, register.Standings(register.Fold(m, b.events)))...)
	}
	return find.Best(hits, limit), err
}

// json is a meeting as the book would write it.
func (b *fakeBook) json(t *testing.T, id model.ID) string {
	t.Helper()
	data, err := json.Marshal(b.meetings[id])
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
