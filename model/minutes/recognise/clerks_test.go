package recognise

import (
	"slices"
	"testing"

	"minutebook/model"
)

// itemsAndKinds are the titles of the items of a meeting, with the kinds of their
// entries.
func itemsAndKinds(m model.Meeting) []string {
	var all []string
	for _, it := range m.Items {
		words := it.Title
		for _, e := range it.Entries {
			words += " /" + string(e.Kind)
		}
		all = append(all, words)
	}
	return all
}

func TestTheHeadOfAVoteIsNoItem(t *testing.T) {
	f := recognised(t, "Present: Anna Reed, Tom Hale, Maya Singh\n\nOLD BUSINESS\n\nNone.\n\nPUBLIC HEARINGS\n\nMoved by Reed, seconded by Hale, to paint the pier.\n\nROLL CALL VOTE:\n\nAYES: Reed, Hale\n\nNAYS: Singh\n\nMotion passed 2-1.\n\nSTAFF REPORTS\n\nThe lamps were lit.\n")
	want := []string{"OLD BUSINESS /paragraph", "PUBLIC HEARINGS /motion /vote", "STAFF REPORTS /paragraph"}
	if got := itemsAndKinds(f.Meeting); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestATitleInSmallLettersBetweenItsNumbers(t *testing.T) {
	f := recognised(t, "1) Water\n\nThe pump was mended.\n\n2) money\n\nRents stay as they are.\n\n3) Lamps\n\nAll were lit.\n")
	want := []string{"Water /paragraph", "money /paragraph", "Lamps /paragraph"}
	if got := itemsAndKinds(f.Meeting); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestTheHeadOfAMailIsDropped(t *testing.T) {
	const rest = "Lamp Society\n\nCommittee meeting, 19 February 2024, 7pm\n\nLast minutes - agreed.\n\n1. Lamps\n\nAll were lit.\n"
	f := recognised(t, "From: Anna Reed\nTo: committee\nSubject: Minutes of 19/2/24\n\n"+rest)
	for _, p := range f.Pieces[:3] {
		if p.As != Dropped {
			t.Errorf("%q is %s", p.Source, p.As)
		}
	}
	if f.Meeting.Title != "" || f.Meeting.Date != "2024-02-19" {
		t.Errorf("title %q, day %s", f.Meeting.Title, f.Meeting.Date)
	}
	f = recognised(t, "From: Anna Reed\nTo: committee\nSubject: Minutes of 19/2/24\n\n1. Lamps\n\nAll were lit.\n")
	if f.Meeting.Date != "2024-02-19" {
		t.Errorf("the subject alone says the day; got %q", f.Meeting.Date)
	}
}

func TestASchoolsHead(t *testing.T) {
	f := recognised(t, "ST WINNOC'S CE PRIMARY SCHOOL\n\nMinutes of the meeting held on Thursday 28 September 2023 at 5.00 p.m. at the school\n\nPresent: Anna Reed, Tom Hale\n\n1. Welcome\n\nAll were welcomed.\n")
	if f.Meeting.Body != "St Winnoc's CE Primary School" || f.Meeting.Venue != "the school" {
		t.Errorf("body %q, venue %q", f.Meeting.Body, f.Meeting.Venue)
	}
}
