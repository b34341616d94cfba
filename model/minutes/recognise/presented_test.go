package recognise

import (
	"strings"
	"testing"

	"minutebook/model/minutes/read"
)

// TestPresented reads who spoke to an item and what came of it, and no more than
// the source says.
func TestPresented(t *testing.T) {
	for _, c := range []struct{ name, item, title, presenter, outcome string }{
		{"in brackets", "Moorings (Ben Rook)\n\nRents are low.", "Moorings", "Ben Rook", ""},
		{"in brackets, shortened", "Moorings (BR and Cllr Lark)\n\nRents are low.", "Moorings", "Ben Rook, Cllr Eve Lark", ""},
		{"in brackets, with a label", "Moorings (presented by Ivo Dale)\n\nRents are low.", "Moorings", "Ivo Dale", ""},
		{"behind a dash", "Moorings – Lead: Ben Rook\n\nRents are low.", "Moorings", "Ben Rook", ""},
		{"on the line below", "Moorings\n\nPresented by: Ivo Dale\n\nRents are low.", "Moorings", "Ivo Dale", ""},
		{"on the line below, in words", "Moorings\n\nPresented by Ms Moss.\n\nRents are low.", "Moorings", "Ann Moss", ""},
		{"on the line below, in brackets", "Moorings\n\n(Ben Rook)\n\nRents are low.", "Moorings", "Ben Rook", ""},
		{"lead", "Moorings\n\nLead: BR\n\nRents are low.", "Moorings", "Ben Rook", ""},
		{"nobody who was there", "Moorings (Old Quay)\n\nRents are low.", "Moorings (Old Quay)", "", ""},
		{"whom it is about", "Election of a treasurer (Ben Rook)\n\nHe was elected.", "Election of a treasurer (Ben Rook)", "", ""},
		{"not filled in", "Moorings\n\nLead: TBC\n\nRents are low.", "Moorings", "", ""},
		{"a sentence", "Moorings\n\nPresented by the tide was a wreck.\n\nIt is old.", "Moorings", "", ""},
		{"noted", "Moorings\n\nRents are low.\n\nNoted.", "Moorings", "", "noted"},
		{"referred", "Moorings\n\nRents are low.\n\nReferred to the Rents Panel.", "Moorings", "", "referred to the Rents Panel"},
		{"outcome", "Moorings\n\nRents are low.\n\nOutcome: APPROVED", "Moorings", "", "approved"},
		{"not the last line", "Moorings\n\nAgreed.\n\nRents are low.", "Moorings", "", ""},
		{"of one point", "Moorings\n\n- Rents are low.\n- Noted.", "Moorings", "", ""},
		{"of a motion", "Moorings\n\nMoved by Ben Rook, seconded by Ann Moss, that rents rise.\n\nAgreed.", "Moorings", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			source := before + "1. Welcome\n\nThe Chair welcomed all.\n\n2. " + c.item + "\n\n3. Lamps\n\nAll were lit.\n"
			d, err := read.File("m.txt", []byte(source))
			if err != nil {
				t.Fatal(err)
			}
			f := Meeting(d, Options{})
			if words := lost(d, f); len(words) > 0 {
				t.Errorf("lost %v", words)
			}
			it := f.Meeting.Items[len(f.Meeting.Items)-2]
			if it.Title != c.title || it.Presenter != c.presenter || it.Outcome != c.outcome {
				t.Errorf("%q by %q came to %q, want %q by %q to %q", it.Title, it.Presenter, it.Outcome, c.title, c.presenter, c.outcome)
			}
		})
	}
}

// TestPresentedPlace holds that a line that became a fact of an item says of
// which, and that a clerk may have it as words.
func TestPresentedPlace(t *testing.T) {
	d, err := read.File("m.txt", []byte(before+"1. Welcome\n\nAll came.\n\n2. Moorings\n\nLead: Ben Rook\n\nRents are low.\n\nNoted.\n"))
	if err != nil {
		t.Fatal(err)
	}
	f := Meeting(d, Options{})
	said := Said{}
	for _, p := range f.Pieces {
		if strings.HasPrefix(p.Source, "Lead") || p.Source == "Noted." {
			if it := f.Meeting.Items[len(f.Meeting.Items)-1]; p.As != Introduced || len(p.IDs) != 1 || p.IDs[0] != it.ID {
				t.Errorf("%q is %s of %v, want a label of %s", p.Source, p.As, p.IDs, it.ID)
			}
			said[p.Place] = Paragraph
		}
	}
	it := Meeting(d, Options{Said: said}).Meeting.Items
	if last := it[len(it)-1]; len(said) != 2 || last.Presenter != "" || last.Outcome != "" || len(last.Entries) != 3 {
		t.Errorf("said to be paragraphs, they are %+v", last)
	}
}
