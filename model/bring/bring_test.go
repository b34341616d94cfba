package bring

import (
	"encoding/json"
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

// A new body comes with its members, and everything has an identity of its own.
func TestBatchOfANewBody(t *testing.T) {
	t.Parallel()
	p := planned(NewKnown(nil, nil, nil, []string{"note"}), quay())
	if !p.NewBody || p.Body.Name != "Quay Oversight Board" || p.Style != "note" {
		t.Fatalf("body %+v, new %v, style %q", p.Body, p.NewBody, p.Style)
	}
	batch, m, err := p.Batch(ids(), "2026-11-22T12:00:00Z")
	if err != nil {
		t.Fatal(err)
	}
	data, _ := json.Marshal(batch)
	if old := regexp.MustCompile(`"[aie]\d+-\d+-\d+-\d+"`).FindString(string(data)); old != "" {
		t.Errorf("%s is still the identity of a place", old)
	}
	body := batch.Bodies[0].Value
	if len(body.Seats) != 2 || body.Seats[0].Name != "Ann Zelenka" || !body.Seats[0].Acting || body.Seats[0].Post != "Harbour Master" || body.Seats[0].From != m.Date || body.Seats[1].Name != "J. Reyes" {
		t.Errorf("seats %+v", body.Seats)
	}
	if body.Style != "note" || m.BodyID != body.ID || m.Rev != 1 || m.Made == "" || m.State != model.Draft {
		t.Errorf("body %+v, meeting %+v", body, m)
	}
	if len(batch.People) != 5 || m.Attendees[0].Person != batch.People[0].Value.ID {
		t.Errorf("people %+v", batch.People)
	}
	if m.Chair != m.Attendees[0].ID || m.Clerk != m.Attendees[2].ID || m.Items[0].Entries[2].Movement.Who != m.Chair {
		t.Errorf("chair %s, clerk %s, movement %+v", m.Chair, m.Clerk, m.Items[0].Entries[2].Movement)
	}
	if m.Frozen.Paragraphs[m.Items[0].Entries[0].ID] != "4.7" || m.Frozen.Items[m.Items[0].ID] != "4" {
		t.Errorf("frozen %+v", m.Frozen)
	}
}
