package store

import (
	"errors"
	"os"
	"strings"
	"testing"

	"go.etcd.io/bbolt"

	"minutebook/model"
)

func styleSave(base int, name, file string) model.Save[model.HouseStyle] {
	h := model.HouseStyle{ID: model.StyleID(name), Name: name}
	if file != "" {
		h.File = []byte(file)
	}
	return model.Save[model.HouseStyle]{Base: base, Value: h}
}

func styleBatch(s ...model.Save[model.HouseStyle]) model.Batch { return model.Batch{Styles: s} }

func TestStylesAreKeptChangedAndTakenAway(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	must(t, b.Commit(styleBatch(styleSave(0, "Quay", `{"name":"Quay"}`), styleSave(0, "Abbey", `{"name":"Abbey"}`))))
	must(t, b.Commit(styleBatch(styleSave(1, "Quay", `{"name":"Quay","about":"<&>"}`))))
	b = reopened(t, b)
	styles, err := b.Styles()
	must(t, err)
	if len(styles) != 2 || styles[0].Name != "Abbey" || styles[1].Rev != 2 || string(styles[1].File) != `{"name":"Quay","about":"<&>"}` {
		t.Errorf("kept %+v", styles)
	}
	var stale *model.Stale
	if err := b.Commit(styleBatch(styleSave(1, "Quay", `{}`))); !errors.As(err, &stale) || stale.Kept != 2 || stale.Record != "house style" {
		t.Errorf("a save on an old revision gives %v", err)
	}
	if err := b.Commit(styleBatch(styleSave(0, "QUAY", `{}`))); !errors.As(err, &stale) {
		t.Errorf("another of that name in capitals gives %v", err)
	}
	if err := b.Commit(styleBatch(styleSave(1, "Quay", ""))); !errors.As(err, &stale) {
		t.Errorf("taking an old revision away gives %v", err)
	}
	if err := b.Commit(styleBatch(styleSave(0, "None", ""))); !errors.As(err, &stale) || stale.Kept != 0 {
		t.Errorf("taking away what is not there gives %v", err)
	}
	must(t, b.Commit(styleBatch(styleSave(2, "Quay", ""))))
	if styles, err = b.Styles(); err != nil || len(styles) != 1 {
		t.Errorf("left are %+v, %v", styles, err)
	}
}

// A style that somebody has is not taken away, and one in which minutes went
// out stays as it is.
func TestStylesInUse(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	m := meeting("m1", "2026-05-04", 4)
	m.BodyID, m.Style = "b1", "quay"
	must(t, b.Commit(model.Batch{
		Meetings: []model.Save[model.Meeting]{{Value: m}},
		Bodies:   []model.Save[model.Body]{{Value: model.Body{ID: "b1", Rev: 1, Name: "Trust", Style: "QUAY"}}},
		Styles:   []model.Save[model.HouseStyle]{styleSave(0, "Quay", `{"name":"Quay"}`)},
	}))
	var used *model.StyleInUse
	none := meeting("m2", "2026-05-05", 2) // says no style, so it needs none
	none.BodyID, none.State = "b1", model.Approved
	must(t, b.Commit(save(none, 0)))
	if err := b.Commit(styleBatch(styleSave(1, "Quay", ""))); !errors.As(err, &used) || used.Changed || len(used.By) != 2 || used.By[0].Body != "Trust" {
		t.Errorf("taking it away gives %v", err)
	}
	must(t, b.Commit(styleBatch(styleSave(1, "Quay", `{"name":"Quay","about":"new"}`))))
	out := m.Clone()
	out.Rev, out.State = 2, model.Circulated
	must(t, b.Commit(save(out, 1)))
	if err := b.Commit(styleBatch(styleSave(2, "Quay", `{"name":"Quay"}`))); !errors.As(err, &used) || !used.Changed || len(used.By) != 1 || used.By[0].Date != "2026-05-04" {
		t.Errorf("changing it after minutes went out gives %v", err)
	}
	same := styleSave(2, "Quay", `{ "name": "Quay", "about": "new" }`)
	same.Value.Unfinished = map[string]string{"title": "{"}
	must(t, b.Commit(styleBatch(same))) // says the same
	// In one batch with what needs it no more it can go.
	own := out.Clone()
	own.Rev, own.Style = 3, "note"
	must(t, b.Commit(model.Batch{
		Meetings: []model.Save[model.Meeting]{{Base: 2, Value: own}},
		Bodies:   []model.Save[model.Body]{{Base: 1, Value: model.Body{ID: "b1", Rev: 2, Name: "Trust", Style: "note"}}},
		Styles:   []model.Save[model.HouseStyle]{styleSave(3, "Quay", "")},
	}))
	if styles, err := b.Styles(); err != nil || len(styles) != 0 {
		t.Errorf("left are %+v, %v", styles, err)
	}
}

// A book that was made before there were styles is read as it is, checked as
// sound, and given their bucket when it is opened for writing.
func TestBookFromBeforeThereWereStyles(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	m := meeting("m1", "2026-05-04", 4)
	must(t, b.Commit(save(m, 0)))
	must(t, b.Close())
	altered(t, b.Path(), func(tx *bbolt.Tx) error {
		k, list := key("m1"), indexOf(tx, bucketList)
		e, err := atList.unseal(k, list.Get(k))
		if err != nil {
			return err
		}
		older := strings.Replace(string(e.Body), `"body"`, `"older":true,"body"`, 1)
		return errors.Join(list.Put(k, atList.seal(k, e.Rev, []byte(older))), tx.DeleteBucket(bucketStyles), tx.Bucket(bucketMeta).Put(keyIndex, []byte("1")))
	})
	report, err := Check(b.Path())
	must(t, err)
	if !report.Sound() {
		t.Errorf("it is called unsound: %v", report.Faults)
	}
	o := testOptions()
	o.ReadOnly = true
	read, err := Open(b.Path(), o)
	must(t, err)
	styles, err := read.Styles()
	if err != nil || len(styles) != 0 {
		t.Errorf("its styles are %+v, %v", styles, err)
	}
	must(t, read.Close())
	b, err = Open(b.Path(), testOptions())
	must(t, err)
	must(t, b.Commit(styleBatch(styleSave(0, "Quay", `{}`))))
	must(t, b.Close())
	if report, err = Check(b.Path()); err != nil || !report.Sound() || report.Styles != 1 {
		t.Errorf("%+v, %v", report, err)
	}
}

func TestDamagedStyleIsNamedAndTheRestComesOver(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	must(t, b.Commit(styleBatch(styleSave(0, "Quay", `{"name":"Quay","about":"stays as it was"}`), styleSave(0, "Abbey", `{"name":"Abbey","about":"to be damaged"}`))))
	must(t, b.Close())
	data, err := os.ReadFile(b.Path())
	must(t, err)
	spoilt := strings.ReplaceAll(string(data), "to be damaged", "to be dbmaged")
	if spoilt == string(data) {
		t.Fatal("nothing is damaged")
	}
	must(t, os.WriteFile(b.Path(), []byte(spoilt), 0o600))
	report, err := Check(b.Path())
	must(t, err)
	if len(report.Faults) != 1 || report.Faults[0].Record != "house style" || report.Faults[0].ID != "abbey" {
		t.Errorf("found %v", report.Faults)
	}
	again, rescue, err := rescued(t, []byte(spoilt))
	must(t, err)
	styles, err := again.Styles()
	must(t, err)
	if len(styles) != 1 || styles[0].Name != "Quay" || rescue.Styles != 1 || len(rescue.Lost) != 1 || rescue.Lost[0].ID != "abbey" {
		t.Errorf("came over: %+v; lost: %v", styles, rescue.Lost)
	}
}
