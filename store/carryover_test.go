package store

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"go.etcd.io/bbolt"
	"pgregory.net/rapid"

	"minutebook/model"
	"minutebook/model/archive"
)

// archived is an archive of a book.
func archived(t tester, b *Book) []byte {
	t.Helper()
	var data bytes.Buffer
	w := archive.NewWriter(&data, "2026-05-04T10:00:00Z", "a test", false)
	must(t, b.AllRecords(func(r model.Record) error { return w.Record(r, r.Key[0]) }))
	must(t, w.Close())
	return data.Bytes()
}

// TestArchiveThenUnarchiveIsIdentical takes random books through archives into
// others, and compares them record by record.
func TestArchiveThenUnarchiveIsIdentical(t *testing.T) {
	t.Parallel()
	folder, n := t.TempDir(), 0
	rapid.Check(t, func(t *rapid.T) {
		n++
		x := newMachine(t, filepath.Join(folder, fmt.Sprint(n)))
		steps := []func(*rapid.T){x.saveMeeting, x.saveMeeting, x.saveBody, x.keepTyped, x.saveRest}
		for range rapid.IntRange(0, 8).Draw(t, "steps") {
			rapid.SampledFrom(steps).Draw(t, "step")(t)
		}
		for _, m := range x.meetings {
			if len(m.Actions()) > 0 {
				x.eventOf(t, m)
			}
		}
		path := filepath.Join(folder, fmt.Sprint(n), "new.mb")
		if rapid.Bool().Draw(t, "into an empty one") {
			empty, err := Create(path, testOptions())
			must(t, errors.Join(err, empty.Close()))
		}
		data := archived(t, x.book)
		r, err := archive.Open(bytes.NewReader(data), int64(len(data)))
		must(t, err)
		must(t, r.Check())
		must(t, Fill(path, testOptions(), r.Records))
		report, err := checkFile(path)
		must(t, err)
		if !report.Sound() {
			t.Fatalf("the new book is not sound: %v", report.Faults)
		}
		must(t, x.book.Close())
		renewed(t, x.path)
		renewed(t, path)
		want, errW := dumpOf(x.path)
		got, errG := dumpOf(path)
		must(t, errors.Join(errW, errG))
		same(t, "records", got, want)
	})
}

// renewed has a book index its meetings anew: the numbers of words in an index
// are those of the order in which they came, which no archive tells.
func renewed(t tester, path string) {
	t.Helper()
	b, err := Open(path, testOptions())
	must(t, err)
	must(t, b.update(func(tx *bbolt.Tx) error { return tx.Bucket(bucketMeta).Delete(keyIndex) }))
	must(t, b.renewIndex())
	must(t, b.Close())
}

// eventOf keeps an event of some action of a meeting.
func (x *machine) eventOf(t *rapid.T, m model.Meeting) {
	a := rapid.SampledFrom(m.Actions()).Draw(t, "action")
	must(t, x.book.Commit(model.Batch{Events: []model.Event{{Meeting: m.ID, Action: a.ID, State: model.Complete, Note: someWords.Draw(t, "note")}}}))
}

// saveRest keeps something of all that the machine has else nothing of.
func (x *machine) saveRest(t *rapid.T) {
	words := someWords.Draw(t, "words")
	must(t, x.book.KeepClerk(model.Clerk{Words: []string{words}}))
	must(t, x.book.KeepWritten(model.WroteFile("/home/"+rapid.SampledFrom([]string{"a", "b"}).Draw(t, "file"), []byte(words), "2026-05-04T10:00:00Z")))
	must(t, x.book.Commit(model.Batch{Files: []model.File{model.NewFile("minutes.docx", []byte(words))}}))
	seals, err := x.book.Seals("b")
	must(t, err)
	var last *model.Seal
	if len(seals) > 0 {
		last = &seals[len(seals)-1]
	}
	sealed, seal, err := model.SealMeeting(model.Meeting{ID: model.ID(fmt.Sprint("sealed-", len(seals))), BodyID: "b", Body: "Net Loft", Date: "2026-05-04", State: model.Approved}, last, "2026-05-04T10:00:00Z")
	must(t, err)
	must(t, x.book.Commit(model.Batch{Meetings: []model.Save[model.Meeting]{{Value: sealed}}, Seals: []model.Seal{seal}}))
	people, err := x.book.People()
	must(t, err)
	id := model.ID(fmt.Sprint("p", len(people)))
	must(t, x.book.Commit(model.Batch{People: []model.Save[model.Person]{{Value: model.Person{ID: id, Name: "Zo\u00eb"}}}}))
}

func TestFillLeavesABookThatHoldsSomething(t *testing.T) {
	t.Parallel()
	b, from := newBook(t), newBook(t)
	must(t, from.Commit(save(meeting("m1", "2026-05-04", 3), 0)))
	must(t, b.KeepClerk(model.Clerk{Words: []string{"pilotage"}}))
	must(t, b.Close())
	before, err := os.ReadFile(b.Path())
	must(t, err)
	plain(t, wants[*NotEmpty](t, Fill(b.Path(), testOptions(), from.AllRecords)), b.Path())
	after, err := os.ReadFile(b.Path())
	must(t, err)
	if string(before) != string(after) {
		t.Error("the book was changed")
	}
}

func TestFillKeepsNothingOfWhatIsWrong(t *testing.T) {
	t.Parallel()
	good := model.Record{In: model.InPeople, Key: []string{"p1"}, Body: []byte(`{"id":"p1","name":"Zo\u00eb"}`)}
	for name, bad := range map[string]model.Record{
		"another's key":    {In: model.InPeople, Key: []string{"p2"}, Body: good.Body},
		"no key":           {In: model.InPeople, Body: good.Body},
		"no JSON":          {In: model.InPeople, Key: []string{"p1"}, Body: []byte(`{`)},
		"no such records":  {In: "index", Key: []string{"p1"}, Body: good.Body},
		"a file's sum":     {In: model.InFiles, Key: []string{"abc"}, Body: []byte(`{"sha256":"abc","name":"a.docx","data":""}`)},
		"another revision": {In: model.InMeetings, Key: []string{"m1"}, Rev: 3, Body: []byte(`{"id":"m1","rev":2,"body":"","date":"2026-05-04","state":"live"}`)},
		"a seal not first": {In: model.InSealed, Key: []string{"b", "one"}, Body: []byte(`{"body":"b","n":1}`)},
	} {
		path := filepath.Join(t.TempDir(), "book.mb")
		err := Fill(path, testOptions(), func(visit func(model.Record) error) error {
			return errors.Join(visit(good), visit(bad))
		})
		fails[*model.Invalid](t, err)
		if left, _ := os.ReadDir(filepath.Dir(path)); len(left) > 0 {
			t.Errorf("%s left %v", name, left)
		}
	}
	path := filepath.Join(t.TempDir(), "book.mb")
	broken := errors.New("the archive ends")
	if err := Fill(path, testOptions(), func(func(model.Record) error) error { return broken }); !errors.Is(err, broken) {
		t.Errorf("the error is %v", err)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("there is a book all the same")
	}
}
