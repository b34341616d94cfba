package attended_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"minutebook/model"
	"minutebook/model/attended"
)

func held(date model.Date, people ...model.Attendee) model.Meeting {
	m := model.Meeting{ID: model.ID("m" + date), Date: date, State: model.Draft, Attendees: people}
	for i := range m.Attendees {
		m.Attendees[i].ID = model.ID(fmt.Sprint("a", i))
	}
	return m
}

func came(person model.ID, name string) model.Attendee {
	return model.Attendee{Person: person, Name: name, Mark: model.Present}
}

func sorry(person model.ID, name string) model.Attendee {
	return model.Attendee{Person: person, Name: name, Mark: model.Apologies}
}

func weirs() model.Body {
	return model.Body{ID: "b", Name: "Weir Board", Seats: []model.Seat{{Person: "ann", Name: "Ann Zed"}, {Person: "bo", Name: "Bo Quill"}, {Person: "cy", Name: "Cy Lowe", Capacity: model.Attending}}}
}

func TestGrid(t *testing.T) {
	t.Parallel()
	deputy := came("dee", "Dee")
	deputy.DeputyFor = "Bo Quill"
	late := model.Attendee{Person: "bo", Name: "Bo Quill", Mark: model.Absent}
	joined := held("2026-03-01", came("ann", "Ann Zed"), late)
	joined.Items = []model.Item{{ID: "i", Title: "One", Entries: []model.Entry{{ID: "e", Kind: model.Movement, Movement: &model.MovementFact{Way: model.In, Who: "a1"}}}}}
	officer := came("cy", "Cy Lowe")
	officer.Capacity = model.Attending
	planned, cancelled := held("2026-12-01", came("ann", "Ann Zed")), held("2026-04-01", came("ann", "Ann Zed"))
	planned.State, cancelled.State = model.Planned, model.Cancelled
	g := attended.Of(weirs(), []model.Meeting{
		planned, cancelled,
		held("2026-02-01", officer, came("ann", "Mrs Ann Zed"), sorry("bo", "Bo Quill"), deputy), joined,
		held("2026-01-01", came("ann", "Ann Zed"), model.Attendee{Person: "bo", Name: "Bo Quill", Mark: model.Absent}),
		held("2026-06-01", came("ann", "Ann Zed-Smith"), sorry("bo", "Bo Quill")),
	}, "2026-09-01")
	if days := fmt.Sprint(g.Meetings); days != "[{m2026-01-01 2026-01-01 } {m2026-02-01 2026-02-01 } {m2026-03-01 2026-03-01 } {m2026-06-01 2026-06-01 }]" {
		t.Errorf("meetings are %s", days)
	}
	want := map[string][]attended.Cell{
		"Ann Zed-Smith": {"present", "present", "present", "present"},
		"Bo Quill":      {"absent", "deputised", "present", "apologies"},
		"Dee":           {"", "present", "", ""},
		"Cy Lowe":       {"", "present", "", ""},
	}
	var order []string
	for _, p := range g.People {
		order = append(order, p.Name)
		if !slices.Equal(p.Cells, want[p.Name]) {
			t.Errorf("%s: %v", p.Name, p.Cells)
		}
	}
	if fmt.Sprint(order) != "[Ann Zed-Smith Bo Quill Dee Cy Lowe]" {
		t.Errorf("order is %v", order)
	}
	bo := g.People[1]
	if bo.Attended != 1 || bo.Expected != 4 || bo.Last != "2026-03-01" || bo.Until != "2026-09-01" || !bo.Away || !bo.Seated {
		t.Errorf("Bo is %+v", bo)
	}
	if ann := g.People[0]; ann.Until != "" || ann.Away || ann.Attended != 4 {
		t.Errorf("Ann is %+v", ann)
	}
}

func TestLongAbsence(t *testing.T) {
	t.Parallel()
	meetings := []model.Meeting{held("2025-08-31", came("bo", "Bo Quill"), came("ann", "Ann Zed")), held("2025-10-01", sorry("bo", "Bo Quill"), came("ann", "Ann Zed"))}
	never := []model.Meeting{held("2025-08-31", sorry("bo", "Bo Quill"))}
	for _, c := range []struct {
		name     string
		months   int
		meetings []model.Meeting
		today    model.Date
		until    model.Date
		away     bool
	}{
		{"the day before", 0, meetings, "2026-02-27", "2026-02-28", false},
		{"the day", 0, meetings, "2026-02-28", "2026-02-28", true},
		{"three months", 3, meetings, "2025-11-30", "2025-11-30", true},
		{"not watched", -1, meetings, "2027-01-01", "", false},
		{"never came", 0, never, "2026-02-28", "2026-02-28", true},
	} {
		b := weirs()
		b.Absence = c.months
		g := attended.Of(b, c.meetings, c.today)
		i := slices.IndexFunc(g.People, func(p attended.Person) bool { return p.Name == "Bo Quill" })
		if p := g.People[i]; p.Until != c.until || p.Away != c.away {
			t.Errorf("%s: until %q, away %v", c.name, p.Until, p.Away)
		}
	}
	b := weirs()
	b.Seats[1].To = "2025-12-31"
	for _, p := range attended.Of(b, meetings, "2026-05-01").People {
		if p.Away {
			t.Errorf("%s has no seat any more, and is watched", p.Name)
		}
	}
}

// The sums are those of the cells, and the order of the meetings does not count.
func TestGridAdds(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		var meetings []model.Meeting
		for n := range rapid.IntRange(0, 6).Draw(t, "meetings") {
			m := held(model.Date(fmt.Sprintf("2026-0%d-01", n+1)))
			for _, p := range rapid.Permutation([]string{"ann", "bo", "cy"}).Draw(t, "people")[:rapid.IntRange(0, 3).Draw(t, "listed")] {
				m.Attendees = append(m.Attendees, model.Attendee{ID: model.ID(p), Person: model.ID(p), Name: p, Mark: rapid.SampledFrom(model.Marks).Draw(t, "mark")})
			}
			meetings = append(meetings, m)
		}
		g := attended.Of(weirs(), meetings, "2026-12-01")
		again := attended.Of(weirs(), rapid.Permutation(meetings).Draw(t, "order"), "2026-12-01")
		if fmt.Sprint(g) != fmt.Sprint(again) {
			t.Fatalf("%v\n%v", g, again)
		}
		for _, p := range g.People {
			here, listed := 0, 0
			for _, c := range p.Cells {
				if c == attended.Present {
					here++
				}
				if c != attended.Unlisted {
					listed++
				}
			}
			if len(p.Cells) != len(meetings) || p.Attended != here || p.Expected != listed || listed == 0 {
				t.Fatalf("%+v", p)
			}
		}
	})
}

// Meetings of before a roster, or out of a file, do not say who is who.
func TestNamesWithoutIdentity(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		old  []model.Attendee
		want string
	}{
		"the only one of the name":     {[]model.Attendee{came("", "ann zed")}, "Ann Zed/2 "},
		"two of the name at the table": {[]model.Attendee{came("", "Ann Zed"), came("", "Ann Zed")}, "Ann Zed/1 Ann Zed/1 "},
		"the person came too":          {[]model.Attendee{came("ann", "Mrs Ann Zed"), came("", "Ann Zed")}, "Ann Zed/2 Ann Zed/1 "},
		"somebody else":                {[]model.Attendee{came("", "Di Marsh")}, "Ann Zed/1 Di Marsh/1 "},
	} {
		g := attended.Of(weirs(), []model.Meeting{held("2026-01-01", c.old...), held("2026-02-01", came("ann", "Ann Zed"))}, "2026-03-01")
		got := ""
		for _, p := range g.People {
			got += fmt.Sprintf("%s/%d ", p.Name, p.Attended)
		}
		if got != c.want {
			t.Errorf("%s: %s", name, got)
		}
	}
}
