package store

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"

	"go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"

	"minutebook/model"
)

func TestKeepAndReadBack(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	m := meeting("m1", "2026-05-04", 8)
	body := model.Body{ID: "b1", Name: "Harbour Trust", Standing: []string{"Minutes"}}
	person := model.Person{ID: "p1", Name: "Zo\u00eb Quay"}
	must(t, b.Commit(model.Batch{
		Meetings: []model.Save[model.Meeting]{{Value: m}},
		Bodies:   []model.Save[model.Body]{{Value: body}},
		People:   []model.Save[model.Person]{{Value: person}},
		Events: []model.Event{
			{Meeting: "m1", Action: "m1-e1", State: model.InProgress},
			{Meeting: "m1", Action: "m1-e1", State: model.Complete, On: "2026-05-20", Note: "Sounded"},
			{Meeting: "m1", Action: "m1-e5", State: model.Withdrawn},
		},
	}))
	u := model.Unfinished{Meeting: "m1", Item: "m1-i1", Text: "Half a sen", Caret: 10, Parked: map[model.ID]string{"m1-i2": "And"}}
	must(t, b.KeepUnfinished(u))
	clerk := model.Clerk{Abbreviations: []model.Abbreviation{{Short: "hm", Long: "Harbour Master"}}, Words: []string{"pilotage"}, Unprompted: true}
	must(t, b.KeepClerk(clerk))

	b = reopened(t, b)
	set, err := b.Clerk()
	must(t, err)
	same(t, "clerk", set, clerk)
	got, err := b.Meeting("m1")
	must(t, err)
	same(t, "meeting", got, m)
	kept, err := b.Body("b1")
	must(t, err)
	body.Rev = 1
	same(t, "body", kept, body)
	people, err := b.People()
	must(t, err)
	person.Rev = 1
	same(t, "people", people, []model.Person{person})
	typed, err := b.Unfinished("m1")
	must(t, err)
	same(t, "unfinished", typed, u)
	events, err := b.Ledger("m1")
	must(t, err)
	if len(events) != 3 || events[0].N != 1 || events[1].N != 2 || events[1].Note != "Sounded" || events[2].N != 1 {
		t.Errorf("ledger is %+v", events)
	}
	actions, err := b.Actions()
	must(t, err)
	if len(actions) != 2 || actions[0].State != model.Complete || actions[0].On != "2026-05-20" || actions[1].State != model.Withdrawn ||
		actions[0].Text != "Harbour Master to sound berth 1 by 30 June 2026." {
		t.Errorf("actions are %+v", actions)
	}
	hits, err := b.Search("zoe", 0)
	must(t, err)
	if hits.Total != 1 || hits.Hits[0].Meeting != "m1" {
		t.Errorf("hits are %+v", hits)
	}
	must(t, b.KeepUnfinished(model.Unfinished{Meeting: "m1"}))
	typed, err = b.Unfinished("m1")
	must(t, err)
	if !typed.Empty() {
		t.Errorf("unfinished is still %+v", typed)
	}
	_, err = b.Meeting("m2")
	plain(t, wants[*Missing](t, err), "meeting m2")
}

func same(t tester, what string, got, want any) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s is\n%+v, want\n%+v", what, got, want)
	}
}

func TestMeetingsAreByDateThenByMaking(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	var batch model.Batch
	for id, m := range map[string]model.Meeting{
		"a": {Date: "2026-02-01", Made: "2026-02-03T10:00:00Z"},
		"b": {Date: "2026-02-01", Made: "2026-02-02T10:00:00Z"},
		"c": {Date: "2025-12-31", Made: "2026-03-01T10:00:00Z"},
	} {
		m.ID, m.Body, m.State = model.ID(id), "Trust", model.Planned
		batch.Meetings = append(batch.Meetings, model.Save[model.Meeting]{Value: m})
	}
	must(t, b.Commit(batch))
	list, err := b.Meetings()
	must(t, err)
	order := ""
	for _, s := range list {
		order += string(s.ID)
	}
	if order != "cba" {
		t.Errorf("order is %s, want cba", order)
	}
}

func TestStaleSavesKeepNothing(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	first := meeting("m1", "2026-05-04", 4)
	must(t, b.Commit(save(first, 0)))
	second := changed(t, first, "Mine.")
	must(t, b.Commit(save(second, 1)))

	theirs := changed(t, first, "Theirs.")
	batch := save(theirs, 1)
	batch.Meetings = append([]model.Save[model.Meeting]{{Value: meeting("m2", "2026-05-05", 1)}}, batch.Meetings...)
	batch.Bodies = []model.Save[model.Body]{{Value: model.Body{ID: "b1", Name: "Trust"}}}
	stale := wants[*model.Stale](t, b.Commit(batch))
	same(t, "stale", *stale, model.Stale{Record: "meeting", ID: "m1", Base: 1, Kept: 2})
	got, err := b.Meeting("m1")
	must(t, err)
	same(t, "meeting", got, second)
	list, err := b.Meetings()
	must(t, err)
	bodies, err := b.Bodies()
	must(t, err)
	if len(list) != 1 || len(bodies) != 0 {
		t.Errorf("a refused batch left %d meetings and %d bodies", len(list), len(bodies))
	}
	fails[*model.Stale](t, b.Commit(save(meeting("m3", "2026-05-05", 1), 7)))
	must(t, b.Commit(save(second, 1))) // what is kept already is no matter
	again := second.Clone()
	again.Venue = "Elsewhere"
	fails[*model.Invalid](t, b.Commit(save(again, 2)))
}

func TestEventsNeedTheirAction(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	must(t, b.Commit(save(meeting("m1", "2026-05-04", 4), 0)))
	for _, e := range []model.Event{
		{Meeting: "m9", Action: "m1-e1", State: model.Complete},
		{Meeting: "m1", Action: "m1-e0", State: model.Complete},
		{Meeting: "m1", Action: "nothing", State: model.Complete},
	} {
		fails[*Missing](t, b.Commit(model.Batch{Events: []model.Event{e}}))
	}
	for _, id := range []model.ID{"", "a\x00b", model.Last} {
		m := meeting("m1", "2026-05-04", 1)
		m.ID = id
		fails[*model.Invalid](t, b.Commit(save(m, 0)))
		fails[*model.Invalid](t, b.KeepUnfinished(model.Unfinished{Meeting: id, Text: "x"}))
	}
}

func TestFileAndFolderAreTheOwnersOnly(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		return // there the folder's own list of rights says who may
	}
	b := newBook(t)
	for path, want := range map[string]os.FileMode{b.Path(): 0o600, filepath.Dir(b.Path()): 0o700} {
		info, err := os.Stat(path)
		must(t, err)
		if info.Mode().Perm() != want {
			t.Errorf("%s has mode %o, want %o", path, info.Mode().Perm(), want)
		}
	}
	left, err := os.ReadDir(filepath.Dir(b.Path()))
	must(t, err)
	if len(left) != 2 { // the book, and who has it
		t.Errorf("the folder holds %v", left)
	}
	must(t, b.Close())
	if _, err := os.Stat(holderPath(b.Path())); err == nil {
		t.Error("after closing, the book is still said to be open")
	}
}

func TestCreateLeavesWhatIsThere(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "book.mb")
	must(t, os.WriteFile(path, []byte("somebody's letter"), 0o600))
	_, err := Create(path, testOptions())
	plain(t, wants[*Exists](t, err), path)
	data, err := os.ReadFile(path)
	must(t, err)
	if string(data) != "somebody's letter" {
		t.Errorf("the file is now %q", data)
	}
}

func TestOpenWhatIsNotThere(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "book.mb")
	for _, readOnly := range []bool{false, true} {
		o := testOptions()
		o.ReadOnly = readOnly
		_, err := Open(path, o)
		plain(t, wants[*Absent](t, err), path)
	}
	folder := t.TempDir()
	_, err := Open(folder, testOptions())
	plain(t, wants[*Folder](t, err), folder)
	if _, err := os.Stat(path); err == nil {
		t.Error("opening made a file")
	}
}

func TestReadOnlyBook(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	m := meeting("m1", "2026-05-04", 4)
	must(t, b.Commit(save(m, 0)))
	must(t, b.Close())
	before, err := os.ReadFile(b.Path())
	must(t, err)
	o := testOptions()
	o.ReadOnly = true
	one, err := Open(b.Path(), o)
	must(t, err)
	two, err := Open(b.Path(), o)
	must(t, err)
	got, err := two.Meeting("m1")
	must(t, err)
	same(t, "meeting", got, m)
	plain(t, wants[*ReadOnly](t, one.Commit(save(changed(t, m, "No."), 1))))
	must(t, one.Close())
	must(t, two.Close())
	if _, err := two.Meeting("m1"); err == nil {
		t.Error("a closed book was read")
	}
	must(t, two.Close())
	after, err := os.ReadFile(b.Path())
	must(t, err)
	if string(before) != string(after) {
		t.Error("reading changed the file")
	}
}

func TestSaveTheDiskDoesNotVouchFor(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	m := meeting("m1", "2026-05-04", 4)
	must(t, b.Commit(save(m, 0)))
	// A save that failed, though it can be seen: nothing more is written.
	failed := b.suspect(0, os.ErrDeadlineExceeded)
	e := wants[*Unsaved](t, failed)
	plain(t, e, "open it again")
	if !e.Closed {
		t.Error("the book goes on as if nothing had happened")
	}
	again := wants[*Unsaved](t, b.Commit(save(changed(t, m, "More."), 1)))
	if !again.Closed {
		t.Error("the book took more")
	}
	got, err := b.Meeting("m1")
	must(t, err)
	same(t, "meeting", got, m)
	b = reopened(t, b)
	must(t, b.Commit(save(changed(t, m, "More."), 1)))
}

func TestWhyABookWasNotOpened(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "book.mb")
	plain(t, wants[*Denied](t, openError(path, &os.PathError{Op: "open", Path: path, Err: os.ErrPermission})), path)
	plain(t, wants[*Damaged](t, openError(path, &faultError{"unexpected fault address"})), path)
	plain(t, wants[*Damaged](t, openError(path, berrors.ErrChecksum)), path)
	plain(t, wants[*Locked](t, openError(path, berrors.ErrTimeout)), path)
	if err := openError(path, os.ErrDeadlineExceeded); !errors.Is(err, os.ErrDeadlineExceeded) {
		t.Errorf("the cause is lost in %v", err)
	}
}

func TestFaultsBecomeErrors(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	err := b.view(func(*bbolt.Tx) error { panic("assertion failed: page 7") })
	e := wants[*Damaged](t, err)
	plain(t, e, b.Path())
	err = b.update(func(*bbolt.Tx) error { panic("assertion failed: page 7") })
	fails[*Damaged](t, err)
	must(t, b.Commit(save(meeting("m1", "2026-05-04", 2), 0)))
}

func TestBytesThatAreNoText(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	m := meeting("m1", "2026-05-04", 4)
	m.Items[0].Entries[0].Text = "a\xffb\x00\u202e" + strings.Repeat("\U0001F642", 100_000)
	m.Items[1].Entries[0].Text = "Pilots\xfe to sound"
	must(t, b.Commit(save(m, 0)))
	got, err := b.Meeting("m1")
	must(t, err)
	if want := "a\ufffdb\x00\u202e" + strings.Repeat("\U0001F642", 100_000); got.Items[0].Entries[0].Text != want {
		t.Error("the words came back as others")
	}
	actions, err := b.Actions()
	must(t, err)
	if actions[0].Text != "Pilots\ufffd to sound" {
		t.Errorf("the action reads %q", actions[0].Text)
	}
	must(t, b.Close())
	report, err := Check(b.Path())
	must(t, err)
	if !report.Sound() {
		t.Errorf("the check says %.500s", report.Faults)
	}
}
