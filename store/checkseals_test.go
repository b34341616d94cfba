package store

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"go.etcd.io/bbolt"

	"minutebook/model"
)

// sealedBook is a closed book with three meetings of one body, of which the
// minutes are sealed.
func sealedBook(t *testing.T) *Book {
	t.Helper()
	b := newBook(t)
	must(t, b.Commit(model.Batch{Bodies: []model.Save[model.Body]{{Value: model.Body{ID: "trust", Name: "Harbour Trust"}}}}))
	for _, of := range []struct {
		id   string
		date model.Date
	}{{"m1", "2026-01-12"}, {"m2", "2026-02-09"}, {"m3", "2026-03-09"}} {
		m := model.Meeting{ID: model.ID(of.id), Rev: 1, BodyID: "trust", Body: "Harbour Trust", Date: of.date, State: model.Approved,
			Items: []model.Item{{ID: "i", Title: "Dredging", Entries: []model.Entry{{ID: "e", Kind: model.Paragraph, Text: "Silt."}}}}}
		must(t, b.Commit(save(m, 0)))
		seal(t, b, m)
	}
	must(t, b.Close())
	return b
}

// seal seals a kept meeting behind the last of its body.
func seal(t *testing.T, b *Book, m model.Meeting) {
	t.Helper()
	chain, err := b.Seals(m.BodyID)
	must(t, err)
	var last *model.Seal
	if n := len(chain); n > 0 {
		last = &chain[n-1]
	}
	sealed, s, err := model.SealMeeting(m, last, "2026-05-04T09:00:00Z")
	must(t, err)
	must(t, b.Commit(model.Batch{Meetings: []model.Save[model.Meeting]{{Base: m.Rev, Value: sealed}}, Seals: []model.Seal{s}}))
}

// recordsOf are the records of the sealed minutes and of their seals, by meeting.
func recordsOf(t *testing.T, b *Book) map[string][][]byte {
	t.Helper()
	all := map[string][][]byte{}
	db, err := bbolt.Open(b.Path(), 0o600, &bbolt.Options{ReadOnly: true})
	must(t, err)
	must(t, db.View(func(tx *bbolt.Tx) error {
		for n, id := range []string{"m1", "m2", "m3"} {
			all[id] = [][]byte{bytes.Clone(tx.Bucket(bucketMeetings).Get(key(id))), bytes.Clone(tx.Bucket(bucketSealed).Get(counted(under("trust"), n+1)))}
		}
		return nil
	}))
	must(t, db.Close())
	return all
}

func TestSealedBookIsSound(t *testing.T) {
	t.Parallel()
	b := sealedBook(t)
	report, err := Check(b.Path())
	must(t, err)
	if !report.Sound() {
		t.Errorf("faults: %v", report.Faults)
	}
}

// Whatever byte of sealed minutes, or of a seal, is another, check names the
// meeting.
func TestEveryFlippedByteOfWhatIsSealedIsFound(t *testing.T) {
	t.Parallel()
	b := sealedBook(t)
	data, err := os.ReadFile(b.Path())
	must(t, err)
	for id, records := range recordsOf(t, b) {
		for kind, record := range records {
			if len(record) == 0 || !bytes.Contains(data, record) {
				t.Fatalf("record %d of %s is not in the file", kind, id)
			}
			step := 13 // every byte of one meeting, some of the others
			if id == "m2" {
				step = 1
			}
			for i := 0; i < len(record); i += step {
				flipped := bytes.Clone(record)
				flipped[i] ^= 1 << (i % 8)
				must(t, os.WriteFile(b.Path(), bytes.ReplaceAll(data, record, flipped), 0o600))
				report, err := Check(b.Path())
				must(t, err)
				if !names(report, id) {
					t.Fatalf("byte %d of record %d of %s: %v", i, kind, id, report.Faults)
				}
			}
		}
	}
}

// names says whether a fault is about sealed minutes of a meeting.
func names(r Report, id string) bool {
	for _, f := range r.Faults {
		if f.ID == model.ID(id) && strings.Contains(f.String(), "meeting "+id+" (Harbour Trust, ") {
			return true
		}
	}
	return false
}

func TestCheckFindsSealsThatDoNotFit(t *testing.T) {
	t.Parallel()
	at := func(n int) []byte { return counted(under("trust"), n) }
	read := func(tx *bbolt.Tx, n int) (s model.Seal) {
		_ = atSealed.decode(at(n), tx.Bucket(bucketSealed).Get(at(n)), &s)
		return s
	}
	write := func(tx *bbolt.Tx, n int, s model.Seal) error {
		body, err := json.Marshal(s)
		if err != nil {
			return err
		}
		return tx.Bucket(bucketSealed).Put(at(n), atSealed.seal(at(n), 0, body))
	}
	rewrite := func(tx *bbolt.Tx, id string, change func(*model.Meeting)) error {
		var m model.Meeting
		meetings, k := tx.Bucket(bucketMeetings), key(id)
		if err := atMeetings.decode(k, meetings.Get(k), &m); err != nil {
			return err
		}
		change(&m)
		body, err := json.Marshal(m)
		if err != nil {
			return err
		}
		return meetings.Put(k, atMeetings.seal(k, m.Rev, body))
	}
	for name, c := range map[string]struct {
		spoil func(tx *bbolt.Tx) error
		says  []string
	}{
		"two seals change places": {func(tx *bbolt.Tx) error {
			one, two := read(tx, 1), read(tx, 2)
			if err := write(tx, 1, two); err != nil {
				return err
			}
			return write(tx, 2, one)
		}, []string{"m1 (Harbour Trust, 12 January 2026): its seal stands in the place of another", "m2 (Harbour Trust, 9 February 2026): its seal stands in the place of another"}},
		"two records change places": {func(tx *bbolt.Tx) error {
			sealed := tx.Bucket(bucketSealed)
			one, two := bytes.Clone(sealed.Get(at(1))), bytes.Clone(sealed.Get(at(2)))
			if err := sealed.Put(at(1), two); err != nil {
				return err
			}
			return sealed.Put(at(2), one)
		}, []string{"m1 (Harbour Trust, 12 January 2026): its seal is damaged", "m2 (Harbour Trust, 9 February 2026): its seal is damaged"}},
		"the last seal is gone": {func(tx *bbolt.Tx) error { return tx.Bucket(bucketSealed).Delete(at(3)) },
			[]string{"m3 (Harbour Trust, 9 March 2026): it is sealed, but its seal is gone"}},
		"the first seal is gone": {func(tx *bbolt.Tx) error { return tx.Bucket(bucketSealed).Delete(at(1)) },
			[]string{"m1 (Harbour Trust, 12 January 2026): it is sealed, but its seal is gone", "m2 (Harbour Trust, 9 February 2026): a seal before its own is gone"}},
		"another seal is sealed in": {func(tx *bbolt.Tx) error {
			s := read(tx, 2)
			s.Canonical = bytes.Replace(s.Canonical, []byte("Silt."), []byte("Sand."), 1)
			return write(tx, 2, s)
		}, []string{"m2 (Harbour Trust, 9 February 2026): its seal does not fit"}},
		"a seal that follows nothing": {func(tx *bbolt.Tx) error {
			s := read(tx, 2)
			s.Before = ""
			return write(tx, 2, s)
		}, []string{"m2 (Harbour Trust, 9 February 2026): its seal does not follow"}},
		"a meeting sealed twice": {func(tx *bbolt.Tx) error {
			s := read(tx, 3)
			s.N = 4
			return write(tx, 4, s)
		}, []string{"m3 (Harbour Trust, 9 March 2026): it is sealed twice"}},
		"words written past the program": {func(tx *bbolt.Tx) error {
			return rewrite(tx, "m2", func(m *model.Meeting) { m.Items[0].Entries[0].Text = "Sand." })
		}, []string{"m2 (Harbour Trust, 9 February 2026): its minutes are not as they were sealed"}},
		"a mark taken off": {func(tx *bbolt.Tx) error { return rewrite(tx, "m2", func(m *model.Meeting) { m.Seal = nil }) },
			[]string{"m2 (Harbour Trust, 9 February 2026): its minutes do not have the seal"}},
		"minutes taken out": {func(tx *bbolt.Tx) error { return tx.Bucket(bucketMeetings).Delete(key("m2")) },
			[]string{"m2 (Harbour Trust, 9 February 2026): it is sealed, but its minutes are gone"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b := sealedBook(t)
			altered(t, b.Path(), c.spoil)
			report, err := Check(b.Path())
			must(t, err)
			var said []string
			for _, f := range report.Faults {
				said = append(said, f.String())
			}
			for _, want := range c.says {
				if !strings.Contains(strings.Join(said, "\n"), "sealed minutes of meeting "+want) {
					t.Errorf("faults are %q, want %q", said, want)
				}
			}
		})
	}
}

func TestBookLeavesSealedMinutesAlone(t *testing.T) {
	t.Parallel()
	b := reopened(t, sealedBook(t))
	m, err := b.Meeting("m2")
	must(t, err)
	for name, change := range map[string]func(*model.Meeting){
		"words": func(m *model.Meeting) { m.Items[0].Entries[0].Text = "Sand." },
		"state": func(m *model.Meeting) { m.State = model.Draft },
		"mark":  func(m *model.Meeting) { m.Seal = nil },
	} {
		next := m.Clone()
		next.Rev++
		change(&next)
		if e := wants[*model.Sealed](t, b.Commit(save(next, m.Rev))); e.Meeting != "m2" {
			t.Errorf("%s: %+v", name, e)
		}
	}
	tight, _, err := m.With(model.RestrictEntry{ID: "e", Restriction: &model.Restriction{Reason: "price"}})
	must(t, err)
	must(t, b.Commit(save(tight, m.Rev)))
	loose := m.Clone()
	loose.Rev = tight.Rev + 1
	fails[*model.Sealed](t, b.Commit(save(loose, tight.Rev)))
	must(t, b.Close())
	report, err := Check(b.Path())
	must(t, err)
	if !report.Sound() {
		t.Errorf("after tightening: %v", report.Faults)
	}
}

// What was circulated can be had from the book as long as the book is kept: the
// file itself, though approval lets the earlier revisions go.
func TestCirculatedFileOutlivesApproval(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	m := meeting("m1", "2026-05-04", 4)
	m.State = model.Draft
	must(t, b.Commit(save(m, 0)))
	file := model.NewFile("minutes.docx", []byte("as sent"))
	sent, _, err := m.With(model.Circulate{Circulation: model.Circulation{On: "2026-05-05", Rev: m.Rev, Name: file.Name, SHA256: file.SHA256}})
	must(t, err)
	batch := save(sent, m.Rev)
	batch.Files = []model.File{file}
	must(t, b.Commit(batch))
	if old, err := b.Revision("m1", sent.Circulated[0].Rev); err != nil || old.State != model.Draft {
		t.Errorf("the revision sent: %s %v", old.State, err)
	}
	back, _, err := sent.With(model.SetState{State: model.Draft})
	must(t, err)
	must(t, b.Commit(save(back, sent.Rev)))
	again, _, err := back.With(model.Circulate{Circulation: model.Circulation{On: "2026-05-06", Rev: back.Rev}})
	must(t, err)
	must(t, b.Commit(save(again, back.Rev)))
	passed, _, err := again.With(model.Pass{Passed: model.Passed{On: "2026-06-01"}})
	must(t, err)
	must(t, b.Commit(save(passed, again.Rev)))
	if list, err := b.Revisions("m1"); err != nil || len(list) != 0 {
		t.Errorf("revisions after approval: %v %v", list, err)
	}
	kept, err := b.File(passed.Circulated[0].SHA256)
	must(t, err)
	if string(kept.Data) != "as sent" || kept.Name != "minutes.docx" {
		t.Errorf("the file: %+v", kept)
	}
}
