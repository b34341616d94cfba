package store

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"minutebook/model"
	"minutebook/model/merge"
)

func TestHandOverAndTakeBack(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	sent, elsewhere := model.NewFile("minutes.docx", []byte("words")), model.NewFile("other.docx", []byte("others"))
	m := ofTrust(meeting("m1", "2026-05-04", 4))
	m.Style = "Harbour"
	m.Attendees[0].Person = "p1"
	m.Circulated = []model.Circulation{{On: "2026-05-05", Rev: 1, SHA256: sent.SHA256}}
	other := meeting("x1", "2026-05-04", 4)
	other.BodyID = "b2"
	must(t, b.Commit(model.Batch{
		Bodies:   []model.Save[model.Body]{{Value: model.Body{ID: "b1", Name: "Harbour Trust", Seats: []model.Seat{{ID: "s1", Person: "p2", Name: "Bo"}}}}, {Value: model.Body{ID: "b2", Name: "Other"}}},
		People:   []model.Save[model.Person]{{Value: model.Person{ID: "p1", Name: "Zo\u00eb"}}, {Value: model.Person{ID: "p2", Name: "Bo"}}, {Value: model.Person{ID: "p3", Name: "Cy"}}},
		Styles:   []model.Save[model.HouseStyle]{{Value: model.HouseStyle{ID: "harbour", Name: "Harbour", File: []byte(`{}`)}}, {Value: model.HouseStyle{ID: "none", Name: "None", File: []byte(`{}`)}}},
		Meetings: []model.Save[model.Meeting]{{Value: m}, {Value: other}},
		Events:   []model.Event{{Meeting: "m1", Action: "m1-e1", State: model.InProgress, Made: "2026-05-06T10:00:00Z"}},
		Files:    []model.File{sent, elsewhere},
	}))
	next := changed(t, m, "Said in other words.")
	must(t, b.Commit(save(next, 1)))
	must(t, b.KeepClerk(model.Clerk{Words: []string{"pilotage"}}))

	path := filepath.Join(t.TempDir(), "trust.mb")
	must(t, b.HandOver("b1", path, model.Away{To: "Zo\u00eb", On: "2026-06-01"}))
	if away := must1(b.Body("b1"))(t).Away; away == nil || away.To != "Zo\u00eb" || away.Path != path {
		t.Errorf("the book says that it is with %+v", away)
	}
	plain(t, wants[*Exists](t, b.HandOver("b2", path, model.Away{})), path)
	plain(t, wants[*model.HandedOver](t, b.HandOver("b1", path+"2", model.Away{})), "Zo\u00eb")
	fails[*Missing](t, b.HandOver("b9", path+"2", model.Away{}))
	fails[*NoFolder](t, b.HandOver("b2", filepath.Join(path, "x", "y.mb"), model.Away{}))
	if _, err := os.Stat(path + "2"); err == nil {
		t.Error("what was not handed over is there all the same")
	}

	there, err := Open(path, testOptions())
	must(t, err)
	defer func() { must(t, there.Close()) }()
	var got []string
	must(t, there.AllRecords(func(r model.Record) error { got = append(got, r.In+" "+r.Key[0]); return nil }))
	same(t, "what is handed over", got, []string{"bodies b1", "people p1", "people p2", "styles harbour", "meetings m1", "revisions m1", "ledger m1", "files " + sent.SHA256})
	if must1(there.Body("b1"))(t).Away != nil {
		t.Error("nothing can be changed where it was handed over to")
	}

	// There work goes on; here nothing does, not even by merging.
	more := changed(t, next, "Said there.")
	must(t, there.Commit(save(more, next.Rev)))
	body := must1(there.Body("b1"))(t)
	body.Quorum = 3
	must(t, there.Commit(model.Batch{Bodies: []model.Save[model.Body]{{Base: body.Rev, Value: body}}, Meetings: []model.Save[model.Meeting]{{Value: ofTrust(meeting("m2", "2026-07-04", 2))}},
		Events: []model.Event{{Meeting: "m1", Action: "m1-e1", State: model.Complete, Made: "2026-06-06T10:00:00Z"}}}))
	fails[*model.HandedOver](t, b.Commit(save(changed(t, next, "Said here."), next.Rev)))
	same(t, "plan", what(merged(t, b, there, merge.Take{All: merge.Theirs})), "body b1 kept, meeting m1 kept, meeting m2 kept")
	same(t, "meeting", must1(b.Meeting("m1"))(t), next)

	plan := merged(t, b, there, merge.Take{Back: "b1"})
	same(t, "plan", what(plan), "body b1 newer, meeting m1 newer, meeting m2 new")
	same(t, "meeting", must1(b.Meeting("m1"))(t), more)
	if back := must1(b.Body("b1"))(t); back.Away != nil || back.Quorum != 3 {
		t.Errorf("the body is %+v", back)
	}
	if n := len(must1(b.Ledger("m1"))(t)); n != 2 {
		t.Errorf("its action has %d events", n)
	}
	must(t, b.Commit(save(changed(t, more, "Said here again."), more.Rev)))
	report, err := checkFile(b.Path())
	must(t, err)
	if !report.Sound() {
		t.Errorf("the book is not sound: %v", report.Faults)
	}
	// A second time there is nothing to take back.
	var not *merge.NotHandedOver
	if _, err := merge.Compare(b, there, merge.Take{Back: "b1"}); !errors.As(err, &not) {
		t.Errorf("taking back again gives %v", err)
	}
}
