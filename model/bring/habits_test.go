package bring

import (
	"strings"
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

// roof is one meeting's minutes with two lines that begin with an asterisk, which
// most offices mean for actions.
func roof(t *testing.T, day string) read.Document {
	t.Helper()
	return text(t, day, `1. Roof

The roof was looked at, and it leaks in the same places as it did last year.

*Clerk to find a ladder.

The insurer was told of it by letter, and has not answered since then.

*Clerk to count the slates.

There was nothing else that anybody wished to say about the roof today.
`)
}

// taken are the pieces that were taken for something by a sign.
func taken(p *Plan, as recognise.What, sign string) (pieces []recognise.Piece) {
	for _, piece := range p.Found.Pieces {
		if piece.As == as && piece.Why == sign {
			pieces = append(pieces, piece)
		}
	}
	return pieces
}

// What is corrected twice in one file is known in the next of the same body.
func TestHabitsReachTheNextFile(t *testing.T) {
	t.Parallel()
	const sign = "asterisk"
	known := NewKnown(nil, nil, nil, nil)
	p := Prepare(roof(t, "2024-05-14"), known)
	p.NewBodyCalled("Quay Board")
	pieces := taken(p, recognise.Action, sign)
	if len(pieces) != 2 {
		t.Fatalf("pieces %+v", p.Found.Pieces)
	}
	for _, piece := range pieces {
		p.Say(piece.Place, recognise.Decision)
	}
	batch, m := batched(t, p)
	body := batch.Bodies[0].Value
	same(t, "the meeting", []any{len(m.Actions()), len(m.Items), m.Date}, []any{0, 1, "2024-05-14"})
	same(t, "habits", body.Habits, "[{asterisk decision}]")
	known.Keep(batch)

	next := Prepare(roof(t, "2024-06-11"), known)
	next.ChooseBody(body.ID)
	pieces = taken(next, recognise.Decision, sign)
	if len(pieces) != 2 || pieces[0].Confidence < recognise.Sure {
		t.Errorf("in the next file: %+v", next.Found.Pieces)
	}
	batch, _ = batched(t, next)
	same(t, "bodies where nothing is learnt", batch.Bodies, "[]")

	// A word for always takes the place of the habit.
	next.Always(sign, recognise.Paragraph)
	batch, m = batched(t, next)
	same(t, "habits", batch.Bodies[0].Value.Habits, "[{asterisk paragraph}]")
	same(t, "what is in the minutes", []any{len(taken(next, recognise.Paragraph, sign)), len(m.Actions())}, []any{2, 0})

	// Another body knows nothing of it.
	other := Prepare(roof(t, "2024-06-11"), known)
	other.NewBodyCalled("Arts Panel")
	same(t, "actions of another body", len(taken(other, recognise.Action, sign)), 2)
}

// Guesses that are not sure enough stay words, and the choices stay with them.
func TestTake(t *testing.T) {
	t.Parallel()
	p := Prepare(roof(t, "2024-05-14"), NewKnown(nil, nil, nil, nil))
	p.NewBodyCalled("Quay Board")
	p.Take(0.99)
	if p.Body.Name != "Quay Board" || len(p.Doubts) < 2 {
		t.Fatalf("doubts %+v", p.Doubts)
	}
	_, m, err := p.Batch(ids(), "")
	if err != nil {
		t.Fatal(err)
	}
	unsure := map[string]bool{}
	for _, it := range m.Items {
		for _, e := range it.Entries {
			if e.Unsure {
				unsure[strings.TrimLeft(e.Text, "*")] = e.Kind == model.Paragraph
			}
		}
	}
	if !unsure["Clerk to find a ladder."] || !unsure["Clerk to count the slates."] || len(m.Actions()) != 0 {
		t.Errorf("unsure are %v", unsure)
	}
	p.Take(0)
	if _, m, err := p.Batch(ids(), ""); err != nil || len(p.Doubts) != 0 || len(m.Actions()) != 2 {
		t.Errorf("doubts %+v, %v", p.Doubts, err)
	}
}
