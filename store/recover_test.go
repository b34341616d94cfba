package store

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go.etcd.io/bbolt"

	"minutebook/model"
)

// officeBook is a closed book with something of everything, and what was put
// into it.
func officeBook(t testing.TB) (path string, held []model.Meeting) {
	t.Helper()
	b := newBook(t)
	must(t, b.Commit(model.Batch{
		Bodies: []model.Save[model.Body]{{Value: model.Body{ID: "b1", Name: "Harbour Trust"}}},
		People: []model.Save[model.Person]{{Value: model.Person{ID: "p1", Name: "Zo\u00eb Quay"}}, {Value: model.Person{ID: "p2", Name: "Ann Eel"}}},
	}))
	for i := range 12 {
		m := meeting(fmt.Sprintf("m%d", i), model.Date("2026-05-04").AddDays(i), 8+i*5)
		must(t, b.Commit(save(m, 0)))
		for n := range i % 4 {
			next := changed(t, m, fmt.Sprintf("The Trust heard otherwise, for the %d. time.", n+1))
			must(t, b.Commit(save(next, m.Rev)))
			m = next
		}
		must(t, b.Commit(model.Batch{Events: []model.Event{
			{Meeting: m.ID, Action: m.ID + "-e1", State: model.InProgress, On: "2026-06-01"},
			{Meeting: m.ID, Action: m.ID + "-e1", State: model.Complete, On: "2026-07-01"},
		}}))
		held = append(held, m)
	}
	must(t, b.KeepUnfinished(model.Unfinished{Meeting: "m3", Text: "half a"}))
	must(t, b.Close())
	return b.Path(), held
}

// rescued recovers a book of these bytes, checks the new book, and sees that
// nothing was written to the damaged one.
func rescued(t testing.TB, data []byte) (*Book, Rescue, error) {
	t.Helper()
	from := filepath.Join(t.TempDir(), "damaged.mb")
	must(t, os.WriteFile(from, data, 0o600))
	to := filepath.Join(filepath.Dir(from), "new", "rescued.mb")
	rescue, err := Recover(from, to, testOptions())
	after, readErr := os.ReadFile(from)
	must(t, readErr)
	if !bytes.Equal(after, data) {
		t.Fatal("the damaged book was written to")
	}
	if err != nil {
		if _, there := os.Lstat(to); there == nil {
			t.Fatalf("there is a new book beside the error %v", err)
		}
		return nil, rescue, err
	}
	report, err := Check(to)
	must(t, err)
	if !report.Sound() {
		t.Fatalf("the new book is not sound: %v", report.Faults)
	}
	if rescue.Meetings != report.Meetings || rescue.Bodies != report.Bodies || rescue.People != report.People || rescue.Events != report.Events {
		t.Errorf("%+v was rescued, and the new book has %+v", rescue, report)
	}
	b, err := Open(to, testOptions())
	must(t, err)
	t.Cleanup(func() { _ = b.Close() })
	return b, rescue, nil
}

// content is every record of an open book, the index left out.
func content(t testing.TB, b *Book) records {
	t.Helper()
	all := records{}
	must(t, b.view(func(tx *bbolt.Tx) error {
		for _, at := range []place{atBodies, atPeople, atStyles, atClerk, atMeetings, atDrafts, atRevisions, atLedger} {
			if err := at.in(tx).ForEach(func(k, v []byte) error {
				all.add(at.path(), string(k), v)
				return nil
			}); err != nil {
				return err
			}
		}
		return nil
	}))
	return all
}

// contentAt is content of the closed book at path.
func contentAt(t testing.TB, path string) records {
	t.Helper()
	b, err := Open(path, Options{ReadOnly: true})
	must(t, err)
	defer func() { must(t, b.Close()) }()
	return content(t, b)
}

func TestRecoverTakesAllOfASoundBook(t *testing.T) {
	t.Parallel()
	path, held := officeBook(t)
	data, err := os.ReadFile(path)
	must(t, err)
	b, rescue, err := rescued(t, data)
	must(t, err)
	if len(rescue.Lost) > 0 {
		t.Errorf("lost: %v", rescue.Lost)
	}
	want := Rescue{From: rescue.From, To: rescue.To, Bodies: 1, People: 2, Meetings: 12, Events: 24, Revisions: 18, Unfinished: 1}
	same(t, "rescue", rescue, want)
	same(t, "content", content(t, b), contentAt(t, path))
	for _, m := range held {
		got, err := b.Meeting(m.ID)
		must(t, err)
		same(t, string(m.ID), got, m)
	}
	actions, err := b.Actions()
	must(t, err)
	if len(actions) == 0 || actions[0].State != model.Complete {
		t.Errorf("the register is %+v", actions)
	}
	next := changed(t, held[0], "Written in the new book.")
	must(t, b.Commit(save(next, held[0].Rev)))
}

func TestRecoverRefusesToReplaceAFile(t *testing.T) {
	t.Parallel()
	path, _ := officeBook(t)
	other := filepath.Join(t.TempDir(), "other.mb")
	must(t, os.WriteFile(other, []byte("mine"), 0o600))
	for _, to := range []string{other, path} {
		_, err := Recover(path, to, testOptions())
		plain(t, wants[*Exists](t, err), to)
	}
	_, err := Recover(path+".none", other+".new", testOptions())
	fails[*Absent](t, err)
	if data, err := os.ReadFile(other); err != nil || string(data) != "mine" {
		t.Errorf("the file that was there is %q, %v", data, err)
	}
}

func TestRecoverLeavesABookThatIsInUse(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	_, err := Recover(b.Path(), b.Path()+".new", testOptions())
	fails[*Locked](t, err)
}

func TestRecoverRefusesANewerBook(t *testing.T) {
	t.Parallel()
	path, _ := officeBook(t)
	altered(t, path, func(tx *bbolt.Tx) error { return tx.Bucket(bucketMeta).Put(keyFormat, []byte("999")) })
	_, err := Recover(path, path+".new", testOptions())
	fails[*Newer](t, err)
}

func TestRecoverGivesWhatItCannotReadAName(t *testing.T) {
	t.Parallel()
	path, held := officeBook(t)
	altered(t, path, func(tx *bbolt.Tx) error {
		spoil := func(at place, k []byte) error {
			record := bytes.Clone(at.in(tx).Get(k))
			record[len(record)-3] ^= 1
			return at.in(tx).Put(k, record)
		}
		for _, err := range []error{
			spoil(atMeetings, key("m3")), spoil(atMeetings, key("m4")), spoil(atPeople, key("p2")),
			spoil(atLedger, counted(under("m5", "m5-e1"), 1)), spoil(atDrafts, key("m3")),
			tx.Bucket(bucketRevisions).Put(counted(under("m3"), 3), []byte("no")),
			indexOf(tx, bucketList).Put(key("m5"), []byte("no")),
		} {
			must(t, err)
		}
		return nil
	})
	// What is free may still hold what was there before: that is another test.
	emptied := filepath.Join(t.TempDir(), "emptied.mb")
	db, err := bbolt.Open(path, 0o600, nil)
	must(t, err)
	to, err := bbolt.Open(emptied, 0o600, nil)
	must(t, err)
	must(t, bbolt.Compact(to, db, 0))
	must(t, to.Close())
	must(t, db.Close())
	data, err := os.ReadFile(emptied)
	must(t, err)
	b, rescue, err := rescued(t, data)
	must(t, err)
	var lost []string
	for _, f := range rescue.Lost {
		lost = append(lost, f.String())
	}
	all := strings.Join(lost, "\n")
	for _, says := range []string{
		"meeting m3 (Harbour Trust, 7 May 2026): its record cannot be read; it came over as it was at revision 2",
		"meeting m4 (Harbour Trust, 8 May 2026): its record cannot be read, and no earlier form of it was found",
		"person p2: ", "history of an action of meeting m5 (Harbour Trust, 9 May 2026): ", "unfinished words of meeting m3 (Harbour Trust, 7 May 2026): ",
		"earlier revision of meeting m3 (Harbour Trust, 7 May 2026): ",
	} {
		if !strings.Contains(all, says) {
			t.Errorf("%q is not named in\n%s", says, all)
		}
	}
	if len(lost) != 6 || rescue.Meetings != len(held)-1 || rescue.People != 1 {
		t.Errorf("%+v", rescue)
	}
	m, err := b.Meeting("m3")
	must(t, err)
	if m.Rev != 2 || !strings.Contains(m.Items[0].Entries[0].Text, "for the 1. time") {
		t.Errorf("m3 is at revision %d: %s", m.Rev, m.Items[0].Entries[0].Text)
	}
	revs, err := b.Revisions("m3")
	must(t, err)
	same(t, "revisions of m3", revs, []model.Revision{{Rev: 1, Until: model.Stamp(b.options.Now())}})
}

func TestRecoverFollowsTheOlderRoot(t *testing.T) {
	t.Parallel()
	path, held := officeBook(t)
	data, err := os.ReadFile(path)
	must(t, err)
	roots := metas(bytes.NewReader(data))
	if len(roots) != 2 {
		t.Fatalf("%d roots", len(roots))
	}
	clear(data[int64(roots[0].root)*roots[0].pageSize:][:64]) // the newer leads nowhere
	b, rescue, err := rescued(t, data)
	must(t, err)
	if rescue.Meetings != len(held) || rescue.Revisions != 18 || rescue.Bodies != 1 || rescue.People != 2 {
		t.Errorf("%+v", rescue)
	}
	if len(rescue.Lost) == 0 {
		t.Error("nothing is said of the page that cannot be read")
	}
	for _, m := range held {
		got, err := b.Meeting(m.ID)
		must(t, err)
		same(t, string(m.ID), got, m)
	}
}

func TestRecoverFindsRecordsThatNothingLeadsTo(t *testing.T) {
	t.Parallel()
	path, held := officeBook(t)
	data, err := os.ReadFile(path)
	must(t, err)
	clear(data[:2*os.Getpagesize()])
	b, rescue, err := rescued(t, data)
	must(t, err)
	if rescue.Bodies != 1 || rescue.People != 2 || rescue.Events != 24 || len(rescue.Lost) == 0 {
		t.Errorf("%+v", rescue)
	}
	for _, m := range held {
		got, err := b.Meeting(m.ID)
		must(t, err)
		same(t, string(m.ID), got, m)
	}
}

func TestRecoverMakesNothingOfNothing(t *testing.T) {
	t.Parallel()
	path, _ := officeBook(t)
	data, err := os.ReadFile(path)
	must(t, err)
	var noise []byte
	for n := chance(1); len(noise) < 100_000; {
		noise = binary.LittleEndian.AppendUint64(noise, uint64(n.below(1<<60)))
	}
	for _, data := range [][]byte{nil, data[:2*os.Getpagesize()], noise} {
		_, _, err := rescued(t, data)
		plain(t, wants[*Unreadable](t, err), "can be read", "damaged.mb", "backup")
	}
}

// What a page no longer says that it holds comes over all the same.
func TestRecoverTakesWhatAPageHides(t *testing.T) {
	t.Parallel()
	path, _ := officeBook(t)
	data, err := os.ReadFile(path)
	must(t, err)
	was := contentAt(t, path)
	for at, page := 0, os.Getpagesize(); at < len(data); at += page {
		if data[at+8] != flagLeaf || binary.LittleEndian.Uint16(data[at+10:]) < 2 || !bytes.Contains(data[at:min(at+page, len(data))], []byte(`"state":`)) {
			continue
		}
		spoilt := bytes.Clone(data)
		binary.LittleEndian.PutUint16(spoilt[at+10:], binary.LittleEndian.Uint16(data[at+10:])-1)
		b, rescue, err := rescued(t, spoilt)
		must(t, err)
		now := content(t, b)
		must(t, b.Close())
		var c tally
		if missing := c.count(t, was, now, spoilt); missing > 0 && len(rescue.Lost) == 0 {
			t.Errorf("page %d: %d records are missing, and none is named", at/page, missing)
		}
	}
}

// damage spoils a copy of data in one of several ways.
func damage(rng *chance, data []byte) []byte {
	page := os.Getpagesize()
	spoilt := bytes.Clone(data)
	switch rng.below(5) {
	case 0:
		return spoilt[:rng.below(len(data))]
	case 1: // a page of nothing
		at := rng.below(len(data)/page) * page
		clear(spoilt[at : at+page])
	case 2: // where the pages say what they hold
		for range 1 + rng.below(4) {
			spoilt[rng.below(len(data)/page)*page+rng.below(96)] ^= 1 << rng.below(8)
		}
	default:
		for range 1 + rng.below(12) {
			spoilt[rng.below(len(data))] ^= 1 << rng.below(8)
		}
	}
	return spoilt
}

// tally counts the records that were, those of them that stand whole in the
// damaged file, and those that came over as they were.
type tally struct{ all, intact, came int }

// count compares what was in a book with what is in the one made from the
// damaged file. What stands in the file must be there.
func (c *tally) count(t *testing.T, was, now records, spoilt []byte) (missing int) {
	t.Helper()
	for _, at := range []place{atBodies, atPeople, atMeetings, atLedger} {
		for k, record := range was[at.path()] {
			c.all++
			is := bytes.Equal(now[at.path()][k], record)
			if is {
				c.came++
			} else {
				missing++
			}
			if bytes.Contains(spoilt, record) {
				c.intact++
				if !is {
					t.Errorf("the %s %q stands in the file and did not come over", at.kind, k)
				}
			}
		}
	}
	return missing
}

// Whatever is wrong with a book, each of its records that still stands in the
// file is in the new book, none in another form than it ever had, and what is
// missing is named.
func TestRecoverTakesWhatIsSound(t *testing.T) {
	t.Parallel()
	path, held := officeBook(t)
	data, err := os.ReadFile(path)
	must(t, err)
	was := contentAt(t, path)
	revs := map[string]int{}
	for _, m := range held {
		revs[string(m.ID)] = m.Rev
	}
	rng, books, whole := chance(7), 0, 0
	var c tally
	for n := range 200 {
		spoilt := damage(&rng, data)
		b, rescue, err := rescued(t, spoilt)
		if err != nil {
			c.count(t, was, nil, spoilt)
			continue
		}
		books++
		now := content(t, b)
		must(t, b.Close())
		for k, record := range now[atMeetings.path()] {
			if rev, ok := atMeetings.sound([]byte(k), record); !ok || rev < 1 || rev > revs[k] {
				t.Errorf("book %d: meeting %s has a revision %d that never was", n, k, rev)
			}
		}
		switch missing := c.count(t, was, now, spoilt); {
		case missing == 0:
			whole++
		case len(rescue.Lost) == 0:
			t.Errorf("book %d: %d records are missing, and none is named", n, missing)
		}
	}
	t.Logf("of 200 damaged books %d gave a new one, %d with every record as it was last; of %d records %.2f%% came over so, and %.2f%% stood whole in the file",
		books, whole, c.all, 100*float64(c.came)/float64(c.all), 100*float64(c.intact)/float64(c.all))
	if c.came < c.all*8/10 {
		t.Errorf("only %d of %d records came over", c.came, c.all)
	}
}
