package life

import (
	"fmt"
	"strings"
	"testing"

	"minutebook/model"
)

var quayBoard = model.Body{ID: "b", Name: "Quay Board", Style: "council", Quorum: 3, Standing: []string{"Apologies", "Minutes of the last meeting", "Any other business"},
	Seats: []model.Seat{{ID: "s1", Person: "p1", Name: "Cllr Ada Voss", Post: "Chair", To: "2026-12-31"}, {ID: "s2", Person: "p2", Name: "Cy Dunn", Post: "Treasurer", Acting: true},
		{ID: "s3", Person: "p3", Name: "Ebb Fay", From: "2027-01-01"}}}

func propose(t *testing.T, s *shelf, a Asked) Proposal {
	t.Helper()
	n := 0
	a.NewID = func() model.ID { n++; return model.ID(fmt.Sprint("n", n)) }
	if a.Body.ID == "" {
		a.Body = quayBoard
	}
	p, err := Next(s, a)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// agenda is what a planned meeting begins with, a line for each item and entry.
func agenda(m model.Meeting) string {
	var b strings.Builder
	for _, it := range m.Items {
		fmt.Fprintf(&b, "# %s\n", it.Title)
		for _, e := range it.Entries {
			words := e.Text
			if e.Approves != nil {
				words = fmt.Sprintf("approves %s subject=%t completed=%t part=%q ratifies=%t", e.Approves.Meeting, e.Approves.SubjectTo, e.Approves.Completed, e.Approves.Part, e.Approves.Ratifies)
			}
			if e.Done != nil {
				words = "done " + e.Done.Action + ", " + e.Done.Note
			}
			if e.Restricted != nil {
				words += " [" + e.Restricted.Reason + "]"
			}
			fmt.Fprintf(&b, "  %s %s\n", e.Kind, words)
		}
	}
	return b.String()
}

func TestNextMeetingKnowsWhatIsOpen(t *testing.T) {
	t.Parallel()
	s := board()
	s.events = []model.Event{{Meeting: "first", Action: "a2", N: 1, State: model.Complete, On: "2026-02-02"}}
	first, _ := s.Meeting("first")
	first.Corrections = []model.Correction{{ID: "k", Entry: &model.Entry{ID: "a1"}}}
	s.put(first)
	p := propose(t, s, Asked{Date: "2026-05-11", Corrections: func(m model.Meeting) []model.Entry {
		return []model.Entry{{Kind: model.Bullet, Text: "a correction to " + string(m.ID)}}
	}})
	same(t, "agenda", agenda(p.Meeting), `# Apologies
# Minutes of the last meeting
  paragraph approves first subject=true completed=false part="" ratifies=false
  bullet a correction to first
  paragraph approves second subject=false completed=false part="" ratifies=false
  paragraph approves draft subject=false completed=true part="" ratifies=false
# Matters arising
  heading Voss
  bullet Action 1, 12 January 2026: Voss to write to the *pilots*.
  bullet Action 1, 9 March 2026: Voss to settle with the tenant. [Commercial]
  heading No owner named
  bullet Action 3, 12 January 2026: Buoys to be painted.
# Any other business
`)
	if len(p.Completed) != 1 || p.Completed[0].ID != "a2" || len(p.Open) != 3 || len(p.Approves) != 3 || p.Last.ID != "draft" {
		t.Errorf("completed %v, open %v, approves %v, after %v", p.Completed, p.Open, p.Approves, p.Last)
	}
	m := p.Meeting
	same(t, "meeting", fmt.Sprintf("%s %s %s %s %d %d", m.Body, m.Style, m.Date, m.State, m.Quorum, len(m.Attendees)), "Quay Board council 2026-05-11 planned 3 2")
	same(t, "acting", m.Attendees[1].Post, "Acting Treasurer")
	for _, it := range m.Items {
		for _, e := range it.Entries {
			if e.ID == "" || e.Made != "" {
				t.Errorf("the entry %+v", e)
			}
		}
	}
}

func TestHeadingOfWhatIsAllWithheldIsWithheld(t *testing.T) {
	t.Parallel()
	s := board()
	s.meetings = s.meetings[2:] // without the first
	body := quayBoard
	body.Standing = nil
	same(t, "agenda", agenda(propose(t, s, Asked{Body: body, Date: "2026-05-11"}).Meeting), `# Minutes
  paragraph approves second subject=false completed=false part="" ratifies=false
  paragraph approves draft subject=false completed=false part="" ratifies=false
# Matters arising
  heading Voss [Commercial]
  bullet Action 1, 9 March 2026: Voss to settle with the tenant. [Commercial]
`)
}

func TestExtraordinaryMeetingBeginsWithPeopleOnly(t *testing.T) {
	t.Parallel()
	p := propose(t, board(), Asked{Date: "2026-05-11", Kind: model.Extraordinary})
	if len(p.Meeting.Items) != 0 || len(p.Meeting.Attendees) != 2 || p.Meeting.Kind != model.Extraordinary || len(p.Approves) != 0 {
		t.Errorf("%+v", p)
	}
}

func TestNextMeetingTakesOverThoseOfTheLast(t *testing.T) {
	t.Parallel()
	s := board()
	first, _ := s.Meeting("first")
	first.Next = &model.Next{Date: "2026-02-10", At: "14:00", Venue: "Pilot House"}
	s.put(first)
	body := quayBoard
	body.Seats = nil
	p := propose(t, s, Asked{Body: body, Date: "2026-02-10"})
	m := p.Meeting
	same(t, "time and place", fmt.Sprint(m.Begin, m.Venue), "14:00Pilot House")
	if len(m.Attendees) != 2 || m.Attendees[1].Name != "Ben Orr" || m.Attendees[1].Mark != model.Present || m.Chair != m.Attendees[0].ID || m.Clerk != m.Attendees[1].ID {
		t.Errorf("people: %+v, chair %s, clerk %s", m.Attendees, m.Chair, m.Clerk)
	}
	none := propose(t, &shelf{}, Asked{Body: body, Date: "2026-02-10"})
	if none.Last != nil || len(none.Meeting.Attendees) != 0 || len(none.Meeting.Items) != 3 {
		t.Errorf("a body that never met: %+v", none.Meeting)
	}
}

func TestItemsForMinutesAreAddedWhereThereAreNone(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		language string
		standing []string
		want     string
	}{
		{"", nil, "Minutes, Matters arising"},
		{"cy", nil, "Cofnodion, Materion yn codi"},
		{"fr-CA", []string{"Accueil"}, "Procès-verbal, Suites à donner, Accueil"},
		{"", []string{"Apologies", "Declarations of interest", "Finance"}, "Apologies, Declarations of interest, Minutes, Matters arising, Finance"},
		{"", []string{"Minutes and matters arising", "Finance"}, "Minutes and matters arising, Matters arising, Finance"},
		{"", []string{"Finance", "Outstanding actions", "Minutes"}, "Finance, Outstanding actions, Minutes"},
	} {
		body := quayBoard
		body.Standing, body.Language = c.standing, c.language
		var titles []string
		for _, it := range propose(t, board(), Asked{Body: body, Date: "2026-05-11"}).Meeting.Items {
			titles = append(titles, it.Title)
		}
		same(t, "items", strings.Join(titles, ", "), c.want)
	}
}

func TestCompletedActionsAreNotedOneByOneWhereNoMinutesAreApproved(t *testing.T) {
	t.Parallel()
	s := board()
	for i := range s.meetings {
		s.meetings[i].State = model.Approved // in another way, long ago
	}
	s.events = []model.Event{{Meeting: "first", Action: "a1", N: 1, State: model.Complete, On: "2026-02-02", Note: "sent"}, {Meeting: "first", Action: "a3", N: 2, State: model.Withdrawn},
		{Meeting: "second", Action: "a4", N: 3, State: model.Complete, On: "2026-05-11", Note: "settled"}}
	p := propose(t, s, Asked{Date: "2026-05-11"})
	same(t, "agenda", agenda(p.Meeting), `# Apologies
# Minutes of the last meeting
# Matters arising
  paragraph done 12 January 2026 1, sent
  paragraph done 9 March 2026 1, settled [Commercial]
  heading Orr
  bullet Action 2, 12 January 2026: Orr to price the lamps.
# Any other business
`)
}
