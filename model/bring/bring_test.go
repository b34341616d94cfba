package bring

import (
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"testing"

	"minutebook/model"
	"minutebook/model/minutes/recognise"
)

// ids makes identities in their order: new1, new2.
func ids() func() model.ID {
	n := 0
	return func() model.ID { n++; return model.ID(fmt.Sprintf("new%d", n)) }
}

// planned is a plan for what was found, as if it had been read from a file.
func planned(known *Known, found recognise.Found) *Plan {
	p := &Plan{known: known, said: recognise.Said{}, chosen: choices{people: map[model.ID]choice{}}, Found: found, first: found}
	p.body(found)
	p.match()
	return p
}

// quay is a meeting with one of everything that names something else.
func quay() recognise.Found {
	return recognise.Found{Style: "note", StyleWhy: "numbered paragraphs", Meeting: model.Meeting{
		Body: "Quay Oversight Board", Date: "2024-05-14", Chair: "a1-0-0-0", Clerk: "a3-0-0-0", State: model.Draft,
		Attendees: []model.Attendee{
			{ID: "a1-0-0-0", Name: "Ann Zelenka", Post: "Acting Harbour Master", Group: "Harbour", Mark: model.Present},
			{ID: "a2-0-0-0", Name: "J. Reyes", Mark: model.Apologies},
			{ID: "a3-0-0-0", Name: "Priya Moss", Capacity: model.Attending, Mark: model.Present},
			{ID: "a4-0-0-0", Name: "Tom Vane", Mark: model.Present, DeputyFor: "J. Reyes"},
			{ID: "a5-0-0-0", Name: "Ida Kerr", Mark: model.Present, Items: []string{"2"}},
		},
		Items: []model.Item{{ID: "i6-0-0-0", Title: "Lamps", Entries: []model.Entry{
			{ID: "e7-0-0-0", Kind: model.Paragraph, Text: "The lamps were lit."},
			{ID: "e8-0-0-0", Kind: model.Action, Number: 3, Text: "Clerk to order oil."},
			{ID: "e9-0-0-0", Kind: model.Movement, Movement: &model.MovementFact{Way: model.Out, Who: "a1-0-0-0"}},
		}}},
		Frozen: &model.Frozen{Items: map[model.ID]string{"i6-0-0-0": "4"}, Paragraphs: map[model.ID]string{"e7-0-0-0": "4.7"}, Actions: map[model.ID]int{"e8-0-0-0": 3}},
	}}
}

// same holds that what there is says what is wanted, printed.
func same(t *testing.T, what string, got, want any) {
	t.Helper()
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%s: %v, not %v", what, got, want)
	}
}

// batched is what a plan would keep.
func batched(t *testing.T, p *Plan) (model.Batch, model.Meeting) {
	t.Helper()
	batch, m, err := p.Batch(ids(), "2026-11-22T12:00:00Z")
	if err != nil {
		t.Fatal(err)
	}
	return batch, m
}

// A new body comes with its members, and everything has an identity of its own.
func TestBatchOfANewBody(t *testing.T) {
	t.Parallel()
	p := planned(NewKnown(nil, nil, nil, []string{"note"}), quay())
	same(t, "the plan", []any{p.NewBody, p.Body.Name, p.Style}, []any{true, "Quay Oversight Board", "note"})
	batch, m := batched(t, p)
	data, _ := json.Marshal(batch)
	same(t, "identities of places", regexp.MustCompile(`"[aie]\d+-\d+-\d+-\d+"`).FindAllString(string(data), -1), "[]")
	body := batch.Bodies[0].Value
	seats := ""
	for _, s := range body.Seats {
		seats += fmt.Sprintf("%s, %s, acting %v, from %s; ", s.Name, s.Post, s.Acting, s.From)
	}
	same(t, "seats", seats, "Ann Zelenka, Harbour Master, acting true, from 2024-05-14; J. Reyes, , acting false, from 2024-05-14; ")
	same(t, "the body", []any{body.Style, body.ID == m.BodyID}, []any{"note", true})
	same(t, "the meeting", []any{m.Rev, m.Made, m.State}, []any{1, "2026-11-22T12:00:00Z", model.Draft})
	same(t, "people", len(batch.People), 5)
	same(t, "the first person", m.Attendees[0].Person, batch.People[0].Value.ID)
	same(t, "chair and clerk", []any{m.Chair, m.Clerk, m.Items[0].Entries[2].Movement.Who}, []any{m.Attendees[0].ID, m.Attendees[2].ID, m.Chair})
	same(t, "numbers", []any{m.Frozen.Paragraphs[m.Items[0].Entries[0].ID], m.Frozen.Items[m.Items[0].ID]}, []any{"4.7", "4"})
}

// harbour is what a book knows: a body with two seats, and people who are easily
// taken for one another.
func harbour() *Known {
	people := []model.Person{{ID: "ann", Rev: 1, Name: "Ann Zelenka"}, {ID: "jane", Rev: 1, Name: "Jane Reyes"}, {ID: "john", Rev: 1, Name: "John Vane"},
		{ID: "john2", Rev: 1, Name: "John Vane"}, {ID: "kerr", Rev: 1, Name: "Mrs I. Kerr"}}
	bodies := []model.Body{
		{ID: "quay", Rev: 3, Name: "Quay Oversight Board", Style: "board", Seats: []model.Seat{{ID: "s1", Person: "ann", Name: "Cllr Ann Zelenka"}, {ID: "s2", Person: "jane", Name: "Jane Reyes"}}},
		{ID: "arts", Rev: 1, Name: "Thornbeck Arts Panel"},
		{ID: "audit", Rev: 1, Name: "Quay Audit Panel"},
	}
	return NewKnown(bodies, people, []model.Summary{{ID: "m1", BodyID: "quay", Body: "Quay Oversight Board", Date: "2024-04-09"}}, []string{"board", "note"})
}

func TestWhoIsWho(t *testing.T) {
	t.Parallel()
	k := harbour()
	quay, _ := k.body("quay")
	for name, want := range map[string]struct {
		person model.ID
		fresh  bool
		sure   bool
		others int
	}{
		"Ann Zelenka":        {"ann", false, true, 0},
		"COUNCILLOR ZELENKA": {"ann", false, false, 0}, // any of that surname
		"Cllr Ann Želenka":   {"ann", false, true, 0},
		"J. Reyes":           {"jane", false, false, 0}, // initials, on the body
		"Mr J Reyes":         {"jane", false, false, 0},
		"John Vane":          {"", false, false, 2}, // two fit alike
		"Mr I. Kerr":         {"", true, true, 0},   // Mrs is somebody else
		"Mrs I Kerr":         {"kerr", false, true, 0},
		"Ida Kerr":           {"", true, false, 1}, // not on the body: perhaps
		"Ann Vogel":          {"", true, true, 0},  // a surname is never guessed
		"Priya Moss":         {"", true, true, 0},
	} {
		w := k.who(quay, model.Attendee{ID: "a", Name: name})
		if w.Person != want.person || w.New != want.fresh || (w.Confidence >= recognise.Sure) != want.sure || len(w.Instead) != want.others {
			t.Errorf("%s: %+v", name, w)
		}
	}
	if w := k.who(quay, model.Attendee{ID: "a", Name: "Priya", Unsure: true}); w.New || w.Person != "" {
		t.Errorf("somebody unsure is made a person: %+v", w)
	}
}

func TestWhichBody(t *testing.T) {
	t.Parallel()
	k := harbour()
	for name, want := range map[string]struct {
		body    model.ID
		sure    bool
		instead int
	}{
		"The QUAY Oversight Board":     {"quay", true, 1},
		"Quay Oversight Board Meeting": {"quay", true, 1},
		"Oversight Board":              {"quay", false, 0}, // of the words the only one; Quay Audit Panel shares none
		"Quay Panel":                   {"audit", false, 1},
		"Quay":                         {"", false, 2}, // two have it
		"Weir Board":                   {"", false, 0}, // that both are boards makes neither the other
		"Pilots' Committee":            {"", true, 0},
	} {
		p := planned(k, recognise.Found{Meeting: model.Meeting{Body: name, Date: "2024-05-14"}})
		if p.Body.ID != want.body || p.NewBody != (want.body == "") || (p.Guess.Confidence >= recognise.Sure) != want.sure || len(p.Guess.Instead) != want.instead {
			t.Errorf("%s: %s, new %v, %+v", name, p.Body.ID, p.NewBody, p.Guess)
		}
	}
	found := recognise.Found{Meeting: model.Meeting{Date: "2024-05-14", Attendees: []model.Attendee{{ID: "1", Name: "Ann Zelenka"}, {ID: "2", Name: "Jane Reyes"}, {ID: "3", Name: "Tom Vane"}}}}
	if p := planned(k, found); p.Body.ID != "quay" || p.Guess.Why != "its people" {
		t.Errorf("by its people: %+v, %+v", p.Body, p.Guess)
	}
	found.Meeting.Attendees = found.Meeting.Attendees[2:]
	if p := planned(k, found); !p.NewBody || len(p.Rough) == 0 || p.Rough[0] != NoBody {
		t.Errorf("by nothing: %+v, %v", p.Body, p.Rough)
	}
}

// A body that the book has stays as it is, but for what was learnt.
func TestBatchOfAKnownBody(t *testing.T) {
	t.Parallel()
	k := harbour()
	p := planned(k, quay())
	batch, m := batched(t, p)
	same(t, "bodies", batch.Bodies, "[]")
	same(t, "the meeting's", []any{m.BodyID, m.Attendees[0].Person, m.Attendees[1].Person}, []any{"quay", "ann", "jane"})
	p.always = []model.Habit{{Sign: "asterisk", Means: "action"}}
	batch, _ = batched(t, p)
	learnt := batch.Bodies[0]
	same(t, "with what was learnt", []any{learnt.Base, learnt.Value.Rev, learnt.Value.Habits, len(learnt.Value.Seats)}, []any{3, 4, "[{asterisk action}]", 2})
	kept, _ := k.body("quay")
	same(t, "habits known before it is kept", kept.Habits, "[]")
	k.Keep(batch)
	kept, _ = k.body("quay")
	same(t, "habits known then", []any{kept.Rev, kept.Habits}, []any{4, "[{asterisk action}]"})
}

// The same meeting once more is one that the book has, and so are its people.
func TestTheSameAgain(t *testing.T) {
	t.Parallel()
	k := harbour()
	batch, _ := batched(t, planned(k, quay()))
	k.Keep(batch)
	again := planned(k, quay())
	var there *There
	if _, _, err := again.Batch(ids(), ""); !errors.As(err, &there) {
		t.Fatalf("the same meeting again: %v", err)
	}
	same(t, "the clash", again.Clash.Date, "2024-05-14")
	who := again.People[2]
	same(t, "who was new", []any{who.New, who.Person != "", who.Confidence >= recognise.Sure}, []any{false, true, true})
	again.ChooseKind(model.Annual)
	if again.Clash != nil {
		t.Error("another kind of meeting on that day is none that the book has")
	}
}

func TestChoicesStay(t *testing.T) {
	t.Parallel()
	p := planned(harbour(), quay())
	p.ChoosePerson("a1-0-0-0", "kerr")
	p.Nobody("a2-0-0-0")
	p.ChooseStyle("board")
	p.match()
	if w := p.People[0]; w.Person != "kerr" || w.Confidence != 1 || len(w.Instead) != 1 || w.Instead[0].ID != "ann" {
		t.Errorf("chosen %+v", w)
	}
	if w := p.People[1]; w.Person != "" || w.New {
		t.Errorf("left open %+v", w)
	}
	if p.Style != "board" || p.StyleWhy != "" {
		t.Errorf("style %s, %s", p.Style, p.StyleWhy)
	}
	p.NewPerson("a2-0-0-0")
	batch, m, err := p.Batch(ids(), "")
	if err != nil || m.Attendees[0].Person != "kerr" || m.Attendees[1].Person == "" || m.Style != "board" {
		t.Errorf("%+v, %v", batch, err)
	}
}

// Approved minutes are frozen; what is unsure in them keeps them a draft.
func TestApprovedLongAgo(t *testing.T) {
	t.Parallel()
	p := planned(harbour(), quay())
	p.Approved(true)
	_, m, err := p.Batch(ids(), "")
	if err != nil || m.State != model.Approved || m.Seal != nil || len(m.Passed) != 0 || m.Frozen.Actions[m.Items[0].Entries[1].ID] != 3 {
		t.Errorf("%s, %+v, %v", m.State, m.Frozen, err)
	}
	found := quay()
	found.Meeting.Items[0].Entries[0].Unsure = true
	p = planned(harbour(), found)
	p.Approved(true)
	if _, m, err := p.Batch(ids(), ""); err != nil || m.State != model.Draft {
		t.Errorf("%s, %v", m.State, err)
	}
}

func TestLearn(t *testing.T) {
	t.Parallel()
	at := func(n int) recognise.Place { return recognise.Place{Block: n} }
	piece := func(n int, as recognise.What, why string) recognise.Piece {
		return recognise.Piece{Place: at(n), As: as, Why: why}
	}
	found := recognise.Found{Pieces: []recognise.Piece{piece(1, recognise.Paragraph, "asterisk"), piece(2, recognise.Paragraph, "asterisk"), piece(3, recognise.Paragraph, "asterisk"),
		piece(4, recognise.Item, "bold line"), piece(5, recognise.Item, "bold line"), piece(6, recognise.Paragraph, "words"), piece(7, recognise.Paragraph, "words")}}
	for name, c := range map[string]struct {
		said recognise.Said
		want string
	}{
		"once is no habit":           {recognise.Said{at(1): recognise.Action}, "[]"},
		"twice is":                   {recognise.Said{at(1): recognise.Action, at(3): recognise.Action}, "[{asterisk action}]"},
		"not where they differ":      {recognise.Said{at(1): recognise.Action, at(2): recognise.Action, at(3): recognise.Decision}, "[]"},
		"not where one stands":       {recognise.Said{at(1): recognise.Action, at(2): recognise.Action, at(3): recognise.Paragraph}, "[]"},
		"two signs":                  {recognise.Said{at(1): recognise.Action, at(2): recognise.Action, at(4): recognise.Subheading, at(5): recognise.Subheading}, "[{asterisk action} {bold line subheading}]"},
		"words alone are no sign":    {recognise.Said{at(6): recognise.Action, at(7): recognise.Action}, "[]"},
		"what was not found is none": {recognise.Said{at(8): recognise.Action, at(9): recognise.Action}, "[]"},
	} {
		if got := fmt.Sprint(Learn(c.said, found)); got != c.want {
			t.Errorf("%s: %s, not %s", name, got, c.want)
		}
	}
}

func TestDayInAName(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]model.Date{"2024-05-14.docx": "2024-05-14", "minutes 20240514 final.txt": "2024-05-14", "2024-13-14.txt": "", "120240514.txt": "", "minutes.txt": "", "20240514": "2024-05-14"} {
		if got := dateIn(name); got != want {
			t.Errorf("%s: %q, not %q", name, got, want)
		}
	}
}
