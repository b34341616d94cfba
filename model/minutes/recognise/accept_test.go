package recognise

import (
	"reflect"
	"testing"

	"minutebook/model"
	"minutebook/model/minutes/read"
)

// written is a document of plain lines, with an empty line above each.
func written(lines ...string) read.Document {
	var d read.Document
	for i, l := range lines {
		d.Blocks = append(d.Blocks, read.Block{Kind: read.Paragraph, Line: i + 1, Gap: true, Spans: []model.Span{{Text: l}}})
	}
	return d
}

// roof is a meeting in which one line may be a sub-heading.
var roof = written("1. Roof", "The roof was looked at, and it leaks in the same places as it did last year.", "Insurance", "The insurer was told of it by letter, and has not answered since.")

// at is the piece of a line.
func at(f Found, line int) Piece {
	for _, p := range f.Pieces {
		if p.Line == line {
			return p
		}
	}
	return Piece{}
}

func TestAccept(t *testing.T) {
	guess := at(Meeting(roof, Options{}), 3)
	if guess.As != Subheading || guess.Confidence >= Sure {
		t.Fatalf("the line is no unsure sub-heading: %+v", guess)
	}
	all, doubts := Accept(roof, Options{}, Meeting(roof, Options{}), 0)
	if len(doubts) != 0 || !reflect.DeepEqual(all, Meeting(roof, Options{})) {
		t.Errorf("with nothing asked for there are doubts: %+v", doubts)
	}
	found, doubts := Accept(roof, Options{}, Meeting(roof, Options{}), Sure)
	if len(doubts) != 1 || !doubts[0].Left || doubts[0].As != Subheading || doubts[0].Line != 3 {
		t.Fatalf("doubts %+v", doubts)
	}
	left := at(found, 3)
	if left.As != Paragraph || left.Instead[0] != Subheading || left.Confidence != guess.Confidence || left.Why != guess.Why {
		t.Errorf("left as %+v", left)
	}
	e, _, _ := found.Meeting.Entry(left.IDs[0])
	if e.Kind != model.Paragraph || e.Text != "Insurance" || !e.Unsure {
		t.Errorf("entry %+v", e)
	}
	for _, p := range found.Pieces {
		if p.Line != 3 && len(p.IDs) > 0 {
			if e, _, ok := found.Meeting.Entry(p.IDs[0]); ok && e.Unsure {
				t.Errorf("line %d is marked too", p.Line)
			}
		}
	}
	// What the clerk says is no guess.
	said := Options{Said: Said{left.Place: Subheading}}
	if found, doubts = Accept(roof, said, Meeting(roof, said), 1); at(found, 3).As != Subheading || len(said.Said) != 1 {
		t.Errorf("said otherwise: %+v", at(found, 3))
	}
	for _, d := range doubts {
		if d.Line == 3 {
			t.Error("what was said is doubted")
		}
	}
}

// A habit of the body turns what was taken by its sign into what it means there,
// surely, until the clerk says otherwise.
func TestHabits(t *testing.T) {
	guess := at(Meeting(roof, Options{}), 3)
	habits := []Habit{{Sign: guess.Why, Means: string(Action)}, {Sign: "words", Means: "nonsense"}}
	p := at(Meeting(roof, Options{Habits: habits}), 3)
	if p.As != Action || p.Confidence < Sure || p.Why != guess.Why {
		t.Errorf("taken for %+v", p)
	}
	if p := at(Meeting(roof, Options{Habits: habits, Said: Said{guess.Place: Bullet}}), 3); p.As != Bullet {
		t.Errorf("said to be a bullet, it is %+v", p)
	}
}

// TestAcceptLosesNoWord holds that what is left a paragraph keeps its words, at
// whatever confidence.
func TestAcceptLosesNoWord(t *testing.T) {
	for _, f := range corpus(t) {
		d, err := read.File(f.name, []byte(f.text))
		if err != nil {
			t.Fatal(err)
		}
		plain := Meeting(d, Options{})
		before := lacking(f, plain)
		for _, least := range []float64{0.5, Sure, 1} {
			found, _ := Accept(d, Options{}, plain, least)
			for word, n := range lacking(f, found) {
				if n > before[word] {
					t.Errorf("%s at %v: %q is lacking %d times, and %d without", f.number, least, word, n, before[word])
				}
			}
		}
	}
}

// lacking are the words of a file that are neither in the meeting nor in a label
// nor in the record of what was dropped, and how often.
func lacking(of minutes, f Found) map[string]int {
	source, _ := wordsOf(of.text)
	kept := meetingWords(f)
	for _, p := range f.Pieces {
		count(kept, p.Label)
		if p.As == Dropped {
			count(kept, p.Source)
		}
	}
	lost := map[string]int{}
	for word, n := range source {
		if n > kept[word] {
			lost[word] = n - kept[word]
		}
	}
	return lost
}
