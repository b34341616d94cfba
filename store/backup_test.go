package store

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"minutebook/model"
)

func TestBackupAndRestore(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	m := meeting("m1", "2026-05-04", 8)
	m.Items[0].Entries[0].Text = "A word that nobody is to see: barnaclegate."
	must(t, b.Commit(save(m, 0)))
	// What was said is said otherwise until its revision is thinned out.
	for rev := 2; rev <= 2*tail+4; rev++ {
		m = changed(t, m, fmt.Sprintf("Said in other words, %d.", rev))
		must(t, b.Commit(save(m, rev-1)))
	}
	m2 := m.Clone()
	m2.Rev, m2.State = m.Rev+1, model.Approved
	must(t, b.Commit(save(m2, m.Rev)))

	folder := t.TempDir()
	backup := filepath.Join(folder, "monday.mb")
	must(t, b.Backup(backup))
	must(t, b.Backup(backup)) // over its own earlier one
	data, err := os.ReadFile(backup)
	must(t, err)
	if bytes.Contains(data, []byte("barnaclegate")) {
		t.Error("the backup still holds what was taken out")
	}
	left, err := os.ReadDir(folder)
	must(t, err)
	if len(left) != 1 {
		t.Errorf("beside the backup there are %v", left)
	}

	again := filepath.Join(t.TempDir(), "new", "book.mb")
	must(t, Restore(backup, again))
	restored, err := Open(again, testOptions())
	must(t, err)
	defer func() { must(t, restored.Close()) }()
	got, err := restored.Meeting("m1")
	must(t, err)
	same(t, "restored meeting", got, m2)
	must(t, restored.Commit(save(meeting("m2", "2026-05-05", 2), 0)))
	plain(t, wants[*Exists](t, Restore(backup, again)), again)
}

func TestBackupReplacesOnlyABackup(t *testing.T) {
	t.Parallel()
	b, other := newBook(t), newBook(t)
	o := testOptions()
	o.NewID = func() model.ID { return "another book" }
	third, err := Create(filepath.Join(t.TempDir(), "third.mb"), o)
	must(t, err)
	must(t, third.Close())
	must(t, other.Close())
	letter := filepath.Join(t.TempDir(), "letter.txt")
	must(t, os.WriteFile(letter, []byte("Dear Trust"), 0o600))
	for _, path := range []string{b.Path(), letter, t.TempDir(), third.Path()} {
		before, _ := os.ReadFile(path)
		plain(t, wants[*NotBackup](t, b.Backup(path)), path)
		if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
			t.Errorf("%s was changed", path)
		}
	}
}

func TestRestoreRefusesWhatIsNotSound(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	must(t, b.Commit(save(changed(t, meeting("m1", "2026-05-04", 4), "Eelgrass."), 0)))
	backup := filepath.Join(t.TempDir(), "b.mb")
	must(t, b.Backup(backup))
	data, err := os.ReadFile(backup)
	must(t, err)
	must(t, os.WriteFile(backup, bytes.ReplaceAll(data, []byte("Eelgrass"), []byte("Eelgrasp")), 0o600))
	to := filepath.Join(t.TempDir(), "book.mb")
	e := wants[*Damaged](t, Restore(backup, to))
	plain(t, e, backup, "meeting m1")
	if strings.Contains(e.Error(), ".new") {
		t.Errorf("%q names a file that the clerk does not know", e)
	}
	if left, _ := os.ReadDir(filepath.Dir(to)); len(left) != 0 {
		t.Errorf("restoring left %v", left)
	}
	fails[*Absent](t, Restore(backup+"x", to))
}

func TestRevisionsAreThinned(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	m := meeting("m1", "2026-05-04", 4)
	must(t, b.Commit(save(m, 0)))
	for range 229 {
		next := changed(t, m, fmt.Sprintf("Revision %d.", m.Rev+1))
		must(t, b.Commit(save(next, m.Rev)))
		m = next
	}
	kept, err := b.Revisions("m1")
	must(t, err)
	var revs []int
	for _, r := range kept {
		revs = append(revs, r.Rev)
	}
	if len(revs) > tail+230/block+1 || revs[len(revs)-1] != 229 || revs[len(revs)-tail] != 230-tail || revs[0] >= block {
		t.Errorf("revisions are %v", revs)
	}
	for _, rev := range revs {
		old, err := b.Revision("m1", rev)
		must(t, err)
		if old.Rev != rev || rev > 1 && old.Items[0].Entries[0].Text != fmt.Sprintf("Revision %d.", rev) {
			t.Errorf("revision %d says %q", rev, old.Items[0].Entries[0].Text)
		}
	}
	if _, err := b.Revision("m1", 1000); err == nil {
		t.Error("there is a revision that never was")
	}
}

// The minutes as they were when they were circulated stay, however often they
// are changed afterwards.
func TestLastRevisionsOfAStateStay(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	m := meeting("m1", "2026-05-04", 4)
	must(t, b.Commit(save(m, 0)))
	states := map[int]model.State{61: model.Draft, 78: model.Circulated}
	for m.Rev < 300 {
		next := changed(t, m, fmt.Sprintf("Revision %d.", m.Rev+1))
		if state, ok := states[next.Rev]; ok {
			next.State = state
		}
		must(t, b.Commit(save(next, m.Rev)))
		m = next
	}
	kept, err := b.Revisions("m1")
	must(t, err)
	for rev := range states {
		if !slices.ContainsFunc(kept, func(r model.Revision) bool { return r.Rev == rev-1 && r.Until != "" }) {
			t.Errorf("of %v revision %d, the last before the state changed, is gone", kept, rev-1)
		}
		if old, err := b.Revision("m1", rev-1); err != nil || old.State == states[rev] {
			t.Errorf("revision %d is %s: %v", rev-1, old.State, err)
		}
	}
	if most := tail + 300/block + 1 + len(states); len(kept) > most {
		t.Errorf("%d revisions are kept, more than %d", len(kept), most)
	}
}

// A revision knows when another took its place, and one that a program kept
// which did not note that says so.
func TestRevisionsKnowTheirTime(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	m := meeting("m1", "2026-05-04", 1)
	must(t, b.Commit(save(m, 0)))
	for _, hour := range []int{10, 11} {
		b.options.Now = func() time.Time { return time.Date(2026, time.May, 4, hour, 0, 0, 0, time.UTC) }
		next := changed(t, m, fmt.Sprint("At ", hour))
		must(t, b.Commit(save(next, m.Rev)))
		m = next
	}
	must(t, b.update(func(tx *bbolt.Tx) error {
		revisions, k := tx.Bucket(bucketRevisions), counted(under("m1"), 1)
		packed := bytes.Clone(revisions.Get(k))
		return revisions.Put(k, packed[:len(packed)-len(model.Stamp(time.Time{}))])
	}))
	kept, err := b.Revisions("m1")
	must(t, err)
	want := []model.Revision{{Rev: 1}, {Rev: 2, Until: "2026-05-04T11:00:00.000000000Z"}}
	if !slices.Equal(kept, want) {
		t.Errorf("the revisions are %v", kept)
	}
	for _, r := range kept {
		if old, err := b.Revision("m1", r.Rev); err != nil || old.Rev != r.Rev {
			t.Errorf("revision %d: %v", r.Rev, err)
		}
	}
	must(t, b.Close())
	if report, err := Check(b.Path()); err != nil || !report.Sound() {
		t.Errorf("%v, %v", report, err)
	}
}

// A backup to a disk that is not plugged in is not written somewhere else.
func TestBackupMakesNoFolder(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	folder := filepath.Join(t.TempDir(), "disk")
	var none *NoFolder
	if err := b.Backup(filepath.Join(folder, "book.mb")); !errors.As(err, &none) {
		t.Errorf("a backup to no folder: %v", err)
	}
	if _, err := os.Stat(folder); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the folder was made: %v", err)
	}
}
