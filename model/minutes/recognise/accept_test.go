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

// roof is a meeting of two items.
var roof = written("1. Roof", "The roof was looked at, and it leaks in the same places as it did last year.", "2. Insurance", "The insurer was told of it by letter, and has not answered since.")

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
	plain := Meeting(roof, Options{})
	guess := at(plain, 3)
	if guess.As != Item && guess.As != Subheading {
		t.Fatalf("the line is no heading: %+v", guess)
	}
	all, doubts := Accept(roof, Options{}, plain, 0)
	if len(doubts) != 0 || !reflect.DeepEqual(all, plain) {
		t.Errorf("with nothing asked for there are doubts: %+v", doubts)
	}
	found, doubts := Accept(roof, Options{}, plain, 0.97)
	left := at(found, 3)
	if left.As != Paragraph || left.Instead[0] != guess.As || left.Confidence != guess.Confidence || left.Why != guess.Why {
		t.Errorf("left as %+v", left)
	}
	for _, d := range doubts {
		if d.Line == 3 && (!d.Left || d.As != guess.As) {
			t.Errorf("doubt %+v", d)
		}
	}
	if !reflect.DeepEqual(plain, Meeting(roof, Options{})) {
		t.Error("what was found has changed")
	}
}

// What was left is marked, and nothing else.
func TestAcceptMarks(t *testing.T) {
	found, doubts := Accept(roof, Options{}, Meeting(roof, Options{}), 0.97)
	doubted := map[int]bool{}
	for _, d := range doubts {
		doubted[d.Line] = true
	}
	if !doubted[3] || doubted[2] {
		t.Fatalf("doubts %+v", doubts)
	}
	for _, p := range found.Pieces {
		for _, id := range p.IDs {
			if e, _, ok := found.Meeting.Entry(id); ok && e.Unsure != doubted[p.Line] {
				t.Errorf("line %d: unsure is %v", p.Line, e.Unsure)
			}
		}
	}
}

// What the clerk says is no guess.
func TestAcceptWhatIsSaid(t *testing.T) {
	place := at(Meeting(roof, Options{}), 3).Place
	said := Options{Said: Said{place: Subheading}}
	found, doubts := Accept(roof, said, Meeting(roof, said), 1)
	if at(found, 3).As != Subheading || len(said.Said) != 1 {
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
