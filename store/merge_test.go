package store

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"minutebook/model"
	"minutebook/model/merge"
)

var _ merge.Book = (*Book)(nil)

// merged merges theirs into ours.
func merged(t tester, ours, theirs *Book, take merge.Take) merge.Plan {
	t.Helper()
	plan, err := merge.Compare(ours, theirs, take)
	must(t, err)
	must(t, plan.Each(ours.Merge))
	return plan
}

// twin is a book that was one with b until now.
func twin(t tester, b *Book, path string) *Book {
	t.Helper()
	must(t, b.Backup(path))
	other, err := Open(path, testOptions())
	must(t, err)
	return other
}

// what are the parts of a plan in few words.
func what(p merge.Plan) string {
	var all []string
	for _, part := range p.Parts {
		all = append(all, fmt.Sprintf("%s %s %s", part.Kind, part.ID, part.What))
	}
	return strings.Join(all, ", ")
}

func TestMergeOfTwins(t *testing.T) {
	t.Parallel()
	folder, n := t.TempDir(), 0
	rapid.Check(t, func(t *rapid.T) {
		n++
		mine := newMachine(t, filepath.Join(folder, fmt.Sprint(n)))
		b := mine.book
		work := func(x *machine) {
			steps := []func(*rapid.T){x.saveMeeting, x.saveMeeting, x.saveBody, x.keepTyped}
			for range rapid.IntRange(0, 5).Draw(t, "steps") {
				rapid.SampledFrom(steps).Draw(t, "step")(t)
			}
			for _, id := range []model.ID{"m1", "m2", "m3"} {
				if m := x.meetings[id]; len(m.Actions()) > 0 && rapid.Bool().Draw(t, "event") {
					a := rapid.SampledFrom(m.Actions()).Draw(t, "action")
					e := model.Event{Meeting: id, Action: a.ID, State: rapid.SampledFrom(model.ActionStates).Draw(t, "state"), Note: someWords.Draw(t, "note"),
						Made: fmt.Sprintf("2026-05-04T10:00:0%dZ", rapid.IntRange(0, 9).Draw(t, "second"))}
					must(t, x.book.Commit(model.Batch{Events: []model.Event{e}}))
				}
			}
		}
		work(mine)
		other := twin(t, b, filepath.Join(folder, fmt.Sprint(n), "twin.mb"))
		before, err := dumpOf(mine.path)
		must(t, err)
		if plan := merged(t, b, other, merge.Take{}); !plan.Nothing() || len(plan.Parts) > 0 {
			t.Fatalf("a copy brings %s", what(plan))
		}
		after, err := dumpOf(mine.path)
		must(t, err)
		same(t, "records after merging a copy", after, before)

		theirs := machineAt(other.Path())
		theirs.book = other
		for id, m := range mine.meetings {
			theirs.meetings[id] = m
		}
		for id, body := range mine.bodies {
			theirs.bodies[id] = body
		}
		work(mine)
		work(theirs)
		take := merge.Take{All: rapid.SampledFrom([]merge.Choice{merge.Unsaid, merge.Ours, merge.Theirs}).Draw(t, "take")}
		merged(t, b, other, take)
		once, err := dumpOf(mine.path)
		must(t, err)
		again := merged(t, b, other, take)
		twice, err := dumpOf(mine.path)
		must(t, err)
		same(t, "records after merging again ("+what(again)+")", twice, once)
		if !again.Nothing() {
			t.Errorf("a second time comes %s", what(again))
		}
		report, err := checkFile(mine.path)
		must(t, err)
		if !report.Sound() {
			t.Errorf("the book is not sound: %v", report.Faults)
		}
		if take.All == merge.Theirs && len(again.Conflicts()) > 0 {
			t.Errorf("there still are conflicts: %s", what(again))
		}
		must(t, b.Close())
		must(t, other.Close())
	})
}

// pair are a book with a body and a meeting of it, and its twin.
func pair(t *testing.T, m model.Meeting) (ours, theirs *Book) {
	t.Helper()
	ours = newBook(t)
	must(t, ours.Commit(model.Batch{
		Bodies:   []model.Save[model.Body]{{Value: model.Body{ID: "b1", Name: "Harbour Trust"}}},
		People:   []model.Save[model.Person]{{Value: model.Person{ID: "p1", Name: "Zo\u00eb Quay"}}},
		Meetings: []model.Save[model.Meeting]{{Value: m}},
	}))
	theirs = twin(t, ours, filepath.Join(t.TempDir(), "other.mb"))
	t.Cleanup(func() { _ = theirs.Close() })
	return ours, theirs
}

func ofTrust(m model.Meeting) model.Meeting { m.BodyID = "b1"; return m }

func TestMergeGoesForwardOnly(t *testing.T) {
	t.Parallel()
	m := ofTrust(meeting("m1", "2026-05-04", 4))
	ours, theirs := pair(t, m)
	next := changed(t, m, "Said in other words.")
	must(t, theirs.Commit(save(next, 1)))
	must(t, theirs.KeepUnfinished(model.Unfinished{Meeting: "m1", Text: "half"}))
	second := ofTrust(meeting("m2", "2026-06-04", 2))
	sent := model.NewFile("minutes.docx", []byte("words"))
	second.Circulated = []model.Circulation{{On: "2026-06-05", Rev: 1, SHA256: sent.SHA256}}
	must(t, theirs.Commit(model.Batch{Meetings: []model.Save[model.Meeting]{{Value: second}}, Files: []model.File{sent}}))

	plan := merged(t, ours, theirs, merge.Take{})
	same(t, "plan", what(plan), "meeting m1 newer, meeting m2 new")
	same(t, "meeting", must1(ours.Meeting("m1"))(t), next)
	same(t, "new meeting", must1(ours.Meeting("m2"))(t), second)
	same(t, "file", must1(ours.File(sent.SHA256))(t), sent)
	if u := must1(ours.Unfinished("m1"))(t); u.Text != "half" {
		t.Errorf("the composer has %q", u.Text)
	}
	if r := must1(ours.Revisions("m1"))(t); len(r) != 1 || r[0].Rev != 1 {
		t.Errorf("the earlier revisions are %v", r)
	}
	// The other way the later one stays.
	if plan := merged(t, theirs, ours, merge.Take{}); !plan.Nothing() {
		t.Errorf("back comes %s", what(plan))
	}
	must(t, ours.Commit(save(changed(t, next, "Said again."), 2)))
	same(t, "plan", what(merged(t, ours, theirs, merge.Take{})), "meeting m1 older")
}

func TestMergeShowsConflicts(t *testing.T) {
	t.Parallel()
	m := ofTrust(meeting("m1", "2026-05-04", 4))
	ours, theirs := pair(t, m)
	mine, other := changed(t, m, "Said here."), changed(t, m, "Said there.")
	must(t, ours.Commit(save(mine, 1)))
	must(t, theirs.Commit(save(other, 1)))
	body := must1(theirs.Body("b1"))(t)
	body.Quorum = 5
	must(t, theirs.Commit(model.Batch{Bodies: []model.Save[model.Body]{{Base: 1, Value: body}}, People: []model.Save[model.Person]{{Value: model.Person{ID: "p2", Name: "zo\u00eb quay"}}}}))

	plan := merged(t, ours, theirs, merge.Take{})
	same(t, "plan", what(plan), "body b1 conflict, person p2 new, meeting m1 conflict")
	same(t, "meeting", must1(ours.Meeting("m1"))(t), mine)
	if like := plan.Parts[1].Like; like != "Zo\u00eb Quay" {
		t.Errorf("the person is said to be like %q", like)
	}
	if d := plan.Parts[0].Differs; !slices.Equal(d, []string{"quorum"}) {
		t.Errorf("the bodies are said to differ in %v", d)
	}
	if d := plan.Parts[2].Differs; len(d) != 1 || !strings.Contains(d[0], "changed") {
		t.Errorf("the meetings are said to differ in %v", d)
	}
	plan = merged(t, ours, theirs, merge.Take{Of: map[model.ID]merge.Choice{"m1": merge.Theirs, "b1": merge.Ours}})
	same(t, "plan", what(plan), "body b1 left, meeting m1 taken")
	got := must1(ours.Meeting("m1"))(t)
	if got.Items[0].Entries[0].Text != "Said there." || got.Rev <= mine.Rev {
		t.Errorf("the meeting is at revision %d and says %q", got.Rev, got.Items[0].Entries[0].Text)
	}
	// What stood here before is among the earlier revisions.
	same(t, "earlier revision", must1(ours.Revision("m1", mine.Rev))(t), mine)
	same(t, "plan", what(merged(t, ours, theirs, merge.Take{})), "body b1 conflict")
}

func TestMergeKeepsWhatIsSealed(t *testing.T) {
	t.Parallel()
	m := ofTrust(meeting("m1", "2026-05-04", 4))
	m.State = model.Circulated
	ours, theirs := pair(t, m)
	approve := func(b *Book, m model.Meeting, base int) model.Meeting {
		m = m.Clone()
		m.Rev, m.State, m.Passed = m.Rev+1, model.Approved, []model.Passed{{On: "2026-06-04"}}
		var last *model.Seal
		if seals := must1(b.Seals("b1"))(t); len(seals) > 0 {
			last = &seals[len(seals)-1]
		}
		sealed, seal, err := model.SealMeeting(m, last, "2026-06-04T10:00:00Z")
		must(t, err)
		must(t, b.Commit(model.Batch{Meetings: []model.Save[model.Meeting]{{Base: base, Value: sealed}}, Seals: []model.Seal{seal}}))
		return sealed
	}
	sealed := approve(theirs, m, 1)
	approve(theirs, ofTrust(meeting("m2", "2026-06-04", 2)), 0)
	// No earlier revision of approved minutes is kept, and they are known all the same.
	same(t, "plan", what(merged(t, ours, theirs, merge.Take{})), "meeting m1 newer, meeting m2 new")
	same(t, "meeting", must1(ours.Meeting("m1"))(t), sealed)
	same(t, "chain", must1(ours.Seals("b1"))(t), must1(theirs.Seals("b1"))(t))

	// Sealed here and otherwise there, it stays; so do minutes whose seal cannot follow.
	third, fourth := ofTrust(meeting("m3", "2026-07-04", 2)), ofTrust(meeting("m4", "2026-08-04", 2))
	approve(ours, third, 0)
	other := third.Clone()
	other.Venue = "Elsewhere"
	approve(theirs, other, 0)
	approve(theirs, fourth, 0)
	plan := merged(t, ours, theirs, merge.Take{All: merge.Theirs})
	same(t, "plan", what(plan), "meeting m3 kept, meeting m4 kept")
	for _, p := range plan.Parts {
		if p.Why == "" {
			t.Errorf("it is not said why %s stays", p.ID)
		}
	}
	if v := must1(ours.Meeting("m3"))(t).Venue; v != third.Venue {
		t.Errorf("sealed minutes have become others: %q", v)
	}
}

func TestMergeJoinsLedgers(t *testing.T) {
	t.Parallel()
	m := ofTrust(meeting("m1", "2026-05-04", 4))
	ours, theirs := pair(t, m)
	event := func(made, note string, state model.ActionState) model.Event {
		return model.Event{Meeting: "m1", Action: "m1-e1", State: state, Note: note, Made: made}
	}
	must(t, ours.Commit(model.Batch{Events: []model.Event{event("2026-06-01T10:00:00Z", "begun", model.InProgress), event("2026-06-03T10:00:00Z", "done", model.Complete)}}))
	must(t, theirs.Commit(model.Batch{Events: []model.Event{event("2026-06-01T10:00:00Z", "begun", model.InProgress), event("2026-06-02T10:00:00Z", "asked", model.InProgress)}}))
	plan := merged(t, ours, theirs, merge.Take{})
	same(t, "plan", what(plan), "meeting m1 events")
	var notes []string
	for i, e := range must1(ours.Ledger("m1"))(t) {
		notes = append(notes, e.Note)
		if e.N != i+1 {
			t.Errorf("event %d has the number %d", i+1, e.N)
		}
	}
	same(t, "notes", notes, []string{"begun", "asked", "done"})
	for _, a := range must1(ours.Actions())(t) {
		if a.ID == "m1-e1" && a.State != model.Complete {
			t.Errorf("the register says %s", a.State)
		}
	}
	if plan := merged(t, ours, theirs, merge.Take{}); !plan.Nothing() {
		t.Errorf("again comes %s", what(plan))
	}
	fails[*model.Stale](t, ours.Merge(model.Incoming{Histories: []model.History{{Meeting: "m1", Action: "m1-e1", Events: []model.Event{event("", "other", model.Open)}}}}))
}
