package compare_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/minutes/compare"
)

const first = `/body Quay Board
/style note
/date 3 March 2026
/venue Room 1

/present Board: Ann Zelenka, Chair
/present Board: Bo Quill, Member
/present Board: Cy Marsh, Member

# Minutes
The minutes were agreed.

# Finance
The Board noted the report of the treasurer.
- One point
- Another point
a: Bo Quill to write to the bank by 27 June 2026
d: That the budget be approved {mover: Ann Zelenka}
v: for 5 against 2

# Harbour
Nothing was said.
The dredger is late.
`

const second = `/body Quay Board
/style note
/date 3 March 2026
/venue Room 2

/present Board: Ann Zelenka, Chair
/present Board: Cy Marsh, Treasurer
/apologies Bo Quill

# Minutes
The minutes were agreed.

# Harbour
The dredger is late.
Nothing was said.

# Finance
Everyone was welcomed.
The Board noted the annual report of the treasurer.
- One point
a: Bo Quill to write to the bank by 4 July 2026
d: That the budget be approved {mover: Ann Zelenka; seconder: Cy Marsh}
v: for 6 against 1
/outcome agreed

# Any other business
None.
`

// marked is spans with what differs between stars.
func marked(spans []model.Span) string {
	var b strings.Builder
	for _, s := range spans {
		if s.Bold {
			b.WriteString("*" + s.Text + "*")
		} else {
			b.WriteString(s.Text)
		}
	}
	return b.String()
}

func TestChanges(t *testing.T) {
	t.Parallel()
	changes, err := compare.Changes(compared(t, read(t, first, "a"), read(t, second, "b"), "note", minutes.Full))
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, c := range changes {
		lines = append(lines, c.Where+" / "+c.Line()+" / "+marked(c.Before)+" / "+marked(c.After))
	}
	want := []string{
		"The meeting / Venue changed / Room *1* / Room *2*",
		"Attendance / Cy Marsh: post changed / *Member* / *Treasurer*",
		"Attendance / Cy Marsh moved / listed after Bo Quill / listed after Ann Zelenka",
		"Attendance / Bo Quill: post removed / Member / ",
		"Attendance / Bo Quill: group removed / Board / ",
		"Attendance / Bo Quill: mark changed / *present* / *apologies*",
		"Item 2, Harbour / Item moved / after Finance / after Minutes",
		"Item 2, Harbour / Item renumbered / item 3 / item 2",
		"Item 2, Harbour / Paragraph 2.1 moved / after “Nothing was said.” / first",
		"Item 3, Finance / Outcome added /  / agreed",
		"Item 3, Finance / Item renumbered / item 2 / item 3",
		"Item 3, Finance / Paragraph 3.1 added /  / Everyone was welcomed.",
		"Item 3, Finance / Paragraph 3.2 changed / The Board noted the report of the treasurer. / The Board noted the *annual *report of the treasurer.",
		"Item 3, Finance / Bullet removed / Another point / ",
		"Item 3, Finance / Action 1 changed / Bo Quill to write to the bank by *27 June* 2026 / Bo Quill to write to the bank by *4 July* 2026",
		"Item 3, Finance / Decision 3.3: seconder added /  / Cy Marsh",
		"Item 3, Finance / Vote changed / for *5* against *2* / for *6* against *1*",
		"Item 4, Any other business / Item added /  / Any other business",
		"Item 4, Any other business / Paragraph 4.1 added /  / None.",
	}
	if got := strings.Join(lines, "\n"); got != strings.Join(want, "\n") {
		t.Errorf("the changes are\n%s", got)
	}
}

func TestSameAndSymmetric(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		a := edited(t, sample(t, rapid.SampledFrom([]string{"harbour-2026-03-17", "arts-2026-06-10"}).Draw(t, "sample"), "id"))
		b := edited(t, a)
		changes := func(a, b model.Meeting) map[compare.What]int {
			list, err := compare.Changes(compared(t, a, b, "note", minutes.Full))
			if err != nil {
				t.Fatal(err)
			}
			n := map[compare.What]int{}
			for _, c := range list {
				if c.Fact == "" {
					n[c.What]++
				}
				if marked(c.Before) == marked(c.After) {
					t.Fatalf("%s: nothing differs: %q", c.Line(), marked(c.Before))
				}
			}
			return n
		}
		if n := changes(a, a); len(n) > 0 {
			t.Fatalf("a meeting differs from itself: %v", n)
		}
		there, back := changes(a, b), changes(b, a)
		if there[compare.Added] != back[compare.Removed] || there[compare.Removed] != back[compare.Added] || there[compare.Moved] != back[compare.Moved] {
			t.Fatalf("there %v, back %v", there, back)
		}
	})
}

// Versions without identities in common are as like as the same with them.
func TestIdentitiesDoNotMatter(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"harbour-2025-11-18", "arts-2026-02-04"} {
		changes, err := compare.Changes(compared(t, sample(t, name, "a"), sample(t, name, "b"), "publication", minutes.Full))
		if err != nil || len(changes) > 0 {
			t.Errorf("%s: %v, %v", name, changes, err)
		}
	}
}

func TestLongWordsAreCutWhereTheyAreTheSame(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("so it went on and on ", 20)
	got := compare.Short([]model.Span{{Text: "At first " + long}, {Text: "rain", Bold: true}, {Text: " and " + long}})
	if len(got) != 3 || got[1].Text != "rain" || len(got[0].Text) > 70 || len(got[2].Text) > 70 || !strings.HasPrefix(got[0].Text, "… ") || !strings.HasSuffix(got[2].Text, " …") {
		t.Errorf("%+v", got)
	}
}
