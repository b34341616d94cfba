package life

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"minutebook/model"
	"minutebook/model/register"
)

// shelf is a book in memory.
type shelf struct {
	meetings []model.Meeting
	seals    []model.Seal
	events   []model.Event
}

func (s *shelf) Meetings() ([]model.Summary, error) {
	var list []model.Summary
	for _, m := range s.meetings {
		list = append(list, m.Summary())
	}
	return list, nil
}

func (s *shelf) Meeting(id model.ID) (model.Meeting, error) {
	for _, m := range s.meetings {
		if m.ID == id {
			return m.Clone(), nil
		}
	}
	return model.Meeting{}, fmt.Errorf("no meeting %s", id)
}

func (s *shelf) Seals(body model.ID) ([]model.Seal, error) {
	var list []model.Seal
	for _, seal := range s.seals {
		if seal.Body == body {
			list = append(list, seal)
		}
	}
	return list, nil
}

func (s *shelf) Actions() ([]register.Action, error) {
	var list []register.Action
	for _, m := range s.meetings {
		list = append(list, register.Fold(m, s.events)...)
	}
	return list, nil
}

// put keeps a meeting in the place of the one that it was.
func (s *shelf) put(m model.Meeting) {
	for i := range s.meetings {
		if s.meetings[i].ID == m.ID {
			s.meetings[i] = m
			return
		}
	}
	s.meetings = append(s.meetings, m)
}

// keep keeps a batch as the book does.
func (s *shelf) keep(t *testing.T, b model.Batch) {
	t.Helper()
	for _, save := range b.Meetings {
		was, err := s.Meeting(save.Value.ID)
		if err != nil || was.Rev != save.Base || save.Value.Rev <= save.Base {
			t.Fatalf("%s is saved as %d over %d, the book has %d (%v)", save.Value.ID, save.Value.Rev, save.Base, was.Rev, err)
		}
		s.put(save.Value)
	}
	s.seals = append(s.seals, b.Seals...)
	for _, e := range b.Events {
		e.N = len(s.events) + 1
		s.events = append(s.events, e)
	}
}

// board is a body with three meetings: minutes circulated, minutes circulated
// with a restricted entry, and a draft.
func board() *shelf {
	action := func(id model.ID, n int, owner, text string) model.Entry {
		return model.Entry{ID: id, Kind: model.Action, Number: n, Text: text, Action: &model.ActionFacts{Owners: strings.Fields(owner)}}
	}
	first := model.Meeting{ID: "first", Rev: 4, BodyID: "b", Body: "Quay Board", Date: "2026-01-12", State: model.Circulated, Chair: "c1", Clerk: "k1",
		Attendees: []model.Attendee{{ID: "c1", Person: "p1", Name: "Cllr Ada Voss", Mark: model.Present}, {ID: "k1", Name: "Ben Orr", Mark: model.Apologies},
			{ID: "d1", Name: "Di Pell", DeputyFor: "Ben Orr", Mark: model.Present}},
		Items: []model.Item{{ID: "i1", Title: "Moorings", Entries: []model.Entry{
			action("a1", 1, "Voss", "Voss to write to the *pilots*."), action("a2", 2, "Orr", "Orr to price the lamps."), action("a3", 3, "", "Buoys to be painted.")}}}}
	second := model.Meeting{ID: "second", Rev: 2, BodyID: "b", Body: "Quay Board", Date: "2026-03-09", State: model.Circulated, Kind: model.Extraordinary,
		Items: []model.Item{{ID: "i2", Title: "Rents", Entries: []model.Entry{
			{ID: "a4", Kind: model.Action, Number: 1, Text: "Voss to settle with the tenant.", Action: &model.ActionFacts{Owners: []string{"Voss"}},
				Restricted: &model.Restriction{Reason: "Commercial"}}}}}}
	draft := model.Meeting{ID: "draft", Rev: 1, BodyID: "b", Body: "Quay Board", Date: "2026-04-13", State: model.Draft}
	other := model.Meeting{ID: "other", Rev: 1, BodyID: "x", Body: "Arts Panel", Date: "2026-01-12", State: model.Circulated}
	return &shelf{meetings: []model.Meeting{other, first, second, draft}}
}

// approving is a closed meeting of the board that approves minutes.
func approving(approvals ...model.Approval) model.Meeting {
	m := model.Meeting{ID: "now", Rev: 9, BodyID: "b", Body: "Quay Board", Date: "2026-05-11", State: model.Draft, Chair: "c",
		Attendees: []model.Attendee{{ID: "c", Name: "Cllr Ada Voss", Mark: model.Present}}, Items: []model.Item{{ID: "i", Title: "Minutes"}}}
	for i, a := range approvals {
		m.Items[0].Entries = append(m.Items[0].Entries, model.Entry{ID: model.ID(fmt.Sprint("e", i)), Kind: model.Paragraph, Approves: &a})
	}
	return m
}

func settle(t *testing.T, s *shelf, m model.Meeting) Settlement {
	t.Helper()
	s.put(m)
	r, err := Settle(s, m, "2026-05-11T12:00:00Z")
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func outcomes(r Settlement) string {
	var list []string
	for _, o := range r.Outcomes {
		list = append(list, fmt.Sprintf("%s %s approved=%t sealed=%t %s", o.Approval.Date, o.Meeting.ID, o.Approved, o.Sealed, o.Why))
	}
	return strings.Join(list, "; ")
}

func same[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s:\n got %v\nwant %v", what, got, want)
	}
}

func TestOneMeetingApprovesSeveral(t *testing.T) {
	t.Parallel()
	s := board()
	m := approving(model.Approval{Date: "2026-03-09"}, model.Approval{Date: "2026-01-12"}, model.Approval{Date: "2026-04-13"}, model.Approval{Date: "2025-01-01"})
	r := settle(t, s, m)
	same(t, "outcomes", outcomes(r), "2026-03-09 second approved=true sealed=true ; 2026-01-12 first approved=true sealed=true ; "+
		"2026-04-13 draft approved=false sealed=false still a draft; 2025-01-01  approved=false sealed=false not in the book")
	s.keep(t, r.Batch)
	for i, id := range []model.ID{"first", "second"} {
		got, _ := s.Meeting(id)
		same(t, "how", fmt.Sprint(got.State, got.Passed), "approved[{  now 2026-05-11 Cllr Ada Voss  }]")
		if got.Seal == nil || got.Seal.N != i+1 || !s.seals[i].Sound() || !s.seals[i].Covers(got) {
			t.Errorf("the seal of %s is %+v", id, got.Seal)
		}
	}
	same(t, "the chain", s.seals[1].Before, s.seals[0].Sum)
	again := settle(t, s, m)
	if !again.Empty() {
		t.Errorf("settled twice: %+v", again.Batch)
	}
	same(t, "again", outcomes(again), "2026-04-13 draft approved=false sealed=false still a draft; 2025-01-01  approved=false sealed=false not in the book")
	later := approving(model.Approval{Date: "2026-01-12"})
	later.ID, later.Date = "later", "2026-06-08"
	same(t, "approved by another", outcomes(settle(t, s, later)), "2026-01-12 first approved=false sealed=false approved already")
}

func TestNothingHappensWhileTheMeetingIsOpen(t *testing.T) {
	t.Parallel()
	for _, state := range []model.State{model.Planned, model.Live, model.Adjourned, model.Inquorate, model.Cancelled} {
		m := approving(model.Approval{Date: "2026-01-12", Completed: true})
		m.State = state
		if r := settle(t, board(), m); !r.Empty() || len(r.Outcomes) > 0 {
			t.Errorf("%s: %+v", state, r)
		}
	}
}

func TestExtraordinaryMeetingApprovesWithAWarning(t *testing.T) {
	t.Parallel()
	m := approving(model.Approval{Date: "2026-01-12"})
	m.Kind = model.Extraordinary
	r := settle(t, board(), m)
	if !r.Extraordinary || !r.Outcomes[0].Sealed {
		t.Errorf("%+v", r)
	}
}

func TestPartsAreApprovedApart(t *testing.T) {
	t.Parallel()
	s := board()
	open := approving(model.Approval{Date: "2026-03-09", Part: model.OpenPart})
	r := settle(t, s, open)
	same(t, "the open part", outcomes(r), "2026-03-09 second approved=true sealed=false part open")
	s.keep(t, r.Batch)
	got, _ := s.Meeting("second")
	same(t, "state", got.State, model.Circulated)
	if _, _, err := got.With(model.SetState{State: model.Draft}); err == nil {
		t.Error("minutes of which a part is approved became a draft")
	}
	closed := approving(model.Approval{Date: "2026-03-09", Part: model.ClosedPart})
	closed.ID, closed.Date = "closed", "2026-06-08"
	r = settle(t, s, closed)
	same(t, "the rest", outcomes(r), "2026-03-09 second approved=true sealed=true ")
	s.keep(t, r.Batch)

	s = board() // both in one meeting
	r = settle(t, s, approving(model.Approval{Date: "2026-03-09", Part: model.OpenPart}, model.Approval{Date: "2026-03-09", Part: model.ClosedPart}))
	same(t, "both", outcomes(r), "2026-03-09 second approved=true sealed=true ; 2026-03-09 second approved=true sealed=true ")
	s.keep(t, r.Batch)
}

func TestApprovalByMailWaitsToBeRatified(t *testing.T) {
	t.Parallel()
	s := board()
	first, _ := s.Meeting("first")
	first, _, err := first.With(model.Pass{Passed: model.Passed{How: model.ByMail, On: "2026-02-01", SignedBy: "Ada Voss"}})
	if err != nil {
		t.Fatal(err)
	}
	s.put(first)
	p := propose(t, s, Asked{Date: "2026-05-11"})
	same(t, "the sentence", fmt.Sprintf("%+v", *p.Meeting.Items[1].Entries[0].Approves), "{Date:2026-01-12 SubjectTo:false Completed:false Part: Ratifies:true Meeting:first}")
	r := settle(t, s, approving(model.Approval{Date: "2026-01-12", Ratifies: true}))
	same(t, "ratified", outcomes(r), "2026-01-12 first approved=true sealed=true ")
	s.keep(t, r.Batch)
	got, _ := s.Meeting("first")
	same(t, "how", fmt.Sprintf("%+v", got.Passed[0]), "{Part: How:mail Meeting: On:2026-02-01 SignedBy:Ada Voss Ratified:now RatifiedOn:2026-05-11}")
}

func TestCompletedActionsAreNotedAtTheClose(t *testing.T) {
	t.Parallel()
	s := board()
	s.events = []model.Event{
		{Meeting: "first", Action: "a1", N: 1, State: model.Complete, On: "2026-02-02", Note: "letter sent"},
		{Meeting: "first", Action: "a2", N: 2, State: model.Complete, On: "2026-05-12"}, // after the meeting
	}
	r := settle(t, s, approving(model.Approval{Date: "2026-01-12", Completed: true}))
	if len(r.Batch.Events) != 1 {
		t.Fatalf("%+v", r.Batch.Events)
	}
	same(t, "event", fmt.Sprintf("%+v", r.Batch.Events[0]), fmt.Sprintf("%+v", model.Event{Meeting: "first", Action: "a1", State: model.Noted, On: "2026-05-11",
		NotedBy: "now", Made: "2026-05-11T12:00:00Z"}))
	s.keep(t, r.Batch)
	if again := settle(t, s, approving(model.Approval{Date: "2026-01-12", Completed: true})); !again.Empty() {
		t.Errorf("noted twice: %+v", again.Batch)
	}

	s = board()
	s.events = []model.Event{{Meeting: "first", Action: "a1", N: 1, State: model.Complete}, {Meeting: "first", Action: "a3", N: 2, State: model.Complete}}
	m := approving()
	m.Items[0].Entries = []model.Entry{{ID: "d", Kind: model.Paragraph, Done: &model.DoneFact{Action: "12 January 2026 3"}}}
	r = settle(t, s, m)
	if len(r.Batch.Events) != 1 || r.Batch.Events[0].Action != "a3" {
		t.Errorf("noted one by one: %+v", r.Batch.Events)
	}
}

func TestTargetPrefersWhatWaitsForApproval(t *testing.T) {
	t.Parallel()
	meeting := func(id model.ID, state model.State) model.Summary {
		return model.Summary{ID: id, BodyID: "b", Date: "2026-01-12", State: state}
	}
	m := approving()
	list := []model.Summary{meeting("done", model.Approved), meeting("gone", model.Cancelled), meeting("draft", model.Draft), meeting("sent", model.Circulated), meeting("plan", model.Planned)}
	for _, c := range []struct {
		drop string
		want model.ID
	}{{"", "sent"}, {"sent", "draft"}, {"sent draft", "done"}, {"sent draft done", "plan"}, {"sent draft done plan", ""}} {
		kept := slices.DeleteFunc(slices.Clone(list), func(s model.Summary) bool { return slices.Contains(strings.Fields(c.drop), string(s.ID)) })
		got, ok := Target(kept, m, model.Approval{Date: "2026-01-12"})
		if got.ID != c.want || ok != (c.want != "") {
			t.Errorf("without %q: %q %t, want %q", c.drop, got.ID, ok, c.want)
		}
	}
	got, _ := Target(list, m, model.Approval{Date: "2026-01-12", Meeting: "done"})
	same(t, "by identity", got.ID, "done")
	list[3].Date = "2026-06-01"
	if got, ok := Target(list, m, model.Approval{Date: "2026-06-01"}); ok {
		t.Errorf("a later meeting: %s", got.ID)
	}
}

func TestReopening(t *testing.T) {
	t.Parallel()
	m, _ := board().Meeting("first")
	m.Circulated = []model.Circulation{{On: "2026-01-02", Agenda: true}, {On: "2026-01-15"}, {On: "2026-01-20", To: []string{"a@example.org"}}}
	r, c := Reopen(m)
	same(t, "what it means", fmt.Sprintf("%+v", r), "{Sent:2 On:2026-01-20 To:[a@example.org] Corrections:0 Never:false}")
	if back, _, err := m.With(c); err != nil || back.State != model.Draft {
		t.Errorf("%s, %v", back.State, err)
	}
	m.State = model.Approved
	if r, c := Reopen(m); !r.Never || c != nil {
		t.Errorf("approved minutes: %+v %v", r, c)
	}
}

func TestLaterCorrectionsAreFound(t *testing.T) {
	t.Parallel()
	s := board()
	for i, of := range []struct {
		state model.State
		fact  model.CorrectsFact
		why   *model.Restriction
	}{
		{model.Circulated, model.CorrectsFact{Date: "2026-01-12", Reference: "1.1"}, nil},
		{model.Approved, model.CorrectsFact{Meeting: "first", Reference: "action 2"}, &model.Restriction{Reason: "price"}},
		{model.Draft, model.CorrectsFact{Date: "2026-01-12", Reference: "not yet"}, nil},
		{model.Circulated, model.CorrectsFact{Date: "2026-03-09", Reference: "another's"}, nil},
	} {
		s.put(model.Meeting{ID: model.ID(fmt.Sprint("later", i)), BodyID: "b", Date: model.Date(fmt.Sprintf("2027-0%d-01", i+1)), State: of.state,
			Items: []model.Item{{ID: "i", Title: "Corrections", Entries: []model.Entry{{ID: "e", Kind: model.Paragraph, Text: "Put right.", Corrects: &of.fact, Restricted: of.why}}}}})
	}
	first, _ := s.Meeting("first")
	got, err := Later(s, first)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "later", fmt.Sprint(got), "[{2027-01-01 1.1 false} {2027-02-01 action 2 true}]")
}

func TestAddressesOfThoseWhoWereThere(t *testing.T) {
	t.Parallel()
	m := model.Meeting{Attendees: []model.Attendee{{Person: "p2"}, {Person: "p1"}, {Name: "Nobody"}, {Person: "p3"}}}
	people := []model.Person{{ID: "p1", Mail: "ann@example.org"}, {ID: "p2", Mail: " bo@example.org "}, {ID: "p3"}}
	got := Addresses(m, model.Body{Mail: []string{"office@example.org", "ANN@example.org", ""}}, people)
	same(t, "addresses", strings.Join(got, ","), "bo@example.org,ann@example.org,office@example.org")
}
