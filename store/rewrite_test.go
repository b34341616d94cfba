package store

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"minutebook/model"
)

// noted is a meeting with a private note of these words.
func noted(id, words string) model.Meeting {
	m := meeting(id, "2026-05-04", 3)
	m.BodyID = "b1"
	m.Items[0].Entries = append(m.Items[0].Entries, model.Entry{ID: "note", Kind: model.Private, Text: words})
	return m
}

func TestPurgeRemovesForGood(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	m := noted("m1", "The chair was cross: barnaclegate.")
	must(t, b.Commit(save(m, 0)))
	next := changed(t, m, "Said in other words.")
	must(t, b.Commit(save(next, 1)))
	must(t, b.KeepUnfinished(model.Unfinished{Meeting: "m1", Text: "half"}))
	other := meeting("m2", "2026-05-05", 2)
	must(t, b.Commit(save(other, 0)))

	gone, err := b.Purge("m1")
	must(t, err)
	same(t, "what went", gone, model.Purged{Notes: 1, Revisions: 1})
	data, err := os.ReadFile(b.Path())
	must(t, err)
	if bytes.Contains(data, []byte("barnaclegate")) {
		t.Error("the file still holds the private note")
	}
	got, err := b.Meeting("m1")
	must(t, err)
	if got.PrivateNotes() != 0 || got.Rev != next.Rev+1 {
		t.Errorf("the meeting has %d private notes at revision %d", got.PrivateNotes(), got.Rev)
	}
	if list, err := b.Revisions("m1"); err != nil || len(list) > 0 {
		t.Errorf("its revisions are %v, %v", list, err)
	}
	if u, err := b.Unfinished("m1"); err != nil || u.Text != "half" {
		t.Errorf("the words being typed at a draft are %q, %v", u.Text, err)
	}
	// The book goes on as it was.
	must(t, b.Commit(save(changed(t, got, "Words after it."), got.Rev)))
	again := reopened(t, b)
	same(t, "other meeting", must1(again.Meeting("m2"))(t), other)
	report, err := checkFile(again.Path())
	must(t, err)
	if !report.Sound() {
		t.Errorf("the book is not sound: %v", report.Faults)
	}
	left, err := os.ReadDir(filepath.Dir(b.Path()))
	must(t, err)
	if len(left) != 2 { // the book and its holder
		t.Errorf("beside the book there are %v", left)
	}
}

// must1 is a value whose error must be none.
func must1[T any](v T, err error) func(tester) T {
	return func(t tester) T {
		t.Helper()
		must(t, err)
		return v
	}
}

func TestPurgeLeavesWhatIsSealed(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	m := noted("m1", "Sealed with it.")
	m.State = model.Approved
	sealed, seal, err := model.SealMeeting(m, nil, "")
	must(t, err)
	must(t, b.Commit(model.Batch{Meetings: []model.Save[model.Meeting]{{Value: sealed}}, Seals: []model.Seal{seal}}))
	must(t, b.KeepUnfinished(model.Unfinished{Meeting: "m1", Text: "half"}))
	gone, err := b.Purge("m1")
	must(t, err)
	same(t, "what went", gone, model.Purged{Words: true, Left: 1})
	if !seal.Covers(must1(b.Meeting("m1"))(t)) {
		t.Error("the seal no longer covers the meeting")
	}
	plain(t, wants[*Missing](t, onlyErr(b.Purge("m9"))), "m9")
}

func onlyErr[T any](_ T, err error) error { return err }

func TestRewriteKeepsEverythingElse(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	for i := range 20 {
		must(t, b.Commit(save(meeting(fmt.Sprint("m", i), "2026-05-04", 6), 0)))
	}
	before, err := dumpOf(b.Path())
	must(t, err)
	must(t, b.Rewrite())
	after, err := dumpOf(b.Path())
	must(t, err)
	same(t, "records", after, before)
	reading := reopened(t, b)
	must(t, reading.Close())
	o := testOptions()
	o.ReadOnly = true
	r, err := Open(b.Path(), o)
	must(t, err)
	defer func() { must(t, r.Close()) }()
	fails[*ReadOnly](t, r.Rewrite())
}

func TestNothingChangesOfWhatIsHandedOver(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	body := model.Body{ID: "b1", Name: "Harbour Trust"}
	m := noted("m1", "A note.")
	must(t, b.Commit(model.Batch{Bodies: []model.Save[model.Body]{{Value: body}}, Meetings: []model.Save[model.Meeting]{{Value: m}}}))
	body.Away = &model.Away{To: "Zo\u00eb Quay", On: "2026-06-01"}
	must(t, b.Commit(model.Batch{Bodies: []model.Save[model.Body]{{Base: 1, Value: body}}}))
	kept := must1(b.Body("b1"))(t)

	renamed := kept
	renamed.Name = "Another"
	moved := changed(t, m, "x")
	moved.BodyID = ""
	for name, err := range map[string]error{
		"the body":                b.Commit(model.Batch{Bodies: []model.Save[model.Body]{{Base: kept.Rev, Value: renamed}}}),
		"a meeting":               b.Commit(save(changed(t, m, "x"), 1)),
		"a meeting to another":    b.Commit(save(moved, 1)),
		"a new meeting":           b.Commit(save(noted("m2", "x"), 0)),
		"an action":               b.Commit(model.Batch{Events: []model.Event{{Meeting: "m1", Action: "m1-e1", State: model.Complete}}}),
		"what is kept of minutes": onlyErr(b.Purge("m1")),
	} {
		if e := wants[*model.HandedOver](t, err); e.Body != "b1" || e.Name != "Harbour Trust" {
			t.Errorf("%s: the error is of %s, %s", name, e.Body, e.Name)
		}
		plain(t, err, "Zo\u00eb Quay", "1 June 2026")
	}
	same(t, "meeting", must1(b.Meeting("m1"))(t), m)
	// Words typed are kept, and others' meetings are as ever.
	must(t, b.KeepUnfinished(model.Unfinished{Meeting: "m1", Text: "half"}))
	must(t, b.Commit(save(meeting("m3", "2026-05-04", 2), 0)))
	kept.Away = nil
	must(t, b.Commit(model.Batch{Bodies: []model.Save[model.Body]{{Base: kept.Rev, Value: kept}}}))
	must(t, b.Commit(save(changed(t, m, "x"), 1)))
}
