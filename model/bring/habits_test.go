package bring

import (
	"fmt"
	"testing"

	"minutebook/model"
	"minutebook/model/minutes/read"
	"minutebook/model/minutes/recognise"
)

// text is a file of plain text, named for its day.
func text(t *testing.T, day, words string) read.Document {
	t.Helper()
	d, err := read.File(day+".txt", []byte(words))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// roof is one meeting's minutes with two short lines that stand alone, which may
// be sub-headings.
func roof(t *testing.T, day string) read.Document {
	t.Helper()
	return text(t, day, `1. Roof

The roof was looked at, and it leaks in the same places as it did last year.

Ladder wanted

The insurer was told of it by letter, and has not answered since then.

Slates wanted

There was nothing else that anybody wished to say about the roof today.
`)
}

// What is corrected twice in one file is known in the next of the same body.
func TestHabitsReachTheNextFile(t *testing.T) {
	t.Parallel()
	known := NewKnown(nil, nil, nil, nil)
	p := Prepare(roof(t, "2024-05-14"), known)
	p.NewBodyCalled("Quay Board")
	sign := ""
	for _, piece := range p.Found.Pieces {
		if piece.Source == "Ladder wanted" || piece.Source == "Slates wanted" {
			if piece.As != recognise.Subheading || sign != "" && piece.Why != sign {
				t.Fatalf("%+v", piece)
			}
			sign = piece.Why
			p.Say(piece.Place, recognise.Action)
		}
	}
	batch, m, err := p.Batch(ids(), "2026-11-22T12:00:00Z")
	if err != nil || len(m.Actions()) != 2 || len(m.Items) != 1 || m.Date != "2024-05-14" {
		t.Fatalf("%+v, %v", m, err)
	}
	if got, want := fmt.Sprint(batch.Bodies[0].Value.Habits), fmt.Sprintf("[{%s action}]", sign); got != want {
		t.Fatalf("habits %s, not %s", got, want)
	}
	known.Keep(batch)

	next := Prepare(roof(t, "2024-06-11"), known)
	next.ChooseBody(batch.Bodies[0].Value.ID)
	actions := 0
	for _, piece := range next.Found.Pieces {
		if piece.As == recognise.Action && piece.Confidence >= recognise.Sure {
			actions++
		}
	}
	if actions != 2 {
		t.Errorf("%d actions are known in the next file", actions)
	}
	if batch, _, err := next.Batch(ids(), ""); err != nil || len(batch.Bodies) != 0 {
		t.Errorf("nothing was learnt, and the body is kept all the same: %+v, %v", batch.Bodies, err)
	}
	// A word for always takes the place of the habit.
	next.Always(sign, recognise.Paragraph)
	if batch, m, err := next.Batch(ids(), ""); err != nil || len(m.Actions()) != 0 || len(batch.Bodies) != 1 || batch.Bodies[0].Value.Habits[0].Means != "paragraph" {
		t.Errorf("%+v, %v", batch.Bodies, err)
	}
	// Another body knows nothing of it.
	other := Prepare(roof(t, "2024-06-11"), known)
	other.NewBodyCalled("Arts Panel")
	for _, piece := range other.Found.Pieces {
		if piece.As == recognise.Action {
			t.Errorf("the habit of one body is another's: %+v", piece)
		}
	}
}

// Guesses that are not sure enough stay words, and the choices stay with them.
func TestTake(t *testing.T) {
	t.Parallel()
	p := Prepare(roof(t, "2024-05-14"), NewKnown(nil, nil, nil, nil))
	p.NewBodyCalled("Quay Board")
	p.Take(recognise.Sure)
	if len(p.Doubts) != 2 || p.Body.Name != "Quay Board" {
		t.Fatalf("doubts %+v", p.Doubts)
	}
	_, m, err := p.Batch(ids(), "")
	if err != nil {
		t.Fatal(err)
	}
	unsure := 0
	for _, e := range m.Items[0].Entries {
		if e.Unsure {
			unsure++
			if e.Kind != model.Paragraph {
				t.Errorf("%+v", e)
			}
		}
	}
	if unsure != 2 {
		t.Errorf("%d entries are unsure", unsure)
	}
	p.Take(0)
	if len(p.Doubts) != 0 {
		t.Errorf("doubts %+v", p.Doubts)
	}
}
