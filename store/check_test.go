package store

import (
	"bytes"
	"os"
	"strconv"
	"strings"
	"testing"

	"go.etcd.io/bbolt"

	"minutebook/model"
)

// altered writes to a closed book past everything that guards it.
func altered(t testing.TB, path string, fn func(tx *bbolt.Tx) error) {
	t.Helper()
	db, err := bbolt.Open(path, 0o600, nil)
	must(t, err)
	must(t, db.Update(fn))
	must(t, db.Close())
}

// flippedBook is a closed book with two meetings, in which a letter of m1 was
// changed on the disk. It gives the two revisions of m1.
func flippedBook(t *testing.T) (path string, first, last model.Meeting) {
	t.Helper()
	b := newBook(t)
	first = meeting("m1", "2021-06-25", 6)
	must(t, b.Commit(model.Batch{Meetings: []model.Save[model.Meeting]{{Value: first}, {Value: meeting("m2", "2021-07-25", 6)}}}))
	last = changed(t, first, "The Trust spoke of estuarine heritage.")
	must(t, b.Commit(save(last, 1)))
	must(t, b.Close())
	report, err := Check(b.Path())
	must(t, err)
	if !report.Sound() || report.Meetings != 2 || report.Format != Format {
		t.Fatalf("a sound book is reported as %+v", report)
	}
	data, err := os.ReadFile(b.Path())
	must(t, err)
	flipped := bytes.ReplaceAll(data, []byte("estuarine heritage"), []byte("estuarine Heritage"))
	if bytes.Equal(data, flipped) {
		t.Fatal("the words are not in the file as they were written")
	}
	must(t, os.WriteFile(b.Path(), flipped, 0o600))
	return b.Path(), first, last
}

func TestCheckNamesTheMeetingWithAFlippedByte(t *testing.T) {
	t.Parallel()
	path, _, _ := flippedBook(t)
	report, err := Check(path)
	must(t, err)
	if len(report.Faults) != 1 {
		t.Fatalf("faults are %v", report.Faults)
	}
	f := report.Faults[0]
	if f.Record != "meeting" || f.ID != "m1" || f.Body != "Harbour Trust" || f.Date != "2021-06-25" {
		t.Errorf("the fault is %+v", f)
	}
	if want := "meeting m1 (Harbour Trust, 25 June 2021): "; !strings.HasPrefix(f.String(), want) {
		t.Errorf("it reads %q, want %q...", f, want)
	}
}

func TestOneFlippedByteSpoilsNothingElse(t *testing.T) {
	t.Parallel()
	path, first, last := flippedBook(t)
	b, err := Open(path, testOptions())
	must(t, err)
	defer func() { must(t, b.Close()) }()
	_, err = b.Meeting("m1")
	e := wants[*Damaged](t, err)
	plain(t, e, "meeting m1 (Harbour Trust, 25 June 2021)", b.Path())
	fails[*Damaged](t, b.Commit(save(changed(t, last, "Over it."), 2)))
	if _, err := b.Meeting("m2"); err != nil {
		t.Errorf("the other meeting: %v", err)
	}
	if list, err := b.Meetings(); err != nil || len(list) != 2 {
		t.Errorf("the list: %v, %v", list, err)
	}
	hits, err := b.Search("silt", 0)
	fails[*Damaged](t, err)
	if hits.Total == 0 || hits.Hits[0].Meeting != "m2" {
		t.Errorf("hits are %v", hits)
	}
	old, err := b.Revision("m1", 1)
	must(t, err)
	same(t, "the revision before", old, first)
}

func TestCheckFindsEveryKindOfDamage(t *testing.T) {
	t.Parallel()
	m := meeting("m1", "2026-05-04", 6)
	for name, c := range map[string]struct {
		spoil func(tx *bbolt.Tx) error
		says  string
	}{
		"body":   {func(tx *bbolt.Tx) error { return tx.Bucket(bucketBodies).Put(key("b1"), []byte("{}")) }, "body b1"},
		"person": {func(tx *bbolt.Tx) error { return tx.Bucket(bucketPeople).Put(key("p1"), []byte("no")) }, "person p1"},
		"draft":  {func(tx *bbolt.Tx) error { return tx.Bucket(bucketDrafts).Put(key("m1"), []byte("no")) }, "unfinished words of meeting m1 (Harbour Trust, 4 May 2026)"},
		"event": {func(tx *bbolt.Tx) error {
			return tx.Bucket(bucketLedger).Put(counted(under("m1", "m1-e1"), 1), []byte("no"))
		}, "history of an action of meeting m1"},
		"revision":  {func(tx *bbolt.Tx) error { return tx.Bucket(bucketRevisions).Put(counted(under("m1"), 1), []byte("no")) }, "earlier revision of meeting m1"},
		"lost":      {func(tx *bbolt.Tx) error { return tx.Bucket(bucketMeetings).Delete(key("m1")) }, "meeting m1 (Harbour Trust, 4 May 2026): it is in the list"},
		"elsewhere": {func(tx *bbolt.Tx) error { r := tx.Bucket(bucketMeetings); return r.Put(key("m2"), r.Get(key("m1"))) }, "meeting m2 (Harbour Trust, 4 May 2026): its checksum"},
		"list":      {func(tx *bbolt.Tx) error { return indexOf(tx, bucketList).Put(key("m1"), []byte("no")) }, "index of meetings for meeting m1"},
		"register":  {func(tx *bbolt.Tx) error { return indexOf(tx, bucketRegister).Delete(key("m1")) }, "index of register for meeting m1"},
		"lines":     {func(tx *bbolt.Tx) error { return indexOf(tx, bucketLines).Put(key("m1"), []byte("no")) }, "index of lines for meeting m1"},
		"brief":     {func(tx *bbolt.Tx) error { return indexOf(tx, bucketBrief).Delete(key("m1")) }, "index of brief for meeting m1"},
		"same": {func(tx *bbolt.Tx) error {
			w := indexOf(tx, bucketWords)
			return w.Put([]byte("whale"), w.Get([]byte("silt")))
		}, "index of words"},
		"nobody": {func(tx *bbolt.Tx) error { return indexOf(tx, bucketLines).Put(key("m9"), []byte("no")) }, "index of lines for meeting m9"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b := newBook(t)
			must(t, b.Commit(save(m, 0)))
			must(t, b.Close())
			altered(t, b.Path(), c.spoil)
			report, err := Check(b.Path())
			must(t, err)
			if len(report.Faults) != 1 || !strings.HasPrefix(report.Faults[0].String(), c.says) {
				t.Errorf("the faults are %q, want one: %q", report.Faults, c.says)
			}
		})
	}
}

func TestIndexIsMadeAfresh(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	m := meeting("m1", "2026-05-04", 8)
	must(t, b.Commit(save(m, 0)))
	must(t, b.Commit(model.Batch{Events: []model.Event{{Meeting: "m1", Action: "m1-e1", State: model.Complete}}}))
	list, err := b.Meetings()
	must(t, err)
	actions, err := b.Actions()
	must(t, err)
	spoil := func(tx *bbolt.Tx) error {
		for _, bucket := range facetBuckets {
			if err := indexOf(tx, bucket).Put(key("m1"), []byte("nonsense")); err != nil {
				return err
			}
		}
		return nil
	}
	seen := func(when string) {
		t.Helper()
		got, err := b.Meetings()
		must(t, err)
		same(t, "list "+when, got, list)
		now, err := b.Actions()
		must(t, err)
		same(t, "register "+when, now, actions)
	}
	sound := func(when string) {
		t.Helper()
		must(t, b.Close())
		report, err := Check(b.Path())
		must(t, err)
		if !report.Sound() {
			t.Errorf("%s: %v", when, report.Faults)
		}
	}
	must(t, b.Close())
	altered(t, b.Path(), spoil)
	b = reopened(t, b)
	seen("while it is spoilt")
	must(t, b.Commit(save(changed(t, m, m.Items[0].Entries[0].Text+" "), 1)))
	seen("after a save")
	sound("a save puts the index right")

	altered(t, b.Path(), func(tx *bbolt.Tx) error {
		return tx.Bucket(bucketMeta).Put(keyIndex, strconv.AppendInt(nil, indexFormat+1, 10))
	})
	altered(t, b.Path(), spoil)
	b = reopened(t, b)
	seen("of another layout")
	sound("opening renews an index of another layout")
}

func TestNewerBookIsRefusedAndLeftAlone(t *testing.T) {
	t.Parallel()
	for _, name := range [][]byte{keyFormat, keyMinWriter} {
		b := newBook(t)
		must(t, b.Commit(save(meeting("m1", "2026-05-04", 6), 0)))
		must(t, b.Close())
		altered(t, b.Path(), func(tx *bbolt.Tx) error { return tx.Bucket(bucketMeta).Put(name, []byte("999")) })
		before, err := os.ReadFile(b.Path())
		must(t, err)
		_, err = Open(b.Path(), testOptions())
		e := wants[*Newer](t, err)
		plain(t, e, "999", b.Path(), "newer version")
		_, err = Open(b.Path(), Options{ReadOnly: true})
		_, checked := Check(b.Path())
		restored := Restore(b.Path(), b.Path()+".restored")
		if string(name) == string(keyFormat) {
			fails[*Newer](t, err)
			fails[*Newer](t, checked)
			plain(t, wants[*Newer](t, restored), b.Path()+" ")
		} else if err != nil || checked != nil {
			t.Errorf("a book that may be read says %v, %v", err, checked)
		}
		after, err := os.ReadFile(b.Path())
		must(t, err)
		if !bytes.Equal(before, after) {
			t.Error("the book was changed")
		}
	}
}

func TestBookWithoutFormatIsDamaged(t *testing.T) {
	t.Parallel()
	for _, value := range []string{"", "one", "-1"} {
		b := newBook(t)
		must(t, b.Close())
		altered(t, b.Path(), func(tx *bbolt.Tx) error { return tx.Bucket(bucketMeta).Put(keyFormat, []byte(value)) })
		_, err := Open(b.Path(), testOptions())
		fails[*Damaged](t, err)
	}
}
