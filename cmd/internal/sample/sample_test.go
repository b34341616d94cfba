package sample

import (
	"bytes"
	"fmt"
	"slices"
	"testing"

	"minutebook/model"
	"minutebook/model/quick"
	"minutebook/model/register"
)

const made = "2026-11-20T09:00:00Z"

func counter() func() model.ID {
	n := 0
	return func() model.ID { n++; return model.ID(fmt.Sprintf("id%05d", n)) }
}

func sampleBatch(t *testing.T) model.Batch {
	t.Helper()
	batch, err := Book(counter(), made)
	if err != nil {
		t.Fatal(err)
	}
	return batch
}

func TestEveryScriptPrintsBackAsItWasRead(t *testing.T) {
	t.Parallel()
	scripts, err := read()
	if err != nil {
		t.Fatal(err)
	}
	batch := sampleBatch(t)
	if len(scripts) != 6 || len(batch.Meetings) != 6 {
		t.Fatalf("%d scripts made %d meetings, want 6 of each", len(scripts), len(batch.Meetings))
	}
	for i, s := range scripts {
		if got := quick.Print(batch.Meetings[i].Value, true); !bytes.Equal(got, s.text) {
			t.Errorf("%s prints back differently:\n%s", s.name, firstDifference(s.text, got))
		}
	}
}

func firstDifference(want, got []byte) string {
	w, g := bytes.Split(want, []byte("\n")), bytes.Split(got, []byte("\n"))
	for i := range min(len(w), len(g)) {
		if !bytes.Equal(w[i], g[i]) {
			return fmt.Sprintf("line %d\nwant %s\n got %s", i+1, w[i], g[i])
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(g), len(w))
}

func TestOnlyTheProblemsThatAreMeant(t *testing.T) {
	t.Parallel()
	var got []string
	for _, s := range sampleBatch(t).Meetings {
		for _, p := range model.Problems(s.Value, nil) {
			got = append(got, fmt.Sprintf("%s: %s", s.Value.Date, p.Kind))
		}
	}
	want := []string{"2026-03-17: private note", "2026-06-10: decision words", "2026-06-10: no owner"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestTheSampleShowsWhatTheProgramCan(t *testing.T) {
	t.Parallel()
	batch := sampleBatch(t)
	kinds := map[model.EntryKind]bool{}
	restricted := 0
	for _, s := range batch.Meetings {
		m := s.Value
		if n := len(m.Actions()); m.Body == harbour && (n < 8 || n > 15) {
			t.Errorf("%s has %d actions", m.Date, n)
		}
		if m.HasRestricted() {
			restricted++
		}
		for _, it := range m.Items {
			for _, e := range it.Entries {
				kinds[e.Kind] = true
			}
		}
		for _, a := range m.Attendees {
			if a.Person == "" {
				t.Errorf("%s is nobody in the book", a.Name)
			}
		}
	}
	if restricted != 1 {
		t.Errorf("%d meetings have restricted parts, want 1", restricted)
	}
	for _, k := range []model.EntryKind{model.Paragraph, model.Bullet, model.Decision, model.Action, model.VoteTaken, model.Interest, model.Movement, model.Private} {
		if !kinds[k] {
			t.Errorf("nothing in the sample is a %s", k)
		}
	}
}

func TestTheLedgerHoldsActionsInEveryStage(t *testing.T) {
	t.Parallel()
	batch := sampleBatch(t)
	states := map[model.ActionState]int{}
	overdue, noted := 0, 0
	for _, s := range batch.Meetings {
		for _, a := range register.Fold(s.Value, batch.Events) {
			states[a.State]++
			if a.Overdue("2026-11-20") {
				overdue++
			}
			if a.NotedBy != "" {
				noted++
			}
			if a.On > "2026-11-20" || a.On != "" && a.On < a.Date {
				t.Errorf("action %d of %s: %s on %s", a.Number, a.Date, a.State, a.On)
			}
		}
	}
	if states[model.Open] < 5 || states[model.InProgress] < 2 || states[model.Complete] < 10 || states[model.Withdrawn] != 1 || noted < 8 {
		t.Errorf("states %v, %d noted by a meeting", states, noted)
	}
	if overdue != 1 {
		t.Errorf("%d actions are overdue, want 1", overdue)
	}
}

func TestRostersKeepWhoSatWhen(t *testing.T) {
	t.Parallel()
	batch := sampleBatch(t)
	body := batch.Bodies[0].Value
	find := func(name, post string) (model.Seat, bool) {
		i := slices.IndexFunc(body.Seats, func(s model.Seat) bool { return s.Name == name && s.Post == post })
		if i < 0 {
			return model.Seat{}, false
		}
		return body.Seats[i], true
	}
	acting, ok := find("Søren Kjærgaard", "Acting Head of Engineering")
	if !ok || acting.From != "2025-11-18" || acting.To != "2025-11-18" {
		t.Errorf("the acting post: %+v", acting)
	}
	head, ok := find("Søren Kjærgaard", "Head of Engineering")
	if !ok || head.From != "2026-03-17" || head.To != "" || head.Person != acting.Person {
		t.Errorf("the post: %+v", head)
	}
	if _, ok := find("Kwabena Asante-Müller", "Head of Regeneration"); ok {
		t.Error("a deputy has a seat")
	}
}
